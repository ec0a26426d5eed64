"""Tries the script of report pages in headless Chromium.

    check-page-script.py PAGE.html…

Sorts a table, reads charts by pointer and by keys, hides and shows an arm, and sees that nothing else
than the page's own script may run. Prints one line a fault; exits with 1 if there is one, with 2 if the
browser is missing.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
PROBE = r"""
window.addEventListener("load", () => {
  const faults = [], main = document.querySelector("main");
  const check = (holds, what) => { if (!holds) faults.push(what); };
  const seen = part => part.getClientRects().length > 0;
  document.querySelectorAll("details").forEach(part => { part.open = true; });

  const first = table => [...table.tBodies[0].rows].map(row => row.cells[0].textContent);
  const table = [...main.querySelectorAll("table")].find(
    table => table.querySelector("th button") && new Set(first(table)).size === table.tBodies[0].rows.length);
  const button = table.querySelector("th button"), head = button.closest("th").parentNode.cells;
  const names = () => first(table);
  const before = names();
  const press = place => head[place].querySelector("button").click();
  press(0);
  check(head[0].getAttribute("aria-sort") === "ascending", "aria-sort after one press");
  const up = names();
  check(up.join() !== before.join() && up.slice().sort().join() === before.slice().sort().join(),
    "one press sorts the rows: " + up);
  press(0);
  check(head[0].getAttribute("aria-sort") === "descending", "aria-sort after two presses");
  check(names().reverse().join() === up.join(), "two presses turn the order: " + names());
  press(0);
  check(names().join() === before.join(), "three presses restore the order: " + names());
  check(!head[0].hasAttribute("aria-sort"), "aria-sort after three presses");

  const tip = main.querySelector(".tip");
  let read = 0;
  main.querySelectorAll("figure").forEach(figure => {
    const box = figure.querySelector(".drawing"), svg = box.querySelector("svg");
    if (!box.hasAttribute("role")) return;
    read += 1;
    const key = name => box.dispatchEvent(new KeyboardEvent("keydown", {key: name, cancelable: true}));
    key("ArrowRight");
    const shown = tip.textContent;
    check(/\d/.test(shown) && seen(tip), svg.id + ": a key shows a value, not “" + shown + "”");
    key("End");
    check(tip.textContent !== shown, svg.id + ": another key shows another value");
    const right = tip.getBoundingClientRect().right;
    check(right <= document.documentElement.clientWidth, svg.id + ": the value is cut at " + right);
    key("Escape");
    check(!seen(tip), svg.id + ": Escape hides the value");
    if (!svg.dataset.plot) return;
    const area = svg.getBoundingClientRect();
    svg.dispatchEvent(new PointerEvent("pointermove",
      {clientX: area.left + 0.5 * area.width, clientY: area.top + 0.5 * area.height}));
    check(/^\d{4}-\d\d-\d\d\n/.test(tip.textContent), svg.id + ": the pointer reads " + tip.textContent);
    svg.dispatchEvent(new PointerEvent("pointerleave"));
    check(!seen(tip), svg.id + ": the value goes with the pointer");
  });
  check(read > 2, "charts can be read: " + read);

  const arms = JSON.parse(main.dataset.words)[1], checks = main.querySelectorAll(".arms input");
  check(checks.length === (arms.length > 1 ? arms.length : 0), "a box for each of several arms");
  if (checks.length > 0) {
    const own = "[data-arm='1']", other = "[data-arm='2']";
    const shown = what => [...main.querySelectorAll(what)].filter(seen).length;
    const heads = name => [...main.querySelectorAll("thead th")]
      .filter(part => part.textContent === name && seen(part)).length;
    const lines = () => [...main.querySelectorAll(".chart.lines")]
      .map(svg => [...svg.querySelectorAll(".line")].filter(seen).length).join();
    const bars = name => [...main.querySelectorAll(".chart.funnel text")]
      .filter(part => part.textContent === name && seen(part)).length;
    const funnel = [bars(arms[0]), bars(arms[1])];
    const whole = [shown(own), shown(other), heads(arms[0]), heads(arms[1]), lines()];
    check(whole[0] > 3 && whole[2] > 3, "parts of the first arm: " + whole);
    checks[0].click();
    check(shown(own) === 0 && heads(arms[0]) === 0, "hides the first arm: " + shown(own));
    check(shown(other) === whole[1] && heads(arms[1]) === whole[3], "leaves the second arm");
    const named = [...main.querySelectorAll(".chart.lines text")].filter(seen).map(text => text.textContent);
    check(!named.includes(arms[0]) && named.includes(arms[1]), "hides the first arm's names: " + named);
    check(bars(arms[0]) === 0 && bars(arms[1]) === funnel[1], "hides the first arm's steps: " + funnel);
    check(lines() !== whole[4], "hides the first arm's lines: " + lines());
    checks[0].click();
    check([shown(own), shown(other), heads(arms[0]), heads(arms[1]), lines()].join() === whole.join(),
      "shows the first arm again");
  }
  document.documentElement.innerHTML = "<body><pre id='found'>"
    + encodeURIComponent(JSON.stringify(faults)) + "</pre></body>";
});
window.addEventListener("error", event => {
  document.documentElement.innerHTML = "<body><pre id='found'>"
    + encodeURIComponent(JSON.stringify(["error: " + event.message])) + "</pre></body>";
});
"""


def shown(browser, html, width):
    """The document that a browser makes of a page."""
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        done = subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu",
                f"--user-data-dir={folder}/profile", f"--window-size={width},1600",
                "--virtual-time-budget=60000", "--dump-dom", page.as_uri(),
            ],
            capture_output=True, text=True, timeout=240, check=False,
        )
    return done.stdout


def faults(browser, page):
    """What does not work on a page."""
    html = page.read_text(encoding="utf-8")
    if len(POLICY.findall(html)) != 1:
        yield "the page states no policy"
    foreign = "<script>document.title = 'foreign'</script><img src='x' onerror='document.title=1'/>"
    kept = shown(browser, html.replace("</body>", foreign + "</body>"), 1200)
    if "<th><button" not in kept:
        yield "the page's policy stops its own script"
    if "<title>foreign</title>" in kept or "<title>1</title>" in kept:
        yield "the page's policy lets other scripts run"
    # The probe is a foreign script, too.
    probed = POLICY.sub("", html).replace("</body>", f"<script>{PROBE}</script></body>")
    for width in (1200, 390):
        text = shown(browser, probed, width)
        start = text.find("<pre id=\"found\">")
        if start < 0:
            yield f"the probe did not finish at width {width}"
            continue
        found = text[start + 16 : text.find("</pre>", start)]
        yield from (f"width {width}: {fault}" for fault in json.loads(urllib.parse.unquote(found)))


def main():
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("chromium is missing", file=sys.stderr)
        sys.exit(2)
    is_bad = False
    for page in map(pathlib.Path, sys.argv[1:]):
        for fault in faults(browser, page):
            is_bad = True
            print(f"{page.name}: {fault}")
    sys.exit(1 if is_bad else 0)


main()
