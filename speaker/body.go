package speaker

import (
	"math"
	"slices"
	"strings"

	"quotes/speaker/lexicon"
)

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
	m := r.mentions[i]
	d := r.describe(m)
	if id, ok := r.byKey[strings.Join(d.names, " ")]; ok && len(d.names) == len(d.words) && r.entities[id].mayBeBody() && r.entities[id].canBeBody(d.head) {
		m.entity, m.how, m.sure = id, "has that name in the report", 0.9 // "the GMB union"
		return
	}
	best := -1
	switch {
	case m.owner >= 0 || d.owned || len(d.names) > 0:
		return
	case len(d.words)+len(d.nation) == 0:
		best = r.nearestBody(i, d)
	case inList(company, d.head):
		best = r.soleBody(i, d)
	}
	if best < 0 {
		r.fullerDescription(i, d)
		return
	}
	m.entity, m.how, m.sure = best, "the organisation named last", 0.75
	if r.votes == nil {
		r.entities[best].kind = Organization
	}
}

// nameOwned names "his office", which speaks, by whose it is: "Tom Lee’s office".
func (r *resolver) nameOwned(i int) {
	m := r.mentions[i]
	if m.entity >= 0 || r.votes != nil || !r.speaks[i] || m.plural || !r.toks[m.from].anyOf("his", "her") || !r.toks[m.head].anyOf("office", "campaign", "team", "administration") {
		return
	}
	owner := r.ownerOf(i)
	if owner < 0 || r.entities[owner].kind != Person || !r.entities[owner].personal() {
		return
	}
	id := r.ensure(i)
	r.entities[id].kind = Organization
	r.entities[id].names[0].text = r.entities[owner].name() + "’s " + textOf(r.src, r.toks, m.from+1, m.to)
	m.how, m.sure = "named by whose it is", 0.9
}

// bodyAt is the organisation of mention k when mention i, described as d, can mean
// it, -1 otherwise.
func (r *resolver) bodyAt(k, i int, d description) int {
	p := r.mentions[k]
	if p.entity < 0 || p.plural || p.from > 0 && r.isWhereSaid(p, i, d) {
		return -1
	}
	e := r.entities[p.entity]
	if !e.mayBeBody() || !e.canBeBody(d.head) || r.isFamily(e) || e.nobody() && p.says && r.toks[p.head].sent == r.toks[r.mentions[i].head].sent {
		return -1 // in "Lee said the company hoped" Lee is somebody
	}
	return p.entity
}

// isWhereSaid reports whether what stands before mention p makes it where mention i,
// described as d, says something, or through whom: "In a letter seen by the Echo, the
// union said", "In a post on X, the club said".
func (r *resolver) isWhereSaid(p *mention, i int, d description) bool {
	switch before := &r.toks[p.from-1]; before.fold {
	case "at", "near", "outside":
		return inList(company, d.head)
	case "by", "to":
		return r.toks[p.head].sent == r.toks[r.mentions[i].head].sent
	case "on":
		return p.from > 1 && (r.toks[p.from-2].is(lexicon.DocNoun|lexicon.SayNoun|lexicon.Say) || r.toks[p.from-2].anyOf("live", "shared", "uploaded", "published"))
	}
	return false
}

// isFamily reports whether an entity is of those who share somebody's surname: the Lees.
func (r *resolver) isFamily(e *entity) bool {
	w, ok := strings.CutSuffix(e.names[0].parts[0], "s")
	return ok && len(e.names[0].parts) == 1 && len(r.byLast[w]) > 0
}

// nearestBody is the likeliest organisation for "the company", -1 for none.
func (r *resolver) nearestBody(i int, d description) int {
	const farthest = 30 // mentions
	best, bestScore := -1, math.Inf(-1)
	for k := i - 1; k >= 0 && k >= i-farthest; k-- {
		id := r.bodyAt(k, i, d)
		if id < 0 {
			continue
		}
		e := r.entities[id]
		s := r.prominence(k, i) + min(float64(e.count), 3)
		if e.hasWord(d.head) {
			s += 5 // "the company" rather the Electricity Company
		}
		if e.kind == Organization {
			s++
		}
		if s > bestScore {
			best, bestScore = id, s
		}
	}
	return best
}

