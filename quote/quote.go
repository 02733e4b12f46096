// Package quote finds what is quoted in a report.
package quote

import "quotes/quote/report"

// Span is a stretch of a report's text: byte offsets, end exclusive.
type Span struct{ Start, End int }

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Quote is one quoted stretch of a report. It has several spans when it runs
// over paragraphs, each reopened with a mark and only the last one closed.
type Quote struct {
	Spans    []Span // in text order, marks included, never overlapping
	Unclosed bool   // no mark closes it: the last span ends with its paragraph, or where the next quote opens
	Unopened bool   // no mark opens it: the first span begins with its sentence or paragraph
}

// Document is a report with the quotes found in it, in text order.
type Document struct {
	Report report.Report
	Quotes []Quote
}

// Find returns the quotes of r. It runs in time linear in the length of the text.
func Find(r report.Report) Document {
	f := finder{text: r.Text, paragraphs: Paragraphs(r.Text)}
	// Which marks are the outlet's outer ones is not known beforehand. Read the
	// report as if single marks could be, and believe it when more is then
	// quoted between single marks than between double ones. Often it is all the
	// same.
	f.singleOuter = true
	single := f.all()
	if f.singles > f.doubles || !f.leaned {
		return Document{Report: r, Quotes: single}
	}
	f.singleOuter = false
	return Document{Report: r, Quotes: f.all()}
}
