// Package plain asks the questions line by line: for screen readers, pipes and simple terminals. It holds no rule of the
// step plan and no words: [Run] works through a session, as the screens do.
package plain

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// Options are what a conversation can do besides asking.
type Options struct {
	Rescue session.Rescue // by which a plan goes on elsewhere that cannot be kept where it is
	// ByHand says that a person types: a line that comes faster than a hand is then the rest of a paste, and answers nothing.
	ByHand bool
	Plans  bool // there are other plans to go to
	// BackUp makes a backup of the file, and gives its path; nil where there is no file.
	BackUp    func() (string, error)
	Encrypted bool // that file is
	// ProtectImport makes one before something is brought into the plan from a file; nil where there is none.
	ProtectImport func()
	// ReadFile reads a file that comes into the plan, by what a person typed for its path; nil where none can.
	ReadFile func(path string) ([]byte, error)
	// FindFile is the whole path of a file that is there, by what a person typed for it; nil where none can be found.
	FindFile func(typed string) (path string, err error)
	// Command is how a command is called on the plan.
	Command func(call string) string
	// Speak remembers the language for the next start; nil where that cannot be.
	Speak func(assets.Language)
	// Beside says what stands beside the file of the plan, and Merge that a copy of those is to be joined with it when the conversation is
	// over; nil where there is no file.
	Beside func(steps.Entries) session.Beside
	Merge  func(file string)
	// Files makes files of the plan: those that people read, and Others, in the usual Folder; nil where none can be made.
	Files             screen.Writer
	Documents, Others []string
	Folder            string
}

// Run asks the questions line by line: for screen readers, pipes and simple terminals. It writes no
// escape codes and wraps nothing. It ends when the person stops or wants to go elsewhere, which is told then, or when
// the input does: the error is nil where everything answered is on disk, and a [session.NotKept] where something is not.
func Run(session *session.Session, in *bufio.Reader, out io.Writer, options Options) (to To, err error) {
	c := &conversation{session: session, in: in, out: out, Options: options, made: map[uint64]spot{}, introduced: map[steps.StepID]bool{}}
	c.document.chosen = screen.NewDocument(options.Documents, options.Folder)
	c.speak()
	err = c.talk()
	if errors.Is(err, io.EOF) {
		c.say("")
		err = nil
	}
	c.comeBack()
	if lost := errors.Join(c.failed, c.finish()); lost != nil {
		return ToNowhere, lost
	}
	if !c.over {
		return ToNowhere, err
	}
	return c.to, err
}

// conversation is the line-by-line mode: one question after the other. Which questions a step has follows
// from the plan, and is looked up anew after every answer.
type conversation struct {
	Options
	session *session.Session
	texts   *assets.Texts
	words   assets.PlainTexts
	in      *bufio.Reader
	out     io.Writer
	failed  error // of writing: nobody hears the questions any more
	waiting []waitingAnswer
	trouble trouble

	here  spot
	trail []spot          // where one came from, for going back
	made  map[uint64]spot // where an entry of this conversation was typed, by its number
	said  steps.StepID    // the step whose heading was said last
	about string          // what the question said last was about
	// listed are the lists that were said at the step listedAt.
	listed   []string
	listedAt steps.StepID
	// introduced are the steps of which it was said what they are about.
	introduced map[steps.StepID]bool
	// lookedFrom is where the word was typed for going through what deserves a look; nil where one came to that by answering.
	lookedFrom *spot
	since      since  // what was said since the question
	title      string // an own task that still needs a group
	over       bool
	to         To       // where the person goes when it is over
	copies     []string // of the plan, beside its file
	told       told
	search     steps.Search // to what the history is narrowed down
	// present is the plan as it is, while something is tried or looked back to.
	present *present
	// divide is the division that is being talked about.
	divide   proposal
	document document
}

// unsaid is the step whose heading was said last, where none was.
const unsaid steps.StepID = "unsaid"

// profile stands for the questions about the school itself, which belong to no step.
const profile steps.StepID = "profile"

// decisions stands for what the board decides, which belongs to no step.
const decisions steps.StepID = "decisions"

