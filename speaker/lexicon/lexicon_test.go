package lexicon

import (
	"strings"
	"testing"
)

func TestWord(t *testing.T) {
	for _, c := range []struct {
		word   string
		is     Class // every one of these
		not    Class // none of these
		form   Form
		gender Gender
		lemma  string
		value  string
	}{
		{word: "said", is: Say, not: Tell | Function | SayNoun, form: Past | PastPart, lemma: "say"},
		{word: "read", is: Say, form: Base | Past | PastPart, lemma: "read"},
		{word: "quipped", is: Say, form: Past | PastPart, lemma: "quip"},
		{word: "spoken", is: Act, form: PastPart, lemma: "speak"},
		{word: "told", is: Tell, not: Say, form: Past | PastPart, lemma: "tell"},
		{word: "dubbed", is: Call, form: Past | PastPart, lemma: "dub"},
		{word: "labelling", is: Call, form: Participle, lemma: "label"},
		{word: "labeling", is: Call, form: Participle, lemma: "label"},
		{word: "believes", is: Think, form: Third, lemma: "believe"},
		{word: "quoted", is: Relay, not: Say | Call, form: Past | PastPart, lemma: "quote"},
		{word: "sighed", is: Act, form: Past | PastPart, lemma: "sigh"},
		{word: "statements", is: SayNoun | DocNoun, form: Plural, lemma: "statement"},
		{word: "tweet", is: SayNoun | Say | DocNoun, form: Base, lemma: "tweet"},
		{word: "lawsuit", is: DocNoun, lemma: "lawsuit"},
		{word: "spokeswoman", is: Role, not: RolePlural, gender: Female, lemma: "spokeswoman"},
		{word: "spokesmen", is: RolePlural, not: Role, form: Plural, gender: Male, lemma: "spokesman"},
		{word: "actress", is: Role, gender: Female, lemma: "actress"},
		{word: "striker", is: Role, lemma: "striker"},
		{word: "wives", is: Kin | RolePlural, not: Role, form: Plural, gender: Female, lemma: "wife"},
		{word: "mrs", is: Title, gender: Female, lemma: "mrs"},
		{word: "sen.", is: Title, lemma: "sen."},
		{word: "baroness", is: Title | Role, gender: Female, lemma: "baroness"},
		{word: "former", is: RoleMod, lemma: "former"},
		{word: "mary", is: Given, gender: Female, lemma: "mary"},
		{word: "recep", is: Given, gender: Male, lemma: "recep"},
		{word: "francois", is: Given, gender: Male, lemma: "francois"},
		{word: "robin", is: Given, gender: Neutral, lemma: "robin"},
		{word: "turks", is: Demonym, form: Plural, lemma: "turk", value: "Turkey"},
		{word: "turkish", is: Demonym, lemma: "turkish", value: "Turkey"},
		{word: "frenchmen", is: Demonym, form: Plural, gender: Male, lemma: "frenchman", value: "France"},
		{word: "germans", is: Demonym, form: Plural, lemma: "german", value: "Germany"},
		{word: "texan", is: Demonym, lemma: "texan", value: "Texas"},
		{word: "u.s.", is: Place, lemma: "u.s.", value: "United States"},
		{word: "us", is: Place | Pronoun, lemma: "us", value: "United States"},
		{word: "burma", is: Place, lemma: "burma", value: "Myanmar"},
		{word: "calif.", is: Place, lemma: "calif.", value: "California"},
		{word: "istanbul", is: Place, lemma: "istanbul", value: "Istanbul"},
		{word: "university", is: OrgWord, lemma: "university"},
		{word: "ministry", is: OrgNoun | OrgWord, lemma: "ministry"},
		{word: "advertisement", is: NotName, lemma: "advertisement"},
		{word: "monday", is: TimeWord, lemma: "monday"},
		{word: "will", is: Aux | Function | Given, gender: Male, lemma: "will"},
		{word: "never", is: Negation | Function, lemma: "never"},
		{word: "despite", is: Prep | Function, lemma: "despite"},
		{word: "although", is: Conj | Function, lemma: "although"},
		{word: "her", is: Det | Pronoun | Function, gender: Female, lemma: "her"},
		{word: "meanwhile", is: Adverb | Function, lemma: "meanwhile"},
		{word: "baker", is: Role | Surname, not: Given, lemma: "baker"},
		{word: "furious", is: Common, not: Function, lemma: "furious"},
	} {
		e := Builtin().Word(c.word)
		if e.Class&c.is != c.is || e.Is(c.not) {
			t.Errorf("Word(%q).Class = %b, want %b and not %b", c.word, e.Class, c.is, c.not)
		}
		if e.Class&(Say|Tell|Call|Think|Act|Relay) == 0 && e.Form != c.form || !e.Has(c.form) && c.form != 0 {
			t.Errorf("Word(%q).Form = %b, want %b", c.word, e.Form, c.form)
		}
		if e.Gender != c.gender || e.Lemma != c.lemma || e.Value != c.value {
			t.Errorf("Word(%q) = %+v, want gender %d, lemma %q, value %q", c.word, e, c.gender, c.lemma, c.value)
		}
	}
}

