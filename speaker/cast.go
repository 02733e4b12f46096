package speaker

import (
	"cmp"
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
	bare     int    // the latest mention by a surname alone, -1
	courtesy string // Mr, Mrs, Ms: how the report addresses whoever has the name
	subjects []int  // the mentions by full name that are subjects
	placed   bool   // stands after a preposition of place somewhere
	inside   bool   // after one that people seldom stand after: in, at
	article  bool   // stands right after “the” somewhere
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
		if !short(nameParts(ts, m)) {
			c.addFull(ts, m, i)
		} else if i+1 < len(mentions) && mentions[i+1].inQuote == m.inQuote {
			c.addCouple(ts, m, mentions[i+1], i)
		}
	}
	for i, m := range mentions {
		if m.kind == byDescription || m.nameTo-m.nameFrom > 2 {
			c.addWithin(tokensOf(m), m, i)
		}
	}
	c.noteInitials()
	for i, m := range mentions {
		if ts := tokensOf(m); m.kind == byName && m.entity < 0 {
			c.addShort(ts, m, i)
		}
	}
	for _, e := range c.entities {
		c.classify(e)
	}
	return c
}

func (c *cast) addFull(ts []token, m *mention, index int) {
	parts := nameParts(ts, m)
	key := strings.Join(parts, " ")
	id, ok := c.byKey[key]
	if !ok {
		id = c.sameFull(parts)
		if id < 0 {
			id = c.newEntity(parts, index)
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

// addWithin books whoever is named in full only within a description or the name
// of something: "Jack Lee's lawyer", "an ally of Jack Lee", "The Jack Lee Show". A
// surname later in the report means him.
func (c *cast) addWithin(ts []token, m *mention, index int) {
	if m.kind == byName && (ts[m.nameFrom].is(lexicon.Given) || isInitials(ts[m.nameFrom].fold)) && !ts[m.nameTo-1].is(lexicon.OrgWord|lexicon.OrgNoun|lexicon.Common) {
		return // of "Luiz Inácio Lula da Silva" every part is his
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

// addCouple gives the first of "Kaye and Bob Lister" the surname of the second.
func (c *cast) addCouple(ts []token, m, next *mention, index int) {
	if next.kind != byName || m.to+1 != next.from || ts[m.to].fold != "and" || !ts[m.nameFrom].is(lexicon.Given) || !ts[next.nameFrom].is(lexicon.Given) {
		return
	}
	other := nameParts(ts, next)
	if len(other) < 2 {
		return
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
	if m.title && !hardlyPerson(ts, m) {
		e.person = true
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
	tail := id >= 0
	if id < 0 && len(parts) == 1 && ts[m.nameFrom].caps {
		if spelt, ok := c.byInitials[parts[0]]; ok {
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
		if m.title && id >= 0 && !c.entities[id].person {
			id = -1 // only of a person: "Sir Digby", "Ms. Siriporn"
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
	if tail {
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

// isKinBeside reports whether a mention is of the relative named right before it: "his
// granddaughter, Celia,".
func isKinBeside(ts []token, m *mention) bool {
	return m.from > 1 && ts[m.from-1].text == "," && ts[m.from-2].is(lexicon.Kin)
}

// relative is whoever "Mrs Clark" is when only a man of that name is known: "Bill
// Clark and his wife Hillary", "Mr Clark's sister, Ann,", who is given the surname. It
// is -1 when nobody fits.
func (c *cast) relative(ts []token, m *mention, surname string, index int) int {
	if len(c.byLast[surname]) == 0 || m.gender == lexicon.Unknown {
		return -1
	}
	for id := len(c.entities) - 1; id >= 0 && id >= len(c.entities)-maxNamesakes; id-- {
		e := c.entities[id]
		if e.first > index || len(e.names) != 1 || len(e.names[0].parts) != 1 || !e.names[0].given || !compatibleGender(e.gender, m.gender) || !e.kin && !e.hasRole("wife", "husband", "widow", "widower") {
			continue
		}
		first := e.names[0]
		e.names = append(e.names, variant{text: first.text + " " + textOf(c.src, ts, m.nameFrom, m.nameTo), parts: append(slices.Clone(first.parts), surname), count: 1, given: true})
		c.byLast[surname] = append(c.byLast[surname], id)
		return id
	}
	return -1
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

// nearest are the entities of one name that were introduced around a mention.
func (c *cast) nearest(ids []int, index int) []int {
	if len(ids) <= maxNamesakes {
		return ids
	}
	at, _ := slices.BinarySearchFunc(ids, index, func(id, index int) int { return cmp.Compare(c.entities[id].first, index) })
	from := max(0, min(at-maxNamesakes/2, len(ids)-maxNamesakes))
	return ids[from : from+maxNamesakes]
}

// pick chooses among entities of one surname: the gender must agree; then the
// one named last before, or else the first in the report.
func (c *cast) pick(ids []int, m *mention, index int, tail []string) int {
	if m.suffix == "jr" && !slices.ContainsFunc(ids, func(id int) bool { return c.entities[id].hasSuffix(m.suffix) }) {
		return c.younger(ids, index, tail)
	}
	if m.suffix == "sr" {
		if id := c.elder(ids, index); id >= 0 {
			return id
		}
	}
	best := -1
	for _, id := range c.nearest(ids, index) {
		e := c.entities[id]
		if !compatibleGender(e.gender, m.gender) && m.title {
			continue
		}
		if tail != nil && !c.endsWith(e, tail) || m.suffix != "" && !e.hasSuffix(m.suffix) {
			continue
		}
		if best < 0 {
			best = id
			continue
		}
		b := c.entities[best]
		if ef, bf := e.addressed(m), b.addressed(m); m.title && ef != bf {
			if ef > bf {
				best = id
			}
			continue
		}
		if e.likePerson() != b.likePerson() {
			if e.likePerson() {
				best = id // Delia Marsh, not her shop, Sweet Marsh
			}
			continue
		}
		if tail != nil && e.kin != b.kin {
			if b.kin {
				best = id // of a family the one called Lee, not his daughter, Ann
			}
			continue
		}
		if (e.bare >= 0) != (b.bare >= 0) {
			if e.bare >= 0 {
				best = id
			}
			continue
		}
		if es, bs := e.subjectBefore(index), b.subjectBefore(index); e.bare < 0 && es != bs {
			if es > bs {
				best = id
			}
			continue
		}
		if c.lastUse(e, index) > c.lastUse(b, index) {
			best = id
		}
	}
	return best
}

// addressed says how well the title of a mention suits an entity: 1 when its gender or
// its courtesy title is known to be that, -1 when it is called Mrs where this is Ms.
func (e *entity) addressed(m *mention) int {
	switch {
	case m.courtesy != "" && e.courtesy == m.courtesy:
		return 1
	case m.courtesy != "" && e.courtesy != "":
		return -1
	case e.gender == m.gender && m.gender != lexicon.Unknown:
		return 1
	}
	return 0
}

// isParent reports whether the report calls an entity a father, a mother or the like.
func (e *entity) isParent() bool {
	return e.hasRole("father", "mother", "grandfather", "grandmother", "dad", "mum")
}

// elder is whoever of a family is called a father or a mother, -1 for nobody.
func (c *cast) elder(ids []int, index int) int {
	for _, id := range c.nearest(ids, index) {
		if c.entities[id].isParent() {
			return id
		}
	}
	return -1
}

// isWho reports whether "who" stands at i.
func isWho(ts []token, i int) bool {
	return i < len(ts) && ts[i].fold == "who" && !ts[i].caps
}

// younger is whoever "the younger Lee" is when nobody is called Junior: of the
// family the one that was introduced last, -1 when there is none.
func (c *cast) younger(ids []int, index int, tail []string) int {
	best := -1
	for _, id := range c.nearest(ids, index) {
		if e := c.entities[id]; e.first < index && e.likePerson() && (tail == nil || c.endsWith(e, tail)) {
			best = id
		}
	}
	return best
}

// likePerson reports whether an entity is a person, or its name begins with a
// given name or a word that is nothing else.
func (e *entity) likePerson() bool {
	first := e.names[0].parts[0]
	return e.person || e.names[0].given || len(e.names[0].parts) > 1 && lexicon.Builtin().Word(first).Class == 0
}

// subjectBefore is the latest mention before index in which the entity is a
// subject by its full name, -1 when there is none.
func (e *entity) subjectBefore(index int) int {
	i, _ := slices.BinarySearch(e.subjects, index)
	if i == 0 {
		return -1
	}
	return e.subjects[i-1]
}

// lastUse is the latest use of an entity before a mention; those introduced
// later count as never used.
func (c *cast) lastUse(e *entity, index int) int {
	switch {
	case e.last >= 0 && e.last < index:
		return max(e.last, e.first)
	case e.first < index:
		return e.first
	}
	return -e.first
}

// endsWith reports whether one of the entity's names ends with the words.
func (c *cast) endsWith(e *entity, tail []string) bool {
	for _, v := range e.names {
		s := surnameAt(v.parts) + 1
		if n := len(tail); n <= s && strings.Join(v.parts[s-n:s], " ") == strings.Join(tail, " ") || n <= len(v.parts) && strings.Join(v.parts[len(v.parts)-n:], " ") == strings.Join(tail, " ") {
			return true
		}
	}
	return false
}

// hasSuffix reports whether one of the entity's names ends with sr or jr.
func (e *entity) hasSuffix(suffix string) bool {
	for _, v := range e.names {
		if v.parts[len(v.parts)-1] == suffix {
			return true
		}
	}
	return false
}

func compatibleGender(a, b lexicon.Gender) bool {
	known := func(g lexicon.Gender) bool { return g == lexicon.Male || g == lexicon.Female }
	return !known(a) || !known(b) || a == b
}

// isStreet reports whether a name is an address: "Delmar St.", "Cobden Street".
func isStreet(parts []string) bool {
	last := parts[len(parts)-1]
	return len(parts) > 1 && (contains([]string{"st", "ave", "blvd", "rd"}, last) ||
		contains([]string{"street", "avenue", "road", "lane", "boulevard", "crescent", "terrace"}, last) && !lexicon.Builtin().Word(parts[0]).Is(lexicon.Given))
}

// classify decides what an entity is.
func (c *cast) classify(e *entity) {
	e.kind = Person
	if e.person {
		return
	}
	if isStreet(e.names[0].parts) {
		e.kind, e.place = Organization, true
		return
	}
	if len(e.names) == 1 && e.placed && len(e.names[0].parts) == 1 && lexicon.Builtin().Word(e.names[0].parts[0]).Is(lexicon.Place) {
		e.kind, e.place = Organization, true
		return
	}
	if e.article || e.firm {
		e.kind = Organization // nobody is called "the Lee"
	}
	lex := lexicon.Builtin()
	for _, v := range e.names {
		last := v.parts[len(v.parts)-1]
		w := lex.Word(last)
		if dotted := lex.Word(last + "."); w.Class == 0 {
			w = dotted
		}
		switch {
		case w.Is(lexicon.OrgWord) && !w.Is(lexicon.Given), w.Is(lexicon.Place) && !lex.Word(v.parts[0]).Is(lexicon.Given):
			e.kind, e.place = Organization, w.Is(lexicon.Place) && !slices.ContainsFunc(v.parts[:len(v.parts)-1], func(p string) bool { return lex.Word(p).Is(lexicon.OrgWord | lexicon.OrgNoun) })
			return
		case len(v.parts) == 1 && w.Is(lexicon.Given) && !w.Is(lexicon.Place|lexicon.OrgWord|lexicon.Surname|lexicon.Common|lexicon.Function):
			e.person = true
			return
		case len(v.parts) > 1 && (lex.Word(v.parts[0]).Is(lexicon.Given) || isInitials(v.parts[0])):
			e.person = true
			return
		case len(v.parts) > 1 && lex.Word(v.parts[0]).Is(lexicon.OrgWord) && !lex.Word(v.parts[0]).Is(lexicon.Surname):
			e.kind = Organization // "Union Carbide"
			return
		case len(v.parts) > 2 && lex.Word(v.parts[0]).Class == lexicon.Common:
			e.kind = Organization // "Electricity North West"
			return
		case len(v.parts) > 1 && w.Is(lexicon.OrgNoun) && !w.Is(lexicon.Surname|personHead):
			e.kind = Organization // "European Community"
			return
		}
		if n, p := lex.Phrase(v.parts); n == len(v.parts) && p.Is(lexicon.Place|lexicon.OrgWord) {
			e.kind, e.place = Organization, p.Is(lexicon.Place)
			return
		}
		if strings.Contains(v.text, "&") || strings.HasSuffix(v.text, "'s") || strings.HasSuffix(v.text, "’s") || contains(v.parts, "of") || contains(v.parts, "for") || contains(v.parts, "and") || contains(v.parts, "the") {
			e.kind = Organization
			return
		}
		if len(v.parts) == 1 && len(v.text) > 1 && len(v.text) <= 6 && strings.ToUpper(v.text) == v.text {
			e.kind = Organization
		}
	}
}
