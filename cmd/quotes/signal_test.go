//go:build unix

package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A signal ends the program in the middle of its work: it waits for standard
// input, with its output begun.
func TestSignalLeavesNoHalfFile(t *testing.T) {
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		dir := t.TempDir()
		cmd := exec.Command("quotes", "-", "-o", filepath.Join(dir, "out.csv"))
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		stdin, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		defer stdin.Close()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		awaitFile(t, dir)
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
			t.Errorf("%v: exits with %d", sig, code)
		}
		if !strings.Contains(stderr.String(), "interrupted after 0 reports;") {
			t.Errorf("%v: said %s", sig, stderr.String())
		}
		isEmpty(t, dir)
	}
}

// A signal doesn't wait for a server.
func TestSignalWhileFetching(t *testing.T) {
	asked, over := make(chan bool, 1), make(chan bool)
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		asked <- true
		<-over
	}))
	defer server.Close()
	defer close(over)
	dir := t.TempDir()
	cmd := exec.Command("quotes", server.URL, "-o", filepath.Join(dir, "out.csv"))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	must(t, cmd.Start())
	<-asked
	must(t, cmd.Process.Signal(os.Interrupt))
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(stderr.String(), "interrupted after 0 reports;") {
		t.Errorf("exits with %d: %s", code, &stderr)
	}
	isEmpty(t, dir)
}

// awaitFile waits until there is a file in dir.
func awaitFile(t *testing.T, dir string) {
	t.Helper()
	for range 1000 {
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("the output was never begun")
}
