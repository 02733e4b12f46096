package speaker

import (
	"slices"
	"strings"

	"quotes/speaker/lexicon"
	"quotes/speaker/pattern"
)

// folded is the text as the rules see it: one unit a quote, a mention, a word.
type folded struct {
	units   []pattern.Unit
	tok     []int // the first token of each unit; one more entry at the end
	end     []int // the token after its last
	mention []int // the mention of each unit, -1
	quoteAt []int // the unit of each run, -1 when it stands within a name
	quoted  bool  // while folding: the sentence has a quote
}

// fold makes the units of a text.
func fold(t *text, mentions []*mention, c *cast, lex *lexicon.Lexicon) *folded {
	n := len(t.toks) // there are no more units
	f := &folded{
		units: unitPool.take(n), tok: numberPool.take(n + 1), end: numberPool.take(n), mention: numberPool.take(n),
		quoteAt: make([]int, len(t.runs)),
	}
	for i := range f.quoteAt {
		f.quoteAt[i] = -1
	}
	f.add(pattern.Unit{Set: setEnd | setPara}, 0, 0, -1) // what comes first stands after a boundary too
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
			if id := mentions[next].entity; mentions[next].kind == byName && id >= 0 && (c.entities[id].kind == Organization || c.entities[id].nobody()) {
				u.Set |= setBody
			}
			f.add(u, i, mentions[next].to, next)
			i = mentions[next].to
			continue
		}
		tok := &t.toks[i]
		if tok.kind == quoted {
			f.quoteAt[tok.run] = len(f.units)
			u := quoteUnit(t, tok)
			f.add(u, i, i+1, -1)
			i++
			i += f.outside(t.toks, i)
			continue
		}
		if tok.text == "." && i+1 < len(t.toks) && t.toks[i+1].kind >= sentence {
			i++ // the boundary says it
			continue
		}
		n, u := wordUnit(t.toks, i, lex)
		f.add(u, i, i+n, -1)
		i += n
	}
	f.tok = append(f.tok, len(t.toks))
	f.markStarts()
	return f
}

// release gives memory back.
func (f *folded) release() {
	unitPool.give(f.units)
	numberPool.give(f.tok)
	numberPool.give(f.end)
	numberPool.give(f.mention)
}

// outside reads the mark that follows a quote, where the quote ends with none.
func (f *folded) outside(toks []token, i int) int {
	u := &f.units[len(f.units)-1]
	if u.Set&setOpen == 0 || i >= len(toks) {
		return 0
	}
	switch toks[i].text {
	case ",":
		u.Set ^= setOpen | setComma
	case ".":
		u.Set ^= setOpen | setStop
	case "?", "!":
		u.Set ^= setOpen | setAsk
	default:
		return 0
	}
	return 1
}

func (f *folded) add(u pattern.Unit, tok, end, mention int) {
	f.quoted = f.quoted || u.Set&setQuote != 0
	if u.Set&setEnd != 0 {
		if f.quoted {
			u.Set |= setQuoted
		}
		f.quoted = false
	}
	f.units = append(f.units, u)
	f.tok = append(f.tok, tok)
	f.end = append(f.end, end)
	f.mention = append(f.mention, mention)
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
	if m.possessive {
		return pattern.Unit{Word: h.fold, Set: setDet | setMention | setOwner}
	}
	switch m.kind {
	case byName:
		u.Set |= setName
	case byPronoun:
		u.Set |= setPronoun
		u.Word = h.fold
		if contains([]string{"him", "them", "me", "us"}, h.fold) {
			u.Set |= setObject
		}
		if h.fold == "which" {
			u.Set |= setWhich
		}
		if h.fold == "which" || h.fold == "who" {
			u.Set |= setRelative
		}
	default:
		u.Set |= setDesc | classesOf(m.class)
		u.Word = h.fold
	}
	return u
}

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
	u := pattern.Unit{Word: t.fold, Set: setsOf(e)}
	if t.cap && !t.first && !t.caps {
		u.Set &^= verbSets
	}
	if isEach(t) || isAdverb(t) && n == 1 || e.Is(lexicon.Adverb) || contains([]string{"himself", "herself", "themselves", "itself"}, t.fold) {
		u.Set |= setAdverb
	}
	if u.Set&(setCall|setSay|setThink) != 0 && u.Set&setPastPart != 0 {
		u.Set |= setPassive
	}
	if i > 0 && toks[i-1].fold == "to" && t.has(lexicon.Base) {
		u.Set &^= setFinite | setPast | setThird | setPastPart | setPassive // "plans to cast"
	}
	if i > 0 && toks[i-1].kind == word && toks[i-1].is(lexicon.Det|lexicon.Prep) && !toks[i-1].is(lexicon.Conj|lexicon.Pronoun|lexicon.Adverb) && !toks[i-1].anyOf("to") && u.Set&(setBase|setThird) != 0 && u.Set&setPast == 0 {
		u.Set &^= verbSets // "in order", "the claims"
		return n, u
	}
	if t.fold == "comment" && i > 1 && (toks[i-1].is(lexicon.Negation) || toks[i-1].fold == "to" && inList(refusal, toks[i-2].fold)) {
		u.Set &^= verbSets // "would not comment", "declined to comment"
	}
	if u.Set&verbSets != 0 && !t.has(lexicon.Participle) && (passive(toks, i) || proposed(toks, i)) {
		u.Set &^= verbSets
	}
	if i > 0 && toks[i-1].kind == quoted && !strings.ContainsRune(",?!", lastRune(toks[i-1].text)) && t.is(lexicon.SayNoun|lexicon.DocNoun) && u.Set&setThird != 0 {
		u.Set &^= verbSets // "“work-related” emails"
	}
	if u.Set&(setThird|setPast) == setThird && pluralNoun(toks, i) {
		u.Set &^= verbSets
	}
	if isVerb(t) {
		u.Set |= setVerb
	}
	if !t.cap && len(t.fold) > 4 && t.fold[len(t.fold)-3:] == "ing" {
		u.Set |= setParticiple
	}
	return n, u
}

