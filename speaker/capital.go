package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// capitals is what the capitals within the sentences of a report tell.
type capitals struct {
	surname map[string]bool // words that follow a given name or an initial
	given   map[string]bool // given names, otherwise months and the like, that another capital follows
	lower   map[string]bool // words unknown to the lexicon that also stand without a capital
	within  map[string]bool // words with a capital within a sentence, headlines apart
	speaks  map[string]bool // words with a capital that begin a sentence, before a verb of speech
}

// readCapitals looks at every token of a report.
func readCapitals(lists ...[]token) capitals {
	c := capitals{surname: map[string]bool{}, given: map[string]bool{}, lower: map[string]bool{}, within: map[string]bool{}, speaks: map[string]bool{}}
	for _, toks := range lists {
		for i := range toks {
			t := &toks[i]
			if t.kind != word {
				continue
			}
			if !t.cap {
				if t.lex.Class == 0 { // of others the lexicon tells
					c.lower[t.fold] = true
				}
				continue
			}
			if t.headline {
				continue
			}
			if !t.first || i+1 < len(toks) && toks[i+1].cap {
				c.within[t.fold] = true
			} else if i+1 < len(toks) && toks[i+1].is(lexicon.Say|lexicon.Tell) && toks[i+1].has(lexicon.Past|lexicon.Third) {
				c.speaks[t.fold] = true
			}
			if i+1 < len(toks) && isEastern(&toks[i+1]) {
				c.surname[t.fold] = true
			}
			if t.is(lexicon.Given) && t.is(lexicon.TimeWord|lexicon.Function) && i+1 < len(toks) && toks[i+1].cap && !toks[i+1].is(lexicon.TimeWord|lexicon.Function) && !(t.first && toks[i+1].lex.Class&^(lexicon.Given|lexicon.Surname|lexicon.Common) != 0) {
				c.given[t.fold] = true
			}
			if i > 0 && !t.first && (afterGiven(toks, i) && !t.is(lexicon.OrgWord|lexicon.NotName|lexicon.Place) && !inList(nameSuffix, t.fold) || surnameOnly(toks, i)) {
				c.surname[t.fold] = true
			}
		}
	}
	return c
}

// headlineName reports whether the capital at i, in a headline, is of a name that the
// report has elsewhere, or of the given name before one.
func (c *chunker) headlineName(i int) bool {
	t := &c.toks[i]
	switch {
	case c.names.within[t.fold]:
		return true
	case t.is(lexicon.Given) && i+1 < len(c.toks):
		next := c.toks[i+1].fold
		return c.names.within[next] || c.names.speaks[next]
	}
	return i > 0 && c.toks[i-1].is(lexicon.Given) && c.names.speaks[t.fold]
}

