package record

import (
	"slices"
	"sort"
	"strings"
	"testing"
)

func TestExpand(t *testing.T) {
	for in, want := range map[string]string{
		"won't": "will not", "isn't": "is not", "it's": "it is", "we're": "we are", "they'd": "they would", "i'm": "i am",
		"cannot": "can not", "gonna": "going to", "russia's": "russia", "isis'": "isis", "o'brien": "obrien", "'em": "them",
		"twenty-one": "21", "three": "3", "third": "3rd", "1,000": "1000", "5m": "5 million", "2.5bn": "2.5 billion", "%": "per cent",
		"percent": "per cent", "re-election": "reelection", "long-term": "long term", "anti-semitic": "antisemitic",
		"organise": "organize", "organized": "organized", "labour": "labor", "favourite": "favorite", "travelled": "traveled",
		"hour": "hour", "-": "", "'": "", "'s": "s",
	} {
		if got := strings.Join(expand(in), " "); got != want {
			t.Errorf("expand(%q) = %q, want %q", in, got, want)
		}
	}
}

// scanned is a text's words, with marks for what is known of each.
func scanned(text string) string {
	var out []string
	s := newScanner()
	for _, tok := range s.scan(text) {
		w := text[tok.start:tok.end]
		for _, f := range []struct {
			flag flags
			mark string
		}{{inBracket, "["}, {afterCut, "…"}, {nested, "‘"}, {filler, "~"}} {
			if tok.flag&f.flag != 0 {
				w = f.mark + w
			}
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func TestScan(t *testing.T) {
	for in, want := range map[string]string{
		"A plain, short sentence.":          "A plain short sentence",
		"They [the crew] left (laughter)":   "They [the [crew left [laughter",
		"[T]hey left [today]":               "T]hey left [today",
		"first ... then … last . . . or":    "first …then …last …or",
		"The U.S. and the U.K. at 3.5 p.m.": "The U.S and the U.K at 3.5 p.m",
		"He said ‘come in’ and left":        "He said ‘come ‘in and left",
		"well-known—and sudden":             "well-known well-known and sudden",
		"uh, so um yes":                     "~uh so ~um yes",
		"9% of $5,000":                      "9 % % of 5,000",
		"[unclosed and on":                  "[unclosed [and [on",
		"Çavuşoğlu’s naïve plan":            "Çavuşoğlu’s naïve plan",
		"":                                  "",
		"… !? []":                           "",
	} {
		if got := scanned(in); got != want {
			t.Errorf("scan(%q):\n got %s\nwant %s", in, got, want)
		}
	}
}

// wordingOf reads a text as of one span.
func wordingOf(text string) *wording {
	w, _ := newWording(newScanner(), &given{quote: text}, nil)
	return &w
}

func TestWordingEqual(t *testing.T) {
	for _, same := range [][2]string{
		{"It's the U.S. that won't pay", "it is the US that will not pay"},
		{"[T]hey came", "They came"},
		{"He travelled 1,000 miles", "he traveled 1000 miles"},
		{"uh, yes", "Yes"},
	} {
		a, b := wordingOf(same[0]), wordingOf(same[1])
		if !slices.Equal(a.words, b.words) || a.key != b.key {
			t.Errorf("%q and %q have different words or keys", same[0], same[1])
		}
	}
	if a, b := wordingOf("they [the crew] left"), wordingOf("they the crew left"); a.key == b.key {
		t.Error("words in brackets count as the speaker's")
	}
	if a := wordingOf("[all of it]"); len(a.words) != 3 {
		t.Errorf("a quote in brackets has %d words", len(a.words))
	}
}

func TestLexiconSorted(t *testing.T) {
	seen := map[string]string{}
	for name, text := range map[string]string{"function": functionText, "common": commonText, "negation": negationText} {
		var words []string
		for line := range strings.Lines(text) {
			if !strings.HasPrefix(line, "#") {
				words = append(words, strings.Fields(line)...)
			}
		}
		if !sort.StringsAreSorted(words) {
			t.Errorf("%s.txt is not sorted", name)
		}
		for _, w := range words {
			if other := seen[w]; other != "" {
				t.Errorf("%q is in %s.txt and in %s.txt", w, other, name)
			}
			seen[w] = name
		}
	}
}

// blocksOf shows the shared runs of two texts.
func blocksOf(al *aligner, a, b string) string {
	x, y := wordingOf(a), wordingOf(b)
	var out []string
	fields := strings.Fields(a)
	for _, k := range al.align(x.words, y.words) {
		out = append(out, strings.Join(fields[k.i:k.i+k.n], " "))
	}
	return strings.Join(out, " | ")
}

func TestAlign(t *testing.T) {
	var al aligner
	for _, c := range [][3]string{
		{"one crane two boats", "one crane two boats", "one crane two boats"},
		{"the old crane fell down", "the crane fell", "the | crane fell"},
		{"crane fell", "the crane stood and then the crane fell", "crane fell"},
		{"alpha beta gamma", "delta epsilon", ""},
		{"", "delta", ""},
		{"alpha beta x gamma delta", "alpha beta y z gamma delta", "alpha beta | gamma delta"},
		{"come here you", "do come here you and see you", "come here you"},
	} {
		if got := blocksOf(&al, c[0], c[1]); got != c[2] {
			t.Errorf("%q and %q share %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestAlignLong: quotes too long for one table are cut at what occurs once.
func TestAlignLong(t *testing.T) {
	m := newArchiveModel(1, 10)
	var a, b []string
	changed := 0
	for i := range 5000 {
		w := m.coin()
		a = append(a, w)
		if i%50 == 7 {
			w = m.coin()
			changed++
		}
		b = append(b, w)
	}
	var al aligner
	shared := 0
	last := block{}
	for _, k := range al.align(wordingOf(strings.Join(a, " ")).words, wordingOf(strings.Join(b, " ")).words) {
		if k.i < last.i+last.n || k.j < last.j+last.n {
			t.Fatalf("block %v after %v", k, last)
		}
		shared += k.n
		last = k
	}
	if shared < 5000-changed {
		t.Errorf("%d of 5000 words are shared, want %d", shared, 5000-changed)
	}
}

func TestIndexFindsEdits(t *testing.T) {
	m := newArchiveModel(2, 4000)
	var ws []wording
	for _, u := range m.said {
		ws = append(ws, *wordingOf(strings.Join(u.words, " ")))
	}
	slices.SortStableFunc(ws, func(a, b wording) int { return len(b.words) - len(a.words) })
	texts := map[string]int{}
	for i, w := range ws {
		texts[w.text] = i
	}
	found, total := 0, 0
	for _, u := range m.said {
		if len(u.words) < 8 {
			continue
		}
		edited := slices.Clone(u.words)
		edited[len(edited)/2] = m.coin()
		total++
		all := append(slices.Clone(ws), *wordingOf(strings.Join(edited[1:], " ")))
		if total > 60 {
			break // each builds an index
		}
		q := newQuery(newIndex(all))
		for _, w := range q.candidates(len(all) - 1) {
			if w == uint32(texts[strings.Join(u.words, " ")]) {
				found++
			}
		}
	}
	if found*100 < (total-1)*98 {
		t.Errorf("%d of %d edits find their quote", found, total-1)
	}
}

func TestSketch(t *testing.T) {
	m := newArchiveModel(3, 10)
	text := func(n int) []string {
		var out []string
		for range n {
			out = append(out, m.word())
		}
		return out
	}
	article := text(400)
	story := strings.Join(article, " ")
	typographic := strings.ReplaceAll(strings.ToUpper(story), " ", "’ ")
	cut := strings.Join(article[:220], " ")
	edited := strings.Join(slices.Concat(article[:150], text(5), article[155:]), " ")
	own := strings.Join(text(400), " ")
	quoting := strings.Join(slices.Concat(text(200), article[:100], text(100)), " ")
	sketch := func(s string) *Sketch { return newSketch(s, nil) }
	for name, c := range map[string]struct {
		other string
		want  bool
	}{
		"itself": {story, true}, "cut short": {cut, true}, "edited": {edited, true}, "other typography": {typographic, true},
		"another article": {own, false}, "a passage of it": {quoting, false}, "nothing": {"", false},
	} {
		a, b := sketch(story), sketch(c.other)
		if a.nearCopyOf(b) != c.want || b.nearCopyOf(a) != c.want {
			t.Errorf("%s: near-copy is %v", name, !c.want)
		}
	}
}
