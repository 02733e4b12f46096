package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// mostSalient is more than what salience adds to nearness.
const mostSalient = 20

// nearness is what the distance between the pronoun i and p, at mention k, makes of
// salience: the sentences count, then the mentions.
func (r *resolver) nearness(p *mention, k, i int) float64 {
	d := r.toks[r.mentions[i].head].sent - r.toks[p.head].sent
	return 10 - 2.8*float64(min(d, 8)) - 0.05*float64(i-k)
}

// subjecthood is what being a subject adds to nearness, less within what somebody says.
func (m *mention) subjecthood() float64 {
	switch {
	case m.subject && m.inner:
		return 1.5
	case m.subject:
		return 3
	}
	return 0
}

// salience is how likely the pronoun or description i means p, which is the mention k or
// its owner: by nearness, by what p is in its sentence, by gender, and by whom the
// sentences just before are about. After Lappin and Leass (1994), with weights of our own.
func (r *resolver) salience(p *mention, k, i int) float64 {
	m := r.mentions[i]
	e := &entity{gender: p.gender}
	if p.entity >= 0 && r.entities[p.entity].kind != Unnamed {
		e = r.entities[p.entity]
	}
	return r.nearness(p, k, i) + r.standing(p, k, m) + e.likeness(m) + r.topic(p, e, k, i)
}

// standing is what p is in its sentence: a subject, an owner, whoever spoke; whoever
// answers is another than who spoke.
func (r *resolver) standing(p *mention, k int, m *mention) float64 {
	d := r.toks[m.head].sent - r.toks[p.head].sent
	s := p.subjecthood()
	if p.oblique && !p.subject {
		s--
	}
	switch {
	case p.kind == byName && p.possessed(r.toks) && m.kind == byPronoun && d == 0 && (r.toks[p.from].first || m.from > 0 && strings.ContainsAny(r.toks[m.from-1].text, "—–:")):
		s += 6 // "Kim's temper was an issue: He shouted", "it drew Kim's ire — he called"
	case p.owner >= 0 || p.kind != byPronoun && p.possessed(r.toks):
		s--
	}
	if m.kind == byPronoun && (r.isPair(k-1) || r.isPair(k-2)) {
		s -= 2 // "Lee and Kim left. He" is rather another
	}
	if p.kind == byDescription && p.owner >= 0 {
		s -= 2 // of Lee and "Lee's father" rather Lee
	}
	speaks := r.speaks[k] || p.says
	switch {
	case speaks && (d <= 1 || m == r.mentions[k+1]) && r.answers(m):
		s -= 9 // also when nothing but quotes stands between
	case speaks && m.kind == byPronoun && r.addsMore(m):
		s += 4 // "he said. The fine went to Lee. “It is late,” he added"
	case speaks:
		s += 2
	}
	switch near := d == 0 && p.subject && m.from-p.to < 4; {
	case d == 0 && p.subject && m.kind == byPronoun && m.possessive:
		s += 4 // "Kim left. Lee took his coat"
	case near && r.toks[m.head].anyOf("him", "her"):
		s -= 5
	}
	return s
}

// likeness is how well an entity suits the gender of a mention, and a person at all.
func (e *entity) likeness(m *mention) float64 {
	s := 0.0
	switch {
	case e.gender == m.gender && m.gender != lexicon.Unknown, e.personal() && m.gender == lexicon.Unknown:
		s += 4
	case e.personal():
		s += 2 // a person whose gender nothing tells
	case len(e.names) > 0 && !short(e.names[0].parts):
		s--
	default:
		s -= 3
	}
	if !compatibleGender(e.called, m.gender) {
		s -= 3 // was she just before
	}
	if e.count > 1 {
		s += 0.5
	}
	return s
}

// topic is how much the sentences just before mention i are about p.
func (r *resolver) topic(p *mention, e *entity, k, i int) float64 {
	m := r.mentions[i]
	d := r.toks[m.head].sent - r.toks[p.head].sent
	pronoun, together := m.kind == byPronoun, r.paras[p.from] == r.paras[m.from]
	s := 0.0
	switch {
	case together && m.kind == byDescription:
		s += 3
	case together && pronoun && (d > 0 || m.inner):
		s += 2.5
	}
	leads := p.subject && !p.inner && r.leadsSentence(p, k)
	if leads {
		s++
	}
	if p.from > 0 && r.toks[p.from-1].first && r.toks[p.from-1].fold == "for" && (p.kind == byName || p.kind == byDescription && p.entity >= 0 && r.entities[p.entity].kind == Person) {
		s += 4 // "For Ann Lee, whose house burnt, it came late"
	}
	if leads && d == 1 && pronoun && together {
		s += 1.5
	}
	near := d == 1 && (together || p.to < len(r.toks) && r.toks[p.to].anyOf("said", "says", "argued", "warned")) || d == 0 && pronoun && m.subject && m.says && !p.definite
	if near && p.kind == byDescription && p.subject && !p.inner && (!p.definite || p.entity < 0 || r.entities[p.entity].kind == Unnamed) && (r.toks[p.from].first || r.toks[p.from-1].text == ",") {
		s += 6 // "A source left. He said"
	}
	if d == 1 && !p.says && r.speaks[i] && r.isAsked(p, k) {
		s += 5 // "Kim asked Lee why. “Never mind,” he said"
	}
	if d == 0 && pronoun && p.kind == byName && m.subject && p.to+1 == m.from && r.toks[p.to].text == "," && !p.subject {
		s += 4 // "When we asked Ann Lee, she said"
	}
	if d <= 1 && pronoun && p.from > 1 && r.toks[p.from-1].fold == "by" && r.toks[p.from-2].anyOf("shared", "echoed", "backed", "seconded", "supported") {
		s += 8 // "His view was shared by Ann Lee. “Yes,” she said"
	}
	if d <= 1 && !p.subject && (p.introduced || r.presents(p, k)) {
		s += 2
		if e.count == 1 && r.lastNamed(k, i) {
			s += 2 // somebody new, at the end of the sentence before
		}
	}
	return s
}

