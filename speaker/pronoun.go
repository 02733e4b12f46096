package speaker

import (
	"slices"

	"quotes/speaker/lexicon"
)

// pronoun resolves the mention i.
func (r *resolver) pronoun(i int) {
	m := r.mentions[i]
	switch w := r.toks[m.head].fold; w {
	case "who", "which":
		r.relative(i)
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		r.singular(i)
	case "i", "me", "my":
		if r.writer >= 0 {
			m.entity, m.how, m.sure = r.writer, "wrote the report", 0.9
		}
	case "they", "them", "their", "themselves", "it", "its":
		r.group(i, w == "they" || w == "them" || w == "their" || w == "themselves")
	}
}

// singular finds the person whom "he" or "she" most likely is.
func (r *resolver) singular(i int) {
	m := r.mentions[i]
	if r.concessive(i) || r.isNamed(i) {
		return
	}
	best, bestScore, second, rival := -1, -1e9, -1e9, -1
	of := -1 // whose possession the best is, when he is meant
	others := r.spokenOf(i)
	consider := func(p *mention, k, owner int) {
		if !r.canBe(p, m) || slices.Contains(others, p.entity) {
			return
		}
		s := r.salience(p, k, i)
		if s > bestScore {
			if best >= 0 && r.whose(best, of) != p.entity {
				second, rival = bestScore, r.whose(best, of)
			}
			best, of, bestScore = k, owner, s
		} else if s > second && r.whose(best, of) != p.entity {
			second, rival = s, p.entity
		}
	}
	for k := i - 1; k >= 0 && k >= i-window; k-- {
		p := r.mentions[k]
		if r.nearness(p, k, i)+mostSalient < second {
			break // those before are farther still
		}
		consider(p, k, -1)
		if owner := r.possessor(k); owner >= 0 {
			consider(&mention{from: p.from, to: p.to, head: p.head, kind: byName, owner: -1, subject: p.subject, inner: true, oblique: !p.subject, entity: owner}, k, owner)
		}
	}
	if best < 0 {
		r.cataphora(i, others)
		return
	}
	m.entity, m.rival = of, rival
	if of < 0 {
		m.entity = r.ensure(best)
	}
	m.how = "the nearest " + genderWord(m.gender) + " named before"
	m.sure = 0.85
	if bestScore-second >= sure {
		m.sure = 0.96
	}
	e := r.entities[m.entity]
	e.called = m.gender
	switch {
	case r.votes != nil:
		r.vote(m.entity, m.gender)
	case e.gender == lexicon.Unknown && bestScore-second >= sure:
		e.gender = m.gender
	}
}

// spokenOf are whoever is named after the subject i in its clause, and the subjects in
// what it says: in "He said Lee was bitter", "he said of running against Lee", "he told
// Lee", "he kept Lee out" he is not Lee (principles B and C of the binding theory,
// Chomsky 1981).
func (r *resolver) spokenOf(i int) []int {
	m := r.mentions[i]
	if !m.subject {
		return nil
	}
	of := r.inClause(i)
	if !m.says {
		return of
	}
	of = append(of, r.askedAbout(i)...)
	if k := r.reported(i); k >= 0 {
		of = append(of, r.ensure(k))
	}
	for k := i + 1; k < min(i+window, len(r.mentions)) && r.toks[r.mentions[k].head].sent == r.toks[m.head].sent; k++ {
		p := r.mentions[k]
		if p.says && p.from > 1 && r.toks[p.from-2].kind == quoted {
			break // "she said, but “no,” said Lee"
		}
		if p.kind != byName || p.entity < 0 {
			continue
		}
		if p.subject && p.inner || r.toks[max(0, p.from-1)].anyOf("of", "about") {
			of = append(of, p.entity)
		}
	}
	return of
}