// actions stands for what is to be done, which belongs to no step either.
const actions steps.StepID = "actions"

// spot is a question of a step; the empty step comes before the first.
type spot struct {
	step     steps.StepID
	question string
}

// talk goes on until there is nothing more to ask or to hear.
func (c *conversation) talk() error {
	if err := c.begin(); err != nil {
		return err
	}
	for !c.over && c.failed == nil {
		c.speak()
		q := c.current()
		c.show(q)
		line, pasted, err := c.heard()
		switch {
		case err != nil:
			return err
		case !pasted:
			c.hear(q, line)
		}
	}
	return io.EOF
}

// heard is the next line that is typed. One that is the rest of a paste answers nothing, and that is said.
func (c *conversation) heard() (line string, pasted bool, err error) {
	asked := c.session.Clock()
	line, err = c.read()
	if pasted = err == nil && c.ByHand && c.session.Clock().Sub(asked) < handPace; pasted {
		c.say(string(c.words.Pasted))
	}
	return line, pasted, err
}

// speak takes the words of the plan's school, which an answer can change.
func (c *conversation) speak() { c.texts = c.session.Spoken().Aloud(); c.words = c.texts.Plain }

// begin reads the plan, and says where one is.
func (c *conversation) begin() error {
	if err := c.session.Reload(); err != nil {
		return err
	}
	c.speak()
	c.welcome()
	if c.session.Plan().Begun() {
		c.lookBeside()
		c.enter(c.standing())
	} else {
		c.enter("")
	}
	return nil
}

// lookBeside tells what stands beside the file of the plan.
func (c *conversation) lookBeside() {
	if c.Beside == nil || c.session.LookOnly {
		return
	}
	beside := c.Beside(c.session.Journal().Entries())
	c.copies = beside.Copies
	for _, line := range beside.Lines {
		c.say(line)
	}
}

// standing is the step at which the plan stands; the last one in a complete round.
func (c *conversation) standing() steps.StepID {
	if current := c.session.Plan().Current(); current != "" {
		return current
	}
	return steps.Evaluation
}

// onwards is the step to go to after one; the last in a complete round.
func (c *conversation) onwards(id steps.StepID) steps.StepID {
	return cmp.Or(c.session.Plan().Onwards(id), steps.Evaluation)
}

// enter goes to a step, at the first question that it waits for.
func (c *conversation) enter(step steps.StepID) {
	c.here, c.said = spot{step: step}, unsaid
	list := c.queries()
	if i := slices.IndexFunc(list, func(q query) bool { return q.needed }); i >= 0 {
		c.here.question = list[i].id
	}
}

// current is the question to ask now: the first of the step where the one meant is no longer asked.
func (c *conversation) current() query {
	list := c.queries()
	i := max(0, indexOf(list, c.here.question))
	c.here.question = list[i].id
	return list[i]
}

func indexOf(list []query, id string) int {
	return slices.IndexFunc(list, func(q query) bool { return q.id == id })
}

// follow keeps what a reply changes and goes to the question that follows. What is not kept is asked again.
func (c *conversation) follow(q query, r reply) {
	before := c.queries()
	if c.here.step == steps.Tasks && !ofLook(q.id) {
		c.lookedFrom = nil
	}
	if len(r.changes) > 0 {
		if err := c.record(r.changes); err != nil {
			return
		}
		c.say(c.saved())
	}
	if r.then != nil {
		c.say(r.then()...)
	}
	if c.over = r.over; c.over {
		return
	}
	if r.leads != nil {
		r.leads()
		return
	}
	c.trail = append(c.trail, c.here)
	switch {
	case r.onwards:
		c.enter(c.standing())
	case r.question != "":
		c.here.question = r.question
	default:
		c.advance(q, before)
	}
	if ofLook(q.id) && !ofLook(c.here.question) {
		c.endLook()
	}
}

// saved says that an answer is kept; of the example, that it is noted.
func (c *conversation) saved() string {
	if c.session.InMemory() || c.present != nil {
		return string(c.words.Noted)
	}
	return string(c.words.Saved)
}

