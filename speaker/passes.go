package speaker

import (
	"slices"
	"strings"

	"quotes/speaker/lexicon"
	"quotes/speaker/pattern"
)

// pass is a step that the rules can't say.
type pass struct {
	name    string
	conf    float64 // how sure it is, as a factor
	run     func(*analysis, pass)
	doc     string
	example string
}

// passes in their order: each looks only at runs that nobody has been given.
// A verb that the lexicon lacks comes first, as a rule would; then the paragraphs
// of one quote, since every other pass builds on them; then what stands in the
// same sentence, in the same paragraph, and across paragraphs, the nearest
// evidence first.
var passes = []pass{
	{
		"tagged-verb", 0.88, (*analysis).taggedVerb,
		"After the quote its speaker and a word that the lexicon does not know; the part-of-speech tagger says that it is a verb.",
		"“We won,” Lee harrumphed.",
	},
	{
		"one-quote", 1, (*analysis).oneQuote,
		"The paragraphs of one quote, each reopened with a mark, are one person's words.",
		"“We won. ¶ “We will win again,” Lee said.",
	},
	{
		"same-sentence", 0.95, (*analysis).sameSentence,
		"A fragment in one sentence with an attributed one.",
		"Lee called it “a farce” and “a joke”.",
	},
	{
		"same-paragraph", 0.95, (*analysis).sameParagraph,
		"A whole quote without a tag, after an attributed one in its paragraph, when no other person is the subject of a sentence between.",
		"“We won,” Lee said. It rained. “We will win again.”",
	},
	{
		"same-paragraph-before", 0.9, (*analysis).sameParagraphBefore,
		"A whole quote without a tag, before an attributed one in its paragraph.",
		"“We won.” It rained. “We will win again,” Lee said.",
	},
	{
		"pull-quote", 0, (*analysis).pullQuote,
		"A paragraph that is nothing but words which somebody says elsewhere in the report is a pull quote, and no speech again.",
		"“We will win” ¶ “We will win again,” Lee said.",
	},
	{
		"next-sentence", 0.75, (*analysis).nextSentence,
		"Five words or more within the sentence after an attributed quote, of which that sentence says no more.",
		"“We won,” Lee said. But that was no more than “a small step on the way”.",
	},
	{
		"said-before", 0.7, (*analysis).saidBefore,
		"Five words or more within the sentence after one that tells without marks what a person says.",
		"Lee said the law had failed. As a result, there was “no more than a small step on the way”.",
	},
	{
		"subject-before", 0.7, (*analysis).subjectBefore,
		"A whole quote without a tag, after a sentence about a person.",
		"Lee was furious. “They lied.”",
	},
	{
		"exchange", 0.7, (*analysis).exchange,
		"Between a tagged question and the next tag, paragraphs that are quotes without tags are said by turns.",
		"“Who won?” asked Kim. ¶ “We did.” ¶ “Sure?” ¶ “Yes,” said Lee.",
	},
	{
		"alternation", 0.7, (*analysis).alternation,
		"In an exchange of two, the paragraph after a question, or after its answer, is the other's.",
		"“Who won?” asked Kim. ¶ “We did,” said Lee. ¶ “Are you sure?”",
	},
	{
		"next-paragraph", 0.85, (*analysis).nextParagraph,
		"A paragraph that begins with a whole quote without a tag, after a paragraph with an attributed one.",
		"“We won,” Lee said. ¶ “We will win again.”",
	},
	{
		"quote-goes-on", 1, (*analysis).oneQuote,
		"The paragraphs of one quote whose speaker only the passes before have found.",
		"“We won. ¶ “We will win again.” It rained. “Often,” Lee said.",
	},
	{
		"last-speaker", 0.5, (*analysis).lastSpeaker,
		"A whole quote that nothing else explains is said by whoever spoke last, nearby, or whom the sentences since then are about; only once, since every further one is less sure.",
		"“We won,” Lee said. ¶ It rained. ¶ “We will win again.”",
	},
}

