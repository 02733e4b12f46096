package speaker

// clauseOpeners begin a clause that tells when, why or in spite of what the rest of the
// sentence is so: "When she asked, he nodded".
var clauseOpeners = []string{"when", "whenever", "while", "after", "before", "as", "once", "since", "until", "though", "although", "because", "if"}

// markStarts notes the mentions that begin their clause.
func (f *folded) markStarts() {
	begins := setEnd | setQuote | setConj | setAdverb
	for i := range f.units {
		u := &f.units[i]
		if u.Set&setMention == 0 {
			continue
		}
		if i == 0 || f.units[i-1].Set&setPara != 0 {
			u.Set |= setFirst
		}
		if i > 1 && f.units[i-2].Set&(setEnd|setQuote) == 0 && contains([]string{"before", "after", "until", "because", "unless", "if"}, f.units[i-1].Word) {
			u.Set |= setClause // "would not say before it was out"
		}
		if f.clauseOfSpeech(i) || f.clauseOfClaim(i) || i > 0 && contains([]string{"that", "what", "whether", "how", "why", "who", "whom", "which"}, f.units[i-1].Word) && !f.inWhich(i) {
			u.Set |= setClause
		}
		if i == 0 || f.units[i-1].Set&begins != 0 || contains([]string{",", "—", ":", "[", ";", "that", "which", "whom", "(", "as", "when", "while"}, f.units[i-1].Word) {
			u.Set |= setStart
		}
		if u.Set&setSubject != 0 && f.opensWithPlace(i) {
			u.Set |= setStart
		}
		if u.Word == "who" && (!f.antecedent(i) || f.units[i-1].Set&setMention != 0) {
			u.Set |= setOblique // "women who complained": which women, not who spoke
		}
		if f.embedded(i) {
			u.Set = u.Set&^setStart | setOblique | setEmbedded
		}
		if i > 1 && f.units[i-2].Word == "that" && contains([]string{"once", "when", "if", "while", "after", "before", "as", "because", "unless", "until"}, f.units[i-1].Word) {
			u.Set = u.Set&^setStart | setOblique | setClause // "said that once the council meets"
		}
		if f.joined(i) {
			u.Set = u.Set&^setStart | f.units[i-2].Set&(setOblique|setEmbedded|setClause)
		}
		if f.ofWhose(i) {
			u.Set &^= setStart
		}
		if f.apposed(i) {
			u.Set = u.Set&^setStart | setOblique
		}
		if i > 1 && f.units[i-1].Set&(setSay|setTell) != 0 && f.units[i-1].Set&setVerb != 0 && (f.units[i-2].Set&(setQuote|setEnd) != 0 || f.units[i-2].Word == ",") && !(i+1 < len(f.units) && f.units[i+1].Word == "of") {
			u.Set |= setSubject | setStart // "said Hewitt, adding …", not "accuses Hewitt of …"
		}
	}
}

// ofWhose reports whether the mention at unit i is in apposition to what somebody has:
// "Lee, whose home, Miami, is under water, argues".
func (f *folded) ofWhose(i int) bool {
	const longest = 3 // units
	if i < 3 || f.units[i-1].Word != "," {
		return false
	}
	for k := i - 2; k >= max(0, i-1-longest) && f.units[k].Word != ","; k-- {
		if f.units[k].Word == "whose" {
			return true
		}
	}
	return false
}

// inWhich reports whether the mention at unit i begins the clause about what something
// holds: "a letter in which she wrote".
func (f *folded) inWhich(i int) bool {
	return i > 1 && f.units[i-1].Word == "which" && f.units[i-2].Word == "in"
}

// joined reports whether the mention at unit i is one subject with the mention
// before it: "that he and Hall", "said the council and its allies".
func (f *folded) joined(i int) bool {
	return i > 1 && f.units[i-1].Word == "and" && f.units[i-2].Set&setMention != 0 && (f.units[i-2].Set&(setEmbedded|setClause) != 0 || f.joinsObject(i))
}

