package build_test

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"syscall"
)

var errNoLimit = errors.New("no limit")

// fullDisk is how many kilobytes a process of this test may write into one file. A disk that is full
// fails the same calls, but takes a file system of its own to show.
const fullDisk = "ATLAS_FULL_DISK"

func init() {
	if n, err := strconv.Atoi(os.Getenv(fullDisk)); err == nil {
		signal.Ignore(syscall.SIGXFSZ)
		limit := uint64(n) << 10
		_ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit})
	}
}

// onFullDisk builds in a process of its own and gives what it says.
func onFullDisk(root, kilobytes string) (said string, err error) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), alone+"="+root, fullDisk+"="+kilobytes)
	out, err := cmd.CombinedOutput()
	return string(out), err
}