// advance goes to the next question of the step, or to the step that follows.
func (c *conversation) advance(q query, before []query) {
	now := c.queries()
	if i := indexOf(now, q.id); i >= 0 {
		if i+1 < len(now) {
			c.here.question = now[i+1].id
			return
		}
		c.leaveStep()
		return
	}
	for _, later := range before[indexOf(before, q.id)+1:] {
		if indexOf(now, later.id) >= 0 {
			c.here.question = later.id
			return
		}
	}
	c.leaveStep()
}

// leaveStep goes to the next step that waits, also where this one does: then to look ahead.
func (c *conversation) leaveStep() {
	if id, is := c.here.apartAt(); is {
		c.enter(id)
		return
	}
	step, ok := steps.Find(c.here.step)
	if !ok {
		c.enter(c.standing())
		return
	}
	plan := c.session.Plan()
	next, moves := step.After(plan.State(step.ID))
	if moves && next == "" && plan.Complete() {
		c.over = true
		return
	}
	if moves {
		c.say(c.words.Finished.Fill("step", c.name(step.ID)))
	}
	c.enter(c.onwards(step.ID))
}

func (c *conversation) name(step steps.StepID) string { return string(c.texts.Plan.Steps[step].Rail) }

// jump goes to the first question of a step.
func (c *conversation) jump(step steps.StepID) { c.jumpTo(spot{step: step}) }

// jumpTo goes to a question; the heading of its step is said again where that is another one.
func (c *conversation) jumpTo(there spot) {
	c.trail = append(c.trail, c.here)
	if there.step != c.here.step {
		c.said = unsaid
	}
	if there.step != c.here.step || there.question == "" {
		c.search = steps.Search{}
	}
	c.here = there
}

// nextOpen goes to the next question of the step that it waits for, behind the last to the first, and where it waits for none to the next step.
func (c *conversation) nextOpen(q query) {
	list := c.queries()
	at := indexOf(list, q.id)
	for _, next := range slices.Concat(list[at+1:], list[:at+1]) {
		if next.needed {
			c.jumpTo(spot{c.here.step, next.id})
			return
		}
	}
	c.trail = append(c.trail, c.here)
	c.leaveStep()
}

// back goes to the question before.
func (c *conversation) back() {
	last := len(c.trail) - 1
	if last < 0 {
		c.say(string(c.words.FirstQuestion))
		return
	}
	c.here, c.trail = c.trail[last], c.trail[:last]
}

// returnTo goes to the question whose answer was taken back or done again: where it was typed in this conversation, else what the entry is about. It
// stays where neither is asked.
func (c *conversation) returnTo(number uint64) {
	there, typed := c.made[number]
	there.question = strings.TrimPrefix(there.question, sure)
	if !typed || !c.asks(there) {
		there = c.aboutEntry(number)
	}
	if there != c.here && c.asks(there) {
		c.trail = append(c.trail, c.here)
		c.here = there
	}
}

// asks says whether a question is asked, as the plan stands.
func (c *conversation) asks(there spot) bool {
	here := c.here
	defer func() { c.here = here }()
	c.here = there
	return indexOf(c.queries(), there.question) >= 0
}

// aboutEntry is the question that an entry answered, of several tasks the one that opens their part; one that is not asked where there is none.
func (c *conversation) aboutEntry(number uint64) spot {
	journal := c.session.Journal()
	step, changes := journal.About(number), journal.Entry(number).Changes
	if step == "" || len(changes) == 0 {
		return spot{step: step}
	}
	first := changes[0]
	if len(changes) > 1 {
		return spot{step, c.partOf(first.Task, step)}
	}
	field := ""
	if given := first.Given(); len(given) > 0 {
		field = given[0].Name
	}
	return c.spotAbout(question.About{Task: first.Task, Member: first.Member, Agreement: first.Agreement}, field, step)
}

// since is what was said since a question was.
type since int

const (
	answered since = iota
	refused        // that the answer cannot be
	aside          // something else
)

// handPace is the least time in which a hand answers.
const handPace = 10 * time.Millisecond

// maxLine is how much of a line is taken in.
const maxLine = 1 << 20
