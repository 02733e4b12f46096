package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"quotes/quote/record"
	"quotes/speaker"
)

// A read document is what a reader of Markdown makes of it.
type readDocument struct {
	headings, quotes, items []string
	links                   []string // where to
	other                   []string // markup that has no business there
}

// readMarkdown reads a document with all that GitHub's Markdown adds.
func readMarkdown(t testing.TB, document string) readDocument {
	t.Helper()
	source := []byte(document)
	var d readDocument
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList)).Parser().Parse(text.NewReader(source))
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			d.headings = append(d.headings, shownText(n, source))
		case *ast.Blockquote:
			d.quotes = append(d.quotes, shownText(n, source))
		case *ast.ListItem:
			d.items = append(d.items, shownText(n, source))
		case *ast.Link:
			d.links = append(d.links, string(n.Destination))
		case *ast.RawHTML, *ast.HTMLBlock, *ast.AutoLink, *ast.Image, *ast.CodeBlock, *ast.CodeSpan, *ast.FencedCodeBlock,
			*ast.ThematicBreak, *extast.Table, *extast.Strikethrough, *extast.TaskCheckBox:
			d.other = append(d.other, n.Kind().String())
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// shownText is what a reader sees of a node.
func shownText(n ast.Node, source []byte) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if s, ok := n.(*ast.Text); ok && entering {
			b.WriteString(unescaped(string(s.Value(source))))
			if s.SoftLineBreak() || s.HardLineBreak() {
				b.WriteString("\n")
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// unescaped is text without the backslashes before punctuation, which goldmark
// takes out only when it writes HTML.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	got := write(t, "markdown", Options{Reasons: true}, sample()...)
	const want = `## Ifeoma Okafor, director of the port

> “We have no plans to close the yard, and we never had any. Not \<one\>.”

- [The Harbour Post (2021-03-04)](<https://example.org/a>)
- b.txt

> “Come and see”

- b.txt

## Dockers’ Union

> “Nobody asked us”

*(a guess: confidence 0.40)*

- b.txt

## (no speaker)

> “streamlining”

*(a term, not speech)*

- b.txt
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestMarkdownByReport(t *testing.T) {
	got := write(t, "markdown", Options{Group: "report"}, sample()[0])
	d := readMarkdown(t, got)
	if want := []string{"Yard “safe”, The Harbour Post, 2021-03-04", "b.txt"}; !slices.Equal(d.headings, want) {
		t.Errorf("headings %q, want %q", d.headings, want)
	}
	if !strings.Contains(got, "\n— Ifeoma Okafor, director of the port\n") {
		t.Errorf("nobody says it in\n%s", got)
	}
}

func TestMarkdownExplains(t *testing.T) {
	d := readMarkdown(t, write(t, "markdown", Options{Explain: true}, sample()[1]))
	if len(d.items) != 4 || !strings.HasSuffix(d.items[3], "decided by the rule near; confidence 0.40") {
		t.Errorf("items %q", d.items)
	}
}

// Markup in a report is text.
func TestMarkdownEscapes(t *testing.T) {
	for _, s := range []string{
		"# heading #", "- item", "+ item", "* item", "1. one", "1986. A year", "12) twelve", "> quote", "```\ncode\n```", "    code",
		"*strong* _too_ **so** ~~gone~~", "[a](https://example.org)", "![i](x.png)", "<script>alert(1)</script>", "<https://example.org>",
		"a | b\n--- | ---\nc | d", "---", "===", "&copy; &amp;", `back\slash\*`, "$x$", "[ ] task", "a  \nb", "***", "~~~", "|", "\\",
		"<!-- c -->", "[x]: https://example.org", "tail\\",
	} {
		r := record.Record{
			Quote: s, Speaker: &speaker.Speaker{Name: s, Role: s}, Confidence: 1,
			Sources: []record.Source{{Report: "r", Outlet: s, URL: "https://example.org/?a=<b>&copy=1\\ )"}, {Report: "r", Outlet: s}},
		}
		checkMarkdown(t, r)
	}
}

// checkMarkdown fails when a reader of the document doesn't see the words of r,
// or sees more than them.
func checkMarkdown(t *testing.T, r record.Record) {
	t.Helper()
	document := write(t, "markdown", Options{}, r)
	checkSafe(t, document)
	line := func(s string) string { return strings.Join(strings.Fields(Printable(s)), " ") }
	want := readDocument{
		headings: []string{line(strings.Join(speakerLines(r.Speaker), ", "))},
		quotes:   []string{line(quoted(r.Quote))},
	}
	for _, s := range r.Sources {
		want.items = append(want.items, line(place(s)))
		if to := webAddress(s.URL); to != "" {
			want.links = append(want.links, destination.Replace(to))
		}
	}
	if got := readMarkdown(t, document); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Fatalf("%q reads as\n%q, want\n%q", document, got, want)
	}
}
