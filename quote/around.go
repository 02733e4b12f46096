package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isMeasure says whether mark i stands for inches, as in 6'2" or a 12" pizza.
// Inside a quote it does only when a mark is left to close that.
func (f *finder) isMeasure(i int) bool {
	m := f.marks[i]
	if m.drawn != either || m.Len() > utf8.RuneLen(m.form) {
		return false
	}
	if m.fam != double || !f.digitsBefore(m.Start) {
		return false
	}
	if f.open < 0 || f.marks[f.open].fam != double {
		return true
	}
	for _, next := range f.marks[i+1 : min(i+4, len(f.marks))] {
		if next.fam == double {
			return !next.opens()
		}
	}
	return false
}

// digitsBefore says whether a number of inches ends at an offset.
func (f *finder) digitsBefore(at int) bool {
	t := f.text[max(f.par.Start, at-6):at]
	if strings.HasSuffix(t, "½") || strings.HasSuffix(t, "¼") || strings.HasSuffix(t, "¾") {
		return true
	}
	n := len(t) - len(strings.TrimRight(t, "0123456789"))
	return n > 0 && n <= 3 && !strings.HasSuffix(t[:len(t)-n], ",")
}

// tags are the commonest words that tie a quote to its speaker. The attribution
// knows many more; these only tell where a quote ends whose marks are wrong.
var tags = setOf(`said says say saying added adds told tells asked asks wrote writes
	replied continued explained insisted warned noted argued claimed recalled tweeted`)

// tagAt says whether the words at an offset tell who said something: a tag,
// or one within a few words of the same clause.
func (f *finder) tagAt(at int) bool {
	const words, bytes = 4, 80
	n := 0
	for w := range strings.FieldsSeq(f.text[at:min(at+bytes, f.par.End)]) {
		if n++; n > words {
			return false
		}
		b := bare(w)
		if tags[b] {
			return true
		}
		if !strings.HasSuffix(w, b) {
			return false // the clause ends
		}
	}
	return false
}

// bare returns a word without the punctuation around it.
func bare(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}

// tagTouches says whether a tag follows m with no more than a name or a pronoun
// before it, and none of them begins a sentence of the quote: `"said Maas`,
// `"he said`, but not `We lost. "I said so`.
func (f *finder) tagTouches(m mark) bool {
	const bytes = 2 * longWord
	b := f.lastRune(m.Start)
	first := true
	for w := range strings.FieldsSeq(f.text[m.End:min(m.End+bytes, f.par.End)]) {
		if tags[bare(w)] {
			return true
		}
		if !first || w == "I" || b == '.' || b == '…' {
			return false
		}
		first = false
	}
	return false
}

// labelAt says whether the words at an offset name the speaker of a transcript:
// `LEE:`, `Q:` or `MS. LEE:`.
func (f *finder) labelAt(at int) bool {
	label, _, ok := strings.Cut(f.text[at:min(at+longWord, f.par.End)], ":")
	return ok && label != "" && label == strings.ToUpper(label) && label != strings.ToLower(label)
}

// sentenceStart returns where the sentence begins that an offset stands in, no
// further back than the last quote.
func (f *finder) sentenceStart(at int) int {
	const far = 1000
	t := f.text[:at]
	low := max(f.from, at-far)
	end := at // of what was looked at: a capital or a digit begins a sentence there
	for at > low {
		r, size := utf8.DecodeLastRuneInString(t[low:at])
		if endsSentence(r) && end < len(t) && f.beginsSentence(at, end) {
			return end
		}
		at -= size
		if !isSpace(r) {
			end = at
		}
	}
	return trim(f.text, Span{low, len(t)}).Start
}

// beginsSentence says whether a sentence begins at start after a stop before end.
func (f *finder) beginsSentence(end, start int) bool {
	r, _ := utf8.DecodeRuneInString(f.text[start:])
	if start == end || !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return false
	}
	word := f.wordBefore(end - 1)
	return f.text[end-1] != '.' || len(word) > 1 && !abbreviations[strings.ToLower(word)]
}

// abbreviations are words whose stop ends no sentence.
var abbreviations = setOf(`mr mrs ms dr st sen rep gov gen col lt sgt prof rev jr sr vs no`)
