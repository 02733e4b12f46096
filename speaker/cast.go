package speaker

import (
	"slices"
	"strings"

	"quotes/speaker/lexicon"
	"quotes/speaker/name"
	"quotes/speaker/people"
)

// entity is a person or organisation of a report.
type entity struct {
	names    []variant      // the names it goes by, in order of first use
	known    *people.Person // in the list of the user, nil otherwise
	kind     Kind
	gender   lexicon.Gender
	called   lexicon.Gender // of the latest pronoun for it, while resolving
	roles    []roleOf
	party    roleOf   // party and state, when a tag after the name tells
	said     []roleOf // what the report says that it is: "Lee is a surgeon"
	nation   string   // "Turkey" when a role or demonym tells
	person   bool     // known to be a person: by a title, a given name or a role
	spoke    bool     // speaks somewhere or is one “who”, as people are more than others
	trader   bool     // may be an organisation: "the owner, Trent Flooring"
	firm     bool     // known to be an organisation: "the chain Hallidays"
	plural   bool
	place    bool   // an organisation that is a place
	first    int    // the mention that introduced it
	count    int    // mentions
	last     int    // the latest mention while resolving
	kin      bool   // introduced by the given name, as somebody's relative
	younger  bool   // introduced by the full name, as somebody's child
	bare     int    // the latest mention by a surname alone, -1
	byline   bool   // named only in a line of its own above the text
	they     bool   // goes by "they"
	courtesy string // Mr, Mrs, Ms: how the report addresses whoever has the name
	subjects []int  // the mentions by full name that are subjects
	placed   bool   // stands after a preposition of place somewhere
	inside   bool   // after one that people seldom stand after: in, at
	article  bool   // stands right after “the” somewhere
	thing    bool   // stands for common words: "a cash machine (ATM)"
}

// cast is the people and organisations of one report.
type cast struct {
	src        string
	toks       []token
	entities   []*entity
	byLast     map[string][]int // entities by the last word of a name
	byFirst    map[string][]int // by the first
	byMiddle   map[string][]int // by the words between: a Spanish surname has two, a Chinese one may stand there
	byKey      map[string]int   // by the whole name
	byInitials map[string]int   // organisations by the initials of their words, -1 for two
}

// newCast gathers the cast of a report from its mentions by name. Full names
// come first, so that a surname in the headline finds them.
func newCast(src string, toks []token, inside [][]token, mentions []*mention) *cast {
	c := &cast{src: src, toks: toks, byLast: map[string][]int{}, byFirst: map[string][]int{}, byMiddle: map[string][]int{}, byKey: map[string]int{}, byInitials: map[string]int{}}
	tokensOf := func(m *mention) []token {
		if m.inQuote >= 0 {
			return inside[m.inQuote]
		}
		return toks
	}
	for i, m := range mentions {
		ts := tokensOf(m)
		if m.kind != byName {
			continue
		}
		if m.inQuote >= 0 && m.nameTo-m.nameFrom < len(ts) && isTitle(ts) && strings.HasSuffix(ts[m.nameFrom].fold, "ing") {
			m.kind = byDescription // “Electing Lee”, a title
			continue
		}
		if !short(nameParts(ts, m)) {
			c.addFull(ts, m, i)
		} else if i+1 < len(mentions) && mentions[i+1].inQuote == m.inQuote {
			c.addCouple(ts, m, mentions[i+1], i)
		}
	}
	for i, m := range mentions {
		if m.kind == byDescription || m.nameTo-m.nameFrom > 2 || m.owner >= 0 {
			c.addWithin(tokensOf(m), m, i)
		}
	}
	c.noteInitials()
	for i, m := range mentions {
		if ts := tokensOf(m); m.kind == byName && m.entity < 0 {
			m.other = c.spokenOfInFull(ts, mentions, i)
			c.addShort(ts, m, i)
		}
	}
	for _, e := range c.entities {
		c.classify(e)
	}
	return c
}

