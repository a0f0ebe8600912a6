"""The words of the form in both languages, from the catalogue, and those of gxstats."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise

from gxstats import FORMS, Bilingual, Outcome, Strength
from gxstats.diagnosis import Evidence
from gxstats.forms.edition2019.requests import CROSS_CHECK_NOTE
from gxstats.text import Language

from .markup import in_text, table

__all__ = [
    "evidence_table",
    "form_labels",
    "labels_table",
    "outcomes_table",
    "strengths_table",
]

_HEAD = Bilingual("中文（表上所印）|英文|表样", "Chinese, as printed|English|Forms")
_VALUE_HEAD = Bilingual("代码中的值|中文|英文", "Value in code|Chinese|English")
_EVIDENCE_HEAD = Bilingual("代码中的值|诊断里的说法", "Value in code|Said in a diagnosis|Means")


def form_labels() -> dict[Bilingual, list[str]]:
    """Every label that the forms print, with the ids of the forms that print it."""
    found: dict[Bilingual, list[str]] = {}
    for form in FORMS.own.values():
        for label in dict.fromkeys(_labels_of(form.id)):
            found.setdefault(label, []).append(form.id)
    return found


def _labels_of(form_id: str) -> Iterator[Bilingual]:
    form = FORMS[form_id]
    for table_ in form.tables:
        yield table_.title
        if table_.number == "三":
            yield CROSS_CHECK_NOTE
        for cell in form:
            if cell.table == table_:
                yield from (*cell.headings, cell.row, *cell.columns, cell.column)


def labels_table(language: Language) -> str:
    """Every label of the forms, in both languages."""
    return table(
        _HEAD[language].split("|"),
        (
            [in_text(label.zh), in_text(label.en), ", ".join(forms)]
            for label, forms in form_labels().items()
        ),
    )


def outcomes_table(language: Language) -> str:
    """What a check can find."""
    return _values(((outcome.value, outcome.label) for outcome in Outcome), language)


def strengths_table(language: Language) -> str:
    """How binding a relation can be."""
    return _values(((strength.value, strength.label) for strength in Strength), language)


def evidence_table(language: Language) -> str:
    """What can speak for a slip; the meanings are docstrings, which are in English."""
    meanings = _member_docstrings(Evidence)
    return table(
        _EVIDENCE_HEAD[language].split("|"),
        (
            [
                f"`{kind.value}`",
                in_text(kind.label[language]),
                *([in_text(meanings[kind.name])] if language == "en" else []),
            ]
            for kind in Evidence
        ),
    )


def _member_docstrings(cls: type) -> dict[str, str]:
    """The string that follows each assignment in the body of a class, by the assigned name."""
    (definition,) = ast.parse(inspect.getsource(cls)).body
    if not isinstance(definition, ast.ClassDef):
        raise TypeError(f"{cls} is not defined by a class statement")
    found = {}
    for one, after in pairwise(definition.body):
        match one, after:
            case (
                ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = inspect.cleandoc(text)
    return found


def _values(values: Iterator[tuple[str, Bilingual]], language: Language) -> str:
    return table(
        _VALUE_HEAD[language].split("|"),
        ([f"`{value}`", in_text(label.zh), in_text(label.en)] for value, label in values),
    )
