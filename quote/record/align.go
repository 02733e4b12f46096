package record

// A block is a run of n words that two quotes share, from a[i] and b[j] on.
type block struct{ i, j, n int }

// An aligner finds what two quotes share. Its buffers are reused; it isn't
// safe for concurrent use.
type aligner struct {
	match, gap [2][]int32
	step       []uint8
	blocks     []block
	once       map[uint64]place
	anchors    []block
}

// small bounds the table of one alignment: beyond it, quotes are first cut at
// pairs of words that occur once in each.
const small = 1 << 14

// adjacent is the reward, in tenths of a content word, for a shared word that
// follows a shared word: it keeps runs together.
const adjacent = 6

// align returns the runs of words that a and b share, in order, so that their
// weight is greatest. It takes time in proportion to len(a)·len(b) for quotes
// of ordinary length and to their sum for long ones; those may lose a run
// between two anchors that lie far apart. The result is valid until the next
// call.
func (al *aligner) align(a, b []word) []block {
	al.blocks = al.blocks[:0]
	head := sure(commonPrefix(a, b))
	al.emit(0, 0, head)
	tail := sure(commonSuffix(a[head:], b[head:]))
	al.middle(a, b, head, len(a)-tail, head, len(b)-tail)
	al.emit(len(a)-tail, len(b)-tail, tail)
	return al.blocks
}

func commonPrefix(a, b []word) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []word) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// sure is n when n shared words at the ends cannot be chance, else 0: a fragment
// and a longer quote may well end in the same word.
func sure(n int) int {
	if n < 4 {
		return 0
	}
	return n
}

// emit appends a block, joined to the one before it where they touch.
func (al *aligner) emit(i, j, n int) {
	if n == 0 {
		return
	}
	if k := len(al.blocks) - 1; k >= 0 {
		last := &al.blocks[k]
		if last.i+last.n == i && last.j+last.n == j {
			last.n += n
			return
		}
	}
	al.blocks = append(al.blocks, block{i, j, n})
}

// middle aligns a[i0:i1] with b[j0:j1].
func (al *aligner) middle(a, b []word, i0, i1, j0, j1 int) {
	if i0 == i1 || j0 == j1 {
		return
	}
	if (i1-i0)*(j1-j0) <= small {
		al.table(a, b, i0, i1, j0, j1)
		return
	}
	anchors := al.unique(a[i0:i1], b[j0:j1])
	i, j := i0, j0
	for _, k := range anchors {
		ki, kj := i0+k.i, j0+k.j
		if ki < i || kj < j {
			continue // covered by the run of the anchor before
		}
		if (ki-i)*(kj-j) <= small {
			al.table(a, b, i, ki, j, kj)
		}
		n := commonPrefix(a[ki:i1], b[kj:j1])
		al.emit(ki, kj, n)
		i, j = ki+n, kj+n
	}
	if (i1-i)*(j1-j) <= small {
		al.table(a, b, i, i1, j, j1)
	}
}

// Steps of the table: how the best alignment of two beginnings ends.
const (
	skipA uint8 = iota
	skipB
	take
)

// table aligns a[i0:i1] with b[j0:j1] by dynamic programming. Among equals it
// prefers runs, and then to skip words of b.
func (al *aligner) table(a, b []word, i0, i1, j0, j1 int) {
	if i0 == i1 || j0 == j1 {
		return
	}
	rows, cols := i1-i0, j1-j0
	al.grow(rows, cols)
	across := b[j0:j1]
	for i, wa := range a[i0:i1] {
		// Cut to one length, so that no index in the loop need be checked.
		match, gap := al.match[(i+1)&1][1:][:cols], al.gap[(i+1)&1][1:][:cols]
		matchUp, gapUp := al.match[i&1][:cols+1], al.gap[i&1][:cols+1]
		steps := al.step[i*cols:][:cols]
		left := int32(0)
		for j, wb := range across {
			best, step := gapUp[j+1], skipA
			if left >= best {
				best, step = left, skipB
			}
			here := int32(0)
			if wa == wb {
				w := wa.weight()
				one := gapUp[j] + w
				run := int32(0)
				if matchUp[j] > 0 {
					run = matchUp[j] + w + adjacent
				}
				here = max(one, run)
				if here > best {
					best, step = here, take
				}
				if run >= one {
					step |= runBit
				}
			}
			match[j], gap[j], steps[j], left = here, best, step, best
		}
	}
	al.trace(rows, cols, i0, j0)
}

