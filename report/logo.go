package report

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// What a logo may be at most.
const (
	MaxLogoBytes = 2_000_000
	maxLogoSide  = 4000 // dots: a small file can hold a picture that fills the memory
	maxLogoDots  = 8_000_000
)

// NewLogo reads a PNG or JPEG picture. It writes it anew: a document gets a picture that every reader can show,
// and nothing else that was in the file, such as where a photograph was taken. Other pictures, and those that are
// too large, are refused with a [LogoError]. Whoever reads the file sees to [MaxLogoBytes].
func NewLogo(data []byte) (Logo, error) {
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || kind != "png" && kind != "jpeg" {
		return Logo{}, LogoError("logo-no-picture")
	}
	if size.Width > maxLogoSide || size.Height > maxLogoSide || size.Width*size.Height > maxLogoDots {
		return Logo{}, LogoError("logo-too-large")
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return Logo{}, LogoError("logo-no-picture")
	}
	anew, err := encoded(picture, kind)
	if err != nil {
		return Logo{}, fmt.Errorf("write the logo anew: %w", err)
	}
	return Logo{anew, kind, size.Width, size.Height}, nil
}

// encoded writes a picture in the plainest form of its kind.
func encoded(picture image.Image, kind string) ([]byte, error) {
	var b bytes.Buffer
	if kind == "jpeg" {
		err := jpeg.Encode(&b, picture, &jpeg.Options{Quality: 92})
		return b.Bytes(), err
	}
	plain, already := picture.(*image.NRGBA)
	if !already {
		plain = image.NewNRGBA(picture.Bounds())
		draw.Draw(plain, plain.Rect, picture, plain.Rect.Min, draw.Src)
	}
	err := png.Encode(&b, plain)
	return b.Bytes(), err
}

// LogoError says why a file is no logo; it is its own code.
type LogoError string

// Error is for programmers.
func (e LogoError) Error() string { return string(e) }

// Code names the sentence that says what is wrong.
func (e LogoError) Code() string { return string(e) }

// Values is empty: the sentence needs none.
func (e LogoError) Values() map[string]string { return nil }
