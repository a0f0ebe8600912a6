"""Files packed into one: archives and letters. What is in them is read, one level deep."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import PurePosixPath
from typing import Final

import attrs

from ..text import LANGUAGES, Bilingual
from .archive import Archive
from .containers import made_of
from .limits import Limits
from .results import Notice, Reading
from .several import readings_of
from .sniffing import PACKED, Container, container_of, decoded
from .unreadable import NO_REPORT_CODES, Unreadable

__all__ = ["Member", "all_readings", "members_of", "packed_as", "several"]

_JUNK: Final = re.compile(
    r"(?:.*/)?(?:__MACOSX/.*|\.[^/]*|~\$[^/]*|thumbs\.db|desktop\.ini)", re.IGNORECASE | re.DOTALL
)
"""What systems leave in archives beside the files."""
_BODIES: Final = frozenset({"text/html", "text/plain"})
_BODY: Final = "body"
"""What the body of a letter is called; nobody is let down if it is no report."""
_LEAST_TELLING: Final = (
    "read.empty",
    "read.container",
    "read.encoding",
    "read.json",
    "read.document",
    "read.no_table",
    *sorted(code for code in NO_REPORT_CODES if code.startswith("read.no_table.")),
)
"""Why a file beside a report need not be told of, and what tells most why there is none: that
which comes last. All other reasons tell more."""
_NAMED: Final = 5
"""Reports or files that are named in a message."""


@attrs.frozen
class Member:
    """A file in a packed one."""

    name: str
    data: bytes = attrs.field(repr=False)


def packed_as(data: bytes, limits: Limits) -> Container | None:
    """The kind of a packed file; none for all others."""
    try:
        container = container_of(data, limits)
    except Unreadable:  # reading it will say so
        return None
    return container if container in PACKED else None


def members_of(data: bytes, container: Container, limits: Limits) -> Iterator[Member]:
    """The files in a packed file, without what systems leave there."""
    for name, content in _files(data, container, limits):
        name = name.replace("\\", "/")  # noqa: PLW2901 - some tools of Windows write these
        if not _JUNK.fullmatch(name):
            yield Member(name.encode("utf-8", "replace").decode(), content())


def _files(
    data: bytes, container: Container, limits: Limits
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The names of all files, each with what reads it."""
    if container is Container.ZIP:
        archive = Archive.open(data, limits)
        for name, meant in archive.files().items():
            yield meant, partial(archive.read, name)
        return
    from .messages import parts_of

    for part in parts_of(data, limits):
        if part.name:
            yield part.name, partial(bytes, part.data)
        elif part.kind in _BODIES:
            yield _BODY, partial(_in_utf8, part.data, part.charset, limits)


def _in_utf8(data: bytes, charset: str, limits: Limits) -> bytes:
    """The body of a letter, whose encoding only its header tells."""
    with suppress(Unreadable):
        return decoded(data, limits, charset)[0].encode("utf-8", "replace")
    return data


def all_readings(data: bytes, limits: Limits) -> tuple[Reading, ...]:
    """Every report in a file: one at least, else :class:`~gxstats.Unreadable` is raised."""
    container = container_of(data, limits)
    if container not in PACKED:
        return made_of(data, limits, container, readings_of)
    found: list[Reading] = []
    failures: list[Unreadable] = []
    for member in members_of(data, container, limits):
        limits.require_time()
        try:
            readings = made_of(member.data, limits, None, readings_of)
        except Unreadable as error:
            if error.code == "read.limit.seconds":
                raise
            failures.append(attrs.evolve(error, member=member.name))
        else:
            found += [attrs.evolve(reading, member=member.name) for reading in readings]
    if not found:
        raise max(failures, key=_telling, default=Unreadable("read.empty"))
    notice = _unread([error for error in failures if error.code not in _LEAST_TELLING])
    return tuple(
        attrs.evolve(reading, notices=reading.notices + notice)
        for reading in _distinct(found, limits)
    )


def several(readings: Sequence[Reading]) -> Unreadable:
    """That there is more than one report, with their names."""
    names = [_name(reading) for reading in readings[:_NAMED]]
    found = "; ".join([*names, "…"] if len(readings) > _NAMED else names)
    return Unreadable("read.several", found=found, expected=str(len(readings)))


def _name(reading: Reading) -> str:
    report = reading.report
    facts = [reading.member, report.organ.name, str(report.year or "")]
    return " ".join(filter(None, facts)) or "?"


def _telling(error: Unreadable) -> int:
    if error.code in _LEAST_TELLING:
        return _LEAST_TELLING.index(error.code)
    return len(_LEAST_TELLING)


def _unread(failures: Sequence[Unreadable]) -> tuple[Notice, ...]:
    if not failures:
        return ()
    texts = []
    for language in LANGUAGES:
        said = [error.explain(language) for error in failures[:_NAMED]]
        said += ["…"] if len(failures) > _NAMED else []
        texts.append({"zh": "；", "en": "; "}[language].join(said))
    return (Notice(code="member.unread", printed=Bilingual(*texts)),)


def _distinct(readings: Sequence[Reading], limits: Limits) -> list[Reading]:
    """The readings, of one report that is packed as several files the one with fewest doubts."""
    found: list[Reading] = []
    for reading in readings:
        limits.require_time()
        for place, other in enumerate(found):
            if _is_same(reading, other):
                if len(reading.doubts) < len(other.doubts):
                    found[place] = reading
                break
        else:
            found.append(reading)
    return found


def _is_same(one: Reading, other: Reading) -> bool:
    """Whether two files hold one report: a Word file and the PDF made of it, such as."""
    if one.member == other.member or one.form != other.form:
        return False
    if (one.report.year, one.report.organ.name) != (other.report.year, other.report.organ.name):
        return False
    stems = {PurePosixPath(reading.member or "").stem for reading in (one, other)}
    if one.report.organ.name is None and len(stems) > 1:
        return False
    doubted = {doubt.cell for reading in (one, other) for doubt in reading.doubts}
    values = [dict(reading.report.cells()) for reading in (one, other)]
    return all(
        values[0][cell] == values[1][cell] for cell in values[0] if cell.address not in doubted
    )
