package record

import (
	"slices"
	"strings"
)

// A difference is what tells two aligned wordings a and b apart. Weights are
// in tenths of a content word.
type difference struct {
	missing int32 // weight of a's words that b lacks
	surplus int32 // weight of b's words that a lacks
	inner   int32 // weight of those of either between two shared runs, and not excused
	left    bool
	right   bool  // both go on, with different words, beyond the shared runs
	swapped int32 // content words exchanged for others
	names   int32 // names exchanged for others
	numbers int32 // numbers exchanged for others
	denied  int32 // negations that only one has
	overA   int   // words of a, and of b, before and after all shared runs
	overB   int
}

// slack is the weight of a few words of grammar, which an editor may change at
// the edge of a quote.
const slack = 3

// A flank is the part of two wordings before, between or after shared runs.
type flank struct{ i0, i1, j0, j1 int }

// difference reads the flanks of the shared runs, of which there is one at least.
func (c *comparer) difference(a, b *wording, blocks []block) difference {
	var d difference
	first, last := blocks[0], blocks[len(blocks)-1]
	left := flank{0, first.i, 0, first.j}
	right := flank{last.i + last.n, len(a.words), last.j + last.n, len(b.words)}
	c.edge(&d, a, b, left)
	c.edge(&d, a, b, right)
	d.left = min(weight(a.words[a.cutBefore(left.i1):left.i1]), weight(b.words[b.cutBefore(left.j1):left.j1])) > slack
	d.right = min(weight(a.words[right.i0:a.cutAfter(right.i0)]), weight(b.words[right.j0:b.cutAfter(right.j0)])) > slack
	for n := 1; n < len(blocks); n++ {
		k, next := blocks[n-1], blocks[n]
		f := flank{k.i + k.n, next.i, k.j + k.n, next.j}
		wa, wb := weight(a.words[f.i0:f.i1]), weight(b.words[f.j0:f.j1])
		d.missing += wa
		d.surplus += wb
		if !a.cutIn(f.i0, f.i1) && !b.cutIn(f.j0, f.j1) && (k.n < 5 || next.n < 5) {
			d.inner += max(wa, wb)
		}
		c.exchange(&d, a, b, f)
	}
	return d
}

// edge reads what stands before or after all shared runs.
func (c *comparer) edge(d *difference, a, b *wording, f flank) {
	d.missing += weight(a.words[f.i0:f.i1])
	d.surplus += weight(b.words[f.j0:f.j1])
	d.overA += f.i1 - f.i0
	d.overB += f.j1 - f.j0
	if n, m := f.i1-f.i0, f.j1-f.j0; n > 0 && m > 0 && n <= ends && m <= ends {
		c.exchange(d, a, b, f)
	}
}

// cutBefore is the last place up to word i at which a source leaves something
// out, and cutAfter the first from it on. The ends of a quote are such places.
func (w *wording) cutBefore(i int) int {
	n, exact := slices.BinarySearch(w.cuts, int32(i))
	switch {
	case exact:
		return i
	case n == 0:
		return 0
	}
	return int(w.cuts[n-1])
}

func (w *wording) cutAfter(i int) int {
	n, _ := slices.BinarySearch(w.cuts, int32(i))
	if n == len(w.cuts) {
		return len(w.words)
	}
	return int(w.cuts[n])
}

// cutIn reports whether a source leaves something out before one of the words
// from to to, both included.
func (w *wording) cutIn(from, to int) bool {
	n, _ := slices.BinarySearch(w.cuts, int32(from))
	return n < len(w.cuts) && int(w.cuts[n]) <= to
}

// exchange counts what stands in one wording for something else in the other.
func (c *comparer) exchange(d *difference, a, b *wording, f flank) {
	x, y := count(a.words[f.i0:f.i1]), count(b.words[f.j0:f.j1])
	if x.negations != y.negations {
		d.denied++
	}
	if n := min(x.numbers, y.numbers); n > 0 {
		d.numbers += n
	}
	n := min(x.content, y.content)
	if n == 0 {
		return
	}
	if x.content+y.content > manySwapped {
		d.swapped += n
		return
	}
	alike, names := c.alike(a, b, f)
	d.missing -= alike * weights[contentWord]
	d.surplus -= alike * weights[contentWord]
	d.swapped += max(0, n-alike)
	d.names += names
}

