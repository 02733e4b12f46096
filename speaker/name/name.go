// Package name folds, parses and compares people's names, so that the several
// ways in which reports print one name can be told from two names.
//
// It knows nothing of any person: it works with the parts of names, with
// common short forms (Bill, William) and with the habits of transliteration
// (Sergei, Sergey).
package name

import "strings"

// Name is a person's name in its parts, each folded by Fold.
type Name struct {
	Given     string   // first given name or initial, "" in a bare surname
	Middle    []string // further given names, initials and first surnames
	Nick      string   // a nickname printed in quotation marks, "" when there is none
	Particles []string // "van", "de la", "al": words of the surname that may be left out
	Surname   string   // "lavrov", "rees-mogg"; a name of one word is a surname
	Suffix    string   // "jr", "sr", "ii", "iii", "iv"
}

// String is the folded name in its usual order, without the nickname.
func (n Name) String() string {
	words := n.words()
	if n.Suffix != "" {
		words = append(words, n.Suffix)
	}
	return strings.Join(words, " ")
}

// Bare reports whether the name is a surname and nothing else.
func (n Name) Bare() bool { return n.Given == "" && len(n.Middle) == 0 }

// words lists the words of the name without its suffix.
func (n Name) words() []string {
	words := make([]string, 0, 2+len(n.Middle)+len(n.Particles))
	if n.Given != "" {
		words = append(words, n.Given)
	}
	words = append(words, n.Middle...)
	words = append(words, n.Particles...)
	if n.Surname != "" {
		words = append(words, n.Surname)
	}
	return words
}