// isName reports whether the token at i can be part of a name.
func (c *chunker) isName(i int) bool {
	t := &c.toks[i]
	if c.handle(i) {
		return true
	}
	if c.credential(i) {
		return false
	}
	if t.kind != word || !t.cap || t.fold == "'s" || partyTag(t) || isAmount(t.fold) || t.headline && !c.headlineName(i) {
		return false
	}
	if n, e := c.phrase(i); n > 0 && e.Is(lexicon.Place|lexicon.OrgWord) && (c.toks[i+n-1].cap || numeric(&c.toks[i+n-1])) {
		return true
	}
	switch {
	case t.dot && len(t.fold) == 1 && (i > 0 && c.toks[i-1].cap && !t.first || t.fold == "i"):
		return true // "James A. Lewis"
	case t.is(lexicon.Function) && t.is(lexicon.Surname) && !t.is(lexicon.Given):
		return c.capital(i+1) && !c.toks[i+1].is(lexicon.Title) && (c.capital(i+2) || c.capital(i-1) || isEastern(&c.toks[i+1])) || i > 0 && afterGiven(c.toks, i) // "Oh Beng Seng", "Tan Ah Kow"
	case t.first && t.is(lexicon.Say|lexicon.Tell) && t.has(lexicon.Past|lexicon.Third) && c.capital(i+1):
		return false // "Said Lavrov"
	case surnameOnly(c.toks, i):
		return true
	case t.is(lexicon.TimeWord) && t.is(lexicon.Given) && !c.capital(i+1):
		who := i+2 < len(c.toks) && c.toks[i+1].text == "," && isWho(c.toks, i+2)
		kin := i > 1 && c.toks[i-1].text == "," && c.toks[i-2].is(lexicon.Kin) && i+1 < len(c.toks) && c.toks[i+1].text == "," // "His wife, June,"
		return kin || c.names.surname[t.fold] && !c.dated(i) || c.names.given[t.fold] && (c.tagged(i) || who)                  // but "in August"
	case t.is(lexicon.TimeWord) && i > 0 && c.toks[i-1].is(lexicon.Title) && c.toks[i-1].cap && c.capital(i+1) && !c.toks[i+1].is(lexicon.TimeWord):
		return true // "Pastor Sunday Adewusi"
	case t.is(lexicon.NotName) && !t.is(lexicon.TimeWord) && i > 0 && c.toks[i-1].is(lexicon.Say) && c.isFinite(i-1) && c.capital(i+1) && c.capital(i+2):
		return true // "said Allah Bachayo Chandio"
	case t.is(lexicon.NotName|lexicon.TimeWord) && !t.is(lexicon.Given) && !c.names.surname[t.fold]:
		return false
	case t.is(lexicon.Pronoun):
		return t.fold != "it" && c.abbreviates(i)
	case t.is(lexicon.Function):
		return t.is(lexicon.Given) && c.capital(i+1) || c.names.surname[t.fold] && !t.first || (c.names.surname[t.fold] || c.names.given[t.fold]) && c.tagged(i)
	case t.first && !c.capital(i+1):
		return c.nameAtStart(i)
	case t.first && c.toks[i+1].caps && t.lex.Class == 0 && strings.HasSuffix(t.fold, "ed") && !c.names.within[t.fold]:
		return false // "Appointed MBE in May, she"
	}
	return true
}

// isAmount reports whether a folded word is a sum of money in a currency with letters:
// R6m, Sh1.2bn.
func isAmount(w string) bool {
	const longest = 4 // letters of a currency
	at := strings.IndexAny(w, digits)
	if at < 1 || at > longest {
		return false
	}
	switch strings.TrimLeft(w[at:], digits+".,") {
	case "m", "mn", "bn", "tn", "k":
		return true
	}
	return false
}

// nameAtStart decides on a lone capital at the start of a sentence.
func (c *chunker) nameAtStart(i int) bool {
	t := &c.toks[i]
	if t.is(lexicon.Given|lexicon.Place|lexicon.OrgWord) || t.caps || c.names.surname[t.fold] {
		return true
	}
	if t.is(lexicon.Common) {
		return c.names.within[t.fold] && c.tagged(i) || c.joined(i) // "Liberty said", "Standard & Poor's"
	}
	if t.is(head|lexicon.RoleMod|lexicon.Demonym|speechVerb|lexicon.Title) || t.has(lexicon.Participle) {
		return t.is(lexicon.Title)
	}
	if strings.HasSuffix(t.fold, "ing") || strings.HasSuffix(t.fold, "ly") || endsAbstract(t.fold) && !c.names.within[t.fold] {
		return false
	}
	// What stands after it tells: a verb, a possessive, a comma or a colon.
	if i+1 >= len(c.toks) || strings.HasSuffix(t.fold, "ed") && c.toks[i+1].fold == "by" && !c.names.within[t.fold] {
		return false // "Contacted by the Post"
	}
	if c.joined(i) {
		return true
	}
	n := &c.toks[i+1]
	if n.fold == "'s" || n.is(speechVerb) && n.has(lexicon.Past|lexicon.Third|lexicon.PastPart) || n.is(lexicon.Aux) || n.kind == mark && (n.text == ":" || n.text == ",") {
		return !strings.HasSuffix(t.fold, "ly") && !strings.HasSuffix(t.fold, "ing")
	}
	if n.is(lexicon.Prep) && endsPlural(t.fold) && !c.names.within[t.fold] {
		return false // "Preys on our fears"
	}
	return !c.names.lower[t.fold]
}

// endsAbstract reports whether a word has the ending of a noun for what is no person:
// Translation, Inadvertence.
func endsAbstract(w string) bool {
	return strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "ence") || strings.HasSuffix(w, "ness") || strings.HasSuffix(w, "ment") || strings.HasSuffix(w, "ity")
}

