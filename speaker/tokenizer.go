package speaker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/quote"
	"quotes/speaker/lexicon"
)

const (
	word     tokenKind = iota
	mark               // punctuation
	quoted             // a whole quoted run, folded to one token
	sentence           // the end of a sentence
	para               // the end of a paragraph
)

// tokenizer makes tokens of stretches of text.
type tokenizer struct {
	*text
	lex   *lexicon.Lexicon
	out   []token
	sent  int
	fresh int // where the stretch at work begins in out
}

func (z *tokenizer) emit(t *token) {
	t.text = z.src[t.Start:t.End]
	t.sent = z.sent
	if t.kind != sentence && t.kind != para {
		z.endSentence(t)
		t.sent = z.sent
		t.first = len(z.out) == z.fresh || z.out[len(z.out)-1].kind >= sentence
	}
	z.out = append(z.out, *t)
}

func (z *tokenizer) boundary(k tokenKind, at int) {
	z.out = append(z.out, token{Span: quote.Span{Start: at, End: at}, kind: k, sent: z.sent})
	z.sent++
}

// endSentence puts a boundary before next where the sentence ended.
func (z *tokenizer) endSentence(next *token) {
	if len(z.out) == z.fresh {
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
		if next.kind == quoted && (!startsUpper(strings.TrimLeft(z.src[next.Start:next.End], openers)) || !last.is(lexicon.TimeWord|lexicon.Place) && !contains([]string{"jr", "sr", "inc", "co", "corp", "ltd", "etc", "a.m", "p.m"}, last.fold)) {
			return
		}
	default:
		return
	}
	z.boundary(sentence, last.End)
}

// sentenceAfterAbbreviation guesses whether an abbreviation's full stop also
// ends the sentence: it does before a word that only a beginning gives a capital.
func (z *tokenizer) sentenceAfterAbbreviation(last, next *token) bool {
	if last.is(lexicon.Title) && !contains([]string{"jr", "sr"}, last.fold) || utf8.RuneCountInString(last.text) == 2 {
		return false
	}
	return z.lex.Word(lexicon.Fold(visible(z.src[next.Start:next.End]))).Is(lexicon.Function)
}

// endsSentence reports whether the quoted run ends with a full stop or the like.
func (z *tokenizer) endsSentence(s quote.Span) bool {
	c := lastRune(z.src[s.Start:s.End])
	return c == '.' || c == '?' || c == '!' || c == '…'
}

// closers are what may stand after the last word of a quote.
const closers = "\"'”’“‘»›«‹`」』)] \u00a0\t\r\n"

// openers are what may stand before the first word of a quote.
const openers = "\"'“”‘’„‟«»‹›`「『([ \u00a0\t\r\n"

// lastRune is the last rune of a quoted run before its closing marks.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return r
}

// words emits the tokens between two offsets.
func (z *tokenizer) words(from, to int) {
	for i := from; i < to; {
		if z.src[i] == ' ' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(z.src[i:to])
		switch {
		case unicode.IsSpace(r) || isInvisible(r) || z.emphasis(i, from, to):
			i += n
		case isWordRune(r) || (r == '$' || r == '£' || r == '€' || r == '#' || r == '@') && i+n < to && isWordRune(runeAt(z.src[i+n:to])):
			end := z.wordEnd(i, to)
			if end == i+1 && end+2 < to && z.src[end] == '/' && !isWordRune(runeAt(z.src[end+2:])) && inList(particle, z.src[i:end+2]) {
				end += 2 // "Priya d/o Raman"
			}
			i = z.word(i, end)
		case (r == '\'' || r == '’') && z.possessive(i, n, to):
			i = z.apostrophe(i, n, to)
		case (r == '\'' || r == '’') && len(z.out) > z.fresh && z.out[len(z.out)-1].End == i && contraction(z.src[i+n:to]) > 0:
			i = z.shortVerb(i, n, to)
		default:
			if r == '-' && i+1 < to && z.src[i+1] == '-' {
				n = 2
				for i+n < to && z.src[i+n] == '-' {
					n++
				}
			}
			z.emit(&token{Span: quote.Span{Start: i, End: i + n}, kind: mark, fold: foldMark(r)})
			i += n
		}
	}
}

// emphasis reports whether the byte at i is of asterisks at a word's side, which stand
// for italics: "told *The Courier* that".
func (z *tokenizer) emphasis(i, from, to int) bool {
	const longest = 3 // bold and italic
	if z.src[i] != '*' {
		return false
	}
	start, end := i, i+1
	for start > from && z.src[start-1] == '*' && i-start < longest {
		start--
	}
	for end < to && z.src[end] == '*' && end-i < longest {
		end++
	}
	before, _ := utf8.DecodeLastRuneInString(z.src[from:start])
	return isWordRune(before) || isWordRune(runeAt(z.src[end:to]))
}

