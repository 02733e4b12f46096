package export

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"

	"quotes/quote/record"
)

var csvFormat = Format{
	Name: "csv", Summary: "rows for a spreadsheet", Endings: []string{".csv"},
	New: newCSV, Takes: []string{OptColumns, OptBOM, OptSeparator},
}

// A csvWriter writes a row a record, or with Options.Each a row an occurrence
// with all the evidence. Cells of several values have "; " between them.
//
// A cell that a spreadsheet would take for a formula gets an apostrophe before
// it, and so does each value of a list: a value that begins with = + - or @, in
// the wide forms too, or with a tab or line break, spaces before them left aside.
// Control characters are left out but for line breaks and tabs.
type csvWriter struct {
	plain   io.Writer
	out     *csv.Writer
	columns []column
	each    bool
	mark    bool // begin with a byte order mark
	row     []string
	header  bool // written
}

func newCSV(out io.Writer, opts Options) Writer {
	w := &csvWriter{plain: out, out: csv.NewWriter(out), columns: columnsOf(opts), each: opts.Each, mark: opts.BOM}
	if opts.Separator != 0 {
		w.out.Comma = opts.Separator
	}
	return w
}

// Write writes the rows of r.
func (w *csvWriter) Write(r record.Record) error {
	if err := w.writeHeader(); err != nil {
		return err
	}
	return rows(r, w.each, w.writeRow)
}

// Close writes what is left, at the least the header.
func (w *csvWriter) Close() error {
	if err := w.writeHeader(); err != nil {
		return err
	}
	w.out.Flush()
	return w.out.Error()
}

func (w *csvWriter) writeHeader() error {
	if w.header {
		return nil
	}
	w.header = true
	if w.mark {
		if _, err := io.WriteString(w.plain, "\ufeff"); err != nil {
			return err
		}
	}
	for _, c := range w.columns {
		w.row = append(w.row, c.name)
	}
	return w.out.Write(w.row)
}

func (w *csvWriter) writeRow(r record.Record, s record.Source) error {
	w.row = w.row[:0]
	for _, c := range w.columns {
		w.row = append(w.row, joined(c.values(r, s)))
	}
	return w.out.Write(w.row)
}

func joined(values []string) string {
	cells := make([]string, len(values))
	for i, v := range values {
		cells[i] = cell(v)
	}
	return strings.Join(cells, "; ")
}

// cell makes a value harmless to a spreadsheet.
func cell(s string) string {
	s = visible(s)
	if isFormula(s) {
		return "'" + s
	}
	return s
}

// visible is text without control characters but for line breaks and tabs.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if harmful(r) && r != '\n' && r != '\t' && r != '\r' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func isFormula(s string) bool {
	for _, r := range s {
		switch r {
		case '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n':
			return true
		}
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return false
}
