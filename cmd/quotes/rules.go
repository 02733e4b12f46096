package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"quotes/quote/export"
	"quotes/speaker"
)

// newRules makes the command that shows the rules.
func newRules() *cobra.Command {
	var a additions
	cmd := &cobra.Command{
		Use:   "rules [flags] [NAME...]",
		Short: "List the rules by which quotes get their speakers",
		Long: `rules lists the rules, each with what it does and an example, in the order in
which they are tried on a quote: the first that fits decides. With the NAME of
a rule it shows that one, with its pattern and where it stands.

In an example, ¶ is the beginning of a new paragraph. The language of patterns is
described in the package quotes/speaker/pattern.`,
		Example: `  quotes rules                           all rules
  quotes rules quote-name-verb           one of them
  quotes rules --rules my-rules.txt      with my own`,
		RunE: func(cmd *cobra.Command, names []string) error {
			rules, err := a.listed()
			if err != nil {
				return err
			}
			out := onPage(cmd.OutOrStdout())
			defer out.discard()
			return showRules(out, rules, names)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return completeRule(a)
		},
	}
	cmd.SetFlagErrorFunc(flagError)
	a.registerRules(cmd)
	return cmd
}

// listed are the rules in their order.
func (a *additions) listed() ([]speaker.Rule, error) {
	attributor, err := a.newAttributor()
	if err != nil {
		return nil, err
	}
	return attributor.Rules(), nil
}

func completeRule(a additions) ([]cobra.Completion, cobra.ShellCompDirective) {
	rules, err := a.listed()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var all []cobra.Completion
	for _, r := range rules {
		all = append(all, cobra.CompletionWithDesc(r.Name, r.Doc))
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// showRules writes the rules that are named, or a list of all.
func showRules(out *output, rules []speaker.Rule, names []string) error {
	var page bytes.Buffer
	for i, r := range rules {
		if len(names) == 0 {
			listRule(&page, i, r, out.width)
		}
	}
	for i, n := range names {
		at := slices.IndexFunc(rules, func(r speaker.Rule) bool { return r.Name == n })
		if at < 0 {
			return unknownRule(n, rules)
		}
		if i > 0 {
			fmt.Fprintln(&page)
		}
		showRule(&page, rules, at, out.width)
	}
	_, err := page.WriteTo(out)
	if err == nil {
		err = out.keep()
	}
	if err != nil && !errors.Is(err, syscall.EPIPE) {
		return out.failed(err)
	}
	return nil
}

func unknownRule(n string, rules []speaker.Rule) error {
	var all []string
	for _, r := range rules {
		all = append(all, r.Name)
	}
	if near := similar(n, all); len(near) > 0 {
		return misused("there is no rule %q: did you mean %s?", n, strings.Join(near, " or "))
	}
	return misused("there is no rule %q (quotes rules lists all)", n)
}

// listRule writes the rule at an index as an entry of the list.
func listRule(w io.Writer, at int, r speaker.Rule, width int) {
	const margin = "     "
	fmt.Fprintf(w, "%3d  %s", at+1, r.Name)
	if r.Silent {
		fmt.Fprint(w, " (no speech)")
	}
	fmt.Fprintln(w)
	if r.Doc != "" {
		printLines(w, export.Indented(margin, export.Printable(r.Doc), width))
	}
	if r.Example != "" {
		printLines(w, export.Indented(margin+"e.g. ", export.Printable(r.Example), width))
	}
}

// showRule writes all that is known of the rule at an index.
func showRule(w io.Writer, rules []speaker.Rule, at, width int) {
	r := rules[at]
	fmt.Fprintln(w, r.Name)
	if r.Doc != "" {
		printLines(w, export.Indented("  ", export.Printable(r.Doc), width))
	}
	if r.Example != "" {
		printLines(w, export.Indented("  example  ", export.Printable(r.Example), width))
	}
	if r.Pattern != "" {
		// In one line, however long, so that it can be copied.
		fmt.Fprintln(w, "  pattern ", export.Printable(r.Pattern))
	}
	printLines(w, export.Indented("  effect   ", effect(r), width))
	printLines(w, export.Indented("  order    ", order(rules, at), width))
}

func printLines(w io.Writer, lines []string) {
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
}

// effect says what becomes of a quote that the rule fits.
func effect(r speaker.Rule) string {
	switch {
	case r.Silent:
		return "the quote is no speech and gets no speaker"
	case r.Pattern == "":
		return "a quote that no pattern fits gets its speaker, by a step written in Go"
	case r.Near:
		return "the quote gets its speaker, unless a rule beside this one has its cue nearer to the quote"
	}
	return "the quote gets its speaker"
}

// order says where the rule at an index stands.
func order(rules []speaker.Rule, at int) string {
	text := fmt.Sprintf("%d of %d", at+1, len(rules))
	if at > 0 {
		text += ", after " + rules[at-1].Name
	}
	if at < len(rules)-1 {
		text += ", before " + rules[at+1].Name
	}
	return text
}
