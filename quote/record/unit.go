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
// record whatever else is merged. Where it isn't certain enough who speaks,
// only the sources in one article are a unit, or each is.
type unit struct {
	wording int32
	person  personID
	entries []int32 // sorted by article
}

// byWording returns the entries in order of their wordings, and where those of
// each begin.
func (a *archive) byWording() (order, start []int32) {
	order = make([]int32, len(a.entries))
	start = make([]int32, len(a.wordings)+1)
	for _, e := range a.entries {
		start[e.wording+1]++
	}
	for w := range a.wordings {
		start[w+1] += start[w]
	}
	next := slices.Clone(start)
	for i, e := range a.entries {
		order[next[e.wording]] = int32(i)
		next[e.wording]++
	}
	return order, start
}

// A scope says which sources of equal words and one speaker are a unit.
type scope int

const (
	everywhere scope = iota
	inArticle
	alone
)

// units groups the entries: sorted by wording, then by person, then by article.
func (a *archive) units() []unit {
	person := make([]personID, len(a.entries))
	for i := range a.entries {
		person[i] = a.people.of(a.entries[i].alias)
	}
	order, start := a.byWording()
	for w := range a.wordings {
		slices.SortFunc(order[start[w]:start[w+1]], func(i, j int32) int {
			x, y := &a.entries[i], &a.entries[j]
			return cmp.Or(cmp.Compare(person[i], person[j]),
				cmp.Compare(a.article[x.report], a.article[y.report]), cmp.Compare(x.report, y.report), cmp.Compare(i, j))
		})
	}
	var units []unit
	for from, to := 0, 0; from < len(order); from = to {
		x := &a.entries[order[from]]
		who := person[order[from]]
		scope := a.scope(x.wording, who)
		for to = from + 1; to < len(order); to++ {
			y := &a.entries[order[to]]
			if y.wording != x.wording || person[order[to]] != who || scope == alone ||
				scope == inArticle && a.article[y.report] != a.article[x.report] {
				break
			}
		}
		units = append(units, unit{x.wording, who, order[from:to:to]})
	}
	return units
}

// scope says how far equal words of one speaker make sources one utterance.
func (a *archive) scope(w int32, who personID) scope {
	l := a.whole(w)
	switch {
	case !who.named() && !l.enoughWithin(who):
		return alone
	case !who.named() && !l.reaches(namelessAcross):
		return inArticle
	case who.named() && a.people.persons[who].generic && !l.reaches(variantAcross):
		return inArticle
	}
	return everywhere
}

// whole is the link between two sources that print a wording.
func (a *archive) whole(w int32) link {
	l := link{kind: same, shared: int32(len(a.wordings[w].words)), weight: a.wordings[w].weight, within: true, across: true}
	l.contest, l.dispute = l.reaches(contestWhole), l.reaches(disputedWhole)
	return l
}

// shareArticle reports whether two units have sources in one report, or in
// near-copies of one.
func (a *archive) shareArticle(u, v *unit) bool {
	if len(u.entries) > len(v.entries) {
		u, v = v, u
	}
	for _, e := range u.entries {
		if _, found := slices.BinarySearchFunc(v.entries, a.articleOf(e), func(e, article int32) int {
			return cmp.Compare(a.articleOf(e), article)
		}); found {
			return true
		}
	}
	return false
}

func (a *archive) articleOf(entry int32) int32 { return a.article[a.entries[entry].report] }
