package pattern

import (
	"math/bits"
	"slices"
)

// op is what a node of a parsed pattern stands for.
type op uint8

const (
	opUnit op = iota
	opQuote
	opSpeaker
	opGap
	opGroup
	opRepeat
)

// mask asks for sets: all of some and none of others.
type mask struct{ all, none Set }

// node is a parsed term.
type node struct {
	op     op
	not    bool
	masks  []mask   // opUnit, opQuote, opSpeaker
	words  []string // opUnit
	lo, hi int      // opGap, opRepeat
	alts   [][]node // opGroup, opRepeat
	cue    bool     // opGroup: the cue
	wide   bool     // opGap: across quotes
}

// count counts the nodes of one kind in n.
func (n node) count(o op) int {
	c := 0
	if n.op == o {
		c++
	}
	for _, seq := range n.alts {
		for _, m := range seq {
			c += m.count(o)
		}
	}
	return c
}

// reversed is the sequence as it is met going backwards.
func reversed(nodes []node) []node {
	out := slices.Clone(nodes)
	slices.Reverse(out)
	for i := range out {
		if len(out[i].alts) == 0 {
			continue
		}
		alts := make([][]node, len(out[i].alts))
		for k, seq := range out[i].alts {
			alts[k] = reversed(seq)
		}
		out[i].alts = alts
	}
	return out
}

// code is what an instruction does.
type code uint8

const (
	codeUnit    code = iota // take one unit that fits
	codeSpeaker             // take one mention and keep it
	codeGap                 // take one unit that a gap may cross
	codeWide                // the same, or a quote
	codeSplit               // go on at x, or else at y
	codeJump                // go on at x
	codeCue                 // the cue begins or ends here
	codeMatch
)

type inst struct {
	code  code
	x, y  int32
	not   bool
	join  bool // several ways lead here
	masks []mask
	words []string
}

// program is one side of a rule.
type program struct {
	insts []inst
	quote []mask  // what the quote itself must be
	reach int     // the most units that a match can take
	needs []need  // each of which some unit that a match takes has
	first []int32 // the instructions that can take the first unit; codeMatch when it needs none
}

// maxInsts bounds a program: repetitions within repetitions grow without end.
const maxInsts = 4096

// compile returns false when the program would be too long.
func compile(nodes []node, quote node) (program, bool) {
	p := program{quote: quote.masks, insts: make([]inst, 0, 256)}
	p.sequence(nodes)
	p.add(inst{code: codeMatch})
	p.measure()
	p.join()
	p.need()
	p.begin(0, make([]bool, len(p.insts)))
	return p, !p.full()
}

// begin adds to first what can be reached from instruction i before any unit is
// taken.
func (p *program) begin(i int32, seen []bool) {
	for !seen[i] {
		seen[i] = true
		switch in := &p.insts[i]; in.code {
		case codeJump:
			i = in.x
		case codeSplit:
			p.begin(in.x, seen)
			i = in.y
		case codeCue:
			i++
		default:
			p.first = append(p.first, i)
		}
	}
}

// measure finds the reach. Instructions only lead forwards.
func (p *program) measure() {
	reach := make([]int, len(p.insts)) // from each instruction on
	for i := len(p.insts) - 2; i >= 0; i-- {
		switch in := &p.insts[i]; in.code {
		case codeJump:
			reach[i] = reach[in.x]
		case codeSplit:
			reach[i] = max(reach[in.x], reach[in.y])
		case codeCue:
			reach[i] = reach[i+1]
		default:
			reach[i] = reach[i+1] + 1
		}
	}
	p.reach = reach[0]
}

// join marks the instructions at which ways meet: only there can a state come
// up twice.
func (p *program) join() {
	ways := make([]int, len(p.insts)+1)
	for i := range p.insts {
		switch in := &p.insts[i]; in.code {
		case codeJump:
			ways[in.x]++
		case codeSplit:
			ways[in.x]++
			ways[in.y]++
		default:
			ways[i+1]++
		}
	}
	for i := range p.insts {
		p.insts[i].join = ways[i] > 1
	}
}

// need finds the needs. Instructions only lead forwards.
func (p *program) need() {
	all := make([]needs, len(p.insts)) // from each instruction on
	for i := len(p.insts) - 2; i >= 0; i-- {
		switch in := &p.insts[i]; in.code {
		case codeJump:
			all[i] = all[in.x]
		case codeSplit:
			all[i].either(&all[in.x], &all[in.y])
		case codeUnit, codeSpeaker:
			all[i] = all[i+1]
			in.needs(&all[i])
		default:
			all[i] = all[i+1]
		}
	}
	p.needs = slices.Clone(all[0].list())
}

// A need is one of some sets or words: a unit has it that is in one of the sets,
// or whose word is one of those with a bit.
type need struct {
	sets  Set
	words uint64
}

