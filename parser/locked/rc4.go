package locked

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"

	"gouji/parser/document"
)

// RC4 is the cipher of a DOC file's streams, opened by a password.
type RC4 struct{ keyOf func(block int) []byte }

// rc4Block is after how many bytes of a stream there is another key, [MS-DOC]
// 2.2.6.2.
const rc4Block = 512

// WordRC4 reads the header with which the table stream of an encrypted DOC
// begins, and finds the password that fits.
func WordRC4(header []byte, passwords []string) (*RC4, error) {
	if len(passwords) == 0 {
		return nil, document.Locked(what, 0)
	}
	if len(header) < 4 {
		return nil, damaged("加密说明不完整", nil)
	}
	major, minor := binary.LittleEndian.Uint16(header), binary.LittleEndian.Uint16(header[2:])
	try := withMD5
	switch {
	case major == 1 && minor == 1:
	case major >= 2 && major <= 4 && minor == 2:
		try = withSHA1
	default:
		return nil, document.Errorf(document.Encrypted, "%s的加密方式（%d.%d）不认识，请去掉密码后再读", what, major, minor)
	}
	for _, password := range passwords {
		if r, err := try(header[4:], inUTF16(password)); r != nil || err != nil {
			return r, err
		}
	}
	return nil, document.Locked(what, len(passwords))
}

// withMD5 is the encryption of Word 97, [MS-OFFCRYPTO] 2.3.6: keys of 40 bits.
func withMD5(header, password []byte) (*RC4, error) {
	const keyBytes, repeats = 5, 16
	if len(header) < 48 {
		return nil, damaged("加密说明不完整", nil)
	}
	hash := md5.Sum(password)
	hash = md5.Sum(bytes.Repeat(append(hash[:keyBytes:keyBytes], header[:16]...), repeats))
	r := &RC4{func(block int) []byte {
		key := md5.Sum(append(hash[:keyBytes:keyBytes], little(block)...))
		return key[:]
	}}
	said := bytes.Clone(header[16:48])
	r.decipher(said, 0)
	if sum := md5.Sum(said[:16]); !bytes.Equal(sum[:], said[16:]) {
		return nil, nil
	}
	return r, nil
}

// withSHA1 is that of Word 2002 and later, 2.3.5: keys of 40 to 128 bits.
func withSHA1(header, password []byte) (*RC4, error) {
	const streamCipher, least, most = 0x6801, 40, 128
	if len(header) < 8 {
		return nil, damaged("加密说明不完整", nil)
	}
	size := binary.LittleEndian.Uint32(header[4:])
	info := header[8:]
	if size < 32 || uint64(size)+4+16+16+4+20 > uint64(len(info)) {
		return nil, damaged("加密说明不完整", nil)
	}
	algorithm, bits := binary.LittleEndian.Uint32(info[8:]), binary.LittleEndian.Uint32(info[16:])
	if bits == 0 {
		bits = least
	}
	if algorithm != streamCipher || bits < least || bits > most || bits%8 != 0 {
		return nil, document.Errorf(document.Encrypted, "%s的加密方式（%#x，%d 位）不认识，请去掉密码后再读", what, algorithm, bits)
	}
	verifier := info[size:]
	hash := sum1(verifier[4:20], password)
	r := &RC4{func(block int) []byte { return padded(sum1(hash, little(block))[:bits/8]) }}
	said := append(bytes.Clone(verifier[20:36]), verifier[40:60]...)
	r.decipher(said, 0)
	if !bytes.Equal(sum1(said[:16]), said[16:]) {
		return nil, nil
	}
	return r, nil
}

// padded is a key of 40 bits as the system's library has it: with zeros.
func padded(key []byte) []byte {
	if len(key) == 5 {
		return append(key, make([]byte, 11)...)
	}
	return key
}

// Stream is a stream deciphered, but for the first bytes, which are plain.
func (r *RC4) Stream(data []byte, plain int) []byte {
	out := bytes.Clone(data)
	for at := 0; at < len(out); at += rc4Block {
		r.decipher(out[at:min(at+rc4Block, len(out))], at/rc4Block)
	}
	copy(out, data[:min(plain, len(data))])
	return out
}

// decipher does so in place with the key of the block.
func (r *RC4) decipher(data []byte, block int) {
	cipher, err := rc4.NewCipher(r.keyOf(block))
	if err == nil { // keys are 5 to 16 bytes
		cipher.XORKeyStream(data, data)
	}
}
