package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quotes/quote"
	"quotes/quote/export"
	"quotes/quote/record"
	"quotes/quote/report"
	"quotes/speaker"
)

// extractionOf is a run whose attributor gives every quote to one speaker, with
// the buffers that stand for standard output and standard error.
func extractionOf(f flags) (x *extraction, out *output, stdout, stderr *bytes.Buffer) {
	stdout, stderr = new(bytes.Buffer), new(bytes.Buffer)
	f.workers = max(f.workers, 1)
	x = &extraction{
		flags:     f,
		attribute: toBo,
		merge:     slices.Collect[record.Record],
		stderr:    stderr,
	}
	return x, onPage(stdout), stdout, stderr
}

func toBo(d quote.Document) speaker.Document {
	doc := speaker.Document{Report: d.Report}
	for _, q := range d.Quotes {
		doc.Quotes = append(doc.Quotes, speaker.Attribution{
			Quote: q, Speaker: &speaker.Speaker{Name: "Bo Lind", Kind: speaker.Person},
			Rule: "test", Rules: []string{"test"}, Confidence: 0.9, Steps: []string{"it is a test"},
		})
	}
	return doc
}

// folder is a new folder of n reports with a quote each.
func folder(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		text := fmt.Sprintf("“This is what number %d has to say,” said Bo Lind.\n", i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func named(t testing.TB, name string) export.Format {
	t.Helper()
	f, ok := export.Named(name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	return f
}

func TestPanicEndsOneReport(t *testing.T) {
	x, out, stdout, stderr := extractionOf(flags{each: true, workers: 2})
	x.attribute = func(d quote.Document) speaker.Document {
		if strings.HasSuffix(d.Report.ID, "001.txt") {
			panic("index out of range")
		}
		return toBo(d)
	}
	err := x.run(t.Context(), named(t, "jsonl"), out, []string{folder(t, 3)})
	if err != errSomeFailed {
		t.Errorf("ended with %v", err)
	}
	if n := strings.Count(stdout.String(), "\n"); n != 2 {
		t.Errorf("%d records of the other reports, want 2:\n%s", n, stdout)
	}
	if said := stderr.String(); !strings.Contains(said, "001.txt: a fault of this program") || strings.Count(said, "\n") != 2 {
		t.Errorf("said %s", said)
	}
}

func TestPanicWhileReadingEndsOneFile(t *testing.T) {
	x, out, stdout, stderr := extractionOf(flags{each: true})
	x.reader = report.Reader{Stdin: faulty{}}
	err := x.run(t.Context(), named(t, "jsonl"), out, []string{"-", folder(t, 1)})
	if err != errSomeFailed || strings.Count(stdout.String(), "\n") != 1 || !strings.Contains(stderr.String(), "no such luck") {
		t.Errorf("ended with %v, wrote %s, said %s", err, stdout, stderr)
	}
}

type faulty struct{}

func (faulty) Read([]byte) (int, error) { panic("no such luck") }

func TestInterruptedStreamIsWhole(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	x, out, stdout, stderr := extractionOf(flags{each: true})
	x.attribute = func(d quote.Document) speaker.Document {
		if strings.HasSuffix(d.Report.ID, "050.txt") {
			cancel()
		}
		return toBo(d)
	}
	err := x.run(ctx, named(t, "json"), out, []string{folder(t, 100)})
	if err != errInterrupted {
		t.Fatalf("ended with %v", err)
	}
	var records []any
	if err := json.Unmarshal(stdout.Bytes(), &records); err != nil {
		t.Errorf("%v in %s", err, stdout)
	}
	want := fmt.Sprintf("quotes: interrupted after %s; what was found in them is written\n", count(len(records), "report"))
	if len(records) > 50 || stderr.String() != want {
		t.Errorf("said %s, want %s", stderr, want)
	}
}

func TestInterruptDoesNotWaitForTheMerger(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	x, out, stdout, stderr := extractionOf(flags{})
	forever := make(chan bool)
	defer close(forever)
	x.merge = func(records iter.Seq[record.Record]) []record.Record {
		all := slices.Collect(records)
		cancel()
		<-forever
		return all
	}
	err := x.run(ctx, named(t, "csv"), out, []string{folder(t, 3)})
	if want := "quotes: interrupted after 3 reports; nothing was written\n"; err != errInterrupted || stderr.String() != want {
		t.Errorf("ended with %v, said %s", err, stderr)
	}
	if stdout.Len() > 0 {
		t.Errorf("wrote %s", stdout)
	}
}

func TestInterruptedFileIsNotWritten(t *testing.T) {
	for _, each := range []bool{false, true} {
		ctx, cancel := context.WithCancel(t.Context())
		x, _, _, stderr := extractionOf(flags{each: each})
		x.attribute = func(d quote.Document) speaker.Document { cancel(); return toBo(d) }
		dir := t.TempDir()
		path := filepath.Join(dir, "out.csv")
		out, err := openOutput(nil, path, nil)
		if err != nil {
			t.Fatal(err)
		}
		err = x.run(ctx, named(t, "csv"), out, []string{folder(t, 3)})
		out.discard()
		if err != errInterrupted || !strings.Contains(stderr.String(), "out.csv was not written") {
			t.Errorf("ended with %v, said %s", err, stderr)
		}
		isEmpty(t, dir)
	}
}

func isEmpty(t *testing.T, dir string) {
	t.Helper()
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// full is a disk with room for so many bytes.
type full struct{ left int }

var errFull = errors.New("no space left on device")

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestFullDiskLeavesNothing(t *testing.T) {
	in := folder(t, 100)
	for _, format := range export.Formats() {
		for _, left := range []int{0, 5000} {
			x, _, _, stderr := extractionOf(flags{each: true})
			dir := t.TempDir()
			out, err := openOutput(nil, filepath.Join(dir, "out"), nil)
			if err != nil {
				t.Fatal(err)
			}
			out.Writer = &full{left}
			err = x.run(t.Context(), format, out, []string{in})
			out.discard()
			if !errors.Is(err, errFull) || stderr.Len() > 0 {
				t.Errorf("%s: ended with %v, said %s", format.Name, err, stderr)
			}
			isEmpty(t, dir)
		}
	}
}

func TestStepsAreKeptOnlyForTheArgument(t *testing.T) {
	for _, explain := range []bool{false, true} {
		x, _, _, _ := extractionOf(flags{explain: explain})
		for r := range x.occurrences(t.Context(), []string{folder(t, 1)}) {
			if kept := r.Sources[0].Steps != nil; kept != explain {
				t.Errorf("explain %v: steps %v", explain, r.Sources[0].Steps)
			}
		}
	}
}

func TestTally(t *testing.T) {
	for want, c := range map[string]tally{
		"":                                     {failed: 3},
		"0 quotes by 0 speakers in 1 report\n": {reports: 1},
		"0 quotes by 0 speakers in 2 reports, 3 of them without a speaker; 1 quote contested between speakers; 1 quote without a speaker left out " +
			"(--all lists them); 2 quotes left out by --min-confidence; 1 report failed\n": {
			reports: 2, nobody: 3, contested: 1, unattributed: 1, doubtful: 2, failed: 1,
		},
	} {
		var b bytes.Buffer
		if c.tell(&b); b.String() != want {
			t.Errorf("told %q, want %q", b.String(), want)
		}
	}
}
