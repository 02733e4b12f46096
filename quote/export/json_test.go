package export

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotes/quote/record"
)

const wantJSONLines = `{"id":"aa11","quote":"We have no plans to close the yard, and we never had any. Not <one>.",` +
	`"speaker":{"name":"Ifeoma Okafor","role":"director of the port","kind":"person"},"confidence":0.97,"first_seen":"2021-03-04",` +
	`"sources":[{"report":"in/a.txt","outlet":"The Harbour Post","title":"Yard “safe”","url":"https://example.org/a","date":"2021-03-04",` +
	`"spans":[[10,68],[80,92]],"text":"“We have no plans to close the yard, and we never had any. “Not <one>.”",` +
	`"mention":{"text":"Okafor","start":100,"end":106},"cue":{"text":"told a press conference","start":107,"end":130},` +
	`"rules":["surname","quote-name-verb"],"rule":"quote-name-verb","confidence":0.97},` +
	`{"report":"in/b.txt","outlet":"","title":"","url":"","date":"","spans":[[0,70]],` +
	`"text":"\"We have no plans to close the yard, and we never had any. Not <one>.\"",` +
	`"mention":null,"cue":{"text":"said","start":71,"end":75},"rules":["continued"],"rule":"continued","confidence":0.9}]}
{"id":"cc33","quote":"streamlining","speaker":null,"confidence":0,"first_seen":null,` +
	`"sources":[{"report":"in/b.txt","outlet":"","title":"","url":"","date":"","spans":[[300,314]],"text":"“streamlining”",` +
	`"mention":null,"cue":null,"rules":[],"rule":"","confidence":0,"reason":"a term, not speech"}]}
`

func TestJSONLines(t *testing.T) {
	got := write(t, "jsonl", Options{}, sample()[0], sample()[2])
	if diff := cmp.Diff(wantJSONLines, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestJSONIsTheLinesInAnArray(t *testing.T) {
	for n := range 3 {
		lines := strings.TrimSuffix(write(t, "jsonl", Options{}, sample()[:n]...), "\n")
		want := "[\n" + strings.ReplaceAll(lines, "\n", ",\n") + "\n]\n"
		if n == 0 {
			want = "[]\n"
		}
		got := write(t, "json", Options{}, sample()[:n]...)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
		var back []any
		if err := json.Unmarshal([]byte(got), &back); err != nil || len(back) != n {
			t.Errorf("%d records read back as %d: %v", n, len(back), err)
		}
	}
}

func TestJSONExplains(t *testing.T) {
	if got := write(t, "jsonl", Options{Explain: true}, sample()[0]); strings.Count(got, `"steps":["“Okafor” is`) != 1 {
		t.Errorf("no steps in %s", got)
	}
}

func TestJSONShowsWhatSpeaksAgainst(t *testing.T) {
	got := write(t, "jsonl", Options{Explain: true}, contested())
	for _, want := range []string{
		`"confidence":0.97,"speaker":{"name":"Ifeoma Okafor","role":"director of the port","kind":"person"},"match":"identical",`,
		`"speaker":{"name":"Dockers’ Union","role":"","kind":"organization"},"match":"variant","diff":"lacks “Not”","copy_of":"in/a.txt"`,
		`],"contested":true,"why":["2 sources in 2 reports."]}`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if got := write(t, "jsonl", Options{}, contested()); strings.Contains(got, `"why"`) {
		t.Errorf("an argument that nobody asked for: %s", got)
	}
}

func TestJSONSpeakerID(t *testing.T) {
	r := sample()[0]
	known := *r.Speaker
	known.ID = "Q7"
	r.Speaker = &known
	if got := write(t, "jsonl", Options{}, r); !strings.Contains(got, `"kind":"person","id":"Q7"}`) {
		t.Errorf("no id in %s", got)
	}
}

func TestJSONEscapesWhatActsOnATerminal(t *testing.T) {
	const text = "a\x1b[2J\u009b2J\x7f\u202e\U000e0041 <&> 世"
	got := write(t, "jsonl", Options{}, record.Record{Quote: text})
	const want = `"quote":"a\u001b[2J\u009b2J\u007f\u202e\udb40\udc41 <&> 世"`
	if !strings.Contains(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
	var back struct{ Quote string }
	if err := json.Unmarshal([]byte(got), &back); err != nil || back.Quote != text {
		t.Errorf("reads back as %q, %v", back.Quote, err)
	}
}

func TestRounded(t *testing.T) {
	for in, want := range map[float64]float64{0.97: 0.97, 2.0 / 3: 0.667, 1: 1, math.Inf(1): 0} {
		if got := rounded(in); got != want {
			t.Errorf("rounded(%v) = %v, want %v", in, got, want)
		}
	}
	if got := rounded(math.NaN()); got != 0 {
		t.Errorf("no number is rounded to %v", got)
	}
}
