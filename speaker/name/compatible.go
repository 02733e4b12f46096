package name

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Compatible reports whether a and b can be names of one person: whether no
// part of one contradicts the other. It is symmetric but not transitive: the
// bare surname Clinton goes with Bill and with Hillary Clinton, who do not go
// with each other. So it is a condition, not a proof.
//
//   - Words agree when their keys do (see Key): Sergei, Sergey; Erdoğan, Erdogan.
//   - A part that one of them lacks contradicts nothing: surname and full name,
//     with and without a middle name, al-Assad and Assad.
//   - Given names also agree as an initial and its name, as a short form
//     (Bill, William; Mike, Michael), and when one is the other's middle name or
//     nickname (J. Edgar Hoover, Edgar Hoover).
//   - Middle names agree from the first on, or as initials: George W. Bush and
//     George H. W. Bush differ.
//   - A name that ends another goes with it: Suu Kyi, López Obrador, and the
//     second half of a hyphenated surname. So does one that begins another and
//     has two words: Ildefonso Guajardo, Ildefonso Guajardo Villarreal.
//   - Suffixes must not differ. A full name without one does not go with Jr., II
//     and so on, because fathers and sons are both quoted, unless both spell a
//     middle name out; a bare surname does, and a full name goes with Sr.
//
// The empty name goes with none.
func Compatible(a, b Name) bool {
	if a.Surname == "" || b.Surname == "" || !suffixAgrees(a, b) {
		return false
	}
	if sameKey(a.Surname, b.Surname) && particlesAgree(a, b) && givenAgrees(a, b) {
		return true
	}
	return a.partOf(b) || b.partOf(a)
}

// suffixAgrees compares the suffixes, and what may stand without one.
func suffixAgrees(a, b Name) bool {
	if a.Suffix == b.Suffix {
		return true
	}
	if a.Suffix == "" {
		a, b = b, a
	}
	switch {
	case b.Suffix != "":
		return false
	case a.Suffix == "sr" || b.Bare():
		return true
	}
	return len(a.Middle) > 0 && len(b.Middle) > 0 && utf8.RuneCountInString(a.Middle[0]) > 1 &&
		sameKey(a.Middle[0], b.Middle[0])
}

// particlesAgree tells Mohammed bin Salman from a Salman who is nobody's son,
// and lets every other particle be left out or exchanged (van der, von der).
func particlesAgree(a, b Name) bool {
	patronymic := func(n Name) bool {
		return slices.ContainsFunc(n.Particles, func(p string) bool { return patronymics[p] })
	}
	return patronymic(a) == patronymic(b)
}

// partOf reports whether the words of n, of which the first is no initial,
// end those of o, or begin them when n has at least two.
func (n Name) partOf(o Name) bool {
	if !n.Bare() && !n.hyphenated() && !o.hyphenated() && len(n.Middle)+len(n.Particles) == len(o.Middle)+len(o.Particles) {
		return false // as many words: one is no part of the other
	}
	short, long := n.pieces(), o.pieces()
	if len(short) > len(long) || utf8.RuneCountInString(short[0]) == 1 {
		return false
	}
	if len(short) == 1 && len(long) > 1 && len(o.Particles) > 0 && !particlesAgree(n, o) {
		return false
	}
	if equalKeys(short, long[len(long)-len(short):]) {
		return true
	}
	return len(short) > 1 && utf8.RuneCountInString(short[1]) > 1 && equalKeys(short, long[:len(short)])
}

func (n Name) hyphenated() bool {
	return strings.Contains(n.Surname, "-") || strings.Contains(n.Given, "-")
}

// pieces are the words of the name with hyphenated ones taken apart.
func (n Name) pieces() []string {
	var out []string
	for _, w := range n.words() {
		out = append(out, strings.FieldsFunc(w, func(r rune) bool { return r == '-' })...)
	}
	if len(out) == 0 {
		return []string{n.Surname}
	}
	return out
}

func equalKeys(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool { return sameKey(x, y) })
}

// givenAgrees compares what stands before the surname.
func givenAgrees(a, b Name) bool {
	switch {
	case a.Given == "" || b.Given == "":
		return true
	case sameGiven(a.Given, b.Given):
		return middleAgrees(a.Middle, b.Middle)
	}
	return a.calledBy(b.Given) || b.calledBy(a.Given)
}

// calledBy reports whether a spelt-out given name is a middle name or the
// nickname of n.
func (n Name) calledBy(given string) bool {
	if utf8.RuneCountInString(given) == 1 {
		return false
	}
	called := func(w string) bool { return utf8.RuneCountInString(w) > 1 && sameGiven(w, given) }
	return n.Nick != "" && called(n.Nick) || slices.ContainsFunc(n.Middle, called)
}

// middleAgrees compares middle names as far as both have them.
func middleAgrees(a, b []string) bool {
	for i := range min(len(a), len(b)) {
		if !sameGiven(a[i], b[i]) {
			return false
		}
	}
	return true
}

// sameGiven compares two given names: by key, by initial, by short form, and
// with their hyphens left out (Jean-Claude, Jean).
func sameGiven(a, b string) bool {
	if sameKey(a, b) || shortForms.share(a, b) {
		return true
	}
	if utf8.RuneCountInString(a) == 1 || utf8.RuneCountInString(b) == 1 {
		return initial(a) == initial(b)
	}
	first, _, hyphen := strings.Cut(a, "-")
	other, _, hyphen2 := strings.Cut(b, "-")
	return hyphen != hyphen2 && sameKey(first, other)
}

func initial(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
