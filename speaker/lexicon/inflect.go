package lexicon

import "strings"

// verbForms calls yield with every form of the verb in e. The first word of a
// phrase is the one inflected. The forms that e lists are its past, its past
// participle and its present participle; the later ones may be missing.
func verbForms(e line, yield func(string, Form)) {
	verb, rest := cut(e.text)
	past, part := pasts(verb), []string(nil)
	if len(e.forms) > 0 {
		past = e.forms[:1]
	}
	part = past
	if len(e.forms) > 1 {
		part = e.forms[1:2]
	}
	yield(e.text, Base)
	yield(sForm(verb)+rest, Third)
	for _, f := range past {
		yield(f+rest, Past)
	}
	for _, f := range part {
		yield(f+rest, PastPart)
	}
	for _, f := range ings(verb, e.forms) {
		yield(f+rest, Participle)
	}
}

// cut splits a phrase into its first word and the rest with its space.
func cut(s string) (first, rest string) {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// sForm returns the third person of a verb, or a noun's regular plural.
func sForm(w string) string {
	switch {
	case consonantY(w):
		return w[:len(w)-1] + "ies"
	case doubles(w) && (w[len(w)-1] == 'z' || w[len(w)-1] == 's'):
		return w + w[len(w)-1:] + "es"
	case hasSuffix(w, "s", "x", "z", "ch", "sh"), hasSuffix(w, "go", "do", "to", "ho"):
		return w + "es"
	}
	return w + "s"
}

// pasts returns the regular past of a verb, in each spelling.
func pasts(w string) []string {
	switch {
	case strings.HasSuffix(w, "e"):
		return []string{w + "d"}
	case consonantY(w):
		return []string{w[:len(w)-1] + "ied"}
	}
	return suffixed(w, "ed")
}

// ings returns the present participle of a verb, in each spelling. A past
// that doubles the last letter (refer, referred) tells that it does so too.
func ings(w string, forms []string) []string {
	switch {
	case len(forms) > 2:
		return forms[2:3]
	case len(forms) > 0 && forms[0] == w+w[len(w)-1:]+"ed":
		return []string{w + w[len(w)-1:] + "ing"}
	case strings.HasSuffix(w, "ie"):
		return []string{w[:len(w)-2] + "ying"}
	case strings.HasSuffix(w, "e") && !hasSuffix(w, "ee", "oe", "ye") && len(w) > 2:
		return []string{w[:len(w)-1] + "ing"}
	}
	return suffixed(w, "ing")
}

// suffixed adds a suffix that starts with a vowel, doubling the last consonant
// where English does: quipped; labelled as well as labeled; mimicked.
func suffixed(w, suffix string) []string {
	last := w[len(w)-1:]
	switch {
	case doubles(w):
		return []string{w + last + suffix}
	case last == "l" && len(w) > 2 && isVowel(w[len(w)-2]) && !isVowel(w[len(w)-3]):
		return []string{w + "l" + suffix, w + suffix}
	case hasSuffix(w, "ic"):
		return []string{w + "k" + suffix}
	}
	return []string{w + suffix}
}

// doubles reports whether w is one syllable that ends in a single consonant
// after a single vowel: quip, nod, slam.
func doubles(w string) bool {
	n := len(w)
	if n < 3 || isVowel(w[n-1]) || !isVowel(w[n-2]) || strings.IndexByte("wxy", w[n-1]) >= 0 {
		return false
	}
	for i := range n - 2 {
		if isVowel(w[i]) && !(w[i] == 'u' && i > 0 && w[i-1] == 'q') {
			return false
		}
	}
	return true
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func consonantY(w string) bool {
	n := len(w)
	return n > 1 && w[n-1] == 'y' && !isVowel(w[n-2])
}

func hasSuffix(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// nounForms calls yield with the singular and the plural of the noun in e, or
// with the plurals that it lists.
func nounForms(e line, yield func(string, Form)) {
	yield(e.text, 0)
	for _, f := range e.forms {
		yield(f, Plural)
	}
	if len(e.forms) == 0 {
		yield(plural(e.text), Plural)
	}
}

// plural returns a noun's regular plural. In "chief of staff" and "man in the
// street" it is the first word that changes.
func plural(w string) string {
	for _, prep := range []string{" of ", " in ", " at ", " for ", "-in-", "-of-"} {
		if head, tail, ok := strings.Cut(w, prep); ok {
			return plural(head) + prep + tail
		}
	}
	for _, s := range irregularPlurals {
		if strings.HasSuffix(w, s[0]) {
			return w[:len(w)-len(s[0])] + s[1]
		}
	}
	return sForm(w)
}

var irregularPlurals = [][2]string{
	{"man", "men"}, {"person", "people"}, {"child", "children"}, {"wife", "wives"},
}

// plainForms calls yield with the entry and the other spellings it lists.
func plainForms(e line, yield func(string, Form)) {
	yield(e.text, 0)
	for _, f := range e.forms {
		yield(f, 0)
	}
}

// demonymForms calls yield with the demonym and its plural: Turk, Turks.
// Those in -ish, -ese and the like are adjectives and have none.
func demonymForms(e line, yield func(string, Form)) {
	if len(e.forms) == 0 && hasSuffix(e.text, "sh", "ch", "ese", "ss", "ic") {
		yield(e.text, 0)
		return
	}
	if len(e.forms) == 0 {
		e.forms = []string{e.text + "s"}
	}
	nounForms(e, yield)
}