// spokenOfInFull is the entity, of the surname that is mention i, whom its clause names in
// full, nil for none: in "Clark said of Ann Clark" it isn't she who said it.
func (c *cast) spokenOfInFull(ts []token, mentions []*mention, i int) *entity {
	m := mentions[i]
	if !m.subject || m.nameTo-m.nameFrom > 1 {
		return nil
	}
	at := m.to
	for _, p := range mentions[i+1 : min(len(mentions), i+1+window)] {
		if p.inQuote != m.inQuote {
			return nil
		}
		for ; at < p.from; at++ {
			if t := &ts[at]; t.kind != word || t.anyOf("and", "but", "or") {
				return nil
			}
		}
		if p.kind == byName && p.entity >= 0 && p.nameTo-p.nameFrom > 1 && ts[p.nameTo-1].fold == ts[m.nameFrom].fold && !p.possessed(ts) {
			return c.entities[p.entity]
		}
	}
	return nil
}

func (c *cast) addFull(ts []token, m *mention, index int) {
	parts := nameParts(ts, m)
	if c.rankedByInitials(ts, m, parts) {
		m.nameFrom, m.title = m.nameFrom+1, true
		c.addShort(ts, m, index)
		return
	}
	key := strings.Join(parts, " ")
	id, ok := c.byKey[key]
	if !ok {
		id = c.sameFull(parts)
		if id < 0 {
			id = c.newEntity(parts, index)
			c.entities[id].younger = isKinBeside(ts, m) && isYounger(ts, m)
		}
		c.byKey[key] = id
	}
	if n, e := phraseAt(ts, m.nameFrom, lexicon.Builtin()); !isStreet(parts) && ts[m.nameFrom].is(lexicon.Given) && !ts[m.nameTo-1].is(lexicon.OrgWord) && !(n > 0 && e.Is(lexicon.Place|lexicon.OrgWord)) {
		c.entities[id].person = true
	}
	if len(parts) == 3 && name.Parse(strings.Join(parts, " ")).Surname == parts[0] {
		c.entities[id].person = true // "Kim Jong Un"
	}
	if m.subject {
		c.entities[id].subjects = append(c.entities[id].subjects, index)
	}
	c.note(id, ts, m, parts)
}

// rankedByInitials reports whether the name of mention m is an office by its initials and
// the surname of a person named before: "DPP Rahmat".
func (c *cast) rankedByInitials(ts []token, m *mention, parts []string) bool {
	const shortest = 3 // letters; two are given names: "JD Vance"
	if len(parts) != 2 || !ts[m.nameFrom].caps || ts[m.nameTo-1].caps || len(parts[0]) < shortest || ts[m.nameFrom].is(lexicon.Given) {
		return false
	}
	ids := c.byLast[parts[1]]
	return slices.ContainsFunc(ids[max(0, len(ids)-maxNamesakes):], func(id int) bool { return c.entities[id].person })
}

// addWithin books whoever is named in full only within a description or the name
// of something: "Jack Lee's lawyer", "an ally of Jack Lee", "The Jack Lee Show". A
// surname later in the report means him.
func (c *cast) addWithin(ts []token, m *mention, index int) {
	if m.kind == byName && m.owner < 0 && (ts[m.nameFrom].is(lexicon.Given) || isInitials(ts[m.nameFrom].fold)) && !ts[m.nameTo-1].is(lexicon.OrgWord|lexicon.OrgNoun|lexicon.Common) {
		return // of "Luiz Inácio Lula da Silva" every part is his
	}
	if m.owner > m.from {
		c.addOwner(ts, m, index)
	}
	for k := m.from; k+1 < m.to; k++ {
		given, last := &ts[k], &ts[k+1]
		if !given.is(lexicon.Given) || !given.cap || !last.cap || last.kind != word || last.dot || last.is(lexicon.Place|lexicon.OrgWord|lexicon.Demonym) || k+2 < len(ts) && ts[k+2].cap && !ts[k+2].is(lexicon.Common|lexicon.OrgWord|lexicon.OrgNoun) {
			continue
		}
		name := mention{from: k, to: k + 2, head: k + 1, nameFrom: k, nameTo: k + 2, owner: -1, inQuote: m.inQuote, gender: given.lex.Gender}
		if c.sameFull(nameParts(ts, &name)) < 0 {
			for name.from > m.from && ts[name.from-1].is(lexicon.Title) && ts[name.from-1].cap {
				name.from-- // "the daughter of Brigadier Jack Lee"
			}
			c.addFull(ts, &name, index)
		}
	}
}

