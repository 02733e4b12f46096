package record

import (
	"cmp"
	"math/bits"
	"slices"
)

// An index finds wordings that share three words in a row, longest first. It
// is an inverted index of all such triples, in which a wording looks up its
// rarest: those it shares with another, and with the fewest.
type index struct {
	wordings []wording // longest first
	shift    int
	start    []uint32 // of each bucket of triples, in list; one more than buckets
	list     []uint32 // wordings, ascending in each bucket
}

// triple is the number of words in a row that the index goes by.
const triple = 3

// newIndex indexes wordings, which are sorted longest first. Time and memory
// are linear in their words.
func newIndex(wordings []wording) *index {
	total := 0
	for i := range wordings {
		total += max(0, len(wordings[i].words)-triple+1)
	}
	x := &index{wordings: wordings, shift: 64 - bits.Len(uint(total|1))}
	x.start = make([]uint32, 1<<(64-x.shift)+1)
	x.list = make([]uint32, total)
	for i := range wordings {
		x.each(i, func(_ int, bucket uint64) { x.start[bucket+1]++ })
	}
	for b := 1; b < len(x.start); b++ {
		x.start[b] += x.start[b-1]
	}
	// Filling moves each bucket's start to its end, which is the next one's start.
	for i := range wordings {
		x.each(i, func(_ int, bucket uint64) {
			x.list[x.start[bucket]] = uint32(i)
			x.start[bucket]++
		})
	}
	copy(x.start[1:], x.start)
	x.start[0] = 0
	return x
}

// each yields the bucket of each triple of wording i with its place.
func (x *index) each(i int, yield func(at int, bucket uint64)) {
	words := x.wordings[i].words
	for n := range len(words) - triple + 1 {
		h := mix(mix(mix(0, uint64(words[n])), uint64(words[n+1])), uint64(words[n+2]))
		yield(n, h*0x9E3779B97F4A7C15>>x.shift)
	}
}

// A query finds the candidates of one wording after another.
type query struct {
	x      *index
	rare   []posting
	hits   []hit
	result []int
}

type posting struct{ at, size, bucket uint32 }

type hit struct {
	wording uint32
	times   int32
}

const (
	lookups    = 8  // triples that a wording looks up
	nearest    = 8  // entries read of each list next to the wording's own, of about its length
	hubs       = 8  // entries read of each list from its longest on
	candidates = 10 // wordings to be compared with
)

// candidates returns wordings before i, so not shorter, that share triples with
// it, most shared first. It reads a bounded part of each list: what many
// wordings share is read at the longest, which hold the rest, and next to
// wording i, where its variants stand. The result is valid until the next call.
func (q *query) candidates(i int) []int {
	q.rarest(i)
	q.hits = q.hits[:0]
	for _, p := range q.rare {
		list := q.x.list[q.x.start[p.bucket]:q.x.start[p.bucket+1]]
		own, _ := slices.BinarySearch(list, uint32(i))
		list = list[:own]
		far := list[:min(hubs, len(list))]
		near := list[max(len(far), len(list)-nearest):]
		for _, w := range far {
			q.hits = append(q.hits, hit{w, 1})
		}
		for _, w := range near {
			q.hits = append(q.hits, hit{w, 1})
		}
	}
	return q.best()
}

// rarest fills q.rare with the places of the rarest shared triples of wording i,
// no two of them next to each other while there is a choice.
func (q *query) rarest(i int) {
	q.rare = q.rare[:0]
	q.x.each(i, func(at int, bucket uint64) {
		size := q.x.start[bucket+1] - q.x.start[bucket]
		if size > 1 {
			q.rare = append(q.rare, posting{uint32(at), size, uint32(bucket)})
		}
	})
	if len(q.rare) <= lookups {
		return
	}
	slices.SortFunc(q.rare, func(a, b posting) int {
		return cmp.Or(cmp.Compare(a.size, b.size), cmp.Compare(a.bucket, b.bucket))
	})
	q.rare = q.rare[:lookups]
}

// best adds up the hits and returns the wordings with most of them.
func (q *query) best() []int {
	slices.SortFunc(q.hits, func(a, b hit) int { return cmp.Compare(a.wording, b.wording) })
	n := 0
	for k, h := range q.hits {
		if k > 0 && q.hits[n-1].wording == h.wording {
			q.hits[n-1].times++
			continue
		}
		q.hits[n] = h
		n++
	}
	q.hits = q.hits[:n]
	if n > candidates {
		slices.SortFunc(q.hits, func(a, b hit) int {
			return cmp.Or(cmp.Compare(b.times, a.times), cmp.Compare(a.wording, b.wording))
		})
		q.hits = q.hits[:candidates]
	}
	q.result = q.result[:0]
	for _, h := range q.hits {
		q.result = append(q.result, int(h.wording))
	}
	return q.result
}
