"""The schema of the language-neutral conformance cases of an edition."""

from __future__ import annotations

from typing import Any

from ..relations import Outcome
from ..text import Bilingual
from .schema_parts import EDITION, FORM_ID, TEXT, described, document_schema, record, several

__all__ = ["conformance_schema"]


def conformance_schema() -> dict[str, Any]:
    """The schema of ``conformance.json``."""
    number = {"type": ["integer", "null"]}
    result = {
        "outcome": {"enum": [outcome.value for outcome in Outcome]},
        "left": described(number, "有空白的一边为 null", "null if a cell of the side is blank"),
        "right": number,
        "residual": described(number, "左边减右边", "left minus right"),
    }
    problem = {
        "code": {"type": "string", "pattern": r"^[a-z]+\.[a-z_]+$"},
        "address": described(
            {"type": "string", "pattern": "^(/[^/]*)*$"}, "JSON Pointer", "JSON Pointer"
        ),
    }
    form = described(FORM_ID, "relations.json 中的表样", "the form, as in relations.json")
    outcomes = {
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/result"},
        "minProperties": 1,
    }
    named = {"id": {"type": "string", "pattern": "^[0-9A-Za-z_.-]+$"}, "title": TEXT}
    text = described(
        {"type": "string"},
        "文件原文；键重复、12.0 之类只有原文才看得出",
        "the document as text, in which a repeated key or 12.0 can be seen",
    )
    schema_valid = described(
        {"type": ["boolean", "null"]},
        "2020-12 校验器的结论；null：不是 JSON，无从校验",
        "what a 2020-12 validator says; null: this is not JSON, nothing to validate",
    )
    common = {**named, "text": text, "valid": {}, "schema_valid": schema_valid}
    valid = {
        **common,
        "valid": {"const": True},
        "form": form,
        "relations": described(outcomes, "每条勾稽关系的结果", "the outcome of every relation"),
    }
    invalid = {
        **common,
        "valid": {"const": False},
        "problems": described(
            several("problem", 1),
            "全部问题，按表中次序",
            "every problem, in the order of the form",
        ),
    }
    pair = {
        **named,
        "previous": described(text, "上年报告的原文", "the report of the year before, as text"),
        "text": described(text, "本年报告的原文", "the report, as text"),
        "previous_form": form,
        "form": form,
        "relations": described(
            outcomes,
            "适用于这两种表样的每条与上年之间的勾稽关系的结果",
            "the outcome of every relation to the year before that applies to these two forms",
        ),
    }
    either = {"oneOf": [{"$ref": "#/$defs/valid"}, {"$ref": "#/$defs/invalid"}]}
    return document_schema(
        "conformance",
        "Conformance",
        Bilingual("对照用例", "Conformance cases of an edition"),
        Bilingual(
            "与语言无关的用例：任何语言的实现都可以拿来对照。",
            "Language-neutral cases: an implementation in any language can be held against them.",
        ),
        {
            "edition": EDITION,
            "cases": {"type": "array", "items": either, "minItems": 1},
            "pairs": described(
                several("pair", 1),
                "本年和上年的两份报告",
                "reports of a year and of the year before",
            ),
        },
        {
            "result": record(result),
            "problem": record(problem),
            "valid": record(valid),
            "invalid": record(invalid),
            "pair": record(pair),
        },
    )
