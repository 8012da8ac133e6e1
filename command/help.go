package command

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// page is the help of a command.
func (p *program) page(c *cobra.Command) string {
	words := p.texts.Commands.Help
	parts := []string{p.paragraphs(c.Long), string(words.Usage) + "\n" + p.usageLines(c)}
	if c.HasAvailableSubCommands() {
		parts = append(parts, string(words.Commands)+"\n"+commandLines(c))
	}
	if own := flagLines(c.LocalNonPersistentFlags()); own != "" {
		parts = append(parts, string(words.Flags)+"\n"+own)
	}
	parts = append(parts, string(words.Everyone)+"\n"+flagLines(c.Root().PersistentFlags()))
	if c.HasAvailableSubCommands() {
		parts = append(parts, string(words.More), p.versionLine())
	}
	if old := p.oldLine(); old != "" && c.HasAvailableSubCommands() {
		parts = append(parts, old)
	}
	return strings.Join(parts, "\n\n")
}

// paragraphs are the lines of a text as they are, and where the terminal breaks lines those together that go on with each other: not the
// indented ones.
func (p *program) paragraphs(text string) string {
	if p.width(p.out) <= 0 {
		return text
	}
	var told strings.Builder
	before := ""
	for line := range strings.Lines(text) {
		switch whole := before != "" && !strings.HasPrefix(before, " ") && !strings.HasPrefix(line, " "); {
		case whole:
			told.WriteString(" ")
		case told.Len() > 0:
			told.WriteString("\n")
		}
		before = strings.TrimRight(line, "\n")
		told.WriteString(before)
	}
	return told.String()
}

func (p *program) usageLines(c *cobra.Command) string {
	words := p.texts.Commands.Help
	line := "  " + c.UseLine() + " " + string(words.Options)
	if c.HasAvailableSubCommands() {
		line += "\n  " + c.CommandPath() + " " + string(words.Command) + " " + string(words.Options)
	}
	return line
}

func commandLines(c *cobra.Command) string {
	var lines []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			lines = append(lines, "  "+sub.Name()+strings.Repeat(" ", max(1, 13-len(sub.Name())))+sub.Short)
		}
	}
	return strings.Join(lines, "\n")
}

func flagLines(flags *pflag.FlagSet) string { return strings.TrimRight(flags.FlagUsages(), "\n") }

// helpCommand is `help`: the same page as --help.
func (p *program) helpCommand() *cobra.Command {
	var c *cobra.Command
	c = p.command("help", 0, func(words []string) error {
		about, rest, err := c.Root().Find(words)
		if err != nil || len(rest) > 0 {
			return unknownCommand(c.Root(), strings.Join(words, " "))
		}
		p.tell(p.out, p.page(about))
		return nil
	})
	c.Args = nil // as many words as the name of a command has
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
		for _, sub := range c.Root().Commands() {
			if sub.IsAvailableCommand() && len(args) == 0 {
				names = append(names, sub.Name()+"\t"+sub.Short)
			}
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
	return c
}
