//go:build unix

package report

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNotAFile would hang where a pipe or a device is opened.
func TestNotAFile(t *testing.T) {
	root := tree(t, "a.txt")
	pipe := filepath.Join(root, "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Skip("no pipes here:", err)
	}
	want := []string{"a.txt", "ERROR pipe.txt is no file but a pipe (give it on standard input)"}
	if diff := cmp.Diff(want, list(root, root)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want = []string{"ERROR /dev/zero is no file but a device", "ERROR pipe.txt is no file but a pipe (give it on standard input)"}
	if diff := cmp.Diff(want, list(root, "/dev/zero", pipe)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, path := range []string{pipe, "/dev/zero"} {
		if got := read(t, Reader{}, path); len(got) != 1 || !strings.Contains(got[0], "is no file but a") {
			t.Errorf("%s: %q", path, got)
		}
	}
}
