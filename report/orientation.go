package report

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
)

// orientationTag is the tag of EXIF that says how a camera was held: 1 is upright, 2 to 8 are turned or mirrored.
const orientationTag = 0x0112

// orientation is what the EXIF of a JPEG says of it; 1 where it says nothing that makes sense.
func orientation(data []byte) int {
	for data = data[2:]; len(data) >= 4 && data[0] == 0xFF; {
		marker, length := data[1], int(binary.BigEndian.Uint16(data[2:]))
		if marker == 0xFF { // filling
			data = data[1:]
			continue
		}
		if marker == markerScan || marker == markerEnd || length < 2 || len(data) < 2+length {
			break
		}
		if tiff, is := bytes.CutPrefix(data[4:2+length], []byte("Exif\x00\x00")); is && marker == markerExif {
			return orientationIn(tiff)
		}
		data = data[2+length:]
	}
	return 1
}

// orientationIn is the orientation in the first directory of a TIFF, which EXIF is.
func orientationIn(tiff []byte) int {
	const entry = 12 // bytes: tag, kind, count, value
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(tiff, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(tiff, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return 1
	}
	if len(tiff) < 8 {
		return 1
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	count, entries := int(order.Uint16(tiff[at:])), tiff[at+2:]
	for range count {
		if len(entries) < entry {
			break
		}
		if order.Uint16(entries) == orientationTag {
			if turned := int(order.Uint16(entries[8:])); turned >= 1 && turned <= 8 {
				return turned
			}
			break
		}
		entries = entries[entry:]
	}
	return 1
}

// upright is a picture turned as its orientation asks.
func upright(picture image.Image, orientation int) image.Image {
	if orientation == 1 {
		return picture
	}
	bounds := picture.Bounds()
	from := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	draw.Draw(from, from.Rect, picture, bounds.Min, draw.Src)
	width, height := bounds.Dx(), bounds.Dy()
	lying, fromTheRight := orientation >= 5, orientation == 2 || orientation == 3 || orientation >= 7
	fromBelow := orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7
	if lying {
		width, height = height, width
	}
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			fromX, fromY := x, y
			if lying {
				fromX, fromY = y, x
			}
			if fromTheRight {
				fromX = bounds.Dx() - 1 - fromX
			}
			if fromBelow {
				fromY = bounds.Dy() - 1 - fromY
			}
			copy(to.Pix[to.PixOffset(x, y):][:4], from.Pix[from.PixOffset(fromX, fromY):][:4])
		}
	}
	return to
}