// inherit gives run i the speaker of run k.
func (an *analysis) inherit(i, k int, p pass) {
	f, g := &an.found[i], &an.found[k]
	f.mention, f.cue, f.rule, f.from = g.mention, g.cue, g.rule, k
	f.rules = g.rules
	if !contains(g.rules, p.name) { // a long chain names a pass once
		f.rules = append(slices.Clone(g.rules), p.name)
	}
	f.conf = g.conf * p.conf
}

// give gives run i the mention m by a pass alone.
func (an *analysis) give(i, m int, p pass) {
	f := &an.found[i]
	f.mention, f.rules, f.conf = m, []string{p.name}, p.conf
	f.rule = &pattern.Rule{Name: p.name}
	an.speaks[m] = true
}

// oneQuote: a quote that runs over paragraphs has its tag in one of them. When
// two have tags of their own, the marks are wrong and each keeps its own.
func (an *analysis) oneQuote(p pass) {
	for i := 0; i < len(an.runs); {
		end := i + 1
		for end < len(an.runs) && an.runs[end].part > 0 {
			end++
		}
		tagged := -1
		for k := i; k < end; k++ {
			if an.found[k].mention >= 0 {
				tagged = k
				break
			}
		}
		for k := max(i, tagged) + 1; tagged >= 0 && k < end; k++ {
			if b := an.folded.quoteAt[tagged]; an.found[k].mention >= 0 && an.found[tagged].cue.End <= an.toks[an.folded.tok[b]].Start && an.opensParagraph(tagged) {
				an.inherit(tagged, k, p) // “A. ¶ “B,” Kim said: the tag is nearer than a sentence before
			}
		}
		from := i
		if i > 0 && an.open(i) && an.found[i-1].mention >= 0 && an.paraOf(i-1) == an.paraOf(i) && !an.newSubject(i-1, i) {
			from++ // “A,” Lee said. “B ¶ “C,” said Kim: the tag in its own paragraph is nearer
		}
		for k := from; tagged >= 0 && k < end; k++ {
			switch {
			case an.found[k].mention >= 0:
				tagged = k
			case an.open(k):
				an.inherit(k, tagged, p)
			}
		}
		i = end
	}
}

// pullQuote: words set apart between paragraphs, which somebody says in the
// report, are silent: they are there once already.
func (an *analysis) pullQuote(p pass) {
	const most = 20 // pull quotes of a report: each is looked for in every quote
	for i, n := 0, 0; i < len(an.runs) && n < most; i++ {
		if !an.open(i) || !an.ownParagraph(i) {
			continue
		}
		n++
		words := an.wordsOf(i)
		if strings.Count(words, " ") < 4 {
			continue // three words are said by many
		}
		for k := range an.runs {
			if k != i && an.found[k].mention >= 0 && strings.Contains(an.wordsOf(k), words) {
				f := &an.found[i]
				f.silent, f.rules, f.rule = true, []string{p.name}, &pattern.Rule{Name: p.name, Silent: true}
				break
			}
		}
	}
}

// ownParagraph reports whether nothing but run i stands in its paragraph.
func (an *analysis) ownParagraph(i int) bool {
	units, at := an.folded.units, an.folded.quoteAt[i]
	return an.opensParagraph(i) && at+1 < len(units) && units[at+1].Set&setPara != 0
}

// wordsOf is the words of run i, folded, each between spaces.
func (an *analysis) wordsOf(i int) string {
	var b strings.Builder
	for _, t := range an.inside[i] {
		if t.kind == word {
			b.WriteByte(' ')
			b.WriteString(t.fold)
		}
	}
	b.WriteByte(' ')
	return b.String()
}

// sameSentence: a fragment in a sentence with an attributed one: “A” and “B”.
func (an *analysis) sameSentence(p pass) {
	for i := 1; i < len(an.runs); i++ {
		if an.open(i) && an.found[i-1].mention >= 0 && an.sentenceOf(i) == an.sentenceOf(i-1) && !an.tagBetween(i-1, i) {
			an.inherit(i, i-1, p)
		}
	}
	for i := len(an.runs) - 2; i >= 0; i-- {
		if an.open(i) && an.found[i+1].mention >= 0 && an.sentenceOf(i) == an.sentenceOf(i+1) && an.sentenceOf(i) >= 0 {
			an.inherit(i, i+1, p)
		}
	}
}

