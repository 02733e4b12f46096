package people

import (
	"unicode/utf8"

	"quotes/speaker/name"
)

// Index finds persons by name. It never changes and is safe for concurrent use.
// A nil Index finds nobody.
type Index struct {
	exact     map[string]*Person // by folded names and aliases
	bySurname map[string][]full  // by the key of the surname
}

// full is a name of a person that has more than a surname.
type full struct {
	name.Name
	person *Person
	alias  bool
}

// NewIndex indexes persons; it returns nil for none. Where two have a name in
// common the first has it.
func NewIndex(people []Person) *Index {
	if len(people) == 0 {
		return nil
	}
	x := &Index{exact: map[string]*Person{}, bySurname: map[string][]full{}}
	for i := range people {
		p := people[i]
		x.add(p.Name, &p, false)
		for _, a := range p.Aliases {
			x.add(a, &p, true)
		}
	}
	return x
}

func (x *Index) add(n string, p *Person, alias bool) {
	if folded := name.Fold(n); folded != "" && x.exact[folded] == nil {
		x.exact[folded] = p
	}
	if parsed := name.Parse(n); !parsed.Bare() {
		key := name.Key(parsed.Surname)
		x.bySurname[key] = append(x.bySurname[key], full{parsed, p, alias})
	}
}

// Find returns the person of that name, nil when there is none or more than one
// can be meant. It takes, in this order,
//
//   - a name or an alias as listed, but for case, diacritics and spaces;
//   - a full name that agrees with a listed one as name.Compatible says, with
//     both first names spelt out or both not: Donald J. Trump for Donald Trump;
//   - a bare surname, with a title or without one; not that of an alias, which
//     may be a byname.
//
// Because a surname is taken on trust, Find wants the fullest name that a report
// has for somebody. The gender is "female", "male" or "" as far as the report
// tells it; nobody of the other is returned.
//
// The time depends only on how many persons have that surname.
func (x *Index) Find(n, gender string) *Person {
	if x == nil {
		return nil
	}
	if p := x.exact[name.Fold(n)]; p != nil {
		return p.unless(gender)
	}
	parsed := name.Parse(n)
	var found full
	for _, f := range x.bySurname[name.Key(parsed.Surname)] {
		if f.person == found.person || f.person.unless(gender) == nil || !sameNamed(parsed, f.Name) {
			continue
		}
		if found.person != nil {
			return nil
		}
		found = f
	}
	if found.alias && parsed.Bare() {
		return nil
	}
	return found.person
}

// unless returns p, or nil when its gender contradicts the one given.
func (p *Person) unless(gender string) *Person {
	if gender != "" && p.Gender != "" && gender != p.Gender {
		return nil
	}
	return p
}

// sameNamed reports whether n can be the name of the person of a full name. An
// initial is not enough to tell a first name: J. Smith may be anybody.
func sameNamed(n, full name.Name) bool {
	if !n.Bare() && initial(n) != initial(full) {
		return false
	}
	return name.Compatible(n, full)
}

func initial(n name.Name) bool { return utf8.RuneCountInString(n.Given) == 1 }
