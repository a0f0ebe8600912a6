"""What is to be read: the files below folders, that patterns match, or that are named."""

# ruff: noqa: PTH100, PTH112, PTH114, PTH118, PTH120, PTH207 - names stay texts: a million objects take their time
from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import attrs

from ..outputs import is_within
from ..text import Bilingual
from .failures import Refused
from .judging import Source
from .listing import Listing, whole
from .walking import LEADS_OUT, SPECIAL, Found, Passed, Unlisted, leads_out, shown, walk

__all__ = ["PassedOver", "Sources", "named"]

_CORPUS: Final = ".parquet"
_SHOWN: Final = 8
"""Names of what is passed over for one reason that are kept."""
_SAME: Final = Bilingual("同一文件的另一名称", "another name of a file that is read")


@attrs.define
class PassedOver:
    """What is passed over: how much for each reason, and the first few names."""

    counts: Counter[Bilingual] = attrs.field(factory=Counter)
    names: dict[Bilingual, list[str]] = attrs.field(factory=dict)

    def add(self, name: str, why: Bilingual) -> None:
        """One more."""
        self.counts[why] += 1
        names = self.names.setdefault(why, [])
        if len(names) < _SHOWN:
            names.append(name)


@attrs.frozen
class Sources:
    """What was named, with the folder below which the names of files begin."""

    folders: tuple[str, ...]
    files: tuple[str, ...]
    patterns: tuple[str, ...]
    base: str
    follow: bool
    """Whether links are followed that lead out of the folders."""

    def list_all(self, listing: Listing, without: str) -> PassedOver:
        """Put every file into the list, and tell what is passed over.

        Raises :class:`Refused` where Parquet files stand among others.
        """
        passed = PassedOver()
        kinds = set[bool]()
        for met, found in self._met(without):
            if isinstance(met, Passed):
                passed.add(self._name(met.name), met.why)
                continue
            path = met.name
            link = isinstance(met, Found) and met.link
            try:
                status = os.stat(path)  # noqa: PTH116
            except OSError:
                size = modified = 0  # opening it will say so
            else:
                size, modified = status.st_size, whole(status.st_mtime_ns)
                if isinstance(met, Found) and not stat.S_ISREG(status.st_mode):
                    passed.add(self._name(path), SPECIAL)
                    continue
            kinds.add(not found and is_corpus(path))
            if len(kinds) > 1:
                raise Refused("batch.mixed", self._name(path))
            source = Source(self._name(path), path, size, modified, found)
            listing.add(source, _real(path, link=link), link=link)
        if (same := listing.met - listing.count()) > 0:
            passed.counts[_SAME] += same
        return passed

    def _met(self, without: str) -> Iterator[tuple[Found | Passed | Unlisted, bool]]:
        """All that is met, and whether it was found and not named."""
        for file in self.files:
            yield Found(file, os.path.islink(file)), False
        for pattern in self.patterns:
            fixed = os.path.realpath(_fixed(pattern))
            for path in glob.iglob(pattern, recursive=True):
                if not self.follow and leads_out(path, fixed):
                    yield Passed(path, LEADS_OUT), True
                elif not os.path.isdir(path):
                    # a pattern names Parquet files, but does not say that all else is a report
                    yield Found(path, os.path.islink(path)), not is_corpus(path)
                elif "**" not in pattern:
                    yield from ((met, True) for met in walk(path, {without}, follow=self.follow))
        for folder in self.folders:
            yield from ((met, True) for met in walk(folder, {without}, follow=self.follow))

    def _name(self, path: str) -> str:
        below = self.base if self.base.endswith(os.sep) else self.base + os.sep
        name = shown(path.removeprefix(below))
        return name.replace(os.sep, "/")


def named(
    sources: Sequence[str | os.PathLike[str]], out: str | os.PathLike[str], *, follow: bool = False
) -> Sources:
    """What the names mean: a folder, a file, or a pattern as :mod:`glob` has it.

    Raises :class:`Refused` for a name that is nothing, and where the sources stand in the folder
    that is written to.
    """
    folders, files, patterns, bases = list[str](), list[str](), list[str](), list[str]()
    for source in sources:
        name = os.fspath(source)
        path = os.path.abspath(name)
        if os.path.isdir(path):
            folders.append(path)
            bases.append(path)
        elif os.path.lexists(path):
            files.append(path)
            bases.append(os.path.dirname(path))
        elif glob.has_magic(name):
            patterns.append(path)
            bases.append(_fixed(path))
        else:
            raise Refused("batch.source", shown(name))
    if any(is_within(path, out) for path in (*bases, *files)):
        raise Refused("batch.inside", shown(os.fspath(out)))
    if not bases:
        raise Refused("batch.nothing", "[]")
    try:
        base = os.path.commonpath(bases)
    except ValueError as error:  # Windows: on several drives
        raise Refused("batch.apart", ", ".join(map(shown, bases))) from error
    return Sources(tuple(folders), tuple(files), tuple(patterns), base, follow)


def is_corpus(path: str) -> bool:
    """Whether a file is called a corpus."""
    return path.lower().endswith(_CORPUS)


def _fixed(pattern: str) -> str:
    """The folder that a pattern begins with."""
    folder = os.path.dirname(pattern)
    while glob.has_magic(folder):
        folder = os.path.dirname(folder)
    return folder


def _real(path: str, *, link: bool) -> str:
    if link:
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    return os.path.join(_real_folder(folder), os.path.normcase(name))


@lru_cache(maxsize=1_000)
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)
