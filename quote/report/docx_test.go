package report

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// docx returns a Word file of these parts, each a name and what it holds.
func docx(parts ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	z.Close()
	return b.String()
}

func wordBody(content string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x"><w:body>` + content + `</w:body></w:document>`
}

const coreXML = `<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:dcterms="c"><dc:title> Yard to
stay</dc:title><dc:creator>Jane Roe</dc:creator><dcterms:created>2021-03-12T10:00:00Z</dcterms:created></cp:coreProperties>`

func TestWordText(t *testing.T) {
	cases := []struct{ name, content, want string }{
		{"paragraphs", `<w:p><w:r><w:t>“No,”</w:t></w:r><w:r><w:t xml:space="preserve"> he said.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>He left.</w:t></w:r></w:p>`, "“No,” he said.\n\nHe left."},
		{"breaks", `<w:p><w:r><w:t>Well</w:t><w:noBreakHyphen/><w:t>known</w:t><w:tab/><w:t>man</w:t><w:br/><w:t>left.</w:t></w:r></w:p>`, "Well-known man\nleft."},
		{"table", `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, "A\n\nB"},
		{"deleted, footnotes, fields", `<w:p><w:del><w:r><w:delText>Not this. </w:delText></w:r></w:del><w:r><w:t>He left.</w:t><w:footnoteReference w:id="1"/><w:instrText>PAGE</w:instrText></w:r></w:p>`, "He left."},
		{"text box", `<w:p><w:r><w:t>He </w:t></w:r><w:r><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent><mc:Fallback><w:t>Box</w:t></mc:Fallback></w:r><w:r><w:t>left.</w:t></w:r></w:p>`, "He left."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, "a.docx", docx(wordText, wordBody(c.content), "word/footnotes.xml", wordBody("<w:p><w:r><w:t>Note</w:t></w:r></w:p>")))
			if r.Text != c.want {
				t.Errorf("%q, want %q", r.Text, c.want)
			}
		})
	}
}

func TestWordMetadata(t *testing.T) {
	text := wordBody(`<w:p><w:r><w:t>Minister leaves</w:t></w:r></w:p><w:p><w:r><w:t>He left.</w:t></w:r></w:p>`)
	dated := wordBody(`<w:p><w:r><w:t>LONDON, 1 May 2020 – He left.</w:t></w:r></w:p>`)
	cases := []struct {
		name, file, raw string
		want            Report
	}{
		{"stated", "a.docx", docx(wordText, text, wordCore, coreXML), Report{Title: "Yard to stay", Author: "Jane Roe", Date: "2021-03-12", DateFrom: "metadata"}},
		{"text goes first", "a.docx", docx(wordText, dated, wordCore, coreXML), Report{Title: "Yard to stay", Author: "Jane Roe", Date: "2020-05-01", DateFrom: "text"}},
		{"file name goes first", "2019-02-03.docx", docx(wordText, text, wordCore, coreXML), Report{Title: "Yard to stay", Author: "Jane Roe", Date: "2019-02-03", DateFrom: "file name"}},
		{"none", "a.docx", docx(wordText, text), Report{Title: "Minister leaves"}},
		{"broken", "a.docx", docx(wordText, text, wordCore, "<a><title>x"), Report{Title: "Minister leaves"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, c.file, c.raw)
			r.ID, r.Path, r.Text = "", "", ""
			if diff := cmp.Diff(c.want, r); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestWordWrong(t *testing.T) {
	bomb := docx(wordText, wordBody("<w:p><w:r><w:t>"+strings.Repeat("a", 3_000_000)+"</w:t></w:r></w:p>"))
	cases := []struct{ name, raw, want string }{
		{"no zip", "He left.", "can't be read as a Word file"},
		{"cut", docx(wordText, wordBody("<w:p/>"))[:60], "can't be read as a Word file"},
		{"older", "\xd0\xcf\x11\xe0\xa1\xb1", "is a Word file of the older kind, or has a password"},
		{"another archive", docx("a.txt", "He left."), "can't be read as a Word file: it has no word/document.xml"},
		{"no text", docx(wordText, wordBody("<w:p/>")), "is empty"},
		{"broken XML", docx(wordText, "<a>"), "can't be read as a Word file: XML syntax error"},
		{"bomb", bomb, "is too large"},
		{"deep", docx(wordText, strings.Repeat("<a>", 200_000)), "can't be read as a Word file"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := Reader{Format: "docx", MaxBytes: 1_000_000, Stdin: strings.NewReader(c.raw)}
			if got := read(t, r, "-"); len(got) != 1 || !strings.HasPrefix(got[0], "ERROR standard input "+c.want) {
				t.Errorf("%.200q", got)
			}
		})
	}
	if len(bomb) > 100_000 {
		t.Errorf("the bomb has %d bytes", len(bomb))
	}
}

func TestWordPiped(t *testing.T) {
	raw := docx(wordText, wordBody("<w:p><w:r><w:t>He left.</w:t></w:r></w:p>"))
	if diff := cmp.Diff([]string{"He left."}, read(t, Reader{Stdin: strings.NewReader(raw)}, "-")); diff != "" {
		t.Error(diff)
	}
}

func FuzzWord(f *testing.F) {
	f.Add([]byte(docx(wordText, wordBody("<w:p><w:r><w:t>“No,”</w:t><w:br/></w:r></w:p>"), wordCore, coreXML)))
	f.Add([]byte(docx(wordText, "\xff\xfe<\x00a\x00>\x00")))
	f.Fuzz(func(t *testing.T, raw []byte) {
		const most = 100_000
		r, err := Reader{MaxBytes: most}.source("a.docx", nil).word(raw)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r") {
				t.Fatalf("%q", err)
			}
			return
		}
		if !utf8.ValidString(r.Text) || blank(r.Text) || len(r.Text) > most || !utf8.ValidString(r.Title+r.Author) {
			t.Fatalf("%q", r)
		}
	})
}

// FuzzWordText changes the text itself, which the packing would hide.
func FuzzWordText(f *testing.F) {
	f.Add(wordBody(`<w:p><w:r><w:t>“No,”</w:t><w:br/><w:tab/></w:r><mc:Fallback><w:t>x</w:t></mc:Fallback></w:p>`))
	f.Fuzz(func(t *testing.T, raw string) {
		text, err := wordParagraphs(strings.NewReader(raw))
		if err == nil && (!utf8.ValidString(text) || strings.Contains(text, lineBreak) || len(text) > 4*len(raw)) {
			t.Fatalf("%q", text)
		}
	})
}

func BenchmarkWord(b *testing.B) {
	raw := []byte(docx(wordText, wordBody(strings.Repeat("<w:p><w:r><w:t>“We go at six, all of us,” he said.</w:t></w:r></w:p>", 1000)), wordCore, coreXML))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Reader{}).source("a.docx", nil).word(raw); err != nil {
			b.Fatal(err)
		}
	}
}
