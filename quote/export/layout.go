package export

import (
	"math"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"quotes/quote/record"
)

// tableColumn is a column of the table.
type tableColumn struct {
	name, title string
	share       float64 // of the page, that it takes at most
	lines       func(r record.Record, width int) []styled
}

// columns are the column of the groups, then those chosen or the usual ones.
func (t *table) columns() []tableColumn {
	names := t.opts.Columns
	if len(names) == 0 {
		names = t.groups.columns
	}
	columns := []tableColumn{{title: heading(t.groups.name), share: 1. / 4}}
	for _, name := range names {
		if name != t.groups.name {
			columns = append(columns, t.column(name))
		}
	}
	return columns
}

// column is the column of a name. Some look otherwise in a table than in a file.
func (t *table) column(name string) tableColumn {
	c := tableColumn{name: name, title: heading(name), share: 1. / 5}
	switch name {
	case "quote":
		c.lines = t.quoteLines
	case "sources":
		c.share, c.lines = 3./10, sourceLines
	case "speaker":
		c.share = 1. / 4
		c.lines = func(r record.Record, width int) []styled { return named(speakerLines(r.Speaker), width) }
	default:
		c.lines = t.valueLines(name)
	}
	return c
}

// heading is a column's name as a reader would write it.
func heading(name string) string {
	return strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "_", " ")
}

func (t *table) quoteLines(r record.Record, width int) []styled {
	lines := wrapped(quoted(r.Quote), width, "")
	for _, remark := range remarks(r, t.opts) {
		lines = append(lines, wrapped(remark, width, dim)...)
	}
	return lines
}

func sourceLines(r record.Record, width int) []styled {
	var lines []styled
	first := count(r)
	for _, s := range places(r) {
		for _, l := range Indented(first, s, width) {
			lines = append(lines, styled{text: l})
		}
		first = strings.Repeat(" ", len(first))
	}
	return lines
}

// valueLines is what a file has in the column of a name, a value a line.
func (t *table) valueLines(name string) func(record.Record, int) []styled {
	columns := chosen(Options{Each: t.opts.Each, Columns: []string{name}})
	return func(r record.Record, width int) []styled {
		var lines []styled
		for _, c := range columns {
			rows(r, t.opts.Each, func(r record.Record, s record.Source) error {
				for _, v := range c.values(r, s) {
					lines = append(lines, wrapped(Printable(v), width, "")...)
				}
				return nil
			})
		}
		return lines
	}
}

// named is a name and, less prominent, what else is known of it.
func named(lines []string, width int) []styled {
	all := wrapped(lines[0], width, bold)
	for _, l := range lines[1:] {
		all = append(all, wrapped(l, width, dim)...)
	}
	return all
}

func wrapped(text string, width int, effect string) []styled {
	var lines []styled
	for _, l := range wrap(text, width) {
		lines = append(lines, styled{l, effect})
	}
	return lines
}

// What a page needs besides the text: a border and two spaces of padding a
// column, and one border more.
const padding = 2

func borders(columns int) int { return columns*(1+padding) + 1 }

// widths shares the page out. A column gets what it needs up to its share; one,
// the quotes if they are there, gets the rest, and at least 2 fifths. A wide table
// is as wide as what is in it.
func (t *table) widths(columns []tableColumn) []int {
	widths := t.needed(columns)
	if t.opts.Wide {
		return widths
	}
	page := max(t.opts.Width-borders(len(columns)), 4*len(columns))
	elastic := elasticColumn(columns, widths)
	rest := page
	for i, c := range columns {
		if i != elastic {
			widths[i] = max(min(widths[i], int(float64(page)*c.share)), 1)
			rest -= widths[i]
		}
	}
	if least := page * 2 / 5; rest < least {
		taken := page - rest
		rest = page
		for i := range widths {
			if i != elastic {
				widths[i] = max(widths[i]*(page-least)/taken, 1)
				rest -= widths[i]
			}
		}
	}
	widths[elastic] = rest
	return widths
}

// elasticColumn is the column that takes what the others leave: that of the
// quotes, or else the one that needs most.
func elasticColumn(columns []tableColumn, needed []int) int {
	if at := slices.IndexFunc(columns, func(c tableColumn) bool { return c.name == "quote" }); at >= 0 {
		return at
	}
	return slices.Index(needed, slices.Max(needed))
}

// needed are the widths that columns have when nothing is wrapped.
func (t *table) needed(columns []tableColumn) []int {
	widths := make([]int, len(columns))
	for i, c := range columns {
		widths[i] = displaywidth.String(c.title)
	}
	for _, g := range t.groups.list {
		for _, l := range t.groups.titleLines(g) {
			widths[0] = max(widths[0], displaywidth.String(l))
		}
		for _, r := range g.records {
			for i := 1; i < len(columns); i++ {
				for _, l := range columns[i].lines(r, math.MaxInt) {
					widths[i] = max(widths[i], displaywidth.String(l.text))
				}
			}
		}
	}
	return widths
}
