package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraphs returns the paragraphs of text, in order, without the white space
// around them; blank ones are left out. Each line is a paragraph, unless the
// text is hard-wrapped: there a line goes on in the next one when it was broken
// for want of room. It runs in time linear in the length of text.
func Paragraphs(text string) []Span {
	lines := splitLines(text)
	width := wrapWidth(text, lines)
	var out []Span
	for i, l := range lines {
		body := trim(text, l)
		if body.Len() == 0 {
			continue
		}
		if width > 0 && i > 0 && len(out) > 0 && wraps(text, lines[i-1], l, width) {
			out[len(out)-1].End = body.End
			continue
		}
		out = append(out, body)
	}
	return out
}

// splitLines returns the lines of text without their endings.
func splitLines(text string) []Span {
	var lines []Span
	start := 0
	for i := 0; i < len(text); {
		if c := text[i]; c > '\r' && c < 0x80 { // as most
			i++
			continue
		}
		size := lineEnding(text, i)
		if size == 0 {
			i++
			continue
		}
		lines = append(lines, Span{start, i})
		i += size
		start = i
	}
	return append(lines, Span{start, len(text)})
}

// lineEnding is the size in bytes of the line ending at i, 0 where there is none.
func lineEnding(text string, i int) int {
	switch c := text[i]; {
	case c < '\n' || c > '\r' && c < 0x80:
		return 0
	case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		return 2
	case c < 0x80:
		return 1
	case c != 0xC2 && c != 0xE2: // what the three begin with
		return 0
	}
	switch r, size := utf8.DecodeRuneInString(text[i:]); r {
	case '\u0085', '\u2028', '\u2029':
		return size
	}
	return 0
}

const (
	maxWidth   = 120 // no text is wrapped wider than this
	minWidth   = 32  // nor narrower
	minWrapped = 3   // breaks needed to call a text wrapped
)

// wrapWidth returns the column at which text is hard-wrapped, 0 when it isn't.
// A text is wrapped when nearly every line that is followed by another had no
// room for that one's first word: paragraphs on lines of their own end anywhere.
func wrapWidth(text string, lines []Span) int {
	width := usualWidth(text, lines)
	if width < minWidth || width > maxWidth {
		return 0
	}
	followed, full := 0, 0
	for i := 1; i < len(lines); i++ {
		if blank(text, lines[i-1]) || blank(text, lines[i]) {
			continue
		}
		followed++
		if wraps(text, lines[i-1], lines[i], width) {
			full++
		}
	}
	if full < minWrapped || full*4 < followed*3 {
		return 0
	}
	return width
}

// usualWidth is the width that one line in ten exceeds: a heading or a web address
// may be longer than what wrapped a text allowed.
func usualWidth(text string, lines []Span) int {
	const longer = 10
	var of [maxWidth + 2]int // lines by width
	n := 0
	for _, l := range lines {
		if w := min(columns(text, l), maxWidth+1); w > 0 {
			of[w]++
			n++
		}
		if of[maxWidth+1] > len(lines)/longer {
			return maxWidth + 1
		}
	}
	beyond := 0
	for w := maxWidth + 1; w > 0; w-- {
		if beyond += of[w]; beyond > n/longer {
			return w
		}
	}
	return 0
}

// wraps says whether line a goes on in line b in a text wrapped at width.
func wraps(text string, a, b Span, width int) bool {
	if blank(text, a) || blank(text, b) || indented(text, b) && !indented(text, a) {
		return false
	}
	word := trim(text, b)
	if i := strings.IndexFunc(text[word.Start:word.End], unicode.IsSpace); i >= 0 {
		word.End = word.Start + i
	}
	const slack = 2 // editors differ on whether the space counts
	return columns(text, a)+1+columns(text, word) > width-slack
}

func indented(text string, l Span) bool {
	r, _ := utf8.DecodeRuneInString(text[l.Start:l.End])
	return unicode.IsSpace(r)
}

// columns is the width of l in runes that have one, without the space after its
// last word, counted no further than it matters.
func columns(text string, l Span) int {
	if l.Len() > maxWidth*utf8.UTFMax {
		return maxWidth + 1
	}
	n := 0
	for _, r := range strings.TrimRightFunc(text[l.Start:l.End], unicode.IsSpace) {
		if r < utf8.RuneSelf || !unicode.In(r, unicode.Mn, unicode.Cf) {
			n++
		}
	}
	return n
}

func blank(text string, l Span) bool { return trim(text, l).Len() == 0 }

// trim returns s without the white space at its ends.
func trim(text string, s Span) Span {
	t := text[s.Start:s.End]
	left := len(t) - len(strings.TrimLeftFunc(t, isSpace))
	if left == len(t) {
		return Span{s.Start, s.Start}
	}
	return Span{s.Start + left, s.Start + len(strings.TrimRightFunc(t, isSpace))}
}

// isSpace says whether r is white space or one of the characters of no width
// that copied text is full of.
func isSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}
