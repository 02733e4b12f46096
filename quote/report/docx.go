package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// wordFile is the format of a Word file that holds one report. The report's text
// is that of its paragraphs, with a blank line between them, without footnotes,
// text boxes, and what was deleted but is still recorded.
var wordFile = format{
	name:    "docx",
	endings: []string{".docx"},
	types:   []string{"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	sniff: func(start []byte) bool {
		return bytes.HasPrefix(start, []byte(zipStart)) || bytes.HasPrefix(start, []byte(olderWord))
	},
	read: func(s *source, yield func(Report, error) bool) {
		raw, err := s.all()
		if err != nil {
			yield(Report{}, err)
			return
		}
		yield(s.word(raw))
	},
}

const (
	zipStart  = "PK\x03\x04"
	olderWord = "\xd0\xcf\x11\xe0"

	wordText = "word/document.xml"
	wordCore = "docProps/core.xml"
	noWord   = "can't be read as a Word file"
)

func (s *source) word(raw []byte) (Report, error) {
	if bytes.HasPrefix(raw, []byte(olderWord)) {
		return Report{}, &Error{Path: s.path, Reason: "is a Word file of the older kind, or has a password", Hint: "save it as .docx without one"}
	}
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return Report{}, wrong(s.path, noWord, err)
	}
	part, err := archive.Open(wordText)
	if err != nil {
		return Report{}, &Error{Path: s.path, Reason: noWord + ": it has no " + wordText, Err: err}
	}
	defer part.Close()
	text, err := wordParagraphs(&capped{in: part, left: s.max})
	switch {
	case errors.Is(err, errLong):
		return Report{}, s.tooLarge(s.path)
	case err != nil:
		return Report{}, wrong(s.path, noWord, err)
	case blank(text):
		return Report{}, &Error{Path: s.path, Reason: empty}
	}
	r := Report{ID: s.path, Path: s.path, Outlet: host(s.url), URL: s.url, Text: text}
	var core struct {
		Title   string `xml:"title"`
		Creator string `xml:"creator"`
		Created string `xml:"created"`
	}
	if part, err := archive.Open(wordCore); err == nil { // it needn't be there, nor be right
		defer part.Close()
		if newXML(&capped{in: part, left: buffered}).Decode(&core) != nil {
			core.Created = ""
		}
	}
	r.Title, r.Author = oneLine(core.Title), oneLine(core.Creator)
	if r.Title == "" {
		r.Title = headline(text)
	}
	// When a file was made says less than what is written in it.
	if r.Date, r.DateFrom = statedDate(text, s.name); r.Date == "" {
		if r.Date = metadataDate(core.Created); r.Date != "" {
			r.DateFrom = "metadata"
		}
	}
	return r, nil
}

// capped reads no more than so many bytes: what is packed may be endless.
type capped struct {
	in   io.Reader
	left int64
}

func (c *capped) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	if c.left -= int64(n); c.left < 0 {
		return n, errLong
	}
	return n, err
}

func newXML(in io.Reader) *xml.Decoder {
	d := xml.NewDecoder(in)
	d.CharsetReader = charset.NewReaderLabel
	return d
}

// wordParagraphs returns the text of a document's paragraphs.
func wordParagraphs(in io.Reader) (string, error) {
	d := newXML(in)
	var all, paragraph strings.Builder
	inText := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "t":
				inText = true
			case "br", "cr":
				paragraph.WriteString(lineBreak)
			case "tab":
				paragraph.WriteByte(' ')
			case "noBreakHyphen":
				paragraph.WriteByte('-')
			case "Fallback", "txbxContent", "moveFrom":
				if err := d.Skip(); err != nil {
					return "", err
				}
			}
		case xml.CharData:
			if inText {
				paragraph.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t":
				inText = false
			case "p":
				if text := tidy(paragraph.String()); text != "" {
					if all.Len() > 0 {
						all.WriteString("\n\n")
					}
					all.WriteString(text)
				}
				paragraph.Reset()
			}
		}
	}
}
