package quote

import (
	"slices"
	"unicode"
)

// A finder pairs the marks of one report. Every step looks a bounded way
// ahead, so that the whole is linear in the length of the text.
type finder struct {
	text        string
	paragraphs  []Span
	singleOuter bool // a double mark inside single ones is an inner one
	leaned      bool // it made a difference that singleOuter was set

	par    Span    // the paragraph at hand
	rest   []Span  // those after it
	marks  []mark  // its marks
	found  []Quote // so far
	open   int     // index in marks of the mark that is open, -1 when none is
	weak   int     // index of the likeliest mark so far to close a single one, of the doubtful, -1 when none
	from   int     // where a quote that no mark opens may begin: after the last one
	before carry   // how the paragraph before ended

	singles, doubles int // bytes found between single marks, and between others
}

// A carry is what one paragraph hands to the next.
type carry struct {
	mark      // the one left open, of no family when all were closed
	quote int // index in found of the quote left open
}

// all returns the quotes of the whole report.
func (f *finder) all() []Quote {
	f.found, f.singles, f.doubles = nil, 0, 0
	f.before = carry{}
	for i, p := range f.paragraphs {
		f.par, f.from, f.rest = p, p.Start, f.paragraphs[i+1:]
		f.marks = appendMarks(f.marks[:0], f.text, p)
		f.paragraph()
	}
	return f.found
}

// paragraph finds the quotes of the paragraph at hand. Whatever is wrong in it
// ends with it.
func (f *finder) paragraph() {
	f.open, f.weak = -1, -1
	for i := 0; i < len(f.marks); {
		i = f.step(i)
	}
	f.before = f.atEnd()
}

// step does what mark i asks for and returns the index of the next to look at.
func (f *finder) step(i int) int {
	m := f.marks[i]
	switch {
	case f.isMeasure(i):
	case f.open >= 0 && f.marks[f.open].fam == single:
		return f.inSingle(i)
	case f.open >= 0:
		return f.inDouble(i)
	case m.fam == single:
		switch f.role(m) {
		case opener:
			f.open, f.weak = i, -1
		case closer:
			f.unopened(i)
		}
	case m.closes(), m.drawn == opening && m.fits == closing:
		f.unopened(i)
	default:
		f.open = i
	}
	return i + 1
}

// inDouble does what mark i asks for while a mark of any family but the single
// one is open: it closes the quote, opens the next, or belongs inside it.
func (f *finder) inDouble(i int) int {
	o, m := f.marks[f.open], f.marks[i]
	switch {
	case m.fam != o.fam:
	case o.form == '„' && m.form == '“' && (m.fits != opening || !f.comes('”', i)),
		m.drawn != opening && !m.opens(),
		m.drawn == opening && m.fits == closing:
		f.close(i)
	case m.drawn == either && f.wrongSide(i):
		f.close(i)
	case f.inner(i) > 0:
		return i + f.inner(i)
	case m.drawn == either && f.tagTouches(m):
		f.close(i) // `relations, "said Maas`: the space is on the wrong side
	default:
		f.reopen(i)
	}
	return i + 1
}

// comes says whether a mark of that form follows mark i in the paragraph.
func (f *finder) comes(form rune, i int) bool {
	const far = 64
	return slices.ContainsFunc(f.marks[i+1:min(len(f.marks), i+far)], func(m mark) bool { return m.form == form })
}

// wrongSide says whether straight mark i closes the open quote though the space
// stands before it: `"every day, "and then " of late ".` A phrase ends there, the
// sentence goes on, and the marks left make pairs.
func (f *finder) wrongSide(i int) bool {
	const most = 64
	m := f.marks[i]
	if len(f.marks)-i > most || !endsPhrase(f.lastRune(m.Start)) || endsSentence(f.lastRune(m.Start)) || !unicode.IsLower(after(f.text, f.par, m.End)) {
		return false
	}
	left := 0
	for _, k := range f.marks[i+1:] {
		if k.fam == m.fam {
			left++
		}
	}
	return left%2 == 0
}

