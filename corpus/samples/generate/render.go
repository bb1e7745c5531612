package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// job is a sample on its way to being a file.
type job struct {
	sample *Sample
	report *Report
	path   string // of the file to make
}

// render makes the files: those written here at once, those of LibreOffice in
// one run of it, for it takes longer to start than to convert.
func render(jobs []job) error {
	work, err := os.MkdirTemp("", "samples")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	for _, target := range []string{"pdf", "doc", "rtf", "odt"} {
		if err := convertWord(jobs, work, target); err != nil {
			return err
		}
	}
	for i := range jobs {
		if err := jobs[i].render(work); err != nil {
			return fmt.Errorf("%s: %w", jobs[i].sample.File, err)
		}
	}
	return nil
}

// target is the format in which the renderer needs LibreOffice's file; empty
// when it needs none.
func (r Renderer) target() string {
	switch r {
	case LibreOffice, Ghostscript, Encrypted, Rotated, Scanned:
		return "pdf"
	case Word97, RichText, OpenText:
		return string(r)
	}
	return ""
}

// stem is a sample's file name in the work folder, without ending.
func (j *job) stem(work string) string {
	return filepath.Join(work, strings.TrimSuffix(filepath.Base(j.path), filepath.Ext(j.path)))
}

// convertWord lets LibreOffice turn the DOCX of the samples that need it into
// the target format.
func convertWord(jobs []job, work, target string) error {
	args := []string{"-env:UserInstallation=file://" + work + "/profile", "--headless", "--convert-to", target, "--outdir", work}
	fixed := len(args)
	for i := range jobs {
		if jobs[i].sample.Render.target() != target {
			continue
		}
		data, err := docx(jobs[i].report, &jobs[i].sample.Style)
		if err != nil {
			return err
		}
		file := jobs[i].stem(work) + ".docx"
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
		args = append(args, file)
	}
	if len(args) == fixed {
		return nil
	}
	return run("soffice", args...)
}

func (j *job) render(work string) error {
	printed := j.stem(work) + ".pdf"
	switch j.sample.Render {
	case OOXML:
		return j.write(docx)
	case Web:
		return j.write(page)
	case Archive:
		return j.write(archived)
	case Chromium:
		return j.browse(work)
	case LibreOffice:
		return keep(printed, j.path)
	case Word97, RichText:
		return keep(j.stem(work)+"."+j.sample.Render.target(), j.path)
	case OpenText:
		return keepOpenText(j.stem(work)+".odt", j.path)
	case Ghostscript:
		return j.through(printed, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", j.path, printed)
	case Encrypted:
		return j.through(printed, "qpdf", "--static-id", "--static-aes-iv", "--encrypt", "", "samples", "256", "--print=none", "--", printed, j.path)
	case Rotated:
		return j.rotate(printed)
	case Scanned:
		return j.scanned(printed)
	}
	return fmt.Errorf("no renderer %q", j.sample.Render)
}

func (j *job) write(format func(*Report, *Style) ([]byte, error)) error {
	data, err := format(j.report, &j.sample.Style)
	if err != nil {
		return err
	}
	return os.WriteFile(j.path, data, 0o644)
}

// browse prints the page from Chromium. Its background services are off: they
// would look for the network at every start.
func (j *job) browse(work string) error {
	data, err := page(j.report, &j.sample.Style)
	if err != nil {
		return err
	}
	source := j.stem(work) + ".html"
	if err := os.WriteFile(source, data, 0o644); err != nil {
		return err
	}
	printed := j.stem(work) + ".pdf"
	if err := run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+work+"/chromium",
		"--no-pdf-header-footer", "--print-to-pdf="+printed, "file://"+source); err != nil {
		return err
	}
	return keep(printed, j.path)
}

// through lets another program write the file from LibreOffice's, whose dates
// are stilled before, and the program's own after.
func (j *job) through(printed, program string, args ...string) error {
	if err := keep(printed, printed); err != nil {
		return err
	}
	if err := run(program, args...); err != nil || j.sample.Render == Encrypted {
		return err
	}
	return keep(j.path, j.path)
}

// rotate turns the pages' contents into upright paper and the pages back by
// /Rotate, as printer drivers do with landscape pages.
func (j *job) rotate(printed string) error {
	turned := printed + ".turned"
	if err := run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dAutoRotatePages=/None",
		"-dFIXEDMEDIA", "-dPDFFitPage", "-sPAPERSIZE=a4", "-o", turned, printed); err != nil {
		return err
	}
	if err := keep(turned, turned); err != nil {
		return err
	}
	return run("qpdf", "--static-id", "--rotate=+90", turned, j.path)
}

func run(program string, args ...string) error {
	command := exec.Command(program, args...)
	command.Env = append(os.Environ(), "SOURCE_DATE_EPOCH="+fmt.Sprint(made.Unix()), "TZ=UTC")
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", program, err, output)
	}
	return nil
}

// clocks are the places of a PDF that differ from one run to the next.
var clocks = regexp.MustCompile(`D:\d{14}|/ID\s*\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\]|/DocChecksum /[0-9A-F]+|uuid:[0-9a-f-]{36}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d`)

var digits = regexp.MustCompile(`[0-9A-Fa-f]`)

// keep copies a file with the dates and ids of a PDF stilled: same sample, same
// bytes. Replacements are as long as what they replace, for offsets must stay.
func keep(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	data = clocks.ReplaceAllFunc(data, stilled)
	return os.WriteFile(to, data, 0o644)
}

func stilled(found []byte) []byte {
	text := string(found)
	switch {
	case strings.HasPrefix(text, "D:"):
		return []byte(made.Format("D:20060102150405"))
	case strings.Contains(text, "T") && text[4] == '-':
		return []byte(made.Format("2006-01-02T15:04:05"))
	}
	head := strings.IndexAny(text, "<:")
	if head < 0 {
		head = len("/DocChecksum /") - 1
	}
	return append([]byte(text[:head]), digits.ReplaceAll(found[head:], []byte("0"))...)
}
