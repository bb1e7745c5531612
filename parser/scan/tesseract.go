package scan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"image"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"

	"gouji/parser/document"
)

// Tesseract is the recogniser: a program of its own, version 4 or 5, found on
// the PATH, with the data for Chinese (chi_sim) and English (eng).
type Tesseract struct{ path string }

// HowToInstall is what people are told who lack it.
const HowToInstall = "识别扫描件要用 Tesseract：Linux 装 tesseract-ocr 和 tesseract-ocr-chi-sim 两个软件包；" +
	"Windows 装 UB Mannheim 的 Tesseract 安装包，勾选 Chinese (Simplified)，并把安装目录加入 PATH"

// FindTesseract looks the program up. The error, a *document.Error, says how
// to install it.
func FindTesseract() (*Tesseract, error) {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, &document.Error{Kind: document.NoText, Message: "文件是扫描件，没有文字。" + HowToInstall, Err: err}
	}
	return &Tesseract{path}, nil
}

// symbol is a character as read.
type symbol struct {
	text string
	box  image.Rectangle
	sure float64 // percent
}

// mode is how a picture is read.
type mode struct {
	language string
	allowed  string // the characters that may come; empty for all
	raw      bool   // how high the line stands is not looked for
}

var (
	chinese = mode{language: "chi_sim"}
	// （一）予以公开 in clear print is read as ER or 人-六邓区贫弄 where the line is
	// looked for first.
	chineseRaw = mode{language: "chi_sim", raw: true}
	numbers    = mode{language: "eng", allowed: "0123456789.,-+/%"}
)

// Tesseract's modes of page segmentation: lines of text one below the other, a
// single line, and a single line of which it does not look where it stands.
const (
	block = "6"
	line  = "7"
	raw   = "13"
)

// read recognises lines of text; where the recogniser crashes there is nothing.
func (t *Tesseract) read(ctx context.Context, picture *image.Gray, m mode) ([]symbol, error) {
	said, err := t.run(ctx, portable(picture), block, m)
	if errors.Is(err, errCrashed) {
		return nil, nil
	}
	return symbolsOf(said), err
}

// readEach recognises pictures of one line each. Short lines of one block are
// read by the slope and height of their neighbours, and come out as nonsense. The
// recogniser crashes over some, Tesseract 5.3 by dividing by zero over a label of a scan
// with 120 dots to the inch. Then nothing is read there, and all else is.
func (t *Tesseract) readEach(ctx context.Context, pictures []*image.Gray, m mode) ([][]symbol, error) {
	segmentation := line
	if m.raw {
		segmentation = raw
	}
	said, err := t.run(ctx, album(pictures), segmentation, m)
	if errors.Is(err, errCrashed) {
		return t.readApart(ctx, pictures, m)
	}
	if err != nil {
		return nil, err
	}
	pages := strings.Split(said, "<div class='ocr_page'")[1:]
	if len(pages) != len(pictures) {
		return nil, fmt.Errorf("tesseract: %d pages of %d", len(pages), len(pictures))
	}
	list := make([][]symbol, len(pages))
	for i, page := range pages {
		list[i] = symbolsOf(page)
	}
	return list, nil
}

// readApart reads the two halves of pictures by themselves; one alone gives nothing.
func (t *Tesseract) readApart(ctx context.Context, pictures []*image.Gray, m mode) ([][]symbol, error) {
	if len(pictures) == 1 {
		return make([][]symbol, 1), nil
	}
	first, err := t.readEach(ctx, pictures[:len(pictures)/2], m)
	if err != nil {
		return nil, err
	}
	second, err := t.readEach(ctx, pictures[len(pictures)/2:], m)
	return append(first, second...), err
}

// lastWords is how long the pipes of a recogniser that has ended or was killed may stay
// open. At a load of 40 on two processors what it had written took longer than a
// second to arrive, and a report was lost that way (000513).
const lastWords = 3 * time.Second

// run gives what the recogniser writes, as hOCR.
func (t *Tesseract) run(ctx context.Context, pictures []byte, segmentation string, m mode) (string, error) {
	args := []string{"stdin", "stdout", "-l", m.language, "--psm", segmentation, "--dpi", "300", "-c", "hocr_char_boxes=1"}
	if m.allowed != "" {
		args = append(args, "-c", "tessedit_char_whitelist="+m.allowed)
	}
	command := exec.CommandContext(ctx, t.path, append(args, "hocr")...)
	command.Stdin = bytes.NewReader(pictures)
	command.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // pages run in parallel, not lines
	command.WaitDelay = lastWords                            // else a child of it that holds the pipes is waited for
	var out, errs bytes.Buffer
	command.Stdout, command.Stderr = &out, &errs
	if err := command.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", refused(errs.String(), err)
	}
	return out.String(), nil
}

// errCrashed tells that the recogniser did not end by itself.
var errCrashed = errors.New("crashed")

func refused(said string, err error) error {
	const mostOwn = 255 // larger numbers, and none, are those of the system's signals
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && (exit.ExitCode() < 0 || exit.ExitCode() > mostOwn) {
		return fmt.Errorf("tesseract: %w: %w", errCrashed, err)
	}
	if strings.Contains(said, "Error opening data file") {
		return &document.Error{Kind: document.NoText, Message: "文件是扫描件，Tesseract 缺少中文数据。" + HowToInstall, Err: err}
	}
	return fmt.Errorf("tesseract: %w: %.200s", err, said)
}

// portable writes a picture as PGM, which costs nothing to encode.
func portable(picture *image.Gray) []byte {
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	data := fmt.Appendf(nil, "P5\n%d %d\n255\n", w, h)
	for y := range h {
		data = append(data, picture.Pix[y*picture.Stride:y*picture.Stride+w]...)
	}
	return data
}

// cinfo is a character in hOCR as Tesseract writes it.
var cinfo = regexp.MustCompile(`<span class='ocrx_cinfo' title='x_bboxes (\d+) (\d+) (\d+) (\d+); x_conf ([\d.]+)'>([^<]*)</span>`)

func symbolsOf(hocr string) []symbol {
	var list []symbol
	for _, m := range cinfo.FindAllStringSubmatch(hocr, -1) {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(m[i+1])
		}
		sure, _ := strconv.ParseFloat(m[5], 64)
		list = append(list, symbol{html.UnescapeString(m[6]), image.Rect(n[0], n[1], n[2], n[3]), sure})
	}
	return list
}
