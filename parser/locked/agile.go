package locked

import (
	"bytes"
	"context"
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	_ "crypto/sha1"   // by its name in the file
	_ "crypto/sha256" // by its name in the file
	_ "crypto/sha512" // by its name in the file
	"encoding/base64"
	"encoding/binary"
	"encoding/xml"

	"gouji/parser/document"
)

// agile is agile encryption, [MS-OFFCRYPTO] 2.3.4.10: the password deciphers
// the key that deciphers the package.
type agile struct {
	Package  scheme `xml:"keyData"`
	Password struct {
		scheme
		Spins    int        `xml:"spinCount,attr"`
		Question base64Text `xml:"encryptedVerifierHashInput,attr"`
		Answer   base64Text `xml:"encryptedVerifierHashValue,attr"`
		Key      base64Text `xml:"encryptedKeyValue,attr"`
	} `xml:"keyEncryptors>keyEncryptor>encryptedKey"`
}

// scheme is how one key is used.
type scheme struct {
	Cipher    string     `xml:"cipherAlgorithm,attr"`
	Chaining  string     `xml:"cipherChaining,attr"`
	Hash      string     `xml:"hashAlgorithm,attr"`
	KeyBits   int        `xml:"keyBits,attr"`
	BlockSize int        `xml:"blockSize,attr"`
	Salt      base64Text `xml:"saltValue,attr"`
}

// base64Text is bytes that stand in the file in base 64.
type base64Text []byte

// UnmarshalText implements encoding.TextUnmarshaler.
func (b *base64Text) UnmarshalText(text []byte) (err error) {
	*b, err = base64.StdEncoding.AppendDecode(nil, text)
	return err
}

// The keys of the file's own values, 2.3.4.13.
var (
	questionKey = []byte{0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79}
	answerKey   = []byte{0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e}
	valueKey    = []byte{0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6}
)

var hashes = map[string]crypto.Hash{"SHA1": crypto.SHA1, "SHA-1": crypto.SHA1,
	"SHA256": crypto.SHA256, "SHA384": crypto.SHA384, "SHA512": crypto.SHA512}

// mostSpins is what the specification allows; Word writes a hundredth of it.
const mostSpins = 10_000_000

func readAgile(source []byte) (method, error) {
	m := &agile{}
	if err := xml.Unmarshal(source, m); err != nil {
		return nil, damaged("加密说明读不出来", err)
	}
	for _, s := range []scheme{m.Package, m.Password.scheme} {
		if s.Cipher != "AES" || s.Chaining != "ChainingModeCBC" || hashes[s.Hash] == 0 {
			return nil, document.Errorf(document.Encrypted, "%s的加密方式（%.20s、%.20s、%.20s）不认识，请去掉密码后再读", what, s.Cipher, s.Chaining, s.Hash)
		}
		if s.KeyBits != 128 && s.KeyBits != 192 && s.KeyBits != 256 || s.BlockSize != aes.BlockSize || len(s.Salt) == 0 {
			return nil, damaged("加密说明有误", nil)
		}
	}
	if m.Password.Spins < 0 || m.Password.Spins > mostSpins {
		return nil, damaged("加密说明有误", nil)
	}
	return m, nil
}

func (m *agile) key(ctx context.Context, password []byte) ([]byte, error) {
	p := m.Password
	hash := p.sum(p.Salt, password)
	for i := range p.Spins {
		if i%(1<<16) == 0 && ctx.Err() != nil {
			return nil, document.Errorf(document.Timeout, "核对密码超时：%w", context.Cause(ctx))
		}
		hash = p.sum(little(i), hash)
	}
	question, answer, key := []byte(bytes.Clone(p.Question)), []byte(bytes.Clone(p.Answer)), []byte(bytes.Clone(p.Key))
	for _, value := range []struct{ key, data []byte }{{questionKey, question}, {answerKey, answer}, {valueKey, key}} {
		if err := p.decipher(p.fitted(p.sum(hash, value.key), p.KeyBits/8), p.Salt, value.data); err != nil {
			return nil, err
		}
	}
	question = question[:min(len(question), len(p.Salt))]
	if sum := p.sum(question); len(answer) < len(sum) || !bytes.Equal(answer[:len(sum)], sum) {
		return nil, nil
	}
	return key[:min(len(key), m.Package.KeyBits/8)], nil
}

// decrypt goes by segments, each with an initial vector of its own, 2.3.4.15.
func (m *agile) decrypt(key, data []byte) error {
	const segment = 4096
	for i := 0; len(data) > 0; i++ {
		part := data[:min(segment, len(data))]
		if err := m.Package.decipher(key, m.Package.sum(m.Package.Salt, little(i)), part); err != nil {
			return err
		}
		data = data[len(part):]
	}
	return nil
}

func (s scheme) sum(parts ...[]byte) []byte {
	hash := hashes[s.Hash].New()
	for _, part := range parts {
		hash.Write(part)
	}
	return hash.Sum(nil)
}

// fitted cuts a value to size, or fills it up as 2.3.4.11 has it.
func (s scheme) fitted(value []byte, size int) []byte {
	const filler = 0x36
	for len(value) < size {
		value = append(value, filler)
	}
	return value[:size]
}

// decipher does so in place.
func (s scheme) decipher(key, vector, data []byte) error {
	block, err := aes.NewCipher(key)
	if err != nil || len(data) == 0 || len(data)%aes.BlockSize != 0 {
		return damaged("密钥或数据的长度不对", err)
	}
	vector = s.fitted(bytes.Clone(vector), aes.BlockSize)
	cipher.NewCBCDecrypter(block, vector).CryptBlocks(data, data)
	return nil
}

func little(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }
