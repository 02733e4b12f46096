package speaker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/quote"
	"quotes/speaker/lexicon"
)

// tokenKind says what a token is.
type tokenKind uint8

// token is a word, a mark, a folded quote or a boundary of a report's text.
type token struct {
	quote.Span
	kind     tokenKind
	text     string // as printed
	fold     string // as the lexicon has it, without a final full stop
	lex      lexicon.Entry
	run      int  // of a quote: its index in text.runs
	sent     int  // the number of its sentence
	cap      bool // begins with a capital
	caps     bool // all capitals, two letters or more
	first    bool // first word of its sentence
	headline bool // stands in a line of capitals
	dot      bool // ends with a full stop that belongs to the word
	phrase   bool // a phrase of the lexicon begins with it
}

func (t *token) is(c lexicon.Class) bool    { return t.lex.Class&c != 0 }
func (t *token) has(f lexicon.Form) bool    { return t.lex.Form&f != 0 }
func (t *token) anyOf(words ...string) bool { return contains(words, t.fold) }

func contains(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// run is one quoted span of the report.
type run struct {
	quote.Span
	quote, part int // the index of its quote, and of the span in it
}

// text is a report cut into tokens.
type text struct {
	src          string
	toks         []token
	runs         []run
	inside       [][]token // the words of each run, for the names in them
	insideMemory []token   // what inside is made of
	paras        []int     // the number of each token's paragraph
}

// bytesAToken is a little less than the length of a word with its space.
const bytesAToken = 4

// tokenize cuts a report into tokens, each quoted run folded into one. It runs
// in time linear in the length of the text.
func tokenize(d quote.Document, lex *lexicon.Lexicon) *text {
	t := &text{src: d.Report.Text}
	for i, q := range d.Quotes {
		for k, s := range q.Spans {
			t.runs = append(t.runs, run{Span: s, quote: i, part: k})
		}
	}
	z := tokenizer{text: t, lex: lex, out: tokenPool.take(len(t.src)/bytesAToken + 16)}
	next := 0
	for _, p := range quote.Paragraphs(t.src) {
		at, first := p.Start, len(z.out)
		for ; next < len(t.runs) && t.runs[next].Start < p.End; next++ {
			r := t.runs[next]
			z.words(at, r.Start)
			if from, to := label(t.src, r.Span); to > from {
				z.words(from, to)
			}
			z.emit(&token{Span: r.Span, kind: quoted, run: next})
			at = r.End
		}
		z.words(at, p.End)
		markHeadline(z.out[first:])
		markDateline(z.out[first:])
		z.boundary(para, p.End)
	}
	t.toks = z.out
	markPhrases(t.toks, lex)
	t.paras = paragraphNumbers(t.toks)
	t.inside = z.insides()
	return t
}

// insides tokenizes the quoted runs, into one piece of memory.
func (z *tokenizer) insides() [][]token {
	size := 0
	for _, r := range z.runs {
		size += r.Len()
	}
	ends := make([]int, len(z.runs))
	z.out = tokenPool.take(size/bytesAToken + 2*len(z.runs))
	for i, r := range z.runs {
		z.fresh = len(z.out)
		quoted := z.src[r.Start:r.End]
		z.words(r.Start, r.Start+len(strings.TrimRight(quoted, closers))) // a closing ’ would seem a possessive's
		ends[i] = len(z.out)
	}
	out := make([][]token, len(z.runs))
	from := 0
	for i, end := range ends {
		out[i] = z.out[from:end:end]
		markPhrases(out[i], z.lex)
		from = end
	}
	z.insideMemory = z.out
	return out
}

// release gives memory back; the text is of no use after that.
func (t *text) release() {
	tokenPool.give(t.toks)
	tokenPool.give(t.insideMemory)
	numberPool.give(t.paras)
}

// markHeadline notes a paragraph in which every word of weight has a capital:
// there a capital says nothing.
func markHeadline(toks []token) {
	words, caps, fewest := 0, 0, 4
	for i := range toks {
		t := &toks[i]
		if t.kind == quoted || t.text == ":" {
			fewest = 5 // fewer may be whose words these are
		}
		if t.fold == "—" {
			toks = toks[:i] // as may be what follows a dash
			break
		}
		if t.kind != word || t.is(lexicon.Function) || isDigit(t.fold[0]) || t.fold == "'s" {
			continue
		}
		words++
		if t.cap {
			caps++
		}
	}
	if words < fewest || caps < words {
		return
	}
	for i := range toks {
		toks[i].headline = true
	}
}

// markDateline ends a sentence after the place that opens an agency's report:
// "ANKARA, March 3 (Reuters) — The city".
func markDateline(toks []token) {
	const longest = 12
	if len(toks) == 0 || !toks[0].caps || len(toks[0].text) < 3 {
		return
	}
	for i := 1; i < len(toks)-1 && i < longest; i++ {
		t := &toks[i]
		switch {
		case t.text == ":" || t.kind == quoted || t.kind == word && !t.cap && !isDigit(t.fold[0]):
			return
		case t.fold == "—":
			for k := range i {
				toks[k].headline = true
			}
			t.kind = sentence
			toks[i+1].first = true
			return
		}
	}
}

// label finds the speaker's name that opens a quoted line of a transcript, with
// its colon: "WALLACE: Let's start". It is read as if it stood before the quote.
func label(src string, s quote.Span) (from, to int) {
	const longest = 40
	from = s.Start
	for from < s.End {
		r, n := utf8.DecodeRuneInString(src[from:s.End])
		if unicode.IsLetter(r) {
			break
		}
		from += n
	}
	colon := strings.IndexByte(src[from:min(from+longest, s.End)], ':')
	if colon < 2 || from+colon+1 >= s.End {
		return 0, 0
	}
	if r := runeAt(src[from+colon+1:]); !unicode.IsSpace(r) && !isInvisible(r) {
		return 0, 0
	}
	name := src[from : from+colon]
	if strings.ToUpper(name) != name || strings.ContainsAny(name, "\n0123456789\"“”") || len(strings.Fields(name)) > 4 {
		return 0, 0
	}
	return from, from + colon + 1
}

// paragraphNumbers counts the paragraphs up to each token.
func paragraphNumbers(toks []token) []int {
	out := numberPool.take(len(toks))
	n := 0
	for i := range toks {
		out = append(out, n)
		if toks[i].kind == para {
			n++
		}
	}
	return out
}
