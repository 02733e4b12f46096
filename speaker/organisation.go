package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// orgEnd reads the name of an organisation that begins at i and returns its
// end, 0 when there is none: a run of capitals with its head last ("the Crown
// Prosecution Service"), one with its head first and what it is for ("the
// Department for Environment, Food and Rural Affairs"), or two joined runs with
// the head last ("the Food and Drug Administration").
func (c *chunker) orgEnd(i int) int {
	if c.asked != i+1 {
		c.asked, c.answer = i+1, c.readOrg(i)
	}
	return c.answer
}

// maxOrg bounds the tokens of each run of capitals in an organisation's name, and
// of each list in it.
const maxOrg = 24

func (c *chunker) readOrg(i int) int {
	if end := max(c.placePair(i), c.orgList(i)); end > 0 {
		return end
	}
	h, k := -1, i
	for ; k < i+maxOrg && c.inOrg(k); k++ {
		if c.toks[k].is(lexicon.OrgWord | lexicon.OrgNoun) {
			h = k
		}
	}
	switch {
	case k == i || c.toks[i].first && c.toks[i].anyOf("former", "senior", "top", "leading", "ruling", "fellow", "other", "acting", "retired", "local", "rival", "veteran", "opposition"):
		return 0
	case h == k-1:
		if end := c.orgObject(k); end > 0 {
			return end
		}
		if end := c.orgPair(i, k); end > 0 {
			return end
		}
		if k-i >= 2 {
			return k
		}
		return 0
	case h > i && h+2 == k && c.toks[h+1].is(lexicon.Place):
		return k // "Cancer Research UK"
	case h > i && c.endsOrg(h+1, k):
		return k // "World Food Programme", where "Food" might end a name
	case h > i:
		return h + 1
	case k == i+1 && c.orgCall(i) > 0:
		return c.orgCall(i)
	case k < len(c.toks) && c.toks[k].cap && c.toks[k].anyOf("against", "without"):
		return c.orgObject(k) // "Doctors Without Borders"
	case k == i+1 && !c.toks[i].first && k+1 < len(c.toks) && c.toks[k].fold == "of" && c.toks[i].is(lexicon.RolePlural) && c.capital(k+1) && !c.toks[k+1].is(lexicon.Given):
		return c.nameEnd(k + 1) // "Friends of Ellerholme"
	case k == i+1 && k < len(c.toks) && c.toks[k].fold == "for" && endsPlural(c.toks[i].fold) && c.ordinary(i) && c.ordinary(k+1):
		return c.orgObject(k) // "Voices for Clean Energy"
	}
	return c.orgPair(i, k)
}

// endsOrg reports whether the capitals from i to k, which follow a word that may head
// the name of an organisation, rather end it: nobody is named there.
func (c *chunker) endsOrg(i, k int) bool {
	if c.capital(k) || k-i > 1 {
		return false
	}
	t := &c.toks[i]
	return t.is(lexicon.Common|lexicon.RoleMod|lexicon.SayNoun|lexicon.DocNoun) && !t.is(personHead|lexicon.Title|lexicon.Demonym|lexicon.Surname)
}

// inOrg reports whether the token at i can be part of the run of capitals that
// names an organisation: no word of a person's name.
func (c *chunker) inOrg(i int) bool {
	if i >= len(c.toks) {
		return false
	}
	t := &c.toks[i]
	return t.kind == word && t.cap && !t.headline && t.fold != "'s" && !t.is(lexicon.Function|lexicon.TimeWord) && !partyTag(t) &&
		(!t.is(lexicon.Given) || t.is(lexicon.Common|lexicon.Demonym|lexicon.RoleMod|lexicon.OrgWord|lexicon.OrgNoun)) &&
		(!t.is(lexicon.Title) || t.is(lexicon.OrgWord|lexicon.OrgNoun|lexicon.RoleMod) || t.anyOf("justice", "general"))
}

// ordinary reports whether the capital at i is a word of the language, neither
// of a person nor an organisation of its own.
func (c *chunker) ordinary(i int) bool {
	if !c.inOrg(i) {
		return false
	}
	t := &c.toks[i]
	if t.is(lexicon.Place|lexicon.OrgWord|lexicon.OrgNoun|lexicon.Given|lexicon.Title) || c.names.surname[t.fold] {
		return t.is(lexicon.Common) && !t.is(lexicon.Given) && !t.is(lexicon.Place) || t.anyOf("government", "justice")
	}
	return t.is(lexicon.Common|lexicon.SayNoun|lexicon.DocNoun|lexicon.Role|lexicon.RolePlural|lexicon.RoleMod|lexicon.Demonym) || endsLikeNoun(t.fold)
}

