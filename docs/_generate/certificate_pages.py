"""The certificate of every form: which errors its relations detect, and which they locate."""

from __future__ import annotations

from collections.abc import Iterator

from gxstats import FORMS, Bilingual, Form
from gxstats.diagnosis import (
    CellCertificate,
    Certificate,
    certificate,
    certificate_with_last_year,
)
from gxstats.text import Language
from gxstats.wire.released import document_path
from gxstats.wire.strict import own_editions

from .form_pages import cell_link
from .markup import WITHOUT_CONTENTS, code, element, in_text, table
from .relation_pages import variants

__all__ = ["certificate_page"]

_TITLE = Bilingual("查错能力证书", "Certificate")
_INTRODUCTION = Bilingual(
    "表内的数写错了，各项等式能不能查出来，能不能指出是哪一格，取决于表样本身。本页全部由程序从表样的"
    "等式（表内明示的和由“总计”推出的）用整数算出，每次生成网站时重算，测试再用另一种算法核对。",
    "Whether the relations of a form detect a wrong number, and tell which one it is, depends on the "
    "form alone. Everything on this page is computed from the stated and implied relations, in whole "
    "numbers, whenever the site is built, and a test holds it against another computation.",
)
_WORDS = Bilingual("怎样读", "How to read it")
_MEANINGS = (
    (
        Bilingual("查出", "Detected"),
        Bilingual(
            "只错这一格时，不论错多少，必有等式不成立。",
            "If this cell alone is wrong, by whatever amount, a relation fails.",
        ),
    ),
    (
        Bilingual("指出", "Located"),
        Bilingual(
            "而且别的任何一格单独写错，都不会造成同样的不成立；所以是哪一格、应为多少，都能确定。"
            "不论报告里是什么数，都是如此。",
            "Moreover no other cell by itself could make the same relations fail so: which cell it is, "
            "and what belongs there, is certain, whatever the numbers of the report.",
        ),
    ),
    (
        Bilingual("只知有误", "Unlocated"),
        Bilingual(
            "查得出，但同一条等式里另有格也说得通；`gxstats diagnose` 会把它们全部列出，可能性大的在前。",
            "Detected, but other cells of the relation explain it as well; `gxstats diagnose` lists all "
            "of them, the likelier first.",
        ),
    ),
    (
        Bilingual("最小距离", "Distance"),
        Bilingual(
            "至少要同时错几格，才可能没有一条等式不成立。错的格数比它少，必有等式不成立。"
            "距离为 1，错一格就可能查不出；为 2，错一格必能查出；为 3 以上，错一格必能指出。",
            "The least number of cells that can be wrong together without any relation failing. If "
            "fewer are wrong, a relation fails. At 1, a single error may go unnoticed; at 2, every "
            "single error is detected; from 3 up, every single error is located.",
        ),
    ),
    (
        Bilingual("独立", "Independent"),
        Bilingual(
            "不能由别的等式推出的等式有几条。",
            "The number of relations that do not follow from others.",
        ),
    ),
    (
        Bilingual("与上年报告对照", "Beside last year's report"),
        Bilingual(
            "本年“上年结转”一行的七格，应与上年报告“结转下年度”一行相同。上年那一行也可能写错，"
            "所以也算在内，连同它自己的总计；地址以 `previous:` 开头。",
            "The seven cells of what was carried over from the previous year repeat last year's row of "
            "what was carried over to the next. That row may be wrong too, so its cells count, with "
            "their own total; their addresses begin with `previous:`.",
        ),
    ),
)
_LIMITS = Bilingual(
    "这里说的是没有空白的报告。空白会使有些等式无法判断，查错的能力随之减弱。"
    "等式都成立，也不等于数字属实。",
    "All this is said of a report without blanks. Blanks leave relations undecided, and less is "
    "detected then. That every relation holds does not mean that the numbers are true.",
)
_SUMMARY_HEAD = Bilingual(
    "报告|表|格|等式|独立|最小距离|能指出|只知有误|查不出",
    "Report|Table|Cells|Relations|Independent|Distance|Located|Unlocated|Undetected",
)
_SCOPES = (Bilingual("单看一份", "by itself"), Bilingual("与上年对照", "beside last year's"))
_WHOLE = Bilingual("合计", "all")
_EVERY_CELL = Bilingual("逐格列出", "Every cell")
_CELLS_HEAD = Bilingual(
    "格|只错这一格|最小距离（单看 / 与上年对照）|所在等式（与上年对照）",
    "Cell|This cell alone wrong|Distance (by itself / beside last year's)|"
    "Relations it stands in (beside last year's)",
)
_OBTAIN = Bilingual("怎样取得", "Get it")
_FILES = Bilingual(
    "作为数据，逐格写明，见 {files}；其 Schema 见 [Schema](schema.md#the-certificates)。",
    "As data, cell by cell: {files}; with [a schema](schema.md#the-certificates).",
)


