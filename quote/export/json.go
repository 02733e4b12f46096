package export

import (
	"bufio"
	"io"

	"quotes/quote/record"
)

var jsonFormat = Format{Name: "json", Summary: "one JSON array", Endings: []string{".json"}, New: newJSON}

// jsonWriter writes one array, a record a line. Records are written as they
// come: the array is whole when Close has closed it.
type jsonWriter struct {
	out     *bufio.Writer
	explain bool
	line    []byte
	some    bool
}

func newJSON(out io.Writer, opts Options) Writer {
	return &jsonWriter{out: bufio.NewWriterSize(out, bufferSize), explain: opts.Explain}
}

// Write writes one element of the array.
func (w *jsonWriter) Write(r record.Record) error {
	before := ",\n"
	if !w.some {
		before, w.some = "[\n", true
	}
	if _, err := w.out.WriteString(before); err != nil {
		return err
	}
	line, err := encode(w.line[:0], r, w.explain)
	if err != nil {
		return err
	}
	w.line = line
	_, err = w.out.Write(line)
	return err
}

// Close closes the array, an empty one when there was no record.
func (w *jsonWriter) Close() error {
	end := "\n]\n"
	if !w.some {
		end = "[]\n"
	}
	if _, err := w.out.WriteString(end); err != nil {
		return err
	}
	return w.out.Flush()
}
