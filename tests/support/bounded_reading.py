"""What reading a file takes, in a process of its own, and the bounds that hold for any file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from tests.support.hostile.worker import LAW
from tests.support.paths import ROOT
from tests.support.yardstick import PATIENCE

UNITS: Final = 1_000
"""Units of work, which are those of ``yardstick.py``: the worst of the files takes a fifth of it."""
MEGABYTES: Final = 200.0
"""The most memory, with Python and the libraries in it."""


class Worker:
    """A process that measures one file after the other: see ``hostile/worker.py``."""

    def __init__(self, folder: Path, samples: Mapping[str, bytes]) -> None:
        """The samples are sound files, that everything is imported before a file is measured."""
        self.folder = folder
        paths = [folder / f"sample-{name}" for name in samples]
        for path, data in zip(paths, samples.values(), strict=True):
            path.write_bytes(data)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.hostile.worker", *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
        )

    def measured(self, name: str, data: bytes, entry: str = "") -> dict[str, Any]:
        """What became of a file that is called so; with an entry, what that made of it in bounds."""
        assert self.process.stdin
        assert self.process.stdout
        path = self.folder / name
        path.write_bytes(data)
        try:
            self.process.stdin.write(f"{entry}\t{path}\n" if entry else f"{path}\n")
            self.process.stdin.flush()
            found: dict[str, Any] = json.loads(self.process.stdout.readline())
        finally:
            path.unlink()
        return found

    def end(self) -> None:
        self.process.communicate(timeout=PATIENCE)


@contextmanager
def worker(factory: pytest.TempPathFactory, samples: Mapping[str, bytes]) -> Iterator[Worker]:
    """A worker for as long as the ``with`` lasts; skips where processes cannot be measured."""
    pytest.importorskip("lxml")
    pytest.importorskip("resource", reason="measures processes as POSIX does")
    running = Worker(factory.mktemp("measured"), samples)
    try:
        yield running
    finally:
        running.end()


START: Final = 1.5
"""Processor seconds in which the processes start, and the yardstick is laid on."""
FRESH: Final = 60.0
"""Megabytes of a process with Python and all libraries in it, before it has read a file."""
CODE: Final = 30.0
"""Megabytes of libraries that are loaded when they are first needed."""
STALLED: Final = 20
"""Seconds for which a shared machine may stand still, beyond those that are worked."""


def require_lawful(found: Mapping[str, Any]) -> None:
    """At most a second more than the limit, and no more memory, whatever the file and its reader.

    Processor time is held to the limit, of all processes together; seconds on the wall tell as
    much of the machine. The batch may end: its processes are made for that.
    """
    most = LAW["memory"] / 1e6 + CODE
    assert found["seconds"] <= LAW["seconds"] + 1 + START, found
    if found["status"] != 0:
        assert found["largest"] <= FRESH + most, found
        return
    assert found["outcome"] != "crash", found["said"]
    assert found["wall"] <= LAW["seconds"] + 1 + STALLED, found
    grown = found["peak"] - found["baseline"]
    assert grown + max(found["children"] - FRESH, 0) <= most, found
    assert found["next"] == "reading", "what is read next suffers"


def require_bounded(found: Mapping[str, Any]) -> None:
    """Whatever became of the file, it took bounded work and memory, and did not end the process.

    A file that makes its reader wait, or work without end, does not end by itself: the worker
    kills it.
    """
    assert found["status"] == 0, "the process did not end by itself"
    if found["outcome"] == "missing":
        pytest.skip(found["said"])
    assert found["outcome"] != "crash", found["said"]
    assert found["units"] < UNITS, found["units"]
    assert 0 < found["baseline"] <= found["peak"] < MEGABYTES, found["peak"]
