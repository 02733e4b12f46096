package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"quotes/quote/record"
	"quotes/speaker"
)

// The names and the order of the fields are a promise to other programs: fields
// may be added, none renamed. Offsets are code points, end exclusive.
type jsonRecord struct {
	ID         string       `json:"id"`
	Quote      string       `json:"quote"`
	Speaker    *jsonSpeaker `json:"speaker"`
	Confidence float64      `json:"confidence"`
	FirstSeen  *string      `json:"first_seen"`
	Sources    []jsonSource `json:"sources"`
	Contested  bool         `json:"contested,omitempty"`
	Why        []string     `json:"why,omitempty"`
}

type jsonSpeaker struct {
	Name string       `json:"name"`
	Role string       `json:"role"`
	Kind speaker.Kind `json:"kind"`
	ID   string       `json:"id,omitempty"`
}

type jsonSource struct {
	Report     string       `json:"report"`
	Outlet     string       `json:"outlet"`
	Title      string       `json:"title"`
	URL        string       `json:"url"`
	Date       string       `json:"date"`
	Spans      [][2]int     `json:"spans"`
	Text       string       `json:"text"`
	Mention    *jsonExcerpt `json:"mention"`
	Cue        *jsonExcerpt `json:"cue"`
	Rules      []string     `json:"rules"`
	Rule       string       `json:"rule"`
	Confidence float64      `json:"confidence"`
	Speaker    *jsonSpeaker `json:"speaker,omitempty"` // of a contested record: this source's own
	Match      record.Match `json:"match,omitempty"`
	Diff       string       `json:"diff,omitempty"`
	CopyOf     string       `json:"copy_of,omitempty"`
	Negated    bool         `json:"negated,omitempty"`
	Reason     string       `json:"reason,omitempty"`
	Steps      []string     `json:"steps,omitempty"`
	DateFrom   string       `json:"date_from,omitempty"`
	Author     string       `json:"author,omitempty"`
}

type jsonExcerpt struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// encode appends r to line as one JSON value on one line. Characters that act on
// a terminal are written as escapes, which read back as themselves.
func encode(line []byte, r record.Record, explain bool) ([]byte, error) {
	b := bytes.NewBuffer(line)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(recordJSON(r, explain)); err != nil {
		return nil, err
	}
	return escapeHarmful(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

func recordJSON(r record.Record, explain bool) jsonRecord {
	out := jsonRecord{
		ID:         r.ID,
		Quote:      r.Quote,
		Confidence: rounded(r.Confidence),
		Speaker:    speakerJSON(r.Speaker),
		Sources:    make([]jsonSource, len(r.Sources)),
		Contested:  r.Contested,
	}
	if explain {
		out.Why = r.Why
	}
	if r.FirstSeen != "" {
		out.FirstSeen = &r.FirstSeen
	}
	for i, s := range r.Sources {
		out.Sources[i] = sourceJSON(s, explain)
		if r.Contested {
			out.Sources[i].Speaker = speakerJSON(s.Speaker)
		}
	}
	return out
}

func speakerJSON(s *speaker.Speaker) *jsonSpeaker {
	if s == nil {
		return nil
	}
	return &jsonSpeaker{Name: s.Name, Role: s.Role, Kind: s.Kind, ID: s.ID}
}

func sourceJSON(s record.Source, explain bool) jsonSource {
	out := jsonSource{
		Report:     s.Report,
		Outlet:     s.Outlet,
		Title:      s.Title,
		URL:        s.URL,
		Date:       s.Date,
		Spans:      make([][2]int, len(s.Spans)),
		Text:       printed(s),
		Mention:    excerptJSON(s.Mention),
		Cue:        excerptJSON(s.Cue),
		Rules:      s.Rules,
		Rule:       s.Rule,
		Confidence: rounded(s.Confidence),
		Match:      s.Match,
		Diff:       s.Diff,
		CopyOf:     s.CopyOf,
		Negated:    s.Negated,
		Reason:     s.Reason,
		DateFrom:   s.DateFrom,
		Author:     s.Author,
	}
	for i, e := range s.Spans {
		out.Spans[i] = [2]int{e.Points.Start, e.Points.End}
	}
	if out.Rules == nil {
		out.Rules = []string{}
	}
	if explain {
		out.Steps = s.Steps
	}
	return out
}

func excerptJSON(e *record.Excerpt) *jsonExcerpt {
	if e == nil {
		return nil
	}
	return &jsonExcerpt{Text: e.Text, Start: e.Points.Start, End: e.Points.End}
}

// escapeHarmful writes the harmful characters of JSON as escapes. In JSON they
// stand in strings only.
func escapeHarmful(line []byte) []byte {
	safe := safePrefix(line)
	if safe == len(line) {
		return line
	}
	out := append(make([]byte, 0, len(line)+64), line[:safe]...)
	line = line[safe:]
	for len(line) > 0 {
		r, size := utf8.DecodeRune(line)
		if harmful(r) {
			out = appendEscape(out, r)
		} else {
			out = append(out, line[:size]...)
		}
		line = line[size:]
	}
	return out
}

// safePrefix is the length of the longest beginning of line without a harmful
// character.
func safePrefix(line []byte) int {
	for i := 0; i < len(line); {
		if c := line[i]; c >= ' ' && c < 0x7F {
			i++
			continue
		}
		r, size := utf8.DecodeRune(line[i:])
		if harmful(r) {
			return i
		}
		i += size
	}
	return len(line)
}

func appendEscape(out []byte, r rune) []byte {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return fmt.Appendf(out, `\u%04x\u%04x`, high, low)
	}
	return fmt.Appendf(out, `\u%04x`, r)
}