// leadsSentence reports whether mention k stands first in its sentence, a "but" or
// "then" apart, or beside a description that does: "His rival, Tom Lee, left".
func (r *resolver) leadsSentence(p *mention, k int) bool {
	if k > 0 && p.kind == byName && r.toks[p.from-1].text == "," {
		if d := r.mentions[k-1]; d.kind == byDescription && d.to == p.from-1 && d.entity == p.entity {
			return r.leadsSentence(d, k-1)
		}
	}
	if r.toks[p.from].first || p.from > 0 && r.toks[p.from-1].first && r.toks[p.from-1].anyOf("but", "and", "yet", "so", "then", "now") {
		return true
	}
	const longest = 4 // tokens: "Earlier this week, Ann Lee rose"
	if p.from < 2 || r.toks[p.from-1].text != "," {
		return false
	}
	n := p.from - 2
	for n > max(0, p.from-2-longest) && !r.toks[n].first && r.toks[n].kind == word && !r.toks[n].cap && !isVerb(&r.toks[n]) {
		n--
	}
	return r.toks[n].first && (isAdverb(&r.toks[n]) || r.toks[n].is(lexicon.TimeWord) || r.toks[n].fold == "earlier")
}

// presents reports whether mention k names somebody in full for the first time, with a
// clause about that one after it: "from Ann Lee, known to all as Nan, who owns it".
func (r *resolver) presents(p *mention, k int) bool {
	if p.kind == byName && p.from > 1 && p.nameTo-p.nameFrom > 1 && r.toks[p.from-1].anyOf("'s", "is", "was") && r.toks[p.from-2].first && (r.toks[p.from-2].anyOf("that", "this", "it") || r.endsAt(p.to)) {
		return true // "That’s Ann Lee, and she isn’t keen", "Second was Ann Lee. She"
	}
	if p.kind != byName || p.nameTo-p.nameFrom < 2 || p.to+1 >= len(r.toks) || r.toks[p.to].text != "," || !isWho(r.toks, p.to+1) && !r.participle(p.to+1) {
		return false
	}
	for n := k - 1; n >= max(0, k-window); n-- {
		if r.mentions[n].entity == p.entity {
			return false
		}
	}
	return true
}

// answers reports whether a mention begins its sentence, or follows the quote there,
// and is the subject of a verb for an answer; in "Asked why, he replied" the sentence has its own question.
func (r *resolver) answers(m *mention) bool {
	return (r.toks[m.from].first || m.from > 0 && r.toks[m.from-1].kind == quoted) && m.to < len(r.toks) && r.toks[m.to].anyOf("answered", "replied", "responded", "retorted", "countered", "answers", "replies", "responds")
}

// addsMore reports whether the verb of a mention is for going on with what one has said.
func (r *resolver) addsMore(m *mention) bool {
	return m.to < len(r.toks) && r.toks[m.to].anyOf("added", "adds", "continued", "continues", "went", "goes", "concluded", "concludes")
}

// isAsked reports whether a mention is of somebody who is asked something.
func (r *resolver) isAsked(p *mention, k int) bool {
	if p.from == 0 || p.subject || !r.toks[p.from-1].anyOf("ask", "asks", "asked", "asking", "press", "pressed", "question", "questioned") {
		return false
	}
	for n := k - 1; n >= 0 && r.toks[r.mentions[n].head].sent == r.toks[p.head].sent; n-- {
		if r.mentions[n].says {
			return false // "What hurt, Ann said, was that a man asked Lee why. “Why,” she said"
		}
	}
	return true
}

// lastNamed reports whether nobody is named between the mentions k and i.
func (r *resolver) lastNamed(k, i int) bool {
	for n := k + 1; n < i; n++ {
		if p := r.mentions[n]; p.kind == byName && p.entity >= 0 && p.entity != r.mentions[k].entity && r.entities[p.entity].kind == Person {
			return false
		}
	}
	return true
}
