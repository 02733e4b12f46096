package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestVerbForms(t *testing.T) {
	for _, c := range []struct {
		entry               string
		third, past, pp, ng string
	}{
		{"ask", "asks", "asked", "asked", "asking"},
		{"state", "states", "stated", "stated", "stating"},
		{"agree", "agrees", "agreed", "agreed", "agreeing"},
		{"reply", "replies", "replied", "replied", "replying"},
		{"say : said", "says", "said", "said", "saying"},
		{"quip", "quips", "quipped", "quipped", "quipping"},
		{"nod", "nods", "nodded", "nodded", "nodding"},
		{"quiz", "quizzes", "quizzed", "quizzed", "quizzing"},
		{"coo", "coos", "cooed", "cooed", "cooing"},
		{"veto", "vetoes", "vetoed", "vetoed", "vetoing"},
		{"forgo : forwent, forgone", "forgoes", "forwent", "forgone", "forgoing"},
		{"preach", "preaches", "preached", "preached", "preaching"},
		{"hiss", "hisses", "hissed", "hissed", "hissing"},
		{"mimic", "mimics", "mimicked", "mimicked", "mimicking"},
		{"label", "labels", "labelled", "labelled", "labelling"},
		{"label", "labels", "labeled", "labeled", "labeling"},
		{"reveal", "reveals", "revealed", "revealed", "revealing"},
		{"growl", "growls", "growled", "growled", "growling"},
		{"howl", "howls", "howled", "howled", "howling"},
		{"offer", "offers", "offered", "offered", "offering"},
		{"admit : admitted", "admits", "admitted", "admitted", "admitting"},
		{"lie : lied", "lies", "lied", "lied", "lying"},
		{"write : wrote, written", "writes", "wrote", "written", "writing"},
		{"begin : began, begun, beginning", "begins", "began", "begun", "beginning"},
		{"let slip : let", "lets slip", "let slip", "let slip", "letting slip"},
		{"shoot back : shot", "shoots back", "shot back", "shot back", "shooting back"},
		{"make it clear : made", "makes it clear", "made it clear", "made it clear", "making it clear"},
	} {
		e, err := parseLine(c.entry)
		if err != nil {
			t.Fatal(err)
		}
		got := verbForms(e, nil)
		for _, want := range []inflected{{e.text, Base}, {c.third, Third}, {c.past, Past}, {c.pp, PastPart}, {c.ng, Participle}} {
			if !slices.Contains(got, want) {
				t.Errorf("%s: no %v in %v", c.entry, want, got)
			}
		}
	}
}

// A regular verb has one spelling of each form; only -el, -al and the like have two.
func TestVerbFormsNoMore(t *testing.T) {
	for _, v := range []string{"ask", "quip", "offer", "reveal", "state", "growl", "mimic"} {
		if got := verbForms(line{text: v}, nil); len(got) != 5 {
			t.Errorf("%s: %v, want five forms", v, got)
		}
	}
}

func TestPlural(t *testing.T) {
	for noun, want := range map[string]string{
		"minister": "ministers", "secretary": "secretaries", "boy": "boys", "witness": "witnesses",
		"coach": "coaches", "spokesman": "spokesmen", "policewoman": "policewomen", "spokesperson": "spokespeople",
		"grandchild": "grandchildren", "midwife": "midwives", "chief": "chiefs", "boss": "bosses",
		"chief of staff": "chiefs of staff", "mother-in-law": "mothers-in-law", "man in the street": "men in the street",
		"press secretary": "press secretaries", "fox": "foxes", "quiz": "quizzes",
	} {
		if got := plural(noun); got != want {
			t.Errorf("plural(%q) = %q, want %q", noun, got, want)
		}
	}
}

func TestIrregularPluralsInTheLists(t *testing.T) {
	for w, lemma := range map[string]string{
		"alumnae": "alumna", "thieves": "thief", "heroes": "hero", "runners-up": "runner-up",
		"passers-by": "passer-by", "people": "person", "humans": "", "attorneys general": "attorney general",
	} {
		e := Builtin().Word(w)
		if n, phrase := Builtin().Phrase(strings.Fields(w)); n > 0 {
			e = phrase
		}
		if lemma == "" && e.Is(Role) || lemma != "" && (!e.Is(RolePlural) || !e.Has(Plural) || e.Lemma != lemma) {
			t.Errorf("Word(%q) = %+v, want plural of %q", w, e, lemma)
		}
	}
}
