package speaker

import (
	"slices"
	"strings"

	"quotes/speaker/lexicon"
)

// description finds whom "the Turkish diplomat" or "the company" describes.
func (r *resolver) description(i int) {
	m := r.mentions[i]
	if m.plural || !m.definite || r.isMasthead(m) {
		return
	}
	if inList(twosome, r.toks[m.head].fold) {
		r.pairOf(i)
		return
	}
	if isAge(r.toks[m.head].fold) {
		if !r.ofThatAge(i) {
			r.salientPerson(i)
		}
		return
	}
	if m.class&personHead == 0 {
		if m.class&lexicon.OrgNoun != 0 {
			r.organisation(i)
		}
		return
	}
	if r.sameUnnamed(i) || r.ownRole(i) {
		return
	}
	if m.to == m.head+1 { // "the head of the largest farm group" is somebody new
		r.salientPerson(i)
	}
	if m.entity < 0 && (m.to == m.head+1 || !r.toks[m.head+1].anyOf("for", "with", "at")) {
		r.namedNext(i)
	}
	if m.entity < 0 {
		r.goesOn(i)
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

// namedNext takes "the prime minister", of whom nothing was said before, for
// whoever the next sentence begins with as if known: "The prime minister has
// resigned. Catherine Loxley told …".
func (r *resolver) namedNext(i int) {
	const near = 2 // sentences
	m := r.mentions[i]
	d := r.describe(m)
	held := narrower(d.head) != nil || inList(office, d.head)
	lead := m.subject && r.toks[m.from].first && r.toks[m.from].sent <= 2 && len(d.words) > 0 // "The EU's chief negotiator has told"
	if !held && !lead || m.owner >= 0 && !r.toks[m.owner].is(lexicon.Place|lexicon.OrgWord) || inList(anybody, d.head) {
		return
	}
	for k := i + 1; k < min(len(r.mentions), i+window) && r.toks[r.mentions[k].head].sent-r.toks[m.head].sent <= near; k++ {
		p := r.mentions[k]
		if p.kind != byName || p.entity < 0 || !r.toks[p.from].first && (!held || !r.speaks[k]) || r.toks[p.head].sent == r.toks[m.head].sent {
			continue
		}
		e := r.entities[p.entity]
		if e.kind == Person && p.subject && !p.introduced && len(e.roles) == 0 && p.nameTo-p.nameFrom > 1 && compatibleGender(e.gender, m.gender) && !r.someoneElse(i, p.entity) {
			m.entity, m.how, m.sure = p.entity, "named in the next sentence", 0.8
		}
		return
	}
}

// someoneElse reports whether the sentences before mention i are about a person
// who is not the entity id, and who may be meant as well.
func (r *resolver) someoneElse(i, id int) bool {
	const near = 3 // sentences
	for k := i - 1; k >= 0 && r.toks[r.mentions[i].head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		if p.kind == byName && p.subject && p.entity >= 0 && p.entity != id && r.entities[p.entity].kind == Person && len(r.entities[p.entity].roles) == 0 {
			return true
		}
	}
	return false
}

// goesOn takes "The MP for Leeds", who adds something, for whoever spoke just before.
func (r *resolver) goesOn(i int) {
	const near = 2 // sentences
	m := r.mentions[i]
	if m.owner >= 0 || m.to >= len(r.toks) || !r.toks[m.to].anyOf("added", "adds", "continued", "continues", "concluded", "concludes") {
		return
	}
	d := r.describe(m)
	for k := i - 1; k >= 0 && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
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

// pairOf finds whom "the couple" is: two people named together just before.
func (r *resolver) pairOf(i int) {
	const near = 4 // sentences
	m := r.mentions[i]
	for k := i - 1; k >= 0 && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		if p.plural && p.class == lexicon.RolePlural && r.toks[p.from].cap && k+2 < len(r.mentions) && r.mentions[k+1].from == p.from && r.mentions[k+2].to == p.to {
			m.entity, m.how, m.sure = r.ensure(k), "the two named before", 0.9
			return
		}
	}
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
		if p.kind == byDescription && !p.definite && !p.plural && (p.subject || r.speaks[k]) && lemma(&r.toks[p.head]) == head && (p.entity < 0 || r.entities[p.entity].kind == Unnamed) {
			m.entity, m.how, m.sure = r.ensure(k), "the one spoken of just before", 0.95
			return true
		}
	}
	return false
}

// ownRole finds the person to whom the report gives the described role.
func (r *resolver) ownRole(i int) bool {
	m := r.mentions[i]
	d := r.describe(m)
	best, bestScore := -1, 0.0
	for _, id := range r.candidates(i) {
		e := r.entities[id]
		if e.kind != Person || !compatibleGender(e.gender, m.gender) {
			continue
		}
		if s := r.fitsRole(e, d); s > 0 {
			s += r.recency(id, i)
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

// salientPerson takes "the singer" or "the Vermont senator" for whoever the
// report is about just there, when nobody unnamed was introduced as one.
func (r *resolver) salientPerson(i int) {
	m := r.mentions[i]
	if m.owner >= 0 || r.toks[m.from].fold != "the" {
		return
	}
	d := r.describe(m)
	office := narrower(d.head) != nil || inList(office, d.head)
	if inList(anybody, d.head) || office && d.nation == "" && !slices.ContainsFunc(d.words, notRank) {
		return
	}
	best, bestScore := -1, 0.0
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
		if far > 3 || !r.canBeCalled(p, m, d) || office && !p.subject && !r.speaks[k] {
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
func isAge(w string) bool { return strings.HasSuffix(w, "-year-old") && isDigit(w[0]) }

// canBeCalled reports whether the person of mention p may be described as d.
func (r *resolver) canBeCalled(p, m *mention, d description) bool {
	if p.entity < 0 || p.plural {
		return false
	}
	e := r.entities[p.entity]
	if e.ofOtherParty(d) {
		return false
	}
	for _, role := range e.offices() {
		if (contains(role.words, d.head) || sharesAny(role.words, narrower(d.head))) && d.rival(role) {
			return false
		}
	}
	return e.kind == Person && e.personal() && compatibleGender(e.gender, m.gender) && (d.nation == "" || e.nation == "" || e.nation == d.nation)
}

// hasWord reports whether a word stands in one of the entity's names.
func (e *entity) hasWord(w string) bool {
	for _, v := range e.names {
		if contains(v.parts, w) {
			return true
		}
	}
	return false
}

// organisation takes "the company" for the organisation named last as a subject,
// and "the search giant" when no other is named there.
func (r *resolver) organisation(i int) {
	const near = 3 // sentences
	m := r.mentions[i]
	d := r.describe(m)
	if id, ok := r.byKey[strings.Join(d.names, " ")]; ok && len(d.names) == len(d.words) && r.entities[id].mayBeBody() && r.entities[id].canBeBody(d.head) {
		m.entity, m.how, m.sure = id, "has that name in the report", 0.9 // "the GMB union"
		return
	}
	if m.owner >= 0 || len(d.names) > 0 || len(d.words) > 0 && !inList(company, d.head) {
		return
	}
	best, bestScore := -1, 0.0
	for k := i - 1; k >= 0 && k >= i-30; k-- {
		p := r.mentions[k]
		if p.entity < 0 || p.plural {
			continue
		}
		e := r.entities[p.entity]
		if !e.mayBeBody() || !e.canBeBody(d.head) || e.nobody() && p.says && r.toks[p.head].sent == r.toks[m.head].sent {
			continue // in "Lee said the company hoped" Lee is somebody
		}
		if len(d.words)+len(d.nation) > 0 {
			if r.toks[m.head].sent-r.toks[p.head].sent > near || best >= 0 && r.paras[p.head] != r.paras[m.head] {
				break
			}
			if best >= 0 && best != p.entity {
				return
			}
		}
		s := 20 - float64(min(r.toks[m.head].sent-r.toks[p.head].sent, 10))
		if p.subject {
			s += 2
		}
		if p.oblique {
			s--
		}
		s += min(float64(e.count), 5)
		if e.kind == Organization {
			s++
		}
		if s > bestScore {
			best, bestScore = p.entity, s
		}
	}
	if best >= 0 {
		m.entity, m.how, m.sure = best, "the organisation named last", 0.75
		if r.votes == nil {
			r.entities[best].kind = Organization
		}
		return
	}
	r.fullerDescription(i)
}

// mayBeBody reports whether an entity is an organisation or may be one.
func (e *entity) mayBeBody() bool {
	return (e.kind == Organization || e.nobody()) && !e.place
}

// canBeBody reports whether an organisation may be called by a noun: "the company"
// any, "the bureau" the FBI, "the court" one whose name has the word, "the force"
// the Kent Police.
func (e *entity) canBeBody(noun string) bool {
	return inList(company, noun) || inList(bodyOfOneWord, noun) && len(e.names[0].parts) == 1 && !strings.ContainsAny(e.names[0].text, digits) || e.hasWord(noun) || slices.ContainsFunc(narrower(noun), e.hasWord)
}

// personal reports whether an entity is rather a person than anything else.
func (e *entity) personal() bool { return e.person || e.spoke }

// nobody reports whether an entity of one word has nothing of a person: Tesco.
func (e *entity) nobody() bool {
	if e.kind != Person || e.person || e.gender != lexicon.Unknown || len(e.names) != 1 || len(e.names[0].parts) != 1 {
		return false
	}
	w := e.names[0].parts[0]
	return lexicon.Builtin().Word(w).Class&^lexicon.Common == 0 && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ly")
}

// fullerDescription takes "the ministry" for "Finland's defence ministry", where
// no organisation is named that it could be.
func (r *resolver) fullerDescription(i int) {
	m := r.mentions[i]
	head := lemma(&r.toks[m.head])
	for k := i - 1; k >= 0 && k >= i-window; k-- {
		p := r.mentions[k]
		if p.kind == byDescription && !p.plural && p.to-p.from > 2 && p.head != p.from && lemma(&r.toks[p.head]) == head {
			m.entity, m.how, m.sure = r.ensure(k), "the one described before", 0.85
			return
		}
	}
}

// description is what a definite description says.
type description struct {
	head   string
	words  []string
	names  []string // those of them that name a place or a body
	nation string
	owned  bool   // by a pronoun: "her manager"
	owner  string // by somebody named: "adler" of "Adler's lawyer"
}

func (r *resolver) describe(m *mention) description {
	d := description{head: lemma(&r.toks[m.head]), owned: m.class&lexicon.Kin == 0 && contains(possessives, r.toks[m.from].fold)}
	if m.owner >= 0 && !r.toks[m.owner].is(lexicon.Place|lexicon.Demonym) {
		d.owner = r.toks[m.owner].fold
	}
	for k := m.from; k < m.to; k++ {
		t := &r.toks[k]
		if t.kind != word || t.fold == "'s" || t.is(lexicon.Det) {
			continue
		}
		if t.is(lexicon.Demonym|lexicon.Place) && t.lex.Value != "" {
			d.nation = t.lex.Value
			continue
		}
		if k != m.head && !t.is(lexicon.Function) {
			d.words = append(d.words, t.fold)
			if isProper(t) {
				d.names = append(d.names, t.fold)
			}
		}
	}
	return d
}

func lemma(t *token) string {
	if t.lex.Lemma != "" {
		return t.lex.Lemma
	}
	return t.fold
}

// fitsRole scores how well a description fits one of an entity's roles; 0 when it doesn't.
func (r *resolver) fitsRole(e *entity, d description) float64 {
	if d.nation != "" && e.nation != "" && d.nation != e.nation {
		return 0
	}
	best := 0.0
	for _, role := range e.offices() {
		s := 0.0
		switch {
		case d.owner != "" && hasPossessive(role.text) && !contains(role.words, d.owner):
			continue // Adler's lawyer is not Pike's
		case d.rival(role):
			continue // the Leeds manager is not the York manager
		case contains(role.words, "general") && d.head == "attorney" && !contains(d.words, "general"):
			continue // "Lee's attorney" is hardly the attorney general
		case contains(role.words, d.head):
			s = 4
		case sharesAny(role.words, narrower(d.head)) && d.sameRank(role):
			s = 2
		default:
			continue
		}
		if d.owned && len(role.words) == 1 && !role.owned {
			continue // "her manager" is hardly "Manager Steve Hill"
		}
		for _, w := range d.words {
			if contains(role.words, w) {
				s++
			} else {
				s -= 0.3
			}
		}
		if sharesAny(d.names, role.names) {
			s += 2
		}
		switch {
		case d.nation == "":
		case d.nation == e.nation:
			s++
		case len(role.words) > 1:
			s -= 3 // "Burma's leader" is hardly the Senate majority leader
		}
		best = max(best, s)
	}
	return best
}

// ranks are words that make another office of one.
var ranks = []string{"prime", "vice", "deputy"}

func notRank(w string) bool { return !contains(ranks, w) }

// rival reports whether a description and a role are of the same kind but of two
// places or bodies, or one is of a rank the other isn't: prime minister, minister.
func (d description) rival(r roleOf) bool {
	if len(d.names) > 0 && len(r.names) > 0 && !sharesAny(d.names, r.names) {
		return true
	}
	for _, w := range ranks {
		if (contains(d.words, w) || d.head == w) != contains(r.words, w) {
			return true
		}
	}
	return false
}

// hasPossessive reports whether a role is held with somebody: "Pike's lawyer".
func hasPossessive(role string) bool {
	return strings.Contains(role, "'s ") || strings.Contains(role, "’s ")
}

// sameRank reports whether words that make another office of one, such as
// "prime" and "former", agree between a description and a role.
func (d description) sameRank(role roleOf) bool {
	for _, w := range []string{"prime", "vice", "deputy", "first", "former"} {
		if contains(d.words, w) != contains(role.words, w) {
			return false
		}
	}
	return true
}

func sharesAny(a, b []string) bool {
	for _, w := range b {
		if contains(a, w) {
			return true
		}
	}
	return false
}

// candidates are the entities whom mention i may describe: all, or of very many
// the first and those mentioned shortly before.
func (r *resolver) candidates(i int) []int {
	const most = 300
	for id := len(r.everybody); id < min(most, len(r.entities)); id++ {
		r.everybody = append(r.everybody, id)
	}
	if len(r.entities) <= most {
		return r.everybody[:len(r.entities)]
	}
	ids := slices.Clone(r.everybody)
	for k := max(0, i-window); k < i; k++ {
		if id := r.mentions[k].entity; id >= most {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
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
