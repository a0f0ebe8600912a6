"""What a run comes to: counted from the parts, one at a time, so that it takes no memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final

import attrs

from ..text import LANGUAGES, Bilingual
from .judging import Status
from .output import Output

__all__ = ["PassedReason", "Summary", "UnreadableFile", "counted"]

_SHOWN: Final = 8
"""Unreadable files that are named."""


@attrs.frozen
class PassedReason:
    """Files and folders that were passed over for one reason."""

    why: Bilingual
    count: int
    names: tuple[str, ...]
    """The first few."""


@attrs.frozen
class UnreadableFile:
    """A file that gave no report, and why."""

    file: str
    code: str
    message: Bilingual


@attrs.frozen(kw_only=True)
class Summary:
    """What stands in the folder after a run, and how the run went.

    All counts are of the folder as a whole, whichever run has read what.
    """

    complete: bool
    """Whether every source has been read; not if the run was interrupted."""
    files: int
    """Rows of the table ``files``: sources, or the reports of corpora."""
    statuses: Mapping[str, int]
    """How many are ``read``, ``doubtful``, ``unreadable`` and ``no_report``."""
    verdicts: Mapping[str, int]
    """How many reports are ``held``, ``violated`` and ``undecided``."""
    editions: Mapping[str, int]
    """Reports by edition of the form."""
    years: Mapping[str, int]
    """Reports by fiscal year; the empty string stands for those of unknown year."""
    relations: Mapping[str, int]
    """How often each relation is violated, the most often first; hints are among them."""
    findings: Mapping[str, int]
    """How often each kind of finding beside the sums was made."""
    diagnoses: Mapping[str, int]
    """Reports with a violation whose diagnosis is ``unique``, ``several`` or ``unfinished``."""
    doubts: Mapping[str, int]
    """Doubts of the readings, by code."""
    codes: Mapping[str, int]
    """Why files gave no report, by code."""
    unreadable: tuple[UnreadableFile, ...]
    """The first few files that are unreadable; the table ``files`` has all."""
    links: Mapping[str, int]
    """Reports by how they tie to that of the year before: ``held``, ``violated``, ``undecided``,
    ``missing``, ``several`` and ``unknown``; empty where that was not asked for."""
    held_in_doubt: int
    """Reports that hold and were read with doubts."""
    read: int
    """Sources that this run has read."""
    kept: int
    """Sources of this run that had been read before and have not changed."""
    absent: int
    """Files in the folder that are not among the sources of this run; they are kept."""
    passed: tuple[PassedReason, ...]
    """What was passed over."""
    seconds: float
    """Seconds that this run took."""

    @property
    def rate(self) -> float:
        """Sources that this run has read in a second."""
        return self.read / self.seconds if self.seconds else 0.0

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        values = attrs.asdict(self, recurse=False)
        values["unreadable"] = [
            {
                "file": one.file,
                "code": one.code,
                "message": {language: one.message[language] for language in LANGUAGES},
            }
            for one in self.unreadable
        ]
        values["passed"] = [
            {
                "why": {language: one.why[language] for language in LANGUAGES},
                "count": one.count,
                "names": list(one.names),
            }
            for one in self.passed
        ]
        return {**values, "seconds": round(self.seconds, 3), "rate": round(self.rate, 2)}


def counted(output: Output) -> dict[str, Any]:
    """The counts of a :class:`Summary`, from all parts."""
    files: Counter[tuple[Any, ...]] = Counter()
    found: Counter[tuple[Any, ...]] = Counter()
    for part in output.parts():
        _count(files, output, "files", part, ["status", "verdict", "edition", "year", "code"])
        _count(found, output, "findings", part, ["kind", "id", "outcome"])
    reports = [(key, count) for key, count in files.items() if key[1] is not None]

    def of_kind(kind: str, place: int = 1, outcome: str | None = None) -> dict[str, int]:
        return _summed(
            (key[place], count)
            for key, count in found.items()
            if key[0] == kind and (outcome is None or key[2] == outcome)
        )

    return {
        "files": files.total(),
        "statuses": _summed((key[0], count) for key, count in files.items()),
        "verdicts": _summed((key[1], count) for key, count in reports),
        "editions": _by_name((key[2], count) for key, count in reports),
        "years": _by_name(("" if key[3] is None else key[3], count) for key, count in reports),
        "relations": of_kind("relation", outcome="violated"),
        "findings": of_kind("finding"),
        "diagnoses": of_kind("diagnosis", place=2),
        "doubts": of_kind("doubt"),
        "codes": _summed((key[4], count) for key, count in files.items() if key[4]),
        "unreadable": tuple(
            islice(
                chain.from_iterable(_unreadable(output, part) for part in output.parts()), _SHOWN
            )
        ),
        "held_in_doubt": sum(count for key, count in reports if key[:2] == ("doubtful", "held")),
    }


def _count(
    counts: Counter[tuple[Any, ...]],
    output: Output,
    table: str,
    part: int,
    columns: Sequence[str],
) -> None:
    with output.opened(table, part) as file:
        for batch in file.iter_batches(columns=list(columns)):
            counts.update(zip(*(column.to_pylist() for column in batch.columns), strict=True))


def _unreadable(output: Output, part: int) -> Iterator[UnreadableFile]:
    columns = ["status", "file", "code", "message_zh", "message_en"]
    with output.opened("files", part) as file:
        for batch in file.iter_batches(columns=columns):
            for row in batch.to_pylist():
                if row["status"] == Status.UNREADABLE.value:
                    message = Bilingual(row["message_zh"], row["message_en"])
                    yield UnreadableFile(row["file"], row["code"], message)


def _summed(pairs: Iterable[tuple[Any, int]]) -> dict[str, int]:
    """Counts by name, the largest first."""
    sums: Counter[str] = Counter()
    for name, count in pairs:
        sums[str(name)] += count
    return dict(sorted(sums.items(), key=lambda one: (-one[1], one[0])))


def _by_name(pairs: Iterable[tuple[Any, int]]) -> dict[str, int]:
    return dict(sorted(_summed(pairs).items()))
