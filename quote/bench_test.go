package quote

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"quotes/quote/report"
)

// large returns texts of about n bytes: an ordinary one, and those that would
// show a step that looks too far.
func large(n int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, n/len(s)+1)[:n/len(s)*len(s)] }
	const plain = "“We won the first of them,” she said. It is the players’ home, and he called it “a mess”, no more. "
	return map[string]string{
		"plain":        repeat(plain + "\n\n"),
		"one line":     repeat(plain),
		"many quotes":  repeat("“a” b "),
		"marks":        repeat(`"`),
		"mixed marks":  repeat("\"'“‘”’«»‹›„`"),
		"open marks":   repeat("“a "),
		"open single":  repeat("‘a "),
		"doubtful":     "‘a" + repeat(" boys’ b"),
		"close marks":  repeat(`a," he `),
		"close single": repeat("a,’ "),
		"reopened":     repeat(`"a. `),
		"inches":       repeat(`6" `),
		"blank lines":  repeat(" \n"),
		"one word":     repeat("a"),
		"full stops":   repeat("A. ") + `," he said`,
		"spaces":       "“" + repeat(" "),
		"wrapped":      repeat("The committee met on Monday to talk about the state of the roads in\nthe county, and \"found them wanting,\" as one of its members said when\n"),
	}
}

func BenchmarkFind(b *testing.B) {
	for name, text := range large(1 << 20) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(report.Report{Text: text})
			}
		})
	}
}

func BenchmarkFindSizes(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		text := large(n)["plain"]
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(report.Report{Text: text})
			}
		})
	}
}

// TestLargeTexts would not end in time if any step looked too far.
func TestLargeTexts(t *testing.T) {
	const limit = 20 * time.Second // a linear pass takes a fraction of a second
	for name, text := range large(1 << 20) {
		start := time.Now()
		checkDocument(t, Find(report.Report{Text: text}))
		if took := time.Since(start); took > limit {
			t.Errorf("%s: %v for %d bytes", name, took, len(text))
		}
	}
}
