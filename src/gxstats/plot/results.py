"""The rows of 三、本年度办理结果 as pictures show them: the same ones for every edition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

import attrs

from ..forms.report import Form, Report, form_of
from ..forms.topics import Topic
from ..text import Bilingual, Language
from .colours import RESULT_LOOKS, Look, again
from .wording import short

__all__ = [
    "Counted",
    "ResultRow",
    "blank_note",
    "counted_cells",
    "counted_rows",
    "numbered",
    "organ_prefix",
    "result_rows",
    "topic_label",
]


@attrs.frozen
class ResultRow:
    """Results that are drawn as one area: a row of the form, or all rows under a heading."""

    topic: Topic
    """The heading."""
    key: str
    """The steps of its address below the results, such as ``refused/state_secret``."""
    heading: Bilingual
    label: Bilingual
    """What it is called: the heading, or the number of the heading and the row below it."""
    look: Look
    row: str | None = None
    """The step of the address of the one row below the heading that it is."""

    def cells(self, form: Form) -> tuple[str, ...]:
        """The cells of a form whose sum it is."""
        totals = form.about(self.topic, Topic.TOTAL)
        return tuple(one for one in totals if self.row in {None, _row_of(one)})


def _row_of(address: str) -> str:
    return address.split("/")[-2]


@attrs.frozen
class Counted:
    """How many requests a report has in some cells."""

    known: int
    """The sum of the cells that are not blank."""
    blank: tuple[str, ...]
    """The addresses of those that are, on the report's own form."""
    cells: int
    """How many cells there are."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is known."""
        return len(self.blank) == self.cells


def result_rows(forms: Iterable[Form], *, grounds: bool) -> tuple[ResultRow, ...]:
    """The results on some forms, a row per heading; with ``grounds``, one per ground of refusal."""
    return _result_rows(tuple(sorted(set(forms), key=lambda form: form.order)), grounds=grounds)


@cache
def _result_rows(forms: tuple[Form, ...], *, grounds: bool) -> tuple[ResultRow, ...]:
    found: list[ResultRow] = []
    for topic, looks in RESULT_LOOKS.items():
        having = [(form, form.label_of(topic), form.part_about(topic)) for form in forms]
        named = [(form, label, part) for form, label, part in having if label and part]
        if not named:
            continue
        _, label, part = named[-1]
        heading, key = short(label), part.split("/")[-1]
        if not grounds or not looks[1:]:
            found.append(ResultRow(topic, key, heading, heading, looks[0]))
            continue
        rows = {
            _row_of(address): form[address].row
            for form, *_ in named
            for address in form.about(topic, Topic.TOTAL)
        }
        for place, (row, words) in enumerate(rows.items()):
            said = numbered(heading, short(words))
            look = looks[place] if place < len(looks) else again(looks[place % len(looks)])
            found.append(ResultRow(topic, f"{key}/{row}", heading, said, look, row))
    return tuple(found)


_NUMBER: Final = re.compile(r"^[（(].*?[）)]")


def numbered(heading: Bilingual, row: Bilingual) -> Bilingual:
    """A row with the number of the heading that it stands under.

    >>> numbered(Bilingual("（三）不予公开", "(3) Refused"),
    ...          Bilingual("1.属于国家秘密", "State secrets")).zh
    '（三）1.属于国家秘密'
    """
    zh, en = (_NUMBER.match(text) for text in (heading.zh, heading.en))
    return Bilingual(
        f"{zh.group() if zh else ''}{row.zh}", f"{f'{en.group()} ' if en else ''}{row.en}"
    )


def counted_rows(report: Report, row: ResultRow) -> Counted:
    """What a report has in a row, whether its form divides it or not."""
    return counted_cells(report, row.cells(report.form))


def counted_cells(report: Report, addresses: Iterable[str]) -> Counted:
    """What a report has in some cells."""
    values = {address: report[address] for address in addresses}
    return Counted(
        sum(value for value in values.values() if value is not None),
        tuple(address for address, value in values.items() if value is None),
        len(values),
    )


def topic_label(form: Form, topic: Topic, language: Language) -> str:
    """What a form calls the row that is about something."""
    label = form.label_of(topic)
    return "" if label is None else short(label)[language]


def _row_label(report: Report, address: str, language: Language) -> str:
    cell = form_of(report)[address]
    row = short(cell.row)
    return (numbered(cell.headings[-1], row) if len(cell.headings) > 1 else row)[language]


_NAMED: Final = 4
"""Blanks that are named before the rest is only counted."""


def blank_note(report: Report, addresses: tuple[str, ...], language: Language) -> str:
    """Which cells of the column 总计 are blank."""
    names = [_row_label(report, address, language) for address in addresses]
    comma = {"zh": "、", "en": "; "}[language]
    named = comma.join(names[:_NAMED])
    if len(names) <= _NAMED:
        return {"zh": f"空白：{named}", "en": f"blank: {named}"}[language]
    return {
        "zh": f"空白 {len(names)} 格：{named}等",
        "en": f"{len(names)} cells blank: {named} and others",
    }[language]


def organ_prefix(report: Report, language: Language) -> str:
    """The organ, as a title begins with it."""
    name = report.organ.name
    if not name:
        return ""
    return f"{name}：" if language == "zh" else f"{name}: "
