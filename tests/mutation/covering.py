"""Which tests run which line, and how long each takes; kept by test file as long as it holds.

Each file of tests is measured in a process of its own, so that a line which runs once in a process
(at an import, for a cached value) counts for every file that needs it.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from collections import defaultdict
from collections.abc import Mapping
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from coverage import Coverage

from .mutators import Mutant
from .rooms import PACKAGE, ROOMS, ROOT, modules
from .running import Job, Tree, computed, limit_time, run_pytest

__all__ = ["CoveringTests", "batches", "measured", "states"]

BOUNDS: Final = (30.0, 60.0, math.inf)
"""Seconds that each batch of a mutant's tests usually takes, at most: who survives meets them all."""
LONGEST: Final = 300
"""Seconds of computing after which a test that is measured is given up."""


class CoveringTests(NamedTuple):
    """What the tests of one file cover."""

    state: str
    importing: float
    """Seconds until the first test."""
    seconds: dict[str, float]
    """The tests that pass, each with its time."""
    failing: list[str]
    lines: dict[str, dict[str, str]]
    """For each module and line a hexadecimal set of the tests: bit 0 is the import of the file,
    bit 1 the first test."""

    def of(self, mutant: Mutant) -> int:
        """The set of the tests that run a statement."""
        of_module, found = self.lines.get(mutant.file, {}), 0
        for line in range(mutant.statement[0], mutant.statement[1] + 1):
            found |= int(of_module.get(str(line), "0"), 16)
        return found


def states() -> dict[str, str]:
    """The test files, each with a digest of what its coverage depends on."""
    tests = ROOT / "tests"
    shared = [tests / "conftest.py", *(tests / "support").rglob("*.py"), *PACKAGE.rglob("*.py")]
    common = hashlib.sha256(f"{sys.version} {_mutated()}".encode())
    for path in [Path(__file__), *sorted(shared)]:
        common.update(path.read_bytes())
    found = {}
    for path in sorted(tests.rglob("test_*.py")):
        if path.parent != Path(__file__).parent:
            own = common.copy()
            own.update(path.read_bytes())
            found[path.relative_to(ROOT).as_posix()] = own.hexdigest()
    return found


def _mutated() -> list[str]:
    paths = [path for room in ROOMS.values() for path in modules(room)]
    return [path.relative_to(PACKAGE).as_posix() for path in paths]


def measured(file: str, state: str, kept: Path, tree: Tree) -> Job:
    """The file and what its tests cover, from an earlier run if nothing has changed."""
    path = kept / f"{file.replace('/', '.')}.json"
    if not path.exists() or json.loads(path.read_bytes())[0] != state:
        path.unlink(missing_ok=True)
        yield partial(_measure, tree, file, state, path)
    if path.exists():
        return file, CoveringTests(*json.loads(path.read_bytes()))
    return file, CoveringTests(state, 0, {}, [file], {})  # its process has died


def _measure(tree: Tree, file: str, state: str, path: Path) -> int:
    """In the child: run the tests of a file, and write what they cover."""
    package = tree.folder / "src" / "gxstats"
    included = [str(package / name) for name in _mutated()]
    coverage = Coverage(data_file=None, config_file=False, include=included)
    coverage.start()
    tests = MeasuredTests(coverage)
    code = run_pytest([file], tests)
    coverage.stop()
    bits = {"": 1} | {test: 2 << place for place, test in enumerate(tests.seconds)}
    lines: dict[str, dict[str, str]] = defaultdict(dict)
    for name in _mutated():
        contexts = coverage.get_data().contexts_by_lineno(str(package / name))
        for line, tests_of_line in contexts.items():
            running = sum(bits.get(test, 0) for test in set(tests_of_line))
            lines[name][str(line)] = f"{running:x}"
    if code not in {0, 1, 5} and not tests.failing:
        tests.failing.append(file)
    found = CoveringTests(state, tests.importing, tests.seconds, tests.failing, lines)
    path.write_text(json.dumps(found), "utf-8")
    return 0


class MeasuredTests:
    """A plugin: coverage knows the test that runs, and what passes is timed."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.start = computed()
        self.importing = 0.0
        self.seconds: dict[str, float] = {}
        self.failing: list[str] = []
        self.passing = True

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        limit_time(LONGEST)
        self.passing, start = True, computed()
        self.importing = self.importing or start - self.start
        self.coverage.switch_context(item.nodeid)
        result = yield
        self.coverage.switch_context("")
        if self.passing:
            self.seconds[item.nodeid] = round(computed() - start, 3)
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.passing = self.passing and report.passed
        if report.failed:
            self.failing.append(report.nodeid)


def batches(
    mutant: Mutant, covering: Mapping[str, CoveringTests], own: tuple[str, ...]
) -> list[dict[str, float]]:
    """The tests for a mutant in batches, each test with its usual seconds.

    First the tests of the room itself that run the statement. Then the others that run it, and
    those in one file with such a test: a value that is kept for the process is made in the first
    test that needs it, and may be wrong in any. The quickest come first, file by file; those for
    which these two batches have no time are the last.
    """
    groups: dict[tuple[int, str], dict[str, float]] = defaultdict(dict)
    for file, tests in covering.items():
        if running := tests.of(mutant):
            for place, (test, seconds) in enumerate(tests.seconds.items(), 1):
                rank = 2 * (not file.startswith(own)) + (not running >> place & 1)
                groups[rank, file][test] = seconds
    first = min((rank for rank, _ in groups), default=0)
    found: list[dict[str, float]] = [{} for _ in BOUNDS]
    left = list(BOUNDS)
    for rank, file in sorted(groups, key=lambda group: (group[0], sum(groups[group].values()))):
        importing = covering[file].importing
        for test, seconds in sorted(groups[rank, file].items(), key=itemgetter(1)):
            batch = int(rank > first) if importing + seconds <= left[int(rank > first)] else -1
            found[batch][test] = seconds
            if batch >= 0:
                left[batch] -= importing + seconds
                importing = 0.0
    return found
