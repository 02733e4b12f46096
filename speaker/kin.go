package speaker

import "quotes/speaker/lexicon"

// kinship is what a word for a relative says of the one whose relative it is.
type kinship uint8

const (
	noKin kinship = iota
	spouse
	sibling
	parent
	offspring
	grandparent
	grandchild
	avuncular
	nibling
)

// kinships are the words for relatives that hold both ways: whose brother she is, he
// is her brother.
var kinships = map[string]kinship{
	"wife": spouse, "husband": spouse, "spouse": spouse, "partner": spouse, "widow": spouse, "widower": spouse,
	"brother": sibling, "sister": sibling, "sibling": sibling, "twin": sibling,
	"father": parent, "mother": parent, "dad": parent, "mum": parent, "mom": parent, "parent": parent,
	"son": offspring, "daughter": offspring, "child": offspring,
	"grandfather": grandparent, "grandmother": grandparent, "grandparent": grandparent,
	"aunt": avuncular, "uncle": avuncular, "niece": nibling, "nephew": nibling,
	"grandson": grandchild, "granddaughter": grandchild, "grandchild": grandchild,
}

// converse is what the other is: a parent's child.
var converse = [...]kinship{
	spouse: spouse, sibling: sibling, parent: offspring, offspring: parent, grandparent: grandchild, grandchild: grandparent,
	avuncular: nibling, nibling: avuncular,
}

// relation says that somebody is somebody's relative.
type relation struct {
	who, of int // entities
	as      kinship
}

// maxRelations bounds the relations of a report: no family in the news is larger.
const maxRelations = 32

// noteRelation books whose relative mention i names: "Lee's brother, Tom", "his wife
// Ann", "She married Tom Kim".
func (r *resolver) noteRelation(i int) {
	m := r.mentions[i]
	if len(r.relations) == maxRelations || m.entity < 0 || m.kind == byPronoun || r.entities[m.entity].kind != Person {
		return
	}
	as, of := r.relativeOf(i), -1
	switch {
	case as != noKin:
		of = r.ownerOf(i)
	case m.kind == byName && r.weds(m.from-1):
		if as, of = spouse, i-1; r.mentions[of].entity < 0 || !r.mentions[of].subject || r.toks[r.mentions[of].head].sent != r.toks[m.head].sent {
			return
		}
		of = r.mentions[of].entity
		r.entities[m.entity].called = opposite(r.entities[of].gender)
	}
	if of >= 0 && of != m.entity {
		r.relations = append(r.relations, relation{who: m.entity, of: of, as: as})
	}
	if as != noKin && r.toks[m.from].fold == "their" {
		r.noteParents(i, as)
	}
}

// noteParents books a relative of the two people named last: "Tom Lee and his wife,
// Ann, … Their son, Bob,".
func (r *resolver) noteParents(i int, as kinship) {
	who, first := r.mentions[i].entity, -1
	for k := i - 1; k >= max(0, i-window); k-- {
		id := r.mentions[k].entity
		if id < 0 || id == who || id == first || r.entities[id].kind != Person || !r.entities[id].personal() {
			continue
		}
		r.relations = append(r.relations, relation{who: who, of: id, as: as})
		if first >= 0 {
			return
		}
		first = id
	}
}

// opposite is the likelier gender of somebody's husband or wife.
func opposite(g lexicon.Gender) lexicon.Gender {
	switch g {
	case lexicon.Female:
		return lexicon.Male
	case lexicon.Male:
		return lexicon.Female
	}
	return lexicon.Unknown
}

// weds reports whether "married" or "married to" ends at token i.
func (r *resolver) weds(i int) bool {
	if i > 0 && r.toks[i].fold == "to" {
		i--
	}
	return i > 0 && r.toks[i].anyOf("married", "wed", "weds", "marries")
}

// relativeOf is the kinship that mention i tells of when it has an owner, noKin
// otherwise.
func (r *resolver) relativeOf(i int) kinship {
	m := r.mentions[i]
	if m.owner < 0 && !r.toks[m.from].anyOf("his", "her", "their", "whose") && (m.from == 0 || r.toks[m.from-1].fold != "whose") {
		return noKin
	}
	if m.kind == byDescription {
		return kinships[lemma(&r.toks[m.head])]
	}
	return kinships[lemma(&r.toks[max(m.from, m.nameFrom-1)])]
}

