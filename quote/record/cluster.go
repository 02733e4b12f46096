package record

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"sync"
)

// A pair is two wordings that can be one utterance: b is not longer than a.
type pair struct {
	a, b int32
	link link
}

// pairs holds pairs in order of b, all of one b in one part.
type pairs [][]pair

// all yields the pairs.
func (p pairs) all() iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for _, part := range p {
			for _, pair := range part {
				if !yield(pair) {
					return
				}
			}
		}
	}
}

// byShorter yields the pairs of each shorter wording.
func (p pairs) byShorter() iter.Seq[[]pair] {
	return func(yield func([]pair) bool) {
		for _, part := range p {
			for len(part) > 0 {
				n := 1
				for n < len(part) && part[n].b == part[0].b {
					n++
				}
				if !yield(part[:n]) {
					return
				}
				part = part[n:]
			}
		}
	}
}

// pairs compares each wording with its candidates, on all processors.
func (a *archive) pairs() pairs {
	x := newIndex(a.wordings)
	const stretch = 1 << 10
	parts := make(pairs, (len(a.wordings)+stretch-1)/stretch)
	next := make(chan int, len(parts))
	for n := range parts {
		next <- n
	}
	close(next)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			q, c := newQuery(x), comparer{scanner: a.borrow()}
			defer a.giveBack(c.scanner)
			var found []pair
			for n := range next {
				found = a.compare(q, &c, n*stretch, min((n+1)*stretch, len(a.wordings)), found[:0])
				parts[n] = slices.Clone(found)
			}
		})
	}
	wait.Wait()
	return parts
}

// compare appends the pairs of the wordings from to to that can be utterances.
func (a *archive) compare(q *query, c *comparer, from, to int, out []pair) []pair {
	for b := from; b < to; b++ {
		for _, longer := range q.candidates(b) {
			if l, ok := c.compare(&a.wordings[b], &a.wordings[longer]); ok {
				out = append(out, pair{int32(longer), int32(b), l})
			}
		}
	}
	return out
}

// A clustering joins units into utterances.
type clustering struct {
	*archive
	units  []unit
	first  []int32 // the first unit of each wording; one more than wordings
	parent []int32
	edges  []edge // why units were joined: one fewer than units in each cluster
}

// An edge is a link between two units. A unit linked with itself holds sources
// that are one by their equal words.
type edge struct {
	u, v int32 // v's wording is not longer than u's
	link link
}

// cluster joins units step by step. No step depends on the order of input, and
// each is settled before the next one looks at what it made.
func (a *archive) cluster(pairs pairs) *clustering {
	c := &clustering{archive: a, units: a.units()}
	c.parent = make([]int32, len(c.units))
	c.first = make([]int32, len(a.wordings)+1)
	for n, u := range c.units {
		c.parent[n] = int32(n)
		c.first[u.wording+1] = int32(n + 1)
	}
	c.contradictions(pairs)
	c.wholes(pairs)
	c.fragments(pairs)
	c.nameless(pairs)
	return c
}

// of returns the units of a wording, from to to.
func (c *clustering) of(w int32) (from, to int32) { return c.first[w], c.first[w+1] }

func (c *clustering) root(u int32) int32 { return find(c.parent, u) }

// join makes two units one utterance. The root of an utterance is its first
// unit, whose wording is its longest.
func (c *clustering) join(e edge) {
	if c.root(e.u) == c.root(e.v) {
		return
	}
	unite(c.parent, e.u, e.v)
	c.edges = append(c.edges, e)
}

// most bounds the units of one wording that are looked at two by two. Only
// phrases that very many people use, or nobody in particular, have more.
const most = 8

// product yields the first units of two wordings two by two.
func (c *clustering) product(a, b int32, yield func(u, v int32)) {
	u, toU := c.of(a)
	v, toV := c.of(b)
	for i := u; i < min(toU, u+most); i++ {
		for j := v; j < min(toV, v+most); j++ {
			if a != b || j > i {
				yield(i, j)
			}
		}
	}
}

// wholes joins units of one speaker that are variants of one another, or
// overlap.
func (c *clustering) wholes(pairs pairs) {
	for p := range pairs.all() {
		if p.link.kind != fragment {
			c.sameSpeaker(p, c.join)
		}
	}
}

