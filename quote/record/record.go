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
	Contested  bool    // sources give it to different speakers
	Confidence float64 // that Speaker said it, 0 to 1; Merge says by what rule
	FirstSeen  string  // earliest known date of its sources, "" when none is known
	Sources    []Source
	Why        []string // why its sources are one, a sentence a step; nil for one source
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
	Negated    bool // the report says that these words were not said
	Reason     string
	Steps      []string

	Sketch  *Sketch          // of the report's own words, shared by its sources; not for output
	Speaker *speaker.Speaker // as this source has it; set by Merge
	Match   Match            // how its words relate to the record's; set by Merge
	Diff    string           // what differs, "" for identical words; set by Merge
	CopyOf  string           // the report of which this one is a near-copy, "" for none; set by Merge
}

// Match says how a source's words relate to the text of its record.
type Match string

// The relations, spelled as in the output.
const (
	Identical Match = "identical" // the same words, whatever the typography
	Variant   Match = "variant"   // words left out, changed, spelt or edited otherwise
	Fragment  Match = "fragment"  // a part of the text
	Overlap   Match = "overlap"   // a passage that shares a part with the text, or with another source
)