// askedAbout are the people named in the question that the subject i answers, or in what he
// speaks about: in "Asked by Kim whether Lee knew, he said" he is neither, nor Lee in "Of
// Lee, he said".
func (r *resolver) askedAbout(i int) []int {
	m := r.mentions[i]
	if m.from == 0 || r.toks[m.from-1].text != "," {
		return nil
	}
	start := m.from - 1
	for start > 0 && !r.toks[start].first && m.from-start < window {
		start--
	}
	if !r.toks[start].anyOf("asked", "questioned", "pressed", "challenged", "quizzed", "of", "about", "regarding") {
		return nil
	}
	var of []int
	for k := i - 1; k >= 0 && r.mentions[k].from > start; k-- {
		if p := r.mentions[k]; p.kind == byName && p.entity >= 0 {
			of = append(of, p.entity)
		}
	}
	return of
}

// inClause are the people named after the subject i before the first mark, or "and": "He
// kept Lee out".
func (r *resolver) inClause(i int) []int {
	var of []int
	at := r.mentions[i].to
	for k := i + 1; k < min(i+window, len(r.mentions)); k++ {
		p := r.mentions[k]
		for ; at < p.from; at++ {
			if t := &r.toks[at]; t.kind != word || t.anyOf("and", "but", "or") {
				return of
			}
		}
		if p.kind == byName && p.entity >= 0 && !p.possessed(r.toks) {
			of = append(of, p.entity)
		}
	}
	return of
}

// possessed reports whether a possessive ending follows a mention.
func (m *mention) possessed(toks []token) bool { return m.to < len(toks) && toks[m.to].fold == "'s" }

// reported is the relative, or whoever is new, who leads the clause that the tag of mention
// i reports, and so is somebody else: "Her mother had been ill, she said.", "Someone must
// pay, he said."; -1 when there is none.
func (r *resolver) reported(i int) int {
	m := r.mentions[i]
	if m.from == 0 || r.toks[m.from-1].text != "," || m.to+1 < len(r.toks) && r.toks[m.to+1].kind == word && !r.toks[m.to+1].is(lexicon.TimeWord|lexicon.Prep) {
		return -1
	}
	for k := i - 1; k >= max(0, i-window) && r.toks[r.mentions[k].head].sent == r.toks[m.head].sent; k-- {
		if p := r.mentions[k]; r.toks[p.from].first && p.kind == byDescription && (p.class&lexicon.Kin != 0 && p.entity >= 0 || p.class&personHead != 0 && !p.definite && !p.plural) {
			return k
		}
	}
	return -1
}

// whose is the entity of mention k, or of its owner when he is meant.
func (r *resolver) whose(k, owner int) int {
	if owner >= 0 {
		return owner
	}
	return r.mentions[k].entity
}

// possessor is the entity of the person named as the owner within mention k:
// "Ann Lee's husband", -1 when there is none.
func (r *resolver) possessor(k int) int {
	m := r.mentions[k]
	if m.kind == byPronoun || m.owner < 0 || !r.toks[m.owner].cap || r.toks[m.owner].is(lexicon.Place|lexicon.Demonym|lexicon.OrgWord) {
		return -1
	}
	owner := mention{from: m.from, to: m.owner + 1, head: m.owner, nameFrom: m.owner, nameTo: m.owner + 1}
	for owner.nameFrom > m.from && r.toks[owner.nameFrom-1].cap && r.toks[owner.nameFrom-1].is(lexicon.Given) {
		owner.nameFrom--
	}
	var tail []string // of the name, when more than a surname owns
	if owner.nameFrom < m.owner {
		tail = nameParts(r.toks, &owner)
	}
	id := r.pick(r.byLast[r.toks[m.owner].fold], &owner, k, tail)
	if id >= 0 && r.entities[id].kind == Person {
		return id
	}
	return -1
}

