"""Each kind of evidence speaks for the slip it is named after, and for no sound number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxstats import form
from gxstats.diagnosis.evidence import Evidence, Observed, evidence_of, weigh

FORM = form("2021")
RECEIVED = [FORM.index[a] for a in FORM.index if a.startswith("/requests/received/")]
GRANTED = [FORM.index[a] for a in FORM.index if a.startswith("/requests/outcomes/granted/")]


def kinds(old: dict[int, int | None], new: dict[int, int], **observed) -> set[Evidence]:
    every = dict.fromkeys(range(len(FORM)), 0) | old
    return set(evidence_of(new, Observed(FORM, every, **observed)))


CELL, TOTAL = GRANTED[0], GRANTED[-1]

SLIPS = {
    Evidence.TRANSPOSED: ({CELL: 34}, {CELL: 43}),
    Evidence.DIGIT_DROPPED: ({CELL: 13}, {CELL: 123}),
    Evidence.DIGIT_ADDED: ({CELL: 1223}, {CELL: 123}),
    Evidence.DIGIT_CHANGED: ({CELL: 153}, {CELL: 123}),
    Evidence.TOTAL_ZERO: ({TOTAL: 0}, {TOTAL: 17}),
    Evidence.TOTAL_STALE: ({TOTAL: 9}, {TOTAL: 17}),
    Evidence.SWAPPED: ({GRANTED[0]: 7, GRANTED[1]: 3}, {GRANTED[0]: 3, GRANTED[1]: 7}),
    Evidence.TOTAL_SWAPPED: ({CELL: 17, TOTAL: 3}, {CELL: 3, TOTAL: 17}),
    Evidence.NEIGHBOUR_COLUMN: ({CELL: 7, GRANTED[1]: 7}, {CELL: 3}),
    Evidence.NEIGHBOUR_ROW: (
        {CELL: 7, FORM.index["/requests/outcomes/partially_granted/natural_person"]: 7},
        {CELL: 3},
    ),
    Evidence.ROW_SHIFTED: (
        dict(zip(GRANTED[1:5], (5, 6, 7, 8), strict=True)),
        dict(zip(GRANTED[0:5], (5, 6, 7, 8, 0), strict=True)),
    ),
    Evidence.COLUMN_SHIFTED: (
        {FORM.index[f"/requests/{row}/natural_person"]: value for row, value in
         (("carried_in", 5), ("outcomes/granted", 6), ("outcomes/partially_granted", 7))},
        {FORM.index[f"/requests/{row}/natural_person"]: value for row, value in
         (("received", 5), ("carried_in", 6), ("outcomes/granted", 7), ("outcomes/partially_granted", 0))},
    ),
    Evidence.UNIT: ({CELL: 250_000}, {CELL: 25}),
    Evidence.SIGN: ({CELL: -4}, {CELL: 4}),
    Evidence.BLANK: ({CELL: None}, {CELL: 4}),
}  # fmt: skip


def test_a_row_of_other_numbers_is_not_shifted() -> None:
    old = dict(zip(RECEIVED, (1, 2, 3, 4, 5, 6, 21), strict=True))
    new = dict(zip(RECEIVED, (9, 8, 7, 9, 8, 7, 48), strict=True))
    assert Evidence.ROW_SHIFTED not in kinds(old, new)
    one_off = dict(zip(RECEIVED, (2, 3, 4, 5, 6, 0, 22), strict=True))
    assert Evidence.ROW_SHIFTED not in kinds(old, one_off)  # all but the total stand one further


@pytest.mark.parametrize("kind", SLIPS, ids=lambda kind: kind.value)
def test_a_slip_has_its_evidence(kind: Evidence) -> None:
    old, new = SLIPS[kind]
    assert kind in kinds(old, new)


def test_last_years_number_is_evidence() -> None:
    assert Evidence.LAST_YEAR in kinds({CELL: 88}, {CELL: 91}, last_year={CELL: 88})
    assert Evidence.LAST_YEAR not in kinds({CELL: 88}, {CELL: 91}, last_year={CELL: 89})


def test_every_kind_is_tested_and_has_words() -> None:
    assert set(SLIPS) | {Evidence.LAST_YEAR} == set(Evidence)
    for kind in Evidence:
        assert kind.label.zh
        assert kind.label.en


def test_digits_are_not_compared_across_a_sign() -> None:
    assert Evidence.DIGIT_ADDED not in kinds({CELL: 11}, {CELL: -1})
    assert Evidence.DIGIT_ADDED in kinds({CELL: -11}, {CELL: -1})


@given(right=st.integers(10, 10**9), place=st.integers(0, 8))
def test_a_dropped_digit_is_known_by_its_digits(right: int, place: int) -> None:
    text = str(right)
    wrong = int(text[: place % len(text)] + text[place % len(text) + 1 :])
    found = kinds({CELL: wrong}, {CELL: right})
    assert (Evidence.DIGIT_DROPPED in found) == (wrong > 0 and len(str(wrong)) == len(text) - 1)


def test_an_explanation_that_something_speaks_for_goes_first() -> None:
    every = dict.fromkeys(range(len(FORM)), 0) | {CELL: 34, GRANTED[1]: 5}
    observed = Observed(FORM, every)
    plain, transposed = {GRANTED[1]: 14}, {CELL: 43}
    assert weigh(transposed, evidence_of(transposed, observed)) < weigh(
        plain, evidence_of(plain, observed)
    )


def test_of_a_total_and_a_part_that_may_as_well_be_wrong_the_total_goes_first() -> None:
    every = dict.fromkeys(range(len(FORM)), 0) | {CELL: 13, TOTAL: 12}
    weights = [
        weigh(new, evidence_of(new, Observed(FORM, every))) for new in ({TOTAL: 13}, {CELL: 12})
    ]
    assert weights[0] < weights[1]
    both = {CELL: 12, TOTAL: 13}
    assert weigh(both, {}) == 8


def test_a_number_that_both_neighbours_hold_is_told_of_once():
    cell = FORM.index["/requests/carried_in/natural_person"]
    column = [one.index for one in FORM if one.address.endswith("/natural_person")]
    place = column.index(cell)
    old = dict.fromkeys(range(len(FORM)), 0)
    for near in (column[place - 1], cell, column[place + 1]):
        old[near] = 7
    found = evidence_of({cell: 3}, Observed(FORM, old))
    assert found[Evidence.NEIGHBOUR_ROW] == ((cell,),)
