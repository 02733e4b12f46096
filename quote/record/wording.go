package record

import "iter"

// speech yields the tokens that are the speaker's own, numbered. Where all
// stand in brackets, all are.
func speech(tokens []token) iter.Seq2[int, token] {
	all := true
	for _, t := range tokens {
		all = all && t.flag&inBracket != 0
	}
	return func(yield func(int, token) bool) {
		n := 0
		for _, t := range tokens {
			if t.flag&inBracket != 0 && !all {
				continue
			}
			if !yield(n, t) {
				return
			}
			n++
		}
	}
}

// newWording reads a text. Its words are appended to arena, which is returned
// as grown, and are a part of it.
func newWording(s *scanner, text string, arena []word) (wording, []word) {
	w := wording{text: text, key: 14695981039346656037}
	tokens := s.scan(text)
	first := len(arena)
	for n, t := range speech(tokens) {
		if t.flag&afterCut != 0 && n > 0 {
			w.cuts = append(w.cuts, int32(n))
			w.key = mix(w.key, 1)
		}
		if n == 0 {
			w.clause = t.flag&capital != 0
		}
		w.nested = w.nested || t.flag&nested != 0
		w.weight += t.word.weight()
		arena = append(arena, t.word)
	}
	for _, t := range tokens {
		w.key = mix(w.key, uint64(t.word))
	}
	w.words = arena[first:len(arena):len(arena)]
	return w, arena
}

// mix adds v to a hash.
func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}
