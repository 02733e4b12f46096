package report

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The names under which a page's head states when it was published, surest
// first. The library knows some of them, but guesses what 03/04/2021 means.
var dateNames = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished",
	"parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
	"dc.date", "dcterms.date", "citation_publication_date", "pubdate", "publishdate", "publish-date",
	"publication_date", "cxenseparse:recs:publishtime", "date",
}

var (
	publishedInScript = lazily(`"datePublished"\s*:\s*"([^"]{4,60})"`)
	publishedInClass  = lazily(`(?i)publish|posted|entry-date|pubdate|dateline|byline|timestamp`)
)

// pageDate returns the date that a page says it was published on, as
// 2006-01-02, or "".
func pageDate(doc *html.Node) string {
	var linked, times []string
	only := onlyDate{}
	metas := map[string]string{}
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.Script && strings.Contains(attribute(n, "type"), "ld+json") && n.FirstChild != nil:
			for _, m := range publishedInScript().FindAllStringSubmatch(n.FirstChild.Data, 4) {
				linked = append(linked, m[1])
			}
		case n.DataAtom == atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				if name := strings.ToLower(attribute(n, key)); name != "" && metas[name] == "" {
					metas[name] = attribute(n, "content")
				}
			}
		case attribute(n, "itemprop") == "datePublished",
			n.DataAtom == atom.Time && (has(n, "pubdate") || publishedInClass().MatchString(attribute(n, "class"))):
			times = append(times, attribute(n, "datetime"), attribute(n, "content"), oneLine(innerText(n)))
		case n.DataAtom == atom.Time:
			only.add(metadataDate(attribute(n, "datetime")))
		}
	}
	stated := linked
	for _, name := range dateNames {
		stated = append(stated, metas[name])
	}
	for _, s := range append(stated, times...) {
		if d := metadataDate(s); d != "" {
			return d
		}
	}
	return only.date
}

// onlyDate is the date of a page that states one and no other.
type onlyDate struct {
	date    string
	several bool
}

func (o *onlyDate) add(date string) {
	switch {
	case date == "" || date == o.date || o.several:
	case o.date == "":
		o.date = date
	default:
		o.date, o.several = "", true
	}
}

var savedFrom = lazily(`saved from url=\(\d+\)(\S+)`)

// pageURL returns the address that a page states as its own, or else fetched.
func pageURL(doc *html.Node, fetched string) string {
	canonical, shared, saved := "", "", ""
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.Link && strings.EqualFold(attribute(n, "rel"), "canonical"):
			canonical = attribute(n, "href")
		case n.DataAtom == atom.Meta && attribute(n, "property") == "og:url":
			shared = attribute(n, "content")
		case n.Type == html.CommentNode && saved == "":
			if m := savedFrom().FindStringSubmatch(n.Data); m != nil {
				saved = m[1]
			}
		}
	}
	for _, address := range []string{canonical, shared, fetched, saved} {
		if address = strings.TrimSpace(address); host(address) != "" {
			return address
		}
	}
	return ""
}

// host returns the name of the site that a web address leads to, "" when the
// address is none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func innerText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
