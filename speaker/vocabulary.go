package speaker

import (
	"quotes/speaker/lexicon"
	"quotes/speaker/pattern"
)

// The sets that rules can ask of a unit.
const (
	setQuote pattern.Set = 1 << iota
	setMention
	setEnd    // the end of a sentence
	setPara   // the end of a paragraph
	setQuoted // the end of a sentence with a quote in it

	// of words, from the lexicon
	setSay
	setTell
	setCall
	setThink
	setAct
	setRelay
	setSayNoun
	setDocNoun
	setRole
	setPrep
	setConj
	setNeg
	setDet
	setTime
	setBase // the forms of verbs
	setThird
	setPast
	setIng
	setPastPart
	setFinite  // past or third person
	setPassive // of a verb that attributes: said or called by somebody

	// of words, by their looks
	setAdverb     // may stand between subject and verb
	setVerb       // a finite verb of any kind
	setParticiple // a word in -ing

	// of mentions
	setName
	setPronoun
	setDesc
	setPlural
	setPerson   // of a person or a group
	setBody     // names an organisation, for all one can tell
	setSubject  // stands before a finite verb
	setOblique  // stands after a preposition
	setStart    // begins its clause
	setClause   // begins a clause within what somebody says
	setEmbedded // a pronoun, the subject within what somebody says
	setOwner    // a pronoun that owns
	setObject   // a pronoun that can't be a subject
	setWhich    // the pronoun which
	setFirst    // begins its paragraph
	setRelative // which, who

	// of quotes
	setComma     // ends with a comma, inside or outside
	setStop      // with a full stop
	setAsk       // with a question or exclamation mark, a dash or dots
	setOpen      // with none of these
	setUpper     // begins with a capital
	setThree     // three words or more
	setLong      // five words or more
	setTitle     // in the capitals of a title
	setPredicate // begins with a verb: what is quoted is said of something
	setCompound  // one word joined with a particle: opt-out, take-or-pay
)

// verbSets are the sets of verbs of speech.
const verbSets = setSay | setTell | setCall | setThink | setAct | setRelay

// classSets are the sets of the lexicon's classes.
var classSets = []struct {
	class lexicon.Class
	set   pattern.Set
}{
	{lexicon.Say, setSay},
	{lexicon.Tell, setTell},
	{lexicon.Call, setCall},
	{lexicon.Think, setThink},
	{lexicon.Act, setAct},
	{lexicon.Relay, setRelay},
	{lexicon.SayNoun, setSayNoun},
	{lexicon.DocNoun, setDocNoun},
	{lexicon.Role, setRole},
	{lexicon.Prep, setPrep},
	{lexicon.Conj, setConj},
	{lexicon.Negation, setNeg},
	{lexicon.Det, setDet},
	{lexicon.TimeWord, setTime},
}

// formSets are the sets of the lexicon's forms.
var formSets = []struct {
	form lexicon.Form
	set  pattern.Set
}{
	{lexicon.Base, setBase},
	{lexicon.Third, setThird | setFinite},
	{lexicon.Past, setPast | setFinite},
	{lexicon.Participle, setIng},
	{lexicon.PastPart, setPastPart},
}

// setsOf are the sets of a lexicon entry.
func setsOf(e lexicon.Entry) pattern.Set {
	return classesOf(e.Class) | formsOf(e.Form)
}

func classesOf(c lexicon.Class) (out pattern.Set) {
	for _, s := range classSets {
		if c&s.class != 0 {
			out |= s.set
		}
	}
	return out
}

func formsOf(f lexicon.Form) (out pattern.Set) {
	for _, s := range formSets {
		if f&s.form != 0 {
			out |= s.set
		}
	}
	return out
}

// vocabulary names the sets for the rules.
func vocabulary() pattern.Vocabulary {
	return pattern.Vocabulary{
		Quote:   setQuote,
		Mention: setMention,
		Stop:    setEnd | setPara,
		Sets: map[string]pattern.Set{
			"quote": setQuote, "mention": setMention, "end": setEnd, "para": setPara, "quoted": setQuoted,
			"say": setSay, "tell": setTell, "call": setCall, "think": setThink, "act": setAct, "relay": setRelay,
			"saynoun": setSayNoun, "docnoun": setDocNoun, "role": setRole,
			"prep": setPrep, "conj": setConj, "neg": setNeg, "det": setDet, "time": setTime,
			"base": setBase, "third": setThird, "past": setPast, "ing": setIng, "pp": setPastPart, "finite": setFinite, "passive": setPassive,
			"adv": setAdverb, "verb": setVerb, "participle": setParticiple,
			"name": setName, "pronoun": setPronoun, "desc": setDesc, "plural": setPlural, "person": setPerson, "body": setBody,
			"subject": setSubject, "oblique": setOblique, "start": setStart, "embedded": setEmbedded, "clause": setClause,
			"owner": setOwner, "which": setWhich, "object": setObject, "first": setFirst, "relative": setRelative,
			"comma": setComma, "stop": setStop, "ask": setAsk, "open": setOpen,
			"upper": setUpper, "three": setThree, "long": setLong, "title": setTitle, "predicate": setPredicate,
			"compound": setCompound,
		},
	}
}
