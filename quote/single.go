package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A role is what a single mark may be, by what stands around it.
type role uint8

const (
	apostrophe role = iota
	opener          // opens a quote, or is an elision nobody has listed
	closer          // closes a quote
	doubtful        // closes a quote or is a plural possessive: the kids'
)

// role tells what the single mark m may be.
func (f *finder) role(m mark) role {
	b, a := before(f.text, f.par, m.Start), after(f.text, f.par, m.End)
	switch {
	case isWord(b) && isWord(a):
		return apostrophe
	case m.drawn != closing && !isWord(b) && !isSpace(a) && !endsPhrase(b) && m.fits != closing:
		if f.elides(m) {
			return apostrophe
		}
		return opener
	case isSpace(b) || isWord(a) || opensBracket(b) || f.afterLoneN(m):
		return apostrophe
	case m.form == '`' || m.form == '‚' || m.form == '‛':
		return apostrophe
	case f.doubtsClosing(m, b, a):
		return doubtful
	}
	return closer
}

// doubtsClosing says whether the mark after a word may belong to the word.
func (f *finder) doubtsClosing(m mark, b, a rune) bool {
	if !isSpace(a) && !isDash(a) || m.End >= f.par.End || !isWord(b) {
		return false
	}
	switch unicode.ToLower(b) {
	case 's', 'x', 'z', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return true
	}
	word := f.wordBefore(m.Start)
	return len(word) <= 2 || strings.HasSuffix(word, "in")
}

// elides says whether m stands for what is left out at the front of a word: of
// a year ('90s), of 'em, 'til and their like, of and in rock 'n' roll.
func (f *finder) elides(m mark) bool {
	word := f.wordAfter(m.End)
	if len(word) >= 2 && unicode.IsDigit(rune(word[0])) && unicode.IsDigit(rune(word[1])) {
		return word[2:] == "" && !f.startsClause(m.Start) || word[2:] == "s"
	}
	end := m.End + len(word)
	compound := end+1 < f.par.End && f.text[end] == '-' && isWord(rune(f.text[end+1])) // 'round-the-clock care'
	return elisions[strings.ToLower(word)] && !compound
}

// elisions are words that begin with an apostrophe.
var elisions = setOf(`em til till tis twas twere twill twould n cause cos coz cuz bout
	round neath nuff fraid cept course fore gainst kay tude ere im er ave ard ell sup`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// afterLoneN says whether m is the second apostrophe of rock 'n' roll.
func (f *finder) afterLoneN(m mark) bool {
	t := f.text[f.par.Start:m.Start]
	t, ok := strings.CutSuffix(t, "n")
	if !ok {
		t, ok = strings.CutSuffix(t, "N")
	}
	fam, _ := familyOf(before(t, Span{0, len(t)}, len(t)))
	return ok && fam == single
}

const longWord = 32 // bytes of a word that are looked at

// wordAfter returns the letters and digits that follow an offset.
func (f *finder) wordAfter(at int) string {
	t := f.text[at:min(at+longWord, f.par.End)]
	if i := strings.IndexFunc(t, func(r rune) bool { return !isWord(r) }); i >= 0 {
		return t[:i]
	}
	return t
}

// wordBefore returns the letters and digits that end at an offset.
func (f *finder) wordBefore(at int) string {
	t := f.text[max(at-longWord, f.par.Start):at]
	if i := strings.LastIndexFunc(t, func(r rune) bool { return !isWord(r) }); i >= 0 {
		_, size := utf8.DecodeRuneInString(t[i:])
		return t[i+size:]
	}
	return t
}

// startsClause says whether nothing, or the end of a clause, stands before an offset.
func (f *finder) startsClause(at int) bool {
	if trim(f.text, Span{max(f.par.Start, at-16), at}).Len() == 0 {
		return true
	}
	r := f.lastRune(at)
	return endsPhrase(r) || isDash(r)
}

// inSingle does what mark i asks for while a single mark is open, and returns
// the index of the next mark to look at.
func (f *finder) inSingle(i int) int {
	m := f.marks[i]
	if m.fam != single {
		if f.singleOuter && (f.weak < 0 || f.closesLater(i)) {
			f.leaned = true
			return i + 1 // an inner quote
		}
		f.giveUp(m.Start)
		return i // it opens a quote itself
	}
	switch f.role(m) {
	case opener:
		f.giveUp(m.Start)
		f.open, f.weak = i, -1
	case closer:
		f.closeSingle(i)
	case doubtful:
		if f.weak < 0 || f.doubt(m) < f.doubt(f.marks[f.weak]) {
			f.weak = i
		}
	}
	return i + 1
}

// closesLater says whether a mark after i closes the open single quote for
// certain, before the next quote between single marks opens.
func (f *finder) closesLater(i int) bool {
	const far = 24
	for _, m := range f.marks[i:min(i+far, len(f.marks))] {
		if m.fam != single {
			continue
		}
		switch f.role(m) {
		case closer:
			return true
		case opener:
			return false
		}
	}
	return false
}

// doubt says how little the doubtful mark m looks like the end of a quote: a
// possessive stands before the thing possessed, goin' is no end at all.
func (f *finder) doubt(m mark) int {
	switch {
	case strings.HasSuffix(f.wordBefore(m.Start), "in"):
		return 2
	case !linking[f.wordAfter(trim(f.text, Span{m.End, f.par.End}).Start)]:
		return 1
	}
	return 0
}

// linking are words that begin no name of a thing possessed.
var linking = setOf(`a after and are as at be because been before but by can could did
	do does for from had has have he her his if in into is it its no not of on or over
	said says she since so than that the their they this to under was were what when
	where which while who will with would you your`)

// Where double marks are the outer ones, no quote between single marks is longer.
const (
	maxInDouble  = 300 // bytes, when the closing mark is plain
	maxIfDoubted = 80  // bytes, when it may be a possessive
)

// closeSingle ends the open single quote with mark i.
func (f *finder) closeSingle(i int) {
	o, m := f.marks[f.open], f.marks[i]
	most := maxInDouble
	if i == f.weak {
		most = maxIfDoubted
	}
	if f.singleOuter || m.End-o.Start <= most {
		f.leaned = f.leaned || m.End-o.Start > most
		f.add(Quote{Spans: []Span{{o.Start, m.End}}}, o)
	}
	f.open, f.weak = -1, -1
}

// giveUp settles the open single quote before an offset where something else
// begins: at a doubtful mark if there was one. Else it was never closed, or was
// no quote. It returns the index in found of a quote left open, or -1.
func (f *finder) giveUp(at int) int {
	if f.weak >= 0 {
		f.closeSingle(f.weak)
		return -1
	}
	o := f.marks[f.open]
	f.open = -1
	if !f.singleOuter || !f.startsClause(o.Start) {
		return -1
	}
	f.leaned = true
	end := trim(f.text, Span{o.Start, at}).End
	return f.add(Quote{Spans: []Span{{o.Start, end}}, Unclosed: true}, o)
}

// singleAtEnd settles the single quote that is open where the paragraph ends.
func (f *finder) singleAtEnd() carry {
	o := f.marks[f.open]
	if n := f.giveUp(f.par.End); n >= 0 {
		return carry{o, n}
	}
	return carry{}
}
