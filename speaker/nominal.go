package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// maxPhrase bounds the tokens of a phrase and the unknown words in it.
const (
	maxPhrase = 16
	maxBare   = 5
)

// nominals reads the words of a phrase from i on, noting its head, and returns
// where it stopped.
func (c *chunker) nominals(p *phrase, i int) int {
	for start := i; i < len(c.toks) && i-start < maxPhrase; {
		next, more := c.nominal(p, start, i)
		if !more {
			return next
		}
		i = next
	}
	return i
}

// nominal reads the word at i of a phrase whose nouns begin at start. It returns
// where to read on and whether to; when not, where the phrase ends.
func (c *chunker) nominal(p *phrase, start, i int) (next int, more bool) {
	t := &c.toks[i]
	switch {
	case t.cap && i > start && inList(event, c.toks[i-1].fold) && c.isName(i):
		return i, false // "at the convention Sen. Lee said"
	case t.kind != word:
		return c.passMark(p, i)
	case t.fold == "'s":
		return past(i, c.possess(p, i))
	case i == start && c.ministerOf(i) > 0:
		end := c.ministerOf(i)
		p.noun(end-1, lexicon.Entry{Class: lexicon.Role})
		return end, true
	case t.cap && c.orgEnd(i) > 0 && !c.named(p, i):
		p.name(i, c.orgEnd(i), lexicon.Entry{Class: lexicon.OrgWord})
		return p.nameTo, true
	case c.roleWords(i) > 0:
		n, e := c.phrase(i)
		if e.Is(head) {
			p.noun(i+n-1, e)
		}
		return i + n, true
	case t.cap && fromWhere(t):
		return i + 1, true
	case i > start && c.playsFor(i):
		p.noun(i, lexicon.Entry{Class: lexicon.Role})
		return i + 1, true
	case c.saysDead(i):
		return i + 1, true
	case c.isName(i):
		if c.named(p, i) || c.afterPaper(p, i) {
			return i, false // "In a statement Acme said", "In his speech Mr Lee said"
		}
		end := c.nameEnd(i)
		p.name(i, end, c.toks[end-1].lex)
		return end, true
	case t.is(lexicon.Function) && !t.is(lexicon.Role) && !(p.head < 0 && t.is(lexicon.RoleMod)):
		return past(i, c.functionBelongs(p, start, i))
	case p.head >= 0 && c.isFinite(i) && !(t.cap && !t.first):
		return i, false
	case p.det >= 0 && p.head < 0 && inList(twosome, t.fold) && c.isFinite(i+1):
		p.noun(i, lexicon.Entry{Class: lexicon.RolePlural, Form: lexicon.Plural})
		return i + 1, true
	case t.is(head):
		if c.headIsVerb(p, i) {
			return i, false
		}
		p.noun(i, t.lex)
		return i + 1, true
	case t.is(lexicon.RoleMod|lexicon.Demonym|lexicon.Place) && !t.is(lexicon.TimeWord):
		return i + 1, true
	case t.is(lexicon.TimeWord) && !t.cap:
		return i, false
	}
	return c.passUnknown(p, start, i)
}

// afterPaper reports whether the name at i stands right after something read or said, with
// which it has nothing to do.
func (c *chunker) afterPaper(p *phrase, i int) bool {
	if p.head != i-1 || p.det < 0 || !isPaper(p.class) {
		return false
	}
	return contains(possessives, c.toks[p.det].fold) || p.class&lexicon.DocNoun != 0 && c.toks[p.det].anyOf("a", "an")
}

// saysDead reports whether the word at i says of somebody's relative that he is dead:
// "Ann Lee's late husband".
func (c *chunker) saysDead(i int) bool {
	return c.toks[i].fold == "late" && i > 0 && c.toks[i-1].fold == "'s" && i+1 < len(c.toks) && c.toks[i+1].is(personHead)
}

// playsFor reports whether the word at i is the noun of "the Scotland international
// said".
func (c *chunker) playsFor(i int) bool {
	return c.toks[i].fold == "international" && c.toks[i-1].is(lexicon.Place|lexicon.Demonym) && c.toks[i-1].cap && (c.closesAt(i+1) || c.toks[i+1].is(lexicon.Function))
}

