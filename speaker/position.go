package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// clausePrepositions can also begin a clause with a subject of its own.
var clausePrepositions = []string{"as", "than", "like", "before", "after", "since", "until", "till", "once", "but", "though", "whereas", "while", "because", "except"}

// markPosition notes whether the mention is before a finite verb or after a preposition.
func (c *chunker) markPosition(m *mention) {
	if m.from > 0 {
		p := &c.toks[m.from-1]
		m.inner = p.kind == word && (p.fold == "that" || p.is(speechVerb) && p.has(lexicon.Past|lexicon.Third))
		about := m.plural && p.anyOf("about", "around", "over", "under") && (c.toks[m.from].is(lexicon.Det) || numeric(&c.toks[m.from]))                                                 // "about four in ten voters"
		m.oblique = p.kind == word && p.is(lexicon.Prep) && !about && (!contains(clausePrepositions, p.fold) || m.kind == byDescription && !c.toks[m.from].is(lexicon.Det) && !m.plural) // "as leader"
		m.oblique = m.oblique || c.ofKind(m)
	}
	if m.from > 1 && c.toks[m.from-1].fold == "to" && c.toks[m.from-2].fold == "according" {
		m.says = true
	}
	if c.inverted(m) {
		m.subject, m.says, m.inner = true, true, false
		return
	}
	if c.presented(m) {
		m.subject = true
	}
	k := m.to
	if c.objectOf(m.from - 1) {
		m.oblique = m.oblique || c.withinClause(m.from-1) || c.isFinite(m.to) && m.from > 1 && c.toks[m.from-2].is(personHead) && !c.toks[m.from-2].cap // "the scientist testing the drug said"
		return
	}
	if k < len(c.toks) && c.toks[k].text == "(" { // "Sen. Pat Toomey (R-Pa.) refused"
		for n := k + 1; n < len(c.toks) && n < k+8; n++ {
			if c.toks[n].text == ")" {
				k = n + 1
				break
			}
		}
	}
	if (m.kind == byName || m.class&lexicon.DocNoun != 0) && k+1 < len(c.toks) && c.toks[k].anyOf("of", "at", "from", "in", "for") {
		if to, ok := c.object(k + 1); ok { // "Dan McLaughlin at the National Review agreed"
			k = to
		}
	}
	k = c.pastTime(k)
	if c.qualifies(m, k) {
		return
	}
	if c.called(m) {
		return
	}
	if c.bracketed(m) {
		m.oblique = true
		return
	}
	if m.kind == byPronoun && k < len(c.toks) && c.toks[k].fold == "'s" {
		m.subject = !m.oblique // "who's called for it"
		return
	}
	if k < len(c.toks) && c.toks[k].kind == word {
		t := &c.toks[k]
		m.subject = !m.oblique && (c.isFinite(k) || strings.HasSuffix(t.fold, "ed") || strings.HasSuffix(t.fold, "s") && !t.cap && t.fold != "'s" && !t.is(lexicon.Function) || t.is(speechVerb) && !t.has(lexicon.Participle) || inList(irregular, t.fold))
		m.says = m.subject && c.saysAt(k)
	}
	if k < len(c.toks) && c.toks[k].text == "," && m.kind != byPronoun && !m.oblique && !(m.from > 0 && c.toks[m.from-1].kind == word && !c.toks[m.from-1].cap && strings.HasSuffix(c.toks[m.from-1].fold, "ing")) { // not "supporting Lee, Ann Kim said"
		verb := c.verbAfterComma(k + 1)
		if m.kind == byName && m.from > 0 && c.toks[m.from-1].text == "," && k+1 < len(c.toks) && c.isFinite(k+1) {
			verb = k + 1 // "His son, Tom Lee, said"
		} else if at := c.pastTime(k + 1); m.kind == byName && c.explainsLast(m) && at < len(c.toks) && isVerb(&c.toks[at]) {
			verb = at // "Her rival, Tom Lee, also left"
		}
		m.subject = m.subject || verb > 0 && !c.ownedByWhose(m) || m.kind == byName && c.toks[m.from].first
		m.says = verb > 0 && m.subject && c.saysAt(verb)
	}
}

