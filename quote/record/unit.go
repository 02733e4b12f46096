package record

import (
	"cmp"
	"slices"
)

// An entry is one source as the merger holds it.
type entry struct {
	wording int32 // index into archive.wordings
	alias   int32
	report  int32
}

// A unit is all sources that print one wording of one person, which are one
// record whatever else is merged. Where nobody is named, or the words are few
// and the name could be anybody's, one report's are a unit.
type unit struct {
	wording int32
	person  personID
	entries []int32 // sorted by report
}

// units groups the entries: first sorted by wording, then by person.
func (a *archive) units() []unit {
	order := make([]int32, len(a.entries))
	person := make([]personID, len(a.entries))
	for i := range a.entries {
		order[i] = int32(i)
		person[i] = a.people.of(a.entries[i].alias)
	}
	slices.SortFunc(order, func(i, j int32) int {
		x, y := &a.entries[i], &a.entries[j]
		return cmp.Or(cmp.Compare(x.wording, y.wording), cmp.Compare(person[i], person[j]),
			cmp.Compare(x.report, y.report), cmp.Compare(i, j))
	})
	var units []unit
	for from, to := 0, 0; from < len(order); from = to {
		x := &a.entries[order[from]]
		who := person[order[from]]
		apart := a.apart(x.wording, who)
		for to = from + 1; to < len(order); to++ {
			y := &a.entries[order[to]]
			if y.wording != x.wording || person[order[to]] != who || apart && y.report != x.report {
				break
			}
		}
		units = append(units, unit{x.wording, who, order[from:to:to]})
	}
	return units
}

// apart reports whether equal words of one speaker are not enough to make
// sources in two reports one utterance, because who speaks isn't certain.
func (a *archive) apart(w int32, who personID) bool {
	l := link{shared: len(a.wordings[w].words), weight: a.wordings[w].weight}
	switch {
	case who == nobody:
		return !l.reaches(namelessAcross)
	case a.people.persons[who].generic:
		return !l.reaches(variantAcross)
	}
	return false
}

// shareReport reports whether two units have sources in one report.
func (a *archive) shareReport(u, v *unit) bool {
	if len(u.entries) > len(v.entries) {
		u, v = v, u
	}
	for _, e := range u.entries {
		r := a.entries[e].report
		if _, found := slices.BinarySearchFunc(v.entries, r, func(e, r int32) int {
			return cmp.Compare(a.entries[e].report, r)
		}); found {
			return true
		}
	}
	return false
}
