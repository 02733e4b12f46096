package lexicon

import "testing"

func TestWord(t *testing.T) {
	for _, c := range []struct {
		word string
		want Entry
	}{
		{"said", Entry{Class: Say, Form: Past | PastPart, Lemma: "say"}},
		{"spokeswoman", Entry{Class: Role | Title, Gender: Female, Lemma: "spokeswoman"}},
		{"zyzzy", Entry{}},
	} {
		if got := Builtin().Word(c.word); got != c.want {
			t.Errorf("Word(%q) = %+v, want %+v", c.word, got, c.want)
		}
	}
}

func TestPhrase(t *testing.T) {
	n, e := Builtin().Phrase([]string{"shot", "back", "at", "him"})
	if n != 2 || e.Lemma != "shoot back" || !e.Is(Say) {
		t.Errorf("Phrase = %d, %+v", n, e)
	}
}

func BenchmarkParseBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		parseBuiltin()
	}
}