// tagBetween reports whether the words that attribute run k stand after it and
// before run i: what comes after a speech tag is no longer what was said.
func (an *analysis) tagBetween(k, i int) bool {
	c := an.found[k].cue
	return c.Start >= an.runs[k].End && c.End <= an.runs[i].Start
}

// sameParagraph: a whole quote without a tag after an attributed one in its
// paragraph; titles and the like between them don't count.
func (an *analysis) sameParagraph(p pass) {
	last := -1 // the latest run that was said
	for i := range an.runs {
		if last >= 0 && an.untagged(i) && an.paraOf(last) == an.paraOf(i) && !an.newSubject(last, i) {
			an.inherit(i, last, p)
		}
		if an.found[i].mention >= 0 {
			last = i
		}
	}
}

// sameParagraphBefore: the same, before an attributed one.
func (an *analysis) sameParagraphBefore(p pass) {
	for i := len(an.runs) - 2; i >= 0; i-- {
		if an.untagged(i) && an.paraOf(i+1) == an.paraOf(i) && an.found[i+1].mention >= 0 {
			an.inherit(i, i+1, p)
		}
	}
}

// nextSentence: a long fragment in the sentence after an attributed quote, in the
// same paragraph, goes on with what was said.
func (an *analysis) nextSentence(p pass) {
	for i := 1; i < len(an.runs); i++ {
		at := an.folded.quoteAt[i]
		if an.open(i) && an.folded.units[at].Set&setLong != 0 && an.found[i-1].mention >= 0 && an.paraOf(i-1) == an.paraOf(i) &&
			an.sentenceOf(i)-an.sentenceOf(i-1) <= 2 && !an.newSubject(i-1, i) && !an.someoneSpeaks(at) {
			an.inherit(i, i-1, p)
		}
	}
}

// saidBefore: a long fragment in the sentence after one that tells what a person says,
// when nobody else is the subject of a clause before it.
func (an *analysis) saidBefore(p pass) {
	for i := range an.runs {
		at := an.folded.quoteAt[i]
		if !an.open(i) || an.folded.units[at].Set&setLong == 0 || an.someoneSpeaks(at) {
			continue
		}
		start, others := at, false
		for start > 0 && an.folded.units[start-1].Set&(setEnd|setQuote) == 0 {
			start--
			others = others || an.folded.mention[start] >= 0 && an.mentions[an.folded.mention[start]].subject
		}
		if m := an.subjectOf(start - 1); start < at && !others && m >= 0 && an.says(m, start) {
			an.give(i, m, p)
		}
	}
}

// says reports whether what mention m, in the sentence that ends at unit end, says is told
// after it or stands before it: "Lee has said that", "Lee said she", ", Lee said."
func (an *analysis) says(m, end int) bool {
	units, u := an.folded.units, end
	for u > 0 && an.folded.mention[u] != m {
		u--
	}
	for u++; u < end && an.folded.mention[u] < 0; u++ {
		if units[u].Set&(setSay|setThink) != 0 && units[u].Set&setFinite != 0 {
			next := an.folded.mention[u+1]
			return units[u+1].Word == "that" || units[u+1].Set&setEnd != 0 || next >= 0 && an.mentions[next].subject
		}
	}
	return false
}

// someoneSpeaks reports whether a verb of speech stands between the quote at
// unit at and what begins its sentence.
func (an *analysis) someoneSpeaks(at int) bool {
	for u := at - 1; u >= 0 && an.folded.units[u].Set&(setEnd|setQuote) == 0; u-- {
		if set := an.folded.units[u].Set; set&(setSay|setTell|setCall|setThink) != 0 && set&setFinite != 0 {
			return true
		}
	}
	return false
}

// newSubject reports whether a person is the subject of a sentence of its own
// between two runs.
func (an *analysis) newSubject(k, i int) bool {
	a, b := an.folded.quoteAt[k], an.folded.quoteAt[i]
	sent := an.sentenceOf(k)
	for u := a + 1; u < b; u++ {
		if m := an.folded.mention[u]; m >= 0 && an.toks[an.folded.tok[u]].sent != sent && personal(an.cast, an.toks, an.mentions[m]) && an.mentions[m].subject && m != an.found[k].mention {
			return an.mentions[m].kind != byPronoun
		}
	}
	return false
}

