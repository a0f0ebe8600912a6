"""The files that the arguments name, and those below the folders that they name."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Final

import attrs

from ..text import Bilingual
from . import texts
from .streams import STANDARD, FileTrouble, trouble_of

__all__ = ["Entry", "Gathered", "Passed", "gathered", "is_folder"]

_LOCK: Final = "~$"
"""Begins the name of the file that Word or Excel keeps beside an open one."""


@attrs.frozen
class Entry:
    """A file to be read."""

    name: str
    """As it is opened, and shown."""
    place: PurePath
    """Where it stands below the folder that was named; for a file that was named, its name."""
    found: bool
    """It was found in a folder, and not named itself."""


@attrs.frozen
class Passed:
    """A file or folder that is passed over, and why."""

    name: str
    why: Bilingual


@attrs.frozen
class Gathered:
    """What the arguments name."""

    entries: tuple[Entry, ...]
    passed: tuple[Passed, ...]
    troubles: tuple[tuple[str, FileTrouble], ...]
    """Folders that cannot be listed."""


def is_folder(name: str) -> bool:
    """Whether a name is that of a folder."""
    return name != STANDARD and os.path.isdir(name)  # noqa: PTH112 - a NUL in the name is no error


def gathered(names: Sequence[str], without: Iterable[Path] = ()) -> Gathered:
    """All files: those that are named, and those below the named folders, in order.

    ``without`` are folders below which nothing is taken, such as the one that is written to.
    """
    entries: list[Entry] = []
    passed: list[Passed] = []
    troubles: list[tuple[str, FileTrouble]] = []
    several = len(names) > 1
    for name in names:
        if not is_folder(name):
            place = PurePath("stdin" if name == STANDARD else Path(name).name or "file")
            entries.append(Entry(name, place, found=False))
            continue
        walk = _Walk(name, {os.path.realpath(folder) for folder in without})
        walk.run()
        # Of several folders each keeps its own name, so that their files do not meet.
        above = PurePath(Path(name).resolve().name) if several else PurePath()
        found = (
            Entry(path, above / PurePath(path).relative_to(name), found=True)
            for path in walk.files
        )
        entries += sorted(found, key=lambda entry: entry.place.parts)
        passed += sorted(walk.passed, key=lambda one: one.name)
        troubles += walk.troubles
    return Gathered(tuple(entries), tuple(passed), tuple(troubles))


class _Walk:
    """Goes through a folder; each folder in it once, however many links lead there."""

    def __init__(self, root: str, without: set[str]) -> None:
        self.root = root
        self.without = without
        self.files: list[str] = []
        self.passed: list[Passed] = []
        self.troubles: list[tuple[str, FileTrouble]] = []
        self.seen: set[tuple[int, int]] = set()

    def run(self) -> None:
        """Folders first as they stand; where links lead is looked at after them."""
        folders, links = [self.root], list[str]()
        while folders or links:
            folder = folders.pop() if folders else links.pop()
            try:
                status = os.stat(folder)  # noqa: PTH116
                if (status.st_dev, status.st_ino) in self.seen:
                    self.passed.append(Passed(folder, texts.PASSED_TWICE))
                    continue
                self.seen.add((status.st_dev, status.st_ino))
                inside = sorted(os.scandir(folder), key=lambda one: one.name, reverse=True)
            except OSError as error:
                self.troubles.append((folder, trouble_of(folder, error, folder=True)))
                continue
            for one in inside:
                self._take(one, folders, links)

    def _take(self, one: os.DirEntry[str], folders: list[str], links: list[str]) -> None:
        path = one.path
        why = _reason_to_pass(one)
        if why is None and os.path.realpath(path) in self.without:
            why = texts.PASSED_OUTPUT
        if why is not None:
            self.passed.append(Passed(path, why))
        elif one.is_dir():
            (links if one.is_symlink() else folders).append(path)
        else:
            self.files.append(path)


def _reason_to_pass(one: os.DirEntry[str]) -> Bilingual | None:
    if one.name.startswith("."):
        return texts.PASSED_HIDDEN
    if one.name.startswith(_LOCK):
        return texts.PASSED_LOCK
    try:
        status = one.stat()
    except OSError:
        return None  # a link that leads nowhere: opening it will say so
    hidden = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)
    if getattr(status, "st_file_attributes", 0) & hidden:
        return texts.PASSED_HIDDEN
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        return texts.PASSED_SPECIAL  # to open a pipe would be to wait for ever
    return None
