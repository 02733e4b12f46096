package speaker

import (
	_ "embed"
	"strings"

	"quotes/speaker/lexicon"
	"quotes/speaker/pattern"
	"quotes/speaker/people"
)

//go:embed rules.txt
var builtinRules string

// Options add to what an Attributor knows. The zero value adds nothing.
type Options struct {
	People   []people.Person // who may be named in the reports
	Rules    []RuleFile      // tried before the built-in rules, in this order
	Lexicons []LexiconFile
}

// RuleFile is the text of a file of rules, in the language of package pattern.
// It may use the macros of the built-in rules.
type RuleFile struct {
	Name string // for errors
	Text string
}

// LexiconFile is the text of a list of words, in the format of package lexicon.
type LexiconFile struct {
	Kind string // one of lexicon.Kinds
	Name string // for errors
	Text string
}

// Attributor attributes quotes. It is safe for concurrent use.
type Attributor struct {
	lex    *lexicon.Lexicon
	rules  []pattern.Rule
	vocab  pattern.Vocabulary
	people *people.Index
}

// New compiles rules and lexicons. A mistake in a file is an error that names
// its line: a *pattern.Error for rules.
func New(o Options) (*Attributor, error) {
	go lexicon.Builtin() // takes as long as the rules do: both at the same time
	a := &Attributor{vocab: vocabulary(), people: people.NewIndex(o.People)}
	files := []pattern.File{}
	for _, f := range o.Rules {
		files = append(files, pattern.File{Name: f.Name, Text: f.Text})
	}
	var err error
	if a.rules, err = pattern.Parse(pattern.File{Name: "rules.txt", Text: builtinRules}, files, a.vocab); err != nil {
		return nil, err
	}
	a.lex = lexicon.Builtin()
	for _, f := range o.Lexicons {
		if a.lex, err = a.lex.With(f.Kind, f.Name, strings.NewReader(f.Text)); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// Rule describes one way in which a quote gets its speaker, or none.
type Rule struct {
	Name    string
	Doc     string
	Example string
	Pattern string // "" for a pass, which is written in Go
	Silent  bool   // what it matches is no speech
	Near    bool   // competes with its neighbours by nearness
}

// Rules returns the rules and then the passes, in the order in which they are
// tried.
func (a *Attributor) Rules() []Rule {
	var out []Rule
	for _, r := range a.rules {
		out = append(out, Rule{Name: r.Name, Doc: r.Doc, Example: r.Example, Pattern: r.Source, Silent: r.Silent, Near: r.Near})
	}
	for _, p := range passes {
		out = append(out, Rule{Name: p.name, Doc: p.doc, Example: p.example})
	}
	return out
}
