package speaker

import "quotes/speaker/people"

// identify recognises the people of a user's list in the cast. Two entities that
// are one person become one.
func (c *cast) identify(index *people.Index, mentions []*mention) {
	if index == nil {
		return
	}
	first := map[*people.Person]int{} // the entity of each person found
	same := map[int]int{}             // entities that are another one
	for id, e := range c.entities {
		p := index.Find(e.name(), genderName(e.gender))
		if p == nil {
			continue
		}
		if k, ok := first[p]; ok {
			same[id] = k
			continue
		}
		first[p] = id
		e.known, e.kind, e.person = p, Person, true
		if g := genderNamed(p.Gender); g != 0 {
			e.gender = g
		}
	}
	for _, m := range mentions {
		if k, ok := same[m.entity]; ok {
			m.entity = k
		}
	}
}