// bitOf is the bit of a word, which other words share: an empty one has none.
func bitOf(word string) uint64 {
	if word == "" {
		return 0
	}
	n := len(word)
	return 1 << ((uint(word[0])*31 + uint(word[n-1])*7 + uint(word[n/2])*3 + uint(n)) & 63)
}

func (n need) size() int { return bits.OnesCount64(uint64(n.sets)) + bits.OnesCount64(n.words) }

func (n need) or(m need) need { return need{n.sets | m.sets, n.words | m.words} }

// in reports whether whatever has n has m.
func (n need) in(m need) bool { return n.sets&^m.sets == 0 && n.words&^m.words == 0 }

// needs are a few needs, each of which must be met, the smallest first: those
// say most.
type needs struct {
	of    [6]need
	sizes [6]int
	n     int
}

func (s *needs) list() []need { return s.of[:s.n] }

// add adds a need, unless it follows from another one or is too large to be
// among the few.
func (s *needs) add(n need) {
	size, at := n.size(), 0
	for ; at < s.n && s.sizes[at] <= size; at++ {
		if s.of[at].in(n) {
			return
		}
	}
	if at == len(s.of) {
		return
	}
	s.n = min(s.n+1, len(s.of))
	copy(s.of[at+1:s.n], s.of[at:])
	copy(s.sizes[at+1:s.n], s.sizes[at:])
	s.of[at], s.sizes[at] = n, size
}

// either adds the needs of what needs a or else b.
func (s *needs) either(a, b *needs) {
	if *a == *b {
		*s = *a
		return
	}
	for _, x := range a.list() {
		for _, y := range b.list() {
			s.add(x.or(y))
		}
	}
}

// needs adds those of a unit that the instruction takes.
func (in *inst) needs(s *needs) {
	switch {
	case in.not:
	case len(in.words) > 0:
		var any need
		for _, w := range in.words {
			any.words |= bitOf(w)
		}
		s.add(any)
	case len(in.masks) > 0:
		all := in.masks[0].needs()
		for _, k := range in.masks[1:] {
			var both needs
			one := k.needs()
			both.either(&all, &one)
			all = both
		}
		for _, n := range all.list() {
			s.add(n)
		}
	}
}

// needs are those of a unit that fits the mask.
func (k mask) needs() needs {
	var s needs
	for left := k.all; left != 0; left &= left - 1 {
		s.add(need{sets: left & -left})
	}
	return s
}

func (p *program) full() bool { return len(p.insts) > maxInsts }

// here is where the next instruction will stand.
func (p *program) here() int32 { return int32(len(p.insts)) }

func (p *program) add(i inst) int {
	p.insts = append(p.insts, i)
	return len(p.insts) - 1
}

func (p *program) sequence(nodes []node) {
	for _, n := range nodes {
		if p.full() {
			return
		}
		p.node(n)
	}
}

func (p *program) node(n node) {
	switch n.op {
	case opUnit:
		p.add(inst{code: codeUnit, not: n.not, masks: n.masks, words: n.words})
	case opSpeaker:
		p.add(inst{code: codeSpeaker, masks: n.masks})
	case opGap:
		p.gap(n)
	case opGroup:
		p.group(n)
	case opRepeat:
		p.repeat(n)
	}
}

// gap takes as few units as will do: each step first tries to go on without.
func (p *program) gap(n node) {
	take := codeGap
	if n.wide {
		take = codeWide
	}
	var exits []int
	for range n.hi {
		exits = append(exits, p.add(inst{code: codeSplit}))
		p.add(inst{code: take})
		p.insts[exits[len(exits)-1]].y = p.here() - 1
	}
	for _, e := range exits {
		p.insts[e].x = p.here()
	}
}

// group tries its alternatives in order.
func (p *program) group(n node) {
	if n.cue {
		p.add(inst{code: codeCue})
		defer p.add(inst{code: codeCue})
	}
	var ends []int
	for i, seq := range n.alts {
		split := -1
		if i < len(n.alts)-1 {
			split = p.add(inst{code: codeSplit})
			p.insts[split].x = p.here()
		}
		p.sequence(seq)
		if split >= 0 {
			ends = append(ends, p.add(inst{code: codeJump}))
			p.insts[split].y = p.here()
		}
	}
	for _, e := range ends {
		p.insts[e].x = p.here()
	}
}

// repeat takes as many as there are: each step first tries one more.
func (p *program) repeat(n node) {
	for range n.lo {
		p.sequence(n.alts[0])
	}
	var exits []int
	for range n.hi - n.lo {
		e := p.add(inst{code: codeSplit})
		p.insts[e].x = p.here()
		exits = append(exits, e)
		p.sequence(n.alts[0])
	}
	for _, e := range exits {
		p.insts[e].y = p.here()
	}
}
