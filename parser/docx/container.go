package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/nguyenthenguyen/docx"

	"gouji/parser/document"
	"gouji/parser/salvage"
)

// container is an opened DOCX file: an archive of named parts.
type container struct {
	ctx    context.Context
	limits Limits
	data   []byte
	parts  map[string]*zip.File // by key
	double map[string]bool      // keys that two parts have
	files  []*zip.File
	total  int64  // bytes unpacked so far
	lost   string // what is wrong with the archive itself; empty when it is sound
}

// parts is what the reader reads of a file, as text; a part that the file
// does not have is empty.
type parts struct {
	main     string // the name of the document part
	document string
	styles   string
	numbers  string
	damage   []string // why styles or numbers could not be unpacked
	broken   string   // why the document may be another than it was, or end early
	lost     string   // what is wrong with the archive; all that was read may be whole
	authors  []string // names in the file's properties
}

func openContainer(ctx context.Context, data []byte, limits Limits) (*container, error) {
	if IsFlat(data) {
		var err *document.Error
		if data, err = packed(ctx, data, limits); err != nil {
			return nil, err
		}
	}
	data, lost := salvage.Zip(data)
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, notArchive(data, err)
	}
	c := &container{ctx: ctx, limits: limits, data: data, files: archive.File, lost: lost,
		parts: map[string]*zip.File{}, double: map[string]bool{}}
	var declared uint64
	for _, file := range archive.File {
		if declared += file.UncompressedSize64; declared > uint64(limits.ArchiveBytes) || declared < file.UncompressedSize64 {
			return nil, document.Exceeded(document.Content, "压缩包声明的解压大小超过 %d MB，疑为压缩炸弹", limits.ArchiveBytes>>20)
		}
		c.double[key(file.Name)] = c.parts[key(file.Name)] != nil
		c.parts[key(file.Name)] = file
	}
	return c, nil
}

// Archive is a file of another format that is an archive of named parts as
// DOCX is, opened under the same limits.
type Archive struct{ container *container }

// OpenArchive opens one. Errors are those of Read.
func OpenArchive(ctx context.Context, data []byte, limits Limits) (*Archive, error) {
	c, err := openContainer(ctx, data, limits.withDefaults())
	return &Archive{c}, err
}

// Depth is how deep the elements of a part may nest.
func (a *Archive) Depth() int { return a.container.limits.Depth }

// Part is the text of a part, as UTF-8; empty when there is none of the name. One
// that is damaged gives, beside the error, of kind Corrupt, what could be unpacked.
func (a *Archive) Part(name string) (string, error) { return a.container.unpack(key(name)) }

// Has reports whether there is a part of the name.
func (a *Archive) Has(name string) bool { return a.container.parts[key(name)] != nil }

// Bytes is a part as it is; nil when there is none of the name. Pictures are read so,
// one after the other: what is let go does not count for all that is unpacked.
func (a *Archive) Bytes(name string) ([]byte, error) {
	defer func(before int64) { a.container.total = before }(a.container.total)
	var out bytes.Buffer
	err := a.container.unpackTo(&out, key(name))
	return out.Bytes(), err
}

// Lost says what is wrong with the archive itself, so that parts of it may be
// missing; empty when it is sound.
func (a *Archive) Lost() string { return a.container.lost }

