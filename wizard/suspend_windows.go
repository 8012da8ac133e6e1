package wizard

import tea "charm.land/bubbletea/v2"

// suspendable does nothing: Windows stops no program this way.
func suspendable(*tea.Program) (letGo func()) { return func() {} }
