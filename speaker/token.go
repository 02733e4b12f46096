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

const (
	word     tokenKind = iota
	mark               // punctuation
	quoted             // a whole quoted run, folded to one token
	sentence           // the end of a sentence
	para               // the end of a paragraph
)

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
	src    string
	toks   []token
	runs   []run
	inside [][]token // the words of each run, for the names in them
	paras  []int     // the number of each token's paragraph
}

// tokenize cuts a report into tokens, each quoted run folded into one. It runs
// in time linear in the length of the text.
func tokenize(d quote.Document, lex *lexicon.Lexicon) *text {
	t := &text{src: d.Report.Text}
	for i, q := range d.Quotes {
		for k, s := range q.Spans {
			t.runs = append(t.runs, run{Span: s, quote: i, part: k})
		}
	}
	z := tokenizer{text: t, lex: lex}
	next := 0
	for _, p := range quote.Paragraphs(t.src) {
		at, first := p.Start, len(z.out)
		for ; next < len(t.runs) && t.runs[next].Start < p.End; next++ {
			r := t.runs[next]
			z.words(at, r.Start)
			if from, to := label(t.src, r.Span); to > from {
				z.words(from, to)
			}
			z.emit(token{Span: r.Span, kind: quoted, run: next})
			at = r.End
		}
		z.words(at, p.End)
		markHeadline(z.out[first:])
		markDateline(z.out[first:])
		z.boundary(para, p.End)
	}
	t.toks = z.out
	t.paras = paragraphNumbers(t.toks)
	t.inside = make([][]token, len(t.runs))
	for i, r := range t.runs {
		z.out = nil
		z.words(r.Start, r.End)
		t.inside[i] = z.out
	}
	return t
}

// markHeadline notes a paragraph in which nearly every word has a capital: there
// a capital says nothing.
func markHeadline(toks []token) {
	words, caps := 0, 0
	for i := range toks {
		t := &toks[i]
		if t.kind == quoted || t.text == ":" {
			return
		}
		if t.kind != word || t.is(lexicon.Function) || isDigit(t.fold[0]) || t.fold == "'s" {
			continue
		}
		words++
		if t.cap {
			caps++
		}
	}
	if words < 4 || caps*10 < words*8 {
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
	if colon < 2 || from+colon+1 >= s.End || src[from+colon+1] != ' ' {
		return 0, 0
	}
	name := src[from : from+colon]
	if strings.ToUpper(name) != name || strings.ContainsAny(name, "\n0123456789\"“”") || strings.Count(name, " ") > 3 {
		return 0, 0
	}
	return from, from + colon + 1
}

// tokenizer makes tokens of stretches of text.
type tokenizer struct {
	*text
	lex  *lexicon.Lexicon
	out  []token
	sent int
}

func (z *tokenizer) emit(t token) {
	t.text = z.src[t.Start:t.End]
	t.sent = z.sent
	if t.kind != sentence && t.kind != para {
		z.endSentence(t)
		t.sent = z.sent
		t.first = len(z.out) == 0 || z.out[len(z.out)-1].kind >= sentence
	}
	z.out = append(z.out, t)
}

func (z *tokenizer) boundary(k tokenKind, at int) {
	z.out = append(z.out, token{Span: quote.Span{Start: at, End: at}, kind: k, sent: z.sent})
	z.sent++
}

// endSentence puts a boundary before next where the sentence ended.
func (z *tokenizer) endSentence(next token) {
	if len(z.out) == 0 {
		return
	}
	last := &z.out[len(z.out)-1]
	begins := next.kind == quoted || next.kind == word && (startsUpper(z.src[next.Start:next.End]) || isDigit(z.src[next.Start]))
	switch {
	case last.kind == mark && contains([]string{".", "!", "?", "…", "•", "*"}, last.text):
		if next.kind == mark || !begins && last.text != "." {
			return
		}
	case last.kind == quoted:
		if next.kind != word && next.kind != quoted || !begins || !z.endsSentence(last.Span) {
			return
		}
	case last.kind == word && last.dot:
		if !begins || next.kind == word && !z.sentenceAfterAbbreviation(last, next) {
			return
		}
		if next.kind == quoted && !last.is(lexicon.TimeWord|lexicon.Place) && !contains([]string{"jr", "sr", "inc", "co", "corp", "ltd", "etc", "a.m", "p.m"}, last.fold) {
			return
		}
	default:
		return
	}
	z.boundary(sentence, last.End)
}

// sentenceAfterAbbreviation guesses whether an abbreviation's full stop also
// ends the sentence: it does before a word that only a beginning gives a capital.
func (z *tokenizer) sentenceAfterAbbreviation(last *token, next token) bool {
	if last.is(lexicon.Title) && !contains([]string{"jr", "sr"}, last.fold) || utf8.RuneCountInString(last.text) == 2 {
		return false
	}
	return z.lex.Word(lexicon.Fold(z.src[next.Start:next.End])).Is(lexicon.Function)
}

// endsSentence reports whether the quoted run ends with a full stop or the like.
func (z *tokenizer) endsSentence(s quote.Span) bool {
	c := lastRune(z.src[s.Start:s.End])
	return c == '.' || c == '?' || c == '!' || c == '…'
}

// closers are what may stand after the last word of a quote.
const closers = "\"'”’“‘»›«‹`」』)] \u00a0\t\r\n"

// lastRune is the last rune of a quoted run before its closing marks.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return r
}

