package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"quotes/quote/export"
)

// shape are the flags for how records are written, beside the format.
type shape struct {
	wide      bool
	columns   []string
	sort      string
	group     string
	bom       bool
	separator string

	given []string // of the flags that only some formats take, those in use
}

func (s *shape) register(cmd *cobra.Command) {
	set := cmd.Flags()
	set.StringSliceVar(&s.columns, export.OptColumns, nil, "only these columns, in this order: `NAME,NAME`")
	set.StringVar(&s.sort, "sort", "", "in the order of `KEY`: "+strings.Join(export.Orders(), ", ")+"; -KEY from the other end")
	set.StringVar(&s.group, export.OptGroup, "", "the table by `KIND`: "+strings.Join(export.Groupings(), ", ")+" (default: speaker)")
	set.BoolVar(&s.wide, export.OptWide, false, "the table as wide as its text, nothing wrapped")
	set.StringVar(&s.separator, export.OptSeparator, "", "`CHARACTER` between the cells of CSV: "+strings.Join(separatorNames(), ", ")+" (default: comma)")
	set.BoolVar(&s.bom, export.OptBOM, false, "begin CSV with a byte order mark, by which Excel knows UTF-8")
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc(export.OptColumns, completeColumns))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("sort", cobra.FixedCompletions(bothWays(export.Orders()), cobra.ShellCompDirectiveNoFileComp)))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc(export.OptGroup, cobra.FixedCompletions(export.Groupings(), cobra.ShellCompDirectiveNoFileComp)))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc(export.OptSeparator, cobra.FixedCompletions(separatorNames(), cobra.ShellCompDirectiveNoFileComp)))
}

// note remembers which flags are in use.
func (s *shape) note(set *pflag.FlagSet) {
	set.Visit(func(f *pflag.Flag) { s.given = append(s.given, f.Name) })
}

// fill puts the flags into the options of a format, or says what is wrong with
// them.
func (s *shape) fill(format export.Format, opts *export.Options) error {
	if err := s.fits(format, opts.Explain); err != nil {
		return err
	}
	separator, err := separatorOf(s.separator)
	if err != nil {
		return err
	}
	if err := known("--sort", s.key(), export.Orders()); err != nil {
		return err
	}
	if err := known("--group", s.group, export.Groupings()); err != nil {
		return err
	}
	if err := s.checkColumns(opts.Each); err != nil {
		return err
	}
	opts.Wide, opts.Group, opts.Columns, opts.BOM, opts.Separator = s.wide, s.group, s.columns, s.bom, separator
	return nil
}

// checkColumns says what is wrong with the names of columns.
func (s *shape) checkColumns(each bool) error {
	if slices.Contains(s.given, export.OptColumns) && (len(s.columns) == 0 || slices.Contains(s.columns, "")) {
		return misused("--columns: a name is missing: there are %s", strings.Join(export.Columns(each), ", "))
	}
	for _, c := range s.columns {
		if !slices.Contains(export.Columns(each), c) && slices.Contains(export.Columns(!each), c) {
			return misused("--columns %s: that column is %s", c, map[bool]string{true: "not there with --each", false: "there with --each only"}[each])
		}
		if err := known("--columns", c, export.Columns(each)); err != nil {
			return err
		}
	}
	return nil
}

// fits says when a flag has no effect on a format: it was meant for another.
func (s *shape) fits(format export.Format, explain bool) error {
	for _, name := range s.given {
		var takers []string
		for _, f := range export.Formats() {
			if slices.Contains(f.Takes, name) {
				takers = append(takers, f.Name)
			}
		}
		if len(takers) > 0 && !slices.Contains(takers, format.Name) {
			return misused("--%s has no effect on %s: it is for %s", name, format.Name, strings.Join(takers, ", "))
		}
		if explain && format.Name == "table" && (name == export.OptColumns || name == export.OptWide) {
			return misused("--%s has no effect with --explain, which is no table but a list", name)
		}
	}
	return nil
}

// ordered is w in the order that is asked for.
func (s *shape) ordered(w export.Writer) export.Writer {
	if s.sort == "" {
		return w
	}
	return export.Sorted(w, s.key(), strings.HasPrefix(s.sort, "-"))
}

// key is what --sort names, without the sign before it.
func (s *shape) key() string {
	if key := strings.TrimPrefix(s.sort, "-"); key != "" {
		return key
	}
	return s.sort
}

// known says what is wrong with a value that is none of those there are.
func known(flag, value string, all []string) error {
	if value == "" || slices.Contains(all, value) {
		return nil
	}
	if near := similar(value, all); len(near) > 0 {
		return misused("%s %s: there is no %q: did you mean %s?", flag, value, value, strings.Join(near, " or "))
	}
	return misused("%s %s: there is no %q: there are %s", flag, value, value, strings.Join(all, ", "))
}

// separators are those that a shell makes hard to write, or that have a name.
var separators = []struct {
	name string
	is   rune
}{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}}

func separatorNames() []string {
	var names []string
	for _, s := range separators {
		names = append(names, s.name)
	}
	return names
}

// separatorOf is the separator that a value names, or is.
func separatorOf(value string) (rune, error) {
	for _, s := range separators {
		if value == s.name || value == string(s.is) {
			return s.is, nil
		}
	}
	if utf8.RuneCountInString(value) == 1 {
		return 0, misused("--separator %s: it must be one of %s", value, strings.Join(separatorNames(), ", "))
	}
	return 0, known("--separator", value, separatorNames())
}

// completeColumns completes the last of several names.
func completeColumns(cmd *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	each, err := cmd.Flags().GetBool("each")
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	before := typed[:strings.LastIndex(typed, ",")+1]
	var all []cobra.Completion
	for _, name := range export.Columns(each) {
		all = append(all, before+name)
	}
	return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// bothWays are names, and each with the sign that turns its order around.
func bothWays(names []string) []cobra.Completion {
	var all []cobra.Completion
	for _, n := range names {
		all = append(all, n, "-"+n)
	}
	return all
}
