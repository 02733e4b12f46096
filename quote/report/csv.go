package report

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// commaSeparated is the format of a corpus with one report a row, under a first
// row that names the columns. Commas, semicolons or tabs separate them.
var commaSeparated = format{
	name:    "csv",
	endings: []string{".csv", ".tsv"},
	many:    true,
	types:   []string{"text/csv", "text/tab-separated-values"},
	read: func(s *source, yield func(Report, error) bool) {
		rows, err := newRows(s)
		if err != nil {
			yield(Report{}, err)
			return
		}
		for {
			row, place, err := rows.next()
			switch {
			case err == io.EOF:
				return
			case row == nil:
				if !yield(Report{}, err) || rows.over {
					return
				}
			default:
				if !yield(s.fromFields(place, row)) {
					return
				}
			}
		}
	},
}

// rows reads the rows of a table.
type rows struct {
	s       *source
	csv     *csv.Reader
	budget  *budget
	columns map[string]int // of the fields there are
	over    bool           // nothing can be read any more
}

func newRows(s *source) (*rows, error) {
	r := &rows{s: s, budget: &budget{in: s.in, max: s.max + 2*buffered}}
	r.budget.left = r.budget.max
	in, err := decoded(r.budget)
	if err != nil {
		return nil, s.wrong(s.path, err)
	}
	start, _ := in.Peek(in.Size())
	if len(start) == 0 {
		return nil, &Error{Path: s.path, Reason: empty}
	}
	if !looksLikeText(string(start)) {
		return nil, &Error{Path: s.path, Reason: binary}
	}
	r.csv = csv.NewReader(in)
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	r.csv.Comma = separator(string(start))
	names, err := r.csv.Read()
	if err != nil {
		return nil, r.wrong(err)
	}
	return r, r.header(names)
}

// header finds the fields in the first row. Those whose column was named must be
// there.
func (r *rows) header(names []string) error {
	at := map[string]int{}
	for i, n := range names {
		n = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(n, byteOrderMark)))
		if _, twice := at[n]; !twice {
			at[n] = i
		}
	}
	r.columns = map[string]int{}
	for _, field := range fields {
		i, ok := at[strings.ToLower(r.s.column(field))]
		switch {
		case ok:
			r.columns[field] = i
		case field == "text" || r.s.columns[field] != "":
			return &Error{Path: r.s.path, Reason: fmt.Sprintf("has no column %q", r.s.column(field)), Hint: "its first row names the columns"}
		}
	}
	return nil
}

// next returns the next row by field and where it stands.
func (r *rows) next() (map[string]string, string, error) {
	r.budget.left = r.budget.max
	cells, err := r.csv.Read()
	if err == io.EOF {
		return nil, "", err
	}
	if err != nil {
		var parse *csv.ParseError
		r.over = !errors.As(err, &parse)
		return nil, "", r.wrong(err)
	}
	line, _ := r.csv.FieldPos(0)
	row := make(map[string]string, len(r.columns))
	for name, i := range r.columns {
		if i < len(cells) {
			row[name] = cells[i]
		}
	}
	return row, fmt.Sprintf("%s:%d", r.s.path, line), nil
}

func (r *rows) wrong(err error) error {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, errLong):
		return r.s.tooLarge(r.s.path)
	case errors.As(err, &parse):
		place := fmt.Sprintf("%s:%d", r.s.path, parse.StartLine)
		return &Error{Path: place, Reason: malformed + ": " + cause(parse.Err), Err: err}
	}
	return r.s.wrong(r.s.path, err)
}

// A budget bounds what may be read between two rows: a mark that is never
// closed would make one cell of the rest.
type budget struct {
	in        io.Reader
	max, left int64
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errLong
	}
	n, err := b.in.Read(p)
	b.left -= int64(n)
	return n, err
}

// separator returns what separates the columns in the first line of a table.
func separator(start string) rune {
	line, _, _ := strings.Cut(start, "\n")
	best := ','
	for _, r := range []rune{';', '\t'} {
		if strings.Count(line, string(r)) > strings.Count(line, string(best)) {
			best = r
		}
	}
	return best
}