// inner returns how many marks from i on make quotes inside the open one, 0
// when mark i opens no such quote. There must be a mark to spare that closes
// the outer one, and straight marks after a whole sentence are rather a quote
// reopened without having been closed.
func (f *finder) inner(i int) int {
	const far = 16
	o, m := f.marks[f.open], f.marks[i]
	if m.form == o.form && m.drawn == either && endsSentence(f.lastRune(m.Start)) {
		return 0
	}
	if m.form != o.form && m.drawn == opening && f.inBlock(o) {
		if i+1 < len(f.marks) && f.marks[i+1].drawn == closing {
			return 2
		}
	}
	depth, n := 0, 0
	for ; i+n < len(f.marks) && n < far; n++ {
		switch k := f.marks[i+n]; {
		case k.fam != o.fam:
		case k.opens():
			if depth++; depth > 1 {
				return 0
			}
		case depth == 0:
			return n
		default:
			depth--
		}
	}
	return 0
}

// inBlock says whether o opens a paragraph in the midst of a long quote, which
// no mark need close: the paragraph before or after is opened alike.
func (f *finder) inBlock(o mark) bool {
	if o.Start != f.par.Start {
		return false
	}
	if f.before.form == o.form {
		return true
	}
	return len(f.rest) > 0 && after(f.text, f.rest[0], f.rest[0].Start) == o.form
}

// lastRune returns the last rune before an offset that is no space.
func (f *finder) lastRune(at int) rune {
	s := trim(f.text, Span{max(f.par.Start, at-16), at})
	return before(f.text, f.par, s.End)
}

// close ends the open quote with mark i.
func (f *finder) close(i int) {
	o := f.marks[f.open]
	f.add(Quote{Spans: []Span{{o.Start, f.marks[i].End}}}, o)
	f.open, f.weak = -1, -1
}

// reopen ends the open quote where mark i opens another.
func (f *finder) reopen(i int) {
	o := f.marks[f.open]
	end := trim(f.text, Span{o.Start, f.marks[i].Start}).End
	f.add(Quote{Spans: []Span{{o.Start, end}}, Unclosed: true}, o)
	f.open, f.weak = i, -1
}

// unopened finds the quote that mark i closes though none opens it, when what
// stands around the mark leaves no doubt. It begins with its sentence, or with
// the paragraph when the one before was left open.
func (f *finder) unopened(i int) {
	m := f.marks[i]
	if m.fam != double || !endsPhrase(f.lastRune(m.Start)) || !f.tagAt(m.End) {
		return
	}
	start := f.sentenceStart(m.Start)
	if f.before.fam == m.fam && f.from == f.par.Start {
		start = f.par.Start
	}
	f.add(Quote{Spans: []Span{{start, m.End}}, Unopened: true}, m)
}

// atEnd settles what is open where the paragraph ends.
func (f *finder) atEnd() carry {
	if f.open < 0 {
		return carry{}
	}
	o := f.marks[f.open]
	if o.fam == single {
		return f.singleAtEnd()
	}
	if n := f.add(Quote{Spans: []Span{{o.Start, f.par.End}}, Unclosed: true}, o); n >= 0 {
		return carry{o, n}
	}
	return carry{}
}

// add takes q in and returns its index in found, or -1 when there is nothing in
// it. o is the mark that opens it, or the one that closes it where none does.
func (f *finder) add(q Quote, o mark) int {
	s := q.Spans[0]
	if !f.says(s) {
		return -1
	}
	f.from = s.End
	if o.fam == single {
		f.singles += s.Len()
	} else {
		f.doubles += s.Len()
	}
	if s.Start == f.par.Start && f.continues(o) {
		last := &f.found[f.before.quote]
		last.Spans = append(last.Spans, s)
		last.Unclosed = q.Unclosed
		return f.before.quote
	}
	f.found = append(f.found, q)
	return len(f.found) - 1
}

// continues says whether the paragraph goes on with the quote that the one
// before left open: it has to be reopened alike, and by the same speaker.
func (f *finder) continues(o mark) bool {
	if o.fam != f.before.fam || o.Start == f.par.Start && o.form != f.before.form {
		return false
	}
	return o.Start != f.par.Start || !f.labelAt(o.End)
}

// says says whether there is more in s than marks and spaces.
func (f *finder) says(s Span) bool {
	for _, r := range f.text[s.Start:s.End] {
		if fam, _ := familyOf(r); fam == none && !isSpace(r) && !unicode.IsPunct(r) {
			return true
		}
	}
	return false
}
