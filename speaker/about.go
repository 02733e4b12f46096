package speaker

import (
	"slices"
	"strings"

	"quotes/speaker/lexicon"
)

// goesOn takes "The MP for Leeds", who adds something, for whoever spoke just before.
func (r *resolver) goesOn(i int, d description) {
	const near = 2 // sentences
	m := r.mentions[i]
	if m.owner >= 0 || !r.addsMore(m) {
		return
	}
	for k := i - 1; k >= max(0, i-window) && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		if r.toks[p.head].sent == r.toks[m.head].sent || !r.speaks[k] {
			continue
		}
		if r.canBeCalled(p, m, d) {
			m.entity, m.how, m.sure = p.entity, "spoke just before", 0.85
		}
		return
	}
}

// colonSubject takes "the senator" after a quote for the subject of the words that lead
// to it: "Lee makes his case in a film: “No more,” the senator says".
func (r *resolver) colonSubject(i int, d description) bool {
	m := r.mentions[i]
	if m.owner >= 0 || d.owned || m.from < 2 || r.toks[m.from-1].kind != quoted || r.toks[m.from-2].text != ":" {
		return false
	}
	for k := i - 1; k >= max(0, i-window) && r.paras[r.mentions[k].head] == r.paras[m.head]; k-- {
		p := r.mentions[k]
		if !p.subject || !r.toks[p.from].first {
			continue
		}
		if !r.canBeCalled(p, m, d) {
			return false
		}
		m.entity, m.how, m.sure = p.entity, "named in the words that lead to the quote", 0.9
		return true
	}
	return false
}

// nominated takes "the candidate" for whoever spoke just before in the paragraph: "“Yes,”
// Lee said. “No,” the candidate said".
func (r *resolver) nominated(i int, d description) {
	m := r.mentions[i]
	if !inList(electable, d.head) || m.to > m.head+1 || !m.says || r.isHeld(i, d) {
		return
	}
	for k := i - 1; k >= max(0, i-window) && r.paras[r.mentions[k].head] == r.paras[m.head]; k-- {
		if !r.speaks[k] {
			continue
		}
		if p := r.mentions[k]; r.canBeCalled(p, m, d) {
			m.entity, m.how, m.sure = p.entity, "spoke just before", 0.85
		}
		return
	}
}

// sameParagraph takes "the minister" after a quote for whoever is the subject of the
// sentence just before in the paragraph, when the report gives neither him a role nor
// anybody that role: "Lee, replying, said no. “Never,” the minister said."
func (r *resolver) sameParagraph(i int, d description) {
	m := r.mentions[i]
	held := inList(office, d.head) || narrower(d.head) != nil
	if !m.subject || m.from == 0 || r.toks[m.from-1].kind != quoted {
		return
	}
	best := -1
	for k := i - 1; k >= max(0, i-window) && r.paras[r.mentions[k].head] == r.paras[m.head] && best < 0; k-- {
		p := r.mentions[k]
		far := r.toks[m.head].sent - r.toks[p.head].sent
		if p.kind == byName && p.subject && p.entity >= 0 && r.toks[p.from].first && (far <= 1 || p.says && far == 2) {
			best = k
		}
	}
	if best < 0 || !r.canBeCalled(r.mentions[best], m, d) {
		return
	}
	p := r.mentions[best]
	goesOn := p.says && r.toks[m.head].sent-r.toks[p.head].sent == 1 // another would get a paragraph
	if !goesOn && (!held || d.nation != "" || len(r.entities[p.entity].roles) > 0) {
		return
	}
	if r.isHeld(i, d) {
		return
	}
	m.entity, m.how, m.sure = r.mentions[best].entity, "spoke just before", 0.8
}

// isHeld reports whether the report gives anybody the described role.
func (r *resolver) isHeld(i int, d description) bool {
	for id := range r.candidates(i) {
		if e := r.entities[id]; e.kind == Person && r.fitsRole(e, d) > 0 {
			return true
		}
	}
	return false
}

