// Package pattern is the language in which attribution rules are written, and
// its matcher.
//
// A rule is one line: a name and a pattern over the units of a folded text. A
// quote is one unit, a mention of a possible speaker is one unit, every other
// word or mark is one unit. The pattern says what stands around one quote:
//
//	quote-name-verb   $Q, $S &adv* <say>
//
// The terms are
//
//	$Q          the quote the rule is about; exactly one a rule
//	$S          the mention that is its speaker
//	<say>       a unit of that set; <say.ing> of both sets; <say|tell> of either
//	said|told   a unit that is one of these words, in lower case
//	!<say>      a unit that is not; !and|or likewise
//	_6          up to six units, as few as will do; never across a boundary or a quote
//	__6         the same, across quotes too
//	( a | b )   either; with ? or * after it, optional or repeated
//	{ … }       the cue: the words that attribute
//	&name       the terms of a macro, defined above by a line "&name = terms"
//	: , …       marks stand for themselves; those of the language after a backslash
//
// A term may be followed by ? (optional), * (any number, up to MaxRepeat) or by
// + (one or more). Lines that begin with # are comments; the comment directly
// above a rule documents it, and its last line that begins with "e.g." is its
// example. A line that begins with "silent" makes its matches no speech at all.
// A rule may end with @ and a number: how often in a hundred it is right, 98 when
// it does not say. Rules that begin with "near" and follow one another compete: of those that
// fit, the one whose cue stands nearest to the quote is taken.
//
// A rule is compiled into two programs, one for what stands before the quote,
// run from the quote backwards, and one for what stands after it. Each is run by
// backtracking with a memory of the states seen (as RE2's bit-state matcher), so
// that a match costs at most the length of the program times the units in reach.
package pattern

import "fmt"

// MaxRepeat bounds the repetitions of a term with * or +.
const MaxRepeat = 8

// Set is a set of properties of a unit, one bit each.
type Set uint64

// Unit is one unit of a folded text: a word, a mark, a quote or a mention.
type Unit struct {
	Word string // in lower case, "" for quotes and mentions
	Set  Set
}

// Vocabulary gives meaning to the sets named in patterns.
type Vocabulary struct {
	Sets    map[string]Set // the names that may stand in < >
	Quote   Set            // what a $Q must have
	Mention Set            // what a $S must have
	Stop    Set            // units with any of these end a gap
}

// Rule is one compiled rule.
type Rule struct {
	Name    string
	Silent  bool   // what it matches is no speech
	Near    bool   // competes with its neighbours by nearness
	Doc     string // what it is for
	Example string // a sentence it matches
	Source  string // the pattern as written
	Sure    int    // how often in a hundred it is right
	Line    int    // in its file

	before, after program
}

// Error is a mistake in a rules file.
type Error struct {
	File      string
	Line, Col int // from 1; Col counts bytes
	Msg       string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Msg)
}
