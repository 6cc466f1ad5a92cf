// Command links asks whether the addresses of the sources still answer, and prints as Markdown
// those that do not: nothing if all do. It is the only part of the atlas that uses the network,
// and no build or test needs it.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	client := &http.Client{Timeout: 30 * time.Second}
	if err := run(ctx, client, dataset.Load(os.DirFS(".")).Sources, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "links:", err)
		os.Exit(1)
	}
}

// run asks every address and prints the list.
func run(ctx context.Context, client *http.Client, sources []dataset.Source, out, progress io.Writer) error {
	silent := check(ctx, client, sources, func(done int) {
		fmt.Fprintf(progress, "\r%d of %d", done, len(sources))
	})
	fmt.Fprintln(progress)
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(silent) == 0 {
		return nil
	}
	return report(out, silent)
}

func report(out io.Writer, silent []answer) error {
	_, err := fmt.Fprintf(out, "%d addresses in `data/sources.csv` do not answer. Some hosts refuse machines: open the address before changing it. Where a page is gone, an archived copy may take its place; the source stays, since what it said was said.\n\n| source | address | answer |\n| --- | --- | --- |\n", len(silent))
	for _, a := range silent {
		if err == nil {
			_, err = fmt.Fprintf(out, "| `%s` | <%s> | %s |\n", a.source.ID, a.source.URL, a.problem)
		}
	}
	return err
}
