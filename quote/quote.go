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
	Unclosed bool   // the last span ended with its paragraph, not with a mark
}

// Document is a report with the quotes found in it, in text order.
type Document struct {
	Report report.Report
	Quotes []Quote
}

// Find returns the quotes of r. It runs in time linear in the length of the text.
func Find(r report.Report) Document {
	return Document{Report: r}
}
