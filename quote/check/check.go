// Package check says how well quotes are attributed, measured against what a
// person wrote down: fixture files, each a few reports with everything that
// must come out of them, and gold files, articles with every quoted run marked.
//
// A fixture is a txtar archive:
//
//	What it shows, and why.
//	-- report.txt --
//	“We have no plans to close the yard,” said Ifeoma Okafor, the port’s
//	director, who has never liked the word “streamlining”. “None,” she added.
//	-- want --
//	“We have no … the yard,”
//		speaker Ifeoma Okafor
//		role the port’s director
//		kind person
//		mention Ifeoma Okafor
//		cue said
//		rule quote-verb-name
//
//	“streamlining”
//		silent a word that is talked about
//
//	“None,”
//		speaker Ifeoma Okafor
//		mention she
//
// Every section but want and records is a report. The want section lists, in
// the order of the text, each utterance and each quoted word that must stay
// silent. A line that is not indented is a quoted run, marks included: whole, or
// its first and last words around " … ". Several such lines in a row are the
// runs of one utterance. The indented lines under them are its fields:
//
//	speaker NAME     who said it
//	also NAME        another answer just as good; may be repeated
//	kind KIND        person (when left out), organization, group, document or
//	                 unnamed; not checked for another answer
//	role ROLE        the speaker's role; "none" when the report gives none
//	mention WORDS    the words that stand for the speaker: those nearest to the
//	                 quote, or, as in "mention what [she] said", those in brackets;
//	                 may be repeated where others would do as well
//	cue WORDS        the words that attribute, found in the same way
//	rule NAME...     the deciding rule, or all that took part; for silent words the
//	                 rule that kept them silent
//	negated          the report says that the words were not said
//	silent REASON    nobody's utterance: the run must get no speaker
//	open REASON      nobody could say: whatever comes out is neither right nor wrong
//
// What is left out (role, mention, cue, rule) is not checked, but words that are
// not marked as negated must not come out so. Each utterance has
// exactly one of speaker, silent and open. Lines that begin with # are comments.
// In a fixture of several reports "== NAME" says whose quotes follow; a report
// that is not in the archive is read from the file of that name beside it.
//
// The records section lists what the reports fold into, one record a quoted
// line, with the fields speaker and source (the name of a report, repeated).
package check

import (
	"quotes/quote"
	"quotes/quote/report"
	"quotes/speaker"
)

// Case is a fixture, or one article of a gold file.
type Case struct {
	Name    string // the file's path, for a gold file with the article's id
	Comment string // what a fixture says it shows
	Reports []report.Report
	Want    []Want // in the order of the reports and of their text
	Records []WantRecord

	fixture *fixture // nil for a gold article
}

// Want is one thing expected of a report: an utterance, or quoted words that
// are none.
type Want struct {
	Report  int          // index into the case's reports
	Line    int          // where the file says so
	Spans   []quote.Span // byte offsets into the report's text, marks included
	Silent  bool         // the words must get no speaker
	Open    bool         // nobody could say: neither right nor wrong
	Reason  string       // why it is silent or open
	Speaker string       // "" when silent or open, or in a gold file without names
	Also    []string     // names just as good
	Role    string       // "" when not to be checked, "none" when there is none
	Kind    speaker.Kind
	Mention []quote.Span // any of them; none when not to be checked
	Cue     *quote.Span  // nil when not to be checked
	Rule    string       // the deciding one, or all with spaces between; "" when not to be checked
	Negated bool         // the report says that the words were not said

	comment string // the comment lines above it
}

// Result is how an extractor did on some cases.
type Result struct {
	Counts
	Misses []Miss // in the order of the cases and of their text
}

// Miss is one expectation that was not met.
type Miss struct {
	Case   string // the case's name
	Report string // the report's id
	Line   int    // of the expectation in its file; 0 for what was not expected at all
	What   string // what is wrong: "not found", "wrong speaker", "wrong role", …
	Quote  string // the quoted words
	Want   string // what was expected
	Got    string // what came out
	Rule   string // the rule that made it so, "" when none did
}

// Run gives every report of the cases to extract and scores what comes out. Where
// a case lists records, what comes out is merged.
// The time it takes is linear in the number of quotes.
func Run(cases []Case, extract func(report.Report) speaker.Document) Result {
	var out Result
	for i := range cases {
		var docs []speaker.Document
		for n, r := range cases[i].Reports {
			doc := extract(r)
			c := compare(&cases[i], n, doc)
			out.Add(c.Counts)
			out.Misses = append(out.Misses, c.misses...)
			docs = append(docs, doc)
		}
		out.Misses = append(out.Misses, recordMisses(&cases[i], docs)...)
	}
	return out
}
