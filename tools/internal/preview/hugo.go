package preview

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
)

// hugo runs Hugo's server behind ours until ctx ends.
func (p *preview) hugo(ctx context.Context, port int) error {
	config, err := p.config()
	if err != nil {
		return err
	}
	cmd, err := build.Hugo(ctx, p.Root, "server", "--config", config, "--port", strconv.Itoa(port), "--bind", host,
		"--baseURL", p.address, "--appendPort=false", "--renderToMemory", "--noBuildLock", "--disableLiveReload", "--disableBrowserError")
	if err != nil {
		return err
	}
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 3 * time.Second
	out, in := io.Pipe()
	cmd.Stdout, cmd.Stderr = in, in
	last := make(chan string, 1)
	go func() { last <- p.follow(out) }()
	err = build.RunTied(cmd)
	in.Close()
	if said := <-last; err != nil && ctx.Err() == nil {
		return fmt.Errorf("hugo server: %w\n%s", err, said)
	}
	return nil
}

// follow reads what Hugo prints to its end and gives the last line.
func (p *preview) follow(out io.Reader) (last string) {
	for lines := bufio.NewReader(out); ; {
		line, err := lines.ReadString('\n')
		if line = strings.TrimSpace(line); line != "" {
			last = line
			p.hear(line)
		}
		if err != nil {
			return last
		}
	}
}

// hear tells pages when there are new ones, or why there are none.
func (p *preview) hear(line string) {
	switch {
	case strings.HasPrefix(line, "Change detected"):
		p.news.change(func() { p.news.pages = nil })
	case build.Complains(line):
		fmt.Fprintln(p.Log, report.Printable(line))
		p.news.change(func() { p.news.pages = append(p.news.pages, p.complaint(line)) })
	case strings.HasPrefix(line, "Web Server is available"): // at first, and after each change
		p.news.change(func() { p.news.built++ })
	case strings.HasPrefix(line, "Press Ctrl+C"):
		fmt.Fprintf(p.Log, "The site stands at %s until you press Ctrl-C.\n", p.address)
	case strings.HasPrefix(line, "Total in "):
		fmt.Fprintf(p.Log, "Pages made in %s.\n", strings.TrimPrefix(line, "Total in "))
	}
}

// placed is a complaint of Hugo about a file: what failed, the file with line and column, why.
var placed = regexp.MustCompile(`^(.*?)"([^"]+:\d+:\d+)": (.*)$`)

// complaint takes the place out of a line, below the root where it is there.
func (p *preview) complaint(line string) finding {
	m := placed.FindStringSubmatch(line)
	if m == nil {
		return finding{Text: line}
	}
	place := filepath.ToSlash(strings.TrimPrefix(m[2], p.Root+string(filepath.Separator)))
	return finding{Place: place, Text: m[1] + m[3]}
}

// config writes what the preview sets otherwise than config.toml: Hugo need not copy and watch
// the many public files, since the preview serves them as they lie.
func (p *preview) config() (names string, err error) {
	data, err := os.ReadFile(filepath.Join(p.Root, "config.toml"))
	if err != nil {
		return "", fmt.Errorf("settings of the preview: %w", err)
	}
	var c struct {
		Module struct {
			Mounts []map[string]any `toml:"mounts" json:"mounts"`
		} `toml:"module" json:"module"`
	}
	if err := toml.Unmarshal(data, &c); err != nil {
		return "", fmt.Errorf("config.toml: %w", err)
	}
	c.Module.Mounts = slices.DeleteFunc(c.Module.Mounts, func(m map[string]any) bool { return m["source"] == static })
	if data, err = json.Marshal(c); err == nil {
		err = os.WriteFile(filepath.Join(p.Root, "build", "preview.json"), data, 0o644)
	}
	if err != nil {
		return "", fmt.Errorf("settings of the preview: %w", err)
	}
	return "config.toml,build/preview.json", nil
}
