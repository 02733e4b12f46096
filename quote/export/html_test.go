package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"quotes/quote"
	"quotes/quote/record"
	"quotes/quote/report"
	"quotes/speaker"
)

// hostile is the text of a report that tries to be part of the page. The astral
// characters before the quote are two units each in a script.
const hostile = "😀😀 <b>Bold</b> </script><script>window.harmed = 1</script> <!-- \u2028\u202e\n\n" +
	"“We <i>close</i> at six & no later,” said Ifeoma Okafor.\n"

// shown are records with the reports in which they stand.
func shown() ([]report.Report, []record.Record) {
	reports := []report.Report{
		{ID: "in/hostile.txt", Title: "</title><script>window.harmed = 2</script>", Text: hostile},
		{ID: "in/b.txt", Text: "Bo Łind said: “We won.” It rained."},
	}
	source := func(n int, words, mention, cue string) record.Source {
		r := reports[n]
		at := func(s string) record.Excerpt {
			before, _, found := strings.Cut(r.Text, s)
			if !found {
				panic(s)
			}
			e := excerptOf(s, len([]rune(before)))
			e.Bytes = quote.Span{Start: len(before), End: len(before) + len(s)}
			return e
		}
		return record.Source{
			Report: r.ID, Title: r.Title, Spans: []record.Excerpt{at(words)}, Mention: ptr(at(mention)), Cue: ptr(at(cue)),
			Rule: "quote-verb-name", Confidence: 0.97,
		}
	}
	first := source(0, "“We <i>close</i> at six & no later,”", "Ifeoma Okafor", "said")
	first.Outlet, first.Date, first.URL = "The <u>Post</u>", "2021-03-04", "https://example.org/a?b=1&c=2"
	first.Steps = []string{"the word “said” gives it to “Ifeoma Okafor”"}
	second := source(1, "“We won.”", "Bo Łind", "said")
	second.Outlet, second.Date, second.URL = "Gazette", "2022-01-01", "javascript:window.harmed=3"
	return reports, []record.Record{
		{
			ID: "a", Quote: "We <i>close</i> at six & no later", Speaker: okafor, Confidence: 0.97, FirstSeen: "2021-03-04",
			Sources: []record.Source{first},
		},
		{ID: "b", Quote: "We won", Speaker: &speaker.Speaker{Name: "Bo Łind", Kind: speaker.Person}, Confidence: 0.5, Sources: []record.Source{second}},
	}
}

// pageOf is the page of records.
func pageOf(t testing.TB, opts Options, reports []report.Report, records []record.Record) string {
	t.Helper()
	var out bytes.Buffer
	w := newHTML(&out, opts)
	for _, r := range reports {
		w.(ReportWriter).WriteReport(r)
	}
	for _, r := range records {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// elements are the elements of a page. It fails when a tag isn't closed, or one
// is closed that isn't open: a browser would mend it, each in its way.
func elements(t testing.TB, page string) []html.Token {
	t.Helper()
	void := []string{"meta", "input", "link", "br"}
	var open []string
	var all []html.Token
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Fatalf("not closed: %q", open)
			}
			return all
		case html.StartTagToken:
			tok := z.Token()
			all = append(all, tok)
			if !slices.Contains(void, tok.Data) {
				open = append(open, tok.Data)
			}
		case html.EndTagToken:
			tok := z.Token()
			if len(open) == 0 || open[len(open)-1] != tok.Data {
				t.Fatalf("</%s> closes %q", tok.Data, open)
			}
			open = open[:len(open)-1]
		case html.CommentToken:
			t.Fatalf("a comment: %s", z.Token())
		}
	}
}

func attribute(tok html.Token, key string) string {
	for _, a := range tok.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// What reports hold is text of the page, never a part of it.
func TestHTMLIsInert(t *testing.T) {
	reports, records := shown()
	counts := map[string]int{}
	for _, tok := range elements(t, pageOf(t, Options{}, reports, records)) {
		counts[tok.Data]++
		for _, a := range tok.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(a.Val, "javascript:") {
				t.Errorf("<%s %s=%q>", tok.Data, a.Key, a.Val)
			}
		}
	}
	for name, want := range map[string]int{"script": 2, "style": 1, "title": 1, "b": 0, "i": 0, "u": 0, "a": 0, "article": 2} {
		if counts[name] != want {
			t.Errorf("%d of <%s>, want %d", counts[name], name, want)
		}
	}
}

// dataOf is what the page's script reads.
func dataOf(t testing.TB, page string) (data pageData) {
	t.Helper()
	_, rest, _ := strings.Cut(page, `id="data">`)
	text, _, _ := strings.Cut(rest, "</script>")
	if err := json.Unmarshal([]byte(text), &data); err != nil {
		t.Fatal(err)
	}
	return data
}