// possessive reports whether the apostrophe at i follows a word at once.
func (z *tokenizer) possessive(i, n, to int) bool {
	if len(z.out) == z.fresh {
		return false
	}
	last := &z.out[len(z.out)-1]
	return strings.Trim(z.src[last.End:i], "*") == "" && last.kind == word && (i+n < to && z.src[i+n] == 's' || strings.HasSuffix(last.fold, "s"))
}

// apostrophe emits a possessive ending.
func (z *tokenizer) apostrophe(i, n, to int) int {
	end := i + n
	if end < to && z.src[end] == 's' {
		end++
	}
	z.emit(&token{Span: quote.Span{Start: i, End: end}, kind: word, fold: "'s"})
	return end
}

// shortVerb emits the short form of an auxiliary after a pronoun or a name: the "'ll" of
// "he'll".
func (z *tokenizer) shortVerb(i, n, to int) int {
	end := i + n + contraction(z.src[i+n:to])
	t := token{Span: quote.Span{Start: i, End: end}, kind: word, fold: "'" + z.src[i+n:end]}
	t.lex = z.lex.Word(t.fold)
	z.emit(&t)
	return end
}

// wordEnd finds the end of the word at i: letters, digits, and the marks that
// stand inside a word.
func (z *tokenizer) wordEnd(i, to int) int {
	for i < to {
		if isLetter(z.src[i]) {
			i++
			continue
		}
		if z.endsWord(i, to) {
			return i
		}
		r, n := utf8.DecodeRuneInString(z.src[i:to])
		if isWordRune(r) || isInvisible(r) || isMojibake(z.src, i, r) || r == '@' || r == '#' || r == '$' || r == '£' || r == '€' {
			i += n
			continue
		}
		next := runeAt(z.src[min(i+n, to):to])
		switch {
		case (r == '\'' || r == '’') && isWordRune(next) && !possessiveAt(z.src[i+n:to]) && !z.contracts(i, n, to):
		case (r == '-' || r == '_') && isWordRune(next), r == '‑', r == '.' && isWordRune(next) && z.inAbbreviation(i), r == ',' && isDigitRune(next) && isDigit(z.src[i-1]),
			r == '.' && isDigitRune(next), r == '&' && isWordRune(next):
		case r == '%', r == '+' && !isWordRune(next): // "Disney+"
		default:
			return i
		}
		i += n
	}
	return i
}

// endsWord reports whether the byte at i plainly ends a word, as most spaces,
// commas and full stops do.
func (z *tokenizer) endsWord(i, to int) bool {
	if i+1 >= to {
		return false
	}
	switch next := z.src[i+1]; z.src[i] {
	case ' ', '\n':
		return next < utf8.RuneSelf
	case ',', '.':
		return next == ' ' || next == '\n'
	}
	return false
}

// inAbbreviation reports whether the full stop at i stands in U.S. or j.k. or a
// web address, not between two sentences run together.
func (z *tokenizer) inAbbreviation(i int) bool {
	next := runeAt(z.src[i+1:])
	prev, n := utf8.DecodeLastRuneInString(z.src[:i])
	if unicode.IsLower(next) {
		return true
	}
	before, size := utf8.DecodeLastRuneInString(z.src[:i-n])
	if i+2 < len(z.src) && z.src[i+2] == '.' && unicode.IsUpper(next) && unicode.IsUpper(before) {
		start, _ := utf8.DecodeLastRuneInString(z.src[:i-n-size])
		return !isWordRune(start) // Ph.D., Ed.D.
	}
	return unicode.IsUpper(prev) && !isWordRune(before)
}

// possessiveAt reports whether s begins with the s of a possessive.
func possessiveAt(s string) bool {
	return len(s) > 0 && s[0] == 's' && (len(s) == 1 || !isWordRune(runeAt(s[1:])))
}

// contracts reports whether the apostrophe at i parts a pronoun or a name from its verb: "he'd",
// "who've", "Lee'll"; other words keep theirs: "could've".
func (z *tokenizer) contracts(i, n, to int) bool {
	short := contraction(z.src[i+n : to])
	if short == 0 {
		return false
	}
	start := i
	for start > 0 && isLetter(z.src[start-1]) {
		start--
	}
	raw := z.src[start:i]
	switch fold := strings.ToLower(raw); fold {
	case "i", "he", "she", "we", "they", "who", "you", "it":
		return true
	default:
		return len(raw) > 1 && startsUpper(raw) && raw[1:] == fold[1:] && z.lex.Word(fold).Class&lexicon.Function == 0 // not "What'll"
	}
}

// contraction is the length in bytes of the short form of an auxiliary that s begins with, 0
// when it doesn't: the "ll" of "he'll".
func contraction(s string) int {
	for _, short := range []string{"ll", "d", "ve", "re", "m"} {
		if strings.HasPrefix(s, short) && (len(s) == len(short) || !isWordRune(runeAt(s[len(short):]))) {
			return len(short)
		}
	}
	return 0
}

