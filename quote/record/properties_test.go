package record

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"quotes/quote"
	"quotes/speaker"
)

// sourceKey names a source whatever record it is in.
func sourceKey(s Source) string { return s.Report + " " + occurrenceID(s) }

// content is what merged records say, in an order of their own.
func content(records []Record) []Record {
	out := slices.Clone(records)
	slices.SortFunc(out, func(a, b Record) int { return strings.Compare(sourceKey(a.Sources[0]), sourceKey(b.Sources[0])) })
	return out
}

// sample is n sources of a model archive.
func sample(seed uint64, n int) []Record {
	return slices.Collect(newArchiveModel(seed, n).sources(n))
}

// TestMergeOrder: what merged records say doesn't depend on the order of input.
func TestMergeOrder(t *testing.T) {
	for seed := range uint64(3) {
		given := sample(seed, 3000)
		want := content(Merge(slices.Values(given)))
		rng := rand.New(rand.NewPCG(seed, 2))
		rng.Shuffle(len(given), func(i, j int) { given[i], given[j] = given[j], given[i] })
		got := content(Merge(slices.Values(given)))
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("seed %d: a shuffled input gives (-in order +shuffled):\n%.2000s", seed, diff)
		}
	}
}

// TestMergeFirstAppearance: records come in the order of their first sources.
func TestMergeFirstAppearance(t *testing.T) {
	given := sample(9, 2000)
	place := map[string]int{}
	for n, r := range given {
		place[sourceKey(r.Sources[0])] = n
	}
	last := -1
	for _, r := range Merge(slices.Values(given)) {
		first := len(given)
		for _, s := range r.Sources {
			first = min(first, place[sourceKey(s)])
		}
		if first <= last {
			t.Fatalf("the record %q stands after one that is first printed later", r.Quote)
		}
		last = first
	}
}

// TestMergeAgain: merging what was merged changes nothing.
func TestMergeAgain(t *testing.T) {
	for seed := range uint64(3) {
		once := Merge(slices.Values(sample(seed, 3000)))
		want := content(once)
		got := content(Merge(slices.Values(want)))
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("seed %d: merging twice gives (-once +twice):\n%.2000s", seed, diff)
		}
	}
}

// TestMergeKeepsSources: every source is in one record, and as it was given.
func TestMergeKeepsSources(t *testing.T) {
	given := sample(4, 3000)
	left := map[string]Source{}
	for _, r := range given {
		left[sourceKey(r.Sources[0])] = r.Sources[0]
	}
	ids := map[string]bool{}
	for _, r := range Merge(slices.Values(given)) {
		if ids[r.ID] {
			t.Errorf("two records have the id %s", r.ID)
		}
		ids[r.ID] = true
		for _, s := range r.Sources {
			want, ok := left[sourceKey(s)]
			if !ok {
				t.Fatalf("a source is there twice, or was not given: %v", s)
			}
			delete(left, sourceKey(s))
			if diff := cmp.Diff(want, s, cmpopts.IgnoreFields(Source{}, "Speaker", "Match", "Diff", "CopyOf")); diff != "" {
				t.Fatalf("a source was changed:\n%s", diff)
			}
			if s.Match == "" || s.Match == Identical && s.Diff != "" || s.Match != Identical && s.Diff == "" {
				t.Errorf("match %q with difference %q", s.Match, s.Diff)
			}
		}
	}
	if len(left) > 0 {
		t.Errorf("%d sources are lost", len(left))
	}
}

// TestMergeSpeakers: a record that isn't contested has no two speakers.
func TestMergeSpeakers(t *testing.T) {
	for seed := range uint64(3) {
		for _, r := range Merge(slices.Values(sample(seed, 3000))) {
			checkSpeakers(t, r)
		}
	}
}

