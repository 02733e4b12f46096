package pattern

import (
	"strconv"
	"strings"
)

// Bounds of a line: a file of rules may be anybody's.
const (
	maxMacroDepth = 8     // of macros within macros
	maxGroupDepth = 32    // of groups within groups, macros apart
	maxTerms      = 10000 // macros spelt out
)

const tooLong = "too long, with its macros and repetitions spelt out"

// File is a file of rules.
type File struct{ Name, Text string }

// Parse compiles rules: those of the files before, in their order, and then those
// of base, whose macros they all may use. The order of the rules is their
// priority. A mistake is reported as an *Error with its line and column.
func Parse(base File, before []File, vocab Vocabulary) ([]Rule, error) {
	p := &parser{vocab: vocab, macros: map[string]macro{}, names: map[string]int{}}
	last, err := p.parseFile(base)
	if err != nil {
		return nil, err
	}
	var rules []Rule
	for _, f := range before {
		more, err := p.parseFile(f)
		if err != nil {
			return nil, err
		}
		rules = append(rules, more...)
	}
	return append(rules, last...), nil
}

func (p *parser) parseFile(f File) ([]Rule, error) {
	p.file, p.doc = f.Name, nil
	var rules []Rule
	for i, line := range strings.Split(f.Text, "\n") {
		p.line = i + 1
		r, err := p.parseLine(strings.TrimRight(line, " \t\r"))
		if err != nil {
			return nil, err
		}
		if r != nil {
			rules = append(rules, *r)
		}
	}
	return rules, nil
}

type parser struct {
	file   string
	line   int
	vocab  Vocabulary
	macros map[string]macro
	names  map[string]int // rule names seen, with their lines
	doc    []string       // the comment above
	terms  int            // of the line so far
}

// macro is what a macro stands for, spelt out.
type macro struct {
	nodes []node
	terms int // in it
	depth int // of macros within it
}

func (p *parser) errorf(col int, msg string) error {
	return &Error{File: p.file, Line: p.line, Col: col + 1, Msg: msg}
}

// parseLine takes one line; it returns a rule when the line declares one.
func (p *parser) parseLine(line string) (*Rule, error) {
	p.terms = 0
	switch {
	case line == "":
		p.doc = nil
		return nil, nil
	case line[0] == '#':
		p.doc = append(p.doc, strings.TrimSpace(strings.TrimLeft(line, "#")))
		return nil, nil
	case line[0] == '&':
		return nil, p.parseMacro(line)
	}
	return p.parseRule(line)
}

func (p *parser) parseMacro(line string) error {
	name, body, ok := strings.Cut(line, "=")
	name = strings.TrimSpace(name)
	if !ok || len(name) < 2 || strings.ContainsAny(name, " \t") {
		return p.errorf(0, `a macro is written "&name = terms"`)
	}
	if _, dup := p.macros[name]; dup {
		return p.errorf(0, "macro "+name+" is defined twice")
	}
	sc := &scanner{p: p, s: body, col: len(line) - len(body)}
	nodes, err := sc.all()
	p.macros[name] = macro{nodes: nodes, terms: p.terms, depth: sc.depth}
	return err
}

func (p *parser) parseRule(line string) (*Rule, error) {
	r := &Rule{Line: p.line}
	rest := line
	if after, ok := strings.CutPrefix(rest, "silent "); ok {
		r.Silent, rest = true, strings.TrimLeft(after, " \t")
	} else if after, ok := strings.CutPrefix(rest, "near "); ok {
		r.Near, rest = true, strings.TrimLeft(after, " \t")
	}
	end := strings.IndexAny(rest, " \t")
	if end <= 0 {
		return nil, p.errorf(0, `a rule is written "name  pattern"`)
	}
	r.Name, r.Source = rest[:end], strings.TrimSpace(rest[end:])
	col := strings.Index(line, r.Source)
	if err := p.parseSure(r, col); err != nil {
		return nil, err
	}
	if first, dup := p.names[r.Name]; dup {
		return nil, p.errorf(0, "rule "+r.Name+" stands at line "+strconv.Itoa(first)+" already")
	}
	p.names[r.Name] = p.line
	r.Doc, r.Example = splitDoc(p.doc)
	p.doc = nil
	terms, err := (&scanner{p: p, s: r.Source, col: col}).all()
	if err != nil {
		return nil, err
	}
	return r, p.assemble(r, terms, col)
}

// usual is how often in a hundred a rule is right that does not say.
const usual = 98

