"""Verdicts as workflow commands of GitHub Actions, which shows them beside the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Final

from ..text import Language
from . import wording
from .judging import Verdict
from .names import legible, path_of
from .points import Level, Point, PointKind
from .told import Told, told

__all__ = ["as_github", "summary"]

_COMMANDS: Final = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.NOTE: "notice",
    Level.NONE: "debug",
}
_ORDER: Final = tuple(_COMMANDS.values())


def as_github(
    verdicts: Iterable[Verdict], language: Language = "zh", *, base: PurePath | None = None
) -> Iterator[str]:
    r"""Verdicts as workflow commands, a line each, the gravest of a file first; then a summary.

    GitHub shows ten of each sort for a step, and the rest in its log. So the sums of a file that
    blanks leave open are one warning, and so are the doubts that one line of it raises.

    >>> from gxstats.verdicts import judge_bytes
    >>> print("".join(as_github([judge_bytes(b"", "a,b.html")], "en")), end="")
    ::error file=a%2Cb.html,title=read.empty::the file is empty
    1 file: 1 unreadable.
    """
    base = Path.cwd() if base is None else base
    codes: Counter[str] = Counter()
    for verdict in verdicts:
        codes[verdict.outcome] += 1
        yield from _lines(verdict, language, base)
    yield summary(codes, language) + "\n"


def summary(codes: Counter[str], language: Language) -> str:
    """How many files became what, in one sentence."""
    parts = wording.SUMMARY_SEPARATOR[language].join(
        wording.SUMMARY_PART.format(count=codes[name], what=text)[language]
        for name, text in wording.FILES.items()
        if codes[name]
    )
    if not parts:
        return wording.NO_FILES[language]
    files = codes.total()
    text = wording.ONE_FILE if files == 1 else wording.SUMMARY
    return text.format(files=files, parts=parts)[language]


def _lines(verdict: Verdict, language: Language, base: PurePath) -> Iterator[str]:
    file = path_of(type(base)(verdict.name), base)
    for one in sorted(told(verdict, language), key=lambda one: _ORDER.index(_command(one.point))):
        yield _line(verdict, one, file, language)


def _command(point: Point) -> str:
    """What GitHub calls the weight of a point; what is left open decides the verdict too."""
    return "warning" if point.kind is PointKind.UNDECIDED else _COMMANDS[point.level]


def _line(verdict: Verdict, one: Told, file: str, language: Language) -> str:
    point, said, command = one.point, _message(one.sentence), _command(one.point)
    if command == "debug":  # takes nothing but the message
        return f"::debug::{_message(file)} {said}\n"
    where = [("file", file)]
    if not one.of_many:
        spot = verdict.where(point)
        if spot.line is not None:
            where.append(("line", str(spot.line)))
            if spot.column is not None:
                where.append(("col", str(spot.column)))
    where.append(("title", point.kind.label[language] if one.of_many else point.rule))
    given = ",".join(f"{name}={_property(value)}" for name, value in where)
    return f"::{command} {given}::{said}\n"


def _message(text: str) -> str:
    return legible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
