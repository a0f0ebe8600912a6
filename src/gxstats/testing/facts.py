"""What a report has beside its tables: from the bytes that were drawn to organ, year and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ..forms.narrative import Narrative, Remark
from ..forms.organ import ALPHABET, SCOPES, Organ, credit_code_check_character
from ..forms.report import YEARS, Form

__all__ = ["HEADER", "NAMES", "PRINTED", "TEXTS", "credit_code", "facts_of", "shown"]

HEADER: Final = 18
"""Bytes for year, organ, narrative and remarks."""

NAMES: Final = (
    "某局",
    "某市人民政府",
    "某县教育局",
    "某镇人民政府",
    "某区卫生健康委员会（疾病预防控制局）",
    None,
)
TEXTS: Final = (
    None,
    "本年度未收到政府信息公开申请。",
    "一是队伍建设有待加强；\n二是公开内容有待丰富。",
    "",
    "本年度收取信息处理费 0 元。\u3000“三安全一稳定”\t<&>\u00a0\U0001f600",
)
PRINTED: Final = ("—", "/", "不适用", "22（其中修订 16 件）", "１０", "<br>")


def facts_of(form: Form, values: Sequence[Any], data: bytes) -> dict[str, Any]:
    """Year, organ, narrative and remarks of a report with these cells, from its header."""
    return {
        "year": _year(form, data[0]),
        "organ": _organ(data[1:12]),
        "narrative": _narrative(data[12:15]),
        "remarks": _remarks(form, values, data[15:18]),
    }


def shown(form: Form, values: Sequence[Any], facts: Mapping[str, Any]) -> str:
    """What a report is made of, as hypothesis shows an example: what is not zero."""
    named = zip(form.index, values, strict=True)
    cells = {address: value for address, value in named if value != 0}
    said = ", ".join(f"{name}={value!r}" for name, value in facts.items())
    return f"{cells!r}, {said}, all other cells 0"


def _year(form: Form, byte: int) -> int | None:
    if byte == 255:
        return None
    years = YEARS[1] - YEARS[0] + 1
    return YEARS[0] + (form.fiscal_years[0] - YEARS[0] + byte) % years


def _organ(data: bytes) -> Organ:
    code = None
    if data[1] >= 128:
        code = credit_code(int.from_bytes(data[1:9]))
    division = None
    if data[9] >= 128:
        division = f"{100_000 + int.from_bytes(data[8:11]) % 900_000}"
    return Organ(
        name=NAMES[data[0] % len(NAMES)],
        code=code,
        division=division,
        scope=(None, *SCOPES)[data[10] % 3],
    )


def credit_code(number: int) -> str:
    """A valid 统一社会信用代码, another for each number below 31 to the power of 17."""
    characters = ""
    for _ in range(17):
        number, digit = divmod(number, len(ALPHABET))
        characters += ALPHABET[digit]
    return characters + credit_code_check_character(characters)


def _narrative(data: bytes) -> Narrative:
    overview, problems, other = (TEXTS[byte % len(TEXTS)] for byte in data)
    return Narrative(overview=overview, problems=problems, other=other)


def _remarks(form: Form, values: Sequence[Any], data: bytes) -> tuple[Remark, ...]:
    """Up to three remarks, on blank cells if there are any."""
    cells = [place for place, value in enumerate(values) if value is None] or range(len(values))
    chosen = {cells[byte % len(cells)]: byte for byte in data if byte >= 128}
    return tuple(
        Remark(cell=form.cells[place].address, printed=PRINTED[byte % len(PRINTED)])
        for place, byte in chosen.items()
    )
