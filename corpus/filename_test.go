package corpus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFileNamesStayWithinTheirFolder(t *testing.T) {
	for name, want := range map[string]string{
		"某县教育局": "某县教育局", "../../etc/passwd": "etcpasswd", `C:\某县"局"`: "C某县局", " 某县. ": "某县", "\x00\x1b\xff": "", "..": "",
		strings.Repeat("长", 50): strings.Repeat("长", 40),
	} {
		assert.Equal(t, want, FileName(name, 40))
	}
}
