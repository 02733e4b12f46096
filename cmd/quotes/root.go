package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"quotes/quote/export"
)

// flags are the options of the root command.
type flags struct {
	format        string
	output        string
	each          bool
	all           bool
	explain       bool
	minConfidence float64
	workers       int
	input
	shape
	filter
	additions
}

func newRoot() *cobra.Command {
	var f flags
	root := &cobra.Command{
		Use:   "quotes [flags] PATH...",
		Short: "Who said what in news reports, and where",
		Long: `quotes reads news reports, finds what is quoted in them, says who said it and by
which rule, and folds identical quotes across reports into one record with its
list of sources.

A PATH is a file, a folder with all reports beneath it, the address of a page on
the web, or - for standard input.`,
		Example: `  quotes reports/                        a table of all quotes
  quotes reports/ -o quotes.xlsx         the same for a spreadsheet
  quotes reports/ -o quotes.html         a page to search and to read
  quotes --explain report.txt            why each quote has its speaker
  quotes --group report --sort confidence reports/
                                         report by report, the surest first
  quotes --each --format jsonl reports/  every occurrence, for other programs
  cat report.txt | quotes -              from standard input`,
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "Usage: %s\n", cmd.UseLine())
				return misused("no reports given: name files or folders, or - for standard input (%s --help tells more)", cmd.Name())
			}
			if near := meantCommand(cmd, paths[0]); near != "" {
				return misused("%s is neither a report nor a command: did you mean %s %s?", paths[0], cmd.Name(), near)
			}
			f.note(cmd.Flags())
			return extract(cmd, f, paths)
		},
	}
	root.SuggestionsMinimumDistance = 2
	root.SetVersionTemplate("quotes {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.Flags().SortFlags = false
	f.register(root)
	return root
}

func (f *flags) register(cmd *cobra.Command) {
	set := cmd.Flags()
	set.StringVarP(&f.format, "format", "f", "", "write `FORMAT`: "+strings.Join(formatNames(), ", ")+" (default: as the ending of --output says, or a table)")
	set.StringVarP(&f.output, "output", "o", "", "write to `FILE`, whole or not at all")
	set.BoolVar(&f.each, "each", false, "one record an occurrence: merge nothing")
	set.BoolVar(&f.all, "all", false, "list quotes without a speaker too, with the reason")
	set.BoolVar(&f.explain, "explain", false, "say under each quote why it has its speaker")
	set.Float64Var(&f.minConfidence, "min-confidence", 0, "leave out quotes whose speaker is less certain than `N`, from 0 to 1")
	set.IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "`N` reports are read at the same time")
	f.input.register(cmd)
	f.shape.register(cmd)
	f.filter.register(cmd)
	f.additions.register(cmd)
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("format", completeFormat))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("min-confidence", cobra.NoFileCompletions))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("workers", cobra.NoFileCompletions))
}

func completeFormat(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var all []cobra.Completion
	for _, f := range export.Formats() {
		all = append(all, cobra.CompletionWithDesc(f.Name, f.Summary))
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// check returns the format to write, or what is wrong with the flags.
func (f *flags) check() (export.Format, error) {
	switch {
	case !(f.minConfidence >= 0 && f.minConfidence <= 1):
		return export.Format{}, misused("--min-confidence %v is not from 0 to 1", f.minConfidence)
	case f.workers < 1:
		return export.Format{}, misused("--workers %d: at least one is needed", f.workers)
	case f.format != "":
		format, ok := export.Named(f.format)
		if !ok {
			return format, unknownFormat(f.format)
		}
		return format, nil
	case f.output != "" && f.output != "-":
		format, ok := export.ForFile(f.output)
		if !ok {
			return format, unknownEnding(f.output)
		}
		return format, nil
	}
	return export.Formats()[0], nil
}

func unknownFormat(name string) error {
	if near := similar(name, formatNames()); len(near) > 0 {
		return misused("unknown format %q: did you mean %s?", name, strings.Join(near, " or "))
	}
	return misused("unknown format %q: there are %s", name, strings.Join(formatNames(), ", "))
}

func formatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func unknownEnding(path string) error {
	var endings []string
	for _, f := range export.Formats() {
		endings = append(endings, f.Endings...)
	}
	if near := similar(filepath.Ext(path), endings); filepath.Ext(path) != "" && len(near) > 0 {
		return misused("%s: its ending names no format: did you mean %s?", path, strings.Join(near, " or "))
	}
	return misused("%s: its ending names no format: use %s, or say --format", path, strings.Join(endings, ", "))
}

// meantCommand returns the command that may have been meant by a path that leads
// nowhere, "" when there is none.
func meantCommand(cmd *cobra.Command, path string) string {
	if _, err := os.Lstat(path); path == "-" || err == nil {
		return ""
	}
	return strings.Join(cmd.SuggestionsFor(path), " or ")
}

// flagError turns an error in the flags into a misuse, with the flag that may
// have been meant.
func flagError(cmd *cobra.Command, err error) error {
	unknown, ok := err.(*pflag.NotExistError)
	if !ok {
		return misuse{err}
	}
	var all []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { all = append(all, f.Name) })
	if near := similar(unknown.GetSpecifiedName(), all); len(near) > 0 {
		return misused("%w: did you mean --%s?", err, strings.Join(near, " or --"))
	}
	return misused("%w (%s --help lists all)", err, cmd.CommandPath())
}

// similar are the names, at most three, that may have been meant by a word. Cobra knows how to
// tell which command may have been, so the names are shown to it as commands.
func similar(word string, names []string) []string {
	all := &cobra.Command{SuggestionsMinimumDistance: 2}
	for _, n := range names {
		all.AddCommand(&cobra.Command{Use: n, Run: func(*cobra.Command, []string) {}})
	}
	near := all.SuggestionsFor(word)
	return near[:min(3, len(near))]
}
