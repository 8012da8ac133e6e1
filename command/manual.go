package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manualCommand writes the page of the manual that a package for Linux installs: what help says, as man reads it. It is not
// among the commands that help names.
func (p *program) manualCommand() *cobra.Command {
	var c *cobra.Command
	c = p.command("manual", 0, func([]string) error {
		p.tell(p.out, p.manual(c.Root()))
		return nil
	})
	c.Hidden = true
	return c
}

func (p *program) manual(root *cobra.Command) string {
	words, help := p.texts.Commands.Manual, p.texts.Commands.Help
	var page strings.Builder
	part := func(title string, lines ...string) {
		fmt.Fprintf(&page, ".SH %s\n%s\n", troff(strings.TrimSuffix(title, ":")), strings.Join(lines, "\n"))
	}
	date := ""
	if p.build.Date != nil {
		date = p.build.Date.UTC().Format("2006-01-02")
	}
	fmt.Fprintf(&page, ".TH %s 1 %q %q\n", strings.ToUpper(programName), date, programName+" "+p.build.Version)
	part(string(words.Name), troff(programName+" - "+root.Short))
	part(string(words.Synopsis), ".nf", troff(p.usageLines(root)), ".fi")
	part(string(words.Description), ".nf", troff(root.Long), ".fi")
	part(strings.ToUpper(string(help.Flags)), flagParagraphs(root.LocalNonPersistentFlags()))
	part(strings.ToUpper(string(help.Everyone)), flagParagraphs(root.PersistentFlags()))
	for _, sub := range root.Commands() {
		if sub.IsAvailableCommand() {
			part(programName+" "+sub.Use, ".nf", troff(sub.Long), ".fi", flagParagraphs(sub.LocalNonPersistentFlags()))
		}
	}
	return strings.TrimSuffix(page.String(), "\n")
}

// flagParagraphs are flags, each with what it does.
func flagParagraphs(flags *pflag.FlagSet) string {
	var lines []string
	flags.VisitAll(func(f *pflag.Flag) {
		value, does := pflag.UnquoteUsage(f)
		lines = append(lines, ".TP", `.B `+troff(strings.TrimSpace("--"+f.Name+" "+value)), troff(does))
	})
	return strings.Join(lines, "\n")
}

// troff writes text so that man shows it as it is.
func troff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(strings.Trim(text, "\n"))
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
