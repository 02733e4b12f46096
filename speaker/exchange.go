package speaker

import (
	"strings"

	"quotes/speaker/pattern"
)

// answered reports whether run i is a question that somebody is said to ask, so that
// the next paragraph is rather the answer.
func (an *analysis) answered(i int) bool {
	c := an.found[i].cue
	return an.asks(i) && strings.HasPrefix(an.src[c.Start:c.End], "ask")
}

// longTurn is more than who asks says at once, in bytes, unless it is a question.
const longTurn = 160

// alternation: in an exchange of two, a paragraph that is a quote without a tag
// is the other's when a question was asked or answered.
func (an *analysis) alternation(p pass) {
	for i := 2; i < len(an.runs); i++ {
		b := i - 1
		if !an.untagged(i) || !an.alone(i) || an.paraOf(i)-an.paraOf(b) != 1 {
			continue
		}
		a := b - 1
		for a > 0 && an.paraOf(a) == an.paraOf(b) && an.same(a, b) {
			a-- // “B,” said Kim. “B?”
		}
		if an.paraOf(b)-an.paraOf(a) != 1 || an.found[a].mention < 0 || an.found[b].mention < 0 || an.same(a, b) {
			continue
		}
		if an.answered(a) && !an.asks(i) && an.runs[i].End-an.runs[i].Start > longTurn {
			continue // the answer goes on
		}
		if an.asks(a) || an.asks(b) || contains(an.found[b].rules, p.name) {
			an.inherit(i, a, p)
		}
	}
}

// exchange: from one tag to the next, quotes that are paragraphs without tags are
// said by turns, when the first asks and another has the last word, or when whoever
// has both is asked in between.
func (an *analysis) exchange(p pass) {
	for k, n := 0, 0; k < len(an.runs); k = n {
		n = k + 1
		for n < len(an.runs) && an.untagged(n) && an.alone(n) && an.paraOf(n)-an.paraOf(n-1) == 1 {
			n++
		}
		if n == k+1 || n == len(an.runs) || an.found[k].mention < 0 || an.found[n].mention < 0 || an.paraOf(n)-an.paraOf(n-1) != 1 {
			continue
		}
		switch turns := n - k; {
		case turns%2 == 1 && an.asks(k) && !an.same(k, n):
			for i := k + 1; i < n; i++ {
				if (i-k)%2 == 1 {
					an.inherit(i, n, p)
				} else {
					an.inherit(i, k, p)
				}
			}
		case turns%2 == 0 && an.same(k, n) && an.asks(k):
			for i := k + 1; i < n; i++ {
				if (i-k)%2 == 0 {
					an.inherit(i, k, p)
				} else if other := an.spokeBefore(k); other >= 0 {
					an.inherit(i, other, p)
				}
			}
		case turns%2 == 0 && an.same(k, n) && an.asked(k, n):
			asker := an.lastSubject(k-1, k)
			for i := k + 1; i < n; i++ {
				switch {
				case (i-k)%2 == 0:
					an.inherit(i, k, p)
				case asker >= 0 && an.mentions[asker].entity != an.mentions[an.found[k].mention].entity:
					an.give(i, asker, p)
				default: // nobody says who asks
					an.found[i].silent, an.found[i].rules, an.found[i].rule = true, []string{p.name}, &pattern.Rule{Name: p.name, Silent: true}
				}
			}
		}
	}
}

// spokeBefore is the latest run near before run k that somebody else is said to have said,
// -1 for none.
func (an *analysis) spokeBefore(k int) int {
	const near = 4 // paragraphs
	for i := k - 1; i >= 0 && an.paraOf(k)-an.paraOf(i) <= near; i-- {
		if an.found[i].mention >= 0 && !an.same(i, k) {
			return i
		}
	}
	return -1
}

// asked reports whether every second of the runs between k and n asks.
func (an *analysis) asked(k, n int) bool {
	for i := k + 1; i < n; i += 2 {
		if !an.asks(i) {
			return false
		}
	}
	return true
}

// asks reports whether run i ends with a question mark.
func (an *analysis) asks(i int) bool {
	return lastRune(an.src[an.runs[i].Start:an.runs[i].End]) == '?'
}

// same reports whether two runs have one speaker.
func (an *analysis) same(a, b int) bool {
	if an.found[a].mention < 0 || an.found[b].mention < 0 {
		return false
	}
	m, n := an.mentions[an.found[a].mention], an.mentions[an.found[b].mention]
	return m == n || m.entity >= 0 && m.entity == n.entity
}
