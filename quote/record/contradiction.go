package record

import "slices"

// mostSides is the number of speakers up to which a record is contested. What
// more people are said to have said, each has: an oath, a prayer, a chant.
const mostSides = 3

// contradictions joins what reports give to different people in so many equal
// words that both can't have said it by chance: such a record is contested.
// Where one report does so, fewer words are enough.
func (c *clustering) contradictions(pairs pairs) {
	var edges []edge
	see := func(a, b int32, l link) {
		if l.contest {
			edges = c.allNamed(edges, a, b, l)
		} else if l.dispute {
			edges = c.namedWithin(edges, a, b, l)
		}
	}
	for w := range c.wordings {
		see(int32(w), int32(w), c.whole(int32(w)))
	}
	for p := range pairs.all() {
		see(p.a, p.b, p.link)
	}
	parent := slices.Clone(c.parent)
	for _, e := range edges {
		unite(parent, e.u, e.v)
	}
	sides := c.sidesOf(edges, parent)
	for _, e := range edges {
		if len(sides[find(parent, e.u)]) <= mostSides {
			c.join(e)
		}
	}
}

// allNamed links all units of two wordings whose speakers are known.
func (c *clustering) allNamed(edges []edge, a, b int32, l link) []edge {
	first := int32(-1)
	for _, w := range [...]int32{a, b} {
		for u, to := c.of(w); u < to; u++ {
			switch {
			case !c.units[u].person.named():
			case first < 0:
				first = u
			default:
				edges = append(edges, edge{first, u, l})
			}
		}
		if a == b {
			break
		}
	}
	return edges
}

// namedWithin links units of two wordings whose speakers are known and that
// share an article.
func (c *clustering) namedWithin(edges []edge, a, b int32, l link) []edge {
	c.product(a, b, func(u, v int32) {
		x, y := &c.units[u], &c.units[v]
		if x.person.named() && y.person.named() && c.shareArticle(x, y) {
			edges = append(edges, edge{u, v, l})
		}
	})
	return edges
}

// sidesOf returns the speakers of each set of linked units who can't be one
// person, up to one more than may contradict each other.
func (c *clustering) sidesOf(edges []edge, parent []int32) map[int32][]personID {
	sides := map[int32][]personID{}
	see := func(u int32) {
		root, who := find(parent, u), c.units[u].person
		known := sides[root]
		if len(known) <= mostSides && !slices.ContainsFunc(known, func(p personID) bool { return c.people.agree(p, who) }) {
			sides[root] = append(known, who)
		}
	}
	for _, e := range edges {
		see(e.u)
		see(e.v)
	}
	return sides
}
