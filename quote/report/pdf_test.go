package report

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// pdfOf returns a PDF of these objects, numbered from 1. The first is its
// catalog, and the last tells of the file.
func pdfOf(objects ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, len(objects), start)
	return b.String()
}

// stream returns a stream object, packed.
func stream(content string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(content))
	z.Close()
	return fmt.Sprintf("<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", b.Len(), b.String())
}

// drawn draws lines at a distance below one another, each a place on the page
// and its text in windows-1252.
func drawn(lines ...string) string {
	var b strings.Builder
	for _, l := range lines {
		where, text, _ := strings.Cut(l, "|")
		text = strings.NewReplacer("“", "\x93", "”", "\x94", "–", "\x96", "(", `\(`, ")", `\)`).Replace(text)
		fmt.Fprintf(&b, "BT /F1 10 Tf %s Td (%s) Tj ET\n", where, text)
	}
	return b.String()
}

const pdfFont = "<</Type/Font/Subtype/Type1/BaseFont/Times/Encoding/WinAnsiEncoding>>"

// pdfPages returns a PDF whose pages are drawn so.
func pdfPages(info string, pages ...string) string {
	kids := ""
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", pdfFont}
	for _, p := range pages {
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", len(objects)+2), stream(p))
		kids += fmt.Sprintf("%d 0 R ", len(objects)-1)
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids)
	return pdfOf(append(objects, "<<"+info+">>")...)
}

func TestPDFText(t *testing.T) {
	cases := []struct {
		name  string
		pages []string
		want  string
	}{
		{"lines and paragraphs", []string{drawn(
			"72 700|“We have no plans to close the yard,” she", "72 688|said on Friday, in a room of the town hall,", "72 676|and left.",
			"72 652|The mayor, who had come by train, spoke at", "72 640|length.",
		)}, "“We have no plans to close the yard,” she said on Friday, in a room of the town hall, and left.\n\nThe mayor, who had come by train, spoke at length."},
		{"paragraphs set in", []string{drawn(
			"72 700|The mayor spoke at length of what had been,", "72 688|and of what would be, when all was said.", "84 676|Then the people who had come to hear him, of", "72 664|whom there were many, left.",
		)}, "The mayor spoke at length of what had been, and of what would be, when all was said.\n\nThen the people who had come to hear him, of whom there were many, left."},
		{"words broken", []string{drawn(
			"72 700|The well-known mayor spoke of the environ-", "72 688|ment, of the Anglo-", "72 676|American yard and of that well-", "72 664|known man.",
		)}, "The well-known mayor spoke of the environment, of the Anglo-American yard and of that well-known man."},
		{"over pages, with their heads and feet", []string{
			drawn("72 800|Harbour Post 1", "72 700|The mayor spoke at length of what had been,", "72 30|Page 1 of 3"),
			drawn("72 800|Harbour Post 2", "72 700|and of what would be, when all was said and", "72 30|Page 2 of 3"),
			drawn("72 800|Harbour Post 3", "72 700|done.", "72 30|Page 3 of 3"),
		}, "The mayor spoke at length of what had been, and of what would be, when all was said and done."},
		{"printed from a browser", []string{drawn("72 800|3/12/21, 10:05 AM Yard to stay", "72 700|The mayor left.", "72 810|3/12/21, 10:05 AM", "72 30|https://post.example/yard 1/1")}, "The mayor left."},
		{"heading", []string{"BT /F1 18 Tf 72 730 Td (Yard to stay) Tj ET\n" + drawn("72 700|The mayor left.")}, "Yard to stay\n\nThe mayor left."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := one(t, "a.pdf", pdfPages("", c.pages...)).Text; got != c.want {
				t.Errorf("%q\nwant %q", got, c.want)
			}
		})
	}
}

// TestPDFSpaces reads words that are set apart without a space between them, in a
// font whose widths are known.
func TestPDFSpaces(t *testing.T) {
	widths := "/FirstChar 0/LastChar 255/Widths[" + strings.Repeat("500 ", 256) + "]"
	raw := pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>", strings.Replace(pdfFont, "/Type", widths+"/Type", 1),
		stream("BT /F1 10 Tf 72 700 Td [(The) -300 (mayor) -300 (l) 20 (eft.)] TJ ET"), "<<>>")
	if got := one(t, "a.pdf", raw).Text; got != "The mayor left." {
		t.Errorf("%q", got)
	}
}

func TestLigatures(t *testing.T) {
	if got := ligatures("o\ufb03ce \ufb01nd 5² ½ …"); got != "office find 5² ½ …" {
		t.Errorf("%q", got)
	}
}