// joined reports whether an ampersand joins the word at i to a capital.
func (c *chunker) joined(i int) bool {
	return i+1 < len(c.toks) && c.toks[i+1].kind == mark && c.toks[i+1].text == "&" && c.capital(i+2)
}

func (c *chunker) capital(i int) bool {
	return i >= 0 && i < len(c.toks) && c.toks[i].kind == word && c.toks[i].cap && !c.toks[i].is(lexicon.Pronoun|lexicon.NotName) && !(c.toks[i].is(lexicon.Function) && !c.toks[i].is(lexicon.Given|lexicon.Surname))
}

// nameEnd returns the end of the name that begins at i.
func (c *chunker) nameEnd(i int) int {
	org := c.toks[i].is(lexicon.OrgWord) && !c.toks[i].is(lexicon.Given)
	end := i + 1
	if n, e := c.phrase(i); n > 1 && e.Is(lexicon.OrgWord) {
		end, org = i+n, true // "No 10"
	}
	for end < len(c.toks) {
		t := &c.toks[end]
		switch {
		case t.kind == quoted && c.nickname(end):
			end++
			continue
		case t.kind == mark && t.text == "(" && c.shortForm(end):
			end += 4
			continue
		case t.kind == mark && t.text == "&" && c.capital(end+1):
			end += 2
			continue
		case t.kind == mark && t.text == "," && c.suffix(end+1):
			end += 2
			continue
		case t.kind == mark && t.text == "," && end+1 < len(c.toks) && c.toks[end+1].cap && c.toks[end+1].anyOf("inc", "llc", "ltd"):
			end, org = end+2, true // "Acme, Inc."
			continue
		case t.kind == mark && t.text == "," && c.placeAfter(i, end) > 0:
			end = c.placeAfter(i, end)
			continue
		case t.kind != word:
			return end
		case t.fold == "'s" && c.firm(i, end):
			end, org = end+1, true
			continue
		case c.roleWords(end) > 0 || org && t.dot && t.is(lexicon.Title) && !t.is(lexicon.OrgWord) && c.capital(end+1):
			return end // "the Joint Chiefs of Staff Gen. Lee"
		case c.isName(end) && c.toks[end-1].kind != mark:
			org = org || t.is(lexicon.OrgWord) && !t.is(lexicon.Given)
			end++
			continue
		case t.cap && !t.first && inList(number, t.fold), len(t.fold) == 1 && numeric(t) && c.toks[end-1].anyOf("channel", "radio", "formula"):
			end++ // "Channel Four", "Channel 4 News"
			continue
		case inList(particle, t.fold) && !t.first && c.particle(end):
			end++
			continue
		case org && t.anyOf("of", "for", "and", "on") && !inList(minister, c.toks[end-1].fold):
			if n := c.orgTail(end); n > 0 {
				end = n
				continue
			}
		}
		return end
	}
	return end
}

// firm reports whether the possessive ending at i is part of the name of a firm:
// "Sainsbury's said", "Lloyd's of London", but not "Ann Lee's".
func (c *chunker) firm(from, i int) bool {
	if i+2 >= len(c.toks) || c.toks[from].is(lexicon.Given|lexicon.Title) && i > from+1 {
		return false
	}
	next := &c.toks[i+1]
	if inList(irregular, next.fold) && (c.toks[i+2].is(lexicon.Det) || c.toks[i+2].cap || numeric(&c.toks[i+2])) {
		return true // "Moody's cut its rating"
	}
	return inList(tagVerb, next.fold) && c.toks[i+2].fold != "to" && c.toks[i+2].fold != "of" ||
		next.fold == "of" && c.toks[i+2].is(lexicon.Place) && c.toks[i+2].cap
}

// placeAfter is where the state or the country ends that the comma at i parts from its
// town, 0 for none: "of Ashton, Md.", "of Ashton, South Carolina"
func (c *chunker) placeAfter(from, i int) int {
	end := i + 2
	if n, e := c.phrase(i + 1); n > 1 && e.Is(lexicon.Place) {
		end = i + 1 + n
	} else if i+1 >= len(c.toks) || !c.toks[i+1].is(lexicon.Place) {
		return 0
	}
	if from == 0 || !c.toks[from-1].is(lexicon.Prep) || !c.toks[i+1].cap || partyTag(&c.toks[i+1]) {
		return 0
	}
	if end < len(c.toks) && (c.toks[end].fold == "'s" || c.toks[end].is(lexicon.Say|lexicon.Tell) && (c.names.surname[c.toks[i+1].fold] || end == i+2 && c.toks[i+1].is(lexicon.Surname))) {
		return 0 // "of Berenberg, Germany's largest bank", "than Kim, Bolton said"
	}
	if !c.toks[from].is(lexicon.Given) || c.toks[from].is(lexicon.Place) || c.toks[i+1].dot {
		return end
	}
	return 0
}

