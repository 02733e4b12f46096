package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// resolver decides whom each mention outside quotes refers to, in text order.
type resolver struct {
	*cast
	src      string
	toks     []token
	paras    []int      // the number of each token's paragraph
	mentions []*mention // outside quotes, in text order
	writer   int        // the entity of "I", -1
	speaks   map[int]bool
}

// sure is by how much the likeliest person must lead for a pronoun to teach the
// gender.
const sure = 3

// window bounds how many mentions back a pronoun looks.
const window = 60

// resolve gives an entity to each mention that has one.
func (r *resolver) resolve() {
	r.appositions()
	for i, m := range r.mentions {
		if m.kind == byName && r.speaks[i] && r.entities[m.entity].kind == Person && !r.toks[m.from].anyOf("the") && !r.toks[m.head].caps {
			r.entities[m.entity].person = true
		}
	}
	r.writer = r.narrator()
	for i, m := range r.mentions {
		switch {
		case m.entity >= 0:
		case m.kind == byPronoun:
			r.pronoun(i)
		case m.kind == byDescription:
			r.description(i)
		}
	}
}

// appositions joins a name and a role that stand side by side: "Heiko Maas,
// the German foreign minister," and "a spokesman, John Smith,".
func (r *resolver) appositions() {
	for i, m := range r.mentions {
		if i+1 >= len(r.mentions) {
			break
		}
		n := r.mentions[i+1]
		if m.to >= len(r.toks) || r.toks[m.to].text != "," || n.from != m.to+1 {
			continue
		}
		name, desc := m, n
		if m.kind == byDescription {
			name, desc = n, m
		}
		if name.kind != byName || name.entity < 0 || desc.kind != byDescription || desc.class&(personHead|lexicon.OrgNoun) == 0 && desc.class != 0 || desc.plural || r.entities[name.entity].kind != Person {
			continue
		}
		if !r.closes(n.to) || name == m && r.toks[min(n.to, len(r.toks)-1)].is(speechVerb|lexicon.Aux) {
			continue // "… Tim Phillips, the American said"
		}
		name.subject = name.subject || desc.subject
		e := r.entities[name.entity]
		from := desc.from
		for from < desc.to && r.toks[from].is(lexicon.Det) {
			from++
		}
		if from < desc.to {
			r.addRole(e, r.toks, from, desc.to)
		}
		e.person = true
		name.introduced = name == m
		desc.entity, desc.how = name.entity, "stands beside the name"
		if e.gender == lexicon.Unknown {
			e.gender = desc.gender
		}
	}
	r.counterparts()
}

// closes reports whether an apposition may end at token i.
func (r *resolver) closes(i int) bool {
	if i >= len(r.toks) {
		return true
	}
	t := &r.toks[i]
	return t.kind != word || t.is(speechVerb|lexicon.Aux) || t.fold == "who" || t.is(lexicon.Prep)
}

// counterparts gives "his Turkish counterpart Mevlut Cavusoglu" the office of
// the one he is the counterpart of.
func (r *resolver) counterparts() {
	for i, m := range r.mentions {
		if m.entity < 0 || m.kind != byName {
			continue
		}
		e := r.entities[m.entity]
		for _, role := range e.roles {
			if !contains(role.words, "counterpart") {
				continue
			}
			for k := i - 1; k >= 0 && k > i-8; k-- {
				p := r.mentions[k]
				if p.entity < 0 || p.entity == m.entity || len(r.entities[p.entity].roles) == 0 || r.entities[p.entity].kind != Person {
					continue
				}
				e.roles = append(e.roles, r.office(r.entities[p.entity], role))
				break
			}
			break
		}
	}
}

// office is the owner's office with the counterpart's nation.
func (r *resolver) office(owner *entity, role roleOf) roleOf {
	lex := lexicon.Builtin()
	out := roleOf{}
	for _, w := range role.words {
		if lex.Word(w).Is(lexicon.Demonym) {
			out.words = append(out.words, w)
		}
	}
	for _, w := range owner.roles[0].words {
		if !lex.Word(w).Is(lexicon.Demonym | lexicon.Place) {
			out.words = append(out.words, w)
		}
	}
	out.text = strings.Join(out.words, " ")
	return out
}