// paragraphBefore takes "the professor", who says the quote that opens a paragraph, for
// the only person whom the paragraph before it is about, when the report gives neither
// him a role nor anybody that role: "Lee, who teaches law, said no. ¶ “Never,” the
// professor said."
func (r *resolver) paragraphBefore(i int, d description) {
	m := r.mentions[i]
	if d.owned || m.owner >= 0 || d.nation != "" && d.head != "international" || !m.subject || r.toks[m.from].fold != "the" || !r.opensQuoted(m) {
		return
	}
	about := -1
	for k := i - 1; k >= max(0, i-window) && r.paras[m.head]-r.paras[r.mentions[k].head] <= 1; k-- {
		p := r.mentions[k]
		if p.entity < 0 || !p.subject || p.kind == byPronoun || r.entities[p.entity].kind != Person || p.entity == about {
			continue
		}
		if about >= 0 {
			return
		}
		about = p.entity
		if !r.leadsSentence(p, k) || !r.canBeCalled(p, m, d) {
			return
		}
	}
	if about < 0 || len(r.entities[about].roles) > 0 && !inList(passing, d.head) && !r.entities[about].widely(d.head) {
		return
	}
	if r.isHeld(i, d) {
		return
	}
	m.entity, m.how, m.sure = about, "the only person in the paragraph before", 0.75
}

// widely reports whether one of somebody's roles is a wider word for another: a star may
// be an actress.
func (e *entity) widely(role string) bool {
	return slices.ContainsFunc(e.roles, func(have roleOf) bool {
		return slices.ContainsFunc(have.heads, func(w string) bool { return contains(narrower(w), role) })
	})
}

// opensQuoted reports whether a mention says the quote that opens its paragraph: "¶
// “No,” the coach said", "¶ “No,” said the coach".
func (r *resolver) opensQuoted(m *mention) bool {
	i := m.from - 1
	if i > 1 && r.toks[i].is(lexicon.Say|lexicon.Tell) {
		i--
	}
	return i > 0 && r.toks[i].kind == quoted && r.toks[i-1].kind == para
}

// salientPerson takes "the singer" or "the Vermont senator" for whoever the
// report is about just there, when nobody unnamed was introduced as one.
func (r *resolver) salientPerson(i int, d description) {
	m := r.mentions[i]
	if m.owner >= 0 || r.toks[m.from].fold != "the" {
		return
	}
	unique := inList(office, d.head) && len(d.names) == 0
	office := narrower(d.head) != nil || inList(office, d.head) || r.toks[m.head].is(lexicon.Title) && r.toks[m.head].cap && !r.toks[m.head].first // "the Brigadier"
	aged := isAge(r.toks[min(m.from+1, m.head)].fold)                                                                                              // "the 52-year-old bus driver"
	if inList(anybody, d.head) && !r.ofChildren(m) && !aged || office && !aged && d.nation == "" && !slices.ContainsFunc(d.words, notRank) {
		return
	}
	best, bestScore := -1, 0.0
	others := r.spokenOf(i)
	for k := i - 1; k >= 0 && k >= i-20; k-- {
		p := r.mentions[k]
		far := r.toks[m.head].sent - r.toks[p.head].sent
		if far == 0 {
			continue
		}
		if p.kind == byDescription && p.entity < 0 && !p.definite && lemma(&r.toks[p.head]) == d.head {
			if names := r.describe(p).names; len(names) == 0 || len(d.names) == 0 || sharesAny(names, d.names) {
				return // "a lawyer … the lawyer"
			}
		}
		if far <= 1 && (p.says || r.whoFollows(p)) && p.kind == byDescription && !p.definite && !p.plural && p.class&personHead != 0 && (p.entity < 0 || r.entities[p.entity].kind == Unnamed) {
			return // "A neighbor who cuts hair said so. “Yes,” the barber added"
		}
		if owner := r.possessor(k); owner >= 0 && p.entity < 0 && far <= 3 {
			p = &mention{from: p.from, to: p.to, head: p.head, kind: byName, owner: -1, subject: p.subject, inner: true, oblique: !p.subject, entity: owner}
		}
		if far > 3 || slices.Contains(others, p.entity) || !r.canBeCalled(p, m, d) || office && !p.subject && !r.speaks[k] || unique && r.entities[p.entity].otherwiseKnown() || inList(electable, d.head) && r.entities[p.entity].count < 3 && r.entities[p.entity].otherwiseKnown() {
			continue
		}
		if s := r.salience(p, k, i); s > bestScore {
			best, bestScore = p.entity, s
		}
	}
	if best >= 0 {
		m.entity, m.how, m.sure = best, "the person whom the report speaks of there", 0.85
	}
}

