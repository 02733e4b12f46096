package record

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/speaker"
	"quotes/speaker/name"
)

// A personID is an index of people.persons, or negative for one that isn't known.
type personID int32

const (
	nobody  personID = -1 // the source says nothing
	unnamed personID = -2 // the source tells of a speaker without a name
)

// named reports whether a source gives the speaker's name.
func (p personID) named() bool { return p >= 0 }

// An alias is one way in which sources name a speaker.
type alias struct{ name, role, gender, kind, id string }

// A person is whom aliases name: a person, or an organisation, group or paper.
type person struct {
	names   []name.Name // every way of naming them, parsed; nil but for people
	folded  string      // the name, for what isn't a person
	id      string      // from a people file
	gender  string
	roles   map[string]bool // the words that tell of all their roles
	maybe   []personID      // several persons that the name fits: it is one of them
	generic bool            // a name that many can bear: "the report", "protesters"
}

// People tells who is who across reports. The names are all collected first;
// what they resolve to doesn't depend on the order in which they came.
type people struct {
	ids     map[alias]int32
	aliases []alias
	counts  []int
	owner   []personID // of each alias, after resolve
	persons []person
	bucket  map[string][]personID // by key of surname
	byID    map[string]personID
	called  []string // the name to show for each person
}

func newPeople() *people {
	return &people{ids: map[alias]int32{}, bucket: map[string][]personID{}, byID: map[string]personID{}}
}

// add counts a source's speaker and returns the number of its alias, or a
// negative personID.
func (p *people) add(s *speaker.Speaker) int32 {
	switch {
	case s == nil:
		return int32(nobody)
	case s.Name == "" || s.Kind == speaker.Unnamed || s.Kind == speaker.Paper && !proper(s.Name):
		return int32(unnamed)
	}
	a := alias{s.Name, s.Role, s.Gender, string(s.Kind), s.ID}
	id, ok := p.ids[a]
	if !ok {
		id = int32(len(p.aliases))
		p.ids[a] = id
		p.aliases = append(p.aliases, a)
		p.counts = append(p.counts, 0)
	}
	p.counts[id]++
	return id
}

// proper reports whether a name has a capital letter that doesn't begin it:
// "the statement" can be anybody's.
func proper(name string) bool {
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// of returns the person of an alias.
func (p *people) of(alias int32) personID {
	if alias < 0 {
		return personID(alias)
	}
	return p.owner[alias]
}

// resolve finds the person of each alias: first those that a people file knows
// by an id, then the fullest names, then initials, then bare surnames, which
// need exactly one person to go to.
func (p *people) resolve() {
	p.owner = make([]personID, len(p.aliases))
	parsed := make([]name.Name, len(p.aliases))
	order := make([]int, len(p.aliases))
	for i, a := range p.aliases {
		order[i] = i
		parsed[i] = name.Parse(a.name)
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := p.aliases[i], p.aliases[j]
		return cmp.Or(-strings.Compare(x.id, y.id), cmp.Compare(fullness(parsed[j]), fullness(parsed[i])), x.compare(y))
	})
	things := map[string]personID{}
	for _, i := range order {
		if k := speaker.Kind(p.aliases[i].kind); k != speaker.Person && k != "" {
			p.owner[i] = p.thing(p.aliases[i], things)
			continue
		}
		p.owner[i] = p.person(p.aliases[i], parsed[i])
	}
	p.acronyms(things)
	p.name()
}

func (a alias) compare(b alias) int {
	return cmp.Or(strings.Compare(a.name, b.name), -cmp.Compare(len(a.role), len(b.role)), strings.Compare(a.role, b.role),
		strings.Compare(a.gender, b.gender), strings.Compare(a.kind, b.kind))
}

// fullness orders names by how well they tell who is meant: full names before
// initials before surnames.
func fullness(n name.Name) int {
	switch {
	case n.Bare():
		return 0
	case utf8.RuneCountInString(n.Given) == 1:
		return 1
	}
	return 2
}

// person returns the one person that an alias fits, or a new one.
func (p *people) person(a alias, n name.Name) personID {
	roles := roleWords(a.role)
	if id, known := p.byID[a.id]; known {
		p.persons[id].join(n, a.gender, roles)
		return id
	}
	var fits []personID
	for _, id := range p.bucket[surnameKey(n)] {
		if (a.id == "" || p.persons[id].id == "") && p.persons[id].fits(n, a.gender, roles) {
			fits = append(fits, id)
		}
	}
	if n.Bare() && len(fits) > 1 {
		fits = p.byRole(fits, roles)
	}
	if len(fits) == 1 {
		p.persons[fits[0]].join(n, a.gender, roles)
		return fits[0]
	}
	id := personID(len(p.persons))
	p.persons = append(p.persons, person{roles: map[string]bool{}, maybe: fits, id: a.id})
	if a.id != "" {
		p.byID[a.id] = id
	}
	p.persons[id].join(n, a.gender, roles)
	if len(fits) == 0 {
		p.bucket[surnameKey(n)] = append(p.bucket[surnameKey(n)], id)
		if _, last, double := cutLast(n.Surname, "-"); double {
			p.bucket[name.Key(last)] = append(p.bucket[name.Key(last)], id)
		}
	}
	return id
}

