package record

import "slices"

// A wording is one way in which reports print an utterance.
type wording struct {
	text   string  // as one source prints it, the least of those that print it so
	words  []word  // without the editor's words in brackets
	cuts   []int32 // indexes of words with dots before them, never 0
	weight int     // of words
	nested bool    // holds a quote inside
	clause bool    // begins like a sentence, with a capital letter
	key    uint64  // equal for equal wordings
}

// A link says that two wordings can be one utterance, and on what conditions.
// The words alone never decide: a link holds for two sources only when their
// speakers allow it.
type link struct {
	match  Match
	shared int // words
	weight int // of the shared words, in tenths of a content word

	within  bool // enough for two sources in one report
	across  bool // enough for sources in two reports
	contest bool // so much that two speakers contradict each other
}

// A bound is a least number of shared words and their least weight, in tenths
// of a content word.
type bound struct{ words, weight int }

func (l link) reaches(b bound) bool { return l.shared >= b.words && l.weight >= b.weight }

// The bounds of links, set by reading pairs of quotes from real news. Sources
// in one report need less: a report prints a speaker's words again, and seldom
// another utterance like them.
var (
	variantWithin  = bound{4, 12}
	variantAcross  = bound{5, 18}
	fragmentWithin = bound{5, 9}
	fragmentAcross = bound{5, 18}
	shortWithin    = bound{4, 12} // a fragment of four words
	shortAcross    = bound{4, 20}
	overlapWithin  = bound{6, 9}
	overlapAcross  = bound{7, 25}
	passage        = bound{12, 45} // shared word for word between words that differ
	namelessWithin = bound{5, 15}  // one of the speakers is not known
	namelessAcross = bound{8, 25}
	contestWhole   = bound{8, 30}
	contestPart    = bound{10, 40}
)

// A comparer compares wordings. It isn't safe for concurrent use.
type comparer struct {
	aligner
	scanner [2]*scanner
}

// compare decides whether two wordings can be one utterance; ok is false when
// they can't. a must not be longer than b, and match is seen from a's side.
func (c *comparer) compare(a, b *wording) (l link, ok bool) {
	if slices.Equal(a.words, b.words) {
		l = link{match: Variant, shared: len(a.words), weight: a.weight, within: true, across: true}
		l.contest = l.reaches(contestWhole)
		return l, true
	}
	blocks := c.align(a.words, b.words)
	blocks = firm(blocks, a.words)
	for _, k := range blocks {
		l.shared += k.n
		l.weight += weight(a.words[k.i : k.i+k.n])
	}
	if l.shared < 4 {
		return l, false
	}
	d := c.difference(a, b, blocks)
	if d.contradicts(l.shared) {
		return l, false
	}
	switch {
	case d.isVariant(l, a, b):
		l.match = Variant
		l.within, l.across = l.reaches(variantWithin), l.reaches(variantAcross)
		l.contest = l.reaches(contestWhole)
	case d.isFragment(l, a):
		l.match = Fragment
		l.within, l.across = l.reaches(fragmentWithin), l.reaches(fragmentAcross)
		if len(a.words) == 4 {
			l.within, l.across = l.reaches(shortWithin), l.reaches(shortAcross) && !a.clause
		}
		l.contest = l.reaches(contestPart) && !b.nested
	case d.isOverlap(l):
		l.match = Overlap
		l.within, l.across = l.reaches(overlapWithin), l.reaches(overlapAcross)
	case l.reaches(passage) && longest(blocks) >= passage.words:
		l.match = Overlap
		l.within, l.across = true, true
	}
	return l, l.within || l.across
}

// firm drops single shared words of grammar and everyday speech that stand
// apart from the rest: any two quotes share some.
func firm(blocks []block, words []word) []block {
	return slices.DeleteFunc(blocks, func(k block) bool {
		return k.n == 1 && words[k.i].class() != contentWord && words[k.i].class() != negation
	})
}

func longest(blocks []block) int {
	n := 0
	for _, k := range blocks {
		n = max(n, k.n)
	}
	return n
}
