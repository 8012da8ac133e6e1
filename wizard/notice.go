package wizard

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/wizard/screen"
)

// withNotice lays what there is to say below the page, where it takes more than the rule holds.
func (r *root) withNotice(body []string) []string {
	for _, l := range r.noticeLines() {
		body = append(body, "  "+r.look.Warn.On(l))
	}
	return body
}

// noticeLines is what there is to say where it takes more than the rule holds beside that there is more below, and the window has rows for that.
func (r *root) noticeLines() []string {
	most := (r.height - chrome) / 4
	if r.height >= usualHeight {
		most = (r.height - chrome) / 2
	}
	if r.noticeFits(r.crowded) {
		return nil
	}
	lines := screen.Wrap(r.notice, r.width-4)
	if len(lines) > most {
		return nil
	}
	return lines
}

// noticeFits says whether the lower rule holds it, beside that there is more below or alone.
func (r *root) noticeFits(more bool) bool {
	return ansi.StringWidth(screen.OneLine(r.notice)) <= r.noticeRoom(more)
}

func (r *root) noticeRoom(more bool) int { return r.width - ansi.StringWidth(r.below(more)) - 6 }

// below says that there is more below, shorter where else what there is to say would not fit.
func (r *root) below(more bool) string {
	if !more {
		return ""
	}
	const short = " ↓ ─"
	below := " " + string(r.session.Spoken().Wizard.More) + " ───"
	if said := ansi.StringWidth(screen.OneLine(r.notice)) + 6; said > r.width-ansi.StringWidth(below) && said <= r.width-ansi.StringWidth(short) {
		return short
	}
	return below
}

// lowerRule carries what there is to say, and behind it that there is more below.
func (r *root) lowerRule(more bool) string {
	if n := len(r.toWrite); n > 0 {
		return r.progress(len(r.written), n)
	}
	below := r.below(more)
	room := r.width - ansi.StringWidth(below)
	if r.notice == "" || r.noticeLines() != nil {
		return r.look.Muted.On(strings.Repeat("─", room) + below)
	}
	text := screen.Clip(screen.OneLine(r.notice), r.noticeRoom(more))
	rest := room - ansi.StringWidth(text) - 4
	return r.look.Muted.On("── ") + r.look.Warn.On(text) + r.look.Muted.On(" "+strings.Repeat("─", rest)+below)
}
