package check

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"quotes/quote"
	"quotes/speaker"
)

// comparison is one report's expectations held against what came out of it.
type comparison struct {
	Counts
	misses []Miss

	c     *Case
	n     int // the report
	text  string
	doc   speaker.Document
	runs  []run // every run with a speaker, in text order
	reach []int // the largest end of runs[:i+1]

	quiet map[int]int // by where a run without a speaker starts, its attribution
}

// run is one span of an attribution that has a speaker.
type run struct {
	quote.Span // without marks
	points     int
	a          int // index of its attribution
	hit, right bool
	void       bool // lies on words that count neither way
	expected   bool // on something that the case lists, spoken or silent
}

func compare(c *Case, n int, doc speaker.Document) *comparison {
	m := &comparison{c: c, n: n, text: c.Reports[n].Text, doc: doc, quiet: map[int]int{}}
	m.collect()
	for i := range c.Want {
		if w := &c.Want[i]; w.Report == n {
			m.want(w)
		}
	}
	m.settle()
	return m
}

// collect lists the runs that came out with a speaker, and where the others are.
func (m *comparison) collect() {
	for i, a := range m.doc.Quotes {
		for _, s := range a.Quote.Spans {
			s = trim(m.text, s)
			if a.Speaker == nil || a.Speaker.Name == "" {
				m.quiet[s.Start] = i
				continue
			}
			m.runs = append(m.runs, run{Span: s, points: m.points(s), a: i})
		}
	}
	slices.SortStableFunc(m.runs, func(a, b run) int { return cmp.Compare(a.Start, b.Start) })
	reach := 0
	for _, r := range m.runs {
		reach = max(reach, r.End)
		m.reach = append(m.reach, reach)
	}
	m.System = len(m.runs)
}

// over are the runs that overlap s.
func (m *comparison) over(s quote.Span) []run {
	from := sort.SearchInts(m.reach, s.Start+1)
	to := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].Start >= s.End })
	return m.runs[min(from, to):to]
}

// overlap is how much two spans share, in code points.
func (m *comparison) overlap(a, b quote.Span) int {
	s := quote.Span{Start: max(a.Start, b.Start), End: min(a.End, b.End)}
	if s.End <= s.Start {
		return 0
	}
	return m.points(s)
}

func (m *comparison) points(s quote.Span) int {
	return utf8.RuneCountInString(m.text[s.Start:s.End])
}

// want counts one expectation and notes what is missing.
func (m *comparison) want(w *Want) {
	switch {
	case w.Silent:
		m.wantSilence(w)
	case w.Open:
		for _, s := range w.Spans {
			m.leaveOut(s)
		}
	default:
		m.wantSpeech(w)
	}
}

// leaveOut takes the runs on s out of the count.
func (m *comparison) leaveOut(s quote.Span) {
	runs := m.over(s)
	for i := range runs {
		if !runs[i].void && m.overlap(runs[i].Span, s) > 0 {
			runs[i].void = true
			m.System--
		}
	}
}

func (m *comparison) wantSilence(w *Want) {
	for _, s := range w.Spans {
		s = trim(m.text, s)
		if !m.spoken(w, s) && w.Rule != "" {
			m.silencer(w, s)
		}
	}
}

// spoken notes each run on the silent span s and tells whether there is one.
func (m *comparison) spoken(w *Want, s quote.Span) bool {
	found := false
	runs := m.over(s)
	for i := range runs {
		r := &runs[i]
		if r.void || 2*m.overlap(r.Span, s) < r.points {
			continue
		}
		r.expected, found = true, true
		m.miss(w, s, "not silent", "silent: "+w.Reason, r)
	}
	return found
}

// silencer checks the rule that kept the span s silent.
func (m *comparison) silencer(w *Want, s quote.Span) {
	var a speaker.Attribution
	if i, ok := m.quiet[s.Start]; ok {
		a = m.doc.Quotes[i]
	}
	if w.Rule != a.Rule && w.Rule != allRules(a) {
		m.note(w, s, "wrong rule", w.Rule, allRules(a), a.Rule)
	}
}

func (m *comparison) wantSpeech(w *Want) {
	var of []int // the attributions its runs came out in
	for _, s := range w.Spans {
		if s = trim(m.text, s); s.Len() == 0 {
			continue
		}
		if best := m.count(w, s); best != nil && !slices.Contains(of, best.a) {
			of = append(of, best.a)
			if m.c.fixture != nil {
				m.details(w, s, best)
			}
		}
	}
	if m.c.fixture != nil && len(of) > 1 {
		m.note(w, w.Spans[0], "split", fmt.Sprintf("one utterance of %d runs", len(w.Spans)), fmt.Sprintf("%d utterances", len(of)), "")
	}
}

// count scores one run of speech and returns the run that came out for it, nil
// when there is none.
func (m *comparison) count(w *Want, s quote.Span) *run {
	m.Gold++
	if w.Speaker != "" {
		m.Names++
	}
	best := m.best(s)
	found := best != nil && 2*m.overlap(best.Span, s) >= m.points(s)
	named := found && w.right(m.name(best))
	m.mark(w, s, named)
	if found {
		m.Found++
	}
	if named {
		m.Named++
	}
	if len(w.Mention) > 0 {
		m.Mentions++
		if found && (named || m.mentioned(w, best)) {
			m.Mention++
		}
	}
	switch {
	case !found:
		m.miss(w, s, "not found", w.Speaker, nil)
		return nil
	case w.Speaker != "" && !named:
		m.miss(w, s, "wrong speaker", w.Speaker, best)
	case w.Speaker == "" && !m.mentioned(w, best):
		m.miss(w, s, "wrong mention", m.slice(&w.Mention[0]), best)
	}
	return best
}

