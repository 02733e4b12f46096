package export

import (
	"strings"
	"unicode"
)

// Printable makes text from a report, or a file's name, safe to show on a
// terminal, on one line: line breaks and tabs become spaces, and what could move
// the cursor, change colours or turn the reading direction is taken out.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return ' '
		case harmful(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// harmful says whether a character acts on what shows it: control characters,
// among them those that start terminal escapes, and those that turn or hide the
// characters around them.
func harmful(r rune) bool {
	if r < 0x7F {
		return r < 0x20
	}
	if r >= '\u2010' && r <= '\u2027' { // dashes and quotation marks, by far the most
		return false
	}
	return r <= 0x9F || unicode.Is(unicode.Bidi_Control, r) || hidden(r)
}

// hidden says whether r takes part in no text that is meant to be read: it shows
// nothing, or is private. The joiners of emoji and of some scripts are not among
// them.
func hidden(r rune) bool {
	switch r {
	case '\u00AD', '\u180E', '\u200B', '\uFEFF', '\u2028', '\u2029':
		return true
	}
	return r >= '\u2060' && r <= '\u206F' || // invisible operators, deprecated controls
		r >= '\uFFF0' && r <= '\uFFFB' || // annotations
		r >= '\U000E0000' // tags, private characters
}
