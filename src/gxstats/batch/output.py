"""The folder that a run writes to: its parts, the version of each, and one writer at a time."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

import attrs

from .._version import __version__
from ..columnar import SCHEMA_VERSION
from ..columnar.extras import needed
from ..outputs import settle
from ..text import Bilingual
from .failures import Refused
from .tables import TABLES
from .walking import shown

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

__all__ = ["LAYOUT", "Output", "clear", "held"]

LAYOUT: Final = "1"
"""The version of the folder and of the tables beside the reports."""

_MARKER: Final = "batch.json"
_LOCK: Final = ".lock"
_LISTING: Final = ".listing"
_SUMMARY: Final = "summary.json"
_MADE: Final = ".made"
"""Ends the name of a file that is being written."""


@contextmanager
def held(out: str | os.PathLike[str]) -> Iterator[Output]:
    """The folder, made if it is not there, with nobody else writing to it.

    The lock is the operating system's, and goes with the process that holds it: none is left
    over from one that died.

    Raises :class:`Refused` where another run has it, or it holds what is not ours.
    """
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / _MARKER).exists() and _foreign(folder):
            raise Refused("batch.foreign", shown(folder))
        with (folder / _LOCK).open("a+", encoding="utf-8") as lock:
            if not _locked(lock):
                lock.seek(0)
                raise Refused("batch.busy", shown(folder), lock.read(20).strip() or "?")
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            yield Output(folder)
            lock.truncate(0)
    except (OSError, sqlite3.OperationalError) as error:
        name = getattr(error, "filename", None)
        where = shown(os.fsdecode(name) if name else folder)
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise Refused("batch.write", where, reason) from error


def clear(out: str | os.PathLike[str]) -> None:
    """Remove what runs have written to a folder, and nothing else that may be there.

    Raises :class:`Refused` as :func:`run` does.
    """
    with held(out) as output:
        output.clear()


def _foreign(folder: Path) -> bool:
    ours = {_LOCK, _LISTING, f"{_MARKER}{_MADE}"}
    return any(path.name not in ours for path in folder.iterdir())


def _locked(lock: IO[str]) -> bool:
    """Take the lock on a file, unless another process has it."""
    try:
        import fcntl
    except ModuleNotFoundError:  # pragma: no cover - Windows
        return _locked_on_windows(lock)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _locked_on_windows(lock: IO[str]) -> bool:  # pragma: no cover - Windows
    msvcrt: Any = __import__("msvcrt")
    lock.seek(1_000)  # a byte that nobody reads: what is locked cannot be read there
    try:
        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True


@attrs.frozen
class Output:
    """A folder that is held."""

    folder: Path

    @property
    def listing(self) -> Path:
        """Where the list of sources is kept while a run goes on."""
        return self.folder / _LISTING

    def clear(self) -> None:
        """Remove everything that runs write; the marker stays, and says that nothing is here."""
        if (self.folder / _MARKER).exists():
            self._write_json(self.folder / _MARKER, {})
        for table in reversed(TABLES):
            for path in self._parts(table, "*"):
                path.unlink()
        (self.folder / _SUMMARY).unlink(missing_ok=True)
        self.years.unlink(missing_ok=True)

    @property
    def years(self) -> Path:
        """The table of how each report ties to that of the year before, where that was asked for."""
        return self.folder / "years.parquet"

    def begin(self, base: str) -> None:
        """Say whose folder it is, or find out that it can be gone on with.

        Raises :class:`Refused` where it was written by another version, or of sources elsewhere.
        """
        marker = self.folder / _MARKER
        now = {
            "gxstats": __version__,
            "columns": SCHEMA_VERSION,
            "layout": LAYOUT,
            "base": shown(base),
        }
        try:
            before = json.loads(marker.read_bytes()) if marker.exists() else {}
            differing = [name for name in now if before and before[name] != now[name]]
        except (ValueError, KeyError, TypeError) as error:
            raise Refused("batch.damaged", shown(marker), type(error).__name__) from error
        if differing:
            reason = _OTHER[differing[0]].format(
                before=before[differing[0]], now=now[differing[0]]
            )
            raise Refused("batch.other", shown(self.folder), reason)
        if not before:
            self._write_json(marker, now)
        for table in TABLES:
            (self.folder / table).mkdir(exist_ok=True)
        self._tidy()

    def _tidy(self) -> None:
        """Remove the leftovers of parts that were never completed."""
        complete = set(self.parts())
        for table in TABLES:
            for path in self._parts(table, "*"):
                if path.name.endswith(_MADE) or _number(path) not in complete:
                    path.unlink()

    def _parts(self, table: str, end: str) -> list[Path]:
        return sorted((self.folder / table).glob(f"part-*.parquet{end}"))

    def parts(self) -> list[int]:
        """The numbers of the complete parts."""
        return sorted(_number(path) for path in self._parts(TABLES[-1], ""))

    def path(self, table: str, part: int) -> Path:
        """The file of a part."""
        return self.folder / table / f"part-{part:05}.parquet"

    def made(self, table: str, part: int) -> Path:
        """The file of a part while it is being written."""
        return self.folder / table / f"part-{part:05}.parquet{_MADE}"

    def opened(self, table: str, part: int) -> Any:
        """A part, to be read; a ``pyarrow.parquet.ParquetFile``.

        Raises :class:`Refused` where it is no Parquet.
        """
        pa = needed("pyarrow")
        path = self.path(table, part)
        try:
            return needed("pyarrow.parquet").ParquetFile(path)
        except (pa.ArrowInvalid, EOFError) as error:
            raise Refused("batch.damaged", shown(path), str(error)) from error

    def write(self, part: int, tables: Mapping[str, pa.Table]) -> None:
        """Write a part: it counts when the last of its tables stands in its place."""
        parquet = needed("pyarrow.parquet")
        for table in TABLES:
            if table in tables:
                parquet.write_table(tables[table], self.made(table, part), compression="zstd")
                self.complete(table, part)

    def complete(self, table: str, part: int) -> None:
        """Put what was made in its place, once it is on the disk."""
        settle(self.made(table, part), self.path(table, part))

    def drop(self, part: int) -> None:
        """Remove a part; what is left of it when that is broken off is removed by the next run."""
        for table in reversed(TABLES):
            self.path(table, part).unlink(missing_ok=True)

    def write_years(self, found: pa.Table) -> None:
        """Write the table of the ties between years."""
        made = self.years.with_name(f"{self.years.name}{_MADE}")
        needed("pyarrow.parquet").write_table(found, made, compression="zstd")
        settle(made, self.years)

    def summarize(self, summary: Mapping[str, Any]) -> None:
        """Write the summary."""
        self._write_json(self.folder / _SUMMARY, summary)

    def _write_json(self, path: Path, document: Mapping[str, Any]) -> None:
        made = path.with_name(f"{path.name}{_MADE}")
        made.write_bytes(json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")
        settle(made, path)


_OTHER: Final = {
    "gxstats": Bilingual(
        "它由 gxstats {before} 写成，现在是 {now}", "gxstats {before} wrote it, and this is {now}"
    ),
    "columns": Bilingual(
        "它的列是第 {before} 版，现在是第 {now} 版", "its columns are version {before}, not {now}"
    ),
    "layout": Bilingual(
        "它的布局是第 {before} 版，现在是第 {now} 版", "its layout is version {before}, not {now}"
    ),
    "base": Bilingual(
        "其中的文件名从 {before} 算起，这次的从 {now} 算起",
        "the names of files in it begin below {before}, and those of this run below {now}",
    ),
}


def _number(path: Path) -> int:
    digits = path.name.removeprefix("part-").partition(".")[0]
    return int(digits) if digits.isdecimal() else -1
