package export

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"quotes/quote/record"
	"quotes/speaker"
)

// table keeps all records, since a speaker's quotes stand together and the
// columns are as wide as what is in them. With Options.Explain it is a list.
type table struct {
	out    io.Writer
	opts   Options
	style  style
	groups []*group
	by     map[speakerKey]*group
}

// group is a speaker with what they said, in order.
type group struct {
	speaker *speaker.Speaker // nil for the quotes that have none
	role    string           // the first that any of the records knows
	records []record.Record
}

type speakerKey struct{ name, id string }

func newTable(out io.Writer, opts Options) Writer {
	if opts.Width <= 0 {
		opts.Width = DefaultWidth
	}
	return &table{out: out, opts: opts, style: style{opts.Color}, by: map[speakerKey]*group{}}
}

// Write keeps r in the group of its speaker.
func (t *table) Write(r record.Record) error {
	var key speakerKey
	if r.Speaker != nil {
		key = speakerKey{r.Speaker.Name, r.Speaker.ID}
	}
	g := t.by[key]
	if g == nil {
		g = &group{speaker: r.Speaker}
		t.by[key] = g
		t.groups = append(t.groups, g)
	}
	if r.Speaker != nil && g.role == "" {
		g.role = r.Speaker.Role
	}
	g.records = append(g.records, r)
	return nil
}

// Close writes the table, or nothing when there is no record. Quotes without a
// speaker come last.
func (t *table) Close() error {
	if len(t.groups) == 0 {
		return nil
	}
	t.unattributedLast()
	if t.opts.Explain {
		return t.list()
	}
	return t.draw()
}

// draw writes the table in one go: tablewriter drops the errors of writing.
func (t *table) draw() error {
	var drawn strings.Builder
	var hidden standIns
	c := t.columns()
	grid := grid(&drawn, c)
	grid.Header("Speaker", "Quote", "Sources")
	for _, g := range t.groups {
		quotes, sources := t.quoteCells(g, c)
		if err := grid.Append(hidden.hide(t.speakerCell(g, c)), hidden.hide(quotes), hidden.hide(sources)); err != nil {
			return err
		}
	}
	if err := grid.Render(); err != nil {
		return err
	}
	_, err := io.WriteString(t.out, hidden.restore(drawn.String()))
	return err
}

func (t *table) unattributedLast() {
	for i, g := range t.groups {
		if g.speaker == nil {
			t.groups = append(append(t.groups[:i:i], t.groups[i+1:]...), g)
			return
		}
	}
}

// columns are the widths of the three columns, without padding.
type columns struct{ speaker, quote, sources int }

// What a page needs besides the text: a border and two spaces of padding a
// column, and one border more.
const (
	padding = 2
	borders = 3*(1+padding) + 1
)

// columns shares the page out: speakers and sources get what they need up to a
// quarter and 3 tenths of it, the quotes the rest.
func (t *table) columns() columns {
	page := max(t.opts.Width-borders, 12)
	c := columns{speaker: len("Speaker"), sources: len("Sources")}
	for _, g := range t.groups {
		for _, l := range speakerLines(g) {
			c.speaker = max(c.speaker, displaywidth.String(l))
		}
		for _, r := range g.records {
			for _, s := range places(r) {
				c.sources = max(c.sources, len(count(r))+displaywidth.String(s))
			}
		}
	}
	c.speaker = min(c.speaker, page/4)
	c.sources = min(c.sources, page*3/10)
	c.quote = page - c.speaker - c.sources
	return c
}

// grid is an empty table with the given widths. Cells come to it wrapped, cleaned
// and coloured: it draws the lines.
func grid(out io.Writer, c columns) *tablewriter.Table {
	return tablewriter.NewTable(
		out,
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithTrimLine(tw.Off),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAlignment(tw.AlignLeft),
		tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithColumnWidths(tw.Mapper[int, int]{
			0: c.speaker + padding,
			1: c.quote + padding,
			2: c.sources + padding,
		}),
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Symbols:  tw.NewSymbols(tw.StyleLight),
			Settings: tw.Settings{Separators: tw.Separators{BetweenRows: tw.On}},
		})),
	)
}

func (t *table) speakerCell(g *group, c columns) string {
	lines := speakerLines(g)
	cell := t.style.lines(bold, wrap(lines[0], c.speaker))
	for _, l := range lines[1:] {
		cell = append(cell, t.style.lines(dim, wrap(l, c.speaker))...)
	}
	return strings.Join(cell, "\n")
}

