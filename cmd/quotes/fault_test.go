//go:build unix

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// ended runs the program to its end and returns what it ended with. It fails the
// test when the program hangs.
func ended(t *testing.T, cmd *exec.Cmd) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	if cmd.Stdout == nil {
		cmd.Stdout = &out
	}
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	hang := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	cmd.Wait()
	if !hang.Stop() {
		t.Fatalf("%v hangs", cmd.Args)
	}
	return cmd.ProcessState.ExitCode(), out.String(), errs.String()
}

// Reports vanish, and others can't be read any longer, after the program has
// begun with their folder: its output is a pipe that nobody reads until then.
func TestReportsChangeMeanwhile(t *testing.T) {
	const n, sentences = 400, 40
	dir := t.TempDir()
	name := func(i int) string { return filepath.Join(dir, fmt.Sprintf("%03d.txt", i)) }
	for i := range n {
		text := strings.Repeat(fmt.Sprintf("“This is what number %d says,” said Bo Lind.\n", i), sentences)
		if err := os.WriteFile(name(i), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("quotes", "--each", "--workers", "2", "-f", "jsonl", dir)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReader(stdout)
	if _, err := in.Peek(1); err != nil {
		t.Fatal(err)
	}
	bad := []int{n - 2}
	must(t, os.Remove(name(n-2)))
	must(t, os.Remove(name(n-4)))
	must(t, os.Mkdir(name(n-4), 0o700))
	if bad = append(bad, n-4); os.Geteuid() != 0 { // root may read anything
		must(t, os.Chmod(name(n-3), 0))
		bad = append(bad, n-3)
	}
	out, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitSomeFailed {
		t.Errorf("ends with %d", code)
	}
	if got, want := bytes.Count(out, []byte("\n")), (n-len(bad))*sentences; got != want {
		t.Errorf("%d records, want %d", got, want)
	}
	for _, i := range bad {
		if strings.Count(stderr.String(), name(i)+" ") != 1 {
			t.Errorf("%s is not named once in\n%s", name(i), &stderr)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A program that is killed can't tidy up, but what was there stays as it was.
func TestKilledKeepsWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	must(t, os.WriteFile(path, []byte("old\n"), 0o600))
	cmd := exec.Command("quotes", "-", "-o", path)
	stdin, err := cmd.StdinPipe()
	must(t, err)
	defer stdin.Close()
	must(t, cmd.Start())
	for range 1000 {
		if left, err := os.ReadDir(dir); err != nil || len(left) > 1 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	must(t, cmd.Process.Kill())
	cmd.Wait()
	if got, err := os.ReadFile(path); err != nil || string(got) != "old\n" {
		t.Errorf("left %q, %v", got, err)
	}
}

// A disk that fills up midway: no file may grow beyond so many blocks.
func TestDiskFullMidway(t *testing.T) {
	in := folder(t, 300)
	for _, format := range []string{"jsonl", "json", "csv", "table"} {
		for _, each := range []string{"--each", "--all"} {
			dir := t.TempDir()
			path := filepath.Join(dir, "out")
			must(t, os.WriteFile(path, []byte("old\n"), 0o600))
			cmd := exec.Command("sh", "-c", `ulimit -f 8 && exec quotes "$@"`, "sh", each, "-f", format, "-o", path, in)
			code, _, stderr := ended(t, cmd)
			if want := fmt.Sprintf("quotes: %s can't be written: file too large\n", path); code != exitSomeFailed || stderr != want {
				t.Errorf("%s %s: ends with %d: %s", format, each, code, stderr)
			}
			left, err := os.ReadDir(dir)
			must(t, err)
			if got, err := os.ReadFile(path); err != nil || string(got) != "old\n" || len(left) != 1 {
				t.Errorf("%s %s: left %q and %v, %v", format, each, got, left, err)
			}
		}
	}
}

// A pipe is no report, and opening one would wait for ever; as an output it is
// written through.
func TestPipes(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.txt")
	must(t, syscall.Mkfifo(pipe, 0o600))
	for _, arg := range []string{pipe, dir} {
		code, _, stderr := ended(t, exec.Command("quotes", arg))
		if code != exitSomeFailed || !strings.Contains(stderr, pipe+" is no file but a pipe") {
			t.Errorf("%s: ends with %d: %s", arg, code, stderr)
		}
	}
	read := make(chan string, 1)
	go func() {
		got, err := os.ReadFile(pipe)
		if err != nil {
			got = []byte(err.Error())
		}
		read <- string(got)
	}()
	code, _, stderr := ended(t, exec.Command("quotes", "-f", "jsonl", "-o", pipe, folder(t, 3)))
	if got := <-read; code != 0 || strings.Count(got, "\n") != 3 {
		t.Errorf("ends with %d: %swrote %s", code, stderr, got)
	}
}

// Links that lead in circles end, and are named.
func TestLinksInCircles(t *testing.T) {
	dir := folder(t, 2)
	must(t, os.Symlink(dir, filepath.Join(dir, "again")))
	must(t, os.Symlink("self.txt", filepath.Join(dir, "self.txt")))
	must(t, os.Symlink("nowhere", filepath.Join(dir, "zero.txt")))
	code, stdout, stderr := ended(t, exec.Command("quotes", "-f", "jsonl", dir))
	if code != exitSomeFailed || strings.Count(stdout, "\n") != 2 {
		t.Errorf("ends with %d: %s", code, stdout)
	}
	for _, name := range []string{"again", "self.txt", "zero.txt"} {
		if strings.Count(stderr, filepath.Join(dir, name)+" ") != 1 {
			t.Errorf("%s is not named once in\n%s", name, stderr)
		}
	}
}
