"""The relations of an edition as a JSON document, and the schema of such documents."""

from __future__ import annotations

from typing import Any, Final

from ..cells import Kind
from ..forms.report import Form
from ..forms.rules import Strength
from ..relations import PREVIOUS, Blank, Comparison, Relation, Term, rulebook, year_links
from ..text import Bilingual
from .released import identifier
from .schema_parts import (
    ADDRESS,
    EDITION,
    FORM_ID,
    TEXT,
    as_json,
    both,
    described,
    document_schema,
    record,
    several,
)
from .strict import editions_until, forms_of

__all__ = ["relations_document", "relations_schema"]

_PREVIOUS: Final = Bilingual(
    f"以 {PREVIOUS} 开头的，是同一机关上一年度报告中该地址的单元格，该报告可以是另一种表样。"
    "上年报告的表样没有其中某一格的，这条关系不适用；本版及以前各版表样中适用的，列在 previous 之下。",
    f"{PREVIOUS} stands before the address of a cell in the report of the same organ for the fiscal year "
    "before, which may be on another form. A relation does not apply where that form lacks one of "
    "these cells; the forms of this edition and of those before it to which it applies are listed "
    "under previous.",
)


def relations_document(edition: str) -> dict[str, Any]:
    """The relations of the forms of an edition, as data."""
    forms = forms_of(edition)
    return {
        "$schema": identifier("relations"),
        "edition": edition,
        "notice": forms[0].notice,
        "previous": as_json(_PREVIOUS),
        "forms": [_form(form) for form in forms],
    }


def _form(form: Form) -> dict[str, Any]:
    before = [one for edition in editions_until(form.edition) for one in forms_of(edition)]
    return {
        "id": form.id,
        "title": as_json(form.title),
        "cells": [{"address": cell.address, "kind": cell.kind.value} for cell in form],
        "relations": [_relation(relation, form) for relation in rulebook(form)],
        "year_relations": [
            _relation(relation, form)
            | {"previous": [one.id for one in before if relation in year_links(form, one)]}
            for relation in year_links(form, form)
        ],
    }


def _relation(relation: Relation, form: Form) -> dict[str, Any]:
    return {
        "id": relation.id,
        "strength": relation.strength.value,
        "comparison": relation.comparison.value,
        "left": [_term(term) for term in relation.left],
        "right": [_term(term) for term in relation.right],
        "text": as_json(relation.text(form)),
        "source": as_json(relation.source),
        "note": None if relation.note is None else as_json(relation.note),
    }


def _term(term: Term) -> dict[str, Any]:
    return {"coefficient": term.coefficient, "cell": term.address, "blank": term.blank.value}


def relations_schema() -> dict[str, Any]:
    """The schema of ``relations.json``."""
    text = {"$ref": "#/$defs/text"}
    strengths = "；".join(f"{s.value}：{s.label.zh}" for s in Strength)
    meanings = "; ".join(f"{s.value}: {s.label.en}" for s in Strength)
    relation = {
        "id": {"type": "string", "pattern": r"^[0-9a-z_]+(\.[0-9a-z_]+)+$"},
        "strength": described({"enum": [s.value for s in Strength]}, strengths, meanings),
        "comparison": described(
            {"enum": [c.value for c in Comparison]},
            "eq：左边等于右边；le：左边不大于右边",
            "eq: the left side equals the right; le: it is at most the right",
        ),
        "left": described(
            several("term"), "各项之和；没有项的为 0", "the sum of its terms; 0 if it has none"
        ),
        "right": several("term", 1),
        "text": text,
        "source": described(text, "表上的依据，或推出的理由", "where the form says so, or why"),
        "note": {"oneOf": [text, {"type": "null"}]},
    }
    previous = {"type": "array", "items": FORM_ID, "minItems": 1}
    form = {
        "id": FORM_ID,
        "title": text,
        "cells": described(several("cell", 1), "按表中次序", "in the order of the form"),
        "relations": several("relation", 1),
        "year_relations": described(
            several("year_relation"),
            "与上年报告之间的勾稽关系，含义见 previous",
            "relations to the report of the year before; previous says what they mean",
        ),
    }
    address = ADDRESS["pattern"].removeprefix("^")
    term = {
        "coefficient": {"type": "integer"},
        "cell": {"type": "string", "pattern": f"^({PREVIOUS})?{address}"},
        "blank": described(
            {"enum": [blank.value for blank in Blank]},
            "格空着时以 0 计，所缺的数可使本边之和：raises：变大；lowers：变小；either：变大或变小",
            "what the number missing from the cell, taken for 0 while it is blank, can do to the "
            "sum of this side: raises, lowers, or either",
        ),
    }
    return document_schema(
        "relations",
        "Relations",
        Bilingual("勾稽关系", "Relations of an edition"),
        Bilingual(
            "一个版本各种表样的勾稽关系。左边减右边为差；有空白的关系，只要空白处可以填成相符就不作判断。",
            "The relations of the forms of an edition. Left minus right is the residual; a relation "
            "with a blank is undecided if some value of the blank would make it hold, and violated if "
            "none would.",
        ),
        {
            "edition": EDITION,
            "notice": {"type": "string"},
            "previous": text,
            "forms": several("form", 1),
        },
        {
            "text": TEXT,
            "term": record(term),
            "cell": record({"address": ADDRESS, "kind": {"enum": [kind.value for kind in Kind]}}),
            "relation": record(relation),
            "year_relation": record(
                relation | {"previous": {**previous, "description": both(_PREVIOUS)}}
            ),
            "form": record(form),
        },
    )
