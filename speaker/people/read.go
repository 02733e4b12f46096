package people

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/speaker/name"
)

// columns are what the header may name, each with how it fills a person.
var columns = []struct {
	name string
	set  func(p *Person, value string) error
}{
	{"name", func(p *Person, v string) error { p.Name = v; return nil }},
	{"aliases", func(p *Person, v string) error { p.Aliases = split(v); return nil }},
	{"gender", (*Person).setGender},
	{"role", func(p *Person, v string) error { p.Role = v; return nil }},
	{"id", func(p *Person, v string) error { p.ID = v; return nil }},
}

// Read reads a list of persons, in the format of the package comment; file is
// its name in errors. An error names the file and the line, and says what is
// wrong there: no two persons may have a name, an alias or an id in common. It
// takes time linear in the list.
func Read(file string, r io.Reader) ([]Person, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	l := &list{file: file, names: map[string]int{}, ids: map[string]int{}}
	if line := invalidLine(data); line > 0 {
		return nil, l.errorf(line, "not valid UTF-8: save the list as UTF-8")
	}
	l.rows = csv.NewReader(bytes.NewReader(data))
	l.rows.TrimLeadingSpace = true
	if err := l.header(); err != nil {
		return nil, err
	}
	for {
		p, err := l.person()
		if err == io.EOF {
			return l.people, nil
		}
		if err != nil {
			return nil, err
		}
		if p != nil {
			l.people = append(l.people, *p)
		}
	}
}

// invalidLine is the number of the first line that is not valid UTF-8, 0 when
// all are.
func invalidLine(data []byte) int {
	line := 1
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			return line
		case r == '\n':
			line++
		}
		data = data[n:]
	}
	return 0
}

// list is a list while it is read.
type list struct {
	file   string
	rows   *csv.Reader
	fields []int // the index in columns of each field, -1 for one without a header
	people []Person
	names  map[string]int // the line of each name and alias, folded
	ids    map[string]int // the line of each id
}

func (l *list) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", l.file, line, fmt.Errorf(format, args...))
}

// row returns the next row and its line, or io.EOF.
func (l *list) row() ([]string, int, error) {
	row, err := l.rows.Read()
	var wrong *csv.ParseError
	switch {
	case err == io.EOF:
		return nil, 0, err
	case errors.As(err, &wrong) && wrong.Err == csv.ErrFieldCount:
		return nil, 0, l.errorf(wrong.StartLine, "there are %d fields, but %d in the header", len(row), len(l.fields))
	case errors.As(err, &wrong):
		return nil, 0, l.errorf(wrong.StartLine, "%w", reason(wrong))
	case err != nil:
		return nil, 0, fmt.Errorf("%s: %w", l.file, err)
	}
	for i, v := range row {
		row[i] = strings.Join(strings.Fields(v), " ")
	}
	line, _ := l.rows.FieldPos(0)
	return row, line, nil
}

// reason says what is wrong with the marks around a field.
func reason(err *csv.ParseError) error {
	switch err.Err {
	case csv.ErrBareQuote:
		return errors.New(`a field with " in it must stand between ", and each " in it be doubled`)
	case csv.ErrQuote:
		return errors.New(`a field that begins with " must end with one, and each " in it be doubled`)
	}
	return err.Err
}

// header reads the names of the columns.
func (l *list) header() error {
	row, line, err := l.row()
	if err == io.EOF {
		return l.errorf(1, "the list is empty: its first line must name the columns %s", columnNames())
	}
	if err != nil {
		return err
	}
	seen := map[int]bool{}
	for _, title := range row {
		i := columnNamed(title)
		switch {
		case i < 0 && title != "":
			return l.unknown(line, row, title)
		case seen[i] && i >= 0:
			return l.errorf(line, "two columns are called %s", columns[i].name)
		}
		seen[i] = true
		l.fields = append(l.fields, i)
	}
	if !seen[columnNamed("name")] {
		return l.errorf(line, "no column is called name")
	}
	return nil
}

// unknown is the error for a column that there is not.
func (l *list) unknown(line int, row []string, title string) error {
	if len(row) == 1 && strings.ContainsAny(title, ";\t") {
		return l.errorf(line, "the columns must be separated by commas")
	}
	return l.errorf(line, "unknown column %q: there are %s", title, columnNames())
}

func columnNamed(title string) int {
	for i, c := range columns {
		if strings.EqualFold(c.name, title) {
			return i
		}
	}
	return -1
}

func columnNames() string {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	return strings.Join(names, ", ")
}

// person reads the next person, nil for a row without anything in it.
func (l *list) person() (*Person, error) {
	row, line, err := l.row()
	if err != nil || strings.Join(row, "") == "" {
		return nil, err
	}
	p := new(Person)
	for i, value := range row {
		if l.fields[i] < 0 {
			continue
		}
		if err := columns[l.fields[i]].set(p, value); err != nil {
			return nil, l.errorf(line, "%w", err)
		}
	}
	if err := l.claim(p, line); err != nil {
		return nil, l.errorf(line, "%w", err)
	}
	return p, nil
}

// claim books the person's names and id, which nobody before may have, and drops
// aliases that the person has already.
func (l *list) claim(p *Person, line int) error {
	if p.Name == "" {
		return errors.New("no name")
	}
	var aliases []string
	for i, n := range p.names() {
		if !strings.ContainsFunc(n, unicode.IsLetter) {
			return fmt.Errorf("%q is no name", n)
		}
		key := name.Fold(n)
		switch first := l.names[key]; first {
		case 0:
			l.names[key] = line
			if i > 0 {
				aliases = append(aliases, n)
			}
		case line:
		default:
			return fmt.Errorf("%q is a name of the person on line %d too", n, first)
		}
	}
	p.Aliases = aliases
	return l.claimID(p.ID, line)
}

func (l *list) claimID(id string, line int) error {
	if id == "" {
		return nil
	}
	if first, taken := l.ids[id]; taken {
		return fmt.Errorf("%q is the id of the person on line %d too", id, first)
	}
	l.ids[id] = line
	return nil
}

// split returns the aliases of a field.
func split(value string) []string {
	var aliases []string
	for a := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ';' || r == '|' }) {
		if a = strings.TrimSpace(a); a != "" {
			aliases = append(aliases, a)
		}
	}
	return aliases
}

func (p *Person) setGender(value string) error {
	switch strings.ToLower(value) {
	case "":
	case "female", "f":
		p.Gender = "female"
	case "male", "m":
		p.Gender = "male"
	default:
		return fmt.Errorf("gender %q: want female, male or nothing", value)
	}
	return nil
}
