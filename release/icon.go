package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"math"
)

// iconSizes are the sizes in which Windows shows a program, in pixels.
var iconSizes = []int{16, 24, 32, 48, 64, 256}

// The colours of the icon: the one accent of the screens, and what is drawn on it.
var (
	ground = color.NRGBA{0x0B, 0x5C, 0xAD, 0xFF}
	stairs = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	goal   = color.NRGBA{0xF2, 0xC1, 0x4E, 0xFF}
)

// icon is the icon of the program as a Windows file: four steps up, and a goal on top.
func icon() ([]byte, error) {
	var pictures [][]byte
	for _, size := range iconSizes {
		var picture bytes.Buffer
		if err := png.Encode(&picture, drawn(size)); err != nil {
			return nil, err
		}
		pictures = append(pictures, picture.Bytes())
	}
	var file bytes.Buffer
	put := func(values ...any) {
		for _, value := range values {
			_ = binary.Write(&file, binary.LittleEndian, value) // memory takes everything
		}
	}
	put([3]uint16{0, 1, uint16(len(pictures))}) // the header: an icon, of so many pictures
	offset := 6 + 16*len(pictures)
	for i, picture := range pictures {
		side := uint8(iconSizes[i] % 256) // 0 stands for 256
		put(side, side, uint16(0), uint16(1), uint16(32), uint32(len(picture)), uint32(offset))
		offset += len(picture)
	}
	for _, picture := range pictures {
		put(picture)
	}
	return file.Bytes(), nil
}

// drawn is the icon in one size, each pixel the mean of points in it.
func drawn(size int) image.Image {
	const fine = 8
	picture := image.NewNRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			var red, green, blue, alpha int
			for point := range fine * fine {
				c := at((float64(x)+(float64(point%fine)+0.5)/fine)/float64(size), (float64(y)+(float64(point/fine)+0.5)/fine)/float64(size))
				red, green, blue, alpha = red+int(c.R)*int(c.A), green+int(c.G)*int(c.A), blue+int(c.B)*int(c.A), alpha+int(c.A)
			}
			if alpha > 0 {
				picture.SetNRGBA(x, y, color.NRGBA{uint8(red / alpha), uint8(green / alpha), uint8(blue / alpha), uint8(alpha / fine / fine)})
			}
		}
	}
	return picture
}

// at is the colour of a point of the icon, whose sides are 1 long.
func at(x, y float64) color.NRGBA {
	const corner, steps = 0.2, 4
	nearest := func(v float64) float64 { return math.Max(math.Max(corner-v, v-(1-corner)), 0) }
	if math.Hypot(nearest(x), nearest(y)) > corner {
		return color.NRGBA{}
	}
	if math.Hypot(x-0.75, y-0.22) < 0.105 {
		return goal
	}
	step := math.Floor((x - 0.125) / 0.1875)
	if step >= 0 && step < steps && y < 0.875 && y > 0.75-step*0.125 {
		return stairs
	}
	return ground
}
