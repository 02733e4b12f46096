package record

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"strings"

	"quotes/speaker"
)

// An archive is all that is merged at once.
type archive struct {
	records  []*[chunk]Record // as given, one source each
	entries  []entry          // of each record
	wordings []wording        // sorted longest first once all are read
	people   *people
	reports  map[string]int32
	names    []string // of reports
}

// chunk is the number of records that are read at once.
const chunk = 4096

func (a *archive) record(i int32) *Record { return &a.records[i/chunk][i%chunk] }

// read takes in all records. Their texts are taken apart on all processors.
func read(seq iter.Seq[Record]) *archive {
	a := &archive{people: newPeople(), reports: map[string]int32{}}
	in := intake{archive: a, seen: map[uint64]int32{}}
	block, n := new([chunk]Record), 0
	for r := range seq {
		for one := range singles(r) {
			block[n] = one
			if n++; n == chunk {
				in.start(block, n)
				block, n = new([chunk]Record), 0
			}
		}
	}
	if n > 0 {
		in.start(block, n)
	}
	for len(in.pending) > 0 {
		in.finish()
	}
	a.settle()
	return a
}

// singles yields the records of one source that r is made of.
func singles(r Record) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		if len(r.Sources) == 1 {
			yield(r)
			return
		}
		for _, s := range r.Sources {
			one := Record{ID: r.ID, Quote: words(s.Spans), Speaker: s.Speaker, Confidence: s.Confidence, FirstSeen: s.Date}
			one.Sources = []Source{s}
			if !yield(one) {
				return
			}
		}
	}
}

// An intake reads blocks of records side by side, and takes them in in order.
type intake struct {
	*archive
	seen    map[uint64]int32 // wordings by key
	pending []chan reading
	idle    []*scanner
}

// A reading is a block of records with the wordings of each.
type reading struct {
	block    *[chunk]Record
	n        int
	wordings []wording
	scanner  *scanner
}

func (in *intake) start(block *[chunk]Record, n int) {
	if len(in.pending) >= runtime.GOMAXPROCS(0) {
		in.finish()
	}
	var s *scanner
	if k := len(in.idle); k > 0 {
		s, in.idle = in.idle[k-1], in.idle[:k-1]
	} else {
		s = newScanner()
	}
	done := make(chan reading, 1)
	in.pending = append(in.pending, done)
	go func() {
		r := reading{block: block, n: n, wordings: make([]wording, n), scanner: s}
		arena := make([]word, 0, 32*n)
		for i := range n {
			r.wordings[i], arena = newWording(s, block[i].Quote, arena)
		}
		done <- r
	}()
}

// finish takes in the block that was started first.
func (in *intake) finish() {
	r := <-in.pending[0]
	in.pending = in.pending[1:]
	in.idle = append(in.idle, r.scanner)
	in.records = append(in.records, r.block)
	for i := range r.n {
		rec := &r.block[i]
		in.entries = append(in.entries, entry{
			wording: in.wording(&r.wordings[i]),
			alias:   in.people.add(rec.own()),
			report:  in.report(rec.Sources[0].Report),
		})
	}
}

// own is the speaker that a record's one source gives.
func (r *Record) own() *speaker.Speaker {
	if len(r.Sources) == 1 && r.Sources[0].Speaker != nil {
		return r.Sources[0].Speaker
	}
	return r.Speaker
}

func (in *intake) wording(w *wording) int32 {
	id, ok := in.seen[w.key]
	if !ok {
		id = int32(len(in.wordings))
		in.seen[w.key] = id
		w.words = slices.Clone(w.words)
		in.wordings = append(in.wordings, *w)
	}
	if old := &in.wordings[id]; w.text < old.text {
		old.text, old.clause, old.nested = w.text, w.clause, w.nested
	}
	return id
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
