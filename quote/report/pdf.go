package report

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"
)

// portable is the format of a PDF that holds one report. The report's text is
// its paragraphs, with a blank line between them: lines are joined, and words
// broken at their ends are mended.
var portable = format{
	name:    "pdf",
	endings: []string{".pdf"},
	types:   []string{"application/pdf"},
	sniff:   func(start []byte) bool { return bytes.HasPrefix(start, []byte(pdfStart)) },
	read: func(s *source, yield func(Report, error) bool) {
		raw, err := s.all()
		if err != nil {
			yield(Report{}, err)
			return
		}
		yield(s.portable(raw, pdfTime))
	},
}

const (
	pdfStart = "%PDF-"
	pdfEnd   = "%%EOF"
	noPDF    = "can't be read as a PDF"

	pdfTime      = 20 * time.Second // for one file: a broken one may lead in circles
	pdfDepth     = 2000             // calls within calls
	maxPDFStream = 64 << 20         // bytes unpacked, most pictures have less
	maxPDFPacked = 1 << 30          // bytes unpacked of a whole file
	maxPDFPage   = 4 << 20          // bytes that draw a page
	maxPDFObject = 1 << 22          // objects in a file
)

// portable makes the report of a PDF. The library panics at what it doesn't
// expect, and trusts what a file says of itself.
func (s *source) portable(raw []byte, limit time.Duration) (r Report, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = Report{}, s.noPortable(p)
		}
	}()
	guarded := &guard{raw: wellFormed(raw), until: time.Now().Add(limit)}
	guarded.screen()
	file, err := pdf.NewReader(guarded, int64(len(guarded.raw)))
	if err != nil {
		return Report{}, s.noPortable(err)
	}
	var pages [][]line
	for i := 1; i <= file.NumPage(); i++ {
		page := file.Page(i)
		if page.V.IsNull() {
			break
		}
		guarded.screenPage(page)
		pages = append(pages, linesOf(page.Content().Text))
	}
	text := joinLines(pages)
	if blank(text) {
		return Report{}, &Error{Path: s.path, Reason: noText, Hint: "scanned pages must first be read by a program for that"}
	}
	if int64(len(text)) > s.max {
		return Report{}, s.tooLarge(s.path)
	}
	r = Report{ID: s.path, Path: s.path, Outlet: host(s.url), URL: s.url, Text: text}
	info := file.Trailer().Key("Info")
	r.Title, r.Author = statedTitle(info.Key("Title").Text()), plainLine(info.Key("Author").Text())
	if r.Title == "" {
		r.Title = headline(text)
	}
	// When a file was made says less than what is written in it.
	if r.Date, r.DateFrom = statedDate(text, s.name); r.Date == "" {
		if m := pdfDate().FindStringSubmatch(info.Key("CreationDate").RawString()); m != nil {
			if r.Date = isoDate(m[1] + "-" + m[2] + "-" + m[3]); r.Date != "" {
				r.DateFrom = "metadata"
			}
		}
	}
	return r, nil
}

var (
	pdfDate     = lazily(`^D:(\d{4})(\d\d)(\d\d)`)
	nameOfAFile = lazily(`(?i)^microsoft word - |\.(?:docx?|indd|qxd|odt|rtf|pages|pdf|html?)$|^untitled`)
)

// statedTitle returns a title unless it is the name of the file that the PDF was
// made of.
func statedTitle(title string) string {
	if title = plainLine(title); nameOfAFile().MatchString(title) {
		return ""
	}
	return title
}

func plainLine(text string) string { return oneLine(strings.ToValidUTF8(text, "\ufffd")) }

// noPortable returns the Error for what the library, or the guard, says.
func (s *source) noPortable(what any) error {
	err, ok := what.(error)
	switch {
	case !ok:
		err = fmt.Errorf("%v", what)
	case errors.Is(err, errLong):
		return &Error{Path: s.path, Reason: tooLarge, Hint: "it unpacks to more than a report can be", Err: err}
	case errors.Is(err, pdf.ErrInvalidPassword):
		return &Error{Path: s.path, Reason: "has a password", Hint: "save it without one", Err: err}
	}
	return wrong(s.path, noPDF, err)
}

// wellFormed returns a PDF without what stands after its end, and with a version
// that the library knows.
func wellFormed(raw []byte) []byte {
	if end := bytes.LastIndex(raw, []byte(pdfEnd)); end >= 0 {
		raw = raw[:end+len(pdfEnd)]
	}
	if bytes.HasPrefix(raw, []byte(pdfStart)) && len(raw) > 10 {
		copy(raw, pdfStart+"1.7\n")
	}
	return raw
}

// A guard gives the library a file to read, and stops it by a panic when it
// takes too long or too many calls within calls: it follows links that lead in
// circles.
type guard struct {
	raw   []byte
	until time.Time
}

var (
	errSlow = errors.New("it takes too long")
	errDeep = errors.New("it is nested too deep")
)

// ReadAt gives a little at a time, so that it is called often: a few bytes may
// unpack to very many.
func (g *guard) ReadAt(p []byte, at int64) (int, error) {
	const most = 512
	g.check()
	if at < 0 || at >= int64(len(g.raw)) {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), most)], g.raw[at:])
	if n < len(p) && at+int64(n) == int64(len(g.raw)) {
		return n, io.EOF
	}
	return n, nil
}

func (g *guard) check() {
	if time.Now().After(g.until) {
		panic(errSlow)
	}
	var one [1]uintptr
	if runtime.Callers(pdfDepth, one[:]) > 0 {
		panic(errDeep)
	}
}

var (
	pdfStream  = []byte("stream")
	pdfSizes   = lazily(`/(?:S|#53)(?:i|#69)(?:z|#7[aA])(?:e|#65)[\s\x00]*(\d+)|/(?:C|#43)olumns[\s\x00]*(\d+)`)
	packedMore = lazily(`FlateDecode[\s\x00]*/FlateDecode`)
)

// screen panics when the file would have the library take more memory than a
// report is worth.
func (g *guard) screen() {
	if packedMore().Match(g.raw) {
		panic(errLong)
	}
	for _, m := range pdfSizes().FindAllSubmatch(g.raw, -1) {
		if n, err := strconv.Atoi(string(m[1]) + string(m[2])); err != nil || n > maxPDFObject {
			panic(errLong)
		}
	}
	total := int64(0)
	for rest := g.raw; ; {
		at := bytes.Index(rest, pdfStream)
		if at < 0 {
			return
		}
		rest = rest[at+len(pdfStream):]
		packed := bytes.TrimLeft(rest[:min(len(rest), 4)], "\r\n")
		in, err := zlib.NewReader(bytes.NewReader(rest[min(len(rest), 4)-len(packed):]))
		if err != nil {
			continue
		}
		n, _ := io.CopyN(io.Discard, in, maxPDFStream+1)
		if total += n; n > maxPDFStream || total > maxPDFPacked {
			panic(errLong)
		}
		g.check()
	}
}

// screenPage panics when what draws a page, or maps the characters of its
// fonts, is too large: of each byte the library makes a hundred.
func (g *guard) screenPage(page pdf.Page) {
	left := int64(maxPDFPage)
	measure := func(v pdf.Value) {
		if v.Kind() != pdf.Stream {
			return
		}
		n, _ := io.CopyN(io.Discard, v.Reader(), left+1)
		if left -= n; left < 0 {
			panic(errLong)
		}
	}
	contents := page.V.Key("Contents")
	measure(contents)
	for i := range contents.Len() {
		measure(contents.Index(i))
	}
	for _, name := range page.Fonts() {
		measure(page.Font(name).V.Key("ToUnicode"))
	}
}
