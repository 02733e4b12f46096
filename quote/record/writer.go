package record

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"quotes/speaker"
)

// A writer makes records of clusters. It isn't safe for concurrent use.
type writer struct {
	*clustering
	comparer
	full, part shown
}

// A printing is one source of a record in the making.
type printing struct {
	entry  int32
	person personID
	given  *given
	source *Source
}

// record makes the record of a cluster.
func (w *writer) record(g group) Record {
	ps := w.printings(g)
	full := w.fullest(g)
	r := Record{Quote: w.text(g, full), Sources: make([]Source, len(ps))}
	sides := w.sides(ps)
	for n, p := range ps {
		r.Sources[n] = *p.source
		r.Sources[n].Speaker = p.given.speaker
		r.Sources[n].CopyOf = ""
		if p.source.Date != "" && (r.FirstSeen == "" || p.source.Date < r.FirstSeen) {
			r.FirstSeen = p.source.Date
		}
	}
	w.describe(&r, full, ps)
	w.markCopies(&r, ps)
	r.Speaker, r.Confidence = w.speaker(ps, sides), confidence(sides)
	r.Contested = len(sides) > 1
	r.Why = w.why(g, &r, sides)
	r.ID = w.id(g, ps, r.Speaker)
	for _, p := range ps {
		*p.given = given{} // what is merged is free to go
	}
	return r
}

// printings lists the sources of a cluster: by date, those without one last,
// then by report and place.
func (w *writer) printings(g group) []printing {
	n := 0
	for _, u := range g.units {
		n += len(w.units[u].entries)
	}
	ps := make([]printing, 0, n)
	for _, u := range g.units {
		for _, e := range w.units[u].entries {
			given := w.at(e)
			ps = append(ps, printing{e, w.units[u].person, given, &given.source[0]})
		}
	}
	if len(ps) == 1 {
		return ps
	}
	slices.SortFunc(ps, func(p, q printing) int {
		return cmp.Or(
			cmp.Compare(undated(p.source), undated(q.source)), strings.Compare(p.source.Date, q.source.Date),
			strings.Compare(p.source.Report, q.source.Report), cmp.Compare(p.source.start(), q.source.start()),
			strings.Compare(p.given.quote, q.given.quote), cmp.Compare(p.source.Confidence, q.source.Confidence),
			cmp.Compare(p.person, q.person), cmp.Compare(p.entry, q.entry),
		)
	})
	return ps
}

func undated(s *Source) int {
	if s.Date == "" {
		return 1
	}
	return 0
}

// start is the byte at which a source's first span begins.
func (s *Source) start() int {
	if len(s.Spans) == 0 {
		return 0
	}
	return s.Spans[0].Bytes.Start
}

// fullest is the wording of most words in a cluster, of those the one that most
// sources print.
func (w *writer) fullest(g group) int32 {
	top, sources := w.units[g.units[0]].wording, 0
	for n := 0; n < len(g.units); {
		u := w.units[g.units[n]]
		if len(w.wordings[u.wording].words) < len(w.wordings[top].words) {
			break
		}
		count := 0
		for n < len(g.units) && w.units[g.units[n]].wording == u.wording {
			count += len(w.units[g.units[n]].entries)
			n++
		}
		if count > sources {
			top, sources = u.wording, count
		}
	}
	return top
}

// text is how most sources print a wording of a cluster.
func (w *writer) text(g group, of int32) string {
	first, differ := "", false
	for q := range w.quotes(g, of) {
		if first == "" {
			first = q
		}
		differ = differ || q != first
	}
	if !differ {
		return first
	}
	votes := map[string]int{}
	for q := range w.quotes(g, of) {
		votes[q]++
	}
	return mostOf(votes)
}

// quotes yields the texts of the sources that print a wording.
func (w *writer) quotes(g group, of int32) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, u := range g.units {
			if w.units[u].wording != of {
				continue
			}
			for _, e := range w.units[u].entries {
				if !yield(w.at(e).quote) {
					return
				}
			}
		}
	}
}

// mostOf returns the text with most votes, of those the longest, of those the
// first in order.
func mostOf(votes map[string]int) string {
	best, most := "", 0
	for text, n := range votes {
		if cmp.Or(cmp.Compare(n, most), cmp.Compare(len(text), len(best)), strings.Compare(best, text)) > 0 {
			best, most = text, n
		}
	}
	return best
}

