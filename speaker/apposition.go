package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// appositions joins a name and a role that stand side by side: "Heiko Maas,
// the German foreign minister," and "a spokesman, John Smith,".
func (r *resolver) appositions() {
	for i := range r.mentions {
		if a, ok := r.sideBySide(i); ok && !r.ofFirm(a) && !r.apart(i, a) {
			r.join(a)
		}
	}
	r.identified()
	r.relativesBeside()
	r.predicates()
	r.counterparts()
}

// apposition is a name and a description side by side.
type apposition struct {
	name, desc *mention
	last       *mention // the one that stands after the other
}

// sideBySide is mention i with the one after it when one is a name and the other a
// description, and a comma parts them, or a dash: "A former rival — Ann Lee".
func (r *resolver) sideBySide(i int) (apposition, bool) {
	m := r.mentions[i]
	if i+1 >= len(r.mentions) {
		return apposition{}, false
	}
	end, next := r.pastBracket(i)
	if m.kind == byDescription && end+1 < len(r.toks) && (strings.HasSuffix(r.toks[end].fold, "ing") || r.toks[end+1].fold == "by" || r.toks[end].anyOf("that", "which", "who")) {
		end, next = r.pastClause(i)
	}
	if next >= len(r.mentions) || end >= len(r.toks) || r.mentions[next].from != end+1 && !r.unknownRole(end+1, next) {
		return apposition{}, false
	}
	if dash := r.toks[end].fold == "—" && m.kind == byDescription && !m.definite; r.toks[end].text != "," && !dash {
		return apposition{}, false
	}
	a := apposition{name: m, desc: r.mentions[next], last: r.mentions[next]}
	if m.kind == byDescription {
		a.name, a.desc = a.desc, a.name
	}
	named := a.name.kind == byName && a.name.entity >= 0
	described := a.desc.kind == byDescription && (a.desc.class&(personHead|lexicon.OrgNoun) != 0 || a.desc.class == 0) && !a.desc.plural
	return a, named && described
}

// ofFirm joins the name of an organisation with what it is, and reports whether that is
// all there is to do: "The developer, Greyfriars Homes,", "A spokesman for the company,
// Indus Steel, said".
func (r *resolver) ofFirm(a apposition) bool {
	e, nameLast := r.entities[a.name.entity], a.name == a.last
	noun := &r.toks[a.desc.to-1]
	if nameLast && a.desc.head < a.desc.to-1 && (!a.desc.definite || r.toks[a.desc.head+1].fold == "for") && noun.is(lexicon.OrgNoun) && !noun.is(personHead) && !e.person {
		e.kind = Organization
		return true
	}
	if e.kind == Organization && (nameLast || a.desc.class&lexicon.OrgNoun != 0 && !r.verbAt(a.last.to)) && r.closes(a.last.to) {
		a.desc.entity, a.desc.how = a.name.entity, "stands beside the name"
	}
	return e.kind != Person
}

// apart reports whether a name and a description, at mention i, only happen to stand side
// by side: "… Tim Phillips, the American said", "To be president, Lee needs votes".
func (r *resolver) apart(i int, a apposition) bool {
	if a.desc == a.last {
		return !r.closes(a.last.to) && (a.desc.definite || !r.participle(a.last.to)) || r.toks[a.desc.from].is(lexicon.Det) && r.verbAt(a.last.to)
	}
	if !r.closes(a.last.to) || a.desc.from > 0 && !r.toks[a.desc.from].is(lexicon.Det) && r.toks[a.desc.from-1].anyOf("be", "being", "become", "for") {
		return true
	}
	return r.opensWith(i) && r.verbAt(a.last.to)
}

// verbAt reports whether the word at i is a verb of speech or an auxiliary.
func (r *resolver) verbAt(i int) bool {
	return r.toks[min(i, len(r.toks)-1)].is(speechVerb | lexicon.Aux)
}

// join gives whoever is named the role beside the name.
func (r *resolver) join(a apposition) {
	name, desc := a.name, a.desc
	name.subject = name.subject || desc.subject
	e := r.entities[name.entity]
	desc.entity, desc.how = name.entity, "stands beside the name"
	if desc.class&lexicon.OrgNoun != 0 && desc.class&personHead == 0 && !e.person {
		e.kind = Organization
		return
	}
	from := desc.from
	for from < desc.to && r.toks[from].is(lexicon.Det) {
		from++
	}
	if from < desc.to {
		r.addRole(e, r.toks, from, desc.to)
	}
	e.trader = !e.person && inList(trade, r.toks[desc.head].fold)
	e.person = !e.trader
	name.introduced = desc == a.last || e.count == 1
	if (e.gender == lexicon.Unknown || desc.class&lexicon.Kin != 0 && desc.gender != lexicon.Unknown) && !strings.HasSuffix(r.toks[desc.head].fold, "chairman") { // who may be a woman
		e.gender = desc.gender
	}
}