// endsLikeNoun reports whether an unknown word has the ending of a noun or an
// adjective.
func endsLikeNoun(w string) bool {
	for _, end := range []string{"tion", "sion", "ment", "ics", "ity", "ties", "ers", "ing", "ance", "ence", "ture", "ives", "ive", "logy", "ical", "ric", "nic", "ary"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// ordinaries is the end of the run of ordinary capitals at i.
func (c *chunker) ordinaries(i int) int {
	k := i
	for k < i+maxOrg && c.ordinary(k) {
		k++
	}
	return k
}

// orgObject reads what an organisation is for, "for the Prevention of Cruelty to
// Animals", after the head of its name, and returns its end, 0 when there is none.
func (c *chunker) orgObject(i int) int {
	const deepest = 3 // prepositions
	end := c.onePurpose(i)
	for n := 1; n < deepest && end > 0 && end+1 < len(c.toks) && c.toks[end].anyOf("of", "for", "to") && c.ordinary(end-1) && c.ordinary(end+1); n++ {
		more := c.onePurpose(end)
		if more == 0 {
			break
		}
		end = more
	}
	return end
}

// onePurpose reads a preposition and what follows it in an organisation's name,
// and returns its end, 0 when there is none.
func (c *chunker) onePurpose(i int) int {
	if i+1 >= len(c.toks) || !c.toks[i].anyOf("of", "for", "on", "against", "without", "to") {
		return 0
	}
	if p := &c.toks[i]; p.anyOf("against", "without") && !p.cap || p.fold == "to" && (!c.inOrg(i+1) || c.toks[i+1].is(lexicon.Place)) {
		return 0
	}
	end := c.orgTail(i)
	if end == 0 {
		return 0
	}
	for end < i+maxOrg && c.inOrg(end) && !c.leadsToPerson(end) {
		end++
	}
	return c.listEnd(end)
}

// leadsToPerson reports whether the words at i are somebody's role: "Bank of
// England Governor Ann Lee".
func (c *chunker) leadsToPerson(i int) bool {
	k := i
	for n := c.roleWords(k); n > 0 && k < i+maxOrg; n = c.roleWords(k) {
		k += n
	}
	return k > i && k < len(c.toks) && c.toks[k].cap && (c.toks[k].is(lexicon.Given) || c.toks[k-1].is(lexicon.Title|lexicon.Role))
}

// listEnd reads on from end where commas and "and" join further words of one
// name: "of Alcohol, Tobacco and Firearms", "of England and Wales".
func (c *chunker) listEnd(end int) int {
	if end+1 < len(c.toks) && c.toks[end].fold == "and" && c.toks[end-1].is(lexicon.Place) && c.toks[end+1].is(lexicon.Place) && c.toks[end+1].cap {
		return end + 2
	}
	if !c.ordinary(end - 1) {
		return end
	}
	for k := end; k+1 < len(c.toks) && k < end+maxOrg; {
		and := c.toks[k].fold == "and" || c.toks[k].text == "," && c.toks[k+1].fold == "and"
		if !and && c.toks[k].text != "," {
			return end
		}
		if k++; c.toks[k].fold == "and" {
			k++
		}
		to := c.ordinaries(k)
		if to == k {
			return end
		}
		if and {
			return to
		}
		k = to
	}
	return end
}

// orgPair reads on where "and" joins the run of ordinary capitals from i to k to
// another one: that ends with the head of a name, or within a sentence, where
// only a name has capitals ("HM Revenue and Customs").
func (c *chunker) orgPair(i, k int) int {
	if k+1 >= len(c.toks) || c.toks[k].fold != "and" || c.toks[k-1].is(lexicon.RolePlural|lexicon.Demonym) && (c.toks[i].first || k == i+1) {
		return 0
	}
	first := &c.toks[i]
	unknown := first.is(lexicon.Place) || first.lex.Class == 0 // "Northshire Fire and Rescue Service"
	if c.ordinaries(i) != k && (!first.caps && !unknown || c.ordinaries(i+1) != k) {
		return 0
	}
	to := c.ordinaries(k + 1)
	if to == k+1 && k+2 < len(c.toks) && c.inOrg(k+1) && c.toks[k+1].lex.Class == 0 {
		to = c.ordinaries(k + 2) // "Peak and Pennine Lodges Ltd"
	}
	for to < k+maxOrg && c.inOrg(to) && c.toks[to].is(lexicon.OrgWord|lexicon.OrgNoun) {
		to++
	}
	workers := k-i >= 2 && i > 0 && c.toks[i-1].fold == "the" && c.toks[to-1].is(lexicon.RolePlural) // "the United Food and Commercial Workers"
	switch {
	case to == k+1 || c.toks[to-1].is(lexicon.RolePlural|lexicon.Demonym) && !workers:
		return 0
	case to >= k+3 && (c.toks[to-1].is(lexicon.OrgWord|lexicon.OrgNoun) || c.toks[to-1].anyOf("enforcement", "protection")):
		return to
	case (!first.first && !unknown || first.caps) && !c.leadsToPerson(to) && !(to < len(c.toks) && c.toks[to].cap):
		return to
	}
	return 0
}

// orgList reads a list of what a body is for, with its head at the end: "the Rail,
// Maritime and Transport union". It returns 0 when there is none.
func (c *chunker) orgList(i int) int {
	if i == 0 || c.toks[i-1].fold != "the" {
		return 0
	}
	k := c.ordinaries(i)
	if k == i || k+1 >= len(c.toks) || c.toks[k].text != "," {
		return 0
	}
	end := c.listEnd(k)
	if end == k || end >= len(c.toks) || !c.toks[end].is(lexicon.OrgWord|lexicon.OrgNoun) {
		return 0
	}
	return end + 1
}

// placePair reads on where "and" joins the places that one body serves: "Devon and
// Cornwall Police".
func (c *chunker) placePair(i int) int {
	place := func(t *token) bool {
		return t.kind == word && t.cap && (t.is(lexicon.Place) || t.lex.Class&^lexicon.Common == 0)
	}
	if i+3 >= len(c.toks) || !place(&c.toks[i]) || c.toks[i+1].fold != "and" || !place(&c.toks[i+2]) {
		return 0
	}
	to := i + 3
	for to < i+maxOrg && c.inOrg(to) && !c.toks[to].is(lexicon.Place) {
		to++
	}
	if !c.toks[to-1].anyOf("police", "constabulary", "council", "hospital", "hospitals", "trust", "board", "university", "nhs", "service") {
		return 0
	}
	return to
}

// orgCall reads a name that is a call and returns its end, 0 when there is none:
// "Save the Children".
func (c *chunker) orgCall(i int) int {
	if i+2 >= len(c.toks) || !c.toks[i].cap || c.toks[i+1].fold != "the" || !c.toks[i].is(lexicon.Common) || c.toks[i].is(lexicon.Function|head|lexicon.Place|lexicon.Given|lexicon.RoleMod) {
		return 0
	}
	to := c.ordinaries(i + 2)
	if to == i+2 || c.toks[i].first && !c.tagged(to-1) {
		return 0
	}
	return to
}

// orgTail reads "of Justice", "for Disease Control and Prevention" after the
// head of an organisation's name and returns its end, 0 when there is none.
func (c *chunker) orgTail(i int) int {
	k := i + 1
	if k < len(c.toks) && c.toks[k].fold == "the" {
		k++
	}
	if !c.capital(k) || k+1 < len(c.toks) && c.toks[k+1].fold == "'s" || c.toks[i].fold == "and" && !c.toks[k].is(lexicon.OrgWord) || c.toks[k].is(lexicon.Title|lexicon.RolePlural) && c.capital(k+1) && !c.ordinary(k+1) || c.toks[k].is(lexicon.Given) && c.toks[i].fold != "of" {
		return 0
	}
	return k + 1
}

// organisation reports whether the run of capitals is an organisation's name.
func (c *chunker) organisation(from, to int) bool {
	last := &c.toks[to-1]
	if to-from == 2 && c.toks[from].is(lexicon.Title) && inList(honorific, c.toks[from].fold) {
		return false // "Ms Church"
	}
	if to-from == 3 && c.toks[from].is(lexicon.Title|lexicon.Role) && c.toks[from+1].is(lexicon.Given) && !c.toks[from+1].is(lexicon.Place|lexicon.Common|lexicon.RoleMod) {
		return false // "Sister Karen Church"
	}
	if c.orgEnd(from) == to {
		return true
	}
	person := to-from > 1 && last.is(lexicon.Surname) && c.toks[from].is(lexicon.Given) // "Samantha Power"
	if last.is(lexicon.OrgWord) && !last.is(lexicon.Given|lexicon.Role) && !person {
		return true
	}
	for k := from; k < to; k++ {
		t := &c.toks[k]
		if t.anyOf("of", "for", "and") || t.kind == mark && t.text == "&" {
			return true
		}
	}
	return false
}
