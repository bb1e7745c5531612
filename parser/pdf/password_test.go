package pdf

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/pdf/pdftest"
)

// The files of testdata are pdftest.Seven, encrypted by qpdf with the user's
// password 密码1 (us3r where the cipher is RC4 or AES of 128 bits) and the owner's
// 0wner.
func TestPasswordsOpenFiles(t *testing.T) {
	files := map[string][]byte{"rc4-40": pdftest.Encrypted("us3r")}
	for _, name := range []string{"rc4-128", "aes-128", "aes-256"} {
		data, err := os.ReadFile("testdata/" + name + ".pdf")
		require.NoError(t, err)
		files[name] = data
	}
	own := NewEngine(1, DefaultMemory)
	defer own.Close()
	for name, data := range files {
		for _, passwords := range [][]string{{"wrong", "us3r", "密码1"}, {"0wner", "us3r"}} {
			own.Passwords = passwords
			content, err := own.Read(context.Background(), data, Limits{})
			require.NoError(t, err, name)
			assert.Equal(t, '7', content.Pages[0].Glyphs[0].Rune, name)
			_, err = own.Render(context.Background(), data, 1, 36)
			assert.NoError(t, err, name)
		}
		own.Passwords = []string{"hunter2"}
		_, err := own.Read(context.Background(), data, Limits{})
		assertKind(t, document.Encrypted, err)
		assert.ErrorContains(t, err, "给出的 1 个都不对")
		assert.NotContains(t, err.Error(), "hunter2")
	}
}
