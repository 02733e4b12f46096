package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// phrase is a noun phrase while it is read.
type phrase struct {
	from, det int // det: index of the determiner, -1
	owner     int
	head      int // last head or name token, -1
	nameFrom  int // of the run of capitals that ends at nameTo
	nameTo    int
	bare      int           // unknown words passed since the last head
	class     lexicon.Class // of the head
	form      lexicon.Form
}

// nounPhrase reads the noun phrase at i when its head can speak.
func (c *chunker) nounPhrase(i int) (mention, bool) {
	p := phrase{from: i, det: -1, owner: -1, head: -1}
	if c.about(i) {
		i++
	}
	t := &c.toks[i]
	if (opensPhrase(t) || c.points(i)) && !c.isName(i) {
		p.det = i
		i++
	} else if !c.begins(i) {
		return mention{}, false
	}
	end := c.nominals(&p, i)
	if p.head < 0 {
		if m, ok := c.partitive(p, end); ok {
			return m, true
		}
		if !c.speaks(p, end) {
			return mention{}, false
		}
		p.head = end - 1
	}
	if p.det >= 0 && contains(possessives, c.toks[p.det].fold) && p.nameTo != p.head+1 && p.class&lexicon.SayNoun != 0 && p.class&(personHead|lexicon.OrgNoun) == 0 {
		return mention{}, false // of "her response" it is she who speaks
	}
	m := c.mentionOf(p)
	if h := &c.toks[p.head]; p.head == p.from && !h.cap && !m.plural && m.kind == byDescription && p.from > 0 && c.toks[p.from-1].fold == "to" {
		return mention{}, false // a verb: "ready to host"
	}
	if p.det >= 0 && isDigit(c.toks[p.det].fold[0]) && !m.plural {
		return mention{}, false // "22 Clinton e-mails"
	}
	c.attach(&m)
	c.absorb(&m)
	return m, true
}

// about reports whether the word at i makes the number after it a guess: "about 200
// protesters".
func (c *chunker) about(i int) bool {
	return i+2 < len(c.toks) && c.toks[i+1].kind == word && (numeric(&c.toks[i+1]) || inList(number, c.toks[i+1].fold)) &&
		c.toks[i].anyOf("about", "around", "over", "under", "nearly", "almost", "roughly")
}

// points reports whether the word at i is the "that" of "That letter said".
func (c *chunker) points(i int) bool {
	return c.toks[i].first && c.toks[i].fold == "that" && i+1 < len(c.toks) && c.toks[i+1].is(lexicon.DocNoun|lexicon.SayNoun|lexicon.OrgNoun) && !c.toks[i+1].is(lexicon.Say|lexicon.Function) && !c.toks[i+1].cap
}

// opensPhrase reports whether a determiner can begin the phrase for a speaker;
// "that", "what" and "which" rather begin a clause.
func opensPhrase(t *token) bool {
	if t.kind == word && isDigit(t.fold[0]) && !strings.Contains(t.fold, "-") {
		return true
	}
	return t.is(lexicon.Det) && !contains([]string{"that", "what", "which", "whatever", "whichever", "such", "no", "any", "certain", "enough", "much", "so", "whose", "what's"}, t.fold)
}

// speaks reports whether a phrase without a known head, which ends at end, is
// the subject of a verb of speech: "this look-alike declared".
func (c *chunker) speaks(p phrase, end int) bool {
	return p.det >= 0 && end > p.det+1 && end < len(c.toks) && !c.toks[end-1].is(lexicon.TimeWord|lexicon.Adverb) && !c.toks[end-1].anyOf("ago") && c.toks[end-1].kind == word && (inList(tagVerb, c.toks[end].fold) || contains(possessives, c.toks[p.det].fold) && c.toks[end].is(lexicon.Say|lexicon.Tell|lexicon.Call))
}

// begins reports whether a phrase without a determiner may begin at i.
func (c *chunker) begins(i int) bool {
	t := &c.toks[i]
	if c.isName(i) || t.cap && c.orgEnd(i) > 0 {
		return true
	}
	if t.cap && !t.first {
		return t.is(head | lexicon.RoleMod | lexicon.Demonym)
	}
	if t.is(lexicon.Function) && !t.is(lexicon.Role) || c.isFinite(i) {
		return false
	}
	if _, e := c.phrase(i); e.Is(speechVerb) && e.Has(lexicon.Past|lexicon.Third) {
		return false // "shot back opposition leader Ann Lee"
	}
	return t.is(personHead|lexicon.RoleMod|lexicon.Demonym|lexicon.Place) || (i == 0 || c.toks[i-1].kind != word) && c.compound(i)
}