func TestPDFMetadata(t *testing.T) {
	text := drawn("72 700|The mayor left.")
	cases := []struct {
		info, text string
		want       Report
	}{
		{"/Title(Yard to stay)/Author(Jane Roe)/CreationDate(D:20210312100000Z)", text, Report{Title: "Yard to stay", Author: "Jane Roe", Date: "2021-03-12", DateFrom: "metadata"}},
		{"/Title(Microsoft Word - yard.doc)/CreationDate(D:2021)", text, Report{}},
		{"/CreationDate(D:20210312)", drawn("72 700|LONDON, 1 May 2020 – The mayor left."), Report{Date: "2020-05-01", DateFrom: "text"}},
		{"", text, Report{}},
	}
	for _, c := range cases {
		r := one(t, "a.pdf", pdfPages(c.info, c.text))
		r.ID, r.Path, r.Text = "", "", ""
		if diff := cmp.Diff(c.want, r); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.info, diff)
		}
	}
}

// TestPDFWrong reads what the library takes at its word.
func TestPDFWrong(t *testing.T) {
	text := drawn("72 700|The mayor left.")
	good := pdfPages("", text)
	twice := stream(stream(text))
	catalog, pages := "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>"
	cases := []struct{ name, raw, want string }{
		{"no PDF", "He left.", "can't be read as a PDF"},
		{"cut", good[:len(good)/2], "can't be read as a PDF"},
		{"no text", pdfPages(""), "has no text (scanned"},
		{"page bomb", pdfPages("", strings.Repeat("(a) Tj ", maxPDFPage/7+1)), "is too large"},
		{"stream bomb", pdfPages("", strings.Repeat(" ", maxPDFStream+1)), "is too large"},
		{"bomb in a bomb", strings.Replace(pdfOf(catalog, pages, twice), "/FlateDecode", "[/FlateDecode /FlateDecode]", 1), "is too large"},
		{"many objects", strings.Replace(good, "/Size 7", "/Size 99999999999", 1), "is too large"},
		{"parents in circles", pdfOf(catalog, pages, "<</Type/Page/Parent 4 0 R/Contents 5 0 R>>", "<</Parent 3 0 R>>", stream(text), "<<>>"), "can't be read as a PDF: it takes too long"},
		{"deep", pdfOf(catalog, pages, strings.Repeat("[", 1_000_000), "<<>>"), "can't be read as a PDF: object nesting"},
		{"bad operator", pdfPages("", "1 Tf Q"), "can't be read as a PDF: bad TL"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			limit := pdfTime
			if strings.Contains(c.want, "too long") {
				limit = 200 * time.Millisecond
			}
			_, err := Reader{}.source("a.pdf", nil).portable([]byte(c.raw), limit)
			if err == nil || !strings.HasPrefix(err.Error(), "a.pdf "+c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

// TestPDFMended reads what is a PDF but for its ends.
func TestPDFMended(t *testing.T) {
	good := pdfPages("", drawn("72 700|The mayor left."))
	for _, raw := range []string{strings.Replace(good, "1.4", "2.0", 1), good + strings.Repeat("junk", 100), strings.Replace(good, "1.4\n", "1.4 ", 1)} {
		if got := read(t, Reader{Stdin: strings.NewReader(raw)}, "-"); len(got) != 1 || got[0] != "The mayor left." {
			t.Errorf("%q", got)
		}
	}
}

func FuzzPDF(f *testing.F) {
	f.Add([]byte(pdfPages("/Title(a)/CreationDate(D:20210312)", drawn("72 700|“No,” he said to the envi-", "72 688|ronment."))))
	f.Add([]byte(strings.ReplaceAll(pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R>>", "<</Length 40>>\nstream\nBT (a) Tj [(b) 1 (c)] TJ T* ' ET             \nendstream", "<<>>"), "\r", "")))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := Reader{}.source("a.pdf", nil).portable(raw, time.Second)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r") {
				t.Fatalf("%q", err)
			}
			return
		}
		if !utf8.ValidString(r.Text+r.Title+r.Author) || blank(r.Text) {
			t.Fatalf("%q", r)
		}
	})
}

func BenchmarkPDF(b *testing.B) {
	var lines []string
	for i := range 50 {
		lines = append(lines, fmt.Sprintf("72 %d|“We go at six, all of us,” he said, and he left the room.", 800-14*i))
	}
	pages := make([]string, 10)
	for i := range pages {
		pages[i] = drawn(lines...)
	}
	raw := []byte(pdfPages("", pages...))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Reader{}).source("a.pdf", nil).portable(raw, pdfTime); err != nil {
			b.Fatal(err)
		}
	}
}
