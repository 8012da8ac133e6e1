package command

import (
	"stappenplan/session"

	"github.com/spf13/cobra"
)

// undoCommand takes the last change back.
func (p *program) undoCommand() *cobra.Command {
	return p.command("undo", 0, func([]string) error {
		return p.loaded(toChange, func(session *session.Session) error {
			gone, err := session.Undo()
			if err != nil {
				return err
			}
			p.tell(p.out, p.texts.Commands.Undo.Fill("entry", session.Said(gone)))
			return nil
		})
	})
}