// particle reports whether the particles at i lead on to a capital.
func (c *chunker) particle(i int) bool {
	for k := i + 1; k < len(c.toks) && k <= i+2; k++ {
		if c.capital(k) {
			return true
		}
		if !inList(particle, c.toks[k].fold) {
			return false
		}
	}
	return false
}

// suffix reports whether the token at i is Jr., Sr. or a numeral.
func (c *chunker) suffix(i int) bool {
	return i < len(c.toks) && c.toks[i].cap && contains([]string{"jr", "sr", "ii", "iii", "iv"}, c.toks[i].fold)
}

// credential reports whether the capitals at i are a degree after a name: "Ann Lee, M.D.,".
func (c *chunker) credential(i int) bool {
	return i > 1 && c.toks[i].caps && c.toks[i-1].text == "," && c.toks[i-2].cap && i+1 < len(c.toks) && c.toks[i+1].text == "," &&
		inList(postNominal, strings.ReplaceAll(c.toks[i].fold, ".", ""))
}

// nickname reports whether the quote at i stands within a name: Dwayne "The Rock" Johnson.
func (c *chunker) nickname(i int) bool {
	const widest = 8 // bytes of space after it
	return c.toks[i].Len() <= 30 && i > 0 && c.toks[i-1].kind == word && c.toks[i-1].cap && !c.toks[i-1].is(lexicon.OrgWord) && c.capital(i+1) &&
		c.toks[i+1].Start <= c.toks[i].End+widest && (c.toks[i-1].is(lexicon.Given) || c.toks[i-1].dot)
}

// handle reports whether what somebody is called on a social network is the subject of a verb
// of speech at i: "@ann_lee wrote".
func (c *chunker) handle(i int) bool {
	t := &c.toks[i]
	if t.kind != word || !strings.Contains(t.fold, "_") && !strings.HasPrefix(t.text, "@") || i+1 >= len(c.toks) {
		return false
	}
	verb := &c.toks[i+1]
	return verb.text == ":" || verb.is(lexicon.Say) && verb.has(lexicon.Past|lexicon.Third)
}

// shortForm reports whether the bracket at i holds another given name within a name: "Robert
// (Bob) Lee".
func (c *chunker) shortForm(i int) bool {
	return i > 0 && c.toks[i-1].is(lexicon.Given) && i+3 < len(c.toks) && c.capital(i+1) && !c.toks[i+1].caps && !c.toks[i+1].is(lexicon.Place) && c.toks[i+2].text == ")" && c.isName(i+3) && !c.toks[i+3].first
}

