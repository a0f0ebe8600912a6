"""Reads files, each in a process of its own that is measured: ``python -m tests.support.hostile.worker``.

The names of the files come on standard input, one a line, and for each one line of JSON goes out.
What a reader needs is imported, and used once, before the first file; a child process is forked
for each file, and told from outside how it ended. Nothing of a file is ever in the parent's memory.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

from tests.support.yardstick import PATIENCE, Work

CPU_SECONDS = 60
"""A child that uses more is stopped by the system, wherever it is: what hangs is seen, and
nothing else. What took too much work is judged by the units that it took."""
WALL_SECONDS = 300
"""A child that takes longer is killed: it waits for something, or the machine stands still."""
MEGABYTE = 1 << 20
ADDRESSES = 3 << 10 << 20
"""Bytes of addresses that a child can have, so that the machine survives what the test finds."""


class NetworkUsedError(AssertionError):
    """A reader wanted to speak to somebody."""


def without_network() -> None:
    """Make every use of the network an error."""

    class Refused(socket.socket):
        def __init__(self, *_: object, **__: object) -> None:
            raise NetworkUsedError("a reader used the network")

    def refuse(*_: object, **__: object) -> Any:
        raise NetworkUsedError("a reader used the network")

    socket.socket = Refused  # type: ignore[misc]
    socket.create_connection = refuse
    socket.getaddrinfo = refuse


def peak(who: int = resource.RUSAGE_SELF) -> float:
    """The most memory this process has had, in megabytes, or the largest of those it started."""
    most = resource.getrusage(who).ru_maxrss
    return most / MEGABYTE if sys.platform == "darwin" else most / 1024


def measured(read: Callable[[str], dict[str, Any]], name: str) -> dict[str, Any]:
    """What became of one file, in a process of its own."""
    receiver, sender = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.close(receiver)
        _in_the_child(read, name, sender)
    os.close(sender)
    pieces = []
    until = time.monotonic() + WALL_SECONDS
    while select.select([receiver], [], [], max(0, until - time.monotonic()))[0]:
        piece = os.read(receiver, 1 << 16)
        if not piece:
            break
        pieces.append(piece)
    else:
        os.kill(child, signal.SIGKILL)
    os.close(receiver)
    _, ended, used = os.wait4(child, 0)
    status = os.waitstatus_to_exitcode(ended)
    said = json.loads(b"".join(pieces)) if status == 0 else {}
    return {
        "status": status,
        "seconds": used.ru_utime + used.ru_stime,  # with the processes that it started
        "largest": used.ru_maxrss / 1024,
        **said,
    }


def _in_the_child(read: Callable[[str], dict[str, Any]], name: str, sender: int) -> None:
    """Read, tell, and end."""
    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        if sys.platform == "linux":
            resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
        baseline = peak()
        with Work() as work:
            try:
                said = read(name)
            except BaseException as error:  # noqa: BLE001 - whatever it is, the test is to see it
                said = {"outcome": "crash", "said": f"{type(error).__name__}: {error}"[:500]}
        said |= {
            "units": work.units,
            "baseline": baseline,
            "peak": peak(),
            "children": peak(resource.RUSAGE_CHILDREN),
        }
        with os.fdopen(sender, "wb") as stream:
            stream.write(json.dumps(said).encode())
        code = 0
    finally:
        os._exit(code)


def read_report(name: str, **given: Any) -> dict[str, Any]:
    """Read one file, and say what came of it. The clock bounds nothing: all other limits must."""
    import gxstats
    from gxstats.reading import Limits

    given = given or {"seconds": PATIENCE, "isolated": False}
    try:
        reading = gxstats.read(name, limits=Limits(**given))
    except gxstats.MissingExtra as error:
        return {"outcome": "missing", "said": error.explain("en")}
    except gxstats.Unreadable as error:
        said = [error.explain("zh"), error.explain("en"), error.found, error.expected]
        return {"outcome": error.code, "said": " ".join(said)}
    rules = (f"/disclosure/rules/{name}" for name in ("issued", "repealed", "in_force"))
    doubtful = {doubt.cell for doubt in reading.doubts}
    return {
        "outcome": "reading",
        "rules": [reading.report[cell] if cell in reading.form else None for cell in rules],
        "doubtful": sorted(cell for cell in doubtful if cell),
        "said": repr(reading.to_dict())[:5_000_000],
        "witness": "root:" in repr((reading.to_dict(), reading.report)),
    }


LAW = {"seconds": 1, "memory": 150_000_000}
"""The limits with which any file is read, by all that read files."""


def read_by(entry: str, name: str) -> dict[str, Any]:
    """What becomes of a file in all that reads files, with small limits, and of the next one."""
    import gxstats
    from gxstats.reading import Limits
    from gxstats.reading.isolation import end_idle, isolated

    isolated(repr, limits=Limits(seconds=PATIENCE))  # however long a process takes to start here
    cast("dict[str, int]", Limits.__init__.__kwdefaults__).update(
        LAW
    )  # what has no limits given to it
    started = time.monotonic()
    try:
        said = ENTRIES[entry](name)
    except gxstats.GxstatsError as error:
        said = {"outcome": getattr(error, "code", "refused"), "said": str(error)}
    said["wall"] = time.monotonic() - started
    said["next"] = read_report(SAMPLES[-1])["outcome"]
    end_idle()  # what they took is counted when they have ended
    return said


def _check(name: str) -> dict[str, Any]:
    from gxstats.cli import main

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # standard output is ours to tell what became of a file
    os.dup2(nowhere, 2)
    sys.argv = ["gxstats", "check", name]
    try:
        main()
    except SystemExit as error:
        return {"outcome": f"exit {error.code}", "said": ""}
    return {"outcome": "exit 0", "said": ""}


def _judge(name: str) -> dict[str, Any]:
    from gxstats.batch.judging import Source, judged

    rows = [one.file for one in judged(Source("file", name, Path(name).stat().st_size, 0, False))]
    return {"outcome": rows[0].code or "reading", "said": rows[0].message_en or ""}


def _annotate(name: str) -> dict[str, Any]:
    from gxstats.annotating import annotate

    annotate(Path(name).read_bytes())
    return {"outcome": "reading", "said": ""}


def _submit(name: str) -> dict[str, Any]:
    import runpy

    from tests.support.paths import ROOT

    service = runpy.run_path(str(ROOT / "docs" / "examples" / "submission.py"))
    from gxstats.reading import Limits

    service["read_file"].__globals__["LIMITS"] = Limits()
    service["read_file"](Path(name).read_bytes())
    return {"outcome": "reading", "said": ""}


ENTRIES: dict[str, Callable[[str], dict[str, Any]]] = {
    "read": lambda name: read_report(name, **LAW),
    "check": _check,
    "batch": _judge,
    "annotate": _annotate,
    "service": _submit,
}


def dispatched(line: str) -> dict[str, Any]:
    """A file alone is read without a bound; behind the name of an entry, by that with bounds."""
    entry, tab, name = line.partition("\t")
    return read_by(entry, name) if tab else read_report(line)


def serve(read: Callable[[str], dict[str, Any]], names: Iterable[str]) -> None:
    """Measure one file after the other."""
    for name in names:
        print(json.dumps(measured(read, name.rstrip("\n"))), flush=True)  # noqa: T201


SAMPLES: list[str] = []
"""Sound files; the last of them is read after each that is measured."""


def prepare(samples: Iterable[str]) -> None:
    """Import what the readers need, by reading sound files."""
    SAMPLES.extend(samples)
    for module in ("gxstats.reading.html", "gxstats.wire"):
        importlib.import_module(module)
    for sample in SAMPLES:
        read_report(sample)


if __name__ == "__main__":
    without_network()
    prepare(sys.argv[1:])
    serve(dispatched, iter(sys.stdin.readline, ""))
