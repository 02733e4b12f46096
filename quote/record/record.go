// Package record folds attributed quotes of many reports into records: one
// utterance each, with every source that printed it.
package record

import (
	"quotes/quote"
	"quotes/speaker"
)

// Record is one utterance across reports.
type Record struct {
	ID         string // stable across runs, input order and added sources
	Quote      string // best text, without outer marks
	Speaker    *speaker.Speaker
	Confidence float64
	FirstSeen  string // earliest known date of its sources, "" when none is known
	Sources    []Source
}

// Excerpt is a stretch of a report's text, by what it says and where it stands.
type Excerpt struct {
	Text   string
	Bytes  quote.Span // byte offsets into the report's text
	Points quote.Span // the same in Unicode code points
}

// Source is one place where a record was printed.
type Source struct {
	Report, Outlet, Title, URL, Date string // as in report.Report

	Spans      []Excerpt // as printed, marks included
	Mention    *Excerpt
	Cue        *Excerpt
	Rules      []string
	Rule       string
	Confidence float64
	Reason     string
	Steps      []string
}
