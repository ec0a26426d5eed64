"""One child process: its JSON answer and its own peak memory."""

import dataclasses
import json
import os
import subprocess
import tempfile
import threading


class ChildFailed(Exception):
    """A child that ended with another status than 0, ran out of time, or printed no JSON."""


@dataclasses.dataclass
class Answer:
    """What a child printed, and the most memory it held at once."""

    document: dict
    peak_mib: float


def run_child(command, directory, limit_seconds, environment=None):
    """Runs `command`, waits for it alone (wait4), and reads the JSON object on its stdout."""
    line = " ".join(map(str, command))
    with tempfile.TemporaryFile("w+") as errors:
        try:
            child = subprocess.Popen(
                command, cwd=directory, stdout=subprocess.PIPE, stderr=errors, text=True,
                env=environment)
        except OSError as problem:
            raise ChildFailed(f"`{line}` does not start: {problem}") from problem
        watchdog = threading.Timer(limit_seconds, child.kill)
        watchdog.start()
        with child.stdout:
            output = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        watchdog.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            errors.seek(0)
            words = (output[-500:] + errors.read()[-1500:]).strip()
            raise ChildFailed(f"`{line}` ended with status {child.returncode}: {words}")
    return Answer(parse(output, line), usage.ru_maxrss / 1024)


def parse(output, line):
    try:
        document = json.loads(output)
    except json.JSONDecodeError as problem:
        raise ChildFailed(f"`{line}` printed no JSON: {problem}") from problem
    if not isinstance(document, dict):
        raise ChildFailed(f"`{line}` printed JSON that is not an object")
    return document


def read(document, path):
    """The value at a path such as `arms.0.orders`; `a.b / c` divides one value by another."""
    dividend, _, divisor = path.partition(" / ")
    value = document
    for step in dividend.split("."):
        try:
            value = value[int(step)] if isinstance(value, list) else value[step]
        except (KeyError, IndexError, ValueError, TypeError) as problem:
            raise ChildFailed(f"the answer has no `{dividend}`") from problem
    return value / read(document, divisor) if divisor else value