// manySwapped is the number of content words in one place from which on it
// doesn't matter how they are spelt.
const manySwapped = 16

type counts struct{ content, numbers, negations int32 }

func count(words []word) counts {
	var n counts
	for _, w := range words {
		switch {
		case w.isNumber():
			n.numbers++
		case w.class() == negation:
			n.negations++
		case w.class() == contentWord:
			n.content++
		}
	}
	return n
}

// contradicts reports whether the difference is one of sense: other numbers,
// other names, a negation, or too many other words for the number shared.
func (d difference) contradicts(shared int32) bool {
	return (d.numbers > 0 || d.names > 0) && shared < 20 ||
		d.denied > 0 && shared < 15 ||
		d.swapped*8 > shared
}

// isVariant reports whether both are the same but for small changes.
func (d difference) isVariant(a, b *wording) bool {
	most := max(a.weight, b.weight)
	if len(a.words) < 8 {
		return (d.missing+d.surplus)*6 <= most
	}
	return max(d.missing, d.surplus)*4 <= most
}

// isClose reports whether two variants are so close that two speakers can't
// have chosen their words independently.
func (d difference) isClose(a, b *wording) bool {
	return (d.missing+d.surplus)*6 <= max(a.weight, b.weight)
}

// ends is the number of words at the ends from which on a part is a fragment.
const ends = 3

// kindOf tells a variant, which lacks a word or two at its ends, from a
// fragment or an excerpt that lacks more.
func (d difference) kindOf() kind {
	switch {
	case d.overA < ends && d.overB < ends:
		return variant
	case d.overA < ends:
		return fragment
	}
	return overlap
}

// isFragment reports whether all of a, but for small changes, is a part of b.
func (d difference) isFragment(l link, a *wording) bool {
	missing := d.missing*10 <= a.weight
	if l.shared >= 10 {
		missing = d.missing*5 <= a.weight
	}
	return missing && d.inner*3 <= l.weight
}

// isOverlap reports whether one goes on where the other ends.
func (d difference) isOverlap(l link) bool {
	return !d.left && !d.right && d.inner*4 <= l.weight
}

// alike counts the words of a flank that are other forms or misprints of one
// another, and the names that stand for other names.
func (c *comparer) alike(a, b *wording, f flank) (alike, names int32) {
	x, y := c.printed(a, f.i0, f.i1), c.printed(b, f.j0, f.j1)
	for _, v := range x {
		for k, w := range y {
			if sameStem(v.text, w.text) {
				alike++
				y = append(y[:k:k], y[k+1:]...)
				v.name = false
				break
			}
		}
		if v.name && len(y) > 0 && y[0].name && len(x) == len(y) {
			names++
		}
	}
	return alike, names
}

// A spelt word is a content word as printed.
type spelt struct {
	text string
	name bool // has a capital that its place in the sentence doesn't explain
}

// printed returns the content words from to to (excluded) of a wording.
func (c *comparer) printed(w *wording, from, to int) []spelt {
	var out []spelt
	for _, t := range c.tokens(w)[from:to] {
		if t.word.class() == contentWord {
			out = append(out, spelt{strings.ToLower(w.text[t.start:t.end]), t.flag&capital != 0 && t.flag&afterStop == 0})
		}
	}
	return out
}

// tokens returns the tokens of a wording's words. It keeps those of the last two.
func (c *comparer) tokens(w *wording) []token {
	for n := range c.last {
		if c.last[n].of == w {
			return c.last[n].tokens
		}
	}
	c.last[0], c.last[1] = c.last[1], c.last[0]
	r := &c.last[0]
	r.of, r.tokens = w, r.tokens[:0]
	for _, t := range speech(c.scanner.scan(w.text)) {
		r.tokens = append(r.tokens, t)
	}
	return r.tokens
}

// sameStem reports whether two words share most of their letters from the
// first on, as other forms of a word do and most misprints.
func sameStem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && 2*n >= max(len(a), len(b)) || n >= 3 && max(len(a), len(b)) <= n+1
}
