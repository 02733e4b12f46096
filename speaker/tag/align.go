package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// maxWord bounds a word in bytes: the tagger takes the square of the time for a
// word full of apostrophes. Nothing longer is a verb.
const maxWord = 64

// noWord stands for what is no word: for a quote, and for marks that the tagger
// does not know.
const noWord = ","

// spell writes words as the tagger knows them.
func spell(words []string) []string {
	spelt := make([]string, len(words))
	for i, w := range words {
		spelt[i] = spelling(w)
	}
	return spelt
}

func spelling(w string) string {
	switch {
	case len(w) == 1 && strings.Contains(".;:!?()", w):
		return w
	case len(w) > maxWord, !utf8.ValidString(w), !strings.ContainsFunc(w, isLetterOrDigit), strings.ContainsFunc(w, unicode.IsSpace):
		return noWord
	}
	w = apostrophes.Replace(w)
	if strings.Contains(w, "'") && len(strings.ToLower(w)) != len(w) {
		return noWord // the tagger looks for apostrophes in lower case and cuts in upper: a panic
	}
	return w
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'")

// sentence is the text that the tagger gets. A space on either side of each word
// keeps it from splitting most of them.
func sentence(spelt []string) string { return strings.Join(spelt, " ") }

// lookAhead is how many words the tagger may lose in a row.
const lookAhead = 3

// align returns for each word the tag of its first token, "" when there is none.
// It takes linear time.
func align(spelt []string, tokens []prose.Token) []string {
	tags := make([]string, len(spelt))
	at, rest := -1, "" // the word last found, and what is left of it
	for _, t := range tokens {
		if t.Text == "" {
			continue
		}
		if after, ok := strings.CutPrefix(rest, t.Text); ok {
			rest = after // a further token of this word: n't
			continue
		}
		for i := at + 1; i < min(at+1+lookAhead, len(spelt)); i++ {
			if after, ok := strings.CutPrefix(spelt[i], t.Text); ok {
				at, rest, tags[i] = i, after, t.Tag
				break
			}
		}
	}
	return tags
}
