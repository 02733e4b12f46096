package record

import (
	"unicode"
	"unicode/utf8"

	"quotes/speaker/name"
)

// A token is one word of a quote's text.
type token struct {
	start, end int32 // bytes of the text; several words can share them
	word       word
	flag       flags
}

type flags uint8

const (
	inBracket flags = 1 << iota // an editor's words
	afterCut                    // dots stand before it
	afterStop                   // a sentence ends before it
	capital                     // begins with a capital letter
	nested                      // stands in a quote inside
	filler                      // a sound that a report may print or not
)

// A scanner splits texts into tokens. It keeps what it learnt of each spelling,
// so that a long archive costs one look-up a word. It isn't safe for concurrent
// use; several scanners give the same words.
type scanner struct {
	known map[string][]word
	out   []token
	fold  []byte
	arena []word // of the wordings read last
}

// vocabulary bounds what a scanner keeps.
const vocabulary = 1 << 18

func newScanner() *scanner { return &scanner{known: map[string][]word{}} }

// scan returns the tokens of text, valid until the next call. Time is linear
// in the length of text.
func (s *scanner) scan(text string) []token {
	s.out = s.out[:0]
	depth, dots := 0, 0
	next := afterStop
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if wordRune(r) || r == '%' || r == '&' {
			end := wordEnd(text, i)
			f := next
			switch {
			case end-i > 1 && text[i+1] == ']':
				depth = max(0, depth-1) // [T]hey: an editor's letter, the speaker's word
			case depth > 0:
				f |= inBracket
			}
			s.add(text, i, end, f)
			i, next, dots = end, next&nested, 0
			continue
		}
		switch r {
		case '[', '(':
			depth++
		case ']', ')':
			depth = max(0, depth-1)
		case '.':
			if dots++; dots >= 2 {
				next |= afterCut
			} else {
				next |= afterStop
			}
		case '…':
			next |= afterCut
		case '?', '!', ';', ':':
			next |= afterStop
		case '‘', '“':
			next |= nested
		case '”':
			next &^= nested
		case '\'', '’', '"':
			next = toggle(text, i, size, next)
		}
		i += size
	}
	return s.out
}

// toggle reads a mark that opens at the beginning of a word and closes at its end.
func toggle(text string, i, size int, f flags) flags {
	if f&nested != 0 {
		return f &^ nested
	}
	opens := (i == 0 || text[i-1] == ' ') && i+size < len(text) && text[i+size] != ' '
	if opens && text[i] != 0xE2 {
		return f | nested
	}
	return f
}

// wordRune reports whether r can begin a word or stand in it.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// wordEnd is the offset after the word that begins at i. Apostrophes, hyphens,
// the full stops of U.S., the commas of 1,000 and brackets inside a word
// ([T]hey) belong to it when a letter or digit follows.
func wordEnd(text string, i int) int {
	if text[i] == '%' || text[i] == '&' {
		return i + 1
	}
	start := i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if wordRune(r) {
			i += size
			continue
		}
		after, _ := utf8.DecodeRuneInString(text[i+size:])
		if !wordRune(after) || !inside(text, start, i, r, after) {
			break
		}
		i += size
	}
	return i
}

func inside(text string, start, i int, r, after rune) bool {
	last := text[i-1]
	switch r {
	case '\'', '’', 'ʼ', '-', '‐', '‑', '\u00ad':
		return true
	case ',':
		return isDigit(rune(last)) && isDigit(after)
	case '.':
		return isDigit(rune(last)) && isDigit(after) || i-start == 1 || i-start > 2 && text[i-2] == '.'
	case ']':
		return i-start == 1 // [T]hey
	}
	return false
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// fillers are the sounds that many reports leave out.
var fillers = map[string]bool{"uh": true, "um": true, "er": true, "erm": true, "ah": true, "eh": true, "mm": true, "hmm": true, "uhh": true, "umm": true}

// add appends the words printed at text[start:end].
func (s *scanner) add(text string, start, end int, f flags) {
	if c := text[start]; 'A' <= c && c <= 'Z' {
		f |= capital
	}
	s.lower(text[start:end])
	words, ok := s.known[string(s.fold)]
	if !ok {
		words = s.learn(text[start:end])
	}
	if len(words) == 1 && words[0]&^(classBits|numberFlag) == 0 {
		f |= filler
	}
	for _, w := range words {
		s.out = append(s.out, token{start: int32(start), end: int32(end), word: w, flag: f})
		f &^= afterCut | afterStop
	}
}

// lower writes the key of a printed word to s.fold: lower case, plain
// apostrophes and hyphens, and otherwise as printed.
func (s *scanner) lower(printed string) {
	s.fold = s.fold[:0]
	if printed == "US" {
		s.fold = append(s.fold, "u.s"...)
		return
	}
	for i := 0; i < len(printed); i++ {
		c := printed[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == ']':
			continue
		case c == 0xE2 && i+2 < len(printed) && printed[i+1] == 0x80:
			if p := plainMark(printed[i+2]); p != 0 {
				c = p
				i += 2
			}
		}
		s.fold = append(s.fold, c)
	}
}

// plainMark is the ASCII mark for the third byte of a curly apostrophe or a
// Unicode hyphen, 0 for others.
func plainMark(third byte) byte {
	switch third {
	case 0x99:
		return '\''
	case 0x90, 0x91:
		return '-'
	}
	return 0
}

// learn normalises a printed word whose key is s.fold.
func (s *scanner) learn(printed string) []word {
	key := string(s.fold)
	folded := name.Fold(key)
	var words []word
	if fillers[folded] {
		words = []word{functionWord} // no other word has this value
	} else if folded != "" {
		for _, w := range expand(folded) {
			if w != "" {
				words = append(words, newWord(w))
			}
		}
	}
	if len(s.known) < vocabulary && len(printed) < 40 {
		s.known[key] = words
	}
	return words
}
