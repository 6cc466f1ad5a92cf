package build

import (
	"os/exec"
	"syscall"
)

// tie has the system kill a command when the program ends, however it ends.
func tie(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
