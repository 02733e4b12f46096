package record

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"

	"quotes/speaker"
)

// An archive is all that is merged at once.
type archive struct {
	given    []*[chunk]given // in order
	entries  []entry         // of each record
	wordings []wording       // sorted longest first once all are read
	people   *people
	reports  map[string]int32
	names    []string // of reports
	article  []int32  // of each report: the first of its near-copies

	mu   sync.Mutex
	idle []*scanner // not in use
}

// A given is one source as given, with what its record says of it.
type given struct {
	id         string // of its record, when it was merged before
	quote      string
	speaker    *speaker.Speaker
	confidence float64
	source     []Source // just one
}

// chunk is the number of sources that are read at once.
const chunk = 4096

func (a *archive) at(i int32) *given { return &a.given[i/chunk][i%chunk] }

// read takes in all records. Their texts are taken apart on all processors.
func read(seq iter.Seq[Record]) *archive {
	a := &archive{people: newPeople(), reports: map[string]int32{}}
	in := intake{archive: a, seen: map[uint64]int32{}}
	for r := range seq {
		in.add(r)
	}
	if in.n > 0 {
		in.start()
	}
	for len(in.pending) > 0 {
		in.finish()
	}
	a.settle()
	return a
}

// An intake reads blocks of records side by side, and takes them in in order.
type intake struct {
	*archive
	seen    map[uint64]int32 // wordings by key
	block   *[chunk]given    // not full yet
	n       int              // of block
	pending []chan reading
}

// add takes in the sources of a record.
func (in *intake) add(r Record) {
	if len(r.Sources) == 1 {
		g := given{quote: r.Quote, speaker: r.Speaker, confidence: r.Confidence, source: r.Sources}
		if s := &r.Sources[0]; s.Match != "" {
			g.id, g.quote = r.ID, words(s.Spans)
			if s.Speaker != nil {
				g.speaker = s.Speaker
			}
		}
		in.put(g)
		return
	}
	for n, s := range r.Sources {
		in.put(given{r.ID, words(s.Spans), s.Speaker, s.Confidence, r.Sources[n : n+1 : n+1]})
	}
}

func (in *intake) put(g given) {
	if in.block == nil {
		in.block = new([chunk]given)
	}
	in.block[in.n] = g
	if in.n++; in.n == chunk {
		in.start()
	}
}

// borrow returns a scanner that nobody uses until it is given back.
func (a *archive) borrow() *scanner {
	a.mu.Lock()
	defer a.mu.Unlock()
	n := len(a.idle)
	if n == 0 {
		return newScanner()
	}
	s := a.idle[n-1]
	a.idle = a.idle[:n-1]
	return s
}

func (a *archive) giveBack(s *scanner) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.idle = append(a.idle, s)
}

// A reading is a block of records with the wordings of each.
type reading struct {
	block    *[chunk]given
	n        int
	wordings []wording
	scanner  *scanner
}

// start reads the block beside the others.
func (in *intake) start() {
	if len(in.pending) >= runtime.GOMAXPROCS(0) {
		in.finish()
	}
	r := reading{block: in.block, n: in.n, scanner: in.borrow()}
	in.block, in.n = nil, 0
	done := make(chan reading, 1)
	in.pending = append(in.pending, done)
	go func() {
		r.wordings = make([]wording, r.n)
		arena := r.scanner.arena[:0]
		for i := range r.n {
			r.wordings[i], arena = newWording(r.scanner, &r.block[i], arena)
		}
		r.scanner.arena = arena
		done <- r
	}()
}

// finish takes in the block that was started first.
func (in *intake) finish() {
	r := <-in.pending[0]
	in.pending = in.pending[1:]
	in.given = append(in.given, r.block)
	for i := range r.n {
		g := &r.block[i]
		in.entries = append(in.entries, entry{
			wording: in.wording(&r.wordings[i]),
			alias:   in.people.add(g.speaker),
			report:  in.report(g.source[0].Report),
		})
	}
	in.giveBack(r.scanner)
}

func (in *intake) wording(w *wording) int32 {
	id, ok := in.seen[w.key]
	if !ok {
		id = int32(len(in.wordings))
		in.seen[w.key] = id
		w.words = slices.Clone(w.words)
		in.wordings = append(in.wordings, *w)
	}
	old := &in.wordings[id]
	if w.text < old.text {
		old.text = w.text
	}
	old.clause = old.clause && w.clause
	old.nested = old.nested || w.nested
	old.cuts = union(old.cuts, w.cuts)
	return id
}

// union merges two rising lists.
func union(a, b []int32) []int32 {
	if len(b) == 0 || slices.Equal(a, b) {
		return a
	}
	both := slices.Concat(a, b)
	slices.Sort(both)
	return slices.Compact(both)
}

func (in *intake) report(id string) int32 {
	n, ok := in.reports[id]
	if !ok {
		n = int32(len(in.reports))
		in.reports[id] = n
		in.names = append(in.names, id)
	}
	return n
}

// settle numbers wordings and reports so that nothing depends on the order of
// input from here on: the longest wordings first, reports by name.
func (a *archive) settle() {
	a.sortWordings()
	order := make([]int32, len(a.names))
	place := make([]int32, len(a.names))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int { return strings.Compare(a.names[i], a.names[j]) })
	for to, from := range order {
		place[from] = int32(to)
	}
	for i := range a.entries {
		a.entries[i].report = place[a.entries[i].report]
	}
	slices.Sort(a.names)
	a.reports = nil
}

func (a *archive) sortWordings() {
	order := make([]int32, len(a.wordings))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		x, y := &a.wordings[i], &a.wordings[j]
		return cmp.Or(-cmp.Compare(len(x.words), len(y.words)), cmp.Compare(x.key, y.key))
	})
	sorted := make([]wording, len(order))
	place := make([]int32, len(order))
	for to, from := range order {
		sorted[to] = a.wordings[from]
		place[from] = int32(to)
	}
	a.wordings = sorted
	for i := range a.entries {
		a.entries[i].wording = place[a.entries[i].wording]
	}
}