// markCopies names, for each source in a near-copy of an article, the first
// source's report in another copy.
func (w *writer) markCopies(r *Record, ps []printing) {
	if len(ps) == 1 {
		return
	}
	first := map[int32]string{}
	for n, p := range ps {
		group := w.article[w.entries[p.entry].report]
		report, seen := first[group]
		switch {
		case !seen:
			first[group] = p.source.Report
		case report != p.source.Report:
			r.Sources[n].CopyOf = report
		}
	}
}

// A side is a speaker to whom sources of a record give it.
type side struct {
	person  personID
	sources int
	doubt   float64 // that all independent sources of it are wrong
}

// sides returns the speakers that a record's sources name, the best supported
// first. Speakers who can be one person are one side.
func (w *writer) sides(ps []printing) []side {
	if len(ps) == 1 {
		return []side{{ps[0].person, 1, 1 - ps[0].given.confidence}}
	}
	type origin struct {
		side  int
		group int32
	}
	var sides []side
	at := map[personID]int{}
	best := map[origin]float64{}
	for _, who := range w.byCertainty(ps) {
		if !who.named() && len(sides) > 0 {
			break
		}
		n := slices.IndexFunc(sides, func(s side) bool { return w.people.agree(s.person, who) })
		if n < 0 {
			n = len(sides)
			sides = append(sides, side{person: who, doubt: 1})
		}
		at[who] = n
	}
	for _, p := range ps {
		n, ok := at[p.person]
		if !ok {
			continue // it names nobody, so it supports nobody
		}
		sides[n].sources++
		o := origin{n, w.article[w.entries[p.entry].report]}
		best[o] = max(best[o], p.given.confidence)
	}
	keys := slices.SortedFunc(maps.Keys(best), func(a, b origin) int {
		return cmp.Or(cmp.Compare(a.side, b.side), cmp.Compare(a.group, b.group))
	})
	for _, o := range keys {
		sides[o.side].doubt *= 1 - best[o]
	}
	slices.SortStableFunc(sides, func(a, b side) int { return cmp.Compare(a.doubt, b.doubt) })
	return sides
}

// byCertainty lists the different speakers of sources: known ones before those
// who could be several, and nobody last.
func (w *writer) byCertainty(ps []printing) []personID {
	seen := map[personID]bool{}
	for _, p := range ps {
		seen[p.person] = true
	}
	rank := func(p personID) int {
		switch {
		case !p.named():
			return 2
		case w.people.loose(p):
			return 1
		}
		return 0
	}
	return slices.SortedFunc(maps.Keys(seen), func(p, q personID) int {
		return cmp.Or(cmp.Compare(rank(p), rank(q)), cmp.Compare(p, q))
	})
}

// surest is the highest confidence that merging alone gives.
const surest = 0.99

// confidence is the rule that Merge states.
func confidence(sides []side) float64 {
	first := 1 - sides[0].doubt
	if len(sides) == 1 {
		if sides[0].sources == 1 {
			return first
		}
		return max(min(first, surest), 0)
	}
	sum := 0.0
	for _, s := range sides {
		sum += 1 - s.doubt
	}
	if sum == 0 {
		return 0
	}
	return min(first*first/sum, surest)
}

// speaker is the best supported speaker: called as most sources of the archive
// call him, with the role that most sources of the record give.
func (w *writer) speaker(ps []printing, sides []side) *speaker.Speaker {
	if !sides[0].person.named() {
		for _, p := range ps {
			if s := p.given.speaker; s != nil {
				return s
			}
		}
		return nil
	}
	var s speaker.Speaker
	roles := map[string]int{}
	for _, p := range ps {
		own := p.given.speaker
		if own == nil || !p.person.named() || !w.people.agree(p.person, sides[0].person) {
			continue
		}
		if s.Name == "" || p.person == sides[0].person && s.Kind == "" {
			s.Name, s.Kind = own.Name, own.Kind
		}
		s.ID = cmp.Or(s.ID, own.ID)
		s.Gender = cmp.Or(s.Gender, own.Gender)
		if own.Role != "" {
			roles[own.Role]++
		}
	}
	s.Name = w.people.called[sides[0].person]
	s.Role = mostOf(roles)
	return &s
}
