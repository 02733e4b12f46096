package speaker

import (
	"slices"
	"sort"
	"strings"

	"quotes/speaker/lexicon"
	"quotes/speaker/people"
)

// entity is a person or organisation of a report.
type entity struct {
	names    []variant      // the names it goes by, in order of first use
	known    *people.Person // in the list of the user, nil otherwise
	kind     Kind
	gender   lexicon.Gender
	roles    []roleOf
	nation   string // "Turkey" when a role or demonym tells
	person   bool   // known to be a person: by a title, a given name or a role
	plural   bool
	place    bool  // an organisation that is a place
	first    int   // the mention that introduced it
	count    int   // mentions
	last     int   // the latest mention while resolving
	bare     int   // the latest mention by a surname alone, -1
	subjects []int // the mentions by full name that are subjects
	placed   bool  // stands after a preposition of place somewhere
}

// variant is one way to write an entity's name.
type variant struct {
	text  string   // as printed
	parts []string // folded
	count int
}

// roleOf is a role that the report gives an entity.
type roleOf struct {
	text  string   // as printed, without an article
	words []string // folded
}

// cast is the people and organisations of one report.
type cast struct {
	src      string
	toks     []token
	entities []*entity
	byLast   map[string][]int // entities by the last word of a name
	byFirst  map[string][]int // by the first
	byKey    map[string]int   // by the whole name
}

// nameParts are the folded words of a mention's name.
func nameParts(toks []token, m *mention) []string {
	parts := make([]string, 0, m.nameTo-m.nameFrom)
	for k := m.nameFrom; k < m.nameTo; k++ {
		if toks[k].kind != word || toks[k].fold == "'s" {
			continue
		}
		parts = append(parts, strings.TrimSuffix(toks[k].fold, "."))
	}
	return parts
}

// suffixes end a name after the surname.
var suffixes = []string{"jr", "sr", "ii", "iii", "iv"}

// surnameAt is the index of the surname in the parts of a name.
func surnameAt(parts []string) int {
	i := len(parts) - 1
	for i > 0 && contains(suffixes, parts[i]) {
		i--
	}
	return i
}

// short reports whether a name is a surname or given name alone, particles apart.
func short(parts []string) bool {
	n := 0
	for _, p := range parts {
		if !contains(particles, p) && !contains(suffixes, p) {
			n++
		}
	}
	return n <= 1
}

// newCast gathers the cast of a report from its mentions by name. Full names
// come first, so that a surname in the headline finds them.
func newCast(src string, toks []token, inside [][]token, mentions []*mention) *cast {
	c := &cast{src: src, toks: toks, byLast: map[string][]int{}, byFirst: map[string][]int{}, byKey: map[string]int{}}
	tokensOf := func(m *mention) []token {
		if m.inQuote >= 0 {
			return inside[m.inQuote]
		}
		return toks
	}
	for i, m := range mentions {
		if ts := tokensOf(m); m.kind == byName && !short(nameParts(ts, m)) {
			c.addFull(ts, m, i)
		}
	}
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
		id = c.sameFull(parts, m)
		if id < 0 {
			id = c.newEntity(parts, index)
		}
		c.byKey[key] = id
	}
	if n, e := phraseAt(ts, m.nameFrom, lexicon.Builtin()); ts[m.nameFrom].is(lexicon.Given) && !ts[m.nameTo-1].is(lexicon.OrgWord) && !(n > 0 && e.Is(lexicon.Place|lexicon.OrgWord)) {
		c.entities[id].person = true
	}
	if m.subject {
		c.entities[id].subjects = append(c.entities[id].subjects, index)
	}
	c.note(id, ts, m, parts)
}

// sameFull finds an entity whose full name is another form of the same: a
// middle name or initial more or less, an initial for a given name.
func (c *cast) sameFull(parts []string, m *mention) int {
	s := surnameAt(parts)
	for _, id := range c.byLast[parts[s]] {
		for _, v := range c.entities[id].names {
			vs := surnameAt(v.parts)
			if s == 0 || vs == 0 || v.parts[vs] != parts[s] || strings.Join(v.parts[vs+1:], " ") != strings.Join(parts[s+1:], " ") && len(v.parts[vs+1:]) > 0 && len(parts[s+1:]) > 0 {
				continue
			}
			if sameGiven(v.parts[0], parts[0]) || tailOf(v.parts, parts) || tailOf(parts, v.parts) {
				return id
			}
		}
	}
	return -1
}