// sameSpeaker yields the units of two wordings that have one speaker, where
// the link is strong enough for them.
func (c *clustering) sameSpeaker(p pair, yield func(edge)) {
	u, toU := c.of(p.a)
	v, toV := c.of(p.b)
	for u < toU && v < toV {
		x, y := &c.units[u], &c.units[v]
		switch {
		case x.person < y.person:
			u++
		case x.person > y.person:
			v++
		case !x.person.named():
			u++ // nameless sees to them
		default:
			c.stretches(u, v, toU, toV, p.link, yield)
			for who := x.person; u < toU && c.units[u].person == who; {
				u++
			}
			for who := y.person; v < toV && c.units[v].person == who; {
				v++
			}
		}
	}
}

// stretches yields the units from u and v on that have the speaker of both.
func (c *clustering) stretches(u, v, toU, toV int32, l link, yield func(edge)) {
	who := c.units[u].person
	for i := u; i < min(toU, u+most) && c.units[i].person == who; i++ {
		for j := v; j < min(toV, v+most) && c.units[j].person == who; j++ {
			if l.across || l.within && c.shareArticle(&c.units[i], &c.units[j]) {
				yield(edge{i, j, l})
			}
		}
	}
}

// fragments joins each cluster to the one utterance that it is a part of.
// Where it is a part of several, it is given to one in the same report, or
// else, when it is long enough, to the one that shares most. So a fragment
// never makes two utterances one.
func (c *clustering) fragments(pairs pairs) {
	var parts []edge
	for group := range pairs.byShorter() {
		if c.stock(group) {
			continue
		}
		for _, p := range group {
			if p.link.kind == fragment {
				c.sameSpeaker(p, func(e edge) {
					if c.root(e.u) != c.root(e.v) {
						parts = append(parts, e)
					}
				})
			}
		}
	}
	// The longest fragments first, each cluster's together.
	whole := make([]int32, len(parts))
	order := make([]int32, len(parts))
	for n, e := range parts {
		order[n] = int32(n)
		whole[n] = c.root(e.v)
	}
	slices.SortFunc(order, func(i, j int32) int {
		return cmp.Or(cmp.Compare(whole[i], whole[j]), cmp.Compare(i, j))
	})
	for from, to := 0, 0; from < len(order); from = to {
		to = from + 1
		for to < len(order) && whole[order[to]] == whole[order[from]] {
			to++
		}
		c.attach(parts, order[from:to])
	}
}

// sureFragment is the number of words from which a fragment belongs to the
// utterance that shares most with it although it fits others too.
const sureFragment = 7

// attach joins a cluster to the best of the wholes that its fragments have.
func (c *clustering) attach(parts []edge, mine []int32) {
	best, several := edge{u: -1}, false
	var bestShared bool
	for _, n := range mine {
		e := parts[n]
		if c.root(e.u) == c.root(e.v) {
			continue
		}
		shared := c.shareArticle(&c.units[e.u], &c.units[e.v])
		if best.u >= 0 && c.root(e.u) != c.root(best.u) {
			several = true
		}
		if best.u < 0 || shared && !bestShared || shared == bestShared && stronger(e, best) {
			best, bestShared = e, shared
		}
	}
	if best.u >= 0 && (!several || bestShared || best.link.shared >= sureFragment) {
		c.join(best)
	}
}

func stronger(e, f edge) bool {
	return cmp.Or(cmp.Compare(e.link.weight, f.link.weight), cmp.Compare(f.u, e.u), cmp.Compare(f.v, e.v)) > 0
}

// A phrase of so few words that so many people use is nobody's.
const (
	stockWords  = 6
	stockPeople = 3
)

// stock reports whether the shorter wording of a group of pairs is a phrase
// that several people use: its own speakers and those of longer quotes with it.
func (c *clustering) stock(group []pair) bool {
	if len(c.wordings[group[0].b].words) > stockWords {
		return false
	}
	var who []personID
	see := func(w int32) {
		for u, to := c.of(w); u < to && len(who) < stockPeople; u++ {
			if p := c.units[u].person; p.named() && !slices.Contains(who, p) {
				who = append(who, p)
			}
		}
	}
	see(group[0].b)
	for _, p := range group {
		see(p.a)
	}
	return len(who) >= stockPeople
}
