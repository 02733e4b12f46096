package main

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotes/quote/record"
	"quotes/quote/report"
	"quotes/speaker"
	"quotes/speaker/name"
)

// filter says what is wanted. The date and the outlet choose reports: the others
// are as if they weren't there, also for merging. The speaker and the words
// choose records, each with all its sources.
type filter struct {
	since, until               string   // days, months or years
	outlets, speakers, phrases []string // folded by check; one of each kind must fit
}

func (f *filter) register(cmd *cobra.Command) {
	set := cmd.Flags()
	set.StringVar(&f.since, "since", "", "only reports of `DATE` or later, as 2006-01-02, 2006-01 or 2006")
	set.StringVar(&f.until, "until", "", "only reports of `DATE` or earlier")
	set.StringArrayVar(&f.outlets, "outlet", nil, "only reports of outlets with the words `NAME` in their name")
	set.StringArrayVar(&f.speakers, "speaker", nil, "only quotes of speakers with the words `NAME` in their name")
	set.StringArrayVar(&f.phrases, "contains", nil, "only quotes that contain `WORDS`, whatever their case and accents")
	for _, flag := range []string{"since", "until", "outlet", "speaker", "contains"} {
		cobra.CheckErr(cmd.RegisterFlagCompletionFunc(flag, cobra.NoFileCompletions))
	}
}

// checkFilter makes the filter ready, or says what is wrong with its flags.
func (f *filter) checkFilter() error {
	for flag, date := range map[string]string{"since": f.since, "until": f.until} {
		if date != "" && !isDate(date) {
			return misused("--%s %s: no such date: write it as 2006-01-02, 2006-01 or 2006", flag, date)
		}
	}
	if f.since != "" && f.until != "" && !notAfter(f.since, f.until) {
		return misused("--since %s is later than --until %s", f.since, f.until)
	}
	for flag, values := range map[string]*[]string{"outlet": &f.outlets, "speaker": &f.speakers, "contains": &f.phrases} {
		var folded []string
		for _, v := range *values {
			if v = name.Fold(v); v == "" {
				return misused("--%s: some words are needed", flag)
			}
			folded = append(folded, v)
		}
		*values = folded
	}
	return nil
}

func isDate(s string) bool {
	return slices.ContainsFunc([]string{time.DateOnly, "2006-01", "2006"}, func(layout string) bool {
		_, err := time.Parse(layout, s)
		return err == nil
	})
}

// notAfter says whether a date isn't later than another, which may be a month or
// a year: it ends with its last day.
func notAfter(date, until string) bool {
	n := min(len(date), len(until))
	return date[:n] <= until[:n]
}

// ofReports are the flags in use that choose reports, for people.
func (f *filter) ofReports() string {
	var used []string
	if f.since != "" {
		used = append(used, "--since")
	}
	if f.until != "" {
		used = append(used, "--until")
	}
	if len(f.outlets) > 0 {
		used = append(used, "--outlet")
	}
	return strings.Join(used, " or ")
}

// ofRecords are the flags in use that choose records, for people.
func (f *filter) ofRecords() string {
	switch {
	case len(f.phrases) == 0:
		return "--speaker"
	case len(f.speakers) == 0:
		return "--contains"
	}
	return "--speaker or --contains"
}

// leaves says whether a report is left out, and whether for want of a date.
func (f *filter) leaves(r report.Report) (out, undated bool) {
	switch {
	case len(f.outlets) > 0 && !anyWords(r.Outlet, f.outlets):
		return true, false
	case f.since == "" && f.until == "":
		return false, false
	case r.Date == "":
		return true, true
	}
	return r.Date < f.since || f.until != "" && !notAfter(r.Date, f.until), false
}

// wants says whether a record is wanted.
func (f *filter) wants(r record.Record) bool {
	return f.wantsSpeaker(r) && f.wantsWords(r)
}

func (f *filter) wantsSpeaker(r record.Record) bool {
	named := func(s *speaker.Speaker) bool { return s != nil && anyWords(s.Name, f.speakers) }
	return len(f.speakers) == 0 || named(r.Speaker) ||
		slices.ContainsFunc(r.Sources, func(s record.Source) bool { return named(s.Speaker) })
}

func (f *filter) wantsWords(r record.Record) bool {
	if len(f.phrases) == 0 || anyPhrase(r.Quote, f.phrases) {
		return true
	}
	return slices.ContainsFunc(r.Sources, func(s record.Source) bool {
		var printed strings.Builder
		for _, e := range s.Spans {
			printed.WriteString(e.Text + " ")
		}
		return anyPhrase(printed.String(), f.phrases)
	})
}

func anyPhrase(text string, folded []string) bool {
	text = name.Fold(text)
	return slices.ContainsFunc(folded, func(p string) bool { return strings.Contains(text, p) })
}

// anyWords says whether text holds the words of one of the names, next to each
// other.
func anyWords(text string, folded []string) bool {
	text = spaced(name.Fold(text))
	return slices.ContainsFunc(folded, func(n string) bool { return strings.Contains(text, spaced(n)) })
}

// spaced puts a space around each word, in the place of what isn't one.
func spaced(folded string) string {
	words := strings.FieldsFunc(folded, func(r rune) bool { return strings.ContainsRune(" .,-'()", r) })
	return " " + strings.Join(words, " ") + " "
}
