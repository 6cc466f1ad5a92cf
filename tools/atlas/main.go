// Command atlas checks, formats, reports on and publishes the atlas of harm reduction.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"golang.org/x/term"
)

func main() { os.Exit(mainCode()) }

// memory is what the collector of garbage aims to stay below, in bytes: enough for a hundred times today's
// observations. Beyond it the program grows all the same; GOMEMLIMIT sets another aim.
const memory = 900 << 20

// garbage is how much of it may gather before it is collected, in percent of what is in use: half of Go's own choice. A
// build takes a fifth less memory so, and no more time, since memory that was never used before has its price too.
// GOGC sets another.
const garbage = 50

// mainCode runs the program in its real surroundings and gives the exit code.
func mainCode() int {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "atlas: where am I:", err)
		return exitFailed
	}
	return Run(ctx, &Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Dir: dir, Getenv: os.Getenv, Terminal: terminalWidth,
		Interactive: term.IsTerminal(int(os.Stdin.Fd())),
	}, os.Args[1:])
}

// terminalWidth gives the width of the terminal behind w, or 0 if there is none.
func terminalWidth(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return 80
	}
	return width
}
