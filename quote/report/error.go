package report

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
)

// Error says what is wrong with one path and what to do about it.
type Error struct {
	Path   string // as given; with ":N" for line N of a file of many reports
	Reason string // what is wrong: "is empty"
	Hint   string // what to do, "" when there is nothing to say
	Err    error  // the cause, nil when there is none beneath
}

// Error returns one line, whatever characters the path holds.
func (e *Error) Error() string {
	line := printable(e.Path) + " " + e.Reason
	if e.Hint != "" {
		line += " (" + e.Hint + ")"
	}
	return line
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// printable returns path, quoted when it holds what a terminal would obey.
func printable(path string) string {
	if path == "-" || strings.HasPrefix(path, "-:") {
		return "standard input" + path[1:]
	}
	hidden := func(r rune) bool { return !unicode.IsPrint(r) }
	if path == "" || strings.ContainsFunc(path, hidden) {
		return strconv.Quote(path)
	}
	return path
}

// What may be wrong with a path.
const (
	missing    = "doesn't exist"
	noReports  = "holds no reports"
	empty      = "is empty"
	binary     = "is binary, not text"
	notAFile   = "is no file"
	isAFolder  = "is a folder"
	loops      = "links back to a folder that holds it"
	linksAway  = "links to nothing"
	tooLarge   = "is too large"
	changed    = "changed while it was read"
	cantOpen   = "can't be opened"
	cantRead   = "can't be read"
	cantUnpack = "can't be unpacked"
	malformed  = "is malformed"
	noText     = "has no text"
)

// wrong returns the Error for a failed call on path.
func wrong(path, reason string, err error) *Error {
	e := &Error{Path: path, Reason: reason, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Reason, e.Hint = missing, "check the spelling"
	case errors.Is(err, fs.ErrPermission):
		e.Reason += ": permission denied"
		e.Hint = "check who may read it"
	case err != nil:
		e.Reason += ": " + cause(err)
	}
	return e
}

// cause returns the text of err on one line, without the path it repeats.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return strings.Join(strings.FieldsFunc(err.Error(), unicode.IsControl), " ")
}
