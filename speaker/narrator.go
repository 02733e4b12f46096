package speaker

import "quotes/speaker/lexicon"

// narrator is the person who writes "I" in a report: whoever its byline names
// or, in its last paragraphs, a signature or a note on the author; -1 when
// nobody is named.
func (r *resolver) narrator() int {
	const top = 6 // paragraphs in which a byline stands
	last := -1
	for i, m := range r.mentions {
		p := r.paras[m.from]
		if m.kind != byName || m.entity < 0 || r.entities[m.entity].kind != Person {
			continue
		}
		if r.startsParagraph(m.from) && p > top && m.to < len(r.toks) && r.toks[m.to].fold == "is" {
			last = i // "Ann Lee is a novelist", below what she wrote
		}
		if !r.endsParagraph(m.to) {
			continue
		}
		if p < top && m.from > 0 && r.toks[m.from-1].fold == "by" && r.startsParagraph(m.from-1) {
			return m.entity
		}
		if r.startsParagraph(m.from) && i > 0 && p > 0 {
			last = i
		}
	}
	if last >= 0 && r.paras[r.mentions[last].from] >= r.paras[len(r.paras)-1]-1 {
		return r.mentions[last].entity
	}
	return -1
}

// noteBylines books whoever only a line of its own names above the text, whom no "she"
// and no "retiree" means.
func (r *resolver) noteBylines() {
	opening := r.opening()
	for _, m := range r.mentions {
		if r.paras[m.from] > opening {
			return
		}
		if m.kind == byName && m.entity >= 0 && r.entities[m.entity].count == 1 && r.startsParagraph(m.from) && (r.endsParagraph(m.to) || r.namesPaper(m.to)) {
			r.entities[m.entity].byline = true
		}
	}
}

// namesPaper reports whether a paragraph below the first ends with the name of a paper or
// place after a comma: "Ann Lee, Daily Herald".
func (r *resolver) namesPaper(i int) bool {
	const longest = 5 // tokens
	if i+1 >= len(r.toks) || r.toks[i].text != "," || r.paras[i] == 0 {
		return false
	}
	for k := i + 1; k < len(r.toks) && k <= i+longest; k++ {
		if r.toks[k].kind == para {
			return k > i+1
		}
		if !r.toks[k].cap || r.toks[k].is(lexicon.Role) && k == i+1 {
			return false
		}
	}
	return false
}

func (r *resolver) startsParagraph(i int) bool { return i == 0 || r.toks[i-1].kind == para }

func (r *resolver) endsParagraph(i int) bool {
	if i < len(r.toks) && r.toks[i].text == "." {
		i++
	}
	return i >= len(r.toks) || r.toks[i].kind == para
}
