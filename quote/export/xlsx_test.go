package export

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"quotes/quote/record"
)

func openXLSX(t testing.TB, text string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func rowsOf(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// The workbook holds what CSV holds.
func TestXLSXReadsBackAsCSV(t *testing.T) {
	for _, opts := range []Options{{}, {Each: true, Explain: true, Reasons: true}, {Columns: []string{"quote", "sources"}}} {
		want := readCSV(t, write(t, "csv", opts, sample()...))
		got := rowsOf(t, openXLSX(t, write(t, "xlsx", opts, sample()...)), "Quotes")
		for i := range got { // excelize leaves out the empty cells at the end
			got[i] = append(got[i], make([]string, len(want[i])-len(got[i]))...)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v: -CSV +XLSX:\n%s", opts, diff)
		}
	}
}

func TestXLSXIsASheetToWorkIn(t *testing.T) {
	f := openXLSX(t, write(t, "xlsx", Options{}, sample()...))
	if panes, err := f.GetPanes("Quotes"); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the header doesn't stay: %+v, %v", panes, err)
	}
	if linked, to, err := f.GetCellHyperLink("Quotes", "J2"); err != nil || !linked || to != "https://example.org/a" {
		t.Errorf("the address leads to %q, %v", to, err)
	}
	if linked, _, _ := f.GetCellHyperLink("Quotes", "J3"); linked {
		t.Error("a link without an address")
	}
	style, err := f.GetCellStyle("Quotes", "D2")
	if err != nil {
		t.Fatal(err)
	}
	if s, err := f.GetStyle(style); err != nil || !s.Alignment.WrapText {
		t.Errorf("quotes aren't wrapped: %+v, %v", s, err)
	}
	for cell, want := range map[string]excelize.CellType{
		"D2": excelize.CellTypeInlineString, "E2": excelize.CellTypeNumber, "G2": excelize.CellTypeNumber, "F2": excelize.CellTypeNumber,
	} {
		if got, err := f.GetCellType("Quotes", cell); err != nil || got != want && got != excelize.CellTypeUnset {
			t.Errorf("%s is of type %d, want %d: %v", cell, got, want, err)
		}
	}
	names := f.GetDefinedName()
	if len(names) != 1 || !strings.Contains(names[0].RefersTo, "$A$1:$L$5") {
		t.Errorf("the filters are over %+v", names)
	}
}

// What looks like a formula is written as it is, and is none.
func TestXLSXHasNoFormulas(t *testing.T) {
	const formula = `=HYPERLINK("https://example.org","click")`
	r := sample()[0]
	r.Quote = formula
	f := openXLSX(t, write(t, "xlsx", Options{}, r))
	if got, _ := f.GetCellValue("Quotes", "D2"); got != formula {
		t.Errorf("the quote reads %q", got)
	}
	if got, err := f.GetCellFormula("Quotes", "D2"); err != nil || got != "" {
		t.Errorf("a formula %q, %v", got, err)
	}
}

func TestXLSXSaysWhatItCuts(t *testing.T) {
	for _, text := range []string{strings.Repeat("a", mostUnits+1), strings.Repeat("😀", mostUnits), "b" + strings.Repeat("😀", mostUnits)} {
		got := shortened(text)
		if n := len(utf16.Encode([]rune(got))); n > mostUnits || n < mostUnits-1 || !strings.HasSuffix(got, "(cut here: a cell holds 32767 characters)") {
			t.Errorf("%d units, ends %q", n, got[len(got)-60:])
		}
		if strings.ContainsRune(got, '\uFFFD') {
			t.Error("half a character is left")
		}
	}
	if whole := strings.Repeat("é", mostUnits); shortened(whole) != whole {
		t.Error("what fits is cut")
	}
}

// Rows that are too many for a sheet go on in another; links that are too many
// are left out.
func TestXLSXOfManyRows(t *testing.T) {
	var out bytes.Buffer
	w := newXLSX(&out, Options{}).(*xlsxWriter)
	w.limits = limits{rows: 3, links: 1}
	var records []record.Record
	for i := range 5 {
		r := sample()[0]
		r.Quote = fmt.Sprint("quote ", i)
		records = append(records, r)
	}
	if err := writeTo(w, records); err != nil {
		t.Fatal(err)
	}
	f := openXLSX(t, out.String())
	n := 0
	for i, want := range []int{3, 3, 2} {
		name := f.GetSheetName(i)
		rows := rowsOf(t, f, name)
		if len(rows) != want || rows[0][0] != "speaker" {
			t.Fatalf("sheet %s has %d rows, want %d: %v", name, len(rows), want, rows)
		}
		for _, row := range rows[1:] {
			if row[3] != fmt.Sprint("quote ", n) {
				t.Errorf("%s where quote %d should be", row[3], n)
			}
			n++
		}
		first, _, _ := f.GetCellHyperLink(name, "J2")
		second, _, _ := f.GetCellHyperLink(name, "J3")
		if !first || second {
			t.Errorf("sheet %s: links %v, %v", name, first, second)
		}
	}
}

func TestXLSXLeavesTheRecordAlone(t *testing.T) {
	r := sample()[0]
	r.Why = []string{"two \x00 sources"}
	write(t, "xlsx", Options{Explain: true}, r)
	if r.Why[0] != "two \x00 sources" {
		t.Errorf("now %q", r.Why)
	}
}
