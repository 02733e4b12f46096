package name

import (
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Recep Tayyip Erdoğan": "recep tayyip erdogan",
		"Mevlüt Çavuşoğlu":     "mevlut cavusoglu",
		"Donald Tusk":          "donald tusk",
		"Lech Wałęsa":          "lech walesa",
		"Søren Kierkegaard":    "soren kierkegaard",
		"Binali Yıldırım":      "binali yildirim",
		"İsmet İnönü":          "ismet inonu",
		"Günter Graß":          "gunter grass",
		"Sean O’Brien":         "sean o'brien",
		"Sean O´Brien":         "sean o'brien",
		"Jacob Rees‑Mogg":      "jacob rees-mogg",
		"  two\u00a0\n words ": "two words",
		"Jose\u0301":           "jose",
		"Þór":                  "thor",
		"":                     "",
		"plain already":        "plain already",
		"trailing ":            "trailing",
		"Лавров":               "лавров",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestKey(t *testing.T) {
	same := []string{
		"Sergei Sergey", "Zelensky Zelenskyy", "Zelensky Zelenskiy", "Zelenskyi Zelenskii", "Dmitry Dmitri",
		"Yevgeny Evgeni", "Alexei Aleksey", "Medvedev Medvedyev", "Erdoğan Erdogan", "Müller Muller",
		"Schröder Schroeder", "Mueller Müller", "Khrushchev Khruschev", "Netanyahu Netanyahou", "Abdullah Abdulla",
		"Yanukovych Yanukovich", "Tatyana Tatiana", "Hussein Husein", "Sisi Sissi", "Qasim Kasim", "O'Brien O’Brien",
	}
	for _, pair := range same {
		a, b, _ := strings.Cut(pair, " ")
		if Key(a) != Key(b) {
			t.Errorf("Key(%q) = %q, Key(%q) = %q: want one key", a, Key(a), b, Key(b))
		}
	}
	for _, pair := range []string{
		"Lee Li", "May Mai", "Brown Browne", "Clinton Clifton", "Johnson Johnston", "Hansen Hanson",
		"Bush Busch", "Reid Reed", "Cohen Coen", "Martin Marton", "Kay Key",
	} {
		a, b, _ := strings.Cut(pair, " ")
		if Key(a) == Key(b) {
			t.Errorf("Key(%q) = Key(%q) = %q", a, b, Key(a))
		}
	}
}

func TestParse(t *testing.T) {
	for in, want := range map[string]Name{
		"Sergei Lavrov":                 {Given: "sergei", Surname: "lavrov"},
		"Lavrov":                        {Surname: "lavrov"},
		"Mr. Brown":                     {Surname: "brown"},
		"Sen. Lindsey O. Graham":        {Given: "lindsey", Middle: []string{"o"}, Surname: "graham"},
		"J.D. Vance":                    {Given: "j", Middle: []string{"d"}, Surname: "vance"},
		"JD Vance":                      {Given: "j", Middle: []string{"d"}, Surname: "vance"},
		"J. D. Vance":                   {Given: "j", Middle: []string{"d"}, Surname: "vance"},
		"Joseph R. Biden Jr.":           {Given: "joseph", Middle: []string{"r"}, Surname: "biden", Suffix: "jr"},
		"Joseph R. Biden, Jr.":          {Given: "joseph", Middle: []string{"r"}, Surname: "biden", Suffix: "jr"},
		"Vann R. Newkirk II":            {Given: "vann", Middle: []string{"r"}, Surname: "newkirk", Suffix: "ii"},
		"Ursula von der Leyen":          {Given: "ursula", Particles: []string{"von", "der"}, Surname: "leyen"},
		"Bill de Blasio":                {Given: "bill", Particles: []string{"de"}, Surname: "blasio"},
		"Bashar al-Assad":               {Given: "bashar", Particles: []string{"al"}, Surname: "assad"},
		"Abdel Fattah el-Sisi":          {Given: "abdel", Middle: []string{"fattah"}, Particles: []string{"el"}, Surname: "sisi"},
		"Mohammed bin Salman":           {Given: "mohammed", Particles: []string{"bin"}, Surname: "salman"},
		"Ben Carson":                    {Given: "ben", Surname: "carson"},
		"Van Jones":                     {Given: "van", Surname: "jones"},
		"Le Pen":                        {Particles: []string{"le"}, Surname: "pen"},
		`Robert C. "Bobby" Scott`:       {Given: "robert", Middle: []string{"c"}, Nick: "bobby", Surname: "scott"},
		"Marcia “Cia” Price":            {Given: "marcia", Nick: "cia", Surname: "price"},
		`Dwayne "The Rock" Johnson`:     {Given: "dwayne", Surname: "johnson"},
		"Sherrod Brown (D-Ohio)":        {Given: "sherrod", Surname: "brown"},
		"Xi Jinping":                    {Given: "jinping", Surname: "xi"},
		"Kim Jong-un":                   {Given: "jong-un", Surname: "kim"},
		"Kim Jong Un":                   {Given: "jong-un", Surname: "kim"},
		"Wang Yi":                       {Given: "yi", Surname: "wang"},
		"Kim Campbell":                  {Given: "kim", Surname: "campbell"},
		"Jacob Rees-Mogg":               {Given: "jacob", Surname: "rees-mogg"},
		"Trump’s":                       {Surname: "trump"},
		"Melanie":                       {Surname: "melanie"},
		"President":                     {Surname: "president"},
		"Jr.":                           {Surname: "jr"},
		"":                              {},
		"“":                             {},
		"Recep Tayyip Erdoğan":          {Given: "recep", Middle: []string{"tayyip"}, Surname: "erdogan"},
		"Vice-Admiral Sir Tim Laurence": {Given: "vice-admiral", Middle: []string{"sir", "tim"}, Surname: "laurence"},
	} {
		if diff := cmp.Diff(want, Parse(in)); diff != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", in, diff)
		}
	}
}

