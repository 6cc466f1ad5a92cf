//go:build !linux

package build_test

import "errors"

var errNoLimit = errors.New("no limit")

func onFullDisk(_, _ string) (string, error) { return "", errNoLimit }
