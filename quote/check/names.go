package check

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"quotes/speaker"
)

// titles are the words that a name may begin with and still be the same name.
var titles = words(`mr mrs ms miss dr sir dame lord lady prof professor president vice
	secretary senator sen rep representative gov governor mayor minister prime
	chancellor judge justice gen general col colonel capt captain sgt lt the a an
	former rev reverend king queen prince princess pope first deputy foreign attorney`)

// suffixes tell a son from his father; a name may end with one.
var suffixes = words("jr sr ii iii")

func words(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		set[w] = true
	}
	return set
}

// letters that a normal form does not take apart, and the marks that do not
// part words.
var alike = strings.NewReplacer("’", "'", "ı", "i", "ø", "o", "ł", "l")

// fold is the words of s in lower case, without accents, apostrophes and
// possessive endings.
func fold(s string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(alike.Replace(strings.ToLower(s))) {
		if norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			b.WriteRune(r)
		}
	}
	s = strings.ReplaceAll(withoutPossessives(b.String()), "'", "")
	return strings.FieldsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
}

// withoutPossessives drops each 's that ends a word.
func withoutPossessives(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "'s")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		after := s[i+2:]
		next, _ := firstRune(after)
		b.WriteString(s[:i])
		if wordRune(next) {
			b.WriteString("'s")
		}
		s = after
	}
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

// core is a folded name without its titles and suffixes.
func core(w []string) []string {
	for len(w) > 1 && titles[w[0]] {
		w = w[1:]
	}
	for len(w) > 1 && suffixes[w[len(w)-1]] {
		w = w[:len(w)-1]
	}
	return w
}

// sameName tells whether got names the one whom want names. A surname alone
// does not do where want has more of the name; titles don't matter.
func sameName(got, want string, kind speaker.Kind) bool {
	a, b := fold(got), fold(want)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if slices.Equal(a, b) {
		return true
	}
	son := suffixes[a[len(a)-1]] && !suffixes[b[len(b)-1]]
	ca, cb := core(a), core(b)
	if slices.Equal(ca, cb) && !son {
		return true
	}
	if kind == speaker.Person {
		return !son && samePerson(ca, cb)
	}
	return sameWords(ca, cb)
}

// samePerson compares two names by surname and first name or initial.
func samePerson(got, want []string) bool {
	switch {
	case got[len(got)-1] != want[len(want)-1]:
		return false
	case len(want) == 1:
		return true
	case len(got) == 1:
		return false
	}
	g, w := got[0], want[0]
	return g == w || g[0] == w[0] && (len(g) == 1 || len(w) == 1)
}

// sameWords tells whether two names share half of their words, or one has all
// the words of the other.
func sameWords(a, b []string) bool {
	inA, inB := words(strings.Join(a, " ")), words(strings.Join(b, " "))
	both := 0
	for w := range inA {
		if inB[w] {
			both++
		}
	}
	either := len(inA) + len(inB) - both
	return 2*both >= either || both > 0 && (both == len(inA) || both == len(inB))
}

// right tells whether name is one of the answers that w takes.
func (w *Want) right(name string) bool {
	return w.anyName(func(want string) bool { return sameName(name, want, w.Kind) })
}

// exact tells whether name is written as w has it: to the letter for a person,
// but for case and a leading article for all others.
func (w *Want) exact(name string) bool {
	return w.anyName(func(want string) bool {
		return name == want || w.Kind != speaker.Person && sameButArticle(name, want)
	})
}

func (w *Want) anyName(same func(string) bool) bool {
	return w.Speaker != "" && same(w.Speaker) || slices.ContainsFunc(w.Also, same)
}

// sameButArticle compares two descriptions without case, accents, punctuation
// and a leading article.
func sameButArticle(a, b string) bool {
	return slices.Equal(withoutArticle(fold(a)), withoutArticle(fold(b)))
}

func withoutArticle(w []string) []string {
	if len(w) > 1 && (w[0] == "the" || w[0] == "a" || w[0] == "an") {
		return w[1:]
	}
	return w
}
