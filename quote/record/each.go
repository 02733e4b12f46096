package record

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"quotes/quote"
	"quotes/speaker"
)

// Each turns one report's attributions into records of one source each, in the
// same order. What they hold is copied out of the report's text, so that keeping
// a record doesn't keep its report. It takes time linear in the length of the
// text and the number of attributions.
func Each(d speaker.Document) []Record {
	if len(d.Quotes) == 0 {
		return nil
	}
	records := make([]Record, 0, len(d.Quotes))
	points := newPoints(d.Report.Text)
	sketch := newSketch(d.Report.Text, quoted(d))
	for _, a := range d.Quotes {
		s := source(d, a, points)
		s.Sketch = sketch
		records = append(records, Record{
			ID:         occurrenceID(s),
			Quote:      words(s.Spans),
			Speaker:    detached(a.Speaker),
			Confidence: a.Confidence,
			FirstSeen:  s.Date,
			Sources:    []Source{s},
		})
	}
	return records
}

// detached is a copy of a speaker that doesn't keep the report's text: a name of
// one word may be a part of it.
func detached(s *speaker.Speaker) *speaker.Speaker {
	if s == nil {
		return nil
	}
	c := *s
	c.Name, c.Role = strings.Clone(s.Name), strings.Clone(s.Role)
	return &c
}

// quoted are the spans of all quotes, in text order.
func quoted(d speaker.Document) []quote.Span {
	var spans []quote.Span
	for _, a := range d.Quotes {
		spans = append(spans, a.Quote.Spans...)
	}
	slices.SortFunc(spans, func(a, b quote.Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

func source(d speaker.Document, a speaker.Attribution, points points) Source {
	s := Source{
		Report:     d.Report.ID,
		Outlet:     d.Report.Outlet,
		Title:      d.Report.Title,
		URL:        d.Report.URL,
		Date:       d.Report.Date,
		DateFrom:   d.Report.DateFrom,
		Author:     d.Report.Author,
		Spans:      make([]Excerpt, 0, len(a.Quote.Spans)),
		Rules:      slices.Clone(a.Rules),
		Rule:       a.Rule,
		Confidence: a.Confidence,
		Reason:     a.Reason,
		Negated:    a.Negated,
		Steps:      slices.Clone(a.Steps),
	}
	for _, span := range a.Quote.Spans {
		s.Spans = append(s.Spans, points.excerpt(span))
	}
	if a.Mention != nil {
		e := points.excerpt(*a.Mention)
		s.Mention = &e
	}
	if a.Cue != nil {
		e := points.excerpt(*a.Cue)
		s.Cue = &e
	}
	return s
}

// occurrenceID names one occurrence by its report and the places of its spans.
func occurrenceID(s Source) string {
	b := append([]byte(s.Report), 0)
	for _, e := range s.Spans {
		b = strconv.AppendInt(b, int64(e.Bytes.Start), 10)
		b = append(b, '-')
		b = strconv.AppendInt(b, int64(e.Bytes.End), 10)
		b = append(b, ' ')
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}

// words is what was said, of all spans, without outer marks and with single
// spaces.
func words(spans []Excerpt) string {
	if len(spans) == 1 {
		if text := unmark(spans[0].Text); singleSpaced(text) {
			return text // which keeps no second copy of it
		}
	}
	var b strings.Builder
	for _, e := range spans {
		for w := range strings.FieldsSeq(unmark(e.Text)) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w)
		}
	}
	return b.String()
}

// singleSpaced reports whether no space in text is but one plain one. Text has
// none at its ends.
func singleSpaced(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0x80 || c < ' ' || c == ' ' && text[i+1] == ' ' {
			return c >= 0x80 && strings.Join(strings.Fields(text), " ") == text
		}
	}
	return true
}

// A family is a set of marks that can close one another, longest first.
type family []string

var families = []family{
	{"''", "``", "‘‘", "’’", `"`, "“", "”", "„", "‟", "″"},
	{"'", "‘", "’", "‚", "‛", "`"},
	{"«", "»"},
	{"‹", "›"},
	{"「", "」", "『", "』"},
}

// unmark returns a quoted text without its outer marks, be it that one of them
// is missing.
func unmark(text string) string {
	text = strings.TrimSpace(text)
	f, opening := opens(text)
	if f == nil {
		double := families[0]
		if closing := double.closes(text); closing != "" && double.count(text)%2 == 1 {
			return strings.TrimSpace(strings.TrimSuffix(text, closing))
		}
		return text
	}
	rest := text[len(opening):]
	closing := f.closes(rest)
	if closing == "" {
		if f.count(rest)%2 == 1 {
			return text // it opens a quote inside
		}
		return strings.TrimSpace(rest)
	}
	rest = strings.TrimSuffix(rest, closing)
	for strings.HasPrefix(rest, opening) && strings.HasSuffix(rest[len(opening):], closing) {
		rest = strings.TrimSuffix(rest[len(opening):], closing) // repeated marks are one
	}
	return strings.TrimSpace(rest)
}

// opens returns the mark that text begins with, and its family.
func opens(text string) (family, string) {
	for _, f := range families {
		for _, m := range f {
			if strings.HasPrefix(text, m) {
				return f, m
			}
		}
	}
	return nil, ""
}

// closes returns the mark of f that text ends with, "" if none.
func (f family) closes(text string) string {
	for _, m := range f {
		if strings.HasSuffix(text, m) {
			return m
		}
	}
	return ""
}

func (f family) count(text string) int {
	n := 0
	for _, m := range f {
		n += strings.Count(text, m)
	}
	return n
}

// points turns byte offsets into a text into code point offsets.
type points struct {
	text   string
	before []int // code points before each byte whose offset is a multiple of stride
}

// stride is a trade: an offset is found by counting at most so many bytes.
const stride = 128

func newPoints(text string) points {
	p := points{text: text, before: make([]int, 0, len(text)/stride+1)}
	n := 0
	for i := 0; i < len(text); i += stride {
		p.before = append(p.before, n)
		n += starts(text[i:min(i+stride, len(text))])
	}
	p.before = append(p.before, n)
	return p
}

// at is the number of code points before the byte at offset i.
func (p points) at(i int) int {
	block := i / stride
	return p.before[block] + starts(p.text[block*stride:i])
}

func (p points) excerpt(s quote.Span) Excerpt {
	return Excerpt{
		Text:   strings.Clone(p.text[s.Start:s.End]),
		Bytes:  s,
		Points: quote.Span{Start: p.at(s.Start), End: p.at(s.End)},
	}
}

// starts counts the bytes that begin a code point. Blocks may part a character,
// which is why the bytes are counted and not the runes.
func starts(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}
