package tag

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"
)

// The model must not be loaded before it is needed, so nothing may load it
// before the tests do.
func TestMain(m *testing.M) {
	if Loaded() {
		panic("the model is loaded by being imported")
	}
	if Verbs(nil); Loaded() {
		panic("the model is loaded for a sentence without words")
	}
	os.Exit(m.Run())
}

// verbsOf are the words of a sentence that are finite verbs.
func verbsOf(sentence string) string {
	var out []string
	words := strings.Fields(sentence)
	for i, is := range Verbs(words) {
		if is {
			out = append(out, words[i])
		}
	}
	return strings.Join(out, " ")
}

func TestVerbs(t *testing.T) {
	for sentence, want := range map[string]string{
		"“” Lavrov crowed to reporters .":                   "crowed",
		"“” , Ann Lee trumpeted in a tweet on Friday .":     "trumpeted",
		"“” , the Turkish diplomat spluttered , waving .":   "spluttered",
		"“” Putin and Lavrov gloat about it .":              "gloat",
		"“” Ann Lee bawls at the crowd .":                   "bawls",
		"“” Lavrov 's aides fumed .":                        "fumed",
		"“” Lavrov press conference .":                      "",
		"“” Lavrov waving his hand .":                       "",
		"“” Bo Lind , burned by critics , left .":           "left",
		"“” Lavrov happily bleated ; nobody cared .":        "bleated cared",
		"He doesn’t gloat .":                                "doesn’t",
		"U.S. trade chief J. K. Lind grumbled at 4.30 p.m.": "grumbled",
	} {
		if got := verbsOf(sentence); got != want {
			t.Errorf("%s: verbs %q, want %q", sentence, got, want)
		}
	}
}

// Each occurrence of a word is judged where it stands.
func TestVerbsRepeated(t *testing.T) {
	for sentence, want := range map[string][]bool{
		"the plans fail , he plans a trip , his plans changed": {false, false, true, false, false, true, false, false, false, false, false, true},
		"the run began , they run fast":                        {false, false, true, false, false, true, false},
		"they run fast , the run began":                        {false, true, false, false, false, false, true},
	} {
		if got := Verbs(strings.Fields(sentence)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", sentence, got, want)
		}
	}
}

// What the tagger fails on must not take the sentence with it.
func TestVerbsOdd(t *testing.T) {
	for _, odd := range []string{
		"", " ", "two words", "\xff", "caf\xe9", "ȺȺȺ's", "ȺȺȺ’s", "İ'll", "'s", "n't", "’", "know”—he", "-", "--", "...", "$", "@", "(-8",
		"(", "((", "0", "*", "\x00", "\u200b", "&rsquo;", "a&rsquo;b", "Trump’s,", "http://example.org/a?b", strings.Repeat("a'll", 500_000), strings.Repeat("!", 500_000),
	} {
		words := []string{odd, ",", "Lavrov", "crowed", "to", "reporters", "."}
		if got := Verbs(words); len(got) != len(words) || !got[3] || got[6] {
			t.Errorf("%.20q: %v", odd, got)
		}
		if got := Verbs([]string{odd}); len(got) != 1 {
			t.Errorf("%.20q alone: %v", odd, got)
		}
	}
}

func TestAlign(t *testing.T) {
	token := func(s string) prose.Token {
		text, tag, _ := strings.Cut(s, "/")
		return prose.Token{Text: text, Tag: tag}
	}
	for _, c := range []struct{ words, tokens, want string }{
		{"he does n't know", "he/A does/B n't/C know/D", "A B C D"},
		{"he doesn't know", "he/A does/B n't/C know/D", "A B D"},
		{"he doesn't, know", "he/A does/B know/D", "A B D"},
		{"a b c d", "a/A d/D", "A - - D"},
		{"a b c d e", "a/A e/E", "A - - - -"},
		{"a a a", "a/A a/B", "A B -"},
		{"a b", "x/X a/A y/Y b/B z/Z", "A B"},
		{"", "x/X", ""},
	} {
		var tokens []prose.Token
		for s := range strings.FieldsSeq(c.tokens) {
			tokens = append(tokens, token(s))
		}
		got := align(strings.Fields(c.words), tokens)
		for i := range got {
			if got[i] == "" {
				got[i] = "-"
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s over %s: %s, want %s", c.tokens, c.words, s, c.want)
		}
	}
}

func TestVerbsAtTheSameTime(t *testing.T) {
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got := verbsOf("“” Lavrov crowed to reporters ."); got != "crowed" {
				t.Errorf("verbs %q", got)
			}
		})
	}
	wait.Wait()
}

// Repeated words are judged one by one in a long sentence too.
func TestVerbsLong(t *testing.T) {
	words := strings.Fields(strings.Repeat("he plans a trip , his plans changed ; ", 500))
	if got := Verbs(words); !got[1] || got[6] || !got[7] || !got[len(words)-2] {
		t.Errorf("in a long sentence: %v…", got[:9])
	}
}

func FuzzVerbs(f *testing.F) {
	f.Add("“” , Lavrov crowed to reporters .")
	f.Add("the run began , they run fast , don’t they ?")
	f.Add("ȺȺȺ's know”—he U.S. J. K. \xff n't 's ((( ''' https://example.org")
	f.Add(" Lavdov\x05rvo pepo wed*to\x00\x00 epo epo ") // two tags score the same
	f.Fuzz(func(t *testing.T, s string) {
		words := strings.Split(s, " ")
		got := Verbs(words)
		if len(got) != len(words) {
			t.Fatalf("%d answers for %d words", len(got), len(words))
		}
		for i, is := range got {
			if is && !strings.ContainsFunc(words[i], isLetterOrDigit) {
				t.Errorf("%q is a verb", words[i])
			}
		}
		for i, again := range Verbs(words) {
			if again != got[i] && !torn(words, i) {
				t.Errorf("%q: not the same twice", words[i])
			}
		}
	})
}

// torn reports whether the tagger, asked often, says now one thing of a word and
// now another: no number of askings settles that for certain.
func torn(words []string, i int) bool {
	spelt := spell(words)
	first := asked(spelt)[i]
	for range 300 {
		if asked(spelt)[i] != first {
			return true
		}
	}
	return false
}

func BenchmarkVerbs(b *testing.B) {
	words := strings.Fields("“” , Russian Foreign Minister Sergei Lavrov crowed to reporters in Moscow on Friday , hours after the vote in the house .")
	Verbs(words)
	b.ReportAllocs()
	for b.Loop() {
		Verbs(words)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
}
