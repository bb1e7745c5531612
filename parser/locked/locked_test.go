package locked

import (
	"context"
	"encoding/hex"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

// The samples have a part that nobody reads, to be longer than the shortest
// streams of a container, as every real file is. They and the numbers below were
// made by other programs: agile.docx and the ciphers by Python's
// msoffcrypto-tool, standard.docx by Go's excelize.

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	return data
}

func TestAPackageIsOpenedByItsPassword(t *testing.T) {
	for _, name := range []string{"agile.docx", "standard.docx"} {
		data, err := Package(context.Background(), sample(t, name), []string{"密码", "", "密码1"})
		require.NoError(t, err, name)
		assert.Equal(t, sample(t, "plain.docx"), data, name)
	}
}

func TestAWrongPasswordIsToldAndNeverShown(t *testing.T) {
	for _, name := range []string{"agile.docx", "standard.docx"} {
		_, err := Package(context.Background(), sample(t, name), []string{"hunter2", "hunter3"})
		assertKind(t, document.Encrypted, err)
		assert.Contains(t, err.Error(), "给出的 2 个都不对", name)
		assert.NotContains(t, err.Error(), "hunter", name)
		_, err = Package(context.Background(), sample(t, name), nil)
		assertKind(t, document.Encrypted, err)
		assert.Contains(t, err.Error(), "--password")
	}
}

func assertKind(t *testing.T, kind document.Kind, err error) {
	t.Helper()
	var known *document.Error
	require.True(t, errors.As(err, &known), "%v", err)
	assert.Equal(t, kind, known.Kind, "%v", err)
}

func TestMorePasswordsTakeNoLongerThanTheDeadline(t *testing.T) {
	ctx, cancel := context.WithDeadline(context.Background(), time.Unix(0, 0))
	defer cancel()
	_, err := Package(ctx, sample(t, "agile.docx"), []string{"a"})
	assertKind(t, document.Timeout, err)
}

func TestAnEnciphermentNobodyKnowsIsSaid(t *testing.T) {
	_, err := readAgile([]byte(strings.Replace(agileXML(t), `cipherAlgorithm="AES"`, `cipherAlgorithm="RC2"`, 1)))
	assertKind(t, document.Encrypted, err)
	_, err = readAgile([]byte(strings.Replace(agileXML(t), `spinCount="100000"`, `spinCount="2000000000"`, 1)))
	assertKind(t, document.Corrupt, err)
}

func agileXML(t *testing.T) string {
	info, _, err := streams(sample(t, "agile.docx"))
	require.NoError(t, err)
	return string(info[8:])
}

// A header with the password "secret", and what the cipher makes of the bytes
// 0 to 255 five times over, from the thousandth on, where a block ends.
func TestRC4(t *testing.T) {
	var plain []byte
	for i := range 5 * 256 {
		plain = append(plain, byte(i))
	}
	for name, c := range map[string]struct{ header, want string }{
		"MD5": {"01000100000102030405060708090a0b0c0d0e0f7a2ceae7409f6790c9734891690d52cf5c80f6bf9c36ce297c1a2d0e6555c889",
			"178e8811335249dc227b773978d8bd13ae5cf211b6cbc340e4b952c4acf13f5aca6687f7592e3d82"},
		"SHA-1, 40 bits": {"04000200040000002400000004000000000000000168000004800000280000000100000000000000000000004300000010000000000102030405060708090a0b0c0d0e0fcd836294859849a7f7d812477198953314000000bfa6e75ec7e7dcff1c0902ad6b9e27412768981f",
			"392e1151c9d3c0673768378ed0f4904eba34007882c71d0c0b9b92ee1c39b5265d46bac87a0dce2d"},
		"SHA-1, 128 bits": {"04000200040000002400000004000000000000000168000004800000800000000100000000000000000000004300000010000000000102030405060708090a0b0c0d0e0f600ff341ee77902fb55b3932d9b0fc5814000000211442bac5dd5086f3181a920ecd85284c1f458b",
			"f10b66f43f23895824cf4315c4e91ffa193e2f2861c85819b65ae1543da0d6d9fe331e2781bd3f60"},
	} {
		header, err := hex.DecodeString(c.header)
		require.NoError(t, err, name)
		key, err := WordRC4(header, []string{"wrong", "secret"})
		require.NoError(t, err, name)
		out := key.Stream(plain, 68)
		assert.Equal(t, c.want, hex.EncodeToString(out[1000:1040]), name)
		assert.Equal(t, plain[:68], out[:68], name)
		_, err = WordRC4(header, []string{"wrong"})
		assertKind(t, document.Encrypted, err)
		for end := range header { // cut off anywhere, it is refused
			_, err := WordRC4(header[:end], []string{"secret"})
			assert.Error(t, err, name)
		}
	}
}

// FuzzPackage: whatever the container holds, there is a file or an error.
func FuzzPackage(f *testing.F) {
	for _, name := range []string{"agile.docx", "standard.docx"} {
		f.Add(sample(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_, err := Package(ctx, data, []string{"密码1"})
		var known *document.Error
		assert.True(t, err == nil || errors.As(err, &known), "%v", err)
	})
}
