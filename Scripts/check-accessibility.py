"""Asks axe (axe-core, from a Python package) about HTML pages in headless Chromium.

    check-accessibility.py PAGE.html…

Every page is looked at twice: wide and light, and dark and as narrow as a phone, with everything that
can be folded away unfolded. Prints one line a finding; exits with 1 if one is serious or critical,
with 2 if the browser or axe is missing.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

VIEWS = [("light", 1200, 1), ("dark phone", 390, 0)]
PROBE = """
for (const part of document.querySelectorAll("details")) part.open = true;
window.addEventListener("load", () => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}).then(found => {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const lines = found.violations.map(v => [v.impact, v.id, v.help, v.nodes.length, v.nodes[0].html,
    v.nodes[0].failureSummary]);
  document.documentElement.innerHTML = "<body><pre id='found'>" + encodeURIComponent(
    JSON.stringify({dark, passes: found.passes.length, lines})) + "</pre></body>";
}));
"""


def axe_source():
    """The text of axe-core as a Python package ships it."""
    for name in ["axe_playwright_python", "axe_core_python"]:
        for folder in map(pathlib.Path, sys.path):
            path = folder / name / "axe.min.js"
            if path.exists():
                return path.read_text(encoding="utf-8")
    return None


def look(browser, page, axe, width, scheme):
    """What axe finds on a page in one view."""
    html = page.read_text(encoding="utf-8")
    script = f"<script>{axe}</script><script>{PROBE}</script>"
    with tempfile.TemporaryDirectory() as folder:
        probe = pathlib.Path(folder) / "page.html"
        # A page allows its own script only.
        html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
        probe.write_text(html.replace("</body>", script + "</body>"), encoding="utf-8")
        done = subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu",
                f"--user-data-dir={folder}/profile", f"--window-size={width},1600",
                f"--blink-settings=preferredColorScheme={scheme}",
                "--virtual-time-budget=60000", "--dump-dom", probe.as_uri(),
            ],
            capture_output=True, text=True, timeout=240, check=False,
        )
    start = done.stdout.find("<pre id=\"found\">")
    if start < 0:
        raise SystemExit(f"axe did not finish on {page}: {done.stderr[-500:]}")
    text = done.stdout[start + 16 : done.stdout.find("</pre>", start)]
    found = json.loads(urllib.parse.unquote(text))
    if found["dark"] != (scheme == 0) or found["passes"] == 0:
        raise SystemExit(f"the browser does not show {page} as asked: {found['passes']} rules passed")
    return found["lines"]


def main():
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    axe = axe_source()
    if browser is None or axe is None:
        print("chromium or the Python package with axe is missing", file=sys.stderr)
        sys.exit(2)
    is_bad = False
    for page in map(pathlib.Path, sys.argv[1:]):
        for name, width, scheme in VIEWS:
            for impact, rule, text, count, html, why in look(browser, page, axe, width, scheme):
                is_bad = is_bad or impact in ("serious", "critical")
                print(f"{page.name}, {name}: {impact}: {rule}: {text} ({count}): {html[:200]}: {why}")
    sys.exit(1 if is_bad else 0)


main()
