package speaker

import (
	"strings"

	"quotes/speaker/tag"
)

// taggedVerb: “We won,” Lee crowed. The lexicon can't know every verb; where a
// word that it does not know stands in the place of one, the tagger decides.
func (an *analysis) taggedVerb(p pass) {
	const most = 50 // questions to the tagger for a report: a report with more is not in English
	units, asked := an.folded.units, 0
	for i := range an.runs {
		at := an.folded.quoteAt[i]
		if !an.open(i) || at+2 >= len(units) || units[at].Set&(setComma|setAsk) == 0 || units[at].Set&setThree == 0 || units[at].Set&setTitle != 0 {
			continue
		}
		k := at + 1
		if units[k].Set&setEnd != 0 && units[k].Set&setPara == 0 {
			k++ // "“Really?” Lee crowed"
		}
		m := an.folded.mention[k]
		if m < 0 || units[k].Set&(setOblique|setRelative|setOwner) != 0 || k+1 >= len(units) || !an.unknownWord(k+1) || !an.endsTag(k+2) || asked == most {
			continue
		}
		if asked++; !an.verbAt(at, an.folded.tok[k+1]) {
			continue
		}
		an.give(i, m, p)
		an.found[i].cue = an.toks[an.folded.tok[k+1]].Span
	}
}

// unknownWord reports whether the lexicon knows nothing of the word at unit u,
// which by its looks may be a finite verb: only then is the tagger worth its load.
func (an *analysis) unknownWord(u int) bool {
	t := &an.toks[an.folded.tok[u]]
	if an.folded.mention[u] >= 0 || t.kind != word || t.text != t.fold || t.lex.Class != 0 {
		return false
	}
	return len(t.fold) > 3 && (strings.HasSuffix(t.fold, "ed") || strings.HasSuffix(t.fold, "s"))
}

// endsTag reports whether a speech tag may end before unit u: what follows a verb
// of speech there is no object.
func (an *analysis) endsTag(u int) bool {
	if u >= len(an.folded.units) {
		return true
	}
	next := &an.folded.units[u]
	return next.Set&(setEnd|setPrep|setAdverb|setTime|setConj) != 0 || next.Word == ","
}

// verbAt asks the tagger whether the token is a finite verb in the sentence that
// begins with the quote at unit at.
func (an *analysis) verbAt(at, token int) bool {
	const longest = 30
	words := []string{"“”"} // stands for the quote
	index := -1
	for k := an.folded.tok[at] + 1; k < len(an.toks) && len(words) < longest; k++ {
		t := &an.toks[k]
		if t.kind >= quoted {
			break
		}
		if k == token {
			index = len(words)
		}
		words = append(words, t.text)
	}
	return index >= 0 && tag.Verbs(words)[index]
}
