"""How the sums of the form are written down, beside the form.

A rule is one line that a clerk can follow. Addresses stand for cells; ``{name}`` stands for
every place it fits, so that one line declares the sum for every column or every row::

    /requests/received/{applicant} + /requests/carried_in/{applicant}
        = /requests/outcomes/total/{applicant} + /requests/carried_out/{applicant}

``sum of PATTERN`` is every cell that the pattern names, but for those on the other side;
``*`` is one step of an address and ``**`` any number of steps. ``<=`` is "at most".
``previous:/…`` is a cell of the report of the year before.
The relations themselves are computed from these lines (:mod:`gxstats.relations`).
"""

from __future__ import annotations

import enum

import attrs

from ..text import Bilingual

__all__ = ["Rule", "Strength"]


class Strength(enum.Enum):
    """How binding a relation is."""

    STATED = "stated"
    """Printed on the form."""
    IMPLIED = "implied"
    """Follows from the word 总计 (total) in a label."""
    SOFT = "soft"
    """Plausible only: a breach is worth a look and never an error."""

    @property
    def label(self) -> Bilingual:
        """The strength in words."""
        return _STRENGTH_LABELS[self]


_STRENGTH_LABELS = {
    Strength.STATED: Bilingual("表内明示", "stated on the form"),
    Strength.IMPLIED: Bilingual("由“总计”推出", 'implied by the word "total"'),
    Strength.SOFT: Bilingual("仅供提示", "a hint only"),
}


@attrs.frozen
class Rule:
    """One line that declares a family of relations."""

    id: str
    """The id of each relation, with the same ``{name}`` as in the sum."""
    sum: str
    """The sum, in the notation above."""
    strength: Strength
    source: Bilingual
    """Where the form says so, or why it follows."""
    note: Bilingual | None = None
    """How the source is read, where that is not plain."""
    label: Bilingual | None = None
    """What the relations say together, in a few words; where they are binding."""

    @property
    def family(self) -> str:
        """What the ids of the relations begin with, such as ``requests.balance``."""
        return self.id.partition(".{")[0]
