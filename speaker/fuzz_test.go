package speaker_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotes/quote"
	"quotes/quote/report"
	"quotes/speaker"
)

// FuzzAttribute gives any text to the finder and the attributor.
func FuzzAttribute(f *testing.F) {
	for i, r := range fixtureReports(f) {
		if i%8 == 0 {
			f.Add(r.Text)
		}
	}
	for _, text := range odd {
		f.Add(text)
	}
	a := attributor(f)
	f.Fuzz(func(t *testing.T, text string) {
		attributeTwice(t, a, text)
	})
}

// odd are texts that are no reports.
var odd = []string{
	"“\u0301,” said \u0301.",
	"“No,” said ȺȺȺ's Ⱥ. “It’s İstanbul,” İ told the ﬁ.",
	"\"\u200b,\" \u200bsaid\u200b \u200bLee\u200b.",
	"“A,” said Mr. 's. 's “B”, the's 's minister, said.",
	"‘‘‘ ’’’ said \"\"\" he, who, which, of the of the of.",
	"“One” and and and, the, the, said said told of, “two” — — -- (who) said.",
	"WALLACE: “No.” LEE: \"WALLACE: Let's start\" 𝐁𝐨 said: “𝟏”",
	"Jr. Sr. III “said” Jr., II, van der of the “the Rock” van said.",
	"\u200f“אני,” said \u202eeel\u202c, 李明 told 《人民日报》 “对”。",
	"\ufeff“a”\r\n\r\n“b\u2028c” said.\u0085\x00\x1b[2J",
}

// attributeTwice fails when the attribution of text breaks a promise, or comes
// out otherwise the second time.
func attributeTwice(t *testing.T, a *speaker.Attributor, text string) {
	t.Helper()
	text = strings.ToValidUTF8(text, "\ufffd") // as a report.Report's is
	found := quote.Find(report.Report{ID: "x", Text: text})
	doc := a.Attribute(found)
	checkAttributed(t, found, doc)
	if diff := cmp.Diff(doc, a.Attribute(quote.Find(report.Report{ID: "x", Text: text}))); diff != "" {
		t.Fatalf("attributed otherwise the second time: %s", diff)
	}
}

// TestOddTexts stands in for the fuzzer in every test run.
func TestOddTexts(t *testing.T) {
	a := attributor(t)
	for _, text := range odd {
		attributeTwice(t, a, text)
	}
	rng := rand.New(rand.NewPCG(3, 3))
	pieces := oddPieces(t)
	for range 3000 {
		var b strings.Builder
		for range rng.IntN(60) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
			if rng.IntN(5) > 0 {
				b.WriteByte(' ')
			}
		}
		attributeTwice(t, a, b.String())
	}
}

// oddPieces are words that the rules look at, marks, and words of the odd texts.
func oddPieces(t testing.TB) []string {
	t.Helper()
	out := strings.Fields(strings.Join(odd, " "))
	out = append(out, strings.Fields(fixtureReports(t)[0].Text)...)
	for range 5 {
		out = append(out, "“", "”", "\"", "said", "he", "she", "who", "the", "’s", ",", ".", "\n\n", "Lee", "Ann Lee", "minister", "of", "Mr.", "told")
	}
	return out
}
