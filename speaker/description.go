package speaker

import (
	"iter"
	"slices"
	"strings"

	"quotes/speaker/lexicon"
)

// description finds whom "the Turkish diplomat" or "the company" describes.
func (r *resolver) description(i int) {
	m := r.mentions[i]
	switch {
	case r.isPair(i):
		r.nameBoth(i)
		return
	case r.besidePair(i):
		r.nameBoth(i + 1)
		m.entity, m.how, m.sure = r.mentions[i+1].entity, "stands beside the names", 0.95
		return
	case r.bothOf(m):
		r.pairOf(i)
		return
	case inList(twosome, r.toks[m.head].fold) && (m.definite || !m.plural):
		r.pairOf(i)
		return
	case m.plural || r.isMasthead(m):
		return
	case !m.definite && isPaper(m.class):
		if by := r.issuedBefore(i); by >= 0 {
			m.entity, m.how, m.sure = by, "spoke just before", 0.8
		} else if by := r.sender(i); by >= 0 && (r.speaks[i] || i+1 < len(r.mentions) && r.toks[r.mentions[i+1].head].fold == "which" && r.speaks[i+1]) {
			m.entity, m.how, m.sure = by, "sent it", 0.9
		}
		return
	case !m.definite:
		r.lead(i)
		return
	}
	if isAge(r.toks[m.head].fold) {
		if !r.ofThatAge(i) {
			r.salientPerson(i, r.describe(m))
		}
		return
	}
	if m.class&lexicon.DocNoun != 0 && m.class&(personHead|lexicon.OrgNoun) == 0 {
		r.document(i)
		return
	}
	if m.class&lexicon.OrgNoun != 0 && m.class&personHead == 0 || inList(company, lemma(&r.toks[m.head])) {
		r.organisation(i) // the retailer too is rather a firm
	}
	if m.class&personHead != 0 && m.entity < 0 {
		r.describedPerson(i)
	}
}

// describedPerson finds whom "the Turkish diplomat" or "the owner" describes, by what
// tells most first.
func (r *resolver) describedPerson(i int) {
	m := r.mentions[i]
	d := r.describe(m)
	if r.sameUnnamed(i) || inList(anybody, d.head) && r.namelessBefore(i) || r.relativeNamed(i) || r.ownRole(i, d) || r.namelessBefore(i) {
		return
	}
	if inList(trade, d.head) && !inList(outsider, d.head) && m.owner < 0 && !d.owned && len(d.names) == 0 {
		if body := r.soleBody(i, d); body >= 0 {
			m.entity, m.how, m.sure = body, "the only organisation named there", 0.75
			return
		}
	}
	sole := r.soleHolder(i, d)
	if sole >= 0 && r.inSentence(sole, i) {
		m.entity, m.how, m.sure = sole, onlyHolder, 0.8
		return
	}
	if m.to == m.head+1 || r.ofChildren(m) || r.toks[m.head+1].fold == "from" && narrower(d.head) == nil { // "the head of the largest farm group" is somebody new
		r.salientPerson(i, d)
	}
	if m.entity < 0 && (m.to == m.head+1 || !r.toks[m.head+1].anyOf("for", "with", "at")) {
		r.namedNext(i, d)
	}
	if m.entity < 0 {
		r.goesOn(i, d)
	}
	if m.entity < 0 && sole >= 0 {
		m.entity, m.how, m.sure = sole, onlyHolder, 0.8
	}
	if m.entity < 0 && m.to == m.head+1 {
		r.sameParagraph(i, d)
	}
	if m.entity < 0 {
		r.lead(i)
	}
	if m.entity < 0 && m.to == m.head+1 {
		r.fullerDescription(i)
	}
	if m.entity < 0 {
		r.paragraphBefore(i, d)
	}
	if m.entity < 0 {
		m.sure = 0.9 // kept as written, though the report may name who that is
	}
}

