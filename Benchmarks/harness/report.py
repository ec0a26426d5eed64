"""The suite `report`: what the report of the demo takes, holds and weighs."""

import pathlib
import statistics
import tempfile

from harness import tables
from harness.process import read, run_child

# The most that the demo's report may take, hold and weigh: seconds, MiB, kilobytes of the page.
LIMIT_SECONDS, LIMIT_MIB, LIMIT_KILOBYTES = 2.0, 100.0, 300.0


def run(settings):
    """The report as Markdown, and the list of problems."""
    seconds, peaks = [], []
    with tempfile.TemporaryDirectory() as directory:
        command = [*settings.report_command, "--out", directory]
        for turn in range(settings.rounds):
            settings.progress(f"round {turn + 1} of {settings.rounds}")
            answer = run_child(command, settings.root, settings.limit_seconds)
            seconds.append(float(read(answer.document, "timing.reportSeconds")))
            peaks.append(answer.peak_mib)
        folder = pathlib.Path(settings.root) / read(answer.document, "folder")
        sizes = {file.name: file.stat().st_size / 1000 for file in sorted(folder.iterdir())
                 if file.suffix in (".html", ".md", ".json", ".csv", ".xlsx")}
    return summary(seconds, peaks, sizes)


def summary(seconds, peaks, sizes):
    measured = [
        ("seconds to compare, conclude and write every file", seconds, 3, LIMIT_SECONDS),
        ("peak MiB of the whole run", peaks, 1, LIMIT_MIB),
        ("kilobytes of the page", [sizes.get("report.html", 0)], 0, LIMIT_KILOBYTES),
    ]
    rows, problems = [], []
    for name, values, digits, limit in measured:
        value = statistics.median(values)
        kept = value <= limit
        rows.append([name, *tables.spread(values, digits), f"{limit:g}",
                     "met" if kept else "missed"])
        if not kept:
            problems.append(f"{name}: {value:.{digits}f}, at most {limit:g}")
    files = tables.table(["file", "kilobytes"],
                         [[name, f"{size:.0f}"] for name, size in sizes.items()])
    header = ["the demo's report", "median", "min", "max", "at most", "verdict"]
    return "\n\n".join([tables.table(header, rows), files]), problems