// concessive takes "he" in a clause that begins a sentence for whoever is the
// subject of what follows: "Though he outlined the work, Morley insisted".
func (r *resolver) concessive(i int) bool {
	const farthest = 12 // mentions
	m := r.mentions[i]
	if m.from == 0 {
		return false
	}
	clause := r.toks[m.from-1].first && r.toks[m.from-1].anyOf(clauseOpeners...)
	what := m.from > 1 && r.toks[m.from-2].first && r.toks[m.from-2].is(lexicon.Prep) && r.toks[m.from-1].fold == "what" // "In what he called a farce, Lee left"
	if !clause && !what {
		return false
	}
	for k := i + 1; k < min(i+farthest, len(r.mentions)) && r.toks[r.mentions[k].head].sent == r.toks[m.head].sent; k++ {
		p := r.mentions[k]
		if before := &r.toks[max(0, p.from-1)]; before.text != "," && !(what && before.kind == quoted) || !p.subject {
			continue
		}
		if p.kind != byName || p.entity < 0 || r.entities[p.entity].kind != Person || !compatibleGender(r.entities[p.entity].gender, m.gender) {
			return false
		}
		m.entity, m.how, m.sure = p.entity, "named in the clause that follows", 0.9
		return true
	}
	return false
}

// isNamed takes "he" or "the owner" for whom the report says that he is: "He’s Tom Lee,
// 78, and".
func (r *resolver) isNamed(i int) bool {
	m := r.mentions[i]
	if i+1 >= len(r.mentions) || m.to+1 >= len(r.toks) || !r.toks[m.to].anyOf("'s", "is", "was") {
		return false
	}
	p := r.mentions[i+1]
	if p.kind != byName || p.from != m.to+1 || p.entity < 0 || p.nameTo-p.nameFrom < 2 || p.to >= len(r.toks) || r.toks[p.to].text != "," && (m.kind == byPronoun || !r.endsAt(p.to)) || !compatibleGender(r.entities[p.entity].gender, m.gender) {
		return false
	}
	m.entity, m.how, m.sure = p.entity, "is said to be that", 0.95
	return true
}

// endsAt reports whether the sentence ends at token i.
func (r *resolver) endsAt(i int) bool {
	return i >= len(r.toks) || r.toks[i].text == "." || r.toks[i].kind >= sentence
}

// writers are the pronouns of whoever writes.
var writers = []string{"i", "me", "my", "we", "us", "our"}

// canBe reports whether a singular pronoun can mean p.
func (r *resolver) canBe(p, m *mention) bool {
	switch {
	case p.plural || p.kind == byPronoun && (contains(writers, r.toks[p.head].fold) || r.toks[p.head].anyOf("it", "its")):
		return false
	case p.from > 0 && r.toks[p.from-1].fold == "whose" && p.kind != byName:
		return false // "Lee, whose father left, waits"
	case p.kind == byDescription && r.toks[p.from].fold == "our":
		return false // "our reporter met Lee", who writes
	case p.entity < 0 && !p.says && r.toks[p.from].anyOf("its", "their") && r.paras[p.head] != r.paras[m.head]:
		return false // "Lee left because its chairman lied. ¶ He", who is Lee
	case p.entity < 0:
		return p.kind == byDescription && p.class&lexicon.Role != 0 && (p.subject && compatibleGender(p.gender, m.gender) || p.gender == m.gender)
	}
	e := r.entities[p.entity]
	if e.byline {
		return false
	}
	if p.kind == byName && !e.personal() && e.endsCommon() || e.ofPlace() {
		return false // "the host of Drive"
	}
	return (e.kind == Person && (!e.inside || e.personal() || e.gender != lexicon.Unknown) || e.kind == Unnamed) && compatibleGender(e.gender, m.gender)
}

func genderWord(g lexicon.Gender) string {
	switch g {
	case lexicon.Female:
		return "woman"
	case lexicon.Male:
		return "man"
	}
	return "person"
}

// cataphora looks ahead in the sentence, for nobody among others: "When he arrived, Putin
// said".
func (r *resolver) cataphora(i int, others []int) {
	m := r.mentions[i]
	const farthest = 40 // mentions, in sentences that don't end
	for k := i + 1; k < min(i+farthest, len(r.mentions)) && r.toks[r.mentions[k].head].sent <= r.toks[m.head].sent+1; k++ {
		p := r.mentions[k]
		if p.entity >= 0 && !slices.Contains(others, p.entity) && r.entities[p.entity].kind == Person && compatibleGender(r.entities[p.entity].gender, m.gender) && p.kind == byName {
			m.entity, m.how, m.sure = p.entity, "named right after", 0.85
			return
		}
	}
}
