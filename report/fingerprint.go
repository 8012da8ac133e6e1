package report

// markPrefix stands before a fingerprint, so that it can be told from other texts.
const markPrefix = "stappenplan:"
