package record

import (
	"math"
	"slices"
	"strings"
	"testing"

	"quotes/quote"
	"quotes/speaker"
)

// who resolves speakers, written as in fixtures/merge, and returns the number
// of the first that each is one with.
func who(speakers ...string) []int {
	p := newPeople()
	var aliases []int32
	for _, s := range speakers {
		aliases = append(aliases, p.add(parseSpeaker(s)))
	}
	p.resolve()
	var out []int
	for n := range aliases {
		out = append(out, slices.IndexFunc(aliases, func(a int32) bool { return p.of(a) == p.of(aliases[n]) }))
	}
	return out
}

func TestPeople(t *testing.T) {
	for _, c := range []struct {
		speakers []string
		want     []int
	}{
		{[]string{"Sergei Lavrov", "Lavrov", "Sergey Lavrov", "S. Lavrov"}, []int{0, 0, 0, 0}},
		{[]string{"Bill Clinton", "Hillary Clinton", "Clinton"}, []int{0, 1, 2}},
		{[]string{"Bill Clinton (former president)", "Hillary Clinton (candidate)", "Clinton (candidate)"}, []int{0, 1, 1}},
		{[]string{"Keller (mayor)", "Anna Keller (mayor of Lindau)"}, []int{0, 0}},
		{[]string{"Keller (goalkeeper)", "Anna Keller (mayor of Lindau)"}, []int{0, 1}},
		{[]string{"Keller (male)", "Anna Keller (female)"}, []int{0, 1}},
		{[]string{"J. Smith", "John Smith", "Jane Smith"}, []int{0, 1, 2}},
		{[]string{"J. Smith", "John Smith"}, []int{0, 0}},
		{[]string{"UN (organization)", "United Nations (organization)", "The United Nations (organization)"}, []int{0, 0, 0}},
		{[]string{"UN (organization)", "United Nations (organization)", "Ursine Network (organization)"}, []int{0, 1, 2}},
		{[]string{"-", "a spokesman (unnamed)", "Keller"}, []int{0, 1, 2}},
	} {
		if got := who(c.speakers...); !slices.Equal(got, c.want) {
			t.Errorf("%q are %v, want %v", c.speakers, got, c.want)
		}
		back := slices.Clone(c.speakers)
		slices.Reverse(back)
		same := who(back...)
		for i := range back {
			for j := range back {
				n := len(back) - 1
				if (same[i] == same[j]) != (c.want[n-i] == c.want[n-j]) {
					t.Errorf("%q: the order decides who is who", c.speakers)
				}
			}
		}
	}
}

// TestPeopleIDs: a people file's ids tell who is who, whatever the names.
func TestPeopleIDs(t *testing.T) {
	p := newPeople()
	var got []personID
	var aliases []int32
	for _, s := range []speaker.Speaker{
		{Name: "John Smith", ID: "Q1"}, {Name: "John Smith", ID: "Q2"}, {Name: "Johnny Smythe", ID: "Q1"}, {Name: "Ann Moor", ID: "Q3"}, {Name: "Ann Moor"},
	} {
		aliases = append(aliases, p.add(&s))
	}
	p.resolve()
	for _, a := range aliases {
		got = append(got, p.of(a))
	}
	if got[0] == got[1] || got[0] != got[2] || got[3] != got[4] || p.agree(got[0], got[1]) {
		t.Errorf("persons are %v", got)
	}
}

// TestOneName: a person has one name in all records, the fullest that most print.
func TestOneName(t *testing.T) {
	given := []Record{
		oneSource("a", 0, parseSpeaker("Recep Tayyip Erdoğan (president)"), "A new hope for the region."),
		oneSource("a", 100, parseSpeaker("Recep Tayyip Erdoğan (president)"), "Views are exchanged here."),
		oneSource("b", 0, parseSpeaker("Recep Tayyip Erdogan"), "Meetings will be organised."),
		oneSource("c", 0, parseSpeaker("Erdogan (president)"), "The answer comes on Monday."),
		oneSource("d", 0, parseSpeaker("Emine Erdoğan"), "Soup is a human right."),
	}
	var got []string
	for _, r := range Merge(slices.Values(given)) {
		got = append(got, r.Speaker.Name)
	}
	want := []string{"Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan", "Emine Erdoğan"}
	// The bare surname has his role and not hers.
	if !slices.Equal(got, want) {
		t.Errorf("names are %q, want %q", got, want)
	}
}

const long = "Whoever signed the permit for that quarry should be made to drink from its pond."

// merged merges sources of the same long words by these speakers, each in its
// own report, with a confidence of 0.8.
func merged(t *testing.T, article func(n int) *Sketch, speakers ...string) Record {
	t.Helper()
	var given []Record
	for n, s := range speakers {
		r := oneSource(string(rune('a'+n)), 0, parseSpeaker(s), long)
		r.Confidence = 0.8
		if article != nil {
			r.Sources[0].Sketch = article(n)
		}
		given = append(given, r)
	}
	out := Merge(slices.Values(given))
	if len(out) != 1 {
		t.Fatalf("%d records", len(out))
	}
	return out[0]
}

