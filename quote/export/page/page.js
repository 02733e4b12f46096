
"use strict";
(function () {
	const $ = (id) => document.getElementById(id);
	const data = JSON.parse($("data").textContent);

	// Letters without case and accents, so that Erdogan finds Erdoğan.
	const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ıI]/g, "i").replace(/[łŁ]/g, "l")
		.replace(/[øØ]/g, "o").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();

	const records = Array.from(document.querySelectorAll(".record"), (element) => ({
		element,
		speaker: element.dataset.speaker,
		outlets: element.dataset.outlets.split("\n"),
		dates: element.dataset.dates.split("\n").filter((d) => d),
		words: null,
	}));
	const bars = Array.from(document.querySelectorAll(".bar"));
	const choice = $("choice");
	const value = (id) => ($(id) ? $(id).value : "");

	function fits(r, words, speaker, outlet, since, until) {
		if (speaker && r.speaker !== speaker) return false;
		if (outlet && !r.outlets.includes(outlet)) return false;
		if ((since || until) && !r.dates.some((d) => (!since || d >= since) && (!until || d <= until))) return false;
		if (words.length === 0) return true;
		if (r.words === null) r.words = fold(r.element.textContent);
		return words.every((w) => r.words.includes(w));
	}

	function choose() {
		const words = fold(value("words")).split(/\s+/).filter((w) => w);
		const speaker = value("speaker"), outlet = value("outlet"), since = value("since"), until = value("until");
		let shown = 0;
		for (const r of records) {
			const fit = fits(r, words, speaker, outlet, since, until);
			if (r.element.hidden === fit) r.element.hidden = !fit;
			if (fit) shown++;
		}
		for (const b of bars) b.setAttribute("aria-pressed", String(b.dataset.speaker === speaker));
		const all = records.length + (records.length === 1 ? " quote" : " quotes");
		$("count").textContent = shown === records.length ? all : shown + " of " + all;
		$("none").hidden = shown > 0;
	}

	for (const b of bars) {
		b.addEventListener("click", () => {
			$("speaker").value = $("speaker").value === b.dataset.speaker ? "" : b.dataset.speaker;
			choose();
		});
	}
	choice.addEventListener("input", choose);
	choice.addEventListener("submit", (e) => e.preventDefault());
	$("everything").addEventListener("click", () => {
		choice.reset();
		choose();
	});
	$("filters").hidden = false;

	// Offsets are code points; a string is sliced by what Array.from makes of it.
	function marked(text, source) {
		const points = Array.from(text);
		const stretches = source.spans.map(([start, end]) => [start, end, "quote"]);
		if (source.mention) stretches.push([...source.mention, "mention"]);
		if (source.cue) stretches.push([...source.cue, "cue"]);
		stretches.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
		const out = document.createDocumentFragment();
		let at = 0;
		for (const [start, end, kind] of stretches) {
			if (start < at || end > points.length) continue;
			out.append(points.slice(at, start).join(""));
			const m = document.createElement("mark");
			m.className = kind;
			m.textContent = points.slice(start, end).join("");
			out.append(m);
			at = end;
		}
		out.append(points.slice(at).join(""));
		return out;
	}

	function item(text) {
		const li = document.createElement("li");
		li.textContent = text;
		return li;
	}

	function open(n) {
		const source = data.sources[n], report = data.reports[source.report];
		$("report-title").textContent = report.title || report.id;
		$("report-facts").replaceChildren([report.outlet, report.date, report.title ? report.id : ""].filter((s) => s).join(", "));
		if (report.url) {
			const a = document.createElement("a");
			a.href = report.url;
			a.rel = "noreferrer noopener";
			a.textContent = report.url;
			$("report-facts").append(" ", a);
		}
		const why = source.why.map(item);
		if (source.diff) why.push(item("here: " + source.diff));
		if (source.rule) why.push(item("decided by the rule " + source.rule));
		$("report-why").replaceChildren(...why);
		$("report-text").replaceChildren(marked(report.text, source));
		$("report").showModal();
		$("report-title").focus({ preventScroll: true });
		const first = $("report-text").querySelector("mark.quote");
		if (first) first.scrollIntoView({ block: "center" });
	}

	document.querySelector("main").addEventListener("click", (e) => {
		const b = e.target.closest(".source");
		if (b) open(Number(b.dataset.source));
	});
	$("close").addEventListener("click", () => $("report").close());
	choose(); // a browser may have kept a choice
})();