// ofKind reports whether a name ends the phrase of a preposition after another name, with
// nouns before its own: "Ann Lee of road safety charity SafeWay".
func (c *chunker) ofKind(m *mention) bool {
	const nouns = 3
	if m.kind != byName || c.toks[m.from].cap {
		return false
	}
	i := m.from - 1
	for i > m.from-1-nouns && i > 0 && c.toks[i].kind == word && !c.toks[i].cap && !c.toks[i].is(lexicon.Function) && !c.isFinite(i) {
		i--
	}
	return i > 0 && i < m.from-1 && c.toks[i].anyOf("of", "at", "from", "with", "for") && c.isName(i-1)
}

// explainsLast reports whether a name stands in apposition to the description before
// it: "His son, Tom Lee".
func (c *chunker) explainsLast(m *mention) bool {
	n := len(c.out)
	return n > c.first && c.out[n-1].kind == byDescription && c.out[n-1].to == m.from-1 && c.toks[m.from-1].text == ","
}

// pastTime is the index of the first word from i on that is no adverb and no time:
// "The court on Friday ruled", "The court today ruled".
func (c *chunker) pastTime(i int) int {
	if i+2 < len(c.toks) && c.toks[i].text == "," && c.toks[i+1].kind == word && (isAdverb(&c.toks[i+1]) || c.toks[i+1].anyOf("though", "however", "meanwhile")) && c.toks[i+2].text == "," && !(i+3 < len(c.toks) && c.toks[i+3].anyOf("who", "which", "whose")) {
		i += 3 // "She, too, is"
	}
	for i < len(c.toks) && c.toks[i].kind == word {
		switch t := &c.toks[i]; {
		case isAdverb(t), t.anyOf("himself", "herself", "itself", "themselves", "never"), t.is(lexicon.TimeWord) && !t.is(lexicon.Function):
			i++
		case i+1 < len(c.toks) && t.anyOf("on", "late", "early", "last", "this", "earlier") && c.toks[i+1].is(lexicon.TimeWord):
			i += 2
		default:
			return i
		}
	}
	return i
}

// ownedByWhose reports whether a mention is in a clause about somebody else:
// "Savanna, whose chairman, Peter Lee, walked out".
func (c *chunker) ownedByWhose(m *mention) bool {
	const longest = 4 // tokens
	if c.toks[m.from].fold == "whose" || m.from > 0 && c.toks[m.from-1].fold == "whose" {
		return true
	}
	for k := m.from - 2; k > max(0, m.from-longest) && c.toks[m.from-1].text == "," && c.toks[k].kind == word; k-- {
		if c.toks[k].fold == "whose" {
			return true // "Lee, whose home, Miami, is under water"
		}
	}
	return false
}

// inverted reports whether a mention is the subject of the verb of speech before
// it: "“We won,” said Ann Lee", "They won, said Ann Lee."
func (c *chunker) inverted(m *mention) bool {
	i := m.from - 1
	if i < 1 || !c.toks[i].is(lexicon.Say|lexicon.Tell) || !c.toks[i].has(lexicon.Past|lexicon.Third) {
		return false
	}
	ends := m.to >= len(c.toks) || c.toks[m.to].kind != word
	return c.toks[i-1].kind == quoted || c.toks[i-1].text == "," && ends
}

// presented reports whether a mention is the subject after its verb: "Among them was
// Ann Lee".
func (c *chunker) presented(m *mention) bool {
	i := m.from - 1
	if i < 2 || m.kind != byName || !c.toks[i].anyOf("was", "is", "were", "came", "stood", "sat") {
		return false
	}
	for k := i - 1; k >= max(0, i-8) && c.toks[k].kind == word; k-- {
		if c.toks[k].first {
			return c.toks[k].is(lexicon.Prep) && !c.toks[k].anyOf("it", "this", "that", "after", "before")
		}
	}
	return false
}

// qualifies reports whether a name only says of what kind the nouns at k are, which
// somebody is shown: "were shown WhatsApp messages".
func (c *chunker) qualifies(m *mention, k int) bool {
	if m.kind != byName || m.from == 0 || k != m.to || k >= len(c.toks) || !c.toks[k].is(lexicon.SayNoun|lexicon.DocNoun) || !c.toks[k].has(lexicon.Third) {
		return false
	}
	before := &c.toks[m.from-1]
	return before.kind == word && (isVerb(before) && !before.is(speechVerb) || before.anyOf("shown", "given", "seen"))
}

