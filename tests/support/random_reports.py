"""Corpora to test with: every kind of report, on every form, side by side."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from gxstats import FORMS
from gxstats.testing import (
    arbitrary_reports,
    corrupted_reports,
    corrupted_reports_with_blanks,
    random_corruptions,
    reports,
    reports_with_blanks,
)


def any_reports():
    return st.one_of(
        reports(),
        reports_with_blanks(),
        arbitrary_reports(),
        corrupted_reports().map(lambda corruption: corruption.corrupted),
        corrupted_reports_with_blanks().map(lambda corruption: corruption.corrupted),
    )


def corpora(least=0, most=12):
    return st.lists(any_reports(), min_size=least, max_size=most)


def many(count, seed, *, slips=(1, 3), blanks=(0, 0, 0.02, 0.3)):
    """Reports of every form without hypothesis: half of them with so many slips, and each with
    one of these shares of its cells blank."""
    random = Random(seed)
    streams = [random_corruptions(random, id, slips=slips) for id in FORMS.own]
    made = []
    while len(made) < count:
        corruption = next(random.choice(streams))
        report = random.choice([corruption.truth, corruption.corrupted])
        share = random.choice(blanks)
        blank = {cell.address: None for cell in report.form if random.random() < share}
        made.append(report.replace(blank))
    return made
