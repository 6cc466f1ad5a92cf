package preview

import (
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"syscall"
)

// host is this computer and nobody else.
const host = "127.0.0.1"

// tries is how many ports in turn are asked for.
const tries = 20

// listen opens a port, or the next one that is free, and says so.
func listen(port int, log io.Writer) (net.Listener, error) {
	for n := range tries {
		listener, err := open(port + n)
		switch {
		case err == nil && n > 0:
			_, err = fmt.Fprintf(log, "Port %d is in use by another program; taking %d.\n", port, port+n)
			return listener, err
		case err == nil || !errors.Is(err, syscall.EADDRINUSE):
			return listener, err
		}
	}
	return nil, fmt.Errorf("ports %d to %d are all in use; give another with --port", port, port+tries-1)
}

func open(port int) (net.Listener, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	if err != nil {
		return nil, fmt.Errorf("port %d on this computer: %w", port, err)
	}
	return listener, nil
}

// freePort finds one that nobody uses.
func freePort() (int, error) {
	listener, err := open(0)
	if err != nil {
		return 0, err
	}
	return listener.Addr().(*net.TCPAddr).Port, listener.Close()
}
