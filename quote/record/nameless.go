package record

import "slices"

// A claim is what a loose unit has in common with another unit: one whose
// speaker is unknown, or could be one of several people.
type claim struct {
	loose, other int32
	edge         edge
}

// nameless joins loose units to the one utterance that has their words. They
// need more words than units of known speakers, and where several utterances
// have them they stay by themselves.
func (c *clustering) nameless(pairs pairs) {
	claims := c.claims(pairs)
	for _, k := range claims {
		if k.edge.link.kind != fragment && !c.units[k.loose].person.named() && !c.units[k.other].person.named() {
			c.join(k.edge)
		}
	}
	named := c.named(claims)
	whole := make(map[int32][]claim, len(claims))
	for _, k := range claims {
		if r := c.root(k.loose); named[r] == nil {
			whole[r] = append(whole[r], k)
		}
	}
	roots := make([]int32, 0, len(whole))
	for r := range whole {
		roots = append(roots, r)
	}
	slices.Sort(roots)
	for _, r := range roots {
		c.claim(whole[r], named)
	}
}

// claims lists what loose units share with others, from every pair of
// wordings and from equal wordings.
func (c *clustering) claims(pairs pairs) []claim {
	var out []claim
	see := func(a, b int32, l link) {
		if !l.enoughWithin(nobody) {
			return
		}
		c.product(a, b, func(u, v int32) {
			looseU, looseV := c.people.loose(c.units[u].person), c.people.loose(c.units[v].person)
			e := edge{u, v, l}
			if !looseU && !looseV || c.root(u) == c.root(v) || !c.people.agree(c.units[u].person, c.units[v].person) {
				return
			}
			if looseU && c.enough(e, u) {
				out = append(out, claim{u, v, e})
			}
			if looseV && c.enough(e, v) {
				out = append(out, claim{v, u, e})
			}
		})
	}
	for w := range c.wordings {
		see(int32(w), int32(w), c.whole(int32(w)))
	}
	for p := range pairs.all() {
		see(p.a, p.b, p.link)
	}
	return out
}

// enough reports whether a link is strong enough for its loose unit.
func (c *clustering) enough(e edge, loose int32) bool {
	return e.link.reaches(namelessAcross) ||
		e.link.enoughWithin(c.units[loose].person) && c.shareArticle(&c.units[e.u], &c.units[e.v])
}

// named returns the known speakers of each cluster that claims touch; a
// cluster without any is missing.
func (c *clustering) named(claims []claim) map[int32][]personID {
	touched := make(map[int32]bool, len(claims))
	for _, k := range claims {
		touched[c.root(k.loose)] = true
		touched[c.root(k.other)] = true
	}
	named := map[int32][]personID{}
	for u := range c.units {
		who := c.units[u].person
		if c.people.loose(who) {
			continue
		}
		if r := c.root(int32(u)); touched[r] && len(named[r]) < most && !slices.Contains(named[r], who) {
			named[r] = append(named[r], who)
		}
	}
	return named
}

// claim joins one loose cluster to the one cluster that it fits: of known
// speakers, or else, as a fragment, of unknown ones.
func (c *clustering) claim(claims []claim, named map[int32][]personID) {
	own := c.root(claims[0].loose)
	best := map[int32]claim{} // by root
	for _, k := range claims {
		r := c.root(k.other)
		if r == own || !c.allAgree(c.units[k.loose].person, named[r]) {
			continue
		}
		if old, ok := best[r]; !ok || stronger(k.edge, old.edge) {
			best[r] = k
		}
	}
	for _, among := range []func(int32, claim) bool{
		func(r int32, _ claim) bool { return named[r] != nil },
		func(r int32, k claim) bool {
			return named[r] != nil && c.shareArticle(&c.units[k.loose], &c.units[k.other])
		},
		func(r int32, _ claim) bool { return named[r] == nil },
	} {
		if k, ok := only(best, among); ok {
			whose := named[c.root(k.other)]
			c.join(k.edge)
			if whose != nil {
				named[c.root(own)] = whose
			}
			return
		}
	}
}

// only returns the one claim that is among those wanted, if there is just one.
func only(best map[int32]claim, among func(int32, claim) bool) (claim, bool) {
	var found claim
	n := 0
	for r, k := range best {
		if among(r, k) {
			found = k
			n++
		}
	}
	return found, n == 1
}

func (c *clustering) allAgree(who personID, others []personID) bool {
	return !slices.ContainsFunc(others, func(p personID) bool { return !c.people.agree(who, p) })
}
