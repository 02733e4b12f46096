package export

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A browser has the page of shown open. What it complains of is kept.
type browser struct {
	*testing.T
	ctx     context.Context
	address string

	mu         sync.Mutex
	complaints []string
}

// open starts a browser without a window. Without a browser the test
// is skipped, unless QUOTES_BROWSER=required says that there must be one.
func open(t *testing.T) *browser {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		if os.Getenv("QUOTES_BROWSER") == "required" {
			t.Fatal("no Chromium is installed, and QUOTES_BROWSER=required")
		}
		t.Skip("no Chromium is installed: the page is not tried in a browser")
	}
	reports, records := shown()
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, []byte(pageOf(t, Options{}, reports, records)), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	ctx, stop := chromedp.NewExecAllocator(ctx, append(
		chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()), chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-quic", true),
	)...)
	t.Cleanup(stop)
	ctx, leave := chromedp.NewContext(ctx)
	t.Cleanup(leave)
	b := &browser{T: t, ctx: ctx, address: "file://" + path}
	b.do(chromedp.Navigate("about:blank"))
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatal(err)
	}
	return b
}

// hear keeps script errors, what is written to the console, and requests to
// anything but the page itself.
func (b *browser) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, "exception: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		b.complaints = append(b.complaints, "console: "+string(e.Type))
	case *log.EventEntryAdded:
		b.complaints = append(b.complaints, "log: "+e.Entry.Text)
	case *network.EventRequestWillBeSent:
		own := strings.HasPrefix(e.Request.URL, "file://") && strings.HasSuffix(e.Request.URL, "/page.html")
		if !own && !strings.HasPrefix(e.Request.URL, "data:") { // data: is the browser's own drawing of a date field
			b.complaints = append(b.complaints, "request: "+e.Request.URL)
		}
	}
}

func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// js is what an expression gives, as text.
func (b *browser) js(expression string) string {
	b.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("String("+expression+")"))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return got
}

// is fails when an expression doesn't give what is wanted.
func (b *browser) is(expression, want string) {
	b.Helper()
	if got := b.js(expression); got != want {
		b.Errorf("%s is %q, want %q", expression, got, want)
	}
}

const (
	shownNow = `Array.from(document.querySelectorAll(".record")).filter((r) => !r.hidden).map((r) => r.dataset.speaker).join()`
	marks    = `Array.from(document.querySelectorAll("#report-text mark")).map((m) => m.className + ":" + m.textContent).join("|")`
	counted  = `document.getElementById("count").textContent`
	opened   = `document.getElementById("report").open`
	focused  = `document.activeElement.id || document.activeElement.className || document.activeElement.tagName`
)

// set makes a choice in a field, as its user would.
func (b *browser) set(id, value string) {
	b.Helper()
	b.js(`(() => { const e = document.getElementById("` + id + `"); e.value = "` + value + `"; e.dispatchEvent(new Event("input", { bubbles: true })); })()`)
}

// The page does what it should in a real browser, with no script error and no
// request but for itself.
func TestPageInBrowser(t *testing.T) {
	b := open(t)
	for _, use := range []struct {
		name string
		try  func(*browser)
	}{{"filters", filters}, {"sources", sources}, {"keyboard", keyboard}, {"media", media}, {"telephone", telephone}} {
		t.Run(use.name, func(t *testing.T) {
			b.T = t
			b.do(chromedp.Navigate(b.address))
			use.try(b)
			b.is("window.harmed", "undefined")
			b.mu.Lock()
			defer b.mu.Unlock()
			for _, c := range b.complaints {
				t.Error(c)
			}
			b.complaints = nil
		})
	}
}

// filters: without case and accents, by speaker, outlet and date.
func filters(b *browser) {
	b.is(shownNow, "Ifeoma Okafor,Bo Łind")
	b.is(counted, "2 quotes")
	b.set("words", "LIND won")
	b.is(shownNow, "Bo Łind")
	b.is(counted, "1 of 2 quotes")
	b.set("words", "nothing like it")
	b.is(shownNow, "")
	b.is(`document.getElementById("none").hidden`, "false")
	b.set("words", "")
	b.set("speaker", "Ifeoma Okafor")
	b.is(shownNow, "Ifeoma Okafor")
	b.set("speaker", "")
	b.set("outlet", "Gazette")
	b.is(shownNow, "Bo Łind")
	b.set("outlet", "")
	b.set("until", "2021-12-31")
	b.is(shownNow, "Ifeoma Okafor")
	b.do(chromedp.Click(chromedp.CSS(`#everything`)))
	b.is(shownNow, "Ifeoma Okafor,Bo Łind")
	b.do(chromedp.Click(chromedp.CSS(`.bar[data-speaker="Bo Łind"]`)))
	b.is(shownNow, "Bo Łind")
	b.do(chromedp.Click(chromedp.CSS(`.bar[data-speaker="Bo Łind"]`)))
	b.is(counted, "2 quotes")
}

// sources: one opens its report, where the words are marked.
func sources(b *browser) {
	b.do(chromedp.Click(chromedp.CSS(`.source`)))
	b.is(opened, "true")
	b.is(marks, "quote:“We <i>close</i> at six & no later,”|cue:said|mention:Ifeoma Okafor")
	b.is(`document.getElementById("report-title").textContent`, "</title><script>window.harmed = 2</script>")
	b.is(`document.querySelector("#report-facts a").href`, "https://example.org/a?b=1&c=2")
	b.is(`document.getElementById("report-why").textContent.includes("quote-verb-name")`, "true")
	b.do(chromedp.Click(chromedp.CSS(`#close`)))
	b.is(opened, "false")
}

// keyboard: everything can be reached and done with it alone.
func keyboard(b *browser) {
	b.tabTo("bar")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.is(counted, "1 of 2 quotes")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.is(counted, "2 quotes")
	b.tabTo("source")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.is(opened, "true")
	b.is(focused, "report-title")
	b.do(chromedp.KeyEvent(kb.Escape))
	b.is(opened, "false")
	b.is(focused, "source")
}

// tabTo presses the tabulator until an element of a class has the focus.
func (b *browser) tabTo(class string) {
	b.Helper()
	for range 20 {
		b.do(chromedp.KeyEvent(kb.Tab))
		if b.js(focused) == class {
			return
		}
	}
	b.Errorf("the tabulator leads to no %s", class)
}

// telephone: nothing is cut off on a small screen.
func telephone(b *browser) {
	b.do(chromedp.EmulateViewport(360, 640))
	b.is(`document.documentElement.scrollWidth <= 360`, "true")
	b.do(chromedp.Click(chromedp.CSS(`.source`)))
	b.is(`document.getElementById("report").getBoundingClientRect().right <= 360`, "true")
	b.is(`document.getElementById("close").getClientRects().length + " " + (document.getElementById("close").offsetHeight < 50)`, "1 true")
}

// media: on paper what can't be used there is left out, the quotes are kept; in
// the dark the paper is dark.
func media(b *browser) {
	b.as(emulation.SetEmulatedMediaParams{Media: "print"})
	b.is(`getComputedStyle(document.getElementById("filters")).display`, "none")
	b.is(shownNow, "Ifeoma Okafor,Bo Łind")
	const paper = `getComputedStyle(document.body).backgroundColor`
	b.as(emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
	b.is(paper, "rgb(23, 22, 20)")
	b.as(emulation.SetEmulatedMediaParams{})
	b.is(paper, "rgb(251, 250, 247)")
}

func (b *browser) as(params emulation.SetEmulatedMediaParams) {
	b.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, params); err != nil {
		b.Fatal(err)
	}
}
