"""Files that want to do harm, made by a script: ``python -m tests.support.hostile DIR``.

Every file is a few lines of code, the same bytes each time. Some hold a sound little table beside
the harm (disclosure of rules: 1, 2, 3), so that it can be told whether a reader that survives has
also read.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final

import attrs

READ: Final = "read"
"""The little table is read, with its numbers."""
READING: Final = "reading"
"""There is a reading; of what it holds nothing is said, but that no number is wrong."""

BOUNDED: Final = ("read.limit.seconds", "read.limit.memory", "read.crashed")
"""Reading was stopped, whatever it was at: the process in which it is done has its bounds."""

HEADERS: Final = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
ROW: Final = ("规章", "1", "2", "3")
NUMBERS: Final = (1, 2, 3)
"""What the little table says of rules: issued, repealed, in force."""
WITNESS: Final = "root:"
"""Stands in /etc/passwd, which some files try to take in."""


@attrs.frozen
class Hostile:
    """A hostile file, and what may become of it."""

    name: str
    make: Callable[[], bytes]
    outcomes: frozenset[str]
    """Codes of :class:`~gxstats.Unreadable`, ``"read"`` or ``"reading"``."""

    @property
    def data(self) -> bytes:
        return self.make()

    @property
    def is_greedy(self) -> bool:
        """Nothing may bound it but the process in which it is read."""
        return self.outcomes.issuperset(BOUNDED)


FILES: Final[dict[str, Hostile]] = {}


def hostile(
    name: str, *outcomes: str
) -> Callable[[Callable[[], bytes | str]], Callable[[], bytes | str]]:
    """Enter a function that makes a file; text becomes UTF-8."""

    def enter(make: Callable[[], bytes | str]) -> Callable[[], bytes | str]:
        if name in FILES:
            raise ValueError(f"two files are called {name}")

        def as_bytes() -> bytes:
            made = make()
            return made.encode() if isinstance(made, str) else made

        bounded = BOUNDED if name.endswith(".pdf") else ()  # nothing else bounds PDFium
        FILES[name] = Hostile(name, as_bytes, frozenset({*outcomes, *bounded}))
        return make

    return enter


def all_files() -> tuple[Hostile, ...]:
    """All hostile files, in the order of their names."""
    for kind in (
        *("archives", "office", "sheets", "pages", "styles", "texts", "packed", "pdfs", "others"),
        *("greedy", "greedy_pages", "greedy_office"),
    ):
        import_module(f".{kind}", __name__)
    return tuple(FILES[name] for name in sorted(FILES))


def write_all(directory: Path) -> list[Path]:
    """Write every file, and say where."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for file in all_files():
        path = directory / file.name
        path.write_bytes(file.data)
        paths.append(path)
    return paths
