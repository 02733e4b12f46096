package main

import (
	"fmt"
	"hash/maphash"
	"io"

	"quotes/quote/record"
)

// tally counts what a run has done.
type tally struct {
	reports, failed int
	left            int                 // reports that the filter leaves out
	undated         int                 // of these, those for want of a date
	unwanted        int                 // records that the filter leaves out
	quotes          int                 // records written
	nobody          int                 // of these, those without a speaker
	contested       int                 // of these, those that sources give to different speakers
	unattributed    int                 // quotes left out for want of a speaker
	doubtful        int                 // records left out for want of confidence
	speakers        map[uint64]struct{} // by a hash of name and id: a long run has very many
	seed            maphash.Seed        // of the hash
	filter          filter              // that left out what was left out
}

func (t *tally) written(r record.Record) {
	t.quotes++
	if r.Contested {
		t.contested++
	}
	if r.Speaker == nil {
		t.nobody++
		return
	}
	if t.speakers == nil {
		t.speakers, t.seed = map[uint64]struct{}{}, maphash.MakeSeed()
	}
	t.speakers[maphash.Comparable(t.seed, [2]string{r.Speaker.Name, r.Speaker.ID})] = struct{}{}
}

// tell writes the closing line of a run.
func (t *tally) tell(w io.Writer) {
	if t.reports+t.left == 0 {
		return // the errors say it all
	}
	line := fmt.Sprintf("%s by %s in %s",
		count(t.quotes, "quote"), count(len(t.speakers), "speaker"), count(t.reports, "report"))
	if t.nobody > 0 {
		line += fmt.Sprintf(", %d of them without a speaker", t.nobody)
	}
	if t.contested > 0 {
		line += fmt.Sprintf("; %s contested between speakers", count(t.contested, "quote"))
	}
	if t.unattributed > 0 {
		line += fmt.Sprintf("; %s without a speaker left out (--all lists them)", count(t.unattributed, "quote"))
	}
	if t.doubtful > 0 {
		line += fmt.Sprintf("; %s left out by --min-confidence", count(t.doubtful, "quote"))
	}
	if t.unwanted > 0 {
		line += fmt.Sprintf("; %s left out by %s", count(t.unwanted, "quote"), t.filter.ofRecords())
	}
	if t.left > 0 {
		line += fmt.Sprintf("; %s left out by %s", count(t.left, "report"), t.filter.ofReports())
	}
	if t.undated > 0 {
		line += fmt.Sprintf(", %d of them without a date", t.undated)
	}
	if t.failed > 0 {
		line += fmt.Sprintf("; %s failed", count(t.failed, "report"))
	}
	fmt.Fprintln(w, line)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