// relativesBeside takes "Her husband" for who stands beside him: "Her husband, a singer
// named Tom Lee,".
func (r *resolver) relativesBeside() {
	for i, m := range r.mentions[:max(0, len(r.mentions)-1)] {
		n := r.mentions[i+1]
		if m.kind == byDescription && m.entity < 0 && m.class&lexicon.Kin != 0 && n.kind == byDescription && n.entity >= 0 && !n.definite && n.from == m.to+1 && r.toks[m.to].text == "," {
			m.entity, m.how = n.entity, "stands beside who it is"
		}
	}
}

// opensWith reports whether the description of mention i ends the phrase of a preposition
// that opens its sentence, or the clause of a conjunction: "After talks with the mayor,
// Ann Lee said". But Ann Lee is the mayor in "As the mayor, Ann Lee said".
func (r *resolver) opensWith(i int) bool {
	m := r.mentions[i]
	if m.from == 0 || m.subject || r.toks[m.from-1].anyOf("as", "like") {
		return false
	}
	k := m.from - 1
	for k > 0 && !r.toks[k].first && (r.toks[k].kind == word || r.toks[k].kind == quoted) {
		k--
	}
	if !r.toks[k].first || k == m.from-1 && !r.toks[k].is(lexicon.Prep) {
		return false
	}
	clause := false
	for n := i - 1; n >= 0 && r.mentions[n].from >= k; n-- {
		clause = clause || r.mentions[n].subject
	}
	return r.toks[k].fold != "as" && r.toks[k].anyOf(clauseOpeners...) ||
		!clause && r.toks[k].is(lexicon.Prep) && r.toks[m.from-1].is(lexicon.Prep)
}

// identified joins a description with the name that is given for it: "The driver,
// later identified as Eve Lott,", "a grower, who gave his name only as Abu Faris,", "a
// roofer named Tom Lee".
func (r *resolver) identified() {
	for i, m := range r.mentions[:max(0, len(r.mentions)-1)] {
		next := i + 1
		for next < min(i+3, len(r.mentions)-1) && r.mentions[next].kind == byPronoun && r.toks[r.mentions[next].from].anyOf("who", "his", "her") {
			next++
		}
		name := r.mentions[next]
		if m.kind != byDescription || m.entity >= 0 || m.plural || m.class&personHead == 0 || name.kind != byName || name.entity < 0 || !r.identifies(m, name) {
			continue
		}
		m.entity, m.how = name.entity, "is identified as that"
		m.subject = m.subject || name.subject
		e := r.entities[name.entity]
		e.kind, e.person = Person, true
	}
}

// identifies reports whether the words between a description and a name say that the
// one is called the other.
func (r *resolver) identifies(m, name *mention) bool {
	const longest = 7 // tokens
	as := name.from - 1
	if as < m.to || as > m.to+longest {
		return false
	}
	e := r.entities[name.entity]
	if as == m.to {
		return e.kind == Person && !m.definite && r.toks[as].fold == "named"
	}
	alias := e.kind == Organization && r.toks[as-1].fold == "known" && len(e.names[0].parts) == 1 && strings.ContainsAny(e.names[0].text, digits) // "a detainee known as W12"
	calls := r.toks[as].anyOf("himself", "herself") && r.toks[as-1].fold == "calling" ||                                                          // "a man calling himself Tom Lee"
		r.toks[as].anyOf("was", "is") && r.toks[as-1].fold == "name" && r.toks[as-2].anyOf("his", "her") // "who said her name was Ann Lee"
	return (e.kind == Person || alias) && (calls || r.toks[as].fold == "as" && r.toks[as-1].anyOf("identified", "named", "name", "only", "simply", "himself", "herself", "known"))
}

// predicates keeps what the report says that somebody is: after "Ann Lee, 45, is a
// surgeon" she may be called the surgeon. It is no role to show, being as often an
// opinion: "Lee is a fool".
func (r *resolver) predicates() {
	for i, m := range r.mentions[:max(0, len(r.mentions)-1)] {
		desc := r.mentions[i+1]
		if m.kind != byName || m.entity < 0 || m.oblique || r.entities[m.entity].kind != Person || desc.kind != byDescription || desc.plural || desc.class&personHead == 0 || !r.toks[desc.from].is(lexicon.Det) {
			continue
		}
		verb := m.to
		verb = pastAge(r.toks, verb)
		if verb+1 != desc.from || !r.toks[verb].anyOf("is", "was", "became", "remains") {
			continue
		}
		e := r.entities[m.entity]
		e.said = withRole(e.said, r.readRole(e, r.toks, desc.from+1, desc.to))
		desc.entity, desc.how = m.entity, "is said to be that"
	}
}

