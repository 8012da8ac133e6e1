package report

import (
	"bytes"
	"encoding/binary"
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
	maxLogoDots  = 6_000_000

	// How often a JPEG is drawn over itself, at most: each time takes as long as drawing it, and can take hardly any room
	// in the file. A progressive one becomes sharper each time, and programs make some ten of it.
	maxScans            = 4 // the most colours there are, each by itself
	maxProgressiveScans = 50
)

// NewLogo reads a PNG or JPEG picture. It writes it anew: a document gets a picture that every reader can show,
// and nothing else that was in the file, such as where a photograph was taken. One that a camera says to turn is turned. Other
// pictures, and those that are too large, are refused with a [LogoError]. Whoever reads the file sees to [MaxLogoBytes].
func NewLogo(data []byte) (Logo, error) {
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || kind != "png" && kind != "jpeg" {
		return Logo{}, LogoError("logo-no-picture")
	}
	if size.Width > maxLogoSide || size.Height > maxLogoSide || size.Width*size.Height > maxLogoDots {
		return Logo{}, LogoError("logo-too-large")
	}
	if kind == "jpeg" && tooManyScans(data) {
		return Logo{}, LogoError("logo-too-many-scans")
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return Logo{}, LogoError("logo-no-picture")
	}
	if kind == "jpeg" {
		picture = upright(picture, orientation(data))
	}
	anew, err := encoded(picture, kind)
	if err != nil {
		return Logo{}, fmt.Errorf("write the logo anew: %w", err)
	}
	return Logo{anew, kind, picture.Bounds().Dx(), picture.Bounds().Dy()}, nil
}

// Fit is how wide and high the logo is where it is as large as fits in a width and a height.
func (l Logo) Fit(width, height float64) (float64, float64) {
	scale := min(width/float64(l.Width), height/float64(l.Height))
	return float64(l.Width) * scale, float64(l.Height) * scale
}

// Markers of a JPEG: what follows the byte 0xFF.
const (
	markerProgressive  = 0xC2
	markerFirstRestart = 0xD0 // a scan goes on after one, as it does after a zero
	markerLastRestart  = 0xD7
	markerEnd          = 0xD9
	markerScan         = 0xDA
	markerExif         = 0xE1
)

// tooManyScans says whether a JPEG is drawn over itself too often. It walks from marker to marker as the decoder does.
func tooManyScans(data []byte) bool {
	most, scans := maxScans, 0
	for data = data[2:]; ; {
		_, data, _ = bytes.Cut(data, []byte{0xFF})
		if len(data) < 3 || data[0] == markerEnd {
			return scans > most
		}
		switch marker := data[0]; {
		case marker == 0, marker == 0xFF, marker >= markerFirstRestart && marker <= markerLastRestart:
			continue
		case marker == markerProgressive:
			most = maxProgressiveScans
		case marker == markerScan:
			scans++
		}
		length := int(binary.BigEndian.Uint16(data[1:]))
		data = data[min(1+length, len(data)):]
	}
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