// key is what names of one part have in common: they differ in case, begin
// with a slash or, made by some Windows tools, have backslashes.
func key(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

// read unpacks the parts of the document. It can be read without styles and
// numbers, if these are damaged.
func (c *container) read() (p parts, err error) {
	if p.main, err = c.mainPart(); err != nil {
		return p, err
	}
	links := relations(c.optional(relationsOf(p.main)))
	if p.styles, err = c.unpackOrNote(c.related(links, p.main, "styles"), &p.damage); err != nil {
		return p, err
	}
	if p.numbers, err = c.unpackOrNote(c.related(links, p.main, "numbering"), &p.damage); err != nil {
		return p, err
	}
	p.document, err = c.documentXML(p.main)
	if p.broken = corruption(err); p.broken != "" && p.document != "" {
		err = nil
	}
	if err == nil {
		p.authors, p.lost = c.authors(), c.lost
	}
	return p, err
}

// corruption is the message of an error that tells of damage; empty for others.
func corruption(err error) string {
	var known *document.Error
	if errors.As(err, &known) && known.Kind == document.Corrupt {
		return known.Message
	}
	return ""
}

func (c *container) unpackOrNote(name string, damage *[]string) (string, error) {
	text, err := c.unpack(name)
	if why := corruption(err); why != "" {
		*damage = append(*damage, why)
		return "", nil
	}
	return text, err
}

// documentXML is the XML of the document part, as the library hands it out.
//
// The library knows the document by one name alone, wants its relationships
// to exist and takes the last of two parts of one name: what it cannot open,
// Word can, and archive/zip as well.
func (c *container) documentXML(main string) (string, error) {
	const name, links = "word/document.xml", "word/_rels/document.xml.rels"
	if file := c.parts[main]; file == nil || file.Name != name || c.parts[links] == nil || c.parts[links].Name != links {
		return c.unpack(main)
	}
	if err := c.countForLibrary(main, links); corruption(err) != "" {
		return c.unpack(main) // a footer that is damaged is no reason to stop
	} else if err != nil {
		return "", err
	}
	opened, err := docx.ReadDocxFromMemory(bytes.NewReader(c.data), int64(len(c.data)))
	if err != nil {
		return c.unpack(main)
	}
	defer opened.Close()
	return decode(opened.Editable().GetContent()), nil
}

// countForLibrary unpacks to nowhere what the library will unpack to memory
// without asking for its size: the document, its relationships, and whatever
// has header or footer in its name.
func (c *container) countForLibrary(names ...string) error {
	for _, name := range names {
		if err := c.checkPart(name); err != nil {
			return err
		}
	}
	for _, file := range c.files {
		name := file.Name
		if name == c.parts[names[0]].Name || name == c.parts[names[1]].Name ||
			strings.Contains(name, "header") || strings.Contains(name, "footer") {
			if err := c.copy(io.Discard, file); err != nil {
				return err
			}
		}
	}
	return nil
}

// unpack is the text of a part; empty when there is none of the name. A damaged
// part gives, beside the error, what could be unpacked of it.
func (c *container) unpack(name string) (string, error) {
	var out bytes.Buffer
	err := c.unpackTo(&out, name)
	if err != nil && corruption(err) == "" {
		return "", err
	}
	return decode(out.String()), err
}

// unpackTo is unpack for bytes that need be no text.
func (c *container) unpackTo(out *bytes.Buffer, name string) error {
	file := c.parts[name]
	if file == nil {
		return nil
	}
	if err := c.checkPart(name); err != nil {
		return err
	}
	out.Grow(int(min(file.UncompressedSize64, 1<<20)))
	return c.copy(out, file)
}

func (c *container) optional(name string) string {
	text, err := c.unpack(name)
	if err != nil {
		return ""
	}
	return text
}

func (c *container) checkPart(name string) error {
	if c.double[name] {
		return document.Errorf(document.Corrupt, "压缩包里有两个 %s，不能确定哪个是正文", name)
	}
	file := c.parts[name]
	if file.Flags&1 != 0 {
		return document.Errorf(document.Encrypted, "压缩包里的 %s 有密码，请先取消密码再送", name)
	}
	return nil
}

// copy unpacks a part, counting what really comes out: the directory may lie.
func (c *container) copy(out io.Writer, file *zip.File) error {
	packed, limit := int64(file.CompressedSize64), c.limits.PartBytes
	if packed < 0 || packed > int64(len(c.data)) {
		packed = int64(len(c.data))
	}
	limit = min(limit, c.limits.Unpacked(packed), c.limits.TotalBytes-c.total)
	if file.UncompressedSize64 > uint64(limit) {
		return c.tooLarge(file, limit)
	}
	in, err := file.Open()
	if err != nil {
		return damaged(file, err)
	}
	defer in.Close()
	size, err := io.Copy(out, &timedReader{c.ctx, io.LimitReader(in, limit+1)})
	c.total += size
	if size > limit {
		return c.tooLarge(file, limit)
	}
	if err != nil && bursts(file, limit) {
		return c.tooLarge(file, limit)
	}
	if err != nil {
		return damaged(file, err)
	}
	return nil
}

// bursts reports whether a part unpacks to more than the limit although its
// directory says less: archive/zip stops at the declared size and calls the
// part damaged, but whoever sent a bomb should hear that it is one.
func bursts(file *zip.File, limit int64) bool {
	packed, err := file.OpenRaw()
	if err != nil || file.Method != zip.Deflate {
		return false
	}
	size, _ := io.Copy(io.Discard, io.LimitReader(flate.NewReader(packed), limit+1))
	return size > limit
}

func (c *container) tooLarge(file *zip.File, limit int64) error {
	if limit == c.limits.Unpacked(int64(file.CompressedSize64)) {
		return document.Exceeded(document.Ratio, "压缩包里的 %s 解压后是压缩时的 %d 倍以上，疑为压缩炸弹", file.Name, c.limits.Ratio)
	}
	return document.Exceeded(document.Memory, "压缩包里的 %s 解压后超过 %s 的限度，疑为压缩炸弹", file.Name, document.Megabytes(limit))
}

// timedReader ends with the context.
type timedReader struct {
	ctx context.Context
	io.Reader
}

func (r *timedReader) Read(p []byte) (int, error) {
	if r.ctx.Err() != nil {
		return 0, document.TimedOut(r.ctx)
	}
	return r.Reader.Read(p)
}

func damaged(file *zip.File, err error) error {
	var known *document.Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, zip.ErrAlgorithm):
		return document.Errorf(document.Unsupported, "压缩包里的 %s 用了不支持的压缩方法：%w", file.Name, err)
	}
	return document.Errorf(document.Corrupt, "压缩包里的 %s 已损坏：%w", file.Name, err)
}

// notArchive says what data that is no zip archive is. Package parser knows the old
// binary files and those under a password by their first bytes.
func notArchive(data []byte, err error) error {
	if bytes.HasPrefix(data, []byte("PK")) {
		return document.Errorf(document.Corrupt, "Word 文件不完整或已损坏（找不到压缩包的目录）：%w", err)
	}
	return document.Errorf(document.Unsupported, "不是 Word 文件（.docx 应是一个压缩包）：%w", err)
}
