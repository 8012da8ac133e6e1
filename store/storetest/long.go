//go:build long

package storetest

// Long says whether tests take all cases there are, which takes them over a second.
const Long = true
