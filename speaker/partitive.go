package speaker

import "quotes/speaker/lexicon"

// several is a mention of people who are not named, tokens from to to.
func several(from, to int) mention {
	return mention{from: from, to: to, head: from, kind: byDescription, class: lexicon.RolePlural, plural: true, owner: -1}
}

// partitive reads "one of the leaders", "some of them", "both men".
func (c *chunker) partitive(p phrase, end int) (mention, bool) {
	if m, ok := c.fraction(p.det); ok {
		return m, true
	}
	if p.det >= 0 && p.det+2 < len(c.toks) && c.toks[p.det].fold == "those" && c.toks[p.det+1].anyOf("close", "familiar", "who", "around", "in", "with") {
		m := several(p.det, p.det+1)
		c.attach(&m)
		return m, true
	}
	if m, ok := c.ordinal(p.det); ok {
		return m, true
	}
	if p.det < 0 || p.det+1 >= len(c.toks) || !contains([]string{"one", "some", "many", "several", "most", "both", "others", "another", "few", "two", "three", "hundreds", "thousands", "dozens", "scores"}, c.toks[p.det].fold) {
		return mention{}, false
	}
	if p.det > 0 && isEach(&c.toks[p.det]) && c.toks[p.det-1].cap && c.isFinite(p.det+1) {
		return mention{}, false // "Lee and Kim both said"
	}
	m := several(p.det, p.det+1)
	m.plural = !c.toks[p.det].anyOf("one", "another")
	if c.toks[p.det+1].kind != word && p.det > 0 && c.toks[p.det-1].is(lexicon.Say) && c.toks[p.det-1].has(lexicon.Past|lexicon.Third) {
		return m, true // "said another.", "asks one."
	}
	if p.det > 1 && c.toks[p.det-1].fold == "to" && c.toks[p.det-2].fold == "according" && c.toks[p.det+1].anyOf("on", "in", "at", "who") {
		return m, true // "according to some on Twitter"
	}
	if k := p.det + 1; c.toks[p.det].first && k+1 < len(c.toks) && (c.toks[k].fold == "who" || c.toks[k].text == "," && c.toks[k+1].fold == "who") {
		return m, !m.plural // "Another, who works there, said"
	}
	if c.toks[p.det+1].fold != "of" {
		return m, c.toks[p.det].fold == "others" || c.toks[p.det].fold == "one" && c.toks[p.det+1].fold == "put" || c.isFinite(p.det+1) && c.toks[p.det+1].is(lexicon.Say|lexicon.Tell|lexicon.Call)
	}
	if p.det+3 < len(c.toks) && c.toks[p.det+2].fold == "whom" {
		m.to = p.det + 3
		return m, true
	}
	if n, ok := c.at(p.det + 2); ok && !n.possessive {
		m.to = n.to
		return m, true
	}
	return m, false
}

// ordinal reads "a second" of "A second chipped in", "the other" of "said the other", at
// the determiner i.
func (c *chunker) ordinal(i int) (mention, bool) {
	if i < 0 || i+2 >= len(c.toks) || !(c.toks[i].fold == "a" && c.toks[i].first && c.toks[i+1].anyOf("second", "third", "fourth", "further") || c.toks[i].fold == "the" && c.toks[i+1].fold == "other") {
		return mention{}, false
	}
	m := several(i, i+2)
	m.plural = false
	_, verb := c.phrase(i + 2)
	return m, verb.Is(lexicon.Say) && verb.Has(lexicon.Past|lexicon.Third) || c.afterTag(i) && (c.toks[i+2].kind != word || c.toks[i+2].fold == "who")
}

// afterTag reports whether a quote and a verb of speech stand right before token i: "“No,”
// said".
func (c *chunker) afterTag(i int) bool {
	return i > 1 && c.toks[i-2].kind == quoted && c.toks[i-1].is(lexicon.Say) && c.toks[i-1].has(lexicon.Past|lexicon.Third)
}

// fraction reads "half of voters", "a majority of voters", "40 percent of voters",
// "four in 10 voters" at the determiner i.
func (c *chunker) fraction(i int) (mention, bool) {
	if i < 0 || i+3 >= len(c.toks) {
		return mention{}, false
	}
	of := i + 1
	switch t := &c.toks[i+1]; {
	case c.toks[i].fold == "half":
	case inList(fractionNoun, t.fold):
		of++
	case t.fold == "per" && c.toks[i+2].fold == "cent":
		of += 2
	case t.fold == "in" && (numeric(&c.toks[i+2]) || inList(number, c.toks[i+2].fold)):
		of += 2
	default:
		return mention{}, false
	}
	from := of
	if c.toks[of].fold != "of" && c.toks[of].is(lexicon.Say|lexicon.Tell) && c.toks[of].has(lexicon.Past|lexicon.Base) {
		return several(i, of), true // "four in 10 said"
	}
	if c.toks[of].fold == "of" {
		from++
	} else if c.toks[i+1].fold != "in" {
		return mention{}, false
	}
	n, ok := c.at(from)
	if !ok || !n.plural || n.kind != byDescription {
		return mention{}, false
	}
	n.from = i
	if i > 0 && c.toks[i].anyOf("least", "most") && c.toks[i-1].fold == "at" {
		n.from--
	}
	return n, true
}
