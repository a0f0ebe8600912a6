"""The JSON Schema (2020-12) of report documents, computed from the classes of the form.

Each class of the form is one definition, so that the row of seven columns is written once. A
cell's title is its column's label and a row's title its row's label; the whole of each cell
(labels, unit, kind, table, row and column in print) stands by address under ``x-gxstats``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from ..cells import CELL, COUNT_MAXIMUM, PART, CellField, Kind, PartField
from ..forms.catalogue import Cell
from ..forms.narrative import PRINTED_LENGTH, SECTION, TEXT_LENGTH, Narrative, Remark
from ..forms.organ import CODE, DIVISION, NAME_LENGTH, SCOPES
from ..forms.report import YEARS, Form
from ..text import LANGUAGES, Bilingual
from .examples import example_document
from .fields import fields_of, part_class
from .strict import DOCUMENT_KEYS, SCHEMA_KEY, editions, forms_of, where_forms_differ

__all__ = ["DIALECT", "report_schema", "union_schema"]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_REPORT: Final = Bilingual(
    "政府信息公开工作年度报告", "Annual report on open government information"
)
_BLANK: Final = Bilingual(
    "空白写作 null，空白不是 0；每一项都须写出。",
    "A blank is null, and blank is not zero; every key must be written.",
)
_MORE: Final = Bilingual(
    "本架构看不出的，见同目录的 README.md。",
    "What a schema cannot see is listed in README.md beside this file.",
)
_KINDS: Final = {
    Kind.COUNT: Bilingual(
        "整数，不为负；空白为 null", "a whole number, not negative; null if blank"
    ),
    Kind.CHANGE: Bilingual(
        "整数，可带负号；空白为 null", "a whole number with a sign; null if blank"
    ),
    Kind.AMOUNT: Bilingual(
        "金额，十进制数，至多 8 位小数；空白为 null",
        "an amount, a decimal number with at most 8 decimals; null if blank",
    ),
}
_LIMITS: Final[dict[Kind, dict[str, Any]]] = {
    Kind.COUNT: {"type": ["integer", "null"], "minimum": 0, "maximum": COUNT_MAXIMUM},
    Kind.CHANGE: {
        "type": ["integer", "null"],
        "minimum": -COUNT_MAXIMUM,
        "maximum": COUNT_MAXIMUM,
    },
    Kind.AMOUNT: {
        "type": ["number", "null"],
        "minimum": 0,
        "maximum": COUNT_MAXIMUM + 1,  # a double rounds the largest amounts up to this
    },
}


def both(text: Bilingual) -> str:
    """A text in both languages, as titles and descriptions have it."""
    return f"{text.zh} / {text.en}"


def as_json(text: Bilingual) -> dict[str, str]:
    """A text in both languages, for machine use."""
    return {language: text[language] for language in LANGUAGES}


def report_schema(edition: str) -> dict[str, Any]:
    """The schema of report documents of one edition."""
    first, *_ = forms = forms_of(edition)
    definitions = _definitions(edition)
    return {
        "$schema": DIALECT,
        "$id": f"urn:gxstats:schema:report:{edition}:1",
        **_document(edition),
        "examples": [example_document(form) for form in forms],
        "x-gxstats": {
            "edition": edition,
            "notice": first.notice,
            "fiscal_years": list(first.fiscal_years),
            "forms": {form.id: _catalogue(form) for form in forms},
        },
        "$defs": definitions,
    }


def union_schema() -> dict[str, Any]:
    """The schema of report documents of any edition."""
    definitions: dict[str, Any] = {}
    for edition in editions():
        definitions |= _definitions(edition)
    for edition in editions():
        definitions[f"Report{edition}"] = _document(edition)
    return {
        "$schema": DIALECT,
        "$id": "urn:gxstats:schema:report:1",
        "title": both(_REPORT),
        "description": both(
            Bilingual(
                f"任一版本的报告，由 edition 区分。{_BLANK.zh}{_MORE.zh}",
                f"A report of any edition, told by its edition. {_BLANK.en} {_MORE.en}",
            )
        ),
        "oneOf": [{"$ref": f"#/$defs/Report{edition}"} for edition in editions()],
        "examples": [example_document(forms_of(edition)[0]) for edition in editions()],
        "$defs": definitions,
    }


def _object(properties: dict[str, Any], optional: Iterable[str] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


def _document(edition: str) -> dict[str, Any]:
    form, *_ = forms_of(edition)
    years = f"{form.fiscal_years[0]}–{form.fiscal_years[1] or ''}"
    members: dict[str, Any] = {
        "edition": {
            "const": edition,
            "title": both(Bilingual("版本", "Edition")),
            "description": both(
                Bilingual(
                    f"{form.notice}；适用于 {years} 年度", f"{form.notice}; fiscal years {years}"
                )
            ),
        },
        "year": {
            "type": ["integer", "null"],
            "minimum": YEARS[0],
            "maximum": YEARS[1],
            "title": both(Bilingual("年度", "Fiscal year")),
            "description": both(
                Bilingual("原文未印年度的为 null", "null where the source does not print it")
            ),
        },
        "organ": {"$ref": "#/$defs/Organ"},
        "narrative": {"$ref": "#/$defs/Narrative"},
        "remarks": {
            "type": "array",
            "items": {"$ref": f"#/$defs/Remark{edition}"},
            "title": both(Bilingual("备注", "Remarks")),
            "description": both(
                Bilingual(
                    "单元格中所印不是单纯数字的，照录原文；每格至多一条",
                    "What was printed where a cell is not a plain number; at most one for a cell",
                )
            ),
        },
    }
    members |= {name: _reference(form.report_class, name) for name in form.parts}
    properties = {
        SCHEMA_KEY: {"type": "string", "maxLength": PRINTED_LENGTH},
        **{key: members[key] for key in DOCUMENT_KEYS},
    }
    return {
        "title": both(
            Bilingual(f"{_REPORT.zh}（{form.title.zh}）", f"{_REPORT.en} ({form.title.en})")
        ),
        "description": both(
            Bilingual(
                f"{form.notice}。{_BLANK.zh}{_MORE.zh}", f"{form.notice}. {_BLANK.en} {_MORE.en}"
            )
        ),
        **_object(properties, (SCHEMA_KEY,)),
    }


# --- the tables -------------------------------------------------------------------------------


def _reference(cls: type, name: str) -> dict[str, Any]:
    """A part within the class that holds it: its labels beside a reference to its class."""
    part: PartField = getattr(fields_of(cls), name).metadata[PART]
    return {
        "$ref": f"#/$defs/{part_class(cls, name).__name__}",
        "title": both(part.label),
        **_heading(part.under),
    }


def _heading(under: tuple[Bilingual, ...]) -> dict[str, str]:
    if not under:
        return {}
    joined = Bilingual(*(" › ".join(text[language] for text in under) for language in LANGUAGES))
    return {"description": both(joined)}


def _definitions(edition: str) -> dict[str, Any]:
    first, *_ = forms = forms_of(edition)
    places = where_forms_differ(edition)[0] if len(forms) > 1 else None
    found: dict[str, Any] = {kind.value: _kind(kind) for kind in Kind}
    found |= {"Organ": _organ(), "Narrative": _narrative(), f"Remark{edition}": _remark(forms)}

    def define(cls: type, path: tuple[str, ...]) -> None:
        if cls.__name__ in found:
            return
        properties: dict[str, Any] = {}
        found[cls.__name__] = {}  # holds the place, so that a class stands before its parts
        for field in fields_of(cls):
            here = (*path, field.name)
            if CELL in field.metadata:
                properties[field.name] = _cell(field.metadata[CELL])
            elif here == places:
                shapes = [_class_at(form, here) for form in forms]
                for shape in shapes:
                    define(shape, here)
                choice = _reference(cls, field.name)
                del choice["$ref"]
                refs = [{"$ref": f"#/$defs/{shape.__name__}"} for shape in shapes]
                properties[field.name] = {**choice, "oneOf": refs}
            else:
                define(part_class(cls, field.name), here)
                properties[field.name] = _reference(cls, field.name)
        found[cls.__name__] = _object(properties)

    for name, cls in first.parts.items():
        define(cls, (name,))
    return found


def _class_at(form: Form, path: tuple[str, ...]) -> type:
    table, *way = path
    cls: type = form.parts[table]
    for step in way:
        cls = part_class(cls, step)
    return cls


def _kind(kind: Kind) -> dict[str, Any]:
    return {"description": both(_KINDS[kind]), **_LIMITS[kind]}


def _cell(cell: CellField) -> dict[str, Any]:
    return {
        "$ref": f"#/$defs/{cell.kind.value}",
        "title": both(cell.label),
        **_heading(cell.under),
        "x-unit": as_json(cell.unit),
    }


def _catalogue(form: Form) -> dict[str, Any]:
    return {
        "title": as_json(form.title),
        "tables": {
            table.name: {"number": table.number, "title": as_json(table.title)}
            for table in form.tables
        },
        "cells": {cell.address: _described(cell) for cell in form},
    }


def _described(cell: Cell) -> dict[str, Any]:
    position = cell.position
    return {
        "name": {language: cell.name(language) for language in LANGUAGES},
        "kind": cell.kind.value,
        "unit": as_json(cell.unit),
        "table": position.table,
        "row": position.row,
        "column": position.column,
    }


# --- beside the tables ------------------------------------------------------------------------


def _organ() -> dict[str, Any]:
    facts = {
        "name": {
            "type": ["string", "null"],
            "minLength": 1,
            "maxLength": NAME_LENGTH,
            "pattern": r"\S",
            "title": both(Bilingual("名称", "Name")),
            "description": both(
                Bilingual(
                    "报告署名；原文未印的为 null", "as it signs the report; null if not printed"
                )
            ),
        },
        "code": {
            "type": ["string", "null"],
            "pattern": f"^{CODE.pattern}$",
            "maxLength": 18,
            "title": both(Bilingual("统一社会信用代码", "Unified social credit code")),
            "description": both(
                Bilingual(
                    "GB 32100，末位为校验码（架构无法验算）",
                    "GB 32100; the last is a check character, which a schema cannot compute",
                )
            ),
        },
        "division": {
            "type": ["string", "null"],
            "pattern": f"^{DIVISION.pattern}$",
            "maxLength": 6,
            "title": both(Bilingual("行政区划代码", "Administrative division code")),
            "description": both(Bilingual("GB/T 2260，六位", "GB/T 2260, six digits")),
        },
        "scope": {
            "enum": [*SCOPES, None],
            "title": both(Bilingual("口径", "Scope")),
            "description": both(
                Bilingual(
                    "organ：本机关；region：本地区；null：不详",
                    "organ: the organ's own figures; region: a whole region's; null: not known",
                )
            ),
        },
    }
    return {"title": both(Bilingual("机关", "Organ")), **_object(facts)}


def _narrative() -> dict[str, Any]:
    sections = {
        field.name: {
            "type": ["string", "null"],
            "maxLength": TEXT_LENGTH,
            "title": both(field.metadata[SECTION]),
        }
        for field in fields_of(Narrative)
    }
    return {"title": both(Bilingual("文字部分", "Sections of text")), **_object(sections)}


def _remark(forms: Iterable[Form]) -> dict[str, Any]:
    addresses = list(dict.fromkeys(address for form in forms for address in form.index))
    texts: dict[str, Any] = {
        "cell": {
            "enum": addresses,
            "title": both(Bilingual("单元格的地址", "Address of the cell")),
        },
        "printed": {
            "type": "string",
            "maxLength": PRINTED_LENGTH,
            "title": both(Bilingual("所印文字", "The text as printed")),
        },
    }
    return {
        "title": both(Bilingual("备注", "Remark")),
        **_object({field.name: texts[field.name] for field in fields_of(Remark)}),
    }
