package ics_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/ics"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// component is a part of a calendar as another reader sees it.
type component struct {
	name       string
	properties map[string][]string // values by name, parameters included
	inside     []component
}

func (c component) value(name string) string { return strings.Join(c.properties[name], " and ") }

// named are the components with this name inside.
func (c component) named(name string) (found []component) {
	for _, in := range c.inside {
		if in.name == name {
			found = append(found, in)
		}
	}
	return found
}

// calendarOf reads a calendar by the rules of RFC 5545: lines end in CRLF, hold at most 75 bytes of whole letters,
// and go on in the next where that begins with a space.
func calendarOf(t *testing.T, s report.Summary) component {
	t.Helper()
	content, err := ics.Render(s)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(content), "\r\n"), "\r\n")
	var whole []string
	for _, line := range lines {
		if len(line) > 75 || !utf8.ValidString(line) || strings.IndexFunc(line, reporttest.Control) >= 0 || strings.Contains(line, "\n") {
			t.Errorf("not a line of a calendar: %q", line)
		}
		if rest, more := strings.CutPrefix(line, " "); more {
			whole[len(whole)-1] += rest
		} else {
			whole = append(whole, line)
		}
	}
	c, rest := componentOf(t, whole)
	if len(rest) > 0 || c.name != "VCALENDAR" {
		t.Fatalf("%s, and then %q", c.name, rest)
	}
	return c
}

// componentOf reads one component, and gives the lines that are left.
func componentOf(t *testing.T, lines []string) (component, []string) {
	t.Helper()
	c := component{name: strings.TrimPrefix(lines[0], "BEGIN:"), properties: map[string][]string{}}
	for lines = lines[1:]; len(lines) > 0; {
		name, value, ok := strings.Cut(lines[0], ":")
		switch {
		case !ok:
			t.Fatalf("no property: %q", lines[0])
		case name == "END" && value == c.name:
			return c, lines[1:]
		case name == "BEGIN":
			var in component
			in, lines = componentOf(t, lines)
			c.inside = append(c.inside, in)
			continue
		}
		c.properties[name] = append(c.properties[name], plainValue(value))
		lines = lines[1:]
	}
	t.Fatalf("%s has no end", c.name)
	return c, nil
}

// plainValue is a value without its escapes.
func plainValue(value string) string {
	var b strings.Builder
	escaped := false
	for _, r := range value {
		switch {
		case escaped && (r == 'n' || r == 'N'):
			b.WriteByte('\n')
		case r == '\\' && !escaped:
			escaped = true
			continue
		default:
			b.WriteRune(r)
		}
		escaped = false
	}
	return b.String()
}