_SNIPPET = """\
from gxstats.diagnosis import certificate, certificate_with_last_year

certificate("2021").table("requests").distance
certificate_with_last_year("2021")["/requests/carried_in/total"].locatable
"""


def certificate_page(language: Language) -> str:
    """The page of all certificates."""
    parts = [
        WITHOUT_CONTENTS,
        f"# {_TITLE[language]}",
        _INTRODUCTION[language],
        f"## {_WORDS[language]} {{ #words }}",
        "\n".join(f"- **{word[language]}** {said[language]}" for word, said in _MEANINGS),
        _LIMITS[language],
    ]
    for form in FORMS.own.values():
        title = in_text(form.title[language])
        parts += [
            f"## {title} {{ #form-{form.id} }}",
            table(_SUMMARY_HEAD[language].split("|"), _summary_rows(form, language)),
            *(_said(found, language) for found in _certificates(form)),
            element(
                "details",
                f"<summary>{_EVERY_CELL[language]}</summary>\n\n"
                f"{table(_CELLS_HEAD[language].split('|'), _cell_rows(form, language))}\n\n",
                markdown="1",
            ),
        ]
    files = ", ".join(
        code(f"schema/{document_path('certificate', one)}") for one in own_editions()
    )
    parts += [
        f"## {_OBTAIN[language]} {{ #get }}",
        "```sh\ngxstats certificate 2021\ngxstats certificate 2021 --format json\n```",
        f"```python\n{_SNIPPET}```",
        _FILES[language].format(files=files),
    ]
    return "\n\n".join(parts) + "\n"


def _certificates(form: Form) -> tuple[Certificate, Certificate]:
    return certificate(form), certificate_with_last_year(form)


def _summary_rows(form: Form, language: Language) -> Iterator[list[str]]:
    for scope, found in zip(_SCOPES, _certificates(form), strict=True):
        named = [(one.table.short(language), one) for one in found.tables]
        for name, one in (*named, (_WHOLE[language], found)):
            numbers = (
                len(one.cells),
                len(one.relations),
                one.rank,
                one.distance,
                len(one.located),
                len(one.confused),
                len(one.undetected),
            )
            yield [scope[language], name, *map(str, numbers)]


def _said(found: Certificate, language: Language) -> str:
    """The certificate in words, as a list."""
    head, *lines = found.explain(language).splitlines()
    items = []
    for line in lines:
        text = line.lstrip()
        items.append(f"{'    ' if text != line else ''}- {in_text(text)}")
    return "\n".join([in_text(head), "", *items])


_LOCATED = Bilingual("指出", "located")
_CONFUSED = Bilingual("只知有误", "unlocated")
_UNDETECTED = Bilingual("查不出", "undetected")


def _cell_rows(form: Form, language: Language) -> Iterator[list[str]]:
    alone, beside = _certificates(form)
    known = {cell.address: cell for cell in alone.cells}
    for cell in beside.cells:
        own = known.get(cell.address)
        link = code(cell.address) if own is None else cell_link(cell.address, form, "forms/")
        distances = f"{'—' if own is None else own.distance} / {cell.distance}"
        relations = "<br>".join(map(_relation_link, cell.relations)) or "—"
        yield [link, _verdict(cell)[language], distances, relations]


def _verdict(cell: CellCertificate) -> Bilingual:
    if cell.locatable:
        return _LOCATED
    return _CONFUSED if cell.detectable else _UNDETECTED


def _relation_link(id: str) -> str:
    return f"[{code(id)}](relations/{id}.md)" if id in variants() else code(id)
