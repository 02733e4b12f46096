package check

import (
	"slices"
	"strings"

	"quotes/quote"
	"quotes/speaker"
)

// kinds are the kinds of speaker that a fixture may name.
var kinds = []speaker.Kind{speaker.Person, speaker.Organization, speaker.Group, speaker.Paper, speaker.Unnamed}

// wantParser reads a want section line by line.
type wantParser struct {
	c       *Case
	in      section
	report  int
	from    int      // where in the report the next utterance is looked for
	comment string   // comment lines waiting for their utterance
	fields  bool     // the last line was a field, so a quoted line begins an utterance
	open    bool     // there is an utterance to give fields to
	mention []string // of the current utterance, looked up when it is complete
	cue     []string
}

func parseWants(c *Case, in section) error {
	p := &wantParser{c: c, in: in, fields: true}
	line := in.line - 1
	for text := range strings.Lines(in.text) {
		line++
		if err := p.line(strings.TrimRight(text, " \t\r\n"), line); err != nil {
			return err
		}
	}
	return p.finish()
}

func (p *wantParser) line(text string, line int) error {
	trimmed := strings.TrimLeft(text, " \t")
	switch {
	case trimmed == "":
		return nil
	case text[0] == '#':
		p.comment += text + "\n"
		return nil
	case strings.HasPrefix(text, "== "):
		return p.turnTo(strings.TrimSpace(text[3:]), line)
	case len(trimmed) < len(text):
		return p.field(trimmed, line)
	default:
		return p.quoted(text, line)
	}
}

func (p *wantParser) turnTo(name string, line int) error {
	if err := p.finish(); err != nil {
		return err
	}
	i, err := p.c.reportNamed(name)
	if err != nil {
		return p.in.errorf(line, "%v", err)
	}
	p.report, p.from = i, 0
	return nil
}

// quoted begins an utterance, or adds a run to the one just begun.
func (p *wantParser) quoted(text string, line int) error {
	if p.report >= len(p.c.Reports) {
		return p.in.errorf(line, "there is no report that holds this")
	}
	if p.fields {
		if err := p.finish(); err != nil {
			return err
		}
		p.c.Want = append(p.c.Want, Want{Report: p.report, Line: line, Kind: speaker.Person, comment: p.comment})
		p.comment, p.fields, p.open = "", false, true
	}
	w := p.current()
	from := p.from
	if len(w.Spans) > 0 {
		from = w.Spans[len(w.Spans)-1].End
	}
	s, ok := find(p.text(), text, from)
	if !ok {
		return p.in.errorf(line, "not in %s, or not after the words before it: %s", p.c.Reports[p.report].ID, text)
	}
	if len(w.Spans) == 0 {
		p.from = s.End
	}
	w.Spans = append(w.Spans, s)
	return nil
}

func (p *wantParser) current() *Want { return &p.c.Want[len(p.c.Want)-1] }

func (p *wantParser) text() string { return p.c.Reports[p.report].Text }

func (p *wantParser) field(text string, line int) error {
	if !p.open {
		return p.in.errorf(line, "a field without a quote above it: %s", text)
	}
	p.fields = true
	w := p.current()
	name, value, _ := strings.Cut(text, " ")
	value = strings.TrimSpace(value)
	if value == "" && name != "negated" {
		return p.in.errorf(line, "%s: what?", name)
	}
	switch name {
	case "speaker":
		w.Speaker = value
	case "also":
		w.Also = append(w.Also, value)
	case "role":
		w.Role = value
	case "kind":
		w.Kind = speaker.Kind(value)
		if !slices.Contains(kinds, w.Kind) {
			return p.in.errorf(line, "unknown kind %q: one of %v", value, kinds)
		}
	case "mention":
		p.mention = append(p.mention, value)
	case "cue":
		p.cue = []string{value}
	case "rule":
		w.Rule = value
	case "negated":
		w.Negated = true
	case "silent":
		w.Silent, w.Reason = true, value
	case "open":
		w.Open, w.Reason = true, value
	default:
		return p.in.errorf(line, "unknown field %q", name)
	}
	return nil
}

// finish looks up the words of the utterance at hand, when there is one.
func (p *wantParser) finish() error {
	if !p.open {
		return nil
	}
	p.open, p.fields = false, true
	w := p.current()
	answers := 0
	for _, is := range []bool{w.Speaker != "", w.Silent, w.Open} {
		if is {
			answers++
		}
	}
	if answers != 1 {
		return p.in.errorf(w.Line, "a quote needs one of speaker, silent and open")
	}
	mention, err := p.locate("mention", p.mention)
	if err != nil {
		return err
	}
	cue, err := p.locate("cue", p.cue)
	if err != nil {
		return err
	}
	w.Mention = mention
	if len(cue) > 0 {
		w.Cue = &cue[0]
	}
	p.mention, p.cue = nil, nil
	return nil
}

// locate finds words that the current utterance names.
func (p *wantParser) locate(what string, words []string) ([]quote.Span, error) {
	w := p.current()
	var found []quote.Span
	for _, one := range words {
		s, ok := nearest(p.text(), one, w.Spans)
		if !ok {
			return nil, p.in.errorf(w.Line, "the %s is not in %s: %s", what, p.c.Reports[w.Report].ID, one)
		}
		found = append(found, s)
	}
	return found, nil
}
