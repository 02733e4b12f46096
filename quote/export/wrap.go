package export

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// wrap breaks text into lines of at most width columns, between words where it
// can, within a word where the word alone is wider. Empty text is one empty line.
func wrap(text string, width int) []string {
	width = max(width, 1)
	var lines []string
	var line strings.Builder
	used := 0
	end := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	for word := range strings.FieldsSeq(text) {
		need := displaywidth.String(word)
		if used > 0 && used+1+need > width {
			end()
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		for need > width {
			head := fitting(word, width)
			line.WriteString(head)
			end()
			word = word[len(head):]
			need -= displaywidth.String(head)
		}
		line.WriteString(word)
		used += need
	}
	if line.Len() > 0 || len(lines) == 0 {
		end()
	}
	return lines
}

// fitting is the longest beginning of word of at most width columns, and at
// least one character as a reader counts them.
func fitting(word string, width int) string {
	size, used := 0, 0
	for g := displaywidth.StringGraphemes(word); g.Next(); {
		if size > 0 && used+g.Width() > width {
			break
		}
		used += g.Width()
		size += len(g.Value())
	}
	return word[:size]
}

// Indented is text wrapped to width and printed behind first, the lines after
// the first one as far in.
func Indented(first, text string, width int) []string {
	margin := displaywidth.String(first)
	lines := wrap(text, width-margin)
	for i := range lines {
		lines[i] = first + lines[i]
		first = strings.Repeat(" ", margin)
	}
	return lines
}
