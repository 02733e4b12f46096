package name

import (
	"strings"
	"unicode/utf8"
)

// Acronym is what the first letters of words spell, without the words that small
// reports: "npws" for "national parks and wildlife service".
func Acronym(words []string, small func(string) bool) string {
	var b strings.Builder
	for _, w := range words {
		if w != "" && !small(w) {
			r, _ := utf8.DecodeRuneInString(w)
			b.WriteRune(r)
		}
	}
	return b.String()
}
