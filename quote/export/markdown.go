package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"quotes/quote/record"
)

var markdownFormat = Format{
	Name: "markdown", Summary: "Markdown: a heading a speaker, the quotes, links to their sources", Endings: []string{".md"},
	New: newMarkdown, Takes: []string{OptGroup},
}

// A markdownWriter writes a document as CommonMark. It keeps all records until
// Close. What stands in reports is text there, whatever it looks like.
type markdownWriter struct {
	out    io.Writer
	opts   Options
	groups *groups
}

func newMarkdown(out io.Writer, opts Options) Writer {
	return &markdownWriter{out: out, opts: opts, groups: newGroups(opts.Group)}
}

func (w *markdownWriter) Write(r record.Record) error {
	w.groups.add(r)
	return nil
}

// Close writes the document, which is empty when there is no record.
func (w *markdownWriter) Close() error {
	out := bufio.NewWriter(w.out)
	for i, g := range w.groups.ordered() {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "## %s\n", escaped(strings.Join(w.groups.titleLines(g), ", ")))
		for _, r := range g.records {
			w.record(out, r)
		}
	}
	return out.Flush()
}

// record writes a quote and what is known of it.
func (w *markdownWriter) record(out io.Writer, r record.Record) {
	fmt.Fprintf(out, "\n> %s\n\n", escaped(quoted(r.Quote)))
	if w.groups.name != "speaker" {
		fmt.Fprintf(out, "— %s\n\n", escaped(strings.Join(speakerLines(r.Speaker), ", ")))
	}
	for _, remark := range remarks(r, w.opts) {
		fmt.Fprintf(out, "*%s*\n\n", escaped(remark))
	}
	if w.opts.Explain {
		for _, l := range argument(r) {
			indent := strings.TrimSuffix(strings.TrimPrefix(l.margin, "    "), "- ")
			fmt.Fprintf(out, "%s- %s\n", indent, escaped(l.text))
		}
		return
	}
	for _, s := range r.Sources {
		fmt.Fprintf(out, "- %s\n", sourceLink(s))
	}
}

// sourceLink is a source with a link to it, where it is on the web.
func sourceLink(s record.Source) string {
	to := webAddress(s.URL)
	if to == "" {
		return escaped(place(s))
	}
	return "[" + escaped(place(s)) + "](<" + destination.Replace(to) + ">)"
}

// destination makes an address keep to its place.
var destination = strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C", " ", "%20", "&", `\&`)

// escaped is text in one line that means itself: each character that could begin
// markup is preceded by a backslash, wherever it stands.
func escaped(text string) string {
	text = strings.Join(strings.Fields(Printable(text)), " ")
	var b strings.Builder
	for i, r := range text {
		if strings.ContainsRune("\\`*_{}[]<>#|~&!$", r) || beginsList(text[:i], r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// beginsList says whether a character makes a list, or a line, of what it begins
// or what has only digits before it.
func beginsList(before string, r rune) bool {
	if before == "" {
		return strings.ContainsRune("-+=", r)
	}
	return (r == '.' || r == ')') && strings.Trim(before, "0123456789") == ""
}
