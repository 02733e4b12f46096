package speaker

import "quotes/speaker/lexicon"

// document takes "Lee's letter", "her memoir" for whose it is, and "the statement" for whoever just spoke in one, or it came from:
// "Acme said in a statement … “No,” the statement read".
func (r *resolver) document(i int) {
	const near = 4 // sentences
	m := r.mentions[i]
	if owned := m.owner >= 0 || r.toks[m.from].anyOf("his", "her"); owned && m.subject {
		if t := &r.toks[m.head]; m.to == m.head+1 && (t.is(lexicon.SayNoun) || inList(authored, lemma(t))) {
			m.entity, m.how, m.sure = r.ownerOf(i), "whose "+lemma(t)+" it is", 0.9
		}
		return
	}
	if m.to != m.head+1 || r.toks[m.from].fold != "the" || !m.subject {
		return
	}
	what := lemma(&r.toks[m.head])
	for k := i - 1; k >= max(0, i-window) && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		if p.kind != byDescription || p.definite || p.plural || lemma(&r.toks[p.head]) != what {
			continue
		}
		if by := r.issuer(k); by >= 0 {
			m.entity, m.how, m.sure = by, "whose "+what+" it is", 0.85
		}
		return
	}
	if by := r.poster(i); by >= 0 {
		m.entity, m.how, m.sure = by, "whose "+what+" it is", 0.85
	}
}

// poster is the entity that a sentence just before says wrote something on a site, for
// "the post": "Lee wrote on Facebook that … “No,” the post reads"; -1 for none.
func (r *resolver) poster(i int) int {
	const near, longest = 2, 6 // sentences, tokens
	m := r.mentions[i]
	if !r.toks[m.head].anyOf("post", "tweet") {
		return -1
	}
	for k := i - 1; k >= max(0, i-window) && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= near; k-- {
		p := r.mentions[k]
		if !p.subject || p.entity < 0 {
			continue
		}
		for n := p.to; n+1 < len(r.toks) && n < p.to+longest && r.toks[n].sent == r.toks[p.head].sent; n++ {
			if r.toks[n].fold == "on" && r.toks[n+1].cap && !r.toks[n+1].is(lexicon.TimeWord) {
				return p.entity
			}
		}
	}
	return -1
}

// issuer is the entity that said something in the document of mention k: the subject
// that speaks in its sentence, or whom it is from; -1 when there is none.
func (r *resolver) issuer(k int) int {
	p := r.mentions[k]
	from := p.to
	if from < len(r.toks) && r.toks[from].anyOf("sent", "written", "signed", "issued", "released") {
		from++ // "a letter sent by Ann Lee"
	}
	if k+1 < len(r.mentions) && from < len(r.toks) && r.toks[from].anyOf("from", "by") && r.mentions[k+1].from == from+1 {
		return r.mentions[k+1].entity
	}
	if k+1 < len(r.mentions) && (r.mentions[k+1].from == p.to || r.mentions[k+1].from == p.to+1 && r.toks[p.to].anyOf("that", "which")) {
		q := r.mentions[k+1]
		verb := q.to
		if verb < len(r.toks) && r.toks[verb].anyOf("had", "has") {
			verb++
		}
		if q.entity >= 0 && verb < len(r.toks) && r.toks[verb].anyOf("sent", "wrote", "written", "posted", "left", "sends") {
			return q.entity // "a message the man sent", "a letter that she had written"
		}
	}
	if by := r.sender(k); by >= 0 {
		return by
	}
	if p.from == 0 || !r.toks[p.from-1].anyOf("in", "via", "on", "issued", "released", "sent") {
		return -1
	}
	for n := k - 1; n >= max(0, k-window) && r.toks[r.mentions[n].head].sent == r.toks[p.head].sent; n-- {
		if q := r.mentions[n]; q.subject && !q.inner && q.entity >= 0 {
			return q.entity
		}
	}
	for n := k + 1; n < min(len(r.mentions), k+window) && r.toks[r.mentions[n].head].sent == r.toks[p.head].sent; n++ {
		if q := r.mentions[n]; q.says || q.subject && !q.inner && q.kind == byName {
			return q.entity // "In a statement, Acme said"
		}
	}
	return -1
}

// sender is the entity that the sentence says sent the document of mention k: "He had
// sent Kim a message"; -1 when it doesn't.
func (r *resolver) sender(k int) int {
	const longest = 8 // tokens
	p := r.mentions[k]
	sends := func(t *token) bool { return t.anyOf("sent", "texted", "emailed", "messaged") }
	verb := p.from - 1
	for ; verb >= max(1, p.from-longest) && r.toks[verb].kind == word && !sends(&r.toks[verb]); verb-- {
	}
	if verb < 1 || !sends(&r.toks[verb]) || r.toks[verb-1].anyOf("was", "were", "been", "be") {
		return -1
	}
	for n := k - 1; n >= max(0, k-window) && r.toks[r.mentions[n].head].sent == r.toks[p.head].sent; n-- {
		if q := r.mentions[n]; q.to <= verb && q.subject {
			return q.entity
		}
	}
	return -1
}

// issuedBefore is the entity whose statement follows the sentence that says it spoke:
// "Acme said it was sorry. “We will pay,” a statement read"; -1 for none.
func (r *resolver) issuedBefore(i int) int {
	m := r.mentions[i]
	if r.toks[m.head].fold != "statement" || m.to > m.head+1 || m.from == 0 || r.toks[m.from-1].kind != quoted {
		return -1
	}
	for k := i - 1; k >= max(0, i-window) && r.paras[r.mentions[k].head] == r.paras[m.head] && r.toks[m.head].sent-r.toks[r.mentions[k].head].sent <= 1; k-- {
		if p := r.mentions[k]; p.kind == byName && p.says && p.entity >= 0 && !p.inner {
			return p.entity
		}
	}
	return -1
}
