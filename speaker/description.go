package speaker

import "quotes/speaker/lexicon"

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
	case r.toks[m.to-1].fold == "whom":
		r.ensure(i)
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
		r.nameOwned(i)
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
	if r.isNamed(i) || r.colonSubject(i, d) || r.sameUnnamed(i) || inList(anybody, d.head) && r.namelessBefore(i) || r.relativeNamed(i) || r.personBefore(i) || r.ownRole(i, d) || r.namelessBefore(i) {
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
		r.nominated(i, d)
	}
	if m.entity < 0 {
		r.lead(i)
	}
	if m.entity < 0 && m.to == m.head+1 {
		r.fullerDescription(i, d)
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
