package pattern

import (
	"errors"
	"strings"
	"testing"
)

const (
	quoteSet Set = 1 << iota
	mentionSet
	endSet
	verbSet
	pastSet
	nameSet
)

var vocab = Vocabulary{
	Quote: quoteSet, Mention: mentionSet, Stop: endSet,
	Sets: map[string]Set{"quote": quoteSet, "end": endSet, "verb": verbSet, "past": pastSet, "name": nameSet},
}

// units makes units of a line: Q is a quote, S a mention, N a mention by name,
// V a verb in the past, v another verb, / the end of a sentence.
func units(line string) []Unit {
	var out []Unit
	for _, w := range strings.Fields(line) {
		switch w {
		case "Q":
			out = append(out, Unit{Set: quoteSet})
		case "S":
			out = append(out, Unit{Set: mentionSet})
		case "N":
			out = append(out, Unit{Set: mentionSet | nameSet})
		case "V":
			out = append(out, Unit{Word: "said", Set: verbSet | pastSet})
		case "v":
			out = append(out, Unit{Word: "say", Set: verbSet})
		case "/":
			out = append(out, Unit{Set: endSet})
		default:
			out = append(out, Unit{Word: w})
		}
	}
	return out
}

func TestMatch(t *testing.T) {
	tests := []struct {
		rule, text       string
		at, speaker      int
		cueStart, cueEnd int
		matches          bool
	}{
		{"r $Q $S {<verb>}", "Q S V", 0, 1, 2, 3, true},
		{"r $Q $S {<verb>}", "Q S the V", 0, 0, 0, 0, false},
		{"r $Q $S _2 {<verb>}", "Q S the old V", 0, 1, 4, 5, true},
		{"r $Q $S _2 {<verb>}", "Q S the very old V", 0, 0, 0, 0, false},
		{"r $Q $S _2 {<verb>}", "Q S / V", 0, 0, 0, 0, false},     // never across a boundary
		{"r $S {<verb>} _3 $Q", "S V a Q b Q", 5, 0, 0, 0, false}, // nor across a quote
		{"r $S {<verb>} __3 $Q", "S V a Q b Q", 5, 0, 1, 2, true},
		{"r $S {<verb>} _9 $Q", "S V S V Q", 4, 2, 3, 4, true}, // the nearest
		{"r $S {<verb.past>} $Q", "S v Q", 2, 0, 0, 0, false},
		{"r $S {<verb.!past>} $Q", "S v Q", 2, 0, 1, 2, true},
		{"r $S<name> {<verb>} $Q", "S V Q", 2, 0, 0, 0, false},
		{"r $S<name> {<verb>} $Q", "N V Q", 2, 0, 1, 2, true},
		{"r $S {said|says} that? $Q", "S V that Q", 3, 0, 1, 2, true},
		{"r $S !not {<verb>} $Q", "S not V Q", 3, 0, 0, 0, false},
		{"r $S also* {<verb>} $Q", "S also also V Q", 4, 0, 3, 4, true},
		{"r $S also+ {<verb>} $Q", "S V Q", 2, 0, 0, 0, false},
		{"r $S ( {<verb>} | {puts it} ) $Q", "S puts it Q", 3, 0, 1, 3, true},
		{`r $S \( a \) {<verb>} $Q`, "S ( a ) V Q", 5, 0, 4, 5, true},
		{"&v = {<verb>}\nr $S &v $Q", "S V Q", 2, 0, 1, 2, true},
		{"r $Q $S $S {<verb>}", "Q S S V", 0, 2, 3, 4, true}, // the last mention is the speaker
	}
	for _, test := range tests {
		rules, err := Parse(File{"f", test.rule}, nil, vocab)
		if err != nil {
			t.Errorf("%s: %v", test.rule, err)
			continue
		}
		var m Matcher
		m.Reset(units(test.text), vocab)
		got, ok := m.Match(&rules[0], test.at)
		want := Match{Speaker: test.speaker, CueStart: test.cueStart, CueEnd: test.cueEnd}
		got.Start, got.End = 0, 0
		if ok != test.matches || ok && got != want {
			t.Errorf("%s on %s: got %+v %v, want %+v %v", test.rule, test.text, got, ok, want, test.matches)
		}
	}
}

