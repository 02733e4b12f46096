package report

import (
	"index/suffixarray"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The marks that stand in the text for what a page shows as quoted by other
// means: a block quote, <q>, an embedded post. The finder knows no others.
const opening, closing = "“", "”"

var (
	captionClass   = lazily(`(?i)(?:^|[\s_-])(?:caption|cutline|caption-text|photo-credit|image-credit)(?:$|\s)`)
	pullQuoteClass = lazily(`(?i)pull-?_?quote`)
	postClass      = lazily(`(?i)(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|text-post-media|truthsocial-embed|reddit-\S+|imgur-embed-pub|fb-post|fb-video|wp-embedded-content)(?:$|\s)`)
)

// longestCaption bounds what is left out for its class alone: an article may
// bear any class.
const longestCaption = 1000

// markUp prepares the tree of a page for the library, which keeps no classes:
// captions go, pull quotes become block quotes, embedded posts become a
// paragraph, and the credit of a block quote becomes one.
func markUp(doc *html.Node) {
	for _, n := range slices.Collect(doc.Descendants()) {
		if n.Type != html.ElementNode || n.Parent == nil {
			continue
		}
		class := attribute(n, "class")
		switch {
		case n.DataAtom == atom.Figcaption, captionClass().MatchString(class) && len(innerText(n)) < longestCaption:
			n.Parent.RemoveChild(n)
		case postClass().MatchString(class):
			replacePost(n)
		case pullQuoteClass().MatchString(class) && n.DataAtom != atom.Body && n.DataAtom != atom.Article:
			rename(n, atom.Blockquote)
		case n.DataAtom == atom.Footer && within(n, atom.Blockquote), n.DataAtom == atom.Cite && isCredit(n):
			credit := "— " + undashed(oneLine(innerText(n)))
			rename(n, atom.P)
			for n.FirstChild != nil {
				n.RemoveChild(n.FirstChild)
			}
			n.AppendChild(&html.Node{Type: html.TextNode, Data: credit})
		}
	}
}

func rename(n *html.Node, as atom.Atom) {
	n.DataAtom, n.Data, n.Attr = as, as.String(), nil
}

func within(n *html.Node, a atom.Atom) bool {
	for p := range n.Ancestors() {
		if p.DataAtom == a {
			return true
		}
	}
	return false
}

// isCredit says whether a <cite> names whom a block quote is from: it is the
// last thing in it.
func isCredit(n *html.Node) bool {
	for ; n.Parent != nil; n = n.Parent {
		for s := range following(n) {
			if strings.TrimSpace(innerText(s)+textOf(s)) != "" {
				return false
			}
		}
		if n.Parent.DataAtom == atom.Blockquote {
			return true
		}
	}
	return false
}

func following(n *html.Node) func(func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for s := n.NextSibling; s != nil && yield(s); s = s.NextSibling {
		}
	}
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	return ""
}

// replacePost puts in the place of an embedded post what it says and who posted
// it, where it states both, and else nothing.
func replacePost(n *html.Node) {
	for c := range n.Descendants() {
		if c.DataAtom != atom.P {
			continue
		}
		said, by := postWords(c), ""
		for s := range following(c) {
			if s.DataAtom == atom.A && strings.Contains(by, "(") && strings.Contains(by, ")") {
				break // the date
			}
			by += textOf(s) + innerText(s)
		}
		if by = oneLine(by); said != "" && startsWithDash(by) {
			p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
			p.AppendChild(&html.Node{Type: html.TextNode, Data: opening + innerMarks(said) + closing + " — " + undashed(by)})
			n.Parent.InsertBefore(p, n)
		}
		break
	}
	n.Parent.RemoveChild(n)
}

// postWords returns the text of a post without the addresses in it.
func postWords(p *html.Node) string {
	words := strings.Fields(innerText(p))
	words = slices.DeleteFunc(words, func(w string) bool {
		return strings.HasPrefix(w, "http://") || strings.HasPrefix(w, "https://") || strings.HasPrefix(w, "pic.twitter.com/")
	})
	return strings.Join(words, " ")
}

func startsWithDash(text string) bool {
	return strings.HasPrefix(text, "—") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "-")
}

func undashed(text string) string { return strings.TrimLeft(text, "—–- \u00a0") }