// nameIn parts the run of capitals that ends a phrase into titles and a name.
func (c *chunker) nameIn(m *mention, p phrase) {
	from, to := p.nameFrom, p.nameTo
	if o := p.owner; to-from == 1 && o >= 0 && from == o+2 && c.toks[from].is(lexicon.OrgWord) && c.toks[o].cap && !c.toks[o].first && !c.toks[o].is(lexicon.Place|lexicon.Given|lexicon.Demonym) && !c.names.surname[c.toks[o].fold] {
		for from = o; from > p.from && c.isName(from-1); from-- { // "the Independent Shareholders' Forum"
		}
		m.owner, m.nameFrom, m.nameTo, m.kind = -1, from, to, byName
		return
	}
	org := c.organisation(from, to)
	split := from
	if t := &c.toks[from]; org && to-from > 1 && t.first && t.is(lexicon.OrgNoun|lexicon.Role) && !t.is(lexicon.OrgWord|lexicon.Surname) {
		split++ // "Maker Van Loo & Dochters"
	}
	office := !org && to-from > 1 && p.det >= 0 && c.toks[from].is(lexicon.RoleMod) && !c.names.surname[c.toks[to-1].fold] && c.isRoleName(from, to) // "the Republican National Chairman"
	if !org && !office {
		for k := from; k < to-1; k++ {
			if n, e := c.phrase(k); n > 0 && k+n < to && !(e.Is(lexicon.OrgWord) && c.toks[k].is(lexicon.Surname)) && e.Is(lexicon.Title|lexicon.Place|lexicon.Role|lexicon.OrgWord) {
				if e.Is(lexicon.Title|lexicon.Role) || c.toks[k+n].is(lexicon.Given|lexicon.Title) && k+n+1 < to {
					split = k + n
				}
				k += n - 1
				continue
			}
			if c.leads(k, from, to) {
				split = k + 1
			}
		}
		if to-split >= 3 && c.toks[to-2].is(lexicon.Given) && noGiven(&c.toks[split]) {
			split = to - 2 // "Former Wallaby Mitch Corrigan"
		}
		if t := &c.toks[split]; t.first && t.lex.Class == lexicon.Common && to-split >= 3 && c.toks[split+1].is(lexicon.Given) {
			split++ // "Safety Jaylen Roark"
		}
		if c.toks[split].first && c.toks[split].is(lexicon.RolePlural) && to-split >= 2 {
			split++ // "Winemakers Paolo and Gianni"
		}
		for split > from && inList(nameSuffix, c.toks[split].fold) {
			split = from
		}
	}
	if !org && to-split == 1 && inList(minister|postNominal, c.toks[split].fold) {
		split = from // "the Honourable Minister", "a Conservative MP"
	}
	if !org && split == from && to-from >= 1 && c.isRoleName(from, to) {
		m.class = c.toks[to-1].lex.Class & head
		if m.class == 0 {
			m.class = lexicon.Role // "the American"
		}
		return // a role with capitals: "Turkey's Foreign Minister"
	}
	for to-split > 2 && inList(postNominal, c.toks[to-1].fold) {
		to-- // "Max Orr QC"
	}
	m.kind = byName
	m.nameFrom, m.nameTo, m.head = split, to, to-1
	m.title = split > from && c.toks[split-1].is(lexicon.Title|lexicon.Role)
	if split > m.from {
		before := c.toks[split-1].fold
		m.rank = before
		if to-split == 1 && contains([]string{"mr", "mrs", "ms", "miss"}, before) {
			m.courtesy = before
		}
	}
	m.gender = c.genderOf(*m)
}

// noGiven reports whether a capital before a full name is rather part of a role than of
// the name: "former", "MEP".
func noGiven(t *token) bool {
	if t.is(lexicon.Given | lexicon.Title | lexicon.Surname) {
		return false
	}
	return t.caps && len(t.fold) <= 4 && !isInitials(t.fold) || t.is(lexicon.RoleMod|lexicon.Role|lexicon.RolePlural|lexicon.Demonym|lexicon.OrgWord|lexicon.OrgNoun)
}

// suffix is sr or jr, that the word before the name stands for: "the elder Lee".
func (m *mention) suffix() string { return generations[m.rank] }

// generations are words before a surname, with the suffix of the name they mean.
var generations = map[string]string{"elder": "sr", "older": "sr", "younger": "jr"}

// leads reports whether the capital at k belongs before a person's name that
// ends at to: a title, a role, a party or a nation.
func (c *chunker) leads(k, from, to int) bool {
	t, next := &c.toks[k], &c.toks[k+1]
	lone := k+2 == to // one word is left for the name
	switch {
	case fromWhere(t):
		return true // "London-born Jane Lee"
	case t.fold == "sr" && k == from && next.is(lexicon.Given):
		return true // a nun
	case lone && k > from && next.caps && inList(postNominal, next.fold):
		return false // "Ruth Abbot KC"
	case inList(particle, t.fold) && !t.caps && k > from, t.is(lexicon.Given) && inList(particle, next.fold) && !next.caps:
		return false // "Ángel Di María", "Marine Le Pen"
	case lone && isEastern(next):
		return t.is(lexicon.Title)
	case t.is(lexicon.Title) && t.is(lexicon.Given) && !t.dot && next.is(lexicon.Given):
		return false // "Earl Ray Tomblin"
	case t.is(lexicon.Title):
		return !(lone && k == from && c.givenLike(t))
	case t.is(lexicon.Role):
		if t.caps && len(t.fold) > 3 {
			return false // the POLITICO, no politico
		}
		if k == from && k > 0 && t.is(lexicon.Given) && c.toks[k-1].is(lexicon.Role) && !c.toks[k-1].cap {
			return false // "striker Ally Dunn"
		}
		return !(t.is(lexicon.Given) && lone) && (k == from || next.is(lexicon.Given) || !c.toks[from].is(lexicon.Given))
	case t.is(lexicon.OrgWord) && t.is(lexicon.Surname):
		return false // "Sun Wei Ming"
	case t.is(lexicon.RoleMod | lexicon.Demonym | lexicon.OrgNoun | lexicon.OrgWord | lexicon.Place):
		if t.is(lexicon.Demonym) && k+3 == to && next.lex.Class == 0 && c.toks[k+2].lex.Class&^lexicon.Surname == 0 {
			return true // "American Zat Dorn"
		}
		return !lone && next.is(lexicon.Given|lexicon.Title) && !next.is(lexicon.Place)
	}
	return false
}

