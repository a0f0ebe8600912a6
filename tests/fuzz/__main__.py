"""Fuzzes each target for an equal share of the time, and keeps the smallest inputs that fail.

``python -m tests.fuzz [TARGET ...] --seconds 600 [--seed N] [--corpus DIR]``
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final
from unittest.mock import patch

from tests.fuzz.failures import MEGABYTES, failure, minimized
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import REGRESSIONS, TARGETS
from tests.support.paths import ROOT

_EXECUTED: Final = re.compile(r"^stat::number_of_executed_units: (\d+)", re.MULTILINE)
_MINIMIZING: Final = 60
"""Seconds for which one find is made smaller."""


def main() -> int:
    """The exit status: 1 if a law was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=600, help="for all targets together")
    parser.add_argument("--seed", type=int, default=0, help="0 draws one")
    parser.add_argument("--corpus", type=Path, help="keeps what was found worth keeping")
    given = parser.parse_args()
    if unknown := set(given.targets) - TARGETS.keys():
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    names = given.targets or list(TARGETS)
    broken = inputs = 0
    with tempfile.TemporaryDirectory() as temporary:
        corpus = given.corpus or Path(temporary)
        for name in names:
            folder = Path(temporary, "work", name)
            before = _processor_seconds()
            ran = _fuzzed(name, folder, corpus / name, given.seconds / len(names), given.seed)
            rate = ran / (_processor_seconds() - before)
            inputs += ran
            total = _tallied(corpus, name, ran)
            _say(f"{name:14} {ran:9,} inputs, {rate:6,.0f} a second, {total:9,} so far")
            broken += _kept(name, folder)
    _say(f"{'together':14} {inputs:9,} inputs, {inputs / _processor_seconds():6,.0f} a second")
    return min(broken, 1)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a program's output


def _processor_seconds() -> float:
    """What the children have taken: how fast a target is, however busy the machine."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _fuzzed(name: str, folder: Path, corpus: Path, seconds: float, seed: int) -> int:
    """Fuzz a target, again and again if its process ends before the time; how many inputs ran."""
    (finds := folder / "finds").mkdir(parents=True)
    (begin := folder / "seeds").mkdir()
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(name)):
        (begin / f"{number:03}").write_bytes(data)
    until, ran = time.monotonic() + seconds, 0
    while (left := round(until - time.monotonic())) > 0:
        flags = {
            "max_total_time": left,
            "max_len": TARGETS[name].longest,
            "mutate_depth": 2,  # what is changed in many places at once is only refused
            "rss_limit_mb": MEGABYTES,
            "timeout": 20,
            "seed": seed,
            "artifact_prefix": f"{finds}/",
            "print_final_stats": 1,
        }
        command = [sys.executable, "-m", "tests.fuzz.child", name, str(finds), str(begin)]
        command += [f"-{flag}={value}" for flag, value in flags.items()]
        with (folder / "log").open("w+") as log:
            command += [str(corpus), str(begin)]
            code = subprocess.run(command, stderr=log, cwd=ROOT, check=False).returncode
            log.seek(0)
            said = log.read()
        executed = _EXECUTED.search(said)
        if executed is None:
            raise RuntimeError(f"the process for {name} ended with {code}:\n{said[-2_000:]}")
        ran += int(executed[1])
        seed += bool(seed)  # what ended the process must not end the next one
    return ran


def _kept(name: str, folder: Path) -> int:
    """Keep the smallest input for each failure that is found again; how many there are."""
    target, kept = TARGETS[name], set[str]()
    with patch("gxstats.reading.conversion.converter", return_value=None):
        for find in sorted(folder.glob("finds/*")):
            data = find.read_bytes()
            key = failure(target, data)
            if not key or key in kept:
                continue
            kept.add(key)
            data = minimized(target, data, _MINIMIZING)
            path = REGRESSIONS / name / f"{hashlib.sha256(data).hexdigest()[:16]}.bin"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            _say(f"{name}: {key}: {path.relative_to(ROOT)}")
    return len(kept)


def _tallied(corpus: Path, name: str, ran: int) -> int:
    """Add to the tally of a corpus, and give the sum of its target."""
    path = corpus / "tally.json"
    tally = json.loads(path.read_bytes()) if path.exists() else {}
    tally[name] = tally.get(name, 0) + ran
    path.write_text(json.dumps(tally, indent=2))
    return tally[name]


if __name__ == "__main__":
    sys.exit(main())
