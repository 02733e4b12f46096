package export

import (
	"slices"
	"strconv"

	"quotes/quote/record"
	"quotes/speaker"
)

// column is what stands in one cell of each row: of a record and, in rows for
// occurrences, of one of its sources. A cell may hold several values, or none.
type column struct {
	name   string
	values func(record.Record, record.Source) []string
	kind   kind
}

// kind is what the values of a column are, for a format that tells.
type kind int

const (
	words kind = iota
	numeral
	day     // as 2021-03-04
	address // of the web
)

var recordColumns = []column{
	{"speaker", ofSpeaker(func(s *speaker.Speaker) string { return s.Name }), words},
	{"role", ofSpeaker(func(s *speaker.Speaker) string { return s.Role }), words},
	{"kind", ofSpeaker(func(s *speaker.Speaker) string { return string(s.Kind) }), words},
	{"quote", func(r record.Record, _ record.Source) []string { return value(r.Quote) }, words},
	{"confidence", func(r record.Record, _ record.Source) []string { return number(r.Confidence) }, numeral},
	{"first_seen", func(r record.Record, _ record.Source) []string { return value(r.FirstSeen) }, day},
	{"source_count", func(r record.Record, _ record.Source) []string { return value(strconv.Itoa(len(r.Sources))) }, numeral},
	{"outlets", ofSources(func(s record.Source) string { return s.Outlet }), words},
	{"reports", ofSources(func(s record.Source) string { return s.Report }), words},
	{"urls", ofSources(func(s record.Source) string { return s.URL }), address},
	{"id", func(r record.Record, _ record.Source) []string { return value(r.ID) }, words},
	{"denied", flagged("denied", isDenied), words},
}

var occurrenceColumns = []column{
	{"speaker", ofSpeaker(func(s *speaker.Speaker) string { return s.Name }), words},
	{"role", ofSpeaker(func(s *speaker.Speaker) string { return s.Role }), words},
	{"kind", ofSpeaker(func(s *speaker.Speaker) string { return string(s.Kind) }), words},
	{"quote", func(r record.Record, _ record.Source) []string { return value(r.Quote) }, words},
	{"confidence", func(_ record.Record, s record.Source) []string { return number(s.Confidence) }, numeral},
	{"report", func(_ record.Record, s record.Source) []string { return value(s.Report) }, words},
	{"outlet", func(_ record.Record, s record.Source) []string { return value(s.Outlet) }, words},
	{"title", func(_ record.Record, s record.Source) []string { return value(s.Title) }, words},
	{"url", func(_ record.Record, s record.Source) []string { return value(s.URL) }, address},
	{"date", func(_ record.Record, s record.Source) []string { return value(s.Date) }, day},
	{"start", offsets(func(e record.Excerpt) int { return e.Points.Start }), numeral},
	{"end", offsets(func(e record.Excerpt) int { return e.Points.End }), numeral},
	{"text", func(_ record.Record, s record.Source) []string { return value(printed(s)) }, words},
	{"mention", func(_ record.Record, s record.Source) []string { return excerpt(s.Mention) }, words},
	{"cue", func(_ record.Record, s record.Source) []string { return excerpt(s.Cue) }, words},
	{"rule", func(_ record.Record, s record.Source) []string { return value(s.Rule) }, words},
	{"rules", func(_ record.Record, s record.Source) []string { return s.Rules }, words},
	{"id", func(r record.Record, _ record.Source) []string { return value(r.ID) }, words},
	{"denied", flagged("denied", isDenied), words},
}