// addOwner books whoever is named in full, with a title or a given name, as the owner of
// something: "Madam Tan Bee Choo's deliverymen".
func (c *cast) addOwner(ts []token, m *mention, index int) {
	from := m.owner
	for from > m.from && ts[from-1].kind == word && ts[from-1].cap && !ts[from-1].is(lexicon.Det) {
		from--
	}
	name := mention{from: from, to: m.owner + 1, head: m.owner, nameFrom: from, nameTo: m.owner + 1, owner: -1, inQuote: m.inQuote, title: true}
	for name.nameFrom < m.owner && ts[name.nameFrom].is(lexicon.Title) {
		name.gender = ts[name.nameFrom].lex.Gender
		name.nameFrom++
	}
	parts := nameParts(ts, &name)
	titled, long := name.nameFrom > from, ts[from].is(lexicon.Given) && len(parts) > 2 // which may be the fullest form of the name
	if !short(parts) && (long || titled && c.sameFull(parts) < 0) {
		c.addFull(ts, &name, index)
	}
}

// addCouple gives the first of "Kaye and Bob Lister" the surname of the second.
func (c *cast) addCouple(ts []token, m, next *mention, index int) {
	if next.kind != byName || m.to+1 != next.from || ts[m.to].fold != "and" || !ts[m.nameFrom].is(lexicon.Given) || !ts[next.nameFrom].is(lexicon.Given) {
		return
	}
	other := nameParts(ts, next)
	if len(other) < 2 || m.title || ts[m.nameFrom].fold == other[len(other)-1] {
		return // "Mrs Clark and Bill Clark" are not "Ann and Bill Clark"
	}
	parts := append(nameParts(ts, m), other[1:]...)
	id := c.sameFull(parts)
	if id < 0 {
		id = c.newEntity(parts, index)
		c.byKey[strings.Join(parts, " ")] = id
	}
	e := c.entities[id]
	e.names = append(e.names, variant{text: textOf(c.src, ts, m.nameFrom, m.nameTo) + " " + textOf(c.src, ts, next.nameFrom+1, next.nameTo), parts: parts, count: 1, given: ts[m.nameFrom].is(lexicon.Given)})
	e.person = true
	if e.gender == lexicon.Unknown {
		e.gender = ts[m.nameFrom].lex.Gender
	}
	c.note(id, ts, m, nameParts(ts, m))
}

// childOf are the particles before the name of somebody's father.
var childOf = []string{"bin", "bint", "binte", "binti", "ibn", "d/o", "s/o", "a/l", "a/p"}

func (c *cast) newEntity(parts []string, index int) int {
	id := len(c.entities)
	c.entities = append(c.entities, &entity{first: index, last: -1, bare: -1})
	s := surnameAt(parts)
	c.byLast[parts[s]] = append(c.byLast[parts[s]], id)
	if s > 0 {
		c.byFirst[parts[0]] = append(c.byFirst[parts[0]], id)
	}
	if lexicon.Builtin().Word(parts[s]).Class&^(lexicon.Given|lexicon.Surname|lexicon.Place) == 0 {
		for k := 1; k < s; k++ {
			if !inList(particle, parts[k]) && !contains(childOf, parts[k-1]) {
				c.byMiddle[parts[k]] = append(c.byMiddle[parts[k]], id)
			}
		}
	}
	return id
}

