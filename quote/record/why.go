package record

import (
	"fmt"
	"strings"
)

// whySteps bounds the steps of an argument; a slogan can have 100,000 sources.
const whySteps = 8

// why says, a sentence a step, why the sources of a record are one.
func (w *writer) why(g group, r *Record, sides []side) []string {
	if len(r.Sources) == 1 {
		return nil
	}
	var out []string
	out = append(out, w.count(r))
	shown := 0
	for _, u := range g.units {
		if step := w.equals(u); step != "" && shown < whySteps {
			out = append(out, step)
			shown++
		}
	}
	for n, e := range g.edges {
		if n == whySteps {
			out = append(out, fmt.Sprintf("%d more wordings are joined in the same way.", len(g.edges)-n))
			break
		}
		out = append(out, w.step(e))
	}
	return append(out, w.speakers(sides)...)
}

// count says how many of the sources are independent.
func (w *writer) count(r *Record) string {
	copies := 0
	reports := map[string]bool{}
	for _, s := range r.Sources {
		if s.CopyOf != "" && !reports[s.Report] {
			copies++
		}
		reports[s.Report] = true
	}
	out := fmt.Sprintf("%d sources in %d %s", len(r.Sources), len(reports), plural("report", len(reports)))
	if copies > 0 {
		out += fmt.Sprintf(", of which %d %s of another", copies, plural("is a near-copy|are near-copies", copies))
	}
	return out + "."
}

// plural returns the form of a word for n things: "one|many", or a noun that
// takes an s.
func plural(forms string, n int) string {
	one, many, two := strings.Cut(forms, "|")
	switch {
	case n == 1:
		return one
	case two:
		return many
	}
	return one + "s"
}

// equals says that a unit's sources print the same words.
func (w *writer) equals(u int32) string {
	n := len(w.units[u].entries)
	if n < 2 {
		return ""
	}
	return fmt.Sprintf("%d print the same words: %s.", n, w.label(u))
}

// step words an edge.
func (w *writer) step(e edge) string {
	u, v := w.label(e.u), w.label(e.v)
	if w.units[e.u].wording == w.units[e.v].wording {
		return fmt.Sprintf("The same %d words, %s, are in %s as well as in %s.", e.link.shared, v, w.where(e.v), w.where(e.u))
	}
	verb := [...]string{variant: "is a variant of", fragment: "is a part of", overlap: "overlaps with"}[e.link.kind]
	return fmt.Sprintf("%s (%s) %s %s (%s): they share %d words.", v, w.where(e.v), verb, u, w.where(e.u), e.link.shared)
}

// label shows a unit's wording by its first and last words.
func (w *writer) label(u int32) string { return brief(w.wordings[w.units[u].wording].text) }

// where names the first report of a unit.
func (w *writer) where(u int32) string {
	return w.names[w.entries[w.units[u].entries[0]].report]
}

// speakers says how the speakers of the sources agree.
func (w *writer) speakers(sides []side) []string {
	if len(sides) == 1 {
		if !sides[0].person.named() {
			return []string{"No source names the speaker."}
		}
		return []string{"Every source that names the speaker can mean " + w.people.called[sides[0].person] + "."}
	}
	var out []string
	for n, s := range sides {
		if n == whySteps {
			break
		}
		out = append(out, fmt.Sprintf("%d %s to %s.", s.sources, plural("source gives it|sources give it", s.sources), w.people.called[s.person]))
	}
	return append(out, "The sources contradict each other: the record is contested.")
}
