package speaker

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/short.txt
var shortReports string

// TestShortReports runs reports of a line or two, each for a fault that was once in
// the program: "text | speaker; speaker", with ¶ between paragraphs and "-" for a
// quote that is nobody's.
func TestShortReports(t *testing.T) {
	for line := range strings.Lines(shortReports) {
		text, want, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok {
			continue
		}
		var got []string
		for _, name := range said(t, strings.ReplaceAll(text, "¶", "\n\n")) {
			if name == "" {
				name = "-"
			}
			got = append(got, name)
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", text, got, want)
		}
	}
}
