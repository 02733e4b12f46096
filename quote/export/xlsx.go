package export

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"quotes/quote/record"
)

var xlsxFormat = Format{
	Name: "xlsx", Summary: "a workbook for Excel and LibreOffice", Endings: []string{".xlsx"},
	New: newXLSX, Takes: []string{OptColumns}, Binary: true,
}

// An xlsxWriter writes a workbook with the columns of CSV. Words are words to a
// spreadsheet whatever they look like, so that none is a formula. It keeps all
// records until Close.
//
// What a workbook can't hold is seen to: a cell that is too long ends with a note
// that it was cut, rows that are too many go on in a second sheet, and addresses
// that are too many or too long stand there without a link.
type xlsxWriter struct {
	out     io.Writer
	opts    Options
	records []record.Record
	limits  limits
}

// limits are what a sheet can hold.
type limits struct{ rows, links int }

// Excel's limits. Of links it takes 65,530, but excelize looks at all of them for
// each, which takes seconds for these already.
const (
	mostRows   = excelize.TotalRows
	mostLinks  = 10_000
	mostUnits  = excelize.TotalCellChars // UTF-16 units of a cell
	mostInLink = 2_079                   // characters of an address
)

func newXLSX(out io.Writer, opts Options) Writer {
	return &xlsxWriter{out: out, opts: opts, limits: limits{mostRows, mostLinks}}
}

func (w *xlsxWriter) Write(r record.Record) error {
	w.records = append(w.records, r)
	return nil
}

func (w *xlsxWriter) Close() (err error) {
	file := excelize.NewFile()
	defer file.Close() // removes excelize's own files
	b, err := newBook(file, columnsOf(w.opts), w.limits)
	if err != nil {
		return err
	}
	for _, r := range w.records {
		if err := rows(r, w.opts.Each, b.row); err != nil {
			return err
		}
	}
	if err := b.endSheet(); err != nil {
		return err
	}
	_, err = file.WriteTo(w.out)
	return err
}

// book is a workbook that is being written.
type book struct {
	file    *excelize.File
	columns []column
	limits  limits
	styles  map[string]int

	sheets int
	sheet  *excelize.StreamWriter // the one that rows go to
	name   string                 // of the sheet
	used   int                    // rows of it
	links  int                    // of it
}

func newBook(file *excelize.File, columns []column, l limits) (*book, error) {
	b := &book{file: file, columns: columns, limits: l, styles: map[string]int{}}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	format := "yyyy-mm-dd"
	styles := map[string]*excelize.Style{
		"head":  {Font: &excelize.Font{Bold: true}, Alignment: top, Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "808080"}}},
		"words": {Alignment: top},
		"day":   {Alignment: top, CustomNumFmt: &format},
		"link":  {Alignment: top, Font: &excelize.Font{Color: "0563C1", Underline: "single"}},
	}
	for _, name := range slices.Sorted(maps.Keys(styles)) { // in one order, so that the same bytes come out
		id, err := file.NewStyle(styles[name])
		if err != nil {
			return nil, err
		}
		b.styles[name] = id
	}
	return b, b.newSheet()
}

// newSheet begins a sheet with its header, which stays when one scrolls.
func (b *book) newSheet() (err error) {
	b.sheets++
	b.name, b.used, b.links = "Quotes", 0, 0
	if b.sheets == 1 {
		err = b.file.SetSheetName(b.file.GetSheetName(0), b.name)
	} else {
		b.name += " " + strconv.Itoa(b.sheets)
		_, err = b.file.NewSheet(b.name)
	}
	if err != nil {
		return err
	}
	if b.sheet, err = b.file.NewStreamWriter(b.name); err != nil {
		return err
	}
	if err := b.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(b.columns))
	for i, c := range b.columns {
		if err := b.sheet.SetColWidth(i+1, i+1, widthInBook(c)); err != nil {
			return err
		}
		head[i] = excelize.Cell{StyleID: b.styles["head"], Value: c.name}
	}
	return b.add(head)
}

// widthInBook is the width of a column in characters.
func widthInBook(c column) float64 {
	switch {
	case slices.Contains([]string{"quote", "text", "why", "steps"}, c.name):
		return 60
	case c.kind == numeral || c.kind == day || c.name == "kind" || c.name == "denied":
		return 13
	}
	return 28
}

func (b *book) add(cells []any) error {
	b.used++
	return b.sheet.SetRow("A"+strconv.Itoa(b.used), cells)
}

// row adds a row, to a new sheet when this one is full.
func (b *book) row(r record.Record, s record.Source) error {
	if b.used == b.limits.rows {
		if err := b.endSheet(); err != nil {
			return err
		}
		if err := b.newSheet(); err != nil {
			return err
		}
	}
	cells := make([]any, len(b.columns))
	for i, c := range b.columns {
		cell, err := b.cell(i+1, c.kind, c.values(r, s))
		if err != nil {
			return err
		}
		cells[i] = cell
	}
	return b.add(cells)
}

// cell is the cell of the next row in a column.
func (b *book) cell(column int, k kind, values []string) (any, error) {
	text := visible(strings.Join(values, "; "))
	style := b.styles["words"]
	switch {
	case text == "":
		return nil, nil
	case k == numeral && len(values) == 1:
		if n, err := strconv.ParseFloat(text, 64); err == nil {
			return excelize.Cell{StyleID: style, Value: n}, nil
		}
	case k == day:
		if t, err := time.Parse(time.DateOnly, text); err == nil && t.Year() > 1900 {
			return excelize.Cell{StyleID: b.styles["day"], Value: t}, nil
		}
	case k == address:
		linked, err := b.link(column, values[0])
		if err != nil {
			return nil, err
		}
		if linked {
			style = b.styles["link"]
		}
	}
	return excelize.Cell{StyleID: style, Value: shortened(text)}, nil
}

// link makes the next row's cell of a column lead to an address, if it can.
func (b *book) link(column int, to string) (bool, error) {
	to = webAddress(to)
	if to == "" || len(to) > mostInLink || b.links == b.limits.links {
		return false, nil
	}
	cell, err := excelize.CoordinatesToCellName(column, b.used+1)
	if err != nil {
		return false, err
	}
	b.links++
	return true, b.file.SetCellHyperLink(b.name, cell, to, "External")
}

// endSheet gives the sheet its filters and closes it.
func (b *book) endSheet() error {
	last, err := excelize.CoordinatesToCellName(len(b.columns), b.used)
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(b.name, "A1:"+last, nil); err != nil {
		return err
	}
	return b.sheet.Flush()
}

// shortened is text that fits into a cell.
func shortened(text string) string {
	if len(text) <= mostUnits {
		return text // it has no more units than bytes
	}
	note := fmt.Sprintf(" … (cut here: a cell holds %d characters)", mostUnits)
	units := utf16.Encode([]rune(text))
	if len(units) <= mostUnits {
		return text
	}
	cut := units[:mostUnits-len(utf16.Encode([]rune(note)))]
	if last := len(cut) - 1; utf16.IsSurrogate(rune(cut[last])) && cut[last] < 0xDC00 {
		cut = cut[:last] // the first half of a character
	}
	return string(utf16.Decode(cut)) + note
}
