package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
	"syscall"

	"github.com/spf13/cobra"

	"quotes/quote"
	"quotes/quote/export"
	"quotes/quote/record"
	"quotes/quote/report"
	"quotes/speaker"
)

// extract is the root command: from reports to records in a format.
func extract(cmd *cobra.Command, f flags, paths []string) error {
	format, err := f.check()
	if err != nil {
		return err
	}
	defer runtime.KeepAlive(ballast())
	attributor, err := f.newAttributor()
	if err != nil {
		return err
	}
	reader, err := f.newReader(cmd)
	if err != nil {
		return err
	}
	if err := f.checkFilter(); err != nil {
		return err
	}
	out, err := openOutput(cmd.OutOrStdout(), f.output, paths)
	if err != nil {
		return err
	}
	defer out.discard()
	if format.Binary && out.screen {
		return misused("%s is nothing to read on a terminal: write it to a file with -o", format.Name)
	}
	if !format.Paged {
		out.straight()
	}
	x := &extraction{
		flags:     f,
		reader:    reader,
		attribute: attributor.Attribute,
		merge:     record.Merge,
		stderr:    cmd.ErrOrStderr(),
		tally:     tally{filter: f.filter},
	}
	amongRecords := f.each && out.screen
	if x.progress = newProgress(cmd.Context(), x.stderr, reader.List(paths...), amongRecords); x.progress != nil {
		x.stderr = x.progress
	}
	return x.run(cmd.Context(), format, out, paths)
}

// ballast is memory that is never touched, and so never taken from the machine,
// but counts as in use: with little in use, the collector would run each time
// that a few megabytes are allocated, for a fifth of the time of a run. More of
// it costs more than it saves: memory used again is cheaper than new.
func ballast() []byte { return make([]byte, 16<<20) }

// extraction is one run from reports to records.
type extraction struct {
	flags
	reader    report.Reader
	attribute func(quote.Document) speaker.Document
	merge     func(iter.Seq[record.Record]) []record.Record
	showText  func(report.Report) // given each report with records, nil when nobody looks
	stderr    io.Writer
	progress  *progress // nil where it isn't shown
	tally     tally
}

// run writes the records of all reports to out and tells what was done.
func (x *extraction) run(ctx context.Context, format export.Format, out *output, paths []string) error {
	opts := export.Options{
		Each: x.each, Reasons: x.all, Explain: x.explain, IDs: x.people != "", Width: out.width, Color: out.color,
	}
	if err := x.fill(format, &opts); err != nil {
		return err
	}
	w := format.New(out, opts)
	if shows, ok := w.(export.ReportWriter); ok {
		x.showText = shows.WriteReport
	}
	w = x.ordered(w)
	err := x.write(ctx, w, paths)
	if err == errInterrupted {
		return x.interrupted(w, out)
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = out.keep()
	}
	switch {
	case err != nil && !errors.Is(err, syscall.EPIPE):
		return out.failed(err)
	case err == nil:
		x.tally.tell(x.stderr)
	}
	if unused := x.unusedMeta(); unused || x.tally.failed > 0 {
		return errSomeFailed
	}
	return nil
}

// unusedMeta tells which metadata is that of no report.
func (x *extraction) unusedMeta() bool {
	unused := x.reader.Meta.Unused()
	for _, err := range unused {
		x.tellWrong(err)
	}
	return len(unused) > 0
}

// tellWrong tells what is wrong with a report.
func (x *extraction) tellWrong(err error) {
	fmt.Fprintln(x.stderr, "quotes:", export.Printable(err.Error()))
}

// interrupted gives what has been streamed its end, and says how far it goes.
func (x *extraction) interrupted(w export.Writer, out *output) error {
	end := out.name + " was not written"
	switch {
	case out.streams() && x.each:
		end = "what was found in them is written"
		if err := w.Close(); err != nil {
			return out.failed(err)
		}
	case out.streams():
		end = "nothing was written"
	}
	fmt.Fprintf(x.stderr, "quotes: interrupted after %s; %s\n", count(x.tally.reports, "report"), end)
	return errInterrupted
}

