package check

import (
	"slices"
	"strings"

	"quotes/quote/record"
	"quotes/speaker"
)

// WantRecord is one record that a case's reports must fold into.
type WantRecord struct {
	Line    int
	Quote   string // the whole text, or its first and last words around " … "; without outer marks
	Speaker string
	Sources []string // the reports' ids, in order
}

func parseRecords(c *Case, in section) error {
	line := in.line - 1
	for text := range strings.Lines(in.text) {
		line++
		text = strings.TrimRight(text, " \t\r\n")
		field := strings.TrimLeft(text, " \t")
		switch {
		case field == "" || field[0] == '#':
		case field == text:
			c.Records = append(c.Records, WantRecord{Line: line, Quote: strings.Trim(text, marks)})
		case len(c.Records) == 0:
			return in.errorf(line, "a field without a quote above it: %s", field)
		default:
			if err := c.Records[len(c.Records)-1].field(in, line, field); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *WantRecord) field(in section, line int, text string) error {
	name, value, _ := strings.Cut(text, " ")
	value = strings.TrimSpace(value)
	switch {
	case value == "":
		return in.errorf(line, "%s: what?", name)
	case name == "speaker":
		r.Speaker = value
	case name == "source":
		r.Sources = append(r.Sources, value)
	default:
		return in.errorf(line, "unknown field %q", name)
	}
	return nil
}

// recordMisses compares the records that a case lists with those which the
// documents of its reports fold into. Other records are not looked at.
func recordMisses(c *Case, docs []speaker.Document) []Miss {
	if len(c.Records) == 0 {
		return nil
	}
	got := record.Merge(func(yield func(record.Record) bool) {
		for _, d := range docs {
			for _, r := range record.Each(d) {
				if r.Speaker != nil && !yield(r) {
					return
				}
			}
		}
	})
	var misses []Miss
	for _, w := range c.Records {
		m := Miss{Case: c.Name, Line: w.Line, Quote: w.Quote, Want: w.String()}
		i := slices.IndexFunc(got, func(r record.Record) bool { return w.quotes(r.Quote) })
		switch {
		case i < 0:
			m.What = "no such record"
		case asWanted(got[i]).String() != w.String():
			m.What, m.Got = "wrong record", asWanted(got[i]).String()
		default:
			continue
		}
		misses = append(misses, m)
	}
	return misses
}

// quotes tells whether w's words stand for the text of a record.
func (w WantRecord) quotes(text string) bool {
	first, last, ok := strings.Cut(w.Quote, gap)
	text = strings.Trim(text, marks)
	return text == w.Quote || ok && strings.HasPrefix(text, first) && strings.HasSuffix(text, last)
}

// String is the speaker and the sources of w.
func (w WantRecord) String() string {
	return w.Speaker + " in " + strings.Join(slices.Sorted(slices.Values(w.Sources)), ", ")
}

func asWanted(r record.Record) WantRecord {
	var w WantRecord
	if r.Speaker != nil {
		w.Speaker = r.Speaker.Name
	}
	for _, s := range r.Sources {
		w.Sources = append(w.Sources, s.Report)
	}
	return w
}