// pastBracket is the token after mention i and the mention after it, an age and what
// stands in brackets right after it apart: "the union (UNW), Ann Lee", "Ann Lee, 54, a
// nurse".
func (r *resolver) pastBracket(i int) (end, next int) {
	const longest = 4 // tokens
	end, next = r.mentions[i].to, i+1
	if past := pastAge(r.toks, end); past > end {
		return past - 1, next
	}
	if end >= len(r.toks) || r.toks[end].text != "(" {
		return end, next
	}
	for k := end + 1; k < len(r.toks) && k <= end+1+longest; k++ {
		if r.toks[k].text == ")" {
			for next < len(r.mentions) && r.mentions[next].from < k {
				next++
			}
			return k + 1, next
		}
	}
	return end, next
}

// unknownRole reports whether only a word or two that the lexicon lacks stand from token
// i to the mention by name: "Its author, glaciologist Dr Ann Lee", "hedge funder Tom Lee".
func (r *resolver) unknownRole(i, next int) bool {
	const most = 2
	m := r.mentions[next]
	if m.kind != byName || m.from <= i || m.from > i+most || m.entity < 0 || r.entities[m.entity].kind != Person || !m.title && m.nameTo-m.nameFrom == 1 {
		return false
	}
	for k := i; k < m.from; k++ {
		if t := &r.toks[k]; t.kind != word || t.cap || t.lex.Class&^(lexicon.Common|lexicon.RoleMod) != 0 || inList(irregular, t.fold) || r.participle(k) {
			return false
		}
	}
	return true
}

// pastClause is the comma after what follows mention i, a participle or a clause with
// "that" or "who", and the mention after that: "the member representing Ward Two, Chief
// Ade Lee, said".
func (r *resolver) pastClause(i int) (end, next int) {
	const longest = 12 // tokens
	from := r.mentions[i].to
	next = i + 1
	for end = from; end < len(r.toks) && end < from+longest; end++ {
		t := &r.toks[end]
		if t.text == "," {
			for next < len(r.mentions) && r.mentions[next].from < end {
				next++
			}
			if next < len(r.mentions) && r.mentions[next].kind == byName && (r.mentions[next].title || r.mentions[next].nameTo-r.mentions[next].nameFrom > 1) {
				return end, next
			}
			break
		}
		if t.kind != word {
			break
		}
	}
	return from, i + 1
}

// closes reports whether an apposition may end at token i.
func (r *resolver) closes(i int) bool {
	if i >= len(r.toks) {
		return true
	}
	t := &r.toks[i]
	return t.kind != word || t.is(speechVerb|lexicon.Aux) || t.fold == "who" || t.is(lexicon.Prep) || strings.HasSuffix(t.fold, "ly") // "the student wrongly accused"
}

// participle reports whether the word at i is one, for all one can see: "a teacher
// bound for York", "a nurse living there".
func (r *resolver) participle(i int) bool {
	t := &r.toks[i]
	return t.kind == word && !t.cap && (strings.HasSuffix(t.fold, "ed") || strings.HasSuffix(t.fold, "ing") || t.anyOf("bound", "born", "known"))
}

// counterparts gives "his Turkish counterpart Mevlut Cavusoglu" the office of
// the one he is the counterpart of.
func (r *resolver) counterparts() {
	for i, m := range r.mentions {
		if m.entity < 0 || m.kind != byName {
			continue
		}
		e := r.entities[m.entity]
		if len(e.roles) >= maxRoles {
			continue
		}
		for _, role := range e.roles {
			if !contains(role.words, "counterpart") {
				continue
			}
			for k := i - 1; k >= 0 && k > i-8; k-- {
				p := r.mentions[k]
				if p.entity < 0 || p.entity == m.entity || len(r.entities[p.entity].roles) == 0 || r.entities[p.entity].kind != Person {
					continue
				}
				e.roles = append(e.roles, r.office(r.entities[p.entity], role))
				break
			}
			break
		}
	}
}

// office is the owner's office with the counterpart's nation.
func (r *resolver) office(owner *entity, role roleOf) roleOf {
	lex := lexicon.Builtin()
	out := roleOf{heads: owner.roles[0].heads}
	for _, w := range role.words {
		if lex.Word(w).Is(lexicon.Demonym) {
			out.words = append(out.words, w)
		}
	}
	for _, w := range owner.roles[0].words {
		if !lex.Word(w).Is(lexicon.Demonym | lexicon.Place) {
			out.words = append(out.words, w)
		}
	}
	out.text = strings.Join(out.words, " ")
	return out
}
