"""The JSON Schema (2020-12) of report documents, computed from the classes of the form.

Each class of the form is one definition with the name of the class as its title, so that the row
of seven columns is written once and other languages make types with usable names of it. The label
of a column or a row is its ``x-label``; the whole of each cell (labels, unit, kind, table, row and
column in print) stands by address under ``x-gxstats``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from ..cells import AMOUNT_DECIMALS, CELL, COUNT_MAXIMUM, PART, CellField, Kind, PartField
from ..forms.catalogue import Cell
from ..forms.narrative import PRINTED_LENGTH, SECTION, TEXT_LENGTH, Narrative, Remark
from ..forms.organ import CODE, DIVISION, NAME_LENGTH, SCOPES
from ..forms.report import YEARS, Form
from ..text import LANGUAGES, Bilingual
from .examples import example_document
from .fields import fields_of, part_class
from .released import identifier
from .schema_parts import DIALECT, as_json, both, described, labelled, record
from .strict import DOCUMENT_KEYS, SCHEMA_KEY, editions_until, forms_of, where_forms_differ

__all__ = ["report_schema", "union_schema"]

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
        f"金额，十进制数，至多 {AMOUNT_DECIMALS} 位小数；空白为 null。"
        "须按十进制数读写：双精度浮点数存不下全部数位",
        f"an amount, an exact decimal number with at most {AMOUNT_DECIMALS} decimals; null if "
        "blank. Read and write it as a decimal: a double does not hold all of its digits",
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
        "format": "decimal",
        "minimum": 0,
        "maximum": COUNT_MAXIMUM + 1,  # a double rounds the largest amounts up to this
    },
}


def report_schema(edition: str) -> dict[str, Any]:
    """The schema of report documents of one edition."""
    first, *_ = forms = forms_of(edition)
    return {
        "$schema": DIALECT,
        "$id": identifier("report", edition),
        **_document(edition),
        "examples": [example_document(form) for form in forms],
        "x-gxstats": {
            "edition": edition,
            "notice": first.notice,
            "first_year": first.first_year,
            "forms": {form.id: _catalogue(form) for form in forms},
        },
        "$defs": _definitions(edition),
    }


def union_schema(newest: str) -> dict[str, Any]:
    """The schema of report documents of an edition, and of all before it.

    It is in the folder of the newest, so that a later edition leaves it as it is.

    Raises :class:`ValueError` if two editions have different parts of one name.
    """
    editions = editions_until(newest)
    definitions: dict[str, Any] = {}
    for edition in editions:
        for name, definition in _definitions(edition).items():
            if definitions.setdefault(name, definition) != definition:
                raise ValueError(f"{name} of edition {edition} is another part of that name")
    for edition in editions:
        definitions[f"Report{edition}"] = _document(edition)
    names = Bilingual("、".join(editions), ", ".join(editions))
    about = Bilingual(
        f"下列任一版本的报告，由 edition 区分：{names.zh}。{_BLANK.zh}{_MORE.zh}",
        f"A report of one of these editions, named by its edition: {names.en}. "
        f"{_BLANK.en} {_MORE.en}",
    )
    return {
        "$schema": DIALECT,
        "$id": identifier("report", f"until-{newest}"),
        "title": "Report",
        "x-label": as_json(_REPORT),
        "description": both(about),
        "oneOf": [{"$ref": f"#/$defs/Report{edition}"} for edition in editions],
        "examples": [example_document(forms_of(edition)[0]) for edition in editions],
        "$defs": definitions,
    }


def _document(edition: str) -> dict[str, Any]:
    form, *_ = forms_of(edition)
    members: dict[str, Any] = {
        "edition": described(
            {"const": edition, **labelled("版本", "Edition")},
            f"{form.notice}；自 {form.first_year} 年度起",
            f"{form.notice}; from fiscal year {form.first_year}",
        ),
        "year": described(
            {
                "type": ["integer", "null"],
                "minimum": YEARS[0],
                "maximum": YEARS[1],
                **labelled("年度", "Fiscal year"),
            },
            "原文未印年度的为 null",
            "null where the source does not print it",
        ),
        "organ": {"$ref": "#/$defs/Organ"},
        "narrative": {"$ref": "#/$defs/Narrative"},
        "remarks": described(
            {
                "type": "array",
                "items": {"$ref": f"#/$defs/Remark{edition}"},
                **labelled("备注", "Remarks"),
            },
            "单元格中所印不是单纯数字的，照录原文；每格至多一条",
            "What was printed where a cell is not a plain number; at most one for a cell",
        ),
    }
    members |= {name: _reference(form.report_class, name) for name in form.parts}
    properties = {
        SCHEMA_KEY: {"type": "string", "maxLength": PRINTED_LENGTH},
        **{key: members[key] for key in DOCUMENT_KEYS},
    }
    label = Bilingual(f"{_REPORT.zh}（{form.title.zh}）", f"{_REPORT.en} ({form.title.en})")
    described_so = {"title": f"Report{edition}", "x-label": as_json(label)}
    return described(
        described_so | record(properties, (SCHEMA_KEY,)),
        f"{form.notice}。{_BLANK.zh}{_MORE.zh}",
        f"{form.notice}. {_BLANK.en} {_MORE.en}",
    )


# --- the tables -------------------------------------------------------------------------------


def _reference(cls: type, name: str, *shapes: type) -> dict[str, Any]:
    """A part within the class that holds it: its labels beside its class, or one of several.

    The reference is not beside the labels but below them: some programs that make types of a
    schema take a reference with anything beside it for another class.
    """
    part: PartField = getattr(fields_of(cls), name).metadata[PART]
    choices = [{"$ref": f"#/$defs/{one.__name__}"} for one in shapes or [part_class(cls, name)]]
    return {
        "x-label": as_json(part.label),
        **_headings(part.under),
        "oneOf" if len(choices) > 1 else "allOf": choices,
    }


def _headings(under: tuple[Bilingual, ...]) -> dict[str, Any]:
    return {"x-headings": [as_json(text) for text in under]} if under else {}


def _definitions(edition: str) -> dict[str, Any]:
    first, *_ = forms = forms_of(edition)
    places = where_forms_differ(edition)[0] if len(forms) > 1 else None
    found: dict[str, Any] = {kind.value: _kind(kind) for kind in Kind}
    found |= {
        "Organ": _organ(),
        "Narrative": _narrative(),
        f"Remark{edition}": _remark(edition, forms),
    }

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
                properties[field.name] = _reference(cls, field.name, *shapes)
            else:
                define(part_class(cls, field.name), here)
                properties[field.name] = _reference(cls, field.name)
        found[cls.__name__] = {"title": cls.__name__, **record(properties)}

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
    label = Bilingual(
        *(" › ".join(text[one] for text in (*cell.under, cell.label)) for one in LANGUAGES)
    )
    return {
        "$ref": f"#/$defs/{cell.kind.value}",
        "description": both(label),
        "x-label": as_json(cell.label),
        **_headings(cell.under),
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
    text = {"type": ["string", "null"]}
    facts = {
        "name": described(
            {
                **text,
                "minLength": 1,
                "maxLength": NAME_LENGTH,
                "pattern": r"\S",
                **labelled("名称", "Name"),
            },
            "报告署名；原文未印的为 null",
            "as it signs the report; null if not printed",
        ),
        "code": described(
            {
                **text,
                "pattern": f"^{CODE.pattern}$",
                "maxLength": 18,
                **labelled("统一社会信用代码", "Unified social credit code"),
            },
            "GB 32100，末位为校验码（架构无法验算）",
            "GB 32100; the last is a check character, which a schema cannot compute",
        ),
        "division": described(
            {
                **text,
                "pattern": f"^{DIVISION.pattern}$",
                "maxLength": 6,
                **labelled("行政区划代码", "Administrative division code"),
            },
            "GB/T 2260，六位",
            "GB/T 2260, six digits",
        ),
        "scope": described(
            {"enum": [*SCOPES, None], **labelled("口径", "Scope")},
            "organ：本机关；region：本地区；null：不详",
            "organ: the organ's own figures; region: a whole region's; null: not known",
        ),
    }
    return {"title": "Organ", **labelled("机关", "Organ"), **record(facts)}


def _narrative() -> dict[str, Any]:
    sections = {
        field.name: {
            "type": ["string", "null"],
            "maxLength": TEXT_LENGTH,
            "x-label": as_json(field.metadata[SECTION]),
        }
        for field in fields_of(Narrative)
    }
    return {"title": "Narrative", **labelled("文字部分", "Sections of text"), **record(sections)}


def _remark(edition: str, forms: Iterable[Form]) -> dict[str, Any]:
    addresses = list(dict.fromkeys(address for form in forms for address in form.index))
    texts: dict[str, Any] = {
        "cell": {"enum": addresses, **labelled("单元格的地址", "Address of the cell")},
        "printed": {
            "type": "string",
            "maxLength": PRINTED_LENGTH,
            **labelled("所印文字", "The text as printed"),
        },
    }
    return {
        "title": f"Remark{edition}",
        **labelled("备注", "Remark"),
        **record({field.name: texts[field.name] for field in fields_of(Remark)}),
    }
