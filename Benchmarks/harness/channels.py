"""The suite `channels`: daily automation by four channels, in nanoseconds an occasion or message, and
what the loop allocates."""

import os
import pathlib
import statistics
import tempfile

from harness import machine, tables
from harness.process import ChildFailed, read, run_child

# Nanoseconds an occasion × arm or delivered message, on a machine whose yardstick takes 12 ns a pair.
FLOOR_NANOSECONDS, FLOOR_YARDSTICK = 250, 12
# One community of few and of many members: what the larger one allocates more is what its moments
# allocate; the report is of one size.
FEW_MEMBERS, MANY_MEMBERS = 250, 1000
# What remains is nearly all the report's, whose numbers have more digits; an allocation for each visit
# that a message brings would be 0.02 more.
ALLOCATIONS_A_MOMENT = 0.025


class Run:
    """One run of the scenario."""

    def __init__(self, settings, options, environment=None):
        answer = run_child([*settings.channels_command, *options], settings.root,
                           settings.limit_seconds, environment)
        for name, path in settings.channels_paths.items():
            setattr(self, name, float(read(answer.document, path)))
        self.moments = self.occasion_arms + self.messages
        if not (self.seconds > 0 and self.occasion_arms > 0 and self.messages > 0):
            raise ChildFailed("the run sent nothing: " + str(vars(self)))
        self.nanoseconds = self.seconds * 1e9 / self.moments


def run(settings):
    """The report as Markdown, and the list of problems."""
    yardstick = machine.compile_peer("yardstick")
    pairs, ones = [], []
    for turn in range(settings.rounds):
        settings.progress(f"round {turn + 1} of {settings.rounds}")
        pairs.append(read(run_child([yardstick], settings.root, settings.limit_seconds).document,
                          "nanoseconds_per_pair"))
        ones.append(Run(settings, ["--threads", "1"]))
    allocations, problems = measure_allocations(settings)
    return "\n\n".join([speed_table(pairs, ones), allocations]), problems


def speed_table(pairs, ones):
    scaled = statistics.median(run.nanoseconds * FLOOR_YARDSTICK / pair
                               for run, pair in zip(ones, pairs, strict=True))
    rows = [
        ["yardstick, ns a pair", *tables.spread(pairs, 2), "", "", ""],
        ["ns an occasion × arm or message",
         *tables.spread([run.nanoseconds for run in ones], 1), f"{scaled:.1f}", FLOOR_NANOSECONDS,
         tables.verdict(scaled, FLOOR_NANOSECONDS, 0, more_is_better=False)],
        ["messages delivered", *tables.spread([run.messages for run in ones], 0), "", "", ""],
        ["occasions × arms", *tables.spread([run.occasion_arms for run in ones], 0), "", "", ""],
    ]
    header = ["one thread", "median", "min", "max",
              f"at a yardstick of {FLOOR_YARDSTICK} ns", "floor", "verdict"]
    return tables.table(header, rows)


def measure_allocations(settings):
    """Allocations of two sizes of one community, counted in the program itself."""
    library = machine.compile_peer("allocation_count", shared=True)
    rows, counts, moments = [], [], []
    for members in (FEW_MEMBERS, MANY_MEMBERS):
        options = ["--threads", "1", "--members", str(members)]
        with tempfile.TemporaryDirectory() as directory:
            file = pathlib.Path(directory) / "count"
            environment = {**os.environ, "LD_PRELOAD": library, "ALLOCATION_COUNT_FILE": str(file)}
            length = Run(settings, options, environment).moments
            count = int(file.read_text())
        rows.append([f"{members} members", f"{length:,.0f}", f"{count:,}"])
        counts.append(count)
        moments.append(length)
    each = (counts[1] - counts[0]) / (moments[1] - moments[0])
    rows.append(["each moment more", "1", f"{each:.4f}"])
    problems = []
    if each > ALLOCATIONS_A_MOMENT:
        problems.append(f"each occasion or message more allocates {each:.4f} times")
    return tables.table(["one community", "occasions × arms and messages", "allocations"],
                        rows), problems
