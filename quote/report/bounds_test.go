package report

import (
	"bytes"
	"compress/gzip"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestBombs unpacks what is far larger than it looks, in every format.
func TestBombs(t *testing.T) {
	const most = 1 << 20
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for range 40 {
		z.Write(bytes.Repeat([]byte("a"), most))
	}
	z.Close()
	folder := t.TempDir()
	for _, f := range formats {
		path := filepath.Join(folder, "bomb"+f.endings[0]+packed)
		write(t, path, b.String())
		if got := read(t, Reader{MaxBytes: most}, path); len(got) != 1 || !strings.Contains(got[0], tooLarge) {
			t.Errorf("%s: %.200q", f.name, got)
		}
	}
}

// TestLongLine reads a line of 2 GB, which is told, and the next one, which is a
// report. Memory doesn't grow with the line.
func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	in := io.MultiReader(io.LimitReader(endless{}, 2<<30), strings.NewReader("\n{\"text\":\"He left.\"}\n"))
	got := read(t, Reader{Format: "jsonl", Stdin: in}, "-")
	runtime.ReadMemStats(&after)
	if len(got) != 2 || !strings.Contains(got[0], "standard input:1 is too large") || got[1] != "He left." {
		t.Errorf("%.200q", got)
	}
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 6*defaultMaxBytes {
		t.Errorf("took %d bytes", grown)
	}
}

// TestEndlessLine reads a line that never ends.
func TestEndlessLine(t *testing.T) {
	got := read(t, Reader{Format: "jsonl", MaxBytes: 1000, Stdin: endless{}}, "-")
	if len(got) != 1 || !strings.Contains(got[0], tooLarge) {
		t.Errorf("%.200q", got)
	}
}
