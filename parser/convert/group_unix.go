//go:build unix

package convert

import (
	"os/exec"
	"syscall"
)

// together makes a command and all that it starts end together: soffice is a
// script that starts the program.
func together(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	command.Cancel = func() error { return syscall.Kill(-command.Process.Pid, syscall.SIGKILL) }
}
