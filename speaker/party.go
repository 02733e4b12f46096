package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// parties are what the letter of a party tag stands for.
var parties = map[byte]string{'r': "republican", 'd': "democrat", 'i': "independent"}

// partyTag reports whether the word is what American papers put after a
// politician's name: R-Utah.
func partyTag(t *token) bool {
	return len(t.fold) > 3 && t.fold[1] == '-' && parties[t.fold[0]] != ""
}

// noteParty keeps the party and the state that stand after a name, "(D-Mass.)", as a
// role that is never shown: "the Massachusetts Democrat" is no other.
func (c *cast) noteParty(e *entity, ts []token, m *mention) {
	if m.to+1 >= len(ts) || !partyTag(&ts[m.to+1]) || ts[m.to].text != "(" && ts[m.to].text != "," {
		return
	}
	tag := ts[m.to+1].fold
	names := stateOf(tag[1:])
	e.party = roleOf{words: append([]string{parties[tag[0]]}, names...), names: names}
}

// stateOf are the words of the state in a party tag, with the hyphen before it:
// "-mass" is Massachusetts, "-oh" Ohio.
func stateOf(code string) []string {
	if names := wordLists().words[code].means; names != nil {
		return names
	}
	if e := lexicon.Builtin().Word(code[1:] + "."); e.Is(lexicon.Place) && e.Value != "" {
		return strings.Fields(lexicon.Fold(e.Value))
	}
	return []string{code[1:]}
}

// offices are the roles by which an entity may be called: those the report gives,
// what it says that the entity is, and its party.
func (e *entity) offices() []roleOf {
	all := append(e.roles[:len(e.roles):len(e.roles)], e.said...)
	if e.party.words != nil {
		all = append(all, e.party)
	}
	return all
}

// partyWords are the parties by the words for them.
var partyWords = map[string]string{
	"republican": "republican", "republicans": "republican", "gop": "republican",
	"democrat": "democrat", "democrats": "democrat", "democratic": "democrat",
	"independent": "independent", "labour": "labour", "tory": "tory",
}

// ofOtherParty reports whether a description names a party, and the tag after the
// entity's name or one of its roles another.
func (e *entity) ofOtherParty(d description) bool {
	if d.party == "" {
		return false
	}
	for _, role := range e.offices() {
		for _, w := range role.words {
			if p := partyWords[w]; p != "" && p != d.party {
				return true
			}
		}
	}
	return false
}
