package main

import (
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotes/quote/report"
)

// input says how reports are read.
type input struct {
	timeout time.Duration
	columns []string // each FIELD=NAME
	meta    string
}

func (i *input) register(cmd *cobra.Command) {
	set := cmd.Flags()
	set.DurationVar(&i.timeout, "timeout", 30*time.Second, "give up fetching a report from the web after `TIME`")
	set.StringArrayVar(&i.columns, "column", nil, "what a column of a corpus is called: `FIELD=NAME`, as text=body")
	set.StringVar(&i.meta, "meta", "", "take metadata of reports from `FILE.csv`, with columns file, outlet, title, date, url")
	cobra.CheckErr(cmd.MarkFlagFilename("meta", "csv"))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("column", completeField))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("timeout", cobra.NoFileCompletions))
}

func completeField(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var all []cobra.Completion
	for _, f := range report.Fields() {
		all = append(all, f+"=")
	}
	return all, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// newReader returns the reader that does as the flags say. What is wrong with
// one of them is a misuse.
func (i *input) newReader(cmd *cobra.Command) (report.Reader, error) {
	if i.timeout <= 0 {
		return report.Reader{}, misused("--timeout %v: some time is needed", i.timeout)
	}
	columns, err := i.columnNames()
	if err != nil {
		return report.Reader{}, err
	}
	meta, err := i.readMeta()
	return report.Reader{Stdin: cmd.InOrStdin(), Timeout: i.timeout, Columns: columns, Meta: meta}, err
}

// columnNames returns the names of columns by field.
func (i *input) columnNames() (map[string]string, error) {
	names := map[string]string{}
	for _, value := range i.columns {
		field, name, ok := strings.Cut(value, "=")
		switch {
		case !ok || name == "":
			return nil, misused("--column %s: want FIELD=NAME, as text=body", value)
		case !slices.Contains(report.Fields(), field):
			return nil, misused("--column %s: there is no field %q: there are %s", value, field, strings.Join(report.Fields(), ", "))
		case names[field] != "":
			return nil, misused("--column %s: the field %q is in the column %q already", value, field, names[field])
		}
		names[field] = name
	}
	return names, nil
}

func (i *input) readMeta() (*report.Meta, error) {
	if i.meta == "" {
		return nil, nil
	}
	file, err := os.Open(i.meta)
	if err != nil {
		return nil, misused("%s can't be read: %w", i.meta, cause(err))
	}
	defer file.Close()
	meta, err := report.ReadMeta(i.meta, file)
	if err != nil {
		return nil, misuse{err}
	}
	return meta, nil
}
