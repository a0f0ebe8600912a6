"""The relations between a report and that of the year before."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..forms.catalogue import Form
from ..text import Bilingual
from .linear import Relation
from .notation import NotationError, relations_of

__all__ = ["LAST_YEAR", "PREVIOUS", "year_links"]

PREVIOUS: Final = "previous:"
"""What stands before the address of a cell of the report of the year before."""
LAST_YEAR: Final = Bilingual("上年报告", "last year's report, ")
"""What stands before the name of such a cell."""


@cache
def year_links(form: Form, previous: Form) -> tuple[Relation, ...]:
    """The relations that tie a report on one form to that of the year before, on another or not.

    Those whose cells the other form does not have are left out.

    >>> from gxstats import form
    >>> link = year_links(form("2021"), form("2019"))[0]
    >>> link.id, link.addresses[1]
    ('requests.carried_over.natural_person', 'previous:/requests/carried_out/natural_person')
    """
    known = dict.fromkeys([*form.index, *(f"{PREVIOUS}{address}" for address in previous.index)])
    found: list[Relation] = []
    for rule in form.year_rules:
        try:
            found += relations_of(rule, known)
        except NotationError:
            if previous is form:  # a mistake in the declaration
                raise
            # else the other form has not these cells
    return tuple(found)
