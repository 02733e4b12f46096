package export

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"quotes/quote/record"
)

var tableFormat = Format{
	Name: "table", Summary: "a table to read on a terminal", Endings: []string{".txt"},
	New: newTable, Takes: []string{OptWide, OptGroup, OptColumns}, Paged: true,
}

// table keeps all records, since those of a group stand together and the columns
// are as wide as what is in them. With Options.Explain it is a list.
type table struct {
	out    io.Writer
	opts   Options
	style  style
	groups *groups
}

func newTable(out io.Writer, opts Options) Writer {
	if opts.Width <= 0 {
		opts.Width = DefaultWidth
	}
	return &table{out: out, opts: opts, style: style{opts.Color}, groups: newGroups(opts.Group)}
}

func (t *table) Write(r record.Record) error {
	t.groups.add(r)
	return nil
}

// Close writes the table, or nothing when there is no record.
func (t *table) Close() error {
	if len(t.groups.list) == 0 {
		return nil
	}
	if t.opts.Explain {
		return t.list()
	}
	return t.draw()
}

// draw writes the table in one go: tablewriter drops the errors of writing.
func (t *table) draw() error {
	var drawn strings.Builder
	var hidden standIns
	columns := t.columns()
	widths := t.widths(columns)
	var titles []string
	for i, c := range columns {
		titles = append(titles, strings.Join(wrap(c.title, widths[i]), "\n"))
	}
	grid := grid(&drawn, widths)
	grid.Header(titles)
	for _, g := range t.groups.ordered() {
		cells := t.cells(g, columns, widths)
		for i := range cells {
			cells[i] = hidden.hide(cells[i])
		}
		if err := grid.Append(cells); err != nil {
			return err
		}
	}
	if err := grid.Render(); err != nil {
		return err
	}
	_, err := io.WriteString(t.out, hidden.restore(drawn.String()))
	return err
}

// grid is an empty table with the given widths. Cells come to it wrapped, cleaned
// and coloured: it draws the lines.
func grid(out io.Writer, widths []int) *tablewriter.Table {
	padded := tw.NewMapper[int, int]()
	for i, w := range widths {
		padded.Set(i, w+padding)
	}
	return tablewriter.NewTable(
		out,
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithTrimLine(tw.Off),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAlignment(tw.AlignLeft),
		tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithColumnWidths(padded),
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Symbols:  tw.NewSymbols(tw.StyleLight),
			Settings: tw.Settings{Separators: tw.Separators{BetweenRows: tw.On}},
		})),
	)
}

// cells are those of a group's row: what it is called and, beneath one another,
// its records, the cells of each at one height.
func (t *table) cells(g *group, columns []tableColumn, widths []int) []string {
	lines := make([][]string, len(columns))
	lines[0] = t.style.all(named(t.groups.titleLines(g), widths[0]))
	for i, r := range g.records {
		height := 0
		for n := 1; n < len(columns); n++ {
			if i > 0 {
				lines[n] = append(lines[n], "")
			}
			lines[n] = append(lines[n], t.style.all(columns[n].lines(r, widths[n]))...)
			height = max(height, len(lines[n]))
		}
		for n := 1; n < len(columns); n++ {
			lines[n] = append(lines[n], make([]string, height-len(lines[n]))...)
		}
	}
	cells := make([]string, len(columns))
	for n := range cells {
		cells[n] = strings.Join(lines[n], "\n")
	}
	return cells
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
