"""The suite `small-model`: the same model in every implementation, interleaved."""

import statistics

from harness import checks, machine, tables
from harness.process import ChildFailed, read, run_child

DAYS = 365
# Ours ÷ peer: the floor below which the sandbox is too slow, and the goal.
TARGETS = {"mesa": (50, 150), "numpy-textbook": (0.7, 2), "cpp-jump": (0.25, 0.8)}


def peers(members, mesa_members):
    """Name, command and number of members of each peer."""
    python, binary = str(machine.PYTHON), machine.compile_peer("small_model")
    numpy = [python, str(machine.PEERS / "numpy_small_model.py"), "--mode"]
    return [
        ("mesa", [python, str(machine.PEERS / "mesa_small_model.py")], mesa_members),
        ("numpy-textbook", [*numpy, "textbook"], members),
        ("numpy-tuned", [*numpy, "tuned"], members),
        ("cpp-daily", [binary, "--mode", "daily"], members),
        ("cpp-jump", [binary, "--mode", "jump"], members),
    ]


class Measured:
    """All runs of one implementation."""

    def __init__(self, name, command, paths, members):
        self.name, self.command, self.paths, self.members = name, command, paths, members
        self.speeds, self.peaks, self.means = [], [], {quantity: [] for quantity in checks.RANGES}

    def run(self, seed, settings):
        """One checked run; returns what was wrong with it."""
        command = [*self.command, "--members", str(self.members), "--seed", str(seed)]
        answer = run_child(command, settings.root, settings.limit_seconds)
        values = {name: read(answer.document, path) for name, path in self.paths.items()}
        if values["members"] != self.members:
            raise ChildFailed(f"{self.name} ran {values['members']} members, not {self.members}")
        self.speeds.append(self.members * DAYS / values["seconds"])
        self.peaks.append(answer.peak_mib)
        for quantity, means in self.means.items():
            means.append(values[quantity])
        return checks.problems(self.name, self.members, values)


def implementations(settings):
    chosen = []
    if settings.only != "ours":
        machine.make_environment()
        paths = {name: name for name in ("members", "seconds", "identity", *checks.RANGES)}
        chosen += [Measured(name, command, paths, members) for name, command, members
                   in peers(settings.members, settings.mesa_members)]
    if settings.only != "peers":
        chosen.append(Measured("incentive", settings.small_model_command,
                               settings.small_model_paths, settings.members))
    return chosen


def run(settings):
    """The report as Markdown, and the list of problems."""
    chosen, problems = implementations(settings), []
    for turn in range(settings.rounds):
        for measured in chosen:
            settings.progress(f"round {turn + 1} of {settings.rounds}: {measured.name}")
            problems += measured.run(settings.seed + turn, settings)
    ours = next((measured for measured in chosen if measured.name == "incentive"), None)
    parts = [speed_table(chosen, ours), means_table(chosen)]
    if ours and len(chosen) > 1:
        parts.insert(1, target_table(chosen, ours))
    return "\n\n".join(parts), problems


def speed_table(chosen, ours):
    rows = []
    for measured in chosen:
        ratio = "–" if ours in (None, measured) else tables.ratio_cell(ours.speeds, measured.speeds)
        speeds = tables.spread([speed / 1e6 for speed in measured.speeds], 1)
        peak = f"{statistics.median(measured.peaks):.0f}"
        rows.append([measured.name, f"{measured.members:,}", *speeds, ratio, peak])
    header = ["implementation", "members", "million member-days/s, median", "min", "max",
              "ours ÷ this, pair by pair", "peak MiB"]
    return tables.table(header, rows)


def target_table(chosen, ours):
    rows = []
    for measured in chosen:
        if measured.name in TARGETS:
            floor, goal = TARGETS[measured.name]
            ratio = statistics.median(
                mine / theirs for mine, theirs in zip(ours.speeds, measured.speeds, strict=True))
            rows.append([measured.name, f"{floor}×", f"{goal}×",
                         tables.three_digits(ratio) + "×", tables.verdict(ratio, floor, goal)])
    return tables.table(["ours against", "floor", "goal", "measured", "verdict"], rows)


def means_table(chosen):
    """What the checks looked at: means over all rounds, a member and year."""
    rows = [[measured.name, f"{measured.members:,}",
             *(f"{statistics.mean(means):.3f}" for means in measured.means.values())]
            for measured in chosen]
    ranges = ["allowed", "≥ 1,000,000",
              *(f"{low:g}–{high:g}" for low, high, _ in checks.RANGES.values())]
    header = ["a member and year", "members", *(name.replace("_", " ") for name in checks.RANGES)]
    return tables.table(header, [*rows, ranges])