// parseSure takes "@85" from the end of a rule.
func (p *parser) parseSure(r *Rule, col int) error {
	r.Sure = usual
	at := strings.LastIndex(r.Source, " @")
	if at < 0 {
		return nil
	}
	n, err := strconv.Atoi(r.Source[at+2:])
	if err != nil || n < 1 || n > 99 {
		return p.errorf(col+at+1, "after @ stands a number from 1 to 99")
	}
	r.Sure, r.Source = n, strings.TrimSpace(r.Source[:at])
	return nil
}

// splitDoc parts a rule's comment from its example.
func splitDoc(lines []string) (doc, example string) {
	for _, l := range lines {
		if e, ok := strings.CutPrefix(l, "e.g."); ok {
			example = strings.TrimSpace(e)
			continue
		}
		doc = strings.TrimSpace(doc + " " + l)
	}
	return doc, example
}

// assemble parts the terms at $Q and compiles both sides.
func (p *parser) assemble(r *Rule, terms []node, col int) error {
	at, speakers := -1, 0
	for i, n := range terms {
		if n.op == opQuote {
			if at >= 0 {
				return p.errorf(col, "more than one $Q")
			}
			at = i
		}
		speakers += n.count(opSpeaker)
	}
	switch {
	case at < 0:
		return p.errorf(col, "no $Q, or one inside parentheses")
	case speakers == 0 && !r.Silent:
		return p.errorf(col, "no $S: who speaks?")
	}
	q := terms[at]
	var before, after bool
	r.before, before = compile(reversed(terms[:at]), q)
	r.after, after = compile(terms[at+1:], q)
	if !before || !after {
		return p.errorf(col, tooLong)
	}
	return nil
}

// all reads terms up to the end of the line.
func (sc *scanner) all() ([]node, error) {
	nodes, err := sc.sequence()
	if err == nil && sc.i < len(sc.s) {
		err = sc.fail("unexpected " + sc.s[sc.i:sc.i+1])
	}
	return nodes, err
}

// scanner reads the terms of one line.
type scanner struct {
	p     *parser
	s     string
	i     int
	col   int // of s[0] in the line
	depth int // of the macros met
	open  int // groups
}

func (sc *scanner) fail(msg string) error { return sc.p.errorf(sc.col+sc.i, msg) }

func (sc *scanner) space() {
	for sc.i < len(sc.s) && (sc.s[sc.i] == ' ' || sc.s[sc.i] == '\t') {
		sc.i++
	}
}

// sequence reads terms until a closing mark, a lone | or the end.
func (sc *scanner) sequence() ([]node, error) {
	var nodes []node
	for {
		sc.space()
		if sc.i == len(sc.s) || strings.IndexByte(")}|", sc.s[sc.i]) >= 0 {
			return nodes, nil
		}
		n, err := sc.term()
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, sc.repeat(n))
	}
}

// repeat applies a following ?, * or +.
func (sc *scanner) repeat(n node) node {
	if sc.i == len(sc.s) {
		return n
	}
	lo, hi := 1, 1
	switch sc.s[sc.i] {
	case '?':
		lo = 0
	case '*':
		lo, hi = 0, MaxRepeat
	case '+':
		hi = MaxRepeat
	default:
		return n
	}
	sc.i++
	return node{op: opRepeat, lo: lo, hi: hi, alts: [][]node{{n}}}
}

func (sc *scanner) term() (node, error) {
	if sc.p.terms++; sc.p.terms > maxTerms {
		return node{}, sc.fail(tooLong)
	}
	switch c := sc.s[sc.i]; {
	case c == '(' || c == '{':
		return sc.group(c)
	case c == '&':
		return sc.macro()
	case c == '$':
		return sc.dollar()
	case c == '_':
		return sc.gap()
	}
	return sc.unit()
}

// group reads ( a | b ) or the cue { a }.
func (sc *scanner) group(open byte) (node, error) {
	n := node{op: opGroup, cue: open == '{'}
	closing := byte(')')
	if n.cue {
		closing = '}'
	}
	if sc.open == maxGroupDepth {
		return n, sc.fail("groups within groups, too deep")
	}
	sc.open++
	defer func() { sc.open-- }()
	start := sc.i
	for {
		sc.i++
		seq, err := sc.sequence()
		if err != nil {
			return n, err
		}
		n.alts = append(n.alts, seq)
		if sc.i == len(sc.s) {
			sc.i = start
			return n, sc.fail("never closed")
		}
		if sc.s[sc.i] == closing {
			sc.i++
			return n, nil
		}
		if sc.s[sc.i] != '|' {
			return n, sc.fail("expected " + string(closing))
		}
	}
}

