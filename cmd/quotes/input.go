package main

import (
	"time"

	"github.com/spf13/cobra"

	"quotes/quote/report"
)

// input says how reports are read.
type input struct {
	timeout time.Duration
}

func (i *input) register(cmd *cobra.Command) {
	cmd.Flags().DurationVar(&i.timeout, "timeout", 30*time.Second, "give up fetching a report from the web after `TIME`")
}

// newReader returns the reader that does as the flags say. What is wrong with
// one of them is a misuse.
func (i *input) newReader(cmd *cobra.Command) (report.Reader, error) {
	if i.timeout <= 0 {
		return report.Reader{}, misused("--timeout %v: some time is needed", i.timeout)
	}
	return report.Reader{Stdin: cmd.InOrStdin(), Timeout: i.timeout}, nil
}
