package record

import "slices"

// A wording is one way in which reports print an utterance.
type wording struct {
	text   string  // as one source prints it, the least of those that print it so
	words  []word  // without the editor's words in brackets
	cuts   []int32 // words before which a source leaves something out, rising; never 0
	weight int32   // of words
	nested bool    // holds a quote inside, at least in one source
	clause bool    // begins like a sentence, with a capital letter, in every source
	key    uint64  // equal for equal wordings
}

// A link says that two wordings can be one utterance, and on what conditions.
// The words alone never decide: a link holds for two sources only when their
// speakers allow it.
type link struct {
	kind   kind
	shared int32 // words
	weight int32 // of the shared words, in tenths of a content word

	within  bool // enough for two sources in one report
	across  bool // enough for sources in two reports
	contest bool // so much that two speakers contradict each other
	dispute bool // the same, for sources in one report
}

// A kind is how the shorter of two wordings relates to the longer.
type kind uint8

const (
	variant kind = iota
	fragment
	overlap
	same // one wording
)

// A bound is a least number of shared words and their least weight, in tenths
// of a content word.
type bound struct{ words, weight int32 }

func (l link) reaches(b bound) bool { return l.shared >= b.words && l.weight >= b.weight }

// enoughWithin reports whether enough is shared for sources in one article
// although the speaker of one isn't certain. A report that tells of a speaker
// without a name may well mean someone else.
func (l link) enoughWithin(who personID) bool {
	return l.reaches(namelessWithin) || who == nobody && l.reaches(namelessShort)
}

// The bounds of links, set by reading pairs of quotes from real news. Sources
// in one report need less: a report prints a speaker's words again, and seldom
// another utterance like them.
var (
	variantWithin  = bound{4, 10}
	variantAcross  = bound{5, 18}
	fragmentWithin = bound{5, 9}
	fragmentAcross = bound{5, 18}
	shortWithin    = bound{4, 10} // a fragment of four words
	shortAcross    = bound{4, 20}
	overlapWithin  = bound{6, 9}
	overlapAcross  = bound{10, 35}
	passage        = bound{12, 45} // shared word for word between words that differ
	namelessWithin = bound{5, 15}  // one of the speakers is not known
	namelessShort  = bound{4, 20}
	namelessAcross = bound{8, 25}
	contestWhole   = bound{8, 30} // in any two reports
	contestPart    = bound{10, 40}
	disputedWhole  = bound{5, 20} // in one
	disputedPart   = bound{8, 22}
)

// A comparer compares wordings. It isn't safe for concurrent use.
type comparer struct {
	aligner
	scanner  *scanner
	screened *wording // whose words screen holds
	screen   screen
	last     [2]struct {
		of     *wording
		tokens []token
	}
}

// compare decides whether two wordings can be one utterance; ok is false when
// they can't. a must not be longer than b.
func (c *comparer) compare(a, b *wording) (l link, ok bool) {
	if slices.Equal(a.words, b.words) {
		l = link{kind: variant, shared: int32(len(a.words)), weight: a.weight, within: true, across: true}
		l.contest, l.dispute = l.reaches(contestWhole), l.reaches(disputedWhole)
		return l, true
	}
	if !c.mayShare(a, b) {
		return l, false
	}
	blocks := c.align(a.words, b.words)
	blocks = firm(blocks, a.words)
	for _, k := range blocks {
		l.shared += int32(k.n)
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
	case d.isVariant(a, b):
		l.kind = d.kindOf()
		l.within, l.across = l.reaches(variantWithin), l.reaches(variantAcross)
		if d.isClose(a, b) {
			l.contest, l.dispute = l.reaches(contestWhole), l.reaches(disputedWhole)
		}
	case d.isFragment(l, a):
		l.kind = fragment
		l.within, l.across = l.reaches(fragmentWithin), l.reaches(fragmentAcross)
		if len(a.words) == 4 {
			l.within, l.across = l.reaches(shortWithin), l.reaches(shortAcross) && !a.clause
		}
		if !b.nested { // else b may well repeat what a's speaker said
			l.contest, l.dispute = l.reaches(contestPart), l.reaches(disputedPart)
		}
	case d.isOverlap(l) && longest(blocks) >= 5:
		l.kind = overlap
		l.within, l.across = l.reaches(overlapWithin), l.reaches(overlapAcross)
	case l.reaches(passage) && longest(blocks) >= int(passage.words):
		l.kind = overlap
		l.within, l.across = true, true
	}
	return l, l.within || l.across
}

// A screen is a filter of a wording's words: a word that hits none of its bits
// is none of them.
type screen [8]uint64

func (s *screen) add(w word)      { s[w>>9&7] |= 1 << (w >> 3 & 63) }
func (s *screen) has(w word) bool { return s[w>>9&7]>>(w>>3&63)&1 != 0 }

// mayShare reports whether a and b may share enough for a link, which spares
// alignments: half of the shorter one's weight, or a run of words. It takes time
// linear in their words.
func (c *comparer) mayShare(a, b *wording) bool {
	if c.screened != a {
		c.screened, c.screen = a, screen{}
		for _, w := range a.words {
			c.screen.add(w)
		}
	}
	run, shared := 0, int32(0)
	for _, w := range b.words {
		if !c.screen.has(w) {
			run = 0
			continue
		}
		run++
		if shared += w.weight(); run == 5 || 2*shared >= a.weight {
			return true
		}
	}
	return false
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
