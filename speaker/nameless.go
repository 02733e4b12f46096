package speaker

// sameUnnamed finds somebody without a name who was introduced just before:
// "One minister was angry. … the minister said", "Her agent laughed. … said the agent".
func (r *resolver) sameUnnamed(i int) bool {
	const near = 3 // sentences
	m := r.mentions[i]
	if m.to > m.head+1 || m.owner >= 0 {
		return false
	}
	head := lemma(&r.toks[m.head])
	for k := i - 1; k >= max(0, i-window) && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		if p.kind == byDescription && (!p.definite || p.owner >= 0) && !p.plural && (p.subject || r.speaks[k] || p.says || r.whoFollows(p)) && lemma(&r.toks[p.head]) == head && (p.entity < 0 || r.entities[p.entity].kind == Unnamed) {
			if r.holderSince(k, i, head) {
				return false
			}
			m.entity, m.how, m.sure = r.ensure(k), "the one spoken of just before", 0.95
			return true
		}
	}
	return false
}

// holderSince reports whether somebody is named between the mentions k and i who has the
// role: "A judge has … ¶ Judge Lee said … the judge said".
func (r *resolver) holderSince(k, i int, role string) bool {
	for n := k + 1; n < i; n++ {
		if p := r.mentions[n]; p.kind == byName && p.entity >= 0 && r.entities[p.entity].hasRole(role) {
			return true
		}
	}
	return false
}

// namelessBefore takes "the source", "that person" for somebody nameless whom the
// sentence just before in the paragraph is about: "A show insider said so. “No,” the
// source added".
func (r *resolver) namelessBefore(i int) bool {
	m := r.mentions[i]
	if m.to > m.head+1 || m.owner >= 0 || !r.toks[m.from].anyOf("the", "that") || !m.says {
		return false
	}
	for k := i - 1; k >= max(0, i-window) && r.paras[r.mentions[k].head] == r.paras[m.head]; k-- {
		p := r.mentions[k]
		if far := r.toks[m.head].sent - r.toks[p.head].sent; far > 1 {
			return false
		} else if far == 0 || !p.subject || p.inner {
			continue
		}
		if !r.toks[p.from].first && r.toks[p.from-1].text != "," {
			continue
		}
		if p.kind != byDescription || p.definite || p.plural || p.class&personHead == 0 || p.entity >= 0 && r.entities[p.entity].kind != Unnamed || !compatibleGender(p.gender, m.gender) {
			return false
		}
		m.entity, m.how, m.sure = r.ensure(k), "the one spoken of just before", 0.85
		return true
	}
	return false
}

// personBefore takes "the person" for somebody nameless who is quoted in the paragraph
// before: "“No,” said an aide, who asked for anonymity. ¶ “Never,” the person added".
func (r *resolver) personBefore(i int) bool {
	m := r.mentions[i]
	if m.to > m.head+1 || m.owner >= 0 || !m.says || !r.toks[m.from].anyOf("the", "that") || !r.toks[m.head].anyOf("person", "source", "official", "insider") {
		return false
	}
	for k := i - 1; k >= max(0, i-window) && r.paras[m.head]-r.paras[r.mentions[k].head] <= 1; k-- {
		p := r.mentions[k]
		if !r.speaks[k] && !p.says {
			continue
		}
		if p.kind != byDescription || p.definite || p.plural || p.class&personHead == 0 || p.entity >= 0 && r.entities[p.entity].kind != Unnamed {
			return false
		}
		m.entity, m.how, m.sure = r.ensure(k), "the one spoken of just before", 0.9
		return true
	}
	return false
}

// whoFollows reports whether a clause with "who" follows a mention.
func (r *resolver) whoFollows(p *mention) bool {
	return isWho(r.toks, p.to) || p.to < len(r.toks) && r.toks[p.to].text == "," && isWho(r.toks, p.to+1)
}
