package people

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	okafor := Person{Name: "Ifeoma Okafor", Aliases: []string{"Iffy", "I. N. Okafor"}, Gender: "female", Role: "Harbour Master", ID: "Q1"}
	for what, c := range map[string]struct {
		list string
		want []Person
	}{
		"all columns": {
			"name,aliases,gender,role,id\nIfeoma Okafor,Iffy;I. N. Okafor,female,Harbour Master,Q1\n",
			[]Person{okafor},
		},
		"any order, any case, bars, letters for genders, a byte order mark, CRLF": {
			"\ufeffID,Gender, Role ,NAME,aliases\r\nQ1,F,Harbour Master,Ifeoma  Okafor ,\" Iffy | I. N. Okafor |\"\r\n",
			[]Person{okafor},
		},
		"only names, without an end":       {"name\nBo Lind\nAnn Lee", []Person{{Name: "Bo Lind"}, {Name: "Ann Lee"}}},
		"nobody":                           {"name,id\n", nil},
		"empty rows":                       {"name,id\n,\n\nBo Lind,\n , \n", []Person{{Name: "Bo Lind"}}},
		"columns without a header":         {"name,,id,\nBo Lind,a note,Q2,\n", []Person{{Name: "Bo Lind", ID: "Q2"}}},
		"no id twice":                      {"name,id\nBo Lind,\nAnn Lee,\n", []Person{{Name: "Bo Lind"}, {Name: "Ann Lee"}}},
		"an alias twice, and the name":     {"name,aliases\nBo Lind,Bobo;BOBO;bo lind\n", []Person{{Name: "Bo Lind", Aliases: []string{"Bobo"}}}},
		"a name over two lines, in quotes": {"name,aliases\n\"Bo\nLind\",\"\"\"Bobo\"\"\"\n", []Person{{Name: "Bo Lind", Aliases: []string{`"Bobo"`}}}},
		"space before quotes":              {"name, aliases\nBo Lind, \"Bobo; Bob\"\n", []Person{{Name: "Bo Lind", Aliases: []string{"Bobo", "Bob"}}}},
		"letters of other scripts":         {"name\n李娜\n", []Person{{Name: "李娜"}}},
	} {
		got, err := Read("list.csv", strings.NewReader(c.list))
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", what, d)
		}
	}
}

func TestReadErrors(t *testing.T) {
	for list, want := range map[string]string{
		"":                                                 "1: the list is empty: its first line must name the columns name, aliases, gender, role, id",
		"\n\n":                                             "1: the list is empty: its first line must name the columns name, aliases, gender, role, id",
		"aliases,id\nBobo,Q2\n":                            "1: no column is called name",
		",\nBo Lind,\n":                                    "1: no column is called name",
		"name,alias\nBo Lind,Bobo\n":                       `1: unknown column "alias": there are name, aliases, gender, role, id`,
		"\nname,party\n":                                   `2: unknown column "party": there are name, aliases, gender, role, id`,
		"Bo Lind,Bobo\n":                                   `1: unknown column "Bo Lind": there are name, aliases, gender, role, id`,
		"name;aliases;id\nBo Lind;Bobo;Q2\n":               "1: the columns must be separated by commas",
		"name\taliases\nBo Lind\tBobo\n":                   "1: unknown column",
		"name,id,Name\n":                                   "1: two columns are called name",
		"name,id\nBo Lind\n":                               "2: there are 1 fields, but 2 in the header",
		"name,id\nBo Lind,Q2\n\nAnn Lee,Q3,\n":             "4: there are 3 fields, but 2 in the header",
		"name,id\nBo Lind,Q2\n,Q3\n":                       "3: no name",
		"name,id\n—,Q3\n":                                  `2: "—" is no name`,
		"name,aliases\nBo Lind,Bobo;1\n":                   `2: "1" is no name`,
		"name,gender\nBo Lind,man\n":                       `2: gender "man": want female, male or nothing`,
		"name\nBo Lind\nAnn Lee\nBÖ  LIND\n":               `4: "BÖ LIND" is a name of the person on line 2 too`,
		"name,aliases\nBo Lind,\nAnn Lee,Bo Lind\n":        `3: "Bo Lind" is a name of the person on line 2 too`,
		"name,aliases\nBo Lind,Bobo\n\nAnn Lee,Ann;bobo\n": `4: "bobo" is a name of the person on line 2 too`,
		"name,id\nBo Lind,Q2\nAnn Lee,Q2\n":                `3: "Q2" is the id of the person on line 2 too`,
		"name,id\n\"Bo Lind,Q2\n":                          `2: a field that begins with " must end with one, and each " in it be doubled`,
		"name,id\n\"Bo\" Lind,Q2\n":                        `2: a field that begins with " must end with one, and each " in it be doubled`,
		"name,id\nAnn Lee,Q1\nBo \"B\" Lind,Q2\n":          `3: a field with " in it must stand between ", and each " in it be doubled`,
		"name\nBo Lind\nJos\xe9\n":                         "3: not valid UTF-8: save the list as UTF-8",
		"\xff\xfen\x00a\x00":                               "1: not valid UTF-8: save the list as UTF-8",
	} {
		got, err := Read("list.csv", strings.NewReader(list))
		if err == nil || !strings.HasPrefix(err.Error(), "list.csv:"+want) {
			t.Errorf("%q: %v, want list.csv:%s", list, err, want)
		}
		if got != nil {
			t.Errorf("%q: has %v beside its error", list, got)
		}
	}
}

func TestReadFails(t *testing.T) {
	broken := errors.New("broken pipe")
	r := io.MultiReader(strings.NewReader("name\nBo Lind\n"), iotest.ErrReader(broken))
	if _, err := Read("list.csv", r); !errors.Is(err, broken) || err.Error() != "list.csv: broken pipe" {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("name,aliases,gender,role,id\nIfeoma Okafor,Iffy;I. N. Okafor|Mr O,female,Harbour Master,Q1\nBo Lind,,m,,\n")
	f.Add("\ufeffid,,name\r\n\"1\n2\",x,\"Bo \"\"B\"\" Lind\"\r\n\r\n,,\r\n")
	f.Add("name;id\nBo \"Lind\n\xff")
	f.Fuzz(func(t *testing.T, list string) {
		people, err := Read("list.csv", strings.NewReader(list))
		if err != nil {
			if msg := err.Error(); !strings.HasPrefix(msg, "list.csv:") || strings.Contains(msg, "\n") || !utf8.ValidString(msg) {
				t.Errorf("error %q", msg)
			}
			return
		}
		x := NewIndex(people)
		for _, p := range people {
			for _, n := range p.names() {
				if got := x.Find(n, ""); got == nil || got.Name != p.Name {
					t.Errorf("%q finds %v, not %v", n, got, p)
				}
			}
		}
	})
}
