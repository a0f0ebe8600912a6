"""The schema of a baseline: the violations that are known and accepted."""

from __future__ import annotations

from typing import Any

from ..forms.organ import NAME_LENGTH, SCOPES
from ..forms.report import YEARS
from ..text import Bilingual
from .schema_parts import described, document_schema, record, several

__all__ = ["baseline_schema"]


def baseline_schema() -> dict[str, Any]:
    """The schema of what ``gxstats check --update-baseline`` writes."""
    accepted = {
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
    name = Bilingual("已知并接受的不符", "Violations known and accepted")
    return document_schema(
        "baseline",
        "Baseline",
        name,
        name,
        {"accepted": several("accepted")},
        {"accepted": record(accepted)},
    )
