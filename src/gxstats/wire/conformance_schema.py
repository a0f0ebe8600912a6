"""The schema of the language-neutral conformance cases under ``schema/conformance/``."""

from __future__ import annotations

from typing import Any, Final

from ..forms.report import FORMS
from ..relations import Outcome
from ..text import Bilingual
from .relations_document import TEXT_SCHEMA
from .report_schema import DIALECT, both

__all__ = ["CONFORMANCE_ID", "conformance_schema"]

CONFORMANCE_ID: Final = "urn:gxstats:schema:conformance:1"


def conformance_schema() -> dict[str, Any]:
    """The schema of ``conformance/cases.json``."""

    def described(schema: dict[str, Any], zh: str, en: str) -> dict[str, Any]:
        return {**schema, "description": both(Bilingual(zh, en))}

    number = {"type": ["integer", "null"]}
    result = {
        "type": "object",
        "properties": {
            "outcome": {"enum": [outcome.value for outcome in Outcome]},
            "left": described(
                number, "有空白的一边为 null", "null if a cell of the side is blank"
            ),
            "right": number,
            "residual": described(number, "左边减右边", "left minus right"),
        },
        "required": ["outcome", "left", "right", "residual"],
        "additionalProperties": False,
    }
    problem = {
        "type": "object",
        "properties": {
            "code": {"type": "string", "pattern": r"^[a-z]+\.[a-z_]+$"},
            "address": described(
                {"type": "string", "pattern": "^(/[^/]*)*$"}, "JSON Pointer", "JSON Pointer"
            ),
        },
        "required": ["code", "address"],
        "additionalProperties": False,
    }
    common = {
        "id": {"type": "string", "pattern": "^[a-z0-9_.-]+$"},
        "title": TEXT_SCHEMA,
        "text": described(
            {"type": "string"},
            "文件原文；键重复、12.0 之类只有原文才看得出",
            "the document as text, in which a repeated key or 12.0 can be seen",
        ),
        "valid": described(
            {"type": "boolean"}, "按全部规则是否合格", "whether it is valid by all rules"
        ),
        "schema_valid": described(
            {"type": ["boolean", "null"]},
            "2020-12 校验器的结论；null：不是 JSON，无从校验",
            "what a 2020-12 validator says; null: this is not JSON, nothing to validate",
        ),
    }
    valid = {
        "form": described(
            {"enum": list(FORMS)}, "relations.json 中的表", "the form, as in relations.json"
        ),
        "relations": described(
            {"type": "object", "additionalProperties": result, "minProperties": 1},
            "每条勾稽关系的结果",
            "the outcome of every relation",
        ),
    }
    invalid = {
        "problems": described(
            {"type": "array", "items": problem, "minItems": 1},
            "全部问题，按表中次序",
            "every problem, in the order of the form",
        )
    }

    def case(properties: dict[str, Any], verdict: bool) -> dict[str, Any]:  # noqa: FBT001 - the value of a constant
        return {
            "type": "object",
            "properties": {**common, "valid": {"const": verdict}, **properties},
            "required": [*common, *properties],
            "additionalProperties": False,
        }

    title = Bilingual("对照用例", "Conformance cases")
    about = Bilingual(
        "与语言无关的用例：任何语言的实现都可以拿来对照。",
        "Language-neutral cases: an implementation in any language can be held against them.",
    )
    return {
        "$schema": DIALECT,
        "$id": CONFORMANCE_ID,
        "title": both(title),
        "description": both(about),
        "type": "object",
        "properties": {
            "$schema": {"const": CONFORMANCE_ID},
            "cases": {
                "type": "array",
                "items": {"oneOf": [{"$ref": "#/$defs/valid"}, {"$ref": "#/$defs/invalid"}]},
                "minItems": 1,
            },
        },
        "required": ["$schema", "cases"],
        "additionalProperties": False,
        "$defs": {"valid": case(valid, verdict=True), "invalid": case(invalid, verdict=False)},
    }