// pronoun resolves the mention i.
func (r *resolver) pronoun(i int) {
	m := r.mentions[i]
	switch w := r.toks[m.head].fold; w {
	case "who", "which":
		r.relative(i)
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		r.singular(i)
	case "i", "me", "my":
		if r.writer >= 0 {
			m.entity, m.how, m.sure = r.writer, "wrote the report", 0.9
		}
	case "they", "them", "their", "themselves", "it", "its":
		r.group(i, w == "they" || w == "them" || w == "their" || w == "themselves")
	}
}

// relative gives "who" the mention just before it.
func (r *resolver) relative(i int) {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		p := r.mentions[k]
		if r.toks[p.head].sent != r.toks[r.mentions[i].head].sent {
			return
		}
		if r.mentions[i].from-p.to <= 2 && (p.entity >= 0 || p.kind == byDescription) {
			r.mentions[i].entity, r.mentions[i].how = r.ensure(k), "stands right after the name"
			return
		}
	}
}

// singular finds the person whom "he" or "she" most likely is.
func (r *resolver) singular(i int) {
	m := r.mentions[i]
	best, bestScore, second, rival := -1, -1e9, -1e9, -1
	for k := i - 1; k >= 0 && k >= i-window; k-- {
		if !r.canBe(r.mentions[k], m) {
			continue
		}
		s := r.salience(k, i)
		if s > bestScore {
			if best >= 0 && r.mentions[best].entity != r.mentions[k].entity {
				second, rival = bestScore, r.mentions[best].entity
			}
			best, bestScore = k, s
		} else if s > second && r.mentions[best].entity != r.mentions[k].entity {
			second, rival = s, r.mentions[k].entity
		}
	}
	if best < 0 {
		r.cataphora(i)
		return
	}
	m.entity, m.rival = r.ensure(best), rival
	m.how = "the nearest " + genderWord(m.gender) + " named before"
	m.sure = 0.85
	if bestScore-second >= sure {
		m.sure = 0.96
	}
	if e := r.entities[m.entity]; e.gender == lexicon.Unknown && bestScore-second >= sure {
		e.gender = m.gender
	}
}

// writers are the pronouns of whoever writes.
var writers = []string{"i", "me", "my", "we", "us", "our"}

// canBe reports whether a singular pronoun can mean p.
func (r *resolver) canBe(p, m *mention) bool {
	switch {
	case p.plural || p.kind == byPronoun && contains(writers, r.toks[p.head].fold):
		return false
	case p.entity < 0:
		return p.kind == byDescription && p.class&lexicon.Role != 0 && (p.subject && compatibleGender(p.gender, m.gender) || p.gender == m.gender)
	}
	e := r.entities[p.entity]
	return (e.kind == Person || e.kind == Unnamed) && compatibleGender(e.gender, m.gender)
}

func genderWord(g lexicon.Gender) string {
	switch g {
	case lexicon.Female:
		return "woman"
	case lexicon.Male:
		return "man"
	}
	return "person"
}

// genderName is a gender as the output has it.
func genderName(g lexicon.Gender) string {
	switch g {
	case lexicon.Female:
		return "female"
	case lexicon.Male:
		return "male"
	}
	return ""
}

// genderNamed is the gender of that name, Unknown for "".
func genderNamed(s string) lexicon.Gender {
	switch s {
	case "female":
		return lexicon.Female
	case "male":
		return lexicon.Male
	}
	return lexicon.Unknown
}

// cataphora looks ahead in the sentence: "When he arrived, Putin said".
func (r *resolver) cataphora(i int) {
	m := r.mentions[i]
	for k := i + 1; k < len(r.mentions) && r.toks[r.mentions[k].head].sent <= r.toks[m.head].sent+1; k++ {
		p := r.mentions[k]
		if p.entity >= 0 && r.entities[p.entity].kind == Person && compatibleGender(r.entities[p.entity].gender, m.gender) && p.kind == byName {
			m.entity, m.how, m.sure = p.entity, "named right after", 0.85
			return
		}
	}
}

