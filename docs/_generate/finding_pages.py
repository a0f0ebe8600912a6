"""The kinds and strengths of findings, from their enums."""

from __future__ import annotations

from gxstats import Bilingual
from gxstats.findings import FindingKind, FindingStrength
from gxstats.text import Language

from .markup import code, in_text, table

__all__ = ["finding_kinds", "finding_strengths"]

_WRONG = Bilingual("何时会误报", "When it is wrong")
_HEAD = Bilingual("代码中的值|报告里的说法", "Value in code|Said in a finding")


def finding_kinds(language: Language) -> str:
    """Every kind with what it says and when it is wrong."""
    parts = []
    for kind in FindingKind:
        label = in_text(kind.label[language])
        parts += [
            f'<span id="{kind.value}"></span>**{label}** ({code(kind.value)})',
            in_text(kind.explanation[language]),
            f"*{_WRONG[language]}*: {in_text(kind.false_positives[language])}",
        ]
    return "\n\n".join(parts)


def finding_strengths(language: Language) -> str:
    """Every strength, the weightiest first."""
    return table(
        _HEAD[language].split("|"),
        ([code(one.value), in_text(one.label[language])] for one in FindingStrength),
    )
