package main

import (
	"testing"

	"quotes/quote/record"
	"quotes/quote/report"
	"quotes/speaker"
)

func TestFilterReports(t *testing.T) {
	cases := []struct {
		f            filter
		date, outlet string
		out, undated bool
	}{
		{filter{}, "", "", false, false},
		{filter{since: "2021-03-12"}, "2021-03-12", "", false, false},
		{filter{since: "2021-03-12"}, "2021-03-11", "", true, false},
		{filter{since: "2021-03-12"}, "", "", true, true},
		{filter{until: "2021-03-12"}, "2021-03-12", "", false, false},
		{filter{until: "2021-03-12"}, "2021-03-13", "", true, false},
		{filter{until: "2021-03"}, "2021-03-31", "", false, false},
		{filter{until: "2021"}, "2021-12-31", "", false, false},
		{filter{until: "2021"}, "2022-01-01", "", true, false},
		{filter{since: "2021"}, "2021-01-01", "", false, false},
		{filter{since: "2021", until: "2021"}, "2020-12-31", "", true, false},
		{filter{outlets: []string{"harbour"}}, "", "The Harbour Post", false, false},
		{filter{outlets: []string{"Städt post", "harbor"}}, "", "Stadt-Post", false, false},
		{filter{outlets: []string{"harb"}}, "", "The Harbour Post", true, false},
		{filter{outlets: []string{"harbour"}, since: "2021"}, "", "", true, false},
	}
	for _, c := range cases {
		if err := c.f.checkFilter(); err != nil {
			t.Fatal(err)
		}
		out, undated := c.f.leaves(report.Report{Date: c.date, Outlet: c.outlet})
		if out != c.out || undated != c.undated {
			t.Errorf("%+v: %q of %q: %v, %v", c.f, c.outlet, c.date, out, undated)
		}
	}
}

func TestFilterRecords(t *testing.T) {
	r := record.Record{
		Quote:   "We won’t close the café",
		Speaker: &speaker.Speaker{Name: "Mevlüt Çavuşoğlu"},
		Sources: []record.Source{{Spans: []record.Excerpt{{Text: "“We will not close"}, {Text: "the café today,”"}}, Speaker: &speaker.Speaker{Name: "Jean-Luc Roe"}}},
	}
	cases := []struct {
		f    filter
		want bool
	}{
		{filter{}, true},
		{filter{speakers: []string{"cavusoglu"}}, true},
		{filter{speakers: []string{"MEVLUT  Çavuşoğlu"}}, true},
		{filter{speakers: []string{"cavus"}}, false},
		{filter{speakers: []string{"luc roe"}}, true},
		{filter{speakers: []string{"nobody", "roe"}}, true},
		{filter{phrases: []string{"WON'T close"}}, true},
		{filter{phrases: []string{"cafe today"}}, true},
		{filter{phrases: []string{"close the cafe today"}}, true},
		{filter{phrases: []string{"never"}}, false},
		{filter{phrases: []string{"cafe"}, speakers: []string{"nobody"}}, false},
	}
	for _, c := range cases {
		if err := c.f.checkFilter(); err != nil {
			t.Fatal(err)
		}
		if got := c.f.wants(r); got != c.want {
			t.Errorf("%+v: %v", c.f, got)
		}
	}
	if (&filter{speakers: []string{"a"}}).wants(record.Record{Quote: "a"}) {
		t.Error("nobody is a speaker")
	}
}
