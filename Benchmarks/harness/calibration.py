"""The suite `calibration`: fits of a million customers, and an order file read and fitted."""

import pathlib
import statistics
import subprocess
import tempfile
import time

from harness import tables
from harness.process import read, run_child

CUSTOMERS = 1_000_000
MODELS = (("BG/NBD", "bgNBD"), ("MBG/NBD", "mbgNBD"), ("MBG/CNBD-2", "mbgCNBD2"),
          ("Pareto/NBD", "paretoNBD"))
# CDNOW's parameters, from which customers are drawn; a million of them tell them to a few percent.
# Purchases are counted by day, which hides some: the rate's shape suffers most.
TRUTH, TOLERANCE = (0.243, 4.414, 0.793, 2.426), 0.15
# Two files of as many customers, one with four times the orders: memory must not grow with them.
FILE_CUSTOMERS, FEW_ORDERS, MANY_ORDERS = 250_000, 10, 40
MEMORY_FLAT_RATIO = 1.10


def run(settings):
    """The report as Markdown, and the list of problems."""
    answers, problems = [], []
    for turn in range(settings.rounds):
        settings.progress(f"round {turn + 1} of {settings.rounds}")
        command = [*settings.calibration_command, "fit", str(CUSTOMERS)]
        answers.append(run_child(command, settings.root, settings.limit_seconds).document)
    fitted = read(answers[0], "bgNBD")
    if any(abs(value / true - 1) > TOLERANCE for value, true in zip(fitted, TRUTH, strict=True)):
        problems.append(f"BG/NBD fitted to its own customers gives {fitted}")
    files, more = measure_files(settings)
    return "\n\n".join([fit_table(answers), files]), problems + more


def fit_table(answers):
    rows = [["grouping equal histories",
             *tables.spread([read(answer, "groupingSeconds") for answer in answers], 2)]]
    for name, key in MODELS:
        rows.append([name, *tables.spread([read(answer, key + "Seconds") for answer in answers], 2)])
    histories = f"{read(answers[0], 'histories'):,}"
    header = [f"seconds for {CUSTOMERS:,} customers, {histories} distinct histories", "median",
              "min", "max"]
    return tables.table(header, rows)


def measure_files(settings):
    """Seconds and peak memory of whole commands over two files."""
    rows, peaks = [], []
    with tempfile.TemporaryDirectory() as folder:
        for orders in (FEW_ORDERS, MANY_ORDERS):
            settings.progress(f"{FILE_CUSTOMERS:,} customers with {orders} orders each")
            path = pathlib.Path(folder) / "orders.csv"
            seconds, peak = measure_file(settings, path, orders)
            rows.append([f"{FILE_CUSTOMERS * orders:,}", f"{FILE_CUSTOMERS:,}",
                         f"{statistics.median(seconds):.1f}", f"{peak:.0f}"])
            peaks.append(peak)
    problems = []
    if peaks[1] > MEMORY_FLAT_RATIO * peaks[0]:
        problems.append(f"memory grows with orders: {peaks[0]:.0f} to {peaks[1]:.0f} MiB")
    header = ["orders", "customers", "seconds, `incentive calibrate` in all", "peak MiB"]
    return tables.table(header, rows), problems


def measure_file(settings, path, orders):
    command = [*settings.calibration_command, "orders", str(FILE_CUSTOMERS), str(orders), str(path)]
    run_plain(command, settings)
    seconds, peak = [], 0.0
    for _ in range(min(settings.rounds, 3)):
        begin = time.monotonic()
        answer = run_child([*settings.calibrate_command, str(path), "--json", "--timing", "bg-nbd",
                            "--out", str(path.parent / "out")], settings.root,
                           settings.limit_seconds)
        seconds.append(time.monotonic() - begin)
        peak = max(peak, answer.peak_mib)
    return seconds, peak


def run_plain(command, settings):
    """A child whose answer is the file that it writes."""
    subprocess.run(command, cwd=settings.root, check=True, timeout=settings.limit_seconds,
                   stdout=subprocess.DEVNULL)