// called reports whether a mention is what somebody denies or calls something: "denied the
// claim, calling it absurd".
func (c *chunker) called(m *mention) bool {
	if m.from == 0 || m.kind != byDescription || m.to >= len(c.toks) || c.toks[m.to].text != "," {
		return false
	}
	verb := &c.toks[m.from-1]
	return verb.is(lexicon.Call) && !verb.is(lexicon.Say|lexicon.Tell) && verb.has(lexicon.Past|lexicon.Third)
}

// bracketed reports whether a name stands in a bracket without a verb: "Her book (Marram
// Press, 2025) argues".
func (c *chunker) bracketed(m *mention) bool {
	const longest = 6 // tokens
	if m.kind != byName || m.from == 0 || c.toks[m.from-1].text != "(" {
		return false
	}
	for k := m.to; k < min(len(c.toks), m.to+longest); k++ {
		if c.toks[k].text == ")" {
			return true
		}
		if c.isFinite(k) || isVerb(&c.toks[k]) {
			return false
		}
	}
	return false
}

// withinClause reports whether the word at i is an infinitive or the verb of a relative
// clause: what follows is its object.
func (c *chunker) withinClause(i int) bool {
	if i < 2 || c.toks[i].kind != word || c.toks[i].cap || c.toks[i].is(speechVerb|lexicon.Function) {
		return false
	}
	before := &c.toks[i-1]
	return before.fold == "to" || isVerb(&c.toks[i]) && before.anyOf("that", "which", "who") && c.toks[i-2].kind == word
}

// objectOf reports whether the word at i is a participle whose object follows, a
// causative, an infinitive or the verb of a relative clause: "replacing Clinton would be
// hard", "made players scared", "the nominee to run schools called", "the flood that
// killed two people cost".
func (c *chunker) objectOf(i int) bool {
	if c.withinClause(i) {
		return true
	}
	if i >= 1 && c.toks[i].anyOf("made", "make", "makes", "making", "let", "lets", "letting", "kept", "keeps", "keeping") && c.toks[i-1].kind == word {
		return true // "made players scared"
	}
	return i >= 0 && c.toks[i].kind == word && !c.toks[i].cap && len(c.toks[i].fold) > 4 && strings.HasSuffix(c.toks[i].fold, "ing") && !c.toks[i].is(speechVerb|lexicon.Function|lexicon.TimeWord|head)
}

// saysAt reports whether the word at i is a finite verb of speech, asking apart.
func (c *chunker) saysAt(i int) bool {
	t := &c.toks[i]
	return t.is(lexicon.Say|lexicon.Tell) && t.has(lexicon.Past|lexicon.Third) && lemma(t) != "ask"
}

// verbAfterComma is the index of the finite verb that follows the closing comma of
// an apposition or clause that begins at i, 0 when there is none.
func (c *chunker) verbAfterComma(i int) int {
	const longest = 25
	for k := i; k < len(c.toks) && k < i+longest; k++ {
		t := &c.toks[k]
		if t.kind >= quoted {
			return 0
		}
		if t.text != "," {
			continue
		}
		for k++; k < len(c.toks) && c.toks[k].kind == word && isAdverb(&c.toks[k]); k++ {
		}
		if k < len(c.toks) && c.toks[k].kind == word && (c.isFinite(k) || strings.HasSuffix(c.toks[k].fold, "ed") && c.toks[k-1].text == "," || inList(irregular, c.toks[k].fold) || c.presentVerb(k)) {
			return k
		}
		k--
	}
	return 0
}

// presentVerb reports whether the word at i looks like a verb of the present that
// the lexicon lacks: "puts a hand", "shakes her head".
func (c *chunker) presentVerb(i int) bool {
	t := &c.toks[i]
	return strings.HasSuffix(t.fold, "s") && t.fold != "'s" && !t.cap && !t.is(lexicon.Function|head) && i+1 < len(c.toks) && c.toks[i+1].is(lexicon.Det|lexicon.Prep)
}

// isAdverb reports whether a word can stand between a subject and its verb.
func isAdverb(t *token) bool {
	return t.is(lexicon.Adverb) || strings.HasSuffix(t.fold, "ly") && !t.cap
}