// The offsets of the page's data lead to the words, and no address but one of
// the web is linked to.
func TestHTMLData(t *testing.T) {
	reports, records := shown()
	data := dataOf(t, pageOf(t, Options{}, reports, records))
	if len(data.Reports) != 2 || len(data.Sources) != 2 {
		t.Fatalf("%+v", data)
	}
	for n, want := range []string{"“We <i>close</i> at six & no later,” Ifeoma Okafor said", "“We won.” Bo Łind said"} {
		s := data.Sources[n]
		points := []rune(data.Reports[s.Report].Text)
		got := string(points[s.Spans[0][0]:s.Spans[0][1]]) + " " + string(points[s.Mention[0]:s.Mention[1]]) + " " + string(points[s.Cue[0]:s.Cue[1]])
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := []string{data.Reports[0].URL, data.Reports[1].URL}; got[0] != "https://example.org/a?b=1&c=2" || got[1] != "" {
		t.Errorf("links: %q", got)
	}
}

// Of several reports with one id each source has its own.
func TestHTMLOfReportsWithOneID(t *testing.T) {
	reports, records := shown()
	for i := range reports {
		reports[i].ID = "same"
		records[i].Sources[0].Report = "same"
	}
	data := dataOf(t, pageOf(t, Options{}, reports, records))
	if len(data.Reports) != 2 || !strings.Contains(data.Reports[0].Text, "close") || !strings.Contains(data.Reports[1].Text, "We won") {
		t.Errorf("the reports are %+v", data.Reports)
	}
}

// A page without quotes, and one whose reports aren't known, are pages too.
func TestHTMLOfLittle(t *testing.T) {
	elements(t, pageOf(t, Options{}, nil, nil))
	page := pageOf(t, Options{Reasons: true}, nil, sample())
	elements(t, page)
	for _, want := range []string{"(no speaker)", "a term, not speech", "a guess: confidence 0.40", "Ifeoma Okafor", "director of the port"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// What those need who don't see the page, or don't use a mouse.
func TestHTMLIsAccessible(t *testing.T) {
	reports, records := shown()
	ids, labels, heading := map[string]int{}, map[string]bool{}, 0
	all := elements(t, pageOf(t, Options{}, reports, records))
	for _, tok := range all {
		if id := attribute(tok, "id"); id != "" {
			ids[id]++
		}
		if tok.Data == "label" {
			labels[attribute(tok, "for")] = true
		}
	}
	for _, tok := range all {
		switch tok.Data {
		case "html":
			if attribute(tok, "lang") != "en" {
				t.Error("the language isn't stated")
			}
		case "input", "select":
			if !labels[attribute(tok, "id")] {
				t.Errorf("%s has no label", tok)
			}
		case "button":
			if attribute(tok, "type") == "" {
				t.Errorf("%s has no type", tok)
			}
		case "h1", "h2", "h3":
			level := int(tok.Data[1] - '0')
			if level > heading+1 {
				t.Errorf("%s after a heading of level %d", tok, heading)
			}
			heading = level
		}
		for _, key := range []string{"aria-labelledby", "for"} {
			if id := attribute(tok, key); id != "" && ids[id] != 1 {
				t.Errorf("%s: there are %d of that id", tok, ids[id])
			}
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d elements have the id %s", n, id)
		}
	}
}

// The contrast of what is read, as the Web Content Accessibility Guidelines 2
// define it, is at least 4.5 in both colour schemes.
func TestHTMLContrast(t *testing.T) {
	light, dark, _ := strings.Cut(pageStyle, "prefers-color-scheme: dark")
	for name, scheme := range map[string]string{"light": light, "dark": dark} {
		colors := map[string]string{}
		for _, m := range regexp.MustCompile(`--(\w+): (#[0-9a-f]{6});`).FindAllStringSubmatch(scheme, -1) {
			colors[m[1]] = m[2]
		}
		for _, ground := range []string{"paper", "card", "quote", "mention", "cue"} {
			inks := []string{"ink"}
			if ground == "paper" || ground == "card" {
				inks = append(inks, "faint", "accent")
			}
			for _, ink := range inks {
				if c := contrast(t, colors[ink], colors[ground]); c < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.1f", name, ink, ground, c)
				}
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(t *testing.T, color string) float64 {
	t.Helper()
	sum := 0.0
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		v, err := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(v) / 255
		if c <= 0.04045 {
			sum += share * c / 12.92
		} else {
			sum += share * math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return sum
}

// BenchmarkHTML is of pages over three decades of size.
func BenchmarkHTML(b *testing.B) {
	reports, records := shown()
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				var many []record.Record
				for i := range n {
					many = append(many, records[i%2])
				}
				pageOf(b, Options{}, reports, many)
			}
		})
	}
}