// note books a mention by name on an entity.
func (c *cast) note(id int, ts []token, m *mention, parts []string) {
	e := c.entities[id]
	m.entity = id
	e.count++
	text := textOf(c.src, ts, m.nameFrom, m.nameTo)
	found := false
	for i := range e.names {
		if e.names[i].text == text {
			e.names[i].count++
			found = true
		}
	}
	if !found && len(e.names) < maxVariants {
		e.names = append(e.names, variant{text: text, parts: parts, count: 1, given: ts[m.nameFrom].is(lexicon.Given)})
	}
	if m.title && !hardlyPerson(ts, m) || aged(ts, m.to) {
		e.person = true
	}
	if len(parts) > 1 && (parts[0] == "st" || parts[0] == "saint") && !m.title && !m.says {
		e.firm = true // a church, a school or a hospital
	}
	placed := m.from > 0 && len(parts) == 1 && ts[m.from-1].anyOf("for", "from", "in", "at", "near", "to") // "a teacher bound for Ormoc, who"
	if who := m.to; !placed && (isWho(ts, who) || who < len(ts) && ts[who].text == "," && isWho(ts, who+1)) {
		e.spoke = true
	}
	if m.to < len(ts) && ts[m.to].anyOf("himself", "herself") {
		e.person = true
		if e.gender == lexicon.Unknown {
			e.gender = ts[m.to].lex.Gender
		}
	}
	if m.from > 0 && ts[m.from-1].anyOf("in", "at", "near", "outside", "to", "from", "across") {
		e.placed = true
	}
	if m.from > 0 && ts[m.from-1].anyOf("in", "at", "near", "outside", "across") || len(parts) == 1 && namesThing(ts, m.to) {
		e.inside = true
	}
	if b := m.from - 1; b > 0 && ts[b].text == "(" && m.to < len(ts) && ts[m.to].text == ")" && ts[b-1].kind == word && !ts[b-1].cap {
		e.thing = true
	}
	if m.nameFrom == m.from+1 && ts[m.from].fold == "the" {
		e.article = true
	}
	if e.gender == lexicon.Unknown {
		e.gender = m.gender
	}
	if e.courtesy == "" {
		e.courtesy = m.courtesy
	}
	if k := m.nameFrom - 1; k >= m.from && ts[k].is(lexicon.OrgNoun) && !ts[k].is(personHead|lexicon.Title) {
		e.firm = true
	}
	c.noteRole(e, ts, m)
	c.noteParty(e, ts, m)
}

// aged reports whether an age follows the name that ends at token i: "Ann Lee, 29," or
// "Ann Lee (29)".
func aged(ts []token, i int) bool {
	if i+2 >= len(ts) || len(ts[i+1].fold) != 2 || !numeric(&ts[i+1]) {
		return false
	}
	return pastAge(ts, i) > i || ts[i].text == "(" && ts[i+2].text == ")"
}

// pastAge is the token after the age that stands between commas at i, i when none
// does: "Ann Lee, 45,".
func pastAge(ts []token, i int) int {
	if i+2 < len(ts) && ts[i].text == "," && numeric(&ts[i+1]) && ts[i+2].text == "," {
		return i + 3
	}
	return i
}

// namesThing reports whether the word at i is a noun for things that the name before it
// only qualifies: "WhatsApp messages".
func namesThing(ts []token, i int) bool {
	return i < len(ts) && ts[i].kind == word && !ts[i].cap && ts[i].is(lexicon.DocNoun|lexicon.SayNoun) && ts[i].has(lexicon.Plural) && (!ts[i].has(lexicon.Third) || i+1 < len(ts) && ts[i+1].is(lexicon.Prep))
}

