package export

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"

	"quotes/quote/record"
	"quotes/speaker"
)

const wantTable = `
┌──────────────┬─────────────────────────┬─────────────────┐
│ Speaker      │ Quote                   │ Sources         │
├──────────────┼─────────────────────────┼─────────────────┤
│ Ifeoma       │ “We have no plans to    │ 2  The Harbour  │
│ Okafor       │ close the yard, and we  │    Post         │
│ director of  │ never had any. Not      │    (2021-03-04) │
│ the port     │ <one>.”                 │    b.txt        │
│              │                         │                 │
│              │ “Come and see”          │ 1  b.txt        │
├──────────────┼─────────────────────────┼─────────────────┤
│ Dockers’     │ “Nobody asked us”       │ 1  b.txt        │
│ Union        │ (a guess: confidence    │                 │
│              │ 0.40)                   │                 │
├──────────────┼─────────────────────────┼─────────────────┤
│ (no speaker) │ “streamlining”          │ 1  b.txt        │
│              │ (a term, not speech)    │                 │
└──────────────┴─────────────────────────┴─────────────────┘
`

func TestTable(t *testing.T) {
	got := "\n" + write(t, "table", Options{Width: 60, Reasons: true}, sample()...)
	if diff := cmp.Diff(wantTable, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func contested() record.Record {
	r := sample()[0]
	r.Contested = true
	r.Why = []string{"2 sources in 2 reports."}
	r.Sources[0].Speaker, r.Sources[0].Match = okafor, record.Identical
	r.Sources[1].Speaker, r.Sources[1].Match, r.Sources[1].Diff, r.Sources[1].CopyOf = union, record.Variant, "lacks “Not”", "in/a.txt"
	return r
}

func TestTableSpeakerID(t *testing.T) {
	r := sample()[0]
	known := *r.Speaker
	known.ID = "Q7\x1b"
	r.Speaker = &known
	for explain, want := range map[bool]string{false: "│ id Q7 ", true: ", id Q7\n"} {
		if got := write(t, "table", Options{Explain: explain}, r); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestTableShowsWhatSpeaksAgainst(t *testing.T) {
	got := write(t, "table", Options{}, contested())
	for _, want := range []string{"(contested: also given to Dockers’ Union)", "b.txt (variant, copy)"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	got = write(t, "table", Options{Explain: true}, contested())
	for _, want := range []string{
		"    2 sources in 2 reports.\n",
		"      - so it was Dockers’ Union\n",
		"      - the words are a variant: lacks “Not”; the report is a near-copy of in/a.txt\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

const wantList = `
Ifeoma Okafor, director of the port

  “We have no plans to close the yard, and we never had any. Not <one>.”
    Said by Ifeoma Okafor, director of the port; confidence 0.97.
    in/a.txt, The Harbour Post, Yard “safe”, 2021-03-04,
    https://example.org/a:
      - the words “told a press conference” give it to “Okafor”
      - “Okafor” is Ifeoma Okafor, the only Okafor in the report.
      - decided by the rule quote-name-verb, with surname; confidence 0.97
    in/b.txt:
      - the words “said” say that somebody spoke
      - decided by the rule continued; confidence 0.90

  “Come and see”
    Said by Ifeoma Okafor, director of the port; confidence 0.95.
    in/b.txt:
      - it is given to “she”
      - decided by the rule pronoun; confidence 0.95

Dockers’ Union

  “Nobody asked us”
    Said by Dockers’ Union; confidence 0.40.
    in/b.txt:
      - it is given to “the union”
      - decided by the rule near; confidence 0.40

(no speaker)

  “streamlining”
    Nobody is named as its speaker.
    in/b.txt:
      - no speaker: a term, not speech
`

func TestExplain(t *testing.T) {
	got := "\n" + write(t, "table", Options{Width: 74, Reasons: true, Explain: true}, sample()...)
	if diff := cmp.Diff(wantList, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

var escape = regexp.MustCompile("\x1b\\[[0-9]*m")

func TestColorIsOnlyOnTop(t *testing.T) {
	for _, explain := range []bool{false, true} {
		opts := Options{Reasons: true, Explain: explain}
		plain := write(t, "table", opts, sample()...)
		opts.Color = true
		colored := write(t, "table", opts, sample()...)
		if got := escape.ReplaceAllString(colored, ""); got != plain {
			t.Errorf("without its colours the coloured table is another:\n%s", got)
		}
		for line := range strings.Lines(colored) {
			if on := strings.Count(line, bold) + strings.Count(line, dim); on != strings.Count(line, off) {
				t.Errorf("colour runs over the line %q", line)
			}
		}
		if !strings.Contains(colored, bold) {
			t.Error("no colour at all")
		}
	}
}

func TestTableLinesAlign(t *testing.T) {
	records := sample()
	records[0].Quote = "世界の皆さん、こんにちは。" + strings.Repeat("長い", 60)
	records[1].Quote = "👩‍👩‍👧 e\u0301\u0301 🇫🇮 " + strings.Repeat("unbreakable", 30)
	records[3].Quote = "a\tb\r\nc \x1b[31mred\x1b]0;title\x07 \u202Eesrever\u202C \u009b2J x\x00y"
	for _, width := range []int{1, 20, 40, 79, 100, 250} {
		lines := strings.Split(strings.TrimSpace(write(t, "table", Options{Width: width, Reasons: true}, records...)), "\n")
		want := max(width, 12+borders(3))
		for _, l := range lines {
			if got := displaywidth.String(l); got != want {
				t.Errorf("at width %d a line is %d wide: %s", width, got, l)
			}
		}
	}
}

func TestTableKeepsEveryWord(t *testing.T) {
	const long = "The yard stays open, the cranes stay up, and " +
		"nobodyatallwillbemadetoleaveagainsttheirownwillwhateverthepapersmaywriteaboutit"
	r := record.Record{Quote: long, Confidence: 1, Speaker: &speaker.Speaker{Name: "A"}, Sources: []record.Source{{Report: "r"}}}
	var got strings.Builder
	for line := range strings.Lines(write(t, "table", Options{Width: 50}, r)) {
		if cells := strings.Split(line, "│"); len(cells) == 5 && !strings.Contains(cells[2], "Quote ") {
			got.WriteString(cells[2])
		}
	}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if squeeze(got.String()) != squeeze("“"+long+"”") {
		t.Errorf("the table says %s", got.String())
	}
}

func TestTableOrder(t *testing.T) {
	name := func(n string) *speaker.Speaker { return &speaker.Speaker{Name: n} }
	var records []record.Record
	for i, s := range []*speaker.Speaker{nil, name("Bo"), name("Al"), nil, name("Bo"), {Name: "Bo", ID: "7"}} {
		records = append(records, record.Record{Quote: fmt.Sprint("q", i), Speaker: s})
	}
	got := regexp.MustCompile(`q\d`).FindAllString(write(t, "table", Options{}, records...), -1)
	if want := []string{"q1", "q4", "q2", "q5", "q0", "q3"}; !slices.Equal(got, want) {
		t.Errorf("quotes in the order %v, want %v", got, want)
	}
}

func TestTableOfManySources(t *testing.T) {
	r := record.Record{Quote: "Yes we can", Speaker: okafor, Confidence: 1}
	for i := range 1000 {
		r.Sources = append(r.Sources, record.Source{Report: fmt.Sprintf("r%d.txt", i)})
	}
	got := write(t, "table", Options{}, r)
	if !strings.Contains(got, "│ 1000  r0.txt ") || !strings.Contains(got, " and 990 more ") || strings.Contains(got, "r10.txt") {
		t.Errorf("the table says\n%s", got)
	}
}

func TestEmptyTable(t *testing.T) {
	if got := write(t, "table", Options{}); got != "" {
		t.Errorf("no records are written as %q", got)
	}
}

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb\tc\r\nd":            "a b c  d",
		"\x1b[31mred\x07":         "[31mred",
		"\u202Eabc\u202C\u2066":   "abc",
		"x\u009by\x7fz\x00":       "xyz",
		"soft\u00ADhyphen\uFEFF":  "softhyphen",
		"👩‍👧 می\u200cخواهم":       "👩‍👧 می\u200cخواهم",
		"Erdoğan, 世界, e\u0301":    "Erdoğan, 世界, e\u0301",
		"bad\xffbyte":             "bad\uFFFDbyte",
		"\U000E0041tag\u2028line": "tag line",
	} {
		if got := Printable(in); got != want {
			t.Errorf("Printable(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 5, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one two three", 3, []string{"one", "two", "thr", "ee"}},
		{"世界世界", 5, []string{"世界", "世界"}},
		{"世界", 1, []string{"世", "界"}},
		{"a bbbbbbb c", 4, []string{"a", "bbbb", "bbb", "c"}},
		{"aaaa bbbb", 4, []string{"aaaa", "bbbb"}},
		{"aaaaaaaa b", 4, []string{"aaaa", "aaaa", "b"}},
	} {
		if got := wrap(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}
