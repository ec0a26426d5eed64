"""The suite `demo`: the demo scenario beside the yardstick, one thread against two, and memory."""

import statistics

from harness import machine, tables
from harness.process import ChildFailed, read, run_child

# Nanoseconds an occasion × arm in time order with thin sub-models: floor and goal, on a machine
# whose yardstick takes 12 ns a pair; both scale with the yardstick.
FLOOR_NANOSECONDS, GOAL_NANOSECONDS, FLOOR_YARDSTICK = 150, 75, 12
TWO_THREADS_FLOOR, TWO_THREADS_GOAL = 1.8, 1.95
MEMORY_FLAT_RATIO, MEMORY_FLOOR_MIB, MEMORY_GOAL_MIB = 1.10, 150, 60


class Run:
    """One run of the demo, read by path."""

    def __init__(self, settings, options):
        answer = run_child([*settings.demo_command, *options], settings.root,
                           settings.limit_seconds)
        for name, path in settings.demo_paths.items():
            setattr(self, name, read(answer.document, path))
        if not (self.seconds > 0 and self.occasion_arms > 0 and 0 < self.quoted_share <= 1):
            raise ChildFailed("the demo's timing is empty: " + str(vars(self)))
        self.nanoseconds = self.seconds * 1e9 / self.occasion_arms
        self.nanoseconds_quoted = self.nanoseconds / self.quoted_share
        self.peak_mib = answer.peak_mib


def run(settings):
    """The report as Markdown, and the list of problems."""
    yardstick = machine.compile_peer("yardstick")
    pairs, ones, twos, problems = [], [], [], []
    for turn in range(settings.rounds):
        settings.progress(f"round {turn + 1} of {settings.rounds}")
        answer = run_child([yardstick], settings.root, settings.limit_seconds)
        pairs.append(read(answer.document, "nanoseconds_per_pair"))
        ones.append(Run(settings, ["--threads", "1"]))
        twos.append(Run(settings, ["--threads", "2"]))
    if len(digests := {run.digest for run in ones + twos}) > 1:
        problems.append("threads or rounds change the digest: " + ", ".join(sorted(digests)))
    parts = [speed_table(pairs, ones, twos), target_table(pairs, ones, twos)]
    if settings.memory_members:
        memory, memory_problems = measure_memory(settings)
        parts.append(memory)
        problems += memory_problems
    return "\n\n".join(parts), problems


def speed_table(pairs, ones, twos):
    rows = [["yardstick, ns a pair", *tables.spread(pairs, 2)]]
    for threads, runs in (("1 thread", ones), ("2 threads", twos)):
        rows += [
            [f"{threads}, ns an occasion × arm",
             *tables.spread([run.nanoseconds for run in runs], 1)],
            [f"{threads}, ns a quoted occasion × arm",
             *tables.spread([run.nanoseconds_quoted for run in runs], 1)],
        ]
    in_pairs = [run.nanoseconds / pair for run, pair in zip(ones, pairs, strict=True)]
    ratios = [one.seconds / two.seconds for one, two in zip(ones, twos, strict=True)]
    rows += [
        ["1 thread, occasion × arm in yardstick pairs", *tables.spread(in_pairs, 2)],
        ["two threads against one", *tables.spread(ratios, 2)],
        ["quoted share", *tables.spread([run.quoted_share for run in ones], 3)],
        ["density, occasions a member-year", *tables.spread([run.density for run in ones], 1)],
        ["occasions × arms", *tables.spread([run.occasion_arms for run in ones], 0)],
        ["1 thread, peak MiB", *tables.spread([run.peak_mib for run in ones], 0)],
        ["2 threads, peak MiB", *tables.spread([run.peak_mib for run in twos], 0)],
    ]
    return tables.table(["demo scenario", "median", "min", "max"], rows)


def target_table(pairs, ones, twos):
    scaled = statistics.median(run.nanoseconds * FLOOR_YARDSTICK / pair
                               for run, pair in zip(ones, pairs, strict=True))
    ratio = statistics.median(
        one.seconds / two.seconds for one, two in zip(ones, twos, strict=True))
    rows = [
        [f"ns an occasion × arm, at a yardstick of {FLOOR_YARDSTICK} ns",
         FLOOR_NANOSECONDS, GOAL_NANOSECONDS, f"{scaled:.1f}",
         tables.verdict(scaled, FLOOR_NANOSECONDS, GOAL_NANOSECONDS, more_is_better=False)],
        ["two threads against one", f"{TWO_THREADS_FLOOR}×", f"{TWO_THREADS_GOAL}×",
         f"{ratio:.2f}×", tables.verdict(ratio, TWO_THREADS_FLOOR, TWO_THREADS_GOAL)],
    ]
    return tables.table(["target", "floor", "goal", "measured", "verdict"], rows)


def measure_memory(settings):
    """Peak memory over population sizes, two threads; growth beyond a tenth is a problem."""
    rows, peaks = [], []
    for members in settings.memory_members:
        settings.progress(f"memory at {members:,} members")
        run = Run(settings, ["--threads", "2", "--members", str(members)])
        peaks.append(run.peak_mib)
        rows.append([f"{members:,}", f"{run.peak_mib:.0f}", f"{run.peak_mib / peaks[0]:.2f}×",
                     tables.verdict(run.peak_mib, MEMORY_FLOOR_MIB, MEMORY_GOAL_MIB, False)])
    problems = []
    if max(peaks) > MEMORY_FLAT_RATIO * min(peaks):
        problems.append(f"peak memory is not flat: {min(peaks):.0f} to {max(peaks):.0f} MiB")
    header = ["members", "peak MiB", "against the first",
              f"floor {MEMORY_FLOOR_MIB} MiB, goal {MEMORY_GOAL_MIB} MiB"]
    return tables.table(header, rows), problems
