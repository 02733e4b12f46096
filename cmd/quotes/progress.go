package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"quotes/quote/report"
)

// progress shows on a terminal how far a long run is: reports done of all, quotes
// found, time left. It is what messages are written to meanwhile, so that they
// don't end in the bar. A nil progress shows nothing.
type progress struct {
	terminal io.Writer
	began    time.Time
	load     atomic.Pointer[load] // nil until it is known
	bar      *progressbar.ProgressBar

	reports, quotes int
	bytes           int64
	next            time.Time // when the bar is drawn again
}

// load is what a run has to do.
type load struct {
	files int
	bytes int64
	many  bool // a file may hold many reports: only bytes tell how much there is
}

const (
	shortRun   = time.Second            // no bar is shown before
	redraw     = 100 * time.Millisecond // from bar to bar
	barColumns = 70                     // a bar needs so many
)

// newProgress returns the progress of a run that writes messages to stderr, nil
// when nobody sees it there, or when it would stand among records.
func newProgress(ctx context.Context, stderr io.Writer, list iter.Seq2[report.Entry, error], amongRecords bool) *progress {
	file, ok := stderr.(*os.File)
	if !ok || amongRecords || !term.IsTerminal(int(file.Fd())) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	columns, _, err := term.GetSize(int(file.Fd()))
	if err != nil || columns < barColumns {
		return nil
	}
	p := &progress{terminal: stderr, began: time.Now(), bar: newBar(stderr, min(30, columns-barColumns+5))}
	go func() {
		select {
		case <-ctx.Done():
		case <-time.After(shortRun):
			p.load.Store(measured(ctx, list))
		}
	}()
	return p
}

// measured returns what there is to do. Listing is fast beside reading.
func measured(ctx context.Context, list iter.Seq2[report.Entry, error]) *load {
	var l load
	for e := range list {
		if ctx.Err() != nil {
			break
		}
		l.files++
		l.bytes += e.Size
		l.many = l.many || e.Many
	}
	return &l
}

// done counts one report, of so many bytes, with so many quotes.
func (p *progress) done(bytes int64, quotes int) {
	if p == nil {
		return
	}
	p.reports++
	p.quotes += quotes
	p.bytes += bytes
	if now := time.Now(); now.After(p.next) {
		p.next = now.Add(redraw)
		p.draw()
	}
}

// draw draws the bar, when it is known how long it must be.
func (p *progress) draw() {
	l := p.load.Load()
	if l == nil {
		return
	}
	all, at := int64(l.files), int64(p.reports)
	text := fmt.Sprintf("%d of %s, %s", p.reports, count(l.files, "report"), count(p.quotes, "quote"))
	if l.many {
		all, at = l.bytes, p.bytes
		text = fmt.Sprintf("%s, %s", count(p.reports, "report"), count(p.quotes, "quote"))
	}
	if all < 2 {
		return
	}
	at = min(at, all-1) // what is packed, or grew, doesn't end before its end
	p.bar.ChangeMax64(all)
	p.bar.Describe(text + timeLeft(time.Since(p.began), at, all))
	_ = p.bar.Set64(at)
}

// timeLeft says how long the rest takes at the speed so far.
func timeLeft(passed time.Duration, at, all int64) string {
	if at <= 0 {
		return ""
	}
	left := time.Duration(float64(passed) * float64(all-at) / float64(at))
	return fmt.Sprintf(", %v left", left.Round(time.Second))
}

// newBar returns a bar without anything in it. It can't fail to be drawn but
// where messages can't be written either.
func newBar(terminal io.Writer, width int) *progressbar.ProgressBar {
	return progressbar.NewOptions64(1,
		progressbar.OptionSetWriter(terminal),
		progressbar.OptionSetWidth(width),
		progressbar.OptionUseANSICodes(true),
		progressbar.OptionSetElapsedTime(false),
		progressbar.OptionSetPredictTime(false),
	)
}

// Write writes a message in the place of the bar.
func (p *progress) Write(message []byte) (int, error) {
	p.clear()
	return p.terminal.Write(message)
}

// clear takes the bar away.
func (p *progress) clear() {
	if p != nil {
		_ = p.bar.Clear()
	}
}
