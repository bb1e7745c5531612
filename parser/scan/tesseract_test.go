package scan

import (
	"context"
	"errors"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

// Who lacks Tesseract is told what to install.
func TestTesseractIsMissing(t *testing.T) {
	t.Setenv("PATH", "")
	_, err := FindTesseract()
	assertNoText(t, err)
}

func TestChineseDataIsMissing(t *testing.T) {
	assertNoText(t, refused("Error opening data file /usr/share/tessdata/chi_sim.traineddata", errors.New("exit status 1")))
	var known *document.Error
	assert.False(t, errors.As(refused("out of memory", errors.New("exit status 1")), &known))
}

func assertNoText(t *testing.T, err error) {
	t.Helper()
	var known *document.Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, document.NoText, known.Kind)
	assert.Contains(t, known.Message, "tesseract-ocr-chi-sim")
	assert.Contains(t, known.Message, "Windows")
}

func TestCharactersOfHOCR(t *testing.T) {
	read := symbolsOf(`<span class='ocrx_word'><span class='ocrx_cinfo' title='x_bboxes 10 20 30 40; x_conf 98.5'>8</span>` +
		`<span class='ocrx_cinfo' title='x_bboxes 31 20 40 40; x_conf 70'>&lt;</span></span>`)
	assert.Equal(t, []symbol{{"8", image.Rect(10, 20, 30, 40), 98.5}, {"<", image.Rect(31, 20, 40, 40), 70}}, read)
}

// A recogniser that hangs is killed when the time is up, without waiting for what it
// started itself, and leaves neither its process nor a file.
func TestARecogniserIsKilledInTime(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell to stand for the recogniser")
	}
	folder, temporary := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temporary)
	path, note := filepath.Join(folder, "tesseract"), filepath.Join(folder, "pid")
	require.NoError(t, os.WriteFile(path, []byte("#!/bin/sh\necho $$ > "+note+".new\nmv "+note+".new "+note+"\nsleep 8\n"), 0o755))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	started := func() bool { _, err := os.Stat(note); return err == nil }
	go func() {
		for !started() {
			time.Sleep(5 * time.Millisecond)
		}
		cancel()
	}()
	start := time.Now()
	_, err := (&Tesseract{path}).read(ctx, image.NewGray(image.Rect(0, 0, 10, 10)), chinese)
	require.ErrorIs(t, err, context.Canceled)
	assert.Less(t, time.Since(start), 5*time.Second, "its child holds the pipes for 8 s")
	pid, err := os.ReadFile(note)
	require.NoError(t, err)
	number, err := strconv.Atoi(strings.TrimSpace(string(pid)))
	require.NoError(t, err)
	assert.NoDirExists(t, filepath.Join("/proc", strconv.Itoa(number)), "the process is gone")
	left, err := os.ReadDir(temporary)
	require.NoError(t, err)
	assert.Empty(t, left)
}

// One label of a scan with 120 dots to the inch made Tesseract 5.3 divide by zero, and
// the whole report could not be read.
func TestARecogniserThatCrashesOverOnePictureReadsTheOthers(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell to stand for the recogniser")
	}
	path := filepath.Join(t.TempDir(), "tesseract")
	const script = "#!/bin/sh\nif grep -q deadly; then kill -FPE $$; fi\n" +
		`echo "<div class='ocr_page'><span class='ocrx_cinfo' title='x_bboxes 1 2 3 4; x_conf 99'>7</span>"`
	require.NoError(t, os.WriteFile(path, []byte(script), 0o755))
	picture := func(pixels string) *image.Gray {
		return &image.Gray{Pix: []byte(pixels), Stride: len(pixels), Rect: image.Rect(0, 0, len(pixels), 1)}
	}
	fake := &Tesseract{path}
	all, err := fake.readEach(context.Background(), []*image.Gray{picture("deadly"), picture("honest")}, chinese)
	require.NoError(t, err)
	assert.Equal(t, [][]symbol{nil, {{"7", image.Rect(1, 2, 3, 4), 99}}}, all)
	one, err := fake.read(context.Background(), picture("deadly"), chinese)
	assert.NoError(t, err)
	assert.Empty(t, one)
}