// personal reports whether a mention can be a person's or a group's.
func personal(c *cast, toks []token, m *mention) bool {
	switch m.kind {
	case byName:
		return m.entity >= 0 && c.entities[m.entity].kind == Person
	case byPronoun:
		return !contains([]string{"it", "its", "which"}, toks[m.head].fold)
	}
	return m.class&personHead != 0
}

// subjectBefore: “X was furious. “They lied.”
func (an *analysis) subjectBefore(p pass) {
	for i := range an.runs {
		if at := an.folded.quoteAt[i]; !an.untagged(i) || an.folded.units[at].Set&setComma != 0 && at+1 < len(an.folded.units) && an.folded.units[at+1].Set&(setEnd|setQuote) == 0 {
			continue // a comma leads to a tag of its own
		}
		if m := an.subjectOf(an.folded.quoteAt[i] - 1); m >= 0 && !an.spokenOf(i, m) {
			an.give(i, m, p)
		}
	}
}

// spokenOf reports whether run i rather speaks of the nameless person of mention m:
// "A woman came out. “She just looked.”"
func (an *analysis) spokenOf(i, m int) bool {
	p := an.mentions[m]
	for k := range an.inside[i] {
		if t := &an.inside[i][k]; t.kind == word {
			g, ok := pronoun(t.fold)
			return ok && p.kind == byDescription && g != lexicon.Unknown && g == p.gender
		}
	}
	return false
}

// subjectOf is the first personal subject of the sentence that ends at unit u,
// in the same paragraph; -1 when there is none.
func (an *analysis) subjectOf(u int) int {
	units := an.folded.units
	if u < 0 || units[u].Set&setEnd == 0 || units[u].Set&setPara != 0 {
		return -1
	}
	start := u
	for start > 0 && units[start-1].Set&(setEnd|setQuote) == 0 {
		start--
	}
	for k := an.mainClause(start, u); k < u; k++ {
		if m := an.folded.mention[k]; m >= 0 && an.mentions[m].subject && !an.mentions[m].plural && !(units[k].Word == "who" && units[k].Set&setOblique != 0) && personal(an.cast, an.toks, an.mentions[m]) {
			return m
		}
	}
	return -1
}

// mainClause is the unit after the comma of a sentence from start to end that begins with
// a clause of when: "When she asked, he nodded".
func (an *analysis) mainClause(start, end int) int {
	units := an.folded.units[start:end]
	if len(units) == 0 || !contains(clauseOpeners, units[0].Word) {
		return start
	}
	comma := slices.IndexFunc(units, func(u pattern.Unit) bool { return u.Word == "," })
	if comma < 0 || comma+1 == len(units) || an.folded.mention[start+comma+1] < 0 {
		return start
	}
	return start + comma + 1
}

// nextParagraph: a paragraph that begins with an untagged quote, after one with
// an attributed quote.
func (an *analysis) nextParagraph(p pass) {
	for i := 1; i < len(an.runs); i++ {
		if an.untagged(i) && an.found[i-1].mention >= 0 && an.opensParagraph(i) && an.paraOf(i)-an.paraOf(i-1) == 1 && !an.answered(i-1) {
			an.inherit(i, i-1, p)
		}
	}
}

// lastSpeaker: a whole quote that nothing else explains is said by whoever
// spoke last, nearby, unless the sentences between are about another person.
func (an *analysis) lastSpeaker(p pass) {
	const near = 2 // paragraphs
	guessed, before := -1, 0
	for i := 1; i < len(an.runs); i++ {
		if an.found[i-1].mention >= 0 || an.untagged(i-1) {
			before = i - 1 // words that nobody utters don't count
		}
		if !an.untagged(i) || !an.alone(i) || before == guessed {
			continue
		}
		if an.found[before].mention < 0 || an.paraOf(i)-an.paraOf(before) > near {
			if m := an.aboutWhom(before, i); m >= 0 {
				an.give(i, m, p)
				guessed = i
			}
			continue
		}
		if an.answered(before) && an.paraOf(i)-an.paraOf(before) == 1 {
			continue
		}
		if m := an.lastSubject(before, i); m >= 0 && !(an.asks(before) && an.asks(i)) && !an.spokenOf(i, m) {
			an.give(i, m, p)
		} else {
			an.inherit(i, before, p)
		}
		guessed = i
	}
}

