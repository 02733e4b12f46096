package record

import (
	"cmp"
	"slices"

	"quotes/quote"
)

// A Sketch is a sample of what a report says in its own words, by which
// near-copies of one article are told. What it quotes is left out, because
// independent reports quote alike.
type Sketch struct {
	low   [sketchSize]uint32 // the lowest hashes of four words in a row, rising
	kept  uint8              // of low
	total int32              // different hashes of the report, as estimated
}

const (
	sketchSize  = 64
	sketchWords = 4
	// leastCopy is the number of places of four words that a report must have to
	// be told for a copy, and nearCopy the share of the shorter report's that the
	// longer one must have.
	leastCopy = 24
	nearCopy  = 0.5
	// probes are the lowest hashes of which two near-copies share one.
	probes = 8
)

// newSketch samples a text outside the spans quoted, which are in text order.
// It takes linear time.
func newSketch(text string, quoted []quote.Span) *Sketch {
	var (
		s    Sketch
		last [sketchWords]uint64
		n    int
		word uint64
	)
	for i := 0; i <= len(text); i++ {
		for len(quoted) > 0 && i >= quoted[0].End {
			quoted = quoted[1:]
		}
		inside := len(quoted) > 0 && i >= quoted[0].Start
		if i < len(text) && !inside && letter(text[i]) {
			word = mix(word+1, uint64(text[i]|0x20))
			continue
		}
		if word != 0 {
			last[n%sketchWords] = word
			n++
			word = 0
			if n >= sketchWords {
				s.add(uint32(window(last, n) >> 32))
			}
		}
		if inside {
			n = 0 // no four words run over a quote
			i = min(quoted[0].End, len(text)) - 1
		}
	}
	return &s
}

// letter reports whether a byte is part of a word: a letter, a digit, or the
// first byte of a character outside ASCII but for curly marks and dashes.
func letter(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= 0xC3 && c != 0xE2
}

// window hashes the last words, the oldest first.
func window(last [sketchWords]uint64, n int) uint64 {
	h := uint64(0)
	for k := range sketchWords {
		h = mix(h, last[(n+k)%sketchWords])
	}
	return h * 0x9E3779B97F4A7C15
}

// add keeps a hash if it is among the lowest.
func (s *Sketch) add(h uint32) {
	if s.kept == sketchSize && h > s.low[sketchSize-1] {
		s.total++
		return
	}
	at, found := slices.BinarySearch(s.low[:s.kept], h)
	if found {
		return
	}
	s.total++
	if s.kept < sketchSize {
		s.kept++
	}
	copy(s.low[at+1:s.kept], s.low[at:])
	s.low[at] = h
}

// nearCopyOf reports whether one of two reports has most of the other's own
// words, as far as their samples tell.
func (s *Sketch) nearCopyOf(t *Sketch) bool {
	small := min(s.total, t.total)
	if small < leastCopy {
		return false
	}
	both, seen := 0, 0
	for i, j := 0, 0; seen < sketchSize && (i < int(s.kept) || j < int(t.kept)); seen++ {
		switch {
		case j == int(t.kept) || i < int(s.kept) && s.low[i] < t.low[j]:
			i++
		case i == int(s.kept) || t.low[j] < s.low[i]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	share := float64(both) / float64(seen) // of the union
	return share/(1+share)*float64(s.total+t.total) >= nearCopy*float64(small)
}

// copies returns the group of near-copies that each report belongs to, by the
// number of its first report. It takes n log n time.
func (a *archive) copies() []int32 {
	sketches := make([]*Sketch, len(a.names))
	for i := range a.entries {
		r := a.entries[i].report
		if sketches[r] == nil {
			sketches[r] = a.at(int32(i)).source[0].Sketch
		}
	}
	type probe struct {
		hash   uint32
		report int32
	}
	var all []probe
	group := make([]int32, len(a.names))
	for r, s := range sketches {
		group[r] = int32(r)
		if s == nil {
			continue
		}
		for _, h := range s.low[:min(s.kept, probes)] {
			all = append(all, probe{h, int32(r)})
		}
	}
	slices.SortFunc(all, func(x, y probe) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.report, y.report))
	})
	first := 0
	for k := 1; k < len(all); k++ {
		if all[k].hash != all[first].hash {
			first = k
			continue
		}
		for _, other := range [...]int32{all[first].report, all[k-1].report} {
			if r := all[k].report; find(group, r) != find(group, other) && sketches[r].nearCopyOf(sketches[other]) {
				unite(group, r, other)
			}
		}
	}
	for r := range group {
		group[r] = find(group, int32(r))
	}
	return group
}

// find returns the first member of the set that u is in.
func find(parent []int32, u int32) int32 {
	for parent[u] != u {
		parent[u] = parent[parent[u]]
		u = parent[u]
	}
	return u
}

// unite makes the sets of u and v one.
func unite(parent []int32, u, v int32) {
	u, v = find(parent, u), find(parent, v)
	parent[max(u, v)] = min(u, v)
}
