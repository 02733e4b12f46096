package report

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// read returns the texts that r reads from path, and the errors, without the
// folder in them.
func read(t testing.TB, r Reader, path string) []string {
	t.Helper()
	var out []string
	for rep, err := range r.Read(Entry{Path: path}) {
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Errorf("%T is no *Error: %v", err, err)
			}
			out = append(out, "ERROR "+strings.ReplaceAll(err.Error(), filepath.Dir(path)+string(filepath.Separator), ""))
			continue
		}
		out = append(out, rep.Text)
	}
	return out
}

// one returns the only report of a new file of that name.
func one(t *testing.T, name, content string) Report {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	write(t, path, content)
	n := 0
	var last Report
	for r, err := range (Reader{}).Read(Entry{Path: path}) {
		if err != nil {
			t.Fatal(err)
		}
		last = r
		n++
	}
	if n != 1 {
		t.Fatalf("%d reports", n)
	}
	return last
}

func TestReadText(t *testing.T) {
	utf16 := func(s string, big bool) string {
		var b strings.Builder
		for _, r := range "\ufeff" + s {
			if big {
				b.WriteByte(byte(r >> 8))
			}
			b.WriteByte(byte(r))
			if !big {
				b.WriteByte(byte(r >> 8))
			}
		}
		return b.String()
	}
	long := strings.Repeat("plain words ", 200) // beyond what the library looks at
	cases := []struct{ name, raw, want string }{
		{"plain", "He left.", "He left."},
		{"nothing trimmed", " \r\nHe left.\r\n\r\n ", " \r\nHe left.\r\n\r\n "},
		{"byte order mark", "\ufeff“No,” he said.", "“No,” he said."},
		{"second byte order mark stays", "\ufeff\ufeffHe left.", "\ufeffHe left."},
		{"late curly marks", long + "“No,” he said.", long + "“No,” he said."},
		{"UTF-16 little-endian", utf16("“No,” he said – é.", false), "“No,” he said – é."},
		{"UTF-16 big-endian", utf16("“No,” he said – é.", true), "“No,” he said – é."},
		{"windows-1252", "\x93No,\x94 he said \x96 caf\xe9 \x80.", "“No,” he said – café €."},
		{"late windows-1252", long + "\x93No,\x94 he said.", long + "“No,” he said."},
		{"UTF-8 cut short", "“No,” he said. \xe2\x80", "“No,” he said. \ufffd"},
		{"UTF-8 with a broken byte", "“No,”\xff he said.", "“No,”\ufffd he said."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, "a.txt", c.raw)
			if r.Text != c.want {
				t.Errorf("%q, want %q", r.Text, c.want)
			}
			if r.ID != r.Path || filepath.Base(r.Path) != "a.txt" {
				t.Errorf("ID %q, path %q", r.ID, r.Path)
			}
		})
	}
}