// words emits the tokens between two offsets.
func (z *tokenizer) words(from, to int) {
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(z.src[i:to])
		switch {
		case unicode.IsSpace(r) || isInvisible(r):
			i += n
		case isWordRune(r) || (r == '$' || r == '£' || r == '€' || r == '#' || r == '@') && i+n < to && isWordRune(runeAt(z.src[i+n:to])):
			end := z.wordEnd(i, to)
			i = z.word(i, end)
		case (r == '\'' || r == '’') && z.possessive(i, n, to):
			i = z.apostrophe(i, n, to)
		default:
			if r == '-' && i+1 < to && z.src[i+1] == '-' {
				n = 2
				for i+n < to && z.src[i+n] == '-' {
					n++
				}
			}
			z.emit(token{Span: quote.Span{Start: i, End: i + n}, kind: mark, fold: foldMark(r)})
			i += n
		}
	}
}

// possessive reports whether the apostrophe at i follows a word at once.
func (z *tokenizer) possessive(i, n, to int) bool {
	if len(z.out) == 0 || z.out[len(z.out)-1].End != i {
		return false
	}
	last := z.out[len(z.out)-1]
	return last.kind == word && (i+n < to && z.src[i+n] == 's' || strings.HasSuffix(last.fold, "s"))
}

// apostrophe emits a possessive ending.
func (z *tokenizer) apostrophe(i, n, to int) int {
	end := i + n
	if end < to && z.src[end] == 's' {
		end++
	}
	z.emit(token{Span: quote.Span{Start: i, End: end}, kind: word, fold: "'s"})
	return end
}

// wordEnd finds the end of the word at i: letters, digits, and the marks that
// stand inside a word.
func (z *tokenizer) wordEnd(i, to int) int {
	for i < to {
		r, n := utf8.DecodeRuneInString(z.src[i:to])
		if isWordRune(r) || isInvisible(r) || isMojibake(z.src, i, r) || r == '@' || r == '#' || r == '$' || r == '£' || r == '€' {
			i += n
			continue
		}
		next := runeAt(z.src[min(i+n, to):to])
		switch {
		case (r == '\'' || r == '’') && isWordRune(next) && !possessiveAt(z.src[i+n:to]):
		case r == '-' && isWordRune(next), r == '‑', r == '.' && isWordRune(next) && z.inAbbreviation(i), r == ',' && isDigitRune(next) && isDigit(z.src[i-1]),
			r == '.' && isDigitRune(next), r == '&' && isWordRune(next):
		case r == '%':
		default:
			return i
		}
		i += n
	}
	return i
}

// inAbbreviation reports whether the full stop at i stands in U.S. or j.k. or a
// web address, not between two sentences run together.
func (z *tokenizer) inAbbreviation(i int) bool {
	next := runeAt(z.src[i+1:])
	prev, n := utf8.DecodeLastRuneInString(z.src[:i])
	if unicode.IsLower(next) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(z.src[:i-n])
	return unicode.IsUpper(prev) && !isWordRune(before)
}

