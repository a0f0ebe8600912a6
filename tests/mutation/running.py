"""Tests run in forked children, over copies of the project in which a module may be mutated.

The process that forks has imported what tests need, but not gxstats: each child imports the mutant
anew. What starts threads when it is imported (polars, pyarrow) is left to the children. The copies
keep their places from run to run, so that only what changed is compiled again.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import re
import shutil
import signal
import sys
import tempfile
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeAlias

import hypothesis
import pytest

from .mutators import Mutant
from .rooms import ROOT

__all__ = ["STARTING", "Job", "Tree", "limit_time", "preload", "run_jobs", "run_pytest"]

PRELOADED: Final = (
    *("_hypothesis_pytestplugin", "xdist.plugin", "attrs", "cattrs.preconf.json", "msgspec.json"),
    *("jsonschema", "referencing.jsonschema", "click.testing", "rich.console", "narwhals"),
    *("lxml.etree", "lxml.html", "pypdf", "pypdfium2", "openpyxl", "docx", "xlsxwriter"),
    *("reportlab.pdfgen.canvas", "scipy.optimize", "selenium.webdriver"),
)
NOT_COPIED: Final = (".git", ".hypothesis", ".*_cache", "__pycache__", ".venv", "node_modules")
STARTING: Final = 60
"""Seconds of computing within which a child has collected its tests."""
STUCK: Final = 300
"""Seconds after which what does not compute is given up."""

Job: TypeAlias = Generator[Callable[[], Any], int, Any]
"""Yields what is run in a child, is sent pytest's exit code, or minus the signal that ended the
child, and returns its result."""


def preload() -> None:
    """Import what children need, as far as it is installed."""
    for name in PRELOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    assert "gxstats" not in sys.modules


class Tree:
    """A copy of the project, for one child at a time."""

    def __init__(self, folder: Path) -> None:
        """Copy the project as it is now: who edits it meanwhile does not disturb the run."""
        self.folder = folder / "project"
        self.scratch = folder / "scratch"
        self.log = folder / "log.txt"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(ROOT, self.folder, ignore=shutil.ignore_patterns(*NOT_COPIED))

    @contextlib.contextmanager
    def mutated(self, mutant: Mutant) -> Iterator[None]:
        """The mutant stands in the copy, with a time of its own: bytecode is known by it."""
        path = self.folder / "src" / "gxstats" / mutant.file
        original, times = path.read_bytes(), path.stat()
        changed = mutant.applied(original)
        path.write_bytes(changed)
        os.utime(path, (0, zlib.crc32(changed) // 4))
        try:
            yield
        finally:
            path.write_bytes(original)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    def start(self, task: Callable[[], Any]) -> int:
        """Run a task in a child, whose process id this is."""
        self.scratch.mkdir(parents=True, exist_ok=True)
        child = os.fork()
        if not child:
            code = 1
            try:
                self._settle()
                code = int(task())
            finally:
                os._exit(code)
        return child

    def _settle(self) -> None:
        """In the child: everything is looked up in the copy, and nothing outside is written."""
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        log = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream, number in ((os.open(os.devnull, os.O_RDONLY), 0), (log, 1), (log, 2)):
            os.dup2(stream, number)
        os.chdir(self.folder)
        tempfile.tempdir = None
        os.environ |= {"TMPDIR": str(self.scratch), "PYTHONPATH": str(self.folder / "src")}
        outside = [path for path in sys.path if Path(path).resolve() not in {ROOT, ROOT / "src"}]
        sys.path[:] = [str(self.folder / "src"), str(self.folder), *outside]
        for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
            del sys.modules[name]
        sys.modules["__main__"] = ModuleType("__main__")  # for processes that tests spawn
        sys.argv[:] = ["pytest"]

    def end(self, child: int) -> None:
        """Stop what the tests of a child have left running, and remove their files."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        shutil.rmtree(self.scratch, ignore_errors=True)

    def failed(self) -> str | None:
        """The first test that failed, or the file that could not be collected."""
        log = self.log.read_text("utf-8", "replace")
        found = re.search(r"^(?:FAILED|ERROR) (\S+)", log, re.MULTILINE)
        return found and found[1]


def run_jobs(jobs: Iterable[Callable[[Tree], Job]], trees: Iterable[Tree]) -> Iterator[Any]:
    """The results of jobs as they come; as many run at once as there are trees."""
    waiting, free = iter(jobs), list(trees)
    running: dict[int, tuple[Job, Tree]] = {}
    try:
        while True:
            if free and (begin := next(waiting, None)):
                tree, code = free.pop(), None
                job = begin(tree)
            elif running:
                child, status = os.wait()
                job, tree = running.pop(child)
                tree.end(child)
                code = os.waitstatus_to_exitcode(status)
            else:
                return
            try:
                running[tree.start(job.send(code))] = job, tree
            except StopIteration as done:
                free.append(tree)
                yield done.value
    finally:
        for child, (_, tree) in running.items():
            tree.end(child)


def limit_time(seconds: float) -> None:
    """In the child: from now it ends after so much computing, however busy the machine is."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(STUCK)


def computed() -> float:
    """Seconds that this process and its children have computed."""
    return sum(os.times()[:4])


def run_pytest(arguments: Iterable[str], plugin: object) -> int:
    """In the child: run tests as a plugin says."""
    limit_time(STARTING)
    del os.environ["HYPOTHESIS_NO_PLUGINS"]
    hypothesis.entry_points.run()
    return pytest.main(
        [
            *("-n", "0", "-q", "--tb=no", "--no-header", "-p", "no:cacheprovider"),
            *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what is preloaded
            *arguments,
        ],
        plugins=[plugin],
    )