func TestReadWrong(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.txt")
	cases := []struct{ name, raw, want string }{
		{"empty", "", "ERROR a.txt is empty"},
		{"blank", " \n\ufeff\n", "ERROR a.txt is empty"},
		{"mark alone", "\ufeff", "ERROR a.txt is empty"},
		{"NUL", "He left.\x00", "ERROR a.txt is binary, not text"},
		{"image", "\x89PNG\r\n\x1a\n\x01\x02\x03\x04\x05\x06", "ERROR a.txt is binary, not text"},
		{"large", strings.Repeat("a", 1001), "ERROR a.txt is too large (a report may have 1000 bytes)"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			write(t, path, c.raw)
			if diff := cmp.Diff([]string{c.want}, read(t, Reader{MaxBytes: 1000}, path)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	t.Run("as large as may be", func(t *testing.T) {
		write(t, path, strings.Repeat("a", 1000))
		if got := read(t, Reader{MaxBytes: 1000}, path); len(got) != 1 || len(got[0]) != 1000 {
			t.Errorf("%q", got)
		}
	})
	t.Run("missing", func(t *testing.T) {
		if got := read(t, Reader{}, filepath.Join(folder, "gone")); got[0] != "ERROR gone doesn't exist (check the spelling)" {
			t.Errorf("%q", got)
		}
	})
	t.Run("folder", func(t *testing.T) {
		if got := read(t, Reader{}, folder); !strings.HasSuffix(got[0], "is a folder") {
			t.Errorf("%q", got)
		}
	})
	t.Run("unreadable", func(t *testing.T) {
		if os.Getuid() == 0 {
			t.Skip("everything is readable here")
		}
		write(t, path, "a")
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		if got := read(t, Reader{}, path); got[0] != "ERROR a.txt can't be opened: permission denied (check who may read it)" {
			t.Errorf("%q", got)
		}
	})
}

func TestReadStdin(t *testing.T) {
	r := Reader{Stdin: strings.NewReader("“No,” he said.")}
	if diff := cmp.Diff([]string{"“No,” he said."}, read(t, r, "-")); diff != "" {
		t.Error(diff)
	}
	r = Reader{Format: "jsonl", Stdin: strings.NewReader("{\"text\":\"He left.\"}\n{}\n")}
	want := []string{"He left.", `ERROR standard input:2 has no text (it is expected in the field "text")`}
	if diff := cmp.Diff(want, read(t, r, "-")); diff != "" {
		t.Error(diff)
	}
	r = Reader{Stdin: iotest.ErrReader(errors.New("bad\nsector"))}
	if diff := cmp.Diff([]string{"ERROR standard input can't be read: bad sector"}, read(t, r, "-")); diff != "" {
		t.Error(diff)
	}
	r = Reader{Format: "papyrus"}
	for _, err := range r.Read(Entry{Path: "-"}) {
		if err == nil || !strings.Contains(err.Error(), "papyrus") {
			t.Errorf("%v", err)
		}
	}
}

// TestReadChanging writes to a file that is being read.
func TestReadChanging(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	write(t, path, "He left.")
	file, info, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	write(t, path, "He left. He came back.")
	if err := os.Chtimes(path, time.Now(), time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	_, err = Reader{}.source(path, &watched{file: file, info: info}).all()
	if err == nil || !strings.Contains(err.Error(), changed) {
		t.Errorf("%v", err)
	}
}

// TestReadGrowing reads what never ends.
func TestReadGrowing(t *testing.T) {
	r := Reader{MaxBytes: 1 << 20, Stdin: endless{}}
	if got := read(t, r, "-"); len(got) != 1 || !strings.Contains(got[0], tooLarge) {
		t.Errorf("%.100q", got)
	}
	r.Format, r.Stdin = "csv", endless{}
	if got := read(t, r, "-"); len(got) != 1 || !strings.Contains(got[0], tooLarge) {
		t.Errorf("%.100q", got)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for n := copy(p, "aaaaaaaa"); n < len(p); n *= 2 {
		copy(p[n:], p[:n])
	}
	return len(p), nil
}

func TestReadPacked(t *testing.T) {
	pack := func(s string) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(s))
		w.Close()
		return b.Bytes()
	}
	folder := t.TempDir()
	cases := []struct {
		name string
		raw  []byte
		want []string
	}{
		{"2021-03-12.txt.gz", pack("He left."), []string{"He left."}},
		{"a.jsonl.gz", pack(`{"text":"He left."}`), []string{"He left."}},
		{"a.gz", pack("He left."), []string{"He left."}},
		{"b.txt.gz", []byte("He left the house."), []string{"ERROR b.txt.gz can't be unpacked: gzip: invalid header"}},
		{"c.txt.gz", pack("He left.")[:20], []string{"ERROR c.txt.gz can't be read: unexpected EOF"}},
		{"bomb.txt.gz", pack(strings.Repeat("a", 10_000_000)), []string{"ERROR bomb.txt.gz is too large (a report may have 1000000 bytes)"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(folder, c.name)
			write(t, path, string(c.raw))
			if diff := cmp.Diff(c.want, read(t, Reader{MaxBytes: 1_000_000}, path)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	if r := one(t, "x_2021-03-12_y.txt.gz", string(pack("He left."))); r.Date != "2021-03-12" || r.DateFrom != "file name" {
		t.Errorf("date %q from %q", r.Date, r.DateFrom)
	}
}

func TestReadJSONLines(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.jsonl")
	write(t, path, "\ufeff"+`{"id":"x","text":"“No,” he said.","title":" T ","outlet":"O","url":"http://x","date":"2021-03-12T10:00:00Z","more":[1]}
{"id":12345678901,"text":"He left."}

not JSON
{"text":"`+strings.Repeat("a", 2000)+`"}
{"text":["list"]}
{"text":"The end.","date":"last week"}`)
	var got []Report
	var wrong []string
	for r, err := range (Reader{MaxBytes: 1000}).Read(Entry{Path: path}) {
		if err != nil {
			wrong = append(wrong, strings.ReplaceAll(err.Error(), folder+string(filepath.Separator), ""))
			continue
		}
		got = append(got, r)
	}
	want := []Report{
		{ID: "x", Path: path, Outlet: "O", Title: "T", URL: "http://x", Date: "2021-03-12", DateFrom: "metadata", Text: "“No,” he said."},
		{ID: "12345678901", Path: path, Text: "He left."},
		{ID: path + ":7", Path: path, Text: "The end."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	wantWrong := []string{
		"a.jsonl:4 is malformed: invalid character 'o' in literal null (expecting 'u') (each line is one JSON object)",
		"a.jsonl:5 is too large (a report may have 1000 bytes)",
		`a.jsonl:6 has no text (it is expected in the field "text")`,
	}
	if diff := cmp.Diff(wantWrong, wrong); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReadCSV(t *testing.T) {
	folder := t.TempDir()
	cases := []struct {
		name, raw string
		want      []string
	}{
		{"commas.csv", "\ufeffID,Text,Title\r\n1,\"“No,”\nhe said.\",T\r\n2,He left.\r\n3,,\r\n", []string{
			"1|“No,”\nhe said.|T", "2|He left.|", `ERROR commas.csv:5 has no text (it is expected in the field "text")`,
		}},
		{"semicolons.csv", "id;text\n1;He left, then.\n", []string{"1|He left, then.|"}},
		{"tabs.tsv", "id\ttext\n1\tHe left.\n", []string{"1|He left.|"}},
		{"windows.csv", "id,text\n1,\x93No,\x94\n", []string{"1|“No|"}},
		{"bare.csv", "id,text\n1,a \"b\" c\n2,He left.\n", []string{`ERROR bare.csv:2 is malformed: bare " in non-quoted-field`, "2|He left.|"}},
		{"open.csv", "id,text\n1,He left.\n2,\"He never\ncame\n", []string{"1|He left.|", `ERROR open.csv:3 is malformed: extraneous or missing " in quoted-field`}},
		{"columns.csv", "a,b\n1,2\n", []string{`ERROR columns.csv has no column "text" (its first row names the columns)`}},
		{"empty.csv", "", []string{"ERROR empty.csv is empty"}},
		{"binary.csv", "\x00\x01", []string{"ERROR binary.csv is binary, not text"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(folder, c.name)
			write(t, path, c.raw)
			var got []string
			for r, err := range (Reader{}).Read(Entry{Path: path}) {
				if err != nil {
					got = append(got, "ERROR "+strings.ReplaceAll(err.Error(), folder+string(filepath.Separator), ""))
					continue
				}
				got = append(got, r.ID+"|"+r.Text+"|"+r.Title)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestReadStops stops in the midst of a corpus.
func TestReadStops(t *testing.T) {
	for _, r := range []Reader{
		{Format: "jsonl", Stdin: strings.NewReader(strings.Repeat("{\"text\":\"a\"}\n", 9))},
		{Format: "csv", Stdin: strings.NewReader("text\n" + strings.Repeat("a\n", 9))},
	} {
		n := 0
		for range r.Read(Entry{Path: "-"}) {
			if n++; n == 2 {
				break
			}
		}
		if n != 2 {
			t.Errorf("%s went on to %d", r.Format, n)
		}
	}
}

func TestTitle(t *testing.T) {
	const body = "\n\nThe minister left on Monday. He came back."
	cases := []struct{ name, file, text, want string }{
		{"headline", "a.txt", "Minister leaves on Monday" + body, "Minister leaves on Monday"},
		{"headline with marks", "a.txt", " ‘I’m off’: minister leaves? \r\n\r\nThe minister left.", "‘I’m off’: minister leaves?"},
		{"sentence", "a.txt", "The minister leaves on Monday." + body, ""},
		{"no blank line", "a.txt", "Minister leaves on Monday\nThe minister left.\n\nHe did.", ""},
		{"one word", "a.txt", "News" + body, ""},
		{"byline", "a.txt", "By Jane Roe" + body, ""},
		{"date", "a.txt", "12 March 2021" + body, ""},
		{"introduction", "a.txt", "The minister said:" + body, ""},
		{"nothing after", "a.txt", "Minister leaves on Monday\n\n", ""},
		{"too long", "a.txt", strings.Repeat("Minister leaves ", 20) + body, ""},
		{"heading", "a.md", "## Part\n\n# Minister *leaves* #\n\nHe left.", "Minister *leaves*"},
		{"no heading", "a.md", "He left. # Not one", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, c.file, c.text)
			if r.Title != c.want {
				t.Errorf("title %q, want %q", r.Title, c.want)
			}
			if r.Text != c.text {
				t.Errorf("text rewritten: %q", r.Text)
			}
		})
	}
}

// TestSeeds reads the reports that the project starts from.
func TestSeeds(t *testing.T) {
	dates := map[string]string{"003_2541c74b2e74fdb7.txt": "2020-02-17"}
	n := 0
	for e, err := range (Reader{}).List("../../fixtures/seeds") {
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(e.Path) != ".txt" {
			continue
		}
		for r, err := range (Reader{}).Read(e) {
			if err != nil {
				t.Fatal(err)
			}
			n++
			if want := dates[filepath.Base(e.Path)]; r.Date != want {
				t.Errorf("%s: date %q, want %q", e.Path, r.Date, want)
			}
			if int64(len(r.Text)) != e.Size {
				t.Errorf("%s: %d bytes of text, %d of file", e.Path, len(r.Text), e.Size)
			}
		}
	}
	if n != 5 {
		t.Errorf("%d seeds", n)
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"“No,” he said.", "\ufeffa", "\xff\xfea\x00", "\xfe\xff\x00a", "\x93No\x94", "\x00", "a\xe2\x80", "<meta charset=shift_jis>\x82\xa0"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, err := decode(raw)
		if err != nil {
			return
		}
		if text != strings.ToValidUTF8(text, "") || strings.TrimSpace(text) == "" || strings.ContainsRune(text, 0) {
			t.Fatalf("%q", text)
		}
		again, err := decode([]byte(text))
		if err != nil || again != strings.TrimPrefix(text, byteOrderMark) {
			t.Fatalf("%q became %q, %v", text, again, err)
		}
		DateInText(text)
		headline(text)
	})
}

func FuzzCorpus(f *testing.F) {
	f.Add("{\"text\":\"a\",\"id\":1}\n{\n")
	f.Add("id,text\n1,\"a\n\"\n\"")
	f.Add("text;date\na;2021-03-12\n")
	f.Fuzz(func(t *testing.T, content string) {
		for _, format := range []string{"jsonl", "csv", "text", "markdown"} {
			n := 0
			for r, err := range (Reader{Format: format, MaxBytes: 1000, Stdin: strings.NewReader(content)}).Read(Entry{Path: "-"}) {
				if n++; n > len(content)+2 {
					t.Fatalf("%s: more reports than bytes", format)
				}
				if err == nil && (r.Text == "" || r.ID == "" || r.Text != strings.ToValidUTF8(r.Text, "")) {
					t.Fatalf("%s: %+v", format, r)
				}
				if err != nil && strings.ContainsAny(err.Error(), "\n\r") {
					t.Fatalf("%s: %q", format, err)
				}
			}
		}
	})
}

func BenchmarkReadText(b *testing.B) {
	for _, n := range []int{4_000, 400_000, 40_000_000} {
		for name, piece := range map[string]string{"UTF-8": "“No,” he said. ", "windows-1252": "\x93No,\x94 he said. "} {
			raw := []byte(strings.Repeat(piece, n/len(piece)))
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				b.ReportAllocs()
				for b.Loop() {
					for _, err := range (Reader{Stdin: bytes.NewReader(raw)}).Read(Entry{Path: "-"}) {
						if err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}

func BenchmarkReadJSONLines(b *testing.B) {
	line := `{"id":"a","title":"b","text":"` + strings.Repeat("“No,” he said. ", 300) + `"}` + "\n"
	raw := strings.Repeat(line, 2000)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range (Reader{Format: "jsonl", Stdin: strings.NewReader(raw)}).Read(Entry{Path: "-"}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
