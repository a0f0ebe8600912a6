"""Fields of a Word document: which show their stored result, and which show something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from .looks import Piece
from .markup import child_of, name_of, value_of, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Field", "chosen_entry", "default_text"]

_DRAWN: Final = frozenset(
    {"ADVANCE", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BARCODE", "DISPLAYBARCODE", "EQ",
     "FORMCHECKBOX", "GOTOBUTTON", "LISTNUM", "MACROBUTTON", "MERGEBARCODE", "SYMBOL"}
)  # fmt: skip
"""Fields that Word draws from their code: what they show stands nowhere as text."""
_ALWAYS_COMPUTED: Final = frozenset(
    {"DATE", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "REF", "SECTION",
     "SECTIONPAGES", "SEQ", "STYLEREF", "TIME"}
)  # fmt: skip
"""Fields that Word or LibreOffice computes whenever it shows them: the stored result may be another
one."""

_SILENT: Final = frozenset({"ASK", "PRIVATE", "RD", "SET", "TA", "TC", "XE"})
"""Fields that show nothing, not even a result."""


@attrs.define(eq=False)
class Field:
    """A field that has begun: first comes its code, then perhaps its result."""

    begin: _Element | None = None
    code: list[str] = attrs.field(factory=list)
    held: list[Piece] = attrs.field(factory=list)
    """Text within the code: results of other fields, or of a field that is not well formed."""
    hidden: bool = False
    """Hidden where it begins."""
    in_result: bool = False
    filled: bool = False
    unsure: bool = False
    """It began to make unsure what is seen."""

    @property
    def text(self) -> str:
        """Its code."""
        return "".join(self.code).strip()

    @property
    def name(self) -> str:
        """The name of what it does: the first word of its code."""
        found = re.match(r"[A-Za-z]+", self.text)
        return found[0].upper() if found else ""

    @property
    def drawn(self) -> bool:
        """Whether what it shows is not its result."""
        return self.name in _DRAWN or (self.name in _ALWAYS_COMPUTED and not self.filled)

    @property
    def stale(self) -> bool:
        """Whether it may show something else than its stored result."""
        dirty = (self.begin is not None and value_of(self.begin, "dirty")) or "0"
        return self.name in _ALWAYS_COMPUTED | _SILENT | {"FORMDROPDOWN"} or dirty.lower() in {
            "1",
            "true",
            "on",
        }


def chosen_entry(begin: _Element | None) -> str:
    """The entry that the drop-down list of an old form shows."""
    found = None if begin is None else child_of(begin, "ffData", "ddList")
    if found is None:
        return ""
    entries = [value_of(one) or "" for one in found if name_of(one.tag) == "listEntry"]
    chosen = value_of(child_of(found, "result")) or value_of(child_of(found, "default"))
    number = whole_number(chosen, 0)
    return entries[number] if number < len(entries) else ""


def default_text(begin: _Element | None) -> str:
    """The text that the text field of an old form begins with."""
    return (
        begin is not None and value_of(child_of(begin, "ffData", "textInput", "default"))
    ) or ""
