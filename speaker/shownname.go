package speaker

import "strings"

// name is the fullest name by which the report calls an entity: a full name before
// a surname, a given name before an initial, and of two full ones the better.
func (e *entity) name() string {
	if e.known != nil {
		return e.known.Name
	}
	best := -1
	for i, v := range e.names {
		if best < 0 {
			best = i
			continue
		}
		b := e.names[best]
		if full, have := v.full(), b.full(); full != have {
			if full {
				best = i
			}
			continue
		}
		if len(v.parts[0]) == 1 != (len(b.parts[0]) == 1) {
			if len(b.parts[0]) == 1 {
				best = i
			}
			continue
		}
		if better(v, b) {
			best = i
		}
	}
	return cleanName(e.names[best].text)
}

// full reports whether v is more than a surname or a given name; "Al" by itself is a
// given name, though the particle of al-Assad is folded to the same.
func (v variant) full() bool { return !short(v.parts) || strings.HasPrefix(v.text, "Al ") }

// better reports whether the full name v says more plainly than b who it is: the
// longer of two, unless what it has more is no name ("Burgess Hal Smith"); else
// the one used more.
func better(v, b variant) bool {
	switch {
	case tailOf(b.parts, v.parts):
		return v.ends(b)
	case tailOf(v.parts, b.parts):
		return !b.ends(v)
	}
	return v.count > b.count
}

// ends reports whether v, the tail of long, is a name by itself: only it begins
// with a given name.
func (v variant) ends(long variant) bool { return v.given && !long.given }

// cleanName mends a name set in capitals.
func cleanName(s string) string {
	if strings.ToUpper(s) != s || !strings.Contains(s, " ") {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r := []rune(w)
		words[i] = strings.ToUpper(string(r[0])) + string(r[1:])
	}
	return strings.Join(words, " ")
}
