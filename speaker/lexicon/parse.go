package lexicon

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one entry of a list. Its text and forms are folded.
type line struct {
	name   string // the entry as written
	text   string
	forms  []string
	gender Gender
	value  string
}

// With returns a lexicon that has the entries of r as well, in the format of
// the embedded lists; file is the name used in errors. The kind is one of
// [Kinds]. l is not changed. It takes time linear in l and the list.
func (l *Lexicon) With(kind, file string, r io.Reader) (*Lexicon, error) {
	k, ok := kindNamed(kind)
	if !ok {
		return nil, fmt.Errorf("%s: unknown kind of list %q: want one of %s", file, kind, strings.Join(Kinds(), ", "))
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	more := &Lexicon{items: maps.Clone(l.items)}
	if err := more.add(k, file, strings.TrimPrefix(string(text), "\ufeff")); err != nil {
		return nil, err
	}
	return more, nil
}

// add adds the entries of a list to l.
func (l *Lexicon) add(k kind, file, text string) error {
	n := 0
	for s := range strings.Lines(text) {
		n++
		e, err := parseLine(s)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
		if e.text != "" {
			l.addEntry(k, e)
		}
	}
	return nil
}

// parseLine returns the entry of a line; its text is empty when there is none.
func parseLine(s string) (line, error) {
	if !utf8.ValidString(s) {
		return line{}, errors.New("not valid UTF-8")
	}
	s, _, _ = strings.Cut(s, "#")
	s = strings.TrimSpace(s)
	if s == "" {
		return line{}, nil
	}
	var e line
	var err error
	if s, e.gender, err = cutGender(s); err != nil {
		return line{}, err
	}
	s, value, hasValue := strings.Cut(s, "=")
	text, forms, hasForms := strings.Cut(s, ":")
	e.name, e.value = strings.TrimSpace(text), strings.TrimSpace(value)
	if e.text, err = words(text); err != nil {
		return line{}, err
	}
	if hasValue && e.value == "" {
		return line{}, fmt.Errorf("%q: nothing after =", e.text)
	}
	if !hasForms {
		return e, nil
	}
	e.forms, err = parseForms(e.text, forms)
	return e, err
}

// cutGender cuts the gender off the end of an entry.
func cutGender(s string) (string, Gender, error) {
	i := strings.LastIndexByte(s, '(')
	if i < 0 {
		return s, Unknown, nil
	}
	g, ok := genders[s[i:]]
	if !ok {
		return s, Unknown, fmt.Errorf("gender %q: want (m), (f) or (n) at the end", s[i:])
	}
	return s[:i], g, nil
}

var genders = map[string]Gender{"(m)": Male, "(f)": Female, "(n)": Neutral}

// parseForms returns the forms after the colon: one word each, or phrases
// between commas.
func parseForms(text, s string) ([]string, error) {
	split := strings.Fields(s)
	if strings.Contains(s, ",") {
		split = strings.Split(s, ",")
	}
	if len(split) == 0 {
		return nil, fmt.Errorf("%q: nothing after the colon", text)
	}
	for i, f := range split {
		w, err := words(f)
		if err != nil {
			return nil, err
		}
		split[i] = w
	}
	return split, nil
}

// words folds a word or phrase and checks that it can be looked up.
func words(s string) (string, error) {
	w := Fold(strings.Join(strings.Fields(s), " "))
	switch {
	case w == "":
		return "", errors.New("no word")
	case len(w) > maxBytes:
		return "", fmt.Errorf("%q: longer than %d bytes", w, maxBytes)
	case strings.Count(w, " ") >= maxWords:
		return "", fmt.Errorf("%q: more than %d words", w, maxWords)
	}
	if i := strings.IndexFunc(w, notInWord); i >= 0 {
		r, _ := utf8.DecodeRuneInString(w[i:])
		return "", fmt.Errorf("%q: %q does not belong in a word", w, r)
	}
	return w, nil
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" '-.&/", r)
}

// addEntry adds every form of an entry.
func (l *Lexicon) addEntry(k kind, e line) {
	value := e.value
	if value == "" && k.class&Place != 0 {
		value = e.name
	}
	k.forms(e, func(w string, f Form) {
		class := k.class
		if f == Plural && k.plural != 0 {
			class = k.plural
		}
		l.merge(w, Entry{Class: class, Form: f, Gender: e.gender, Lemma: e.text, Value: value})
	})
}

// merge adds what e knows to the entry of w.
func (l *Lexicon) merge(w string, e Entry) {
	it := l.items[w]
	if e.Gender != Unknown && (it.Gender == Unknown || e.Is(Given)) {
		it.Gender = e.Gender
	}
	it.Class |= e.Class
	it.Form |= e.Form
	if it.Lemma == "" {
		it.Lemma = e.Lemma
	}
	if it.Value == "" {
		it.Value = e.Value
	}
	l.items[w] = it
	if first, rest := cut(w); rest != "" {
		head := l.items[first]
		head.longest = max(head.longest, uint8(1+strings.Count(rest, " ")))
		l.items[first] = head
	}
}
