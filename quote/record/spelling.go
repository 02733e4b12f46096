package record

import "strings"

// expand returns the normalised words of one folded word as printed: without
// contraction, with numbers in digits, in one spelling. Possessives lose their
// ending. What it returns is compared and never shown.
func expand(w string) []string {
	if to, ok := rewritten[w]; ok {
		return strings.Fields(to)
	}
	if i := strings.IndexByte(w, '\''); i >= 0 {
		return contraction(w, i)
	}
	if strings.IndexByte(w, '-') >= 0 {
		return hyphenated(w)
	}
	if c := w[0]; c >= '0' && c <= '9' {
		return number(w)
	}
	return []string{spelling(w)}
}

// rewritten are whole words with other ways to be printed.
var rewritten = readRewritten()

func readRewritten() map[string]string {
	m := map[string]string{
		"won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "ain't": "is not",
		"let's": "let us", "y'all": "you all", "gonna": "going to", "wanna": "want to", "gotta": "got to", "gimme": "give me",
		"lemme": "let me", "kinda": "kind of", "sorta": "sort of", "outta": "out of", "dunno": "do not know", "'em": "them",
		"em": "them", "'til": "until", "till": "until", "'cause": "because", "cuz": "because", "'bout": "about",
		"&": "and", "%": "per cent", "percent": "per cent", "pct": "per cent", "ok": "okay", "o.k": "okay", "u.s.a": "u.s", "usa": "u.s",
		"centre": "center", "theatre": "theater", "litre": "liter", "metre": "meter", "defence": "defense", "offence": "offense",
		"licence": "license", "grey": "gray", "programme": "program", "programmes": "programs", "cheque": "check",
		"judgement": "judgment", "tyre": "tire", "sceptical": "skeptical", "mum": "mom", "towards": "toward", "whilst": "while",
		"amongst": "among", "afterwards": "afterward", "yeah": "yes", "yep": "yes", "'tis": "it is", "o'clock": "oclock",
	}
	for i, w := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
		"fifteen sixteen seventeen eighteen nineteen") {
		m[w] = digits(i)
	}
	for i, w := range strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth") {
		m[w] = digits(i+1) + [...]string{"st", "nd", "rd", "th", "th", "th", "th", "th", "th", "th"}[i]
	}
	for t, tens := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		m[tens] = digits(10 * (t + 2))
		for u, unit := range strings.Fields("one two three four five six seven eight nine") {
			m[tens+"-"+unit] = digits(10*(t+2) + u + 1)
		}
	}
	return m
}

func digits(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return string([]rune{rune('0' + n/10), rune('0' + n%10)})
}

// clitics are what an apostrophe joins to a word.
var clitics = map[string]string{"re": "are", "ll": "will", "ve": "have", "m": "am", "d": "would"}

// verbal are the words after which 's is a verb and not a possessive.
var verbal = map[string]bool{
	"it": true, "that": true, "he": true, "she": true, "there": true, "here": true, "what": true, "who": true,
	"where": true, "how": true, "when": true, "why": true, "this": true, "everything": true, "nothing": true,
}

func contraction(w string, i int) []string {
	head, tail := w[:i], w[i+1:]
	switch {
	case head == "" || tail == "":
		return expandRest(strings.Trim(w, "'"))
	case tail == "t" && strings.HasSuffix(head, "n"):
		return []string{spelling(head[:len(head)-1]), "not"}
	case tail == "s" && verbal[head]:
		return []string{spelling(head), "is"}
	case tail == "s":
		return expandRest(head)
	}
	if verb, ok := clitics[tail]; ok {
		return append(expandRest(head), verb)
	}
	return expandRest(strings.ReplaceAll(w, "'", ""))
}

func expandRest(w string) []string {
	if w == "" {
		return nil
	}
	return expand(w)
}

// joined are the prefixes that are printed with and without a hyphen.
var joined = map[string]bool{
	"re": true, "anti": true, "co": true, "pre": true, "non": true, "post": true, "multi": true, "inter": true,
	"e": true, "mid": true, "semi": true, "sub": true, "super": true, "ultra": true, "counter": true, "over": true,
	"under": true, "mis": true, "un": true, "bi": true, "cyber": true, "micro": true, "mega": true, "neo": true,
}

func hyphenated(w string) []string {
	head, tail, _ := strings.Cut(w, "-")
	switch {
	case head == "" || tail == "":
		return expandRest(head + tail)
	case joined[head]:
		return expandRest(head + tail)
	}
	return append(expandRest(head), expandRest(tail)...)
}

// number writes 1,000 without its comma and 5m, 5bn with their word.
func number(w string) []string {
	w = strings.ReplaceAll(w, ",", "")
	for _, unit := range [...]struct{ short, long string }{
		{"tn", "trillion"}, {"bn", "billion"}, {"mn", "million"}, {"m", "million"}, {"b", "billion"}, {"k", "thousand"},
	} {
		if n, ok := strings.CutSuffix(w, unit.short); ok && isDigits(n) {
			return []string{n, unit.long}
		}
	}
	return []string{w}
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.") == ""
}

// spelling writes British and American spellings of one word in one way. It
// may well write a word that doesn't exist: it does so for both quotes.
func spelling(w string) string {
	if len(w) < 5 {
		return w
	}
	for _, e := range [...]struct{ from, to string }{
		{"isation", "ization"},
		{"isations", "izations"},
		{"ise", "ize"},
		{"ised", "ized"},
		{"ises", "izes"},
		{"ising", "izing"},
		{"yse", "yze"},
		{"ysed", "yzed"},
		{"our", "or"},
		{"ours", "ors"},
		{"oured", "ored"},
		{"ouring", "oring"},
		{"ourite", "orite"},
		{"ourites", "orites"},
		{"ourable", "orable"},
		{"lled", "led"},
		{"lling", "ling"},
		{"ller", "ler"},
		{"ogue", "og"},
	} {
		if stem, ok := strings.CutSuffix(w, e.from); ok && len(stem) > 1 {
			return stem + e.to
		}
	}
	return w
}
