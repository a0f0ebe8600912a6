"""Telling hypothesis how to draw every class of the model."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from ..cells import PART, FormPart, part_classes
from ..forms import FORMS
from ..forms.narrative import Narrative, Remark
from ..forms.organ import Organ
from ..forms.report import Report
from .strategies import (
    arbitrary_reports,
    narratives,
    organs,
    parts,
    remarks,
    reports,
    reports_with_blanks,
)

__all__ = ["register"]


def register() -> None:
    """Register a strategy for every class of the model."""
    st.register_type_strategy(Organ, lambda _: organs())
    st.register_type_strategy(Narrative, lambda _: narratives())
    st.register_type_strategy(Remark, lambda _: remarks())
    st.register_type_strategy(Report, lambda _: _all_sorts("any"))
    for cls in {form.report_class for form in FORMS.values()}:
        st.register_type_strategy(cls, _reports_of)
    for part in {part for form in FORMS.values() for part in _parts_of(form.report_class)}:
        st.register_type_strategy(part, parts)


def _all_sorts(form_id: str) -> st.SearchStrategy[Any]:
    return reports(form_id) | reports_with_blanks(form_id) | arbitrary_reports(form_id)


def _reports_of(cls: type) -> st.SearchStrategy[Any]:
    return st.one_of([_all_sorts(form.id) for form in FORMS.values() if form.report_class is cls])


def _parts_of(cls: type) -> set[type[FormPart]]:
    found: set[type[FormPart]] = set()
    for field in attrs.fields(cls):
        if PART in field.metadata:
            for inner in part_classes(cls, field.name):
                found |= {inner, *_parts_of(inner)}
    return found
