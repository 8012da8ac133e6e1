package assets

// WizardTexts are the words of the screens.
type WizardTexts struct{}
