package command

import (
	"strings"

	"github.com/spf13/cobra"
)

// shells are those that completion can be written for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

// completionCommand writes what a shell needs to complete commands and flags.
func (p *program) completionCommand() *cobra.Command {
	var c *cobra.Command
	c = p.command("completion", 1, func(words []string) error {
		switch root := c.Root(); words[0] {
		case "bash":
			return root.GenBashCompletionV2(p.out, true)
		case "zsh":
			return root.GenZshCompletion(p.out)
		case "fish":
			return root.GenFishCompletion(p.out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(p.out)
		}
		return usage("unknown-shell", "value", words[0], "allowed", strings.Join(shells, ", "))
	})
	c.ValidArgs = shells
	return c
}
