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
	visited []uint64
	stack   []state
}

// state is a point to go on from.
type state struct {
	pc, pos  int
	speaker  int
	cueA     int // first border of the cue met, -1 before
	cueB     int
	cueCount int
}

// Reset gives the matcher a text to work on. stop are the units that end a gap.
func (m *Matcher) Reset(units []Unit, v Vocabulary) {
	m.units, m.stop, m.quote = units, v.Stop, v.Quote
}

// Match tries one rule on the quote at units[at].
func (m *Matcher) Match(r *Rule, at int) (Match, bool) {
	if !fits(r.before.quote, m.units[at]) {
		return Match{}, false
	}
	if !m.begins(&r.before, at-1) {
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
	res := Match{Speaker: max(left.speaker, right.speaker), Start: left.pos + 1, End: right.pos}
	switch {
	case left.cueCount == 2:
		res.CueStart, res.CueEnd = left.cueB+1, left.cueA+1
	case right.cueCount == 2:
		res.CueStart, res.CueEnd = right.cueA, right.cueB
	}
	return res, true
}

// First finds the rule that decides about the quote at units[at]: the first
// that fits, or of a row of near rules the one with the nearest cue. accept may
// refuse a match. It returns -1 when no rule fits.
func (m *Matcher) First(rules []Rule, at int, accept func(Match) bool) (int, Match) {
	best, found := -1, Match{}
	for i := range rules {
		if best >= 0 && !rules[i].Near {
			break
		}
		res, ok := m.Match(&rules[i], at)
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
	words := (len(p.insts)*(p.reach+1) + 63) / 64
	m.visited = slices.Grow(m.visited[:0], words)[:words]
	clear(m.visited)
	m.stack = append(m.stack[:0], state{pos: pos, speaker: -1, cueA: -1, cueB: -1})
	for len(m.stack) > 0 {
		s := m.stack[len(m.stack)-1]
		m.stack = m.stack[:len(m.stack)-1]
		if end, ok := m.follow(p, s, pos, dir); ok {
			return end, true
		}
	}
	return state{}, false
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
		key := s.pc*(p.reach+1) + (s.pos-origin)*dir
		if m.visited[key/64]&(1<<(key%64)) != 0 {
			return s, false
		}
		m.visited[key/64] |= 1 << (key % 64)
		in := &p.insts[s.pc]
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
		if s.pos < 0 || s.pos >= len(m.units) || !m.takes(in, m.units[s.pos]) {
			return s, false
		}
		if in.code == codeSpeaker {
			s.speaker = s.pos
		}
		s.pos += dir
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
