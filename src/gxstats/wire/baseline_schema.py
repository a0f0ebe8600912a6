"""The schema of a baseline: the violations that are known and accepted."""

from __future__ import annotations

from typing import Any, Final

from ..forms.organ import NAME_LENGTH, SCOPES
from ..forms.report import YEARS
from ..text import Bilingual
from .report_schema import DIALECT, both

__all__ = ["BASELINE_ID", "baseline_schema"]

BASELINE_ID: Final = "urn:gxstats:schema:baseline:1"


def baseline_schema() -> dict[str, Any]:
    """The schema of what ``gxstats check --update-baseline`` writes."""

    def described(schema: dict[str, Any], zh: str, en: str) -> dict[str, Any]:
        return {**schema, "description": both(Bilingual(zh, en))}

    properties = {
        "organ": described(
            {"type": ["string", "null"], "maxLength": NAME_LENGTH}, "机关名称", "the organ's name"
        ),
        "code": described({"type": ["string", "null"]}, "统一社会信用代码", "its credit code"),
        "scope": described(
            {"enum": [*SCOPES, None]}, "本机关或本地区", "the organ alone, or a region"
        ),
        "year": described(
            {"type": "integer", "minimum": YEARS[0], "maximum": YEARS[1]}, "年度", "fiscal year"
        ),
        "relation": described({"type": "string"}, "勾稽关系的编号", "the id of the relation"),
        "residual": described(
            {"type": ["integer", "null"]},
            "左边减右边；有空白的为 null",
            "left minus right; null beside a blank",
        ),
        "reason": described({"type": "string"}, "理由，由人填写", "why; for people to fill in"),
    }
    return {
        "$schema": DIALECT,
        "$id": BASELINE_ID,
        "title": both(Bilingual("已知并接受的不符", "Violations known and accepted")),
        "type": "object",
        "properties": {
            "$schema": {"const": BASELINE_ID},
            "accepted": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": properties,
                    "required": list(properties),
                    "additionalProperties": False,
                },
            },
        },
        "required": ["$schema", "accepted"],
        "additionalProperties": False,
    }