// maxPhrase bounds the tokens of a phrase and the unknown words in it.
const (
	maxPhrase = 16
	maxBare   = 5
)

// nominals reads the words of a phrase from i on, noting its head, and returns
// where it stopped.
func (c *chunker) nominals(p *phrase, i int) int {
	for start := i; i < len(c.toks) && i-start < maxPhrase; {
		t := &c.toks[i]
		switch {
		case t.cap && i > start && inList(event, c.toks[i-1].fold) && c.isName(i):
			return i // "at the convention Sen. Lee said"
		case t.kind != word:
			if t.text == "," && c.listed(p, i) { // "a small, angry crowd"
				i++
				continue
			}
			if n := c.aside(p, i); n > 0 {
				i = n
				continue
			}
			return i
		case t.fold == "'s":
			if !c.possess(p, i) {
				return i
			}
			i++
		case t.cap && c.orgEnd(i) > 0 && !c.named(p, i):
			p.nameFrom = i
			i = c.orgEnd(i)
			p.nameTo, p.head, p.bare, p.class, p.form = i, i-1, 0, lexicon.OrgWord, 0
		case c.roleWords(i) > 0:
			n := c.roleWords(i)
			i += n
			if _, e := c.phrase(i - n); e.Is(head) {
				p.head, p.bare, p.class, p.form = i-1, 0, e.Class, e.Form
			}
		case t.cap && fromWhere(t):
			i++
		case c.isName(i):
			if c.named(p, i) {
				return i
			}
			p.nameFrom = i
			i = c.nameEnd(i)
			p.nameTo, p.head, p.bare, p.class, p.form = i, i-1, 0, c.toks[i-1].lex.Class, c.toks[i-1].lex.Form
		case t.is(lexicon.Function) && !t.is(lexicon.Role) && !(p.head < 0 && t.is(lexicon.RoleMod)):
			if t.fold == "and" && c.joinsRoles(p, i) {
				i++
				continue
			}
			if p.head < 0 && (t.is(lexicon.Adverb) && i-start < 3 || i == start && opensPhrase(t) && !(p.det >= 0 && c.toks[p.det].cap && !c.toks[p.det].first)) { // "all the men", not "Channel Seven the men"
				i++
				continue
			}
			return i
		case p.head >= 0 && c.isFinite(i) && !(t.cap && !t.first):
			return i
		case t.is(head):
			if p.head >= 0 && p.nameTo == p.head+1 && t.is(lexicon.SayNoun) && (!t.is(personHead|lexicon.OrgNoun|lexicon.DocNoun) || t.is(lexicon.Say) && i+1 < len(c.toks) && c.toks[i+1].text == ":") {
				return i // "Kent Police tweet:"
			}
			if p.head >= 0 && p.class&lexicon.RolePlural != 0 && p.class&lexicon.Role == 0 && t.is(lexicon.SayNoun) && t.is(speechVerb) && t.has(lexicon.Base) {
				return i // "officials claim"
			}
			p.head, p.bare, p.class, p.form = i, 0, t.lex.Class, t.lex.Form
			i++
		case t.is(lexicon.RoleMod|lexicon.Demonym|lexicon.Place) && !t.is(lexicon.TimeWord):
			i++
		case t.is(lexicon.TimeWord) && !t.cap:
			return i
		default:
			if p.head < 0 && c.isFinite(i) && t.has(lexicon.Past|lexicon.Third) && (t.is(lexicon.Say) || p.bare > 0 && t.is(speechVerb)) {
				return i // "the rally denounced"
			}
			if t.is(lexicon.TimeWord|lexicon.NotName) && p.head >= 0 || strings.HasSuffix(t.fold, "ly") && p.head >= 0 {
				return i
			}
			if p.head < 0 && p.det >= 0 && inList(thing, t.fold) && i+1 < len(c.toks) && c.isName(i+1) {
				return i // "in a way Ann Lee slammed"
			}
			if i > start && c.hasObject(i) || p.head >= 0 && p.nameTo == i && inList(irregular, t.fold) {
				return i // "a film showed Ann Lee", "Ann Lee met Senator Kim"
			}
			if p.head >= 0 && !c.compound(i) && !c.endsUnknown(p, i) || p.det < 0 && p.head < 0 && p.owner < 0 && !c.compound(i) {
				return i
			}
			if c.endsUnknown(p, i) {
				p.head, p.class = i, 0
				return i + 1
			}
			p.bare++
			if p.bare > maxBare {
				return i
			}
			i++
		}
	}
	return i
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
	return p.det >= 0 && c.toks[p.det].anyOf("a", "an", "this", "one", "another") && p.nameTo == i && i+1 < len(c.toks) && inList(tagVerb, c.toks[i+1].fold)
}

