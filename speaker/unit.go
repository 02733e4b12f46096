package speaker

import (
	"quotes/speaker/lexicon"
	"quotes/speaker/pattern"
)

// The sets that rules can ask of a unit: the classes and forms of the lexicon,
// then what is told by the unit itself.
const (
	formShift             = 29 // forms follow the classes
	setQuote  pattern.Set = 1 << (34 + iota)
	setMention
	setEnd     // the end of a sentence
	setPara    // the end of a paragraph
	setAdverb  // a word that may stand between subject and verb
	setSubject // a mention before a finite verb
	setName    // a mention by name
	setPronoun
	setDesc
	setPlural
	setComma      // a quote that ends with a comma, inside or outside
	setStop       // with a full stop
	setAsk        // with a question or exclamation mark, a dash or dots
	setOpen       // with none of these
	setUpper      // a quote that begins with a capital
	setLong       // a quote of five words or more
	setVerb       // a finite verb of any kind
	setCap        // a word with a capital
	setHead       // first unit of its sentence
	setOblique    // a mention after a preposition
	setStart      // a mention that begins its clause
	setThree      // a quote of three words or more
	setTitle      // a quote in the capitals of a title
	setPerson     // a mention of a person or a group
	setOwner      // a pronoun that owns
	setParticiple // a word in -ing
	setWhich      // the pronoun which
	setRelative   // which, who
)

// vocabulary names the sets for the rules.
func vocabulary() pattern.Vocabulary {
	form := func(f lexicon.Form) pattern.Set { return pattern.Set(f) << formShift }
	return pattern.Vocabulary{
		Quote:   setQuote,
		Mention: setMention,
		Stop:    setEnd | setPara,
		Sets: map[string]pattern.Set{
			"say": pattern.Set(lexicon.Say), "tell": pattern.Set(lexicon.Tell), "call": pattern.Set(lexicon.Call),
			"think": pattern.Set(lexicon.Think), "act": pattern.Set(lexicon.Act),
			"saynoun": pattern.Set(lexicon.SayNoun), "docnoun": pattern.Set(lexicon.DocNoun), "role": pattern.Set(lexicon.Role),
			"prep": pattern.Set(lexicon.Prep), "conj": pattern.Set(lexicon.Conj), "aux": pattern.Set(lexicon.Aux), "neg": pattern.Set(lexicon.Negation),
			"det": pattern.Set(lexicon.Det), "time": pattern.Set(lexicon.TimeWord), "orgword": pattern.Set(lexicon.OrgWord), "function": pattern.Set(lexicon.Function),
			"base": form(lexicon.Base), "third": form(lexicon.Third), "past": form(lexicon.Past), "ing": form(lexicon.Participle), "pp": form(lexicon.PastPart),
			"mention": setMention, "end": setEnd, "para": setPara, "adv": setAdverb, "subject": setSubject, "name": setName, "pronoun": setPronoun,
			"desc": setDesc, "plural": setPlural, "comma": setComma, "stop": setStop, "ask": setAsk, "open": setOpen, "upper": setUpper,
			"long": setLong, "verb": setVerb, "cap": setCap, "quote": setQuote, "first": setHead, "oblique": setOblique, "start": setStart, "title": setTitle, "three": setThree, "person": setPerson, "owner": setOwner, "participle": setParticiple, "which": setWhich, "relative": setRelative,
		},
	}
}

// folded is the text as the rules see it: one unit a quote, a mention, a word.
type folded struct {
	units   []pattern.Unit
	tok     []int // the first token of each unit; one more entry at the end
	mention []int // the mention of each unit, -1
	quoteAt []int // the unit of each run, -1 when it stands within a name
}

// fold makes the units of a text.
func fold(t *text, mentions []*mention, c *cast, lex *lexicon.Lexicon) *folded {
	f := &folded{quoteAt: make([]int, len(t.runs))}
	for i := range f.quoteAt {
		f.quoteAt[i] = -1
	}
	next := 0
	for i := 0; i < len(t.toks); {
		for next < len(mentions) && mentions[next].from < i {
			next++
		}
		if next < len(mentions) && mentions[next].from == i {
			u := mentionUnit(t.toks, mentions[next])
			if personal(c, t.toks, mentions[next]) {
				u.Set |= setPerson
			}
			f.add(u, i, next)
			i = mentions[next].to
			continue
		}
		tok := &t.toks[i]
		if tok.kind == quoted {
			f.quoteAt[tok.run] = len(f.units)
			u := quoteUnit(t, tok)
			f.add(u, i, -1)
			i++
			if u.Set&setOpen != 0 && i < len(t.toks) && t.toks[i].text == "," {
				f.units[len(f.units)-1].Set ^= setOpen | setComma
				i++
			}
			continue
		}
		n, u := wordUnit(t.toks, i, lex)
		f.add(u, i, -1)
		i += n
	}
	f.tok = append(f.tok, len(t.toks))
	f.markStarts()
	return f
}

// markStarts notes the mentions that begin their clause.
func (f *folded) markStarts() {
	begins := setEnd | setQuote | pattern.Set(lexicon.Conj) | setAdverb
	for i := range f.units {
		u := &f.units[i]
		if u.Set&setMention == 0 {
			continue
		}
		if i == 0 || f.units[i-1].Set&begins != 0 || contains([]string{",", "—", ":", ";", "that", "(", "as", "when", "while"}, f.units[i-1].Word) {
			u.Set |= setStart
		}
		if f.apposed(i) {
			u.Set = u.Set&^setStart | setOblique
		}
		if i > 1 && f.units[i-1].Set&pattern.Set(lexicon.Say|lexicon.Tell) != 0 && f.units[i-1].Set&setVerb != 0 && (f.units[i-2].Set&(setQuote|setEnd) != 0 || f.units[i-2].Word == ",") {
			u.Set |= setSubject // "said Hewitt, adding …"
		}
	}
}

