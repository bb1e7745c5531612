package locked

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/sha1"
	"encoding/binary"

	"gouji/parser/document"
)

// standard is standard encryption, [MS-OFFCRYPTO] 2.3.4.5: AES block by block,
// its key made of the password.
type standard struct {
	keyBytes int
	salt     []byte
	verifier []byte // enciphered, and its hash
	hash     []byte
}

// readStandard reads the header and the verifier, after the versions and the
// flags.
func readStandard(info []byte) (method, error) {
	const headerBytes, aesBytes, hashBytes = 32, 16, 32
	if len(info) < 4 {
		return nil, damaged("加密说明不完整", nil)
	}
	size := binary.LittleEndian.Uint32(info)
	if info = info[4:]; size < headerBytes || uint64(size) > uint64(len(info)) {
		return nil, damaged("加密说明不完整", nil)
	}
	algorithm, keyBits := binary.LittleEndian.Uint32(info[8:]), binary.LittleEndian.Uint32(info[16:])
	verifier := info[size:]
	if len(verifier) < 4+aesBytes+aesBytes+4+hashBytes {
		return nil, damaged("加密说明不完整", nil)
	}
	bits, known := map[uint32]uint32{0x660E: 128, 0x660F: 192, 0x6610: 256}[algorithm]
	if !known || keyBits != bits && keyBits != 0 {
		return nil, document.Errorf(document.Encrypted, "%s的加密方式（%#x）不认识，请去掉密码后再读", what, algorithm)
	}
	m := &standard{keyBytes: int(bits / 8), salt: verifier[4:20], verifier: verifier[20:36], hash: verifier[40:72]}
	return m, nil
}

func (m *standard) key(ctx context.Context, password []byte) ([]byte, error) {
	const spins = 50_000
	hash := sum1(m.salt, password)
	for i := range spins {
		hash = sum1(little(i), hash)
	}
	hash = sum1(hash, little(0))
	key := append(stretched(hash, 0x36), stretched(hash, 0x5C)...)[:m.keyBytes]
	verifier, answer := bytes.Clone(m.verifier), bytes.Clone(m.hash)
	if m.decrypt(key, verifier) != nil || m.decrypt(key, answer) != nil || !bytes.Equal(answer[:sha1.Size], sum1(verifier)) {
		return nil, nil
	}
	return key, nil
}

// stretched is step 3 of 2.3.4.7.
func stretched(hash []byte, filler byte) []byte {
	buffer := bytes.Repeat([]byte{filler}, 64)
	for i, b := range hash {
		buffer[i] ^= b
	}
	return sum1(buffer)
}

func (m *standard) decrypt(key, data []byte) error {
	block, err := aes.NewCipher(key)
	if err != nil {
		return damaged("密钥的长度不对", err)
	}
	for ; len(data) >= aes.BlockSize; data = data[aes.BlockSize:] {
		block.Decrypt(data, data)
	}
	return nil
}

func sum1(parts ...[]byte) []byte {
	hash := sha1.New()
	for _, part := range parts {
		hash.Write(part)
	}
	return hash.Sum(nil)
}
