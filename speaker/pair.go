package speaker

import (
	"slices"
	"strings"

	"quotes/speaker/lexicon"
)

// pair puts a mention of both before the last two mentions when they are joined
// by "and" and do something together: "Russia and Iran want".
func (c *chunker) pair() {
	n := len(c.out)
	if n < c.first+2 {
		return
	}
	a, b := c.out[n-2], c.out[n-1]
	and, after := pastAge(c.toks, a.to), pastAge(c.toks, b.to)
	if a.kind != byName || a.plural || and+1 != b.from || c.toks[and].fold != "and" || b.kind != byName && !c.companion(b) {
		return
	}
	explains := n > c.first+2 && (c.out[n-3].plural || inList(twosome, c.toks[c.out[n-3].head].fold)) && c.out[n-3].to+1 == a.from && c.toks[after].text == "," && after+1 < len(c.toks) && c.isFinite(after+1) // "The couple, Ann and Tom Lee, said"
	if !c.saidBy(a.from, b.to) && !c.label(a.from, b.to) && (a.oblique || !c.together(after, c.toks[a.from].first)) && !explains {
		return
	}
	c.join(n-2, n-1, b.to)
}

// join puts a mention of both before the mentions at first and second of out; it ends at
// token to.
func (c *chunker) join(first, second, to int) {
	a, b := &c.out[first], &c.out[second]
	a.subject, b.subject = false, false
	both := mention{from: a.from, to: to, head: b.head, kind: byDescription, class: lexicon.RolePlural, plural: true, second: second - first + 1, owner: -1, inQuote: a.inQuote, entity: -1, rival: -1, subject: true, sure: 1}
	c.out = slices.Insert(c.out, first, both)
}

// describedPair does the same for two of whom at least one is described beside the name:
// "Ann Lee, the chair, and Tom Kim, her deputy, said", "Lee and her husband, Tom Kim, said".
func (c *chunker) describedPair() {
	second := len(c.out) - 1
	end := c.out[second].to
	if c.beside(second) {
		second--
	}
	first := second - 1
	if first > c.first && (c.beside(first) || c.companion(c.out[first])) {
		first--
	}
	if first < c.first || end+1 >= len(c.toks) || c.toks[end].text != "," || !c.isFinite(end+1) || c.toks[end+1].has(lexicon.Third) {
		return
	}
	a, b := c.out[first], c.out[second]
	if a.kind != byName || b.kind != byName || a.plural || a.oblique || second == first+1 && end == b.to {
		return
	}
	if t := &c.toks[a.from]; a.from > 0 && !t.first && c.toks[a.from-1].kind == word && !c.toks[a.from-1].is(lexicon.Conj) && c.toks[a.from-1].fold != "that" {
		return // "Lee met Ann Cole, the chair, and Tom Kim, her deputy, said"
	}
	and := a.to
	switch {
	case second == first+1:
	case c.beside(first + 1):
		and = c.out[first+1].to + 1
	case c.out[first+1].to+1 != b.from || c.toks[b.from-1].text != ",":
		return
	}
	if and < len(c.toks) && c.toks[and].fold == "and" && (and+1 == b.from || and+1 == c.out[first+1].from) {
		c.join(first, second, end)
	}
}

// beside reports whether the mention at n of out says who the one before it is: "Ann Lee, the
// chair,".
func (c *chunker) beside(n int) bool {
	if n <= c.first {
		return false
	}
	m, p := c.out[n], c.out[n-1]
	return m.kind == byDescription && p.kind == byName && !m.plural && m.class&personHead != 0 && m.from == p.to+1 && c.toks[p.to].text == "," && m.to < len(c.toks) && c.toks[m.to].text == ","
}

// companion reports whether a description is of those who belong to who was named
// before: "Lee and her allies", "Lee and her husband".
func (c *chunker) companion(m mention) bool {
	return m.kind == byDescription && contains(possessives, c.toks[m.from].fold) && (m.plural || m.class&(lexicon.Kin|lexicon.Role) != 0)
}