// checkSpeakers tells surnames apart, which no two speakers of the model share
// and no way of naming one lacks.
func checkSpeakers(t *testing.T, r Record) {
	t.Helper()
	surnames := map[string]bool{}
	for _, s := range r.Sources {
		if s.Speaker != nil {
			surnames[s.Speaker.Name[strings.LastIndexByte(s.Speaker.Name, ' ')+1:]] = true
		}
	}
	if r.Contested != (len(surnames) > 1) {
		t.Errorf("contested is %v with speakers %v", r.Contested, surnames)
	}
	if len(surnames) > 0 && r.Speaker == nil {
		t.Errorf("nobody says %q, for whom sources name %v", r.Quote, surnames)
	}
}

// TestMergeModel: records are utterances, nearly all sources find theirs, and
// none gets into another's.
func TestMergeModel(t *testing.T) {
	const n = 10_000
	m := newArchiveModel(7, n)
	truth := map[string]int{}
	size := map[int]int{}
	var given []Record
	for i := range n {
		r, utterance := m.source(i)
		given = append(given, r)
		truth[sourceKey(r.Sources[0])] = utterance
		size[utterance]++
	}
	var precision, recall float64
	for _, r := range Merge(slices.Values(given)) {
		in := map[int]int{}
		for _, s := range r.Sources {
			in[truth[sourceKey(s)]]++
		}
		for utterance, k := range in {
			precision += float64(k*k) / float64(len(r.Sources)) / n
			recall += float64(k*k) / float64(size[utterance]) / n
		}
	}
	t.Logf("precision %.4f, recall %.4f", precision, recall)
	if precision < 0.999 || recall < 0.96 {
		t.Errorf("precision %.4f, recall %.4f; want 0.999 and 0.96 (B-cubed)", precision, recall)
	}
}

// TestMergeStableIDs: new sources change few ids, and none when the records
// that were merged before are merged with them.
func TestMergeStableIDs(t *testing.T) {
	given := sample(5, 4000)
	old := Merge(slices.Values(slices.Clone(given[:2000])))
	fresh := idsBySource(Merge(slices.Values(given)))
	kept := idsBySource(Merge(slices.Values(slices.Concat(old, given[2000:]))))
	several, changed := 0, 0
	used := map[string]bool{}
	for _, r := range old {
		if len(r.Sources) > 1 {
			several++
			if fresh[sourceKey(r.Sources[0])] != r.ID {
				changed++
			}
		}
		id := kept[sourceKey(r.Sources[0])]
		if id != r.ID && !used[id] && !slices.ContainsFunc(old, func(o Record) bool { return o.ID == id }) {
			t.Errorf("the record %q had the id %s and has %s", r.Quote, r.ID, id)
		}
		used[id] = true
	}
	t.Logf("without the old records %d of %d ids change", changed, several)
	if changed*10 > several*3 {
		t.Errorf("%d of %d ids change when as many sources are added again", changed, several)
	}
}

func idsBySource(records []Record) map[string]string {
	ids := map[string]string{}
	for _, r := range records {
		for _, s := range r.Sources {
			ids[sourceKey(s)] = r.ID
		}
	}
	return ids
}

// TestMergeIDs: what changes an id, and what doesn't.
func TestMergeIDs(t *testing.T) {
	keller := &speaker.Speaker{Name: "Maria Keller", Kind: speaker.Person}
	const text = "We honestly cannot keep sending the night ferry out half empty all winter, because it is a waste of diesel."
	first := Merge(slices.Values([]Record{oneSource("a", 0, keller, text)}))[0]
	for name, more := range map[string]Record{
		"the same words":  oneSource("b", 0, keller, text),
		"a fragment":      oneSource("b", 0, keller, "sending the night ferry out half empty all winter"),
		"another name":    oneSource("b", 0, &speaker.Speaker{Name: "Keller", Kind: speaker.Person}, text),
		"another speaker": oneSource("b", 0, &speaker.Speaker{Name: "Pavel Novak", Kind: speaker.Person}, text),
	} {
		merged := Merge(slices.Values([]Record{more, oneSource("a", 0, keller, text)}))
		if len(merged) != 1 || merged[0].ID != first.ID {
			t.Errorf("%s: %d records, id %s, before %s", name, len(merged), merged[0].ID, first.ID)
		}
	}
	dated := oneSource("a", 0, keller, "a waste of diesel, and the crew knows it")
	dated.Sources[0].Date = "2024-05-01"
	before := Merge(slices.Values([]Record{dated}))[0].ID
	later := oneSource("b", 0, keller, "The night ferry is a waste of diesel, and the crew knows it, and so does the mayor.")
	later.Sources[0].Date = "2024-05-02"
	if after := Merge(slices.Values([]Record{later, dated}))[0]; after.ID != before || len(after.Sources) != 2 {
		t.Errorf("a fuller text of a later day: id %s with %d sources, before %s", after.ID, len(after.Sources), before)
	}
}

