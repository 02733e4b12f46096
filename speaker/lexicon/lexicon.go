// Package lexicon knows what an English word or phrase can be in a news
// report: a reporting verb, a title, a role, a given name, a place.
//
// The lists are embedded text files, one for each of the [Kinds], and a
// user's own lists in the same format can be added with [Lexicon.With]. An
// entry a line; blank lines and what follows a # are ignored:
//
//	shout                         a verb whose forms are regular
//	write : wrote, written        past and participle, where they are not
//	begin : began, begun, beginning
//	runner-up : runners-up        a noun with its plural
//	policeman (m)                 for a man; (f) for a woman, (n) for either
//	Turkish = Turkey              the name that the entry stands for
//
// Regular inflections are made, not listed; of a phrase the first word is the
// verb and, in most, the last the noun: shoots back, vice presidents.
package lexicon

import (
	"strings"
	"sync"
)

// Class is a set of the things that a word or phrase can be.
type Class uint64

// The classes. A word has as many of them as it has uses.
const (
	Say        Class = 1 << iota // verb that takes speech as its object: say, add, quip, tweet
	Tell                         // verb with the hearer as its object: tell, remind, warn
	Call                         // verb that characterises: call, dub, denounce, praise
	Think                        // verb of indirect speech: believe, predict, allege
	Act                          // gesture or manner, counts only beside a whole quote: smile, nod
	Relay                        // verb that passes on another's words: quote, cite
	SayNoun                      // noun for what is said: statement, remark, tweet, verdict
	Role                         // head noun for a person: president, voter, striker
	RolePlural                   // head noun for several people: officials, critics
	Title                        // stands before a name: Mr, Sen., Professor
	RoleMod                      // stands before the head noun of a role: former, deputy
	Given                        // given name
	Demonym                      // of a place; Value is the place: Turkish, Texan
	Place                        // name of a place; Value is its usual name
	OrgWord                      // heads or ends the name of an organisation: Ltd, University
	OrgNoun                      // lower-case noun for an organisation: the ministry
	DocNoun                      // noun for what is read: report, poster, lawsuit
	NotName                      // has a capital and is no name of a person: Monday, Updated
	Function                     // word whose capital at the start of a sentence says nothing
	Prep                         // preposition
	Conj                         // conjunction
	Aux                          // be, have, do, modals
	Negation                     // not, never, n't
	Pronoun                      // he, they, who, I, everyone
	Det                          // determiner: the, a, this, many, his
	Adverb                       // adverb not told by -ly: also, later
	TimeWord                     // Monday, yesterday, week, January
	Kin                          // relative: wife, son, partner
	Surname                      // word of the other classes that is a family name as well: Baker, Washington
	Common                       // ordinary word, whose capital at the start of a sentence says nothing
)

// Form is the set of inflections that a word can be.
type Form uint8

// The forms. A noun in the singular has none.
const (
	Base       Form = 1 << iota // say
	Third                       // says
	Past                        // said, spoke
	Participle                  // saying
	PastPart                    // said, spoken
	Plural                      // spokesmen
)

// Gender is what a name or a noun tells of a person's gender.
type Gender uint8

// The genders.
const (
	Unknown Gender = iota
	Male
	Female
	Neutral // known to be used for women and men alike
)

// Entry is what is known of a word or phrase. The zero Entry knows nothing.
type Entry struct {
	Class  Class
	Lemma  string // the uninflected entry, lower-case: "say", "shoot back"
	Value  string // for a Place or a Demonym, the place's usual name: "United States"
	Form   Form
	Starts bool // phrases start with the word
	// Gender is the given name's where the entry can be a given name, else
	// the role's or title's.
	Gender Gender
}

// Is reports whether e has any of the classes in c.
func (e Entry) Is(c Class) bool { return e.Class&c != 0 }

// Has reports whether e has any of the forms in f.
func (e Entry) Has(f Form) bool { return e.Form&f != 0 }

// Lexicon is a set of words and phrases with their classes. It never changes
// and is safe for concurrent use.
type Lexicon struct {
	items table    // by their folded words
	texts []string // the lemmas and values that differ from their word
}

// item is what is kept of an entry. Its lemma and value are indexes into the
// lexicon's texts; 0 is the word itself for a lemma, nothing for a value.
type item struct {
	class        Class
	lemma, value uint32
	form         Form
	gender       Gender
	longest      uint8 // words of the longest phrase that starts with this word
}

// maxWords and maxBytes bound a phrase, so that a look-up takes a constant time.
const (
	maxWords = 6
	maxBytes = 64
)

// Builtin returns the embedded lexicon, which is parsed once.
func Builtin() *Lexicon { return builtin() }

var builtin = sync.OnceValue(parseBuiltin)

// Word returns what is known of the single word w, which must be folded (see
// [Fold]); [Lexicon.Phrase] knows those of several words. Its time does not
// depend on the size of the lexicon.
func (l *Lexicon) Word(w string) Entry {
	it := l.items.find(keyOf(w))
	if it == nil {
		return Entry{}
	}
	return l.entry(w, it)
}

// Phrase returns the longest entry of two words or more that words starts
// with, and its number of words; 0 when there is none. The words must be
// folded. Its time does not depend on the number of words.
func (l *Lexicon) Phrase(words []string) (n int, e Entry) {
	if len(words) < 2 {
		return 0, Entry{}
	}
	key := keyOf(words[0])
	first := l.items.find(key)
	if first == nil {
		return 0, Entry{}
	}
	var found *item
	for i := 1; i < min(int(first.longest), len(words)); i++ {
		key = keyThen(key, words[i])
		if it := l.items.find(key); it != nil {
			n, found = i+1, it
		}
	}
	if n == 0 {
		return 0, Entry{}
	}
	e = l.entry("", found)
	if found.lemma == 0 && found.class != 0 {
		e.Lemma = strings.Join(words[:n], " ")
	}
	return n, e
}

// entry spells an item out.
func (l *Lexicon) entry(w string, it *item) Entry {
	if it.class == 0 {
		return Entry{Starts: true} // only the start of a phrase
	}
	e := Entry{Class: it.class, Form: it.form, Gender: it.gender, Lemma: w, Value: l.texts[it.value], Starts: it.longest > 1}
	if it.lemma != 0 {
		e.Lemma = l.texts[it.lemma]
	}
	return e
}