// joinsObject reports whether the name at unit i is no subject either when the one
// joined with it isn't: "ran it in Iowa and New Hampshire using old words".
func (f *folded) joinsObject(i int) bool {
	return f.units[i].Set&setName != 0 && f.units[i-2].Set&(setName|setOblique) == setName|setOblique && i+1 < len(f.units) && f.units[i+1].Set&setParticiple != 0
}

// clauseOfSpeech reports whether the mention at unit i begins what somebody
// says: "Ackroyd said his employer", "told the radio his employer had paid".
func (f *folded) clauseOfSpeech(i int) bool {
	if i > 2 && f.units[i].Set&setSubject != 0 && f.units[i-1].Set&setMention != 0 && f.units[i-2].Set&(setTell|setFinite) == setTell|setFinite {
		return true
	}
	if i+1 < len(f.units) && f.units[i+1].Word == "for" && f.units[i].Set&setSubject == 0 {
		return false // "thanked Lee for what she said was"
	}
	if i < 2 || f.units[i-1].Set&(setSay|setTell|setThink) == 0 || f.units[i-1].Set&(setFinite|setMention) != setFinite {
		return false
	}
	return f.units[i-2].Set&setMention != 0 || f.units[i-2].Word == "," && i+1 < len(f.units) && f.units[i].Set&setSubject != 0 && f.units[i+1].Word != ","
}

// clauseOfClaim reports whether the mention at unit i begins what a claim says:
// "rejected suggestions the bank was broke".
func (f *folded) clauseOfClaim(i int) bool {
	return i > 1 && f.units[i].Set&setSubject != 0 && f.units[i-1].Set&setSayNoun != 0 && f.units[i-1].Set&setMention == 0 && f.units[i-2].Set&setVerb != 0
}

// antecedent reports whether "who" at unit i follows somebody.
func (f *folded) antecedent(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if f.units[k].Set&setMention != 0 || f.units[k].Word == ")" {
			return true
		}
		if f.units[k].Word != "," {
			return false
		}
	}
	return false
}

// embedded reports whether the pronoun at unit i is the subject of a clause
// within what somebody says: "Lavrov said he felt", "told them he would",
// "that she", "what they call".
func (f *folded) embedded(i int) bool {
	if i == 0 || !contains([]string{"he", "she", "they", "it"}, f.units[i].Word) {
		return false
	}
	p := &f.units[i-1]
	if contains([]string{"that", "what", "if", "whether", "how", "why"}, p.Word) {
		return true
	}
	if i >= 2 && f.units[i-2].Set&setPrep != 0 && p.Set&setMention != 0 && (i == 2 || f.units[i-3].Set&(setEnd|setConj) != 0 || f.units[i-3].Word == ",") {
		return false // "but on Twitter she wrote"
	}
	if f.opensWithPlace(i) {
		return false
	}
	return f.units[i].Set&setStart == 0 && p.Set&(setQuote|setEnd) == 0 && !(i >= 2 && f.units[i-2].Set&setQuote != 0)
}

// opensWithPlace reports whether nothing but a phrase of place or time stands between
// the start of the sentence, or of what a conjunction joins to it, and unit i: "In a post
// on X on Monday she wrote".
func (f *folded) opensWithPlace(i int) bool {
	const longest = 10 // units
	for k := i - 1; k >= max(0, i-longest); k-- {
		u := &f.units[k]
		switch {
		case u.Set&setEnd != 0, u.Set&(setConj|setPrep) == setConj:
			return f.units[k+1].Set&setPrep != 0 && contains([]string{"in", "on", "at", "after", "before", "during", "following", "since", "until"}, f.units[k+1].Word)
		case u.Set&(setQuote|setVerb|setParticiple|setConj|setPronoun) != 0:
			return false
		}
	}
	return false
}

// apposed reports whether the description at unit i explains the name before
// it: "Vian, the editor in chief".
func (f *folded) apposed(i int) bool {
	if i < 2 || f.units[i].Set&setDesc == 0 || f.units[i-1].Word != "," || f.units[i-2].Set&setName == 0 || f.units[i-2].Set&setOblique != 0 {
		return false
	}
	if i+1 == len(f.units) {
		return true
	}
	next := &f.units[i+1]
	return next.Word == "," || next.Word == "who" || next.Set&(setEnd|setPrep) != 0
}
