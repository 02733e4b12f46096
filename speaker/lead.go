package speaker

import (
	"slices"
	"strings"

	"quotes/speaker/lexicon"
)

// lead takes "A grandmother", who speaks where the report begins, for whoever is
// then introduced by name: "A grandmother has told … ¶ Janet Lomas, 73, says"; so too
// "The widow of a trawlerman".
func (r *resolver) lead(i int) {
	const near = 5 // sentences after it
	m := r.mentions[i]
	section := r.opensSection(m.from)
	if m.class&personHead == 0 || m.plural || !m.subject && !r.speaks[i] && !isWho(r.toks, m.to) || !r.toks[m.from].first || r.paras[m.from] > r.opening() && !section {
		return
	}
	longer := m.to > m.head+1 || r.toks[m.to].fold == "to" || isWho(r.toks, m.to)
	if !r.toks[m.from].anyOf("a", "an") && (!longer || r.toks[m.from].fold != "the") && !(section && m.owner >= 0) {
		return
	}
	d := r.describe(m)
	d.nation, d.names = "", nil // where is told once
	for k := i + 1; k < min(len(r.mentions), i+window) && r.toks[r.mentions[k].head].sent-r.toks[m.head].sent <= near; k++ {
		p := r.mentions[k]
		if r.toks[p.head].sent == r.toks[m.head].sent || p.kind != byName || p.entity < 0 || !r.toks[p.from].first && (!r.speaks[k] || r.toks[p.from-1].kind != quoted) && !(p.says && !m.definite && r.fitsRole(r.entities[p.entity], d) > 0) {
			continue
		}
		e := r.entities[p.entity]
		if e.kind != Person {
			continue
		}
		speaks := r.speaks[k] && p.nameTo-p.nameFrom > 1 && r.toks[p.from-1].kind == quoted // "“No,” Ann Lee said"
		kin := m.class&lexicon.Kin != 0 && m.to > m.head+1                                  // of "the mother of a student" the student may be named first
		if (r.introduces(p) && !kin || speaks || section && p.subject && p.nameTo-p.nameFrom > 1 || !m.definite && r.fitsRole(e, d) > 0) && compatibleGender(e.gender, m.gender) && (section && len(e.roles) == 0 || r.mayBe(e, d)) {
			m.entity, m.how, m.sure = p.entity, "introduced by name after that", 0.85
		}
		return
	}
}

// opensSection reports whether a paragraph begins at token i under a line that is no more
// than a time, as in a log of news: "___ ¶ 9:30 p.m. ¶ An aide to Lee says".
func (r *resolver) opensSection(i int) bool {
	const longest = 7 // tokens
	if i < 2 || r.toks[i-1].kind != para {
		return false
	}
	for k := i - 2; k >= max(0, i-2-longest); k-- {
		t := &r.toks[k]
		if t.kind == para {
			return k < i-2 && isDigit(r.toks[k+1].text[0])
		}
	}
	return false
}

// opening is the number of the second paragraph that ends as a sentence does: above the
// text stand headlines, bylines and dates, and perhaps a sentence under the headline.
func (r *resolver) opening() int {
	const farthest = 400 // tokens
	ended := 0
	for i := 1; i < min(farthest, len(r.toks)) && ended < 2; i++ {
		end := &r.toks[i-1]
		if r.toks[i].kind == para && (end.text == "." || end.kind == sentence || end.kind == quoted && strings.ContainsRune(".!?", lastRune(r.src[end.Start:end.End]))) {
			if ended++; ended == 2 {
				return r.paras[i]
			}
		}
	}
	return len(r.toks)
}

// introduces reports whether somebody is named in full as if new: "Ann Lee, 45,",
// "Ann Lee, who", "Ann Lee, from York,", "Ann Lee (45), of York".
func (r *resolver) introduces(p *mention) bool {
	if p.nameTo-p.nameFrom < 2 || p.nameTo+1 >= len(r.toks) {
		return false
	}
	comma, next := &r.toks[p.nameTo], &r.toks[p.nameTo+1]
	return comma.text == "," && (numeric(next) || next.anyOf("who", "whose", "from", "of", "a", "an", "the")) || comma.text == "(" && numeric(next)
}

// mayBe reports whether a person may be who is described as d where nobody is named:
// whoever holds an office or tells of others must have that role.
func (r *resolver) mayBe(e *entity, d description) bool {
	if r.fitsRole(e, d) > 0 {
		return true
	}
	if inList(office|outsider, d.head) {
		return false
	}
	if inList(electable, d.head) {
		return !slices.ContainsFunc(e.roles, func(role roleOf) bool {
			return slices.ContainsFunc(role.words, func(w string) bool { return inList(office, w) || narrower(w) != nil })
		})
	}
	return narrower(d.head) == nil && !slices.ContainsFunc(e.roles, func(role roleOf) bool { return len(role.words) == 0 || role.words[0] != "retired" }) // who works may be one who tells of others
}

// namedNext takes "the prime minister", of whom nothing was said before, for
// whoever the next sentence begins with as if known: "The prime minister has
// resigned. Catherine Loxley told …".
func (r *resolver) namedNext(i int, d description) {
	const near = 2 // sentences
	m := r.mentions[i]
	held := narrower(d.head) != nil || inList(office, d.head)
	lead := m.subject && r.toks[m.from].first && r.toks[m.from].sent <= 2 && len(d.words) > 0 // "The EU's chief negotiator has told"
	if !held && !lead || d.owned || m.owner >= 0 && !r.toks[m.owner].is(lexicon.Place|lexicon.OrgWord) || inList(anybody, d.head) {
		return
	}
	if i > 0 && !m.subject && r.unnamedSubject(i-1, i) {
		return // "An agent told the chairman. Tom Lee" is rather the agent
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

// unnamedSubject reports whether mention k is of somebody new, and mention i the object of
// the verb after it.
func (r *resolver) unnamedSubject(k, i int) bool {
	p := r.mentions[k]
	return p.kind == byDescription && p.to+1 == r.mentions[i].from && isVerb(&r.toks[p.to]) && !p.definite && !p.plural && p.class&personHead != 0
}

// someoneElse reports whether the sentences before mention i are about a person
// who is not the entity id, and who may be meant as well.
func (r *resolver) someoneElse(i, id int) bool {
	const near = 3 // sentences
	for k := i - 1; k >= max(0, i-window) && r.toks[r.mentions[i].head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		if p.kind == byName && p.subject && p.entity >= 0 && p.entity != id && r.entities[p.entity].kind == Person && len(r.entities[p.entity].roles) == 0 {
			return true
		}
	}
	return false
}
