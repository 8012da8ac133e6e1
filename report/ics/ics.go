// Package ics writes the days of a summary as a calendar.
package ics

import (
	"bytes"
	"fmt"
	"time"

	ics "github.com/arran4/golang-ical"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/report"
)

// Render writes the days of a summary as a calendar to import: a day is an event of a whole day with reminders. A
// day keeps its id, so that taking the calendar in again moves the event and adds none. The same summary gives the same
// bytes.
func Render(s report.Summary) ([]byte, error) {
	words := assets.Load(s.Language).Document
	calendar := newCalendar(s)
	for _, day := range s.Days {
		date, err := time.Parse(time.DateOnly, string(day.Date))
		if err != nil {
			return nil, fmt.Errorf("writing a calendar: the day of %s: %w", day.ID, err)
		}
		addDay(calendar, s, day, date, words)
	}
	var b bytes.Buffer
	if err := calendar.SerializeTo(&b, ics.WithNewLineWindows); err != nil {
		return nil, fmt.Errorf("writing a calendar: %w", err)
	}
	return b.Bytes(), nil
}

var markInProperty = lazyregexp.New(`(?m)^X-STAPPENPLAN-[A-Z]+:` + report.MarkPattern + `\r?$`)

// Fingerprint finds what the mark of a calendar says behind its first word, and says whether the document is a calendar.
func Fingerprint(document []byte) (fingerprint string, isCalendar bool) {
	if !bytes.HasPrefix(document, []byte("BEGIN:VCALENDAR")) {
		return "", false
	}
	return report.FindMark(document, markInProperty()), true
}

// calendarZone is where the schools are.
const calendarZone = "Europe/Brussels"

// newCalendar is a calendar without events.
func newCalendar(s report.Summary) *ics.Calendar {
	c := ics.NewCalendar()
	c.SetProductId("-//Stappenplan//Stappenplan//" + string(s.Language))
	c.SetCalscale("GREGORIAN")
	c.SetMethod(ics.MethodPublish)
	c.SetXWRCalName(s.Title)
	c.SetXWRTimezone(calendarZone)
	if mark := s.Mark(); mark != "" {
		c.CalendarProperties = append(c.CalendarProperties, ics.CalendarProperty{
			BaseProperty: ics.BaseProperty{IANAToken: "X-STAPPENPLAN-VERSION", Value: mark},
		})
	}
	addZone(c)
	return c
}

// addZone describes the time zone by the rule that holds since 1996.
func addZone(c *ics.Calendar) {
	zone := c.AddTimezone(calendarZone)
	turn := func(from, to, start, rule, name string) ics.ComponentBase {
		var b ics.ComponentBase
		b.SetProperty(ics.ComponentPropertyDtStart, start)
		b.SetProperty(ics.ComponentPropertyRrule, rule)
		b.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), from)
		b.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), to)
		b.SetProperty(ics.ComponentProperty(ics.PropertyTzname), name)
		return b
	}
	zone.Components = append(zone.Components,
		&ics.Daylight{ComponentBase: turn("+0100", "+0200", "19960331T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "CEST")},
		&ics.Standard{ComponentBase: turn("+0200", "+0100", "19961027T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "CET")})
}

// reminders are how long before the day begins a calendar speaks up: at nine in the morning, four weeks and one
// week before.
var reminders = []string{"-P27DT15H", "-P6DT15H"}

// addDay adds an event. Its number is that of the last entry of the plan: that is how a calendar knows which of two is the
// newer, also of one day.
func addDay(c *ics.Calendar, s report.Summary, day report.Day, date time.Time, words assets.DocumentTexts) {
	changed, err := time.Parse(time.DateOnly, string(s.LastChange))
	if err != nil {
		changed = date // a calendar insists on a stamp
	}
	title := day.Title
	if s.School != "" {
		called := words.DoneAt
		if day.ID == report.DayEvaluation {
			called = words.DayOf
		}
		title = called.Fill("title", day.Title, "school", s.School)
	}
	e := c.AddEvent(eventID(s.Origin, day.ID))
	e.SetDtStampTime(changed)
	e.SetLastModifiedAt(changed)
	e.SetSequence(int(s.LastEntry))
	e.SetAllDayStartAt(date)
	e.SetAllDayEndAt(date.AddDate(0, 0, 1)) // the first day that is not part of it
	e.SetSummary(title)
	e.SetDescription(s.Foot)
	e.SetTimeTransparency(ics.TransparencyTransparent) // one is not away that day
	for _, before := range reminders {
		alarm := e.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger(before)
		alarm.SetDescription(words.Reminder.Fill("title", title))
	}
}

// eventID tells a plan's day from any other, in every version and every language of the plan, and whatever the school is
// called by then.
func eventID(origin string, day report.DayID) string {
	return origin + "-" + string(day) + "@stappenplan"
}
