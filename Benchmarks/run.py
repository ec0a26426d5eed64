#!/usr/bin/env python3
"""Measures the sandbox beside its peers; Benchmarks/README.md says how and why.

Needs Python 3.11 with venv, and g++. Exits 1 when an implementation leaves the ranges of the
small model, when a ledger does not add up, or when a program fails.
"""

import argparse
import dataclasses
import pathlib
import subprocess
import sys

from harness import calibration, channels, demo, engine, machine, report, small_model, tables
from harness.process import ChildFailed

# ---- What is measured of ours, relative to the repository. `--members`, `--seed` and `--threads`
# ---- are appended. A path walks the JSON object on stdout: `arms.0.orders`, or `a.b / c`.
SMALL_MODEL_COMMAND = [".build/release/incentive", "run",
                       "scenarios/benchmarks/small-model.yaml", "--threads", "1", "--json"]
SMALL_MODEL_PATHS = {
    "members": "smallModel.members",
    "seconds": "timing.seconds",
    "identity": "smallModel.identity",
    "orders": "smallModel.orders",
    "revenue": "smallModel.revenue",
    "redeemed": "smallModel.redeemed",
    "expired": "smallModel.expired",
    "active_end": "smallModel.activeEnd",
}
DEMO_COMMAND = [".build/release/incentive", "run", "scenarios/points-and-growth.yaml", "--json"]
DEMO_PATHS = {
    "seconds": "timing.seconds",
    "occasion_arms": "timing.occasionArms",
    "quoted_share": "timing.quotedShare",
    "density": "timing.density",
    "digest": "digest",
}

CHANNELS_COMMAND = [".build/release/incentive", "run", "scenarios/benchmarks/four-channels.yaml",
                    "--json"]
CHANNELS_PATHS = {
    "seconds": "timing.seconds",
    "occasion_arms": "timing.occasionArms",
    "messages": "arms.1.totals.messages",
}

REPORT_COMMAND = DEMO_COMMAND

ENGINE_COMMAND = [".build/release/engine-benchmark"]

CALIBRATION_COMMAND = [".build/release/calibration-benchmark"]
CALIBRATE_COMMAND = [".build/release/incentive", "calibrate"]

SUITES = {"small-model": small_model.run, "demo": demo.run, "engine": engine.run,
          "channels": channels.run, "calibration": calibration.run, "report": report.run}


@dataclasses.dataclass
class Settings:
    """What a suite needs to know."""

    rounds: int
    members: int
    mesa_members: int
    seed: int
    only: str
    memory_members: list
    limit_seconds: float
    root: pathlib.Path = machine.HOME.parent
    small_model_command: list = dataclasses.field(default_factory=lambda: SMALL_MODEL_COMMAND)
    small_model_paths: dict = dataclasses.field(default_factory=lambda: SMALL_MODEL_PATHS)
    demo_command: list = dataclasses.field(default_factory=lambda: DEMO_COMMAND)
    demo_paths: dict = dataclasses.field(default_factory=lambda: DEMO_PATHS)
    channels_command: list = dataclasses.field(default_factory=lambda: CHANNELS_COMMAND)
    channels_paths: dict = dataclasses.field(default_factory=lambda: CHANNELS_PATHS)
    report_command: list = dataclasses.field(default_factory=lambda: REPORT_COMMAND)
    engine_command: list = dataclasses.field(default_factory=lambda: ENGINE_COMMAND)
    calibration_command: list = dataclasses.field(default_factory=lambda: CALIBRATION_COMMAND)
    calibrate_command: list = dataclasses.field(default_factory=lambda: CALIBRATE_COMMAND)

    def progress(self, words):
        print(words, file=sys.stderr, flush=True)


def positive(text):
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--suite", choices=sorted(SUITES), default="small-model")
    add("--only", choices=("all", "peers", "ours"), default="all", help="small-model only")
    add("--rounds", type=positive, default=5, help="interleaved runs of each (5 or more to quote)")
    add("--members", type=positive, default=1_000_000, help="small-model only")
    add("--mesa-members", type=positive, default=10_000, help="Mesa's objects are slow")
    add("--memory-members", type=positive, nargs="*", default=[200_000, 2_000_000],
        help="demo only: population sizes for peak memory; none skips it")
    add("--seed", type=int, default=1, help="seed of the first round of the small model")
    add("--limit-seconds", type=float, default=900, help="longest time of one run")
    add("--write", action="store_true", help="replace the suite's results in README.md")
    return parser.parse_args()


def main():
    chosen = vars(parse_arguments())
    suite, write = chosen.pop("suite"), chosen.pop("write")
    try:
        line = machine.machine_line()
        report, problems = SUITES[suite](Settings(**chosen))
    except (ChildFailed, OSError, subprocess.CalledProcessError) as failure:
        print(f"stopped: {failure}", file=sys.stderr)
        return 1
    rounds = chosen["rounds"]
    body = f"{rounds} interleaved rounds on {line}.\n\n{report}"
    print(body)
    for problem in problems:
        print("PROBLEM: " + problem, file=sys.stderr)
    if problems:
        return 1
    if write:
        readme = machine.HOME / "README.md"
        readme.write_text(tables.rewritten(readme.read_text(), suite, "\n" + body + "\n"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
