package speaker

import (
	"cmp"
	"slices"

	"quotes/speaker/lexicon"
)

// votes count the pronouns of either gender that most likely mean an entity.
type votes struct{ male, female int }

// pollGenders tells the gender of people whose names don't by how the whole
// report speaks of them: the pronouns are resolved once on trial, and a gender
// that at least two thirds of those for a person agree on is the person's. One
// pronoun read wrongly no longer decides for all that follow.
func (r *resolver) pollGenders() {
	people := len(r.entities)
	before := mentionPool.take(len(r.mentions))
	for _, m := range r.mentions {
		before = append(before, *m)
	}
	r.votes = make([]votes, people)
	r.refer()
	polled := r.votes
	r.votes, r.entities = nil, r.entities[:people]
	for i, m := range r.mentions {
		*m = before[i]
	}
	mentionPool.give(before)
	for id, v := range polled {
		r.entities[id].called = lexicon.Unknown
		if e := r.entities[id]; e.gender == lexicon.Unknown || e.gender == lexicon.Neutral {
			e.gender = v.winner(e.gender)
		}
	}
}

// winner is the gender that is voted for clearly, or else what was known before.
func (v votes) winner(before lexicon.Gender) lexicon.Gender {
	const fewest = 2
	switch {
	case v.male >= fewest && v.male >= 2*v.female:
		return lexicon.Male
	case v.female >= fewest && v.female >= 2*v.male:
		return lexicon.Female
	}
	return before
}

// vote counts a pronoun of gender g for an entity.
func (r *resolver) vote(id int, g lexicon.Gender) {
	switch {
	case id >= len(r.votes):
	case g == lexicon.Male:
		r.votes[id].male++
	case g == lexicon.Female:
		r.votes[id].female++
	}
}

// noteThey books whoever is said to go by "they": "Ann Lee, who uses they/them pronouns".
func (r *resolver) noteThey() {
	const near = 25 // tokens
	for i := 1; i+1 < len(r.toks); i++ {
		if r.toks[i].text != "/" || !r.toks[i-1].anyOf("they", "she", "he") || !r.toks[i+1].anyOf("them", "they") {
			continue
		}
		k, _ := slices.BinarySearchFunc(r.mentions, i, func(m *mention, at int) int { return cmp.Compare(m.from, at) })
		for k--; k >= 0 && r.mentions[k].from > i-near; k-- {
			if p := r.mentions[k]; p.kind == byName && p.entity >= 0 && r.entities[p.entity].kind == Person && r.toks[p.head].sent == r.toks[i].sent {
				r.entities[p.entity].they = true
				break
			}
		}
	}
}
