"""What an explanation of failing sums is made of: changes, each with what speaks for it."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs

from ..cells import CellValue
from ..forms.report import Form, Report, require_report
from ..relations.years import PREVIOUS, cell_name
from ..text import LANGUAGES, Language
from . import phrases
from .evidence import Evidence

__all__ = ["Change", "Explanation", "Repair", "repair"]


@attrs.frozen(kw_only=True)
class Change:
    """A cell that is wrong under an explanation, and what it should be."""

    cell: str
    """Its address; that of a cell of last year's report begins with ``previous:``."""
    old: CellValue
    """What the report says."""
    new: int | Decimal | None
    """What it should be; ``None`` where the sums leave that open, as :attr:`room` says."""
    room: tuple[int, int | None] | None = None
    """The least and the greatest value it may have, where the sums leave it open; the greatest is
    ``None`` where there is no bound."""
    evidence: tuple[Evidence, ...] = ()
    """How the wrong number may have come about, as far as anything speaks for it."""
    form: Form = attrs.field(repr=False, eq=False)
    """The form that the cell is on."""

    def explain(self, language: Language = "zh") -> str:
        """The change as a clerk can act on it.

        >>> from gxstats import form
        >>> Change(cell="/requests/outcomes/granted/natural_person", old=34, new=43,
        ...        evidence=(Evidence.TRANSPOSED,), form=form("2021")).explain("zh")
        '表三“（一）予以公开”行“自然人”列应为 43（现为 34，疑似两位数字颠倒）'
        """
        should = (
            phrases.SHOULD_BE[language].format(new=self.new)
            if self.room is None
            else _range(self.room, language)
        )
        now = (phrases.NOW_BLANK if self.old is None else phrases.NOW)[language]
        said = (
            phrases.SAID[language].format(evidence=one.label[language]) for one in self.evidence
        )
        return phrases.CHANGE[language].format(
            name=cell_name(self.form, self.cell, language),
            should=should,
            now=now.format(old=self.old),
            said="".join(said),
        )

    def to_dict(self) -> dict[str, Any]:
        """As JSON values; an amount is a string, so that it stays exact."""
        return {
            "cell": self.cell,
            "from": _as_json(self.old),
            "to": _as_json(self.new),
            **({} if self.room is None else {"room": list(self.room)}),
            "evidence": [kind.value for kind in self.evidence],
            "message": {language: self.explain(language) for language in LANGUAGES},
        }


def _as_json(value: CellValue) -> int | str | None:
    return format(value, "f") if isinstance(value, Decimal) else value


def _range(room: tuple[int, int | None], language: Language) -> str:
    least, greatest = room
    phrase = phrases.AT_LEAST if greatest is None else phrases.BETWEEN
    return phrase[language].format(least=least, greatest=greatest)


@attrs.frozen
class Explanation:
    """One smallest set of changes that makes every stated and implied relation hold."""

    changes: tuple[Change, ...]
    """In the order of the form."""
    evidence: tuple[tuple[Evidence, tuple[str, ...]], ...] = ()
    """All that speaks for it, each kind with the addresses of its cells: one cell, or several
    together, as in an exchange or a shifted line."""

    def explain(self, language: Language = "zh") -> str:
        """All changes, one after the other."""
        between, before = {"zh": ("；", "："), "en": ("; ", ": ")}[language]
        text = between.join(change.explain(language) for change in self.changes)
        together = [kind for kind, cells in self.evidence if len(cells) > 1]
        said = between.join(dict.fromkeys(kind.label[language] for kind in together))
        return f"{said}{before}{text}" if said else text

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "changes": [change.to_dict() for change in self.changes],
            "evidence": [
                {"kind": kind.value, "cells": list(cells)} for kind, cells in self.evidence
            ],
        }


@attrs.frozen(slots=False)
class Repair:
    """A report with the changes of an explanation made."""

    original: Report
    """The report as it was: the repair undone."""
    changes: tuple[Change, ...]
    """What was changed, in the order of the form."""
    left: tuple[Change, ...] = ()
    """What stays as it is: cells whose right number the sums do not tell."""

    @cached_property
    def report(self) -> Report:
        """The changed report."""
        return self.original.replace({change.cell: change.new for change in self.changes})

    def explain(self, language: Language = "zh") -> str:
        """A line for each change: the cell, the number that stood there, and the new one.

        Below them, a line for each cell that is left, with the numbers that it may hold.

        >>> from gxstats import Organ, form
        >>> cell = "/disputes/reconsideration/total"
        >>> wrong = form("2021").report({cell: 0}, year=2023, organ=Organ(name="某局"))
        >>> change = Change(cell=cell, old=0, new=2, form=form("2021"))
        >>> print(Repair(wrong, (change,)).explain("en"))
        Table 4, column "Administrative reconsideration: Total": 0 → 2
        """
        return "\n".join(self._lines(language))

    def _lines(self, language: Language) -> list[str]:
        lines = []
        blank = {"zh": "空", "en": "blank"}[language]
        for change in self.changes:
            name = cell_name(change.form, change.cell, language)
            old = blank if change.old is None else change.old
            colon = {"zh": "：", "en": ": "}[language]
            lines.append(f"{name[0].upper()}{name[1:]}{colon}{old} → {change.new}")
        return lines + [change.explain(language) for change in self.left]


def repair(report: Report, explanation: Explanation) -> Repair:
    """The report with the changes of an explanation; the report that is given stays as it is.

    Of the explanation's changes those of last year's report are left out, and those of cells
    whose right number the sums do not tell: these stay, as :attr:`Repair.left` says. Raises
    :class:`ValueError` if a cell of the report no longer holds what the explanation was found for.

    >>> from gxstats import examples, read
    >>> from gxstats.diagnosis import diagnose
    >>> right = read(examples.path("yindu-2019")).report
    >>> wrong = right.replace({"/requests/outcomes/granted/natural_person": 34})
    >>> repaired = repair(wrong, diagnose(wrong).explanations[0])
    >>> repaired.report == right, repaired.original is wrong, len(repaired.changes)
    (True, True, 1)
    """
    require_report(report)
    own = tuple(c for c in explanation.changes if not c.cell.startswith(PREVIOUS))
    for change in own:
        if report[change.cell] != change.old:
            raise ValueError(
                f"{change.cell} holds {report[change.cell]}, not {change.old}: "
                "the explanation is of another report"
            )
    told = tuple(change for change in own if change.new is not None)
    return Repair(report, told, tuple(change for change in own if change.new is None))
