package record

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"quotes/quote"
	"quotes/speaker"
)

// A mergeCase is one case of a file in fixtures/merge.
type mergeCase struct {
	file   string
	want   string // a Match, "contested" or "apart"
	remark string
	given  []Record
}

// mergeCases reads the fixtures; fixtures/merge/identical.txt says how they
// are written.
func mergeCases(tb testing.TB) []mergeCase {
	var cases []mergeCase
	fsys := os.DirFS("../../fixtures/merge")
	files, err := fs.Glob(fsys, "*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(fsys, file)
		if err != nil {
			tb.Fatal(err)
		}
		for block := range strings.SplitSeq(string(text), "\n\n") {
			if c, ok := parseCase(tb, file, block); ok {
				cases = append(cases, c)
			}
		}
	}
	return cases
}

func parseCase(tb testing.TB, file, block string) (mergeCase, bool) {
	c := mergeCase{file: file}
	within := false
	for line := range strings.Lines(block) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case c.want == "":
			var head string
			head, c.remark, _ = strings.Cut(line, ": ")
			c.want, _, within = strings.Cut(head, " within")
		default:
			who, text, ok := strings.Cut(line, " | ")
			if !ok {
				tb.Fatalf("%s: no speaker in %q", file, line)
			}
			report := fmt.Sprintf("report %d", len(c.given)+1)
			if within {
				report = "report"
			}
			c.given = append(c.given, oneSource(report, 1000*len(c.given), parseSpeaker(who), strings.Split(text, " / ")...))
		}
	}
	return c, c.want != ""
}

// parseSpeaker reads "Name (role)", where the role can be a kind or a gender.
func parseSpeaker(s string) *speaker.Speaker {
	if s == "-" {
		return nil
	}
	name, role, _ := strings.Cut(strings.TrimSuffix(s, ")"), " (")
	out := &speaker.Speaker{Name: name, Kind: speaker.Person}
	switch role {
	case "organization", "unnamed", "group", "document":
		out.Kind = speaker.Kind(role)
	case "female", "male":
		out.Gender = role
	default:
		out.Role = role
	}
	return out
}

// oneSource is a record as Each makes it, of the spans of a quote that begins
// at a byte of a report.
func oneSource(report string, at int, s *speaker.Speaker, spans ...string) Record {
	src := Source{Report: report, Confidence: 0.9}
	for _, text := range spans {
		text = `"` + text + `"`
		src.Spans = append(src.Spans, Excerpt{Text: text, Bytes: quote.Span{Start: at, End: at + len(text)}})
		at += len(text) + 12
	}
	return Record{ID: occurrenceID(src), Quote: words(src.Spans), Speaker: s, Confidence: 0.9, Sources: []Source{src}}
}

// relations are the matches from the closest to the loosest.
var relations = []Match{Identical, Variant, Fragment, Overlap}

// outcome says what came of a case, in its terms.
func outcome(merged []Record, sources int) string {
	if len(merged) == sources {
		return "apart"
	}
	if len(merged) > 1 {
		return fmt.Sprintf("%d records", len(merged))
	}
	if merged[0].Contested {
		return "contested"
	}
	loosest := Identical
	for _, s := range merged[0].Sources {
		if slices.Index(relations, s.Match) > slices.Index(relations, loosest) {
			loosest = s.Match
		}
	}
	return string(loosest)
}

func TestMergeFixtures(t *testing.T) {
	count := map[string]int{}
	for _, c := range mergeCases(t) {
		count[c.want]++
		for _, order := range orders(c.given) {
			merged := Merge(slices.Values(order))
			if got := outcome(merged, len(c.given)); got != c.want {
				t.Errorf("%s: %s: got %s, want %s", c.file, c.remark, got, c.want)
				for _, r := range merged {
					t.Logf("  %q: %q", r.Quote, r.Why)
				}
				break
			}
		}
	}
	for _, kind := range []string{"identical", "variant", "fragment", "overlap", "contested", "apart"} {
		if count[kind] < 5 {
			t.Errorf("%d fixtures of kind %s, want 5 at least", count[kind], kind)
		}
	}
}

// orders are the records as given and the other way round.
func orders(given []Record) [][]Record {
	back := slices.Clone(given)
	slices.Reverse(back)
	return [][]Record{given, back}
}
