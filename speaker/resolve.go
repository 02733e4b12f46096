package speaker

import (
	"quotes/speaker/lexicon"
)

// resolver decides whom each mention outside quotes refers to, in text order.
type resolver struct {
	*cast
	src      string
	toks     []token
	paras    []int      // the number of each token's paragraph
	mentions []*mention // outside quotes, in text order
	writer   int        // the entity of "I", -1
	speaks   map[int]bool
	votes    []votes // of each entity, while genders are polled; nil afterwards

	relations []relation // of the people named before
}

// sure is by how much the likeliest person must lead for a pronoun to teach the
// gender.
const sure = 3

// window bounds how many mentions back or ahead a pronoun or a description looks.
const window = 60

// resolve gives an entity to each mention that has one.
func (r *resolver) resolve() {
	r.appositions()
	for i, m := range r.mentions {
		if m.kind == byName && (r.speaks[i] || m.says) && r.entities[m.entity].kind == Person && !r.toks[m.from].anyOf("the") && !r.toks[m.head].caps {
			r.entities[m.entity].spoke = true
		}
	}
	r.noteThey()
	r.noteBylines()
	r.writer = r.narrator()
	r.pollGenders()
	r.refer()
}

// refer gives an entity to each mention that has none yet, in text order.
func (r *resolver) refer() {
	r.relations = nil
	for i, m := range r.mentions {
		switch {
		case m.entity >= 0:
		case m.kind == byPronoun:
			r.pronoun(i)
		case m.kind == byDescription:
			r.description(i)
		}
		r.noteRelation(i)
	}
}

// genderName is a gender as the output has it.
func genderName(g lexicon.Gender) string {
	switch g {
	case lexicon.Female:
		return "female"
	case lexicon.Male:
		return "male"
	}
	return ""
}

// genderNamed is the gender of that name, Unknown for "".
func genderNamed(s string) lexicon.Gender {
	switch s {
	case "female":
		return lexicon.Female
	case "male":
		return lexicon.Male
	}
	return lexicon.Unknown
}

// ensure is the entity of mention k, made when it has none yet.
func (r *resolver) ensure(k int) int {
	m := r.mentions[k]
	if m.entity < 0 {
		e := &entity{first: k, last: k, count: 1, kind: r.kindOf(m), plural: m.plural, gender: m.gender}
		e.names = []variant{{text: r.wording(k), parts: []string{r.toks[m.head].fold}, count: 1}}
		r.entities = append(r.entities, e)
		m.entity = len(r.entities) - 1
	}
	return m.entity
}

// wording is what mention k is called by. "Whom" is the people right before it: of "the
// traders, one of whom" it is "one of the traders".
func (r *resolver) wording(k int) string {
	m := r.mentions[k]
	if last := m.to - 1; r.toks[last].fold == "whom" && k > 0 {
		if p := r.mentions[k-1]; p.kind != byPronoun && m.from-p.to <= 1 {
			of := textOf(r.src, r.toks, m.from, last) + " "
			if !r.toks[p.from].is(lexicon.Det) {
				of += "the " // of "a lot of people, one of whom" the mention is "people"
			}
			return of + textOf(r.src, r.toks, p.from, p.to)
		}
	}
	return textOf(r.src, r.toks, m.from, m.to)
}

// kindOf tells what a description describes.
func (r *resolver) kindOf(m *mention) Kind {
	switch {
	case r.isMasthead(m):
		return Organization
	case m.class&personHead != 0 && !m.plural:
		return Unnamed
	case m.class&(lexicon.RolePlural|lexicon.Role|lexicon.Kin) != 0:
		return Group
	case m.class&lexicon.OrgNoun != 0, m.class&lexicon.OrgWord != 0 && m.class&lexicon.DocNoun == 0:
		return Organization
	}
	return Paper
}
