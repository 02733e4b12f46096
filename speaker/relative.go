package speaker

import "quotes/speaker/lexicon"

// relative gives "who" the mention just before it.
func (r *resolver) relative(i int) {
	if r.secondClause(i) {
		return
	}
	from := r.beforeAge(r.beforeBracket(r.mentions[i].from))
	if from > 2 && r.toks[from-1].fold == "to" && r.toks[from-2].fold == "according" {
		from -= 2
	}
	for from > 2 && r.toks[from-1].is(lexicon.TimeWord) && r.toks[r.mentions[i].head].fold == "which" {
		from-- // "a message to her that evening which read"
		if r.toks[from-1].anyOf("that", "this", "last") {
			from--
		}
	}
	for k := i - 1; k >= 0 && r.mentions[k].to+2 >= from; k-- {
		p := r.mentions[k]
		if p.to > from {
			continue // within the bracket
		}
		if from-p.to <= 2 && r.toks[r.mentions[i].head].fold == "which" && r.isPerson(k) {
			if r.paperBefore(i, k) {
				return
			}
			from = p.from
			continue
		}
		if r.ofBody(i, k) {
			from = p.from
			for from > 0 && r.toks[from].text != "," {
				from--
			}
			continue
		}
		if r.toks[p.head].sent != r.toks[r.mentions[i].head].sent {
			return
		}
		if from-p.to <= 2 && (p.entity >= 0 || p.kind == byDescription) {
			r.mentions[i].entity, r.mentions[i].how = r.ensure(r.besides(k)), "stands right after the name"
			return
		}
	}
}

// secondClause gives the "who" of a second clause whom the first is about: "a president who
// left Kim in office and who".
func (r *resolver) secondClause(i int) bool {
	m := r.mentions[i]
	if m.from == 0 || !r.toks[m.from-1].anyOf("and", "but") {
		return false
	}
	for k := i - 1; k >= max(0, i-window) && r.toks[r.mentions[k].head].sent == r.toks[m.head].sent; k-- {
		if p := r.mentions[k]; r.toks[p.head].fold == r.toks[m.head].fold && p.entity >= 0 {
			m.entity, m.how = p.entity, "goes on from the clause before"
			return true
		}
	}
	return false
}

// besides is the mention of somebody's relative or the like that the nameless mention k
// stands beside: "the producer's mother, a fan of the show, who"; k when there is none.
func (r *resolver) besides(k int) int {
	p := r.mentions[k]
	if k == 0 || p.entity >= 0 || p.definite || p.from == 0 || r.toks[p.from-1].text != "," {
		return k
	}
	if q := r.mentions[k-1]; q.kind == byDescription && q.owner >= 0 && q.class&personHead != 0 && !q.plural && q.to == p.from-1 {
		return k - 1
	}
	return k
}

// paperBefore gives "which" after a person, at mention i, what was sent to that one or
// whose it is: "a message that she had sent to her brother which".
func (r *resolver) paperBefore(i, person int) bool {
	m := r.mentions[i]
	for n := person - 1; n >= max(0, person-window) && r.toks[r.mentions[n].head].sent == r.toks[m.head].sent; n-- {
		q := r.mentions[n]
		if q.kind != byDescription || !isPaper(q.class) {
			continue
		}
		if m.entity, m.how = r.issuer(n), "whose "+lemma(&r.toks[q.head])+" it is"; m.entity < 0 {
			m.entity, m.how = r.ensure(n), "what it stands after"
		}
		return true
	}
	return false
}

// ofBody reports whether mention k only says where the one is from whom "who" at
// mention i means: "Ann Lee, of the west London branch, who".
func (r *resolver) ofBody(i, k int) bool {
	p := r.mentions[k]
	if r.toks[r.mentions[i].head].fold != "who" || p.entity < 0 || r.entities[p.entity].kind != Organization || k == 0 || r.toks[r.mentions[k-1].head].sent != r.toks[p.head].sent {
		return false
	}
	const longest = 5 // tokens
	for n := p.from - 1; n >= max(1, p.from-longest) && r.toks[n].kind == word; n-- {
		if r.toks[n].anyOf("of", "from", "at") && r.toks[n-1].text == "," {
			return r.mentions[k-1].to == n-1
		}
	}
	return false
}

// beforeAge is the age that stands between commas right before token i, of "Ann Lee, 29,
// who" the 29; i when there is none.
func (r *resolver) beforeAge(i int) int {
	if i < 3 || pastAge(r.toks, i-3) != i {
		return i
	}
	return i - 2
}

// isPerson reports whether mention k is of somebody, named or not.
func (r *resolver) isPerson(k int) bool {
	p := r.mentions[k]
	if p.kind == byDescription && isPaper(p.class) {
		return false
	}
	if p.entity >= 0 {
		return r.entities[p.entity].kind == Person && r.entities[p.entity].person || r.entities[p.entity].kind == Unnamed
	}
	return p.class&personHead != 0 && p.class&lexicon.OrgWord == 0
}

// beforeBracket is the token at which a bracket opens that closes right before token
// i, a comma apart: of "Ann Lee (Lab, York), who" the bracket; i when there is none.
func (r *resolver) beforeBracket(i int) int {
	const longest = 12 // tokens
	end := i - 1
	if end >= 0 && r.toks[end].text == "," {
		end--
	}
	if end < 0 || r.toks[end].text != ")" {
		return i
	}
	for k := end - 1; k >= max(0, end-longest); k-- {
		if r.toks[k].text == "(" {
			return k
		}
	}
	return i
}
