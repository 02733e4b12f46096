package name

import "strings"

// spellings are the groups of letters that transliterations exchange, longest
// first where one begins another.
var spellings = strings.NewReplacer(
	"shch", "sch", "tch", "ch",
	"kh", "k", "gh", "g", "dh", "d", "ph", "f", "ck", "k",
	"ou", "u", "oo", "u", "oe", "o", "ue", "u",
	"q", "k", "x", "ks",
)

// endings are the final vowels that romanisations of one name exchange.
var endings = []string{"iy", "yy", "yi", "ii", "ij", "ey", "ei", "ay", "ai", "y"}

// Key is a spelling of one word of a name that its usual transliterations
// share: Sergei and Sergey, Zelensky and Zelenskyy, Yevgeny and Evgeni. Equal
// keys mean that two words may be one name, different keys that they are not
// known to be.
func Key(word string) string {
	w := letters(Fold(word))
	if len(w) <= 4 {
		return w // Lee and Li, May and Mai are different names
	}
	w = spellings.Replace(w)
	w = strings.ReplaceAll(w, "ye", "e")
	for _, end := range endings {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) >= 3 {
			w = stem + "i"
			break
		}
	}
	w = strings.ReplaceAll(w, "y", "i")
	return silent(single(w))
}

// sameKey reports whether two folded words have one key.
func sameKey(a, b string) bool {
	if a == b || a == "" || b == "" {
		return a == b
	}
	// Few first letters are ever exchanged, and comparing them is cheap.
	if a[0] != b[0] && (strings.IndexByte(exchanged, a[0]) < 0 || strings.IndexByte(exchanged, b[0]) < 0) {
		return false
	}
	return Key(a) == Key(b)
}

// exchanged are the letters that a key can replace at the beginning of a word,
// or put there.
const exchanged = "-'.ctiekpqfxouy"

// letters is s without apostrophes, hyphens, full stops and spaces.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\'', '-', '.', ' ':
			return -1
		}
		return r
	}, s)
}

// single writes each run of one letter as one.
func single(s string) string {
	var b strings.Builder
	last := rune(-1)
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// silent drops a final h after a vowel: Abdullah, Abdulla.
func silent(s string) string {
	n := len(s)
	if n > 4 && s[n-1] == 'h' && strings.IndexByte("aeiou", s[n-2]) >= 0 {
		return s[:n-1]
	}
	return s
}
