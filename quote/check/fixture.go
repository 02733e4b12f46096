package check

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"

	"quotes/quote/report"
)

// The sections of a fixture that are not reports.
const (
	wantSection    = "want"
	recordsSection = "records"
)

// fixture is a fixture file as read, kept for writing it back.
type fixture struct {
	path    string
	archive *txtar.Archive
}

func loadFixture(path string) ([]Case, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c, err := parseFixture(path, data)
	if err != nil {
		return nil, err
	}
	return []Case{c}, nil
}

func parseFixture(path string, data []byte) (Case, error) {
	f := &fixture{path: path, archive: txtar.Parse(data)}
	c := Case{Name: path, Comment: strings.TrimSpace(string(f.archive.Comment)), fixture: f}
	var want, records section
	line := 1 + bytes.Count(f.archive.Comment, []byte("\n"))
	names := map[string]bool{}
	for _, file := range f.archive.Files {
		s := section{text: string(file.Data), line: line + 1, path: path}
		if names[file.Name] {
			return Case{}, s.errorf(line, "there is a section -- %s -- already: give this one another name", file.Name)
		}
		names[file.Name] = true
		switch file.Name {
		case wantSection:
			want = s
		case recordsSection:
			records = s
		default:
			c.Reports = append(c.Reports, report.Report{ID: file.Name, Text: s.text})
		}
		line = s.line + strings.Count(s.text, "\n")
	}
	if want.line == 0 {
		return Case{}, fmt.Errorf("%s: has no -- %s -- section", path, wantSection)
	}
	if err := parseWants(&c, want); err != nil {
		return Case{}, err
	}
	return c, parseRecords(&c, records)
}

// section is one section of a fixture and where it begins.
type section struct {
	path string
	text string
	line int // of its first line, 1-based
}

func (s section) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", s.path, line, fmt.Sprintf(format, args...))
}

// reportNamed is the index of the named report, which is read from beside the
// fixture when the archive doesn't hold it.
func (c *Case) reportNamed(name string) (int, error) {
	for i, r := range c.Reports {
		if r.ID == name {
			return i, nil
		}
	}
	data, err := os.ReadFile(filepath.Join(filepath.Dir(c.fixture.path), name))
	if err != nil {
		return 0, err
	}
	c.Reports = append(c.Reports, report.Report{ID: name, Text: string(data)})
	return len(c.Reports) - 1, nil
}