// salience is how likely the pronoun i means the mention k.
func (r *resolver) salience(k, i int) float64 {
	p, m := r.mentions[k], r.mentions[i]
	e := &entity{gender: p.gender, person: true} // a description of nobody named
	if p.entity >= 0 {
		e = r.entities[p.entity]
	}
	if p.entity < 0 || e.kind == Unnamed {
		e = &entity{gender: p.gender} // the named come first
	}
	d := r.toks[m.head].sent - r.toks[p.head].sent
	s := 10 - 2.5*float64(min(d, 8)) - 0.05*float64(i-k)
	switch {
	case p.subject && p.inner:
		s += 1.5
	case p.subject:
		s += 3
	case p.oblique:
		s--
	}
	if p.owner >= 0 || p.to < len(r.toks) && r.toks[p.to].fold == "'s" {
		s -= 1
	}
	if r.speaks[k] {
		s += 2
	}
	switch {
	case e.gender == m.gender:
		s += 4
	case e.person:
		s += 2 // a person whose gender nothing tells
	case len(e.names) > 0 && !short(e.names[0].parts):
		s--
	default:
		s -= 3
	}
	if e.count > 1 {
		s += 0.5
	}
	if p.introduced && !p.subject && d <= 1 {
		s += 2
	}
	if p.subject && r.toks[p.from].first {
		s++ // what the sentence is about
	}
	if r.paras[p.from] == r.paras[m.from] && m.kind == byDescription {
		s += 3
	}
	if d == 0 && r.toks[m.head].anyOf("him", "her") && p.subject && m.from-p.to < 4 {
		s -= 5
	}
	return s
}

// group finds whom "they" or "it" is: the nearest that can be, subjects first.
func (r *resolver) group(i int, they bool) {
	m := r.mentions[i]
	best, bestScore := -1, 0.0
	for k := i - 1; k >= 0 && k >= i-30; k-- {
		p := r.mentions[k]
		d := r.toks[m.head].sent - r.toks[p.head].sent
		if d > 4 {
			break
		}
		s := 10 - 2*float64(d) - 0.1*float64(i-k)
		s += r.fitsGroup(p, they)
		if p.subject {
			s += 3
		}
		if r.speaks[k] {
			s += 2
		}
		if p.oblique {
			s -= 3
		}
		if s > bestScore {
			best, bestScore = k, s
		}
	}
	switch {
	case best >= 0:
		m.entity, m.how, m.sure = r.ensure(best), "the nearest before", 0.8
	case they:
		r.singular(i) // one person may be "they"
	}
}

// fitsGroup is how well a mention suits "they" or "it".
func (r *resolver) fitsGroup(p *mention, they bool) float64 {
	const never = -100
	switch {
	case p.kind == byPronoun && p.entity < 0:
		return never
	case p.plural:
		if they {
			return 3
		}
		return never
	case p.entity >= 0:
		e := r.entities[p.entity]
		switch {
		case e.plural:
			return r.fitsGroup(&mention{plural: true}, they)
		case e.kind == Person || e.kind == Unnamed:
			return never
		case e.place:
			return -3
		case they:
			return -1
		}
		return 0
	case p.class&personHead != 0:
		return never
	case they:
		return -2
	}
	return -1
}

// ensure is the entity of mention k, made when it has none yet.
func (r *resolver) ensure(k int) int {
	m := r.mentions[k]
	if m.entity < 0 {
		e := &entity{first: k, last: k, count: 1, kind: r.kindOf(m), plural: m.plural, gender: m.gender}
		from := m.from
		e.names = []variant{{text: textOf(r.src, r.toks, from, m.to), parts: []string{r.toks[m.head].fold}, count: 1}}
		r.entities = append(r.entities, e)
		m.entity = len(r.entities) - 1
	}
	return m.entity
}

// kindOf tells what a description describes.
func (r *resolver) kindOf(m *mention) Kind {
	switch {
	case m.class&(lexicon.Role|lexicon.Kin) != 0 && !m.plural:
		return Unnamed
	case m.class&(lexicon.RolePlural|lexicon.Role|lexicon.Kin) != 0:
		return Group
	case m.class&(lexicon.OrgNoun|lexicon.OrgWord) != 0:
		return Organization
	}
	return Paper
}

// description finds whom "the Turkish diplomat" or "the company" describes.
func (r *resolver) description(i int) {
	m := r.mentions[i]
	if m.plural || !m.definite {
		return
	}
	if m.class&personHead == 0 {
		if m.class&lexicon.OrgNoun != 0 {
			r.organisation(i)
		}
		return
	}
	if r.ownRole(i) {
		return
	}
	r.salientPerson(i)
}