func (f *folded) add(u pattern.Unit, tok, mention int) {
	if len(f.units) == 0 || f.units[len(f.units)-1].Set&setEnd != 0 {
		u.Set |= setHead
	}
	f.units = append(f.units, u)
	f.tok = append(f.tok, tok)
	f.mention = append(f.mention, mention)
}

// apposed reports whether the description at unit i explains the name before
// it: "Vian, the editor in chief".
func (f *folded) apposed(i int) bool {
	return i >= 2 && f.units[i].Set&setDesc != 0 && f.units[i-1].Word == "," && f.units[i-2].Set&setName != 0 && f.units[i-2].Set&setOblique == 0
}

func mentionUnit(toks []token, m *mention) pattern.Unit {
	h := &toks[m.head]
	u := pattern.Unit{Set: setMention}
	if m.subject {
		u.Set |= setSubject
	}
	if m.oblique {
		u.Set |= setOblique
	}
	if m.plural {
		u.Set |= setPlural
	}
	if m.kind == byPronoun && contains(ownedBy, h.fold) {
		return pattern.Unit{Word: h.fold, Set: pattern.Set(lexicon.Det) | setMention | setOwner}
	}
	switch m.kind {
	case byName:
		u.Set |= setName
	case byPronoun:
		u.Set |= setPronoun
		u.Word = h.fold
		if h.fold == "which" {
			u.Set |= setWhich
		}
		if h.fold == "which" || h.fold == "who" {
			u.Set |= setRelative
		}
	default:
		u.Set |= setDesc | pattern.Set(m.class)
		u.Word = h.fold
	}
	return u
}

// ownedBy are pronouns that own and do not speak.
var ownedBy = []string{"his", "their", "its", "my", "our", "hers", "himself", "herself", "themselves", "itself"}

// wordUnit makes a unit of a word, a mark, a boundary or a phrase of the lexicon.
func wordUnit(toks []token, i int, lex *lexicon.Lexicon) (int, pattern.Unit) {
	t := &toks[i]
	switch t.kind {
	case sentence:
		return 1, pattern.Unit{Set: setEnd}
	case para:
		return 1, pattern.Unit{Set: setEnd | setPara}
	case mark:
		return 1, pattern.Unit{Word: t.fold}
	}
	n, e := phraseAt(toks, i, lex)
	if !e.Is(speechVerb) {
		n, e = 1, t.lex
	}
	u := pattern.Unit{Word: t.fold, Set: pattern.Set(e.Class) | pattern.Set(e.Form)<<formShift}
	if t.cap {
		u.Set |= setCap
		if !t.first && !t.caps {
			u.Set &^= pattern.Set(speechVerb)
		}
	}
	if isAdverb(t) && n == 1 || e.Is(lexicon.Adverb) {
		u.Set |= setAdverb
	}
	if isVerb(t) {
		u.Set |= setVerb
	}
	if !t.cap && len(t.fold) > 4 && t.fold[len(t.fold)-3:] == "ing" {
		u.Set |= setParticiple
	}
	return n, u
}

// phraseAt looks the words at i up as a phrase.
func phraseAt(toks []token, i int, lex *lexicon.Lexicon) (int, lexicon.Entry) {
	var words [6]string
	n := 0
	for ; n < len(words) && i+n < len(toks) && toks[i+n].kind == word; n++ {
		words[n] = toks[i+n].fold
	}
	return lex.Phrase(words[:n])
}

// isVerb reports whether a word looks like a finite verb.
func isVerb(t *token) bool {
	switch {
	case t.cap:
		return false
	case t.is(speechVerb):
		return t.has(lexicon.Past | lexicon.Third | lexicon.Base)
	case irregular[t.fold]:
		return true
	}
	n := len(t.fold)
	return n > 3 && t.fold[n-2:] == "ed" && !t.is(lexicon.Function)
}

// quoteUnit says how a quote begins and ends.
func quoteUnit(t *text, tok *token) pattern.Unit {
	s := t.src[tok.Start:tok.End]
	u := pattern.Unit{Set: setQuote}
	switch lastRune(s) {
	case ',':
		u.Set |= setComma
	case '.':
		u.Set |= setStop
	case '?', '!', '—', '–', '-', '…':
		u.Set |= setAsk
	default:
		u.Set |= setOpen
	}
	words := t.inside[tok.run]
	n := 0
	if isTitle(words) && u.Set&setAsk == 0 {
		u.Set |= setTitle
	}
	for i := range words {
		if words[i].kind == word {
			if n == 0 && (words[i].cap || isDigit(words[i].fold[0])) {
				u.Set |= setUpper
			}
			n++
		}
	}
	if n >= 3 {
		u.Set |= setThree
	}
	if n >= 5 {
		u.Set |= setLong
	}
	return u
}

// isTitle reports whether every word of a quote but the small ones begins with
// a capital, as in the title of a work.
func isTitle(toks []token) bool {
	caps := 0
	for i := range toks {
		t := &toks[i]
		if t.kind != word || t.fold == "'s" {
			continue
		}
		switch {
		case t.cap:
			caps++
		case isDigit(t.fold[0]):
		case !t.is(lexicon.Function), caps == 0:
			return false
		}
	}
	return caps > 0
}