// Columns that stand in a file only when something asks for them.
var (
	idColumn      = column{"speaker_id", ofSpeaker(func(s *speaker.Speaker) string { return s.ID }), words}
	reasonColumn  = column{"reason", ofSources(func(s record.Source) string { return s.Reason }), words}
	sourcesColumn = column{"sources", ofSources(place), words}
	arguments     = []column{
		{"contested", flagged("contested", func(r record.Record) bool { return r.Contested }), words},
		{"why", func(r record.Record, _ record.Source) []string { return r.Why }, words},
		{"steps", func(r record.Record, _ record.Source) []string {
			var all []string
			for _, s := range r.Sources {
				all = append(all, s.Steps...)
			}
			return all
		}, words},
	}
)

// columnsOf are the columns of a file: those chosen, or else the usual ones and
// what the other options add to them.
func columnsOf(opts Options) []column {
	if len(opts.Columns) > 0 {
		return chosen(opts)
	}
	columns := slices.Clone(usualColumns(opts.Each))
	if opts.IDs {
		columns = append(columns, idColumn)
	}
	if opts.Reasons {
		columns = append(columns, reasonColumn)
	}
	if opts.Explain {
		columns = append(columns, arguments...)
	}
	return columns
}

func usualColumns(each bool) []column {
	if each {
		return occurrenceColumns
	}
	return recordColumns
}

// chosen are the columns of Options.Columns, without names that there aren't.
func chosen(opts Options) []column {
	all := allColumns(opts.Each)
	var columns []column
	for _, name := range opts.Columns {
		if at := slices.IndexFunc(all, func(c column) bool { return c.name == name }); at >= 0 {
			columns = append(columns, all[at])
		}
	}
	return columns
}

func allColumns(each bool) []column {
	return slices.Concat(usualColumns(each), []column{sourcesColumn, idColumn, reasonColumn}, arguments)
}

// Columns are the names that Options.Columns may have, for records or for
// occurrences.
func Columns(each bool) []string {
	var names []string
	for _, c := range allColumns(each) {
		names = append(names, c.name)
	}
	return names
}

// rows gives r to row or, where a row is an occurrence, each of its sources with
// r as it is by that one.
func rows(r record.Record, each bool, row func(record.Record, record.Source) error) error {
	if !each {
		return row(r, record.Source{})
	}
	for _, s := range r.Sources {
		one := r
		one.Sources = []record.Source{s}
		if err := row(one, s); err != nil {
			return err
		}
	}
	return nil
}

func value(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func number(confidence float64) []string {
	return []string{strconv.FormatFloat(rounded(confidence), 'f', -1, 64)}
}

func excerpt(e *record.Excerpt) []string {
	if e == nil {
		return nil
	}
	return value(e.Text)
}

// ofSpeaker is a column of what is known of a speaker.
func ofSpeaker(of func(*speaker.Speaker) string) func(record.Record, record.Source) []string {
	return func(r record.Record, _ record.Source) []string {
		if r.Speaker == nil {
			return nil
		}
		return value(of(r.Speaker))
	}
}

// ofSources is a column of one value a source, each different one once.
func ofSources(of func(record.Source) string) func(record.Record, record.Source) []string {
	return func(r record.Record, _ record.Source) []string { return distinct(r.Sources, of) }
}

// distinct are the values of sources that aren't empty, each once.
func distinct(sources []record.Source, of func(record.Source) string) []string {
	seen := make(map[string]bool, len(sources))
	var values []string
	for _, s := range sources {
		if v := of(s); v != "" && !seen[v] {
			seen[v] = true
			values = append(values, v)
		}
	}
	return values
}

// offsets is a column of one code point offset a span.
func offsets(of func(record.Excerpt) int) func(record.Record, record.Source) []string {
	return func(_ record.Record, s record.Source) []string {
		values := make([]string, len(s.Spans))
		for i, e := range s.Spans {
			values[i] = strconv.Itoa(of(e))
		}
		return values
	}
}

// flagged is a column that says a word of the records that are something.
func flagged(word string, is func(record.Record) bool) func(record.Record, record.Source) []string {
	return func(r record.Record, _ record.Source) []string {
		if is(r) {
			return []string{word}
		}
		return nil
	}
}
