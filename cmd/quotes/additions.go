package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"quotes/speaker"
	"quotes/speaker/lexicon"
	"quotes/speaker/people"
)

// additions are the files by which a user adds to what the program knows.
type additions struct {
	people   string
	rules    []string
	lexicons []string // each KIND=FILE
}

func (a *additions) register(cmd *cobra.Command) {
	set := cmd.Flags()
	set.StringVar(&a.people, "people", "", "know the people of `FILE.csv`, with columns name, aliases, gender, role, id")
	a.registerRules(cmd)
	set.StringArrayVar(&a.lexicons, "lexicon", nil, "add the words of a file to a list: `KIND=FILE`, as say=verbs.txt")
	cobra.CheckErr(cmd.MarkFlagFilename("people", "csv"))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("lexicon", completeKind))
}

func (a *additions) registerRules(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&a.rules, "rules", nil, "try the rules of `FILE` before the built-in ones")
}

func completeKind(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if strings.Contains(typed, "=") {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var all []cobra.Completion
	for _, k := range lexicon.Kinds() {
		all = append(all, k+"=")
	}
	return all, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// newAttributor returns the attributor that knows the additions. What is wrong with
// one of their files is a misuse.
func (a *additions) newAttributor() (*speaker.Attributor, error) {
	options, err := a.options()
	if err != nil {
		return nil, err
	}
	attributor, err := speaker.New(options)
	if err != nil {
		return nil, misuse{err}
	}
	return attributor, nil
}

// options reads the files.
func (a *additions) options() (o speaker.Options, err error) {
	if o.People, err = a.readPeople(); err != nil {
		return o, err
	}
	for _, path := range a.rules {
		text, err := addition(path)
		if err != nil {
			return o, err
		}
		o.Rules = append(o.Rules, speaker.RuleFile{Name: path, Text: text})
	}
	for _, value := range a.lexicons {
		file, err := lexiconFile(value)
		if err != nil {
			return o, err
		}
		o.Lexicons = append(o.Lexicons, file)
	}
	return o, nil
}

func (a *additions) readPeople() ([]people.Person, error) {
	if a.people == "" {
		return nil, nil
	}
	text, err := addition(a.people)
	if err != nil {
		return nil, err
	}
	list, err := people.Read(a.people, strings.NewReader(text))
	if err != nil {
		return nil, misuse{err}
	}
	return list, nil
}

// lexiconFile reads the file of a value of --lexicon.
func lexiconFile(value string) (speaker.LexiconFile, error) {
	kind, path, ok := strings.Cut(value, "=")
	kinds := lexicon.Kinds()
	switch {
	case !ok || path == "":
		return speaker.LexiconFile{}, misused("--lexicon %s: want KIND=FILE, as say=verbs.txt", value)
	case !slices.Contains(kinds, kind):
		if near := similar(kind, kinds); len(near) > 0 {
			return speaker.LexiconFile{}, misused("--lexicon %s: there is no list %q: did you mean %s?", value, kind, strings.Join(near, " or "))
		}
		return speaker.LexiconFile{}, misused("--lexicon %s: there is no list %q: there are %s", value, kind, strings.Join(kinds, ", "))
	}
	text, err := addition(path)
	return speaker.LexiconFile{Kind: kind, Name: path, Text: text}, err
}

// addition is the text of a file of the user's, without a byte order mark.
func addition(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", misused("%s can't be read: %w", path, cause(err))
	}
	return strings.TrimPrefix(string(data), "\ufeff"), nil
}