// TestMergeHotKey: a slogan that everybody quotes does no harm.
func TestMergeHotKey(t *testing.T) {
	const n = 20_000
	m := newArchiveModel(3, 1000)
	var given []Record
	for i := range n {
		s := m.speakers[i%len(m.speakers)]
		who := &speaker.Speaker{Name: strings.ToUpper(s.given[:1]) + s.given[1:] + " " + strings.ToUpper(s.surname[:1]) + s.surname[1:], Kind: speaker.Person}
		text := "Make the harbour great again"
		switch {
		case i%3 == 1:
			who = nil
		case i%7 == 2:
			text = fmt.Sprintf("We want to make the harbour great again, %s and %s", m.coin(), m.coin())
		}
		given = append(given, oneSource(fmt.Sprintf("report %d", i), 0, who, text))
	}
	var speakers []string
	for _, r := range Merge(slices.Values(given)) {
		if r.Contested {
			t.Errorf("%q is contested", r.Quote)
		}
		if r.Quote == "Make the harbour great again" && r.Speaker != nil {
			speakers = append(speakers, r.Speaker.Name)
		}
	}
	if slices.Sort(speakers); len(speakers) != len(m.speakers) || len(slices.Compact(speakers)) != len(m.speakers) {
		t.Errorf("%d records of the slogan, want one for each of %d speakers", len(speakers), len(m.speakers))
	}
}

func FuzzMerge(f *testing.F) {
	f.Add([]byte("Maria Keller|We will open the bridge\nKeller|open the bridge\n|We will open the bridge"))
	f.Add([]byte("A|a\nB|a\nA|"))
	f.Add([]byte("A|[x] … y (z) '‘“\n|[x]\nA Jr.|... 1,000 5m U.S. can't '\n"))
	for _, c := range mergeCases(f) {
		var b bytes.Buffer
		for _, r := range c.given {
			if r.Speaker != nil {
				b.WriteString(r.Speaker.Name)
			}
			fmt.Fprintf(&b, "|%s\n", r.Quote)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		given := fuzzRecords(data)
		merged := Merge(slices.Values(given))
		count := 0
		for _, r := range merged {
			count += len(r.Sources)
			if r.Confidence < 0 || r.Confidence > 1 || r.ID == "" || len(r.Sources) == 0 {
				t.Errorf("confidence %v, id %q, %d sources", r.Confidence, r.ID, len(r.Sources))
			}
		}
		if count != len(given) {
			t.Errorf("%d sources of %d", count, len(given))
		}
		back := fuzzRecords(data)
		slices.Reverse(back)
		if diff := cmp.Diff(content(merged), content(Merge(slices.Values(back))), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("the reverse gives (-in order +reverse):\n%s", diff)
		}
	})
}

// fuzzRecords reads "speaker|text" lines; three in a row are of one report.
func fuzzRecords(data []byte) []Record {
	var out []Record
	for n, line := range strings.Split(string(bytes.ToValidUTF8(data, nil)), "\n") {
		who, text, _ := strings.Cut(line, "|")
		var s *speaker.Speaker
		if who != "" {
			s = &speaker.Speaker{Name: who, Kind: speaker.Person}
		}
		r := Record{Quote: text, Speaker: s, Confidence: 0.5, Sources: []Source{{
			Report: fmt.Sprint(n / 3), Spans: []Excerpt{{Text: text, Bytes: quote.Span{Start: n, End: n + len(text)}}},
		}}}
		out = append(out, r)
	}
	return out
}
