package pdf

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"gouji/parser/document"
	"gouji/parser/pdf/pdftest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// seven is a report of one figure.
var seven = pdftest.Seven()

func assertKind(t *testing.T, want document.Kind, err error) {
	t.Helper()
	var e *document.Error
	if assert.True(t, errors.As(err, &e), "want %s, got %v", want, err) {
		assert.Equal(t, want, e.Kind, e.Message)
	}
}

func TestEncryption(t *testing.T) {
	assert.Equal(t, "7", characters(page(t, pdftest.Encrypted(""))), "the empty password opens it")
	_, err := engine.Read(context.Background(), pdftest.Encrypted("secret"), Limits{})
	assertKind(t, document.Encrypted, err)
}

func TestBadInput(t *testing.T) {
	cases := map[string]struct {
		data []byte
		want document.Kind
	}{
		"empty":              {nil, document.Corrupt},
		"white space":        {[]byte("\n\n"), document.Corrupt},
		"garbage":            {[]byte(strings.Repeat("gouji", 1000)), document.Corrupt},
		"header alone":       {seven[:20], document.Corrupt},
		"page tree loop":     {pdftest.Loop(), document.Corrupt},
		"ten thousand pages": {pdftest.Pages(10_000), document.TooLarge},
		"many bytes":         {make([]byte, DefaultBytes+1), document.TooLarge},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := engine.Read(context.Background(), c.data, Limits{})
			assertKind(t, c.want, err)
		})
	}
	_, err := engine.Read(context.Background(), seven, Limits{Bytes: 100})
	assertKind(t, document.TooLarge, err)
}

func TestDeadline(t *testing.T) {
	for range cap(engine.slots) + 1 {
		ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
		_, err := engine.Read(ctx, pdftest.Bomb(12), Limits{})
		cancel()
		assertKind(t, document.Timeout, err)
	}
	assert.Equal(t, "7", characters(page(t, seven)), "the next document gets a fresh PDFium")
}

func TestTruncatedFile(t *testing.T) {
	whole := pdftest.Pages(40)
	content, err := engine.Read(context.Background(), whole, Limits{})
	require.NoError(t, err)
	assert.Empty(t, content.Incomplete)
	assert.Len(t, content.Pages, 40)

	_, err = engine.Read(context.Background(), whole[:60], Limits{})
	assertKind(t, document.Corrupt, err)
	assert.ErrorContains(t, err, "末尾缺失")

	// Files made for the web have a trailer at their beginning as well.
	web := strings.Replace(string(whole[:len(whole)/2]), "%PDF-1.7\n", "%PDF-1.7\ntrailer<</Root 1 0 R/Size 43>>\n", 1)
	content, err = engine.Read(context.Background(), []byte(web), Limits{})
	require.NoError(t, err)
	assert.Contains(t, content.Incomplete, "页读不出来（第")
	assert.Contains(t, content.Incomplete, "末尾缺失")
}

func TestScannedFile(t *testing.T) {
	scan := pdftest.Drawn("", "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q BT 3 Tr /F 10 Tf 100 600 Td (9) Tj ET")
	content, err := engine.Read(context.Background(), scan, Limits{})
	require.NoError(t, err)
	assert.True(t, content.Scanned())
	assert.Equal(t, 1, content.Hidden, "the recogniser's text")

	content, err = engine.Read(context.Background(), seven, Limits{})
	require.NoError(t, err)
	assert.False(t, content.Scanned())
}

func TestManyDocumentsAtOnce(t *testing.T) {
	var group sync.WaitGroup
	for i := range 12 {
		group.Go(func() {
			text := fmt.Sprint(100 + i)
			content, err := engine.Read(context.Background(), pdftest.Drawn("", "BT /F 10 Tf 100 700 Td ("+text+") Tj ET"), Limits{})
			if assert.NoError(t, err) {
				assert.Equal(t, text, characters(content.Pages[0]))
			}
		})
	}
	group.Wait()
}

