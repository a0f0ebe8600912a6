"""The list of sources, and what is known of them from earlier runs, kept on disk.

A million names would take hundreds of megabytes of memory. The list is a file beside the output
that lives as long as the run; what is known is filled in from the parts, which alone count.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from .judging import Source

__all__ = ["Listing"]

_LEAST, _MOST = -(2**63), 2**63 - 1

_TABLES = """
CREATE TABLE listed (
    real BLOB PRIMARY KEY, name TEXT, path BLOB, size INTEGER, modified INTEGER, found INTEGER,
    link INTEGER
) WITHOUT ROWID;
CREATE TABLE done (
    name TEXT PRIMARY KEY, size INTEGER, modified INTEGER, part INTEGER, again INTEGER
) WITHOUT ROWID;
CREATE TABLE replaced (part INTEGER, name TEXT);
CREATE INDEX replaced_in ON replaced (part);
CREATE TRIGGER replacing AFTER UPDATE ON done WHEN old.part <> new.part
BEGIN INSERT INTO replaced VALUES (old.part, old.name); END;
"""

_ADD = """
INSERT INTO listed VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (real) DO UPDATE SET
    name = excluded.name, path = excluded.path, size = excluded.size,
    modified = excluded.modified, found = min(found, excluded.found), link = excluded.link
WHERE (excluded.link, excluded.name) < (link, name)
"""
# Of several names of one file, that which is no link stands.

_DONE = """
INSERT INTO done VALUES (?, ?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET
    size = excluded.size, modified = excluded.modified, part = excluded.part,
    again = excluded.again
"""

_WAITING = """
CREATE TABLE waiting AS
SELECT listed.name, path, listed.size, listed.modified, found FROM listed LEFT JOIN done
ON done.name = listed.name
WHERE done.name IS NULL OR done.size <> listed.size OR done.modified <> listed.modified OR again
ORDER BY listed.name
"""


class Listing:
    """The sources of a run."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self.path = path
        self.met = 0
        """Names that were added; more than there are files where some have several."""
        self.database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for setting in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
            self.database.execute(f"PRAGMA {setting}")
        self.database.executescript(_TABLES)
        self.database.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.database.close()
        self.path.unlink(missing_ok=True)

    def add(self, source: Source, real: str, *, link: bool) -> None:
        """A source; the file at ``real`` is read once, whatever its names."""
        self.met += 1
        values = (source.name, os.fsencode(source.path), source.size, source.modified)
        self.database.execute(_ADD, (os.fsencode(real), *values, source.found, link))

    def done(self, part: int, files: Iterable[tuple[str, int, int, bool]]) -> None:
        """What a part holds: name, size and time of each file, and whether to read it again.

        What an earlier part holds of the same file is out of date from now on.
        """
        rows = ((name, size, modified, part, again) for name, size, modified, again in files)
        self.database.executemany(_DONE, rows)

    def count(self) -> int:
        """The files in the list."""
        return self._number("SELECT count(*) FROM listed")

    def absent(self) -> int:
        """Files that are in the output and not in the list."""
        return self._number(
            "SELECT count(*) FROM done WHERE name NOT IN (SELECT name FROM listed)"
        )

    def choose(self) -> int:
        """Choose those that must be read: new, changed, or worth another try; how many."""
        self.database.execute(_WAITING)
        return self._number("SELECT count(*) FROM waiting")

    def _number(self, query: str) -> int:
        [number] = self.database.execute(query).fetchone()
        return int(number)

    def waiting(self) -> Iterator[Source]:
        """Those that were chosen, by name."""
        for name, path, size, modified, found in self.database.execute("SELECT * FROM waiting"):
            yield Source(name, os.fsdecode(path), size, modified, bool(found))

    def replaced(self) -> Iterator[tuple[int, frozenset[str]]]:
        """The parts that hold what is out of date, each with the names of those files."""
        parts = self.database.execute("SELECT DISTINCT part FROM replaced ORDER BY part")
        for (part,) in parts.fetchall():
            names = self.database.execute("SELECT name FROM replaced WHERE part = ?", (part,))
            yield part, frozenset(name for (name,) in names)


def whole(number: int) -> int:
    """A number of the file system, as far as 64 bits hold it."""
    return max(_LEAST, min(_MOST, number))
