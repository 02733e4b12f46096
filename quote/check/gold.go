package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"quotes/quote"
	"quotes/quote/report"
	"quotes/speaker"
)

// article is one line of a gold file. Its offsets are code points, end exclusive.
type article struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Quotes []struct {
		Start   int          `json:"start"`
		End     int          `json:"end"`
		Speech  bool         `json:"speech"`
		Mention [][2]int     `json:"mention"`
		Speaker *string      `json:"speaker"`
		Aliases []string     `json:"aliases"`
		Kind    speaker.Kind `json:"kind"`
	} `json:"quotes"`
}

func loadGold(path string) ([]Case, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var cases []Case
	line := 0
	for text := range bytes.Lines(data) {
		line++
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		c, err := goldCase(text, line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		c.Name = path + "#" + c.Name
		cases = append(cases, c)
	}
	return cases, nil
}

func goldCase(data []byte, line int) (Case, error) {
	var a article
	if err := json.Unmarshal(data, &a); err != nil {
		return Case{}, err
	}
	c := Case{Name: a.ID, Reports: []report.Report{{ID: a.ID, Text: a.Text}}}
	at := byteOffsets(a.Text)
	for _, q := range a.Quotes {
		w := Want{Line: line, Silent: !q.Speech, Reason: "not speech", Also: q.Aliases, Kind: q.Kind}
		s, err := at.span(q.Start, q.End)
		if err != nil {
			return Case{}, err
		}
		w.Spans = []quote.Span{s}
		for _, b := range q.Mention {
			if s, err = at.span(b[0], b[1]); err != nil {
				return Case{}, err
			}
			w.Mention = append(w.Mention, s)
		}
		if q.Speaker != nil {
			w.Speaker = *q.Speaker
		}
		w.Open = q.Speech && w.Speaker == "" && len(w.Mention) == 0
		c.Want = append(c.Want, w)
	}
	return c, nil
}

// offsets are the byte offsets of a text's code points, and of its end.
type offsets []int

func byteOffsets(text string) offsets {
	var at offsets
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

var errOutside = errors.New("a quote or mention lies outside the text")

func (at offsets) span(start, end int) (quote.Span, error) {
	if start < 0 || end < start || end >= len(at) {
		return quote.Span{}, errOutside
	}
	return quote.Span{Start: at[start], End: at[end]}, nil
}
