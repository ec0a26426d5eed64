"""The suite `engine`: one quote and one order, in nanoseconds, and what they allocate."""

import re
import shutil
import statistics
import subprocess

from harness import machine, tables
from harness.process import ChildFailed, read, run_child

# Nanoseconds, floor and goal, on a machine whose yardstick takes 12 ns a pair.
FLOORS = {"quote": (60, 30), "order": (250, 120)}
FLOOR_YARDSTICK = 12
QUOTES, ORDERS = 5_000_000, 2_000_000
# Two sizes: what the larger run allocates more is what the work allocates.
FEW, MANY = (1_000, 1_000), (101_000, 101_000)


def run(settings):
    """The report as Markdown, and the list of problems."""
    yardstick = machine.compile_peer("yardstick")
    pairs, answers = [], []
    for turn in range(settings.rounds):
        settings.progress(f"round {turn + 1} of {settings.rounds}")
        pairs.append(read(run_child([yardstick], settings.root, settings.limit_seconds).document,
                          "nanoseconds_per_pair"))
        answers.append(measure(settings))
    problems = []
    if len({(answer["quotedFen"], answer["paidFen"]) for answer in answers}) > 1:
        problems.append("rounds of the same work do not give the same amounts")
    if any(answer["trialBalance"] for answer in answers):
        problems.append("the ledger does not balance")
    allocations, more = measure_allocations(settings)
    return "\n\n".join([speed_table(pairs, answers), allocations]), problems + more


def measure(settings):
    """One run's answer."""
    command = [*settings.engine_command, str(QUOTES), str(ORDERS)]
    return run_child(command, settings.root, settings.limit_seconds).document


def speed_table(pairs, answers):
    rows = [["yardstick, a pair", *tables.spread(pairs, 2), "", "", ""]]
    for name, (floor, goal) in FLOORS.items():
        times = [answer[f"{name}Nanoseconds"] for answer in answers]
        scaled = statistics.median(
            time * FLOOR_YARDSTICK / pair for time, pair in zip(times, pairs, strict=True))
        rows.append([name, *tables.spread(times, 1), f"{scaled:.1f}", f"{floor} / {goal}",
                     tables.verdict(scaled, floor, goal, more_is_better=False)])
    header = ["nanoseconds", "median", "min", "max",
              f"at a yardstick of {FLOOR_YARDSTICK} ns", "floor / goal", "verdict"]
    return tables.table(header, rows)


def measure_allocations(settings):
    """Allocations of two sizes of work, counted by valgrind; a difference is a problem."""
    if shutil.which("valgrind") is None:
        return "Allocations were not counted: valgrind is not installed.", []
    few, many = (count_allocations(settings, size) for size in (FEW, MANY))
    rows = [[f"{size[0]:,} quotes and {size[1]:,} orders", f"{count:,}"]
            for size, count in ((FEW, few), (MANY, many))]
    problems = []
    if many != few:
        problems.append(f"{MANY[0] - FEW[0]:,} more quotes and orders allocate {many - few} times")
    return tables.table(["work", "allocations, start included"], rows), problems


def count_allocations(settings, size):
    command = ["valgrind", "--leak-check=no", *settings.engine_command, *map(str, size)]
    done = subprocess.run(command, cwd=settings.root, capture_output=True, text=True,
                          timeout=settings.limit_seconds, check=False)
    found = re.search(r"total heap usage: ([\d,]+) allocs", done.stderr)
    if done.returncode != 0 or not found:
        raise ChildFailed("valgrind did not count: " + done.stderr[-500:])
    return int(found[1].replace(",", ""))
