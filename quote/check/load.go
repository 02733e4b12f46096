package check

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Load reads the cases of a fixture file (.txtar), of a gold file (.jsonl), or
// of all such files in a folder and beneath it, in the order of their names.
// Errors name the file and the line.
func Load(path string) ([]Case, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return loadFile(path)
	}
	files, err := filesIn(path)
	if err != nil {
		return nil, err
	}
	var cases []Case
	for _, f := range files {
		more, err := loadFile(f)
		if err != nil {
			return nil, err
		}
		cases = append(cases, more...)
	}
	if len(cases) == 0 {
		return nil, fmt.Errorf("%s: holds no fixture and no gold file", path)
	}
	return cases, nil
}

// loaders say how a file is read, by the ending of its name.
var loaders = map[string]func(path string) ([]Case, error){
	".txtar": loadFixture,
	".jsonl": loadGold,
}

func loadFile(path string) ([]Case, error) {
	load := loaders[filepath.Ext(path)]
	if load == nil {
		return nil, fmt.Errorf("%s: neither a fixture (.txtar) nor a gold file (.jsonl)", path)
	}
	return load(path)
}

func filesIn(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && loaders[filepath.Ext(path)] != nil {
			files = append(files, path)
		}
		return err
	})
	slices.Sort(files)
	return files, err
}
