package people

import (
	"fmt"
	"testing"
)

func TestFind(t *testing.T) {
	x := NewIndex([]Person{
		{Name: "Ifeoma Okafor", Aliases: []string{"Iffy", "the Iron Lady", "Ifeoma Nwosu"}, Gender: "female"},
		{Name: "Donald Trump", Gender: "male"},
		{Name: "Bill Clinton", Gender: "male"},
		{Name: "Hillary Rodham Clinton", Gender: "female"},
		{Name: "George W. Bush"},
		{Name: "George H. W. Bush"},
		{Name: "Recep Tayyip Erdoğan"},
		{Name: "Sergei Lavrov", Aliases: []string{"Lavrov"}},
		{Name: "Galina Lavrova", Aliases: []string{"Galina Lavrov"}, Gender: "female"},
		{Name: "Ursula von der Leyen"},
		{Name: "Adele"},
		{Name: "Xi Jinping"},
		{Name: "Joe Nwosu"},
		{Name: "John Smith"},
		{Name: ""},
	})
	for _, c := range []struct{ name, gender, want string }{
		// as listed
		{"Ifeoma Okafor", "", "Ifeoma Okafor"},
		{"IFEOMA  OKAFOR", "female", "Ifeoma Okafor"},
		{"Iffy", "", "Ifeoma Okafor"},
		{"The Iron Lady", "", "Ifeoma Okafor"},
		{"Recep Tayyip Erdogan", "", "Recep Tayyip Erdoğan"},
		{"Lavrov", "", "Sergei Lavrov"},
		{"Adele", "female", "Adele"},
		// full names
		{"Donald J. Trump", "", "Donald Trump"},
		{"President Donald Trump", "male", "Donald Trump"},
		{"Sergey Lavrov", "", "Sergei Lavrov"},
		{"Hillary Clinton", "", "Hillary Rodham Clinton"},
		{"William Clinton", "", "Bill Clinton"},
		{"George Bush", "", ""},
		{"George W. Bush", "", "George W. Bush"},
		{"Donald Trump Jr.", "", ""},
		{"Melania Trump", "", ""},
		{"J. Smith", "", ""},
		{"Adele Adkins", "", ""},
		// surnames
		{"Okafor", "", "Ifeoma Okafor"},
		{"Ms Okafor", "", "Ifeoma Okafor"},
		{"Erdogan", "", "Recep Tayyip Erdoğan"},
		{"von der Leyen", "", "Ursula von der Leyen"},
		{"Xi", "", "Xi Jinping"},
		{"Clinton", "", ""},
		{"Clinton", "female", "Hillary Rodham Clinton"},
		{"Clinton", "male", "Bill Clinton"},
		{"Lady", "", ""},
		{"Iron", "", ""},
		{"Nwosu", "", ""}, // Joe, or Ifeoma by an alias
		{"Nwosu", "female", ""},
		// the other gender
		{"Ifeoma Okafor", "male", ""},
		{"Okafor", "male", ""},
		// nobody
		{"Bo Lind", "", ""},
		{"Ifeoma", "", ""},
		{"", "", ""}, // not even the person without a name
		{"—", "", ""},
	} {
		got := ""
		if p := x.Find(c.name, c.gender); p != nil {
			got = p.Name
		}
		if got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.name, c.gender, got, c.want)
		}
	}
}

func TestFindInNothing(t *testing.T) {
	if x := NewIndex(nil); x != nil || x.Find("Bo Lind", "") != nil {
		t.Error("somebody is in an empty list")
	}
}

// The index does not change when its list does.
func TestIndexKeeps(t *testing.T) {
	people := []Person{{Name: "Bo Lind"}}
	x := NewIndex(people)
	people[0].Name = "Ann Lee"
	if p := x.Find("Bo Lind", ""); p == nil || p.Name != "Bo Lind" {
		t.Errorf("found %v", p)
	}
}

func BenchmarkFind(b *testing.B) {
	var people []Person
	for i := range 10_000 {
		people = append(people, Person{Name: fmt.Sprintf("Given%d Surname%d", i, i/2)})
	}
	x := NewIndex(people)
	for b.Loop() {
		x.Find("Surname77", "")
	}
}