// ownRole finds the person to whom the report gives the described role.
func (r *resolver) ownRole(i int) bool {
	m := r.mentions[i]
	d := r.describe(m)
	best, bestScore := -1, 0.0
	for id, e := range r.entities {
		if e.kind != Person || !compatibleGender(e.gender, m.gender) {
			continue
		}
		if s := r.fitsRole(e, d); s > 0 {
			s += r.recency(id, i)
			if s > bestScore {
				best, bestScore = id, s
			}
		}
	}
	if best >= 0 {
		m.entity, m.how, m.sure = best, "has that role in the report", 0.94
	}
	return best >= 0
}

// salientPerson takes "the singer" or "the Vermont senator" for whoever the
// report is about just there, when nobody unnamed was introduced as one.
func (r *resolver) salientPerson(i int) {
	m := r.mentions[i]
	if m.owner >= 0 || r.toks[m.from].fold != "the" {
		return
	}
	d := r.describe(m)
	office := broader[d.head] != nil || offices[d.head]
	if anybody[d.head] || office && d.nation == "" && len(d.words) == 0 {
		return
	}
	best, bestScore := -1, 0.0
	for k := i - 1; k >= 0 && k >= i-20; k-- {
		p := r.mentions[k]
		far := r.toks[m.head].sent - r.toks[p.head].sent
		if far == 0 {
			continue
		}
		if p.kind == byDescription && p.entity < 0 && !p.definite && lemma(&r.toks[p.head]) == d.head {
			return // "a lawyer … the lawyer"
		}
		if far > 3 || !r.canBeCalled(p, m, d) || office && !p.subject && !r.speaks[k] {
			continue
		}
		if s := r.salience(k, i); s > bestScore {
			best, bestScore = p.entity, s
		}
	}
	if best >= 0 {
		m.entity, m.how, m.sure = best, "the person whom the report speaks of there", 0.85
	}
}

// canBeCalled reports whether the person of mention p may be described as d.
func (r *resolver) canBeCalled(p, m *mention, d description) bool {
	if p.entity < 0 || p.plural {
		return false
	}
	e := r.entities[p.entity]
	return e.kind == Person && e.person && compatibleGender(e.gender, m.gender) && (d.nation == "" || e.nation == "" || e.nation == d.nation)
}

// anybody are people who are nobody in particular: "the announcer" is not
// another word for someone named.
var anybody = map[string]bool{
	"announcer": true, "narrator": true, "moderator": true, "caller": true, "questioner": true, "interviewer": true, "reporter": true,
	"spokesman": true, "spokeswoman": true, "spokesperson": true, "judge": true, "doctor": true, "driver": true, "witness": true,
	"official": true, "aide": true, "adviser": true, "advisor": true, "source": true, "reader": true, "viewer": true, "voter": true,
	"officer": true, "prosecutor": true, "mother": true, "father": true, "wife": true, "husband": true, "daughter": true, "son": true,
	"host": true, "crowd": true, "editor": true, "man": true, "woman": true, "neighbour": true, "neighbor": true, "clerk": true,
}

// offices are held by one person at a time, so that without more words they
// mean whoever holds them.
var offices = map[string]bool{
	"president": true, "governor": true, "mayor": true, "senator": true, "king": true, "queen": true, "pope": true, "prince": true,
	"chairman": true, "secretary": true, "ambassador": true, "commissioner": true, "director": true, "chancellor": true, "lady": true,
}

// anyCompany are nouns that any organisation may be called by; others, such as
// "the court", only those whose name has the word.
var anyCompany = map[string]bool{
	"company": true, "firm": true, "group": true, "giant": true, "business": true, "corporation": true, "maker": true, "manufacturer": true,
	"retailer": true, "chain": true, "supplier": true, "organisation": true, "organization": true, "outfit": true, "brand": true, "band": true,
	"team": true, "club": true, "side": true, "carmaker": true, "airline": true, "charity": true, "publisher": true, "broadcaster": true, "network": true,
	"paper": true, "newspaper": true,
}

// hasWord reports whether a word stands in one of the entity's names.
func (e *entity) hasWord(w string) bool {
	for _, v := range e.names {
		if contains(v.parts, w) {
			return true
		}
	}
	return false
}

