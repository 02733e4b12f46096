package record

import (
	"fmt"
	"slices"
	"strings"
)

// A relation is how a text relates to that of its record.
type relation struct {
	match Match
	diff  string
}

// describe marks each source with its relation to the record's text.
func (w *writer) describe(r *Record, ps []printing) {
	known := map[string]relation{r.Quote: {match: Identical}}
	for n, p := range ps {
		rel, ok := known[p.record.Quote]
		if !ok {
			rel = w.relate(r.Quote, p.record.Quote)
			known[p.record.Quote] = rel
		}
		r.Sources[n].Match, r.Sources[n].Diff = rel.match, rel.diff
	}
}

// relate compares a source's text with the record's, which isn't shorter.
func (w *writer) relate(full, text string) relation {
	a, b := w.read(0, text), w.read(1, full)
	if slices.Equal(a.spelt, b.spelt) {
		return relation{match: Identical}
	}
	blocks := firm(w.align(a.words, b.words), a.words)
	diff := a.diff(b, blocks)
	l, ok := w.comparer.compare(a.wording, b.wording)
	if !ok {
		return relation{Overlap, diff}
	}
	return relation{l.match, diff}
}

// A reading of a text for showing: its words as compared and as printed.
type shown struct {
	wording *wording
	text    string
	tokens  []token
	words   []word   // of tokens
	spelt   []string // without typography
}

func (w *writer) read(side int, text string) shown {
	if w.scanner[side] == nil {
		w.scanner[side] = newScanner()
	}
	s := shown{text: text}
	wd, _ := newWording(w.scanner[side], text, nil)
	s.wording = &wd
	s.tokens = slices.Clone(w.scanner[side].out)
	end := int32(-1)
	for _, t := range s.tokens {
		s.words = append(s.words, t.word)
		if t.end != end {
			w.scanner[side].lower(text[t.start:t.end])
			s.spelt = append(s.spelt, string(w.scanner[side].fold))
			end = t.end
		}
	}
	return s
}

// shownDiffs bounds the differences that are spelt out, shownWords the words of each.
const (
	shownDiffs = 4
	shownWords = 8
)

// diff says in words what of b's text is missing or otherwise in a's.
func (a shown) diff(b shown, blocks []block) string {
	var out []string
	i, j := 0, 0
	for _, k := range append(slices.Clone(blocks), block{len(a.words), len(b.words), 0}) {
		if d := change(a.cite(i, k.i), b.cite(j, k.j), j == 0, k.j == len(b.words)); d != "" {
			out = append(out, d)
		}
		i, j = k.i+k.n, k.j+k.n
	}
	if len(blocks) == 0 {
		return "shares no words with the text itself, but with another source"
	}
	if len(out) == 0 {
		return "otherwise spelt"
	}
	if more := len(out) - shownDiffs; more > 0 {
		out = append(out[:shownDiffs], fmt.Sprintf("and %d more", more))
	}
	return strings.Join(out, "; ")
}

// change words one difference: the source has x where the text has y.
func change(x, y string, first, last bool) string {
	switch {
	case x == "" && y == "":
		return ""
	case x == "" && first:
		return "begins after " + y
	case x == "" && last:
		return "ends before " + y
	case x == "":
		return "lacks " + y
	case y == "":
		return "adds " + x
	}
	return x + " for " + y
}

// cite quotes the words from to to as printed, the middle of many left out.
func (a shown) cite(from, to int) string {
	if from >= to {
		return ""
	}
	t := a.tokens[from:to]
	if len(t) <= shownWords {
		return "“" + a.text[t[0].start:t[len(t)-1].end] + "”"
	}
	const half = shownWords / 2
	return "“" + a.text[t[0].start:t[half-1].end] + " … " + a.text[t[len(t)-half].start:t[len(t)-1].end] + "”"
}
