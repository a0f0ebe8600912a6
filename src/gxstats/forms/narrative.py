"""The sections of text of a report, and what was printed where a cell is not a plain number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs

from ..cells import shown
from ..errors import InvalidValue, Problem, suggest
from ..text import Bilingual
from .organ import has_surrogate

__all__ = ["SECTION", "Narrative", "Remark", "remark_problem", "text_problem"]

SECTION: Final = "gxstats.section"
"""Metadata key of a narrative field: its heading as printed."""

TEXT_LENGTH: Final = 200_000
"""Characters of one narrative section; the longest seen has about ten thousand."""
PRINTED_LENGTH: Final = 1_000
"""Characters of what was printed in one cell."""
_SUGGESTIONS: Final = 64
"""Remarks for whose cell a likely intention is looked up: it is slow."""


def _section(label: Bilingual) -> Any:
    return attrs.field(default=None, validator=_validate_section, metadata={SECTION: label})


def _validate_section(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    problem = text_problem(value, f"/narrative/{attribute.name}", TEXT_LENGTH)
    if problem is not None:
        raise InvalidValue(problem)


def text_problem(value: object, address: str, length: int) -> Problem | None:
    """What is wrong with a text that may be None, or None."""
    if value is None:
        return None
    if not isinstance(value, str):
        code = "value.type"
    elif len(value) > length:
        code = "text.length"
    elif has_surrogate(value):
        code = "text.surrogate"
    else:
        return None
    expected = Bilingual(
        f"至多 {length} 个字的文字，或空（null）",
        f"a text of at most {length} characters, or null",
    )
    return Problem(code, address, shown(value), expected)


@attrs.frozen(kw_only=True)
class Narrative:
    """The three sections of text (一、五、六); ``None`` where a section was not found."""

    overview: str | None = _section(Bilingual("一、总体情况", "1. Overview"))
    problems: str | None = _section(
        Bilingual("五、存在的主要问题及改进情况", "5. Main problems and improvements")
    )
    other: str | None = _section(
        Bilingual("六、其他需要报告的事项", "6. Other matters to be reported")
    )
    """The information-processing fee (信息处理费) is reported here, in yuan."""


@attrs.frozen(kw_only=True)
class Remark:
    """What was printed in a cell, where that is not a plain number.

    >>> Remark(cell="/disclosure/rules/issued", printed="22（其中修订 16 件）").printed
    '22（其中修订 16 件）'
    """

    cell: str
    """The cell's address."""
    printed: str
    """The text as printed."""

    def __attrs_post_init__(self) -> None:
        for name in ("cell", "printed"):
            value = getattr(self, name)
            expected = Bilingual("文字", "a text")
            if not isinstance(value, str):
                raise InvalidValue(
                    Problem("value.type", f"/remarks/{name}", shown(value), expected)
                )
        problem = text_problem(self.printed, f"/remarks{self.cell}", PRINTED_LENGTH)
        if problem is not None:
            raise InvalidValue(problem)


def remark_problem(
    cell: str, address: str, cells: Mapping[str, int], seen: set[str]
) -> Problem | None:
    """What is wrong with the cell that a remark names, or None; ``seen`` are those before it."""
    repeated = cell in seen
    seen.add(cell)
    if cell not in cells:
        near = None if repeated or len(seen) > _SUGGESTIONS else suggest(cell, cells)
        return Problem(
            "address.unknown",
            address,
            shown(cell),
            Bilingual(
                f"表中单元格的地址{f'（如 {near}）' if near else ''}",
                f"the address of a cell of the form{f' (such as {near})' if near else ''}",
            ),
        )
    if repeated:
        return Problem(
            "remark.duplicate",
            address,
            shown(cell),
            Bilingual("每个单元格至多一条备注", "at most one remark for a cell"),
        )
    return None
