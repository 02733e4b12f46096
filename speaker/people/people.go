// Package people reads a user's list of persons and finds them by the names that
// reports use.
//
// The list is a CSV file (RFC 4180, UTF-8) with a header. Its columns, in any
// order, are
//
//	name      the name as it is to be shown; no other column is required
//	aliases   other names of the person, separated by ; or |
//	gender    female or male, f or m; empty when it is not to be told
//	role      as "Russian Foreign Minister"
//	id        the person's key in another list, free of form
//
// Another column is an error, so that a misspelt one is not passed over; one
// with no header at all is not read. So are rows without anything in them.
package people

// Person is somebody who may be named in reports.
type Person struct {
	Name     string
	Aliases  []string
	Gender   string // "female", "male" or ""
	Role, ID string
}

// names are the name and the aliases.
func (p *Person) names() []string {
	return append([]string{p.Name}, p.Aliases...)
}
