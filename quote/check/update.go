package check

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"quotes/quote"
	"quotes/speaker"
)

// Update is the fixture that c was read from with got, what comes out of each of
// its reports, as what must come out. Comments and reasons are kept where their
// utterance is. A gold article can't be updated.
func Update(c Case, got []speaker.Document) ([]byte, error) {
	if c.fixture == nil {
		return nil, fmt.Errorf("%s: only fixtures are rewritten", c.Name)
	}
	if len(got) != len(c.Reports) {
		return nil, fmt.Errorf("%s: %d documents for %d reports", c.Name, len(got), len(c.Reports))
	}
	a := &txtar.Archive{Comment: c.fixture.archive.Comment, Files: slices.Clone(c.fixture.archive.Files)}
	for i := range a.Files {
		if a.Files[i].Name == wantSection {
			a.Files[i].Data = formatWants(&c, got)
		}
	}
	return txtar.Format(a), nil
}

// formatWants writes a want section for what came out. The reports come in the
// order in which the section names them.
func formatWants(c *Case, got []speaker.Document) []byte {
	var b bytes.Buffer
	for n, doc := range got {
		if len(got) > 1 {
			section := "== " + c.Reports[n].ID + "\n"
			if b.Len() > 0 {
				section = "\n" + section
			}
			b.WriteString(section)
		}
		from := 0
		for i, a := range doc.Quotes {
			if i > 0 || len(got) > 1 {
				b.WriteByte('\n')
			}
			w := wanted(c, n, a)
			w.format(&b, c.Reports[n].Text, from)
			from = w.Spans[0].End
		}
	}
	return b.Bytes()
}

// wanted turns an attribution into an expectation. It keeps what the case says
// of the same words and an attribution can't.
func wanted(c *Case, n int, a speaker.Attribution) Want {
	w := Want{Report: n, Spans: a.Quote.Spans, Rule: allRules(a), Cue: a.Cue, Negated: a.Negated}
	for _, old := range c.Want {
		if old.Report == n && anyOverlap(old.Spans[0], w.Spans) {
			w.comment, w.Also, w.Reason, w.Open = old.comment, old.Also, old.Reason, old.Open
			break
		}
	}
	switch {
	case w.Open:
		return Want{Report: n, Spans: w.Spans, Open: true, Reason: w.Reason, comment: w.comment}
	case a.Speaker == nil:
		if w.Reason == "" {
			w.Reason = a.Reason
		}
		return Want{Report: n, Spans: w.Spans, Silent: true, Reason: w.Reason, Rule: w.Rule, comment: w.comment}
	}
	w.Speaker, w.Kind, w.Role = a.Speaker.Name, a.Speaker.Kind, a.Speaker.Role
	if a.Mention != nil {
		w.Mention = []quote.Span{*a.Mention}
	}
	return w
}

// format writes w. The report's earlier utterances end at or before from.
func (w *Want) format(b *bytes.Buffer, text string, from int) {
	b.WriteString(w.comment)
	for _, s := range w.Spans {
		fmt.Fprintln(b, shortened(text, s, from))
		from = s.End
	}
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, "\t%s %s\n", name, value)
		}
	}
	switch {
	case w.Silent:
		field("silent", w.Reason)
		field("rule", w.Rule)
		return
	case w.Open:
		field("open", w.Reason)
		return
	}
	field("speaker", w.Speaker)
	for _, name := range w.Also {
		field("also", name)
	}
	if w.Role == "" {
		w.Role = "none"
	}
	field("role", w.Role)
	field("kind", string(w.Kind))
	if len(w.Mention) > 0 {
		field("mention", located(text, w.Mention[0], w.Spans))
	}
	if w.Cue != nil {
		field("cue", located(text, *w.Cue, w.Spans))
	}
	field("rule", w.Rule)
	if w.Negated {
		fmt.Fprintln(b, "\tnegated")
	}
}

// shortened is the text of s on one line, the middle of a long one left out,
// such that find finds s again.
func shortened(text string, s quote.Span, from int) string {
	full := text[s.Start:s.End]
	words, n := strings.Fields(full), 4
	if strings.ContainsAny(full, "\r\n") {
		n = 1
	} else if len(words) <= 12 {
		return full
	}
	for ; 2*n <= len(words); n++ {
		short := start(full, n) + gap + end(full, n)
		if got, ok := find(text, short, from); ok && got == s && !strings.ContainsAny(short, "\r\n") {
			return short
		}
	}
	return full
}

// start is the first n words of s, spaces as they are.
func start(s string, n int) string {
	rest := s
	for range n {
		rest = strings.TrimLeft(rest, " \t\r\n")
		i := strings.IndexAny(rest, " \t\r\n")
		if i < 0 {
			return s
		}
		rest = rest[i:]
	}
	return s[:len(s)-len(rest)]
}

// end is the last n words of s, spaces as they are.
func end(s string, n int) string {
	rest := s
	for range n {
		rest = strings.TrimRight(rest, " \t\r\n")
		rest = rest[:1+strings.LastIndexAny(rest, " \t\r\n")]
	}
	return s[len(rest):]
}

// located is the text of s, in brackets in as much of its context as nearest
// needs to find it again.
func located(text string, s quote.Span, spans []quote.Span) string {
	before, after := s.Start, s.End
	for words := text[s.Start:s.End]; ; {
		if got, ok := nearest(text, words, spans); ok && got == s {
			return words
		}
		b, a := wordBefore(text, before), wordAfter(text, after)
		if b == before && a == after || strings.ContainsAny(text[b:a], "\r\n") {
			return words
		}
		before, after = b, a
		words = text[before:s.Start] + "[" + text[s.Start:s.End] + "]" + text[s.End:after]
	}
}

// wordBefore is where the word before byte i begins.
func wordBefore(text string, i int) int {
	return 1 + strings.LastIndexAny(strings.TrimRight(text[:i], " \t"), " \t\r\n")
}

// wordAfter is where the word after byte i ends.
func wordAfter(text string, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\t') {
		i++
	}
	if j := strings.IndexAny(text[i:], " \t\r\n"); j >= 0 {
		return i + j
	}
	return len(text)
}
