package rule

// All gives every rule, in the order of the list that `check --list` prints.
func All() []Rule {
	return []Rule{
		csvSyntax,
		exceptionUnused,
		sourceUnknown,
		unsorted,
		value,
	}
}
