"""The words of the form in both languages, from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from gxstats import FORMS, Bilingual, Outcome, Strength
from gxstats.forms.requests import CROSS_CHECK_NOTE
from gxstats.text import Language

from .markup import in_text, table

__all__ = ["form_labels", "labels_table", "outcomes_table", "strengths_table"]

_HEAD = Bilingual("中文（表上所印）|英文|表样", "Chinese, as printed|English|Forms")
_VALUE_HEAD = Bilingual("代码中的值|中文|英文", "Value in code|Chinese|English")


def form_labels() -> dict[Bilingual, list[str]]:
    """Every label that the forms print, with the ids of the forms that print it."""
    found: dict[Bilingual, list[str]] = {}
    for form in FORMS.values():
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


def _values(values: Iterator[tuple[str, Bilingual]], language: Language) -> str:
    return table(
        _VALUE_HEAD[language].split("|"),
        ([f"`{value}`", in_text(label.zh), in_text(label.en)] for value, label in values),
    )
