package speaker

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsText string

// wordLists are the lists of words.txt: each entry with its meanings, if any.
var wordLists = sync.OnceValue(func() map[string]map[string][]string {
	lists := map[string]map[string][]string{}
	var list map[string][]string
	for line := range strings.Lines(wordsText) {
		line = strings.TrimSpace(line)
		switch name, opens := strings.CutPrefix(line, "== "); {
		case line == "" || line[0] == '#':
		case opens:
			list = map[string][]string{}
			lists[name] = list
		default:
			entry, means, _ := strings.Cut(line, ":")
			list[entry] = strings.Fields(means)
		}
	}
	return lists
})

// inList reports whether a folded word stands in a list of words.txt.
func inList(list, word string) bool {
	_, ok := wordList(list)[word]
	return ok
}

// meanings are what an entry of a list of words.txt may mean, nil for none.
func meanings(list, entry string) []string { return wordList(list)[entry] }

// wordList is a list of words.txt. It panics on a name that is none: a slip in
// this package, which any test meets.
func wordList(name string) map[string][]string {
	list, ok := wordLists()[name]
	if !ok {
		panic("words.txt has no list " + name)
	}
	return list
}
