"""Corruptions by chance, from a seed, without hypothesis; and how they are made of drawn numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Any

import attrs

from ..cells import COUNT_MAXIMUM
from ..diagnosis import Evidence
from ..forms.report import FORMS, Form, Report, form_of, require_report
from ..forms.report import form as form_by_id
from .corruption import Corruption, Draft, MadeSlips
from .facts import HEADER, facts_of
from .numbers import as_printed, entries
from .page import Choose, Page
from .places import Places, places_of
from .recipes import Tally
from .room import is_possible, slipped
from .slips import make_slip

__all__ = ["Corruptor", "corrupt", "corruptors", "random_corruptions"]


def corrupt(
    truth: Report,
    kinds: Evidence | Iterable[Evidence],
    random: Random,
    *,
    within: str = "",
    last_year: Report | None = None,
) -> Corruption | None:
    """Make a slip of this kind in a report, or one of each of several kinds; by chance.

    None if the report has no place for it: a digit of a number is not dropped where all numbers
    have one digit. ``within`` is the address of the part of the form in which slips are made.
    The report of the year before is made up, unless it is given.

    >>> from random import Random
    >>> from gxstats import examples, read
    >>> from gxstats.diagnosis import Evidence
    >>> truth = read(examples.path("yindu-2019")).report
    >>> corrupt(truth, Evidence.TRANSPOSED, Random(1), within="/requests").cells
    (WrongCell(cell='/requests/outcomes/granted/natural_person', right=43, wrong=34),)

    Raises :class:`~gxstats.UnknownAddress` for a part that the form does not have.
    """
    form = form_of(truth)
    page = Page(places_of(form, within), list(truth.values()), random.randrange)
    if last_year is not None:
        require_report(last_year, "last_year")
        page.last_year = _by_place(last_year, form)
    made: MadeSlips = []
    for kind in _listed(kinds):
        wrong = make_slip(kind, page)
        if wrong is None:
            return None
        made.append((kind, wrong))
    facts = {name: getattr(truth, name) for name in ("year", "organ", "narrative", "remarks")}
    corruption = Draft(form, page.values, made, page.last_year, facts).corruption(truth)
    return corruption if last_year is None else attrs.evolve(corruption, last_year=last_year)


def random_corruptions(
    random: Random,
    form_id: str = "any",
    *,
    kinds: Evidence | Iterable[Evidence] | None = None,
    slips: int | tuple[int, int] = 1,
    within: str = "",
) -> Iterator[Corruption]:
    """Corruptions of random reports without end: the same ones for the same seed.

    What :func:`~gxstats.testing.corrupted_reports` draws, for tests and benchmarks over many
    thousands.

    >>> from itertools import islice
    >>> from random import Random
    >>> without_end = random_corruptions(Random(7), "2021", within="/disputes/reconsideration")
    >>> for corruption in islice(without_end, 3):
    ...     for slip in corruption.slips:
    ...         print(slip.kind.value, [(cell.right, cell.wrong) for cell in slip.cells])
    digit_changed [(32, 52)]
    total_stale [(10, 26)]
    total_zero [(12, 0)]
    """
    makers = corruptors(form_id, kinds, slips, within)

    def without_end() -> Iterator[Corruption]:
        while True:
            maker = random.choice(makers)
            drawn = random.randrange(min(10 ** random.randrange(1, 12), maker.largest) + 1)
            yield maker.draft(random.randbytes(maker.size), drawn, random.randrange).corruption()

    return without_end()


def _listed(kinds: Evidence | Iterable[Evidence]) -> tuple[Evidence, ...]:
    found = (kinds,) if isinstance(kinds, Evidence) else tuple(kinds)
    if not found:
        raise ValueError("there is no kind of slip to be made")
    return found


def _by_place(report: Report, form: Form) -> list[Any]:
    """The numbers of a report, for the cells of a form that hold the same kind of number."""
    known = {(cell.address, cell.kind): value for cell, value in report.cells()}
    return [known.get((cell.address, cell.kind)) for cell in form]


# --- from drawn numbers to a corruption -----------------------------------------------------------


class Corruptor:
    """Makes corruptions of reports on one form."""

    def __init__(
        self,
        places: Places,
        kinds: Sequence[Evidence],
        slips: tuple[int, int],
        blank_bytes: int = 0,
    ) -> None:
        self.places = places
        self.kinds = kinds
        self.slips = slips
        # a digit can be added to most numbers: they have one less than the most there can be
        self.tally = Tally(places.form, most=COUNT_MAXIMUM // 10)
        self.blank_bytes = blank_bytes
        self.size = self.tally.size + HEADER + blank_bytes
        """How many bytes are needed, beside what is chosen."""
        self.largest = self.tally.largest
        """The largest number that may be drawn beside the bytes."""

    def draft(self, data: bytes, drawn: int, choose: Choose) -> Draft:
        """What a corruption is made of."""
        form = self.places.form
        values = self.tally.values(as_printed(data), drawn)
        header = data[self.tally.size :]
        least, most = self.slips
        number = least + choose(most - least + 1)
        kinds = [self.kinds[choose(len(self.kinds))] for _ in range(number)]
        page, made = slipped(kinds, self.kinds, Page(self.places, values, choose))
        for cell in self._blanks(header[HEADER:]):
            if cell not in page.taken:
                page.values[cell] = None
        facts = facts_of(form, page.values, header)
        return Draft(form, page.values, made, page.last_year, facts)

    def _blanks(self, data: bytes) -> list[int]:
        if not data:
            return []
        return [place for place, byte in entries(data, len(self.places.form)) if byte % 2]


def corruptors(
    form_id: str,
    kinds: Evidence | Iterable[Evidence] | None,
    slips: int | tuple[int, int],
    within: str,
    blank_bytes: int = 0,
) -> list[Corruptor]:
    """One for each form that is meant and on which one of the kinds is possible.

    Raises :class:`ValueError` for a kind that is possible on none of them.
    """
    least, most = (slips, slips) if isinstance(slips, int) else slips
    if not 1 <= least <= most:
        raise ValueError("slips is a number from 1 up, or the least and the most")
    wanted = tuple(Evidence) if kinds is None else _listed(kinds)
    forms = list(FORMS.values()) if form_id == "any" else [form_by_id(form_id)]
    having = [form for form in forms if not within or within in form.addresses]
    found = []
    for form in having or forms:
        places = places_of(form, within)
        possible = [kind for kind in wanted if is_possible(kind, places)]
        if possible:
            found.append(Corruptor(places, possible, (least, most), blank_bytes))
    missing = [kind for kind in wanted if not any(kind in one.kinds for one in found)]
    if not found or (missing and kinds is not None):
        names = ", ".join(kind.value for kind in missing)
        where = f" within {within}" if within else ""
        raise ValueError(f"no such slip can be made on form {form_id!r}{where}: {names}")
    return found
