"""The certificate of a form as a JSON document, and the schema of that document."""

from __future__ import annotations

from typing import Any

from ..diagnosis import certificate, certificate_with_last_year
from ..forms.report import Form
from ..forms.rules import Strength
from ..relations import PREVIOUS, Comparison
from ..text import Bilingual
from .released import identifier
from .schema_parts import (
    ADDRESS,
    EDITION,
    FORM_ID,
    TEXT,
    as_json,
    described,
    document_schema,
    record,
    several,
)

__all__ = ["certificate_document", "certificate_schema"]


def certificate_document(*forms: Form) -> dict[str, Any]:
    """What the relations of forms of one edition can see of errors, without and with last year's."""
    return {
        "$schema": identifier("certificate"),
        "edition": forms[0].edition,
        "notice": forms[0].notice,
        "forms": [
            {
                "form": form.id,
                "title": as_json(form.title),
                "alone": certificate(form).to_dict(),
                "with_last_year": certificate_with_last_year(form).to_dict(),
            }
            for form in forms
        ],
    }


def certificate_schema() -> dict[str, Any]:
    """The schema of ``certificate.json``."""
    number = {"type": "integer", "minimum": 0}
    positive = {"type": "integer", "minimum": 1}
    distance = described(
        positive,
        "至少要同时错几格，才可能没有一条等式不成立",
        "the least number of cells that can be wrong together without any relation failing",
    )
    summary = {
        "cells": described(number, "格数", "number of cells"),
        "relations": described(
            number, "等式数（表内明示和推出的）", "number of relations, stated and implied"
        ),
        "rank": described(number, "其中独立的条数", "number of independent ones"),
        "redundant": described(
            several("relation"),
            "可由前面各条推出的等式",
            "those that follow from others before them",
        ),
        "distance": distance,
        "located": described(
            number,
            "只错一格时，必能指出的格数",
            "number of cells in which every single error is located",
        ),
        "confused": described(
            number,
            "只错一格时，必有等式不成立但指不出的格数",
            "number of cells in which a single error is detected but not located",
        ),
        "undetected": described(
            number,
            "只错一格时，查不出的格数",
            "number of cells in which a single error is not detected",
        ),
        "witness": {"$ref": "#/$defs/witness"},
    }
    change = record({"cell": {"$ref": "#/$defs/address"}, "by": {"type": "integer"}})
    value = record({"cell": {"$ref": "#/$defs/address"}, "value": positive})
    witness = record(
        {
            "changes": described(
                {"type": "array", "items": change, "minItems": 1},
                "一同写错而等式都成立的最小的一组格，及各格多写了多少",
                "a smallest set of cells that can be wrong together, and by how much each is",
            ),
            "report": described(
                {"type": "array", "items": value},
                "可以这样写错的一份报告：改前改后等式都成立，没有负数；只列不为 0 的格",
                "a report to which it can happen: it adds up before and after, without a negative "
                "number; its cells that are not 0",
            ),
        }
    )
    cell = record(
        {
            "cell": {"$ref": "#/$defs/address"},
            "detectable": described(
                {"type": "boolean"},
                "只错这一格，是否必有等式不成立",
                "whether a relation fails if this cell alone is wrong",
            ),
            "locatable": described(
                {"type": "boolean"},
                "只错这一格，是否必能指出是这一格",
                "whether it is then always told that it is this cell",
            ),
            "relations": described(
                several("relation"),
                "这一格所在的等式；只错这一格时，不成立的就是这几条",
                "the relations it stands in: those that fail if this cell alone is wrong",
            ),
            "confused_with": described(
                several("address"),
                "同样的不成立，也可能是这些格错了",
                "the cells that may as well be wrong where the same relations fail so",
            ),
            "distance": described(
                positive,
                "连同这一格，至少要同时错几格，才可能没有一条等式不成立",
                "the least number of cells, this one among them, that can be wrong together "
                "without any relation failing",
            ),
        }
    )
    term = record({"coefficient": {"type": "integer"}, "cell": {"$ref": "#/$defs/address"}})
    link = record(
        {
            "id": {"$ref": "#/$defs/relation"},
            "strength": {"enum": [s.value for s in Strength if s is not Strength.SOFT]},
            "comparison": {"const": Comparison.EQUAL.value},
            "left": several("term"),
            "right": several("term"),
        }
    )
    whole = record(
        {
            **summary,
            "links": described(
                several("link"),
                "relations.json 之外的等式：联系两个年度的，和上年有关各格之间的",
                "the relations beside those of relations.json: between the two years, and between "
                "the cells of last year's report",
            ),
            "tables": described(several("table", 1), "各表", "each table by itself"),
            "by_cell": described(
                several("cell", 1),
                "逐格，按表中次序",
                "each cell, in the order of the form",
            ),
        }
    )
    form = {
        "form": FORM_ID,
        "title": {"$ref": "#/$defs/text"},
        "alone": described({"$ref": "#/$defs/certificate"}, "单看一份报告", "a report by itself"),
        "with_last_year": described(
            {"$ref": "#/$defs/certificate"},
            "与上年报告对照：上年的“结转下年度”一行也可能写错",
            "a report beside last year's, whose row of requests carried over may be wrong too",
        ),
    }
    table = {"type": "string", "pattern": "^[0-9a-z_]+$"}
    address = ADDRESS["pattern"].removeprefix("^")
    return document_schema(
        "certificate",
        "Certificate",
        Bilingual("表样的查错能力证书", "Certificates of the forms of an edition"),
        Bilingual(
            "报告没有空白时，表样的等式（表内明示和推出的）能查出、能指出哪些错误。全部从表样算出。"
            f"以 {PREVIOUS} 开头的是上年报告的格和等式。",
            "Which errors the stated and implied relations of a form detect and locate in a report "
            f"without blanks. All is computed from the form. {PREVIOUS} begins the address of a cell, "
            "or the id of a relation, of last year's report.",
        ),
        {"edition": EDITION, "notice": {"type": "string"}, "forms": several("form", 1)},
        {
            "text": TEXT,
            "address": {"type": "string", "pattern": f"^({PREVIOUS})?{address}"},
            "relation": {
                "type": "string",
                "pattern": rf"^({PREVIOUS})?[0-9a-z_]+(\.[0-9a-z_]+)+$",
            },
            "term": term,
            "link": link,
            "witness": witness,
            "cell": cell,
            "table": record({"table": table, **summary}),
            "certificate": whole,
            "form": record(form),
        },
    )
