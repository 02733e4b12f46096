package export

import (
	"bufio"
	"io"

	"quotes/quote/record"
)

var jsonLinesFormat = Format{Name: "jsonl", Summary: "JSON Lines: one record a line", Endings: []string{".jsonl", ".ndjson"}, New: newJSONLines}

// bufferSize is the number of bytes that are written at once.
const bufferSize = 64 << 10

// jsonLinesWriter writes a record a line.
type jsonLinesWriter struct {
	out     *bufio.Writer
	explain bool
	line    []byte
}

func newJSONLines(out io.Writer, opts Options) Writer {
	return &jsonLinesWriter{out: bufio.NewWriterSize(out, bufferSize), explain: opts.Explain}
}

// Write writes one line.
func (w *jsonLinesWriter) Write(r record.Record) error {
	line, err := encode(w.line[:0], r, w.explain)
	if err != nil {
		return err
	}
	w.line = append(line, '\n')
	_, err = w.out.Write(w.line)
	return err
}

// Close writes what is left in the buffer.
func (w *jsonLinesWriter) Close() error { return w.out.Flush() }
