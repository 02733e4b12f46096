package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/term"

	"quotes/quote/export"
)

// output is where records go: standard output, or a file that appears whole
// when keep is called, or not at all.
type output struct {
	io.Writer
	name   string // for messages
	width  int    // of the page, in columns
	color  bool
	screen bool   // it is a terminal
	pager  *pager // nil when nothing is paged

	file   *os.File // nil for standard output
	target string   // what file is renamed to, "" when it is no file to be replaced
}

// openOutput returns standard output for the path "" and "-". A path that is one
// of the reports is refused.
func openOutput(stdout io.Writer, path string, reports []string) (*output, error) {
	if path == "" || path == "-" {
		return onPage(stdout), nil
	}
	o := &output{name: path, width: export.DefaultWidth}
	if err := o.create(path, reports); err != nil {
		return nil, misused("%s can't be written: %w", path, cause(err))
	}
	o.Writer = o.file
	return o, nil
}

// create opens a new file beside path, or path itself when it is a device or a
// pipe: these can't be replaced.
func (o *output) create(path string, reports []string) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // the file is replaced, not the link to it
	}
	mode := fs.FileMode(0o666) // less what the user never allows
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case info.IsDir():
		return errors.New("it is a folder")
	case !info.Mode().IsRegular():
		o.file, err = os.OpenFile(path, os.O_WRONLY, 0)
		return err
	case among(info, reports):
		return errors.New("it is one of the reports")
	default:
		mode = info.Mode().Perm()
	}
	o.target = path
	o.file, err = createBeside(path, mode)
	if err == nil && info != nil {
		err = o.file.Chmod(mode)
	}
	return err
}

func among(info fs.FileInfo, paths []string) bool {
	for _, p := range paths {
		if other, err := os.Stat(p); err == nil && os.SameFile(info, other) {
			return true
		}
	}
	return false
}

// createBeside creates a hidden file in the folder of path, from where it can be
// renamed to path in one step.
func createBeside(path string, mode fs.FileMode) (*os.File, error) {
	dir, name := filepath.Split(path)
	for try := 0; ; try++ {
		hidden := filepath.Join(dir, "."+name+"."+strconv.FormatUint(rand.Uint64(), 36))
		f, err := os.OpenFile(hidden, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) || try == 100 {
			return f, err
		}
	}
}

// keep makes what was written appear under its name.
func (o *output) keep() error {
	if o.pager != nil {
		return o.leave()
	}
	if o.file == nil {
		return nil
	}
	err := error(nil)
	if o.target != "" {
		err = o.file.Sync()
	}
	if closed := o.file.Close(); err == nil {
		err = closed
	}
	if err == nil && o.target != "" {
		err = os.Rename(o.file.Name(), o.target)
	}
	if err == nil {
		o.file = nil
	}
	return err
}

// discard removes what was written and not kept. It can be called again.
func (o *output) discard() {
	if o.pager != nil {
		o.leave()
	}
	if o.file == nil {
		return
	}
	o.file.Close()
	if o.target != "" {
		os.Remove(o.file.Name())
	}
	o.file = nil
}

// straight writes to the screen without a pager between.
func (o *output) straight() {
	if o.pager != nil {
		o.Writer, o.pager = o.pager.screen, nil
	}
}

// leave waits until the pager is left.
func (o *output) leave() error {
	p := o.pager
	o.pager = nil
	return p.close()
}

// streams says whether what was written can't be taken back.
func (o *output) streams() bool { return o.target == "" }

// onPage is standard output with what is known of the page behind it.
func onPage(stdout io.Writer) *output {
	o := &output{Writer: stdout, name: "standard output", width: export.DefaultWidth}
	if columns, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && columns > 0 {
		o.width = columns
	}
	file, ok := stdout.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return o
	}
	o.screen = true
	columns, rows, err := term.GetSize(int(file.Fd()))
	if err == nil && columns > 0 {
		o.width = columns
	}
	if o.pager = newPager(file, o.width, rows); o.pager != nil {
		o.Writer = o.pager
	}
	o.color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return o
}

// cause is what is beneath an error of the file system, without the name of the
// file that it was found on: that may be the hidden one.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}

// failed is the error for a failure to write.
func (o *output) failed(err error) error {
	return fmt.Errorf("%s can't be written: %w", o.name, cause(err))
}
