package build

import "embed"

// source is the code of this package: what was made by other code is made anew.
//
//go:embed *.go
var source embed.FS
