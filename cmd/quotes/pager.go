package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"regexp"
	"strings"
	"syscall"

	"github.com/clipperhouse/displaywidth"
)

// A pager shows what doesn't fit on the screen page by page, in another program.
// What fits is written to the screen as it is, when the pager is closed.
type pager struct {
	screen        *os.File
	rows, columns int    // of the screen
	command       string // for the shell

	held bytes.Buffer // until it doesn't fit
	cmd  *exec.Cmd    // nil until then
	pipe io.WriteCloser
}

// newPager returns nil when nothing is to be paged: the user wants no pager, or
// there is none.
func newPager(screen *os.File, columns, rows int) *pager {
	command := pagerCommand()
	if command == "" || command == "cat" || rows <= 0 || os.Getenv("TERM") == "dumb" {
		return nil
	}
	if _, err := exec.LookPath("sh"); err != nil {
		return nil
	}
	return &pager{screen: screen, rows: rows, columns: columns, command: command}
}

// pagerCommand is what the user wants, as git finds it out, or else less where
// it is installed.
func pagerCommand() string {
	for _, name := range []string{"QUOTES_PAGER", "PAGER"} {
		if command, set := os.LookupEnv(name); set {
			return strings.TrimSpace(command)
		}
	}
	if _, err := exec.LookPath("less"); err != nil {
		return ""
	}
	return "less"
}

// Write takes no notice of a pager that has been left: its reader has enough.
func (p *pager) Write(text []byte) (int, error) {
	if p.cmd == nil {
		p.held.Write(text)
		long, wide := p.overflows()
		if !long && !wide {
			return len(text), nil
		}
		if err := p.start(wide); err != nil {
			return 0, err
		}
		text = p.held.Bytes()
	}
	if n, err := p.pipe.Write(text); err != nil && !errors.Is(err, syscall.EPIPE) {
		return n, err
	}
	return len(text), nil
}

// overflows says whether what is held is too long or too wide for the screen.
func (p *pager) overflows() (long, wide bool) {
	rows := 0
	for line := range bytes.Lines(p.held.Bytes()) {
		rows++
		wide = wide || displaywidth.String(escapes.ReplaceAllString(strings.TrimSuffix(string(line), "\n"), "")) > p.columns
	}
	return rows >= p.rows, wide
}

// escapes are the colours of a line, which take no room.
var escapes = regexp.MustCompile("\x1b\\[[0-9]*m")

// start starts the program. From then on an interrupt is the pager's business:
// it must not be left behind without what it reads, nor with the terminal.
func (p *pager) start(wide bool) error {
	p.cmd = exec.Command("sh", "-c", p.command)
	p.cmd.Stdout, p.cmd.Stderr = p.screen, os.Stderr
	p.cmd.Env = os.Environ()
	if _, set := os.LookupEnv("LESS"); !set {
		options := "LESS=FRX" // end when all is seen at once, show colours, leave the text on the screen
		if wide {
			options = "LESS=RXS" // don't fold lines, but scroll sideways
		}
		p.cmd.Env = append(p.cmd.Env, options)
	}
	var err error
	if p.pipe, err = p.cmd.StdinPipe(); err == nil {
		err = p.cmd.Start()
	}
	signal.Ignore(os.Interrupt)
	return err
}

// close ends what is written and waits until the pager is left. It can be called
// again.
func (p *pager) close() error {
	if p.cmd == nil {
		_, err := p.held.WriteTo(p.screen)
		return err
	}
	p.pipe.Close()
	err := p.cmd.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) && (exit.ExitCode() == 126 || exit.ExitCode() == 127) {
		return fmt.Errorf("the pager %q can't be run: set QUOTES_PAGER to another, or to cat for none", p.command)
	}
	return nil // how the pager was left doesn't matter
}
