"""What the published schemas are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ..text import LANGUAGES, Bilingual
from .released import identifier

__all__ = [
    "ADDRESS",
    "DIALECT",
    "EDITION",
    "FORM_ID",
    "KEYWORDS",
    "TEXT",
    "as_json",
    "both",
    "described",
    "document_schema",
    "labelled",
    "record",
    "several",
]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

KEYWORDS: Final[Mapping[str, Bilingual]] = {
    "x-label": Bilingual(
        "表上所印的名称（行、列、表），或该项的名称，中英文",
        "the label of the row, column or table as printed, or of the fact, in both languages",
    ),
    "x-headings": Bilingual(
        "表上印在该名称之上的各级标题，由外到内，中英文",
        "the headings printed above that label, outermost first, in both languages",
    ),
    "x-unit": Bilingual(
        "单元格中数的单位，中英文", "the unit of a cell's number, in both languages"
    ),
    "x-gxstats": Bilingual(
        "版本、通知文号、起用年度，以及每种表样的表和单元格（按地址）",
        "edition, notice and first fiscal year, and each form's tables and cells (by address)",
    ),
}
"""The keywords of our own, all of them annotations: a validator may ignore them."""

FORM_ID: Final = {"type": "string", "pattern": "^[0-9A-Za-z_-]+$"}
"""The id of a form; a schema lists none, since others will come."""
EDITION: Final = FORM_ID
ADDRESS: Final = {"type": "string", "pattern": "^(/[0-9a-z_]+)+$"}
"""The address of a cell."""


def both(text: Bilingual) -> str:
    """A text in both languages, as descriptions have it."""
    return f"{text.zh} / {text.en}"


def as_json(text: Bilingual) -> dict[str, str]:
    """A text in both languages, for machine use."""
    return {language: text[language] for language in LANGUAGES}


def labelled(zh: str, en: str) -> dict[str, Any]:
    """The label of a fact."""
    return {"x-label": {"zh": zh, "en": en}}


def described(schema: Mapping[str, Any], zh: str, en: str) -> dict[str, Any]:
    """A schema with what it is about."""
    return {**schema, "description": both(Bilingual(zh, en))}


def record(properties: Mapping[str, Any], optional: Iterable[str] = ()) -> dict[str, Any]:
    """An object with all of these keys, but for those that are optional, and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


def several(name: str, least: int = 0) -> dict[str, Any]:
    """An array of what a definition describes."""
    items = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
    return items | ({"minItems": least} if least else {})


TEXT: Final = record({language: {"type": "string", "minLength": 1} for language in LANGUAGES})
"""A text in both languages."""


def document_schema(
    kind: str,
    title: str,
    label: Bilingual,
    about: Bilingual,
    properties: Mapping[str, Any],
    definitions: Mapping[str, Any],
) -> dict[str, Any]:
    """The schema of a kind of document, which names its schema."""
    return {
        "$schema": DIALECT,
        "$id": identifier(kind),
        "title": title,
        "x-label": as_json(label),
        "description": both(about),
        **record({"$schema": {"const": identifier(kind)}, **properties}),
        "$defs": dict(definitions),
    }
