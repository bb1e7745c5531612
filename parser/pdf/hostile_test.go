package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"gouji/parser/document"
	"gouji/parser/pdf/pdftest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// packed is what a stream of n copies of the unit takes when it is compressed.
func packed(unit string, n int) string {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestSpeed)
	block := strings.Repeat(unit, 1<<16/len(unit))
	for range n * len(unit) / len(block) {
		_, _ = w.Write([]byte(block))
	}
	_ = w.Close()
	return b.String()
}

// onePage is a page whose content stream has the entries; more objects follow
// from number 6 on. F is Helvetica.
func onePage(entries, content, resources string, more ...string) []byte {
	f := &pdftest.File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	f.Add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<" + resources + "/Font<</F 5 0 R/G 6 0 R>>>>>>")
	f.Stream(entries, content)
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	for _, object := range more {
		f.Add(object)
	}
	return f.Bytes()
}

func object(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(data), data)
}

const (
	deflated = "/Filter/FlateDecode"
	formDict = "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R/Y %d 0 R>>>>"
)

// Whatever a file unpacks to, PDFium stays in its memory, and whoever sent it
// hears that it is too large, not that it is damaged.
func TestWhatUnpacksToMoreThanMemoryIsTooLarge(t *testing.T) {
	const many = 160 << 20
	for name, data := range map[string][]byte{
		"zeros":                      onePage(deflated, packed("\x00", many), ""),
		"operators":                  onePage(deflated, packed("0 0 m 99 0 l S ", many/15), ""),
		"open arrays":                onePage(deflated, packed("[", many), ""),
		"a form that draws itself":   onePage("", "/X Do", "/XObject<</X 6 0 R>>", object(fmt.Sprintf(formDict, 6, 6), "/X Do /X Do")),
		"forms that draw each other": onePage("", "/X Do", "/XObject<</X 6 0 R>>", object(fmt.Sprintf(formDict, 7, 7), "/X Do /Y Do"), object(fmt.Sprintf(formDict, 6, 6), "/X Do /Y Do")),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := engine.Read(context.Background(), data, Limits{})
			assertKind(t, document.TooLarge, err)
			assert.NotContains(t, err.Error(), "wasm", "the message is for people")
		})
	}
}

// A page that nobody could read takes no time to sort.
func TestAPageOfTooMuchFinePrintIsTooLarge(t *testing.T) {
	var print, lines strings.Builder
	for y := range 700 {
		fmt.Fprintf(&print, "BT /F 1 Tf 1 0 0 1 5 %d Tm (%s) Tj ET\n", y, strings.Repeat("0123456789", 10))
		lines.WriteString(strings.Repeat("0 0 m 99 0 l S ", 150))
	}
	for name, content := range map[string]string{"glyphs": print.String(), "lines": lines.String()} {
		_, err := engine.Read(context.Background(), onePage("", content, ""), Limits{})
		assertKind(t, document.TooLarge, err)
		assert.ErrorContains(t, err, "内容太多", name)
	}
}

// None of these stops the reader: what can be drawn is read.
func TestJunkBesideTheTextIsPassedOver(t *testing.T) {
	const seven = " BT /F 10 Tf 100 700 Td (7) Tj ET"
	junk := strings.Repeat("\x97JB2\r\n\x1a\n\x00\xff\x4f\xff\x51gouji", 1000)
	picture := "/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/"
	font := func(kind string) []byte {
		return onePage("", "BT /G 10 Tf 100 600 Td ( ) Tj ET"+seven, "",
			"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 0/LastChar 3/Widths[1e30 nan -1 0]/FontDescriptor 7 0 R>>",
			"<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1e30 1e30]/ItalicAngle 0/Ascent 1e30/Descent 1e30/CapHeight 0/StemV 0/"+kind+" 8 0 R>>",
			object("", junk))
	}
	cases := map[string][]byte{
		"a type 3 font of itself": onePage("", "BT /G 10 Tf 100 600 Td ( ) Tj ET"+seven, "",
			"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 7 0 R>>/Encoding<</Differences[32/a]>>/FirstChar 32/LastChar 32/Widths[1]/Resources<</Font<</G 6 0 R>>>>>>",
			object("", "1 0 0 0 1 1 d1 BT /G 1 Tf ( ) Tj ET")),
		"nested arrays":     onePage("", strings.Repeat("[", 100_000)+strings.Repeat("]", 100_000)+" TJ"+seven, ""),
		"numbers too large": onePage("", "q 1e38 0 0 1e38 0 0 cm 1e38 0 0 1e38 0 0 cm 0 0 1e38 1e38 re f Q"+seven, ""),
		"TrueType":          font("FontFile2"), "CFF": font("FontFile3"), "Type 1": font("FontFile"),
	}
	for _, filter := range []string{"JBIG2Decode", "JPXDecode", "DCTDecode", "CCITTFaxDecode", "LZWDecode"} {
		cases[filter] = onePage("", "q 9 0 0 9 0 0 cm /I Do Q"+seven, "/XObject<</I 6 0 R>>", object(picture+filter, junk))
	}
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			assert.Contains(t, characters(page(t, data)), "7")
		})
	}
}

func TestPageBoxesWithoutSense(t *testing.T) {
	for _, box := range []string{"0 0 1e38 1e38", "0 0 nan inf", "-1e30 -1e30 1e30 1e30", "0 0 0 0", "/a (b) <<>> []"} {
		data := strings.Replace(string(onePage("", "BT /F 10 Tf 100 700 Td (7) Tj ET", "")), "0 0 600 800", box, 1)
		content, err := engine.Read(context.Background(), []byte(data), Limits{})
		require.NoError(t, err, box)
		size := content.Pages[0]
		assert.True(t, size.Width >= 0 && size.Width <= 4e6 && size.Height >= 0 && size.Height <= 4e6, "%s: %v × %v", box, size.Width, size.Height)
	}
}

func TestAPageTreeThatIsALadder(t *testing.T) {
	f := &pdftest.File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	for i := range 20_000 {
		f.Add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", i+3))
	}
	f.Add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>")
	_, err := engine.Read(context.Background(), f.Bytes(), Limits{})
	assertKind(t, document.Corrupt, err)
}

// A PDFium that took all it may have takes no more than that of the machine.
func TestABombTakesNoMoreMemoryThanItsLimit(t *testing.T) {
	before, ok := peakMemory()
	if !ok {
		t.Skip("this system does not tell")
	}
	own := NewEngine(1, DefaultMemory)
	defer own.Close()
	bomb := onePage(deflated, packed("[", 160<<20), "")
	for range 3 {
		_, err := own.Read(context.Background(), bomb, Limits{})
		assertKind(t, document.TooLarge, err)
		assert.ErrorContains(t, err, "--max-memory")
	}
	after, _ := peakMemory()
	assert.Less(t, after, max(before, 400<<20), "bytes")
}

// peakMemory is the most memory that this process has had, in bytes.
func peakMemory() (bytes int, ok bool) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, false
	}
	_, after, ok := strings.Cut(string(status), "VmHWM:")
	_, err = fmt.Sscan(after, &bytes)
	return bytes << 10, ok && err == nil
}
