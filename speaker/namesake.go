package speaker

import (
	"cmp"
	"slices"
	"strings"

	"quotes/speaker/lexicon"
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
	suffix := m.suffix()
	if suffix == "jr" && !slices.ContainsFunc(ids, func(id int) bool { return c.entities[id].hasSuffix(suffix) }) {
		return c.younger(ids, index, tail)
	}
	if suffix == "sr" {
		if id := c.elder(ids, index); id >= 0 {
			return id
		}
	}
	best := -1
	for _, id := range c.nearest(ids, index) {
		e := c.entities[id]
		if e == m.other && len(ids) > 1 || !compatibleGender(e.gender, m.gender) && m.title {
			continue
		}
		if tail != nil && !c.endsWith(e, tail) || suffix != "" && !e.hasSuffix(suffix) {
			continue
		}
		if best < 0 || c.likelier(e, c.entities[best], m, index, tail) {
			best = id
		}
	}
	return best
}

// likelier reports whether of two entities of one name a mention rather means e than b,
// by what tells most first.
func (c *cast) likelier(e, b *entity, m *mention, index int, tail []string) bool {
	titled, surname := m.title, tail != nil
	ranked, yetToCome, called := 0, 0, 0
	if titled {
		ranked = compare(e.hasRole(m.rank), b.hasRole(m.rank)) // Bishop Lee is the bishop
		yetToCome = c.yetToCome(e, b, m, index)
		called = cmp.Compare(e.addressed(m), b.addressed(m))
	}
	kin, fresh := 0, 0
	if surname {
		kin = compare(b.kin, e.kin) // of a family the one called Lee, not his daughter, Ann
		if kin == 0 && !titled {
			kin = compare(b.younger, e.younger)
		}
		fresh = compare(c.freshly(e, b, index), c.freshly(b, e, index))
	}
	return cmp.Or(
		ranked,
		-yetToCome,
		called,
		compare(e.likePerson(), b.likePerson()), // Delia Marsh, not her shop, Sweet Marsh
		kin,
		fresh,
		compare(e.bare >= 0, b.bare >= 0),
		cmp.Compare(e.unbareSubject(index), b.unbareSubject(index)),
		cmp.Compare(c.lastUse(e, index), c.lastUse(b, index)),
	) > 0
}

// yetToCome is 1 when e, -1 when b is named only after a mention with a title, and the
// title suits the other: of two Mr Lees it is not the one still to come.
func (c *cast) yetToCome(e, b *entity, m *mention, index int) int {
	early, earlyB := e.first < index, b.first < index
	switch {
	case early && !earlyB && e.addressed(m) >= 0:
		return -1
	case !early && earlyB && b.addressed(m) >= 0:
		return 1
	}
	return 0
}

// unbareSubject is the latest mention before index in which the entity is a subject by
// its full name, for one that the report never calls by its surname alone; else -1.
func (e *entity) unbareSubject(index int) int {
	if e.bare >= 0 {
		return -1
	}
	return e.subjectBefore(index)
}

// compare orders false before true.
func compare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// freshly reports whether the report has named an entity in full as a subject more than
// once, and shortly before a mention, and not another of that name since: "Then Ann Lee
// rose. … Lee said".
func (c *cast) freshly(e, other *entity, index int) bool {
	const near = 8 // mentions
	n, _ := slices.BinarySearch(e.subjects, index)
	return n > 1 && index-e.subjects[n-1] <= near && e.subjects[n-1] > c.lastUse(other, index)
}

// rival is somebody else of a surname whom the report has named shortly before a mention
// that is taken for the entity id, and since that one; -1 for nobody.
func (c *cast) rival(id int, tail []string, index int) int {
	const near = 8 // mentions
	for _, other := range c.nearest(c.byLast[tail[surnameAt(tail)]], index) {
		e := c.entities[other]
		if last := c.lastUse(e, index); other != id && e.likePerson() && last >= 0 && index-last <= near && last > c.lastUse(c.entities[id], index) && c.endsWith(e, tail) {
			return other
		}
	}
	return -1
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

// isKinBeside reports whether a mention is of the relative named right before it: "his
// granddaughter, Celia,", "Mr Lee's daughter Jess, 26,".
func isKinBeside(ts []token, m *mention) bool {
	i := m.nameFrom
	return m.from > 1 && ts[m.from-1].text == "," && ts[m.from-2].is(lexicon.Kin) || i > 1 && ts[i-1].is(lexicon.Kin) && !ts[i-1].cap && ts[i-2].fold == "'s"
}

// isYounger reports whether the relative of a mention that isKinBeside is a child, or a
// child's or sibling's: of a family it isn't they who go by the surname.
func isYounger(ts []token, m *mention) bool {
	kin := &ts[m.nameFrom-1]
	if kin.text == "," {
		kin = &ts[m.from-2]
	}
	as := kinships[strings.TrimSuffix(lemma(kin), "-in-law")]
	return as == offspring || as == grandchild || as == nibling
}
