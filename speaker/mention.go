package speaker

import (
	"strings"

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
	definite         bool           // "the …", "this …", "X's …"
	owner            int            // index of the last token of the possessor: "Trump" in "Trump's lawyer"; -1
	title            bool           // a title stands before the name
	gender           lexicon.Gender // as its own words tell
	subject          bool           // stands before a finite verb
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

	depth  int // of phrases within phrases
	owners int // of phrases looked at beyond a possessive
}

// Bounds of the phrases within phrases: each may be looked at several times by
// the one around it.
const (
	maxDepth  = 5
	maxOwners = 2 // "Ann's aunt's lawyer's wife"
)

// chunk finds the mentions among toks, in order, none overlapping.
func chunk(toks []token, lex *lexicon.Lexicon, names capitals, run int) []mention {
	c := &chunker{toks: toks, lex: lex, run: run, names: names}
	for i := 0; i < len(toks); {
		if m, ok := c.at(i); ok {
			m.inQuote, m.entity, m.rival, m.sure = run, -1, -1, 1
			c.markPosition(&m)
			c.out = append(c.out, m)
			c.pair()
			i = m.to
			continue
		}
		i++
	}
	return c.out
}

// pair puts a mention of both before the last two mentions when they are joined
// by "and" and do something together: "Russia and Iran want".
func (c *chunker) pair() {
	n := len(c.out)
	if n < 2 {
		return
	}
	a, b := c.out[n-2], c.out[n-1]
	if a.kind != byName || b.kind != byName || a.oblique || a.to+1 != b.from || c.toks[a.to].fold != "and" || a.plural || !c.together(b.to) {
		return
	}
	both := mention{from: a.from, to: b.to, head: b.head, kind: byDescription, class: lexicon.RolePlural, plural: true, owner: -1, inQuote: a.inQuote, entity: -1, rival: -1, subject: true, sure: 1}
	c.out = append(c.out[:n-2], both, a, b)
	c.out[n].subject, c.out[n-1].subject = false, false
}

// together reports whether what stands at i is done by several.
func (c *chunker) together(i int) bool {
	for ; i < len(c.toks) && c.toks[i].kind == word && (isAdverb(&c.toks[i]) || c.toks[i].fold == "both"); i++ {
	}
	if i+1 >= len(c.toks) {
		return false
	}
	if c.toks[i].text == "," {
		return c.toks[i+1].fold == "who"
	}
	t := &c.toks[i]
	return t.kind == word && (c.isFinite(i) && !t.has(lexicon.Third) || t.anyOf("have", "were", "are", "want") || irregular[t.fold] && t.fold != "was")
}

// capitals is what the capitals within the sentences of a report tell.
type capitals struct {
	surname map[string]bool // words that follow a given name or an initial
	lower   map[string]bool // words that also stand without a capital
	within  map[string]bool // words with a capital within a sentence, headlines apart
}

