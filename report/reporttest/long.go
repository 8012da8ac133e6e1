//go:build long

package reporttest

// Long says whether tests take all texts and sizes there are, which takes them over a second.
const Long = true