// past goes past the word at i or ends the phrase before it.
func past(i int, belongs bool) (next int, more bool) {
	if belongs {
		return i + 1, true
	}
	return i, false
}

// noun takes the noun at i, or the phrase for one that ends there, for the head.
func (p *phrase) noun(i int, e lexicon.Entry) {
	p.head, p.bare, p.class, p.form = i, 0, e.Class, e.Form
}

// name takes the run of capitals from from to to for the head.
func (p *phrase) name(from, to int, e lexicon.Entry) {
	p.nameFrom, p.nameTo = from, to
	p.noun(to-1, e)
}

// passMark goes past a comma between adjectives and a bracket after a title.
func (c *chunker) passMark(p *phrase, i int) (next int, more bool) {
	if c.toks[i].text == "," && c.listed(p, i) { // "a small, angry crowd"
		return i + 1, true
	}
	if n := c.aside(p, i); n > 0 {
		return n, true
	}
	return i, false
}

// functionBelongs reports whether the phrase goes on past the function word at i:
// "chairman and chief executive", "all the men".
func (c *chunker) functionBelongs(p *phrase, start, i int) bool {
	t := &c.toks[i]
	if t.fold == "and" && c.joinsRoles(p, i) {
		return true
	}
	if p.head >= 0 {
		return false
	}
	channel := p.det >= 0 && c.toks[p.det].cap && !c.toks[p.det].first // "Channel Seven the men"
	return t.is(lexicon.Adverb) && i-start < 3 || i == start && opensPhrase(t) && !channel
}

// headIsVerb reports whether the word at i, which could be a head, is rather the
// verb or the cue of the head before it: "Kent Police tweet:", "officials claim".
func (c *chunker) headIsVerb(p *phrase, i int) bool {
	t := &c.toks[i]
	if p.head < 0 || !t.is(lexicon.SayNoun) {
		return false
	}
	if isPaper(p.class) && p.head == i-1 && t.has(lexicon.Third) && c.isName(i+1) {
		return true // "The complaint quotes Ann Lee"
	}
	if p.nameTo == p.head+1 && (!t.is(personHead|lexicon.OrgNoun|lexicon.DocNoun) || t.is(lexicon.Say) && i+1 < len(c.toks) && c.toks[i+1].text == ":") {
		return true
	}
	return p.class&lexicon.RolePlural != 0 && p.class&lexicon.Role == 0 && t.is(speechVerb) && t.has(lexicon.Base)
}

// passUnknown goes past a word that the lexicon doesn't know where it can belong
// to the phrase.
func (c *chunker) passUnknown(p *phrase, start, i int) (next int, more bool) {
	if c.unknownEnds(p, start, i) {
		return i, false
	}
	if c.endsUnknown(p, i) {
		p.head, p.class = i, 0
		if isAge(c.toks[p.det+1].fold) {
			p.class = lexicon.Role
		}
		return i + 1, false
	}
	p.bare++
	return past(i, p.bare <= maxBare)
}

// unknownEnds reports whether the unknown word at i is no more of the phrase.
func (c *chunker) unknownEnds(p *phrase, start, i int) bool {
	t := &c.toks[i]
	headless := p.head < 0
	switch {
	case headless && i == start && p.det >= 0 && i+1 < len(c.toks) && c.toks[i+1].is(lexicon.DocNoun|lexicon.SayNoun) && !c.toks[i+1].is(lexicon.Det):
		return false // "an emailed statement"
	case headless && c.isFinite(i) && t.has(lexicon.Past|lexicon.Third) && (t.is(lexicon.Say) || p.bare > 0 && t.is(speechVerb)):
		return true // "the rally denounced"
	case !headless && (t.is(lexicon.TimeWord|lexicon.NotName) || strings.HasSuffix(t.fold, "ly")):
		return true
	case headless && p.det >= 0 && i+1 < len(c.toks) && c.isName(i+1) && (inList(thing, t.fold) || p.det > 0 && c.toks[p.det-1].first && c.toks[p.det-1].is(lexicon.Prep) && i+2 < len(c.toks) && c.toks[i+2].fold == "'s"):
		return true // "in a way Ann Lee slammed", "At the pier Ann's brother said"
	case i > start && c.hasObject(i), !headless && p.nameTo == i && inList(irregular, t.fold):
		return true // "a film showed Ann Lee", "Ann Lee met Senator Kim"
	case !headless && p.class&lexicon.DocNoun != 0 && p.class&(personHead|lexicon.OrgNoun) == 0 && endsPlural(t.fold):
		return true // "the letter urges staff"
	case !headless:
		return !c.compound(i) && !c.endsUnknown(p, i) && !c.qualifiesPaper(p, i)
	}
	return p.det < 0 && p.owner < 0 && !c.compound(i)
}

