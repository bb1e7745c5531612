// Package ledongthuc is the second PDF reader, over the object layer of
// github.com/ledongthuc/pdf. It needs no WebAssembly, so it serves processors
// for which the first reader (package pdf) has no compiler, and it checks the
// first where the two can be compared.
//
// The library finds the file's objects, decrypts and decompresses them; the
// walk over page contents is ours: content.go and text.go carry out the
// operators, font.go and cmap.go tell what a code means and how wide it is.
//
// The bargain is that of package pdf, and the pages are the same type. Since a
// hostile file can take a Go process down from inside the library (endless
// recursion, unbounded tables), reading happens in a child process: the
// program starts itself again with ChildVariable set, hands it the file on
// standard input and takes the pages from its standard output. The child has
// limits of memory and time and dies alone. A program that calls Read must
// therefore call ChildMain before anything else in main.
//
// BUG(gouji): AES-256 encryption (PDF 2.0) is not known to the library, and
// keys under 88 bits it handles wrongly; such files give an unsupported error.
//
// BUG(gouji): of passwords, only the user's opens a file, not the owner's.
//
// BUG(gouji): files without a good cross-reference table are not repaired.
//
// BUG(gouji): of the predefined CJK encodings only Unicode and GBK ones are
// known, and their glyph widths only for ASCII; others take the font's default
// width. Characters of other such fonts without ToUnicode are doubtful.
//
// BUG(gouji): filters other than Flate and ASCII85 are not known to the
// library, nor predictors other than PNG Up: a page that needs them is lost
// and said to be lost.
//
// BUG(gouji): clip paths, patterns, soft masks, annotations and text that only
// a Type 3 glyph's drawing shows are ignored; so are layers that are switched off.
//
// BUG(gouji): the page is not drawn: that a font draws other digits than it says, or
// that text lies below a picture or an area, is not noticed. White text is doubtful.
package ledongthuc

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"gouji/parser/document"
	"gouji/parser/pdf"
)

// ChildVariable is the environment variable that makes a program a child, and
// childName its value for this reader.
const (
	ChildVariable = "GOUJI_CHILD"
	childName     = "ledongthuc"
)

// longest is the time that a child may take when the caller's context sets no
// earlier end; mostOutput bounds what it may send back, in bytes.
const (
	longest    = 5 * time.Minute
	mostOutput = 512 << 20
)

// request is what a child is asked, response what it answers: Content, or the
// kind and message of an error.
type request struct {
	Data      []byte
	Passwords []string
	Limits    pdf.Limits
	Time      time.Duration
}

type response struct {
	Content *pdf.Content
	Kind    document.Kind
	Message string
	Limit   document.Limit
}

// Read reads a whole PDF file in a child process; the passwords are tried in
// order if it needs one. Errors are *document.Error:
// corrupt (also when the child crashed), encrypted, unsupported, too-large or
// timeout.
func Read(ctx context.Context, data []byte, limits pdf.Limits, passwords ...string) (*pdf.Content, error) {
	limits = limits.WithDefaults()
	if len(data) > limits.Bytes {
		return nil, document.Exceeded(document.Size, "PDF 有 %d 字节，超过上限 %d 字节", len(data), limits.Bytes)
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	end, _ := ctx.Deadline()
	answer, err := ask(ctx, request{data, passwords, limits, time.Until(end)})
	switch {
	case ctx.Err() != nil:
		return nil, document.Errorf(document.Timeout, "PDF 没有在限定时间内读完：%w", ctx.Err())
	case err != nil:
		return nil, err
	case answer.Content == nil:
		return nil, &document.Error{Kind: answer.Kind, Message: answer.Message, Limit: answer.Limit}
	}
	return answer.Content, nil
}

// ask runs one child.
func ask(ctx context.Context, question request) (*response, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, document.Errorf(document.Unreadable, "无法启动读取 PDF 的子进程：%w", err)
	}
	var input, complaints bytes.Buffer
	if err := gob.NewEncoder(&input).Encode(question); err != nil {
		return nil, document.Errorf(document.Unreadable, "无法启动读取 PDF 的子进程：%w", err)
	}
	child := exec.CommandContext(ctx, program)
	child.Env = append(os.Environ(), ChildVariable+"="+childName)
	child.Stdin = &input
	child.Stderr = &limited{to: &complaints, left: 4096}
	output, err := child.StdoutPipe()
	if err != nil {
		return nil, document.Errorf(document.Unreadable, "无法启动读取 PDF 的子进程：%w", err)
	}
	if err := child.Start(); err != nil {
		return nil, document.Errorf(document.Unreadable, "无法启动读取 PDF 的子进程：%w", err)
	}
	var answer response
	decoded := gob.NewDecoder(io.LimitReader(output, mostOutput)).Decode(&answer)
	if decoded != nil {
		_ = child.Process.Kill()
	}
	if err := child.Wait(); err != nil || decoded != nil {
		return nil, crashed(err, decoded, complaints.String())
	}
	return &answer, nil
}

// crashed says that a child died: of its limits, or of the file.
func crashed(exit, decoded error, complaints string) error {
	var status *exec.ExitError
	if errors.As(exit, &status) {
		switch status.ExitCode() {
		case exitMemory:
			return document.Exceeded(document.Memory, "PDF 太大，超出内存限额")
		case exitTime:
			return document.Errorf(document.Timeout, "PDF 没有在限定时间内读完")
		}
	}
	first, _, _ := bytes.Cut([]byte(complaints), []byte("\n"))
	cause := fmt.Errorf("child: %w: %s", errors.Join(exit, decoded), first)
	return document.Errorf(document.Corrupt, "PDF 已损坏，读取子进程中止：%w", cause)
}

// limited keeps the first bytes written to it and drops the rest.
type limited struct {
	to   *bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	n := min(l.left, len(p))
	l.left -= n
	l.to.Write(p[:n])
	return len(p), nil
}
