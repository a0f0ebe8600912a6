"""The form's labels as a workbook shows them."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache
from typing import Final

from ...text import Bilingual, Language

__all__ = ["escaped", "label_text"]

_LONGEST_ASIDE: Final = 78
"""Characters, but for spaces, of what stands in one pair of brackets: readers take no more for
an aside to a label."""
_LONGEST_LINE: Final = 56
"""Characters of a line; a reader takes a longer one for prose."""
_NUMBER: Final = re.compile(r"^\((\d)\) |^(\d)\. ")
_BRACKETS: Final = re.compile(r" ?\(([^()]*)\)")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


@lru_cache(maxsize=1024)
def label_text(label: Bilingual, language: Language) -> str:
    r"""A label of the form: as printed; in English, with the translation in brackets.

    The Chinese label stays, because the form is a Chinese one and is read by its labels.

    >>> label_text(Bilingual("（三）不予公开", "(3) Refused"), "en")
    '（三）不予公开\n(Refused)'
    """
    if language == "zh":
        return label.zh
    aside = textwrap.fill(f"({_aside(label.en)})", _LONGEST_LINE)
    # Two asides behind a label are one to a reader, who would not know the first for a unit.
    return f"{aside}\n{label.zh}" if label.zh.endswith("）") else f"{label.zh}\n{aside}"


def _aside(text: str) -> str:
    """A label without brackets of its own, as long as an aside may be.

    What is left out stands in the name of the cell, which is shown where it is chosen.
    """
    whole = _BRACKETS.sub(_unbracketed, _NUMBER.sub("", text)).strip(" ,()")
    if len(whole.replace(" ", "")) > _LONGEST_ASIDE:
        whole = _BRACKETS.sub("", _NUMBER.sub("", text))
    return textwrap.shorten(whole, _LONGEST_ASIDE + whole.count(" "), placeholder="…")


def _unbracketed(found: re.Match[str]) -> str:
    return f" {found[1]}" if found[1].isdigit() else f", {found[1]}"


def escaped(text: str) -> str:
    """A text as the file holds it where XlsxWriter does not see to it: in a formula's value."""
    return _CONTROLS.sub(lambda found: f"_x{ord(found.group()):04X}_", text)