var compatible = []string{
	"Sergei Lavrov|Sergey Lavrov", "Sergei Lavrov|Lavrov", "S. Lavrov|Sergei Lavrov", "Mr Lavrov|Sergei Lavrov",
	"Recep Tayyip Erdoğan|Recep Tayyip Erdogan", "Tayyip Erdogan|Recep Tayyip Erdoğan", "Erdogan|Recep Tayyip Erdoğan",
	"Volodymyr Zelensky|Volodymyr Zelenskyy", "Vladimir Zelensky|Volodymyr Zelenskiy",
	"Bill Clinton|William J. Clinton", "Mike Pence|Michael Pence", "Mike Pence|Michael R. Pence",
	`Robert C. "Bobby" Scott|Bobby Scott`, "J. Edgar Hoover|Edgar Hoover", "Willard Mitt Romney|Mitt Romney",
	"Donald J. Trump|Donald Trump", "George W. Bush|George Bush", "J.D. Vance|JD Vance", "J.D. Vance|James David Vance",
	"Bashar al-Assad|Bashar Assad", "Bashar al-Assad|Assad", "Abdel Fattah el-Sisi|Sissi", "al-Sisi|Abdel Fattah el-Sisi",
	"Ursula von der Leyen|von der Leyen", "Ursula von der Leyen|Leyen", "Bill de Blasio|Blasio", "Ursula Van Der Leyen|Ursula von der Leyen",
	"Aung San Suu Kyi|Suu Kyi", "Andrés Manuel López Obrador|Lopez Obrador", "Alexandria Ocasio-Cortez|Ocasio Cortez",
	"Ildefonso Guajardo|Ildefonso Guajardo Villarreal", "Hillary Clinton|Hillary Rodham Clinton",
	"Jean-Claude Juncker|Jean Claude Juncker", "Jean-Claude Juncker|Jean Juncker", "Kim Jong-un|Kim Jong Un", "Kim Jong-un|Kim", "Xi Jinping|Xi",
	"Joseph R. Biden Jr.|Biden", "Martin Luther King Jr.|Martin Luther King", "Martin Luther King, Jr.|King",
	"Mohammed bin Salman|Mohammad bin Salman", "Mohammed bin Salman|bin Salman", "Yevgeny Prigozhin|Evgeny Prigozhin",
	"Robert Mueller|Bob Müller", "Sean O'Brien|Sean O’Brien", "John Smith Sr.|John Smith", "Lech Wałęsa|Walesa",
}

