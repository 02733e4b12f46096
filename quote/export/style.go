package export

import "strings"

// style marks lines on a terminal that shows colours, and is silent elsewhere.
type style struct{ color bool }

const (
	bold = "\x1b[1m"
	dim  = "\x1b[2m"
	off  = "\x1b[0m"
)

// apply gives a line an effect. Each line has its own: one that ran on would
// colour the borders of the table.
func (s style) apply(effect, line string) string {
	if !s.color || effect == "" || strings.TrimSpace(line) == "" {
		return line
	}
	return effect + line + off
}

// styled is a line with an effect that it has on a terminal.
type styled struct{ text, effect string }

func (s style) all(lines []styled) []string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = s.apply(l.effect, l.text)
	}
	return texts
}