// readCapitals looks at every token of a report.
func readCapitals(lists ...[]token) capitals {
	c := capitals{surname: map[string]bool{}, lower: map[string]bool{}, within: map[string]bool{}}
	for _, toks := range lists {
		for i := range toks {
			t := &toks[i]
			if t.kind != word {
				continue
			}
			if !t.cap {
				c.lower[t.fold] = true
				continue
			}
			if t.headline {
				continue
			}
			if !t.first || i+1 < len(toks) && toks[i+1].cap {
				c.within[t.fold] = true
			}
			if i > 0 && !t.first && toks[i-1].kind == word && toks[i-1].cap && (toks[i-1].is(lexicon.Given) || len(toks[i-1].fold) == 1) && !t.is(lexicon.OrgWord|lexicon.NotName|lexicon.Place) && !contains(suffixes, t.fold) {
				c.surname[t.fold] = true
			}
		}
	}
	return c
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

// pronouns that can be speakers, with what they tell.
var pronouns = map[string]lexicon.Gender{
	"he": lexicon.Male, "him": lexicon.Male, "his": lexicon.Male,
	"she": lexicon.Female, "her": lexicon.Female, "hers": lexicon.Female,
	"they": lexicon.Unknown, "them": lexicon.Unknown, "their": lexicon.Unknown,
	"i": lexicon.Unknown, "me": lexicon.Unknown, "my": lexicon.Unknown, "we": lexicon.Unknown, "us": lexicon.Unknown, "our": lexicon.Unknown,
	"who": lexicon.Unknown, "it": lexicon.Unknown, "its": lexicon.Unknown, "which": lexicon.Unknown,
}

// possessives are pronouns that begin a longer phrase.
var possessives = []string{"his", "her", "their", "its", "my", "our"}

func (c *chunker) pronoun(i int) (mention, bool) {
	t := &c.toks[i]
	g, ok := pronouns[t.fold]
	if !ok || t.fold == "us" && t.caps || t.fold == "it" && t.caps {
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

// phrase is a noun phrase while it is read.
type phrase struct {
	from, det int // det: index of the determiner, -1
	owner     int
	head      int // last head or name token, -1
	nameFrom  int // of the run of capitals that ends at nameTo
	nameTo    int
	bare      int           // unknown words passed since the last head
	class     lexicon.Class // of the head
}

// nounPhrase reads the noun phrase at i when its head can speak.
func (c *chunker) nounPhrase(i int) (mention, bool) {
	p := phrase{from: i, det: -1, owner: -1, head: -1}
	t := &c.toks[i]
	if opensPhrase(t) && !c.isName(i) {
		p.det = i
		i++
	} else if !c.begins(i) {
		return mention{}, false
	}
	end := c.nominals(&p, i)
	if p.head < 0 {
		if m, ok := c.partitive(p, end); ok {
			return m, true
		}
		if !c.speaks(p, end) {
			return mention{}, false
		}
		p.head = end - 1
	}
	if p.det >= 0 && contains(possessives, c.toks[p.det].fold) && p.nameTo != p.head+1 && p.class&lexicon.SayNoun != 0 && p.class&(personHead|lexicon.OrgNoun) == 0 {
		return mention{}, false // of "her response" it is she who speaks
	}
	m := c.mentionOf(p)
	if p.det >= 0 && isDigit(c.toks[p.det].fold[0]) && !m.plural {
		return mention{}, false // "22 Clinton e-mails"
	}
	c.attach(&m)
	c.absorb(&m)
	return m, true
}

// opensPhrase reports whether a determiner can begin the phrase for a speaker;
// "that", "what" and "which" rather begin a clause.
func opensPhrase(t *token) bool {
	if t.kind == word && isDigit(t.fold[0]) && !strings.Contains(t.fold, "-") {
		return true
	}
	return t.is(lexicon.Det) && !contains([]string{"that", "what", "which", "whatever", "whichever", "such", "no", "any", "certain", "enough", "much", "so", "whose", "what's"}, t.fold)
}

// speaks reports whether a phrase without a known head, which ends at end, is
// the subject of a verb of speech: "this look-alike declared".
func (c *chunker) speaks(p phrase, end int) bool {
	return p.det >= 0 && end > p.det+1 && end < len(c.toks) && !c.toks[end-1].is(lexicon.TimeWord|lexicon.Adverb) && !c.toks[end-1].anyOf("ago") && c.toks[end-1].kind == word && (contains(plainVerbs, c.toks[end].fold) || contains(possessives, c.toks[p.det].fold) && c.toks[end].is(lexicon.Say|lexicon.Tell|lexicon.Call))
}

// plainVerbs are verbs of speech that are nothing else.
var plainVerbs = []string{"said", "says", "told", "tells", "asked", "asks", "added", "adds", "wrote", "writes", "declared", "declares", "shouted", "explained", "explains", "replied", "replies", "insisted", "insists", "warned", "warns", "announced", "tweeted", "argued", "argues", "recalled", "recalls", "yelled", "complained", "joked"}

// begins reports whether a phrase without a determiner may begin at i.
func (c *chunker) begins(i int) bool {
	t := &c.toks[i]
	if c.isName(i) {
		return true
	}
	if t.cap && !t.first {
		return t.is(head | lexicon.RoleMod | lexicon.Demonym)
	}
	if t.is(lexicon.Function) || c.isFinite(i) {
		return false
	}
	return t.is(personHead|lexicon.RoleMod|lexicon.Demonym|lexicon.Place) || (i == 0 || c.toks[i-1].kind != word) && c.compound(i)
}

// maxPhrase bounds the tokens of a phrase and the unknown words in it.
const (
	maxPhrase = 16
	maxBare   = 5
)

// nominals reads the words of a phrase from i on, noting its head, and returns
// where it stopped.
func (c *chunker) nominals(p *phrase, i int) int {
	for start := i; i < len(c.toks) && i-start < maxPhrase; {
		t := &c.toks[i]
		switch {
		case t.kind != word:
			if t.text == "," && c.listed(p, i) { // "a small, angry crowd"
				i++
				continue
			}
			return i
		case t.fold == "'s":
			if !c.possess(p, i) {
				return i
			}
			i++
		case c.roleWords(i) > 0:
			n := c.roleWords(i)
			i += n
			if _, e := c.phrase(i - n); e.Is(head) {
				p.head, p.bare, p.class = i-1, 0, e.Class
			}
		case c.isName(i):
			if p.head >= 0 && p.nameTo > p.nameFrom && p.nameTo != i && p.head >= p.nameTo && p.class&(personHead|lexicon.RoleMod|lexicon.Title) == 0 {
				return i
			}
			p.nameFrom = i
			i = c.nameEnd(i)
			p.nameTo, p.head, p.bare, p.class = i, i-1, 0, c.toks[i-1].lex.Class
		case t.is(lexicon.Function) && !t.is(lexicon.Role):
			if t.fold == "and" && c.joinsRoles(p, i) {
				i++
				continue
			}
			if p.head < 0 && (t.is(lexicon.Adverb) && i-start < 3 || opensPhrase(t) && i == start) {
				i++
				continue
			}
			return i
		case p.head >= 0 && c.isFinite(i) && !(t.cap && !t.first):
			return i
		case t.is(head):
			if p.head >= 0 && p.nameTo == p.head+1 && t.is(lexicon.SayNoun) && !t.is(personHead|lexicon.OrgNoun|lexicon.DocNoun) {
				return i
			}
			p.head, p.bare, p.class = i, 0, t.lex.Class
			i++
		case t.is(lexicon.RoleMod|lexicon.Demonym|lexicon.Place) && !t.is(lexicon.TimeWord):
			i++
		case t.is(lexicon.TimeWord) && !t.cap:
			return i
		default:
			if p.head < 0 && c.isFinite(i) && t.is(lexicon.Say) && t.has(lexicon.Past|lexicon.Third) {
				return i
			}
			if t.is(lexicon.TimeWord|lexicon.NotName) && p.head >= 0 || strings.HasSuffix(t.fold, "ly") && p.head >= 0 {
				return i
			}
			if p.head >= 0 && !c.compound(i) || p.det < 0 && p.head < 0 && p.owner < 0 && !c.compound(i) {
				return i
			}
			p.bare++
			if p.bare > maxBare {
				return i
			}
			i++
		}
	}
	return i
}

// roleWords is the number of words of the phrase for a role at i, 0 for none:
// "press secretary", "Secretary of State".
func (c *chunker) roleWords(i int) int {
	n, e := c.phrase(i)
	if n == 0 || !e.Is(personHead|lexicon.RoleMod|lexicon.OrgNoun) || e.Is(lexicon.Place|lexicon.OrgWord) && c.toks[i].cap {
		return 0
	}
	return n
}

// listed reports whether the comma at i stands between two adjectives before the head.
func (c *chunker) listed(p *phrase, i int) bool {
	return p.head < 0 && p.det >= 0 && i > p.det+1 && i+1 < len(c.toks) && !c.toks[i-1].is(lexicon.TimeWord) && !c.isFinite(i+1) && !strings.HasSuffix(c.toks[i+1].fold, "ed") && c.toks[i+1].kind == word && !c.toks[i+1].is(lexicon.Function|head) && !c.toks[i+1].cap
}

// possess takes the possessive ending at i: what stood before is the owner.
func (c *chunker) possess(p *phrase, i int) bool {
	next := i + 1
	if p.head < 0 && p.det < 0 || next >= len(c.toks) || c.toks[next].kind != word || c.toks[next].is(lexicon.Function) {
		return false
	}
	// Look ahead: the possession must have a head of its own. Of "Trump's claim"
	// it is Trump who speaks.
	if c.depth >= maxDepth || c.owners >= maxOwners {
		return false
	}
	q := phrase{from: p.from, det: i, owner: i - 1, head: -1}
	c.depth, c.owners = c.depth+1, c.owners+1
	c.nominals(&q, next)
	c.depth, c.owners = c.depth-1, c.owners-1
	if q.head < 0 || q.nameTo != q.head+1 && q.class&lexicon.SayNoun != 0 && q.class&(personHead|lexicon.OrgNoun) == 0 {
		return false
	}
	p.owner = i - 1
	p.head, p.nameFrom, p.nameTo, p.bare, p.det = -1, 0, 0, 0, i
	return true
}

// joinsRoles reports whether the "and" at i joins two roles of one person:
// "chairman and chief executive Tony Ball".
func (c *chunker) joinsRoles(p *phrase, i int) bool {
	if p.head < 0 || p.head != i-1 || p.nameTo == i || p.class&lexicon.Role == 0 || i+1 >= len(c.toks) {
		return false
	}
	role := false
	for k := i + 1; k < len(c.toks) && k < i+7; k++ {
		t := &c.toks[k]
		if n := c.roleWords(k); n > 0 {
			k += n - 1
			_, e := c.phrase(k - n + 1)
			role = e.Is(lexicon.Role)
			continue
		}
		if c.isName(k) && !t.is(lexicon.Place|lexicon.Demonym) && !t.caps {
			return k > i+1
		}
		if t.kind != word || !t.caps && !t.is(lexicon.Role|lexicon.RoleMod|lexicon.OrgNoun|lexicon.Place|lexicon.Demonym) {
			return role && p.det >= 0 && c.toks[p.det].anyOf("the", "a", "an")
		}
		role = t.is(lexicon.Role)
	}
	return false
}

// compound reports whether the unknown word at i goes on to a noun for a
// person within two words: "school shooting survivor".
func (c *chunker) compound(i int) bool {
	for k := i; k < len(c.toks) && k <= i+2; k++ {
		t := &c.toks[k]
		if k > i && t.kind == word && t.is(personHead|lexicon.OrgNoun) && !c.isFinite(k) {
			return !strings.HasSuffix(c.toks[i].fold, "ed")
		}
		if t.kind != word || t.is(lexicon.Function|lexicon.TimeWord) || t.fold == "'s" || c.isFinite(k) || c.isName(k) || strings.HasSuffix(t.fold, "ing") && t.is(speechVerb) {
			return false
		}
	}
	return false
}

// isFinite reports whether the word at i is more likely a verb than a noun.
func (c *chunker) isFinite(i int) bool {
	t := &c.toks[i]
	if t.kind != word || t.cap && !t.first {
		return false
	}
	if t.is(speechVerb) && t.has(lexicon.Past|lexicon.Third|lexicon.PastPart) {
		return !t.is(head) || i > 0 && c.toks[i-1].kind == word && !c.toks[i-1].is(lexicon.Det|lexicon.Prep|lexicon.Demonym|lexicon.RoleMod) && c.toks[i-1].fold != "'s"
	}
	if t.is(speechVerb) && t.has(lexicon.Base) && !t.is(head|lexicon.RoleMod) {
		return true
	}
	return t.is(lexicon.Aux)
}

// isName reports whether the token at i can be part of a name.
func (c *chunker) isName(i int) bool {
	t := &c.toks[i]
	if t.kind != word || !t.cap || t.fold == "'s" || partyTag(t) || t.headline && !c.names.within[t.fold] && !(t.is(lexicon.Given) && i+1 < len(c.toks) && c.names.within[c.toks[i+1].fold]) {
		return false
	}
	if n, e := c.phrase(i); n > 0 && e.Is(lexicon.Place|lexicon.OrgWord) && c.toks[i+n-1].cap {
		return true
	}
	switch {
	case t.first && t.is(lexicon.Say|lexicon.Tell) && t.has(lexicon.Past|lexicon.Third) && c.capital(i+1):
		return false // "Said Lavrov"
	case t.is(lexicon.TimeWord) && t.is(lexicon.Given) && !c.capital(i+1):
		return false // "in August"
	case t.is(lexicon.NotName|lexicon.TimeWord) && !t.is(lexicon.Given) && !c.names.surname[t.fold]:
		return false
	case t.is(lexicon.Pronoun):
		return t.caps && len(t.text) == 2 && t.fold == "us"
	case t.is(lexicon.Function):
		return t.is(lexicon.Given) && i+1 < len(c.toks) && c.capital(i+1)
	case t.first && !c.capital(i+1):
		return c.nameAtStart(i)
	}
	return true
}

// partyTag reports whether the word is what American papers put after a
// politician's name: R-Utah.
func partyTag(t *token) bool {
	return len(t.fold) > 3 && t.fold[1] == '-' && strings.IndexByte("rdi", t.fold[0]) >= 0
}

// nameAtStart decides on a lone capital at the start of a sentence.
func (c *chunker) nameAtStart(i int) bool {
	t := &c.toks[i]
	if t.is(lexicon.Given|lexicon.Place|lexicon.OrgWord) || t.caps || c.names.surname[t.fold] {
		return true
	}
	if t.is(lexicon.Common) {
		return false
	}
	if t.is(head|lexicon.RoleMod|lexicon.Demonym|speechVerb|lexicon.Title) || t.has(lexicon.Participle) {
		return t.is(lexicon.Title)
	}
	if strings.HasSuffix(t.fold, "ing") || strings.HasSuffix(t.fold, "ly") {
		return false
	}
	// What stands after it tells: a verb, a possessive, a comma or a colon.
	if i+1 >= len(c.toks) {
		return false
	}
	n := &c.toks[i+1]
	if n.fold == "'s" || n.is(speechVerb) && n.has(lexicon.Past|lexicon.Third|lexicon.PastPart) || n.is(lexicon.Aux) || n.kind == mark && (n.text == ":" || n.text == ",") {
		return !strings.HasSuffix(t.fold, "ly") && !strings.HasSuffix(t.fold, "ing")
	}
	return !c.names.lower[t.fold]
}

// phrase looks the words at i up as one.
func (c *chunker) phrase(i int) (int, lexicon.Entry) { return phraseAt(c.toks, i, c.lex) }

func (c *chunker) capital(i int) bool {
	return i >= 0 && i < len(c.toks) && c.toks[i].kind == word && c.toks[i].cap && !c.toks[i].is(lexicon.Pronoun|lexicon.NotName) && !(c.toks[i].is(lexicon.Function) && !c.toks[i].is(lexicon.Given))
}

// particles join the parts of a name.
var particles = []string{"de", "van", "der", "den", "von", "al", "el", "bin", "ibn", "la", "le", "di", "da", "du", "dos", "del", "della", "ter", "ten", "ben", "y", "zu", "af"}

// nameEnd returns the end of the name that begins at i.
func (c *chunker) nameEnd(i int) int {
	org := c.toks[i].is(lexicon.OrgWord)
	end := i + 1
	for end < len(c.toks) {
		t := &c.toks[end]
		switch {
		case t.kind == quoted && c.nickname(end):
			end++
			continue
		case t.kind == mark && t.text == "&" && c.capital(end+1):
			end += 2
			continue
		case t.kind == mark && t.text == "," && (c.suffix(end+1) || c.placeAfter(i, end)):
			end += 2
			continue
		case t.kind != word:
			return end
		case c.roleWords(end) > 0:
			return end
		case c.isName(end) && c.toks[end-1].kind != mark:
			org = org || t.is(lexicon.OrgWord)
			end++
			continue
		case contains(particles, t.fold) && !t.first && c.particle(end):
			end++
			continue
		case org && contains([]string{"of", "for", "and", "on"}, t.fold):
			if n := c.orgTail(end); n > 0 {
				end = n
				continue
			}
		}
		return end
	}
	return end
}

// placeAfter reports whether the comma at i parts a town from its state or
// country: "of Ashton, Md."
func (c *chunker) placeAfter(from, i int) bool {
	if i+1 >= len(c.toks) || from == 0 || !c.toks[from-1].is(lexicon.Prep) || !c.toks[i+1].is(lexicon.Place) || !c.toks[i+1].cap {
		return false
	}
	return !c.toks[from].is(lexicon.Given) || c.toks[from].is(lexicon.Place) || c.toks[i+1].dot
}

// particle reports whether the particles at i lead on to a capital.
func (c *chunker) particle(i int) bool {
	for k := i + 1; k < len(c.toks) && k <= i+2; k++ {
		if c.capital(k) {
			return true
		}
		if !contains(particles, c.toks[k].fold) {
			return false
		}
	}
	return false
}

// suffix reports whether the token at i is Jr., Sr. or a numeral.
func (c *chunker) suffix(i int) bool {
	return i < len(c.toks) && c.toks[i].cap && contains([]string{"jr", "sr", "ii", "iii", "iv"}, c.toks[i].fold)
}

// nickname reports whether the quote at i stands within a name: Dwayne "The Rock" Johnson.
func (c *chunker) nickname(i int) bool {
	return c.toks[i].Len() <= 30 && i > 0 && c.toks[i-1].kind == word && c.toks[i-1].cap && !c.toks[i-1].is(lexicon.OrgWord) && c.capital(i+1) &&
		c.toks[i+1].Start <= c.toks[i].End+2 && (c.toks[i-1].is(lexicon.Given) || c.toks[i-1].dot)
}

// orgTail reads "of Justice", "for Disease Control and Prevention" after the
// head of an organisation's name and returns its end, 0 when there is none.
func (c *chunker) orgTail(i int) int {
	k := i + 1
	if k < len(c.toks) && c.toks[k].fold == "the" {
		k++
	}
	if !c.capital(k) || c.toks[i].fold == "and" && !c.toks[k].is(lexicon.OrgWord) || c.toks[k].is(lexicon.Title) || c.toks[k].is(lexicon.Given) && c.toks[i].fold != "of" {
		return 0
	}
	return k + 1
}

// partitive reads "one of the leaders", "some of them", "both men".
func (c *chunker) partitive(p phrase, end int) (mention, bool) {
	if p.det < 0 || p.det+1 >= len(c.toks) || !contains([]string{"one", "some", "many", "several", "most", "both", "others", "another", "few", "two", "three", "others"}, c.toks[p.det].fold) {
		return mention{}, false
	}
	m := mention{from: p.det, to: p.det + 1, head: p.det, kind: byDescription, class: lexicon.RolePlural, plural: c.toks[p.det].fold != "one" && c.toks[p.det].fold != "another", owner: -1}
	if c.toks[p.det+1].fold != "of" {
		return m, c.toks[p.det].fold == "others" || c.isFinite(p.det+1) && c.toks[p.det+1].is(lexicon.Say|lexicon.Tell)
	}
	if n, ok := c.at(p.det + 2); ok {
		m.to = n.to
		return m, true
	}
	return m, false
}

// mentionOf makes a mention of a phrase that was read.
func (c *chunker) mentionOf(p phrase) mention {
	m := mention{from: p.from, to: p.head + 1, head: p.head, owner: p.owner, kind: byDescription}
	h := &c.toks[p.head]
	m.definite = p.owner >= 0 || p.det >= 0 && contains([]string{"the", "this", "that", "his", "her", "their", "its", "my", "our"}, c.toks[p.det].fold)
	m.class = p.class & (head | lexicon.OrgWord)
	if p.nameTo == p.head+1 && p.nameFrom < p.nameTo {
		c.nameIn(&m, p)
	}
	if m.kind == byDescription {
		m.plural = h.is(lexicon.RolePlural) && !h.is(lexicon.Role) || h.has(lexicon.Plural)
		m.gender = c.genderOf(m)
	}
	return m
}

// nameIn parts the run of capitals that ends a phrase into titles and a name.
func (c *chunker) nameIn(m *mention, p phrase) {
	from, to := p.nameFrom, p.nameTo
	org := c.organisation(from, to)
	split := from
	if !org {
		for k := from; k < to-1; k++ {
			if n, e := c.phrase(k); n > 0 && k+n < to && e.Is(lexicon.Title|lexicon.Place|lexicon.Role|lexicon.OrgWord) {
				if e.Is(lexicon.Title|lexicon.Role) || c.toks[k+n].is(lexicon.Given|lexicon.Title) && k+n+1 < to {
					split = k + n
				}
				k += n - 1
				continue
			}
			if c.leads(k, from, to) {
				split = k + 1
			}
		}
		if n := to - split; n >= 3 && !c.toks[split].is(lexicon.Given) && c.toks[to-2].is(lexicon.Given) && c.toks[split].is(lexicon.RoleMod|lexicon.Role|lexicon.RolePlural|lexicon.Demonym|lexicon.OrgWord|lexicon.OrgNoun) {
			split = to - 2 // "Former Wallaby Mitch Corrigan"
		}
		if c.toks[split].first && c.toks[split].is(lexicon.RolePlural) && to-split >= 2 {
			split++ // "Winemakers Paolo and Gianni"
		}
		for split > from && contains(suffixes, c.toks[split].fold) {
			split = from
		}
	}
	if !org && split == from && to-from >= 1 && c.isRoleName(from, to) {
		m.class = c.toks[to-1].lex.Class & head
		if m.class == 0 {
			m.class = lexicon.Role // "the American"
		}
		return // a role with capitals: "Turkey's Foreign Minister"
	}
	m.kind = byName
	m.nameFrom, m.nameTo = split, to
	m.title = split > from && c.toks[split-1].is(lexicon.Title|lexicon.Role)
	m.gender = c.genderOf(*m)
}

// leads reports whether the capital at k belongs before a person's name that
// ends at to: a title, a role, a party or a nation.
func (c *chunker) leads(k, from, to int) bool {
	t, next := &c.toks[k], &c.toks[k+1]
	lone := k+2 == to // one word is left for the name
	switch {
	case t.is(lexicon.Title) && t.is(lexicon.Given) && !t.dot && next.is(lexicon.Given):
		return false // "Earl Ray Tomblin"
	case t.is(lexicon.Title) && k > from && !t.dot && c.toks[k-1].dot && next.is(lexicon.Given):
		return false // "Gov. Earl Ray Tomblin"
	case t.is(lexicon.Title):
		return !(lone && k == from && c.givenLike(t))
	case t.is(lexicon.Role):
		return !(t.is(lexicon.Given) && lone) && (k == from || next.is(lexicon.Given) || !c.toks[from].is(lexicon.Given))
	case t.is(lexicon.RoleMod | lexicon.Demonym | lexicon.OrgNoun | lexicon.OrgWord | lexicon.Place):
		return !lone && next.is(lexicon.Given|lexicon.Title) && !next.is(lexicon.Place)
	}
	return false
}

// givenLike reports whether a title is rather a given name: "Don Fowler".
func (c *chunker) givenLike(t *token) bool {
	return !t.dot && (t.is(lexicon.Given) || t.is(lexicon.Function))
}

// isRoleName reports whether the capitals are no name but a role.
func (c *chunker) isRoleName(from, to int) bool {
	last := &c.toks[to-1]
	if !last.is(lexicon.Demonym|lexicon.Role|lexicon.RolePlural|lexicon.Title) || last.is(lexicon.Given) && to-from > 1 {
		return false
	}
	if to-from == 1 && last.is(lexicon.Demonym) && from > 0 && c.toks[from-1].fold == "the" {
		return true
	}
	if to-from == 1 {
		return !c.names.surname[last.fold] && !last.is(lexicon.Given) || from > 0 && c.toks[from-1].fold == "the"
	}
	for k := from; k < to-1; k++ {
		if c.toks[k].is(lexicon.Given) && !c.toks[k].is(lexicon.Role|lexicon.RoleMod|lexicon.Title) || c.toks[k].lex.Class == 0 {
			return k == from && c.toks[k].lex.Class == 0 && !c.toks[to-1].is(lexicon.Given) && c.toks[from].caps
		}
	}
	return true
}

// organisation reports whether the run of capitals is an organisation's name.
func (c *chunker) organisation(from, to int) bool {
	last := &c.toks[to-1]
	person := to-from > 1 && last.is(lexicon.Surname) && c.toks[from].is(lexicon.Given) // "Samantha Power"
	if last.is(lexicon.OrgWord) && !last.is(lexicon.Given|lexicon.Role) && !person {
		return true
	}
	for k := from; k < to; k++ {
		t := &c.toks[k]
		if t.anyOf("of", "for", "and") || t.kind == mark && t.text == "&" {
			return true
		}
	}
	return false
}

// genderOf looks for a gendered title, given name, role or owner in a mention.
func (c *chunker) genderOf(m mention) lexicon.Gender {
	for k := m.from; k < m.to; k++ {
		t := &c.toks[k]
		if k < m.nameFrom || !m.named() {
			if k > m.owner && t.lex.Gender == lexicon.Male || k > m.owner && t.lex.Gender == lexicon.Female {
				if t.is(lexicon.Title | personHead) {
					return t.lex.Gender
				}
			}
		}
	}
	if m.nameTo-m.nameFrom >= 2 || m.nameTo-m.nameFrom == 1 && !m.title {
		if t := &c.toks[m.nameFrom]; t.is(lexicon.Given) && (m.nameTo-m.nameFrom > 1 || !t.is(lexicon.Surname)) && (t.lex.Gender == lexicon.Male || t.lex.Gender == lexicon.Female) {
			return t.lex.Gender
		}
	}
	return lexicon.Unknown
}

// attach adds what belongs to a description: "a spokesman for the ministry".
func (c *chunker) attach(m *mention) {
	if m.kind == byName {
		if m.to+1 < len(c.toks) && c.toks[m.to].fold == "of" && (m.title || m.nameTo-m.nameFrom > 1) {
			if n, ok := c.at(m.to + 1); ok && n.kind != byPronoun {
				m.to = n.to
			}
		}
		return
	}
	if m.class&(personHead|lexicon.OrgNoun) == 0 {
		return
	}
	for range 3 {
		if m.to+1 >= len(c.toks) || !c.toks[m.to].anyOf("of", "for", "at", "from", "in", "with", "on", "to") {
			return
		}
		if n, ok := c.at(m.to + 1); ok && n.kind == byName && n.nameFrom > n.from && c.toks[n.nameFrom].is(lexicon.Given) && !n.title {
			m.to = n.nameFrom // "head of the settlement Lyudmila Voronets"
			return
		}
		n, ok := c.object(m.to + 1)
		if !ok || c.toks[m.to].fold == "to" && !c.toks[m.to+1].is(lexicon.Det) && !c.isName(m.to+1) {
			return
		}
		m.to = n
	}
}

// absorb adds the name that stands right after a role and what belongs to it:
// "vice president for government affairs Todd Brinkerhoff".
func (c *chunker) absorb(m *mention) {
	if m.kind != byDescription || m.class&lexicon.Role == 0 || m.plural || m.to >= len(c.toks) || !c.isName(m.to) || !c.toks[m.to].is(lexicon.Given) {
		return
	}
	m.kind, m.title = byName, true
	m.nameFrom = m.to
	m.to = c.nameEnd(m.to)
	m.nameTo = m.to
	m.gender = c.genderOf(*m)
}

// object reads the noun phrase after a preposition, of whatever head.
func (c *chunker) object(i int) (int, bool) {
	if c.toks[i].kind != word {
		return 0, false
	}
	if n, ok := c.at(i); ok {
		to := n.to
		for k := 0; k < 2 && n.kind == byDescription && to < len(c.toks) && c.plainNoun(to); k++ {
			to++ // "government affairs"
		}
		return to, n.kind != byPronoun
	}
	k := i
	if c.toks[k].is(lexicon.Det) {
		k++
	}
	for n := 0; k < len(c.toks) && n < 3; n++ {
		t := &c.toks[k]
		if t.kind != word || t.is(lexicon.Function|lexicon.TimeWord) || c.isFinite(k) || strings.HasSuffix(t.fold, "ing") {
			break
		}
		k++
	}
	if k == i || k == i+1 && c.toks[i].is(lexicon.Det) || c.toks[i].is(lexicon.TimeWord) {
		return 0, false
	}
	return k, true
}

// clausePrepositions can also begin a clause with a subject of its own.
var clausePrepositions = []string{"as", "than", "like", "before", "after", "since", "until", "till", "once", "but", "though", "whereas", "while", "because", "except"}

// plainNoun reports whether the word at i can only be a noun here: unknown,
// without a capital, not a verb by its looks.
func (c *chunker) plainNoun(i int) bool {
	t := &c.toks[i]
	return t.kind == word && !t.cap && !t.is(lexicon.Function|lexicon.TimeWord) && !c.isFinite(i) && !irregular[t.fold] && !strings.HasSuffix(t.fold, "ed") && !strings.HasSuffix(t.fold, "ing") && !strings.HasSuffix(t.fold, "ly") && t.fold != "'s"
}

// markPosition notes whether the mention is before a finite verb or after a preposition.
func (c *chunker) markPosition(m *mention) {
	if m.from > 0 {
		p := &c.toks[m.from-1]
		m.inner = p.kind == word && (p.fold == "that" || p.is(speechVerb) && p.has(lexicon.Past|lexicon.Third))
		m.oblique = p.kind == word && p.is(lexicon.Prep) && (!contains(clausePrepositions, p.fold) || m.kind == byDescription && !c.toks[m.from].is(lexicon.Det) && !m.plural) // "as leader"
	}
	k := m.to
	if k < len(c.toks) && c.toks[k].text == "(" { // "Sen. Pat Toomey (R-Pa.) refused"
		for n := k + 1; n < len(c.toks) && n < k+8; n++ {
			if c.toks[n].text == ")" {
				k = n + 1
				break
			}
		}
	}
	if m.kind == byName && k+1 < len(c.toks) && c.toks[k].anyOf("of", "at", "from", "in", "for") {
		if to, ok := c.object(k + 1); ok { // "Dan McLaughlin at the National Review agreed"
			k = to
		}
	}
	for k < len(c.toks) && c.toks[k].kind == word && isAdverb(&c.toks[k]) {
		k++
	}
	if k < len(c.toks) && c.toks[k].kind == word {
		t := &c.toks[k]
		m.subject = !m.oblique && (c.isFinite(k) || strings.HasSuffix(t.fold, "ed") || strings.HasSuffix(t.fold, "s") && !t.cap && t.fold != "'s" && !t.is(lexicon.Function) || t.is(speechVerb) && !t.has(lexicon.Participle) || irregular[t.fold])
	}
	if k < len(c.toks) && c.toks[k].text == "," && m.kind != byPronoun && !m.oblique {
		m.subject = c.verbAfterComma(k+1) || m.kind == byName && c.toks[m.from].first
	}
}

// verbAfterComma reports whether an apposition or clause begins at i whose
// closing comma a finite verb follows.
func (c *chunker) verbAfterComma(i int) bool {
	const longest = 25
	for k := i; k < len(c.toks) && k < i+longest; k++ {
		t := &c.toks[k]
		if t.kind >= quoted {
			return false
		}
		if t.text != "," {
			continue
		}
		for k++; k < len(c.toks) && c.toks[k].kind == word && isAdverb(&c.toks[k]); k++ {
		}
		if k < len(c.toks) && c.toks[k].kind == word && (c.isFinite(k) || irregular[c.toks[k].fold]) {
			return true
		}
		k--
	}
	return false
}

// isAdverb reports whether a word can stand between a subject and its verb.
func isAdverb(t *token) bool {
	return t.is(lexicon.Adverb) || strings.HasSuffix(t.fold, "ly") && !t.cap
}

// irregular are common verbs in the past whose form does not tell it.
var irregular = map[string]bool{
	"was": true, "were": true, "had": true, "did": true, "went": true, "took": true, "made": true, "came": true, "got": true,
	"gave": true, "won": true, "lost": true, "held": true, "met": true, "ran": true, "led": true, "kept": true, "left": true,
	"began": true, "became": true, "found": true, "saw": true, "spoke": true, "told": true, "said": true, "thought": true,
	"knew": true, "put": true, "set": true, "sat": true, "stood": true, "paid": true, "sent": true, "built": true, "brought": true,
	"bought": true, "sold": true, "fell": true, "felt": true, "fought": true, "hit": true, "let": true, "cut": true, "broke": true,
	"chose": true, "drew": true, "drove": true, "grew": true, "hung": true, "heard": true, "wrote": true, "read": true, "rose": true,
	"sought": true, "shot": true, "struck": true, "swore": true, "threw": true, "wore": true, "spent": true, "beat": true, "bore": true,
}

// textOf is a mention's words as printed, on one line.
func textOf(src string, toks []token, from, to int) string {
	return strings.Join(strings.Fields(src[toks[from].Start:toks[to-1].End]), " ")
}

// spanOf is where a mention stands in the text.
func spanOf(toks []token, m *mention) quote.Span {
	return quote.Span{Start: toks[m.from].Start, End: toks[m.to-1].End}
}
