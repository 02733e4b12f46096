// Package tag says which words of a sentence are finite verbs, for the rules
// that meet a word which the lexicon does not know.
//
// It is the only place that knows of the tagger, github.com/jdkato/prose/v2,
// whose model takes a third of a second to load: the first call pays for it,
// and a program that never calls does not. The tagger has its own idea of
// tokens, loses some, and panics on some input; here the words given are the
// truth, and its tokens are aligned back to them.
package tag

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/jdkato/prose/v2"
)

// finite are the tags of the Penn Treebank for finite verbs: past, present, and
// present in the third person. That of participles, VBN, is none of them.
var finite = map[string]bool{"VBD": true, "VBP": true, "VBZ": true}

// Verbs tells for each word of a sentence whether it is a finite verb there.
// Words are as printed, marks are words of their own, and a quote is one word
// without letters, whichever. A word the tagger can make nothing of is no verb.
// It takes time linear in the length of the sentence, about 0.2 ms a word, and
// is safe for concurrent use.
func Verbs(words []string) []bool {
	verbs := slices.Repeat([]bool{true}, len(words))
	if len(words) == 0 {
		return verbs
	}
	spelt := spell(words)
	for range askings {
		for i, is := range asked(spelt) {
			verbs[i] = verbs[i] && is
		}
	}
	return verbs
}

// askings is how often the tagger must call a word a verb. Where two tags score
// the same, which is rare, it takes one of them by chance: it adds up the scores
// in the order of a map. A word that it is of two minds about should be no verb,
// each time.
const askings = 16

// asked is what the tagger says of each word when asked once.
func asked(spelt []string) []bool {
	verbs := make([]bool, len(spelt))
	tags := tagged(spelt)
	for i, again := range repeated(spelt) {
		if again && !closed[tags[i]] {
			tags[i] = tagOf(spelt, i)
		}
		verbs[i] = finite[tags[i]]
	}
	return verbs
}

// Loaded reports whether the tagger's model has been loaded.
func Loaded() bool { return loaded.Load() }

var loaded atomic.Bool

// model is loaded once; it is only read after that.
var model = sync.OnceValue(func() *prose.Model {
	defer loaded.Store(true)
	doc, err := prose.NewDocument("", prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		panic(err) // the model is part of the program
	}
	return doc.Model
})

// tagged returns the tag of each word, "" for those that the tagger lost, and
// for all of them when it panics.
func tagged(spelt []string) (tags []string) {
	defer func() {
		if recover() != nil {
			tags = make([]string, len(spelt))
		}
	}()
	doc, err := prose.NewDocument(sentence(spelt), prose.UsingModel(model()),
		prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		return make([]string, len(spelt))
	}
	return align(spelt, doc.Tokens())
}

// closed are the tags of words that are never verbs, wherever they stand.
var closed = map[string]bool{
	"DT": true, "IN": true, "CC": true, "TO": true, "PRP": true, "PRP$": true, "MD": true, "CD": true, "POS": true,
	"WDT": true, "WP": true, "WRB": true, ",": true, ".": true, ":": true, "(": true, ")": true,
}

// repeated tells for each word whether it stands in the sentence again, further
// on. The tagger has one token for both and says of it what it is there.
func repeated(spelt []string) []bool {
	again := make([]bool, len(spelt))
	seen := make(map[string]bool, len(spelt))
	for i := len(spelt) - 1; i >= 0; i-- {
		again[i] = seen[spelt[i]]
		seen[spelt[i]] = true
	}
	return again
}

// The tagger decides by two words on either side and by the tags of the two
// before, which depend on what is before these, ever less.
const (
	wordsBefore = 8
	wordsAfter  = 2
)

// tagOf returns the tag of word i from the words around it, up to its next
// occurrence.
func tagOf(spelt []string, i int) string {
	from, to := max(0, i-wordsBefore), i+1
	for to < min(len(spelt), i+1+wordsAfter) && spelt[to] != spelt[i] {
		to++
	}
	return tagged(spelt[from:to])[i-from]
}
