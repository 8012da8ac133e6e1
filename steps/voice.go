package steps

import (
	"slices"
	"strings"
	"time"
)

// Voice is what one person answers at a step before the school does, without having seen what others answer.
type Voice struct {
	By     string // their name, one voice at a step for each
	Choice Choice // empty at step 8, which has none
	Note   string
	At     time.Time // zero when not known
}

// maxVoices is how many can answer a step apart.
const maxVoices = 100

// voicesNeeded is how many have to have answered before anyone sees what was answered.
const voicesNeeded = 2

// VoicedSteps are those that people can answer apart: the checks, and step 8 in words only.
var VoicedSteps = func() (list []StepID) {
	for _, s := range Tree {
		if s.Asked || s.ID == Evaluation {
			list = append(list, s.ID)
		}
	}
	return list
}()

// Voice is what somebody answered at a step, and whether they did.
func (p Plan) Voice(step StepID, by string) (Voice, bool) {
	for _, v := range p.Voices[step] {
		if v.By == by {
			return v, true
		}
	}
	return Voice{By: by}, false
}

// VoicesShown says whether what is answered at a step can be shown: once more than one has answered.
func (p Plan) VoicesShown(step StepID) bool { return len(p.Voices[step]) >= voicesNeeded }

// VoiceToShow is what a card of somebody's answer, opened as it stood then, shows of it: all of it once answers can be shown,
// and until then only what was answered on that card, for anyone can type the name of who answered first.
func (p Plan) VoiceToShow(step StepID, opened Voice) Voice {
	v, _ := p.Voice(step, opened.By)
	if p.VoicesShown(step) {
		return v
	}
	if v.Choice == opened.Choice {
		v.Choice = ""
	}
	if v.Note == opened.Note {
		v.Note = ""
	}
	return v
}

// VoicesAgree gives the choice that everyone made at a step, and says whether they all made the same, and the school can.
func (p Plan) VoicesAgree(step StepID) (Choice, bool) {
	voices := p.Voices[step]
	if len(voices) == 0 || !slices.Contains(p.Choices(step), voices[0].Choice) {
		return "", false
	}
	agreed := voices[0].Choice
	return agreed, !slices.ContainsFunc(voices, func(v Voice) bool { return v.Choice != agreed })
}

// AfterVoices are the choices that a school can make of a check, those that most people made first.
func (p Plan) AfterVoices(step StepID) []Choice {
	times := map[Choice]int{}
	for _, v := range p.Voices[step] {
		times[v.Choice]++
	}
	return slices.SortedStableFunc(slices.Values(p.Choices(step)), func(a, b Choice) int { return times[b] - times[a] })
}

// TakenBack is the change that takes away what somebody answered at a step.
func (v Voice) TakenBack(step StepID) Change {
	return Change{Kind: ChangeVoice, Step: step, By: Set(v.By), Choice: Clear[Choice](), Note: Clear[string]()}
}

// Voiced is whose answer a change of a voice is about; empty for any other change.
func (c Change) Voiced() string {
	if c.Kind != ChangeVoice {
		return ""
	}
	return CleanName(c.By.value())
}

func (p *Plan) checkVoice(c *Change, r *refusals) {
	if _, ok := Find(c.Step); !ok {
		r.add("unknown-step", "step", string(c.Step))
	} else if !slices.Contains(VoicedSteps, c.Step) {
		r.addLimit("unknown-value", "step", string(c.Step), strings.Join(namesOf(VoicedSteps), ", "))
	}
	if !c.By.Given() {
		r.add("required", "by", "")
	}
	if _, known := p.Voice(c.Step, c.Voiced()); !known && len(p.Voices[c.Step]) >= maxVoices {
		r.addLimit("too-many", "by", itoa(len(p.Voices[c.Step])+1), itoa(maxVoices))
	}
}

// checkVoiceChoice refuses a choice at step 8, which is answered in words.
func checkVoiceChoice(_ *Plan, c *Change, r *refusals) {
	if c.Step == Evaluation && c.Choice.set() {
		r.add("derived", "choice", string(c.Step))
	}
}

// applyVoice gives somebody's answer, of the entry's moment unless the change says otherwise. One that says nothing goes.
func (p *Plan) applyVoice(c *Change, e Entry) {
	list := slices.Clone(p.Voices[c.Step]) // that of an earlier plan stays as it was
	i := slices.IndexFunc(list, func(v Voice) bool { return v.By == c.By.value() })
	if i < 0 {
		i, list = len(list), append(list, Voice{})
	}
	putAll(VoiceFields, c, &list[i])
	if !c.At.Given() {
		list[i].At = e.At
	}
	if v := list[i]; v.Choice == "" && v.Note == "" {
		list = slices.Delete(list, i, i+1)
	}
	p.keepVoices(c.Step, list)
}

// renameVoices gives what somebody answered apart the name that they have now, so that one person has one voice. Where somebody
// answered under that name already, both stay.
func (p *Plan) renameVoices(before, now string) {
	if before == "" || now == "" || before == now {
		return
	}
	for step, voices := range p.Voices {
		i := slices.IndexFunc(voices, func(v Voice) bool { return v.By == before })
		if i < 0 || slices.ContainsFunc(voices, func(v Voice) bool { return v.By == now }) {
			continue
		}
		list := slices.Clone(voices)
		list[i].By = now
		p.Voices[step] = list
	}
}

// keepVoices sets those of a step.
func (p *Plan) keepVoices(step StepID, list []Voice) {
	if len(list) == 0 {
		delete(p.Voices, step)
		return
	}
	if p.Voices == nil {
		p.Voices = map[StepID][]Voice{}
	}
	p.Voices[step] = list
}

// voices are the answers that people gave apart: first those that go, since a step holds only so many.
func (d *differ) voices() {
	for _, s := range VoicedSteps {
		for _, v := range d.now.Voices[s] {
			if _, stays := d.to.Voice(s, v.By); !stays {
				d.add(v.TakenBack(s))
			}
		}
		for _, to := range d.to.Voices[s] {
			from, known := d.now.Voice(s, to.By)
			c := Change{Kind: ChangeVoice, Step: s}
			if setDiffering(VoiceFields, &c, &from, &to) || !known {
				for _, name := range []string{"by", "at"} { // whose it is, and when it was given, is said of every voice
					Named(VoiceFields, name).setFrom(&c, &to)
				}
				d.add(c)
			}
		}
	}
}
