package speaker

import (
	_ "embed"
	"strings"
	"sync"

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
	people *people.Index
	load   func() (*knowledge, error)
}

// knowledge is the rules and words of an Attributor.
type knowledge struct {
	lex   *lexicon.Lexicon
	rules []pattern.Rule
	vocab pattern.Vocabulary
}

// New makes an Attributor. A mistake in a file of o is an error that names its
// line: a *pattern.Error for rules. What is built in is compiled when the first
// quote comes: many reports have none.
func New(o Options) (*Attributor, error) {
	a := &Attributor{people: people.NewIndex(o.People), load: sync.OnceValues(o.compile)}
	if len(o.Rules)+len(o.Lexicons) > 0 {
		if _, err := a.load(); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// knowledge panics on a mistake in what is built in, which any test meets.
func (a *Attributor) knowledge() *knowledge {
	k, err := a.load()
	if err != nil {
		panic(err)
	}
	return k
}

// compile compiles rules and lexicons.
func (o Options) compile() (*knowledge, error) {
	go lexicon.Builtin() // takes as long as the rules do: both at the same time
	k := &knowledge{vocab: vocabulary()}
	files := []pattern.File{}
	for _, f := range o.Rules {
		files = append(files, pattern.File{Name: f.Name, Text: f.Text})
	}
	var err error
	if k.rules, err = pattern.Parse(pattern.File{Name: "rules.txt", Text: builtinRules}, files, k.vocab); err != nil {
		return nil, err
	}
	k.lex = lexicon.Builtin()
	for _, f := range o.Lexicons {
		if k.lex, err = k.lex.With(f.Kind, f.Name, strings.NewReader(f.Text)); err != nil {
			return nil, err
		}
	}
	return k, nil
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
	for _, r := range a.knowledge().rules {
		out = append(out, Rule{Name: r.Name, Doc: r.Doc, Example: r.Example, Pattern: r.Source, Silent: r.Silent, Near: r.Near})
	}
	for _, p := range passes {
		out = append(out, Rule{Name: p.name, Doc: p.doc, Example: p.example})
	}
	return out
}
