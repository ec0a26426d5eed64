"""Making the peers ready, and saying which machine ran them."""

import os
import pathlib
import platform
import re
import subprocess
import sys
import venv

HOME = pathlib.Path(__file__).resolve().parent.parent
PEERS = HOME / "peers"
BINARIES = HOME / ".build-peers"
PYTHON = HOME / ".venv" / "bin" / "python"
COMPILE = ["g++", "-std=c++17", "-O3", "-march=x86-64-v2"]


def make_environment():
    """The virtual environment with the pinned peers; made again when the pins change."""
    wanted = (PEERS / "requirements.txt").read_text()
    stamp = HOME / ".venv" / "requirements.txt"
    if stamp.exists() and stamp.read_text() == wanted and PYTHON.exists():
        return
    print("making Benchmarks/.venv", file=sys.stderr)
    venv.create(HOME / ".venv", with_pip=True, clear=True)
    install = [PYTHON, "-m", "pip", "install", "--quiet", "-r", PEERS / "requirements.txt"]
    subprocess.run(install, check=True, stdout=sys.stderr)
    stamp.write_text(wanted)


def compile_peer(name, shared=False):
    """The path of the compiled C++ program or library; compiled again when a source is newer."""
    binary = BINARIES / (name + ".so" if shared else name)
    sources = [PEERS / (name + ".cpp"), *PEERS.glob("*.hpp")]
    if not binary.exists() or binary.stat().st_mtime < max(s.stat().st_mtime for s in sources):
        BINARIES.mkdir(exist_ok=True)
        print("compiling " + name, file=sys.stderr)
        kind = ["-shared", "-fPIC"] if shared else []
        subprocess.run([*COMPILE, *kind, sources[0], "-o", binary], check=True)
    return str(binary)


def machine_line():
    """CPU, cores, memory, versions and how busy the machine is at the start, on one line."""
    found = re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text())
    model = found.group(1) if found else platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    compiler = subprocess.run(
        ["g++", "-dumpfullversion"], capture_output=True, text=True, check=True).stdout.strip()
    pins = " ".join((PEERS / "requirements.txt").read_text().split()).replace("==", " ")
    return (f"{model}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB; "
            f"g++ {compiler} {' '.join(COMPILE[2:])}; Python {platform.python_version()}, {pins}; "
            f"load {os.getloadavg()[0]:.1f} at the start")
