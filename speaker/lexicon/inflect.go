package lexicon

import "strings"

// inflected is one form of an entry.
type inflected struct {
	word string
	form Form
}

// verbForms appends every form of the verb in e to out. The first word of a
// phrase is the one inflected. The forms that e lists are its past, its past
// participle and its present participle; the later ones may be missing.
func verbForms(e line, out []inflected) []inflected {
	verb, rest := cut(e.text)
	past := e.forms
	if len(past) == 0 {
		past = pasts(verb)
	} else {
		past = past[:1]
	}
	part := past
	if len(e.forms) > 1 {
		part = e.forms[1:2]
	}
	out = append(out, inflected{e.text, Base}, inflected{sForm(verb) + rest, Third})
	for _, f := range past {
		out = append(out, inflected{f + rest, Past})
	}
	for _, f := range part {
		out = append(out, inflected{f + rest, PastPart})
	}
	for _, f := range ings(verb, e.forms) {
		out = append(out, inflected{f + rest, Participle})
	}
	return out
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
	case doubles(w) && hasSuffix(w, "z", "s"):
		return w + w[len(w)-1:] + "es"
	case hasSuffix(w, "s", "x", "z", "ch", "sh", "go", "do", "to", "ho"):
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
	case strings.HasSuffix(w, "e") && !hasSuffix(w, "ee", "oe", "ye"):
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
		return []string{w + last + suffix, w + suffix}
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
		if isVowel(w[i]) && (w[i] != 'u' || i == 0 || w[i-1] != 'q') {
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

// nounForms appends the singular of the noun in e and its plural, or the
// plurals that it lists.
func nounForms(e line, out []inflected) []inflected {
	out = append(out, inflected{e.text, 0})
	if len(e.forms) == 0 {
		return append(out, inflected{plural(e.text), Plural})
	}
	for _, f := range e.forms {
		out = append(out, inflected{f, Plural})
	}
	return out
}

// plural returns a noun's regular plural. In "chief of staff" and "mother of
// two" it is the first word that changes.
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

// plainForms appends the entry and the other spellings it lists.
func plainForms(e line, out []inflected) []inflected {
	out = append(out, inflected{e.text, 0})
	for _, f := range e.forms {
		out = append(out, inflected{f, 0})
	}
	return out
}

// demonymForms appends the demonym and its plural: Turk, Turks. Those in -ish,
// -ese and the like are adjectives and have none. Only those for one gender
// have men or women for their plural (Germans, Frenchmen).
func demonymForms(e line, out []inflected) []inflected {
	switch {
	case e.gender != Unknown, len(e.forms) > 0:
		return nounForms(e, out)
	case hasSuffix(e.text, "sh", "ch", "ese", "ss", "ic"):
		return append(out, inflected{e.text, 0})
	}
	return append(out, inflected{e.text, 0}, inflected{e.text + "s", Plural})
}