// grown reports whether a role is no child's.
func (role roleOf) grown() bool {
	return !slices.ContainsFunc(role.words, func(w string) bool { return inList(child, w) || kinships[w] != noKin })
}

// holdsOffice reports whether the report gives somebody an office, or a seat.
func (e *entity) holdsOffice() bool {
	for _, role := range e.offices() {
		if slices.ContainsFunc(role.heads, func(w string) bool { return inList(office, w) || contains(narrower("lawmaker"), w) }) {
			return true
		}
	}
	return false
}

// otherwiseKnown reports whether the report says who somebody is, and names no office:
// an author is hardly "the health secretary".
func (e *entity) otherwiseKnown() bool {
	for _, role := range e.offices() {
		if slices.ContainsFunc(role.words, func(w string) bool { return inList(office, w) }) {
			return false
		}
	}
	return len(e.roles) > 0
}

// ofThatAge takes "the 45-year-old" for whoever the report gives that age:
// "Ann Lee, 45," or "Ann Lee, a 45-year-old".
func (r *resolver) ofThatAge(i int) bool {
	const farthest = 1000 // mentions
	age := r.toks[r.mentions[i].head].fold
	years, _, _ := strings.Cut(age, "-")
	for k := max(0, i-farthest); k < min(len(r.mentions), i+farthest); k++ {
		m := r.mentions[k]
		if k == i || m.entity < 0 || r.entities[m.entity].kind != Person {
			continue
		}
		after := m.to+1 < len(r.toks) && r.toks[m.to].text == "," && r.toks[m.to+1].fold == years
		if after || m.kind == byDescription && r.toks[m.head].fold == age && k < i {
			r.mentions[i].entity, r.mentions[i].how, r.mentions[i].sure = m.entity, "has that age in the report", 0.95
			return true
		}
	}
	return false
}

// isAge reports whether a word says how old somebody is: 45-year-old.
func isAge(w string) bool {
	years, ok := strings.CutSuffix(w, "-year-old")
	return ok && years != "" && (isDigit(years[0]) || inList(number, years))
}

// canBeCalled reports whether the person of mention p may be described as d.
func (r *resolver) canBeCalled(p, m *mention, d description) bool {
	if p.entity < 0 || p.plural {
		return false
	}
	e := r.entities[p.entity]
	if e.kind != Person || e.byline || !e.personal() && (!e.likePerson() || e.placed || e.endsCommon()) || !compatibleGender(e.gender, m.gender) || d.nation != "" && e.nation != "" && e.nation != d.nation || e.ofOtherParty(d) {
		return false
	}
	if contains(d.words, "former") && e.hasRole(d.head+"-elect") {
		return false
	}
	if inList(child, d.head) && (e.isParent() || e.courtesy != "" || slices.ContainsFunc(e.roles, roleOf.grown)) {
		return false // "the boy" is hardly the boy's father, nor the governor
	}
	if inList(office, d.head) && e.holdsOffice() && r.fitsRole(e, d) <= 0 && len(d.names)+len(d.nation) > 0 && !contains(d.words, "former") {
		return false // "the Vermont senator" is hardly the president
	}
	for _, role := range e.offices() {
		if (contains(role.words, d.head) || sharesAny(role.words, narrower(d.head))) && d.rival(role) {
			return false
		}
	}
	return true
}

// ofChildren reports whether somebody is described by the children he has: "the
// mother of three".
func (r *resolver) ofChildren(m *mention) bool {
	if strings.Contains(r.toks[m.head].fold, "-of-") {
		return true
	}
	i := m.head + 1
	return m.class&lexicon.Kin != 0 && i+1 < len(r.toks) && r.toks[i].fold == "of" && (inList(number, r.toks[i+1].fold) || numeric(&r.toks[i+1]))
}
