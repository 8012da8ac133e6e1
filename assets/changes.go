package assets

// ChangeTexts say in words what a change did.
type ChangeTexts struct{}
