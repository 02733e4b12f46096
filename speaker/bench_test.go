package speaker_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"quotes/quote"
	"quotes/quote/report"
	"quotes/speaker"
)

// article is ordinary text of about n bytes.
func article(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		given, surname := nameAt(i%40, "Ann", "Bo", "Carl", "Dora"), nameAt(i%40, "Lindq", "Okaf", "Thiel", "Marw")
		fmt.Fprintf(&b, "“We have no plans to close the yard,” said %s %s, the port’s director, on Monday. “None at all.”\n\n", given, surname)
		fmt.Fprintf(&b, "The minister, %s, was in town with officials of the harbour board and called it “a mess”. He told reporters: “Nobody asked us.”\n\n", surname)
		b.WriteString("The yard has stood at the mouth of the river for ninety years, and most of those who work there live within sight of its cranes, in a street that was built for them.\n\n")
	}
	return b.String()
}

// nameAt makes up the i-th name that begins like one of the stems.
func nameAt(i int, stems ...string) string {
	stem := stems[i%len(stems)]
	for i /= len(stems); i > 0; i /= 16 {
		stem += "aeioulnrstdmkgvz"[i%16 : i%16+1]
	}
	return stem
}

// worst are texts of about n bytes that would show a step that looks too far.
func worst(n int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, n/len(s)+1)[:n/len(s)*len(s)] }
	each := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, nameAt(i, "Ann", "Bo", "Carl", "Dora"), nameAt(i, "Lindq", "Okaf", "Thiel", "Marw"))
		}
		return b.String()
	}
	return map[string]string{
		"one paragraph":         strings.ReplaceAll(article(n), "\n\n", " "),
		"quotes only":           repeat("“No, never, not at all.” "),
		"quotes and tags":       repeat("“No,” he said. "),
		"names":                 each("“No,” said %s %s. "),
		"surnames":              each("“No,” said %[2]s. "),
		"one surname":           each("“No,” said %s Lindqvist. Lindqvist left. "),
		"one given name":        each("“No,” said Ann %[2]s. Ann left. "),
		"names without end":     "“No,” said " + each("%s %s "),
		"roles":                 each("“No,” said the minister, %s %s. “Yes,” said the minister. "),
		"descriptions":          repeat("“No,” said the minister of the company of the state. "),
		"counterparts":          each("“No,” said his Turkish counterpart %s %s. "),
		"pronouns":              repeat("he she they it his who "),
		"possessives":           "“No,” said " + repeat("Ann's "),
		"possessive nouns":      "“No,” said " + repeat("the minister's "),
		"lists":                 "“No,” said the " + repeat("small, angry, "),
		"of":                    "“No,” said the minister " + repeat("of the minister "),
		"of names":              "“No,” said Minister " + repeat("of Ministry "),
		"one of":                "“No,” said " + repeat("one of "),
		"and":                   "“No,” said " + repeat("chairman and "),
		"commas":                repeat(","),
		"full stops":            repeat("A. "),
		"adverbs":               "“No,” he " + repeat("quickly "),
		"verbs":                 "“No,” he " + repeat("said "),
		"brackets":              "“No,” he " + repeat("("),
		"marks":                 repeat(`"`),
		"curly marks":           repeat("“"),
		"mixed marks":           repeat("\"'“‘”’«»‹›„`"),
		"apostrophes":           repeat("a's' "),
		"one word":              "“No,” he said. " + repeat("a"),
		"one capital word":      "“No,” said " + repeat("A"),
		"one long word":         "“No,” said " + repeat("a-"),
		"dots in a word":        "“No,” said " + repeat("A.b"),
		"lines of a word":       repeat("word\n\n"),
		"lines of a quote":      repeat("“Word.\n\n"),
		"reopened":              repeat("“A word. And another.\n\n") + "he said.”",
		"headlines":             repeat("A MAN SAID ‘NO’ TO HIS TOWN\n\n"),
		"transcript":            repeat("LEE: “No.”\n\nANN: “Yes?”\n\n"),
		"combining marks":       "“No,” said A" + repeat("\u0301"),
		"zero width":            "“No,” said A" + repeat("\u200b"),
		"nicknames":             each("%s “the Rock” %s said “no”. "),
		"particles":             "“No,” said Jan " + repeat("van der "),
		"names of organisation": "“No,” said the University " + repeat("of University for "),
		"dashes":                repeat("“No” — "),
		"dashes and names":      repeat("“No” — Ann — "),
		"dashes and he":         repeat("“No” — he "),
		"dashes and verbs":      repeat("“No” — he — said — "),
		"unknown verbs":         repeat("“No one won,” Lee zorbed. "),
		"dashes and roles":      repeat("“No” — the minister, who, "),
		"commas and quotes":     repeat("“No”, he, “No” and "),
		"told before":           repeat("Ann said that it was so. Thus it is “no more than one small step”. "),
		"told at length":        "Ann said that " + repeat("it was so and ") + ". Thus " + repeat("it is “no more than one small step” "),
		"second clauses":        "“No,” said a man " + repeat("who left and "),
		"contractions":          repeat("I'd'd he'd "),
		"others of":             "“No,” said " + repeat("one of whom "),
	}
}

// TestWorstTexts would not end in time if any step looked too far: each text may
// cost no more than a small factor over ordinary text of its size.
func TestWorstTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("times say nothing under the race detector")
	}
	const size, factor = 100_000, 12
	a := attributor(t)
	cost := func(text string) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			found := quote.Find(report.Report{Text: text})
			doc := a.Attribute(found)
			best = min(best, time.Since(start))
			checkAttributed(t, found, doc)
		}
		return best
	}
	ordinary := cost(article(size))
	for name, text := range worst(size) {
		took := cost(text)
		for retry := 0; retry < 4 && took > factor*ordinary; retry++ {
			took, ordinary = min(took, cost(text)), cost(article(size)) // another program may have been busy
		}
		t.Logf("%-22s %6.2f", name, float64(took)/float64(ordinary))
		if took > factor*ordinary {
			t.Errorf("%s: %v, and %v for ordinary text", name, took, ordinary)
		}
	}
}

// BenchmarkAttribute is over three decades of size. Bytes are of text.
func BenchmarkAttribute(b *testing.B) {
	a := attributor(b)
	for _, n := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		d := quote.Find(report.Report{Text: article(n)})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(n))
			b.ReportAllocs()
			for b.Loop() {
				a.Attribute(d)
			}
		})
	}
}

// BenchmarkWorst is of 5 MB each.
func BenchmarkWorst(b *testing.B) {
	a := attributor(b)
	for name, text := range worst(5_000_000) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				a.Attribute(quote.Find(report.Report{Text: text}))
			}
		})
	}
}

// BenchmarkCompile is of the rules and words, once a run.
func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		a, err := speaker.New(speaker.Options{})
		if err != nil || len(a.Rules()) == 0 {
			b.Fatal(err)
		}
	}
}
