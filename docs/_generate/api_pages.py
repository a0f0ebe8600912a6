"""The API reference: one page for each subpackage, from the docstrings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from gxstats import Bilingual
from gxstats import forms as _forms
from gxstats.cells import CELL, PART, part_classes
from gxstats.text import Language

from .form_pages import KINDS
from .markup import code, in_text, table

__all__ = ["API", "api_page", "api_path"]

_OF_REPORTS: Final = ("Report", "Organ", "Narrative", "Remark")
"""What every report has, of the room of the forms."""

API: Final[Mapping[str, tuple[Bilingual, tuple[str, ...]]]] = {
    "forms": (Bilingual("表样", "The form"), ("gxstats.forms", "gxstats.cells")),
    "report": (
        Bilingual("报告", "Reports"),
        (*(f"gxstats.forms.{name}" for name in _OF_REPORTS), "gxstats.text"),
    ),
    "relations": (Bilingual("勾稽关系", "Relations"), ("gxstats.relations",)),
    "diagnosis": (Bilingual("诊断", "Diagnosis"), ("gxstats.diagnosis",)),
    "across": (Bilingual("版本、年度、机关", "Editions, years, organs"), ("gxstats.across",)),
    "findings": (
        Bilingual("疑点", "Findings"),
        ("gxstats.findings", "gxstats.findings.coincidence", "gxstats.findings.jumps"),
    ),
    "wire": (
        Bilingual("JSON 与 Schema", "JSON and the schema"),
        ("gxstats.wire", "gxstats.wire.schema", "gxstats.wire.validation"),
    ),
    "reading": (Bilingual("读取", "Reading"), ("gxstats.reading", "gxstats.examples")),
    "columnar": (Bilingual("列", "Columns"), ("gxstats.columnar",)),
    "verdicts": (Bilingual("校验结论", "Verdicts"), ("gxstats.verdicts",)),
    "batch": (Bilingual("大批报告", "Batches"), ("gxstats.batch",)),
    "plot": (Bilingual("画图", "Pictures"), ("gxstats.plot", "gxstats.plot.fonts")),
    "writing": (
        Bilingual("输出表样", "Drawing the form"),
        (
            "gxstats.writing.layout",
            "gxstats.writing.marks",
            "gxstats.writing.workbook",
            "gxstats.page",
        ),
    ),
    "annotating": (Bilingual("在原件上加批注", "Annotated originals"), ("gxstats.annotating",)),
    "exports": (Bilingual("给其他引擎的规则", "For other engines"), ("gxstats.exports",)),
    "testing": (Bilingual("测试工具", "Testing kit"), ("gxstats.testing",)),
    "errors": (Bilingual("错误", "Errors"), ("gxstats.errors",)),
}
"""The subpackages: a title, and the modules whose public names the page documents, or names."""

_ENGLISH_ONLY = Bilingual("本页各条说明取自源代码，为英文。", "")
_PARTS = Bilingual("各部分的字段", "The fields of each part")
_PARTS_HEAD = Bilingual(
    "字段|地址|中文|英文|单位|内容", "Field|Address|Chinese|English|Unit|Holds"
)
_STANDS_AT = Bilingual("所在位置（…）：", "Stands at (…): ")


def api_path(name: str) -> str:
    """The page of a subpackage, from the language's folder."""
    return f"api/{name}.md"


def api_page(name: str, language: Language) -> str:
    """The page of one subpackage."""
    title, modules = API[name]
    parts = [f"# {title[language]}", _ENGLISH_ONLY[language]]
    if name == "forms":
        parts += [f"## {_PARTS[language]}", *_part_tables(language)]
    for module in modules:
        parts.append(f"::: {module}")
        if module == _forms.__name__:
            names = [name for name in _forms.__all__ if name not in _OF_REPORTS]
            parts[-1] += f"\n    options:\n      members: {json.dumps(names)}"
    return "\n\n".join(part for part in parts if part) + "\n"


def _part_tables(language: Language) -> Iterator[str]:
    """The fields of every class of the form, with their addresses, labels and units."""
    places = _places()
    for name in _forms.__all__:
        found = getattr(_forms, name)
        if isinstance(found, type) and found in places:
            yield f"### {code(name)} {{ #fields-{name} }}"
            if len(places[found]) > 1:
                yield _STANDS_AT[language] + ", ".join(map(code, places[found]))
            yield table(
                _PARTS_HEAD[language].split("|"), _field_rows(found, places[found], language)
            )


def _places() -> dict[type, list[str]]:
    """Where on the forms each class stands, by address; a report is the whole."""
    found: dict[type, dict[str, None]] = {}

    def enter(cls: type, address: str) -> None:
        found.setdefault(cls, {})[address] = None
        for field in attrs.fields(cls):
            if PART in field.metadata:
                for inner in part_classes(cls, field.name):
                    enter(inner, f"{address}/{field.name}")

    for form in _forms.FORMS.own.values():
        enter(form.report_class, "")
    return {cls: list(addresses) for cls, addresses in found.items()}


def _field_rows(cls: type, places: list[str], language: Language) -> Iterator[list[str]]:
    place = places[0] if len(places) == 1 else "…"
    for field in attrs.fields(cls):
        if CELL in field.metadata:
            cell = field.metadata[CELL]
            unit, holds = in_text(cell.unit[language]), KINDS[cell.kind][language]
            label = cell.label
        elif PART in field.metadata:
            label, unit, holds = field.metadata[PART].label, "", f"`{field.type}`"
        else:
            continue
        address = code(f"{place}/{field.name}")
        yield [code(field.name), address, in_text(label.zh), in_text(label.en), unit, holds]
