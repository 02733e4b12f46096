package name

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// unfolded are the letters and marks that Unicode does not decompose but that
// reports exchange for plain ones.
var unfolded = map[rune]string{
	'ł': "l", 'ø': "o", 'ı': "i", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h",
	'ŧ': "t", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ə': "e", 'ŋ': "n",
	'’': "'", '‘': "'", 'ʼ': "'", 'ʻ': "'", 'ʹ': "'", '′': "'", '`': "'", '´': "'", '‛': "'",
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '−': "-",
}

// Fold is s in lower case without diacritics, with plain apostrophes and
// hyphens, and with each run of space as one space, none at the ends. Two
// spellings that differ only in those fold to one string. Folding twice
// changes nothing.
func Fold(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFKD.String(marks(s)) {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		r = unicode.ToLower(r)
		if to, ok := unfolded[r]; ok {
			b.WriteString(to)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// marks replaces the spacing accents, which decompose into a space and an
// accent, by the apostrophe that they stand for.
func marks(s string) string {
	if !strings.ContainsRune(s, '´') {
		return s
	}
	return strings.ReplaceAll(s, "´", "'")
}

// plain reports whether s is folded already, as far as ASCII can tell.
func plain(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 0x80 || c < ' ' || 'A' <= c && c <= 'Z' || c == '`':
			return false
		case c == ' ' && space:
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}
