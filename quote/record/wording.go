package record

import "iter"

// speech yields the tokens that are the speaker's own words, numbered: not those
// in brackets, unless all are, and not the sounds between them.
func speech(tokens []token) iter.Seq2[int, token] {
	all := true
	for _, t := range tokens {
		all = all && t.flag&inBracket != 0
	}
	return func(yield func(int, token) bool) {
		n := 0
		for _, t := range tokens {
			if t.flag&inBracket != 0 && !all || t.flag&filler != 0 {
				continue
			}
			if !yield(n, t) {
				return
			}
			n++
		}
	}
}

// newWording reads what a source prints. Its words are appended to
// arena, which is returned as grown, and are a part of it.
func newWording(s *scanner, g *given, arena []word) (wording, []word) {
	w := wording{text: g.quote, key: 14695981039346656037}
	tokens := s.scan(g.quote)
	parts := g.parts()
	first := len(arena)
	for n, t := range speech(tokens) {
		begins := t.flag&afterCut != 0
		for len(parts) > 0 && int(t.start) >= parts[0] {
			parts, begins = parts[1:], true
		}
		if begins && n > 0 {
			w.cuts = append(w.cuts, int32(n))
		}
		if n == 0 {
			w.clause = t.flag&capital != 0
		}
		w.nested = w.nested || t.flag&nested != 0
		w.weight += t.word.weight()
		arena = append(arena, t.word)
	}
	for _, t := range tokens {
		if t.flag&filler == 0 {
			w.key = mix(w.key, uint64(t.word)<<1|uint64(t.flag&inBracket))
		}
	}
	w.words = arena[first:len(arena):len(arena)]
	return w, arena
}

// parts returns where in a source's text each span but the first begins. What
// stands between two spans of a quote is a speech tag or a paragraph's end;
// another report may leave out either side of it.
func (g *given) parts() []int {
	if len(g.source) == 0 || len(g.source[0].Spans) < 2 {
		return nil
	}
	spans := g.source[0].Spans
	var out []int
	at := 0
	for n := range spans[1:] {
		at += len(words(spans[n:n+1])) + 1
		out = append(out, at)
	}
	return out
}

// mix adds v to a hash.
func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}
