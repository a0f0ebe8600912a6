"""What a number in the narrative may mean: every reading of it, as a sum of cells.

A reading is what an honest clerk may have counted. The table agrees with the text if any of them
does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ..forms.report import Form, Report
from ..forms.topics import Topic
from ..relations import Term
from ..relations.linear import lowering
from .finding import Sense
from .subjects import Subject

__all__ = ["refutes", "senses_of"]

_REMEDIES: Final = {
    Subject.RECONSIDERATION: (Topic.RECONSIDERATION,),
    Subject.LITIGATION: (Topic.DIRECT_LITIGATION, Topic.LITIGATION_AFTER_RECONSIDERATION),
}
_ROWS: Final = {
    Subject.CARRIED_IN: Topic.CARRIED_IN,
    Subject.CARRIED_OUT: Topic.CARRIED_OUT,
    Subject.PARTIALLY_GRANTED: Topic.PARTIALLY_GRANTED,
}
_BLOCKS: Final = {
    Subject.REFUSED: Topic.REFUSED,
    Subject.UNAVAILABLE: Topic.UNAVAILABLE,
    Subject.NOT_PROCESSED: Topic.NOT_PROCESSED,
    Subject.OTHER_HANDLING: Topic.OTHER_HANDLING,
}
_DOCUMENTS: Final = {
    Subject.RULES_ISSUED: (Topic.RULES, (Topic.ISSUED, Topic.PUBLISHED)),
    Subject.RULES_REPEALED: (Topic.RULES, (Topic.REPEALED,)),
    Subject.RULES_IN_FORCE: (Topic.RULES, (Topic.IN_FORCE,)),
    Subject.DOCUMENTS_ISSUED: (Topic.NORMATIVE_DOCUMENTS, (Topic.ISSUED, Topic.PUBLISHED)),
    Subject.DOCUMENTS_REPEALED: (Topic.NORMATIVE_DOCUMENTS, (Topic.REPEALED,)),
    Subject.DOCUMENTS_IN_FORCE: (Topic.NORMATIVE_DOCUMENTS, (Topic.IN_FORCE,)),
}


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
    if lowering(term for term in sense.terms if report[term.address] is None):
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


def _totals(form: Form, topic: Topic) -> tuple[str, ...]:
    """The totals of the rows that are about something, or of the one row that is."""
    return form.about(topic, Topic.TOTAL)


def _sums(form: Form, subject: Subject) -> Iterator[tuple[Term, ...]]:
    """The sums that a subject may mean; on a form without such rows, none."""
    return (terms for terms in _readings(form, subject) if terms)


def _readings(form: Form, subject: Subject) -> Iterator[tuple[Term, ...]]:
    received, carried_in = _totals(form, Topic.RECEIVED), _totals(form, Topic.CARRIED_IN)
    if subject in {Subject.RECEIVED, Subject.HANDLED, Subject.ON_REQUEST}:
        yield _sum(*received)
        yield _sum(*received, *carried_in)
    if subject in {Subject.ANSWERED, Subject.HANDLED, Subject.ON_REQUEST}:
        yield from _answered(form)
    if subject in {Subject.GRANTED, Subject.ON_REQUEST}:
        yield _sum(*_totals(form, Topic.GRANTED))
        yield _sum(*_totals(form, Topic.GRANTED), *_totals(form, Topic.PARTIALLY_GRANTED))
    elif subject in _ROWS:
        yield _sum(*_totals(form, _ROWS[subject]))
    elif subject in _DOCUMENTS:
        yield from _documents(form, *_DOCUMENTS[subject])
    elif subject in _BLOCKS:
        yield from _block(form, subject)
    elif subject in _REMEDIES:
        yield from _disputes(form, _REMEDIES[subject])


def _documents(form: Form, row: Topic, columns: tuple[Topic, ...]) -> Iterator[tuple[Term, ...]]:
    """The row's own number; documents may include the rules."""
    for column in columns:
        for own in form.about(row, column):
            yield _sum(own)
            if row is not Topic.RULES:
                yield _sum(own, *form.about(Topic.RULES, column))


def _answered(form: Form) -> Iterator[tuple[Term, ...]]:
    """Answered in the year; only this year's requests; without those that got no answer."""
    answered, received = _totals(form, Topic.ALL_OUTCOMES), _totals(form, Topic.RECEIVED)
    other, not_processed = _totals(form, Topic.OTHER_HANDLING), _totals(form, Topic.NOT_PROCESSED)
    yield _sum(*answered)
    yield _sum(*received)
    yield _sum(*received, less=_totals(form, Topic.CARRIED_OUT))
    yield _sum(*answered, less=other)
    yield _sum(*answered, less=not_processed)
    yield _sum(*answered, less=[*not_processed, *other])


def _block(form: Form, subject: Subject) -> Iterator[tuple[Term, ...]]:
    """The whole block; refused in a wider sense; one row, quoted as if it were the block."""
    rows = _totals(form, _BLOCKS[subject])
    yield _sum(*rows)
    if subject is Subject.REFUSED:
        unavailable = _totals(form, Topic.UNAVAILABLE)
        not_processed = _totals(form, Topic.NOT_PROCESSED)
        yield _sum(*rows, *unavailable)
        yield _sum(*rows, *not_processed)
        yield _sum(*rows, *unavailable, *not_processed)
    for row in rows:
        yield _sum(row)


def _disputes(form: Form, remedies: tuple[Topic, ...]) -> Iterator[tuple[Term, ...]]:
    """All cases; without those still pending; by their parts, for totals that were left at 0."""
    totals = [one for remedy in remedies for one in _totals(form, remedy)]
    pending = [one for remedy in remedies for one in form.about(remedy, Topic.PENDING)]
    parts = [one for remedy in remedies for one in form.about(remedy) if one not in totals]
    yield _sum(*totals)
    yield _sum(*totals, less=pending)
    yield _sum(*parts)
    yield _sum(*(part for part in parts if part not in pending))
    if len(remedies) > 1:
        for total in totals:
            yield _sum(total)
