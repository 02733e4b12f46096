package report

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// site is a server with an article, and with all that may be wrong with one.
func site(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	give := func(path, kind, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			fmt.Fprint(w, body)
		})
	}
	article := page("<title>Yard</title>", filler+"<p>“No,” he said.</p>")
	give("/yard", "text/html; charset=utf-8", article)
	give("/koi", "text/html; charset=koi8-r", page("", "<p>\xeb\xcf\xd4 left.</p>"+filler))
	give("/untold", "", article)
	give("/fragment", "text/html", filler)
	give("/text", "text/plain", "“No,” he said.")
	give("/corpus", "text/csv", "text\nHe left.\nShe came.\n")
	give("/image", "image/png", "\x89PNG")
	give("/large", "text/plain", strings.Repeat("a", 5000))
	mux.HandleFunc("/packed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/gzip")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, article)
		z.Close()
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, _ *http.Request) {
		for range 100 {
			w.Write(bytes.Repeat([]byte("a"), 1000))
			w.(http.Flusher).Flush()
		}
	})
	mux.HandleFunc("/fails", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	mux.HandleFunc("/barred", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "He ")
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/yard", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hosts", http.StatusFound)
	})
	wait := func(r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(10 * time.Second):
		}
	}
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { wait(r) })
	mux.HandleFunc("/stalls", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "He ")
		w.(http.Flusher).Flush()
		wait(r)
	})
	mux.HandleFunc("/who", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.UserAgent()) })
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestFetch(t *testing.T) {
	server := site(t)
	const text = fillerText + "\n\n“No,” he said."
	cases := []struct {
		path string
		want []string
	}{
		{"/yard", []string{text}},
		{"/moved", []string{text}},
		{"/untold", []string{text}},
		{"/packed", []string{text}},
		{"/koi", []string{"Кот left.\n\n" + fillerText}},
		{"/fragment", []string{fillerText}},
		{"/text", []string{"“No,” he said."}},
		{"/who", []string{userAgent}},
		{"/corpus", []string{"He left.", "She came."}},
		{"/gone", []string{"ERROR /gone can't be fetched: the server answers 404 Not Found (check the address)"}},
		{"/fails", []string{"ERROR /fails can't be fetched: the server answers 502 Bad Gateway (try again later)"}},
		{"/barred", []string{"ERROR /barred can't be fetched: the server answers 403 Forbidden (save the page from the browser)"}},
		{"/image", []string{"ERROR /image is no report but image/png"}},
		{"/large", []string{"ERROR /large is too large (a report may have 2000 bytes)"}},
		{"/endless", []string{"ERROR /endless is too large (a report may have 2000 bytes)"}},
		{"/cut", []string{"ERROR /cut can't be read: unexpected EOF"}},
		{"/round", []string{"ERROR /round can't be fetched: it leads on more than 5 times (open it in the browser and give the address it ends at)"}},
		{"/away", []string{`ERROR /away can't be fetched: unsupported protocol scheme "file" (check the address and the connection)`}},
		{"/slow", []string{"ERROR /slow can't be fetched: it takes longer than 300ms (try again later, or save the page from the browser)"}},
		{"/stalls", []string{"ERROR /stalls can't be fetched: it takes longer than 300ms (try again later, or save the page from the browser)"}},
	}
	for _, c := range cases {
		t.Run(c.path, func(t *testing.T) {
			var got []string
			for e, err := range (Reader{}).List(server.URL + c.path) {
				if err != nil {
					t.Fatal(err)
				}
				r := Reader{MaxBytes: 2000, Timeout: 300 * time.Millisecond}
				for r, err := range r.Read(e) {
					if err != nil {
						got = append(got, "ERROR "+strings.ReplaceAll(err.Error(), server.URL, ""))
						continue
					}
					got = append(got, r.Text)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestFetchedMetadata(t *testing.T) {
	server := site(t)
	for r, err := range (Reader{}).Read(Entry{Path: server.URL + "/moved"}) {
		if err != nil {
			t.Fatal(err)
		}
		r.Text = ""
		want := Report{ID: server.URL + "/moved", Path: server.URL + "/moved", Title: "Yard", Outlet: "127.0.0.1", URL: server.URL + "/yard"}
		if diff := cmp.Diff(want, r); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

func TestFetchFromNowhere(t *testing.T) {
	server := site(t)
	server.Close()
	got := read(t, Reader{}, server.URL)
	if len(got) != 1 || !strings.Contains(got[0], "can't be fetched: connection refused (check the address and the connection)") {
		t.Errorf("%q", got)
	}
	if got := read(t, Reader{}, "http://a b/"); len(got) != 1 || !strings.Contains(got[0], "is no web address") {
		t.Errorf("%q", got)
	}
}
