package record

import (
	_ "embed"
	"hash/fnv"
	"strings"
)

// A word is the hash of a word as normalised, with its class in the low bits
// and a flag for numbers. Two different words of one hash are rare and do little
// harm: all words of two quotes must agree before anything is made of it.
type word uint32

// The classes of words, by what sharing them proves.
const (
	functionWord word = iota // grammar
	commonWord               // everyday speech
	negation                 // changes what is said
	contentWord              // everything else

	classBits  word = 3
	numberFlag word = 4
)

// weights are tenths of a content word.
var weights = [...]int32{functionWord: 1, commonWord: 4, negation: 5, contentWord: 10}

func (w word) class() word    { return w & classBits }
func (w word) weight() int32  { return weights[w&classBits] }
func (w word) isNumber() bool { return w&numberFlag != 0 }

// weight is the sum of the words' weights.
func weight(words []word) int32 {
	n := int32(0)
	for _, w := range words {
		n += w.weight()
	}
	return n
}

// newWord makes the word of a normalised spelling.
func newWord(s string) word {
	class, known := classes[s]
	if !known {
		class = contentWord
	}
	h := fnv.New64a()
	h.Write([]byte(s))
	w := word(h.Sum64()>>16)&^(classBits|numberFlag) | class
	if s[0] >= '0' && s[0] <= '9' {
		w |= numberFlag
	}
	return w
}

var (
	//go:embed lexicon/function.txt
	functionText string
	//go:embed lexicon/common.txt
	commonText string
	//go:embed lexicon/negation.txt
	negationText string

	classes = readClasses()
)

func readClasses() map[string]word {
	m := map[string]word{}
	for class, text := range map[word]string{functionWord: functionText, commonWord: commonText, negation: negationText} {
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for w := range strings.FieldsSeq(line) {
				m[spelling(w)] = class
			}
		}
	}
	return m
}
