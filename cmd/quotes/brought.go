package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// strict makes the commands that cobra brings, help and completion, tell what is
// misspelt as the others do. Left alone they print something else and succeed.
func strict(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Args = existing
		case "completion":
			c.Args = existing
			c.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
}

// existing says which command may have been meant by one that there isn't.
func existing(cmd *cobra.Command, path []string) error {
	above := cmd
	if cmd.Name() == "help" {
		above = cmd.Root()
	}
	found, rest, err := above.Find(path)
	if err != nil || len(rest) == 0 {
		return err
	}
	var names []string
	for _, c := range found.Commands() {
		names = append(names, c.Name())
	}
	if near := similar(rest[0], names); len(near) > 0 {
		return misused("there is no %s %s: did you mean %s?", found.CommandPath(), rest[0], strings.Join(near, " or "))
	}
	return misused("there is no %s %s (%s --help lists all)", found.CommandPath(), rest[0], found.CommandPath())
}
