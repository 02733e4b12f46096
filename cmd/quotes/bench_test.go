package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quotes/quote/record"
	"quotes/speaker"
)

// BenchmarkWhole reads, finds, attributes, merges and writes corpora of the seed
// reports, each told of another place.
func BenchmarkWhole(b *testing.B) {
	attributor, err := speaker.New(speaker.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, each := range []bool{true, false} {
		for _, n := range []int{10, 100, 1000} {
			b.Run(fmt.Sprintf("each=%v/reports=%d", each, n), func(b *testing.B) {
				path := corpus(b, n)
				info, err := os.Stat(path)
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(info.Size())
				for b.Loop() {
					x, out, _, _ := extractionOf(flags{each: each, workers: 2})
					x.attribute, x.merge = attributor.Attribute, record.Merge
					if err := x.run(b.Context(), named(b, "jsonl"), out, []string{path}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// corpus is a file of n reports, one a line.
func corpus(b *testing.B, n int) string {
	b.Helper()
	seeds, err := filepath.Glob("../../fixtures/seeds/*.txt")
	if err != nil || len(seeds) == 0 {
		b.Fatal("no seeds", err)
	}
	var lines strings.Builder
	for i := range n {
		text, err := os.ReadFile(seeds[i%len(seeds)])
		if err != nil {
			b.Fatal(err)
		}
		err = json.NewEncoder(&lines).Encode(map[string]string{
			"id":   fmt.Sprint(i),
			"text": strings.ReplaceAll(string(text), "Idlib", fmt.Sprint("Place", i)),
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	path := filepath.Join(b.TempDir(), "corpus.jsonl")
	if err := os.WriteFile(path, []byte(lines.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}
