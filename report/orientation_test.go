package report_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"testing"

	"stappenplan/report"
)

// quarters is a JPEG of four colours: A and B above, C and D below.
func quarters(t *testing.T) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 64, 32))
	for i, c := range []color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}} {
		x, y := i%2*32, i/2*16
		draw.Draw(picture, image.Rect(x, y, x+32, y+16), image.NewUniform(c), image.Point{}, draw.Src)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// held is a JPEG as of a camera that was held so.
func held(picture []byte, order binary.AppendByteOrder, orientation uint16) []byte {
	tiff := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		tiff = []byte("II*\x00")
	}
	tiff = order.AppendUint16(order.AppendUint32(tiff, 8), 2)
	for _, field := range [][2]uint16{{0x0100, 64}, {0x0112, orientation}} { // its width stands before it
		tiff = order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, field[0]), 3), 1)
		tiff = order.AppendUint16(order.AppendUint16(tiff, field[1]), 0)
	}
	exif := append([]byte("Exif\x00\x00"), order.AppendUint32(tiff, 0)...)
	head := append([]byte("\xff\xd8\xff\xfe\x00\x04ab\xff\xe1"), binary.BigEndian.AppendUint16(nil, uint16(2+len(exif)))...)
	return append(append(head, exif...), picture[2:]...)
}

// corners names the colours of a picture, from the top left.
func corners(t *testing.T, data []byte) (names string) {
	t.Helper()
	picture, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	size := picture.Bounds()
	for _, at := range []image.Point{{4, 4}, {size.Dx() - 5, 4}, {4, size.Dy() - 5}, {size.Dx() - 5, size.Dy() - 5}} {
		r, g, b, _ := picture.At(at.X, at.Y).RGBA()
		for name, is := range map[string]bool{
			"A": r > 0x8000 && g < 0x8000 && b < 0x8000, "B": r < 0x8000 && g > 0x8000, "C": r < 0x8000 && b > 0x8000, "D": r > 0x8000 && g > 0x8000,
		} {
			if is {
				names += name
			}
		}
	}
	return names
}

func TestALogoStandsUpright(t *testing.T) {
	t.Parallel()
	picture := quarters(t)
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for orientation, want := range []string{"ABCD", "ABCD", "BADC", "DCBA", "CDAB", "ACBD", "CADB", "DBCA", "BDAC", "ABCD"} {
			logo, err := report.NewLogo(held(picture, order, uint16(orientation)))
			if err != nil {
				t.Fatal(err)
			}
			size, err := jpeg.DecodeConfig(bytes.NewReader(logo.Data))
			if err != nil || size.Width != logo.Width || size.Height != logo.Height || (logo.Width == 32) != (orientation >= 5 && orientation <= 8) {
				t.Errorf("orientation %d: %d × %d, the picture %d × %d, %v", orientation, logo.Width, logo.Height, size.Width, size.Height, err)
			}
			if got := corners(t, logo.Data); got != want {
				t.Errorf("orientation %d: %s, want %s", orientation, got, want)
			}
			if bytes.Contains(logo.Data, []byte("Exif")) {
				t.Error("the EXIF is still there, and would turn it again")
			}
		}
	}
}

// TestALogoWithBrokenEXIF cuts and changes the EXIF: the picture stays as it is.
func TestALogoWithBrokenEXIF(t *testing.T) {
	t.Parallel()
	whole := held(quarters(t), binary.BigEndian, 1)
	at := bytes.Index(whole, []byte("MM"))
	for i := range 40 {
		for _, value := range []byte{0, 1, 0x7f, 0xff} {
			broken := bytes.Clone(whole)
			broken[at+i] = value
			if logo, err := report.NewLogo(broken); err == nil {
				corners(t, logo.Data)
			}
		}
	}
	for _, length := range []int{0, 1, 7, 8, 9} {
		short := append([]byte("\xff\xd8\xff\xe1\x00"), byte(8+length))
		short = append(append(append(short, "Exif\x00\x00"...), whole[at:at+length]...), quarters(t)[2:]...)
		if logo, err := report.NewLogo(short); err != nil || corners(t, logo.Data) != "ABCD" {
			t.Errorf("%d bytes of EXIF: %v", length, err)
		}
	}
}
