"""The relations of every form as one JSON document, and the schema of that document."""

from __future__ import annotations

from typing import Any, Final

from ..forms.report import FORMS, Form
from ..forms.rules import Strength
from ..relations import Blank, Comparison, Relation, Term, rulebook
from ..text import LANGUAGES, Bilingual
from .report_schema import DIALECT, as_json, both

__all__ = ["RELATIONS_ID", "TEXT_SCHEMA", "relations_document", "relations_schema"]

RELATIONS_ID: Final = "urn:gxstats:schema:relations:1"
TEXT_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {language: {"type": "string", "minLength": 1} for language in LANGUAGES},
    "required": list(LANGUAGES),
    "additionalProperties": False,
}
"""A text in both languages."""


def relations_document() -> dict[str, Any]:
    """The relations of every form, as data."""
    return {"$schema": RELATIONS_ID, "forms": [_form(form) for form in FORMS.values()]}


def _form(form: Form) -> dict[str, Any]:
    return {
        "id": form.id,
        "edition": form.edition,
        "notice": form.notice,
        "title": as_json(form.title),
        "cells": [{"address": cell.address, "kind": cell.kind.value} for cell in form],
        "relations": [_relation(relation, form) for relation in rulebook(form)],
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
    return {
        "coefficient": term.coefficient,
        "cell": term.address,
        "blank": term.blank.value,
    }


def relations_schema() -> dict[str, Any]:
    """The schema of ``relations.json``."""

    def thing(properties: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def described(schema: dict[str, Any], zh: str, en: str) -> dict[str, Any]:
        return {**schema, "description": both(Bilingual(zh, en))}

    address = {"type": "string", "pattern": "^(/[a-z_]+)+$"}
    text = {"$ref": "#/$defs/text"}
    terms = {"type": "array", "items": {"$ref": "#/$defs/term"}}
    term = thing(
        {
            "coefficient": {"type": "integer"},
            "cell": address,
            "blank": described(
                {"enum": [blank.value for blank in Blank]},
                "格空着时以 0 计，所缺的数可使本边之和：raises：变大；lowers：变小；either：变大或变小",
                "what the number missing from the cell, taken for 0 while it is blank, can do to the "
                "sum of this side: raises, lowers, or either",
            ),
        }
    )
    strengths = "；".join(f"{s.value}：{s.label.zh}" for s in Strength)
    meanings = "; ".join(f"{s.value}: {s.label.en}" for s in Strength)
    relation = thing(
        {
            "id": {"type": "string", "pattern": r"^[a-z_]+(\.[a-z_]+)+$"},
            "strength": described({"enum": [s.value for s in Strength]}, strengths, meanings),
            "comparison": described(
                {"enum": [c.value for c in Comparison]},
                "eq：左边等于右边；le：左边不大于右边",
                "eq: the left side equals the right; le: it is at most the right",
            ),
            "left": described(
                terms, "各项之和；没有项的为 0", "the sum of its terms; 0 if it has none"
            ),
            "right": {**terms, "minItems": 1},
            "text": text,
            "source": described(
                text, "表上的依据，或推出的理由", "where the form says so, or why"
            ),
            "note": {"oneOf": [text, {"type": "null"}]},
        }
    )
    form = thing(
        {
            "id": {"enum": list(FORMS)},
            "edition": {"enum": list(dict.fromkeys(form.edition for form in FORMS.values()))},
            "notice": {"type": "string"},
            "title": text,
            "cells": described(
                {"type": "array", "items": {"$ref": "#/$defs/cell"}, "minItems": 1},
                "按表中次序",
                "in the order of the form",
            ),
            "relations": {"type": "array", "items": {"$ref": "#/$defs/relation"}, "minItems": 1},
        }
    )
    title = Bilingual("勾稽关系", "Relations of the forms")
    about = Bilingual(
        "每种表的勾稽关系。左边减右边为差；有空白的关系，只要空白处可以填成相符就不作判断。",
        "The relations of every form. Left minus right is the residual; a relation with a blank is "
        "undecided if some value of the blank would make it hold, and violated if none would.",
    )
    document = thing(
        {
            "$schema": {"const": RELATIONS_ID},
            "forms": {"type": "array", "items": {"$ref": "#/$defs/form"}, "minItems": 1},
        }
    )
    return {
        "$schema": DIALECT,
        "$id": RELATIONS_ID,
        "title": both(title),
        "description": both(about),
        **document,
        "$defs": {
            "text": TEXT_SCHEMA,
            "term": term,
            "cell": thing({"address": address, "kind": {"enum": ["count", "change", "amount"]}}),
            "relation": relation,
            "form": form,
        },
    }
