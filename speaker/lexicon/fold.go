package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns w as the lexicon's words are looked up: lower-case, without
// diacritics, with straight apostrophes. A folded word folds to itself.
func Fold(w string) string {
	if isFolded(w) {
		return w
	}
	if isASCII(w) {
		return strings.ToLower(w)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(w, "\uFFFD")) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		if s, ok := plain[r]; ok {
			b.WriteString(s)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plain spells the letters that have no decomposition.
var plain = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h",
	'ı': "i", 'ł': "l", 'ŋ': "ng", 'þ': "th", 'ŧ': "t", 'ə': "a",
	'‘': "'", '’': "'", 'ʻ': "'", 'ʼ': "'", '‐': "-", '‑': "-",
}

// isFolded reports whether w is in ASCII without capitals, as most words are.
func isFolded(w string) bool {
	for i := range len(w) {
		if c := w[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
