//go:build !unix

package convert

import (
	"errors"
	"os/exec"
	"strconv"
)

// together makes a command and all that it starts end together: soffice.exe
// starts soffice.bin.
func together(command *exec.Cmd) {
	command.Cancel = func() error {
		tree := exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(command.Process.Pid)).Run()
		return errors.Join(tree, command.Process.Kill())
	}
}
