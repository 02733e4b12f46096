package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"quotes/quote/record"
)

// list writes the records with, under each, the argument for its speaker.
func (t *table) list() error {
	out := bufio.NewWriter(t.out)
	for i, g := range t.groups.ordered() {
		if i > 0 {
			fmt.Fprintln(out)
		}
		t.print(out, bold, wrap(strings.Join(t.groups.titleLines(g), ", "), t.opts.Width))
		for _, r := range g.records {
			fmt.Fprintln(out)
			t.print(out, "", Indented("  ", quoted(r.Quote), t.opts.Width))
			for _, l := range argument(r) {
				t.print(out, dim, Indented(l.margin, l.text, t.opts.Width))
			}
		}
	}
	return out.Flush()
}

func (t *table) print(out io.Writer, effect string, lines []string) {
	for _, l := range lines {
		fmt.Fprintln(out, t.style.apply(effect, l))
	}
}

// argLine is a line of an argument, before it is wrapped.
type argLine struct{ margin, text string }

// argument says, source by source, by which words and rules a record has its
// speaker, or why it has none.
func argument(r record.Record) []argLine {
	lines := []argLine{{"    ", verdict(r)}}
	for _, why := range r.Why {
		lines = append(lines, argLine{"    ", Printable(why)})
	}
	for _, s := range r.Sources {
		lines = append(lines, argLine{"    ", where(s) + ":"})
		if s.Reason != "" {
			lines = append(lines, argLine{"      - ", "no speaker: " + Printable(s.Reason)})
		}
		if w := evidence(s); w != "" {
			lines = append(lines, argLine{"      - ", w})
		}
		for _, step := range s.Steps {
			lines = append(lines, argLine{"      - ", Printable(step)})
		}
		if s.Rule != "" {
			lines = append(lines, argLine{"      - ", decision(s)})
		}
		if r.Contested && s.Speaker != nil {
			lines = append(lines, argLine{"      - ", "so it was " + Printable(s.Speaker.Name)})
		}
		if w := relation(s); w != "" {
			lines = append(lines, argLine{"      - ", w})
		}
	}
	return lines
}

func verdict(r record.Record) string {
	if r.Speaker == nil {
		return "Nobody is named as its speaker."
	}
	name := r.Speaker.Name
	if r.Speaker.Role != "" {
		name += ", " + r.Speaker.Role
	}
	return fmt.Sprintf("Said by %s; confidence %.2f.", Printable(name), rounded(r.Confidence))
}

// where names a source in full, as one would cite it.
func where(s record.Source) string {
	parts := []string{s.Report}
	for _, p := range []string{s.Outlet, s.Title, s.Date, s.URL} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return Printable(strings.Join(parts, ", "))
}

// evidence is the report's own words for who speaks.
func evidence(s record.Source) string {
	switch {
	case s.Mention != nil && s.Cue != nil:
		return fmt.Sprintf("the words %s give it to %s", quoted(s.Cue.Text), quoted(s.Mention.Text))
	case s.Mention != nil:
		return fmt.Sprintf("it is given to %s", quoted(s.Mention.Text))
	case s.Cue != nil:
		return fmt.Sprintf("the words %s say that somebody spoke", quoted(s.Cue.Text))
	}
	return ""
}

// decision names the rule that decided, and those that helped.
func decision(s record.Source) string {
	words := "decided by the rule " + s.Rule
	var others []string
	for _, r := range s.Rules {
		if r != s.Rule {
			others = append(others, r)
		}
	}
	if len(others) > 0 {
		words += ", with " + strings.Join(others, ", ")
	}
	return Printable(words) + fmt.Sprintf("; confidence %.2f", rounded(s.Confidence))
}

// relation says how the words of a source relate to those of its record.
func relation(s record.Source) string {
	var parts []string
	if s.Match != "" && s.Match != record.Identical {
		parts = append(parts, "the words are "+article(s.Match)+": "+s.Diff)
	}
	if s.CopyOf != "" {
		parts = append(parts, "the report is a near-copy of "+s.CopyOf)
	}
	return Printable(strings.Join(parts, "; "))
}

func article(m record.Match) string {
	if m == record.Overlap {
		return "an overlap"
	}
	return "a " + string(m)
}
