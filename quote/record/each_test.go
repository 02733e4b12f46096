package record

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"quotes/quote"
	"quotes/quote/report"
	"quotes/speaker"
)

// at is the span of the first occurrence of words in text.
func at(t testing.TB, text, words string) quote.Span {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return quote.Span{Start: i, End: i + len(words)}
}

func TestEach(t *testing.T) {
	const text = "“Åben —\nigen,” sagde Øster. “Nu.” 「いや」 \U0001F600 “Ja”"
	first, second := at(t, text, "“Åben —\nigen,”"), at(t, text, "“Nu.”")
	mention, cue := at(t, text, "Øster"), at(t, text, "sagde")
	who := &speaker.Speaker{Name: "Bo Øster", Kind: speaker.Person}
	d := speaker.Document{
		Report: report.Report{ID: "a.txt", Outlet: "The Paper", Title: "T", URL: "u", Date: "2020-02-17", Text: text},
		Quotes: []speaker.Attribution{
			{
				Quote: quote.Quote{Spans: []quote.Span{first, second}}, Speaker: who, Mention: &mention, Cue: &cue,
				Rules: []string{"a", "b"}, Rule: "b", Confidence: 0.5, Steps: []string{"because"},
			},
			{Quote: quote.Quote{Spans: []quote.Span{at(t, text, "“Ja”")}}, Reason: "nobody near"},
		},
	}
	got := Each(d)
	want := []Record{
		{
			Quote: "Åben — igen, Nu.", Speaker: who, Confidence: 0.5, FirstSeen: "2020-02-17",
			Sources: []Source{{
				Report: "a.txt", Outlet: "The Paper", Title: "T", URL: "u", Date: "2020-02-17",
				Spans: []Excerpt{
					{Text: "“Åben —\nigen,”", Bytes: first, Points: quote.Span{Start: 0, End: 14}},
					{Text: "“Nu.”", Bytes: second, Points: quote.Span{Start: 28, End: 33}},
				},
				Mention: &Excerpt{Text: "Øster", Bytes: mention, Points: quote.Span{Start: 21, End: 26}},
				Cue:     &Excerpt{Text: "sagde", Bytes: cue, Points: quote.Span{Start: 15, End: 20}},
				Rules:   []string{"a", "b"}, Rule: "b", Confidence: 0.5, Steps: []string{"because"},
			}},
		},
		{
			Quote: "Ja", FirstSeen: "2020-02-17",
			Sources: []Source{{
				Report: "a.txt", Outlet: "The Paper", Title: "T", URL: "u", Date: "2020-02-17",
				Spans:  []Excerpt{{Text: "“Ja”", Bytes: at(t, text, "“Ja”"), Points: quote.Span{Start: 41, End: 45}}},
				Reason: "nobody near",
			}},
		},
	}
	for i := range want {
		want[i].ID = got[i].ID
		want[i].Sources[0].Sketch = got[0].Sources[0].Sketch // one for the report
	}
	sameSketch := cmp.Comparer(func(a, b *Sketch) bool { return a == b })
	if diff := cmp.Diff(want, got, sameSketch); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(got[0].ID) != 16 || got[0].ID == got[1].ID {
		t.Errorf("ids %q and %q", got[0].ID, got[1].ID)
	}
	if again := Each(d); again[0].ID != got[0].ID {
		t.Error("ids change from run to run")
	}
	d.Report.ID = "b.txt"
	if other := Each(d); other[0].ID == got[0].ID {
		t.Error("occurrences in two reports have one id")
	}
}

func TestUnmark(t *testing.T) {
	for in, want := range map[string]string{
		`“No.”`:                     `No.`,
		`"No."`:                     `No.`,
		`''No.''`:                   `No.`,
		"``No.''":                   `No.`,
		`«No.»`:                     `No.`,
		`„No.“`:                     `No.`,
		`‹No.›`:                     `No.`,
		`「いや」`:                      `いや`,
		`‘It’s ours’`:               `It’s ours`,
		`"'Tis so"`:                 `'Tis so`,
		`“He said ‘no’ to me”`:      `He said ‘no’ to me`,
		`"He said "no""`:            `He said "no"`,
		`""No.""`:                   `No.`,
		`“No."`:                     `No.`,
		`“First paragraph of two.`:  `First paragraph of two.`,
		`“He said ‘no’`:             `He said ‘no’`,
		`No.”`:                      `No.`,
		`“No” is what it was`:       `“No” is what it was`,
		`what it was is “no”`:       `what it was is “no”`,
		`without marks`:             `without marks`,
		`“ and affect relations, ”`: `and affect relations,`,
		`“`:                         ``,
		``:                          ``,
	} {
		if got := unmark(in); got != want {
			t.Errorf("unmark(%s) = %s, want %s", in, got, want)
		}
	}
}

func FuzzPoints(f *testing.F) {
	f.Add("plain")
	f.Add(strings.Repeat("“é” \U0001F600 ", 100))
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		p := newPoints(text)
		n := 0
		for i := range text {
			if got := p.at(i); got != n {
				t.Fatalf("byte %d is code point %d, not %d", i, n, got)
			}
			n++
		}
		if got := p.at(len(text)); got != utf8.RuneCountInString(text) {
			t.Fatalf("the end is code point %d, not %d", got, utf8.RuneCountInString(text))
		}
	})
}

func FuzzUnmark(f *testing.F) {
	for _, s := range []string{`“No.”`, `''No''`, `"`, `""""`, `'''a'''`, `「「a」b」`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := unmark(text); !strings.Contains(text, got) {
			t.Fatalf("unmark(%q) = %q is not in it", text, got)
		}
	})
}

func BenchmarkEach(b *testing.B) {
	const sentence = "“We will not close the yard — ever,” said Ifeoma Okafor. "
	for _, n := range []int{10, 1000, 100000} {
		text := strings.Repeat(sentence, n)
		d := speaker.Document{Report: report.Report{ID: "a.txt", Text: text}}
		for i := range n {
			start := i * len(sentence)
			end := start + strings.Index(sentence, " said")
			mention := quote.Span{Start: end + 6, End: start + len(sentence) - 2}
			d.Quotes = append(d.Quotes, speaker.Attribution{
				Quote: quote.Quote{Spans: []quote.Span{{Start: start, End: end}}}, Mention: &mention,
			})
		}
		b.Run(fmt.Sprintf("quotes=%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Each(d)
			}
		})
	}
}

// A record that keeps a part of the report's text keeps all of it.
func TestEachKeepsNoReport(t *testing.T) {
	text := "“We won,” said Lee. " + strings.Repeat("And so on. ", 1000)
	at := strings.Index(text, "Lee")
	a := speaker.Attribution{Quote: quote.Quote{Spans: []quote.Span{{Start: 0, End: len("“We won,”")}}}, Speaker: &speaker.Speaker{Name: text[at : at+3], Role: text[at : at+3]}}
	a.Mention = &quote.Span{Start: at, End: at + 3}
	r := Each(speaker.Document{Report: report.Report{Text: text}, Quotes: []speaker.Attribution{a}})[0]
	start := uintptr(unsafe.Pointer(unsafe.StringData(text)))
	for _, s := range []string{r.Quote, r.Speaker.Name, r.Speaker.Role, r.Sources[0].Spans[0].Text, r.Sources[0].Mention.Text} {
		if p := uintptr(unsafe.Pointer(unsafe.StringData(s))); p >= start && p < start+uintptr(len(text)) {
			t.Errorf("%q is a part of the report", s)
		}
	}
}
