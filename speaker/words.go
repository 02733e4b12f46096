package speaker

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsText string

// list is one of the lists of words.txt, or several.
type list uint32

// The lists.
const (
	abbreviation list = 1 << iota
	anybody
	authored
	bodyOfOneWord
	broader
	child
	company
	electable
	event
	fractionNoun
	honorific
	irregular
	masthead
	minister
	number
	office
	outsider
	particle
	passing
	portfolio
	portfolioWord
	postalCode
	postNominal
	public
	nameSuffix
	refusal
	shortened
	tagVerb
	thing
	trade
	twosome
	utter
)

// listNames are the lists as words.txt calls them.
var listNames = map[string]list{
	"abbreviation": abbreviation, "anybody": anybody, "authored": authored, "body": bodyOfOneWord, "broader": broader, "child": child,
	"company": company, "electable": electable, "event": event, "fraction": fractionNoun, "honorific": honorific, "irregular": irregular,
	"masthead": masthead, "minister": minister, "number": number, "office": office, "outsider": outsider,
	"particle": particle, "passing": passing, "portfolio": portfolio, "portfoliowords": portfolioWord, "postal": postalCode, "postnominal": postNominal,
	"public": public, "refusal": refusal, "shortened": shortened, "suffix": nameSuffix, "tagverb": tagVerb, "thing": thing,
	"trade": trade, "twosome": twosome, "utter": utter,
}

// listed is what words.txt says of a word.
type listed struct {
	in    list
	means []string // in the lists broader and postal
}

// lists is words.txt by its words.
type lists struct {
	words map[string]listed
	// The lists that have words with a first byte and a length: most words of a
	// report are in no list, and this says so for most without a look-up.
	begin [256][16]list
}

// wordLists panics on a list without a name here: a slip in this package, which
// any test meets.
var wordLists = sync.OnceValue(func() *lists {
	all := lists{words: map[string]listed{}}
	var in list
	for line := range strings.Lines(wordsText) {
		line = strings.TrimSpace(line)
		switch name, opens := strings.CutPrefix(line, "== "); {
		case line == "" || line[0] == '#':
		case opens:
			if in = listNames[name]; in == 0 {
				panic("words.txt: no list is called " + name)
			}
		default:
			entry, means, _ := strings.Cut(line, ":")
			w := all.words[entry]
			w.in |= in
			w.means = append(w.means, strings.Fields(means)...)
			all.words[entry] = w
			all.begin[entry[0]][lengthClass(entry)] |= in
		}
	}
	return &all
})

func lengthClass(word string) int { return min(len(word), 15) }

// inList reports whether a folded word stands in any of the lists l.
func inList(l list, word string) bool {
	all := wordLists()
	return word != "" && all.begin[word[0]][lengthClass(word)]&l != 0 && all.words[word].in&l != 0
}

// narrower are the offices that a wide word for one may mean, nil for none.
func narrower(word string) []string { return wordLists().words[word].means }
