package scan

import (
	"os/exec"
	"strings"
	"sync"
)

// Engine names the recogniser that is there, with its version: "tesseract 5.3.0";
// empty when there is none.
var Engine = sync.OnceValue(func() string {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return ""
	}
	said, err := exec.Command(path, "--version").Output()
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(string(said), "\n")
	return strings.TrimSpace(first)
})