// word emits a word, with its full stop when it is an abbreviation, and returns
// where it ends.
func (z *tokenizer) word(i, end int) int {
	t := token{Span: quote.Span{Start: i, End: end}, kind: word}
	raw := z.src[i:end]
	t.fold = lexicon.Fold(visible(raw))
	if t.fold == "" {
		t.fold = raw // nothing but marks
	}
	t.lex = z.lex.Word(t.fold)
	t.cap = startsUpper(raw) || raw != t.fold && (hasParticle(raw) || hasInnerCapital(raw))
	t.caps = t.cap && len(raw) > 1 && strings.IndexFunc(raw, unicode.IsLower) < 0
	if t.lex.Class == 0 {
		starts := t.lex.Starts
		t.lex = unlisted(z.lex, t.fold, t.cap)
		t.lex.Starts = starts
	}
	if end < len(z.src) && z.src[end] == '.' {
		last := t.fold[strings.LastIndexByte(t.fold, '-')+1:] // "R-Fla."
		if e := z.lex.Word(last + "."); isAbbreviation(t.fold, raw) && !z.namesX(raw) || z.initialI(i, end) || e.Class != 0 || last == "no" && digitAfter(z.src[end+1:]) {
			t.dot = true
			t.End++
			if e.Class != 0 {
				t.lex = e
			}
		}
	}
	z.emit(&t)
	return t.End
}

// initialI reports whether the word from i to end, which a full stop follows, is an
// I among initials: "I. B. Lee", "J. I. Lee".
func (z *tokenizer) initialI(i, end int) bool {
	if z.src[i:end] != "I" {
		return false
	}
	if n := len(z.out); n > z.fresh && z.out[n-1].dot && len(z.out[n-1].fold) == 1 {
		return true
	}
	rest := afterSpace(z.src[end+1:])
	return len(rest) > 2 && rest[0] >= 'A' && rest[0] <= 'Z' && rest[1] == '.'
}

// namesX reports whether a word is the X of "wrote on X.", which is no initial.
func (z *tokenizer) namesX(raw string) bool {
	n := len(z.out)
	return raw == "X" && n > z.fresh && z.out[n-1].anyOf("on", "to", "via")
}

// digitAfter reports whether a number follows the space that s begins with: "No. 2".
func digitAfter(s string) bool {
	rest := afterSpace(s)
	return len(rest) > 0 && len(rest) < len(s) && isDigit(rest[0])
}

// afterSpace is s from its first rune that shows.
func afterSpace(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) })
}

// hasParticle reports whether a word is a name written with a small particle:
// al-Tamimi.
func hasParticle(raw string) bool {
	i := strings.IndexByte(raw, '-')
	return i > 0 && i < 4 && inList(particle, raw[:i]) && startsUpper(raw[i+1:])
}

// hasInnerCapital reports whether a word is a name with a capital within it:
// eBay, easyJet.
func hasInnerCapital(raw string) bool {
	const least = 4 // bytes; below are pH, mRNA's kind and units
	if len(raw) < least || raw[0] < 'a' || raw[0] > 'z' {
		return false
	}
	upper := 0
	for i := range len(raw) {
		switch b := raw[i]; {
		case b >= 'A' && b <= 'Z':
			upper++
		case b < 'a' || b > 'z':
			return false
		}
	}
	return upper == 1 && !startsUpper(raw[len(raw)-1:])
}

// isAbbreviation reports whether a full stop after the word belongs to it: a
// known abbreviation, an initial, or letters with full stops between them.
func isAbbreviation(fold, raw string) bool {
	if inList(abbreviation, fold) {
		return true
	}
	if utf8.RuneCountInString(raw) == 1 {
		return startsUpper(raw) && raw != "I"
	}
	return strings.Contains(raw, ".") && len(raw) <= 7 && !strings.ContainsAny(raw, digits)
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
// were read in the wrong character set: the § of "FranÃ§ois". What was decomposed
// after that has a mark of its own for the tilde, and a space before the ¨ of
// "SegolÃ¨ne".
func isMojibake(src string, i int, r rune) bool {
	if (r < 0x80 || r > 0xbf) && (!unicode.IsSpace(r) || !unicode.Is(unicode.Mn, runeAt(src[i+utf8.RuneLen(r):]))) {
		return false
	}
	prev, n := utf8.DecodeLastRuneInString(src[:i])
	if prev == '\u0303' || prev == '\u0302' {
		return strings.HasSuffix(src[:i-n], "A")
	}
	return prev >= 0xc0 && prev <= 0xc5
}

// isInvisible reports whether a rune shows nothing: zero-width marks.
func isInvisible(r rune) bool {
	return r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u2060' || r == '\u00ad'
}

// visible is s without the runes that show nothing.
func visible(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(dropInvisible, s)
		}
	}
	return s
}

func dropInvisible(r rune) rune {
	if isInvisible(r) {
		return -1
	}
	return r
}

// isLetter reports whether a byte is a letter of ASCII, as most are.
func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// digits are those of numbers.
const digits = "0123456789"

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isDigitRune(r rune) bool { return r >= '0' && r <= '9' }

func runeAt(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func startsUpper(s string) bool { return unicode.IsUpper(runeAt(s)) }
