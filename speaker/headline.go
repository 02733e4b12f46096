package speaker

import "strings"

// headlineSpeaker names "UN official" of “UN official warns of ‘a vanishing window’”
// when somebody with a name says the same words in the report, is called the same in
// its first sentences, or is the only one there of that role.
func (an *analysis) headlineSpeaker(r *resolver) {
	const most = 8 // quotes in a headline: each is looked for in the whole report
	for i := range an.runs[:min(most, len(an.runs))] {
		if an.paraOf(i) > 0 {
			return
		}
		if an.found[i].mention < 0 {
			continue
		}
		at := an.found[i].mention
		m := an.mentions[at]
		if m.entity >= 0 && r.entities[m.entity].kind != Unnamed || m.kind != byDescription || m.plural || m.definite {
			continue
		}
		if k := an.saidAgain(i); k >= 0 && an.mentions[an.found[k].mention].entity >= 0 {
			m.entity, m.how, m.sure = an.mentions[an.found[k].mention].entity, "says the same words in the report", 0.9
		} else if e := r.calledSo(at); e >= 0 {
			m.entity, m.how, m.sure = e, "called the same below", 0.85
		} else if e := r.onlyOne(m); e >= 0 {
			m.entity, m.how, m.sure = e, "the only one of that role in the report", 0.8
		}
	}
}

// saidAgain is the first run after the first paragraph that has a speaker and all the
// words of run i, -1 when there is none or they are too few to tell.
func (an *analysis) saidAgain(i int) int {
	words := an.wordsOf(i)
	if strings.Count(words, " ") < 3 {
		return -1 // one word is said by many
	}
	for k := i + 1; k < len(an.runs); k++ {
		if an.found[k].mention >= 0 && an.paraOf(k) > 0 && strings.Contains(an.wordsOf(k), words) {
			return k
		}
	}
	return -1
}

// calledSo is the person for whom the first sentences have the noun of mention i, or
// -1: "Sheriff hits out … ¶ A border sheriff has … ¶ Sheriff Ann Lee".
func (r *resolver) calledSo(i int) int {
	const near = 3 // sentences
	m := r.mentions[i]
	for k := i + 1; k < len(r.mentions) && r.toks[r.mentions[k].head].sent-r.toks[m.head].sent <= near; k++ {
		p := r.mentions[k]
		if p.kind == byDescription && p.entity >= 0 && r.entities[p.entity].kind == Person && lemma(&r.toks[p.head]) == lemma(&r.toks[m.head]) {
			return p.entity
		}
	}
	return -1
}

// onlyOne is the entity of the only person whose role fits a mention, or -1.
func (r *resolver) onlyOne(m *mention) int {
	d, only := r.describe(m), -1
	for id, e := range r.entities {
		if e.kind != Person || r.fitsRole(e, d) <= 0 {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = id
	}
	return only
}
