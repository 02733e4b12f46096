package speaker

// pass is a step that the rules can't say.
type pass struct {
	name string
	run  func(*analysis)
}

// passes in their order.
var passes = []pass{
	{"same-paragraph", (*analysis).sameParagraph},
	{"next-paragraph", (*analysis).nextParagraph},
}

// inherit gives run i the speaker of run k.
func (an *analysis) inherit(i, k int, name string, conf float64) {
	f, g := &an.found[i], &an.found[k]
	f.mention, f.cue, f.rule, f.from = g.mention, g.cue, g.rule, k
	f.rules = append(append([]string(nil), g.rules...), name)
	f.conf = g.conf * conf
}

// sameParagraph: a whole quote without a tag, after or before a tagged one in
// its paragraph.
func (an *analysis) sameParagraph() {
	for i := range an.runs {
		if !an.untagged(i) {
			continue
		}
		if k := i - 1; k >= 0 && an.paraOf(k) == an.paraOf(i) && an.found[k].mention >= 0 {
			an.inherit(i, k, "same-paragraph", 0.95)
		}
	}
	for i := len(an.runs) - 2; i >= 0; i-- {
		if !an.untagged(i) {
			continue
		}
		if k := i + 1; an.paraOf(k) == an.paraOf(i) && an.found[k].mention >= 0 {
			an.inherit(i, k, "same-paragraph-before", 0.9)
		}
	}
}

// nextParagraph: a paragraph that is one untagged quote, after one with a quote.
func (an *analysis) nextParagraph() {
	for i := 1; i < len(an.runs); i++ {
		if !an.untagged(i) || an.found[i-1].mention < 0 || !an.opensParagraph(i) {
			continue
		}
		if an.paraOf(i)-an.paraOf(i-1) == 1 {
			an.inherit(i, i-1, "next-paragraph", 0.85)
		}
	}
}

// untagged reports whether run i is a whole quote that nobody has been given.
func (an *analysis) untagged(i int) bool {
	f := &an.found[i]
	at := an.folded.quoteAt[i]
	if f.silent || f.mention >= 0 || at < 0 {
		return false
	}
	set := an.folded.units[at].Set
	return set&(setLong) != 0 && set&(setStop|setAsk|setComma) != 0 || set&setUpper != 0 && set&(setStop|setAsk) != 0
}

// opensParagraph reports whether run i begins its paragraph.
func (an *analysis) opensParagraph(i int) bool {
	at := an.folded.quoteAt[i]
	return at == 0 || an.folded.units[at-1].Set&setPara != 0
}

// paraOf is the number of the paragraph of run i.
func (an *analysis) paraOf(i int) int {
	at := an.folded.quoteAt[i]
	if at < 0 {
		return -1
	}
	return an.paras[an.folded.tok[at]]
}
