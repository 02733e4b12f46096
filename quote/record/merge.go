package record

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"sync"
)

// Merge folds records into one for each utterance. Those that it is given hold
// one source each, as Each returns them, or several, as Merge does: merging
// again what was merged, with or without new sources, keeps the ids of records.
//
// Two sources are of one utterance when their words agree, as identical words,
// as variants, as a fragment and its whole or as overlapping excerpts, and
// their speakers do. Few or common words need more agreement than many and rare
// ones. Where enough words agree for chance to be out of the question and the
// speakers don't, the record is contested.
//
// The confidence of a record is w²/W, capped at 0.99: w is what supports its
// speaker and W the sum of what supports each speaker given. What supports a
// speaker is 1-(1-c₁)(1-c₂)…, where each cᵢ is the highest confidence among
// sources that are near-copies of one article, which count once. So it grows
// with independent sources and falls with dissent.
//
// Records come in the order in which their first sources were given. What they
// hold doesn't depend on that order. Time grows as n log n in the number of
// sources.
func Merge(seq iter.Seq[Record]) []Record {
	a := read(seq)
	a.people.resolve()
	a.article = a.copies()
	return a.cluster(a.pairs()).recordsOf()
}

// recordsOf makes the record of each cluster, on all processors.
func (c *clustering) recordsOf() []Record {
	groups := c.groups()
	out := make([]Record, len(groups))
	const stretch = 1 << 8
	next := make(chan int, len(groups)/stretch+1)
	for from := 0; from < len(groups); from += stretch {
		next <- from
	}
	close(next)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			w := writer{clustering: c, comparer: comparer{scanner: c.borrow()}}
			defer c.giveBack(w.scanner)
			for from := range next {
				for n := from; n < min(from+stretch, len(groups)); n++ {
					out[n] = w.record(groups[n])
				}
			}
		})
	}
	wait.Wait()
	distinguish(out)
	return out
}

// A group is a cluster as it is written: its units, and the edges between them.
type group struct {
	units []int32
	edges []edge
}

// groups returns the clusters in the order in which their first sources were given.
func (c *clustering) groups() []group {
	units := make([]int32, len(c.units))
	root := make([]int32, len(c.units))
	for u := range units {
		units[u] = int32(u)
		root[u] = c.root(int32(u))
	}
	slices.SortFunc(units, func(u, v int32) int {
		return cmp.Or(cmp.Compare(root[u], root[v]), cmp.Compare(u, v))
	})
	slices.SortFunc(c.edges, func(e, f edge) int {
		return cmp.Or(cmp.Compare(root[e.u], root[f.u]), cmp.Compare(e.v, f.v), cmp.Compare(e.u, f.u))
	})
	var groups []group
	edges := c.edges
	for len(units) > 0 {
		n, m := 1, 0
		for n < len(units) && root[units[n]] == root[units[0]] {
			n++
		}
		for m < len(edges) && root[edges[m].u] == root[units[0]] {
			m++
		}
		groups = append(groups, group{units[:n:n], edges[:m:m]})
		units, edges = units[n:], edges[m:]
	}
	first := func(g group) int32 {
		n := int32(len(c.entries))
		for _, u := range g.units {
			for _, e := range c.units[u].entries {
				n = min(n, e)
			}
		}
		return n
	}
	order := make([]int32, len(c.entries))
	for n, g := range groups {
		order[first(g)] = int32(n) + 1
	}
	out := groups[:0:0]
	for _, n := range order {
		if n > 0 {
			out = append(out, groups[n-1])
		}
	}
	return out
}
