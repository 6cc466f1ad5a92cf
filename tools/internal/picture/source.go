package picture

import "embed"

// Source is the code of this package. Who keeps what it made knows by it when to make it anew.
//
//go:embed *.go
var Source embed.FS
