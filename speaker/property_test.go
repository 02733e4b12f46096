package speaker_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"quotes/quote"
	"quotes/quote/report"
	"quotes/speaker"
)

// typography are changes to a report that change nothing of what it says.
var typography = []struct {
	name   string
	change func(string) string
}{
	{"straight marks", straighten},
	{"curly marks", curl},
	{"doubled single marks", strings.NewReplacer("“", "''", "”", "''").Replace},
	{"guillemets", restyle("«", "»")},
	{"German marks", restyle("„", "“")},
	{"low and high marks", restyle("„", "”")},
	{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{"decomposed", norm.NFD.String},
	{"composed", norm.NFC.String},
	{"no-break spaces", strings.NewReplacer(" ", "\u00a0").Replace},
	{"narrow no-break spaces", strings.NewReplacer(" ", "\u202f").Replace},
	{"no-break spaces after marks", strings.NewReplacer(". ", ".\u00a0", ", ", ",\u00a0").Replace},
	{"zero-width spaces after spaces", strings.NewReplacer(" ", " \u200b", "\n\n", "\n\n\u200b").Replace},
	{"zero-width spaces before spaces", strings.NewReplacer(" ", "\u200b ", "\n\n", "\u200b\n\n").Replace},
	{"soft hyphens", strings.NewReplacer("tion", "\u00adtion", "man", "\u00adman", "ster", "\u00adster").Replace},
	{"byte order mark", func(s string) string { return "\ufeff" + s }},
	{"trailing spaces", func(s string) string { return strings.ReplaceAll(s, "\n", "  \n") + " \n" }},
	{"trailing no-break spaces", strings.NewReplacer("\n", "\u00a0\n").Replace},
	{"doubled spaces", strings.NewReplacer(". ", ".  ", ".” ", ".”  ", ".\" ", ".\"  ").Replace},
	{"leading lines", func(s string) string { return "\n\n" + s }},
	{"wrapped lines", wrap},
}

var straighten = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace

// curl makes straight marks curly where what stands around them leaves no doubt.
func curl(s string) string {
	s = strings.ReplaceAll(s, "''", `"`)
	var b strings.Builder
	rs := []rune(s)
	at := func(i int) rune {
		if i < 0 || i >= len(rs) {
			return ' '
		}
		return rs[i]
	}
	const opens, closes = " \n\t\u00a0(—“‘", " \n\t\u00a0,.;:?!)—”’…"
	for i, r := range rs {
		before, after := strings.ContainsRune(opens, at(i-1)), strings.ContainsRune(closes, at(i+1))
		switch {
		case r == '"' && before && !after:
			r = '“'
		case r == '"' && after && !before:
			r = '”'
		case r == '\'' && !before:
			r = '’'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// restyle gives a report other double marks, where all are curly.
func restyle(opening, closing string) func(string) string {
	return func(s string) string {
		if strings.ContainsAny(s, "\"„«»") || strings.Contains(s, "''") {
			return s
		}
		return strings.NewReplacer("“", opening, "”", closing).Replace(s)
	}
}

// wrap breaks the lines of a report that is long enough to show that they are
// wrapped.
func wrap(s string) string {
	const width, shortest = 72, 1500
	lines := strings.Count(strings.ReplaceAll(s, "\n\n", ""), "\n")
	if len(s) < shortest || !strings.Contains(s, "\n\n") || lines > 0 {
		return s // or its lines are paragraphs
	}
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		column := 0
		for w := range strings.FieldsSeq(line) {
			n := utf8.RuneCountInString(w)
			switch {
			case column == 0:
			case column+1+n > width:
				b.WriteByte('\n')
				column = 0
			default:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(w)
			column += n
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// said is what a report's attributions say, whatever its typography.
func said(a *speaker.Attributor, text string) []string {
	doc := a.Attribute(quote.Find(report.Report{Text: text}))
	var out []string
	for _, q := range doc.Quotes {
		var words []string
		for _, s := range q.Quote.Spans {
			words = append(words, plain(text[s.Start:s.End]))
		}
		name := "nobody"
		if q.Speaker != nil {
			name = fmt.Sprintf("%s, %s, %s", shown(q.Speaker.Name), shown(q.Speaker.Role), q.Speaker.Kind)
		}
		out = append(out, fmt.Sprintf("%s: %s by %s", name, strings.Join(words, " + "), q.Rule))
	}
	return out
}

// plain takes from quoted words what typography may change.
func plain(s string) string {
	s = strings.NewReplacer(`"`, "", "'", "", "«", "", "»", "", "„", "", "\u200b", "", "\u00ad", "").Replace(straighten(s))
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

// shown is a name or a role, on which spaces and invisible characters leave no trace,
// and in which a nickname has the marks of its report.
func shown(s string) string { return plain(s) }

// TestTypography expects the same attributions whatever the typography.
func TestTypography(t *testing.T) {
	a := attributor(t)
	reports := fixtureReports(t)
	for _, c := range typography {
		t.Run(c.name, func(t *testing.T) {
			for _, r := range reports {
				changed := c.change(r.Text)
				if changed == r.Text {
					continue
				}
				if diff := cmp.Diff(said(a, r.Text), said(a, changed)); diff != "" {
					t.Errorf("%s: (-as printed +changed)\n%s", r.ID, diff)
				}
			}
		})
	}
}
