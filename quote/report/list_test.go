package report

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree makes the files named in a new folder, each holding its own name, and
// returns the folder. A name that ends in a slash is an empty folder.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, n := range names {
		path := filepath.Join(root, n)
		if strings.HasSuffix(n, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		write(t, path, "It is "+n+".")
	}
	return root
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skip("no links here:", err)
	}
}

// list returns what List yields for paths beneath root: "ERROR " goes before
// what can't be listed, and root is left out.
func list(root string, paths ...string) []string {
	var out []string
	for e, err := range (Reader{}).List(paths...) {
		line := e.Path
		if err != nil {
			line = "ERROR " + err.Error()
		}
		line = strings.ReplaceAll(line, root+string(filepath.Separator), "")
		out = append(out, filepath.ToSlash(strings.ReplaceAll(line, root, "ROOT")))
	}
	return out
}

func TestList(t *testing.T) {
	root := tree(t, "b.txt", "a/z.txt", "a/y.TXT", "a/b/c.md", "a.txt", "picture.jpg", "notes", ".hidden/x.txt", ".x.txt", "corpus.jsonl.gz", "none/", "table.csv", "p.html", "p_files/frame.html", "q_files/r.htm")
	in := func(name string) string { return filepath.Join(root, name) }
	const hint = " (reports are files that end in "
	cases := []struct {
		name  string
		paths []string
		want  []string
	}{
		{"folder", []string{root}, []string{"a/b/c.md", "a/y.TXT", "a/z.txt", "a.txt", "b.txt", "corpus.jsonl.gz", "p.html", "q_files/r.htm", "table.csv"}},
		{"file of any ending", []string{in("notes"), in("picture.jpg")}, []string{"notes", "picture.jpg"}},
		{"hidden when named", []string{in(".hidden")}, []string{".hidden/x.txt"}},
		{"in the order given", []string{in("b.txt"), in("a"), "-"}, []string{"b.txt", "a/b/c.md", "a/y.TXT", "a/z.txt", "-"}},
		{"each once", []string{in("b.txt"), in("a"), in("a/z.txt"), in("./b.txt"), "-", "-", in("a")}, []string{"b.txt", "a/b/c.md", "a/y.TXT", "a/z.txt", "-"}},
		{"missing", []string{in("gone.txt"), in("b.txt")}, []string{"ERROR gone.txt doesn't exist (check the spelling)", "b.txt"}},
		{"without reports", []string{in("none")}, []string{"ERROR none holds no reports" + hint + endings() + ")"}},
		{"nothing", nil, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, list(root, c.paths...)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestListLinks(t *testing.T) {
	root := tree(t, "a/x.txt", "b/")
	away := tree(t, "far/y.txt")
	link(t, filepath.Join(root, "a"), filepath.Join(root, "a", "loop"))
	link(t, root, filepath.Join(root, "b", "up"))
	link(t, filepath.Join(away, "far"), filepath.Join(root, "c"))
	link(t, filepath.Join(root, "c"), filepath.Join(root, "d"))
	link(t, filepath.Join(root, "gone"), filepath.Join(root, "e.txt"))
	link(t, filepath.Join(away, "far", "y.txt"), filepath.Join(root, "f.txt"))
	link(t, "self.txt", filepath.Join(root, "self.txt"))
	got := list(root, root)
	want := []string{
		"ERROR a/loop links back to a folder that holds it", "a/x.txt",
		"ERROR b/up links back to a folder that holds it",
		"c/y.txt", "ERROR e.txt links to nothing", "f.txt",
	}
	if len(got) != len(want)+1 || !strings.HasPrefix(got[len(got)-1], "ERROR self.txt can't be opened: ") {
		t.Fatalf("the link to itself: %q", got)
	}
	if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestListUnreadable(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("everything is readable here")
	}
	root := tree(t, "a/x.txt", "b.txt")
	if err := os.Chmod(filepath.Join(root, "a"), 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(root, "a"), 0o755) })
	want := []string{"ERROR a can't be opened: permission denied (check who may read it)", "b.txt"}
	if diff := cmp.Diff(want, list(root, root)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestListStops(t *testing.T) {
	root := tree(t, "a/x.txt", "a/y.txt", "b.txt")
	n := 0
	for range (Reader{}).List(root, filepath.Join(root, "gone")) {
		if n++; n == 1 {
			break
		}
	}
	if n != 1 {
		t.Errorf("went on to %d", n)
	}
}

func TestErrorIsOneLine(t *testing.T) {
	e := &Error{Path: "a\nb\x1b[31m\u202e.txt", Reason: empty}
	if got := e.Error(); strings.ContainsAny(got, "\n\x1b\u202e") || !strings.Contains(got, `a\nb`) {
		t.Errorf("%q", got)
	}
	if got := (&Error{Path: "-", Reason: empty}).Error(); got != "standard input is empty" {
		t.Errorf("%q", got)
	}
	_, err := os.Stat(filepath.Join(t.TempDir(), "gone"))
	if e := wrong("gone", cantOpen, err); !errors.Is(e, os.ErrNotExist) {
		t.Errorf("%v hides its cause", e)
	}
}
