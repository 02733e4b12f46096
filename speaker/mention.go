package speaker

import (
	"strings"
	"unicode/utf8"

	"quotes/quote"
	"quotes/speaker/lexicon"
)

// mentionKind says by what kind of words a mention refers.
type mentionKind uint8

const (
	byName        mentionKind = iota // "Lavrov", "the Russian foreign minister Sergei Lavrov"
	byPronoun                        // "he", "who"
	byDescription                    // "the Turkish diplomat", "critics", "the company"
)

// mention is a phrase that refers to somebody or something that can speak.
// Indexes are of tokens, ends exclusive.
type mention struct {
	from, to         int // the whole phrase
	head             int // its head noun, or the last token of its name
	nameFrom, nameTo int // the name in it, titles apart; equal when there is none
	kind             mentionKind
	possessive       bool           // a pronoun that owns what follows
	class            lexicon.Class  // of the head noun of a description
	plural           bool           // names several
	second           int            // of a pair: how many mentions after it the second of them stands
	definite         bool           // "the …", "this …", "X's …"
	owner            int            // index of the last token of the possessor: "Trump" in "Trump's lawyer"; -1
	title            bool           // a title stands before the name
	courtesy         string         // the honorific before a surname alone: mr, mrs, ms
	rank             string         // the word right before the name: bishop, elder
	other            *entity        // a namesake whom its clause names in full: it is somebody else
	gender           lexicon.Gender // as its own words tell
	subject          bool           // stands before a finite verb
	says             bool           // which is one of speech
	oblique          bool           // stands after a preposition
	introduced       bool           // a name with its role in apposition
	inner            bool           // begins a clause within what somebody says
	inQuote          int            // the run it stands in, -1 outside quotes
	entity           int            // who it is, -1 unknown
	how              string         // how that was decided
	rival            int            // who else it might be, -1
	sure             float64        // how often that is right
}

func (m *mention) named() bool { return m.nameFrom < m.nameTo }

// chunker finds the mentions of a stretch of tokens.
type chunker struct {
	toks  []token
	lex   *lexicon.Lexicon
	run   int // the quoted run the tokens are of, -1 outside
	names capitals
	out   []mention
	first int // of out, that is of the stretch

	asked  int // one more than the token that orgEnd was last asked about
	answer int // what it said: it is asked again at once
	depth  int // of phrases within phrases
	owners int // of phrases looked at beyond a possessive
}

// Bounds of the phrases within phrases: each may be looked at several times by
// the one around it.
const (
	maxDepth  = 5
	maxOwners = 2 // "Ann's aunt's lawyer's wife"
)

// chunk appends the mentions among toks to out, in order, none overlapping.
func chunk(toks []token, lex *lexicon.Lexicon, names capitals, run int, out []mention) []mention {
	c := &chunker{toks: toks, lex: lex, run: run, names: names, out: out, first: len(out)}
	for i := 0; i < len(toks); {
		if m, ok := c.at(i); ok {
			m.inQuote, m.entity, m.rival, m.sure = run, -1, -1, 1
			c.markPosition(&m)
			c.out = append(c.out, m)
			c.pair()
			c.describedPair()
			i = m.to
			continue
		}
		i++
	}
	return c.out
}

// at reads the mention that begins at token i.
func (c *chunker) at(i int) (mention, bool) {
	if i >= len(c.toks) || c.toks[i].kind != word || c.depth >= maxDepth {
		return mention{}, false
	}
	c.depth++
	defer func() { c.depth-- }()
	if m, ok := c.pronoun(i); ok {
		return m, true
	}
	return c.nounPhrase(i)
}

// pronoun returns what a pronoun that can be a speaker tells of the gender.
func pronoun(word string) (g lexicon.Gender, ok bool) {
	switch word {
	case "he", "him", "his":
		return lexicon.Male, true
	case "she", "her", "hers":
		return lexicon.Female, true
	case "they", "them", "their", "i", "me", "my", "we", "us", "our", "who", "it", "its", "which":
		return lexicon.Unknown, true
	}
	return lexicon.Unknown, false
}

// possessives are pronouns that begin a longer phrase.
var possessives = []string{"his", "her", "their", "its", "my", "our"}

// abbreviates reports whether the pronoun at i rather stands for a name: the US,
// the IT, the WHO.
func (c *chunker) abbreviates(i int) bool {
	t := &c.toks[i]
	if !t.caps || !t.anyOf("us", "it", "who") {
		return false
	}
	return t.fold != "who" || i > 0 && !c.toks[i-1].caps && i+1 < len(c.toks) && !c.toks[i+1].caps
}

// slashed reports whether the pronoun at i is only named: "uses they/them pronouns".
func (c *chunker) slashed(i int) bool {
	return i > 0 && c.toks[i-1].text == "/" || i+1 < len(c.toks) && c.toks[i+1].text == "/"
}

func (c *chunker) pronoun(i int) (mention, bool) {
	t := &c.toks[i]
	g, ok := pronoun(t.fold)
	if !ok || c.abbreviates(i) || c.slashed(i) {
		return mention{}, false
	}
	if contains(possessives, t.fold) {
		if m, ok := c.nounPhrase(i); ok {
			return m, true
		}
	}
	m := mention{from: i, to: i + 1, head: i, kind: byPronoun, gender: g, owner: -1}
	m.possessive = contains([]string{"his", "their", "its", "my", "our", "hers"}, t.fold) || t.fold == "her" && i+1 < len(c.toks) && c.toks[i+1].kind == word && !c.toks[i+1].is(lexicon.Function|lexicon.TimeWord)
	m.plural = contains([]string{"they", "them", "their", "themselves", "we", "us", "our"}, t.fold)
	return m, true
}

// personHead are the classes of nouns for people.
const personHead = lexicon.Role | lexicon.RolePlural | lexicon.Kin

// head are the classes of nouns that can speak.
const head = personHead | lexicon.OrgNoun | lexicon.DocNoun | lexicon.SayNoun

// speechVerb are the classes of verbs that attribute.
const speechVerb = lexicon.Say | lexicon.Tell | lexicon.Call | lexicon.Think | lexicon.Act

// phrase looks the words at i up as one.
func (c *chunker) phrase(i int) (int, lexicon.Entry) { return phraseAt(c.toks, i, c.lex) }

// textOf is a mention's words as printed, on one line, without what is invisible or for emphasis.
func textOf(src string, toks []token, from, to int) string {
	s := src[toks[from].Start:toks[to-1].End]
	if isPlain(s) {
		return s
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.Map(dropInvisible, s), "*", "")), " ")
}

// isPlain reports whether words are in ASCII with single spaces and no asterisks, as most
// are.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] == '*' || s[i] >= utf8.RuneSelf || s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') {
			return false
		}
	}
	return true
}

// spanOf is where a mention stands in the text.
func spanOf(toks []token, m *mention) quote.Span {
	return quote.Span{Start: toks[m.from].Start, End: toks[m.to-1].End}
}
