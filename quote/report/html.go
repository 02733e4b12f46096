package report

import (
	"bytes"
	"fmt"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/transform"
)

// webPage is the format of an HTML page that holds one article. The report's
// text is the article's, a paragraph a block, with a blank line between them.
var webPage = format{
	name:    "html",
	endings: []string{".html", ".htm", ".xhtml"},
	types:   []string{"text/html", "application/xhtml+xml"},
	sniff:   looksLikePage,
	read:    readPage,
}

// A page is held in memory as a tree many times its size.
const (
	maxPageBytes    = 16 << 20
	maxPageElements = 250_000
)

func readPage(s *source, yield func(Report, error) bool) {
	s.max = min(s.max, maxPageBytes)
	raw, err := s.all()
	if err != nil {
		yield(Report{}, err)
		return
	}
	yield(s.page(raw))
}

// page makes the report of a page. A page that is too much for the library is
// an error like others.
func (s *source) page(raw []byte) (r Report, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = Report{}, &Error{Path: s.path, Reason: fmt.Sprintf("can't be read as a web page: %v", p)}
		}
	}()
	text, err := pageToUTF8(raw, s.contentType)
	switch {
	case err != nil || !looksLikeText(text):
		return Report{}, &Error{Path: s.path, Reason: binary}
	case blank(text):
		return Report{}, &Error{Path: s.path, Reason: empty}
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return Report{}, wrong(s.path, "can't be read as a web page", err)
	}
	r = Report{ID: s.path, Path: s.path, URL: pageURL(doc, s.url)}
	r.Date, r.DateFrom = pageDate(doc), "metadata"
	markUp(doc)
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxPageElements
	article, err := parser.ParseAndMutate(doc, nil)
	if err != nil {
		return Report{}, wrong(s.path, "can't be read as a web page", err)
	}
	r.Title, r.Author, r.Outlet = oneLine(article.Title()), byline(article.Byline()), oneLine(article.SiteName())
	if r.Text = pageText(article.Node, r.Author); blank(r.Text) {
		return Report{}, &Error{Path: s.path, Reason: "has no article in it", Hint: "a page that a script fills must be saved from the browser"}
	}
	if r.Outlet == "" {
		r.Outlet = host(r.URL)
	}
	if r.Date == "" {
		r.Date, r.DateFrom = statedDate(r.Text, s.name)
	}
	return r, nil
}

// byline returns the author that a byline names, without the “By” before it.
func byline(text string) string {
	text = oneLine(text)
	if rest, ok := strings.CutPrefix(strings.ToLower(text), "by "); ok {
		return text[len(text)-len(rest):]
	}
	return text
}

var declaredLate = lazily(`(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)`)

// pageToUTF8 decodes a page by its byte order mark, by what the server or the
// page says, or else by its bytes.
func pageToUTF8(raw []byte, contentType string) (string, error) {
	encoding, name, declared := charset.DetermineEncoding(raw, contentType)
	if !declared {
		// The library looks at the first 1,024 bytes only.
		if m := declaredLate().FindSubmatch(raw[:min(len(raw), buffered)]); m != nil {
			if e, n := charset.Lookup(string(m[1])); e != nil {
				encoding, name, declared = e, n, true
			}
		}
	}
	if !declared || name == "utf-8" {
		if isUTF8(raw) {
			return toUTF8(raw)
		}
		if name == "utf-8" { // says what it isn't
			encoding, _ = charset.Lookup("windows-1252")
		}
	}
	out, _, err := transform.Bytes(encoding.NewDecoder(), raw)
	return strings.TrimPrefix(strings.ToValidUTF8(string(out), "\ufffd"), byteOrderMark), err
}

var pageStart = lazily(`^(?i:<\?xml[^>]*>\s*)?(?i:<!--[^>]*-->\s*)*(?i:<!doctype\s+html|<html|<head|<body)`)

// looksLikePage says whether what begins so is an HTML page.
func looksLikePage(start []byte) bool {
	start = bytes.TrimSpace(bytes.TrimPrefix(start, []byte(byteOrderMark)))
	if bytes.HasPrefix(start, []byte("\xff\xfe")) || bytes.HasPrefix(start, []byte("\xfe\xff")) {
		start = bytes.TrimSpace(bytes.ReplaceAll(start[2:], []byte{0}, nil)) // UTF-16
	}
	return pageStart().Match(start)
}