// possessiveAt reports whether s begins with the s of a possessive.
func possessiveAt(s string) bool {
	return len(s) > 0 && s[0] == 's' && (len(s) == 1 || !isWordRune(runeAt(s[1:])))
}

// word emits a word, with its full stop when it is an abbreviation, and returns
// where it ends.
func (z *tokenizer) word(i, end int) int {
	t := token{Span: quote.Span{Start: i, End: end}, kind: word}
	raw := z.src[i:end]
	t.fold = lexicon.Fold(strings.Map(dropInvisible, raw))
	if t.fold == "" {
		t.fold = raw // nothing but marks
	}
	t.lex = z.lex.Word(t.fold)
	if at := strings.LastIndexByte(t.fold, '-'); at > 0 && t.lex.Class == 0 {
		if e := z.lex.Word(t.fold[at+1:]); e.Is(personHead) {
			t.lex = e // "ex-minister"
		}
	}
	t.cap = startsUpper(raw)
	t.caps = t.cap && len(raw) > 1 && strings.ToUpper(raw) == raw
	if end < len(z.src) && z.src[end] == '.' {
		last := t.fold[strings.LastIndexByte(t.fold, '-')+1:] // "R-Fla."
		if e := z.lex.Word(last + "."); isAbbreviation(t.fold, raw) || e.Class != 0 {
			t.dot = true
			t.End++
			if e.Class != 0 {
				t.lex = e
			}
		}
	}
	z.emit(t)
	return t.End
}

// abbreviations are words whose full stop is their own. Those of titles,
// months and places stand in the lexicon.
var abbreviations = map[string]bool{
	"jr": true, "sr": true, "st": true, "inc": true, "co": true, "corp": true, "ltd": true, "vs": true,
	"mt": true, "ft": true, "no": false, "dept": true, "ave": true, "blvd": true, "assn": true, "bros": true,
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "rev": true, "hon": true, "messrs": true,
	"gen": true, "col": true, "maj": true, "capt": true, "cpl": true, "sgt": true, "lt": true, "cmdr": true, "adm": true, "pvt": true,
	"sen": true, "rep": true, "gov": true, "sens": true, "reps": true, "govs": true, "pres": true, "supt": true, "atty": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "aug": true, "sept": true, "sep": true, "oct": true, "nov": true, "dec": true,
}

// isAbbreviation reports whether a full stop after the word belongs to it: a
// known abbreviation, an initial, or letters with full stops between them.
func isAbbreviation(fold, raw string) bool {
	if abbreviations[fold] {
		return true
	}
	if utf8.RuneCountInString(raw) == 1 {
		return startsUpper(raw) && raw != "I"
	}
	return strings.Contains(raw, ".") && len(raw) <= 7 && !strings.ContainsAny(raw, "0123456789")
}

func foldMark(r rune) string {
	switch r {
	case '—', '–', '―', '‒', '-': // a hyphen within a word is part of the word
		return "—"
	}
	return string(r)
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// isMojibake reports whether the rune at i is the rest of a letter whose bytes
// were read in the wrong character set: the § of "FranÃ§ois".
func isMojibake(src string, i int, r rune) bool {
	if r < 0x80 || r > 0xbf {
		return false
	}
	prev, _ := utf8.DecodeLastRuneInString(src[:i])
	return prev >= 0xc0 && prev <= 0xc5
}

// isInvisible reports whether a rune shows nothing: zero-width marks.
func isInvisible(r rune) bool {
	return r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u2060' || r == '\u00ad'
}

func dropInvisible(r rune) rune {
	if isInvisible(r) {
		return -1
	}
	return r
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isDigitRune(r rune) bool { return r >= '0' && r <= '9' }

func runeAt(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func startsUpper(s string) bool { return unicode.IsUpper(runeAt(s)) }

// paragraphNumbers counts the paragraphs up to each token.
func paragraphNumbers(toks []token) []int {
	out := make([]int, len(toks))
	n := 0
	for i := range toks {
		out[i] = n
		if toks[i].kind == para {
			n++
		}
	}
	return out
}
