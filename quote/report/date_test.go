package report

import (
	"strings"
	"testing"
)

func TestDateInText(t *testing.T) {
	cases := []struct{ text, want string }{
		{" date 2020-02-17 MOSCOW – [AGENCY] – The delegations met.", "2020-02-17"},
		{"Date: 2020-02-17\n\nHe left.", "2020-02-17"},
		{"Minister leaves\n\nPublished: 12 March 2021\n\nHe left.", "2021-03-12"},
		{"Published March 12th, 2021, 10:32 am EST\nHe left.", "2021-03-12"},
		{"Published March 12, 2021 10:32 am EST\nHe left.", "2021-03-12"},
		{"Published: March 12, 2021, 10:32 am EST\nHe left.", "2021-03-12"},
		{"First published on 1 Sept. 2021 | News\nHe left.", "2021-09-01"},
		{"LONDON, March 3, 2021 (Agency) – The minister left.", "2021-03-03"},
		{"NEW YORK, Feb. 17, 2020 /PRWire/ -- The firm said.", "2020-02-17"},
		{"ST. JOHN'S, Newfoundland, 17 February 2020 — The firm said.", "2020-02-17"},
		{"Minister leaves\n\nBy Jane Roe | 12 March 2021\n\nHe left.", "2021-03-12"},
		{"Minister leaves\n\nFriday, 12 March 2021\n\nHe left.", "2021-03-12"},
		{"Minister leaves\r\n\r\n2021-03-12T10:00:00Z\r\n\r\nHe left.", "2021-03-12"},
		{"Published: 12 March 2021\nUpdated: 13 March 2021\nHe left.", "2021-03-12"},

		{"LONDON, March 3 (Agency) – The minister left.", ""},
		{"He left on 12 March 2021.", ""},
		{"12 March 2021 was the day on which he left.", ""},
		{"Published on 12 March 2021, the study says nothing.", ""},
		{"Date of birth: 12 March 1921", ""},
		{"By 12 March 2021 he had left.", ""},
		{"12 March 2021\nHe left.\n13 March 2021\nHe came back.", ""},
		{"Published: 31 February 2021\nHe left.", ""},
		{"Published: 03/04/2021\nHe left.", ""},
		{"Published: 12 March\nHe left in 2021.", ""},
		{strings.Repeat("A line.\n", 20) + "Published: 12 March 2021", ""},
		{strings.Repeat("a", headBytes-21) + "\nPublished 12 March 2021, the study", ""},
		{"", ""},
	}
	for _, c := range cases {
		if got := DateInText(c.text); got != c.want {
			t.Errorf("%.60q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDateInName(t *testing.T) {
	cases := []struct{ name, want string }{
		{"wire_2016-09-24_minister-leaves.txt", "2016-09-24"},
		{"2016_09_24.txt", "2016-09-24"},
		{"minister 2016.09.24.txt", "2016-09-24"},
		{"2016-09-24 to 2016-09-30.txt", ""},
		{"2016-09-24 and 2016-09-24.txt", "2016-09-24"},
		{"2016-13-24.txt", ""},
		{"12016-09-241.txt", ""},
		{"0016-09-24.txt", ""},
		{"2016-09_24.txt", ""},
		{"20160924.txt", ""},
		{"minister.txt", ""},
	}
	for _, c := range cases {
		if got := DateInName(c.name); got != c.want {
			t.Errorf("%q: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMetadataDate(t *testing.T) {
	cases := []struct{ date, want string }{
		{"2021-03-12", "2021-03-12"},
		{"2021-03-12T23:59:00-05:00", "2021-03-12"},
		{"2021-03-12 10:00", "2021-03-12"},
		{"Fri, 12 March 2021 10:00 GMT", "2021-03-12"},
		{"March 12, 2021", "2021-03-12"},
		{"a b cTdef ghi", ""},
		{"last week", ""},
		{"", ""},
	}
	for _, c := range cases {
		if got := metadataDate(c.date); got != c.want {
			t.Errorf("%q: %q, want %q", c.date, got, c.want)
		}
	}
}
