package export

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"golang.org/x/net/html"

	"quotes/quote/record"
	"quotes/quote/report"
	"quotes/speaker"
)

// FuzzFormats writes a record of any words in every format and reads it back.
func FuzzFormats(f *testing.F) {
	f.Add("We won", "Bo Lind", "in/a.txt", 80)
	f.Add("=HYPERLINK(\"x\";1)\r\n", "＝x", "\x1b[2J\u202e.txt", 0)
	f.Add("世界 👩‍👩‍👧 e\u0301", "", "-\n-", 20)
	f.Add("# *a* <b>_x0041_</b> | c", "1. [x](y)", "</script><!-- &amp;", 100)
	f.Add(strings.Repeat("a", 300), "\xff\xfe", "\u2028|`", 33)
	f.Fuzz(func(t *testing.T, quote, name, report string, width int) {
		r := fuzzed(quote, name, report)
		checkJSON(t, r)
		checkCSV(t, r)
		checkTable(t, r, width%300)
		checkMarkdown(t, r)
		checkHTML(t, r)
	})
}

// FuzzXLSX does the same for workbooks, which take a fuzzer much longer than all
// other formats together.
func FuzzXLSX(f *testing.F) {
	f.Add("=1+1", "_x0041_ ", "\x00\ufffe")
	f.Add(" two\r\nlines ", "\xff", "https://example.org/a")
	f.Fuzz(func(t *testing.T, quote, name, report string) {
		checkXLSX(t, fuzzed(quote, name, report))
	})
}

// fuzzed is a record with any words in all places.
func fuzzed(quote, name, report string) record.Record {
	e := excerptOf(quote, 0)
	return record.Record{
		ID: name, Quote: quote, Speaker: &speaker.Speaker{Name: name, Role: quote}, FirstSeen: report,
		Sources: []record.Source{
			{Report: report, Outlet: name, Spans: []record.Excerpt{e, e}, Mention: &e, Cue: &e, Rule: name, Steps: []string{quote, report}},
			{Report: name, Reason: report},
		},
	}
}

func checkJSON(t *testing.T, r record.Record) {
	text := write(t, "jsonl", Options{Explain: true}, r)
	checkSafe(t, text)
	if strings.Count(text, "\n") != 1 {
		t.Fatalf("one record is not one line: %q", text)
	}
	var back struct {
		Quote   string
		Speaker struct{ Name string }
		Sources []struct{ Report string }
	}
	if err := json.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(err)
	}
	if utf8.ValidString(r.Quote+" "+r.Speaker.Name+" "+r.Sources[0].Report) &&
		(back.Quote != r.Quote || back.Speaker.Name != r.Speaker.Name || back.Sources[0].Report != r.Sources[0].Report) {
		t.Fatalf("%q reads back as %+v", text, back)
	}
}

func checkCSV(t *testing.T, r record.Record) {
	for _, each := range []bool{false, true} {
		text := write(t, "csv", Options{Each: each, Reasons: true, Explain: true}, r)
		checkSafe(t, strings.NewReplacer("\t", "", "\r", "").Replace(text))
		rows := readCSV(t, text) // fails when rows differ in length
		if want := map[bool]int{false: 2, true: 3}[each]; len(rows) != want {
			t.Fatalf("%d rows, want %d", len(rows), want)
		}
		for _, row := range rows[1:] {
			for _, c := range row {
				if isFormula(c) {
					t.Fatalf("the cell %q is a formula", c)
				}
			}
		}
	}
}

// checkXLSX fails when a workbook doesn't say what CSV says.
func checkXLSX(t *testing.T, r record.Record) {
	text := write(t, "xlsx", Options{Explain: true}, r)
	f := openXLSX(t, text)
	for at, want := range map[string]string{"A2": r.Speaker.Name, "D2": r.Quote} {
		want = visible(want)
		if strings.ContainsAny(want, "\r\uFFFE\uFFFF") || strings.Contains(want, "_x") {
			continue // XML has no such characters, and excelize reads its own escapes otherwise
		}
		if got, err := f.GetCellValue("Quotes", at); err != nil || got != want {
			t.Fatalf("%s is %q, want %q: %v", at, got, want, err)
		}
		if got, err := f.GetCellFormula("Quotes", at); err != nil || got != "" {
			t.Fatalf("%s is the formula %q, %v", at, got, err)
		}
	}
}

// checkHTML fails when a reader of the page doesn't see the words of r, or sees
// more than them.
func checkHTML(t *testing.T, r record.Record) {
	page := pageOf(t, Options{}, []report.Report{{ID: r.Sources[0].Report, Text: r.Quote}}, []record.Record{r})
	counts := map[string]int{}
	for _, tok := range elements(t, page) {
		counts[tok.Data]++
	}
	if counts["script"] != 2 || counts["article"] != 1 || counts["blockquote"] != 1 || counts["b"] != 0 {
		t.Fatalf("the page holds %v", counts)
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Data == "blockquote" {
			got := strings.TrimSpace(n.FirstChild.FirstChild.Data)
			if want := "“" + Printable(r.Quote) + "”"; got != want {
				t.Fatalf("the quote reads %q, want %q", got, want)
			}
		}
	}
}

func checkTable(t *testing.T, r record.Record, width int) {
	checkSafe(t, write(t, "table", Options{Width: width, Explain: true}, r))
	text := write(t, "table", Options{Width: width}, r)
	checkSafe(t, text)
	first := 0
	for line := range strings.Lines(text) {
		w := displaywidth.String(strings.TrimSuffix(line, "\n"))
		if first == 0 {
			first = w
		}
		if w != first && printsPlainly(r) {
			t.Fatalf("a line is %d wide, the first %d:\n%s", w, first, text)
		}
	}
}

// printsPlainly says whether no character of r joins its neighbours: what does
// may join a border too.
func printsPlainly(r record.Record) bool {
	for _, c := range r.Quote + r.Speaker.Name + r.Sources[0].Report {
		if c >= 0x300 {
			return false
		}
	}
	return true
}

// checkSafe fails when text holds something that acts on a terminal.
func checkSafe(t *testing.T, text string) {
	t.Helper()
	for _, c := range text {
		if harmful(c) && c != '\n' {
			t.Fatalf("%U in %q", c, text)
		}
	}
	if !utf8.ValidString(text) {
		t.Fatalf("not UTF-8: %q", text)
	}
}