// innerMarks makes the double marks of text single, for it to stand in double
// ones.
func innerMarks(text string) string {
	var b strings.Builder
	before := ' '
	for _, r := range text {
		switch {
		case r == '“', r == '"' && (unicode.IsSpace(before) || before == '(' || before == '['):
			b.WriteRune('‘')
		case r == '”', r == '"':
			b.WriteRune('’')
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

// A block is a paragraph of a page.
type block struct {
	text  string
	quote *html.Node // the outermost block quote that it stands in, nil for none
}

// pageText returns the text of an article: its paragraphs, with a blank line
// between them. The line that names its author is left out.
func pageText(article *html.Node, author string) string {
	if article == nil {
		return ""
	}
	w := blockWriter{}
	w.node(article)
	w.end()
	var b strings.Builder
	for _, text := range w.paragraphs() {
		if author != "" && byline(text) == author {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(text)
	}
	return b.String()
}

// A blockWriter collects the blocks of a tree, which the parser keeps shallow.
type blockWriter struct {
	blocks []block
	line   strings.Builder // the block begun
	quote  *html.Node
}

func (w *blockWriter) node(n *html.Node) {
	if n.Type == html.TextNode {
		w.line.WriteString(n.Data)
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Button, atom.Select, atom.Textarea:
		return
	case atom.Br:
		w.line.WriteString(lineBreak)
		return
	case atom.Q:
		w.line.WriteString(opening)
		defer w.line.WriteString(closing)
	case atom.Blockquote:
		w.end()
		if w.quote == nil {
			w.quote = n
			defer func() { w.quote = nil }()
		}
		defer w.end()
	default:
		if breaks(n) {
			w.end()
			defer w.end()
		}
	}
	for c := range n.ChildNodes() {
		w.node(c)
	}
}

// end ends a block.
func (w *blockWriter) end() {
	if text := tidy(w.line.String()); text != "" {
		w.blocks = append(w.blocks, block{text, w.quote})
	}
	w.line.Reset()
}

// breaks says whether an element stands on lines of its own.
func breaks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em,
		atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.S, atom.Samp, atom.Small, atom.Span,
		atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Img:
		return false
	}
	return n.DataAtom != 0
}

// paragraphs returns the blocks as they stand in the text: block quotes in
// marks, those left out that repeat what the article says.
func (w *blockWriter) paragraphs() []string {
	var out []string
	body := w.body()
	seen := map[string]bool{}
	for i := 0; i < len(w.blocks); {
		j := i + 1
		for j < len(w.blocks) && w.blocks[j].quote == w.blocks[i].quote {
			j++
		}
		group := w.blocks[i:j]
		i = j
		if group[0].quote == nil || body.index == nil {
			for _, b := range group {
				out = append(out, b.text)
			}
			continue
		}
		texts, credit := credited(group)
		key := folded(strings.Join(texts, " "))
		if seen[key] || len(key) > 0 && len(body.index.Lookup([]byte(key), 1)) > 0 {
			continue
		}
		seen[key] = true
		out = append(out, marked(texts, credit)...)
	}
	return out
}

// body is what stands outside the block quotes of an article.
type body struct {
	index *suffixarray.Index // of its letters and digits; nil where block quotes can't be told
}

// body returns none when hardly anything stands outside the block quotes: some
// pages use them to indent what is theirs.
func (w *blockWriter) body() body {
	var own strings.Builder
	quoted := 0
	for _, b := range w.blocks {
		if b.quote != nil {
			quoted += len(b.text)
		} else {
			own.WriteString(folded(b.text))
		}
	}
	if quoted == 0 || own.Len() < quoted/4 {
		return body{}
	}
	return body{suffixarray.New([]byte(own.String()))}
}

// credited parts the paragraphs of a block quote from the line that says whom it
// is from.
func credited(group []block) (texts []string, credit string) {
	for _, b := range group {
		texts = append(texts, b.text)
	}
	if last := len(texts) - 1; last > 0 && startsWithDash(texts[last]) {
		return texts[:last], undashed(texts[last])
	}
	return texts, ""
}

// marked returns the paragraphs of a block quote as speech in marks, which go on
// from paragraph to paragraph. One that bears marks of its own stays as it is.
func marked(texts []string, credit string) []string {
	first, _ := utf8.DecodeRuneInString(texts[0])
	if own := strings.ContainsRune("“\"„«‘'", first); !own {
		for i, t := range texts {
			texts[i] = opening + innerMarks(t)
		}
		texts[len(texts)-1] += closing
	}
	if credit != "" {
		texts[len(texts)-1] += " — " + credit
	}
	return texts
}

// folded returns the letters and digits of text, in lower case.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
