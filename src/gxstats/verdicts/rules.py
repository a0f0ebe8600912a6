"""What the rules say that points name: relations, kinds of findings, codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from ..errors import CODES
from ..findings import FindingKind
from ..reading.results import DOUBT_CODES, NOTICE_CODES
from ..reading.unreadable import READ_CODES
from ..relations import Result
from ..text import LANGUAGES, Bilingual
from . import wording
from .failures import FILE_CODES
from .points import DIAGNOSIS, Level, Point

__all__ = ["Rule", "rule_of"]

_EXTRA: Final = "extra.missing"
_CODES: Final[Mapping[str, Bilingual]] = {
    **CODES,
    **READ_CODES,
    **FILE_CODES,
    **DOUBT_CODES,
    **NOTICE_CODES,
    _EXTRA: wording.MISSING_EXTRA,
    DIAGNOSIS: wording.DIAGNOSIS_RULE,
}
_KINDS: Final = {kind.value: kind for kind in FindingKind}


@attrs.frozen(kw_only=True)
class Rule:
    """What a point goes by."""

    id: str
    level: Level
    summary: Bilingual
    """In a few words; of a relation, its sum with the labels of the form."""
    help: Bilingual
    """What more there is to say, a paragraph each: where the form says so, or when it is wrong."""


def rule_of(point: Point) -> Rule:
    """The rule of a point; a relation is spelt with the labels of the report's form."""
    id = point.rule
    if id in _KINDS:
        kind = _KINDS[id]
        texts = [kind.explanation, kind.false_positives]
        return Rule(id=id, level=point.level, summary=kind.label, help=_paragraphs(texts))
    if id in _CODES:
        text = _without_places(_CODES[id])
        return Rule(id=id, level=point.level, summary=text, help=text)
    if not isinstance(point.origin, Result):
        raise TypeError(f"no rule is called {id}")
    found, form = point.origin.relation, point.origin.form
    texts = [found.strength.label, found.source, *([found.note] if found.note else [])]
    return Rule(id=id, level=point.level, summary=found.text(form), help=_paragraphs(texts))


def _paragraphs(texts: list[Bilingual]) -> Bilingual:
    return Bilingual(*("\n\n".join(text[language] for text in texts) for language in LANGUAGES))


def _without_places(text: Bilingual) -> Bilingual:
    """A text with places to fill in, which are shown as an ellipsis."""
    return Bilingual(*(re.sub(r"\{\w+\}", "…", text[language]) for language in LANGUAGES))
