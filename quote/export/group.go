package export

import (
	"path"
	"slices"
	"strings"

	"quotes/quote/record"
	"quotes/speaker"
)

// group is records that stand together in a table, in the order in which they
// came: those of a speaker, a report, an outlet or a date.
type group struct {
	key     string
	lines   []string         // what it is called, and what else is known of it
	speaker *speaker.Speaker // of a group of one speaker
	records []record.Record
}

// grouping is a way to put records together.
type grouping struct {
	name string
	// of are the groups that a record belongs to, each without records.
	of      func(record.Record) []group
	columns []string // the usual ones beside the group's own
}

// groups are records put together in some way.
type groups struct {
	grouping
	list []*group
	by   map[string]*group // by key
}

func newGroups(name string) *groups {
	return &groups{grouping: groupingOf(name), by: map[string]*group{}}
}

// add puts r into its groups.
func (g *groups) add(r record.Record) {
	for _, new := range g.of(r) {
		known := g.by[new.key]
		if known == nil {
			known = &new
			g.by[new.key] = known
			g.list = append(g.list, known)
		}
		known.join(r)
	}
}

// ordered are the groups as they came, but those of dates in the order of time,
// and one of what has no name last.
func (g *groups) ordered() []*group {
	slices.SortStableFunc(g.list, func(a, b *group) int {
		if g.name == "date" || a.key == "" || b.key == "" {
			return byText(a.key, b.key)
		}
		return 0
	})
	return g.list
}

// groupings are all of them, the usual one first.
var groupings = []grouping{
	{"speaker", bySpeaker, []string{"quote", "sources"}},
	{"report", bySource(func(s record.Source) string { return s.Report }, reportLines), []string{"speaker", "quote"}},
	{"outlet", bySource(func(s record.Source) string { return s.Outlet }, nil), []string{"speaker", "quote", "sources"}},
	{"date", bySource(func(s record.Source) string { return s.Date }, nil), []string{"speaker", "quote", "sources"}},
}

// Groupings are the names that Options.Group may have.
func Groupings() []string {
	var names []string
	for _, g := range groupings {
		names = append(names, g.name)
	}
	return names
}

// groupingOf is the grouping of a name, the usual one when there is no such.
func groupingOf(name string) grouping {
	return groupings[max(0, slices.IndexFunc(groupings, func(g grouping) bool { return g.name == name }))]
}

func bySpeaker(r record.Record) []group {
	if r.Speaker == nil {
		return []group{{}}
	}
	return []group{{key: r.Speaker.Name + "\x00" + r.Speaker.ID, speaker: r.Speaker}}
}

// bySource puts a record into a group for each different value of its sources.
func bySource(of func(record.Source) string, lines func(record.Source) []string) func(record.Record) []group {
	return func(r record.Record) []group {
		var groups []group
		for _, s := range r.Sources {
			key := of(s)
			if slices.ContainsFunc(groups, func(g group) bool { return g.key == key }) {
				continue
			}
			g := group{key: key}
			if lines != nil {
				g.lines = lines(s)
			} else if key != "" {
				g.lines = []string{Printable(key)}
			}
			groups = append(groups, g)
		}
		return groups
	}
}

// reportLines are what a report is called: its title, or else its file, with
// its outlet and date.
func reportLines(s record.Source) []string {
	name := s.Title
	if strings.TrimSpace(Printable(name)) == "" {
		name = path.Base(s.Report)
	}
	lines := []string{Printable(name)}
	for _, more := range []string{s.Outlet, s.Date} {
		if more != "" {
			lines = append(lines, Printable(more))
		}
	}
	return lines
}

// titleLines are what stands beside the quotes of a group.
func (g grouping) titleLines(of *group) []string {
	switch {
	case g.name == "speaker":
		return speakerLines(of.speaker)
	case len(of.lines) == 0:
		return []string{"(no " + g.name + ")"}
	}
	return of.lines
}

// speakerLines says who somebody is: the name, and what they are.
func speakerLines(s *speaker.Speaker) []string {
	if s == nil {
		return []string{"(no speaker)"}
	}
	lines := []string{Printable(s.Name)}
	if role := Printable(s.Role); role != "" {
		lines = append(lines, role)
	}
	if id := Printable(s.ID); id != "" {
		lines = append(lines, "id "+id)
	}
	if s.Kind == speaker.Unnamed || s.Kind == speaker.Paper {
		lines = append(lines, string(s.Kind))
	}
	return lines
}

// join adds r to a group. A speaker's role is the first that any record knows.
func (g *group) join(r record.Record) {
	if g.speaker != nil && g.speaker.Role == "" && r.Speaker.Role != "" {
		known := *g.speaker
		known.Role = r.Speaker.Role
		g.speaker = &known
	}
	g.records = append(g.records, r)
}
