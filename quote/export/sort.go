package export

import (
	"cmp"
	"slices"
	"strings"

	"quotes/quote/record"
)

// orders are what records can be sorted by, each with the way in which it is
// usually read: names from A, dates from the first, numbers from the greatest.
// What a record lacks comes last.
var orders = []struct {
	name    string
	compare func(a, b record.Record) int
}{
	{"speaker", func(a, b record.Record) int { return byText(sortName(a), sortName(b)) }},
	{"quote", func(a, b record.Record) int { return byText(strings.ToLower(a.Quote), strings.ToLower(b.Quote)) }},
	{"date", func(a, b record.Record) int { return byText(a.FirstSeen, b.FirstSeen) }},
	{"confidence", func(a, b record.Record) int { return cmp.Compare(b.Confidence, a.Confidence) }},
	{"sources", func(a, b record.Record) int { return len(b.Sources) - len(a.Sources) }},
}

// Orders are the names of what Sorted can sort by.
func Orders() []string {
	var names []string
	for _, o := range orders {
		names = append(names, o.name)
	}
	return names
}

// Sorted is a Writer that keeps all records until Close and then writes them to
// w in an order, from the other end when reverse is set. Records that are equal
// in it stay as they come, and so do all when there is no such order.
func Sorted(w Writer, order string, reverse bool) Writer {
	compare := func(a, b record.Record) int { return 0 }
	for _, o := range orders {
		if o.name == order {
			compare = o.compare
		}
	}
	if forward := compare; reverse {
		compare = func(a, b record.Record) int { return forward(b, a) }
	}
	return &sorter{Writer: w, compare: compare}
}

type sorter struct {
	Writer
	compare func(a, b record.Record) int
	records []record.Record
}

func (s *sorter) Write(r record.Record) error {
	s.records = append(s.records, r)
	return nil
}

func (s *sorter) Close() error {
	slices.SortStableFunc(s.records, s.compare)
	for _, r := range s.records {
		if err := s.Writer.Write(r); err != nil {
			return err
		}
	}
	return s.Writer.Close()
}

func sortName(r record.Record) string {
	if r.Speaker == nil {
		return ""
	}
	return strings.ToLower(r.Speaker.Name)
}

// byText compares texts, with the empty one last.
func byText(a, b string) int {
	if (a == "") != (b == "") {
		return len(b) - len(a)
	}
	return strings.Compare(a, b)
}
