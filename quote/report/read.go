package report

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Reader reads reports. Its zero value is ready and safe for concurrent use,
// standard input excepted.
type Reader struct {
	MaxBytes int64         // the largest report that is read, in bytes; 64 MiB when 0
	Stdin    io.Reader     // what "-" stands for; os.Stdin when nil
	Format   string        // the name of the format of every file, by its ending when ""
	Timeout  time.Duration // for fetching one report from the web; 30 s when 0
	Meta     *Meta         // metadata of files, nil for none

	// Columns are the names of a corpus's columns by what they hold: text, id,
	// title, outlet, date or url. What isn't in it is in the column of that name.
	Columns map[string]string
}

const defaultMaxBytes = 64 << 20

// A format reads one kind of file. One that holds many reports yields them as
// it goes, so that a corpus needn't fit in memory.
type format struct {
	name    string
	endings []string
	many    bool                    // a file may hold many reports
	types   []string                // media types by which servers call it
	sniff   func(start []byte) bool // whether what begins so is of this format; nil for never
	read    func(s *source, yield func(Report, error) bool)
}

// formats are all the formats there are: a new one is a file and a line here.
var formats = []format{plainText, markdown, webPage, wordFile, portable, jsonLines, commaSeparated}

// Formats returns the names of the formats that Reader.Format takes.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

const packed = ".gz"

// formatOf returns the format that a path's ending belongs to, nil when none.
// A packed file is of the format of what is in it.
func formatOf(path string) *format {
	ending := filepath.Ext(unpackedName(path))
	i := slices.IndexFunc(formats, func(f format) bool {
		return slices.Contains(f.endings, strings.ToLower(ending))
	})
	if i < 0 {
		return nil
	}
	return &formats[i]
}

func unpackedName(path string) string {
	if strings.EqualFold(filepath.Ext(path), packed) {
		return path[:len(path)-len(packed)]
	}
	return path
}

// endings lists those of all formats, for people.
func endings() string {
	var all []string
	for _, f := range formats {
		all = append(all, f.endings...)
	}
	return strings.Join(all, ", ") + ", packed with " + packed + " or not"
}

// A source is one opened file.
type source struct {
	path  string // as given
	name  string // the file's name, without the ending of what packed it
	in    io.Reader
	max   int64
	close func()

	columns     map[string]string // by field, as in Reader
	url         string            // where it was fetched from, "" for a file
	contentType string            // what the server said it is
}

// Read yields the reports in e, and an *Error for each that can't be read: the
// ones after it are still yielded where the format tells them apart. Memory is
// bounded by the largest report, whatever the size of the file.
func (r Reader) Read(e Entry) iter.Seq2[Report, error] {
	return func(yield func(Report, error) bool) {
		stated := r.Meta.of(e.Path) // also when it can't be read
		s, err := r.open(e)
		if err != nil {
			yield(Report{}, err)
			return
		}
		defer s.close()
		f, err := r.format(s)
		if err != nil {
			yield(Report{}, err)
			return
		}
		f.read(s, func(report Report, err error) bool {
			stated.apply(&report)
			return yield(report, err)
		})
	}
}

// open opens what e names, and unpacks it where it is packed.
func (r Reader) open(e Entry) (*source, error) {
	s := r.source(e.Path, r.stdin())
	switch {
	case isAddress(e.Path):
		if err := r.fetch(s); err != nil {
			s.close()
			return nil, err
		}
	case e.Path != "-":
		file, info, err := open(e.Path)
		if err != nil {
			return nil, err
		}
		s.in, s.close = &watched{file: file, info: info}, func() { file.Close() }
	}
	err := s.unpack()
	if err != nil {
		s.close()
	}
	return s, err
}

