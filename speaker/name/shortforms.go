package name

import (
	_ "embed"
	"strings"
)

//go:embed shortforms.txt
var shortFormsText string

// shortForms maps each given name to the groups of forms that it belongs to.
var shortForms = readForms(shortFormsText)

type forms map[string][]int

func readForms(text string) forms {
	f := forms{}
	group := 0
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		for w := range strings.FieldsSeq(line) {
			f[w] = append(f[w], group)
		}
		group++
	}
	return f
}

// share reports whether one group holds both names.
func (f forms) share(a, b string) bool {
	for _, x := range f[a] {
		for _, y := range f[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}
