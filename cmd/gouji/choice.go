package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// choice is a flag whose value is one of a few words.
type choice struct {
	value   *string
	allowed []string
}

// choose makes a choice; an empty value starts as the first word allowed.
func choose(value *string, allowed ...string) *choice {
	if *value == "" {
		*value = allowed[0]
	}
	return &choice{value, allowed}
}

func (c *choice) String() string { return *c.value }

func (c *choice) Type() string { return "choice" }

func (c *choice) Set(word string) error {
	if !slices.Contains(c.allowed, word) {
		return errors.New("one of " + strings.Join(c.allowed, ", "))
	}
	*c.value = word
	return nil
}

// completeChoices lets the shell complete every choice of the command and its
// subcommands.
func (p *program) completeChoices(c *cobra.Command) {
	register := func(flag *pflag.Flag) {
		if choice, ok := flag.Value.(*choice); ok {
			c.RegisterFlagCompletionFunc(flag.Name, cobra.FixedCompletions(choice.allowed, cobra.ShellCompDirectiveNoFileComp))
		}
	}
	c.LocalFlags().VisitAll(register)
	for _, sub := range c.Commands() {
		p.completeChoices(sub)
	}
}
