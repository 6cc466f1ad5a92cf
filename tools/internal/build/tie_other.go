//go:build !linux

package build

import "os/exec"

// tie does nothing: a Hugo that is left behind writes into a folder that the next build takes away.
func tie(*exec.Cmd) {}
