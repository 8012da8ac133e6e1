package wizard

import tea "charm.land/bubbletea/v2"

// suspendable does nothing: Windows stops no program this way.
func suspendable(*tea.Program, func() bool) (letGo func()) { return func() {} }
