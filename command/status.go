package command

import (
	"bytes"
	"cmp"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// status is where a plan stands, as scripts read it.
type status struct {
	School   string                 `json:"school"`
	Round    int                    `json:"round"`
	Current  steps.StepID           `json:"current"`
	Path     []steps.PathStep       `json:"path"`
	Variant  steps.Variant          `json:"variant"`
	Complete bool                   `json:"complete"`
	Advice   []steps.Advice         `json:"advice"`
	Tasks    steps.TaskCounts       `json:"tasks"`
	Sourcing []steps.SourcingAdvice `json:"sourcing"`
	Feedback []string               `json:"feedback"`
	Capacity steps.Capacity         `json:"capacity"`
	Findings []steps.Finding        `json:"findings"`

	Actions   steps.ActionCount `json:"actions"`
	Decisions decisionIDs       `json:"decisions"`

	Sheets map[string]sheetStatus `json:"sheets"` // those on which something is said
}

// sheetStatus is how many rows the tables of a sheet have, without drafts, and what is found in them.
type sheetStatus struct {
	Rows     map[string]int       `json:"rows"`
	Findings []steps.SheetFinding `json:"findings"`
}

// decisionIDs are the ids of the decisions that the plan asks of the board.
type decisionIDs struct {
	Asked []string `json:"asked"`
}

func statusOf(plan steps.Plan, today steps.Date) status {
	return status{
		School:   plan.School.Name,
		Round:    plan.Round.Number,
		Current:  plan.Current(),
		Path:     plan.Path(),
		Variant:  plan.Variant(),
		Complete: plan.Complete(),
		Advice:   listed(plan.Advice()),
		Tasks:    steps.Count(plan.Tasks()),
		Sourcing: listed(plan.Sourcing()),
		Feedback: listed(plan.Feedback()),
		Capacity: plan.Capacity(),
		Findings: listed(plan.Findings(today)),

		Actions:   plan.CountActions(today),
		Decisions: decisionIDs{listed(plan.AskedDecisions(today))},

		Sheets: sheetStatuses(plan, today),
	}
}

func sheetStatuses(plan steps.Plan, today steps.Date) map[string]sheetStatus {
	sheets := map[string]sheetStatus{}
	for _, s := range plan.FilledSheets() {
		rows := map[string]int{}
		for _, t := range s.Tables {
			if n := len(plan.CompleteRows(s.ID, t.ID)); n > 0 {
				rows[t.ID] = n
			}
		}
		sheets[s.ID] = sheetStatus{rows, listed(plan.SheetFindings(s.ID, today))}
	}
	return sheets
}

// sheetLines are the sheets with content, each with how many rows it has and how many findings.
func sheetLines(texts *assets.Texts, plan steps.Plan, today steps.Date) (lines []string) {
	for _, s := range plan.FilledSheets() {
		what := texts.SheetCommon.Rows.For(plan.CountRows(s.ID))
		found := len(plan.SheetFindings(s.ID, today))
		if found > 0 {
			what += ", " + texts.Commands.Status.SheetFindings.For(found)
		}
		lines = append(lines, "  "+texts.Changes.Line.Fill("subject", texts.Sheets[s.ID].Title, "what", what))
	}
	if len(lines) > 0 {
		lines = append([]string{string(texts.SheetCommon.Title)}, lines...)
	}
	return lines
}

// listed makes an empty list of none, for JSON.
func listed[T any](list []T) []T { return append([]T{}, list...) }

// inJSON writes a value the way the program's JSON looks everywhere.
func inJSON(value any) (string, error) {
	var b bytes.Buffer
	w := json.NewEncoder(&b)
	w.SetEscapeHTML(false)
	w.SetIndent("", "  ")
	err := w.Encode(value)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// statusCommand says where the plan stands, or what changed since a moment.
func (p *program) statusCommand() *cobra.Command {
	since := ""
	c := p.showing("status", whole(func(session *session.Session) ([]string, error) {
		if since != "" {
			return sinceLines(session, since)
		}
		lines := append(statusLines(session, p.again()), p.tidings(session)...)
		if said := p.unfinished(session.Place); said != "" {
			lines = append(lines, said)
		}
		return lines, nil
	}), whole(func(session *session.Session) ([]string, error) {
		if since != "" {
			return sinceJSON(session, since)
		}
		text, err := inJSON(statusOf(session.Plan(), session.Today()))
		return []string{text}, err
	}))
	c.Flags().StringVar(&since, "since", "", p.flag("since"))
	return c
}

// statusLines say where the plan stands in words, and the call to go on with.
func statusLines(session *session.Session, again string) []string {
	texts, plan := session.Spoken(), session.Plan()
	words := texts.Commands.Status
	school := cmp.Or(plan.School.Name, string(texts.Common.School))
	lines := []string{words.Title.Fill("school", school, "round", plan.Round.Number)}
	if !plan.Begun() {
		return append(lines, words.NotBegun.Fill("file", steps.CleanName(session.Place), "command", again))
	}
	lines = append(lines, standLines(texts, plan)...)
	lines = append(lines, "")
	lines = append(lines, pathLines(texts, plan)...)
	lines = append(lines, "")
	lines = append(lines, countLines(texts, plan)...)
	lines = append(lines, findingLines(texts, plan, plan.Findings(session.Today()))...)
	if len(plan.Actions) > 0 {
		lines = append(lines, nextActions(texts, plan, session.Today())...)
	}
	lines = append(lines, sheetLines(texts, plan, session.Today())...)
	return append(lines, words.Next.Fill("command", again))
}

// standLines say what is to be done now.
func standLines(texts *assets.Texts, plan steps.Plan) (lines []string) {
	words := texts.Commands.Status
	if plan.Complete() {
		return []string{words.Complete.Fill("date", texts.Date(plan.Round.NextEvaluation))}
	}
	current := plan.Current()
	lines = append(lines, words.Stands.Fill("number", current.Number(), "step", texts.Plan.Steps[current].Rail))
	lines = append(lines, texts.Question(current, plan))
	for _, gap := range texts.GapLines(plan.Gaps(current)) {
		lines = append(lines, "- "+gap)
	}
	for _, advice := range plan.Advice() {
		said := texts.AdviceLines(advice, plan)
		lines = append(lines, words.Advice.Fill("role", texts.Plan.Roles[advice.Role], "advice", strings.TrimSpace(said.Advised+" "+said.First)))
	}
	return lines
}

// pathLines are the eight steps with how each stands.
func pathLines(texts *assets.Texts, plan steps.Plan) (lines []string) {
	for _, s := range plan.Standings() {
		lines = append(lines, "  "+string(rune('0'+s.Step.Number()))+" "+padded(texts.StepName(s.Step), 17)+texts.Standing(s, plan))
	}
	return lines
}

// padded fills a text with blanks to a width; the texts it is used on have letters of one cell.
func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(1, width-len([]rune(text))))
}