// best is the run that covers most of s, nil when none covers any.
func (m *comparison) best(s quote.Span) *run {
	runs := m.over(s)
	best, most := -1, 0
	for i := range runs {
		if o := m.overlap(runs[i].Span, s); o > most && !runs[i].void {
			best, most = i, o
		}
	}
	if best < 0 {
		return nil
	}
	return &runs[best]
}

// mark notes which runs lie on s, and of these who got its speaker right.
func (m *comparison) mark(w *Want, s quote.Span, named bool) {
	runs := m.over(s)
	for i := range runs {
		r := &runs[i]
		if r.void || 2*m.overlap(r.Span, s) < r.points {
			continue
		}
		r.hit, r.expected = true, true
		r.right = r.right || named && w.right(m.name(r))
	}
}

func (m *comparison) name(r *run) string { return m.doc.Quotes[r.a].Speaker.Name }

func (m *comparison) mentioned(w *Want, r *run) bool {
	got := m.doc.Quotes[r.a].Mention
	return got != nil && slices.ContainsFunc(w.Mention, func(s quote.Span) bool { return m.overlap(*got, s) > 0 })
}

// details checks what a fixture says beyond the speaker.
func (m *comparison) details(w *Want, s quote.Span, r *run) {
	a := m.doc.Quotes[r.a]
	if !w.right(a.Speaker.Name) {
		return // the wrong one's role and mention are no news
	}
	if !w.exact(a.Speaker.Name) {
		m.miss(w, s, "wrong form of name", w.Speaker, r)
	}
	if a.Speaker.Kind != w.Kind && sameName(a.Speaker.Name, w.Speaker, w.Kind) {
		m.note(w, s, "wrong kind", string(w.Kind), string(a.Speaker.Kind), a.Rule)
	}
	if w.Role != "" && !sameRole(a.Speaker.Role, w.Role) {
		m.note(w, s, "wrong role", w.Role, a.Speaker.Role, a.Rule)
	}
	if len(w.Mention) > 0 && !m.mentioned(w, r) {
		m.note(w, s, "wrong mention", m.slice(&w.Mention[0]), m.slice(a.Mention), a.Rule)
	}
	if w.Cue != nil && (a.Cue == nil || *a.Cue != *w.Cue) {
		m.note(w, s, "wrong cue", m.slice(w.Cue), m.slice(a.Cue), a.Rule)
	}
	if w.Rule != "" && w.Rule != a.Rule && w.Rule != allRules(a) {
		m.note(w, s, "wrong rule", w.Rule, allRules(a), a.Rule)
	}
	if a.Negated != w.Negated {
		m.note(w, s, "wrong negation", negation(w.Negated), negation(a.Negated), a.Rule)
	}
}

func negation(negated bool) string {
	if negated {
		return "negated"
	}
	return "not negated"
}

// allRules names every rule that took part in a.
func allRules(a speaker.Attribution) string {
	if len(a.Rules) == 0 {
		return a.Rule
	}
	return strings.Join(a.Rules, " ")
}

func sameRole(got, want string) bool {
	if want == "none" {
		return got == ""
	}
	return sameButArticle(got, want)
}

// slice is the text of s, "" when it is nil or outside the report.
func (m *comparison) slice(s *quote.Span) string {
	if s == nil || s.Start < 0 || s.End > len(m.text) || s.End < s.Start {
		return ""
	}
	return m.text[s.Start:s.End]
}

// settle adds up the runs, once all expectations are marked.
func (m *comparison) settle() {
	for i := range m.runs {
		r := &m.runs[i]
		if r.void {
			continue
		}
		if r.hit {
			m.Hit++
		}
		if r.right {
			m.Right++
		}
		if !r.expected {
			m.miss(&Want{}, r.Span, "not expected", "", r)
		}
	}
}

func (m *comparison) miss(w *Want, s quote.Span, what, want string, got *run) {
	name, rule := "", ""
	if got != nil {
		name, rule = m.name(got), m.doc.Quotes[got.a].Rule
	}
	m.note(w, s, what, want, name, rule)
}

func (m *comparison) note(w *Want, s quote.Span, what, want, got, rule string) {
	m.misses = append(m.misses, Miss{
		Case: m.c.Name, Report: m.c.Reports[m.n].ID, Line: w.Line, What: what,
		Quote: m.slice(&s), Want: want, Got: got, Rule: rule,
	})
}

// marks may stand around quoted words without being part of them.
const marks = "\"“”„‟«»‘’' \t\n,"

// trim is s without the marks and spaces around it.
func trim(text string, s quote.Span) quote.Span {
	in := text[s.Start:s.End]
	s.Start += len(in) - len(strings.TrimLeft(in, marks))
	s.End = s.Start + len(strings.Trim(in, marks))
	return s
}