// sameGiven reports whether two given names can be one person's.
func sameGiven(a, b string) bool {
	a, b = strings.ReplaceAll(a, ".", ""), strings.ReplaceAll(b, ".", "")
	if a == b {
		return true
	}
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return (len(a) == 1 || len(b) == 1 || len(a) >= 3 && strings.HasPrefix(b, a) || len(b) >= 3 && strings.HasPrefix(a, b)) && a[0] == b[0]
}

// tailOf reports whether a name of two words or more ends another: what stands
// before it there is a title that the lexicon does not know.
func tailOf(long, tail []string) bool {
	n := len(long) - len(tail)
	return len(tail) >= 2 && n > 0 && strings.Join(long[n:], " ") == strings.Join(tail, " ")
}

func (c *cast) newEntity(parts []string, index int) int {
	id := len(c.entities)
	c.entities = append(c.entities, &entity{first: index, last: -1, bare: -1})
	s := surnameAt(parts)
	c.byLast[parts[s]] = append(c.byLast[parts[s]], id)
	if s > 0 {
		c.byFirst[parts[0]] = append(c.byFirst[parts[0]], id)
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
	if !found {
		e.names = append(e.names, variant{text: text, parts: parts, count: 1})
	}
	if m.title {
		e.person = true
	}
	if m.from > 0 && ts[m.from-1].anyOf("in", "at", "near", "outside", "to", "from", "across") {
		e.placed = true
	}
	if e.gender == lexicon.Unknown {
		e.gender = m.gender
	}
	c.noteRole(e, ts, m)
}

// honorifics are titles that say nothing of what somebody does.
var honorifics = []string{"mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "mr.", "mrs.", "ms.", "madam", "mx"}

// noteRole keeps the words before a name when they say what the person is.
func (c *cast) noteRole(e *entity, ts []token, m *mention) {
	from, to := m.from, m.nameFrom
	for from < to && ts[from].is(lexicon.Det) {
		from++
	}
	for to > from && contains(honorifics, ts[to-1].fold) {
		to--
	}
	if from >= to {
		return
	}
	roleful := false
	for k := from; k < to; k++ {
		if ts[k].is(personHead | lexicon.Title) {
			roleful = true
		}
	}
	if !roleful {
		return
	}
	e.person = true
	c.addRole(e, ts, from, to)
}

// addRole gives an entity the role that tokens from to to spell.
func (c *cast) addRole(e *entity, ts []token, from, to int) {
	r := roleOf{text: textOf(c.src, ts, from, to)}
	for k := from; k < to; k++ {
		if ts[k].kind != word || ts[k].fold == "'s" {
			continue
		}
		r.words = append(r.words, strings.TrimSuffix(ts[k].fold, "."))
		ofPlace := ts[k].is(lexicon.Place) && (k+1 < to && ts[k+1].fold == "'s" || k > from && ts[k-1].fold == "of")
		if (ofPlace || ts[k].is(lexicon.Demonym)) && e.nation == "" && ts[k].lex.Value != "" {
			e.nation = ts[k].lex.Value
		}
		if g := ts[k].lex.Gender; e.gender == lexicon.Unknown && ts[k].is(personHead|lexicon.Title) && (g == lexicon.Male || g == lexicon.Female) {
			e.gender = g
		}
	}
	for _, have := range e.roles {
		if have.text == r.text {
			return
		}
	}
	e.roles = append(e.roles, r)
}

// givenTitles stand before a given name alone: "Sir Digby".
var givenTitles = []string{"sir", "dame", "lady", "lord", "king", "queen", "prince", "princess", "pope", "father", "sister", "brother", "saint"}

// addShort books a surname, a given name or a lone name.
func (c *cast) addShort(ts []token, m *mention, index int) {
	parts := nameParts(ts, m)
	if len(parts) == 0 {
		m.entity = -1
		return
	}
	id := c.pick(c.byLast[parts[surnameAt(parts)]], m, index, parts)
	tail := id >= 0
	if id < 0 && len(parts) == 1 {
		id = c.misspelt(parts[0])
	}
	if id < 0 && (!m.title || contains(givenTitles, ts[m.nameFrom-1].fold)) {
		id = c.pick(c.byFirst[parts[0]], m, index, nil)
	}
	if id < 0 {
		key := strings.Join(parts, " ")
		if k, ok := c.byKey[key]; ok && compatibleGender(c.entities[k].gender, m.gender) {
			id = k
		} else {
			id = c.newEntity(parts, index)
			c.byKey[key] = id
		}
	}
	c.entities[id].last = index
	if tail {
		c.entities[id].bare = index
	}
	c.note(id, ts, m, parts)
}

// misspelt finds the one entity whose surname is the word with a letter more,
// less or changed; only for long surnames.
func (c *cast) misspelt(w string) int {
	const shortest, most = 7, 500
	if len(w) < shortest-1 || len(c.entities) > most {
		return -1
	}
	best := -1
	for last, ids := range c.byLast {
		if len(last) >= shortest && last[0] == w[0] && last[len(last)-1] == w[len(w)-1] && oneEdit(last, w) && len(ids) == 1 && !short(c.entities[ids[0]].names[0].parts) {
			if best >= 0 {
				return -1
			}
			best = ids[0]
		}
	}
	return best
}

// oneEdit reports whether two words differ by one letter.
func oneEdit(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i+1:] == b[i:]
}

// pick chooses among entities of one surname: the gender must agree; then the
// one named last before, or else the first in the report.
func (c *cast) pick(ids []int, m *mention, index int, tail []string) int {
	best := -1
	for _, id := range ids {
		e := c.entities[id]
		if !compatibleGender(e.gender, m.gender) && m.title {
			continue
		}
		if tail != nil && !c.endsWith(e, tail) {
			continue
		}
		if best < 0 {
			best = id
			continue
		}
		b := c.entities[best]
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

func compatibleGender(a, b lexicon.Gender) bool {
	known := func(g lexicon.Gender) bool { return g == lexicon.Male || g == lexicon.Female }
	return !known(a) || !known(b) || a == b
}

// classify decides what an entity is.
func (c *cast) classify(e *entity) {
	e.kind = Person
	if e.person {
		return
	}
	if len(e.names) == 1 && e.placed && len(e.names[0].parts) == 1 && lexicon.Builtin().Word(e.names[0].parts[0]).Is(lexicon.Place) {
		e.kind, e.place = Organization, true
		return
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
			e.kind, e.place = Organization, w.Is(lexicon.Place)
			return
		case len(v.parts) == 1 && w.Is(lexicon.Given) && !w.Is(lexicon.Place|lexicon.OrgWord|lexicon.Surname|lexicon.Common|lexicon.Function):
			e.person = true
			return
		case len(v.parts) > 1 && lex.Word(v.parts[0]).Is(lexicon.Given):
			e.person = true
			return
		}
		if n, p := lex.Phrase(v.parts); n == len(v.parts) && p.Is(lexicon.Place|lexicon.OrgWord) {
			e.kind, e.place = Organization, p.Is(lexicon.Place)
			return
		}
		if contains(v.parts, "of") || contains(v.parts, "for") || contains(v.parts, "and") {
			e.kind = Organization
			return
		}
		if len(v.parts) == 1 && len(v.text) > 1 && len(v.text) <= 6 && strings.ToUpper(v.text) == v.text {
			e.kind = Organization
		}
	}
}

// name is the fullest name by which the report calls an entity: of the names
// with most parts in use more than once the most frequent, else the first full one.
func (e *entity) name() string {
	if e.known != nil {
		return e.known.Name
	}
	best := -1
	for i, v := range e.names {
		if best < 0 {
			best = i
			continue
		}
		b := e.names[best]
		if full, have := !short(v.parts), !short(b.parts); full != have {
			if full {
				best = i
			}
			continue
		}
		if len(v.parts[0]) == 1 != (len(b.parts[0]) == 1) {
			if len(b.parts[0]) == 1 {
				best = i
			}
			continue
		}
		if tailOf(b.parts, v.parts) || v.count > b.count && !tailOf(v.parts, b.parts) {
			best = i
		}
	}
	return cleanName(e.names[best].text)
}

// cleanName mends a name set in capitals.
func cleanName(s string) string {
	if strings.ToUpper(s) != s || !strings.Contains(s, " ") {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r := []rune(w)
		words[i] = strings.ToUpper(string(r[0])) + string(r[1:])
	}
	return strings.Join(words, " ")
}

// role is the role shown for an entity: the first that names a function.
func (e *entity) role() string {
	if len(e.roles) == 0 {
		if e.known != nil {
			return e.known.Role
		}
		return ""
	}
	roles := append([]roleOf(nil), e.roles...)
	sort.SliceStable(roles, func(i, k int) bool { return len(roles[i].words) > 1 && len(roles[k].words) <= 1 })
	return roles[0].text
}
