package lexicon

import (
	"errors"
	"fmt"
	"io"
	"slices"
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
	more := &Lexicon{items: l.items.clone(), texts: slices.Clip(l.texts)}
	if err := more.add(k, file, strings.TrimPrefix(string(text), "\ufeff")); err != nil {
		return nil, err
	}
	return more, nil
}

// add adds the entries of a list to l.
func (l *Lexicon) add(k kind, file, text string) error {
	valid := utf8.ValidString(text)
	n := 0
	var forms []inflected
	for s := range strings.Lines(text) {
		n++
		if !valid && !utf8.ValidString(s) {
			return fmt.Errorf("%s:%d: not valid UTF-8", file, n)
		}
		e, err := parseLine(s)
		if err == nil {
			err = k.check(e)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
		if e.text != "" {
			forms = k.forms(e, forms[:0])
			l.addEntry(k, e, forms)
		}
	}
	return nil
}

// check refuses what entries of the kind do not have.
func (k kind) check(e line) error {
	switch {
	case e.gender != Unknown && !k.gender:
		return fmt.Errorf("%q: no gender in a list of kind %s", e.name, k.name)
	case e.value != "" && !k.value:
		return fmt.Errorf("%q: no value in a list of kind %s", e.name, k.name)
	}
	return nil
}

// parseLine returns the entry of a line; its text is empty when there is none.
func parseLine(s string) (line, error) {
	s = strings.TrimSpace(uncommented(s))
	if s == "" {
		return line{}, nil
	}
	var e line
	var err error
	if s, e.gender, err = cutGender(s); err != nil {
		return line{}, err
	}
	s, value, hasValue := cutAt(s, '=')
	s, forms, hasForms := cutAt(s, ':')
	e.name, e.value = strings.TrimSpace(s), strings.TrimSpace(value)
	if e.text, err = words(e.name); err != nil {
		return line{}, err
	}
	if hasValue && e.value == "" {
		return line{}, fmt.Errorf("%q: nothing after =", e.name)
	}
	if hasForms {
		e.forms, err = parseForms(forms)
	}
	return e, err
}

func uncommented(s string) string {
	s, _, _ = cutAt(s, '#')
	return s
}

func cutAt(s string, c byte) (before, after string, found bool) {
	if i := strings.IndexByte(s, c); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

// cutGender cuts the gender off the end of an entry.
func cutGender(s string) (string, Gender, error) {
	i := strings.LastIndexByte(s, '(')
	if i < 0 {
		return s, Unknown, nil
	}
	switch s[i:] {
	case "(m)":
		return s[:i], Male, nil
	case "(f)":
		return s[:i], Female, nil
	case "(n)":
		return s[:i], Neutral, nil
	}
	return s, Unknown, fmt.Errorf("gender %q: want (m), (f) or (n) at the end", s[i:])
}

// parseForms returns the forms after the colon, which commas separate.
func parseForms(s string) ([]string, error) {
	forms := strings.Split(s, ",")
	for i, f := range forms {
		w, err := words(strings.TrimSpace(f))
		if err != nil {
			return nil, fmt.Errorf("in the forms: %w", err)
		}
		forms[i] = w
	}
	return forms, nil
}

// words folds a word or phrase and checks that it can be looked up.
func words(s string) (string, error) {
	w, ok := canonical(s)
	if !ok {
		w = strings.Join(strings.Fields(Fold(s)), " ")
	}
	switch {
	case w == "":
		return "", errors.New("no word")
	case len(w) > maxBytes:
		return "", fmt.Errorf("%q: longer than %d bytes", w, maxBytes)
	case strings.Count(w, " ") >= maxWords:
		return "", fmt.Errorf("%q: more than %d words", w, maxWords)
	case ok:
		return w, nil
	}
	if i := strings.IndexFunc(w, notInWord); i >= 0 {
		r, _ := utf8.DecodeRuneInString(w[i:])
		return "", fmt.Errorf("%q: %q does not belong in a word", w, r)
	}
	return w, nil
}

// canonical folds w when that takes no more than lower case and every byte of
// it belongs in a word, as with nearly all entries.
func canonical(w string) (string, bool) {
	upper := false
	for i := range len(w) {
		switch c := w[i]; {
		case 'a' <= c && c <= 'z':
		case 'A' <= c && c <= 'Z':
			upper = true
		case c == ' ' && i > 0 && w[i-1] != ' ' && i < len(w)-1:
		default:
			return w, false
		}
	}
	if upper {
		w = strings.ToLower(w)
	}
	return w, true
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" '-.&/", r)
}

// addEntry adds the forms of an entry.
func (l *Lexicon) addEntry(k kind, e line, forms []inflected) {
	value := e.value
	if value == "" && k.class&Place != 0 {
		value = e.name
	}
	it := item{gender: e.gender, value: l.text(value)}
	for i, f := range forms {
		it.class, it.form = k.class, f.form
		if f.form == Plural && k.plural != 0 {
			it.class = k.plural
		}
		if i == 1 { // the first form is the entry itself
			it.lemma = l.text(e.text)
		}
		l.merge(f.word, it)
	}
}

// text keeps s and returns its index.
func (l *Lexicon) text(s string) uint32 {
	if s == "" {
		return 0
	}
	l.texts = append(l.texts, s)
	return uint32(len(l.texts) - 1)
}

// merge adds what e knows to the item of w.
func (l *Lexicon) merge(w string, e item) {
	first, rest := cut(w)
	key := keyOf(first)
	if rest != "" {
		start := l.items.make(key)
		start.longest = max(start.longest, uint8(1+strings.Count(rest, " ")))
		for word := range strings.FieldsSeq(rest) {
			key = keyThen(key, word)
		}
	}
	it := l.items.make(key)
	if it.class == 0 {
		it.lemma = e.lemma
	}
	if it.value == 0 {
		it.value = e.value
	}
	if e.gender != Unknown && (it.gender == Unknown || e.class&Given != 0) {
		it.gender = e.gender
	}
	it.class |= e.class
	it.form |= e.form
}
