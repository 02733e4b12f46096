// Package export writes records: for reading, for spreadsheets, for other programs.
//
// A format is one file, with its Format and its Writer, and its name in the list
// of formats below. Nothing else knows the formats apart.
package export

import (
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"quotes/quote/record"
	"quotes/quote/report"
)

// Options say how records are written. A format takes no notice of what does
// not concern it. The zero value writes merged, attributed records without
// their arguments, to something that is not a terminal.
type Options struct {
	Each    bool // a row is one occurrence, with its evidence
	Reasons bool // say why a record has no speaker
	Explain bool // write the argument for each attribution
	IDs     bool // speakers may have ids, from a list of people
	Width   int  // of the page, in columns; 0 means DefaultWidth
	Color   bool // the page is a terminal that shows colours

	Wide      bool     // nothing is wrapped, however wide it gets
	Group     string   // what rows are put together by, one of Groupings; "" means the first
	Columns   []string // which, of those that the function Columns names; none means the usual ones
	BOM       bool     // begin with a byte order mark
	Separator rune     // between cells; 0 means a comma
}

// Names of the options that only some formats take.
const (
	OptWide      = "wide"
	OptGroup     = "group"
	OptColumns   = "columns"
	OptBOM       = "bom"
	OptSeparator = "separator"
)

// DefaultWidth is the width of a page that doesn't say how wide it is, in
// columns.
const DefaultWidth = 100

// Writer writes records in one format. It gives back the errors of the io.Writer
// beneath it, which may be held back until Close.
type Writer interface {
	// Write writes one record, or keeps it for Close.
	Write(record.Record) error
	// Close ends the output. It doesn't close what is written to.
	Close() error
}

// A ReportWriter is a Writer that shows quotes where they stand: it is given each
// report that has quotes before the records of it.
type ReportWriter interface {
	Writer
	WriteReport(report.Report)
}

// Format is one way of writing records.
type Format struct {
	Name    string
	Summary string   // half a line, for help
	Endings []string // of file names, with their dot; the first is the usual one
	New     func(io.Writer, Options) Writer
	Takes   []string // of the options that only some formats take
	Paged   bool     // to be read on a terminal, page by page
	Binary  bool     // nothing for a terminal
}

// formats are all there are; the first is the default.
var formats = []Format{tableFormat, csvFormat, jsonFormat, jsonLinesFormat, xlsxFormat, markdownFormat, htmlFormat}

// Formats returns all formats, the default one first.
func Formats() []Format { return slices.Clone(formats) }

// Named returns the format of that name.
func Named(name string) (Format, bool) {
	return find(func(f Format) bool { return f.Name == name })
}

// ForFile returns the format that the ending of a file's name asks for.
func ForFile(name string) (Format, bool) {
	ending := strings.ToLower(filepath.Ext(name))
	return find(func(f Format) bool { return slices.Contains(f.Endings, ending) })
}

func find(is func(Format) bool) (Format, bool) {
	if i := slices.IndexFunc(formats, is); i >= 0 {
		return formats[i], true
	}
	return Format{}, false
}

// rounded is a confidence with no more digits than it deserves. What is no
// number is no confidence: JSON couldn't write it.
func rounded(confidence float64) float64 {
	if math.IsNaN(confidence) || math.IsInf(confidence, 0) {
		return 0
	}
	return math.Round(confidence*1000) / 1000
}

// printed is the text of a source as it was printed, marks included.
func printed(s record.Source) string {
	if len(s.Spans) == 1 {
		return s.Spans[0].Text
	}
	texts := make([]string, len(s.Spans))
	for i, e := range s.Spans {
		texts[i] = e.Text
	}
	return strings.Join(texts, " ")
}
