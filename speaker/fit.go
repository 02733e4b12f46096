package speaker

import (
	"cmp"
	"slices"
	"strings"

	"quotes/speaker/lexicon"
)

// description is what a definite description says.
type description struct {
	head   string
	words  []string
	names  []string // those of them that name a place or a body
	nation string
	party  string // "republican" when it names one
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
		if t.kind != word || t.fold == "'s" || t.is(lexicon.Det) || fromWhere(t) {
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
	d.party = partyWords[d.head]
	for _, w := range d.words {
		d.party = cmp.Or(d.party, partyWords[w])
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
		s := d.sameOffice(role)
		switch {
		case s == 0:
			continue
		case d.owner != "" && hasPossessive(role.text) && !contains(role.words, d.owner):
			continue // Adler's lawyer is not Pike's
		case d.rival(role):
			continue // the Leeds manager is not the York manager
		case partyWords[d.head] != "" && d.elsewhere(e, role):
			continue // the Wisconsin Republican is not any Republican
		case contains(role.words, "general") && d.head == "attorney" && !contains(d.words, "general"):
			continue // "Lee's attorney" is hardly the attorney general
		case d.owned && len(role.words) == 1 && !role.owned:
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
		case d.elsewhere(e, role):
			s -= 3 // "Burma's leader" is hardly the Senate majority leader
		}
		best = max(best, s)
	}
	return best
}

// sameOffice scores how a description's noun goes with a role: named by it, or a
// wider word for it, or 0 for neither.
func (d description) sameOffice(role roleOf) float64 {
	switch {
	case contains(role.words, d.head):
		return 4
	case !sharesAny(role.heads, narrower(d.head)) || !d.sameTerm(role):
		return 0
	case d.ofBody() && len(role.words) == 1 && inList(office, role.words[0]):
		return 0 // "the Senate leader" is hardly President Lee
	case d.nation == "" && inList(shortened, d.head):
		return 4 // "the senator", "Sen. Lee"
	}
	return 2
}

// ofBody reports whether a description says of what body or place somebody is.
func (d description) ofBody() bool {
	return len(d.names) > 0 || slices.ContainsFunc(d.words, func(w string) bool {
		return w != d.head && !inList(company, w) && lexicon.Builtin().Word(w).Is(lexicon.OrgNoun|lexicon.OrgWord)
	})
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
		if (contains(r.words, d.head) || d.head == w) && (hasRank(d.words, w) || d.head == w) != hasRank(r.words, w) {
			return true
		}
	}
	return false
}

// elsewhere reports whether a description names a place that neither the role nor
// its holder is known to have.
func (d description) elsewhere(e *entity, role roleOf) bool {
	if len(d.names) == 0 && d.nation == "" {
		return false
	}
	if d.nation == "" {
		return !sharesAny(d.names, role.names)
	}
	where := strings.Fields(lexicon.Fold(d.nation))
	return !sharesAny(d.names, role.names) && d.nation != e.nation && !sharesAny(role.words, where) && !sharesAny(e.party.words, where)
}

// hasRank reports whether a rank is among words: "vice", "vice-presidential".
func hasRank(words []string, rank string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return strings.HasPrefix(w, rank) && (len(w) == len(rank) || w[len(rank)] == '-')
	})
}

// hasPossessive reports whether a role is held with somebody: "Pike's lawyer".
func hasPossessive(role string) bool {
	return strings.Contains(role, "'s ") || strings.Contains(role, "’s ")
}

// sameTerm reports whether "first" and "former" agree between a description and a
// role.
func (d description) sameTerm(role roleOf) bool {
	for _, w := range []string{"first", "former"} {
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
