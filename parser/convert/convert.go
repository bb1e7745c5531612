// Package convert lets LibreOffice, where it is on the machine, make a DOCX of a
// file that no reader of ours can read.
//
// LibreOffice runs headless in a fresh folder that holds the file and a profile
// of its own, with macros off and links to elsewhere not followed. The folder is
// removed whatever happens, and the end of the context ends every process.
package convert

import (
	"context"
	"errors"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// ErrMissing is the error on a machine that has no LibreOffice.
var ErrMissing = errors.New("convert: LibreOffice is not installed")

// afterKill is how long the output of a killed process is waited for.
const afterKill = time.Second

// profile switches off what a document could start or fetch.
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`

// elsewhere is where installers put the program without adding it to the PATH.
var elsewhere = []string{
	`C:\Program Files\LibreOffice\program\soffice.exe`,
	"/Applications/LibreOffice.app/Contents/MacOS/soffice",
}

func find() (string, error) {
	for _, name := range append([]string{"soffice"}, elsewhere...) {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrMissing
}

// turn is held by the conversion that runs: LibreOffice takes a processor and
// hundreds of megabytes.
var turn = make(chan struct{}, 1)

// DOCX converts a file of at most so many bytes of output. Of its name only the
// extension counts. The error is ErrMissing, the context's, or LibreOffice's.
func DOCX(ctx context.Context, name string, data []byte, most int64) ([]byte, error) {
	program, err := find()
	if err != nil {
		return nil, err
	}
	select {
	case turn <- struct{}{}:
		defer func() { <-turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	folder, err := os.MkdirTemp("", "gouji-convert-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	source, err := prepare(folder, name, data)
	if err != nil {
		return nil, err
	}
	if err := run(ctx, program, folder, source); err != nil {
		return nil, err
	}
	return output(filepath.Join(folder, "out", "report.docx"), most)
}

// extension is one that LibreOffice may be told: it chooses among its filters by
// it where the content leaves a choice.
var extension = regexp.MustCompile(`^\.[A-Za-z0-9]{1,8}$`)

// prepare writes the file and the profile.
func prepare(folder, name string, data []byte) (string, error) {
	user := filepath.Join(folder, "profile", "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(profile), 0o600); err != nil {
		return "", err
	}
	ending := filepath.Ext(name)
	if !extension.MatchString(ending) {
		ending = ".doc"
	}
	source := filepath.Join(folder, "report"+ending)
	return source, os.WriteFile(source, data, 0o600)
}

func run(ctx context.Context, program, folder, source string) error {
	command := exec.CommandContext(ctx, program, "-env:UserInstallation="+fileURL(filepath.Join(folder, "profile")),
		"--headless", "--norestore", "--nolockcheck", "--convert-to", "docx", "--outdir", filepath.Join(folder, "out"), source)
	command.Dir = folder
	command.WaitDelay = afterKill
	together(command)
	err := command.Run()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// output reads what LibreOffice wrote: it says success of files, too, that it
// could not load.
func output(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, errors.New("convert: LibreOffice made no DOCX of it")
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if int64(len(data)) > most {
		return nil, errors.New("convert: the DOCX is too large")
	}
	return data, err
}
