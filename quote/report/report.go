// Package report reads news reports: from paths or standard input to decoded
// text with the metadata that can plainly be told.
package report

// Report is one news article as read.
type Report struct {
	ID       string // its path as given, or the id it carries
	Path     string // the file it was read from as given, "-" for standard input, or the address as given
	Outlet   string // "" when unknown
	Title    string // "" when unknown
	Author   string // who wrote it, as the report names them; "" when unknown
	URL      string // "" when unknown
	Date     string // ISO 8601 date (2006-01-02), "" when the report states none
	DateFrom string // where the date is stated: "text", "file name" or "metadata"; "" without a date
	Text     string // decoded, valid UTF-8; of a text file all but a byte order mark, of others the text taken out of them
}
