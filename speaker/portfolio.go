package speaker

import "quotes/speaker/lexicon"

// portfolioEnd is where the portfolio after a minister ends, whose preposition stands
// right after m, when a name follows: "Minister for Foreign Affairs and Trade Lee Ann".
// It is 0 when there is none.
func (c *chunker) portfolioEnd(m *mention) int {
	if m.plural || m.class&lexicon.Role == 0 || !c.toks[m.to].anyOf("of", "for", "in") || !c.isMinister(m) {
		return 0
	}
	end := c.fields(m.to + 1)
	if end > 0 && end+2 < len(c.toks) && c.toks[end].text == "(" && c.toks[end+2].text == ")" {
		end += 3 // "Commissioner of Police (Traffic) Ann Lee"
	}
	if end == 0 || end >= len(c.toks) || !c.isName(end) || !c.bearsName(end) || inList(minister, c.toks[end].fold) {
		return 0 // "a spokesman for Industry Minister Ann Lee" is not she
	}
	return end
}

// fields reads the list of what a minister is minister of, and returns its end, 0
// when none stands at i: "Health and Social Care".
func (c *chunker) fields(i int) int {
	end := 0
	for k := i; k < len(c.toks) && k < i+maxPhrase; k++ {
		switch t := &c.toks[k]; {
		case inList(portfolio, t.fold):
			end = k + 1
		case inList(portfolioWord, t.fold), end == k && (t.fold == "and" || t.text == "," || t.text == "&"):
		case t.fold == "the" && (k == i || c.toks[k-1].fold == "and"):
		default:
			return end
		}
	}
	return end
}

// ministerOf is the end of a role at i that begins with several fields, 0 when there
// is none: "Finance and Corporate Affairs Minister".
func (c *chunker) ministerOf(i int) int {
	t := &c.toks[i]
	if !inList(portfolio|portfolioWord, t.fold) {
		return 0
	}
	end, joined := c.fields(i), false
	for k := i; k < end; k++ {
		switch w := &c.toks[k]; {
		case w.fold == "and" || w.text == "&":
			joined = true
		case w.kind == word && w.cap != t.cap && w.fold != "the" && !(w.first && k == i):
			return 0 // "on trade and Finance Minister Lee said"
		}
	}
	for end > 0 && end < len(c.toks) && c.toks[end].anyOf("cabinet", "principal", "permanent", "shadow", "state") {
		end++
	}
	if !joined || end >= len(c.toks) || !inList(minister, c.toks[end].fold) {
		return 0
	}
	return end + 1
}

// isMinister reports whether a mention is of somebody with a portfolio: "Minister of
// State".
func (c *chunker) isMinister(m *mention) bool {
	for k := m.from; k < m.to; k++ {
		if inList(minister, c.toks[k].fold) {
			return true
		}
	}
	return false
}

// bearsName reports whether the capitals at i are rather a person's name than a
// place's or an organisation's: "Minister of Health Canada".
func (c *chunker) bearsName(i int) bool {
	end := c.nameEnd(i)
	first, last := &c.toks[i], &c.toks[end-1]
	if last.is(lexicon.OrgWord|lexicon.OrgNoun|lexicon.Place) && !last.is(lexicon.Surname|lexicon.Given) {
		return false
	}
	return end-i > 1 || first.lex.Class&^(lexicon.Surname|lexicon.Given) == 0
}
