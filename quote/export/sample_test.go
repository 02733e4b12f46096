package export

import (
	"quotes/quote"
	"quotes/quote/record"
	"quotes/speaker"
)

var (
	okafor = &speaker.Speaker{Name: "Ifeoma Okafor", Role: "director of the port", Kind: speaker.Person}
	union  = &speaker.Speaker{Name: "Dockers’ Union", Kind: speaker.Organization}
)

// sample is three records of two reports: two sources and a title; a guess;
// one of nobody.
func sample() []record.Record {
	return []record.Record{
		{
			ID: "aa11", Quote: "We have no plans to close the yard, and we never had any. Not <one>.", Speaker: okafor,
			Confidence: 0.97, FirstSeen: "2021-03-04",
			Sources: []record.Source{
				{
					Report: "in/a.txt", Outlet: "The Harbour Post", Title: "Yard “safe”", URL: "https://example.org/a", Date: "2021-03-04",
					Spans: []record.Excerpt{
						excerptOf("“We have no plans to close the yard, and we never had any.", 10),
						excerptOf("“Not <one>.”", 80),
					},
					Mention: ptr(excerptOf("Okafor", 100)), Cue: ptr(excerptOf("told a press conference", 107)),
					Rules: []string{"surname", "quote-name-verb"}, Rule: "quote-name-verb", Confidence: 0.97,
					Steps: []string{"“Okafor” is Ifeoma Okafor, the only Okafor in the report."},
				},
				{
					Report: "in/b.txt",
					Spans:  []record.Excerpt{excerptOf(`"We have no plans to close the yard, and we never had any. Not <one>."`, 0)},
					Cue:    ptr(excerptOf("said", 71)), Rules: []string{"continued"}, Rule: "continued", Confidence: 0.9,
				},
			},
		},
		{
			ID: "bb22", Quote: "Nobody asked us", Speaker: union, Confidence: 0.4, Sources: []record.Source{{
				Report: "in/b.txt", Spans: []record.Excerpt{excerptOf("“Nobody asked us”", 200)},
				Mention: ptr(excerptOf("the union", 220)), Rule: "near", Rules: []string{"near"}, Confidence: 0.4,
			}},
		},
		{
			ID: "cc33", Quote: "streamlining", Sources: []record.Source{{
				Report: "in/b.txt", Spans: []record.Excerpt{excerptOf("“streamlining”", 300)}, Reason: "a term, not speech",
			}},
		},
		{
			ID: "dd44", Quote: "Come and see", Speaker: okafor, Confidence: 0.95, Sources: []record.Source{{
				Report: "in/b.txt", Spans: []record.Excerpt{excerptOf("“Come and see”", 400)},
				Mention: ptr(excerptOf("she", 420)), Rule: "pronoun", Rules: []string{"pronoun"}, Confidence: 0.95,
			}},
		},
	}
}

func excerptOf(text string, start int) record.Excerpt {
	points := quote.Span{Start: start, End: start + len([]rune(text))}
	return record.Excerpt{Text: text, Points: points, Bytes: quote.Span{Start: start, End: start + len(text)}}
}

func ptr[T any](v T) *T { return &v }
