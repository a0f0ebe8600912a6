"""The rooms that are mutated, samples of their mutants, and mutants judged equivalent."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from .mutators import Mutant, mutants_of

__all__ = [
    "EQUIVALENT", "PACKAGE", "ROOMS", "ROOT", "Room",
    "equivalent_mutants", "modules", "possible_mutants", "sample",
]  # fmt: skip

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = ROOT / "src" / "gxstats"
EQUIVALENT: Final = Path(__file__).with_name("equivalent.toml")


class Room(NamedTuple):
    """What is mutated together."""

    modules: tuple[str, ...]
    """Patterns of files within the package."""
    tests: tuple[str, ...]
    """Folders or files of its own tests, which are run first."""


ROOMS: Final = {
    "relations": Room(
        ("relations/**/*.py",),
        ("tests/core/test_relations.py", "tests/core/test_languages.py", "tests/across/"),
    ),
    "diagnosis": Room(("diagnosis/**/*.py",), ("tests/diagnosis/",)),
    "wire": Room(("wire/**/*.py",), ("tests/wire/",)),
    "columnar": Room(("columnar/**/*.py",), ("tests/columnar/",)),
    "reading": Room(
        (
            *("reading/anchors.py", "reading/normalize.py", "reading/segments.py"),  # labels
            *("reading/recognizer.py", "reading/rows.py", "reading/pages/rows.py"),  # rows
            *("reading/headers.py", "reading/placing.py"),
            *("reading/checksum.py", "reading/slips.py"),
            "reading/numbers.py",
        ),
        ("tests/reading/",),
    ),
}


def modules(room: Room) -> list[Path]:
    """The files of a room; a pattern that finds none is a mistake."""
    found = [sorted(PACKAGE.glob(pattern)) for pattern in room.modules]
    if not all(found):
        raise FileNotFoundError(f"no module for one of {', '.join(room.modules)}")
    return [path for paths in found for path in paths]


def possible_mutants(room: Room) -> list[Mutant]:
    """Every mutant of a room, file by file."""
    return [
        mutant
        for path in modules(room)
        for mutant in mutants_of(path.read_bytes(), path.relative_to(PACKAGE).as_posix())
    ]


def sample(mutants: Sequence[Mutant], number: int, seed: str) -> list[Mutant]:
    """So many of the mutants, each file having its share: equal steps over files shuffled within."""
    chance = random.Random(seed)
    shuffled: list[Mutant] = []
    for _, group in groupby(mutants, key=lambda mutant: mutant.file):
        of_file = list(group)
        shuffled += chance.sample(of_file, len(of_file))
    number = min(number, len(shuffled))
    start = chance.random()
    return sorted(shuffled[int((start + i) * len(shuffled) / number)] for i in range(number))


def equivalent_mutants(path: Path) -> dict[tuple[str, str, str], str]:
    """Mutants that no test can kill, by their content, each with the reason."""
    entries = tomllib.loads(path.read_text("utf-8")).get("equivalent", [])
    return {(one["file"], one["old"], one["new"]): one["reason"] for one in entries}
