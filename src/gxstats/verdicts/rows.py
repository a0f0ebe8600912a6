"""Verdicts as rows of a table: what CSV and workbooks have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Final, TypeAlias

from ..relations import Result
from ..text import Bilingual, Language
from . import wording
from .judging import Judged, Verdict
from .names import legible, path_of
from .points import Point

__all__ = ["COLUMNS", "Value", "heads", "rows_of", "safe"]

Value: TypeAlias = str | int | None

COLUMNS: Final[Mapping[str, Bilingual]] = {
    "file": wording.FILE,
    "organ": wording.ORGAN,
    "year": wording.FISCAL_YEAR,
    "form": wording.FORM,
    "verdict": wording.VERDICT,
    "level": wording.LEVEL,
    "kind": wording.KIND,
    "rule": wording.RULE,
    "sentence": wording.SENTENCE,
    "where": wording.WHERE,
    "cells": wording.CELLS,
    "left": wording.LEFT,
    "right": wording.RIGHT,
    "residual": wording.RESIDUAL,
    "strength": wording.STRENGTH,
    "slip": wording.SLIP,
}
"""The columns in their order, by what they hold, with their heads."""

_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula."""


def heads(language: Language) -> list[str]:
    """The heads of the columns."""
    return [head[language] for head in COLUMNS.values()]


def safe(value: Value) -> Value:
    """A value that no spreadsheet takes for a formula: such a text has an apostrophe before it.

    >>> safe("=cmd()"), safe("2023"), safe(-11)
    ("'=cmd()", '2023', -11)
    """
    if not isinstance(value, str):
        return value
    text = legible(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text


def rows_of(
    verdict: Verdict, language: Language, base: PurePath | None = None
) -> Iterator[dict[str, Value]]:
    """The rows of a file: first the verdict itself, which has no level, then a row for each point."""
    base = Path.cwd() if base is None else base
    head: dict[str, Value] = {"file": path_of(type(base)(verdict.name), base)}
    if isinstance(verdict, Judged):
        report = verdict.report
        head |= {
            "organ": report.organ.name,
            "year": report.year,
            "form": report.form.title[language],
        }
    head["verdict"] = wording.FILES[verdict.outcome][language]
    yield {**head, "kind": wording.VERDICT[language], "sentence": verdict.sentence(language)}
    for point in verdict.points:
        yield {**head, **_of_point(verdict, point, language)}


def _of_point(verdict: Verdict, point: Point, language: Language) -> dict[str, Value]:
    row: dict[str, Value] = {
        "level": point.level.label[language],
        "kind": point.kind.label[language],
        "rule": point.rule,
        "sentence": point.sentence(language),
        "where": verdict.where(point).describe(language),
        "cells": " ".join(point.cells) or point.address,
    }
    if isinstance(point.origin, Result):
        result = point.origin
        row |= {
            "left": result.left,
            "right": result.right,
            "residual": result.residual,
            "strength": result.relation.strength.label[language],
        }
    if point.slip is not None:
        row["slip"] = wording.WHOSE[point.slip.whose.value][language]
    return row