// named reports whether the phrase has had its name, and what came after it is no
// role: the name at i is another's.
func (c *chunker) named(p *phrase, i int) bool {
	return p.head >= 0 && p.nameTo > p.nameFrom && p.nameTo != i && p.head >= p.nameTo && p.class&(personHead|lexicon.RoleMod|lexicon.Title|lexicon.OrgNoun) == 0
}

// hasObject reports whether the word at i, in the midst of a phrase, is rather
// the verb of the name after it: "a film showed Ann Lee", but not "the newly
// elected Ann Lee", "a doctor turned MP".
func (c *chunker) hasObject(i int) bool {
	w := c.toks[i].fold
	return strings.HasSuffix(w, "ed") && w != "turned" && !strings.Contains(w, "-") && !isAdverb(&c.toks[i-1]) && i+1 < len(c.toks) && c.isName(i+1)
}

// roleWords is the number of words of the phrase for a role at i, 0 for none:
// "press secretary", "Secretary of State".
func (c *chunker) roleWords(i int) int {
	n, e := c.phrase(i)
	if n == 0 || !e.Is(personHead|lexicon.RoleMod|lexicon.OrgNoun) || e.Is(lexicon.Place|lexicon.OrgWord) && c.toks[i].cap {
		return 0
	}
	return n
}

// endsUnknown reports whether the unknown word at i is the head of a phrase with a
// name in it, the subject of a verb of speech: "this Elvis look-alike declared".
func (c *chunker) endsUnknown(p *phrase, i int) bool {
	if p.det >= 0 && p.head >= 0 && isAge(c.toks[p.det+1].fold) && i+1 < len(c.toks) && inList(tagVerb, c.toks[i+1].fold) {
		return true // "the 19-year-old Catalan qualifier told"
	}
	return p.det >= 0 && c.toks[p.det].anyOf("a", "an", "this", "one", "another") && p.nameTo == i && i+1 < len(c.toks) && inList(tagVerb, c.toks[i+1].fold)
}

// qualifiesPaper reports whether the unknown word at i, after a name, belongs to the noun
// for something to read that follows it: "the printed Lee slate card".
func (c *chunker) qualifiesPaper(p *phrase, i int) bool {
	return p.det >= 0 && p.nameTo == i && c.plainNoun(i) && i+1 < len(c.toks) && c.toks[i+1].is(lexicon.DocNoun) && !c.toks[i+1].cap && !c.isFinite(i+1) && !endsPlural(c.toks[i].fold)
}

// listed reports whether the comma at i stands between two adjectives before the
// head: "a small, angry crowd", but not "the primary, beating rival Ann Lee".
func (c *chunker) listed(p *phrase, i int) bool {
	if p.head >= 0 || p.det < 0 || i <= p.det+1 || i+1 >= len(c.toks) || c.toks[i-1].is(lexicon.TimeWord) || endsPlural(c.toks[i-1].fold) {
		return false
	}
	next := &c.toks[i+1]
	return next.kind == word && !next.cap && next.fold != "former" && (!next.is(lexicon.Function|head) || isAge(next.fold)) && !c.isFinite(i+1) &&
		!strings.HasSuffix(next.fold, "ed") && (i == p.det+2 || !strings.HasSuffix(next.fold, "ing"))
}

// endsPlural reports whether a word looks like a plural: "three clusters, holding".
func endsPlural(w string) bool {
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us")
}

