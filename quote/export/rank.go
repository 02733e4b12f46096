package export

import (
	"cmp"
	"slices"

	"quotes/quote/record"
)

// option is something that records can be chosen by, and how many have it.
type option struct {
	Name  string
	Count int
}

// options counts what values gives of each record, in order of names.
func options(records []record.Record, values func(record.Record) []string) []option {
	counts := map[string]int{}
	for _, r := range records {
		for _, v := range values(r) {
			counts[v]++
		}
	}
	var all []option
	for name, n := range counts {
		all = append(all, option{name, n})
	}
	slices.SortFunc(all, func(a, b option) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// ranked is a bar of the chart: its length in thousandths of the longest.
type ranked struct {
	option
	Length int
}

// ranking is who is quoted most, at most ten.
func ranking(records []record.Record) []ranked {
	const most = 10
	all := options(records, func(r record.Record) []string {
		if r.Speaker == nil {
			return nil
		}
		return []string{nameOf(r)}
	})
	slices.SortStableFunc(all, func(a, b option) int { return b.Count - a.Count })
	var bars []ranked
	for _, o := range all[:min(most, len(all))] {
		bars = append(bars, ranked{o, o.Count * 1000 / all[0].Count})
	}
	return bars
}
