"""The relations between a report and that of the year before."""

from __future__ import annotations

from typing import Final

from ..forms.report import Form
from ..lazy import computed_once
from ..text import Bilingual, Language
from .linear import Relation
from .notation import NotationError, relations_of

__all__ = ["LAST_YEAR", "PREVIOUS", "cell_name", "year_links"]

PREVIOUS: Final = "previous:"
"""What stands before the address of a cell of the report of the year before."""
LAST_YEAR: Final = Bilingual("上年报告", "last year's report, ")
"""What stands before the name of such a cell."""


def cell_name(form: Form, address: str, language: Language) -> str:
    """A cell as a clerk would point at it; ``previous:`` is last year's report, on its form.

    >>> from gxstats import form
    >>> cell_name(form("2019"), "previous:/requests/carried_out/total", "zh")
    '上年报告表三“四、结转下年度继续办理”行“总计”列'
    """
    own = address.removeprefix(PREVIOUS)
    name = form[own].name(language)
    return name if own == address else f"{LAST_YEAR[language]}{name}"


@computed_once
def year_links(form: Form, previous: Form) -> tuple[Relation, ...]:
    """The relations that tie a report on one form to that of the year before, on another or not.

    Those whose cells the other form does not have are left out.

    >>> from gxstats import form
    >>> link = year_links(form("2021"), form("2019"))[0]
    >>> link.id, link.addresses[1]
    ('requests.carried_over.natural_person', 'previous:/requests/carried_out/natural_person')
    """
    known = {cell.address: cell.kind for cell in form}
    known.update((f"{PREVIOUS}{cell.address}", cell.kind) for cell in previous)
    found: list[Relation] = []
    for rule in form.year_rules:
        try:
            found += relations_of(rule, known)
        except NotationError:
            if previous is form:  # a mistake in the declaration
                raise
            # else the other form has not these cells
    return tuple(found)
