// Package speaker says who said each quote of a report, and why.
package speaker

import (
	"quotes/quote"
	"quotes/quote/report"
)

// Kind says what a speaker is.
type Kind string

// The kinds of speaker, spelled as in the output.
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Group        Kind = "group"
	Paper        Kind = "document"
	Unnamed      Kind = "unnamed"
)

// Speaker is who a quote is attributed to.
type Speaker struct {
	Name   string // full name as the report allows, without titles
	Role   string // "Russian Foreign Minister", "" when the report gives none
	Kind   Kind
	ID     string // from a people file, "" otherwise
	Gender string // "female", "male", "" when the report does not tell; not in the output contract
}

// Attribution is one utterance of a report with its speaker.
type Attribution struct {
	Quote      quote.Quote // spans of one utterance: also those on both sides of a speech tag
	Speaker    *Speaker    // nil when nobody can be named; then Reason says why
	Mention    *quote.Span // the words for the speaker in the report
	Cue        *quote.Span // the words that attribute
	Rules      []string    // every rule that took part, in order of use
	Rule       string      // the deciding one, "" when unattributed
	Confidence float64     // 0 to 1
	Reason     string      // why there is no speaker, "" when there is one
	Negated    bool        // the report says that the words were not said: “did not say “never””
	Steps      []string    // the argument, a sentence a step, for --explain
}

// Document is a report with its attributed quotes, in text order.
type Document struct {
	Report report.Report
	Quotes []Attribution
}
