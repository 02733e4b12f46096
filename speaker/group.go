package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// group finds whom "they" or "it" is: the nearest that can be, subjects first.
func (r *resolver) group(i int, they bool) {
	m := r.mentions[i]
	best, bestScore := -1, 0.0
	for k := i - 1; k >= 0 && k >= i-30; k-- {
		p := r.mentions[k]
		d := r.toks[m.head].sent - r.toks[p.head].sent
		if d > 4 {
			break
		}
		if isPaper(p.class) && (p.oblique && p.to == m.from || !they && r.does(m) && !r.toks[r.verbOf(m)].anyOf(paperVerbs...)) {
			continue // "In a statement it said", "Acme said in a post … it wrote"
		}
		if p.kind == byPronoun && p.entity >= 0 && r.entities[p.entity].kind == Paper && !they && r.does(m) && !r.toks[r.verbOf(m)].anyOf(paperVerbs...) {
			continue
		}
		s := r.prominence(k, i) + r.fitsGroup(p, they)
		if !they && p.class&lexicon.DocNoun != 0 && m.to < len(r.toks) && r.toks[m.to].anyOf("read", "reads") {
			s += 4 // "A note was left. It read"
		}
		if they && m.says && d == 1 && p.subject && p.kind == byDescription && !p.definite && !p.plural && p.class&personHead != 0 && r.toks[p.from].first {
			s = r.prominence(k, i) + 9 // "A source went further. “No,” they said"
		}
		if p.subject && d == 0 && m.possessive {
			s += 3 // "Tesco shut its shop"
		}
		if s > bestScore {
			best, bestScore = k, s
		}
	}
	switch {
	case best >= 0:
		m.entity, m.how, m.sure = r.ensure(best), "the nearest before", 0.8
		if p := r.mentions[best]; m.says && p.kind == byDescription && isPaper(p.class) {
			if by := r.issuer(best); by >= 0 {
				m.entity, m.how = by, "whose "+lemma(&r.toks[p.head])+" it is"
			}
		}
	case !they:
		r.spokenFor(i)
	case they:
		r.singular(i) // one person may be "they"
		if m.entity >= 0 && !r.entities[m.entity].they && r.entities[m.entity].gender != lexicon.Unknown {
			m.sure = min(m.sure, 0.6) // whom the report calls "he" hardly is
		}
	}
}

// spokenFor takes "it" for the body whose spokesman spoke just before: "A spokesman for Acme
// said so. It added".
func (r *resolver) spokenFor(i int) {
	m := r.mentions[i]
	const near = 2 // sentences
	for k := i - 1; k >= max(0, i-window) && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		if !strings.HasPrefix(r.toks[p.head].fold, "spokes") || p.kind != byDescription || p.to <= p.head+2 || r.toks[p.head+1].fold != "for" {
			continue
		}
		body := &mention{from: p.head + 2, to: p.to, head: p.to - 1, nameFrom: p.head + 2, nameTo: p.to}
		parts := nameParts(r.toks, body)
		id, ok := r.byKey[strings.Join(parts, " ")]
		if !ok {
			id = len(r.entities)
			r.entities = append(r.entities, &entity{first: k, last: k, count: 1, kind: Organization, names: []variant{{text: textOf(r.src, r.toks, body.from, body.to), parts: parts, count: 1}}})
		}
		m.entity, m.how, m.sure = id, "whose spokesman spoke", 0.8
		return
	}
}

// paperVerbs are what "it" does when it is a letter.
var paperVerbs = []string{"read", "reads", "said", "says", "stated", "states", "added", "adds", "warned", "warns", "concluded", "concludes", "continued", "continues", "ended", "ends", "began", "begins", "claimed", "claims", "described", "describes", "called", "calls", "found", "finds", "noted", "notes", "recommended", "recommends", "alleged", "alleges", "accused", "accuses", "listed", "lists", "showed", "shows", "urged", "urges"}

// verbOf is the token after a mention, an adverb apart: "It further claims".
func (r *resolver) verbOf(m *mention) int {
	if m.to+1 < len(r.toks) && (isAdverb(&r.toks[m.to]) || r.toks[m.to].fold == "further") {
		return m.to + 1
	}
	return m.to
}

// isPaper reports whether a noun's classes are of what is read or said, not of a body.
func isPaper(c lexicon.Class) bool {
	return c&(lexicon.DocNoun|lexicon.SayNoun) != 0 && c&(lexicon.OrgNoun|personHead) == 0
}

// does reports whether a mention stands before a verb that is no auxiliary.
func (r *resolver) does(m *mention) bool {
	return m.to < len(r.toks) && (m.says || isVerb(&r.toks[m.to]) && !r.toks[m.to].is(lexicon.Aux) && r.toks[m.to].fold != "was")
}

// prominence is how near the organisation or group of mention k is to mention i, and
// how much its sentence is about it.
func (r *resolver) prominence(k, i int) float64 {
	p := r.mentions[k]
	s := r.nearness(p, k, i) + p.subjecthood()
	if r.speaks[k] || p.says {
		s += 2
	}
	if p.oblique {
		s -= 3
	}
	return s
}

// fitsGroup is how well a mention suits "they" or "it".
func (r *resolver) fitsGroup(p *mention, they bool) float64 {
	const never = -100
	switch {
	case p.kind == byPronoun && (p.entity < 0 || p.gender != lexicon.Unknown):
		return never
	case p.plural:
		if they {
			return 3
		}
		return never
	case p.entity >= 0:
		e := r.entities[p.entity]
		switch {
		case e.they && they:
			return 4
		case e.plural:
			return r.fitsGroup(&mention{plural: true}, they)
		case e.nobody() && they:
			return -2
		case e.nobody(), e.kind == Person && e.likeBody():
			return -1
		case e.kind == Person && !e.person && len(e.names[0].parts) > 1 && e.gender == lexicon.Unknown && e.called == lexicon.Unknown && p.says && !they:
			return -2 // "PortLink Balayan said so. It added"
		case e.kind == Person || e.kind == Unnamed, e.place && p.oblique:
			return never
		case e.place:
			return -3
		case they:
			return -1
		}
		return 0
	case they && p.says && p.class&lexicon.Role != 0 && p.gender == lexicon.Unknown:
		return 1 // "A spokesperson said … they added"
	case p.class&personHead != 0 && p.class&lexicon.OrgWord == 0, they && p.class&lexicon.DocNoun != 0 && p.class&lexicon.OrgNoun == 0:
		return never
	case they:
		return -2
	}
	return -1
}
