package record

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strings"

	"quotes/speaker"
	"quotes/speaker/name"
)

// idWords is the number of words in a row that an id is made from.
const idWords = 6

// id names an utterance so that more sources seldom change it. It comes from
// six words in a row, those of the least hash, in the wordings that were
// printed first: a later source doesn't count, a fragment or the same words
// change nothing, and another variant seldom does. Where the words are so few
// that several people may use them, the speaker's surname belongs to it. A
// record that was merged before keeps its id.
func (w *writer) id(g group, ps []printing, s *speaker.Speaker) string {
	if id := prior(ps); id != "" {
		return id
	}
	least, longest := ^uint64(0), 0
	first := ps[0].source.Date
	for _, p := range ps {
		if p.source.Date != first {
			break
		}
		wd := w.entries[p.entry].wording
		words := w.wordings[wd].words
		longest = max(longest, len(words))
		least = min(least, leastHash(words))
	}
	b := binary.BigEndian.AppendUint64(nil, least)
	if longest < int(contestWhole.words) {
		b = append(b, w.surname(ps, s)...)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}

// leastHash is the least hash of six words in a row.
func leastHash(words []word) uint64 {
	least := ^uint64(0)
	for i := range max(1, len(words)-idWords+1) {
		h := uint64(14695981039346656037)
		for _, v := range words[i:min(i+idWords, len(words))] {
			h = mix(h, uint64(v>>3)) // the class of a word may change with the lexicon
		}
		least = min(least, h*0x9E3779B97F4A7C15)
	}
	return least
}

// surname is what of a speaker tells the short utterances of two people apart.
// Where nobody is named it is the report.
func (w *writer) surname(ps []printing, s *speaker.Speaker) string {
	switch {
	case s == nil || s.Name == "" || s.Kind == speaker.Unnamed:
		return ps[0].source.Report + "\x00" + occurrenceID(*ps[0].source)
	case s.Kind == speaker.Person || s.Kind == "":
		return name.Key(name.Parse(s.Name).Surname)
	}
	return name.Fold(s.Name)
}

// prior is the id of the record that most of the sources were in when they
// were merged before, "" when none was.
func prior(ps []printing) string {
	var votes map[string]int
	for _, p := range ps {
		if p.given.id == "" {
			continue
		}
		if votes == nil {
			votes = map[string]int{}
		}
		votes[p.given.id]++
	}
	return mostOf(votes)
}

// distinguish gives records of one id different ones: the first to be seen
// keeps it, of several that with most sources.
func distinguish(records []Record) {
	at := make(map[string]int, len(records))
	same := map[string][]int{}
	for n := range records {
		id := records[n].ID
		if first, taken := at[id]; taken {
			if same[id] == nil {
				same[id] = []int{first}
			}
			same[id] = append(same[id], n)
			continue
		}
		at[id] = n
	}
	for id, ns := range same {
		slices.SortFunc(ns, func(i, j int) int {
			r, s := &records[i], &records[j]
			return cmp.Or(cmp.Compare(undated(&r.Sources[0]), undated(&s.Sources[0])), strings.Compare(r.FirstSeen, s.FirstSeen),
				-cmp.Compare(len(r.Sources), len(s.Sources)), strings.Compare(r.called(), s.called()), strings.Compare(r.Quote, s.Quote),
				strings.Compare(r.Sources[0].Report, s.Sources[0].Report), cmp.Compare(r.Sources[0].start(), s.Sources[0].start()))
		})
		for _, n := range ns[1:] {
			r := &records[n]
			sum := sha256.Sum256([]byte(id + "\x00" + r.called() + "\x00" + r.Quote + "\x00" + occurrenceID(r.Sources[0])))
			r.ID = hex.EncodeToString(sum[:8])
		}
	}
}

func (r *Record) called() string {
	if r.Speaker == nil {
		return ""
	}
	return r.Speaker.Name
}
