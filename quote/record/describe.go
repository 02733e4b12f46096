package record

import (
	"fmt"
	"slices"
	"strings"

	"quotes/speaker/name"
)

// A relation is how a text relates to that of its record.
type relation struct {
	match Match
	diff  string
}

// describe marks each source with its relation to the record's text, which is
// of wording full.
func (w *writer) describe(r *Record, full int32, ps []printing) {
	var known map[string]relation
	for n, p := range ps {
		s := &r.Sources[n]
		if p.given.quote == r.Quote {
			s.Match, s.Diff = Identical, ""
			continue
		}
		if known == nil {
			known = map[string]relation{}
			w.full.read(w.scanner, r.Quote)
		}
		rel, ok := known[p.given.quote]
		if !ok {
			rel = w.relate(p.given.quote, w.entries[p.entry].wording, full)
			known[p.given.quote] = rel
		}
		s.Match, s.Diff = rel.match, rel.diff
	}
}

// relate compares a text with that in w.full, which isn't shorter.
func (w *writer) relate(text string, part, full int32) relation {
	w.part.read(w.scanner, text)
	if w.part.sameWords(&w.full, w.scanner) {
		return relation{match: Identical}
	}
	diff := w.part.diff(&w.full, firm(w.align(w.part.words, w.full.words), w.part.words))
	if part == full {
		return relation{Variant, diff}
	}
	l, ok := w.compare(&w.wordings[part], &w.wordings[full])
	if !ok {
		return relation{Overlap, diff}
	}
	return relation{[...]Match{Variant, Fragment, Overlap}[l.kind], diff}
}

// A shown text is one whose words are shown, those in brackets too.
type shown struct {
	text   string
	tokens []token
	words  []word // of tokens
	key    []byte
}

func (a *shown) read(s *scanner, text string) {
	a.text = text
	a.tokens = append(a.tokens[:0], s.scan(text)...)
	a.words = a.words[:0]
	for _, t := range a.tokens {
		a.words = append(a.words, t.word)
	}
}

// sameWords reports whether two texts print the same words, whatever the
// typography.
func (a *shown) sameWords(b *shown, s *scanner) bool {
	if !slices.Equal(a.words, b.words) {
		return false
	}
	for n, t := range a.tokens {
		s.lower(a.text[t.start:t.end])
		a.key = append(a.key[:0], s.fold...)
		u := b.tokens[n]
		s.lower(b.text[u.start:u.end])
		if string(a.key) != string(s.fold) && name.Fold(string(a.key)) != name.Fold(string(s.fold)) {
			return false
		}
	}
	return true
}

// shownDiffs bounds the differences that are spelt out, shownWords the words of each.
const (
	shownDiffs = 4
	shownWords = 8
)

// diff says in words what of b's text is missing or otherwise in a's.
func (a *shown) diff(b *shown, blocks []block) string {
	if len(blocks) == 0 {
		return "shares no words with the text itself, but with another source"
	}
	var out []string
	i, j := 0, 0
	for n := range len(blocks) + 1 {
		k := block{len(a.words), len(b.words), 0}
		if n < len(blocks) {
			k = blocks[n]
		}
		if d := change(a.cite(i, k.i), b.cite(j, k.j), j == 0, k.j == len(b.words)); d != "" {
			out = append(out, d)
		}
		i, j = k.i+k.n, k.j+k.n
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
func (a *shown) cite(from, to int) string {
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

// brief quotes a text by its first and last words.
func brief(text string) string {
	const half = shownWords / 2
	head, tail := 0, len(text)
	for range half {
		next := strings.IndexByte(text[head:], ' ')
		if next < 0 {
			return "“" + text + "”"
		}
		head += next + 1
		tail = strings.LastIndexByte(text[:tail], ' ')
	}
	if tail <= head {
		return "“" + text + "”"
	}
	return "“" + text[:head] + "… " + text[tail+1:] + "”"
}
