package export

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotes/quote/record"
	"quotes/speaker"
)

func readCSV(t testing.TB, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSV(t *testing.T) {
	got := readCSV(t, write(t, "csv", Options{}, sample()[:2]...))
	want := [][]string{
		{"speaker", "role", "kind", "quote", "confidence", "first_seen", "source_count", "outlets", "reports", "urls", "id", "denied"},
		{
			"Ifeoma Okafor", "director of the port", "person",
			"We have no plans to close the yard, and we never had any. Not <one>.", "0.97", "2021-03-04", "2",
			"The Harbour Post", "in/a.txt; in/b.txt", "https://example.org/a", "aa11", "",
		},
		{"Dockers’ Union", "", "organization", "Nobody asked us", "0.4", "", "1", "", "in/b.txt", "", "bb22", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCSVOfOccurrences(t *testing.T) {
	got := readCSV(t, write(t, "csv", Options{Each: true, Reasons: true, Explain: true}, sample()[0], sample()[2]))
	want := [][]string{
		{
			"speaker", "role", "kind", "quote", "confidence", "report", "outlet", "title", "url", "date",
			"start", "end", "text", "mention", "cue", "rule", "rules", "id", "denied", "reason", "contested", "why", "steps",
		},
		{
			"Ifeoma Okafor", "director of the port", "person",
			"We have no plans to close the yard, and we never had any. Not <one>.", "0.97",
			"in/a.txt", "The Harbour Post", "Yard “safe”", "https://example.org/a", "2021-03-04", "10; 80", "68; 92",
			"“We have no plans to close the yard, and we never had any. “Not <one>.”", "Okafor", "told a press conference",
			"quote-name-verb", "surname; quote-name-verb", "aa11", "", "", "", "",
			"“Okafor” is Ifeoma Okafor, the only Okafor in the report.",
		},
		{
			"Ifeoma Okafor", "director of the port", "person",
			"We have no plans to close the yard, and we never had any. Not <one>.", "0.9",
			"in/b.txt", "", "", "", "", "0", "70",
			`"We have no plans to close the yard, and we never had any. Not <one>."`, "", "said",
			"continued", "continued", "aa11", "", "", "", "", "",
		},
		{
			"", "", "", "streamlining", "0", "in/b.txt", "", "", "", "", "300", "314",
			"“streamlining”", "", "", "", "", "cc33", "", "a term, not speech", "", "", "",
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCSVSpeakerID(t *testing.T) {
	r := sample()[0]
	known := *r.Speaker
	known.ID = "Q7"
	r.Speaker = &known
	for _, each := range []bool{false, true} {
		rows := readCSV(t, write(t, "csv", Options{Each: each, IDs: true, Reasons: true}, r, sample()[2]))
		at := len(rows[0]) - 2
		if rows[0][at] != "speaker_id" || rows[1][at] != "Q7" || rows[len(rows)-1][at] != "" {
			t.Errorf("each %v: %v", each, rows)
		}
	}
}

func TestCSVWithoutRecordsHasAHeader(t *testing.T) {
	if rows := readCSV(t, write(t, "csv", Options{})); len(rows) != 1 || len(rows[0]) != len(recordColumns) {
		t.Errorf("rows %v", rows)
	}
}

func TestCSVOptionsDoNotTouchTheColumns(t *testing.T) {
	write(t, "csv", Options{Reasons: true})
	if rows := readCSV(t, write(t, "csv", Options{Explain: true})); rows[0][len(rows[0])-1] != "steps" || len(rows[0]) != len(recordColumns)+len(arguments) {
		t.Errorf("header %v", rows[0])
	}
}

func TestCSVForASpreadsheetOfAnotherCountry(t *testing.T) {
	got := write(t, "csv", Options{BOM: true, Separator: ';', Columns: []string{"quote", "outlets", "nothing"}}, sample()[0])
	const want = "\ufeffquote;outlets\n" + "We have no plans to close the yard, and we never had any. Not <one>.;The Harbour Post\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCell(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "",
		"We won":                "We won",
		"1 - 0":                 "1 - 0",
		"– a dash":              "– a dash",
		"=1+1":                  "'=1+1",
		"+1":                    "'+1",
		"-1":                    "'-1",
		"@cmd":                  "'@cmd",
		"\tx":                   "'\tx",
		"\rx":                   "'\rx",
		"\nx":                   "'\nx",
		"＝1":                    "'＝1",
		"＋1":                    "'＋1",
		"－1":                    "'－1",
		"＠x":                    "'＠x",
		"  =1":                  "'  =1",
		"\u00a0=1":              "'\u00a0=1",
		"\x00=1":                "'=1",
		"\u200b=1":              "'=1",
		"\u202e=1":              "'=1",
		"two\nlines":            "two\nlines",
		"bell\x07 \x1b[31m red": "bell [31m red",
	} {
		if got := cell(in); got != want {
			t.Errorf("cell(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCSVListsAreHarmlessValueByValue(t *testing.T) {
	r := record.Record{
		Quote: "=q", Speaker: &speaker.Speaker{Name: "@n", Role: "+r"},
		Sources: []record.Source{{Report: "a", Outlet: "o"}, {Report: "=b", Outlet: "o"}, {Report: "a"}},
	}
	row := readCSV(t, write(t, "csv", Options{}, r))[1]
	want := []string{"'@n", "'+r", "", "'=q", "0", "", "3", "o", "a; '=b", "", "", ""}
	if diff := cmp.Diff(want, row); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
