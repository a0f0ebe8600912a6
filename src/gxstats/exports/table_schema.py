"""The Table Schema (Frictionless Data) of a corpus as CSV, in the wide and in the tidy layout.

Names and types are those of the Arrow tables of :mod:`gxstats.columnar`. A CSV has no lists: the column
``remarks`` of the wide layout is not in it.
"""

from __future__ import annotations

from typing import Any, Final

import attrs

from ..cells import AMOUNT_DECIMALS, BOUNDS, Kind
from ..columnar.extras import needed
from ..columnar.long import to_arrow_long
from ..columnar.names import NARRATIVE
from ..columnar.schema import arrow_schema
from ..forms.narrative import SECTION, Narrative
from ..forms.organ import NAME_LENGTH, SCOPES
from ..text import Bilingual
from ..wire.schema import written
from ..wire.schema_parts import as_json
from .columns import Column, Forms, columns

__all__ = ["long_schema", "long_text", "wide_schema", "wide_text"]

_TITLES: Final = {
    "form": Bilingual("表样", "form"),
    "edition": Bilingual("表样的版本", "edition of the form"),
    "year": Bilingual("报告年度", "fiscal year"),
    "organ_name": Bilingual("机关名称", "name of the organ"),
    "organ_code": Bilingual("统一社会信用代码", "unified social credit code"),
    "organ_division": Bilingual("行政区划代码", "administrative division code"),
    "organ_scope": Bilingual(
        "报告的范围：本机关或本地区", "what the report covers: the organ or its region"
    ),
    **{
        column: getattr(attrs.fields(Narrative), name).metadata[SECTION]
        for name, column in NARRATIVE.items()
    },
    "table": Bilingual("表号", "number of the table"),
    "row": Bilingual("行名", "label of the row"),
    "column": Bilingual("列名", "label of the column"),
    "address": Bilingual("单元格的地址", "address of the cell"),
    "kind": Bilingual("数的种类", "kind of number"),
    "value": Bilingual("数；空白为空", "the number; empty where blank"),
    "printed": Bilingual(
        "原文印的内容，若不是数", "what was printed, where that is no plain number"
    ),
}
_ALWAYS: Final = {"form", "edition", "table", "row", "column", "address", "kind"}


def _constraints(forms: Forms) -> dict[str, dict[str, Any]]:
    tables = (cell.position.table for form in forms for cell in form)
    return {
        "form": {"enum": [form.id for form in forms]},
        "edition": {"enum": [*dict.fromkeys(form.edition for form in forms)]},
        "organ_name": {"maxLength": NAME_LENGTH},
        "organ_scope": {"enum": [*SCOPES]},
        "table": {"enum": [*dict.fromkeys(tables)]},
        "address": {"enum": [*columns(forms)]},
        "kind": {"enum": [kind.value for kind in Kind]},
    }


def wide_schema(forms: Forms) -> dict[str, Any]:
    """The schema of the wide layout: a row a report, a column a cell of some form.

    >>> from gxstats import form
    >>> fields = wide_schema((form("2021"),))["fields"]
    >>> next(field["type"] for field in fields if field["name"] == "year")
    'integer'

    Raises :class:`~gxstats.MissingExtra` without pyarrow.
    """
    types = needed("pyarrow.types")
    constraints = _constraints(forms)
    fields = []
    for field in arrow_schema():
        if field.name in columns(forms):
            fields.append(_cell(columns(forms)[field.name], field.type))
        elif field.name in _TITLES and not types.is_list(field.type):
            fields.append(_field(field, constraints))
    return _schema(fields)


def long_schema(forms: Forms) -> dict[str, Any]:
    """The schema of the tidy layout: a row a cell.

    >>> from gxstats import form
    >>> [field["name"] for field in long_schema((form("2021"),))["fields"]][-2:]
    ['value', 'printed']

    Raises :class:`~gxstats.MissingExtra` without pyarrow.
    """
    constraints = _constraints(forms)
    return _schema([_field(field, constraints) for field in to_arrow_long([]).schema])


def wide_text(forms: Forms) -> str:
    """The schema of the wide layout as the text of its file."""
    return written(wide_schema(forms)).decode()


def long_text(forms: Forms) -> str:
    """The schema of the tidy layout as the text of its file."""
    return written(long_schema(forms)).decode()


def _schema(fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {"fields": fields, "missingValues": [""]}


def _type(found: Any) -> str:
    types = needed("pyarrow.types")
    if types.is_integer(found):
        return "integer"
    return "number" if types.is_decimal(found) else "string"


def _field(field: Any, every: dict[str, dict[str, Any]]) -> dict[str, Any]:
    constraints = {"required": True} if field.name in _ALWAYS else {}
    constraints |= every.get(field.name, {})
    title = _TITLES[field.name]
    described = {
        "name": field.name,
        "type": _type(field.type),
        "title": title.zh,
        "description": title.en,
    }
    return described | ({"constraints": constraints} if constraints else {})


def _cell(column: Column, found: Any) -> dict[str, Any]:
    if column.kind is Kind.AMOUNT:
        least, largest = "0", f"{10**12 - 1}.{'9' * AMOUNT_DECIMALS}"
        bounds: dict[str, Any] = {"minimum": least, "maximum": largest}
    else:
        bounds = dict(zip(("minimum", "maximum"), BOUNDS[column.kind], strict=True))
    return {
        "name": column.address,
        "type": _type(found),
        "title": column.cell.name("zh"),
        "description": column.cell.name("en"),
        "constraints": bounds,
        "x-gxstats": {
            "kind": column.kind.value,
            "unit": as_json(column.cell.unit),
            "forms": list(column.forms),
            "column": column.name,
        },
    }
