package preview_test

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
)

func some(now told) bool { return len(now.Findings) > 0 }
func none(now told) bool { return len(now.Findings) == 0 }

const (
	table = "data/observations/nsp.csv"
	yes   = "Kenya nsp: yes"
)

func TestPreview(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: runs Hugo")
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	s := serve(t, tinyRoot(t), port)
	if want := fmt.Sprintf("Port %d is in use by another program; taking ", port); !strings.HasPrefix(s.log.String(), want) {
		t.Errorf("said %q; want %q", s.log, want)
	}
	s.await(t, none)
	if page := s.read(t, ""); !strings.Contains(page, yes) {
		t.Fatalf("the page does not say %q:\n%s", yes, page)
	}

	t.Run("a broken cell is told with its place, and the last good page stays", func(t *testing.T) {
		s.replace(t, table, "KEN,2024,yes", "KEN,2024,maybe")
		f := s.await(t, some).Findings[0]
		if f.Place != table+":11:10" || f.Text != `error value: "maybe"` || f.Want != "yes, no or unknown" {
			t.Errorf("told %+v", f)
		}
		var broken *build.FindingsError
		if err := <-s.broken; !errors.As(err, &broken) {
			t.Errorf("the terminal is told %v", err)
		}
		if page := s.read(t, ""); !strings.Contains(page, yes) {
			t.Errorf("the last good page is gone:\n%s", page)
		}
	})

	t.Run("when it is repaired, that goes away and the new page comes", func(t *testing.T) {
		s.replace(t, table, "KEN,2024,maybe", "KEN,2024,no")
		s.await(t, none)
		s.awaitPage(t, "Kenya nsp: no")
	})

	t.Run("a broken template is told with its place, and the last good page stays", func(t *testing.T) {
		s.replace(t, "layouts/home.html", "{{ T ", "{{ nothing ")
		f := s.await(t, some).Findings[0]
		if f.Place != "layouts/home.html:9:1" || !strings.Contains(f.Text, `function "nothing" not defined`) {
			t.Errorf("told %+v", f)
		}
		if page := s.read(t, ""); !strings.Contains(page, "Kenya nsp: no") {
			t.Errorf("the last good page is gone:\n%s", page)
		}
		s.replace(t, "layouts/home.html", "{{ nothing ", "{{ T ")
		s.await(t, none)
	})

	t.Run("public files are there, and follow", func(t *testing.T) {
		for t.Context().Err() == nil && !strings.Contains(s.read(t, "data/v1/observations.csv"), "nsp,KEN,2024,no,") {
			time.Sleep(20 * time.Millisecond) // they are written after the pages
		}
	})

	t.Run("words follow too", func(t *testing.T) {
		s.replace(t, "data/i18n/en.toml", `legend_yes = "`, `legend_yes = "Indeed `)
		s.awaitPage(t, "Indeed ")
	})
}