func TestWordUnknown(t *testing.T) {
	for _, w := range []string{"", "zyzzy", "shot back", "Said", "hastings-on-hudson", "prime\x00"} {
		if e := Builtin().Word(w); e.Class != 0 {
			t.Errorf("Word(%q) = %+v", w, e)
		}
	}
	// "chimed" alone is only the start of a phrase.
	if e := Builtin().Word("chimed"); e != (Entry{Starts: e.Starts}) {
		t.Errorf("Word(chimed) = %+v, want nothing", e)
	}
}

func TestPhrase(t *testing.T) {
	for _, c := range []struct {
		words string
		n     int
		is    Class
		form  Form
		lemma string
		value string
	}{
		{"shot back at him", 2, Say, Past, "shoot back", ""},
		{"put it this way", 2, Say, Base | Past, "put it", ""},
		{"made it clear that", 3, Say, Past, "make it clear", ""},
		{"chimed in", 2, Say, Past, "chime in", ""},
		{"referred to the plan", 2, Call, Past, "refer to", ""},
		{"vice president of", 2, Role | Title, 0, "vice president", ""},
		{"chief executive", 2, Role, 0, "chief executive", ""},
		{"attorneys general", 2, RolePlural, Plural, "attorney general", ""},
		{"deputy prime minister nick", 3, Role | Title, 0, "deputy prime minister", ""},
		{"new york city hall", 3, Place, 0, "new york city", "New York City"},
		{"new york times", 2, Place, 0, "new york", "New York"},
		{"saudi arabian", 2, Demonym, 0, "saudi arabian", "Saudi Arabia"},
		{"no longer", 2, Negation, 0, "no longer", ""},
		{"in front of the", 3, Prep, 0, "in front of", ""},
		{"new", 0, 0, 0, "", ""},
		{"new idea", 0, 0, 0, "", ""},
		{"", 0, 0, 0, "", ""},
		{"put " + strings.Repeat("x", 100), 0, 0, 0, "", ""},
		{strings.Repeat("x", 100) + " it", 0, 0, 0, "", ""},
	} {
		n, e := Builtin().Phrase(strings.Fields(c.words))
		if n != c.n || e.Class&c.is != c.is || !e.Has(c.form) && c.form != 0 || e.Lemma != c.lemma || e.Value != c.value {
			t.Errorf("Phrase(%q) = %d, %+v; want %d, %+v", c.words, n, e, c.n, c)
		}
	}
}

func TestPhraseDoesNotAllocateForMisses(t *testing.T) {
	l := Builtin()
	words := []string{"new", "broom", "sweeps", "clean"}
	if n := testing.AllocsPerRun(100, func() { l.Phrase(words) }); n != 0 {
		t.Errorf("Phrase allocates %v times where nothing is found", n)
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Said": "said", "François": "francois", "Łódź": "lodz", "Şahin": "sahin", "Işık": "isik",
		"Đoković": "dokovic", "O’Brien": "o'brien", "Ærø": "aero", "Strauß": "strauss", "İnce": "ince", "": "",
	} {
		got := Fold(in)
		if got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
		if again := Fold(got); again != got {
			t.Errorf("Fold(%q) = %q: not stable", got, again)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Łódź", "İI\u0307", "ŉ˚", "\xff", "\xf6Á", "O’Brien", "ẞ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once {
			t.Errorf("Fold(%q) = %q, of which Fold makes %q", s, once, Fold(once))
		}
	})
}

func BenchmarkParseBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		parseBuiltin()
	}
}

func BenchmarkWord(b *testing.B) {
	l := Builtin()
	b.ReportAllocs()
	for b.Loop() {
		l.Word("spokeswoman")
	}
}

func BenchmarkPhrase(b *testing.B) {
	l := Builtin()
	words := []string{"deputy", "prime", "minister", "nick"}
	b.ReportAllocs()
	for b.Loop() {
		l.Phrase(words)
	}
}
