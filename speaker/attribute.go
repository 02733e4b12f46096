package speaker

import (
	"math"
	"strings"
	"sync"

	"quotes/quote"
	"quotes/speaker/lexicon"
	"quotes/speaker/pattern"
)

// found is what is known of one quoted run while its report is worked on.
type found struct {
	mention int // of text outside quotes, -1
	cue     quote.Span
	rule    *pattern.Rule
	rules   []string
	conf    float64
	silent  bool
	from    int  // the run this one continues, -1
	negated bool // the words that attribute deny it
}

// analysis is one report while it is worked on.
type analysis struct {
	*text
	lex      *lexicon.Lexicon
	rules    []pattern.Rule
	folded   *folded
	mentions []*mention // outside quotes
	outside  []mention  // what mentions is made of
	quoted   []mention  // inside quotes
	names    capitals
	cast     *cast
	found    []found
	speaks   map[int]bool
}

// Attribute says who said each quote of d.
func (a *Attributor) Attribute(d quote.Document) Document {
	if len(d.Quotes) == 0 {
		return Document{Report: d.Report}
	}
	an := a.analyse(d)
	out := Document{Report: d.Report, Quotes: an.attributions(d)}
	an.release()
	return out
}

// release gives memory back; the analysis is of no use after that.
func (an *analysis) release() {
	an.text.release()
	an.folded.release()
	mentionPool.give(an.outside)
	mentionPool.give(an.quoted)
}

func (a *Attributor) analyse(d quote.Document) *analysis {
	k := a.knowledge()
	an := &analysis{text: tokenize(d, k.lex), lex: k.lex, rules: k.rules, speaks: map[int]bool{}}
	an.names = readCapitals(append(an.inside[:len(an.inside):len(an.inside)], an.toks)...)
	an.chunk()
	all := an.allMentions()
	an.cast = newCast(an.src, an.toks, an.inside, all)
	an.cast.identify(a.people, all)
	r := &resolver{cast: an.cast, paras: an.paras, src: an.src, toks: an.toks, mentions: an.mentions, speaks: an.speaks}
	r.appositions()
	an.folded = fold(an.text, an.mentions, an.cast, k.lex)
	an.match(k.vocab)
	for _, p := range passes {
		p.run(an, p)
	}
	r.resolve()
	an.headlineSpeaker(r)
	return an
}

// mentionEach is a little less than the number of tokens to a mention.
const mentionEach = 5

// chunk finds the mentions.
func (an *analysis) chunk() {
	an.outside = chunk(an.toks, an.lex, an.names, -1, mentionPool.take(len(an.toks)/mentionEach))
	an.mentions = make([]*mention, len(an.outside))
	for i := range an.outside {
		an.mentions[i] = &an.outside[i]
	}
	an.quoted = mentionPool.take(len(an.insideMemory) / mentionEach)
	for i, ts := range an.inside {
		an.quoted = chunk(ts, an.lex, an.names, i, an.quoted)
	}
}

// allMentions are the mentions of the report, those inside quotes among them,
// in text order.
func (an *analysis) allMentions() []*mention {
	all := make([]*mention, 0, len(an.outside)+len(an.quoted))
	next := 0
	for _, m := range an.mentions {
		for ; next < len(an.quoted) && an.runs[an.quoted[next].inQuote].Start < an.toks[m.from].Start; next++ {
			all = append(all, &an.quoted[next])
		}
		all = append(all, m)
	}
	for ; next < len(an.quoted); next++ {
		all = append(all, &an.quoted[next])
	}
	return all
}

// matchers keep their memory from report to report.
var matchers = sync.Pool{New: func() any { return new(pattern.Matcher) }}

// match tries the rules on each run.
func (an *analysis) match(v pattern.Vocabulary) {
	m := matchers.Get().(*pattern.Matcher)
	defer matchers.Put(m)
	m.Reset(an.folded.units, v)
	an.found = make([]found, len(an.runs))
	for i := range an.runs {
		an.found[i] = found{mention: -1, from: -1}
		at := an.folded.quoteAt[i]
		if at < 0 {
			an.found[i].silent = true
			continue
		}
		if k, res := m.First(an.rules, at, an.usable); k >= 0 {
			an.take(i, &an.rules[k], res)
		}
	}
}

// usable reports whether a match names a mention.
func (an *analysis) usable(m pattern.Match) bool { return an.folded.mention[m.Speaker] >= 0 }

// take books a match on run i.
func (an *analysis) take(i int, r *pattern.Rule, res pattern.Match) {
	f := &an.found[i]
	if r.Silent {
		f.silent, f.rule, f.rules = true, r, []string{r.Name}
		return
	}
	f.mention = an.folded.mention[res.Speaker]
	f.rule, f.rules, f.conf = r, []string{r.Name}, float64(r.Sure)/100
	f.negated = an.negated(res, an.folded.quoteAt[i])
	if res.CueEnd > res.CueStart {
		f.cue = quote.Span{Start: an.toks[an.folded.tok[res.CueStart]].Start, End: an.toks[an.cueEnd(res)-1].End}
	}
	an.speaks[f.mention] = true
}

// cueEnd is the token after the words that attribute: after "told" its object
// belongs to them, "told a press conference".
func (an *analysis) cueEnd(res pattern.Match) int {
	end := an.folded.end[res.CueEnd-1]
	if an.folded.units[res.CueEnd-1].Set&setTell == 0 || end >= len(an.toks) || res.CueEnd == res.Speaker {
		return end
	}
	c := chunker{toks: an.toks, lex: an.lex, names: an.names}
	if to, ok := c.object(end); ok {
		return to
	}
	return end
}

