package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// packer writes the parts of a workbook in the order of their names, without
// dates: excelize ranges over a map of them, and would give other bytes each time.
// Parts wait compressed on disk, since the figures of a decade are larger than
// memory.
type packer struct {
	out   io.Writer
	parts []*part
}

// part is one file of the package. It is written whole before the next begins.
type part struct {
	name  string
	file  *os.File
	flate *flate.Writer
	sum   hash.Hash32
	size  int64
}

// Create begins the next part.
func (p *packer) Create(name string) (io.Writer, error) {
	file, err := os.CreateTemp("", "gouji-part-*")
	if err != nil {
		return nil, err
	}
	deflate, err := flate.NewWriter(file, flate.DefaultCompression)
	part := &part{name: name, file: file, flate: deflate, sum: crc32.NewIEEE()}
	p.parts = append(p.parts, part)
	if strings.HasPrefix(name, "xl/drawings/vmlDrawing") {
		return vmlWriter{part}, err
	}
	return part, err
}

// Write takes more of the part.
func (p *part) Write(data []byte) (int, error) {
	p.sum.Write(data)
	p.size += int64(len(data))
	return p.flate.Write(data)
}

// AddFS is for templates, which a new workbook has none of.
func (p *packer) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the package.
func (p *packer) Close() error {
	slices.SortFunc(p.parts, func(a, b *part) int { return cmp.Compare(a.name, b.name) })
	z := zip.NewWriter(p.out)
	for _, part := range p.parts {
		if err := part.copy(z); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return z.Close()
}

func (p *part) copy(z *zip.Writer) error {
	if err := p.flate.Close(); err != nil {
		return err
	}
	length, err := p.file.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	to, err := z.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.sum.Sum32(),
		CompressedSize64: uint64(length), UncompressedSize64: uint64(p.size)})
	if err != nil {
		return err
	}
	if _, err := p.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.Copy(to, p.file)
	return err
}

// discard removes the parts from disk.
func (p *packer) discard() {
	for _, part := range p.parts {
		part.file.Close()
		os.Remove(part.file.Name())
	}
}

// shapesPerBlock is how many shape ids of a drawing one entry of its idmap
// reserves. excelize writes one entry however many comments a sheet has, and
// Excel may call a drawing with ids outside its blocks damaged.
const shapesPerBlock = 1024

var idmap = regexp.MustCompile(`(<o:idmap [^>]*data=")(\d+)(")`)

// vmlWriter reserves as many blocks as the drawing has shapes for. excelize hands
// over a drawing in one piece.
type vmlWriter struct{ part *part }

func (w vmlWriter) Write(data []byte) (int, error) {
	shapes := bytes.Count(data, []byte("<v:shape "))
	fixed := idmap.ReplaceAllFunc(data, func(found []byte) []byte {
		match := idmap.FindSubmatch(found)
		first, _ := strconv.Atoi(string(match[2]))
		blocks := string(match[2])
		for more := 1; more <= shapes/shapesPerBlock; more++ {
			blocks += "," + strconv.Itoa(first+more)
		}
		return slices.Concat(match[1], []byte(blocks), match[3])
	})
	if _, err := w.part.Write(fixed); err != nil {
		return 0, err
	}
	return len(data), nil
}