// ownerOf is the entity of whose relative or letter mention i is, -1 when nothing tells.
func (r *resolver) ownerOf(i int) int {
	m := r.mentions[i]
	if m.owner >= 0 {
		return r.possessor(i)
	}
	gender, ok := pronoun(r.toks[m.from].fold)
	if r.toks[m.from].fold == "their" {
		return -1
	}
	if !ok {
		if i > 0 {
			return r.mentions[i-1].entity // "Lee, whose wife"
		}
		return -1
	}
	whole := *m
	*m = mention{from: whole.from, to: whole.from + 1, head: whole.from, kind: byPronoun, possessive: true, gender: gender, owner: -1, inQuote: whole.inQuote, entity: -1, rival: -1}
	r.singular(i)
	owner := m.entity
	*m = whole
	return owner
}

// ofWhom is the person named at the end of mention i, whose relative is described: "the
// husband of Ann Lee"; -1 for none.
func (r *resolver) ofWhom(i int) int {
	m := r.mentions[i]
	if m.kind != byDescription || m.to < m.head+3 || r.toks[m.head+1].fold != "of" {
		return -1
	}
	last := m.to - 1
	name := mention{from: m.from, to: m.to, head: last, nameFrom: last, nameTo: m.to}
	for name.nameFrom > m.head+2 && r.toks[name.nameFrom-1].cap && r.toks[name.nameFrom-1].is(lexicon.Given) {
		name.nameFrom--
	}
	id := r.pick(r.byLast[r.toks[last].fold], &name, i, nameParts(r.toks, &name))
	if id < 0 || r.entities[id].kind != Person {
		return -1
	}
	return id
}

// relativeNamed finds whom the report names as that relative of the owner: "his
// sister" is whoever has him for a brother, "his wife" else the only woman of his
// surname.
func (r *resolver) relativeNamed(i int) bool {
	m := r.mentions[i]
	as, owner := r.relativeOf(i), -1
	switch {
	case m.plural:
		return false
	case as != noKin && m.to == m.head+1:
		owner = r.ownerOf(i)
	case as == noKin:
		as, owner = kinships[lemma(&r.toks[m.head])], r.ofWhom(i)
	}
	if as == noKin || owner < 0 || r.entities[owner].kind != Person {
		return false
	}
	for _, x := range r.relations {
		id := -1
		switch {
		case x.of == owner && x.as == as:
			id = x.who
		case x.who == owner && converse[x.as] == as:
			id = x.of
		}
		if id >= 0 && compatibleGender(r.entities[id].gender, m.gender) {
			m.entity, m.how, m.sure = id, "named as that relative", 0.9
			if e := r.entities[id]; e.gender == lexicon.Unknown {
				e.gender = m.gender
			}
			return true
		}
	}
	if as == spouse && m.gender != lexicon.Unknown {
		if id := r.namesake(owner, m.gender); id >= 0 {
			m.entity, m.how, m.sure = id, "the only one of that name and gender", 0.85
			return true
		}
	}
	return false
}

// namesake is the only person of another gender who has the full name's surname of the
// entity id and isn't said to be any other relative; -1 for none or several.
func (r *resolver) namesake(id int, gender lexicon.Gender) int {
	parts := r.entities[id].names[0].parts
	for _, v := range r.entities[id].names {
		if len(v.parts) > len(parts) {
			parts = v.parts
		}
	}
	found := -1
	for _, other := range r.byLast[parts[surnameAt(parts)]] {
		e := r.entities[other]
		if other == id || other == found || e.kind != Person || e.gender != gender || short(e.names[0].parts) {
			continue
		}
		if found >= 0 || e.gender == r.entities[id].gender || r.otherKin(other) {
			return -1
		}
		found = other
	}
	return found
}

// otherKin reports whether the entity id is known as a relative who is no spouse.
func (r *resolver) otherKin(id int) bool {
	for _, role := range r.entities[id].roles {
		for _, w := range role.words {
			if k := kinships[w]; k != noKin && k != spouse {
				return true
			}
		}
	}
	for _, x := range r.relations {
		if x.as != spouse && (x.who == id || x.of == id) {
			return true
		}
	}
	return false
}
