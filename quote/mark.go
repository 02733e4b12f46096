package quote

import (
	"unicode"
	"unicode/utf8"
)

// A family is a set of marks that can close one another: papers mix “ with ".
type family uint8

const (
	none family = iota
	double
	single
	guillemet
	chevron
	corner
)

// A side is the end of a quote that a mark stands at.
type side uint8

const (
	either side = iota
	opening
	closing
)

// A mark is one quotation mark.
type mark struct {
	Span
	form  rune // what it is drawn with
	fam   family
	drawn side // as its form says: “ opens, ” closes, " does either
	fits  side // as its neighbours say: it opens after a space and closes before one
}

// opens says whether m can only open, as far as can be told from itself.
func (m mark) opens() bool {
	return m.drawn == opening && m.fits != closing || m.drawn == either && m.fits == opening
}

// closes says whether m can only close, as far as can be told from itself.
func (m mark) closes() bool {
	return m.drawn == closing && m.fits != opening || m.drawn == either && m.fits == closing
}

// familyOf returns the family of r, none when it is no quotation mark, and the
// side it is drawn for. German closes „ with “: the pairing sees to that.
func familyOf(r rune) (family, side) {
	switch r {
	case '"', '″':
		return double, either
	case '“', '„', '‟':
		return double, opening
	case '”':
		return double, closing
	case '\'':
		return single, either
	case '‘', '‚', '‛', '`':
		return single, opening
	case '’':
		return single, closing
	case '«':
		return guillemet, opening
	case '»':
		return guillemet, closing
	case '‹':
		return chevron, opening
	case '›':
		return chevron, closing
	case '「', '『':
		return corner, opening
	case '」', '』':
		return corner, closing
	}
	return none, either
}

// appendMarks appends the marks of paragraph p to marks.
func appendMarks(marks []mark, text string, p Span) []mark {
	for at := p.Start; at < p.End; {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:p.End])
		}
		fam, drawn := familyOf(r)
		if fam == none {
			at += size
			continue
		}
		end := at + size
		for end < p.End && text[end] == text[at] && hasPrefixRune(text[end:p.End], r) {
			end += size
		}
		marks = appendRun(marks, text, p, mark{Span: Span{at, end}, form: r, fam: fam, drawn: drawn}, size)
		at = end
	}
	return marks
}

func hasPrefixRune(s string, r rune) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return first == r
}

// appendRun appends the marks that a run of one form amounts to, each of whose
// runes takes size bytes.
func appendRun(marks []mark, text string, p Span, run mark, size int) []mark {
	n := run.Len() / size
	first, each := 1, 1
	switch b, a := before(text, p, run.Start), after(text, p, run.End); {
	case n == 1:
	case run.fam == single:
		// Two single marks are a double one; of three, one is an inner mark.
		each = 2
		if n%2 == 0 || isSpace(b) {
			first = 2
		}
	case run.fam == double && n == 2 && isWord(a) && !isSpace(b) && !opensBracket(b):
		// One quote closes and the next opens without a space.
	case run.fam == double && !isWord(a) && (isSpace(b) || opensBracket(b)):
		return marks // nothing stands between them
	case run.fam == double:
		first = n // some program doubled the mark
	}
	for step := first; run.Len() > 0; step = each {
		m := run
		m.End = min(run.Start+step*size, run.End)
		if m.fam == single && m.Len() > size {
			m.fam = double
		}
		m.fits = fits(text, p, m.Span)
		marks = append(marks, m)
		run.Start = m.End
	}
	return marks
}

// fits tells a mark's side by its neighbours.
func fits(text string, p, m Span) side {
	b, a := before(text, p, m.Start), after(text, p, m.End)
	spaceBefore, spaceAfter := isSpace(b) || opensBracket(b), isSpace(a)
	switch {
	case m.Start == p.Start:
		return opening
	case m.End == p.End:
		return closing
	case spaceBefore && spaceAfter:
		return either
	case spaceBefore:
		if endsPhrase(a) && a != '.' && a != '…' && isSpace(second(text, p, m.End)) {
			return closing // `We won ", he said`, but not `". . . and we won"`
		}
		return opening
	case spaceAfter:
		if b == ':' {
			return either // `said:" We won`
		}
		return closing
	case isDash(b) && isWord(a):
		return opening
	case endsPhrase(b) && opensBracket(a):
		return closing // `They lost.”[Reuters]`
	case endsPhrase(a) || isDash(a) || closesBracket(a):
		return closing
	}
	return either
}

// before and after return the rune next to an offset, a space at the ends of p.
func before(text string, p Span, at int) rune {
	if at <= p.Start {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(text[p.Start:at])
	return r
}

func after(text string, p Span, at int) rune {
	if at >= p.End {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(text[at:p.End])
	return r
}

// second returns the second rune from an offset.
func second(text string, p Span, at int) rune {
	_, size := utf8.DecodeRuneInString(text[at:p.End])
	return after(text, p, at+size)
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '―' }

func opensBracket(r rune) bool { return r == '(' || r == '[' || r == '{' || r == '<' }

func closesBracket(r rune) bool { return r == ')' || r == ']' || r == '}' || r == '>' }

func endsPhrase(r rune) bool {
	return r == ',' || r == ';' || r == ':' || endsSentence(r)
}

func endsSentence(r rune) bool { return r == '.' || r == '?' || r == '!' || r == '…' }
