package report

import "strings"

// markdown is the format of a file that is one report with a heading. Its text
// is the file itself, as for plain text.
var markdown = format{
	name:    "markdown",
	endings: []string{".md", ".markdown"},
	read: func(s *source, yield func(Report, error) bool) {
		r, err := s.whole()
		if err == nil {
			r.Title = heading(r.Text)
		}
		yield(r, err)
	},
}

// heading returns the text of the first heading of the first level.
func heading(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		if h, ok := strings.CutPrefix(line, "# "); ok {
			return strings.TrimSpace(strings.TrimRight(strings.TrimSpace(h), "#"))
		}
	}
	return ""
}