// isMasthead reports whether a description is the name of a paper or a body.
func (r *resolver) isMasthead(m *mention) bool {
	t := &r.toks[m.head]
	return t.cap && !t.caps && inList(masthead, t.fold)
}

// goesOn takes "The MP for Leeds", who adds something, for whoever spoke just before.
func (r *resolver) goesOn(i int, d description) {
	const near = 2 // sentences
	m := r.mentions[i]
	if m.owner >= 0 || m.to >= len(r.toks) || !r.toks[m.to].anyOf("added", "adds", "continued", "continues", "concluded", "concludes") {
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

// sameParagraph takes "the minister" after a quote for whoever is the subject of the
// sentence just before in the paragraph, when the report gives neither him a role nor
// anybody that role: "Lee, replying, said no. “Never,” the minister said."
func (r *resolver) sameParagraph(i int, d description) {
	m := r.mentions[i]
	held := inList(office, d.head) || narrower(d.head) != nil
	if !held || d.nation != "" || !m.subject || m.from == 0 || r.toks[m.from-1].kind != quoted {
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
	if best < 0 || len(r.entities[r.mentions[best].entity].roles) > 0 || !r.canBeCalled(r.mentions[best], m, d) {
		return
	}
	for id := range r.candidates(i) {
		if e := r.entities[id]; e.kind == Person && r.fitsRole(e, d) > 0 {
			return
		}
	}
	m.entity, m.how, m.sure = r.mentions[best].entity, "spoke just before", 0.8
}

// paragraphBefore takes "the professor", who says the quote that opens a paragraph, for
// the only person whom the paragraph before it is about, when the report gives neither
// him a role nor anybody that role: "Lee, who teaches law, said no. ¶ “Never,” the
// professor said."
func (r *resolver) paragraphBefore(i int, d description) {
	m := r.mentions[i]
	if d.owned || m.owner >= 0 || d.nation != "" || !m.subject || r.toks[m.from].fold != "the" || !r.opensQuoted(m) {
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
	if about < 0 || len(r.entities[about].roles) > 0 && !inList(passing, d.head) {
		return
	}
	for id := range r.candidates(i) {
		if e := r.entities[id]; e.kind == Person && r.fitsRole(e, d) > 0 {
			return
		}
	}
	m.entity, m.how, m.sure = about, "the only person in the paragraph before", 0.75
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

// pairOf finds whom "the couple" is: two people named together just before.
func (r *resolver) pairOf(i int) {
	const near = 4 // sentences
	m := r.mentions[i]
	for k := i - 1; k >= max(0, i-window) && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		if r.isPair(k) {
			r.nameBoth(k)
			m.entity, m.how, m.sure = r.mentions[k].entity, "the two named before", 0.9
			return
		}
	}
}

// isPair reports whether mention k is of the two that follow it: "Ann Lee and Tom Kim".
func (r *resolver) isPair(k int) bool {
	p := r.mentions[k]
	return p.plural && p.class == lexicon.RolePlural && k+2 < len(r.mentions) && r.mentions[k+1].from == p.from && r.mentions[k+2].to == p.to
}

// besidePair reports whether mention i says who the two are that follow it: "the
// owners, Ann Lee and Tom Kim,".
func (r *resolver) besidePair(i int) bool {
	m := r.mentions[i]
	return i+1 < len(r.mentions) && (m.plural || inList(twosome, r.toks[m.head].fold)) && r.mentions[i+1].from == m.to+1 && r.toks[m.to].text == "," && r.isPair(i+1)
}

// nameBoth names the pair of mention k by the full names of its two, without their titles.
func (r *resolver) nameBoth(k int) {
	if r.mentions[k].entity >= 0 {
		return
	}
	e := r.entities[r.ensure(k)]
	e.names[0].text = r.nameOf(k+1) + " and " + r.nameOf(k+2)
}

// nameOf is the name of whoever mention k is, or else its words.
func (r *resolver) nameOf(k int) string {
	m := r.mentions[k]
	if m.entity >= 0 {
		return r.entities[m.entity].name()
	}
	return textOf(r.src, r.toks, m.from, m.to)
}

// bothOf reports whether a mention is of two people named before: "both men", "the two
// women".
func (r *resolver) bothOf(m *mention) bool {
	first := m.from
	if r.toks[first].fold == "the" {
		first++
	}
	two := r.toks[first].fold == "two" && first > 0 && r.toks[first-1].fold == "the"
	return (two || r.toks[first].fold == "both") && (m.to == first+1 || r.toks[m.head].anyOf("men", "women"))
}

// sameUnnamed finds somebody without a name who was introduced just before:
// "One minister was angry. … the minister said".
func (r *resolver) sameUnnamed(i int) bool {
	const near = 3 // sentences
	m := r.mentions[i]
	if m.to > m.head+1 || m.owner >= 0 {
		return false
	}
	head := lemma(&r.toks[m.head])
	for k := i - 1; k >= max(0, i-window) && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		if p.kind == byDescription && !p.definite && !p.plural && (p.subject || r.speaks[k] || p.says || r.whoFollows(p)) && lemma(&r.toks[p.head]) == head && (p.entity < 0 || r.entities[p.entity].kind == Unnamed) {
			m.entity, m.how, m.sure = r.ensure(k), "the one spoken of just before", 0.95
			return true
		}
	}
	return false
}

// namelessBefore takes "the source", "that person" for somebody nameless whom the
// sentence just before in the paragraph is about: "A show insider said so. “No,” the
// source added".
func (r *resolver) namelessBefore(i int) bool {
	m := r.mentions[i]
	if m.to > m.head+1 || m.owner >= 0 || !r.toks[m.from].anyOf("the", "that") || !m.says {
		return false
	}
	for k := i - 1; k >= max(0, i-window) && r.paras[r.mentions[k].head] == r.paras[m.head]; k-- {
		p := r.mentions[k]
		if far := r.toks[m.head].sent - r.toks[p.head].sent; far > 1 {
			return false
		} else if far == 0 || !p.subject || p.inner {
			continue
		}
		if !r.toks[p.from].first && r.toks[p.from-1].text != "," {
			continue
		}
		if p.kind != byDescription || p.definite || p.plural || p.class&personHead == 0 || p.entity >= 0 && r.entities[p.entity].kind != Unnamed || !compatibleGender(p.gender, m.gender) {
			return false
		}
		m.entity, m.how, m.sure = r.ensure(k), "the one spoken of just before", 0.85
		return true
	}
	return false
}

// whoFollows reports whether a clause with "who" follows a mention.
func (r *resolver) whoFollows(p *mention) bool {
	return isWho(r.toks, p.to) || p.to < len(r.toks) && r.toks[p.to].text == "," && isWho(r.toks, p.to+1)
}

// ownRole finds the person to whom the report gives the described role.
func (r *resolver) ownRole(i int, d description) bool {
	m := r.mentions[i]
	best, bestScore := -1, 0.0
	others := r.spokenOf(i)
	for id := range r.candidates(i) {
		e := r.entities[id]
		if e.kind != Person || slices.Contains(others, id) || !compatibleGender(e.gender, m.gender) {
			continue
		}
		if s := r.fitsRole(e, d); s > 0 && !e.ofOtherParty(d) {
			near := r.recency(id, i)
			if near == 0 && (s < sameWord || len(d.words) == 0 && d.nation == "" && r.someoneElse(i, id)) && r.inWindow(id, i) {
				continue // of another name for the office only whoever was named before
			}
			s += near
			if s > bestScore {
				best, bestScore = id, s
			}
		}
	}
	if best >= 0 {
		m.entity, m.how, m.sure = best, "has that role in the report", 0.94
	}
	return best >= 0
}

// sameWord is what a role scores at least whose very noun a description has.
const sameWord = 3

// inWindow reports whether the entity id is mentioned shortly after mention i.
func (r *resolver) inWindow(id, i int) bool {
	return slices.ContainsFunc(r.mentions[i+1:min(len(r.mentions), i+1+window)], func(m *mention) bool { return m.entity == id })
}

// onlyHolder is how soleHolder knows.
const onlyHolder = "the only one who has that role in the report"

// soleHolder is the only one in the report who is a congressman, for "the California
// congressman", though it doesn't tell of where; -1 for none. Of the leader of a
// country that would be a guess.
func (r *resolver) soleHolder(i int, d description) int {
	m := r.mentions[i]
	if d.nation == "" || m.to != m.head+1 || d.head != "lawmaker" && d.head != "governor" && !contains(narrower("lawmaker"), d.head) {
		return -1
	}
	anywhere := d
	anywhere.nation = ""
	sole := -1
	for id := range r.candidates(i) {
		e := r.entities[id]
		if id == sole || e.kind != Person || e.nation != "" && e.nation != d.nation || !compatibleGender(e.gender, m.gender) || r.fitsRole(e, anywhere) <= 0 || e.ofOtherParty(d) {
			continue
		}
		if sole >= 0 {
			return -1
		}
		sole = id
	}
	return sole
}

// inSentence reports whether the entity id is mentioned in the sentence of mention i,
// before it.
func (r *resolver) inSentence(id, i int) bool {
	for k := i - 1; k >= max(0, i-window) && r.toks[r.mentions[k].head].sent == r.toks[r.mentions[i].head].sent; k-- {
		if r.mentions[k].entity == id {
			return true
		}
	}
	return false
}

// salientPerson takes "the singer" or "the Vermont senator" for whoever the
// report is about just there, when nobody unnamed was introduced as one.
func (r *resolver) salientPerson(i int, d description) {
	m := r.mentions[i]
	if m.owner >= 0 || r.toks[m.from].fold != "the" {
		return
	}
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
		if far > 3 || slices.Contains(others, p.entity) || !r.canBeCalled(p, m, d) || office && !p.subject && !r.speaks[k] {
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

// ofThatAge takes "the 45-year-old" for whoever the report gives that age:
// "Ann Lee, 45," or "Ann Lee, a 45-year-old".
func (r *resolver) ofThatAge(i int) bool {
	age := r.toks[r.mentions[i].head].fold
	years, _, _ := strings.Cut(age, "-")
	for k, m := range r.mentions {
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
	if e.kind != Person || !e.personal() && (!e.likePerson() || e.placed || e.endsCommon()) || !compatibleGender(e.gender, m.gender) || d.nation != "" && e.nation != "" && e.nation != d.nation || e.ofOtherParty(d) {
		return false
	}
	if contains(d.words, "former") && e.hasRole(d.head+"-elect") {
		return false
	}
	if inList(child, d.head) && e.isParent() {
		return false // "the boy" is hardly the boy's father
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
	i := m.head + 1
	return m.class&lexicon.Kin != 0 && i+1 < len(r.toks) && r.toks[i].fold == "of" && (inList(number, r.toks[i+1].fold) || numeric(&r.toks[i+1]))
}

// candidates are the entities whom mention i may describe: all, or of very many
// the first and those mentioned shortly before, some perhaps more than once.
func (r *resolver) candidates(i int) iter.Seq[int] {
	const most = 300
	return func(yield func(int) bool) {
		for id := range min(most, len(r.entities)) {
			if !yield(id) {
				return
			}
		}
		if len(r.entities) <= most {
			return
		}
		for k := max(0, i-window); k < i; k++ {
			if id := r.mentions[k].entity; id >= most && !yield(id) {
				return
			}
		}
	}
}

// recency prefers who was mentioned last.
func (r *resolver) recency(id, i int) float64 {
	for k := i - 1; k >= 0 && k >= i-window; k-- {
		if r.mentions[k].entity == id {
			return 1 - float64(i-k)/window
		}
	}
	return 0
}
