package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"quotes/quote/export"
)

// What the program ends with, beside 0 when all is done.
const (
	exitSomeFailed  = 1
	exitMisuse      = 2
	exitInterrupted = 130 // as shells report a program ended with Ctrl-C
)

// subcommands are the commands under the root one: a new one is a file with a
// function that makes it, and a line here.
var subcommands = []func() *cobra.Command{newCheck, newRules, newMan}

// run is the program: it returns the exit code. It ends early, and cleanly, on
// an interrupt; a second one ends it at once.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	signal.Ignore(syscall.SIGPIPE) // so that a closed pipe is an error of writing like others
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)

	root := newRoot()
	for _, make := range subcommands {
		root.AddCommand(make())
	}
	strict(root)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return exitCode(root.ExecuteContext(ctx), stderr)
}

// A misuse is an error in how the program was called.
type misuse struct{ error }

func misused(format string, args ...any) error { return misuse{fmt.Errorf(format, args...)} }

// Errors that have been told when they are returned.
var (
	errSomeFailed  = errors.New("some reports failed")
	errInterrupted = errors.New("interrupted")
)

// exitCode tells what err says, where that has not been told, and returns what
// the program ends with.
func exitCode(err error, stderr io.Writer) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errSomeFailed):
		return exitSomeFailed
	case errors.Is(err, errInterrupted):
		return exitInterrupted
	}
	fmt.Fprintln(stderr, "quotes:", export.Printable(err.Error()))
	if errors.As(err, new(misuse)) {
		return exitMisuse
	}
	return exitSomeFailed
}