func surnameKey(n name.Name) string { return name.Key(n.Surname) }

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// fits reports whether a name can be one more name of q. A bare surname with a
// role must not meet another role.
func (q *person) fits(n name.Name, gender string, roles []string) bool {
	if !sameGender(q.gender, gender) {
		return false
	}
	bare := n.Bare()
	for _, m := range q.names {
		if !name.Compatible(n, m) {
			return false
		}
		bare = bare || m.Bare()
	}
	return !bare || len(roles) == 0 || len(q.roles) == 0 || q.shares(roles)
}

func sameGender(a, b string) bool { return a == "" || b == "" || a == b }

func (q *person) shares(roles []string) bool {
	return slices.ContainsFunc(roles, func(w string) bool { return q.roles[w] })
}

// byRole returns those of several persons who share a word of the role, or all.
func (p *people) byRole(fits []personID, roles []string) []personID {
	var out []personID
	for _, id := range fits {
		if p.persons[id].shares(roles) {
			out = append(out, id)
		}
	}
	if len(out) == 0 {
		return fits
	}
	return out
}

func (q *person) join(n name.Name, gender string, roles []string) {
	if !slices.ContainsFunc(q.names, func(m name.Name) bool { return m.String() == n.String() && m.Nick == n.Nick }) {
		q.names = append(q.names, n)
	}
	q.gender = cmp.Or(q.gender, gender)
	for _, w := range roles {
		q.roles[w] = true
	}
}

// roleWords are the words of a role that tell it from others.
func roleWords(role string) []string {
	var out []string
	for w := range strings.FieldsSeq(name.Fold(role)) {
		w = strings.TrimSuffix(strings.Trim(w, ".,;:()\"'"), "'s")
		if class, known := classes[w]; w != "" && (!known || class != functionWord) {
			out = append(out, w)
		}
	}
	return out
}

// thing returns the organisation, group or paper of a name.
func (p *people) thing(a alias, things map[string]personID) personID {
	key := strings.TrimPrefix(name.Fold(a.name), "the ")
	if a.id != "" {
		key = "\x00" + a.id
	}
	id, ok := things[key]
	if !ok {
		id = personID(len(p.persons))
		things[key] = id
		generic := speaker.Kind(a.kind) != speaker.Organization
		p.persons = append(p.persons, person{folded: key, generic: generic})
	}
	return id
}

// acronyms joins each acronym to the one organisation that it abbreviates.
func (p *people) acronyms(things map[string]personID) {
	full := map[string]personID{}
	for key, id := range things {
		if short := acronymOf(key); len(short) > 1 {
			if other, taken := full[short]; taken && other != id {
				full[short] = nobody
			} else if !taken {
				full[short] = id
			}
		}
	}
	for i, a := range p.aliases {
		short := strings.ReplaceAll(a.name, ".", "")
		if p.persons[p.owner[i]].folded == "" || len(short) < 2 || len(short) > 6 || strings.ToUpper(short) != short {
			continue
		}
		if id, ok := full[strings.ToLower(short)]; ok && id != nobody {
			p.owner[i] = id
		}
	}
}

// acronymOf is the acronym of a name of several words, without its small words.
func acronymOf(key string) string {
	words := strings.Fields(key)
	if len(words) < 2 {
		return ""
	}
	return name.Acronym(words, func(w string) bool {
		class, known := classes[w]
		return known && class == functionWord
	})
}

// name chooses what to call each person: the full name that most sources
// print, then the longest, then the first in order.
func (p *people) name() {
	votes := make([]map[string]int, len(p.persons))
	for i, a := range p.aliases {
		id := p.owner[i]
		if votes[id] == nil {
			votes[id] = map[string]int{}
		}
		votes[id][a.name] += p.counts[i]
	}
	p.called = make([]string, len(p.persons))
	for id, names := range votes {
		for n, votes := range names {
			best := p.called[id]
			if best == "" || better(n, votes, best, names[best]) {
				p.called[id] = n
			}
		}
	}
}

// better reports whether a, printed by n sources, is a better name than b,
// printed by m.
func better(a string, n int, b string, m int) bool {
	fa, fb := fullness(name.Parse(a)), fullness(name.Parse(b))
	return cmp.Or(cmp.Compare(fa, fb), cmp.Compare(n, m), cmp.Compare(len(a), len(b)), strings.Compare(b, a)) > 0
}

// agree reports whether two persons can be one: they are the same, or no part
// of their names differs.
func (p *people) agree(a, b personID) bool {
	if a == b || !a.named() || !b.named() {
		return true
	}
	q, r := &p.persons[a], &p.persons[b]
	if q.id != "" && r.id != "" {
		return false
	}
	if len(q.maybe) > 0 && slices.Contains(q.maybe, b) || len(r.maybe) > 0 && slices.Contains(r.maybe, a) {
		return true
	}
	if len(q.names) == 0 || len(r.names) == 0 || !sameGender(q.gender, r.gender) {
		return false
	}
	for _, m := range q.names {
		for _, n := range r.names {
			if !name.Compatible(m, n) {
				return false
			}
		}
	}
	return true
}

// loose reports whether it isn't certain who a person is.
func (p *people) loose(id personID) bool { return !id.named() || len(p.persons[id].maybe) > 0 }