// isEach reports whether a word says of several that each did something: "Lee and Kim
// each called".
func isEach(t *token) bool { return t.anyOf("each", "both") }

// pluralNoun reports whether a word that can be a verb in the third person is a
// noun after a name: "200 Pike emails", "Conservative claims of".
func pluralNoun(toks []token, i int) bool {
	t := &toks[i]
	if i == 0 || !t.is(lexicon.SayNoun|lexicon.DocNoun) || toks[i-1].kind != word || !toks[i-1].cap {
		return false
	}
	if i > 1 && toks[i-2].kind == word && (isDigit(toks[i-2].fold[0]) || toks[i-2].anyOf("some", "many", "several", "all", "most", "few", "these", "those")) {
		return true
	}
	return i+1 < len(toks) && toks[i+1].fold == "of" && !contains([]string{"talk", "boast", "complain", "speak", "dream"}, lemma(t))
}

// markPhrases notes where a phrase begins: each word is asked about it several times.
func markPhrases(toks []token, lex *lexicon.Lexicon) {
	for i := range toks {
		if toks[i].lex.Starts {
			n, _ := phraseFrom(toks[i:], lex)
			toks[i].phrase = n > 0
		}
	}
}

// phraseAt looks the words at i up as a phrase; there is none past the last token.
func phraseAt(toks []token, i int, lex *lexicon.Lexicon) (int, lexicon.Entry) {
	if i >= len(toks) || !toks[i].phrase {
		return 0, lexicon.Entry{}
	}
	return phraseFrom(toks[i:], lex)
}

func phraseFrom(toks []token, lex *lexicon.Lexicon) (int, lexicon.Entry) {
	var words [6]string
	n := 0
	for ; n < min(len(words), len(toks)) && toks[n].kind == word; n++ {
		words[n] = toks[n].fold
	}
	return lex.Phrase(words[:n])
}

// passive reports whether a form of "be" stands before the word at i, with
// nothing but adverbs between: what was said of somebody he did not say.
func passive(toks []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		t := &toks[k]
		if t.kind != word {
			return false
		}
		if t.anyOf("is", "are", "was", "were", "be", "been", "being", "am") {
			return true
		}
		if !isAdverb(t) && !t.is(lexicon.Negation) {
			return false
		}
	}
	return false
}

// proposed reports whether the verb at i is only what somebody ought to do: "should
// consider".
func proposed(toks []token, i int) bool {
	for i--; i > 0 && toks[i].kind == word && isAdverb(&toks[i]); i-- {
	}
	return i > 0 && !toks[i].cap && toks[i].anyOf("should", "must", "might", "may", "shall", "ought")
}

// isVerb reports whether a word looks like a finite verb.
func isVerb(t *token) bool {
	switch {
	case t.cap:
		return false
	case t.is(speechVerb):
		return t.has(lexicon.Past | lexicon.Third | lexicon.Base)
	case inList(irregular, t.fold):
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
		if trailsOff(s) {
			u.Set |= setAsk
		} else {
			u.Set |= setStop
		}
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
			if n == 0 && !words[i].cap && words[i].is(lexicon.Aux) {
				u.Set |= setPredicate
			}
			n++
		}
	}
	if n == 1 && slices.ContainsFunc(words, isCompound) {
		u.Set |= setCompound
	}
	if n >= 3 {
		u.Set |= setThree
	}
	if n >= 5 {
		u.Set |= setLong
	}
	return u
}

// trailsOff reports whether a quote ends in dots: "So...", "So . . ."
func trailsOff(s string) bool {
	s = strings.TrimRight(s, closers)
	return strings.HasSuffix(s, "..") || strings.HasSuffix(s, ". .")
}

// isCompound reports whether a word is joined by hyphens with a preposition or the
// like: call-in, take-or-pay.
func isCompound(t token) bool {
	_, rest, ok := strings.Cut(t.fold, "-")
	return ok && !t.cap && slices.ContainsFunc(strings.Split(rest, "-"), func(part string) bool { return lexicon.Builtin().Word(part).Is(lexicon.Function) })
}

// isTitle reports whether every word of a quote but the small ones begins with
// a capital, and the last one does, as in the title of a work.
func isTitle(toks []token) bool {
	caps, small := 0, false
	for i := range toks {
		t := &toks[i]
		if t.kind != word || t.fold == "'s" {
			continue
		}
		small = false
		switch {
		case t.cap:
			caps++
		case isDigit(t.fold[0]):
		case !t.is(lexicon.Function), caps == 0:
			return false
		default:
			small = true
		}
	}
	return caps > 0 && !small
}
