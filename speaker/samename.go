package speaker

import (
	"slices"
	"strings"

	"quotes/speaker/lexicon"
	"quotes/speaker/name"
)

// variant is one way to write an entity's name.
type variant struct {
	text  string   // as printed
	parts []string // folded
	count int
	given bool // it begins with a given name
}

// nameParts are the folded words of a mention's name.
func nameParts(toks []token, m *mention) []string {
	parts := make([]string, 0, m.nameTo-m.nameFrom)
	for k := m.nameFrom; k < m.nameTo; k++ {
		if toks[k].kind != word || toks[k].fold == "'s" {
			continue
		}
		part := strings.TrimSuffix(toks[k].fold, ".")
		if article, rest, ok := strings.Cut(part, "-"); ok && (article == "al" || article == "el") {
			parts = append(parts, article)
			part = rest // al-Assad is called Assad
		}
		parts = append(parts, part)
	}
	return parts
}

// surnameAt is the index of the surname in the parts of a name.
func surnameAt(parts []string) int {
	i := len(parts) - 1
	for i > 0 && inList(nameSuffix, parts[i]) {
		i--
	}
	return i
}

// short reports whether a name is a surname or given name alone, particles apart;
// Ben and Al are no particles before a surname.
func short(parts []string) bool {
	n := 0
	for i, p := range parts {
		if (!inList(particle, p) || i == 0 && len(parts) > 1 && lexicon.Builtin().Word(p).Is(lexicon.Given)) && !inList(nameSuffix, p) {
			n++
		}
	}
	return n <= 1
}

// sameFull finds an entity whose full name is another form of the same: a
// middle name or initial more or less, an initial for a given name.
func (c *cast) sameFull(parts []string) int {
	s := surnameAt(parts)
	ids := c.byLast[parts[s]]
	for _, id := range ids[max(0, len(ids)-maxNamesakes):] {
		for _, v := range c.entities[id].names {
			vs := surnameAt(v.parts)
			if s == 0 || vs == 0 || v.parts[vs] != parts[s] || strings.Join(v.parts[vs+1:], " ") != strings.Join(parts[s+1:], " ") {
				continue
			}
			if sameGiven(v.parts[0], parts[0]) && !otherInitials(v.parts[1:vs], parts[1:s]) || tailOf(v.parts, parts) || tailOf(parts, v.parts) {
				return id
			}
		}
	}
	return c.sameStart(parts)
}

// sameStart finds an entity whose full name begins another, or the other way round,
// when all that is more is given names and surnames, as in Malay and Spanish: "Wan
// Hassan" for "Wan Hassan Wan Ali".
func (c *cast) sameStart(parts []string) int {
	ids := c.byFirst[parts[0]]
	for _, id := range ids[max(0, len(ids)-maxNamesakes):] {
		for _, v := range c.entities[id].names {
			short, long := v.parts, parts
			if len(short) > len(long) {
				short, long = long, short
			}
			if len(short) >= 2 && slices.Equal(long[:len(short)], short) && !slices.ContainsFunc(long[len(short):], func(w string) bool { return notOfName(w) && !contains(short, w) }) {
				return id
			}
		}
	}
	return -1
}

// notOfName reports whether a word is neither a given name nor a particle.
func notOfName(w string) bool {
	return inList(nameSuffix, w) || !inList(particle, w) && lexicon.Builtin().Word(w).Class&^lexicon.Surname != lexicon.Given
}

// sameGiven reports whether two given names can be one person's.
func sameGiven(a, b string) bool {
	a, b = strings.ReplaceAll(a, ".", ""), strings.ReplaceAll(b, ".", "")
	if a == b {
		return true
	}
	if len(a) == 0 || len(b) == 0 || !compatibleGender(lexicon.Builtin().Word(a).Gender, lexicon.Builtin().Word(b).Gender) {
		return false // Martin, Martina
	}
	return (len(a) == 1 || len(b) == 1 || len(a) >= 3 && strings.HasPrefix(b, a) || len(b) >= 3 && strings.HasPrefix(a, b)) && a[0] == b[0]
}

// otherInitials reports whether the middle initials of two names are not one
// person's: George W. Bush, George H.W. Bush.
func otherInitials(a, b []string) bool {
	const longest = 3 // letters of several initials in a row
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	x, y := strings.ReplaceAll(strings.Join(a, ""), ".", ""), strings.ReplaceAll(strings.Join(b, ""), ".", "")
	return len(x) <= longest && len(y) <= longest && !strings.HasPrefix(x, y) && !strings.HasPrefix(y, x)
}

// tailOf reports whether a name of two words or more ends another. What stands
// before it there may be a title that the lexicon doesn't know.
func tailOf(long, tail []string) bool {
	n := len(long) - len(tail)
	return len(tail) >= 2 && n > 0 && strings.Join(long[n:], " ") == strings.Join(tail, " ")
}

// misspelt finds the one entity whose surname is the word with a letter more,
// less or changed; only for long surnames.
func (c *cast) misspelt(w string) int {
	const shortest, most = 7, 500
	if len(w) < shortest-1 || len(c.entities) > most {
		return -1
	}
	best := -1
	for last, ids := range c.byLast {
		if len(last) >= shortest && last[0] == w[0] && last[len(last)-1] == w[len(w)-1] && oneEdit(last, w) && len(ids) == 1 && !short(c.entities[ids[0]].names[0].parts) {
			if best >= 0 {
				return -1
			}
			best = ids[0]
		}
	}
	return best
}

// oneEdit reports whether two words differ by one letter.
func oneEdit(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i+1:] == b[i:]
}

// noteInitials fills byInitials: NPWS for the National Parks and Wildlife Service, AAG for
// the Additional Advocate General.
func (c *cast) noteInitials() {
	const shortest = 3 // letters, of an office 2
	book := func(key string, id int) {
		if have, twice := c.byInitials[key]; twice && have != id {
			id = -1
		}
		c.byInitials[key] = id
	}
	for id, e := range c.entities {
		if key := name.Acronym(e.names[0].parts, small); !e.person && len(key) >= shortest {
			book(key, id)
		}
		for _, role := range e.roles {
			if key := name.Acronym(role.words, small); e.person && len(key) >= shortest-1 {
				book(key, id)
			}
		}
	}
}

// small reports whether a word has no letter in an acronym: of, and.
func small(w string) bool { return lexicon.Builtin().Word(w).Is(lexicon.Function) }
