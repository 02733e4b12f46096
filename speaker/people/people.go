// Package people knows persons from a user's file.
package people

// Person is somebody who may be named in reports.
type Person struct {
	Name     string
	Aliases  []string
	Gender   string // "female", "male" or ""
	Role, ID string
}

// Index finds persons by name. A nil Index finds nobody.
type Index struct{}

// NewIndex indexes persons; it returns nil for none.
func NewIndex([]Person) *Index { return nil }