// saidBy reports whether the tokens from from to to say who says the quote before
// them: "“We won,” said Ann Lee and Tom Kim."
func (c *chunker) saidBy(from, to int) bool {
	return from > 1 && c.toks[from-2].kind == quoted && c.toks[from-1].is(lexicon.Say|lexicon.Tell) && c.isFinite(from-1) &&
		(to >= len(c.toks) || c.toks[to].kind != word || c.toks[to].is(lexicon.Prep|lexicon.TimeWord|lexicon.Adverb))
}

// label reports whether the tokens from from to to stand before a colon and a quote, and
// begin a line or follow a dash: "— Ann Lee and Tom Kim: “We won.”"
func (c *chunker) label(from, to int) bool {
	return (from == 0 || c.toks[from-1].kind != word && c.toks[from-1].text != ",") && to+1 < len(c.toks) && c.toks[to].text == ":" && c.toks[to+1].kind == quoted
}

// together reports whether what stands at i, after a pair that may begin the sentence, is
// done by several.
func (c *chunker) together(i int, first bool) bool {
	for ; i < len(c.toks) && c.toks[i].kind == word && (isAdverb(&c.toks[i]) || isEach(&c.toks[i])); i++ {
	}
	if i+1 >= len(c.toks) {
		return false
	}
	if c.toks[i].text == "," {
		m, ok := c.at(i + 1)
		several := ok && m.plural && m.kind == byDescription || c.toks[i+1].anyOf("both", "all")
		return c.toks[i+1].fold == "who" || several && c.verbAfterComma(i+1) > 0 // "Berg and Morse, the owners, said"
	}
	t := &c.toks[i]
	next := &c.toks[i+1]
	base := t.kind == word && !t.cap && !t.is(lexicon.Function) && (next.is(lexicon.Det) || first && !t.is(lexicon.TimeWord) && !strings.HasSuffix(t.fold, "s") && next.is(lexicon.Prep|lexicon.Pronoun|lexicon.TimeWord)) // "own a pub", "live in Leeds"
	return base || t.kind == word && (c.isFinite(i) && !t.has(lexicon.Third) || t.is(lexicon.Say|lexicon.Tell) && t.has(lexicon.Base) || t.anyOf("have", "were", "are", "want") || strings.HasSuffix(t.fold, "ed") || inList(irregular, t.fold) && t.fold != "was")
}

// pairOf finds whom "the couple" is: two people named together just before.
func (r *resolver) pairOf(i int) {
	const near = 4 // sentences
	m := r.mentions[i]
	for k := i - 1; k >= max(0, i-window) && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		if r.isPair(k) {
			r.nameBoth(k)
			m.entity, m.how, m.sure = r.mentions[k].entity, "the two named before", 0.9
			return
		}
	}
}

// isPair reports whether mention k is of two that follow it: "Ann Lee and Tom Kim".
func (r *resolver) isPair(k int) bool {
	if k < 0 {
		return false
	}
	return r.mentions[k].second > 0
}

// besidePair reports whether mention i says who the two are that follow it: "the
// owners, Ann Lee and Tom Kim,".
func (r *resolver) besidePair(i int) bool {
	m := r.mentions[i]
	return i+1 < len(r.mentions) && (m.plural || inList(twosome, r.toks[m.head].fold)) && r.mentions[i+1].from == m.to+1 && r.toks[m.to].text == "," && r.isPair(i+1)
}

// nameBoth names the pair of mention k by the full names of its two, without their titles.
func (r *resolver) nameBoth(k int) {
	if r.mentions[k].entity >= 0 {
		return
	}
	e := r.entities[r.ensure(k)]
	e.names[0].text = r.nameOf(k+1) + " and " + r.nameOf(k+r.mentions[k].second)
}

// nameOf is the name of whoever mention k is, or else its words.
func (r *resolver) nameOf(k int) string {
	m := r.mentions[k]
	if m.entity >= 0 {
		return r.entities[m.entity].name()
	}
	return textOf(r.src, r.toks, m.from, m.to)
}

// bothOf reports whether a mention is of two people named before: "both men", "the two
// women".
func (r *resolver) bothOf(m *mention) bool {
	first := m.from
	if r.toks[first].fold == "the" {
		first++
	}
	two := r.toks[first].fold == "two" && first > 0 && r.toks[first-1].fold == "the"
	return (two || r.toks[first].fold == "both") && (m.to == first+1 || r.toks[m.head].anyOf("men", "women"))
}