// negated reports whether the words that attribute the quote at unit at deny it:
// "did not say", "refused to call", "insisted that he had never said".
func (an *analysis) negated(res pattern.Match, at int) bool {
	units := an.folded.units
	if res.CueEnd > res.CueStart && inList(refusal, units[res.CueStart].Word) || an.denies(res.CueStart-1, res.Speaker) {
		return true
	}
	for k := at - 1; k >= 0 && k > at-deniedNear && units[k].Set&(setEnd|setQuote) == 0; k-- {
		if inList(utter, units[k].Word) && !contains([]string{"whether", "if", "how", "why", "what", "who"}, units[k+1].Word) && an.denies(k-1, -1) {
			return true
		}
	}
	return false
}

// deniedNear is how many units before a quote a denied verb of speech may stand:
// "did not call the mayor “a teapot”".
const deniedNear = 6

// denies reports whether a word such as not or never stands at unit k, or before
// it with nothing but adverbs between, and after unit from.
func (an *analysis) denies(k, from int) bool {
	for ; k > from && k >= 0; k-- {
		u := &an.folded.units[k]
		if u.Set&setNeg != 0 {
			return true
		}
		if u.Set&setAdverb == 0 {
			return false
		}
	}
	return false
}

// steps tells how a mention became a name, and what spoke against it.
func (an *analysis) steps(f *found, m *mention, s *Speaker) []string {
	var out []string
	if m.how != "" && s != nil {
		step := "“" + textOf(an.src, an.toks, m.from, m.to) + "” is " + s.Name + ": " + m.how
		if m.rival >= 0 {
			step += " (rather than " + an.cast.entities[m.rival].name() + ")"
		}
		out = append(out, step)
	}
	if f.negated {
		out = append(out, "the words are denied, not said")
	}
	return out
}

// attributions makes the result of what was found.
func (an *analysis) attributions(d quote.Document) []Attribution {
	var out []Attribution
	for i, r := range an.runs {
		f := &an.found[i]
		if r.part > 0 && an.found[i].mention == an.found[i-1].mention || an.joins(i) {
			last := &out[len(out)-1]
			last.Quote.Spans = append(last.Quote.Spans, r.Span)
			continue
		}
		at := Attribution{Quote: quote.Quote{Spans: []quote.Span{r.Span}}, Reason: "no rule fired"}
		at.Rules = f.rules
		if f.rule != nil {
			at.Rule = f.rule.Name
		}
		if f.silent {
			at.Reason = "not speech"
		} else if f.mention >= 0 {
			m := an.mentions[f.mention]
			s := spanOf(an.toks, m)
			at.Mention, at.Confidence = &s, an.confidence(f.conf, m)
			if f.cue.Len() > 0 {
				c := f.cue
				at.Cue = &c
			}
			at.Speaker, at.Reason = an.speakerOf(m)
			at.Negated = f.negated
			at.Steps = an.steps(f, m, at.Speaker)
		}
		out = append(out, at)
	}
	return out
}

// confidence is how sure the rule is, times how sure it is whom the mention means.
// A confidence of 0.9 or more is meant to be right 97 times in 100.
func (an *analysis) confidence(rule float64, m *mention) float64 {
	return math.Round(rule*m.sure*100) / 100
}

// joins reports whether run i goes on with the utterance of the run before it:
// a tag between serves both, or nothing stands between.
func (an *analysis) joins(i int) bool {
	if i == 0 || an.found[i].mention < 0 || an.found[i].mention != an.found[i-1].mention || an.paraOf(i) != an.paraOf(i-1) {
		return false
	}
	m := an.mentions[an.found[i].mention]
	between := an.src[an.runs[i-1].End:an.runs[i].Start]
	if strings.TrimSpace(strings.Map(dropInvisible, between)) == "" {
		return true
	}
	at := an.toks[m.from].Start
	if at < an.runs[i-1].End || at > an.runs[i].Start {
		return false
	}
	return an.sentenceOf(i)-an.sentenceOf(i-1) <= 1 || an.tagSentence(i-1, i)
}

// tagSentence reports whether no whole sentence stands between runs k and i
// but the one with the tag.
func (an *analysis) tagSentence(k, i int) bool {
	return an.sentenceOf(i)-an.sentenceOf(k) == 2 && an.toks[an.mentions[an.found[i].mention].from].sent > an.sentenceOf(k)
}

// speakerOf is who a mention is.
func (an *analysis) speakerOf(m *mention) (*Speaker, string) {
	if m.entity >= 0 {
		e := an.cast.entities[m.entity]
		s := &Speaker{Name: e.name(), Role: e.role(), Kind: e.kind, Gender: genderName(e.gender)}
		if e.known != nil {
			s.ID = e.known.ID
		}
		return s, ""
	}
	if m.kind == byPronoun && contains([]string{"i", "me", "my", "we", "us", "our"}, an.toks[m.head].fold) {
		return nil, "the writer speaks, who is not named"
	}
	if m.kind == byPronoun {
		return nil, "nobody is named whom the pronoun can mean"
	}
	r := resolver{cast: an.cast, src: an.src, toks: an.toks}
	return &Speaker{Name: textOf(an.src, an.toks, m.from, m.to), Kind: r.kindOf(m)}, ""
}
