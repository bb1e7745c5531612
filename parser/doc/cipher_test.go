package doc

import (
	"encoding/binary"
	"encoding/hex"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/locked"
)

// The header of a table stream under the password "secret", made by Python's
// msoffcrypto-tool.
const rc4Header = "04000200040000002400000004000000000000000168000004800000800000000100000000000000000000004300000010000000000102030405060708090a0b0c0d0e0f600ff341ee77902fb55b3932d9b0fc5814000000211442bac5dd5086f3181a920ecd85284c1f458b"

// A file is enciphered as Word does it, its table stream moved behind the header.
func TestEncipheredStreamsAreReadAsPlainOnes(t *testing.T) {
	data, err := os.ReadFile("../../corpus/samples/old-word.doc")
	require.NoError(t, err)
	streams, _, err := streamsOf(data)
	require.NoError(t, err)
	header, err := hex.DecodeString(rc4Header)
	require.NoError(t, err)
	key, err := locked.WordRC4(header, []string{"secret"})
	require.NoError(t, err)
	word := streams["WordDocument"]
	name := tableName(reader{data: word}.u16(flagsAt))
	enciphered := append([]byte{}, word...)
	binary.LittleEndian.PutUint16(enciphered[flagsAt:], uint16(reader{data: word}.u16(flagsAt)|isEncrypted))
	binary.LittleEndian.PutUint32(enciphered[keyAt:], uint32(len(header)))
	table := append(append([]byte{}, header...), streams[name]...)
	locks := map[string][]byte{"WordDocument": key.Stream(enciphered, plainBytes), name: key.Stream(table, len(header))}

	require.NoError(t, decipher(locks, []string{"wrong", "secret"}))
	assert.Equal(t, word[plainBytes:], locks["WordDocument"][plainBytes:])
	assert.Equal(t, streams[name], locks[name][len(header):])

	locks = map[string][]byte{"WordDocument": enciphered, name: table}
	assert.ErrorContains(t, decipher(locks, []string{"wrong"}), "encrypted")
	binary.LittleEndian.PutUint16(enciphered[flagsAt:], uint16(reader{data: word}.u16(flagsAt)|isEncrypted|isObfuscated))
	assert.ErrorContains(t, decipher(locks, []string{"secret"}), "XOR")
}
