package report

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Entry is one file to read, standard input, or an address on the web.
type Entry struct {
	Path string // as given, or beneath a folder given; "-" is standard input, http:// and https:// are addresses
	Size int64  // in bytes when it was listed, 0 when unknown
	Many bool   // by its name it may hold many reports
}

// List yields the files that paths stand for, each once, in the order of paths:
// a file for itself, whatever its ending; a folder for all files beneath it
// whose ending belongs to a format, by name, without hidden ones and without what
// a browser saved beside a page; "-" for standard input; a web address for what is
// there. What can't be listed is
// yielded as an *Error in its place, and the rest goes on. Folders are read one at
// a time as the sequence is drawn.
func (r Reader) List(paths ...string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		l := lister{yield: yield, folders: map[string]bool{}}
		if len(paths) > 1 {
			l.files = map[string]bool{}
		}
		for _, p := range paths {
			if !l.argument(p) {
				return
			}
		}
	}
}

// A lister walks folders. Its methods return false when nobody wants more.
type lister struct {
	yield   func(Entry, error) bool
	folders map[string]bool // real paths of those walked
	files   map[string]bool // absolute paths of those yielded, nil when none can come twice
	found   int             // files yielded
}

// argument lists one path given.
func (l *lister) argument(path string) bool {
	if path == "-" || isAddress(path) {
		return l.file(path, 0)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return l.fail(wrong(path, cantOpen, err))
	case !info.IsDir():
		return l.regular(path, info)
	}
	path = filepath.Clean(path)
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return l.fail(wrong(path, cantOpen, err))
	}
	before, seen := l.found, l.folders[real]
	if !l.folder(path, real) {
		return false
	}
	if l.found == before && !seen {
		return l.fail(&Error{Path: path, Reason: noReports, Hint: "reports are files that end in " + endings()})
	}
	return true
}

// folder lists what is beneath path, a folder whose real path is real.
func (l *lister) folder(path, real string) bool {
	if l.folders[real] {
		return true
	}
	l.folders[real] = true
	children, err := os.ReadDir(path) // sorted, and what it could read even when it fails
	for _, c := range children {
		if strings.HasPrefix(c.Name(), ".") || belongsToPage(path, c) {
			continue
		}
		if !l.child(filepath.Join(path, c.Name()), filepath.Join(real, c.Name()), c) {
			return false
		}
	}
	if err != nil {
		l.found++ // it may hold reports: that it can't be read is what is wrong
		return l.fail(wrong(path, cantOpen, err))
	}
	return true
}

// belongsToPage says whether c is the folder in which a browser keeps what
// belongs to a page saved beside it: pictures, and the frames of advertisements.
func belongsToPage(folder string, c fs.DirEntry) bool {
	page, ok := strings.CutSuffix(c.Name(), "_files")
	if !ok || !c.IsDir() {
		return false
	}
	for _, ending := range webPage.endings {
		if _, err := os.Stat(filepath.Join(folder, page+ending)); err == nil {
			return true
		}
	}
	return false
}

// child lists one entry of a folder.
func (l *lister) child(path, real string, c fs.DirEntry) bool {
	mode := c.Type()
	var info fs.FileInfo
	if mode&fs.ModeSymlink != 0 {
		var err error
		if info, err = os.Stat(path); err != nil {
			if formatOf(path) == nil {
				return true
			}
			if errors.Is(err, fs.ErrNotExist) {
				return l.fail(&Error{Path: path, Reason: linksAway, Err: err})
			}
			return l.fail(wrong(path, cantOpen, err))
		}
		if info.IsDir() {
			return l.linked(path, real)
		}
	}
	switch {
	case mode.IsDir():
		return l.folder(path, real)
	case formatOf(path) == nil:
		return true
	}
	if info == nil {
		var err error
		if info, err = c.Info(); err != nil {
			return l.fail(wrong(path, cantOpen, err))
		}
	}
	return l.regular(path, info)
}

// linked lists the folder that the link at path leads to.
func (l *lister) linked(path, real string) bool {
	target, err := filepath.EvalSymlinks(path)
	if err == nil {
		target, err = filepath.Abs(target)
	}
	if err != nil {
		return l.fail(wrong(path, cantOpen, err))
	}
	if holds(target, real) {
		return l.fail(&Error{Path: path, Reason: loops})
	}
	return l.folder(path, target)
}

// holds says whether folder is path or above it.
func holds(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// regular lists path when it is a file that can be read to its end.
func (l *lister) regular(path string, info fs.FileInfo) bool {
	if err := notRegular(path, info); err != nil {
		return l.fail(err)
	}
	return l.file(path, info.Size())
}

// notRegular returns the Error for what is no file: reading a pipe or a device
// may never end.
func notRegular(path string, info fs.FileInfo) error {
	mode := info.Mode()
	switch {
	case mode.IsRegular():
		return nil
	case mode.IsDir():
		return &Error{Path: path, Reason: isAFolder}
	case mode&fs.ModeNamedPipe != 0:
		return &Error{Path: path, Reason: notAFile + " but a pipe", Hint: "give it on standard input"}
	case mode&fs.ModeDevice != 0:
		return &Error{Path: path, Reason: notAFile + " but a device"}
	case mode&fs.ModeSocket != 0:
		return &Error{Path: path, Reason: notAFile + " but a socket"}
	}
	return &Error{Path: path, Reason: notAFile}
}

// file yields path unless it was before.
func (l *lister) file(path string, size int64) bool {
	l.found++
	if l.files != nil {
		key := path
		if abs, err := filepath.Abs(path); err == nil && path != "-" && !isAddress(path) {
			key = abs
		}
		if l.files[key] {
			return true
		}
		l.files[key] = true
	}
	f := formatOf(path)
	return l.yield(Entry{Path: path, Size: size, Many: f != nil && f.many}, nil)
}

func (l *lister) fail(err error) bool { return l.yield(Entry{}, err) }
