package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"

	"quotes/quote/record"
	"quotes/speaker"
)

// A csvWriter writes a row a record, or with Options.Each a row an occurrence
// with all the evidence. Cells of several values have "; " between them.
//
// A cell that a spreadsheet would take for a formula gets an apostrophe before
// it, and so does each value of a list: a value that begins with = + - or @, in
// the wide forms too, or with a tab or line break, spaces before them left aside.
// Control characters are left out but for line breaks and tabs.
type csvWriter struct {
	out     *csv.Writer
	columns []column
	each    bool
	row     []string
	header  bool // written
}

// column is what stands in one cell of each row: of a record and, in rows for
// occurrences, of one of its sources.
type column struct {
	name  string
	value func(record.Record, record.Source) string
}

var recordColumns = []column{
	{"speaker", speakerName},
	{"role", speakerRole},
	{"kind", speakerKind},
	{"quote", func(r record.Record, _ record.Source) string { return cell(r.Quote) }},
	{"confidence", func(r record.Record, _ record.Source) string { return number(r.Confidence) }},
	{"first_seen", func(r record.Record, _ record.Source) string { return cell(r.FirstSeen) }},
	{"source_count", func(r record.Record, _ record.Source) string { return strconv.Itoa(len(r.Sources)) }},
	{"outlets", list(func(s record.Source) string { return s.Outlet })},
	{"reports", list(func(s record.Source) string { return s.Report })},
	{"urls", list(func(s record.Source) string { return s.URL })},
	{"id", func(r record.Record, _ record.Source) string { return cell(r.ID) }},
	{"denied", denied},
}

var occurrenceColumns = []column{
	{"speaker", speakerName},
	{"role", speakerRole},
	{"kind", speakerKind},
	{"quote", func(r record.Record, _ record.Source) string { return cell(r.Quote) }},
	{"confidence", func(_ record.Record, s record.Source) string { return number(s.Confidence) }},
	{"report", func(_ record.Record, s record.Source) string { return cell(s.Report) }},
	{"outlet", func(_ record.Record, s record.Source) string { return cell(s.Outlet) }},
	{"title", func(_ record.Record, s record.Source) string { return cell(s.Title) }},
	{"url", func(_ record.Record, s record.Source) string { return cell(s.URL) }},
	{"date", func(_ record.Record, s record.Source) string { return cell(s.Date) }},
	{"start", offsets(func(e record.Excerpt) int { return e.Points.Start })},
	{"end", offsets(func(e record.Excerpt) int { return e.Points.End })},
	{"text", func(_ record.Record, s record.Source) string { return cell(printed(s)) }},
	{"mention", func(_ record.Record, s record.Source) string { return excerpt(s.Mention) }},
	{"cue", func(_ record.Record, s record.Source) string { return excerpt(s.Cue) }},
	{"rule", func(_ record.Record, s record.Source) string { return cell(s.Rule) }},
	{"rules", func(_ record.Record, s record.Source) string { return joined(s.Rules) }},
	{"id", func(r record.Record, _ record.Source) string { return cell(r.ID) }},
	{"denied", denied},
}

// denied tells when a report says that the words were not said.
func denied(r record.Record, _ record.Source) string {
	if isDenied(r) {
		return "denied"
	}
	return ""
}

// arguments are the columns that Options.Explain adds.
var arguments = []column{
	{"contested", func(r record.Record, _ record.Source) string {
		if r.Contested {
			return "contested"
		}
		return ""
	}},
	{"why", func(r record.Record, _ record.Source) string { return joined(r.Why) }},
	{"steps", func(r record.Record, _ record.Source) string {
		var all []string
		for _, s := range r.Sources {
			all = append(all, s.Steps...)
		}
		return joined(all)
	}},
}

func newCSV(out io.Writer, opts Options) Writer {
	w := &csvWriter{out: csv.NewWriter(out), columns: recordColumns, each: opts.Each}
	if opts.Each {
		w.columns = occurrenceColumns
	}
	w.columns = w.columns[:len(w.columns):len(w.columns)]
	if opts.IDs {
		w.columns = append(w.columns, column{"speaker_id", speakerID})
	}
	if opts.Reasons {
		w.columns = append(w.columns, column{"reason", list(func(s record.Source) string { return s.Reason })})
	}
	if opts.Explain {
		w.columns = append(w.columns, arguments...)
	}
	return w
}

// Write writes the rows of r.
func (w *csvWriter) Write(r record.Record) error {
	if err := w.writeHeader(); err != nil {
		return err
	}
	if !w.each {
		return w.writeRow(r, record.Source{})
	}
	for _, s := range r.Sources {
		one := r
		one.Sources = []record.Source{s}
		if err := w.writeRow(one, s); err != nil {
			return err
		}
	}
	return nil
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
	for _, c := range w.columns {
		w.row = append(w.row, c.name)
	}
	return w.out.Write(w.row)
}

func (w *csvWriter) writeRow(r record.Record, s record.Source) error {
	w.row = w.row[:0]
	for _, c := range w.columns {
		w.row = append(w.row, c.value(r, s))
	}
	return w.out.Write(w.row)
}

func speakerName(r record.Record, _ record.Source) string {
	return ofSpeaker(r, func(s *speaker.Speaker) string { return s.Name })
}

func speakerRole(r record.Record, _ record.Source) string {
	return ofSpeaker(r, func(s *speaker.Speaker) string { return s.Role })
}

func speakerKind(r record.Record, _ record.Source) string {
	return ofSpeaker(r, func(s *speaker.Speaker) string { return string(s.Kind) })
}

func speakerID(r record.Record, _ record.Source) string {
	return ofSpeaker(r, func(s *speaker.Speaker) string { return s.ID })
}

func ofSpeaker(r record.Record, value func(*speaker.Speaker) string) string {
	if r.Speaker == nil {
		return ""
	}
	return cell(value(r.Speaker))
}

// list is a column of one value a source, each different one once.
func list(value func(record.Source) string) func(record.Record, record.Source) string {
	return func(r record.Record, _ record.Source) string {
		seen := make(map[string]bool, len(r.Sources))
		var values []string
		for _, s := range r.Sources {
			if v := value(s); v != "" && !seen[v] {
				seen[v] = true
				values = append(values, v)
			}
		}
		return joined(values)
	}
}

// offsets is a column of one code point offset a span.
func offsets(of func(record.Excerpt) int) func(record.Record, record.Source) string {
	return func(_ record.Record, s record.Source) string {
		values := make([]string, len(s.Spans))
		for i, e := range s.Spans {
			values[i] = strconv.Itoa(of(e))
		}
		return strings.Join(values, "; ")
	}
}

func joined(values []string) string {
	cells := make([]string, len(values))
	for i, v := range values {
		cells[i] = cell(v)
	}
	return strings.Join(cells, "; ")
}

func excerpt(e *record.Excerpt) string {
	if e == nil {
		return ""
	}
	return cell(e.Text)
}

func number(confidence float64) string {
	return strconv.FormatFloat(rounded(confidence), 'f', -1, 64)
}

// cell makes a value harmless to a spreadsheet.
func cell(s string) string {
	s = strings.Map(func(r rune) rune {
		if harmful(r) && r != '\n' && r != '\t' && r != '\r' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if isFormula(s) {
		return "'" + s
	}
	return s
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
