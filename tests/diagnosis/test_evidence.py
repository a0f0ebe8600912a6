"""Each kind of evidence speaks for the slip it is named after, and for no sound number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxstats import form
from gxstats.diagnosis.evidence import (
    TOTAL_ALONE,
    UNEXPLAINED,
    UNLIKELINESS,
    Evidence,
    Observed,
    evidence_of,
    neighbours_of,
    totals_of,
    weigh,
)

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


def test_what_is_filled_in_for_a_blank_hides_no_other_slip() -> None:
    found = kinds({CELL: None, GRANTED[1]: 34}, {CELL: 4, GRANTED[1]: 43})
    assert found == {Evidence.BLANK, Evidence.TRANSPOSED}


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


def test_each_cell_counts_once_by_what_best_speaks_for_it() -> None:
    one, two, three = {CELL: 1}, dict.fromkeys(GRANTED[:2], 1), dict.fromkeys(GRANTED[:3], 1)
    transposed, changed = UNLIKELINESS[Evidence.TRANSPOSED], UNLIKELINESS[Evidence.DIGIT_CHANGED]
    row, last_year = UNLIKELINESS[Evidence.ROW_SHIFTED], UNLIKELINESS[Evidence.LAST_YEAR]
    single = ((CELL,),)
    assert weigh(two, {}) == 2 * UNEXPLAINED
    assert weigh(one, {Evidence.TRANSPOSED: single}) == transposed
    assert weigh(two, {Evidence.TRANSPOSED: single}) == transposed + UNEXPLAINED
    both = {Evidence.DIGIT_CHANGED: single, Evidence.TRANSPOSED: single}
    assert weigh(one, both) == transposed < changed
    line = {Evidence.ROW_SHIFTED: (tuple(three),)}
    assert weigh(three, line) == pytest.approx(row)  # the line counts once for all its cells
    assert weigh(three, {**line, Evidence.LAST_YEAR: single}) == pytest.approx(row) != last_year
    total = {Evidence.TOTAL_ZERO: single}
    assert weigh(one, total) == UNLIKELINESS[Evidence.TOTAL_ZERO] - TOTAL_ALONE
    assert weigh(two, total) == UNLIKELINESS[Evidence.TOTAL_ZERO] + UNEXPLAINED


def test_the_neighbours_of_a_cell_are_those_beside_above_and_below_it_in_print() -> None:
    table = "/requests/outcomes"
    found = neighbours_of(FORM)
    for address, beside, above_and_below in (
        (
            f"{table}/granted/commercial_enterprise",
            [f"{table}/granted/natural_person", f"{table}/granted/research_institution"],
            [
                "/requests/carried_in/commercial_enterprise",
                f"{table}/partially_granted/commercial_enterprise",
            ],
        ),
        (
            "/requests/received/total",
            ["/requests/received/other_organization"],
            ["/requests/carried_in/total"],
        ),
        ("/disputes/reconsideration/upheld", ["/disputes/reconsideration/corrected"], []),
        ("/disclosure/rules/issued", ["/disclosure/rules/repealed"], []),
    ):
        expected = [(Evidence.NEIGHBOUR_COLUMN, FORM.index[a]) for a in beside]
        expected += [(Evidence.NEIGHBOUR_ROW, FORM.index[a]) for a in above_and_below]
        assert list(found[FORM.index[address]]) == expected, address


def test_two_cells_of_a_row_are_neighbours() -> None:
    shown = form("2019")
    items, amount = (
        f"/disclosure/centralized_procurement/{name}" for name in ("projects", "amount")
    )
    found = neighbours_of(shown)
    assert found[shown.index[amount]] == ((Evidence.NEIGHBOUR_COLUMN, shown.index[items]),)
    assert found[shown.index[items]] == ((Evidence.NEIGHBOUR_COLUMN, shown.index[amount]),)


def test_a_total_has_all_the_parts_of_its_row_and_of_its_column() -> None:
    totals = totals_of(FORM)
    address = "/requests/outcomes/total/total"
    row = [FORM.index[a] for a in FORM.index if a.startswith("/requests/outcomes/total/")]
    column = [
        FORM.index[a]
        for a in FORM.index
        if a.startswith("/requests/outcomes/") and a.endswith("/total")
    ]
    assert totals[FORM.index[address]] == {*row, *column} - {FORM.index[address]}
    assert FORM.index["/requests/received/natural_person"] not in totals  # two equal two others
    assert len(totals) == 3 + 25 + 6  # blocks of table four, rows and columns of table three


@pytest.mark.parametrize(
    ("wrong", "right", "kinds_of_digits"),
    [
        (12, 21, {"digits_transposed"}),
        (1233, 1323, {"digits_transposed"}),
        (1234, 4231, set()),  # apart, not neighbours
        (1234, 2345, set()),
        (12, 34, set()),
        (12, 31, set()),
        (12, 23, set()),
        (12, 13, {"digit_changed"}),
        (1, 2, set()),  # a single digit is as good as any other
        (0, 7, set()),
        (7, 0, set()),
        (12, 2, {"digit_added"}),
        (12, 1, {"digit_added"}),
        (2, 12, {"digit_dropped"}),
        (100, 10, {"digit_added"}),
        (10, 100, {"digit_dropped"}),
        (-12, -21, {"digits_transposed"}),
        (-12, 21, set()),
        (123, 45, set()),
        (5, 123, set()),
    ],
)
def test_what_became_of_the_digits(wrong: int, right: int, kinds_of_digits: set[str]) -> None:
    every = {"digits_transposed", "digit_dropped", "digit_added", "digit_changed"}
    assert {kind.value for kind in kinds({CELL: wrong}, {CELL: right})} & every == kinds_of_digits


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ({CELL: 250_000}, {CELL: 25}, Evidence.UNIT),
        ({CELL: -4}, {CELL: 4}, Evidence.SIGN),
        ({CELL: 7, GRANTED[1]: 7}, {CELL: 3}, Evidence.NEIGHBOUR_COLUMN),
    ],
)
def test_zeros_are_no_evidence(old: dict[int, int], new: dict[int, int], kind: Evidence) -> None:
    assert kind in kinds(old, new)
    assert kind not in kinds(dict.fromkeys(old, 0), dict.fromkeys(new, 0))
    assert kind not in kinds(dict.fromkeys(old, 0), new)


def test_a_number_that_a_neighbour_holds_only_after_the_change_is_none_of_it() -> None:
    old = {CELL: 7, GRANTED[1]: 7}
    assert Evidence.NEIGHBOUR_COLUMN not in kinds(old, {CELL: 3, GRANTED[1]: 4})
    assert Evidence.NEIGHBOUR_COLUMN in kinds({CELL: 7, GRANTED[1]: 2}, {CELL: 3, GRANTED[1]: 7})


def test_two_cells_are_exchanged_only_if_each_holds_the_others_number() -> None:
    two = dict(zip(GRANTED[:2], (5, 6), strict=True))
    found = evidence_of(
        dict(zip(GRANTED[:2], (6, 5), strict=True)),
        Observed(FORM, dict.fromkeys(range(len(FORM)), 0) | two),
    )
    assert found[Evidence.SWAPPED] == (tuple(GRANTED[:2]),)
    half = kinds({GRANTED[0]: 7, GRANTED[1]: 3}, {GRANTED[0]: 3, GRANTED[1]: 8})
    assert not {Evidence.SWAPPED, Evidence.TOTAL_SWAPPED} & half
    three = dict(zip(GRANTED[:3], (5, 6, 9), strict=True))
    found = evidence_of(
        dict(zip(GRANTED[:3], (9, 7, 5), strict=True)),
        Observed(FORM, dict.fromkeys(range(len(FORM)), 0) | three),
    )
    assert found[Evidence.SWAPPED] == ((GRANTED[0], GRANTED[2]),)


def test_a_line_is_shifted_whole_from_three_cells_on() -> None:
    assert Evidence.ROW_SHIFTED not in kinds({GRANTED[0]: 5}, {GRANTED[0]: 0, GRANTED[1]: 5})
    three = dict(zip(GRANTED[:3], (0, 5, 6), strict=True))
    assert Evidence.ROW_SHIFTED in kinds({GRANTED[0]: 5, GRANTED[1]: 6}, three)
    old = dict(zip(GRANTED[:3], (5, 6, 7), strict=True))
    new = dict(zip(GRANTED[:4], (0, 5, 6, 7), strict=True))
    found = evidence_of(new, Observed(FORM, dict.fromkeys(range(len(FORM)), 0) | old))
    assert found[Evidence.ROW_SHIFTED] == (tuple(GRANTED[:4]),)
    assert Evidence.ROW_SHIFTED not in kinds(old, new | {GRANTED[3]: 8})


@pytest.mark.parametrize("step", [1, -1])
def test_a_line_is_shifted_up_to_its_ends_and_not_around_them(step: int) -> None:
    numbers = (11, 12, 13, 14, 15, 16, 17)
    right = dict(zip(GRANTED, numbers, strict=True))
    moved = (99, *numbers[:-1]) if step == 1 else (*numbers[1:], 99)
    old = dict(zip(GRANTED, moved, strict=True))
    assert Evidence.ROW_SHIFTED in kinds(old, right)
    for place in range(7):
        other = Evidence.ROW_SHIFTED in kinds({**old, GRANTED[place]: 50}, right)
        assert other == (moved[place] == 99)  # what came in at the end can be any number


def test_a_number_that_both_neighbours_hold_is_told_of_once():
    cell = FORM.index["/requests/carried_in/natural_person"]
    column = [one.index for one in FORM if one.address.endswith("/natural_person")]
    place = column.index(cell)
    old = dict.fromkeys(range(len(FORM)), 0)
    for near in (column[place - 1], cell, column[place + 1]):
        old[near] = 7
    found = evidence_of({cell: 3}, Observed(FORM, old))
    assert found[Evidence.NEIGHBOUR_ROW] == ((cell,),)
