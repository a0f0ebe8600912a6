"""What the comments say: at a cell, and at the head of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..reading import Reading
from ..relations.years import cell_name
from ..text import Bilingual, Language
from ..writing.marks import Mark, MarkKind, Marks, number_text

__all__ = ["head_text", "mark_name", "mark_text"]

_BLANK: Final = Bilingual("空白", "blank")
_HEAD: Final = Bilingual("gxstats 校验：", "Checked by gxstats: ")
_MARKED: Final = Bilingual("本文件中加了 {count} 处批注。", "Comments in this file: {count}.")
_UNPLACED: Final = Bilingual(
    "下列各格在文件中没有印出，或无处可加批注：",
    "Cells that the file does not print, or where no comment can stand:",
)
_ASIDES: Final = Bilingual("另外：", "Beside the sums:")
_CUT: Final = Bilingual(
    "……（另有 {count} 行，见 gxstats check）", "… ({count} more lines: gxstats check)"
)
_STOP: Final = Bilingual("。", ".")
_STOPS: Final = "。."
_COLON: Final = Bilingual("：", ": ")
_MOST: Final = 12_000
"""Characters of the comment at the head; a note of a spreadsheet holds thirty thousand."""


def mark_name(marks: Marks, mark: Mark, language: Language) -> str:
    """The marked cell, as a clerk would point at it."""
    return _sentence(cell_name(marks.report.form, mark.cell, language))


def mark_text(marks: Marks, mark: Mark, language: Language) -> str:
    """What a comment says of a cell: the kind of the mark, then every reason with its numbers."""
    head = _sentence(mark.kind.label[language])
    if mark.new is not None:
        old = _BLANK[language] if mark.old is None else number_text(mark.old)
        head += f"{_COLON[language]}{old} → {number_text(mark.new)}"
    if mark.kind in {MarkKind.DOUBTFUL, MarkKind.VIOLATED}:  # all other reasons name the cell
        head = f"{mark_name(marks, mark, language)}{_COLON[language]}{mark.kind.label[language]}"
    reasons = (_sentence(reason[language]) for reason in mark.reasons)
    return "\n".join([head, *(f"{reason.rstrip(_STOPS)}{_STOP[language]}" for reason in reasons)])


def head_text(
    reading: Reading,
    marks: Marks,
    unplaced: Sequence[Mark],
    count: int,
    language: Language,
    asides: Sequence[str],
) -> str:
    """What there is to say of the file as a whole; ``count``: of the comments at cells."""
    lines = list(_head_lines(reading, marks, unplaced, count, language, asides))
    room = _MOST
    for number, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            cut = _CUT[language].format(count=len(lines) - number)
            return "\n".join([*lines[:number], cut])
    return "\n".join(lines)


def _head_lines(
    reading: Reading,
    marks: Marks,
    unplaced: Sequence[Mark],
    count: int,
    language: Language,
    asides: Sequence[str],
) -> Iterator[str]:
    verdict = marks.check.explain(language).splitlines()[0]
    yield f"{_HEAD[language]}{verdict}"
    if count:
        yield _MARKED[language].format(count=count)
    if marks.diagnosis is not None and marks.diagnosis.size:
        yield from map(_sentence, marks.diagnosis.summary(language).splitlines())
    if unplaced:
        yield _UNPLACED[language]
        for mark in unplaced:
            yield from mark_text(marks, mark, language).splitlines()
    said = [
        *(doubt.explain(language) for doubt in reading.doubts if doubt.cell is None),
        *(result.explain(language) for result in marks.check.hints),
        *asides,
        *(notice.explain(language) for notice in reading.notices),
    ]
    if said:
        yield _ASIDES[language]
        for sentence in said:
            yield from map(_sentence, sentence.splitlines())


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
