package lexicon

import (
	"io/fs"
	"strings"
	"testing"
)

// Every list is in order, without repeats, spelled in ASCII, and says in its
// first line what it is.
func TestLists(t *testing.T) {
	files, err := fs.Glob(data, "data/*.txt")
	if err != nil || len(files) != len(kinds) {
		t.Fatalf("%d files for %d kinds, %v", len(files), len(kinds), err)
	}
	for _, k := range kinds {
		text, err := data.ReadFile(k.file())
		if err != nil {
			t.Fatal(err)
		}
		checkList(t, k, string(text))
	}
}

func checkList(t *testing.T, k kind, text string) {
	if !isASCII(text) || !strings.HasPrefix(text, "# ") || !strings.HasSuffix(text, "\n") {
		t.Errorf("%s: want ASCII, a header and a final line feed", k.file())
	}
	last, n := "", 0
	for s := range strings.Lines(text) {
		n++
		e, err := parseLine(s)
		if err != nil {
			t.Errorf("%s:%d: %v", k.file(), n, err)
			continue
		}
		if e.text == "" {
			continue
		}
		if e.text <= last {
			t.Errorf("%s:%d: %q after %q", k.file(), n, e.text, last)
		}
		last = e.text
		if strings.Contains(s, "  ") || s != strings.TrimSpace(s)+"\n" {
			t.Errorf("%s:%d: stray space", k.file(), n)
		}
	}
}

// A form that is listed must not be the one that would be made anyway.
func TestIrregularsAreIrregular(t *testing.T) {
	for _, k := range []string{"say", "tell", "call", "think", "relay", "act"} {
		for e := range entries(t, k) {
			if len(e.forms) == 0 {
				continue
			}
			verb, _ := cut(e.text)
			if past := pasts(verb); len(past) == 1 && past[0] == e.forms[0] && len(e.forms) == 1 {
				t.Errorf("%s: %q lists a regular past", k, e.text)
			}
		}
	}
}

func entries(t *testing.T, name string) func(func(line) bool) {
	return func(yield func(line) bool) {
		k, ok := kindNamed(name)
		if !ok {
			t.Fatalf("no kind %q", name)
		}
		text, err := data.ReadFile(k.file())
		if err != nil {
			t.Fatal(err)
		}
		for s := range strings.Lines(string(text)) {
			e, err := parseLine(s)
			if err != nil {
				t.Fatal(err)
			}
			if e.text != "" && !yield(e) {
				return
			}
		}
	}
}

func TestCounts(t *testing.T) {
	for name, least := range map[string]int{
		"say": 350, "tell": 60, "call": 150, "think": 100, "act": 150, "saynoun": 150, "docnoun": 150,
		"role": 700, "kin": 100, "title": 250, "rolemod": 300, "given": 7000, "demonym": 350, "place": 1200, "function": 200,
	} {
		n := 0
		for range entries(t, name) {
			n++
		}
		if n < least {
			t.Errorf("%s: %d entries, want %d", name, n, least)
		}
	}
	function := 0
	for _, s := range Builtin().items.slots {
		if s.item.class&Function != 0 {
			function++
		}
	}
	if function < 800 {
		t.Errorf("%d function words", function)
	}
	if l := Builtin(); len(l.items.slots) != builtinSlots || len(l.texts) > builtinTexts {
		t.Errorf("%d words and %d texts do not fit the sizes set aside", l.items.used, len(l.texts))
	}
}

// Every given name has a gender, every demonym's place is a place.
func TestReferences(t *testing.T) {
	for e := range entries(t, "given") {
		if e.gender == Unknown {
			t.Errorf("given: %s has no gender", e.name)
		}
	}
	places := map[string]bool{}
	for e := range entries(t, "place") {
		if e.value == "" {
			places[e.name] = true
		}
	}
	for _, list := range []string{"demonym", "place"} {
		for e := range entries(t, list) {
			if e.value != "" && !places[e.value] {
				t.Errorf("%s: %s stands for %q, which is no place of its own", list, e.name, e.value)
			}
		}
	}
}

// Surnames only mark words that other lists have.
func TestSurnames(t *testing.T) {
	for e := range entries(t, "surname") {
		if w := Builtin().Word(e.text); w.Class == Surname {
			t.Errorf("surname: %s is in no other list", e.name)
		}
	}
}
