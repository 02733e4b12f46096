//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"quotes/quote/check"
)

// varied writes a corpus of about size bytes to a new file: the fixtures' reports
// over and over, each time with other names of their own, one in a hundred broken.
func varied(t testing.TB, size int) string {
	t.Helper()
	cases, err := check.Load("../../fixtures")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "corpus.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rng := rand.New(rand.NewPCG(1, 1))
	for i, n := 0, 0; n < size; i++ {
		c := cases[rng.IntN(len(cases))]
		text := c.Reports[0].Text
		if words := strings.Fields(text); len(words) > 0 {
			old := words[rng.IntN(len(words))]
			text = strings.ReplaceAll(text, old, fmt.Sprint(old, i))
		}
		line, err := json.Marshal(map[string]string{"id": fmt.Sprintf("%08d", i), "text": text})
		if err != nil {
			t.Fatal(err)
		}
		if i%100 == 99 {
			line = line[:len(line)/2]
		}
		k, err := f.Write(append(line, '\n'))
		if err != nil {
			t.Fatal(err)
		}
		n += k
	}
	return path
}

// memory runs the program over a corpus without merging and returns the most
// memory the process had, and the most of it that was in use when the garbage
// collector had looked, both in MB. The first depends on when the collector had
// time to look, the second doesn't.
func memory(t testing.TB, path string) (peak, live float64) {
	t.Helper()
	cmd := exec.Command("quotes", "--each", "--all", "-f", "jsonl", path)
	cmd.Env = append(os.Environ(), "GODEBUG=gctrace=1")
	var said bytes.Buffer
	cmd.Stderr = &said
	cmd.Run() // some reports are broken
	if code := cmd.ProcessState.ExitCode(); code != exitSomeFailed {
		t.Fatalf("ends with %d", code)
	}
	for _, heap := range heapSizes.FindAllSubmatch(said.Bytes(), -1) {
		mb, err := strconv.ParseFloat(string(heap[1]), 64)
		if err != nil {
			t.Fatal(err)
		}
		live = max(live, mb)
	}
	if live == 0 {
		t.Fatal("the garbage collector never looked")
	}
	unit := 1 << 10 // getrusage(2) counts kilobytes, but bytes on macOS
	if runtime.GOOS == "darwin" {
		unit = 1 << 20
	}
	return float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / float64(unit), live
}

// heapSizes finds the size of the live heap in a line of gctrace: before a
// collection, after it, and what of that is alive.
var heapSizes = regexp.MustCompile(`(?m)^gc \d+ @.* \d+->\d+->(\d+) MB`)

// Occurrences are written as they are found: memory doesn't grow with the corpus.
func TestStreamMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const little, much, most, slack = 4 << 20, 12 << 20, 300, 20 // with less the collector hardly looks
	_, small := memory(t, varied(t, little))
	peak, large := memory(t, varied(t, much))
	t.Logf("in use: %.0f MB for %d bytes, %.0f MB for %d; at most %.0f MB", small, little, large, much, peak)
	if large > small+slack { // what is made while the collector looks counts as in use
		_, again := memory(t, varied(t, much))
		large = min(large, again)
	}
	if large > small+slack {
		t.Errorf("%.0f MB in use for %d bytes, %.0f MB for %d", small, little, large, much)
	}
	if peak > most {
		t.Errorf("%.0f MB for %d bytes", peak, much)
	}
}

// BenchmarkStream tells how much memory a corpus takes, at sizes over three
// decades.
func BenchmarkStream(b *testing.B) {
	for _, size := range []int{200_000, 2_000_000, 20_000_000, 200_000_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			path := varied(b, size)
			b.SetBytes(int64(size))
			most := 0.0
			for b.Loop() {
				peak, _ := memory(b, path)
				most = max(most, peak)
			}
			b.ReportMetric(most, "peak-MB")
		})
	}
}

// The same bytes come out whatever the number of workers, in the order of the
// reports, with what failed among them.
func TestWorkersChangeNothing(t *testing.T) {
	path := varied(t, 300_000)
	for _, each := range []bool{true, false} {
		var first, said bytes.Buffer
		for _, workers := range []string{"1", "2", "8"} {
			var out, errs bytes.Buffer
			code := run([]string{fmt.Sprint("--each=", each), "--all", "--workers", workers, "-f", "jsonl", path}, nil, &out, &errs)
			if code != exitSomeFailed || out.Len() == 0 {
				t.Fatalf("ends with %d: %s", code, &errs)
			}
			if each {
				inOrderOfReports(t, out.Bytes())
			}
			if first.Len() == 0 {
				first, said = out, errs
				continue
			}
			if !bytes.Equal(first.Bytes(), out.Bytes()) || !bytes.Equal(said.Bytes(), errs.Bytes()) {
				t.Errorf("each=%v: %s workers write otherwise than 1", each, workers)
			}
		}
	}
}

func inOrderOfReports(t *testing.T, lines []byte) {
	t.Helper()
	last := ""
	for line := range bytes.Lines(lines) {
		var r struct{ Sources []struct{ Report string } }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		if id := r.Sources[0].Report; id < last {
			t.Fatalf("%s comes after %s", id, last)
		} else {
			last = id
		}
	}
}
