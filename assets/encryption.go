package assets

// EncryptionTexts are the words of passphrases, and of what stands under one.
type EncryptionTexts struct {
	Final   Text // before a passphrase is chosen: forgotten, it cannot be had back
	Choose  Text // asks for a new one
	Repeat  Text // asks for it once more
	Differs Text // the second was another
	Type    Text // asks for that of a file: {file}
	Wrong   Text // it is another one: asked again

	// How strong a new one is: {n} letters count.
	Weak   Text
	Fair   Text
	Strong Text
}