func TestWornWorkersAreReplaced(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some hundred documents")
	}
	own := NewEngine(1, DefaultMemory)
	defer own.Close()
	var before, after runtime.MemStats
	most, blank := 0, pdftest.Pages(1)
	for i := range 3 * worn {
		_, err := own.Read(context.Background(), blank, Limits{})
		require.NoError(t, err)
		if len(own.idle) > 0 {
			most = max(most, own.idle[0].documents)
		}
		if i == worn {
			runtime.GC()
			runtime.ReadMemStats(&before)
		}
	}
	assert.Equal(t, worn-1, most)
	runtime.GC()
	runtime.ReadMemStats(&after)
	assert.Less(t, after.HeapAlloc, before.HeapAlloc+32<<20, "memory stays flat")
}

func TestClosedEngine(t *testing.T) {
	own := NewEngine(1, DefaultMemory)
	own.Close()
	_, err := own.Read(context.Background(), seven, Limits{})
	assert.ErrorIs(t, err, errClosed)
}

func TestRender(t *testing.T) {
	picture, err := engine.Render(context.Background(), pdftest.Drawn("/Rotate 90", "1 0 0 rg 0 0 300 800 re f"), 1, 36)
	require.NoError(t, err)
	assert.Equal(t, [2]int{400, 300}, [2]int{picture.Bounds().Dx(), picture.Bounds().Dy()})
	r, g, _, _ := picture.At(200, 50).RGBA()
	assert.True(t, r > 0xF000 && g < 0x1000, "red above, as the page is turned")
	_, g, _, _ = picture.At(200, 250).RGBA()
	assert.Greater(t, g, uint32(0xF000), "white below")

	_, err = engine.Render(context.Background(), seven, 2, 72)
	assertKind(t, document.Corrupt, err)
	_, err = engine.Render(context.Background(), seven, 1, 7200)
	assertKind(t, document.TooLarge, err)
}

func TestOnlyKnownModulesAreRewritten(t *testing.T) {
	for _, cut := range []int{0, 7, 100, len(pdfiumWasm) / 2} {
		_, err := interruptible(pdfiumWasm[:cut])
		assert.ErrorIs(t, err, errModule)
	}
}

func BenchmarkRead(b *testing.B) {
	row := "BT /F 8 Tf 60 0 Td (1234) Tj 40 0 Td (567) Tj 40 0 Td (89) Tj ET 60 -2 m 500 -2 l S 1 0 0 1 0 -14 cm "
	data := pdftest.Drawn("", "q 1 0 0 1 0 780 cm "+strings.Repeat(row, 50)+"Q")
	require.NoError(b, engine.Warm(context.Background()))
	for b.Loop() {
		if _, err := engine.Read(context.Background(), data, Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzRead looks for panics, hangs and errors without a kind, in PDFium's
// sandbox and in our walk of what it tells.
func FuzzRead(f *testing.F) {
	f.Add(seven)
	f.Add(seven[:len(seven)/2])
	f.Add(pdftest.Encrypted(""))
	f.Add(pdftest.Bomb(3))
	f.Add(pdftest.Drawn("/Rotate 90/CropBox[10 10 300 300]", "/X0 Do 100 600 200 100 re S BT /T 20 Tf 100 700 Td (77) Tj ET", "/Matrix[2 0 0 2 0 0]|0 0 m 9 0 l S"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		content, err := engine.Read(ctx, data, Limits{Pages: 50, Bytes: 1 << 20})
		var e *document.Error
		if err != nil && (!errors.As(err, &e) || e.Message == "") {
			t.Fatalf("error without a kind: %v", err)
		}
		if err == nil && len(content.Pages) == 0 {
			t.Fatal("neither pages nor an error")
		}
	})
}

func TestAuthorIsReadFromTheProperties(t *testing.T) {
	for properties, want := range map[string]string{
		"":                              "",
		"/Author(Zhang San)":            "Zhang San",
		"/Author<FEFF67D053BF67D05C40>": "某县某局",
		"/Author(" + strings.Repeat("x", authorBytes) + ")": "",
	} {
		f := &pdftest.File{Trailer: "/Info 4 0 R"}
		f.Add("<</Type/Catalog/Pages 2 0 R>>")
		f.Add("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>")
		f.Add("<</Type/Page/Parent 2 0 R>>")
		f.Add("<<" + properties + ">>")
		content, err := engine.Read(context.Background(), f.Bytes(), Limits{})
		require.NoError(t, err)
		assert.Equal(t, want, content.Author, properties)
	}
}
