package export

import (
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"

	"quotes/quote/record"
)

const wantByReport = `
┌─────────────────┬─────────────────┬────────────────────────────────┐
│ Report          │ Speaker         │ Quote                          │
├─────────────────┼─────────────────┼────────────────────────────────┤
│ Yard “safe”     │ Ifeoma Okafor   │ “We have no plans to close the │
│ The Harbour     │ director of the │ yard, and we never had any.    │
│ Post            │ port            │ Not <one>.”                    │
│ 2021-03-04      │                 │                                │
├─────────────────┼─────────────────┼────────────────────────────────┤
│ b.txt           │ Ifeoma Okafor   │ “We have no plans to close the │
│                 │ director of the │ yard, and we never had any.    │
│                 │ port            │ Not <one>.”                    │
│                 │                 │                                │
│                 │ Dockers’ Union  │ “Nobody asked us”              │
│                 │                 │ (a guess: confidence 0.40)     │
│                 │                 │                                │
│                 │ (no speaker)    │ “streamlining”                 │
│                 │                 │                                │
│                 │ Ifeoma Okafor   │ “Come and see”                 │
│                 │ director of the │                                │
│                 │ port            │                                │
└─────────────────┴─────────────────┴────────────────────────────────┘
`

func TestGroupByReport(t *testing.T) {
	got := "\n" + write(t, "table", Options{Group: "report", Width: 70}, sample()...)
	if diff := cmp.Diff(wantByReport, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Groups of dates come in the order of time, and what has none last.
func TestGroupByDate(t *testing.T) {
	var records []record.Record
	for _, date := range []string{"", "2022-02-02", "2021-01-01"} {
		records = append(records, record.Record{Quote: "q", Speaker: okafor, Confidence: 1, Sources: []record.Source{{Report: "r", Date: date}}})
	}
	got := write(t, "table", Options{Group: "date"}, records...)
	first, second, last := strings.Index(got, "2021-01-01 "), strings.Index(got, "2022-02-02 "), strings.Index(got, "(no date)")
	if first < 0 || second < first || last < second {
		t.Errorf("the dates are out of order:\n%s", got)
	}
}

// Whatever is chosen, at every width, all lines are as wide as the page.
func TestTableOfChosenColumnsAligns(t *testing.T) {
	for _, each := range []bool{false, true} {
		for _, group := range Groupings() {
			for _, columns := range [][]string{nil, {"quote"}, {"confidence"}, Columns(each)} {
				for _, width := range []int{1, 40, 100, 300} {
					opts := Options{Width: width, Each: each, Group: group, Columns: columns, Reasons: true}
					lines := strings.Split(strings.TrimSpace(write(t, "table", opts, sample()...)), "\n")
					for _, l := range lines {
						if displaywidth.String(l) != displaywidth.String(lines[0]) {
							t.Fatalf("%+v: a line is %d wide, the first %d", opts, displaywidth.String(l), displaywidth.String(lines[0]))
						}
					}
					if got := displaywidth.String(lines[0]); width >= 100 && len(columns) < 2 && got != width {
						t.Errorf("%+v: %d wide", opts, got)
					}
				}
			}
		}
	}
}

func TestWideTableWrapsNothing(t *testing.T) {
	got := write(t, "table", Options{Width: 40, Wide: true}, sample()...)
	for _, want := range []string{
		"│ “We have no plans to close the yard, and we never had any. Not <one>.” │",
		"│ 2  The Harbour Post (2021-03-04) │",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestSorted(t *testing.T) {
	quotes := func(order string, reverse bool) (all []string) {
		var got kept
		w := Sorted(&got, order, reverse)
		if err := writeTo(w, sample()); err != nil {
			t.Fatal(err)
		}
		for _, r := range got {
			all = append(all, r.ID)
		}
		return all
	}
	for order, want := range map[string][]string{
		"speaker":    {"bb22", "aa11", "dd44", "cc33"},
		"quote":      {"dd44", "bb22", "cc33", "aa11"},
		"date":       {"aa11", "bb22", "cc33", "dd44"},
		"confidence": {"aa11", "dd44", "bb22", "cc33"},
		"sources":    {"aa11", "bb22", "cc33", "dd44"},
	} {
		if got := quotes(order, false); !slices.Equal(got, want) {
			t.Errorf("by %s: %v, want %v", order, got, want)
		}
	}
	if got, want := quotes("confidence", true), []string{"cc33", "bb22", "dd44", "aa11"}; !slices.Equal(got, want) {
		t.Errorf("reversed: %v, want %v", got, want)
	}
	if len(Orders()) != 5 {
		t.Errorf("an order without a test: %v", Orders())
	}
}

// kept is a Writer that keeps what is written.
type kept []record.Record

func (k *kept) Write(r record.Record) error { *k = append(*k, r); return nil }
func (k *kept) Close() error                { return nil }

// A word is broken only where there is no room for it.
func TestTableKeepsWordsWhole(t *testing.T) {
	got := write(t, "table", Options{Width: 72, Group: "date", Columns: []string{"speaker", "quote", "confidence"}}, sample()[:2]...)
	for _, want := range []string{"│ Date       │ Speaker ", "│ Confidence │", "│ 2021-03-04 │ Ifeoma "} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
