package name

import (
	"strings"
	"unicode"
)

// titles may stand before a name and are no part of it.
var titles = set("mr mrs ms miss mx dr sir dame lord lady madam prof professor " +
	"rev reverend fr hon sen senator rep representative congressman congresswoman " +
	"gov governor president chancellor minister secretary gen general col colonel " +
	"capt captain lt lieutenant maj sgt sergeant adm admiral cmdr ambassador mayor judge justice")

// particles belong to a surname and may be left out of it.
var particles = set("van von der den ter de del della di da das dos du la le al el ad an ul ur as bin ibn ben")

// patronymics tell a son from his father, so they stay with the surname.
var patronymics = set("bin ibn ben bint")

// suffixes tell people of one name apart; each maps to the form kept.
var suffixes = map[string]string{
	"jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "senior": "sr",
	"ii": "ii", "iii": "iii", "iv": "iv",
}

// familyFirst are surnames of languages that print them first. A name that
// begins with one is read so when what follows is a given name of that
// language, as the hyphen or the short words show.
var familyFirst = set("ahn bae ban cai chan chang chen cheng cheung choi chua chung deng fang fung gao goh guo han " +
	"he hu huang jang jeon jiang jung kang kim koh kwok lai lee leung li liang lim lin liu ma mao " +
	"moon nguyen oh ong pan park peng pham quek roh ryu shin song sun tang teo toh tran tsai " +
	"tsang wang wei wen wong wu xi xie xu yang yeo yip yoon zhang zhao zheng zhou zhu " +
	"cao fu geng gu jia lu mo qian qin shen shi tian xue yan ye yuan zou")

// honours follow a name and are no part of it.
var honours = set("phd md mp mep msp qc kc obe mbe cbe esq ret")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// Parse splits a name, with or without titles, into its parts. It never fails:
// what it cannot read is a surname. A name of one word is a bare surname.
func Parse(s string) Name {
	s, nick := cutNick(cutBracket(s))
	words, suffix := split(s)
	n := Name{Nick: nick, Suffix: suffix}
	if len(words) == 0 {
		n.Surname, n.Suffix = suffix, ""
		return n
	}
	if eastern(words) {
		n.Surname, n.Given = words[0], strings.Join(words[1:], "-")
		return n
	}
	first := surnameStart(words)
	n.Particles = append(n.Particles, words[first:len(words)-1]...)
	n.Surname = words[len(words)-1]
	if first > 0 {
		n.Given = words[0]
		n.Middle = append(n.Middle, words[1:first]...)
	}
	n.article()
	return n
}

// article moves an article that is joined to the surname by a hyphen or an
// apostrophe to the particles: al-Assad, el-Sisi.
func (n *Name) article() {
	for _, a := range []string{"al-", "el-", "ad-", "an-", "ul-", "ur-", "as-"} {
		if rest, ok := strings.CutPrefix(n.Surname, a); ok && len(rest) > 2 {
			n.Particles = append(n.Particles, a[:2])
			n.Surname = rest
			return
		}
	}
}

// surnameStart is the index of the first word of the surname: its particles
// count, but a particle that begins a name of two words is a given name
// (Ben Carson, Van Jones), unless nothing else can be.
func surnameStart(words []string) int {
	i := len(words) - 1
	for i > 0 && particles[words[i-1]] {
		i--
	}
	if i == 0 && len(words) == 2 && givenToo[words[0]] {
		return 1
	}
	return i
}

// givenToo are particles that are given names as well.
var givenToo = set("ben van al del di")

// eastern reports whether the family name stands first.
func eastern(words []string) bool {
	if len(words) < 2 || len(words) > 3 || !familyFirst[words[0]] {
		return false
	}
	rest := words[1:]
	if len(rest) == 2 {
		return short(rest[0]) && short(rest[1])
	}
	return strings.Contains(rest[0], "-") && !familyFirst[rest[0]] || pinyin(rest[0])
}

