package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"testing"

	"quotes/quote/record"
)

// write writes records in a format.
func write(t testing.TB, format string, opts Options, records ...record.Record) string {
	t.Helper()
	f, ok := Named(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	var b bytes.Buffer
	if err := writeTo(f.New(&b, opts), records); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func writeTo(w Writer, records []record.Record) error {
	for _, r := range records {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	return w.Close()
}

func TestForFile(t *testing.T) {
	for name, want := range map[string]string{
		"a.csv": "csv", "a.xlsx": "xlsx", "a.md": "markdown", "a.html": "html", "A.CSV": "csv", "b/c.json": "json", "x.jsonl": "jsonl", "x.ndjson": "jsonl", "t.txt": "table",
	} {
		if f, ok := ForFile(name); !ok || f.Name != want {
			t.Errorf("ForFile(%s) = %q, %v, want %s", name, f.Name, ok, want)
		}
	}
	for _, name := range []string{"a", "a.xls", "csv", ""} {
		if f, ok := ForFile(name); ok {
			t.Errorf("ForFile(%s) = %s, want none", name, f.Name)
		}
	}
}

func TestEndingsAreOfOneFormat(t *testing.T) {
	of := map[string]string{}
	for _, f := range Formats() {
		if f.Summary == "" || len(f.Endings) == 0 {
			t.Errorf("%s lacks a summary or endings", f.Name)
		}
		for _, e := range f.Endings {
			if of[e] != "" {
				t.Errorf("%s is of %s and of %s", e, of[e], f.Name)
			}
			of[e] = f.Name
		}
	}
}

// fullDisk takes so many bytes and then none.
type fullDisk struct{ left int }

var errFull = errors.New("no space left")

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.left {
		n := d.left
		d.left = 0
		return n, errFull
	}
	d.left -= len(p)
	return len(p), nil
}

func TestErrorsAreNotLost(t *testing.T) {
	for _, f := range Formats() {
		for _, explain := range []bool{false, true} {
			for _, left := range []int{0, 1, 100} {
				err := writeTo(f.New(&fullDisk{left}, Options{Explain: explain}), sample())
				if !errors.Is(err, errFull) {
					t.Errorf("%s after %d bytes: %v", f.Name, left, err)
				}
			}
		}
	}
}

func BenchmarkFormats(b *testing.B) {
	for _, f := range Formats() {
		for _, n := range []int{10, 1000, 10_000} {
			b.Run(fmt.Sprintf("%s/records=%d", f.Name, n), func(b *testing.B) {
				records := make([]record.Record, n)
				for i := range records {
					records[i] = sample()[i%4]
					if s := records[i].Speaker; s != nil {
						other := *s
						other.Name += fmt.Sprint(i / 100)
						records[i].Speaker = &other
					}
				}
				b.ReportAllocs()
				for b.Loop() {
					if err := writeTo(f.New(io.Discard, Options{}), records); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/record")
			})
		}
	}
}

func TestSameRecordsSameBytes(t *testing.T) {
	for _, f := range Formats() {
		first := write(t, f.Name, Options{Explain: true}, sample()...)
		for range 3 {
			if write(t, f.Name, Options{Explain: true}, sample()...) != first {
				t.Errorf("%s comes out differently", f.Name)
				break
			}
		}
	}
}
