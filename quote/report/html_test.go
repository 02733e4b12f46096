package report

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// page returns a page with that head and that article.
func page(head, article string) string {
	return "<!DOCTYPE html><html><head>" + head + "</head><body><nav><a href=/>Home</a> <a href=/news>News</a></nav><article>" +
		article + "</article><footer>All rights reserved, and so on</footer></body></html>"
}

const filler = `<p>The harbour will keep its yard, its owners told the town council on Friday, after weeks of protest, of letters and of meetings by the people who work there.</p>`

const fillerText = "The harbour will keep its yard, its owners told the town council on Friday, after weeks of protest, of letters and of meetings by the people who work there."

func TestPageText(t *testing.T) {
	cases := []struct{ name, article, want string }{
		{"paragraphs", "<p>“No,” he\n said.</p><p>He&nbsp;left<br>at once.</p>", "“No,” he said.\n\nHe left\nat once."},
		{"a paragraph in parts", "<p>“N<b>o</b>,” <a href=/x>he</a> said.</p>", "“No,” he said."},
		{"headings and lists", "<h2>The yard</h2><ul><li>He left, and was not seen again.</li><li>She came, and stayed until the evening.</li></ul>", "The yard\n\nHe left, and was not seen again.\n\nShe came, and stayed until the evening."},
		{"q", "<p>He said <q>no</q>.</p>", "He said “no”."},
		{"soft hyphen", "<p>The har&shy;bour.</p>", "The harbour."},
		{"block quote", "<p>Bo Lind said:</p><blockquote><p>We go.</p><p>We said \"no\".</p></blockquote>", "Bo Lind said:\n\n“We go.\n\n“We said ‘no’.”"},
		{"block quote with marks", "<p>Bo Lind said:</p><blockquote>“We go.”</blockquote>", "Bo Lind said:\n\n“We go.”"},
		{"credit", "<blockquote><p>We go.</p><footer>Bo Lind, <cite>Songs</cite></footer></blockquote>", "“We go.” — Bo Lind, Songs"},
		{"credit in the paragraph", "<blockquote><p>We go. <cite>Bo Lind</cite></p></blockquote>", "“We go.” — Bo Lind"},
		{"a title is no credit", "<blockquote><p>In <cite>Songs</cite> we go.</p></blockquote>", "“In Songs we go.”"},
		{"block quote that repeats", "<p>“We go at six, all of us,” he said.</p><blockquote>We go at six – all of us!</blockquote>", "“We go at six, all of us,” he said."},
		{"pull quotes", "<aside class=x>We go at six</aside><div class=pull-quote><p>We go at six</p></div><p>“We go at six,” he said.</p><figure class=wp-block-pullquote><blockquote><p>We go</p><cite>Bo</cite></blockquote></figure>", "“We go at six,” he said."},
		{"pull quote of what isn't there", "<p>He left.</p><div class=pullquote>We go at six.</div><p class=pullquote>We go at six.</p>", "He left.\n\n“We go at six.”"},
		{"captions", "<figure><img src=a><figcaption>“No,” he said.</figcaption></figure><div class=wp-caption><img src=a><p class=wp-caption-text>“No.”</p></div><p>He left.</p>", "He left."},
		{"post", "<blockquote class=twitter-tweet><p>What a “day”! https://t.co/x</p>&mdash; Bo Lind (@bo) <a href=x>March 12, 2021</a></blockquote>", "“What a ‘day’!” — Bo Lind (@bo)"},
		{"post with a link in its author", "<blockquote class=bluesky-embed><p>What a day!</p>&mdash; Bo Lind (<a>@bo</a>) <a>12 March</a></blockquote>", "“What a day!” — Bo Lind (@bo)"},
		{"post of nobody", "<p>He left.</p><blockquote class=instagram-media><p>“No.”</p></blockquote>", "He left."},
		{"byline", "<p class=x>By Jane Roe</p><p>He left.</p>", "He left."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, "a.html", page(`<meta name=author content="Jane Roe">`, filler+c.article+filler))
			if got := strings.TrimSuffix(strings.TrimPrefix(r.Text, fillerText+"\n\n"), "\n\n"+fillerText); got != c.want {
				t.Errorf("%q\nwant %q", got, c.want)
			}
		})
	}
}

