package lexicon

import (
	"embed"
	"fmt"
)

//go:embed data/*.txt
var data embed.FS

// kind is one list: the classes of its entries, those of their plurals where
// they differ, how they inflect, and whether they may have a gender and a value.
type kind struct {
	name   string
	class  Class
	plural Class
	forms  func(line, []inflected) []inflected
	gender bool
	value  bool
}

// kinds are in the order of loading: where a word stands in several lists the
// first gives its lemma and its value.
var kinds = []kind{
	{name: "say", class: Say, forms: verbForms},
	{name: "tell", class: Tell, forms: verbForms},
	{name: "call", class: Call, forms: verbForms},
	{name: "think", class: Think, forms: verbForms},
	{name: "relay", class: Relay, forms: verbForms},
	{name: "act", class: Act, forms: verbForms},
	{name: "saynoun", class: SayNoun, forms: nounForms},
	{name: "docnoun", class: DocNoun, forms: nounForms},
	{name: "role", class: Role, plural: RolePlural, forms: nounForms, gender: true},
	{name: "kin", class: Kin | Role, plural: Kin | RolePlural, forms: nounForms, gender: true},
	{name: "people", class: RolePlural, forms: plainForms},
	{name: "title", class: Title, forms: plainForms, gender: true},
	{name: "rolemod", class: RoleMod, forms: plainForms},
	{name: "orgnoun", class: OrgNoun, forms: nounForms},
	{name: "orgword", class: OrgWord, forms: plainForms},
	{name: "place", class: Place, forms: plainForms, value: true},
	{name: "demonym", class: Demonym, forms: demonymForms, gender: true, value: true},
	{name: "given", class: Given, forms: plainForms, gender: true},
	{name: "surname", class: Surname, forms: plainForms},
	{name: "notname", class: NotName, forms: plainForms},
	{name: "time", class: TimeWord, forms: plainForms},
	{name: "prep", class: Prep | Function, forms: plainForms},
	{name: "conj", class: Conj | Function, forms: plainForms},
	{name: "auxiliary", class: Aux | Function, forms: plainForms},
	{name: "negation", class: Negation | Function, forms: plainForms},
	{name: "pronoun", class: Pronoun | Function, forms: plainForms, gender: true},
	{name: "det", class: Det | Function, forms: plainForms},
	{name: "adverb", class: Adverb | Function, forms: plainForms},
	{name: "common", class: Common, forms: plainForms},
	{name: "function", class: Function, forms: plainForms, gender: true},
}

// Kinds returns the names of the lists, as [Lexicon.With] takes them.
func Kinds() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}

func kindNamed(name string) (kind, bool) {
	for _, k := range kinds {
		if k.name == name {
			return k, true
		}
	}
	return kind{}, false
}

// parseBuiltin panics on a fault in the embedded lists, which the tests read.
func parseBuiltin() *Lexicon {
	l := &Lexicon{
		items: newTable(builtinSlots),
		texts: make([]string, 1, builtinTexts),
	}
	for _, k := range kinds {
		text, err := data.ReadFile(k.file())
		if err == nil {
			err = l.add(k, k.file(), string(text))
		}
		if err != nil {
			panic(fmt.Sprintf("lexicon: %v", err))
		}
	}
	return l
}

// A little more than the embedded lists come to.
const (
	builtinSlots = 1 << 16 // twice the words, phrases and forms
	builtinTexts = 7000    // lemmas and values
)

func (k kind) file() string { return "data/" + k.name + ".txt" }