// organisation takes "the company" for the organisation named last as a subject.
func (r *resolver) organisation(i int) {
	m := r.mentions[i]
	d := r.describe(m)
	if len(d.words) > 0 || m.owner >= 0 {
		return
	}
	best, bestScore := -1, 0.0
	for k := i - 1; k >= 0 && k >= i-30; k-- {
		p := r.mentions[k]
		if p.entity < 0 || p.plural {
			continue
		}
		e := r.entities[p.entity]
		if e.kind != Organization || e.place || !anyCompany[d.head] && !e.hasWord(d.head) {
			continue
		}
		s := 20 - float64(min(r.toks[m.head].sent-r.toks[p.head].sent, 10))
		if p.subject {
			s += 2
		}
		if p.oblique {
			s--
		}
		s += min(float64(e.count), 5)
		if s > bestScore {
			best, bestScore = p.entity, s
		}
	}
	if best >= 0 {
		m.entity, m.how, m.sure = best, "the organisation named last", 0.75
	}
}

// description is what a definite description says.
type description struct {
	head   string
	words  []string
	nation string
}

func (r *resolver) describe(m *mention) description {
	d := description{head: lemma(&r.toks[m.head])}
	for k := m.from; k < m.to; k++ {
		t := &r.toks[k]
		if t.kind != word || t.fold == "'s" || t.is(lexicon.Det) {
			continue
		}
		if t.is(lexicon.Demonym|lexicon.Place) && t.lex.Value != "" {
			d.nation = t.lex.Value
			continue
		}
		if k != m.head && !t.is(lexicon.Function) {
			d.words = append(d.words, t.fold)
		}
	}
	return d
}

func lemma(t *token) string {
	if t.lex.Lemma != "" {
		return t.lex.Lemma
	}
	return t.fold
}

// broader names offices by wider words: what may be called a leader, a diplomat.
var broader = map[string][]string{
	"leader":     {"president", "premier", "minister", "chancellor", "chairman", "chairwoman", "chief", "head", "king", "ruler", "pm"},
	"diplomat":   {"ambassador", "envoy", "minister", "counterpart", "consul", "secretary"},
	"minister":   {"secretary", "counterpart"},
	"politician": {"president", "minister", "senator", "mp", "congressman", "congresswoman", "mayor", "governor", "candidate", "nominee", "lawmaker", "leader"},
	"lawmaker":   {"senator", "sen", "rep", "representative", "congressman", "congresswoman", "mp", "legislator"},
	"governor":   {"gov"}, "senator": {"sen"}, "congressman": {"rep", "representative"}, "congresswoman": {"rep", "representative"}, "representative": {"rep"},
	"candidate": {"nominee", "hopeful", "contender"},
	"nominee":   {"candidate"},
	"executive": {"ceo", "chief", "president", "chairman"},
	"boss":      {"manager", "coach", "ceo", "chief", "chairman", "head", "director", "executive"},
	"coach":     {"manager"},
	"manager":   {"coach", "boss"},
	"chief":     {"head", "director", "boss", "ceo", "commissioner", "chairman", "executive"},
	"star":      {"actor", "actress", "singer", "player", "striker", "footballer"},
	"player":    {"striker", "midfielder", "defender", "goalkeeper", "captain", "forward", "winger"},
	"academic":  {"professor", "lecturer", "researcher", "scholar"},
	"scientist": {"professor", "researcher", "physicist", "biologist", "chemist"},
	"attorney":  {"lawyer"}, "lawyer": {"attorney", "solicitor", "barrister"},
	"spokesman": {"spokesperson"}, "spokeswoman": {"spokesperson"}, "spokesperson": {"spokesman", "spokeswoman"},
}

// fitsRole scores how well a description fits one of an entity's roles; 0 when it doesn't.
func (r *resolver) fitsRole(e *entity, d description) float64 {
	if d.nation != "" && e.nation != "" && d.nation != e.nation {
		return 0
	}
	best := 0.0
	for _, role := range e.roles {
		s := 0.0
		switch {
		case contains(role.words, d.head):
			s = 4
		case sharesAny(role.words, broader[d.head]):
			s = 2
		default:
			continue
		}
		for _, w := range d.words {
			if contains(role.words, w) {
				s++
			} else {
				s -= 0.3
			}
		}
		if d.nation != "" && d.nation == e.nation {
			s++
		}
		best = max(best, s)
	}
	return best
}

func sharesAny(a, b []string) bool {
	for _, w := range b {
		if contains(a, w) {
			return true
		}
	}
	return false
}

// recency prefers who was mentioned last.
func (r *resolver) recency(id, i int) float64 {
	for k := i - 1; k >= 0 && k >= i-window; k-- {
		if r.mentions[k].entity == id {
			return 1 - float64(i-k)/window
		}
	}
	return 0
}
