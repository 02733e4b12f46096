package quote

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"quotes/quote/report"
)

// samples are well-formed reports: the seeds, and some made from phrases.
func samples(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("../fixtures/seeds/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no seeds: %v", err)
	}
	var out []string
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(b))
	}
	for seed := range uint64(200) {
		out = append(out, compose(rand.New(rand.NewPCG(seed, 1))))
	}
	return out
}

// compose makes up a report with curly marks.
func compose(r *rand.Rand) string {
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	said := func() string {
		return pick("We won", "It’s late and the boys’ mood is good", "He said ‘no’ to the plan", "I don’t know", "Why now?", "In the ’90s it was worse")
	}
	var b strings.Builder
	for range 1 + r.IntN(8) {
		switch r.IntN(6) {
		case 0:
			b.WriteString("“" + said() + ",” she said. “" + said() + ".” Then she left.")
		case 1:
			b.WriteString("The mayor said it was “" + said() + "” and a “" + said() + ",” no more.")
		case 2:
			b.WriteString("“" + said() + ".\n\n“" + said() + ".\n\n“" + said() + ",” said Ms Lee.")
		case 3:
			b.WriteString("It’s the players’ home, 6'2\" wide, since the ’80s.")
		case 4:
			b.WriteString("He asked: “" + said() + "?” (“" + said() + "!”) It was late.")
		default:
			b.WriteString("“" + said() + ". She never ended it.\n\nNobody minded.")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// TestTypography exchanges what means nothing and expects the same quotes.
func TestTypography(t *testing.T) {
	straight := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace
	spaces := strings.NewReplacer("\u00a0", " ").Replace
	changes := []struct {
		name   string
		change func(string) string
		undo   func(string) string
	}{
		{"straight marks", straight, straight},
		{"straight double marks", strings.NewReplacer("“", `"`, "”", `"`).Replace, straight},
		{"straight single marks", strings.NewReplacer("‘", "'", "’", "'").Replace, straight},
		{"doubled single marks", strings.NewReplacer("“", "''", "”", "''").Replace, func(s string) string {
			return straight(strings.ReplaceAll(s, "''", `"`))
		}},
		{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }, straight},
		{"single line ends", func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n") }, straight},
		{"no-break spaces", func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }, func(s string) string {
			return spaces(straight(s))
		}},
		{"byte order mark", func(s string) string { return "\ufeff" + s }, straight},
		{"decomposed space", func(s string) string { return strings.ReplaceAll(s, "\n", "\u200b\n") }, straight},
	}
	for i, text := range samples(t) {
		want := find(t, text)
		for j := range want {
			want[j] = straight(want[j])
		}
		for _, c := range changes {
			got := find(t, c.change(text))
			for j := range got {
				got[j] = c.undo(got[j])
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("sample %d, %s: (-want +got)\n%s\n%s", i, c.name, diff, text)
			}
		}
	}
}

// TestOneMarkMissing takes one mark at a time from a well-formed report: what
// stands in other paragraphs is found as before.
func TestOneMarkMissing(t *testing.T) {
	straight := strings.NewReplacer("“", `"`, "”", `"`).Replace
	paragraphs := []string{
		`“We won,” she said. “It is late.”`,
		`He called it “a mess” and “a farce”, no more.`,
		`The mayor left. “No,” he said.`,
		`She asked: “Why?”`,
		`“Go,” he said.`,
	}
	for _, change := range []func(string) string{strings.Clone, straight} {
		for i := range paragraphs {
			changed := slices.Clone(paragraphs)
			for at, r := range paragraphs[i] {
				if r != '“' && r != '”' {
					continue
				}
				changed[i] = paragraphs[i][:at] + paragraphs[i][at+utf8.RuneLen(r):]
				got := strings.Join(find(t, change(strings.Join(changed, "\n\nNobody spoke.\n\n"))), "\n")
				for j, p := range paragraphs {
					if want := strings.Join(find(t, change(p)), "\n"); j != i && !strings.Contains(got, want) {
						t.Errorf("without a mark in %q, lost %q: %s", changed[i], want, got)
					}
				}
			}
		}
	}
}

// checkDocument fails when d breaks what every document promises.
func checkDocument(t *testing.T, d Document) {
	t.Helper()
	last := 0
	for _, q := range d.Quotes {
		if len(q.Spans) == 0 {
			t.Fatal("a quote without spans")
		}
		for _, s := range q.Spans {
			if s.Start < last || s.End <= s.Start || s.End > len(d.Report.Text) {
				t.Fatalf("span %v after %d in %d bytes", s, last, len(d.Report.Text))
			}
			for _, at := range []int{s.Start, s.End} {
				if at < len(d.Report.Text) && !utf8.RuneStart(d.Report.Text[at]) {
					t.Fatalf("span %v cuts a character", s)
				}
			}
			last = s.End
		}
	}
}

// checkHypotheses fails when the two readings of a report differ though nothing
// is said to have made a difference.
func checkHypotheses(t *testing.T, text string) {
	t.Helper()
	f := finder{text: text, paragraphs: Paragraphs(text), singleOuter: true}
	one := f.all()
	leaned := f.leaned
	f.singleOuter = false
	if diff := cmp.Diff(one, f.all()); diff != "" && !leaned {
		t.Fatalf("%q read in two ways: %s", text, diff)
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range samples(f)[:20] {
		f.Add(text)
	}
	f.Add("''' \"\"\" ‘‘‘ ’’’ «« »» „“ 6'2\" \xff\xfe“\r\n“ ” \"said 'em")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		d := Find(report.Report{Text: text})
		checkDocument(t, d)
		checkHypotheses(t, text)
		if diff := cmp.Diff(d, Find(report.Report{Text: text})); diff != "" {
			t.Fatalf("found otherwise the second time: %s", diff)
		}
	})
}

// TestRandomMarks stands in for the fuzzer in every test run.
func TestRandomMarks(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	pieces := []string{
		`"`, `"`, `'`, `'`, "“", "”", "‘", "’", "„", "«", "»", "‹", "›", "「", "」", "`", "″",
		" ", " ", " ", "a", "said", "boys", "he", "6", "90", ".", ",", ":", "-", "—", "(", ")", "\n", "\n\n", "LEE:", "é",
	}
	for range 20000 {
		var b strings.Builder
		for range r.IntN(40) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		checkDocument(t, Find(report.Report{Text: b.String()}))
		checkHypotheses(t, b.String())
	}
}
