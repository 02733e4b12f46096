package check

import (
	"strings"
	"unicode/utf8"

	"quotes/quote"
)

// gap stands for the words left out between the first and the last ones.
const gap = " … "

// find looks for quoted words at or after from: whole, or else their first and
// last words around a gap.
func find(text, words string, from int) (quote.Span, bool) {
	if i := strings.Index(text[from:], words); i >= 0 {
		return quote.Span{Start: from + i, End: from + i + len(words)}, true
	}
	first, last, ok := strings.Cut(words, gap)
	if !ok {
		return quote.Span{}, false
	}
	i := strings.Index(text[from:], first)
	if i < 0 {
		return quote.Span{}, false
	}
	start := from + i
	rest := start + len(first)
	j := strings.Index(text[rest:], last)
	return quote.Span{Start: start, End: rest + j + len(last)}, j >= 0
}

// nearest looks for whole words outside of the quoted spans, as near to one of
// them as can be. Words in brackets are meant in the context around them.
func nearest(text, words string, spans []quote.Span) (quote.Span, bool) {
	before, meant, after := inBrackets(words)
	context := before + meant + after
	best, found := quote.Span{}, false
	for i := 0; context != ""; {
		j := strings.Index(text[i:], context)
		if j < 0 {
			break
		}
		s := quote.Span{Start: i + j, End: i + j + len(context)}
		i = s.Start + 1
		if whole(text, s) && !anyOverlap(s, spans) && (!found || distance(s, spans) < distance(best, spans)) {
			best, found = s, true
		}
	}
	best.Start += len(before)
	return quote.Span{Start: best.Start, End: best.Start + len(meant)}, found
}

// inBrackets takes "what [she] said" apart. Words without brackets are all meant.
func inBrackets(words string) (before, meant, after string) {
	before, rest, ok := strings.Cut(words, "[")
	if !ok {
		return "", words, ""
	}
	meant, after, ok = strings.Cut(rest, "]")
	if !ok {
		return "", words, ""
	}
	return before, meant, after
}

// whole tells whether s neither begins nor ends within a word.
func whole(text string, s quote.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	first, _ := utf8.DecodeRuneInString(text[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(text[:s.End])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	return !(wordRune(before) && wordRune(first)) && !(wordRune(last) && wordRune(after))
}

func anyOverlap(s quote.Span, spans []quote.Span) bool {
	for _, q := range spans {
		if s.Start < q.End && q.Start < s.End {
			return true
		}
	}
	return false
}

// distance is how many bytes lie between s and the nearest of the spans.
func distance(s quote.Span, spans []quote.Span) int {
	least := int(^uint(0) >> 1)
	for _, q := range spans {
		d := max(q.Start-s.End, s.Start-q.End)
		least = min(least, d)
	}
	return least
}
