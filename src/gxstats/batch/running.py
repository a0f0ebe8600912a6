"""A run: list, read what is new with all processors, write part after part, sum up."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import groupby, islice
from math import inf
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final

import attrs

from ..columnar.extras import needed
from .corpora import judge_corpus
from .failures import Refused, is_circumstance
from .judging import FileRow, FoundRow, Source, failed, source_of
from .linking import linked
from .listing import Listing
from .output import Output, held
from .sources import PassedOver, is_corpus, named
from .summary import PassedReason, Summary, counted
from .tables import TABLES, files_table, findings_table, reports_table
from .walking import shown
from .workers import Chunk, Lost, Workers, default_workers
from .working import Results, judge_all, reports_in

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

__all__ = ["SECONDS", "Interrupted", "Progress", "run"]

SECONDS: Final = 120
"""Seconds that one file may take before it is given up: the backstop behind the readers' own
limits, for what hangs where no reader looks at the clock."""

_CHUNK: Final = 16
"""Files that a worker is given at a time, at most."""
_PART_FILES: Final = 2_048
_PART_BYTES: Final = 32_000_000
_PART_SECONDS: Final = 60
"""A part is written when it has so many files, or so much, or is so old."""


@attrs.frozen
class Progress:
    """How far a run has come."""

    done: int
    """Files that have been read."""
    total: int
    """Files that are to be read in this run."""
    name: str
    """One that was just read."""


class Interrupted(KeyboardInterrupt):
    """Ctrl-C: what had been read is written, and the same run goes on from there.

    ``summary`` says what there is.
    """

    def __init__(self, summary: Summary) -> None:
        super().__init__(summary)
        self.summary = summary


def run(
    sources: Sequence[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    workers: int | None = None,
    archives: bool = False,
    follow_links: bool = False,
    years: bool = False,
    progress: Callable[[Progress], None] | None = None,
    seconds: float = SECONDS,
) -> Summary:
    """Read and judge every source, and write what comes of it to the folder ``out``.

    A source is a folder, which is taken with all folders in it, a file, or a pattern as
    :mod:`glob` has it; or Parquet files of :mod:`gxstats.columnar`, which are judged by columns.
    With ``archives`` the files in archives (zip) and letters (eml) are read as sources of their own,
    called ``FILE:MEMBER``; else a packed file is a failure that says so. Several reports in one
    document are called ``FILE#1``, ``FILE#2`` and so on.
    With ``years`` each report is held against that of the same organ for the year before; what does
    not tie stands in ``years.parquet``.
    Links that lead out of a folder are passed over, unless ``follow_links`` says otherwise.
    ``workers`` processes read, as many as there are processors where nothing is said; none is at
    one file for longer than ``seconds``. ``progress`` is told after every few files.

    Run again, it reads only what is new or has changed, and goes on where an earlier run was
    ended, in whatever way.

    Raises :class:`Refused`, which names the reason; :class:`Interrupted` for Ctrl-C, after
    writing what has been read; and :class:`~gxstats.MissingExtra` without pyarrow or polars. A
    script that calls it does so under ``if __name__ == "__main__":``.
    """
    needed("pyarrow")
    began = time.monotonic()
    which = named(sources, out, follow=follow_links)
    with held(out) as output, Listing(output.listing) as listing:
        passed = which.list_all(listing, os.path.realpath(out))
        if not listing.count():
            raise Refused("batch.nothing", ", ".join(map(shown, sources)))
        output.begin(which.base)
        for part in output.parts():
            listing.done(part, _files_in(output, part, archives=archives))
        told = progress or (lambda _: None)
        doing = _Doing(output, listing, told, listing.choose(), archives=archives)
        with _until_interrupted() as stopped:
            try:
                doing.work(workers or default_workers(), seconds, stopped)
            finally:
                doing.settle()
            if not years:
                output.years.unlink(missing_ok=True)  # it would tell of other reports
            summary = Summary(
                complete=not stopped(),
                **counted(output),
                links=linked(output) if years and not stopped() else {},
                read=doing.done,
                kept=listing.count() - doing.total,
                absent=listing.absent(),
                passed=_reasons(passed),
                seconds=time.monotonic() - began,
            )
            output.summarize(summary.to_dict())
        if not summary.complete:
            raise Interrupted(summary)
    return summary


class _Doing:
    """The reading of one run."""

    def __init__(
        self,
        output: Output,
        listing: Listing,
        progress: Callable[[Progress], None],
        total: int,
        *,
        archives: bool,
    ) -> None:
        self.archives = archives
        self.output = output
        self.listing = listing
        self.progress = progress
        self.total = total
        self.done = 0
        self.number = max(output.parts(), default=0) + 1
        self.part = _Part()

    def work(self, workers: int, seconds: float, stopped: Callable[[], bool]) -> None:
        """Read all that is to be read, or until somebody says stop."""
        waiting = self.listing.waiting()
        first = next(waiting, None)
        if first is None:
            return
        if is_corpus(first.path) and not first.found:
            for source in (first, *waiting):
                if stopped():
                    return
                self._corpus(source, stopped)
            return
        count = min(workers, self.total)
        work = partial(judge_all, archives=self.archives)
        with Workers(count, work, seconds) as reading:
            for one in reading.results(_chunks(first, waiting, self.total, count), stopped):
                if isinstance(one, Lost):
                    row = failed(one.source, one.failure).file
                    self._take(Results([row], [], b""))
                else:
                    self._take(one.result)

    def _take(self, results: Results) -> None:
        self.part.add(results)
        if self.part.is_full():
            self.write()
        sources = {source_of(row.file, row.report) for row in results.files}
        self._tell(results.files[-1].file, len(sources))

    def _tell(self, name: str, count: int) -> None:
        self.done += count
        self.progress(Progress(self.done, self.total, name))

    def write(self) -> None:
        """Write what has been read since the last part."""
        if not self.part.files:
            return
        self.output.write(self.number, self.part.tables(self.number))
        self._written(self.part.files)
        self.part = _Part()

    def _written(self, rows: Sequence[FileRow]) -> None:
        known = (
            (row.file, row.report, row.size, row.modified, row.code)
            for row in sorted(rows, key=attrgetter("file"))
        )
        self.listing.done(self.number, _sources(known, archives=self.archives))
        self.number += 1

    def _corpus(self, source: Source, stopped: Callable[[], bool]) -> None:
        """Judge a corpus in a process of its own, which writes the part itself."""
        made = {table: self.output.made(table, self.number) for table in ("findings", "files")}
        work = partial(judge_corpus, files=made["files"], found=made["findings"], part=self.number)
        row = FileRow(source.name, None, source.size, source.modified, "read")
        with Workers(1, work, inf) as judging:
            outcome = next(judging.results(iter([Chunk((source,))]), stopped), None)
        if outcome is None:  # interrupted
            return
        if isinstance(outcome, Lost):
            row = failed(source, outcome.failure).file
            tables = {"findings": findings_table([]), "files": files_table([row], self.number)}
            self.output.write(self.number, tables)
        else:
            for table in made:
                self.output.complete(table, self.number)
        self._written([row])
        self._tell(source.name, 1)

    def settle(self) -> None:
        """Write what is left, and take out of older parts what newer ones have instead."""
        self.write()
        for part, names in self.listing.replaced():
            self._rewrite(part, names)

    def _rewrite(self, part: int, names: frozenset[str]) -> None:
        compute = needed("pyarrow.compute")
        replaced = set[str]()
        is_all = True
        with self.output.opened("files", part) as file:
            for row, report, *_ in _rows_in(file):
                if source_of(row, report) in names:
                    replaced.add(row)
                else:
                    is_all = False
        if is_all:
            self.output.drop(part)
            return
        gone = needed("pyarrow").array(sorted(replaced))
        kept = {}
        for table in TABLES:
            with self.output.opened(table, part) as file:
                rows = file.read()
            kept[table] = rows.filter(compute.invert(compute.is_in(rows.column("file"), gone)))
        self.output.write(part, kept)


class _Part:
    """What has been read and is not written yet."""

    def __init__(self) -> None:
        self.files: list[FileRow] = []
        self.found: list[FoundRow] = []
        self.reports: list[bytes] = []
        self.bytes = 0
        self.since = time.monotonic()

    def add(self, results: Results) -> None:
        self.files += results.files
        self.found += results.found
        self.reports.append(results.reports)
        self.bytes += len(results.reports) + 1_000 * len(results.found)

    def is_full(self) -> bool:
        return (
            len(self.files) >= _PART_FILES
            or self.bytes >= _PART_BYTES
            or time.monotonic() - self.since >= _PART_SECONDS
        )

    def tables(self, number: int) -> dict[str, pa.Table]:
        """The tables of the part, by file."""
        return {
            "reports": reports_table(sorted(reports_in(self.reports), key=itemgetter(0))),
            "findings": findings_table(sorted(self.found, key=lambda row: row.file)),
            "files": files_table(sorted(self.files, key=lambda row: row.file), number),
        }


def _files_in(
    output: Output, part: int, *, archives: bool
) -> Iterator[tuple[str, int, int, bool]]:
    """The sources that a part holds."""
    with output.opened("files", part) as file:
        yield from _sources(_rows_in(file), archives=archives)


def _rows_in(file: Any) -> Iterator[tuple[str, str | None, int, int, str | None]]:
    """Name, report, size, time and code of every row of the table ``files`` in a part."""
    for batch in file.iter_batches(columns=["file", "report", "size", "modified", "code"]):
        # As a number: pyarrow makes a time with nanoseconds into one of pandas, or into an error.
        times = batch.column("modified").cast(needed("pyarrow").int64())
        row = (
            *(batch.column(name) for name in ("file", "report", "size")),
            times,
            batch.column("code"),
        )
        yield from zip(*(column.to_pylist() for column in row), strict=True)


def _sources(
    rows: Iterable[tuple[str, str | None, int, int, str | None]], *, archives: bool
) -> Iterator[tuple[str, int, int, bool]]:
    """The sources of rows, each once, and whether to read it again: if one of its rows says so.

    A source may have several rows: a corpus, a packed file, a document with several reports.
    """
    for name, several in groupby(rows, key=lambda row: source_of(row[0], row[1])):
        found = list(several)
        _, _, size, modified, _ = found[0]
        codes = {code for *_, code in found if code is not None}
        again = any(map(is_circumstance, codes)) or (archives and "file.packed" in codes)
        yield name, size, modified, again


def _chunks(first: Source, rest: Iterator[Source], total: int, workers: int) -> Iterator[Chunk]:
    """The sources a few at a time, fewer toward the end, so that all workers end together."""
    left = total - 1
    chunk: tuple[Source, ...] = (first,)
    while chunk:
        yield Chunk(chunk)
        chunk = tuple(islice(rest, max(1, min(_CHUNK, left // (4 * workers)))))
        left -= len(chunk)


def _reasons(passed: PassedOver) -> tuple[PassedReason, ...]:
    return tuple(
        PassedReason(why, count, tuple(passed.names.get(why, ())))
        for why, count in passed.counts.items()
    )


@contextmanager
def _until_interrupted() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed: the first time asks to come to an end, the second ends."""
    asked = threading.Event()

    def ask(number: int, _: object) -> None:
        if asked.is_set():
            signal.default_int_handler(number, None)
        asked.set()

    ours = threading.current_thread() is threading.main_thread() and (
        signal.getsignal(signal.SIGINT) is signal.default_int_handler
    )
    if ours:
        signal.signal(signal.SIGINT, ask)
    try:
        yield asked.is_set
    finally:
        if ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