func TestConfidence(t *testing.T) {
	m := newArchiveModel(5, 10)
	text := func() string {
		var out []string
		for range 200 {
			out = append(out, m.word())
		}
		return strings.Join(out, " ")
	}
	wire := newSketch(text(), nil)
	copied := func(int) *Sketch { return wire }
	for _, c := range []struct {
		name     string
		article  func(int) *Sketch
		speakers []string
		want     float64
	}{
		{"one source", nil, []string{"Maria Keller"}, 0.8},
		{"two independent", nil, []string{"Maria Keller", "Keller"}, 1 - 0.2*0.2},
		{"four independent, capped", nil, []string{"Maria Keller", "Keller", "M. Keller", "Maria Keller"}, 0.99},
		{"two copies of one article", copied, []string{"Maria Keller", "Keller"}, 0.8},
		{"one that names nobody adds nothing", nil, []string{"Maria Keller", "-"}, 0.8},
		{"one against one", nil, []string{"Maria Keller", "Pavel Novak"}, 0.8 * 0.8 / 1.6},
		{"two against one", nil, []string{"Maria Keller", "Pavel Novak", "Keller"}, 0.96 * 0.96 / (0.96 + 0.8)},
	} {
		r := merged(t, c.article, c.speakers...)
		if math.Abs(r.Confidence-c.want) > 1e-9 {
			t.Errorf("%s: confidence %v, want %v", c.name, r.Confidence, c.want)
		}
		if strings.Contains(c.name, "against") != r.Contested {
			t.Errorf("%s: contested is %v", c.name, r.Contested)
		}
		if r.Speaker.Name != "Maria Keller" && !r.Contested {
			t.Errorf("%s: said by %s", c.name, r.Speaker.Name)
		}
	}
	if r := merged(t, nil, "Maria Keller", "Pavel Novak", "Keller"); r.Sources[1].Speaker.Name != "Pavel Novak" || r.Sources[2].Speaker.Name != "Keller" {
		t.Error("sources don't keep their own speakers")
	}
}

func TestCopies(t *testing.T) {
	m := newArchiveModel(6, 10)
	var story, own []string
	for range 300 {
		story = append(story, m.word())
		own = append(own, m.word())
	}
	wire := newSketch(strings.Join(story, " "), nil)
	cut := newSketch(strings.Join(story[:200], " "), nil)
	other := newSketch(strings.Join(own, " "), nil)
	r := merged(t, func(n int) *Sketch { return []*Sketch{wire, other, cut, wire}[n] }, "Maria Keller", "Maria Keller", "Maria Keller", "Maria Keller")
	var got []string
	for _, s := range r.Sources {
		got = append(got, s.Report+" of "+s.CopyOf)
	}
	if want := []string{"a of ", "b of ", "c of a", "d of a"}; !slices.Equal(got, want) {
		t.Errorf("copies are %q, want %q", got, want)
	}
	if want := "4 sources in 4 reports, of which 2 are near-copies of another."; r.Why[0] != want {
		t.Errorf("why says %q, want %q", r.Why[0], want)
	}
}

// TestSketchLeavesQuotesOut: what reports quote doesn't make them copies.
func TestSketchLeavesQuotesOut(t *testing.T) {
	a, b := `The mayor spoke. "`+long+long+`" she said.`, `Nobody laughed when "`+long+long+`" was read.`
	sketch := func(text string) *Sketch {
		return newSketch(text, []quote.Span{{Start: strings.IndexByte(text, '"'), End: strings.LastIndexByte(text, '"') + 1}})
	}
	if a, b := sketch(a), sketch(b); slices.ContainsFunc(a.low[:a.kept], func(h uint32) bool { return slices.Contains(b.low[:b.kept], h) }) {
		t.Error("quoted words are in the sketches")
	}
}

func TestWhy(t *testing.T) {
	keller := &speaker.Speaker{Name: "Maria Keller", Kind: speaker.Person}
	merged := Merge(slices.Values([]Record{
		oneSource("a.txt", 0, keller, "I said it in March: "+long),
		oneSource("b.txt", 0, keller, "made to drink from its pond"),
		oneSource("c.txt", 0, keller, "I said it in March: "+strings.Replace(long, "that", "this", 1)),
		oneSource("d.txt", 0, &speaker.Speaker{Name: "Pavel Novak", Kind: speaker.Person}, "I said it in March: "+long),
	}))
	if len(merged) != 1 {
		t.Fatalf("%d records", len(merged))
	}
	got := strings.Join(merged[0].Why, "\n")
	for _, want := range []string{
		"4 sources in 4 reports.", "is a part of", "is a variant of", "The same 20 words",
		"3 sources give it to Maria Keller.", "1 source gives it to Pavel Novak.", "contested",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	for n, want := range []string{"", "begins after “I said it in … that quarry should be”", "“this” for “that”", ""} {
		if got := merged[0].Sources[n].Diff; got != want {
			t.Errorf("source %d differs by %q, want %q", n, got, want)
		}
	}
}