func (sc *scanner) macro() (node, error) {
	name := sc.word()
	m, ok := sc.p.macros[name]
	switch {
	case !ok:
		return node{}, sc.fail("macro " + name + " is not defined above")
	case m.depth == maxMacroDepth:
		return node{}, sc.fail("macros within macros, too deep")
	case sc.p.terms+m.terms > maxTerms:
		return node{}, sc.fail(tooLong)
	}
	sc.p.terms += m.terms
	sc.depth = max(sc.depth, m.depth+1)
	sc.i += len(name)
	return node{op: opGroup, alts: [][]node{m.nodes}}, nil
}

// word is the run of name characters at the scanner.
func (sc *scanner) word() string {
	end := sc.i + 1
	for end < len(sc.s) && isNameByte(sc.s[end]) {
		end++
	}
	return sc.s[sc.i:end]
}

func isNameByte(c byte) bool {
	return c == '-' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// dollar reads $Q or $S, with the sets asked of them: $Q<full>, $S<subject>.
func (sc *scanner) dollar() (node, error) {
	var n node
	switch {
	case strings.HasPrefix(sc.s[sc.i:], "$Q"):
		n = node{op: opQuote, masks: []mask{{all: sc.p.vocab.Quote}}}
	case strings.HasPrefix(sc.s[sc.i:], "$S"):
		n = node{op: opSpeaker, masks: []mask{{all: sc.p.vocab.Mention}}}
	default:
		return n, sc.fail("after $ stands Q or S")
	}
	base := n.masks[0].all
	sc.i += 2
	if sc.i < len(sc.s) && sc.s[sc.i] == '<' {
		masks, err := sc.sets()
		if err != nil {
			return n, err
		}
		for i := range masks {
			masks[i].all |= base
		}
		n.masks = masks
	}
	return n, nil
}

func (sc *scanner) gap() (node, error) {
	wide := strings.HasPrefix(sc.s[sc.i:], "__")
	if wide {
		sc.i++
	}
	name := sc.word()
	max, err := strconv.Atoi(name[1:])
	if err != nil || max < 1 || max > 200 {
		return node{}, sc.fail("a gap is written _ or __ and a number up to 200")
	}
	sc.i += len(name)
	return node{op: opGap, hi: max, wide: wide}, nil
}

// unit reads a set, a word, a choice of words or a mark, perhaps negated.
func (sc *scanner) unit() (node, error) {
	n := node{op: opUnit}
	if sc.s[sc.i] == '!' && sc.i+1 < len(sc.s) && sc.s[sc.i+1] != ' ' {
		n.not = true
		sc.i++
	}
	var err error
	if sc.s[sc.i] == '<' {
		n.masks, err = sc.sets()
		return n, err
	}
	n.words, err = sc.words()
	return n, err
}

// sets reads <a.b|c>: both a and b, or c; a set after ! must be absent.
func (sc *scanner) sets() ([]mask, error) {
	end := strings.IndexByte(sc.s[sc.i:], '>')
	if end < 0 {
		return nil, sc.fail("< without >")
	}
	body := sc.s[sc.i+1 : sc.i+end]
	var masks []mask
	for _, alt := range strings.Split(body, "|") {
		var m mask
		for _, name := range strings.Split(alt, ".") {
			bare, absent := strings.CutPrefix(name, "!")
			set, ok := sc.p.vocab.Sets[bare]
			switch {
			case !ok:
				return nil, sc.fail("no set is called " + strconv.Quote(bare))
			case absent:
				m.none |= set
			default:
				m.all |= set
			}
		}
		masks = append(masks, m)
	}
	sc.i += end + 1
	return masks, nil
}

// words reads a|b|c, each lower-case word or mark.
func (sc *scanner) words() ([]string, error) {
	var words []string
	for {
		w, err := sc.literal()
		if err != nil {
			return nil, err
		}
		words = append(words, w)
		if sc.i+1 >= len(sc.s) || sc.s[sc.i] != '|' || sc.s[sc.i+1] == ' ' {
			return words, nil
		}
		sc.i++
	}
}

// literal reads one word or mark.
func (sc *scanner) literal() (string, error) {
	if sc.s[sc.i] == '\\' && sc.i+1 < len(sc.s) {
		sc.i += 2
		return sc.s[sc.i-1 : sc.i], nil
	}
	start := sc.i
	for sc.i < len(sc.s) && strings.IndexByte(" \t|?*+(){}<>", sc.s[sc.i]) < 0 {
		sc.i++
	}
	w := sc.s[start:sc.i]
	if w == "" {
		return "", sc.fail("unexpected " + sc.s[sc.i:sc.i+1])
	}
	if w != strings.ToLower(w) {
		sc.i = start
		return "", sc.fail("words are written in lower case")
	}
	return w, nil
}
