package speaker

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsSorted(t *testing.T) {
	var entries []string
	name := ""
	check := func() {
		if !slices.IsSorted(entries) {
			t.Errorf("%s: not sorted", name)
		}
		if len(entries) != len(slices.Compact(slices.Clone(entries))) {
			t.Errorf("%s: an entry stands twice", name)
		}
		if name != "" && len(entries) == 0 {
			t.Errorf("%s: empty", name)
		}
	}
	for line := range strings.Lines(wordsText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if next, ok := strings.CutPrefix(line, "== "); ok {
			check()
			name, entries = next, nil
			continue
		}
		entries = append(entries, strings.SplitN(line, ":", 2)[0])
	}
	check()
}
