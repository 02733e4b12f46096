package speaker

import "quotes/speaker/lexicon"

// lead takes "A grandmother", who speaks where the report begins, for whoever is
// then introduced by name: "A grandmother has told … ¶ Janet Lomas, 73, says".
func (r *resolver) lead(i int) {
	const first, near = 2, 5 // sentences: of the lead, and after it
	m := r.mentions[i]
	if m.class&personHead == 0 || !m.subject && !isWho(r.toks, m.to) || !r.toks[m.from].first || r.toks[m.from].sent > first || !r.toks[m.from].anyOf("a", "an") {
		return
	}
	d := r.describe(m)
	d.nation, d.names = "", nil // where is told once
	for k := i + 1; k < min(len(r.mentions), i+window) && r.toks[r.mentions[k].head].sent-r.toks[m.head].sent <= near; k++ {
		p := r.mentions[k]
		if r.toks[p.head].sent == r.toks[m.head].sent || p.kind != byName || p.entity < 0 || !r.toks[p.from].first {
			continue
		}
		e := r.entities[p.entity]
		if e.kind != Person {
			continue
		}
		if (r.introduces(p) || r.fitsRole(e, d) > 0) && compatibleGender(e.gender, m.gender) && r.mayBe(e, d) {
			m.entity, m.how, m.sure = p.entity, "introduced by name after that", 0.85
		}
		return
	}
}

// introduces reports whether somebody is named in full as if new: "Ann Lee, 45,",
// "Ann Lee, who", "Ann Lee, from York,", "Ann Lee (45), of York".
func (r *resolver) introduces(p *mention) bool {
	if p.nameTo-p.nameFrom < 2 || p.nameTo+1 >= len(r.toks) {
		return false
	}
	comma, next := &r.toks[p.nameTo], &r.toks[p.nameTo+1]
	return comma.text == "," && (numeric(next) || next.anyOf("who", "whose", "from", "of")) || comma.text == "(" && numeric(next)
}

// mayBe reports whether a person may be who is described as d where nobody is named:
// whoever holds an office or tells of others must have that role.
func (r *resolver) mayBe(e *entity, d description) bool {
	if r.fitsRole(e, d) > 0 {
		return true
	}
	if inList(office|outsider, d.head) || narrower(d.head) != nil {
		return false
	}
	return len(e.roles) == 0 && (d.nation == "" || e.nation == "" || d.nation == e.nation)
}

// ofChildren reports whether somebody is described by the children he has: "the
// mother of three".
func (r *resolver) ofChildren(m *mention) bool {
	i := m.head + 1
	return m.class&lexicon.Kin != 0 && i+1 < len(r.toks) && r.toks[i].fold == "of" && (inList(number, r.toks[i+1].fold) || numeric(&r.toks[i+1]))
}