func countLines(texts *assets.Texts, plan steps.Plan) []string {
	words := texts.Commands.Status
	n := steps.Count(plan.Tasks())
	said := words.Tasks.Fill("decided", n.Decided, "total", n.Total, "short", n.Short, "long", n.Long, "dropped", n.Dropped)
	if n.NotHere > 0 {
		said += ", " + words.NotHere.For(n.NotHere)
	}
	lines := []string{said}
	if offered := plan.Offered(); len(offered) > 0 {
		lines = append(lines, words.Offered.For(len(offered)))
	}
	lines = append(lines, texts.HoursLines(plan.Capacity())...)
	if report := plan.Feedback(); len(report) > 0 {
		lines = append(lines, words.Feedback.For(len(report)))
	}
	return lines
}

// nextActions are how many actions are open, and the first few of them.
func nextActions(texts *assets.Texts, plan steps.Plan, today steps.Date) (lines []string) {
	n := plan.CountActions(today)
	lines = []string{texts.ActionCount(n)}
	for _, id := range n.Next {
		a, _ := plan.Action(id)
		lines = append(lines, "  "+texts.ActionLine(plan, a, today))
	}
	return lines
}

// findingLines are the findings by kind, the gravest first, each with what to do.
func findingLines(texts *assets.Texts, plan steps.Plan, findings []steps.Finding) (lines []string) {
	kinds := steps.ByGravity(findings)
	if len(kinds) == 0 {
		return nil
	}
	lines = []string{texts.FindingsCounted(findings) + ":"}
	for _, kind := range kinds {
		lines = append(lines, "  ! "+texts.FindingKind(kind, plan))
	}
	return lines
}