// runBit marks a cell whose shared word continues a run.
const runBit uint8 = 1 << 7

func (al *aligner) grow(rows, cols int) {
	for k := range 2 {
		if cap(al.match[k]) <= cols {
			al.match[k] = make([]int32, cols+1, 2*cols+1)
			al.gap[k] = make([]int32, cols+1, 2*cols+1)
		}
		al.match[k] = al.match[k][:cols+1]
		al.gap[k] = al.gap[k][:cols+1]
	}
	clear(al.match[0])
	clear(al.gap[0])
	if cap(al.step) < rows*cols {
		al.step = make([]uint8, rows*cols, 2*rows*cols)
	}
	al.step = al.step[:rows*cols]
}

// trace emits the blocks of the best alignment that the table holds.
func (al *aligner) trace(rows, cols, i0, j0 int) {
	first := len(al.anchors)
	inRun := false
	for i, j := rows-1, cols-1; i >= 0 && j >= 0; {
		step := al.step[i*cols+j]
		switch {
		case inRun || step&^runBit == take:
			al.anchors = append(al.anchors, block{i0 + i, j0 + j, 1})
			inRun = step&runBit != 0
			i, j = i-1, j-1
		case step&^runBit == skipA:
			i--
		default:
			j--
		}
	}
	for k := len(al.anchors) - 1; k >= first; k-- {
		al.emit(al.anchors[k].i, al.anchors[k].j, 1)
	}
	al.anchors = al.anchors[:first]
}

// place is where a pair of words occurs in both quotes; -1 is nowhere, -2 twice.
type place struct{ i, j int32 }

// unique returns the longest rising sequence of pairs of words that occur once
// in a and once in b.
func (al *aligner) unique(a, b []word) []block {
	if al.once == nil {
		al.once = map[uint64]place{}
	}
	clear(al.once)
	for i := range len(a) - 1 {
		p, seen := al.once[twoWords(a, i)]
		if seen {
			p.i = -2
		} else {
			p = place{int32(i), -1}
		}
		al.once[twoWords(a, i)] = p
	}
	for j := range len(b) - 1 {
		p, seen := al.once[twoWords(b, j)]
		if !seen {
			continue
		}
		if p.j == -1 {
			p.j = int32(j)
		} else {
			p.j = -2
		}
		al.once[twoWords(b, j)] = p
	}
	var found []block
	for i := range len(a) - 1 {
		if p := al.once[twoWords(a, i)]; p.i == int32(i) && p.j >= 0 {
			found = append(found, block{i, int(p.j), 1})
		}
	}
	return rising(found)
}

func twoWords(w []word, i int) uint64 { return uint64(w[i])<<32 | uint64(w[i+1]) }

// rising returns the longest subsequence of blocks, which are in order of i,
// that is in order of j too. It takes n log n time.
func rising(blocks []block) []block {
	ends := make([]int, 0, len(blocks)) // ends[k]: the block that best ends a sequence of k+1
	before := make([]int, len(blocks))
	for n, b := range blocks {
		lo, hi := 0, len(ends)
		for lo < hi {
			if mid := (lo + hi) / 2; blocks[ends[mid]].j < b.j {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		before[n] = -1
		if lo > 0 {
			before[n] = ends[lo-1]
		}
		if lo == len(ends) {
			ends = append(ends, n)
		} else {
			ends[lo] = n
		}
	}
	if len(ends) == 0 {
		return nil
	}
	out := make([]block, len(ends))
	for k, n := len(ends)-1, ends[len(ends)-1]; k >= 0; k, n = k-1, before[n] {
		out[k] = blocks[n]
	}
	return out
}
