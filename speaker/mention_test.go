package speaker

import (
	"slices"
	"strings"
	"testing"

	"quotes/quote"
	"quotes/quote/report"
	"quotes/speaker/lexicon"
)

// cut tokenizes a text and finds its mentions outside quotes.
func cut(src string) (*text, []mention) {
	lex := lexicon.Builtin()
	t := tokenize(quote.Find(report.Report{Text: src}), lex)
	return t, chunk(t.toks, lex, readCapitals(t.toks), -1, nil)
}

func TestMentions(t *testing.T) {
	tests := []struct {
		text string
		want []string // "whole phrase" or "whole phrase=name in it"
	}{
		{"He told Ann Lee.", []string{"He", "Ann Lee=Ann Lee"}},
		{"The Russian foreign minister Ivan Petrov left.", []string{"The Russian foreign minister Ivan Petrov=Ivan Petrov"}},
		{"Then Labour leader Tom Obi spoke.", []string{"Labour leader Tom Obi=Tom Obi"}},
		{"Rep. G.K. Ames (D-N.C.) spoke.", []string{"Rep. G.K. Ames=G.K. Ames"}},
		{"Gov. Earl Ray Poe of West Virginia spoke.", []string{"Gov. Earl Ray Poe of West Virginia=Earl Ray Poe"}},
		{"Secretary of State Ann F. Lee spoke.", []string{"Secretary of State Ann F. Lee=Ann F. Lee"}},
		{"Ludwig van der Berg and Bill de Souza-Lima left.", []string{"Ludwig van der Berg and Bill de Souza-Lima", "Ludwig van der Berg=Ludwig van der Berg", "Bill de Souza-Lima=Bill de Souza-Lima"}},
		{"Then SegolA\u0303 \u0308ne Royer spoke.", []string{"SegolA\u0303 \u0308ne Royer=SegolA\u0303 \u0308ne Royer"}}, // è, misread and decomposed
		{"The Department of Justice said no.", []string{"The Department of Justice=Department of Justice"}},
		{"A spokesman for the ministry said no.", []string{"A spokesman for the ministry"}},
		{"One leading Karachi broker said no.", []string{"One leading Karachi broker"}},
		{"His wife said no.", []string{"His wife"}},
		{"The council's chairwoman, Ann Lee, said no.", []string{"The council's chairwoman", "Ann Lee=Ann Lee"}},
		{"Ann Lee's claim was false.", []string{"Ann Lee=Ann Lee"}}, // not the claim speaks
		{"Some of the players said no.", []string{"Some of the players"}},
		{"By Friday, in August, it rained.", []string{"it"}},
		{"Head of the settlement Olga Petrova said no.", []string{"Head of the settlement Olga Petrova=Olga Petrova"}},
		{"Former Wallaby Mitch Ames said no.", []string{"Former Wallaby Mitch Ames=Mitch Ames"}},
	}
	for _, test := range tests {
		tx, found := cut(test.text)
		var got []string
		for _, m := range found {
			s := textOf(tx.src, tx.toks, m.from, m.to)
			if m.named() {
				s += "=" + textOf(tx.src, tx.toks, m.nameFrom, m.nameTo)
			}
			got = append(got, s)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"Mr. Lee left. He was tired.", 2},
		{"Ann Lee Jr. said no. It rained.", 2},
		{"She came from the U.S. The rain stopped.", 2},
		{"J. K. Ames wrote to Gov. Obi of Pa. about it.", 1},
		{"“No.” She left.", 2},
		{"“No,” she said.", 1},
		{"“Why?” she asked.", 1},
		{"It cost $3.5m. Nobody paid.", 2},
		{"One line\n\nAnother line", 2},
		{"He wrote to ann@example.com about it.", 1},
	}
	for _, test := range tests {
		tx, _ := cut(test.text)
		n := 0
		for _, tok := range tx.toks {
			if tok.kind >= sentence {
				n++
			}
		}
		if n != test.want {
			t.Errorf("%s: got %d sentences, want %d", test.text, n, test.want)
		}
	}
}

func TestPronouns(t *testing.T) {
	const text = "Ann Lee met Tom Obi in Perth. "
	tests := []struct{ then, want string }{
		{"She was late.", "Ann Lee"},
		{"He was late.", "Tom Obi"},
		{"Mr Obi sat down. He was late.", "Tom Obi"},
		{"Lee sat down. Tom waited. She was late.", "Ann Lee"},
	}
	a, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		src := text + test.then + " “No,” " + strings.ToLower(pronounIn(test.then)) + " said."
		d := a.Attribute(quote.Find(report.Report{Text: src}))
		if len(d.Quotes) != 1 || d.Quotes[0].Speaker == nil || d.Quotes[0].Speaker.Name != test.want {
			t.Errorf("%s: got %+v, want %s", src, d.Quotes, test.want)
		}
	}
}

func pronounIn(s string) string {
	if strings.Contains(s, "She") {
		return "She"
	}
	return "He"
}