// addShort books a surname, a given name or a lone name.
func (c *cast) addShort(ts []token, m *mention, index int) {
	parts := nameParts(ts, m)
	if len(parts) == 0 {
		m.entity = -1
		return
	}
	id := c.pick(c.byLast[parts[surnameAt(parts)]], m, index, parts)
	if t := &ts[m.nameFrom]; id >= 0 && len(parts) == 1 && m.nameFrom == m.from && t.is(lexicon.OrgWord) && !c.entities[id].person {
		id = -1 // "Twitter" is no end of another body's name, "the Post" is
	}
	tail := id >= 0
	if tail && !m.title {
		if m.rival = c.rival(id, parts, index); m.rival >= 0 {
			m.how, m.sure = "whom the report calls that elsewhere", 0.85
		}
	}
	if id < 0 && len(parts) == 1 && ts[m.nameFrom].caps {
		if spelt, ok := c.byInitials[parts[0]]; ok && (spelt < 0 || !c.entities[spelt].person || ts[m.from].fold == "the" && m.to < len(ts) && !ts[m.to].cap) {
			id = spelt
		}
	}
	if id < 0 && len(parts) == 1 {
		id = c.misspelt(parts[0])
	}
	if id < 0 {
		id = c.pick(c.byFirst[parts[0]], m, index, nil)
		if id >= 0 && isKinBeside(ts, m) {
			c.entities[id].kin = true
		}
		if m.title && id >= 0 && !c.entities[id].person && !c.entities[id].likePerson() {
			id = -1 // only of a person: "Sir Digby", "Ms. Siriporn"
		}
		if id >= 0 && len(parts) == 1 && (m.says || m.subject) && !c.entities[id].person && c.entities[id].endsThing() {
			id = -1 // Dunn is no other word for the Dunn Train
		}
		if last := parts[len(parts)-1]; id >= 0 && inList(nameSuffix, last) && !c.entities[id].hasSuffix(last) {
			id = -1 // "Ed Jr." is no Ed Lee
		}
	}
	if id < 0 && len(parts) == 1 {
		id = c.pick(c.byMiddle[parts[0]], m, index, nil)
	}
	if id < 0 && len(parts) == 1 && m.title {
		id = c.relative(ts, m, parts[0], index)
	}
	if id < 0 {
		key := strings.Join(parts, " ")
		if k, ok := c.byKey[key]; ok && compatibleGender(c.entities[k].gender, m.gender) {
			id = k
		} else {
			id = c.newEntity(parts, index)
			c.byKey[key] = id
			c.entities[id].kin = isKinBeside(ts, m)
		}
	}
	c.entities[id].last = index
	if tail && m.other == nil {
		c.entities[id].bare = index
		if !m.title && !short(c.entities[id].names[0].parts) {
			m.gender = lexicon.Unknown // Chris Christie is no woman for being called Christie
		}
	}
	c.note(id, ts, m, parts)
}

// hardlyPerson reports whether a name with a role is a body's for all that: "race
// organiser Northern Fells Trust".
func hardlyPerson(ts []token, m *mention) bool {
	last := &ts[m.nameTo-1]
	return last.is(lexicon.OrgWord) && !last.is(lexicon.Given|lexicon.Surname|lexicon.Role) && !ts[m.nameFrom].is(lexicon.Given)
}

// hasRole reports whether one of the words is in a role of the entity.
func (e *entity) hasRole(words ...string) bool {
	for _, r := range e.roles {
		if sharesAny(r.words, words) {
			return true
		}
	}
	return false
}

// Bounds of what is compared one by one: no report comes near them, but a text
// may be anything.
const (
	maxVariants  = 32 // of one entity's name
	maxRoles     = 32 // of one entity
	maxNamesakes = 64 // entities of one name, those introduced nearest to a mention
)

// isWho reports whether "who" stands at i.
func isWho(ts []token, i int) bool {
	return i < len(ts) && ts[i].fold == "who" && !ts[i].caps
}

// likePerson reports whether an entity is a person, or its name begins with a
// given name or a word that is nothing else.
func (e *entity) likePerson() bool {
	first := e.names[0].parts[0]
	return e.person || e.names[0].given || len(e.names[0].parts) > 1 && lexicon.Builtin().Word(first).Class == 0
}
