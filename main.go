// Command stappenplan leads a school in eight steps to team-based ICT coordination.
package main

import (
	"os"

	"stappenplan/command"
)

func main() { os.Exit(command.Run(os.Args[1:])) }
