"""Reports with numbers as they are published, from a village's to a province's."""

from __future__ import annotations

import random
from collections import Counter

from gxstats import Organ, Report
from gxstats.forms.report import Form
from gxstats.testing.cases import Case, cases_of

__all__ = ["drawn"]

APPLICANTS = {
    "natural_person": 1.0,
    "commercial_enterprise": 0.1,
    "research_institution": 0.004,
    "public_interest_organization": 0.004,
    "legal_service_organization": 0.02,
    "other_organization": 0.01,
}
"""What shares of the requests the applicants make, roughly."""


def drawn(form: Form, digits: int, rng: random.Random) -> Report:
    """A report on which every relation holds, with numbers as they are published."""
    size = rng.randrange(10 ** (digits - 1), 10**digits) if digits else 0
    requests = [case for case in cases_of(form) if any("/requests/" in cell for cell in case)]
    others = [case for case in cases_of(form) if case not in requests]
    outcomes = {cell: rng.lognormvariate(0, 2.5) for cell in form.index}  # a few take most
    weights = [_weight(case, outcomes) for case in requests]
    numbers: Counter[str] = Counter(dict.fromkeys(form.index, 0))
    for case in rng.choices(requests, weights, k=min(size, 1000)):
        _add(numbers, case, size // 1000 or 1)
    for case, weight in zip(requests, weights, strict=True):
        if size > 1000:  # so that the numbers are not round
            _add(numbers, case, round(size * weight / sum(weights) * rng.random()))
    for case in others:  # few requests are disputed, and a village decides nothing else either
        most = digits - 1.5 if any("/disputes/" in cell for cell in case) else digits
        if rng.random() < 0.5 and digits:
            _add(numbers, case, int(10 ** rng.uniform(-1, max(0, most))))
    return form.report(numbers, year=2023, organ=Organ(name="某某镇人民政府"))


def _weight(case: Case, outcomes: dict[str, float]) -> float:
    """How often a case occurs: by who applied, and by what came of it; few are carried over."""
    rows = [cell.rpartition("/") for cell in case if not cell.endswith("/total")]
    weight = 0.03 if any("carried" in row for row, _, _ in rows) else 1.0
    for row, _, applicant in rows:
        weight *= APPLICANTS[applicant] ** (1 / len(rows)) * outcomes[f"{row}/total"]
    return weight


def _add(numbers: Counter[str], case: Case, times: int) -> None:
    for cell, number in case.items():
        numbers[cell] += times * number
