"""The API reference: one page for each subpackage, from the docstrings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from gxstats import Bilingual
from gxstats import forms as _forms
from gxstats.cells import CELL, PART, FormObject
from gxstats.text import Language

from .form_pages import KINDS
from .markup import code, in_text, table

__all__ = ["API", "api_page", "api_path"]

API: Final[Mapping[str, tuple[Bilingual, tuple[str, ...]]]] = {
    "forms": (Bilingual("表样", "The form"), ("gxstats.forms", "gxstats.cells")),
    "report": (Bilingual("报告", "Reports"), ("gxstats.forms", "gxstats.text")),
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
"""The subpackages: a title, and the modules whose public names the page documents."""

_ENGLISH_ONLY = Bilingual("本页各条说明取自源代码，为英文。", "")
_PARTS = Bilingual("各部分的字段", "The fields of each part")
_PARTS_HEAD = Bilingual("字段|中文|英文|单位|内容", "Field|Chinese|English|Unit|Holds")


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
    return "\n\n".join(part for part in parts if part) + "\n"


def _part_tables(language: Language) -> Iterator[str]:
    """The fields of every class of the form, with their labels in both languages."""
    for name in _forms.__all__:
        found = getattr(_forms, name)
        if isinstance(found, type) and issubclass(found, FormObject):
            yield f"### {code(name)} {{ #fields-{name} }}"
            yield table(_PARTS_HEAD[language].split("|"), _field_rows(found, language))


def _field_rows(cls: type, language: Language) -> Iterator[list[str]]:
    for field in attrs.fields(cls):
        if CELL in field.metadata:
            cell = field.metadata[CELL]
            unit, holds = in_text(cell.unit[language]), KINDS[cell.kind][language]
            label = cell.label
        elif PART in field.metadata:
            label, unit, holds = field.metadata[PART].label, "", f"`{field.type}`"
        else:
            continue
        yield [code(field.name), in_text(label.zh), in_text(label.en), unit, holds]