func short(w string) bool { return len(w) >= 2 && len(w) <= 5 && !strings.Contains(w, ".") }

// pinyin reports whether w can be a given name of one or two Chinese
// syllables: each ends in a vowel, n, ng or r, and only a few letters begin it.
func pinyin(w string) bool {
	syllables := 0
	for w != "" {
		n := syllable(w)
		if n == 0 || syllables == 2 {
			return false
		}
		w = w[n:]
		syllables++
	}
	return syllables > 0
}

// syllable is the length of the longest pinyin syllable that begins w and
// leaves a syllable's beginning after it, 0 when there is none.
func syllable(w string) int {
	i := 0
	for _, on := range []string{"zh", "ch", "sh"} {
		if strings.HasPrefix(w, on) {
			i = 2
		}
	}
	if i == 0 && strings.IndexByte("bpmfdtnlgkhjqxrzcsyw", w[0]) >= 0 {
		i = 1
	}
	v := i
	for v < len(w) && v-i < 3 && strings.IndexByte("aeiou", w[v]) >= 0 {
		v++
	}
	if v == i {
		return 0
	}
	rest := w[v:]
	for _, coda := range []string{"ng", "n", "r"} {
		if after, ok := strings.CutPrefix(rest, coda); ok && (after == "" || strings.IndexByte("aeiou", after[0]) < 0) {
			return v + len(coda)
		}
	}
	return v
}

// split folds the name into words, without titles before and honours after it.
func split(s string) (words []string, suffix string) {
	for part := range strings.FieldsSeq(strings.ReplaceAll(s, ",", " ")) {
		words = append(words, initials(part)...)
	}
	for len(words) > 1 && titles[words[0]] {
		words = words[1:]
	}
	for len(words) > 1 && honours[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if n := len(words); n > 1 && suffixes[words[n-1]] != "" {
		suffix = suffixes[words[n-1]]
		words = words[:n-1]
	}
	return words, suffix
}

// initials folds one printed word: "J.D." and "JD" are two initials, "Jr." and
// "Trump's" lose what is not of the name.
func initials(part string) []string {
	if upper := strings.TrimRight(part, ".,"); len(upper) == 2 && isUpper(upper) && suffixes[strings.ToLower(upper)] == "" {
		return []string{strings.ToLower(upper[:1]), strings.ToLower(upper[1:])}
	}
	w := strings.Trim(Fold(part), ".,;:!?\"()[]'-")
	w = strings.TrimSuffix(w, "'s")
	if !strings.Contains(w, ".") {
		if w == "" {
			return nil
		}
		return []string{w}
	}
	return strings.FieldsFunc(w, func(r rune) bool { return r == '.' })
}

func isUpper(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// cutBracket drops what stands in round brackets: parties, ages, years.
func cutBracket(s string) string {
	if !strings.Contains(s, "(") {
		return s
	}
	var b strings.Builder
	for s != "" {
		before, rest, open := strings.Cut(s, "(")
		b.WriteString(before)
		if !open {
			break
		}
		b.WriteByte(' ')
		_, s, _ = strings.Cut(rest, ")")
	}
	return b.String()
}

// cutNick takes a nickname between quotation marks out of the name. Only one
// of one word is kept: longer ones are bynames that nobody is called by.
func cutNick(s string) (rest, nick string) {
	const marks = "\"“”„«»"
	open := strings.IndexAny(s, marks)
	if open < 0 {
		return s, ""
	}
	after := strings.TrimLeft(s[open:], marks)
	end := strings.IndexAny(after, marks)
	if end < 0 {
		return s[:open] + " " + after, ""
	}
	if one := strings.TrimFunc(after[:end], unicode.IsPunct); !strings.ContainsFunc(one, unicode.IsSpace) {
		nick = Fold(one)
	}
	return s[:open] + " " + strings.TrimLeft(after[end:], marks), nick
}
