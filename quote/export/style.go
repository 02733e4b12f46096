package export

import "strings"

// style marks lines on a terminal that shows colours, and is silent elsewhere.
type style struct{ color bool }

const (
	bold = "\x1b[1m"
	dim  = "\x1b[2m"
	off  = "\x1b[0m"
)

// lines applies an effect to each line on its own: one that ran on would colour
// the borders of the table.
func (s style) lines(effect string, lines []string) []string {
	if !s.color || effect == "" {
		return lines
	}
	for i, l := range lines {
		if strings.TrimSpace(l) != "" {
			lines[i] = effect + l + off
		}
	}
	return lines
}
