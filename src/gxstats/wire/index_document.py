"""The index of the published files, and its schema: what may still become of an edition is here."""

from __future__ import annotations

from typing import Any

from ..forms.report import FORMS, YEARS
from ..text import Bilingual
from .released import DOCUMENTS, UNION, document_path, files, identifier, schema_path
from .schema_parts import (
    EDITION,
    FORM_ID,
    KEYWORDS,
    TEXT,
    as_json,
    described,
    document_schema,
    record,
    several,
)
from .strict import forms_of, own_editions

__all__ = ["index_document", "index_schema"]


def index_document() -> dict[str, Any]:
    """The published editions in their order, and the keywords that the schemas have of their own."""
    return {
        "$schema": identifier("index"),
        "reports": files()[UNION],
        "editions": [_edition(edition) for edition in own_editions()],
        "keywords": {name: as_json(meaning) for name, meaning in KEYWORDS.items()},
    }


def _edition(edition: str) -> dict[str, Any]:
    first, *_ = forms = forms_of(edition)
    return {
        "edition": edition,
        "title": as_json(first.title),
        "notice": first.notice,
        "fiscal_years": list(first.years_among(FORMS.own.values())),
        "encouraged_years": sorted(first.encouraged_years),
        "predecessor": first.edition_before,
        "forms": [form.id for form in forms],
        "files": {"report": schema_path(edition)}
        | {kind: document_path(kind, edition) for kind in DOCUMENTS},
    }


def index_schema() -> dict[str, Any]:
    """The schema of ``index.json``."""
    path = {"type": "string", "pattern": r"^[0-9A-Za-z_./-]+\.json$"}
    year = {"minimum": YEARS[0], "maximum": YEARS[1]}
    edition = {
        "edition": EDITION,
        "title": {"$ref": "#/$defs/text"},
        "notice": {"type": "string"},
        "fiscal_years": described(
            {
                "type": "array",
                "prefixItems": [
                    {"type": "integer", **year},
                    {"type": ["integer", "null"], **year},
                ],
                "minItems": 2,
                "maxItems": 2,
            },
            "起止年度；尚未被取代的，止为 null",
            "the first and the last fiscal year; the last is null until another edition replaces it",
        ),
        "encouraged_years": described(
            {"type": "array", "items": {"type": "integer", **year}},
            "通知只鼓励采用的年度",
            "fiscal years for which the notice only encouraged it",
        ),
        "predecessor": described(
            {"oneOf": [EDITION, {"type": "null"}]}, "前一版本", "the edition before it"
        ),
        "forms": {"type": "array", "items": FORM_ID, "minItems": 1},
        "files": {"type": "object", "additionalProperties": path},
    }
    return document_schema(
        "index",
        "Index",
        Bilingual("已公布文件的索引", "Index of the published files"),
        Bilingual(
            "各版本及其文件，按先后次序。只有本文件会随新版本改动。",
            "The editions in their order, with their files. A new edition changes this file alone.",
        ),
        {
            "reports": described(
                path, "任一版本的报告的架构", "the schema of reports of any edition"
            ),
            "editions": several("edition", 1),
            "keywords": described(
                {
                    "type": "object",
                    "propertyNames": {"pattern": "^x-"},
                    "additionalProperties": {"$ref": "#/$defs/text"},
                },
                "各架构自用的关键字（均为注释）",
                "the keywords of the schemas' own, all of them annotations",
            ),
        },
        {"text": TEXT, "edition": record(edition)},
    )
