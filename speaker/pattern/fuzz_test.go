package pattern

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// fuzzVocabulary is a small one.
var fuzzVocabulary = Vocabulary{
	Quote: 1, Mention: 2, Stop: 4,
	Sets: map[string]Set{"quote": 1, "mention": 2, "end": 4, "say": 8, "adv": 16, "past": 32},
}

// fuzzRules are rules files, good and bad.
var fuzzRules = []string{
	"&verb = <adv>* {<say.past>}\n# e.g. “…,” he said\na $Q ,? $S &verb",
	"silent quoted-word  the|a $Q<say|adv> !<say>",
	"near n  $S<mention.!adv> _6 {said|told} $S? (that|_3) : $Q\nnear m  {according to} $S __12 $Q",
	"w  (a | (b | {c}) | )* $Q $S+ \\$ \\|",
	"deep " + strings.Repeat("(", 50) + "$S" + strings.Repeat(")*", 50) + " $Q",
	"&a = x* y*\n&b = &a* &a*\n&c = &b* &b*\n&d = &c* &c*\n&e = &d* &d*\nr $Q &e $S",
	"twice $Q $S\ntwice $Q $S",
	"r $Q $S _0", "r $Q $S <", "r $Q $S (", "r $Q $S {a|", "r $Q $Q $S", "&x", "&x = &x", "r $S", "r $Q !", "r $Q É $S\\", " $Q $S", "near  $Q $S",
}

// FuzzParse gives any text to the parser: it comes back as rules, or as a
// mistake with its place.
func FuzzParse(f *testing.F) {
	for _, src := range fuzzRules {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) { parseAny(t, src) })
}

// parseAny fails when the parser breaks a promise.
func parseAny(t *testing.T, src string) []Rule {
	t.Helper()
	rules, err := Parse(File{"f.txt", src}, nil, fuzzVocabulary)
	if err != nil {
		checkMistake(t, src, err)
		return nil
	}
	lines := strings.Split(src, "\n")
	names := map[string]bool{}
	for _, r := range rules {
		if r.Name == "" || names[r.Name] || r.Line < 1 || r.Line > len(lines) || !strings.Contains(lines[r.Line-1], r.Source) {
			t.Fatalf("%q: rule %+v", src, r)
		}
		names[r.Name] = true
	}
	return rules
}

// checkMistake fails when a mistake has no place in the file.
func checkMistake(t *testing.T, src string, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%q: %T: %v", src, err, err)
	}
	lines := strings.Split(src, "\n")
	if e.Line < 1 || e.Line > len(lines) || e.Col < 1 || e.Col > len(lines[e.Line-1])+1 || e.Msg == "" || e.File != "f.txt" {
		t.Fatalf("%q: the mistake is nowhere in the file: %v", src, e)
	}
}

// FuzzMatch runs any rules over any units: a match stands within them, holds
// its quote and its speaker, and comes out the same every time.
func FuzzMatch(f *testing.F) {
	for i, src := range fuzzRules {
		f.Add(src, []byte("smqsavmpqe.,mq")[i%5:])
		f.Add(src, []byte("qvm,qpm:q"))
	}
	f.Fuzz(func(t *testing.T, src string, letters []byte) {
		rules := parseAny(t, src)
		units := unitsOf(letters)
		var m, again Matcher
		m.Reset(units, fuzzVocabulary)
		for at, u := range units {
			if u.Set&fuzzVocabulary.Quote == 0 {
				continue
			}
			for i := range rules {
				res, ok := m.Match(&rules[i], at)
				if ok {
					checkMatch(t, &rules[i], units, at, res)
				}
				again = Matcher{}
				again.Reset(units, fuzzVocabulary)
				if res2, ok2 := again.Match(&rules[i], at); ok != ok2 || res != res2 {
					t.Fatalf("a new matcher finds %+v, not %+v", res2, res)
				}
				slow := Rule{before: withoutShortcuts(rules[i].before), after: withoutShortcuts(rules[i].after)}
				if res2, ok2 := m.Match(&slow, at); ok != ok2 || res != res2 {
					t.Fatalf("%s: quote %d: without shortcuts it finds %+v, not %+v", rules[i].Source, at, res2, res)
				}
			}
			checkFirst(t, &m, rules, at)
		}
	})
}

// withoutShortcuts is p without what only saves time.
func withoutShortcuts(p program) program {
	p.needs = nil
	p.insts = slices.Clone(p.insts)
	for i := range p.insts {
		p.insts[i].join = true
	}
	return p
}

// unitsOf makes a unit of each letter.
func unitsOf(letters []byte) []Unit {
	if len(letters) > 200 {
		letters = letters[:200]
	}
	kinds := map[byte]Unit{
		'q': {Set: 1}, 'm': {Set: 2}, 'e': {Set: 4}, 's': {Word: "said", Set: 8}, 'p': {Word: "told", Set: 8 | 32},
		'a': {Word: "a", Set: 16}, 'v': {Word: "that", Set: 8 | 16 | 32}, 'Q': {Set: 1 | 8 | 16}, 'M': {Word: "he", Set: 2 | 16},
	}
	var units []Unit
	for _, c := range letters {
		u, ok := kinds[c]
		if !ok {
			u = Unit{Word: string(rune(c))}
		}
		units = append(units, u)
	}
	return units
}

func checkMatch(t *testing.T, r *Rule, units []Unit, at int, m Match) {
	t.Helper()
	switch {
	case m.Start < 0 || m.Start > at || m.End <= at || m.End > len(units):
		t.Fatalf("%s: quote %d of %d units: %+v", r.Source, at, len(units), m)
	case m.Speaker < 0 && !r.Silent && !optionalSpeaker(r.Source):
		t.Fatalf("%s: nobody speaks: %+v", r.Source, m)
	case m.Speaker >= 0 && (m.Speaker < m.Start || m.Speaker >= m.End || m.Speaker == at || units[m.Speaker].Set&fuzzVocabulary.Mention == 0):
		t.Fatalf("%s: quote %d: unit %d speaks: %+v", r.Source, at, m.Speaker, m)
	case m.CueEnd > 0 && (m.CueStart < m.Start || m.CueEnd > m.End || m.CueStart > m.CueEnd):
		t.Fatalf("%s: quote %d: the cue is outside: %+v", r.Source, at, m)
	}
}

// optionalSpeaker reports whether a rule may match without its $S.
func optionalSpeaker(source string) bool { return strings.ContainsAny(source, "?*|&") }

// checkFirst fails when First skips a rule that fits, near ones apart.
func checkFirst(t *testing.T, m *Matcher, rules []Rule, at int) {
	t.Helper()
	everyone := func(Match) bool { return true }
	k, got := m.First(rules, at, everyone)
	first := slices.IndexFunc(rules, func(r Rule) bool { _, ok := m.Match(&r, at); return ok })
	if (k < 0) != (first < 0) || k < first || k > first && !rules[first].Near {
		t.Fatalf("rule %d is taken, %d fits first", k, first)
	}
	if k >= 0 {
		if want, ok := m.Match(&rules[k], at); !ok || want != got {
			t.Fatalf("rule %d gives %+v, then %+v", k, got, want)
		}
	}
}