// aside returns the end of the bracket at i when it stands between a title and
// its name, 0 when it doesn't: "Rear Admiral (ret.) James Hollis".
func (c *chunker) aside(p *phrase, i int) int {
	const longest = 3
	if c.toks[i].text != "(" || i == 0 {
		return 0
	}
	if i+3 < len(c.toks) && p.nameTo == i && c.toks[i+1].is(lexicon.Place) && c.toks[i+2].text == ")" && c.toks[i+3].cap && c.toks[i+3].is(lexicon.Title) {
		return i + 3 // "Marsh County (Ariz.) Sheriff Tom Lee"
	}
	if !c.toks[i-1].is(lexicon.Title|lexicon.Role) && !(p.head == i-1 && p.class&lexicon.Role != 0) || p.nameTo == i && !c.toks[i-1].is(lexicon.Title) {
		return 0
	}
	for k := i + 1; k < len(c.toks) && k <= i+1+longest; k++ {
		if c.toks[k].text == ")" && c.capital(k+1) {
			return k + 1
		}
	}
	return 0
}

// possess takes the possessive ending at i: what stood before is the owner.
func (c *chunker) possess(p *phrase, i int) bool {
	next := i + 1
	if p.head < 0 && p.det < 0 || next >= len(c.toks) || c.toks[next].kind != word || c.toks[next].is(lexicon.Function) && !c.saysDead(next) {
		return false
	}
	// Look ahead: the possession must have a head of its own. Of "Trump's claim"
	// it is Trump who speaks.
	if c.depth >= maxDepth || c.owners >= maxOwners {
		return false
	}
	q := phrase{from: p.from, det: i, owner: i - 1, head: -1}
	c.depth, c.owners = c.depth+1, c.owners+1
	c.nominals(&q, next)
	c.depth, c.owners = c.depth-1, c.owners-1
	if q.head < 0 || q.nameTo != q.head+1 && q.class&lexicon.SayNoun != 0 && q.class&(personHead|lexicon.OrgNoun) == 0 {
		return false
	}
	p.owner = i - 1
	p.head, p.nameFrom, p.nameTo, p.bare, p.det = -1, 0, 0, 0, i
	return true
}

// joinsRoles reports whether the "and" at i joins two roles of one person:
// "chairman and chief executive Tony Ball".
func (c *chunker) joinsRoles(p *phrase, i int) bool {
	if p.head < 0 || p.head != i-1 || p.nameTo == i || p.class&lexicon.Role == 0 || i+1 >= len(c.toks) {
		return false
	}
	role := false
	for k := i + 1; k < len(c.toks) && k < i+7; k++ {
		t := &c.toks[k]
		if n := c.roleWords(k); n > 0 {
			k += n - 1
			_, e := c.phrase(k - n + 1)
			role = e.Is(lexicon.Role)
			continue
		}
		if c.isName(k) && !t.is(lexicon.Place|lexicon.Demonym) && !t.caps {
			return k > i+1
		}
		if t.kind != word || !t.caps && !t.is(lexicon.Role|lexicon.RoleMod|lexicon.OrgNoun|lexicon.Place|lexicon.Demonym) {
			return role && (p.det >= 0 && c.toks[p.det].anyOf("the", "a", "an") || p.from > 0 && c.toks[p.from-1].text == ",")
		}
		role = t.is(lexicon.Role)
	}
	return false
}

// compound reports whether the unknown word at i goes on to a noun for a
// person within two words: "school shooting survivor".
func (c *chunker) compound(i int) bool {
	for k := i; k < len(c.toks) && k <= i+2; k++ {
		t := &c.toks[k]
		if k > i && t.kind == word && t.is(personHead|lexicon.OrgNoun) && !c.isFinite(k) {
			return !strings.HasSuffix(c.toks[i].fold, "ed")
		}
		if t.kind != word || t.is(lexicon.Function|lexicon.TimeWord) || t.fold == "'s" || c.isFinite(k) || c.isName(k) || strings.HasSuffix(t.fold, "ing") && t.is(speechVerb) {
			return false
		}
	}
	return false
}