// speakerLines says who a group's speaker is: the name, and what they are.
func speakerLines(g *group) []string {
	if g.speaker == nil {
		return []string{"(no speaker)"}
	}
	lines := []string{Printable(g.speaker.Name)}
	if role := Printable(g.role); role != "" {
		lines = append(lines, role)
	}
	if id := Printable(g.speaker.ID); id != "" {
		lines = append(lines, "id "+id)
	}
	if k := g.speaker.Kind; k == speaker.Unnamed || k == speaker.Paper {
		lines = append(lines, string(k))
	}
	return lines
}

// quoteCells are the quotes of a group beneath one another and, beside each, its
// sources.
func (t *table) quoteCells(g *group, c columns) (quotes, sources string) {
	var left, right []string
	for i, r := range g.records {
		if i > 0 {
			left, right = append(left, ""), append(right, "")
		}
		left = append(left, wrap(quoted(r.Quote), c.quote)...)
		for _, remark := range remarks(r, t.opts) {
			left = append(left, t.style.lines(dim, wrap(remark, c.quote))...)
		}
		right = append(right, t.sourceLines(r, c.sources)...)
		for len(left) < len(right) {
			left = append(left, "")
		}
		for len(right) < len(left) {
			right = append(right, "")
		}
	}
	return strings.Join(left, "\n"), strings.Join(right, "\n")
}

// doubtful is the confidence below which the table says that it is a guess.
const doubtful = 0.7

// remarks are what a reader should know of a record before using it.
func remarks(r record.Record, opts Options) []string {
	switch {
	case r.Speaker == nil && opts.Reasons:
		return []string{"(" + reason(r) + ")"}
	case isDenied(r):
		return []string{"(denied: a report says that these words were not said)"}
	case r.Contested:
		return []string{"(contested: also given to " + strings.Join(dissent(r), ", ") + ")"}
	case r.Speaker != nil && r.Confidence < doubtful:
		return []string{fmt.Sprintf("(a guess: confidence %.2f)", rounded(r.Confidence))}
	}
	return nil
}

// isDenied reports whether a source of r says that the words were not said.
func isDenied(r record.Record) bool {
	return slices.ContainsFunc(r.Sources, func(s record.Source) bool { return s.Negated })
}

func (t *table) sourceLines(r record.Record, width int) []string {
	var lines []string
	first := count(r)
	for _, s := range places(r) {
		lines = append(lines, Indented(first, s, width)...)
		first = strings.Repeat(" ", len(first))
	}
	return lines
}

// shownSources bounds the sources that the table names of one quote: a slogan
// may have thousands.
const shownSources = 10

// places are those of the sources of r.
func places(r record.Record) []string {
	var all []string
	for _, s := range r.Sources[:min(len(r.Sources), shownSources)] {
		all = append(all, place(s))
	}
	if more := len(r.Sources) - shownSources; more > 0 {
		all = append(all, fmt.Sprintf("and %d more", more))
	}
	return all
}

// count is the number of sources of r with the space behind it.
func count(r record.Record) string { return strconv.Itoa(len(r.Sources)) + "  " }

// place names a source as shortly as tells it from the others, by its outlet or
// else its file, with its date and how its words relate to the record's.
func place(s record.Source) string {
	name := s.Outlet
	if name == "" {
		name = path.Base(s.Report)
	}
	var remarks []string
	if s.Date != "" {
		remarks = append(remarks, s.Date)
	}
	if s.Match != "" && s.Match != record.Identical {
		remarks = append(remarks, string(s.Match))
	}
	if s.CopyOf != "" {
		remarks = append(remarks, "copy")
	}
	if len(remarks) > 0 {
		name += " (" + strings.Join(remarks, ", ") + ")"
	}
	return Printable(name)
}

// dissent names the other speakers that the sources of r have.
func dissent(r record.Record) []string {
	var names []string
	for _, s := range r.Sources {
		if s.Speaker == nil || r.Speaker != nil && s.Speaker.Name == r.Speaker.Name {
			continue
		}
		if name := Printable(s.Speaker.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// quoted is a quote in marks, without which a cell of several lines wouldn't
// show where one ends.
func quoted(text string) string { return "“" + Printable(text) + "”" }

// reason says why r has no speaker.
func reason(r record.Record) string {
	for _, s := range r.Sources {
		if s.Reason != "" {
			return Printable(s.Reason)
		}
	}
	return "no reason given"
}
