package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const fixture = `A tag behind a quote.
-- a.txt --
“We are open,” said Ifeoma Okafor.
-- want --
“We are open,”
	speaker NAME
	mention Ifeoma Okafor
`

func writeFixture(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.txtar")
	if err := os.WriteFile(path, []byte(strings.Replace(fixture, "NAME", name, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func runCheck(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(append([]string{"check"}, args...), strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

func TestCheckRight(t *testing.T) {
	path := writeFixture(t, "Ifeoma Okafor")
	code, out, errs := runCheck(path, path)
	if code != 0 || errs != "" {
		t.Errorf("ended with %d: %s", code, errs)
	}
	for _, want := range []string{"detect P", "100.0", path, "all"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// TestCheckNothing expects dashes, not nought, where a file expects nothing of a kind.
func TestCheckNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "silent.txtar")
	const silent = "A word.\n-- a.txt --\nShe never liked the word “ferry”.\n-- want --\n“ferry”\n\tsilent a word\n"
	if err := os.WriteFile(path, []byte(silent), 0o666); err != nil {
		t.Fatal(err)
	}
	code, out, errs := runCheck(path)
	if code != 0 || errs != "" || strings.Count(out, "–") != 7 || strings.Contains(out, "0.0") {
		t.Errorf("ended with %d: %s\n%s", code, errs, out)
	}
}

func TestCheckWrong(t *testing.T) {
	path := writeFixture(t, "Bo Lind")
	code, out, errs := runCheck(path)
	if code != 1 || errs != "quotes: 1 difference from what was expected (--misses lists them)\n" {
		t.Errorf("ended with %d: %s", code, errs)
	}
	if strings.Contains(out, "wrong speaker") {
		t.Errorf("lists what was not asked for:\n%s", out)
	}
	_, out, _ = runCheck("--misses", path)
	if want := path + ":5: wrong speaker: “We are open”: want Bo Lind, got Ifeoma Okafor by "; !strings.HasPrefix(out, want) {
		t.Errorf("want %s\ngot %s", want, out)
	}
}

func TestCheckUpdate(t *testing.T) {
	path := writeFixture(t, "Bo Lind")
	if code, out, errs := runCheck("--update", path); code != 0 || out != "rewrote "+path+"\n" {
		t.Fatalf("ended with %d: %s%s", code, out, errs)
	}
	if code, _, errs := runCheck(path); code != 0 {
		t.Errorf("what was rewritten does not come out: %s", errs)
	}
	if code, out, _ := runCheck("--update", path); code != 0 || out != "" {
		t.Errorf("rewrote what was right: %s", out)
	}
}

func TestCheckMisuse(t *testing.T) {
	for _, args := range [][]string{{}, {"--mises", "x"}} {
		if code, _, errs := runCheck(args...); code != exitMisuse || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: ended with %d: %s", args, code, errs)
		}
	}
	path := filepath.Join(t.TempDir(), "none.txtar")
	if code, _, errs := runCheck(path); code != exitSomeFailed || !strings.Contains(errs, path) {
		t.Errorf("a missing file: ended with %d: %s", code, errs)
	}
}
