package export

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"net/url"
	"slices"
	"strings"
	"sync"

	"quotes/quote"
	"quotes/quote/record"
	"quotes/quote/report"
)

var htmlFormat = Format{
	Name: "html", Summary: "a page for a browser, to search and to see each quote in its report", Endings: []string{".html"},
	New: newHTML,
}

// The page: its frame, its looks, and what it does when used.
var (
	//go:embed page/page.html
	pageFrame string
	//go:embed page/page.css
	pageStyle string
	//go:embed page/page.js
	pageScript string
)

// pageTemplate is read when the first page is written.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageFrame))
})

// An htmlWriter writes one page that needs nothing beside it: the records, with
// search and filters, and for each source its report with the quote marked. It
// keeps all records and the reports of their sources until Close.
type htmlWriter struct {
	out     io.Writer
	opts    Options
	records []record.Record
	texts   map[string][]report.Report // by id, which several may share
}

func newHTML(out io.Writer, opts Options) Writer {
	return &htmlWriter{out: out, opts: opts, texts: map[string][]report.Report{}}
}

func (w *htmlWriter) WriteReport(r report.Report) { w.texts[r.ID] = append(w.texts[r.ID], r) }

func (w *htmlWriter) Write(r record.Record) error {
	w.records = append(w.records, r)
	return nil
}

func (w *htmlWriter) Close() error {
	buffered := bufio.NewWriter(w.out)
	if err := pageTemplate().Execute(buffered, w.page()); err != nil {
		return err
	}
	return buffered.Flush()
}

// page is what the frame is filled with.
type page struct {
	Style     template.CSS
	Script    template.JS
	StyleSum  string // of the content security policy
	ScriptSum string
	Ranking   []ranked
	Speakers  []option
	Outlets   []option
	Dated     bool // some source has a date
	Records   []pageRecord
	Data      pageData
}

// pageRecord is a record as the page shows it.
type pageRecord struct {
	Speaker, Role, ID string
	Quote             string
	Confidence        float64
	Remarks           []string
	FirstSeen         string
	Sources           []pageSource
	Outlets           []string // of its sources, each once
	Dates             []string
}

type pageSource struct {
	Index int // in pageData.Sources
	Label string
}

// pageData is what the script shows when a source is opened: the texts of
// reports, each once, and where in them the sources stand. Offsets are code
// points.
type pageData struct {
	Reports []dataReport `json:"reports"`
	Sources []dataSource `json:"sources"`
}

type dataReport struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Outlet string `json:"outlet"`
	Date   string `json:"date"`
	URL    string `json:"url"` // "" unless it leads to the web
	Text   string `json:"text"`
}

type dataSource struct {
	Report  int      `json:"report"`
	Spans   [][2]int `json:"spans"`
	Mention []int    `json:"mention"` // start and end, or null
	Cue     []int    `json:"cue"`
	Rule    string   `json:"rule"`
	Why     []string `json:"why"`
	Diff    string   `json:"diff"`
}

func (w *htmlWriter) page() page {
	p := page{
		Style: template.CSS(pageStyle), StyleSum: digest(pageStyle),
		Script: template.JS(pageScript), ScriptSum: digest(pageScript),
		Ranking:  ranking(w.records),
		Speakers: options(w.records, func(r record.Record) []string { return []string{nameOf(r)} }),
		Outlets:  options(w.records, outletsOf),
	}
	type key struct {
		id  string
		nth int
	}
	reports := map[key]int{}
	for _, r := range w.records {
		shown := pageRecord{
			Speaker: nameOf(r), Quote: Printable(r.Quote), Confidence: rounded(r.Confidence),
			Remarks: remarks(r, w.opts), FirstSeen: Printable(r.FirstSeen), Outlets: outletsOf(r),
		}
		if r.Speaker != nil {
			shown.Role, shown.ID = Printable(r.Speaker.Role), Printable(r.Speaker.ID)
		}
		for _, s := range r.Sources {
			if s.Date != "" {
				shown.Dates, p.Dated = append(shown.Dates, Printable(s.Date)), true
			}
			shown.Sources = append(shown.Sources, pageSource{len(p.Data.Sources), place(s)})
			text, nth := w.textOf(s)
			n, seen := reports[key{s.Report, nth}]
			if !seen {
				n = len(p.Data.Reports)
				reports[key{s.Report, nth}] = n
				p.Data.Reports = append(p.Data.Reports, reportData(s, text))
			}
			p.Data.Sources = append(p.Data.Sources, w.source(r, s, n))
		}
		p.Records = append(p.Records, shown)
	}
	return p
}

// textOf is the text in which s stands, and which of the reports of its id that
// is. Without such a text it is "".
func (w *htmlWriter) textOf(s record.Source) (text string, nth int) {
	for i, r := range w.texts[s.Report] {
		if !slices.ContainsFunc(s.Spans, func(e record.Excerpt) bool { return !standsIn(r.Text, e) }) {
			return r.Text, i
		}
	}
	return "", -1
}

func standsIn(text string, e record.Excerpt) bool {
	return e.Bytes.Start >= 0 && e.Bytes.Start <= e.Bytes.End && e.Bytes.End <= len(text) && text[e.Bytes.Start:e.Bytes.End] == e.Text
}

func reportData(s record.Source, text string) dataReport {
	return dataReport{
		ID: Printable(s.Report), Title: Printable(s.Title), Outlet: Printable(s.Outlet), Date: Printable(s.Date),
		URL: webAddress(s.URL), Text: inPlace(text),
	}
}

func (w *htmlWriter) source(r record.Record, s record.Source, n int) dataSource {
	d := dataSource{Report: n, Rule: Printable(s.Rule), Diff: Printable(s.Diff), Spans: [][2]int{}, Why: []string{}}
	for _, e := range s.Spans {
		d.Spans = append(d.Spans, [2]int{e.Points.Start, e.Points.End})
	}
	d.Mention, d.Cue = points(s.Mention), points(s.Cue)
	for _, step := range s.Steps {
		d.Why = append(d.Why, Printable(step))
	}
	if r.Speaker == nil && s.Reason != "" {
		d.Why = append(d.Why, Printable(s.Reason))
	}
	return d
}

func points(e *record.Excerpt) []int {
	if e == nil || e.Points == (quote.Span{}) {
		return nil
	}
	return []int{e.Points.Start, e.Points.End}
}

// inPlace is text in which nothing acts on the page and every code point keeps
// its place.
func inPlace(text string) string {
	return strings.Map(func(r rune) rune {
		if harmful(r) && r != '\n' && r != '\t' && r != '\r' {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// webAddress is address when it leads to the web, else "".
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// digest is what a content security policy calls a text by.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func nameOf(r record.Record) string {
	if r.Speaker == nil {
		return "(no speaker)"
	}
	return Printable(r.Speaker.Name)
}

func outletsOf(r record.Record) []string {
	return distinct(r.Sources, func(s record.Source) string { return Printable(s.Outlet) })
}
