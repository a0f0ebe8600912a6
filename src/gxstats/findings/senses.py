"""What a number in the narrative may mean: every reading of it, as a sum of cells.

A reading is what an honest clerk may have counted. The table agrees with the text if any of them
does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ..forms.catalogue import Form
from ..relations import Term
from ..report import Report
from .finding import Sense
from .subjects import Subject

__all__ = ["refutes", "senses_of"]

_OUTCOMES: Final = "/requests/outcomes/"
_TOTAL: Final = "/total"
_RECEIVED: Final = "/requests/received/total"
_CARRIED_IN: Final = "/requests/carried_in/total"
_CARRIED_OUT: Final = "/requests/carried_out/total"
_ANSWERED: Final = "/requests/outcomes/total/total"
_GRANTED: Final = "/requests/outcomes/granted/total"
_PARTIALLY: Final = "/requests/outcomes/partially_granted/total"
_PENDING: Final = "/pending"
_REMEDIES: Final = {
    Subject.RECONSIDERATION: ("reconsideration",),
    Subject.LITIGATION: ("direct_litigation", "litigation_after_reconsideration"),
}
_BLOCKS: Final = {
    Subject.REFUSED: "refused",
    Subject.UNAVAILABLE: "unavailable",
    Subject.NOT_PROCESSED: "not_processed",
    Subject.OTHER_HANDLING: "other",
}


_DOCUMENTS: Final = {
    Subject.RULES_ISSUED: ("rules", ("issued", "made", "published")),
    Subject.RULES_REPEALED: ("rules", ("repealed",)),
    Subject.RULES_IN_FORCE: ("rules", ("in_force",)),
    Subject.DOCUMENTS_ISSUED: ("normative_documents", ("issued", "made", "published")),
    Subject.DOCUMENTS_REPEALED: ("normative_documents", ("repealed",)),
    Subject.DOCUMENTS_IN_FORCE: ("normative_documents", ("in_force",)),
}
"""The row of table two and its columns, of either edition; an edition may have none of them."""


def senses_of(report: Report, subject: Subject) -> tuple[Sense, ...]:
    """Every reading of a subject, the plainest first, with its number in the report."""
    form = report.form
    made: dict[tuple[Term, ...], Sense] = {}
    for terms in _sums(form, subject):
        made.setdefault(terms, Sense(terms, _value(report, terms), form))
    return tuple(made.values())


def refutes(report: Report, sense: Sense, stated: int) -> bool:
    """Whether a reading cannot come to a stated number, whatever its blanks hold.

    Blanks that are added may only make it larger; with one that is taken away, it may be anything.
    """
    if sense.value is not None:
        return sense.value != stated
    blanks = [term for term in sense.terms if report[term.address] is None]
    if any(term.coefficient < 0 for term in blanks):
        return False
    return stated < sum(term.coefficient * (report[term.address] or 0) for term in sense.terms)


def _value(report: Report, terms: Sequence[Term]) -> int | None:
    total = 0
    for term in terms:
        value = report[term.address]
        if value is None:
            return None
        total += term.coefficient * value
    return total


def _sum(*added: str, less: Iterable[str] = ()) -> tuple[Term, ...]:
    return (*(Term(1, address) for address in added), *(Term(-1, address) for address in less))


def _sums(form: Form, subject: Subject) -> Iterator[tuple[Term, ...]]:
    if subject in {Subject.RECEIVED, Subject.HANDLED, Subject.ON_REQUEST}:
        yield _sum(_RECEIVED)
        yield _sum(_RECEIVED, _CARRIED_IN)
    if subject in {Subject.ANSWERED, Subject.HANDLED, Subject.ON_REQUEST}:
        yield from _answered(form)
    match subject:
        case Subject.CARRIED_IN:
            yield _sum(_CARRIED_IN)
        case Subject.CARRIED_OUT:
            yield _sum(_CARRIED_OUT)
        case Subject.GRANTED | Subject.ON_REQUEST:
            yield _sum(_GRANTED)
            yield _sum(_GRANTED, _PARTIALLY)
        case Subject.PARTIALLY_GRANTED:
            yield _sum(_PARTIALLY)
        case _ if subject in _DOCUMENTS:
            yield from _documents(form, *_DOCUMENTS[subject])
        case _ if subject in _BLOCKS:
            yield from _block(form, subject)
        case _ if subject in _REMEDIES:
            yield from _disputes(form, _REMEDIES[subject])
        case _:
            pass


def _documents(form: Form, row: str, columns: tuple[str, ...]) -> Iterator[tuple[Term, ...]]:
    """The row's own number; documents may include the rules."""
    for column in columns:
        own, rules = f"/disclosure/{row}/{column}", f"/disclosure/rules/{column}"
        if own in form.index:
            yield _sum(own)
            if own != rules:
                yield _sum(own, rules)


def _answered(form: Form) -> Iterator[tuple[Term, ...]]:
    """Answered in the year; only this year's requests; without those that got no answer."""
    yield _sum(_ANSWERED)
    yield _sum(_RECEIVED)
    yield _sum(_RECEIVED, less=[_CARRIED_OUT])
    other, not_processed = _rows(form, "other"), _rows(form, "not_processed")
    yield _sum(_ANSWERED, less=other)
    yield _sum(_ANSWERED, less=not_processed)
    yield _sum(_ANSWERED, less=[*not_processed, *other])


def _rows(form: Form, block: str) -> list[str]:
    """The totals of the rows of a block of outcomes; of one that is a single row, its total."""
    start = f"{_OUTCOMES}{block}/"
    return [a for a in form.index if a.startswith(start) and a.endswith(_TOTAL)]


def _block(form: Form, subject: Subject) -> Iterator[tuple[Term, ...]]:
    """The whole block; refused in a wider sense; one row, quoted as if it were the block."""
    rows = _rows(form, _BLOCKS[subject])
    yield _sum(*rows)
    if subject is Subject.REFUSED:
        yield _sum(*rows, *_rows(form, "unavailable"))
        yield _sum(*rows, *_rows(form, "not_processed"))
        yield _sum(*rows, *_rows(form, "unavailable"), *_rows(form, "not_processed"))
    for row in rows:
        yield _sum(row)


def _disputes(form: Form, remedies: tuple[str, ...]) -> Iterator[tuple[Term, ...]]:
    """All cases; without those still pending; by their parts, for totals that were left at 0."""
    totals = [f"/disputes/{remedy}{_TOTAL}" for remedy in remedies]
    pending = [f"/disputes/{remedy}{_PENDING}" for remedy in remedies]
    parts = [
        address
        for remedy in remedies
        for address in form.index
        if address.startswith(f"/disputes/{remedy}/") and not address.endswith(_TOTAL)
    ]
    yield _sum(*totals)
    yield _sum(*totals, less=pending)
    yield _sum(*parts)
    yield _sum(*(part for part in parts if part not in pending))
    if len(remedies) > 1:
        for total in totals:
            yield _sum(total)