// unpack has the source read what is packed in it, as its name says, or its
// beginning where it has none.
func (s *source) unpack() error {
	if s.name != "" && unpackedName(s.path) == s.path {
		return nil
	}
	if s.name == "" {
		start, err := s.peek(len(packedStart))
		if err != nil || string(start) != packedStart {
			return err
		}
	}
	in, err := gzip.NewReader(s.in)
	if err != nil {
		return wrong(s.path, cantUnpack, err)
	}
	s.in = in
	return nil
}

const packedStart = "\x1f\x8b"

// peek returns the first n bytes that will be read, fewer where there are no more.
func (s *source) peek(n int) ([]byte, error) {
	ahead := bufio.NewReaderSize(s.in, max(n, buffered))
	s.in = ahead
	start, err := ahead.Peek(n)
	if err != nil && err != io.EOF {
		return nil, s.wrong(s.path, err)
	}
	return start, nil
}

// format returns the format to read s in: the one asked for, the one that its
// name's ending or the server tells, the one that its beginning shows. What
// nothing is known of is text.
func (r Reader) format(s *source) (*format, error) {
	if r.Format != "" {
		i := slices.IndexFunc(formats, func(f format) bool { return f.name == r.Format })
		if i < 0 {
			return nil, fmt.Errorf("no format is called %q: there are %s", r.Format, strings.Join(Formats(), ", "))
		}
		return &formats[i], nil
	}
	if f := formatOf(s.name); f != nil {
		return f, nil
	}
	if f := formatOfType(mediaType(s.contentType)); f != nil {
		return f, nil
	}
	const shown = 4 << 10 // bytes by which a format is told
	start, err := s.peek(shown)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(formats, func(f format) bool { return f.sniff != nil && f.sniff(start) })
	if i < 0 {
		return &plainText, nil
	}
	return &formats[i], nil
}

func (r Reader) stdin() io.Reader {
	if r.Stdin != nil {
		return r.Stdin
	}
	return os.Stdin
}

func (r Reader) source(path string, in io.Reader) *source {
	s := &source{path: path, in: in, max: r.MaxBytes, columns: r.Columns, close: func() {}}
	if s.max <= 0 {
		s.max = defaultMaxBytes
	}
	if path != "-" && !isAddress(path) {
		s.name = filepath.Base(unpackedName(path))
	}
	return s
}

// open opens a regular file.
func open(path string) (*os.File, os.FileInfo, error) {
	info, err := os.Stat(path) // opening a pipe would wait for a writer
	if err == nil {
		if err := notRegular(path, info); err != nil {
			return nil, nil, err
		}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, wrong(path, cantOpen, err)
	}
	if info, err = file.Stat(); err == nil {
		err = notRegular(path, info)
	}
	if err != nil {
		file.Close()
		return nil, nil, err
	}
	return file, info, nil
}

// errChanged is what reading a file ends with that was written to meanwhile.
var errChanged = errors.New(changed)

// A watched file notices at its end whether it changed while it was read.
type watched struct {
	file *os.File
	info os.FileInfo // when it was opened
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.file.Read(p)
	if err != io.EOF {
		return n, err
	}
	now, statErr := w.file.Stat()
	if statErr == nil && (now.Size() != w.info.Size() || !now.ModTime().Equal(w.info.ModTime())) {
		return n, errChanged
	}
	return n, err
}

// all returns the whole source, when it isn't too large.
func (s *source) all() ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(s.in, s.max+1))
	if int64(len(raw)) > s.max {
		return nil, s.tooLarge(s.path)
	}
	if err != nil {
		return nil, s.wrong(s.path, err)
	}
	return raw, nil
}

func (s *source) tooLarge(path string) error {
	return &Error{Path: path, Reason: tooLarge, Hint: fmt.Sprintf("a report may have %d bytes", s.max)}
}

// wrong returns the Error for a failure to read on.
func (s *source) wrong(path string, err error) error {
	if e := (*Error)(nil); errors.As(err, &e) {
		return e
	}
	if errors.Is(err, errChanged) {
		return &Error{Path: path, Reason: changed, Hint: "read it again when it is finished", Err: err}
	}
	return wrong(path, cantRead, err)
}
