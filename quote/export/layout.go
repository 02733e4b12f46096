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
	margin      int     // of its lines
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
		c.share, c.margin, c.lines = 3./10, len("1  "), sourceLines
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

// widths shares the page out. A column gets what it needs up to its share, and so
// much that its words aren't broken; one, the quotes if they are there, gets the
// rest, and at least a third. A wide table is as wide as what is in it.
func (t *table) widths(columns []tableColumn) []int {
	needed, words := t.needed(columns)
	if t.opts.Wide {
		return needed
	}
	page := max(t.opts.Width-borders(len(columns)), 4*len(columns))
	elastic := elasticColumn(columns, needed)
	widths, floors := make([]int, len(columns)), make([]int, len(columns))
	for i, c := range columns {
		if i != elastic {
			floors[i] = min(words[i], longWord)
			widths[i] = max(min(needed[i], int(float64(page)*c.share)), floors[i])
		}
	}
	shrink(widths, floors, page-page/3)
	shrink(widths, make([]int, len(columns)), page-page/3)
	widths[elastic] = page - sum(widths)
	return widths
}

// longWord is the width of a word that may be broken where there is little room.
const longWord = 15

// shrink makes widths fit into room, in proportion to what each has above its
// floor and not beneath that.
func shrink(widths, floors []int, room int) {
	over, above := sum(widths)-room, sum(widths)-sum(floors)
	if over <= 0 || above <= 0 {
		return
	}
	for i := range widths {
		cut := (widths[i] - floors[i]) * min(over, above)
		widths[i] -= (cut + above - 1) / above
		if floors[i] == 0 && widths[i] == 0 && cut > 0 {
			widths[i] = 1
		}
	}
}

func sum(numbers []int) int {
	total := 0
	for _, n := range numbers {
		total += n
	}
	return total
}

// elasticColumn is the column that takes what the others leave: that of the
// quotes, or else the one that needs most.
func elasticColumn(columns []tableColumn, needed []int) int {
	if at := slices.IndexFunc(columns, func(c tableColumn) bool { return c.name == "quote" }); at >= 0 {
		return at
	}
	return slices.Index(needed, slices.Max(needed))
}

// needed are the widths that columns have when nothing is wrapped, and those of
// their longest words.
func (t *table) needed(columns []tableColumn) (lines, words []int) {
	lines, words = make([]int, len(columns)), make([]int, len(columns))
	measure := func(i int, line string) {
		lines[i] = max(lines[i], displaywidth.String(line))
		for word := range strings.FieldsSeq(line) {
			words[i] = max(words[i], columns[i].margin+displaywidth.String(word))
		}
	}
	for i, c := range columns {
		measure(i, c.title)
	}
	for _, g := range t.groups.list {
		for _, l := range t.groups.titleLines(g) {
			measure(0, l)
		}
		for _, r := range g.records {
			for i := 1; i < len(columns); i++ {
				for _, l := range columns[i].lines(r, math.MaxInt) {
					measure(i, l.text)
				}
			}
		}
	}
	return lines, words
}
