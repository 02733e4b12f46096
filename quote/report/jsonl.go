package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// jsonLines is the format of a corpus with one JSON object a line, a report each.
var jsonLines = format{
	name:    "jsonl",
	endings: []string{".jsonl", ".ndjson"},
	many:    true,
	types:   []string{"application/jsonl", "application/x-ndjson"},
	read:    readJSONLines,
}

func readJSONLines(s *source, yield func(Report, error) bool) {
	in, err := decoded(s.in)
	if err != nil {
		yield(Report{}, s.wrong(s.path, err))
		return
	}
	var line []byte
	some := false
	for n := 1; ; n++ {
		place := fmt.Sprintf("%s:%d", s.path, n)
		line, err = readLine(in, line[:0], s.max)
		switch {
		case err == io.EOF:
			if !some {
				yield(Report{}, &Error{Path: s.path, Reason: empty})
			}
			return
		case err == errEndless:
			yield(Report{}, s.tooLarge(place))
			return
		case err == errLong:
			err = s.tooLarge(place)
		case err != nil:
			yield(Report{}, s.wrong(place, err))
			return
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		var r Report
		if err == nil {
			r, err = s.fromJSON(place, line)
		}
		if some = true; !yield(r, err) {
			return
		}
	}
}

// Errors for a line that is longer than allowed, and for one whose end can't be
// waited for: what is packed may go on for days.
var (
	errLong    = errors.New("line too long")
	errEndless = errors.New("line without end")
)

const longestSkipped = 4 << 30 // bytes of a line that is left out

// readLine appends the next line to line and returns it. Of one longer than
// most bytes it keeps nothing and returns errLong, with the next line next, or
// errEndless when there may be none.
func readLine(in *bufio.Reader, line []byte, most int64) ([]byte, error) {
	long, some, passed := false, false, int64(0)
	for {
		part, err := in.ReadSlice('\n')
		some = some || len(part) > 0
		passed += int64(len(part))
		if !long {
			line = append(line, part...)
		}
		if int64(len(line)) > most {
			long, line = true, line[:0]
		}
		switch {
		case passed > longestSkipped:
			return nil, errEndless
		case err == bufio.ErrBufferFull:
		case err == io.EOF && !some:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		case long:
			return line, errLong
		default:
			return line, nil
		}
	}
}

// fromJSON makes the report of one line.
func (s *source) fromJSON(place string, line []byte) (Report, error) {
	line = bytes.TrimPrefix(line, []byte(byteOrderMark))
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		return Report{}, &Error{Path: place, Reason: malformed + ": " + cause(err), Hint: "each line is one JSON object", Err: err}
	}
	row := make(map[string]string, len(fields))
	for _, name := range fields {
		row[name] = plain(object[s.column(name)])
	}
	return s.fromFields(place, row)
}

// plain returns a JSON string or number as text, and nothing for other values.
func plain(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return text
	}
	var number json.Number
	if json.Unmarshal(value, &number) == nil {
		return number.String()
	}
	return ""
}