// aboutWhom is the mention of the person whom the sentence before run i is about, which
// opens its paragraph, when run k, the last before it, is not of the paragraph before; -1
// for nobody: "She thought for a while. ¶ “No.”"
func (an *analysis) aboutWhom(k, i int) int {
	if !an.opensParagraph(i) || an.paraOf(i)-an.paraOf(k) < 2 {
		return -1
	}
	at := an.folded.quoteAt[i] - 1
	m := an.lastSubject(k, i)
	if m < 0 || at < 1 || an.spokenOf(i, m) || an.toks[an.mentions[m].head].sent != an.toks[an.folded.tok[at-1]].sent {
		return -1
	}
	return m
}

// lastSubject is the mention of the person whom the last sentence between two runs
// that begins with one is about, -1 when there is none. k is -1 before the first run.
func (an *analysis) lastSubject(k, i int) int {
	f := an.folded
	from, sent := 0, -1
	if k >= 0 {
		from, sent = f.quoteAt[k], an.sentenceOf(k)
	}
	for u := f.quoteAt[i] - 1; u > from; u-- {
		m := f.mention[u]
		if m < 0 || an.toks[f.tok[u]].sent == sent || f.units[u].Set&(setStart|setSubject|setOblique|setObject) != setStart|setSubject || f.units[u-1].Word == ":" {
			continue // or a caption: "Picture: Ann Lee visits the school"
		}
		if p := an.mentions[m]; personal(an.cast, an.toks, p) && !p.plural {
			return m
		}
	}
	return -1
}

// alone reports whether run i is a sentence of its own.
func (an *analysis) alone(i int) bool {
	at := an.folded.quoteAt[i]
	units := an.folded.units
	return (at == 0 || units[at-1].Set&(setEnd|setQuote) != 0) && (at == len(units)-1 || units[at+1].Set&(setEnd|setQuote) != 0)
}

// open reports whether run i has no speaker yet and may get one.
func (an *analysis) open(i int) bool {
	return !an.found[i].silent && an.found[i].mention < 0 && an.folded.quoteAt[i] >= 0 && !isAside(an.inside[i])
}

// isAside reports whether a quote is no more than a stage direction:
// "(Applause.)", but not "(Lee) has that".
func isAside(toks []token) bool {
	if len(toks) < 2 || toks[1].text != "(" {
		return false
	}
	end := slices.IndexFunc(toks, func(t token) bool { return t.text == ")" })
	return end < 0 || !slices.ContainsFunc(toks[end:], func(t token) bool { return t.kind == word })
}

// untagged reports whether run i is a whole quote that nobody has been given.
func (an *analysis) untagged(i int) bool {
	if !an.open(i) {
		return false
	}
	at := an.folded.quoteAt[i]
	if at > 0 && an.folded.units[at-1].Set&(setEnd|setQuote) == 0 {
		return false // part of a sentence
	}
	set := an.folded.units[at].Set
	return set&setLong != 0 && set&(setStop|setAsk|setComma|setUpper) != 0 || set&setUpper != 0 && set&(setStop|setAsk) != 0
}

// opensParagraph reports whether run i begins its paragraph.
func (an *analysis) opensParagraph(i int) bool {
	at := an.folded.quoteAt[i]
	return at == 0 || an.folded.units[at-1].Set&setPara != 0
}

// paraOf is the number of the paragraph of run i, -1 when it is not folded.
func (an *analysis) paraOf(i int) int {
	at := an.folded.quoteAt[i]
	if at < 0 {
		return -1
	}
	return an.paras[an.folded.tok[at]]
}

// sentenceOf is the number of the sentence of run i, -1 when it is not folded.
func (an *analysis) sentenceOf(i int) int {
	at := an.folded.quoteAt[i]
	if at < 0 {
		return -1
	}
	return an.toks[an.folded.tok[at]].sent
}
