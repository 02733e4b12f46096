package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"quotes/quote/report"
)

// shown is a terminal with what it shows on its last line.
type shown struct{ bytes.Buffer }

func (s *shown) lines() []string {
	text := regexp.MustCompile(`\x1b\[[0-9]*K`).ReplaceAllString(s.String(), "")
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		lines = append(lines, line[strings.LastIndex(line, "\r")+1:])
	}
	return lines
}

func TestProgress(t *testing.T) {
	cases := []struct {
		name string
		load *load
		want string
	}{
		{"not known yet", nil, ""},
		{"one report", &load{files: 1}, ""},
		{"reports", &load{files: 40, bytes: 9}, "10 of 40 reports, 30 quotes, 0s left  25% |██        |"},
		{"corpus", &load{files: 1, bytes: 2000, many: true}, "10 reports, 30 quotes, 0s left  50% |█████     |"},
		{"longer than it was", &load{files: 1, bytes: 100, many: true}, "10 reports, 30 quotes, 0s left  99% |█████████ |"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var screen shown
			p := &progress{terminal: &screen, began: time.Now(), bar: newBar(&screen, 10)}
			p.load.Store(c.load)
			for range 9 {
				p.done(100, 3)
			}
			p.next = time.Time{}
			p.done(100, 3)
			if got := strings.TrimSpace(screen.lines()[0]); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if _, err := p.Write([]byte("quotes: a.txt is empty\n")); err != nil {
				t.Fatal(err)
			}
			p.clear()
			if got := screen.lines(); len(got) != 2 || got[0] != "quotes: a.txt is empty" || strings.TrimSpace(got[1]) != "" {
				t.Errorf("left %q", got)
			}
		})
	}
}

// Where nobody sees it there is none, and that does no harm.
func TestNoProgress(t *testing.T) {
	p := newProgress(t.Context(), &bytes.Buffer{}, report.Reader{}.List("."), false)
	if p != nil {
		t.Fatal("shown on what is no terminal")
	}
	p.done(1, 1)
	p.clear()
}

func TestMeasured(t *testing.T) {
	l := measured(t.Context(), report.Reader{}.List(folder(t, 3), "nothere"))
	if l.files != 4 || l.many || l.bytes == 0 {
		t.Errorf("%+v", l)
	}
}
