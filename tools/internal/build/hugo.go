package build

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// hugoArguments are those of every build, besides what depends on the machine.
var hugoArguments = []string{"build", "--minify", "--noBuildLock"}

// hugo runs the Hugo that go.mod pins over the checkout into the staging folder, for the pages of
// some segments; without any for all pages.
func (r *run) hugo(ctx context.Context, config string, segments []string) error {
	stage, err := filepath.Abs(r.stage)
	if err != nil {
		return fmt.Errorf("working folder: %w", err)
	}
	args := append(slices.Clone(hugoArguments), "--destination", stage, "--baseURL", r.base(), "--config", config)
	if len(segments) > 0 {
		args = append(args, "--renderSegments", strings.Join(segments, ","))
	}
	cmd, err := Hugo(ctx, r.Root, args...)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err = RunTied(cmd)
	if complaints := complaints(out.String()); err != nil || complaints != "" {
		return fmt.Errorf("hugo: %w\n%s", cmp.Or(err, errComplained), complaints)
	}
	return nil
}

// Hugo gives a command of the Hugo that go.mod pins, for the checkout at root. It ends with the program,
// even if that is killed, where the system can see to it: so the command is that of Hugo itself and not
// of go, which would leave Hugo behind. Run it with RunTied.
func Hugo(ctx context.Context, root string, args ...string) (*exec.Cmd, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, fmt.Errorf("root folder: %w", err)
	}
	env := hugoEnv(os.Environ(), root)
	path, err := compiled(ctx, root, env)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Dir, cmd.Env = root, env
	tie(cmd)
	return cmd, nil
}

// RunTied runs a command of Hugo. The system ends it with the thread that started it, so that thread is kept.
func RunTied(cmd *exec.Cmd) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	return cmd.Run()
}

// base gives the address of the site.
func (r *run) base() string { return cmp.Or(r.BaseURL, r.data.Edition.URL) }

// errComplained says that Hugo finished, but not without warnings: a missing string or layout
// would be a hole in the site.
var errComplained = errors.New("the pages were built with warnings")

// complaints gives the lines in which Hugo warns or reports an error.
func complaints(out string) string {
	var lines []string
	for line := range strings.Lines(out) {
		if Complains(line) {
			lines = append(lines, strings.TrimRight(line, "\n"))
		}
	}
	return strings.Join(lines, "\n")
}

// Complains tells a line in which Hugo warns or reports an error from what else it prints.
func Complains(line string) bool {
	return strings.HasPrefix(line, "WARN") || strings.HasPrefix(line, "ERROR") || strings.HasPrefix(line, "Error")
}

// hugoEnv drops what would make one machine's site differ from another's: the user's own
// Hugo settings and the time zone. Hugo collects its garbage half as often as programs of Go do by themselves,
// which takes a tenth off its time and adds half to its memory; GOGC sets another measure.
func hugoEnv(env []string, root string) []string {
	kept := []string{"GOGC=200", "TZ=UTC", "HUGO_CACHEDIR=" + filepath.Join(root, "build", "cache")}
	for _, v := range env {
		if !strings.HasPrefix(v, "HUGO_") && !strings.HasPrefix(v, "TZ=") {
			kept = append(kept, v)
		}
	}
	return kept
}
