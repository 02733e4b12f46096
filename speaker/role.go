package speaker

import (
	"slices"
	"sort"
	"strings"

	"quotes/speaker/lexicon"
)

// roleOf is a role that the report gives an entity.
type roleOf struct {
	text  string   // as printed, without an article
	words []string // folded
	heads []string // those of them that others only qualify: "negotiator" of "chief negotiator"
	names []string // those of them that name a place or a body: "Albion" manager
	owned bool     // of somebody meant by a pronoun: "her manager"
}

// noteRole keeps the words before a name when they say what the person is.
func (c *cast) noteRole(e *entity, ts []token, m *mention) {
	from, to := m.from, m.nameFrom
	for from < to && (ts[from].is(lexicon.Det) || isAge(ts[from].fold)) {
		from++
	}
	for to > from && inList(honorific, ts[to-1].fold) {
		to--
	}
	if from >= to {
		return
	}
	roleful := false
	firm := ts[to-1].is(lexicon.OrgNoun) && !ts[to-1].is(personHead|lexicon.Title) &&
		!slices.ContainsFunc(ts[from:to], func(t token) bool { return t.is(lexicon.Function) }) // "private equity house"
	for k := from; k < to && !firm; k++ {
		if ts[k].is(personHead | lexicon.Title) {
			roleful = true
		}
	}
	if !roleful {
		return
	}
	e.person = e.person || !hardlyPerson(ts, m) && (!inList(company, ts[to-1].fold) || ts[m.nameFrom].is(lexicon.Given)) // "retailer Lumina Home"
	c.addRole(e, ts, from, to)
}

// addRole gives an entity the role that tokens from to to spell.
func (c *cast) addRole(e *entity, ts []token, from, to int) {
	e.roles = withRole(e.roles, c.readRole(e, ts, from, to))
}

// withRole adds a role to others when it is none of them.
func withRole(roles []roleOf, r roleOf) []roleOf {
	if len(roles) >= maxRoles || slices.ContainsFunc(roles, func(have roleOf) bool { return have.text == r.text }) {
		return roles
	}
	return append(roles, r)
}

// readRole reads the role that tokens from to to spell, and what it tells of the
// entity that has it: nation and gender.
func (c *cast) readRole(e *entity, ts []token, from, to int) roleOf {
	r := roleOf{text: textOf(c.src, ts, from, to), owned: from > 0 && contains(possessives, ts[from-1].fold)}
	for k := from; k < to; k++ {
		if ts[k].kind != word || ts[k].fold == "'s" {
			continue
		}
		if k > from && k+1 < to && ts[k].is(lexicon.Title) && ts[k].cap && ts[k+1].cap && ts[k-1].is(lexicon.Prep) {
			break // the daughter of Brigadier Lee is no brigadier
		}
		r.words = append(r.words, strings.TrimSuffix(ts[k].fold, "."))
		if ts[k].is(lexicon.RolePlural) && ts[k].lex.Lemma != "" {
			r.words = append(r.words, ts[k].lex.Lemma) // "hosts Ann Lee and Tom Kim"
		}
		if k+1 == to || ts[k+1].kind != word || ts[k+1].is(lexicon.Function) {
			r.heads = append(r.heads, r.words[len(r.words)-1])
		}
		if isProper(&ts[k]) {
			r.names = append(r.names, ts[k].fold)
		}
		ofPlace := ts[k].is(lexicon.Place) && (k+1 < to && ts[k+1].fold == "'s" || k > from && ts[k-1].fold == "of")
		if (ofPlace || ts[k].is(lexicon.Demonym)) && e.nation == "" && ts[k].lex.Value != "" {
			e.nation = ts[k].lex.Value
		}
		if g := ts[k].lex.Gender; e.gender == lexicon.Unknown && !strings.HasSuffix(ts[k].fold, "chairman") && ts[k].is(personHead|lexicon.Title) && (g == lexicon.Male || g == lexicon.Female) {
			e.gender = g
		}
	}
	return r
}

// isProper reports whether a word of a role is a name: of a place, a party, a club.
func isProper(t *token) bool {
	return t.cap && !t.is(lexicon.Title|personHead|lexicon.RoleMod|lexicon.Demonym|lexicon.Common|lexicon.Function)
}

// role is the role shown for an entity: the first that names a function.
func (e *entity) role() string {
	if len(e.roles) == 0 {
		if e.known != nil {
			return e.known.Role
		}
		return ""
	}
	roles := append([]roleOf(nil), e.roles...)
	sort.SliceStable(roles, func(i, k int) bool { return len(roles[i].words) > 1 && len(roles[k].words) <= 1 })
	return roles[0].text
}
