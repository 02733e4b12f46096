package record

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime/debug"
	"strings"
	"testing"

	"quotes/quote"
	"quotes/speaker"
)

// An archiveModel makes the sources of an archive that doesn't exist: few
// utterances are printed by very many reports and most by one, in every way in
// which reports edit what they quote, and some by the wrong speaker.
type archiveModel struct {
	rng      *rand.Rand
	words    []string
	common   []string
	speakers []modelSpeaker
	said     []utterance
	rank     *rand.Zipf
	buffer   []string                    // of print
	report   string                      // of the sources now made
	cast     map[string]*speaker.Speaker // of that report
}

type modelSpeaker struct{ given, surname, role string }

type utterance struct {
	words []string
	by    int32
}

// newArchiveModel makes a model for n sources.
func newArchiveModel(seed uint64, n int) *archiveModel {
	rng := rand.New(rand.NewPCG(seed, 1))
	m := &archiveModel{rng: rng, common: strings.Fields("the of and to a in that it is was for on are as with they be at this have we you from not by but i he she our their will would can do if all has been one what there more when who make going people know think want country time")}
	for range 30000 {
		m.words = append(m.words, m.coin())
	}
	for range max(20, n/200) {
		m.speakers = append(m.speakers, modelSpeaker{m.coin(), m.coin(), m.coin() + " minister"})
	}
	for range max(10, n/4) {
		u := utterance{by: int32(rng.IntN(len(m.speakers)))}
		for range 4 + rng.IntN(12) + rng.IntN(12) + rng.IntN(20)*rng.IntN(2) {
			u.words = append(u.words, m.word())
		}
		m.said = append(m.said, u)
	}
	m.rank = rand.NewZipf(rng, 1.1, 8, uint64(len(m.said)-1))
	return m
}

// coin makes a word.
func (m *archiveModel) coin() string {
	var b strings.Builder
	for range 2 + m.rng.IntN(3) {
		b.WriteByte("bcdfghklmnprstvz"[m.rng.IntN(16)])
		b.WriteByte("aeiou"[m.rng.IntN(5)])
	}
	return b.String()
}

// word draws a word as English has them: every second one is very common, and
// the others are the rarer the further down.
func (m *archiveModel) word() string {
	if m.rng.IntN(2) == 0 {
		return m.common[m.rng.IntN(len(m.common))]
	}
	f := m.rng.Float64()
	return m.words[int(f*f*f*float64(len(m.words)))]
}

// sources yields n records of one source each.
func (m *archiveModel) sources(n int) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for i := range n {
			r, _ := m.source(i)
			if !yield(r) {
				return
			}
		}
	}
}

// source makes the i-th source and says which utterance it prints.
func (m *archiveModel) source(i int) (Record, int) {
	id := int(m.rank.Uint64())
	u := m.said[id]
	s := m.speakers[u.by]
	if m.rng.IntN(200) == 0 {
		s = m.speakers[m.rng.IntN(len(m.speakers))]
	}
	spans := m.print(u.words)
	text := spans[0][1 : len(spans[0])-1]
	if len(spans) > 1 {
		text += " " + spans[1][1:len(spans[1])-1]
	}
	if i%10 == 0 || m.report == "" {
		m.report = fmt.Sprintf("report-%07d.txt", i/10)
		m.cast = map[string]*speaker.Speaker{}
	}
	src := Source{Report: m.report, Outlet: m.report[11:14], Confidence: 0.9, Rule: "quote-name-verb"}
	at := (i % 10) * 1000
	for _, part := range spans {
		src.Spans = append(src.Spans, Excerpt{Text: part, Bytes: quote.Span{Start: at, End: at + len(part)}})
		at += len(part) + 20
	}
	return Record{
		Quote: text, Speaker: m.named(s), Confidence: 0.9, Sources: []Source{src},
	}, id
}

// named returns the speaker as the report now made names him.
func (m *archiveModel) named(s modelSpeaker) *speaker.Speaker {
	as, ok := m.cast[s.role]
	if !ok {
		as = m.name(s)
		m.cast[s.role] = as
	}
	return as
}

// name names a speaker in one of the ways in which reports do.
func (m *archiveModel) name(s modelSpeaker) *speaker.Speaker {
	title := func(w string) string { return strings.ToUpper(w[:1]) + w[1:] }
	given, surname := title(s.given), title(s.surname)
	out := &speaker.Speaker{Kind: speaker.Person, Role: s.role}
	switch m.rng.IntN(20) {
	case 0:
		return nil
	case 1:
		out.Name, out.Role = surname, ""
	case 2:
		out.Name = given[:1] + ". " + surname
	case 3:
		out.Name, out.Role = given+" "+surname, ""
	default:
		out.Name = given + " " + surname
	}
	return out
}

// print edits an utterance as reports do and returns the spans as printed.
func (m *archiveModel) print(words []string) []string {
	w := append(m.buffer[:0], words...)
	m.buffer = w
	n := len(w)
	switch m.rng.IntN(12) {
	case 0: // a word dropped
		k := m.rng.IntN(n)
		w = append(w[:k], w[k+1:]...)
	case 1: // a word changed
		w[m.rng.IntN(n)] = m.word()
	case 2: // an editor's insertion
		w[m.rng.IntN(n)] += " [" + m.word() + "]"
	case 3: // dots
		if n > 10 {
			k := n/3 + m.rng.IntN(n/3)
			w = append(w[:k], append([]string{"..."}, w[k+2:]...)...)
		}
	case 4, 5: // a fragment
		if n > 8 {
			k := m.rng.IntN(n - 6)
			w = w[k : k+6+m.rng.IntN(n-6-k+1)]
		}
	case 6: // split by a speech tag
		if n > 6 {
			k := 2 + m.rng.IntN(n-4)
			head, tail := strings.Join(w[:k], " "), strings.Join(w[k:], " ")
			return []string{`"` + head + `,"`, `"` + tail + `."`}
		}
	case 7: // cut at one end, so that two such overlap
		if n > 12 {
			if k := m.rng.IntN(n / 3); m.rng.IntN(2) == 0 {
				w = w[k:]
			} else {
				w = w[:n-k]
			}
		}
	}
	var b strings.Builder
	b.Grow(9 * len(w))
	b.WriteByte('"')
	for n, word := range w {
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	b.WriteString(`,"`)
	return []string{b.String()}
}

// BenchmarkMerge merges archives of three sizes, the making of their sources
// included. The limit makes it collect garbage oftener before it takes 1.5 GB;
// what is in use at a time is 0.8 GB at most, two thirds of it the sources.
func BenchmarkMerge(b *testing.B) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(1400 << 20))
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m := newArchiveModel(1, n)
				records := Merge(m.sources(n))
				b.ReportMetric(float64(len(records)), "records")
			}
		})
	}
}

// BenchmarkMergeSlogan merges an archive of which one slogan in every kind of
// edit, said by a hundred people, is half.
func BenchmarkMergeSlogan(b *testing.B) {
	const n = 200_000
	for b.Loop() {
		m := newArchiveModel(1, n)
		slogan := utterance{words: strings.Fields("together we will make the harbour of this great old town a harbour for everybody again")}
		i := 0
		records := Merge(func(yield func(Record) bool) {
			for r := range m.sources(n) {
				if i++; i%2 == 0 {
					text := strings.Trim(strings.Join(m.print(slogan.words), " "), `",`)
					r = oneSource(r.Sources[0].Report, i, m.named(m.speakers[m.rng.IntN(100)]), text)
				}
				if !yield(r) {
					return
				}
			}
		})
		b.ReportMetric(float64(len(records)), "records")
	}
}
