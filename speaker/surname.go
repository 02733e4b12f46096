package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// Words that are names only by what stands beside them: surnames that elsewhere
// are months or adverbs, given names of other languages, initials.

// afterGiven reports whether the word before i is a given name, an initial, Mr
// or Ms.
func afterGiven(toks []token, i int) bool {
	p := &toks[i-1]
	initials := len(p.fold) == 1 || p.dot && strings.Contains(p.fold, ".") && toks[i].lex.Class&^lexicon.Surname == 0 // "J.K. Rowling"
	return p.kind == word && p.cap && (p.is(lexicon.Given) || initials || p.is(lexicon.Title) && inList(honorific, p.fold))
}

// surnameOnly reports whether the word at i, which elsewhere is a month, an
// adverb or the like, can only be a surname after what stands before it:
// "Theresa May", "Mr Little", but not "told Ann May 5", "told Ann Sunday".
func surnameOnly(toks []token, i int) bool {
	t := &toks[i]
	if i == 0 || t.first || t.headline || !t.is(lexicon.Function|lexicon.TimeWord|lexicon.NotName) || t.is(lexicon.TimeWord) && i+1 < len(toks) && numeric(&toks[i+1]) {
		return false
	}
	p := &toks[i-1]
	switch {
	case p.kind != word || !p.cap || p.is(lexicon.TimeWord|lexicon.Function) || t.is(lexicon.Title|head):
		return false
	case p.is(lexicon.Title) && inList(honorific, p.fold):
		return true
	}
	if t.is(lexicon.Surname) && t.is(lexicon.NotName) && p.lex.Class == 0 && !p.first {
		return true // "Shafiqul Islam"
	}
	return p.is(lexicon.Given) && !p.is(lexicon.Place) && !t.is(lexicon.Pronoun|lexicon.Prep|lexicon.Conj) && !t.anyOf("the", "a") && !strings.HasSuffix(t.fold, "day")
}

// dated reports whether the month at i is one: "in May", "last May", "May 5".
func (c *chunker) dated(i int) bool {
	if i+1 < len(c.toks) && numeric(&c.toks[i+1]) {
		return true
	}
	p := i - 1
	return p >= 0 && (c.toks[p].is(lexicon.TimeWord) || numeric(&c.toks[p]) || c.toks[p].anyOf("in", "since", "until", "till", "last", "this", "next", "mid", "early", "late", "of", "for", "from", "by", "before", "after", "during", "every"))
}

// tagged reports whether a verb of speech stands right beside the word at i.
func (c *chunker) tagged(i int) bool {
	if i > 0 && !c.toks[i].first && c.toks[i-1].is(lexicon.Say|lexicon.Tell) && c.toks[i-1].has(lexicon.Past|lexicon.Third) {
		return true
	}
	return i+1 < len(c.toks) && c.toks[i+1].is(lexicon.Say|lexicon.Tell) && c.toks[i+1].has(lexicon.Past|lexicon.Third)
}

// isEastern reports whether a word has the looks of a Korean or Chinese given
// name, which stands after the surname: Heung-min, Ing-wen.
func isEastern(t *token) bool {
	const longest = 6 // letters of a syllable
	first, second, ok := strings.Cut(t.text, "-")
	return ok && t.cap && !t.caps && t.lex.Class&^lexicon.Given == 0 && len(first) <= longest && len(second) >= 2 && len(second) <= longest &&
		strings.ToLower(second) == second && !strings.Contains(second, "-") && !fromWhere(t)
}

// isInitials reports whether a word of a name is one or more initials: j, j.k.
func isInitials(part string) bool {
	if len(part) == 1 {
		return true
	}
	return len(part) > 1 && len(part) <= 5 && part[1] == '.' && strings.Count(part, ".") >= len(part)/2 && !lexicon.Builtin().Word(part+".").Is(lexicon.Place|lexicon.OrgWord)
}

// numeric reports whether the token is a word that begins with a digit: 5, 12th.
func numeric(t *token) bool { return t.kind == word && isDigit(t.fold[0]) }
