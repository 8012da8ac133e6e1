package command

import (
	"bufio"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stappenplan/assets"
	"stappenplan/session"
)

const programName = "stappenplan"

// execute finds the command in the arguments and runs it.
func (p *program) execute(args []string) error {
	root := p.commands()
	root.SetArgs(append([]string{}, args...))
	root.SetOut(p.out)
	root.SetErr(p.errs)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { p.tell(p.out, p.page(c)) })
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagError(err) })
	return root.Execute()
}

// commands is the program with all of its commands.
func (p *program) commands() *cobra.Command {
	root := p.root()
	root.AddCommand(
		p.statusCommand(), p.exportCommand(), p.importCommand(), p.undoCommand(), p.redoCommand(), p.historyCommand(), p.actionsCommand(), p.divideCommand(),
		p.checkCommand(), p.backupCommand(), p.restoreCommand(), p.mergeCommand(), p.eraseCommand(), p.encryptCommand(), p.decryptCommand(), p.salvageCommand(), p.completionCommand(), p.overviewCommand(), p.plansCommand(), p.manualCommand(),
	)
	root.SetHelpCommand(p.helpCommand())
	return root
}

// root is the program without a command: the questions.
func (p *program) root() *cobra.Command {
	showVersion, asJSON := false, false
	root := p.command(programName, 0, func(words []string) error {
		switch {
		case showVersion:
			return p.tellVersion(asJSON)
		case asJSON:
			return usage("json-of-what")
		case len(words) > 0:
			return p.beginWith(words[0])
		}
		return p.begin()
	})
	root.Args = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) > 1 && isFile(args[0]):
			return usage("one-file")
		case len(args) > 0 && !isFile(args[0]):
			return unknownCommand(c, args[0])
		}
		return nil
	}
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error { return p.checkFlags(c) }
	own, all := root.Flags(), root.PersistentFlags()
	own.BoolVar(&p.flags.plain, "plain", false, p.flag("plain"))
	p.catalogueFlag(root)
	own.BoolVar(&showVersion, "version", false, p.flag("version"))
	own.BoolVar(&asJSON, "json", false, p.flag("version-json"))
	all.StringVar(&p.flags.file, "file", "", p.flag("file"))
	all.StringVar(&p.flags.plan, "plan", "", p.flag("plan"))
	all.StringVar(&p.flags.language, "lang", "", p.flag("lang"))
	all.StringVar(&p.flags.by, "by", "", p.flag("by"))
	all.StringVar(&p.flags.phrases, "passphrase-file", "", p.flag("passphrase-file"))
	all.BoolVar(&p.flags.example, "example", false, p.flag("example"))
	all.BoolP("help", "h", false, p.flag("help"))
	p.complete(root, "lang", string(assets.Dutch), string(assets.English))
	return root
}

// command makes a command that takes exactly this many words after its name.
func (p *program) command(name string, words int, do func(words []string) error) *cobra.Command {
	texts := p.texts.Commands.Calls[name]
	return &cobra.Command{
		Use:                   strings.TrimSpace(name + " " + string(texts.Use)),
		Short:                 string(texts.Short),
		Long:                  string(texts.Long),
		DisableFlagsInUseLine: true,
		Args:                  takes(name, string(texts.Use), words, words),
		RunE:                  func(_ *cobra.Command, args []string) error { return do(args) },
	}
}

// takes refuses fewer or more words after the name of a command; use names the one that is missing.
func takes(name, use string, least, most int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) > most:
			return usage("too-many-words", "command", name, "word", args[most])
		case len(args) < least:
			return usage("word-missing", "command", name, "word", use)
		}
		return nil
	}
}

// showing makes a command that shows something of the plan, line by line: in words, or as a script reads it.
func (p *program) showing(name string, inWords, inJSON func(*session.Session, func(line string)) error) *cobra.Command {
	asJSON := false
	c := p.command(name, 0, func([]string) error {
		return p.loaded(toShow, func(session *session.Session) error {
			out := bufio.NewWriter(p.out) // an error of writing shows up at the end of the call
			defer func() { _ = out.Flush() }()
			if asJSON {
				return inJSON(session, func(line string) { _, _ = io.WriteString(out, line+"\n") })
			}
			return inWords(session, func(line string) { _, _ = io.WriteString(out, p.inLines(p.out, line)+"\n") })
		})
	})
	c.Flags().BoolVar(&asJSON, "json", false, p.flag("json"))
	return c
}

// whole says lines that are there at once.
func whole(lines func(*session.Session) ([]string, error)) func(*session.Session, func(string)) error {
	return func(session *session.Session, say func(string)) error {
		list, err := lines(session)
		if err == nil {
			say(strings.Join(list, "\n"))
		}
		return err
	}
}

func (p *program) flag(name string) string { return string(p.texts.Commands.Flags[name]) }

// complete gives the values with which a shell completes a flag.
func (p *program) complete(c *cobra.Command, flag string, values ...string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// checkFlags refuses values that no command can do anything with.
func (p *program) checkFlags(c *cobra.Command) error {
	for _, name := range []string{"file", "plan", "output", "catalogue", "names", "sections", "logo", "for", "decisions", "report", "since", "answer", "step", "task", "person", "add", "rename", "owner", "favour", "away", "keep", "passphrase-file"} {
		if f := c.Flags().Lookup(name); f != nil && f.Changed && f.Value.String() == "" {
			return usage("empty-value", "flag", "--"+name)
		}
	}
	if c.Flags().Changed("lang") && p.flags.language != string(p.texts.Language) {
		return usage("unknown-language", "value", p.flags.language)
	}
	if p.flags.example && p.flags.file != "" {
		return usage("example-with-file")
	}
	return nil
}

// unknownCommand says so, with a command that looks like it. Nothing does where the name is far longer than any: to
// compare a whole file that was typed for one would take long.
func unknownCommand(root *cobra.Command, name string) error {
	const longest = 40
	if len(name) <= longest {
		if near := root.SuggestionsFor(name); len(near) > 0 {
			return usage("unknown-command-near", "command", name, "near", near[0])
		}
	}
	return usage("unknown-command", "command", name)
}

// flagError words what was wrong with a flag in the user's language.
func flagError(err error) error {
	switch wrong := err.(type) {
	case *pflag.NotExistError:
		return usage("unknown-flag", "flag", dashed(wrong.GetSpecifiedName()))
	case *pflag.ValueRequiredError:
		return usage("flag-needs-value", "flag", dashed(wrong.GetSpecifiedName()))
	case *pflag.InvalidValueError:
		return usage("flag-value", "flag", dashed(wrong.GetFlag().Name), "value", wrong.GetValue())
	case *pflag.InvalidSyntaxError:
		return usage("flag-syntax", "flag", wrong.GetSpecifiedFlag())
	}
	return usage("flag-syntax", "flag", err.Error())
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
