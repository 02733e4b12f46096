package pattern

import "slices"

// Match is how a rule fits around a quote. All fields are indexes of units.
type Match struct {
	Speaker          int // -1 when the rule names none
	CueStart, CueEnd int // end exclusive; both 0 when no words attribute
	Start, End       int // all that the rule looked at, end exclusive
}

// Matcher runs rules. It keeps memory between calls: one Matcher a goroutine.
type Matcher struct {
	units   []Unit
	stop    Set
	quote   Set
	before  around   // the quote that rules are tried on
	after   around   // and on its other side
	visited []uint64 // the states seen, a bit each; all 0 between runs
	touched []int32  // the words of visited that aren't 0
	stack   []state
}

// state is a point to go on from. It is small because many are copied.
type state struct {
	pc, pos    int32
	speaker    int32
	cueA, cueB int32 // the borders of the cue in the order met
	cueCount   int32
}

// around is what stands on one side of a quote: for each distance, all the sets
// and words of the units up to there. Only what rules reach for is looked at.
type around struct{ upTo []need }

// Reset gives the matcher a text to work on.
func (m *Matcher) Reset(units []Unit, v Vocabulary) {
	m.units, m.stop, m.quote = units, v.Stop, v.Quote
}

// at turns to another quote.
func (m *Matcher) at() {
	m.before.upTo, m.after.upTo = m.before.upTo[:0], m.after.upTo[:0]
}

// has reports whether all that a program can't do without stands within its
// reach from pos on: without that there is nothing to try.
func (m *Matcher) has(p *program, a *around, pos, dir int) bool {
	if len(p.needs) == 0 {
		return true
	}
	for d := len(a.upTo); d < p.reach; d++ {
		var n need
		if at := pos + d*dir; at >= 0 && at < len(m.units) {
			n = need{m.units[at].Set, bitOf(m.units[at].Word)}
		}
		if d > 0 {
			n = n.or(a.upTo[d-1])
		}
		a.upTo = append(a.upTo, n)
	}
	there := a.upTo[p.reach-1]
	for _, n := range p.needs {
		if there.sets&n.sets == 0 && there.words&n.words == 0 {
			return false
		}
	}
	return true
}

// Match tries one rule on the quote at units[at].
func (m *Matcher) Match(r *Rule, at int) (Match, bool) {
	m.at()
	return m.match(r, at)
}

// match is Match for one more rule on the same quote.
func (m *Matcher) match(r *Rule, at int) (Match, bool) {
	if !fits(r.before.quote, m.units[at]) {
		return Match{}, false
	}
	if !m.begins(&r.before, at-1) || !m.has(&r.before, &m.before, at-1, -1) || !m.has(&r.after, &m.after, at+1, 1) {
		return Match{}, false
	}
	right, ok := m.run(&r.after, at+1, 1)
	if !ok {
		return Match{}, false
	}
	left, ok := m.run(&r.before, at-1, -1)
	if !ok {
		return Match{}, false
	}
	res := Match{Speaker: int(max(left.speaker, right.speaker)), Start: int(left.pos) + 1, End: int(right.pos)}
	switch {
	case left.cueCount == 2:
		res.CueStart, res.CueEnd = int(left.cueB)+1, int(left.cueA)+1
	case right.cueCount == 2:
		res.CueStart, res.CueEnd = int(right.cueA), int(right.cueB)
	}
	return res, true
}

// First finds the rule that decides about the quote at units[at]: the first
// that fits, or of a row of near rules the one with the nearest cue. accept may
// refuse a match. It returns -1 when no rule fits.
func (m *Matcher) First(rules []Rule, at int, accept func(Match) bool) (int, Match) {
	m.at()
	best, found := -1, Match{}
	for i := range rules {
		if best >= 0 && !rules[i].Near {
			break
		}
		res, ok := m.match(&rules[i], at)
		if !ok || !rules[i].Silent && !accept(res) {
			continue
		}
		if !rules[i].Near {
			return i, res
		}
		if best < 0 || res.CueEnd > found.CueEnd {
			best, found = i, res
		}
	}
	return best, found
}

// run executes a program from pos in direction dir (1 or -1) and returns the
// first way, in order of preference, in which it matches.
func (m *Matcher) run(p *program, pos, dir int) (state, bool) {
	if !m.begins(p, pos) {
		return state{}, false
	}
	if words := (len(p.insts)*(p.reach+1) + 63) / 64; words > len(m.visited) {
		m.visited = make([]uint64, words)
	}
	defer m.forget()
	m.stack = append(m.stack[:0], state{pos: int32(pos), speaker: -1})
	for len(m.stack) > 0 {
		s := m.stack[len(m.stack)-1]
		m.stack = m.stack[:len(m.stack)-1]
		if end, ok := m.follow(p, s, pos, dir); ok {
			return end, true
		}
	}
	return state{}, false
}

// forget clears visited, where it was written to: most runs see few states.
func (m *Matcher) forget() {
	for _, w := range m.touched {
		m.visited[w] = 0
	}
	m.touched = m.touched[:0]
}

// visit notes a state. It returns false when it was seen before.
func (m *Matcher) visit(key int) bool {
	word, bit := key/64, uint64(1)<<(key%64)
	was := m.visited[word]
	if was == 0 {
		m.touched = append(m.touched, int32(word))
	}
	m.visited[word] = was | bit
	return was&bit == 0
}

// begins reports whether the program may match at pos, by the first unit: most
// rules fail there.
func (m *Matcher) begins(p *program, pos int) bool {
	for _, i := range p.first {
		in := &p.insts[i]
		if in.code == codeMatch || pos >= 0 && pos < len(m.units) && m.takes(in, m.units[pos]) {
			return true
		}
	}
	return false
}

// follow runs one thread until it fails or matches, leaving alternatives on the stack.
func (m *Matcher) follow(p *program, s state, origin, dir int) (state, bool) {
	for {
		pos, in := int(s.pos), &p.insts[s.pc]
		if in.join && !m.visit(int(s.pc)*(p.reach+1)+(pos-origin)*dir) {
			return s, false
		}
		switch in.code {
		case codeMatch:
			return s, true
		case codeJump:
			s.pc = in.x
			continue
		case codeSplit:
			alt := s
			alt.pc = in.y
			m.stack = append(m.stack, alt)
			s.pc = in.x
			continue
		case codeCue:
			s.mark()
			s.pc++
			continue
		}
		if pos < 0 || pos >= len(m.units) || !m.takes(in, m.units[pos]) {
			return s, false
		}
		if in.code == codeSpeaker {
			s.speaker = s.pos
		}
		s.pos += int32(dir)
		s.pc++
	}
}

// mark notes a border of the cue at the thread's position.
func (s *state) mark() {
	if s.cueCount == 0 {
		s.cueA = s.pos
	} else {
		s.cueB = s.pos
	}
	s.cueCount++
}

// takes reports whether the instruction accepts the unit.
func (m *Matcher) takes(in *inst, u Unit) bool {
	switch in.code {
	case codeGap:
		return u.Set&(m.stop|m.quote) == 0
	case codeWide:
		return u.Set&m.stop == 0
	case codeSpeaker:
		return fits(in.masks, u)
	}
	if len(in.words) > 0 {
		return slices.Contains(in.words, u.Word) != in.not
	}
	return fits(in.masks, u) != in.not
}

func fits(masks []mask, u Unit) bool {
	for _, k := range masks {
		if u.Set&k.all == k.all && u.Set&k.none == 0 {
			return true
		}
	}
	return false
}
