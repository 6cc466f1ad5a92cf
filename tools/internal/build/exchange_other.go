//go:build !linux

package build

import "errors"

// exchange is not known here; swap then takes two steps.
func exchange(string, string) error { return errors.ErrUnsupported }