// fromWhere reports whether a word says where somebody comes from, or by whom he
// is held up: London-born, Harvard-educated, union-backed. The second half of a
// double name has a capital.
func fromWhere(t *token) bool {
	_, printed, _ := strings.Cut(t.text, "-")
	_, how, ok := strings.Cut(t.fold, "-")
	return ok && printed != "" && printed[0] >= 'a' && printed[0] <= 'z' &&
		(how == "born" || how == "bred" || how == "led" || len(how) > 4 && strings.HasSuffix(how, "ed"))
}

// givenLike reports whether a title is rather a given name: "Don Fowler".
func (c *chunker) givenLike(t *token) bool {
	return !t.dot && (t.is(lexicon.Given) || t.is(lexicon.Function))
}

// isRoleName reports whether the capitals are no name but a role.
func (c *chunker) isRoleName(from, to int) bool {
	if n, e := c.phrase(from); n == to-from && n > 1 && e.Is(lexicon.Demonym) && from > 0 && c.toks[from-1].fold == "the" && !c.toks[from-1].cap {
		return true // "the New Zealander"
	}
	if n, e := c.phrase(from); n == to-from && n > 1 && e.Is(lexicon.Title) && from > 0 && c.toks[from-1].fold == "the" {
		return true // "the Rear Admiral"
	}
	last := &c.toks[to-1]
	if !last.is(lexicon.Demonym|lexicon.Role|lexicon.RolePlural|lexicon.Title) || last.is(lexicon.Given) && to-from > 1 {
		return false
	}
	if last.caps && inList(postNominal, last.fold) && to-from > 1 && from > 0 && c.toks[from-1].is(lexicon.Det) && !c.toks[from].is(lexicon.Given|lexicon.Title) {
		return true // "the North East MP"
	}
	if to-from == 1 && last.is(lexicon.Demonym) && from > 0 && c.toks[from-1].fold == "the" {
		return true
	}
	if to-from == 1 {
		return !c.names.surname[last.fold] && !last.is(lexicon.Given) || from > 0 && c.toks[from-1].fold == "the"
	}
	for k := from; k < to-1; k++ {
		if c.toks[k].is(lexicon.Given) && !c.toks[k].is(lexicon.Role|lexicon.RoleMod|lexicon.Title) || c.toks[k].lex.Class == 0 {
			return k == from && c.toks[k].lex.Class == 0 && !c.toks[to-1].is(lexicon.Given) && c.toks[from].caps
		}
	}
	return true
}

// absorb adds the name that stands right after a role and what belongs to it:
// "vice president for government affairs Todd Brinkerhoff".
func (c *chunker) absorb(m *mention) {
	if m.kind == byDescription && m.class&lexicon.Role != 0 && !m.plural && m.to < len(c.toks) && c.isName(m.to) && (c.toks[m.to].is(lexicon.Given|lexicon.Title) || m.to > m.head+1 && c.newName(m.to)) {
		c.takeName(m)
	}
}

// takeName makes the name right after a role the mention's.
func (c *chunker) takeName(m *mention) {
	m.kind, m.title = byName, true
	m.nameFrom, m.to = m.to, c.nameEnd(m.to)
	for m.nameFrom < m.to-1 && c.toks[m.nameFrom].is(lexicon.Title) && !c.toks[m.nameFrom].is(lexicon.Given) {
		m.nameFrom++
	}
	m.nameTo = m.to
	m.gender = c.genderOf(*m)
}