func TestCalendarHasTheDay(t *testing.T) {
	t.Parallel()
	calendar := calendarOf(t, reporttest.Summary(reporttest.Example(t), assets.Dutch))
	for name, want := range map[string]string{
		"VERSION": "2.0", "METHOD": "PUBLISH", "CALSCALE": "GREGORIAN", "X-WR-TIMEZONE": "Europe/Brussels",
		"X-WR-CALNAME": "Atheneum Klaverdam: naar een ICT-team", "PRODID": "-//Stappenplan//Stappenplan//nl",
	} {
		if got := calendar.value(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	events := calendar.named("VEVENT")
	if len(events) != 14 { // two deadlines of decisions, four of actions, and seven checkpoints of goals
		t.Fatalf("%d events", len(events))
	}
	want := map[string][]string{
		"UID": {"example-1-evaluation@stappenplan"}, "DTSTAMP": {"20261124T000000Z"},
		"LAST-MODIFIED": {"20261124T000000Z"}, "SEQUENCE": {"73"},
		"DTSTART;VALUE=DATE": {"20270526"}, "DTEND;VALUE=DATE": {"20270527"}, "TRANSP": {"TRANSPARENT"},
		"SUMMARY":     {"Evaluatie van het ICT-team van Atheneum Klaverdam"},
		"DESCRIPTION": {"Ronde 2 · stand van 24 november 2026 · kenmerk stappenplan-1a2b3c4d"},
	}
	if diff := cmp.Diff(want, events[0].properties); diff != "" {
		t.Errorf("the event (-want +got):\n%s", diff)
	}
	var triggers []string
	for _, alarm := range events[0].named("VALARM") {
		triggers = append(triggers, alarm.value("TRIGGER"))
		if alarm.value("ACTION") != "DISPLAY" || alarm.value("DESCRIPTION") != "Binnenkort: Evaluatie van het ICT-team van Atheneum Klaverdam" {
			t.Errorf("the reminder: %v", alarm.properties)
		}
	}
	if !slices.Equal(triggers, []string{"-P27DT15H", "-P6DT15H"}) {
		t.Errorf("the reminders come %v", triggers)
	}
}

// TestCalendarWithoutDay reads a calendar that holds nothing but its time zone.
func TestCalendarWithoutDay(t *testing.T) {
	t.Parallel()
	for _, s := range []report.Summary{reporttest.Summary(reporttest.JournalOf(t), assets.Dutch), reporttest.Summary(reporttest.Stopped(t), assets.English)} {
		calendar := calendarOf(t, s)
		if len(calendar.named("VEVENT")) != 0 || len(calendar.named("VTIMEZONE")) != 1 {
			t.Errorf("%v", calendar)
		}
	}
}

// TestCalendarHasTheDeadlines of what the board approved or amended and of the actions that are open, with who carries it out called by role.
func TestCalendarHasTheDeadlines(t *testing.T) {
	t.Parallel()
	record := func(id string, outcome steps.Outcome, due steps.Date, owner string) reporttest.Change {
		return reporttest.Change{Kind: steps.ChangeResolution, Decision: id, Outcome: steps.Set(string(outcome)), Due: steps.Set(due), Owner: steps.Set(owner)}
	}
	own := record("own-x", steps.Approved, "2027-04-01", "Bart Claes")
	own.Text = steps.Set("Robots voor Bart")
	j := reporttest.JournalOf(t, []reporttest.Change{reporttest.School(steps.SchoolGroup)}, reporttest.Team(), []reporttest.Change{
		record("build-vision", steps.Approved, "2027-01-31", "member:bart"), record("outsource:wifi-management", steps.Amended, "2027-02-28", ""),
		record("make-policy-plan", steps.Refused, "2027-03-01", ""), record("start-project", steps.Postponed, "2027-03-02", ""),
		own, {Kind: steps.ChangeResolution, Decision: "release-hours", Due: steps.Set(steps.Date("2027-05-01"))},
		{Kind: steps.ChangeAction, Action: "wifi", What: steps.Set("Wifi nameten met Bart"), Due: steps.Set(steps.Date("2027-05-02")), Owner: steps.Set("member:bart")},
		{Kind: steps.ChangeAction, Action: "klaar", What: steps.Set("Gedaan"), Due: steps.Set(steps.Date("2027-05-03")), State: steps.Set(steps.ActionDone)},
		{Kind: steps.ChangeAction, Action: "ooit", What: steps.Set("Ooit"), Owner: steps.Set("Directie")},
	})
	s := report.Summarize(j.Plan(), reporttest.Options(j, assets.Dutch, func(o *report.Options) { o.Names = report.NamesAsRoles }))
	var got []string
	for _, e := range calendarOf(t, s).named("VEVENT") {
		got = append(got, e.value("UID")+" "+e.value("DTSTART;VALUE=DATE")+" "+e.value("SUMMARY"))
	}
	want := []string{
		"entry-0-decision-build-vision@stappenplan 20270131 Tijd voor een pedagogische visie · klaar tegen vandaag, door de technisch ICT-coördinator · GO! Atheneum Voorbeeld",
		"entry-0-decision-outsource:wifi-management@stappenplan 20270228 Uitbesteden: Wifi beheren · klaar tegen vandaag · GO! Atheneum Voorbeeld",
		"entry-0-decision-own-x@stappenplan 20270401 Robots voor de technisch ICT-coördinator · klaar tegen vandaag, door de technisch ICT-coördinator · GO! Atheneum Voorbeeld",
		"entry-0-action-wifi@stappenplan 20270502 Wifi nameten met de technisch ICT-coördinator · klaar tegen vandaag, door de technisch ICT-coördinator · GO! Atheneum Voorbeeld",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the deadlines (-want +got):\n%s", diff)
	}
}

// TestCalendarZone holds the hours of Brussels.
func TestCalendarZone(t *testing.T) {
	t.Parallel()
	zone := calendarOf(t, report.Summary{Language: assets.Dutch}).named("VTIMEZONE")[0]
	if zone.value("TZID") != "Europe/Brussels" {
		t.Errorf("the zone of %s", zone.value("TZID"))
	}
	for name, want := range map[string][]string{
		"DAYLIGHT": {"+0100", "+0200", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"},
		"STANDARD": {"+0200", "+0100", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"},
	} {
		part := zone.named(name)[0]
		if got := []string{part.value("TZOFFSETFROM"), part.value("TZOFFSETTO"), part.value("RRULE")}; !slices.Equal(got, want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestCalendarHasOneEventADay(t *testing.T) {
	t.Parallel()
	s := report.Summary{Language: assets.English, Days: []report.Day{
		{ID: "one", Date: "2026-12-31", Title: "One"}, {ID: "two", Date: "2028-02-29", Title: "Two"},
	}}
	events := calendarOf(t, s).named("VEVENT")
	if len(events) != 2 || events[0].value("UID") == events[1].value("UID") {
		t.Fatalf("%v", events)
	}
	for i, want := range []string{"20261231 20270101 One", "20280229 20280301 Two"} {
		e := events[i]
		if got := e.value("DTSTART;VALUE=DATE") + " " + e.value("DTEND;VALUE=DATE") + " " + e.value("SUMMARY"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	s.Days[0].Date = "soon"
	if _, err := ics.Render(s); err == nil {
		t.Error("a day that is none is taken")
	}
}

// TestCalendarTakenInAgain moves a day: the event stays the same one, and is the newer.
func TestCalendarTakenInAgain(t *testing.T) {
	t.Parallel()
	event := func(s report.Summary) component { return calendarOf(t, s).named("VEVENT")[0] }
	s := reporttest.Summary(reporttest.Together(t), assets.Dutch)
	later := reporttest.Summary(reporttest.Together(t), assets.English)
	later.LastEntry, later.Days[0].Date, later.Fingerprint, later.School = s.LastEntry+1, "2027-06-01", "ffffffff", "Vöörbeeld"
	before, after := event(s), event(later)
	if before.value("UID") != after.value("UID") || before.value("SEQUENCE") >= after.value("SEQUENCE") {
		t.Errorf("%v is no newer version of %v", after.properties, before.properties)
	}
	s.Origin = "another"
	if event(s).value("UID") == before.value("UID") {
		t.Error("two plans share an event")
	}
}

func TestCalendarHostileTexts(t *testing.T) {
	t.Parallel()
	for _, h := range reporttest.HostileTexts(t) {
		text := steps.CleanName(h.Text + string(h.Base64))
		s := report.Summary{Language: assets.Dutch, School: text, Title: text, Foot: text, Origin: text, LastChange: "2026-11-24", Days: []report.Day{
			{ID: report.DayEvaluation, Date: "2027-05-26", Title: text},
		}}
		calendar := calendarOf(t, s)
		events := calendar.named("VEVENT")
		if len(events) != 1 || calendar.value("X-WR-CALNAME") != text || events[0].value("UID") != text+"-evaluation@stappenplan" || events[0].value("DESCRIPTION") != text ||
			!strings.HasPrefix(events[0].value("SUMMARY"), text) {
			t.Errorf("%s: %q became %v", h.ID, text, events)
		}
	}
}

func TestCalendarFindsItsPlan(t *testing.T) {
	t.Parallel()
	s := reporttest.Summary(reporttest.Together(t), assets.Dutch)
	first, err := ics.Render(s)
	again, _ := ics.Render(reporttest.Summary(reporttest.Together(t), assets.Dutch))
	if mark, found := ics.Fingerprint(first); err != nil || !found || mark != s.Fingerprint {
		t.Errorf("the fingerprint found back is %q", mark)
	}
	if !bytes.Equal(first, again) {
		t.Error("the same plan gave other bytes")
	}
}

func TestCalendarNamesNobody(t *testing.T) {
	t.Parallel()
	reporttest.NamesNobody(t, func(s report.Summary) string { return string(reporttest.Written(t, ics.Render, s)) })
}

func BenchmarkCalendarExample(b *testing.B)   { benchmarkCalendar(b, reporttest.Example(b)) }
func BenchmarkCalendarManyTasks(b *testing.B) { benchmarkCalendar(b, reporttest.WithOwnTasks(b, 500)) }

func benchmarkCalendar(b *testing.B, j *steps.Journal) {
	s := reporttest.Summary(j, assets.Dutch)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ics.Render(s); err != nil {
			b.Fatal(err)
		}
	}
}
