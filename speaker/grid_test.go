package speaker

import (
	"strings"
	"sync"
	"testing"

	"quotes/quote"
	"quotes/quote/report"
)

// A grid puts many names into one frame of sentences, since a name is read wrong
// by its words, not by what stands around it.

var builtin = sync.OnceValues(func() (*Attributor, error) { return New(Options{}) })

// said returns who said each quote of a text, in order, "" for nobody.
func said(t *testing.T, text string) []string {
	t.Helper()
	a, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, q := range a.Attribute(quote.Find(report.Report{ID: "x", Text: text})).Quotes {
		name := ""
		if q.Speaker != nil {
			name = q.Speaker.Name
		}
		out = append(out, name)
	}
	return out
}

// checkGrid fills frame, in which % is the name and ^ another form of it, and
// wants every quote to be said by want.
func checkGrid(t *testing.T, frame, full, form, want string) {
	t.Helper()
	text := strings.NewReplacer("%", full, "^", form).Replace(frame)
	for i, got := range said(t, text) {
		if got != want {
			t.Errorf("%s: quote %d is said by %q, want %q", full, i+1, got, want)
		}
	}
}

// Surnames that elsewhere are months, adverbs, verbs, roles or an organisation's words.
func TestSurnamesThatAreWords(t *testing.T) {
	const frame = `Police chief Karen ^ said the road would reopen soon.

“It was bad,” ^ said. “We are safe,” said Ms ^, who runs the force.

Ms ^ told the Mercury: “All is well.” But ^ added that the town was “not yet safe”.

“We were lucky,” said Karen ^. Asked about it, ^ replied: “Never.”
`
	for _, s := range strings.Fields(`Baker Banks Best Bishop Black Bridges Brothers Case Church Constable Court Cross
		Dare Day Dean Dear Down England Friday Friend Going Good House Judge Just King Law Little Long Lord Major Mark
		March Marsh May Mayor Monday Most Much Must Need News Nurse Over Page Park Party Pope Post Power Press Price
		Prince Quick Read Rice Said Service Sessions Singer Steel Still Street Sunday Swift Temple Trust Underwood
		Union Watch Will Winter Young`) {
		checkGrid(t, frame, s, s, "Karen "+s)
	}
}

// Organisations whose names join words with "and", commas and prepositions.
func TestOrganisationsInFull(t *testing.T) {
	const frame = `The plan was late. “It was bad,” the % said. The % said the road would be “shut soon”.
`
	for _, s := range []string{
		"Food and Drug Administration", "Health and Safety Executive", "Arts and Humanities Council",
		"Medicines and Healthcare Products Regulatory Agency", "Bureau of Alcohol, Tobacco, Firearms, and Explosives",
		"Department for Environment, Food and Rural Affairs", "Department for Digital, Culture, Media and Sport",
		"Equality and Human Rights Commission", "National Oceanic and Atmospheric Administration",
		"Centers for Disease Control and Prevention", "Royal Society for the Prevention of Cruelty to Animals",
		"Driver and Vehicle Licensing Agency", "Ministry of Housing, Communities and Local Government",
		"Department of Health and Social Care", "Royal College of Paediatrics and Child Health",
		"Organisation for Economic Co-operation and Development", "Society of Motor Manufacturers and Traders",
		"Campaign Against Antisemitism", "Police Federation of England and Wales", "Crown Prosecution Service",
		"National Union of Rail, Maritime and Transport Workers", "Court of Arbitration for Sport",
		"Senate Committee on Banking, Housing, and Urban Affairs", "Institute for Fiscal Studies", "Bank of England",
		"House Committee on Oversight and Government Reform", "International Committee of the Red Cross",
	} {
		checkGrid(t, frame, s, s, s)
	}
}

// Firms and bodies that have no article.
func TestFirms(t *testing.T) {
	const frame = `The plan was late. “It was bad,” % said in a statement. It was late. % said the road would be “shut soon”.
`
	for _, s := range []string{
		"Goldman Sachs", "Sainsbury’s", "McDonald’s", "Rolls-Royce", "eBay", "easyJet", "Immigration and Customs Enforcement",
		"HM Revenue and Customs", "Cancer Research UK", "Public Health England", "Save the Children", "No 10", "Channel Four",
		"Procter & Gamble", "Transport for London", "Kent Police", "Delta Air Lines", "Al Jazeera",
	} {
		checkGrid(t, frame, s, s, s)
	}
}

// Titles and roles before a name, in full and before the surname.
func TestTitles(t *testing.T) {
	const frame = `The road would reopen soon, said % Ann Keller. “It was bad,” Keller said.

“We are safe,” % Keller told the Mercury. On Monday % Keller said: “All is well.”

The talks went on for hours. “We were lucky,” she said.
`
	for _, s := range []string{
		"Sen.", "Rep.", "Lt. Gov.", "Attorney General", "Chief Justice", "Baroness", "Prof.", "Dr", "the Rev.", "Maj. Gen.",
		"Wing Commander", "Det Ch Insp", "DCI", "PC", "Cllr", "Coun", "PM", "VP", "MSP", "Taoiseach", "Former President",
		"Then-Senator", "Capt.", "Chief Constable", "Assistant U.S. Attorney", "state Rep.", "Majority Leader", "Chairman",
		"Councilman", "Private", "Lance Corporal", "Sqn Ldr", "Lord Mayor", "Director-General", "Assemblymember", "Mx", "Mrs",
	} {
		checkGrid(t, frame, s, s, "Ann Keller")
	}
}

// Names of many languages, and the part of them that reports go on with.
func TestNamesOfTheWorld(t *testing.T) {
	const frame = `The leader of the party, %, spoke in the city on Tuesday. “It was bad,” ^ said.

“We are safe,” said %, who has run the party for years. ^ told the Mercury: “All is well.”
`
	for _, s := range [][2]string{
		{"Ursula von der Heide", "von der Heide"},
		{"Kim Yong-su", "Kim"},
		{"Ko Jin Ho", "Ko"},
		{"Chen Ying-ju", "Chen"},
		{"Son Min-jae", "Son"},
		{"Hassan al-Rubai", "Rubai"},
		{"Omar el-Tayeb", "Tayeb"},
		{"Luiz Inácio Prado da Costa", "Prado"},
		{"José Luis Rodríguez Calvo", "Calvo"},
		{"Marta Fernández de Quiroga", "Fernández"},
		{"Dominique de Valois", "de Valois"},
		{"Robin van Dorp", "Van Dorp"},
		{"Ángel Di Marco", "Di Marco"},
		{"Marine Le Gall", "Le Gall"},
		{"Sinéad O’Connell", "O’Connell"},
		{"Iain Duncan Frame", "Duncan Frame"},
		{"J.D. Vance Holt", "Holt"},
		{"J.K. Rawling", "Rawling"},
		{"George H. W. Marsh", "Marsh"},
		{"Martin Luther Boone Jr.", "Boone"},
		{"Kareem Abdul-Rashid", "Abdul-Rashid"},
		{"N’Golo Kanda", "Kanda"},
		{"Sven-Göran Lindqvist", "Lindqvist"},
		{"Ngozi Okonjo-Ibe", "Okonjo-Ibe"},
		{"Jean-Bertrand Astier", "Astier"},
		{"Theresa May", "May"},
	} {
		checkGrid(t, frame, s[0], s[1], s[0])
	}
}
