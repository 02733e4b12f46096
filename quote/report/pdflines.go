package report

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/unicode/norm"
)

// A line is a line of text on a page of a PDF, by where it stands in points.
type line struct {
	text       string
	left, base float64 // of its first character; base grows upwards
	size       float64 // of its letters
}

// linesOf joins the characters of a page, in the order in which they are drawn,
// to lines.
func linesOf(characters []pdf.Text) []line {
	var lines []line
	var text strings.Builder
	var last pdf.Text
	current := line{}
	end := func() {
		if current.text = ligatures(strings.ToValidUTF8(oneLine(text.String()), "\ufffd")); !blank(current.text) {
			lines = append(lines, current)
		}
		text.Reset()
	}
	for _, c := range characters {
		if c.S == "" || c.S == "\n" || strings.ContainsFunc(c.S, unicode.IsControl) {
			continue // the library's own, or no letter
		}
		size := max(math.Abs(c.FontSize), 1)
		if text.Len() > 0 && (math.Abs(c.Y-current.base) > 0.5*size || c.X < last.X-size) {
			end()
		}
		if text.Len() == 0 {
			current = line{left: c.X, base: c.Y, size: size}
		} else if c.S != " " && last.S != " " && apart(last, c, size) {
			text.WriteByte(' ')
		}
		text.WriteString(c.S)
		last = c
	}
	end()
	return lines
}

// apart says whether there is a space between two characters of a line: some
// files draw none. Where a font's widths aren't known nothing can be told.
func apart(a, b pdf.Text, size float64) bool {
	const space = 0.18 // of the size
	return a.W > 0 && b.X-(a.X+a.W) > space*size
}

// ligatures writes letters that are drawn as one as those they are. All else
// stays: what else the normal form changes are signs that mean something.
func ligatures(text string) string {
	if !strings.ContainsFunc(text, isLigature) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if isLigature(r) {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isLigature(r rune) bool { return r >= '\ufb00' && r <= '\ufb06' }

// joinLines returns the text of a file: its paragraphs with a blank line between
// them.
func joinLines(pages [][]line) string {
	all := slices.Concat(withoutMargins(pages)...)
	usual := usualLines(all)
	hyphened := hyphenedWords(all)
	var b strings.Builder
	for i, l := range all {
		switch {
		case i == len(all)-1:
			b.WriteString(l.text)
		case usual.part(l, all[i+1]):
			b.WriteString(l.text + "\n\n")
		default:
			b.WriteString(mended(l.text, all[i+1].text, hyphened))
		}
	}
	return strings.ReplaceAll(b.String(), "\u00ad", "")
}

var number = lazily(`\d+`)

// withoutMargins returns the pages without the numbers of pages, and without the
// lines at their heads and feet that come again on most pages.
func withoutMargins(pages [][]line) [][]line {
	const few = 3 // pages: of fewer, nothing comes again by chance
	margin := func(l line) string { return strings.TrimSpace(number().ReplaceAllString(l.text, "#")) }
	times := map[string]int{}
	for _, p := range pages {
		if len(p) > 0 {
			times[margin(p[0])]++
			if len(p) > 1 {
				times[margin(p[len(p)-1])]++
			}
		}
	}
	isMargin := func(l line) bool {
		m := margin(l)
		return pageNumber().MatchString(m) || len(pages) >= few && times[m] > len(pages)/2
	}
	out := make([][]line, len(pages))
	for i, p := range pages {
		for len(p) > 1 && isMargin(p[0]) {
			p = p[1:]
		}
		for len(p) > 1 && isMargin(p[len(p)-1]) {
			p = p[:len(p)-1]
		}
		out[i] = p
	}
	return out
}

// pageNumber is a line that only counts pages, or that a browser prints at the
// head and foot of a page: 3/12/21, 10:05 AM, and the address with the page.
var pageNumber = lazily(`^(?i:[–—-]?\s*(?:page\s*)?#(?:\s*(?:/|of)\s*#)?\s*[–—-]?|#[/.-]#[/.-]#, #:#.*|(?:.*\s)?(?:https?|file)://\S*\s*#\s*/\s*#)$`)

// usual is what is usual in a file: lines that differ begin paragraphs.
type usual struct {
	leading float64 // from line to line, in sizes of the letters
	length  int     // of a full line, in characters
}

func usualLines(all []line) usual {
	var leadings []float64
	var lengths []int
	for i, l := range all {
		lengths = append(lengths, utf8.RuneCountInString(l.text))
		if i == 0 {
			continue
		}
		if down := all[i-1].base - l.base; down > 0 && math.Abs(all[i-1].size-l.size) < 0.5 {
			leadings = append(leadings, down/l.size)
		}
	}
	u := usual{leading: 1.2}
	if len(leadings) > 0 {
		slices.Sort(leadings)
		u.leading = leadings[len(leadings)/4] // lines of one paragraph are the nearest
	}
	if len(lengths) > 0 {
		slices.Sort(lengths)
		u.length = lengths[len(lengths)*3/4]
	}
	return u
}

// part says whether a paragraph begins between two lines.
func (u usual) part(a, b line) bool {
	ends := strings.ContainsRune(".!?:”’\"'…)", lastRune(a.text))
	short := utf8.RuneCountInString(a.text) < u.length*3/4
	down := a.base - b.base
	switch {
	case math.Abs(a.size-b.size) > 0.5:
		return true
	case down <= 0 || down > 8*u.leading*b.size: // the next column or page
		return ends && short
	case down > 1.35*u.leading*b.size:
		return true
	case b.left > a.left+0.8*b.size && b.left < a.left+8*b.size: // set in
		return true
	}
	return ends && short
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

var hyphenedWord = lazily(`\pL+(?:[-‐]\pL+)+`)

// hyphenedWords are the words that are written with a hyphen within a line.
func hyphenedWords(all []line) map[string]bool {
	words := map[string]bool{}
	for _, l := range all {
		for _, w := range hyphenedWord().FindAllString(l.text, -1) {
			words[strings.ToLower(w)] = true
		}
	}
	return words
}

var (
	brokenEnd   = lazily(`(\pL+(?:[-‐]\pL+)*)[-‐\x{ad}]$`)
	brokenStart = lazily(`^(\p{Ll}\pL*)`)
)

// mended returns a line as it is before the next of its paragraph: with a space,
// or without the hyphen at which a word is broken. A word that is written with
// that hyphen elsewhere keeps it.
func mended(text, next string, hyphened map[string]bool) string {
	end := brokenEnd().FindStringSubmatch(text)
	start := brokenStart().FindString(next)
	switch {
	case end == nil:
		return text + " "
	case start == "" || hyphened[strings.ToLower(end[1]+"-"+start)]:
		return text // Anglo-|American
	}
	_, size := utf8.DecodeLastRuneInString(text)
	return text[:len(text)-size]
}
