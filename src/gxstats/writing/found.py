"""What a drawing tells under the tables: every finding in words, with the cells it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ..diagnosis import Diagnosis
from ..relations import Result
from ..relations.years import cell_name
from ..text import Bilingual, Language
from . import texts
from .marks import Marks

__all__ = ["Found", "Section", "sections"]

_MOST_EXPLANATIONS: Final = 8
"""Explanations of one size that are written out; of the others, how many there are."""


@attrs.frozen(kw_only=True)
class Found:
    """One finding."""

    said: str
    cells: tuple[str, ...] = ()
    """The cells of the report that it is about, by address."""
    result: Result | None = None
    """The sum, where it is one: then its arithmetic is shown too."""


@attrs.frozen(kw_only=True)
class Section:
    """Findings of one kind, under their title."""

    title: Bilingual
    before: tuple[str, ...] = ()
    """Sentences before the findings."""
    found: tuple[Found, ...] = ()
    after: tuple[str, ...] = ()
    """Sentences after them."""


def sections(marks: Marks, language: Language) -> list[Section]:
    """All that was found in a report, in the order of its weight; nothing that is empty.

    >>> from gxstats import examples, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> slip = report.replace({"/requests/outcomes/granted/natural_person": 34})
    >>> [section.title.en for section in sections(Marks.diagnosed(slip), "en")]
    ['Which cell is wrong', 'Cross-checks that fail', 'As printed in the source']
    """
    every = (
        _diagnosis(marks.diagnosis, language) if marks.diagnosis is not None else None,
        Section(title=texts.VIOLATED, found=_results(marks.check.violated, language)),
        Section(title=texts.DOUBTS, found=tuple(_doubts(marks, language))),
        Section(title=texts.DEDUCED, found=tuple(_deduced(marks, language))),
        Section(title=texts.HINTS, found=_results(marks.check.hints, language)),
        Section(title=texts.REMARKS, found=tuple(_remarks(marks, language))),
        Section(
            title=texts.ASIDES, found=tuple(Found(said=one[language]) for one in marks.asides)
        ),
    )
    return [one for one in every if one is not None and (one.before or one.found or one.after)]


def _diagnosis(diagnosis: Diagnosis, language: Language) -> Section | None:
    if not diagnosis.size and diagnosis.complete:
        return None
    said, why = diagnosis.sentences(language, _MOST_EXPLANATIONS)
    form = diagnosis.report.form
    if not said:
        return Section(title=texts.DIAGNOSIS, after=(why,))
    shown = diagnosis.explanations[:_MOST_EXPLANATIONS]
    cells = [tuple(change.cell for change in one.changes if change.cell in form) for one in shown]
    if diagnosis.unique:
        only = Found(said=said[0], cells=cells[0])
        return Section(title=texts.DIAGNOSIS, found=(only,), after=(why,))
    found = tuple(
        Found(said=one.explain(language), cells=own) for one, own in zip(shown, cells, strict=True)
    )
    rest = said[1 + len(shown) :]  # how many more there are
    return Section(title=texts.DIAGNOSIS, before=(said[0],), found=found, after=(*rest, why))


def _results(results: tuple[Result, ...], language: Language) -> tuple[Found, ...]:
    return tuple(
        Found(said=one.explain(language), cells=tuple(one.cells), result=one) for one in results
    )


def _doubts(marks: Marks, language: Language) -> Iterator[Found]:
    form = marks.report.form
    for address, reason in marks.doubts.items():
        said = texts.NAMED[language].format(
            name=cell_name(form, address, language), said=reason[language]
        )
        yield Found(said=said, cells=(address,))


def _deduced(marks: Marks, language: Language) -> Iterator[Found]:
    """What blanks must hold; a blank that stands for 0 misleads nobody, so those are one finding."""
    if marks.deduction is None:
        return
    for contradiction in marks.deduction.contradictions:
        yield Found(said=contradiction.explain(language))
    own = [one for one in marks.deduction.forced if marks.report[one.cell] is None]
    for deduced in own:
        if deduced.value:
            yield Found(said=deduced.explain(language), cells=(deduced.cell,))
    zeros = tuple(one.cell for one in own if not one.value)
    if zeros:
        yield Found(said=texts.ZERO_BLANKS[language].format(count=len(zeros)), cells=zeros)


def _remarks(marks: Marks, language: Language) -> Iterator[Found]:
    for remark in marks.report.remarks:
        said = texts.NAMED[language].format(
            name=cell_name(marks.report.form, remark.cell, language), said=remark.printed
        )
        yield Found(said=said, cells=(remark.cell,))
