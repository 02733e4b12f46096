package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"quotes/quote"
	"quotes/quote/check"
	"quotes/quote/export"
	"quotes/quote/report"
	"quotes/speaker"
)

// newCheck makes the command that holds what comes out against what should.
func newCheck() *cobra.Command {
	var c checking
	cmd := &cobra.Command{
		Use:   "check [flags] FILE...",
		Short: "Check that what comes out of reports is what should",
		Long: `check runs fixture files (.txtar: reports with everything that must come out of
them) and gold files (.jsonl: articles with every quoted run marked), or folders
of these, and prints how well each did:

  detect   quotes found and given any speaker
  mention  quotes whose speaker was read off the right words
  name     quotes with the right speaker

P is how many in 100 of what came out are right, R how many in 100 of what should
come out did, F1 the harmonic mean of both. It ends with 1 when something that
was expected did not come out.`,
		Example: `  quotes check my-cases/             how my own cases do
  quotes check --misses case.txtar   what went wrong, and by which rule
  quotes check --update case.txtar   make what comes out what is expected`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misused("no fixture or gold files given (%s --help tells more)", cmd.CommandPath())
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, paths []string) error { return c.run(cmd, paths) },
	}
	cmd.SetFlagErrorFunc(flagError)
	cmd.Flags().BoolVar(&c.misses, "misses", false, "list everything that did not come out as expected")
	cmd.Flags().BoolVar(&c.update, "update", false, "rewrite the fixtures: what comes out is what is expected")
	c.register(cmd)
	return cmd
}

// checking is one run of the check command.
type checking struct {
	misses, update bool
	additions

	attributor *speaker.Attributor
}

// checked is how the cases of one argument did.
type checked struct {
	path string
	check.Result
}

func (c *checking) run(cmd *cobra.Command, paths []string) error {
	var err error
	if c.attributor, err = c.newAttributor(); err != nil {
		return err
	}
	var all []checked
	for _, path := range paths {
		cases, err := check.Load(path)
		if err != nil {
			return err
		}
		one := checked{path: path}
		for _, k := range cases {
			if cmd.Context().Err() != nil {
				return errInterrupted
			}
			if err := c.runCase(cmd.OutOrStdout(), k, &one); err != nil {
				return err
			}
		}
		all = append(all, one)
	}
	if c.update {
		return nil
	}
	return c.tell(cmd.OutOrStdout(), all)
}

// runCase adds how one case did, or rewrites it. A panic is told as the case's.
func (c *checking) runCase(w io.Writer, k check.Case, sum *checked) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = broken(k.Name, p)
		}
	}()
	if c.update {
		return c.rewrite(w, k)
	}
	got := check.Run([]check.Case{k}, c.extract)
	sum.Add(got.Counts)
	sum.Misses = append(sum.Misses, got.Misses...)
	return nil
}

func (c *checking) extract(r report.Report) speaker.Document {
	return c.attributor.Attribute(quote.Find(r))
}

// rewrite makes what comes out of a fixture what it expects.
func (c *checking) rewrite(w io.Writer, k check.Case) error {
	var docs []speaker.Document
	for _, r := range k.Reports {
		docs = append(docs, c.extract(r))
	}
	data, err := check.Update(k, docs)
	if err != nil {
		return err
	}
	if old, err := os.ReadFile(k.Name); err != nil || bytes.Equal(old, data) {
		return err
	}
	out, err := openOutput(w, k.Name, nil)
	if err != nil {
		return err
	}
	defer out.discard()
	if _, err := out.Write(data); err != nil {
		return out.failed(err)
	}
	if err := out.keep(); err != nil {
		return out.failed(err)
	}
	_, err = fmt.Fprintln(w, "rewrote", export.Printable(k.Name))
	return err
}

// tell prints the misses, when they are asked for, and the figures.
func (c *checking) tell(w io.Writer, all []checked) error {
	sum := checked{path: "all"}
	for _, one := range all {
		sum.Add(one.Counts)
		sum.Misses = append(sum.Misses, one.Misses...)
	}
	if c.misses {
		for _, m := range sum.Misses {
			fmt.Fprintln(w, export.Printable(missLine(m)))
		}
	}
	if len(all) > 1 {
		all = append(all, sum)
	}
	if err := figureTable(w, all); err != nil {
		return err
	}
	if n := len(sum.Misses); n > 0 && c.misses {
		return fmt.Errorf("%s from what was expected", count(n, "difference"))
	} else if n > 0 {
		return fmt.Errorf("%s from what was expected (--misses lists them)", count(n, "difference"))
	}
	return nil
}

// figureTable prints a line of figures for each of the arguments.
func figureTable(w io.Writer, all []checked) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "quotes\tdetect P\tR\tF1\tmention\tname P\tR\tF1\t")
	for _, one := range all {
		d, n := one.Detect(), one.Name()
		fmt.Fprintf(t, "%d\t%s%s%s", one.Gold, rates(one.Gold+one.System, d.P, d.R, d.F1), rates(one.Mentions, one.MentionRate()), rates(one.Names, n.P, n.R, n.F1))
		fmt.Fprintf(t, "  %s\n", export.Printable(filepath.ToSlash(one.path)))
	}
	return t.Flush()
}

// rates are cells of the table with shares in 100 of a number of quotes, dashes when
// there are none.
func rates(of int, values ...float64) string {
	var b strings.Builder
	for _, v := range values {
		if of > 0 {
			fmt.Fprintf(&b, "%.1f\t", v)
		} else {
			b.WriteString("–\t")
		}
	}
	return b.String()
}

// shortened is the beginning of quoted words, enough to know them by.
func shortened(words string) string {
	const most = 60
	if r := []rune(words); len(r) > most {
		return strings.TrimRight(string(r[:most]), " ") + "…"
	}
	return words
}

// missLine is a miss as one line that begins with where to look.
func missLine(m check.Miss) string {
	line := m.Case
	if m.Line > 0 {
		line += fmt.Sprintf(":%d", m.Line)
	}
	line += fmt.Sprintf(": %s: “%s”", m.What, shortened(m.Quote))
	if m.Want != "" {
		line += ": want " + m.Want
	}
	if m.Got != "" {
		line += ", got " + m.Got
	}
	if m.Rule != "" {
		line += " by " + m.Rule
	}
	return line
}
