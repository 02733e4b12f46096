package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainText is the format of a file that is one report.
var plainText = format{
	name:    "text",
	endings: []string{".txt", ".text"},
	read: func(s *source, yield func(Report, error) bool) {
		r, err := s.whole()
		if err == nil {
			r.Title = headline(r.Text)
		}
		yield(r, err)
	},
}

// whole reads the source as one report, its text the source itself.
func (s *source) whole() (Report, error) {
	raw, err := s.all()
	if err != nil {
		return Report{}, err
	}
	text, err := decode(raw)
	if err != nil {
		return Report{}, &Error{Path: s.path, Reason: err.Error()}
	}
	r := Report{ID: s.path, Path: s.path, Outlet: host(s.url), URL: s.url, Text: text}
	r.Date, r.DateFrom = statedDate(text, s.name)
	return r, nil
}

// statedDate returns the date that a report states, in its text or else in the
// name of its file, and which of them it was.
func statedDate(text, name string) (date, from string) {
	if d := DateInText(text); d != "" {
		return d, "text"
	}
	if d := DateInName(name); d != "" {
		return d, "file name"
	}
	return "", ""
}

// headline returns the first line of text when it plainly is one: short, not a
// sentence, and set off by a blank line from what follows.
func headline(text string) string {
	const longest, fewestWords = 150, 2
	line, rest, _ := strings.Cut(strings.TrimLeftFunc(text, unicode.IsSpace), "\n")
	line = strings.TrimSpace(line)
	next, body, _ := strings.Cut(rest, "\n")
	if strings.TrimSpace(next) != "" || strings.TrimSpace(body) == "" {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	switch {
	case utf8.RuneCountInString(line) > longest, len(strings.Fields(line)) < fewestWords,
		strings.ContainsRune(".,;:", last),
		strings.HasPrefix(line, "By "), DateInText(line) != "":
		return ""
	}
	return line
}

// lineBreak stands for the end of a line in what tidy takes. No text holds it.
const lineBreak = "\x00"

// tidy returns a paragraph taken out of a file that isn't plain text: its white
// space single, without the marks of where a word may be broken, "" when there is
// nothing to see in it.
func tidy(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, lineBreak) {
		line = strings.ReplaceAll(line, "\u00ad", "")
		if line = oneLine(line); line != "" {
			lines = append(lines, line)
		}
	}
	if text = strings.Join(lines, "\n"); blank(text) {
		return ""
	}
	return text
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
