"""What a file holds: a report document, or a published report that is read."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import click

from ..forms.report import Report
from ..reading import Doubt, Notice, Reading, Slip
from ..verdicts.contents import MOST_BYTES, report_in, reports_in
from . import texts
from .framework import Usage
from .streams import STANDARD, contents

__all__ = ["Loaded", "load", "load_all", "require_following", "require_one_standard_input"]


@attrs.frozen
class Loaded:
    """A report, with what its reading left in doubt; a report document leaves nothing."""

    report: Report
    reading: Reading | None

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the reading left open."""
        return self.reading.doubts if self.reading else ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reading has to say beside."""
        return self.reading.notices if self.reading else ()

    @property
    def missing(self) -> tuple[Notice, ...]:
        """The tables that the source lacks."""
        return tuple(notice for notice in self.notices if notice.code == "table.missing")

    @property
    def slips(self) -> tuple[Slip, ...]:
        """Whose slips the sums that fail are, as far as the reading can tell."""
        return self.reading.slips if self.reading else ()


def load(name: str) -> Loaded:
    """The report in a file; its content tells whether it is a report document.

    Raises :class:`FileTrouble`, :class:`~gxstats.Unreadable`,
    :class:`~gxstats.InvalidDocument` or :class:`~gxstats.MissingExtra`.
    """
    return Loaded(*report_in(contents(name, MOST_BYTES), name))


def load_all(name: str) -> list[tuple[str, Loaded]]:
    """Every report in a file, each with its name; raises as :func:`load` does."""
    found = reports_in(contents(name, MOST_BYTES), name)
    return [(own, Loaded(report, reading)) for own, report, reading in found]


def require_one_standard_input(names: Sequence[str], ctx: click.Context) -> None:
    """Complain if standard input is named twice: the second time there is nothing left in it."""
    if names.count(STANDARD) > 1:
        raise Usage(texts.STDIN_TWICE, ctx)


def require_following(
    option: str, before: Report | None, report: Report, ctx: click.Context
) -> None:
    """Complain if the report that ``option`` names is known not to be of the year before."""
    if before is not None and before.year and report.year and before.year + 1 != report.year:
        expected = report.year - 1
        meaning = texts.WRONG_YEARS.format(option=option, found=before.year, expected=expected)
        raise Usage(meaning, ctx)
