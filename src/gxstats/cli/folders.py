"""The files that the arguments name, and those below the folders that they name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

import attrs

from ..batch.walking import Found, Passed, Unlisted, walk
from ..outputs import identity
from .streams import STANDARD, FileTrouble, trouble_of

__all__ = ["Entry", "Gathered", "Passed", "gathered", "is_folder"]


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
class Gathered:
    """What the arguments name."""

    entries: tuple[Entry, ...]
    passed: tuple[Passed, ...]
    troubles: tuple[tuple[str, FileTrouble], ...]
    """Folders that cannot be listed."""

    def without(self, name: str) -> Gathered:
        """All but a file that was found and is written to, such as what an earlier run wrote."""
        written = set(self.met_at(name))
        entries = tuple(entry for entry in self.entries if entry not in written)
        return attrs.evolve(self, entries=entries)

    def met_at(self, name: str) -> Iterator[Entry]:
        """The files that were found, and are the one that is written to."""
        from .outputs import identity_of_output

        written = identity_of_output(name)
        return (one for one in self.entries if one.found and identity(one.name) == written)


def is_folder(name: str) -> bool:
    """Whether a name is that of a folder."""
    return name != STANDARD and os.path.isdir(name)  # noqa: PTH112 - a NUL in the name is no error


def gathered(
    names: Sequence[str], without: Iterable[Path] = (), *, follow: bool = False
) -> Gathered:
    """All files: those that are named, and those below the named folders, in order.

    ``without`` are folders below which nothing is taken, such as the one that is written to;
    ``follow`` takes what stands behind links that lead out of the named folders.
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
        met = list(walk(name, {os.path.realpath(folder) for folder in without}, follow=follow))
        # Of several folders each keeps its own name, so that their files do not meet.
        above = PurePath(Path(name).resolve().name) if several else PurePath()
        found = (
            Entry(one.name, above / PurePath(one.name).relative_to(name), found=True)
            for one in met
            if isinstance(one, Found)
        )
        entries += sorted(found, key=lambda entry: entry.place.parts)
        passed += sorted((one for one in met if isinstance(one, Passed)), key=lambda one: one.name)
        troubles += (
            (one.name, trouble_of(one.name, one.error, folder=True))
            for one in met
            if isinstance(one, Unlisted)
        )
    return Gathered(tuple(entries), tuple(passed), tuple(troubles))
