package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// newMan makes the command that writes the manual pages of all commands.
func newMan() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages into a folder",
		Long: `man writes a manual page for each command into the folder DIR, which is made
where it is missing. Into man1 of a folder of manuals they go for good.`,
		Example: `  quotes man ~/.local/share/man/man1     then: man quotes
  quotes man . && man ./quotes.1         a look at one`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, dirs []string) error {
			if len(dirs) != 1 {
				return misused("man takes one folder, as in quotes man DIR")
			}
			return writeManual(cmd.Root(), dirs[0])
		},
		ValidArgsFunction: func(_ *cobra.Command, dirs []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(dirs) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	cmd.SetFlagErrorFunc(flagError)
	return cmd
}

// writeManual writes the pages of root and all commands beneath it into dir.
func writeManual(root *cobra.Command, dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return misused("%s can't be written into: %w", dir, cause(err))
	}
	for _, cmd := range commandsOf(root) {
		name := strings.ReplaceAll(cmd.CommandPath(), " ", "-") + ".1"
		if err := writePage(cmd, filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// writePage writes the page of one command, whole or not at all.
func writePage(cmd *cobra.Command, path string) error {
	out, err := openOutput(nil, path, nil)
	if err != nil {
		return err
	}
	defer out.discard()
	cmd.DisableAutoGenTag = true // which would tell who made the page, and when
	err = doc.GenMan(cmd, &doc.GenManHeader{Section: "1", Source: "quotes " + version(), Manual: "quotes", Date: changed()}, out)
	if err == nil {
		err = out.keep()
	}
	if err != nil {
		return out.failed(err)
	}
	return nil
}

// commandsOf are cmd and those beneath it that help shows.
func commandsOf(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			all = slices.Concat(all, commandsOf(c))
		}
	}
	return all
}
