package report

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
)

// metaFields are the columns of a list of metadata.
var metaFields = []string{"file", "outlet", "title", "date", "url"}

// Meta is metadata of reports by the name of their file. It is safe for
// concurrent use.
type Meta struct {
	name string
	rows map[string]*metaRow // by the file named
	all  []*metaRow
}

type metaRow struct {
	line                           int
	file, outlet, title, date, url string
	used                           atomic.Bool
}

// ReadMeta reads a list of metadata: a table with the columns file, outlet,
// title, date and url, of which only file must be there. name is that of the
// list, for errors, which are of type *Error and name the line.
func ReadMeta(name string, in io.Reader) (*Meta, error) {
	m := &Meta{name: name, rows: map[string]*metaRow{}}
	ahead, err := decoded(in)
	if err != nil {
		return nil, wrong(name, cantRead, err)
	}
	start, _ := ahead.Peek(ahead.Size())
	table := csv.NewReader(ahead)
	table.Comma = separator(string(start))
	columns, err := m.header(table)
	if err != nil {
		return nil, err
	}
	for {
		cells, err := table.Read()
		if err == io.EOF {
			return m, nil
		}
		if err != nil {
			return nil, m.malformed(err, len(cells), len(columns))
		}
		line, _ := table.FieldPos(0)
		if err := m.add(line, columns, cells); err != nil {
			return nil, err
		}
	}
}

// header returns the fields that the first row names, in their order.
func (m *Meta) header(table *csv.Reader) ([]string, error) {
	names, err := table.Read()
	if err == io.EOF {
		return nil, &Error{Path: m.name, Reason: empty, Hint: "its first row names the columns " + strings.Join(metaFields, ", ")}
	}
	if err != nil {
		return nil, m.malformed(err, 0, 0)
	}
	var columns []string
	for _, n := range names {
		n = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(n, byteOrderMark)))
		switch {
		case !slices.Contains(metaFields, n):
			return nil, m.wrong(1, fmt.Sprintf("has an unknown column %q", n), "there are "+strings.Join(metaFields, ", "))
		case slices.Contains(columns, n):
			return nil, m.wrong(1, fmt.Sprintf("has the column %q twice", n), "")
		}
		columns = append(columns, n)
	}
	if !slices.Contains(columns, "file") {
		return nil, m.wrong(1, `has no column "file"`, "it names the file of each report")
	}
	return columns, nil
}

func (m *Meta) add(line int, columns, cells []string) error {
	row := &metaRow{line: line}
	for i, c := range columns {
		value := oneLine(strings.ToValidUTF8(cells[i], "\ufffd"))
		switch c {
		case "file":
			row.file = value
		case "outlet":
			row.outlet = value
		case "title":
			row.title = value
		case "url":
			row.url = value
		case "date":
			if row.date = metadataDate(value); row.date == "" && value != "" {
				return m.wrong(line, fmt.Sprintf("has no date in %q", value), "write it as 2006-01-02")
			}
		}
	}
	if row.file == "" {
		return m.wrong(line, "names no file", "")
	}
	key := filepath.Clean(filepath.FromSlash(row.file))
	if other := m.rows[key]; other != nil {
		return m.wrong(line, fmt.Sprintf("names %q again", row.file), fmt.Sprintf("it is in line %d", other.line))
	}
	m.rows[key] = row
	m.all = append(m.all, row)
	return nil
}

func (m *Meta) wrong(line int, reason, hint string) error {
	return &Error{Path: fmt.Sprintf("%s:%d", m.name, line), Reason: reason, Hint: hint}
}

func (m *Meta) malformed(err error, got, want int) error {
	var parse *csv.ParseError
	switch {
	case errors.As(err, &parse) && parse.Err == csv.ErrFieldCount:
		return m.wrong(parse.StartLine, fmt.Sprintf("has %d fields, but the first row %d", got, want), "")
	case errors.As(err, &parse):
		return m.wrong(parse.StartLine, malformed+": "+cause(parse.Err), "")
	}
	return wrong(m.name, cantRead, err)
}

// Unused returns an *Error for each row whose file was not read, in the order of
// the list.
func (m *Meta) Unused() []error {
	if m == nil {
		return nil
	}
	var all []error
	for _, row := range m.all {
		if !row.used.Load() {
			all = append(all, m.wrong(row.line, fmt.Sprintf("names %q, which is none of the reports", row.file), "check its spelling"))
		}
	}
	return all
}

// of returns what the list says of a file: by its path, or else by its name, with
// or without the ending of what packed it; nil when it isn't in the list.
func (m *Meta) of(path string) *metaRow {
	if m == nil || path == "-" {
		return nil
	}
	path = filepath.Clean(path)
	for _, key := range []string{path, filepath.Base(path), filepath.Base(unpackedName(path))} {
		if row := m.rows[key]; row != nil {
			row.used.Store(true)
			return row
		}
	}
	return nil
}

// apply gives r what the list says of its file. What the list leaves open stays,
// and so does what a report of a corpus has of its own.
func (row *metaRow) apply(r *Report) {
	if row == nil || r.ID != r.Path {
		return
	}
	r.Outlet, r.Title, r.URL = cmp.Or(row.outlet, r.Outlet), cmp.Or(row.title, r.Title), cmp.Or(row.url, r.URL)
	if row.date != "" {
		r.Date, r.DateFrom = row.date, "metadata"
	}
}
