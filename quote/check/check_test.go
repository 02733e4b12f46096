package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotes/quote"
	"quotes/quote/report"
	"quotes/speaker"
)

const sample = `Shows a split quote and a silent word.
-- a.txt --
“We are open,” said Ifeoma Okafor, the port’s director. “Come,” she told Bo Lind.
The “slot” is his. “We will fight this in every court that there is in the land,” he said.
“No.”
-- want --
# the first
“We are open,”
“Come,”
	speaker Ifeoma Okafor
	role the port’s director
	kind person
	mention she
	cue said
	rule split

“slot”
	silent a term
	rule not-term

“We will fight this … is in the land,”
	speaker Bo Lind
	also Lind
	role none
	kind person
	mention he
	cue said
	rule after
	negated

“No.”
	open could be either
`

func parse(t *testing.T, text string) Case {
	t.Helper()
	c, err := parseFixture("x.txtar", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// answer is a document in which everything the case wants came out.
func answer(c Case, n int) speaker.Document {
	d := speaker.Document{Report: c.Reports[n]}
	for _, w := range c.Want {
		if w.Report != n {
			continue
		}
		a := speaker.Attribution{Quote: quote.Quote{Spans: w.Spans}, Rule: w.Rule, Cue: w.Cue, Negated: w.Negated}
		if w.Speaker != "" {
			a.Speaker = &speaker.Speaker{Name: w.Speaker, Kind: w.Kind, Role: w.Role}
			if w.Role == "none" {
				a.Speaker.Role = ""
			}
		}
		if len(w.Mention) > 0 {
			a.Mention = &w.Mention[0]
		}
		d.Quotes = append(d.Quotes, a)
	}
	return d
}

func extractor(docs ...speaker.Document) func(report.Report) speaker.Document {
	return func(r report.Report) speaker.Document {
		for _, d := range docs {
			if d.Report.ID == r.ID {
				return d
			}
		}
		return speaker.Document{Report: r}
	}
}

func TestRunRight(t *testing.T) {
	c := parse(t, sample)
	got := Run([]Case{c}, extractor(answer(c, 0)))
	want := Counts{Gold: 3, System: 3, Found: 3, Hit: 3, Named: 3, Right: 3, Mentions: 3, Mention: 3, Names: 3}
	if got.Counts != want || len(got.Misses) > 0 {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if f := got.Name(); f.P != 100 || f.R != 100 || f.F1 != 100 {
		t.Errorf("name %v, want all 100", f)
	}
}

func TestRunNothing(t *testing.T) {
	c := parse(t, sample)
	got := Run([]Case{c}, extractor())
	if got.Counts != (Counts{Gold: 3, Mentions: 3, Names: 3}) || len(got.Misses) != 4 {
		t.Errorf("got %+v", got)
	}
	if m := got.Misses[0]; m.What != "not found" || m.Line != 8 || m.Report != "a.txt" || m.Quote != "We are open" {
		t.Errorf("got %+v", m)
	}
}

// Each change to the right answer must be noticed, and nothing else.
func TestRunMisses(t *testing.T) {
	for what, change := range map[string]func(*speaker.Document){
		"wrong speaker":      func(d *speaker.Document) { d.Quotes[2].Speaker.Name = "Ifeoma Okafor" },
		"wrong form of name": func(d *speaker.Document) { d.Quotes[2].Speaker.Name = "Mr Bo Lind" },
		"wrong kind":         func(d *speaker.Document) { d.Quotes[2].Speaker.Kind = speaker.Group },
		"wrong role":         func(d *speaker.Document) { d.Quotes[0].Speaker.Role = "director" },
		"wrong mention":      func(d *speaker.Document) { d.Quotes[2].Mention = &quote.Span{Start: 0, End: 3} },
		"wrong cue":          func(d *speaker.Document) { d.Quotes[2].Cue = nil },
		"wrong rule":         func(d *speaker.Document) { d.Quotes[2].Rule = "before" },
		"wrong negation":     func(d *speaker.Document) { d.Quotes[2].Negated = false },
		"not silent":         func(d *speaker.Document) { d.Quotes[1].Speaker = &speaker.Speaker{Name: "Bo Lind"} },
		"not found":          func(d *speaker.Document) { d.Quotes = d.Quotes[:2] },
		"not expected": func(d *speaker.Document) {
			a := d.Quotes[2]
			at := strings.Index(d.Report.Text, "director")
			a.Quote.Spans = []quote.Span{{Start: at, End: at + 8}}
			d.Quotes = append(d.Quotes, a)
		},
		"split": func(d *speaker.Document) {
			a := d.Quotes[0]
			d.Quotes[0].Quote.Spans = a.Quote.Spans[:1]
			a.Quote.Spans = a.Quote.Spans[1:]
			d.Quotes = append(d.Quotes, a)
		},
	} {
		c := parse(t, sample)
		d := answer(c, 0)
		change(&d)
		got := Run([]Case{c}, extractor(d))
		if len(got.Misses) != 1 || got.Misses[0].What != what {
			t.Errorf("%s: got %+v", what, got.Misses)
		}
	}
}

// Silent words must be so for the right reason, and be seen at all.
func TestRunSilencer(t *testing.T) {
	c := parse(t, sample)
	for _, change := range []func(*speaker.Document){
		func(d *speaker.Document) { d.Quotes[1].Rule = "not-title" },
		func(d *speaker.Document) { d.Quotes[1].Rule = "" },
		func(d *speaker.Document) { d.Quotes = append(d.Quotes[:1], d.Quotes[2:]...) },
	} {
		d := answer(c, 0)
		change(&d)
		got := Run([]Case{c}, extractor(d))
		if len(got.Misses) != 1 || got.Misses[0].What != "wrong rule" || got.Misses[0].Want != "not-term" {
			t.Errorf("got %+v", got.Misses)
		}
	}
}

func TestRunOpen(t *testing.T) {
	c := parse(t, sample)
	d := answer(c, 0)
	d.Quotes[3].Speaker = &speaker.Speaker{Name: "Anybody"}
	if got := Run([]Case{c}, extractor(d)); got.System != 3 || len(got.Misses) > 0 {
		t.Errorf("words that nobody can place were counted: %+v", got)
	}
}

// A fixture whose expectations came out is written back as it was.
func TestUpdateSame(t *testing.T) {
	c := parse(t, sample)
	got, err := Update(c, []speaker.Document{answer(c, 0)})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample, string(got)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestUpdateChanged(t *testing.T) {
	c := parse(t, sample)
	d := answer(c, 0)
	d.Quotes[2].Speaker = nil
	d.Quotes[2].Reason = "no rule fired"
	data, err := Update(c, []speaker.Document{d})
	if err != nil {
		t.Fatal(err)
	}
	w := parse(t, string(data)).Want[2]
	if !w.Silent || w.Reason != "no rule fired" || w.Spans[0] != c.Want[2].Spans[0] {
		t.Errorf("got %+v", w)
	}
}

func TestLoadErrors(t *testing.T) {
	const head = "Why.\n-- a.txt --\n“One,” said Al. “Two.”\n-- want --\n"
	for text, want := range map[string]string{
		"Why.\n-- a.txt --\n“One.”\n":                 "x.txtar: has no -- want -- section",
		"-- a.txt --\nA\n-- a.txt --\n-- want --\n":   "x.txtar:3: there is a section -- a.txt -- already: give this one another name",
		head + "“Three.”\n\tspeaker Al\n":             "x.txtar:5: not in a.txt, or not after the words before it: “Three.”",
		head + "“One,”\n\n":                           "x.txtar:5: a quote needs one of speaker, silent and open",
		head + "“One,”\n\tspeaker Al\n\tsilent why\n": "x.txtar:5: a quote needs one of speaker, silent and open",
		head + "\tspeaker Al\n":                       "x.txtar:5: a field without a quote above it: speaker Al",
		head + "“One,”\n\tspeaker\n":                  "x.txtar:6: speaker: what?",
		head + "“One,”\n\tspaeker Al\n":               `x.txtar:6: unknown field "spaeker"`,
		head + "“One,”\n\tspeaker Al\n\tkind ghost\n": `x.txtar:7: unknown kind "ghost": one of [person organization group document unnamed]`,
		head + "“One,”\n\tspeaker Al\n\tmention Bo\n": "x.txtar:5: the mention is not in a.txt: Bo",
		head + "== b.txt\n":                           "x.txtar:5: open b.txt: no such file or directory",
		head + "-- records --\n\tspeaker Al\n":        "x.txtar:6: a field without a quote above it: speaker Al",
		"-- want --\n“One,”\n":                        "x.txtar:2: there is no report that holds this",
	} {
		_, err := parseFixture("x.txtar", []byte(text))
		if err == nil || err.Error() != want {
			t.Errorf("%s\ngot  %v\nwant %s", text, err, want)
		}
	}
}

func TestLoadFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("b/one.txtar", sample)
	write("b/note.md", "not a fixture")
	write("beside.txt", "“Here,” said Bo.")
	write("c.txtar", "Why.\n-- want --\n== beside.txt\n“Here,”\n\tspeaker Bo\n")
	gold := write("a.jsonl", `{"id":"n1","text":"é “Yes,” Bo said. “No”","quotes":[
{"start":2,"end":8,"speech":true,"mention":[[9,11]],"speaker":"Bo","kind":"person"},
{"start":18,"end":22,"speech":false,"mention":[],"speaker":null,"kind":"none"}]}`)
	if _, err := Load(gold); err == nil || !strings.HasPrefix(err.Error(), gold+":1: ") {
		t.Errorf("an article over several lines: got error %v", err)
	}
	write("a.jsonl", `{"id":"n1","text":"é “Yes,” Bo said. “No”","quotes":[`+
		`{"start":2,"end":8,"speech":true,"mention":[[9,11]],"speaker":"Bo","kind":"person"},`+
		`{"start":18,"end":22,"speech":false,"mention":[],"speaker":null,"kind":"none"}]}`)
	cases, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) != 3 || cases[0].Name != gold+"#n1" || len(cases[0].Want) != 2 {
		t.Fatalf("got %d cases: %+v", len(cases), cases)
	}
	w := cases[0].Want[0]
	if text := cases[0].Reports[0].Text; text[w.Spans[0].Start:w.Spans[0].End] != "“Yes,”" || text[w.Mention[0].Start:w.Mention[0].End] != "Bo" {
		t.Errorf("got %+v", w)
	}
	if got := cases[2].Reports[0].Text; got != "“Here,” said Bo." {
		t.Errorf("the report beside the fixture: got %q", got)
	}
	for _, path := range []string{filepath.Join(dir, "b/note.md"), filepath.Join(dir, "none"), t.TempDir()} {
		if _, err := Load(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: got error %v, want one that names it", path, err)
		}
	}
}

func TestSameName(t *testing.T) {
	for _, tt := range []struct {
		got, want string
		kind      speaker.Kind
		same      bool
	}{
		{"Zeynep Ergin", "Zeynep Ergin", speaker.Person, true},
		{"Prime Minister Zeynep Ergin", "Zeynep Ergin", speaker.Person, true},
		{"Ergin", "Zeynep Ergin", speaker.Person, false},
		{"Zeynep Ergin", "Ergin", speaker.Person, true},
		{"Z. Ergin", "Zeynep Ergin", speaker.Person, true},
		{"Ali Ergin", "Zeynep Ergin", speaker.Person, false},
		{"Zeynep A. Ergin", "Zeynep Ergin", speaker.Person, true},
		{"Łukasz Øster’s", "Lukasz Oster", speaker.Person, true},
		{"Siobhán O'Sullivan", "Siobhan O’Sullivan", speaker.Person, true},
		{"Tom Hale Jr.", "Tom Hale", speaker.Person, false},
		{"Tom Hale", "Tom Hale Jr.", speaker.Person, true},
		{"the port authority", "Port Authority of Lagos", speaker.Organization, true},
		{"Lagos", "Port Authority of Lagos", speaker.Organization, true},
		{"Union", "Port Authority", speaker.Organization, false},
		{"", "Port Authority", speaker.Organization, false},
	} {
		if got := sameName(tt.got, tt.want, tt.kind); got != tt.same {
			t.Errorf("%q for %q: got %v", tt.got, tt.want, got)
		}
	}
}

func TestRecords(t *testing.T) {
	const reports = "Why.\n-- a.txt --\n“We shall never sell the old mill,” Bo said.\n-- b.txt --\n“We shall never sell the old mill,” said Bo.\n-- want --\n" +
		"== a.txt\n“We shall never sell the old mill,”\n\tspeaker Bo\n== b.txt\n“We shall never sell the old mill,”\n\tspeaker Bo\n-- records --\n“We shall never … old mill”\n\tspeaker Bo\n"
	for sources, want := range map[string]string{
		"\tsource b.txt\n\tsource a.txt\n": "",
		"\tsource a.txt\n":                 "wrong record",
	} {
		c := parse(t, reports+sources)
		got := Run([]Case{c}, extractor(answer(c, 0), answer(c, 1)))
		switch {
		case want == "" && len(got.Misses) > 0, want != "" && (len(got.Misses) != 1 || got.Misses[0].What != want):
			t.Errorf("want %q, got %+v", want, got.Misses)
		}
	}
	c := parse(t, reports+"\tsource a.txt\n\tsource b.txt\n")
	c.Want = nil
	if got := Run([]Case{c}, extractor()); len(got.Misses) != 1 || got.Misses[0].What != "no such record" {
		t.Errorf("got %+v", got.Misses)
	}
}

// Whatever a fixture holds, it is read or refused; what is read comes out whole
// when the answer is right, and is still right when it has been written back.
func FuzzFixture(f *testing.F) {
	f.Add(sample)
	f.Add("-- a.txt --\n'A,' he said.\n-- want --\n'A,'\n\tspeaker he\n\tmention he\n")
	f.Add("-- a.txt --\nAaa\n-- a.txt --\n-- want --\nAaa\n\tspeaker he\n")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "== ") { // would read files
			return
		}
		c, err := parseFixture("x.txtar", []byte(text))
		if err != nil {
			return
		}
		docs := make([]speaker.Document, len(c.Reports))
		for n := range docs {
			docs[n] = answer(c, n)
		}
		if got := Run([]Case{c}, extractor(docs...)); got.Found > got.Gold || got.Right > got.System {
			t.Errorf("more than all: %+v", got.Counts)
		}
		if _, err := Update(c, docs); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkRun(b *testing.B) {
	c, err := parseFixture("x.txtar", []byte(sample))
	if err != nil {
		b.Fatal(err)
	}
	cases := make([]Case, 100)
	for i := range cases {
		cases[i] = c
	}
	extract := extractor(answer(c, 0))
	b.ReportAllocs()
	for b.Loop() {
		Run(cases, extract)
	}
}

// The words for the speaker are found by their context where they stand nearer
// to the quote in another sense.
func TestLocated(t *testing.T) {
	const text = "she saw that she “was” the one she was"
	spans := []quote.Span{{Start: strings.Index(text, "“"), End: strings.Index(text, "”") + len("”")}}
	for _, tt := range []struct {
		start int
		want  string
	}{{0, "[she] saw"}, {13, "she"}, {len(text) - 7, "one [she] was"}} {
		s := quote.Span{Start: tt.start, End: tt.start + 3}
		got := located(text, s, spans)
		if found, ok := nearest(text, got, spans); got != tt.want || !ok || found != s {
			t.Errorf("at %d: got %q, found %v %v", tt.start, got, found, ok)
		}
	}
}