func TestFirst(t *testing.T) {
	const rules = `near far    $S {<verb>} _9 $Q
near close  $S {says} $Q
last        $S $Q`
	all, err := Parse(File{"f", rules}, nil, vocab)
	if err != nil {
		t.Fatal(err)
	}
	var m Matcher
	m.Reset(units("S V S says Q"), vocab)
	yes := func(Match) bool { return true }
	if i, got := m.First(all, 4, yes); i != 1 || got.Speaker != 2 {
		t.Errorf("nearest: got rule %d, speaker %d", i, got.Speaker)
	}
	far := func(m Match) bool { return m.Speaker == 0 }
	if i, _ := m.First(all, 4, far); i != 0 {
		t.Errorf("refused: got rule %d", i)
	}
	if i, _ := m.First(all, 4, func(Match) bool { return false }); i != -1 {
		t.Errorf("all refused: got rule %d", i)
	}
}

func TestParseRule(t *testing.T) {
	const text = `# What it is for,
# in two lines.
# e.g. “We won,” Lee said.
silent near-name  $Q $S   @85`
	rules, err := Parse(File{"f", text}, nil, vocab)
	if err != nil {
		t.Fatal(err)
	}
	r := rules[0]
	if r.Name != "near-name" || !r.Silent || r.Doc != "What it is for, in two lines." || r.Example != "“We won,” Lee said." || r.Source != "$Q $S" || r.Sure != 85 || r.Line != 4 {
		t.Errorf("got %+v", r)
	}
}

func TestParseOrder(t *testing.T) {
	rules, err := Parse(File{"base", "&v = <verb>\nlast $S &v $Q"}, []File{{"mine", "first $S &v &v $Q"}}, vocab)
	if err != nil || len(rules) != 2 || rules[0].Name != "first" || rules[1].Name != "last" {
		t.Errorf("got %v, %v", rules, err)
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		text, want string
	}{
		{"r", `f:1:1: a rule is written "name  pattern"`},
		{"\nr  $S said", "f:2:4: no $Q"},
		{"r  $Q said", "f:1:4: no $S"},
		{"r  $Q $S $Q", "f:1:4: more than one $Q"},
		{"r  $Q <nope> $S", `f:1:7: no set is called "nope"`},
		{"r  $Q &nope $S", "f:1:7: macro &nope is not defined above"},
		{"r  $Q ( a $S", "f:1:7: never closed"},
		{"r  $Q Said $S", "f:1:7: words are written in lower case"},
		{"r  $Q _0 $S", "f:1:7: a gap is written"},
		{"r  $Q $T", "f:1:7: after $ stands Q or S"},
		{"r  $Q $S ) a", "f:1:10: unexpected )"},
		{"r  $Q $S @0", "f:1:10: after @ stands a number from 1 to 99"},
		{"r  $Q $S\nr  $S $Q", "f:2:1: rule r stands at line 1 already"},
		{"&v = a\n&v = b", "f:2:1: macro &v is defined twice"},
		{"&v a", `f:1:1: a macro is written "&name = terms"`},
	}
	for _, test := range tests {
		_, err := Parse(File{"f", test.text}, nil, vocab)
		var e *Error
		if !errors.As(err, &e) || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%q: got %v, want %s", test.text, err, test.want)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	rules, err := Parse(File{"f", "r $S , _30 , {<verb>} _40 $Q"}, nil, vocab)
	if err != nil {
		b.Fatal(err)
	}
	text := units("S , " + strings.Repeat("word ", 25) + ", V " + strings.Repeat("word ", 35) + "Q")
	var m Matcher
	m.Reset(text, vocab)
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := m.Match(&rules[0], len(text)-1); !ok {
			b.Fatal("no match")
		}
	}
}
