package speaker

import (
	"slices"
	"strings"

	"quotes/speaker/lexicon"
)

// isStreet reports whether a name is an address: "Delmar St.", "Cobden Street".
func isStreet(parts []string) bool {
	last := parts[len(parts)-1]
	return len(parts) > 1 && (contains([]string{"st", "ave", "blvd", "rd"}, last) ||
		contains([]string{"street", "avenue", "road", "lane", "boulevard", "crescent", "terrace"}, last) && !lexicon.Builtin().Word(parts[0]).Is(lexicon.Given))
}

// classify decides what an entity is.
func (c *cast) classify(e *entity) {
	e.kind = Person
	if e.person {
		return
	}
	if isStreet(e.names[0].parts) {
		e.kind, e.place = Organization, true
		return
	}
	if len(e.names) == 1 && e.placed && len(e.names[0].parts) == 1 && lexicon.Builtin().Word(e.names[0].parts[0]).Is(lexicon.Place) {
		e.kind, e.place = Organization, true
		return
	}
	if e.article || e.firm {
		e.kind = Organization // nobody is called "the Lee"
	}
	lex := lexicon.Builtin()
	for _, v := range e.names {
		last := v.parts[len(v.parts)-1]
		w := lex.Word(last)
		if dotted := lex.Word(last + "."); w.Class == 0 {
			w = dotted
		}
		switch {
		case w.Is(lexicon.OrgWord) && !w.Is(lexicon.Given), w.Is(lexicon.Place) && !lex.Word(v.parts[0]).Is(lexicon.Given) && (e.placed || w.Class != lexicon.Place|lexicon.Surname && w.Class != lexicon.Place || len(v.parts) != 2 || lex.Word(v.parts[0]).Class != 0):
			e.kind, e.place = Organization, w.Is(lexicon.Place) && !slices.ContainsFunc(v.parts[:len(v.parts)-1], func(p string) bool { return lex.Word(p).Is(lexicon.OrgWord | lexicon.OrgNoun) })
			return
		case len(v.parts) == 1 && w.Is(lexicon.Given) && !w.Is(lexicon.Place|lexicon.OrgWord|lexicon.Surname|lexicon.Common|lexicon.Function):
			e.person = true
			return
		case len(v.parts) > 1 && (lex.Word(v.parts[0]).Is(lexicon.Given) || isInitials(v.parts[0])):
			e.person = true
			return
		case len(v.parts) > 1 && lex.Word(v.parts[0]).Is(lexicon.OrgWord) && !lex.Word(v.parts[0]).Is(lexicon.Surname):
			e.kind = Organization // "Union Carbide"
			return
		case len(v.parts) > 2 && lex.Word(v.parts[0]).Class == lexicon.Common:
			e.kind = Organization // "Electricity North West"
			return
		case len(v.parts) > 1 && w.Is(lexicon.OrgNoun) && !w.Is(lexicon.Surname|personHead):
			e.kind = Organization // "European Community"
			return
		}
		if n, p := lex.Phrase(v.parts); n == len(v.parts) && p.Is(lexicon.Place|lexicon.OrgWord) {
			e.kind, e.place = Organization, p.Is(lexicon.Place)
			return
		}
		if strings.Contains(v.text, "&") || strings.HasSuffix(v.text, "'s") || strings.HasSuffix(v.text, "’s") || contains(v.parts, "of") || contains(v.parts, "for") || contains(v.parts, "and") || contains(v.parts, "the") {
			e.kind = Organization
			return
		}
		if len(v.parts) == 1 && len(v.text) > 1 && len(v.text) <= 6 && strings.ToUpper(v.text) == v.text {
			e.kind = Organization
		}
	}
}
