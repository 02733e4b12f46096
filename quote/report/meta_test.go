package report

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestMeta(t *testing.T) {
	m, err := ReadMeta("meta.csv", strings.NewReader("\ufeffFile;Outlet;Title;Date;URL\na.txt;Harbour Post;Yard;2021-03-12;https://post.example/a\nin/b.txt;Post; ;12 March 2021;\nc.txt.gz;;;;\ngone.txt;;;;\n"))
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct{ in, want Report }{
		{Report{ID: "x/a.txt", Path: "x/a.txt", Date: "2020-01-01", DateFrom: "text"}, Report{ID: "x/a.txt", Path: "x/a.txt", Outlet: "Harbour Post", Title: "Yard", Date: "2021-03-12", DateFrom: "metadata", URL: "https://post.example/a"}},
		{Report{ID: "a.txt.gz", Path: "a.txt.gz"}, Report{ID: "a.txt.gz", Path: "a.txt.gz", Outlet: "Harbour Post", Title: "Yard", Date: "2021-03-12", DateFrom: "metadata", URL: "https://post.example/a"}},
		{Report{ID: "in/b.txt", Path: "in/b.txt", Title: "Own", URL: "u"}, Report{ID: "in/b.txt", Path: "in/b.txt", Outlet: "Post", Title: "Own", Date: "2021-03-12", DateFrom: "metadata", URL: "u"}},
		{Report{ID: "b.txt", Path: "b.txt"}, Report{ID: "b.txt", Path: "b.txt"}},
		{Report{ID: "c.txt.gz", Path: "c.txt.gz", Title: "Own"}, Report{ID: "c.txt.gz", Path: "c.txt.gz", Title: "Own"}},
		{Report{ID: "7", Path: "a.txt"}, Report{ID: "7", Path: "a.txt"}}, // of a corpus
		{Report{ID: "-", Path: "-"}, Report{ID: "-", Path: "-"}},
	}
	for _, c := range cases {
		got := c.in
		m.of(got.Path).apply(&got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.in.Path, diff)
		}
	}
	var unused []string
	for _, err := range m.Unused() {
		unused = append(unused, err.Error())
	}
	if diff := cmp.Diff([]string{`meta.csv:5 names "gone.txt", which is none of the reports (check its spelling)`}, unused); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestMetaWrong(t *testing.T) {
	cases := []struct{ list, want string }{
		{"", "meta.csv is empty (its first row names the columns file, outlet, title, date, url)"},
		{"outlet\nPost\n", `meta.csv:1 has no column "file" (it names the file of each report)`},
		{"file,outlt\n", `meta.csv:1 has an unknown column "outlt" (there are file, outlet, title, date, url)`},
		{"file,date,file\n", `meta.csv:1 has the column "file" twice`},
		{"file,date\na.txt,2021-03-12\n,\n", "meta.csv:3 names no file"},
		{"file,date\na.txt,soon\n", `meta.csv:2 has no date in "soon" (write it as 2006-01-02)`},
		{"file,date\na.txt,\nb.txt,\n./a.txt,\n", `meta.csv:4 names "./a.txt" again (it is in line 2)`},
		{"file,date\na.txt\n", "meta.csv:2 has 1 fields, but the first row 2"},
		{"file,title\na.txt,\"x\nb.txt,y\n", `meta.csv:2 is malformed: extraneous or missing " in quoted-field`},
	}
	for _, c := range cases {
		if _, err := ReadMeta("meta.csv", strings.NewReader(c.list)); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.list, err, c.want)
		}
	}
}

func TestColumns(t *testing.T) {
	folder := t.TempDir()
	r := Reader{Columns: map[string]string{"text": "Body", "date": "published"}}
	cases := []struct {
		name, raw string
		want      []string
	}{
		{"a.csv", "body,published,text\nHe left.,2021-03-12,x\n", []string{"He left."}},
		{"b.csv", "body,text\nHe left.,x\n", []string{`ERROR b.csv has no column "published" (its first row names the columns)`}},
		{"c.csv", "text,published\nHe left.,x\n", []string{`ERROR c.csv has no column "Body" (its first row names the columns)`}},
		{"d.jsonl", `{"Body":"He left.","published":"2021-03-12"}` + "\n" + `{"text":"x"}`, []string{"He left.", `ERROR d.jsonl:2 has no text (it is expected in the field "Body")`}},
	}
	for _, c := range cases {
		path := filepath.Join(folder, c.name)
		write(t, path, c.raw)
		if diff := cmp.Diff(c.want, read(t, r, path)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
		for got, err := range r.Read(Entry{Path: path}) {
			if err == nil && got.Date != "2021-03-12" {
				t.Errorf("%s: date %q", c.name, got.Date)
			}
		}
	}
}

func FuzzMeta(f *testing.F) {
	f.Add("file,outlet,title,date,url\na.txt,b,c,2021-03-12,d\n", "a.txt")
	f.Add("\ufefffile;date\n\"a\n\";\n", "a")
	f.Add("file\n\xff\xfe\n", "b/a.txt.gz")
	f.Fuzz(func(t *testing.T, list, path string) {
		m, err := ReadMeta("meta.csv", strings.NewReader(list))
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r") {
				t.Fatalf("%q", err)
			}
			return
		}
		r := Report{ID: path, Path: path}
		m.of(path).apply(&r)
		if !utf8.ValidString(r.Title+r.Outlet+r.URL) || r.Date != "" && metadataDate(r.Date) != r.Date {
			t.Fatalf("%+v", r)
		}
		if len(m.Unused()) > len(list) {
			t.Fatal("more rows than bytes")
		}
	})
}
