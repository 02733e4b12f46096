package speaker

import "quotes/speaker/lexicon"

// portfolioEnd is where the portfolio after a minister ends, whose preposition stands
// right after m, when a name follows: "Minister for Foreign Affairs and Trade Lee Ann".
// It is 0 when there is none.
func (c *chunker) portfolioEnd(m *mention) int {
	if m.plural || m.class&lexicon.Role == 0 || !c.toks[m.to].anyOf("of", "for", "in") || !c.isMinister(m) {
		return 0
	}
	end := 0
	for k := m.to + 1; k < len(c.toks) && k <= m.to+maxPhrase; k++ {
		switch t := &c.toks[k]; {
		case inList(portfolio, t.fold):
			end = k + 1
		case inList(portfolioWord, t.fold), end == k && (t.fold == "and" || t.text == "," || t.text == "&"), k == m.to+1 && t.fold == "the":
		default:
			k = len(c.toks)
		}
	}
	if end == 0 || end >= len(c.toks) || !c.capital(end) || !c.bearsName(end) {
		return 0
	}
	return end
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

// afterPortfolio reports whether the name after a mention is that of the minister.
func (c *chunker) afterPortfolio(m *mention) bool {
	return inList(portfolio, c.toks[m.to-1].fold) && c.isMinister(m) && c.bearsName(m.to)
}