// write writes the records of all reports. It returns errInterrupted when ctx
// ends before all are read and merged.
func (x *extraction) write(ctx context.Context, w export.Writer, paths []string) error {
	records := x.occurrences(ctx, paths)
	if !x.each {
		merged, err := x.merged(ctx, records)
		if err != nil {
			return err
		}
		return x.writeAll(w, slices.Values(merged))
	}
	err := x.writeAll(w, records)
	if err == nil && ctx.Err() != nil {
		return errInterrupted
	}
	return err
}

func (x *extraction) writeAll(w export.Writer, records iter.Seq[record.Record]) error {
	for r := range records {
		if !x.wants(r) {
			x.tally.unwanted++
			continue
		}
		if r.Speaker != nil && r.Confidence < x.minConfidence {
			x.tally.doubtful++
			continue
		}
		if err := w.Write(r); err != nil {
			return err
		}
		x.tally.written(r)
	}
	return nil
}

// merged merges records. An interrupt doesn't wait for what nobody will see.
func (x *extraction) merged(ctx context.Context, records iter.Seq[record.Record]) ([]record.Record, error) {
	read := make(chan struct{})
	done := make(chan []record.Record, 1)
	go func() {
		done <- x.merge(func(yield func(record.Record) bool) {
			defer close(read)
			records(yield)
		})
	}()
	merged, _ := receive(ctx, done)
	<-read // the tally is another goroutine's until then
	if ctx.Err() != nil {
		return nil, errInterrupted
	}
	return merged, nil
}

// occurrences yields a record for each quote of each report, in the order of the
// reports whatever the number of workers, and tells what is wrong with a report
// when its turn comes.
func (x *extraction) occurrences(ctx context.Context, paths []string) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		defer x.progress.clear()
		for o := range inOrder(ctx, x.reports(paths), x.workers, x.extractOne) {
			x.progress.done(o.bytes, len(o.records))
			if o.err != nil {
				x.tally.failed++
				x.tellWrong(o.err)
				continue
			}
			if o.left {
				x.tally.left++
				if o.undated {
					x.tally.undated++
				}
				continue
			}
			x.tally.reports++
			if x.showText != nil && len(o.records) > 0 {
				x.showText(o.report)
			}
			for _, r := range o.records {
				if r.Speaker == nil && !x.all {
					x.tally.unattributed++
				} else if !yield(r) {
					return
				}
			}
		}
	}
}

// outcome is what came of one report, or why there is none.
type outcome struct {
	report  report.Report
	bytes   int64 // of its file, as far as can be told
	records []record.Record
	left    bool // the filter leaves the report out
	undated bool // for want of a date
	err     error
}

// reports reads the reports that paths stand for, one after the other.
func (x *extraction) reports(paths []string) iter.Seq[outcome] {
	return func(yield func(outcome) bool) {
		for entry, err := range x.reader.List(paths...) {
			if err != nil {
				if !yield(outcome{err: err}) {
					return
				}
			} else if !x.readEntry(entry, yield) {
				return
			}
		}
	}
}

// readEntry yields the reports of one file. It returns false when no more are
// wanted.
func (x *extraction) readEntry(entry report.Entry, yield func(outcome) bool) (more bool) {
	defer func() {
		if p := recover(); p != nil {
			more = yield(outcome{err: broken(entry.Path, p)})
		}
	}()
	for r, err := range x.reader.Read(entry) {
		o := outcome{report: r, err: err, bytes: entry.Size}
		if entry.Many {
			o.bytes = int64(len(r.Text))
		}
		if !yield(o) {
			return false
		}
	}
	return true
}

// extractOne finds and attributes what is quoted in one report. A panic is the
// end of that report only.
func (x *extraction) extractOne(o outcome) (out outcome) {
	if o.err != nil {
		return o
	}
	if left, undated := x.leaves(o.report); left {
		return outcome{left: true, undated: undated, bytes: o.bytes}
	}
	defer func() {
		if p := recover(); p != nil {
			out = outcome{err: broken(o.report.ID, p)}
		}
	}()
	records := record.Each(x.attribute(quote.Find(o.report)))
	if !x.explain && x.showText == nil {
		for i := range records {
			records[i].Sources[0].Steps = nil
		}
	}
	if x.showText == nil {
		o.report = report.Report{} // its text needn't stay in memory
	}
	return outcome{report: o.report, records: records, bytes: o.bytes}
}

// broken is the error for a report that made the program panic.
func broken(id string, p any) error {
	return fmt.Errorf("%s: a fault of this program, please report it: %v", id, p)
}
