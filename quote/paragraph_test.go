package quote

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestParagraphSpans(t *testing.T) {
	wrapped := `The committee met on Monday to talk about the state of the roads in
the county, and "found them wanting," as one of its members said when
the meeting was over. No money was promised.`
	second := `On Tuesday the mayor replied that the roads were no worse than those
of the county next door, where the winter had been just as hard.`
	cases := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"blank", " \n\t\n\u00a0\n", nil},
		{"one", "One.", []string{"One."}},
		{"lines", "One.\nTwo.\nThree.", []string{"One.", "Two.", "Three."}},
		{"blank lines", "One.\n\n\nTwo.\n", []string{"One.", "Two."}},
		{"other endings", "One.\r\nTwo.\rThree.\u2028Four.\u2029Five.\fSix.", []string{"One.", "Two.", "Three.", "Four.", "Five.", "Six."}},
		{"white space around", "  One. \n\u00a0Two.\u200b\n", []string{"One.", "Two."}},
		{"wrapped", wrapped + "\n\n" + second + "\n", []string{wrapped, second}},
		{"wrapped, indented", "    " + wrapped + "\n    " + second, []string{wrapped, second}},
		{"wrapped, short last line", wrapped + "\n" + second, []string{wrapped, second}},
		{"wrapped, CRLF", strings.ReplaceAll(wrapped+"\n\n"+second, "\n", "\r\n"), []string{
			strings.ReplaceAll(wrapped, "\n", "\r\n"), strings.ReplaceAll(second, "\n", "\r\n"),
		}},
		{"wrapped, soft hyphens and accents", strings.ReplaceAll(wrapped, "o", "o\u00ad\u0301") + "\n" + second, []string{
			strings.ReplaceAll(wrapped, "o", "o\u00ad\u0301"), second,
		}},
		{"short lines", "A list of what was said:\nroads are bad\nschools are worse and the winter has been long\nthe end", []string{
			"A list of what was said:", "roads are bad", "schools are worse and the winter has been long", "the end",
		}},
		{"long lines", strings.Repeat("Word by word. ", 30) + "\n" + strings.Repeat("Word by word. ", 30), []string{
			strings.TrimSpace(strings.Repeat("Word by word. ", 30)), strings.TrimSpace(strings.Repeat("Word by word. ", 30)),
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range Paragraphs(c.text) {
				got = append(got, c.text[s.Start:s.End])
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestQuoteAcrossWrappedLines(t *testing.T) {
	text := `The committee met on Monday to talk about the state of the roads in
the county, and "found them wanting and in need of a great deal of
work," as one of its members said when the meeting had come to its
end, long after midnight.`
	want := "\"found them wanting and in need of a great deal of\nwork,\""
	if got := find(t, text); len(got) != 1 || got[0] != want {
		t.Errorf("found %q, want %q", got, want)
	}
}

// TestWrappingChangesNothing wraps reports and expects the same quotes.
func TestWrappingChangesNothing(t *testing.T) {
	for i, text := range samples(t) {
		if !strings.Contains(text, "\n\n") || len(text) < 1500 {
			continue
		}
		oneSpace := func(found []string) []string {
			for i := range found {
				found[i] = strings.Join(strings.Fields(found[i]), " ")
			}
			return found
		}
		want := oneSpace(find(t, text))
		for _, width := range []int{60, 72, 100} {
			if diff := cmp.Diff(want, oneSpace(find(t, wrap(text, width)))); diff != "" {
				t.Errorf("sample %d at %d (-want +got)\n%s", i, width, diff)
			}
		}
	}
}

// wrap breaks the lines of text before width.
func wrap(text string, width int) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		column := 0
		for word := range strings.FieldsSeq(line) {
			n := utf8.RuneCountInString(word)
			switch {
			case column == 0:
			case column+1+n > width:
				b.WriteByte('\n')
				column = 0
			default:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(word)
			column += n
		}
		b.WriteByte('\n')
	}
	return b.String()
}
