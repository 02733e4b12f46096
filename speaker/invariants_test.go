package speaker_test

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"quotes/quote"
	"quotes/quote/check"
	"quotes/quote/report"
	"quotes/speaker"
)

// attributor is the built-in one.
func attributor(t testing.TB) *speaker.Attributor {
	t.Helper()
	a, err := speaker.New(speaker.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// fixtureReports are the reports of all fixtures, without repeats; with -short a fifth.
func fixtureReports(t testing.TB) []report.Report {
	t.Helper()
	cases, err := check.Load("../fixtures")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var out []report.Report
	for _, c := range cases {
		for _, r := range c.Reports {
			if !seen[r.Text] {
				seen[r.Text] = true
				r.ID = c.Name + " " + r.ID
				out = append(out, r)
			}
		}
	}
	if !testing.Short() {
		return out
	}
	const step = 5 // a fifth says enough of races, and the race detector is slow
	var some []report.Report
	for i := 0; i < len(out); i += step {
		some = append(some, out[i])
	}
	return some
}

// checkAttributed fails when doc breaks what every attributed document promises.
func checkAttributed(t *testing.T, found quote.Document, doc speaker.Document) {
	t.Helper()
	if doc.Report.Text != found.Report.Text {
		t.Fatal("the report's text is not what it was")
	}
	last := 0
	var spans []quote.Span
	for _, a := range doc.Quotes {
		if len(a.Quote.Spans) == 0 {
			t.Fatal("an utterance without spans")
		}
		for _, s := range a.Quote.Spans {
			checkSpan(t, doc.Report.Text, s)
			if s.Start < last {
				t.Fatalf("span %v begins before %d, where the one before it ends", s, last)
			}
			last = s.End
			spans = append(spans, s)
		}
		checkAttribution(t, doc.Report.Text, a)
	}
	var want []quote.Span
	for _, q := range found.Quotes {
		want = append(want, q.Spans...)
	}
	if diff := cmp.Diff(want, spans); diff != "" {
		t.Fatalf("the spans are not those that were found: %s", diff)
	}
}

// checkAttribution fails when an attribution contradicts itself.
func checkAttribution(t *testing.T, text string, a speaker.Attribution) {
	t.Helper()
	for _, s := range []*quote.Span{a.Mention, a.Cue} {
		if s != nil {
			checkSpan(t, text, *s)
		}
	}
	switch {
	case !(a.Confidence >= 0 && a.Confidence <= 1):
		t.Fatalf("confidence %v", a.Confidence)
	case a.Speaker == nil && a.Reason == "":
		t.Fatalf("nobody is named and no reason given: %+v", a)
	case a.Speaker != nil && (a.Reason != "" || a.Speaker.Name == "" || a.Speaker.Kind == "" || a.Rule == "" || a.Mention == nil || a.Confidence == 0):
		t.Fatalf("a speaker without a name, a kind, a rule, a mention or a confidence, or with a reason against it: %+v, %+v", a, *a.Speaker)
	case a.Speaker != nil && !utf8.ValidString(a.Speaker.Name+a.Speaker.Role):
		t.Fatalf("the name or role cuts a character: %+v", *a.Speaker)
	}
}

func checkSpan(t *testing.T, text string, s quote.Span) {
	t.Helper()
	if s.Start < 0 || s.End <= s.Start || s.End > len(text) {
		t.Fatalf("span %v in %d bytes", s, len(text))
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(text) && !utf8.RuneStart(text[at]) {
			t.Fatalf("span %v cuts a character", s)
		}
	}
}
