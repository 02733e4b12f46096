package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
	"quotes/speaker/name"
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
	if c.dates(i) {
		p.det = i
		i += 2
	} else if (opensPhrase(t) || c.points(i)) && !c.isName(i) && !(t.fold == "her" && i+1 < len(c.toks) && c.toks[i+1].anyOf("a", "an", "the")) { // not "sent her a note"
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
		if !c.speaks(p, end) && !c.isTold(p, end) {
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

// dates reports whether a day's possessive stands at i before something to read:
// "Thursday's memo said".
func (c *chunker) dates(i int) bool {
	return i+2 < len(c.toks) && c.toks[i].is(lexicon.TimeWord) && c.toks[i].cap && c.toks[i+1].fold == "'s" && c.toks[i+2].is(lexicon.DocNoun) && !c.toks[i+2].cap
}

// points reports whether the word at i is the "that" of "That letter said" or of
// "“No,” that person said".
func (c *chunker) points(i int) bool {
	if c.toks[i].fold == "that" && i > 0 && c.toks[i-1].kind == quoted && i+2 < len(c.toks) && c.toks[i+1].is(personHead) && c.isFinite(i+2) {
		return true
	}
	if c.toks[i].first && c.toks[i].fold == "that" && i+2 < len(c.toks) && c.toks[i+1].is(personHead) && (c.toks[i+2].text == "," || c.toks[i+2].is(lexicon.Say|lexicon.Tell) && c.isFinite(i+2)) {
		return true // "That boss, Tom Lee, left", "That person said"
	}
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
	if p.det < 0 || end <= p.det+1 || end >= len(c.toks) {
		return false
	}
	last, verb := &c.toks[end-1], &c.toks[end]
	if last.kind != word || last.is(lexicon.TimeWord|lexicon.Adverb|lexicon.Pronoun) || last.fold == "ago" {
		return false
	}
	return inList(tagVerb, verb.fold) || contains(possessives, c.toks[p.det].fold) && verb.is(lexicon.Say|lexicon.Tell|lexicon.Call)
}

// isTold reports whether a phrase without a known head, which ends at end, follows a
// verb of speech right after a quote: "“No,” said a packer on the night shift".
func (c *chunker) isTold(p phrase, end int) bool {
	return p.det == p.from && c.toks[p.det].anyOf("a", "an", "one", "another") && end > p.det+1 && end < len(c.toks) && c.afterTag(p.from) && c.plainNoun(end-1) &&
		(c.toks[end].kind != word || c.toks[end].anyOf("at", "on", "from", "for", "in", "who", "with"))
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
	if t.is(lexicon.OrgNoun) && strings.HasSuffix(t.fold, "s") && (t.first || i > 0 && c.toks[i-1].anyOf("but", "and")) && i+1 < len(c.toks) && c.toks[i+1].is(lexicon.Say|lexicon.Tell) && c.isFinite(i+1) {
		return true // "Charities said"
	}
	return t.is(personHead|lexicon.RoleMod|lexicon.Demonym|lexicon.Place) || (i == 0 || c.toks[i-1].kind != word && !strings.HasSuffix(t.fold, "ing")) && c.compound(i) // not "the primary, beating rival Ann Lee"
}

// isFinite reports whether the word at i is more likely a verb than a noun.
func (c *chunker) isFinite(i int) bool {
	if i >= len(c.toks) {
		return false
	}
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
		if (k < m.nameFrom || !m.named()) && k > m.owner && t.is(lexicon.Title|personHead) && (t.is(lexicon.Title) || !t.is(lexicon.Given)) && (t.lex.Gender == lexicon.Male || t.lex.Gender == lexicon.Female) {
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
		if m.nameTo-m.nameFrom == 2 && (isEastern(&c.toks[m.nameFrom+1]) || name.Parse(t.fold+" "+c.toks[m.nameTo-1].fold).Surname == t.fold) {
			return lexicon.Unknown // of "Kim Yo-jong", "Lu Kang" the first word is the surname
		}
		if m.nameTo-m.nameFrom == 3 && name.Parse(c.toks[m.nameFrom].fold+" "+c.toks[m.nameFrom+1].fold+" "+c.toks[m.nameFrom+2].fold).Surname == c.toks[m.nameFrom].fold {
			return lexicon.Unknown // "Lim Hui Shan"
		}
		if first, _, double := strings.Cut(t.fold, "-"); double && t.lex.Class == 0 && !isEastern(t) {
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
		if m.to+1 < len(c.toks) && c.toks[m.to].anyOf("’", "'") && c.toks[m.to].Start > c.toks[m.to-1].End && len(c.toks[m.to+1].fold) == 2 && numeric(&c.toks[m.to+1]) {
			m.to += 2 // "Ann Lee ’28": the year of graduation
		}
		if m.to+1 < len(c.toks) && c.toks[m.to].anyOf("alias", "aka") && c.isName(m.to+1) {
			m.to = c.nameEnd(m.to + 1) // "Ann Lee alias Nan"
		}
		if m.to+1 < len(c.toks) && c.toks[m.to].fold == "of" && (m.title || m.nameTo-m.nameFrom > 1) {
			if n, ok := c.at(m.to + 1); ok && n.kind != byPronoun {
				m.to = n.to
			}
		}
		return
	}
	if m.class&(personHead|lexicon.OrgNoun) == 0 {
		if m.to+1 < len(c.toks) && c.toks[m.to].fold == "of" && c.toks[m.head].anyOf("page", "cover", "website", "edition") {
			if n, ok := c.at(m.to + 1); ok && n.kind == byName {
				m.to = n.to // "the front page of the Herald"
			}
		}
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
	if c.toks[m.head].is(lexicon.Demonym) && c.toks[m.head].cap && m.to < len(c.toks) && c.toks[m.to].fold == "of" {
		return // "said the Egyptian of Ann Lee"
	}
	for range 3 {
		if m.to+1 >= len(c.toks) || !c.toks[m.to].anyOf("of", "for", "at", "from", "in", "with", "on", "to") {
			return
		}
		if end := c.portfolioEnd(m); end > 0 {
			m.to = end
			c.takeName(m)
			return
		}
		if n, ok := c.at(m.to + 1); ok && n.kind == byName {
			if at := c.nameAfterNoun(n); at > n.from {
				m.to = at
				return
			}
			if c.toks[m.to].anyOf("in", "at") && n.nameFrom > n.from && c.newName(n.nameFrom) && c.toks[n.nameFrom-1].lex.Class == 0 {
				m.to = n.nameFrom
				return // "leader in the zila parishad Hurmal Damor"
			}
			if (m.plural || m.class&personHead == 0) && n.nameTo-n.nameFrom > 1 && c.toks[m.to].anyOf("from", "to", "with", "on") && c.toks[n.nameFrom].is(lexicon.Given) && !c.toks[n.nameFrom].is(lexicon.Place) {
				return // "a letter to shareholders from Ann Lee"
			}
		}
		n, ok := c.object(m.to + 1)
		if ok && c.toks[m.to].anyOf("for", "of") && c.isName(n-1) && n+2 < len(c.toks) && c.toks[n].fold == "and" && c.isName(n+1) && c.toks[c.nameEnd(n+1)-1].cap {
			if end := c.nameEnd(n + 1); end < len(c.toks) && c.toks[end].text == "," {
				n = end // "the member for Wold and Marden,"
			}
		}
		if !ok || c.toks[m.to].fold == "to" && !c.toks[m.to+1].is(lexicon.Det) && !c.isName(m.to+1) {
			return
		}
		m.to = n
	}
}

// nameAfterNoun is where in a mention the name begins, with its titles, of somebody
// who is not what the noun before it is: "head of the settlement Lyudmila Voronets",
// "president of the traders' body Haji Gul Khan". Otherwise it is where the mention
// begins.
func (c *chunker) nameAfterNoun(m mention) int {
	k := m.nameFrom
	if !m.title && c.toks[k].is(lexicon.Given) && k > m.from && !c.toks[k-1].is(lexicon.Title|lexicon.Det|personHead) {
		return k // but of "Prime Minister Ann Lee" the name is part
	}
	for k > m.from && c.toks[k-1].is(lexicon.Title) && c.toks[k-1].cap {
		k--
	}
	if at := m.nameTo - 2; at-m.nameFrom >= 2 && m.nameFrom == m.from && c.toks[at].is(lexicon.Given) && !c.toks[at].is(lexicon.Common) && !c.toks[m.nameFrom].is(lexicon.Given|lexicon.Surname) && c.toks[m.nameFrom].lex.Class != 0 {
		return at // "Vice President for Campus Life Leonard Lee"
	}
	if j := c.ordinaries(m.nameFrom); m.nameFrom == m.from && j > m.nameFrom && j <= m.nameTo-2 && c.capital(j) {
		return j // "Envoy for Reconstruction Rasa Vaitek"
	}
	first := m.from
	if c.toks[first].is(lexicon.Det) {
		first++
	}
	org := c.orgEnd(first)
	if n, e := c.phrase(first); e.Is(lexicon.OrgWord) {
		org = max(org, first+n)
	}
	if k > first && k <= org && org < m.nameFrom {
		return org // "of the Joint Chiefs of Staff Gen. Lee"
	}
	if k > m.from && k < m.nameFrom && !c.toks[k-1].cap && !c.toks[k-1].is(lexicon.Function) &&
		(inList(honorific, c.toks[k].fold) || !c.toks[k-1].is(lexicon.RoleMod|personHead)) {
		return k
	}
	return m.from
}

// object reads the noun phrase after a preposition, of whatever head.
func (c *chunker) object(i int) (int, bool) {
	if c.toks[i].kind != word {
		return 0, false
	}
	if n, ok := c.at(i); ok {
		return c.pastNouns(n), n.kind != byPronoun
	}
	k := i
	if c.toks[k].is(lexicon.Det) {
		k++
	}
	for n := 0; k < len(c.toks) && n < 3; n++ {
		if words, e := c.phrase(k); e.Is(lexicon.SayNoun) {
			return k + words, true // "a conference call"
		}
		t := &c.toks[k]
		if m, ok := c.at(k); ok && n > 0 && m.kind == byName && !t.cap {
			return m.to, true // "road safety charity SafeWay"
		}
		if t.kind != word || t.is(lexicon.Function|lexicon.TimeWord) || strings.HasSuffix(t.fold, "ing") && !c.closesAt(k+1) {
			break
		}
		if c.isFinite(k) && !(k == i+1 && c.toks[i].is(lexicon.Det) && t.has(lexicon.Third)) {
			break
		}
		if n > 0 && (inList(irregular, t.fold) || c.isName(k) && (t.is(lexicon.Title|lexicon.Given) || c.newName(k))) {
			break
		}
		k++
	}
	if k == i || k == i+1 && c.toks[i].is(lexicon.Det) || c.toks[i].is(lexicon.TimeWord) {
		return 0, false
	}
	return k, true
}

// newName reports whether two capitals stand at i, and what is no capital before and
// after them: "president of production Dorn Vale".
func (c *chunker) newName(i int) bool {
	return !c.toks[i-1].cap && !c.toks[i-1].is(lexicon.Det) && i+1 < len(c.toks) && c.isName(i+1) && c.nameEnd(i) == i+2 && c.closesAt(i+2) && c.bearsName(i)
}

// pastNouns is the end of a mention with the nouns after it that the lexicon lacks:
// "government affairs", "the Hyde Road depot", "the city's heritage cell".
func (c *chunker) pastNouns(m mention) int {
	const most = 2
	to, owns := m.to, false
	if owns = to+1 < len(c.toks) && c.toks[to].fold == "'s" && m.kind != byPronoun; owns {
		to++
	}
	first := to
	for to < len(c.toks) && to < first+most && c.plainNoun(to) {
		to++
	}
	named := m.kind == byName && c.toks[m.from].is(lexicon.Det)
	if m.kind == byDescription && !owns || (owns || named) && to > first && to < len(c.toks) && c.isFinite(to) {
		return to
	}
	return m.to
}

// closesAt reports whether nothing that belongs to the word before can stand at i:
// "its director of housing, Ann Lee".
func (c *chunker) closesAt(i int) bool {
	return i >= len(c.toks) || c.toks[i].kind != word || c.toks[i].is(lexicon.TimeWord) || c.isFinite(i) || c.toks[i].anyOf("at", "for")
}

// plainNoun reports whether the word at i can only be a noun here: unknown,
// without a capital, not a verb by its looks.
func (c *chunker) plainNoun(i int) bool {
	t := &c.toks[i]
	return t.kind == word && !t.cap && !t.is(lexicon.Function|lexicon.TimeWord) && !c.isFinite(i) && !inList(irregular, t.fold) && !strings.HasSuffix(t.fold, "ed") && !strings.HasSuffix(t.fold, "ing") && !strings.HasSuffix(t.fold, "ly") && t.fold != "'s"
}
