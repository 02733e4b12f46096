// Package export writes records: as a table, CSV, JSON and JSON Lines.
package export