func TestPageOfBlockQuote(t *testing.T) {
	r := one(t, "a.html", page("", "<blockquote>"+filler+"<p>“No,” he said.</p></blockquote>"))
	if want := fillerText + "\n\n“No,” he said."; r.Text != want {
		t.Errorf("%q", r.Text)
	}
}

func TestPageMetadata(t *testing.T) {
	const jsonLD = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Yard to stay","author":{"@type":"Person","name":"Jane Roe"},"publisher":{"name":"Harbour Post"},"datePublished":"2021-03-12T23:30:00-05:00"}</script>`
	cases := []struct {
		name, file, head, article string
		want                      Report
	}{
		{"JSON-LD", "a.html", jsonLD, "", Report{Title: "Yard to stay", Author: "Jane Roe", Outlet: "Harbour Post", Date: "2021-03-12", DateFrom: "metadata"}},
		{
			"meta tags", "a.htm",
			`<title>x</title><meta property=og:title content="Yard to stay"><meta property=og:site_name content="Harbour Post"><meta name=author content="by Jane Roe"><meta property=article:published_time content="2021-03-12"><meta property=og:url content=https://post.example/yard>`, "",
			Report{Title: "Yard to stay", Author: "Jane Roe", Outlet: "Harbour Post", URL: "https://post.example/yard", Date: "2021-03-12", DateFrom: "metadata"},
		},
		{"link", "a.html", `<title>Yard</title><link rel=canonical href=https://www.post.example/yard>`, "", Report{Title: "Yard", Outlet: "post.example", URL: "https://www.post.example/yard"}},
		{"saved", "a.html", `<!-- saved from url=(0025)https://post.example/yard --><title>Yard</title>`, "", Report{Title: "Yard", Outlet: "post.example", URL: "https://post.example/yard"}},
		{"time", "a.html", `<title>Yard</title>`, `<time class=published datetime=2021-03-12T10:00>Friday</time>`, Report{Title: "Yard", Date: "2021-03-12", DateFrom: "metadata"}},
		{"only time", "a.html", `<title>Yard</title>`, `<time datetime=2021-03-12T10:00>Friday</time><time datetime=2021-03-12T11:00>later</time>`, Report{Title: "Yard", Date: "2021-03-12", DateFrom: "metadata"}},
		{"several times", "a.html", `<title>Yard</title>`, `<time datetime=2021-03-12>a</time><time datetime=2021-03-13>b</time><time datetime=2021-03-12>c</time>`, Report{Title: "Yard"}},
		{"dateline", "a.html", `<title>Yard</title>`, `<p>LONDON, 12 March 2021 – He left.</p>`, Report{Title: "Yard", Date: "2021-03-12", DateFrom: "text"}},
		{"file name", "2021-03-12 yard.html", `<title>Yard</title>`, ``, Report{Title: "Yard", Date: "2021-03-12", DateFrom: "file name"}},
		{"day or month", "a.html", `<title>Yard</title><meta name=date content=03/04/2021>`, ``, Report{Title: "Yard"}},
		{"script for an address", "a.html", `<title>Yard</title><link rel=canonical href=javascript:alert(1)>`, ``, Report{Title: "Yard"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, c.file, page(c.head, c.article+filler))
			r.ID, r.Path, r.Text = "", "", ""
			if diff := cmp.Diff(c.want, r); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestPageCharacterSets(t *testing.T) {
	const late = `<meta name=x content="` // beyond what the library looks at
	cases := []struct{ name, head, text, want string }{
		{"UTF-8 undeclared", "", "“Café,” he said.", "“Café,” he said."},
		{"UTF-8 undeclared, late", late + strings.Repeat("x", 2000) + `">`, "“Café,” he said.", "“Café,” he said."},
		{"byte order mark", "\ufeff", "“Café,” he said.", "“Café,” he said."},
		{"windows-1252", "<meta charset=windows-1252>", "\x93Caf\xe9,\x94 he said.", "“Café,” he said."},
		{"latin-1, older way", `<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">`, "\x93Caf\xe9,\x94 he said.", "“Café,” he said."},
		{"declared late", late + strings.Repeat("x", 2000) + `"><meta charset=koi8-r>`, "\xeb\xcf\xd4 left.", "Кот left."},
		{"windows-1252 undeclared", "", "\x93Caf\xe9,\x94 he said.", "“Café,” he said."},
		{"says UTF-8 and isn't", "<meta charset=utf-8>", "\x93Caf\xe9,\x94 he said.", "“Café,” he said."},
		{"Shift JIS", "<meta charset=shift_jis>", "\x83l\x83R left.", "ネコ left."},
		{"in ASCII", "<meta charset=iso-2022-jp>", "\x1b$B%M%3\x1b(B left.", "ネコ left."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, "a.html", page(c.head, "<p>"+c.text+"</p>"+filler))
			if want := c.want + "\n\n" + fillerText; r.Text != want {
				t.Errorf("%q\nwant %q", r.Text, want)
			}
		})
	}
}

func TestPagePiped(t *testing.T) {
	for _, start := range []string{"", " \n", "\ufeff", "<!-- saved from url=(0025)https://post.example/yard -->\n"} {
		got := read(t, Reader{Stdin: strings.NewReader(start + page("", filler))}, "-")
		if diff := cmp.Diff([]string{fillerText}, got); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", start, diff)
		}
	}
	for _, text := range []string{"He wrote <html> on the wall.", "<b>No</b>", "<"} {
		if got := read(t, Reader{Stdin: strings.NewReader(text)}, "-"); len(got) != 1 || got[0] != text {
			t.Errorf("%q", got)
		}
	}
}

