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
		x.each(i, func(bucket uint64) { x.start[bucket+1]++ })
	}
	for b := 1; b < len(x.start); b++ {
		x.start[b] += x.start[b-1]
	}
	// Filling moves each bucket's start to its end, which is the next one's start.
	for i := range wordings {
		x.each(i, func(bucket uint64) {
			x.list[x.start[bucket]] = uint32(i)
			x.start[bucket]++
		})
	}
	copy(x.start[1:], x.start)
	x.start[0] = 0
	return x
}

// each yields the bucket of each triple of wording i.
func (x *index) each(i int, yield func(bucket uint64)) {
	words := x.wordings[i].words
	for n := range len(words) - triple + 1 {
		h := mix(mix(mix(0, uint64(words[n])), uint64(words[n+1])), uint64(words[n+2]))
		yield(h * 0x9E3779B97F4A7C15 >> x.shift)
	}
}

// A query finds the candidates of one wording after another.
type query struct {
	x      *index
	rare   []posting
	times  []uint16 // that each wording was hit; all 0 between two wordings
	result []uint32
}

func newQuery(x *index) *query { return &query{x: x, times: make([]uint16, len(x.wordings))} }

type posting struct{ size, bucket uint32 }

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
func (q *query) candidates(i int) []uint32 {
	q.rarest(i)
	q.result = q.result[:0]
	for _, p := range q.rare {
		list := q.x.list[q.x.start[p.bucket]:q.x.start[p.bucket+1]]
		own, _ := slices.BinarySearch(list, uint32(i))
		far := list[:min(hubs, own)]
		near := list[max(len(far), own-nearest):own]
		q.hit(far)
		q.hit(near)
	}
	if len(q.result) > candidates {
		slices.SortFunc(q.result, func(a, b uint32) int {
			return cmp.Or(cmp.Compare(q.times[b], q.times[a]), cmp.Compare(a, b))
		})
	}
	for _, w := range q.result {
		q.times[w] = 0
	}
	return q.result[:min(candidates, len(q.result))]
}

func (q *query) hit(wordings []uint32) {
	for _, w := range wordings {
		if q.times[w] == 0 {
			q.result = append(q.result, w)
		}
		q.times[w]++
	}
}

// rarest fills q.rare with the rarest triples that wording i shares.
func (q *query) rarest(i int) {
	q.rare = q.rare[:0]
	q.x.each(i, func(bucket uint64) {
		size := q.x.start[bucket+1] - q.x.start[bucket]
		if size > 1 {
			q.rare = append(q.rare, posting{size, uint32(bucket)})
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
