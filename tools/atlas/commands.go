package main

import "github.com/spf13/cobra"

// commands lists every command. A new one is a file with its function, and a line here.
func commands(env *Env) []*cobra.Command {
	return []*cobra.Command{
		newBuild(env),
		newCheck(env),
		newFmt(env),
		newStatus(env),
		newReconcile(env),
		newDiff(env),
		newSet(env),
		newSource(env),
		newImport(env),
		newPropose(env),
		newServe(env),
		newRelease(env),
	}
}
