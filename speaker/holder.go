package speaker

import (
	"iter"
	"slices"
)

// ownRole finds the person to whom the report gives the described role.
func (r *resolver) ownRole(i int, d description) bool {
	m := r.mentions[i]
	best, bestScore := -1, 0.0
	others := r.spokenOf(i)
	for id := range r.candidates(i) {
		e := r.entities[id]
		if e.kind != Person || slices.Contains(others, id) || !compatibleGender(e.gender, m.gender) {
			continue
		}
		if s := r.fitsRole(e, d); s > 0 && !e.ofOtherParty(d) {
			near := r.recency(id, i)
			if near == 0 && e.first > i && contains(d.words, "former") && !e.hasRole("former") {
				continue // "the former president" is nobody still to come whom it calls a poor president
			}
			if near == 0 && (s < sameWord || len(d.words) == 0 && d.nation == "" && r.someoneElse(i, id)) && r.inWindow(id, i) {
				continue // of another name for the office only whoever was named before
			}
			s += near
			if s > bestScore {
				best, bestScore = id, s
			}
		}
	}
	if best >= 0 {
		m.entity, m.how, m.sure = best, "has that role in the report", 0.94
	}
	return best >= 0
}

// sameWord is what a role scores at least whose very noun a description has.
const sameWord = 3

// inWindow reports whether the entity id is mentioned shortly after mention i.
func (r *resolver) inWindow(id, i int) bool {
	return slices.ContainsFunc(r.mentions[i+1:min(len(r.mentions), i+1+window)], func(m *mention) bool { return m.entity == id })
}

// onlyHolder is how soleHolder knows.
const onlyHolder = "the only one who has that role in the report"

// soleHolder is the only one in the report who is a congressman, for "the California
// congressman", though it doesn't tell of where; -1 for none. Of the leader of a
// country that would be a guess.
func (r *resolver) soleHolder(i int, d description) int {
	m := r.mentions[i]
	if d.nation == "" || m.to != m.head+1 || d.head != "lawmaker" && d.head != "governor" && !contains(narrower("lawmaker"), d.head) {
		return -1
	}
	anywhere := d
	anywhere.nation = ""
	sole := -1
	for id := range r.candidates(i) {
		e := r.entities[id]
		if id == sole || e.kind != Person || e.nation != "" && e.nation != d.nation || !compatibleGender(e.gender, m.gender) || r.fitsRole(e, anywhere) <= 0 || e.ofOtherParty(d) {
			continue
		}
		if sole >= 0 {
			return -1
		}
		sole = id
	}
	return sole
}

// inSentence reports whether the entity id is mentioned in the sentence of mention i,
// before it.
func (r *resolver) inSentence(id, i int) bool {
	for k := i - 1; k >= max(0, i-window) && r.toks[r.mentions[k].head].sent == r.toks[r.mentions[i].head].sent; k-- {
		if r.mentions[k].entity == id {
			return true
		}
	}
	return false
}

// candidates are the entities whom mention i may describe: all, or of very many
// the first and those mentioned shortly before, some perhaps more than once.
func (r *resolver) candidates(i int) iter.Seq[int] {
	const most = 300
	return func(yield func(int) bool) {
		for id := range min(most, len(r.entities)) {
			if !yield(id) {
				return
			}
		}
		if len(r.entities) <= most {
			return
		}
		for k := max(0, i-window); k < i; k++ {
			if id := r.mentions[k].entity; id >= most && !yield(id) {
				return
			}
		}
	}
}

// recency prefers who was mentioned last.
func (r *resolver) recency(id, i int) float64 {
	for k := i - 1; k >= 0 && k >= i-window; k-- {
		if r.mentions[k].entity == id {
			return 1 - float64(i-k)/window
		}
	}
	return 0
}