var incompatible = []string{
	"Bill Clinton|Hillary Clinton", "Sergei Lavrov|Alexander Lavrentyev", "George W. Bush|George H. W. Bush", "George W. Bush|Jeb Bush",
	"Donald Trump|Donald Trump Jr.", "Donald J. Trump|Donald Trump Jr.", "Robert F. Kennedy|Robert F. Kennedy Jr.", "John Smith Jr.|John Smith Sr.",
	"Mike Pence|Mike Pompeo", "Michelle Obama|Barack Obama", "B. Obama|Michelle Obama", "Ron Johnson|Ron Johnston", "Jo Cox|Jo Swinson",
	"Mohammed bin Salman|King Salman", "Mohammed bin Salman|Salman", "Kim Jong-un|Kim Jong-il", "Kim Jong-un|Kim Yo-jong", "Xi Jinping|Jinping Wu", "Lee Hsien Loong|Li Keqiang",
	"Alan Lee|Spike Lee", "Boris Johnson|Gary Johnson", "Paul Ryan|Ryan Paul", "John Paul|Paul John", "C. Smith|Kate Smith", "|Clinton", "|",
	"Hillary|Hillary Clinton", "Norman Lamb|Norman Lamont", "Gordon Brown|Gordon Browne", "Ed Miliband|David Miliband",
}

func TestCompatible(t *testing.T) {
	for _, pair := range compatible {
		check(t, pair, true)
	}
	for _, pair := range incompatible {
		check(t, pair, false)
	}
}

func check(t *testing.T, pair string, want bool) {
	t.Helper()
	x, y, _ := strings.Cut(pair, "|")
	a, b := Parse(x), Parse(y)
	if got := Compatible(a, b); got != want {
		t.Errorf("Compatible(%q, %q) = %v, parsed %+v and %+v", x, y, got, a, b)
	}
	if Compatible(a, b) != Compatible(b, a) {
		t.Errorf("Compatible(%q, %q) depends on their order", x, y)
	}
}

func TestShortFormsSorted(t *testing.T) {
	var first []string
	for line := range strings.Lines(shortFormsText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		first = append(first, words[0])
		seen := map[string]bool{}
		for _, w := range words {
			if seen[w] || Fold(w) != w {
				t.Errorf("%q is repeated or not folded in %q", w, line)
			}
			seen[w] = true
		}
		if len(words) < 2 {
			t.Errorf("%q has no forms", line)
		}
	}
	if !sort.StringsAreSorted(first) {
		t.Error("shortforms.txt is not sorted")
	}
	for i := 1; i < len(first); i++ {
		if first[i] == first[i-1] {
			t.Errorf("%q has two lines", first[i])
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, pair := range append(compatible, incompatible...) {
		x, y, _ := strings.Cut(pair, "|")
		f.Add(x, y)
	}
	f.Add("((", "\"\"\"")
	f.Add("´\u0301", "İ")
	f.Fuzz(func(t *testing.T, x, y string) {
		for _, s := range []string{x, y} {
			if once := Fold(s); utf8.ValidString(s) && Fold(once) != once {
				t.Errorf("Fold(%q) = %q, folded again %q", s, once, Fold(once))
			}
		}
		a, b := Parse(x), Parse(y)
		if Compatible(a, b) != Compatible(b, a) {
			t.Errorf("Compatible(%q, %q) depends on their order", x, y)
		}
		if a.Surname != "" && !Compatible(a, a) {
			t.Errorf("%q is not compatible with itself: %+v", x, a)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for b.Loop() {
		Fold("Recep Tayyip Erdoğan")
	}
}

func BenchmarkCompatible(b *testing.B) {
	x, y := Parse("William J. Clinton"), Parse("Bill Clinton")
	for b.Loop() {
		Compatible(x, y)
	}
}
