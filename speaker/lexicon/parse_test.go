package lexicon

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func TestWith(t *testing.T) {
	list := "\ufeff# my people\r\n\r\nGrand Poobah (m)  # of Titipu\r\n  Façilitator :  façilitatrices \n"
	l, err := Builtin().With("role", "mine.txt", strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}
	if n, e := l.Phrase([]string{"grand", "poobah"}); n != 2 || !e.Is(Role) || e.Gender != Male {
		t.Errorf("grand poobah: %d %+v", n, e)
	}
	if n, e := l.Phrase([]string{"grand", "poobahs"}); n != 2 || !e.Is(RolePlural) || e.Lemma != "grand poobah" {
		t.Errorf("grand poobahs: %d %+v", n, e)
	}
	if e := l.Word("facilitatrices"); !e.Is(RolePlural) || e.Lemma != "facilitator" {
		t.Errorf("facilitatrices: %+v", e)
	}
	if e := l.Word("said"); !e.Is(Say) {
		t.Errorf("said is lost: %+v", e)
	}
	if n, _ := Builtin().Phrase([]string{"grand", "poobah"}); n != 0 {
		t.Error("the lexicon that was added to has changed")
	}
}

// Two lists added to one lexicon must not see each other.
func TestWithTwice(t *testing.T) {
	a, err := Builtin().With("place", "a", strings.NewReader("Alphaville"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := Builtin().With("place", "b", strings.NewReader("Betatown = Bethel"))
	if err != nil {
		t.Fatal(err)
	}
	if e := a.Word("alphaville"); e.Value != "Alphaville" {
		t.Errorf("alphaville: %+v", e)
	}
	if e := b.Word("betatown"); e.Value != "Bethel" {
		t.Errorf("betatown: %+v", e)
	}
	if a.Word("betatown").Class != 0 || b.Word("alphaville").Class != 0 {
		t.Error("one list shows in the other lexicon")
	}
}

func TestWithAddsClasses(t *testing.T) {
	l, err := Builtin().With("given", "", strings.NewReader("Mary (n)\nSay"))
	if err != nil {
		t.Fatal(err)
	}
	if e := l.Word("mary"); e.Gender != Neutral {
		t.Errorf("mary: %+v", e)
	}
	if e := l.Word("say"); !e.Is(Say) || !e.Is(Given) {
		t.Errorf("say: %+v", e)
	}
}

func TestWithErrors(t *testing.T) {
	for _, c := range []struct{ kind, list, want string }{
		{"verbs", "say", `f.txt: unknown kind of list "verbs": want one of say, tell, `},
		{"given", "Ann (f)\nBob (x)\n", `f.txt:2: gender "(x)": want (m), (f) or (n) at the end`},
		{"given", "Ann (f) Bob (m)\n", `f.txt:1: "ann (f) bob": '(' does not belong in a word`},
		{"say", "\n\nsay :\n", `f.txt:3: in the forms: no word`},
		{"say", ": said\n", `f.txt:1: no word`},
		{"place", "Burma =\n", `f.txt:1: "Burma": nothing after =`},
		{"say", "say (m)\n", `f.txt:1: "say": no gender in a list of kind say`},
		{"say", "say = speak\n", `f.txt:1: "say": no value in a list of kind say`},
		{"say", "shout!\n", `f.txt:1: "shout!": '!' does not belong in a word`},
		{"say", "say : said|spoke\n", `f.txt:1: in the forms: "said|spoke": '|' does not belong in a word`},
		{"say", "a b c d e f g\n", `f.txt:1: "a b c d e f g": more than 6 words`},
		{"say", strings.Repeat("x", 65), `f.txt:1: "` + strings.Repeat("x", 65) + `": longer than 64 bytes`},
		{"say", "ok\nna\xffme\n", `f.txt:2: not valid UTF-8`},
		{"say", "ok # \xff\n", `f.txt:1: not valid UTF-8`},
	} {
		l, err := Builtin().With(c.kind, "f.txt", strings.NewReader(c.list))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || l != nil {
			t.Errorf("With(%s, %q) = %v, want %s", c.kind, c.list, err, c.want)
		}
	}
}

func TestWithReadError(t *testing.T) {
	broken := errors.New("broken")
	if _, err := Builtin().With("say", "f.txt", iotest.ErrReader(broken)); !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "f.txt: ") {
		t.Errorf("error %v", err)
	}
}

// FuzzWith feeds lists of every kind: an error names its line, and what is
// accepted is found again.
func FuzzWith(f *testing.F) {
	for i, s := range []string{
		"say : said", "Ann (f)\n", "Burma = Myanmar", "policeman : policemen (m)", "a # b", "let slip : let, let, letting",
		"vice president : vice presidents, vices president", "\u0130\u0307 x", "\ufeff", "\xff", ":", "=", "(m)", " \u00a0 ", "l", "y\nz\ns", "go : , ", "˚0",
	} {
		f.Add(uint8(i), s)
	}
	empty := &Lexicon{texts: []string{""}}
	f.Fuzz(func(t *testing.T, k uint8, s string) {
		kind := kinds[int(k)%len(kinds)]
		l, err := empty.With(kind.name, "list", strings.NewReader(s))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "list:") {
				t.Fatalf("error without its line: %v", err)
			}
			return
		}
		for w := range formsIn(t, kind, s) {
			parts := strings.Fields(w)
			e, n := l.Word(w), 1
			if len(parts) > 1 {
				n, e = l.Phrase(parts)
			}
			if n != len(parts) || e.Class == 0 || e.Lemma == "" {
				t.Fatalf("%q: %d words, %+v", w, n, e)
			}
		}
		if empty.items.used > 0 || !slices.Equal(empty.texts, []string{""}) {
			t.Fatal("With changed its receiver")
		}
	})
}

// formsIn yields every form of the entries of a list that is known to be good.
func formsIn(t *testing.T, k kind, list string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s := range strings.Lines(strings.TrimPrefix(list, "\ufeff")) {
			e, err := parseLine(s)
			if err != nil {
				t.Fatal(err)
			}
			if e.text == "" {
				continue
			}
			for _, f := range k.forms(e, nil) {
				if !yield(f.word) {
					return
				}
			}
		}
	}
}