// listed reports whether the comma at i stands between two adjectives before the head.
func (c *chunker) listed(p *phrase, i int) bool {
	return p.head < 0 && p.det >= 0 && i > p.det+1 && i+1 < len(c.toks) && !c.toks[i-1].is(lexicon.TimeWord) && !endsPlural(c.toks[i-1].fold) && !c.isFinite(i+1) && !strings.HasSuffix(c.toks[i+1].fold, "ed") && c.toks[i+1].kind == word && !c.toks[i+1].is(lexicon.Function|head) && !c.toks[i+1].cap && c.toks[i+1].fold != "former"
}

// endsPlural reports whether a word looks like a plural: "three clusters, holding".
func endsPlural(w string) bool {
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us")
}

// aside returns the end of the bracket at i when it stands between a title and
// its name, 0 when it doesn't: "Rear Admiral (ret.) James Hollis".
func (c *chunker) aside(p *phrase, i int) int {
	const longest = 3
	if c.toks[i].text != "(" || i == 0 || !c.toks[i-1].is(lexicon.Title|lexicon.Role) || p.nameTo == i && !c.toks[i-1].is(lexicon.Title) {
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
	if p.head < 0 && p.det < 0 || next >= len(c.toks) || c.toks[next].kind != word || c.toks[next].is(lexicon.Function) {
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
			return role && p.det >= 0 && c.toks[p.det].anyOf("the", "a", "an")
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

// isFinite reports whether the word at i is more likely a verb than a noun.
func (c *chunker) isFinite(i int) bool {
	t := &c.toks[i]
	if t.kind != word || t.cap && !t.first {
		return false
	}
	if t.is(speechVerb) && t.has(lexicon.Past|lexicon.Third|lexicon.PastPart) {
		return !t.is(head) || i > 0 && c.toks[i-1].kind == word && !c.toks[i-1].is(lexicon.Det|lexicon.Prep|lexicon.Demonym|lexicon.RoleMod) && c.toks[i-1].fold != "'s"
	}
	if t.is(speechVerb) && t.has(lexicon.Base) && !t.is(head|lexicon.RoleMod) {
		return true
	}
	return t.is(lexicon.Aux)
}

// mentionOf makes a mention of a phrase that was read.
func (c *chunker) mentionOf(p phrase) mention {
	m := mention{from: p.from, to: p.head + 1, head: p.head, owner: p.owner, kind: byDescription}
	m.definite = p.owner >= 0 || p.det >= 0 && contains([]string{"the", "this", "that", "his", "her", "their", "its", "my", "our"}, c.toks[p.det].fold)
	m.class = p.class & (head | lexicon.OrgWord)
	if p.nameTo == p.head+1 && p.nameFrom < p.nameTo {
		c.nameIn(&m, p)
	}
	if m.kind == byDescription {
		m.plural = p.class&lexicon.RolePlural != 0 && p.class&lexicon.Role == 0 || p.form&lexicon.Plural != 0
		m.gender = c.genderOf(m)
	}
	return m
}

// genderOf looks for a gendered title, given name, role or owner in a mention. A
// chairman may be a woman.
func (c *chunker) genderOf(m mention) lexicon.Gender {
	g := lexicon.Unknown
	for k := m.from; k < m.to && g == lexicon.Unknown; k++ {
		t := &c.toks[k]
		if (k < m.nameFrom || !m.named()) && k > m.owner && t.is(lexicon.Title|personHead) && (t.lex.Gender == lexicon.Male || t.lex.Gender == lexicon.Female) {
			if m.named() && (strings.HasSuffix(t.fold, "man") || t.fold == "lord" && k+1 < m.nameFrom) {
				break
			}
			g = t.lex.Gender
		}
	}
	if g == lexicon.Unknown {
		g = c.givenGender(m)
	}
	return g
}

// givenGender is the gender of the given name of a mention.
func (c *chunker) givenGender(m mention) lexicon.Gender {
	if m.nameTo-m.nameFrom >= 2 || m.nameTo-m.nameFrom == 1 && !m.title {
		t := &c.toks[m.nameFrom]
		if m.nameTo-m.nameFrom == 2 && isEastern(&c.toks[m.nameFrom+1]) {
			return lexicon.Unknown // of "Kim Yo-jong" the first word is the surname
		}
		if first, _, double := strings.Cut(t.fold, "-"); double && t.lex.Class == 0 {
			if e := c.lex.Word(first); e.Is(lexicon.Given) && (e.Gender == lexicon.Male || e.Gender == lexicon.Female) {
				return e.Gender // "Peta-Gaye"
			}
		}
		if t.is(lexicon.Given) && (m.nameTo-m.nameFrom > 1 || !t.is(lexicon.Surname)) && (t.lex.Gender == lexicon.Male || t.lex.Gender == lexicon.Female) {
			return t.lex.Gender
		}
	}
	return lexicon.Unknown
}

// attach adds what belongs to a description: "a spokesman for the ministry".
func (c *chunker) attach(m *mention) {
	if m.kind == byName {
		if m.to+1 < len(c.toks) && c.toks[m.to].fold == "of" && (m.title || m.nameTo-m.nameFrom > 1) {
			if n, ok := c.at(m.to + 1); ok && n.kind != byPronoun {
				m.to = n.to
			}
		}
		return
	}
	if m.class&(personHead|lexicon.OrgNoun) == 0 {
		return
	}
	if m.to+2 < len(c.toks) && c.toks[m.to].anyOf("close", "familiar", "briefed", "loyal", "sympathetic", "privy", "opposed") && c.toks[m.to+1].anyOf("to", "with", "on", "about") {
		if n, ok := c.object(m.to + 2); ok {
			m.to = n // "a source close to the player"
			if n+1 < len(c.toks) && c.toks[n].fold == "'s" && c.toks[n+1].kind == word {
				m.to = n + 2 // "familiar with Lee's thinking"
			}
		}
	}
	for range 3 {
		if m.to+1 >= len(c.toks) || !c.toks[m.to].anyOf("of", "for", "at", "from", "in", "with", "on", "to") {
			return
		}
		if n, ok := c.at(m.to + 1); ok && n.kind == byName && n.nameFrom > n.from && c.toks[n.nameFrom].is(lexicon.Given) && !n.title {
			m.to = n.nameFrom // "head of the settlement Lyudmila Voronets"
			return
		}
		n, ok := c.object(m.to + 1)
		if !ok || c.toks[m.to].fold == "to" && !c.toks[m.to+1].is(lexicon.Det) && !c.isName(m.to+1) {
			return
		}
		m.to = n
	}
}

// object reads the noun phrase after a preposition, of whatever head.
func (c *chunker) object(i int) (int, bool) {
	if c.toks[i].kind != word {
		return 0, false
	}
	if n, ok := c.at(i); ok {
		to := n.to
		for k := 0; k < 2 && n.kind == byDescription && to < len(c.toks) && c.plainNoun(to); k++ {
			to++ // "government affairs"
		}
		return to, n.kind != byPronoun
	}
	k := i
	if c.toks[k].is(lexicon.Det) {
		k++
	}
	for n := 0; k < len(c.toks) && n < 3; n++ {
		t := &c.toks[k]
		if t.kind != word || t.is(lexicon.Function|lexicon.TimeWord) || c.isFinite(k) || strings.HasSuffix(t.fold, "ing") || n > 0 && inList(irregular, t.fold) {
			break
		}
		k++
	}
	if k == i || k == i+1 && c.toks[i].is(lexicon.Det) || c.toks[i].is(lexicon.TimeWord) {
		return 0, false
	}
	return k, true
}

// plainNoun reports whether the word at i can only be a noun here: unknown,
// without a capital, not a verb by its looks.
func (c *chunker) plainNoun(i int) bool {
	t := &c.toks[i]
	return t.kind == word && !t.cap && !t.is(lexicon.Function|lexicon.TimeWord) && !c.isFinite(i) && !inList(irregular, t.fold) && !strings.HasSuffix(t.fold, "ed") && !strings.HasSuffix(t.fold, "ing") && !strings.HasSuffix(t.fold, "ly") && t.fold != "'s"
}
