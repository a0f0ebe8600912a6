"""What a finding is made of."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

import attrs

from ..forms.narrative import SECTION, Narrative
from ..forms.report import Form
from ..relations import Term
from ..text import LANGUAGES, Bilingual, Language
from .kinds import FindingKind, FindingStrength

__all__ = ["Finding", "Passage", "Section", "Sense", "section_title"]

Section: TypeAlias = Literal["overview", "problems", "other"]
"""The sections of text, by the names of their fields."""

_QUOTED: Final = 120
"""Characters of a sentence that are quoted; a longer one is cut around the number."""


def section_title(section: Section) -> Bilingual:
    """The heading of a section of text, as printed."""
    title: Bilingual = getattr(attrs.fields(Narrative), section).metadata[SECTION]
    return title


@attrs.frozen(kw_only=True)
class Passage:
    """A place in the narrative. Offsets count characters of the section, from 0."""

    section: Section
    start: int
    """Where the sentence begins."""
    end: int
    """Where it ends; the character at this offset is no part of it."""
    number_start: int
    """Where the words or digits of the number begin."""
    number_end: int
    """Where they end."""
    text: str
    """The sentence; of a long one, what stands around the number."""

    @classmethod
    def cut(
        cls, section: Section, text: str, sentence: tuple[int, int], number: tuple[int, int]
    ) -> Passage:
        """A passage of a section's text, with the sentence cut to what can be quoted."""
        start, end = sentence
        first = max(start, number[0] - _QUOTED // 2)
        last = min(end, number[1] + _QUOTED // 2)
        if end - start <= _QUOTED:
            first, last = start, end
        quoted = text[first:last].strip()
        return cls(
            section=section,
            start=start,
            end=end,
            number_start=number[0],
            number_end=number[1],
            text=f"{'…' if first > start else ''}{quoted}{'…' if last < end else ''}",
        )

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "section": self.section,
            "start": self.start,
            "end": self.end,
            "number": [self.number_start, self.number_end],
            "text": self.text,
        }


@attrs.frozen
class Sense:
    """One reading of a number in the text: the sum of cells that it may mean, and what that is."""

    terms: tuple[Term, ...]
    value: int | None
    """What the cells add up to; ``None`` where a blank leaves it open."""
    form: Form = attrs.field(repr=False, eq=False)

    def text(self, language: Language) -> str:
        """The sum spelt with the form's own labels.

        >>> from gxstats import form
        >>> Sense((Term(1, "/requests/received/total"),), 50, form("2021")).text("zh")
        '一、本年新收政府信息公开申请数量'
        """
        if len(self.terms) == 1:
            return _row(self.form, self.terms[0].address, language)
        plus, minus = {"zh": (" ＋ ", " － "), "en": (" + ", " - ")}[language]
        parts: dict[str, int] = {}  # the rows of a block are named once, by its heading
        for term in self.terms:
            parts.setdefault(_label(self.form, term.address, language), term.coefficient)
        said = ""
        for label, coefficient in parts.items():
            said += (minus if coefficient < 0 else plus if said else "") + label
        return said

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "terms": [
                {"coefficient": term.coefficient, "cell": term.address} for term in self.terms
            ],
            "value": self.value,
            "text": {language: self.text(language) for language in LANGUAGES},
        }


def _row(form: Form, address: str, language: Language) -> str:
    cell = form[address]
    labelled = cell.table.has_row_labels
    return cell.row_name(language) if labelled else cell.column_name(language)


def _label(form: Form, address: str, language: Language) -> str:
    cell = form[address]
    if cell.table.is_uniform and len(cell.headings) > 1:
        return cell.headings[-1][language]
    return _row(form, address, language)


@attrs.frozen(kw_only=True)
class Finding:
    """Something that the figures of a report betray, beyond its sums."""

    kind: FindingKind
    strength: FindingStrength
    cells: tuple[str, ...]
    """The addresses of the cells concerned, in the order of the form."""
    found: Bilingual
    """What was found."""
    expected: Bilingual
    """What was to be expected."""
    passage: Passage | None = None
    """The sentence it is about, where it is about the text."""
    senses: tuple[Sense, ...] = ()
    """Every reading of the text that was tried."""
    years: tuple[int, ...] = ()
    """The fiscal years compared, where there are several."""
    chance: float | None = None
    """How likely chance alone is to bring it about, where that can be stated; between 0 and 1."""

    def explain(self, language: Language = "zh") -> str:
        """The finding as a sentence, with its strength and its evidence."""
        if language == "zh":
            quoted = f"原文：“{self.passage.text}”" if self.passage else ""
            head = f"{self.kind.label.zh}（{self.strength.label.zh}）"
            return f"{head}：{self.found.zh}；{self.expected.zh}。{quoted}"
        quoted = f' The text: "{self.passage.text}"' if self.passage else ""
        label = self.kind.label.en
        head = f"{label[0].upper()}{label[1:]} ({self.strength.label.en})"
        return f"{head}: {self.found.en}; {self.expected.en}.{quoted}"

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "kind": self.kind.value,
            "strength": self.strength.value,
            "cells": list(self.cells),
            "found": {language: self.found[language] for language in LANGUAGES},
            "expected": {language: self.expected[language] for language in LANGUAGES},
            "passage": None if self.passage is None else self.passage.to_dict(),
            "senses": [sense.to_dict() for sense in self.senses],
            "years": list(self.years),
            "chance": self.chance,
            "false_positives": {
                language: self.kind.false_positives[language] for language in LANGUAGES
            },
            "message": {language: self.explain(language) for language in LANGUAGES},
        }
