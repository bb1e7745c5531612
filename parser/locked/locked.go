// Package locked takes the password off Office files: the encrypted bytes and
// passwords go in, the plain bytes come out. It follows [MS-OFFCRYPTO].
//
//	plain, err := locked.Package(ctx, data, passwords)
//
// A DOCX with a password is an OLE container of two streams: EncryptionInfo,
// which says how, and EncryptedPackage, the file. Word since 2010 writes agile
// encryption (agile.go), Word 2007 standard encryption (standard.go). A DOC with
// a password is a DOC whose streams are enciphered with RC4 (rc4.go).
//
// The bargain: a password is right only when the file's own verifier says so;
// what a wrong one would make of the bytes never comes out. Passwords stand in no
// error.
package locked

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf16"

	"github.com/richardlehane/mscfb"

	"gouji/parser/document"
)

// what the file is called in errors.
const what = "Word 文件"

// Package is the file that is in an OLE container under a password, decrypted
// with the first of the passwords that fits. Errors are *document.Error:
// Encrypted, Corrupt or Timeout.
func Package(ctx context.Context, data []byte, passwords []string) ([]byte, error) {
	if len(passwords) == 0 { // how it is encrypted does not matter yet
		return nil, document.Locked(what, 0)
	}
	info, packed, err := streams(data)
	if err != nil {
		return nil, err
	}
	m, err := methodOf(info)
	if err != nil {
		return nil, err
	}
	for _, password := range passwords {
		key, err := m.key(ctx, inUTF16(password))
		if err != nil {
			return nil, err
		}
		if key != nil {
			return plain(m, key, packed)
		}
	}
	return nil, document.Locked(what, len(passwords))
}

// method is how a package is encrypted.
type method interface {
	// key is the key of the package; nil when the password is wrong.
	key(ctx context.Context, password []byte) ([]byte, error)
	// decrypt does so in place; the length is a multiple of the block's.
	decrypt(key, data []byte) error
}

func methodOf(info []byte) (method, error) {
	const versions = 4 // bytes
	if len(info) < 2*versions {
		return nil, damaged("EncryptionInfo 流不完整", nil)
	}
	major, minor := binary.LittleEndian.Uint16(info), binary.LittleEndian.Uint16(info[2:])
	switch {
	case major == 4 && minor == 4:
		return readAgile(info[2*versions:])
	case major >= 2 && major <= 4 && minor == 2:
		return readStandard(info[2*versions:])
	}
	return nil, document.Errorf(document.Encrypted, "%s的加密方式（%d.%d）不认识，请去掉密码后再读", what, major, minor)
}

// plain is the decrypted package, as long as its first eight bytes say.
func plain(m method, key, packed []byte) ([]byte, error) {
	const sizeBytes, blockBytes = 8, 16
	if len(packed) < sizeBytes {
		return nil, damaged("EncryptedPackage 流不完整", nil)
	}
	size, body := binary.LittleEndian.Uint64(packed), packed[sizeBytes:]
	body = bytes.Clone(body[:len(body)/blockBytes*blockBytes])
	if size > uint64(len(body)) {
		return nil, damaged("EncryptedPackage 流不完整", nil)
	}
	if err := m.decrypt(key, body); err != nil {
		return nil, err
	}
	return body[:size], nil
}

// streams are those two of the container.
func streams(data []byte) (info, packed []byte, err error) {
	container, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, nil, damaged("OLE 容器损坏", err)
	}
	for entry, failure := container.Next(); failure == nil; entry, failure = container.Next() {
		if len(entry.Path) > 0 || entry.Name != "EncryptionInfo" && entry.Name != "EncryptedPackage" {
			continue
		}
		content, err := io.ReadAll(io.LimitReader(entry, int64(len(data))))
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, nil, damaged(entry.Name+" 流读不完整", err)
		}
		if entry.Name == "EncryptionInfo" {
			info = content
		} else {
			packed = content
		}
	}
	return info, packed, nil
}

func damaged(how string, err error) *document.Error {
	return &document.Error{Kind: document.Corrupt, Message: "加密的 " + what + "损坏：" + how, Err: err}
}

// inUTF16 is a password as Office hashes it.
func inUTF16(password string) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(password)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}