// soleBody is the organisation for "the search giant": the subject of a sentence
// just before, when no other is named there; -1 for none.
func (r *resolver) soleBody(i int, d description) int {
	const near = 3 // sentences
	m := r.mentions[i]
	found, passed := -1, -1
	for k := i - 1; k >= max(0, i-window) && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		id := r.bodyAt(k, i, d)
		switch {
		case found >= 0 && r.paras[p.head] != r.paras[m.head]:
			return found
		case id < 0 || id == found:
		case found >= 0 || passed >= 0 && passed != id:
			return -1
		case p.subject:
			found = id
		case p.kind == byName && r.paras[p.head] == r.paras[m.head]:
			passed = id // "Shares in Boots rose. The chemist chain said"
		}
	}
	return max(found, passed)
}

// mayBeBody reports whether an entity is an organisation or may be one.
func (e *entity) mayBeBody() bool {
	return (e.kind == Organization || e.nobody() || e.trader && e.kind == Person) && !e.place && !e.thing
}

// canBeBody reports whether an organisation may be called by a noun: "the company"
// any, "the bureau" the FBI, "the court" one whose name has the word, "the force"
// the Kent Police.
func (e *entity) canBeBody(noun string) bool {
	if (inList(trade, noun) || noun == "company" || noun == "firm") && e.isPublic() {
		return false
	}
	return inList(company|trade, noun) || inList(bodyOfOneWord, noun) && len(e.names[0].parts) == 1 && !strings.ContainsAny(e.names[0].text, digits) || e.hasWord(noun) || slices.ContainsFunc(narrower(noun), e.hasWord)
}

// isPublic reports whether an organisation's name says that it is no company.
func (e *entity) isPublic() bool {
	for _, v := range e.names {
		if slices.ContainsFunc(v.parts, func(w string) bool { return inList(public, w) }) {
			return true
		}
	}
	return false
}

// personal reports whether an entity is rather a person than anything else.
func (e *entity) personal() bool { return e.person || e.spoke }

// endsCommon reports whether the name ends with a word of the language: Drive, Harrow
// Park.
func (e *entity) endsCommon() bool {
	parts := e.names[0].parts
	c := lexicon.Builtin().Word(parts[surnameAt(parts)]).Class
	return c&(lexicon.Common|lexicon.OrgWord) != 0 && c&lexicon.Given == 0
}

// endsThing reports whether the name ends with a word of the language that names no body
// and no place: the Lee Train.
func (e *entity) endsThing() bool {
	parts := e.names[0].parts
	return len(parts) > 1 && lexicon.Builtin().Word(parts[len(parts)-1]).Class&^(lexicon.DocNoun|lexicon.SayNoun) == lexicon.Common
}

// likeBody reports whether an entity, which nothing shows to be a person, has the name
// of a body: Lumina Home, New Zealand Cricket.
func (e *entity) likeBody() bool {
	parts := e.names[0].parts
	return !e.person && e.gender == lexicon.Unknown && len(parts) > 1 && (e.endsCommon() || e.ofPlace() || lexicon.Builtin().Word(parts[0]).Is(lexicon.Place|lexicon.OrgWord))
}

// ofPlace reports whether an entity's name begins with a country of two words, as no
// person's does: New Zealand Rugby.
func (e *entity) ofPlace() bool {
	n, first := lexicon.Builtin().Phrase(e.names[0].parts)
	return !e.person && n > 1 && n < len(e.names[0].parts) && first.Is(lexicon.Place)
}

// nobody reports whether an entity of one word has nothing of a person: Tesco.
func (e *entity) nobody() bool {
	if e.kind != Person || e.person || e.gender != lexicon.Unknown || len(e.names) != 1 || len(e.names[0].parts) != 1 {
		return false
	}
	w := e.names[0].parts[0]
	return lexicon.Builtin().Word(w).Class&^lexicon.Common == 0 && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ly")
}

// fullerDescription takes "the ministry" for "Finland's defence ministry" and "the press
// office" for "the port's press office", where no organisation is named that it could be.
func (r *resolver) fullerDescription(i int, d description) {
	m := r.mentions[i]
	head := lemma(&r.toks[m.head])
	for k := i - 1; k >= 0 && k >= i-window; k-- {
		p := r.mentions[k]
		if p.kind == byDescription && !p.plural && p.class&lexicon.Kin == 0 && (p.to-p.from > 2 || p.entity >= 0 && r.entities[p.entity].kind == Unnamed) && p.head != p.from && lemma(&r.toks[p.head]) == head && r.hasWords(p, d.words) {
			m.entity, m.how, m.sure = r.ensure(k), "the one described before", 0.85
			return
		}
	}
}

// hasWords reports whether a mention has all these words, folded.
func (r *resolver) hasWords(p *mention, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(r.toks[p.from:p.to], func(t token) bool { return t.fold == w })
	})
}
