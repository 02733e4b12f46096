package export

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// standIns are characters that tablewriter sees in place of others. It adds up
// the widths of code points, and so takes a flag or a family, one character of
// several code points, for wider than it is, and cuts or pads its line wrongly.
type standIns struct {
	of    map[string]string
	pairs []string // each stand-in and what it stands for
}

// Stand-ins are private characters, one column wide, which no text of a report
// holds: Printable takes them out.
const (
	firstStandIn = '\U000F0000'
	lastStandIn  = '\U0010FFFD'
)

// hide puts stand-ins for the characters of text that tablewriter can't measure.
func (s *standIns) hide(text string) string {
	var b strings.Builder
	for g := displaywidth.StringGraphemes(text); g.Next(); {
		if c := g.Value(); g.Width() == codePointWidths(c) {
			b.WriteString(c)
		} else {
			b.WriteString(s.standIn(c, g.Width()))
		}
	}
	return b.String()
}

// restore takes the stand-ins out again.
func (s *standIns) restore(text string) string {
	if len(s.pairs) == 0 {
		return text
	}
	return strings.NewReplacer(s.pairs...).Replace(text)
}

func (s *standIns) standIn(character string, width int) string {
	if in, ok := s.of[character]; ok {
		return in
	}
	next := firstStandIn + rune(len(s.of))
	if next > lastStandIn || width == 0 {
		return ""
	}
	if s.of == nil {
		s.of = map[string]string{}
	}
	in := strings.Repeat(string(next), width)
	s.of[character] = in
	s.pairs = append(s.pairs, in, character)
	return in
}

func codePointWidths(text string) int {
	sum := 0
	for _, r := range text {
		sum += displaywidth.Rune(r)
	}
	return sum
}
