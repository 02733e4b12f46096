//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// One bad file in a thousand is one line, and the other 999 are done, whatever is
// wrong with it.
func TestOneBadInAThousand(t *testing.T) {
	const n = 1000
	dir := t.TempDir()
	for i := range n - 1 {
		said := fmt.Sprintf("“This is what number %d has to say,” said Bo Lind.", i)
		name := fmt.Sprintf("%03d.txt", i)
		switch i % 3 {
		case 1:
			name, said = fmt.Sprintf("%03d.html", i), "<!DOCTYPE html><html><body><article><p>"+said+"</p></article></body></html>"
		case 2:
			name = fmt.Sprintf("%03d.md", i)
		}
		must(t, os.WriteFile(filepath.Join(dir, name), []byte(said), 0o600))
	}
	bad := []struct{ name, raw, want string }{
		{"500.pdf", "%PDF-1.4\n%%EOF", "can't be read as a PDF"},
		{"500.docx", "PK\x03\x04", "can't be read as a Word file"},
		{"500.htm", strings.Repeat("<div>", 1000), "can't be read as a web page"},
		{"500.text", "\x00", "is binary"},
		{"500.txt.gz", "He left.", "can't be unpacked"},
	}
	for _, b := range bad {
		path := filepath.Join(dir, b.name)
		must(t, os.WriteFile(path, []byte(b.raw), 0o600))
		var out, errs bytes.Buffer
		cmd := exec.Command("quotes", "--each", "-f", "jsonl", dir) // no memory of it stays here
		cmd.Stdout, cmd.Stderr = &out, &errs
		_ = cmd.Run() // one report is bad
		code := cmd.ProcessState.ExitCode()
		if got := strings.Count(out.String(), "\n"); code != exitSomeFailed || got != n-1 {
			t.Errorf("%s: ends with %d, %d records", b.name, code, got)
		}
		lines := strings.Split(strings.TrimSpace(errs.String()), "\n")
		end := fmt.Sprintf("%d quotes by 1 speaker in %d reports; 1 report failed", n-1, n-1)
		if len(lines) != 2 || !strings.HasPrefix(lines[0], "quotes: "+path+" "+b.want) || lines[1] != end {
			t.Errorf("%s: said\n%s", b.name, &errs)
		}
		must(t, os.Remove(path))
	}
}