// TestPageTooMuch reads what would cost more than a page is worth.
func TestPageTooMuch(t *testing.T) {
	cases := []struct{ name, raw, want string }{
		{"deep", strings.Repeat("<div>", 5000) + "He left.", "can't be read as a web page"},
		{"many elements", strings.Repeat("<i>", maxPageElements+1), "can't be read as a web page"},
		{"many bytes", strings.Repeat("He left. ", maxPageBytes/9+1), "is too large"},
		{"empty", "", "is empty"},
		{"no text", "<html><body><script>“No,” he said.</script>", "has no article in it"},
		{"binary", "<html>\x00", "is binary"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := Reader{Format: "html", Stdin: strings.NewReader(c.raw)}
			if got := read(t, r, "-"); len(got) != 1 || !strings.HasPrefix(got[0], "ERROR standard input "+c.want) {
				t.Errorf("%.200q", got)
			}
		})
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(page("<meta charset=koi8-r>", filler)), "")
	f.Add([]byte(page(`<meta name=author content=Roe><script type=application/ld+json>{"datePublished":"2021-03-12"}</script>`, "<p>Roe</p><blockquote><p>a<p>— b</blockquote><q>c</q>"+filler)), "text/html; charset=utf-16")
	f.Add([]byte(page("", "<blockquote class=twitter-tweet><p>a “b” \"c\"</p>&mdash; d (@e) <a>f</a></blockquote><div class=pullquote>a<cite>b</cite></div><figcaption>c")), "")
	f.Fuzz(func(t *testing.T, raw []byte, contentType string) {
		s := Reader{}.source("a.html", nil)
		s.contentType = contentType
		r, err := s.page(raw)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r") {
				t.Fatalf("%q", err)
			}
			return
		}
		if !utf8.ValidString(r.Text) || blank(r.Text) || strings.Contains(r.Text, lineBreak) || len(r.Text) > 4*len(raw)+1000 {
			t.Fatalf("%d bytes became %q", len(raw), r.Text)
		}
		if r.Date != "" && (metadataDate(r.Date) != r.Date || r.DateFrom == "") {
			t.Fatalf("date %q from %q", r.Date, r.DateFrom)
		}
	})
}

func BenchmarkPage(b *testing.B) {
	for _, n := range []int{10, 1000, 10_000} {
		raw := []byte(page("", strings.Repeat(filler+"<blockquote>We go at six, all of us.</blockquote>", n)))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := (Reader{}).source("a.html", nil).page(raw); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
