package main

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"quotes/speaker/tag"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"quotes": main, "untagged": untagged})
}

// untagged is the program, but ends with 9 when the tagger's model was loaded.
func untagged() {
	code := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if tag.Loaded() {
		code = 9
	}
	os.Exit(code)
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits runs a command that must end with a certain code: exits CODE COMMAND...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	code := 0
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if want, err := strconv.Atoi(args[0]); err != nil || code != want {
		ts.Fatalf("exits with %d, not %s", code, args[0])
	}
}
