package record_test

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"quotes/quote"
	"quotes/quote/record"
	"quotes/quote/report"
	"quotes/speaker"
)

// A judgement is a pair of quotes of real articles that a person read.
type judgement struct {
	a, b  stretch
	label string // "+", "-", "?"
}

// A stretch is a quote by its place: code points of an article.
type stretch struct {
	article    string
	start, end int
}

// TestJudged measures merging against judgements of pairs of quotes in
// articles that are not part of this project. QUOTES_CORPUS names their
// folders; without it the test is skipped.
func TestJudged(t *testing.T) {
	folders := os.Getenv("QUOTES_CORPUS")
	if folders == "" {
		t.Skip("QUOTES_CORPUS is not set")
	}
	judged := readJudgements(t)
	each := occurrences(t, judged, filepath.SplitList(folders))
	in := map[string]string{} // the record of each source
	for _, r := range record.Merge(slices.Values(each)) {
		for _, s := range r.Sources {
			in[place(s)] = r.ID
		}
	}
	var right, wrong, missed, apart, none int
	for _, j := range judged {
		a, b := sourceAt(each, j.a), sourceAt(each, j.b)
		if j.label == "?" || a == nil || b == nil || a == b {
			none++ // undecided, not found, or spans of one utterance
			continue
		}
		one := in[place(*a)] == in[place(*b)]
		switch {
		case one && j.label == "+":
			right++
		case one:
			wrong++
			t.Logf("merged: %v %v", j.a, j.b)
		case j.label == "+":
			missed++
			t.Logf("not merged: %v %v", j.a, j.b)
		default:
			apart++
		}
	}
	precision := 100 * float64(right) / float64(right+wrong)
	recall := 100 * float64(right) / float64(right+missed)
	t.Logf("%d pairs: %d merged rightly, %d wrongly, %d missed, %d apart, %d not counted; precision %.1f, recall %.1f",
		len(judged), right, wrong, missed, apart, none, precision, recall)
	if precision < 97 || recall < 90 {
		t.Errorf("precision %.1f, recall %.1f; want 97 and 90", precision, recall)
	}
}

func readJudgements(t *testing.T) []judgement {
	f, err := os.Open("testdata/judged.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []judgement
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		c := strings.Split(lines.Text(), "\t")
		n := make([]int, 4)
		for i, s := range []string{c[1], c[2], c[4], c[5]} {
			if n[i], err = strconv.Atoi(s); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, judgement{stretch{c[0], n[0], n[1]}, stretch{c[3], n[2], n[3]}, c[6]})
	}
	return out
}

// occurrences attributes all quotes of the articles judged.
func occurrences(t *testing.T, judged []judgement, folders []string) []record.Record {
	attributor, err := speaker.New(speaker.Options{})
	if err != nil {
		t.Fatal(err)
	}
	done := map[string]bool{}
	var out []record.Record
	for _, j := range judged {
		for _, id := range []string{j.a.article, j.b.article} {
			if done[id] {
				continue
			}
			done[id] = true
			for _, folder := range folders {
				text, err := os.ReadFile(filepath.Join(folder, id+".txt"))
				if err != nil {
					continue
				}
				r := report.Report{ID: id, Text: string(text)}
				out = append(out, record.Each(attributor.Attribute(quote.Find(r)))...)
				break
			}
		}
	}
	return out
}

func place(s record.Source) string {
	return s.Report + " " + strconv.Itoa(s.Spans[0].Points.Start)
}

// sourceAt returns the source that holds most of a stretch.
func sourceAt(each []record.Record, at stretch) *record.Source {
	var best *record.Source
	most := 0
	for i := range each {
		s := &each[i].Sources[0]
		if s.Report != at.article {
			continue
		}
		for _, e := range s.Spans {
			if n := min(e.Points.End, at.end) - max(e.Points.Start, at.start); n > most {
				best, most = s, n
			}
		}
	}
	return best
}
