package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// fields are the columns of a corpus that a report is made of.
var fields = []string{"text", "id", "title", "outlet", "date", "url"}

// Fields returns the fields of a corpus: what Reader.Columns may name.
func Fields() []string { return slices.Clone(fields) }

// column returns the name of the column that holds a field.
func (s *source) column(field string) string { return cmp.Or(s.columns[field], field) }

// fromFields makes the report of one row of a corpus. place names the row for
// errors, and the report where it carries no id.
func (s *source) fromFields(place string, row map[string]string) (Report, error) {
	text := strings.TrimPrefix(row["text"], byteOrderMark)
	if blank(text) {
		return Report{}, &Error{Path: place, Reason: noText, Hint: fmt.Sprintf("it is expected in the field %q", s.column("text"))}
	}
	r := Report{
		ID:     row["id"],
		Path:   s.path,
		Title:  strings.TrimSpace(row["title"]),
		Outlet: strings.TrimSpace(row["outlet"]),
		URL:    strings.TrimSpace(row["url"]),
		Text:   strings.ToValidUTF8(text, string(utf8.RuneError)),
	}
	if r.ID == "" {
		r.ID = place
	}
	r.Date, r.DateFrom = metadataDate(row["date"]), "metadata"
	if r.Date == "" {
		r.Date, r.DateFrom = statedDate(r.Text, "")
	}
	return r, nil
}

// metadataDate returns the date that a field gives, a time of day left out, or
// "" when it can't be told.
func metadataDate(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > len("2006-01-02") && (s[10] == 'T' || s[10] == ' ') {
		if d := isoDate(s[:10]); d != "" {
			return d
		}
	}
	if m := statements[len(statements)-1]().FindStringSubmatch(s); m != nil {
		return isoDate(m[1])
	}
	return ""
}
