"""A blank is deduced if and only if the sums leave it one number; nothing is filled unasked."""

from __future__ import annotations

import random

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog
from tests.support.effort import some
from tests.support.integer_program import equations
from tests.support.simple_reports import zeros

from gxstats import FORMS, Organ, Outcome, Report, check, examples, form, read
from gxstats.diagnosis import Evidence, deduce
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks


@st.composite
def with_gaps(draw: st.DrawFn) -> tuple[Report, Report]:
    """A consistent report, and the same with some cells of tables three and four blank."""
    right = draw(reports("any"))
    cells = [cell.address for cell in right.form if cell.table.number in "三四"]
    rng = draw(st.randoms(use_true_random=False))
    blanks = rng.sample(cells, rng.choice([1, 2, 5, 10, 30, 80, len(cells)]))
    return right, right.replace(dict.fromkeys(blanks))


def ranges_by_linear_program(report: Report) -> dict[str, tuple[int, int | None]] | None:
    """Least and greatest number of every blank in a sum; None if there is a contradiction.

    The relations are taken as they are published; each makes the others' blanks integral.
    """
    values = report.values()
    rows = [row for row in equations(report.form) if any(values[cell] is None for cell in row)]
    blanks = sorted({cell for row in rows for cell in row if values[cell] is None})
    place = {cell: i for i, cell in enumerate(blanks)}
    matrix = np.zeros((len(rows), len(blanks)))
    sides = np.zeros(len(rows))
    for i, row in enumerate(rows):
        for cell, factor in row.items():
            if cell in place:
                matrix[i, place[cell]] = factor
            else:
                sides[i] -= factor * values[cell]
    found: dict[str, tuple[int, int | None]] = {}
    if not blanks:
        return {} if not sides.any() else None
    for cell in blanks:
        ends: list[int | None] = []
        for sign in (1, -1):
            cost = np.zeros(len(blanks))
            cost[place[cell]] = sign
            done = linprog(cost, A_eq=matrix, b_eq=sides, bounds=(0, None), method="highs")
            if done.status == 2:
                return None
            ends.append(None if done.status == 3 else round(sign * done.fun))
        found[report.form.cells[cell].address] = (ends[0], ends[1])
    return found


@pytest.mark.parametrize("seed", some(range(25), 40))
def test_blanks_have_the_ranges_of_a_linear_program(seed: int) -> None:
    rng = random.Random(seed)
    shown = form(rng.choice(list(FORMS)))
    from tests.support.integer_program import slipped

    values = slipped(shown, rng, rng.choice([0, 0, 0, 1]))
    addresses = [a for a in shown.index if a.startswith("/requests/")]
    for address in rng.sample(addresses, rng.choice([2, 8, 20, 45])):
        values[shown.index[address]] = None
    report = shown.report(
        {a: values[shown.index[a]] for a in addresses}, year=None, organ=Organ(name=None)
    ).replace({a: 0 for a in shown.index if a.startswith("/disputes/")})
    expected = ranges_by_linear_program(report)
    found = deduce(report)
    assert bool(found.contradictions) == (expected is None)
    if expected is not None:
        ranges = {one.cell: (one.value, one.value) for one in found.forced}
        ranges |= {one.cell: (one.least, one.greatest) for one in found.open}
        assert ranges == expected


@given(pair=with_gaps())
def test_what_is_deduced_is_what_was_blanked(pair: tuple[Report, Report]) -> None:
    right, gaps = pair
    found = deduce(gaps)
    assert found.contradictions == ()
    for one in found.forced:
        assert one.value == right[one.cell]
        assert (Evidence.BLANK in one.evidence) == (one.value > 0)
    for one in found.open:
        assert one.least <= right[one.cell]
        assert one.greatest is None or right[one.cell] <= one.greatest
        assert one.least != one.greatest
    named = [one.cell for one in (*found.forced, *found.open)]
    blank = {c.address for c, v in gaps.cells() if v is None and c.table.number in "三四"}
    assert sorted(named) == sorted(blank)


MOST = 999_999_999_999


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        ((MOST - 1, 0, 0, 0), MOST - 1),
        ((MOST, 0, 0, 0), MOST),
        ((MOST - 1, 1, 0, 0), MOST),
        ((MOST, 1, 0, 0), None),
        ((MOST, MOST, MOST, MOST), None),
    ],
)
def test_a_total_that_no_cell_can_hold_is_a_contradiction(
    parts: tuple[int, ...], total: int | None
) -> None:
    row = "/disputes/reconsideration/"
    names = ("upheld", "corrected", "other", "pending")
    report = zeros("2021").replace(
        {
            **{row + name: part for name, part in zip(names, parts, strict=True)},
            row + "total": None,
        }
    )
    found = deduce(report)
    assert [one.value for one in found.forced] == ([] if total is None else [total])
    assert len(found.contradictions) == (total is None)
    assert found.open == ()


@given(pair=with_gaps())
def test_no_blank_is_filled_unless_it_is_asked_for(pair: tuple[Report, Report]) -> None:
    right, gaps = pair
    found = deduce(gaps)
    assert found.report is gaps
    filled = found.filled()
    assert gaps.values().count(None) - filled.values().count(None) == len(found.forced)
    assert check(filled).verdict is not Outcome.VIOLATED
    if not found.open:
        assert [v for c, v in filled.cells() if c.table.number in "三四"] == [
            v for c, v in right.cells() if c.table.number in "三四"
        ]


@given(pair=with_gaps())
def test_the_relations_named_force_the_number_and_none_can_be_left_out(
    pair: tuple[Report, Report],
) -> None:
    """Shown by trying: with all relations but one of those named, another number would do."""
    _, gaps = pair
    found = deduce(gaps)
    for one in found.forced[:3]:
        assert forces(gaps, one.relations, one.cell) == (one.value, one.value)
        for relation in one.relations:
            rest = [other for other in one.relations if other is not relation]
            assert forces(gaps, rest, one.cell) != (one.value, one.value)


def forces(report: Report, relations, cell: str) -> tuple[int, int | None]:
    """The range of a blank under some relations alone, by a linear program."""
    index = report.form.index
    values = report.values()
    rows = [{index[t.address]: t.coefficient for t in r.terms} for r in relations]
    blanks = sorted({c for row in rows for c in row if values[c] is None} | {index[cell]})
    matrix = np.array([[row.get(c, 0) for c in blanks] for row in rows]).reshape(-1, len(blanks))
    sides = np.array(
        [-sum(f * values[c] for c, f in row.items() if values[c] is not None) for row in rows]
    )
    ends: list[int | None] = []
    for sign in (1, -1):
        cost = [sign * (c == index[cell]) for c in blanks]
        done = linprog(cost, A_eq=matrix, b_eq=sides, bounds=(0, None), method="highs")
        ends.append(None if done.status == 3 else round(sign * done.fun))
    return ends[0], ends[1]


def test_a_contradiction_names_the_relations_that_cannot_all_hold() -> None:
    right = read(examples.path("yindu-2019")).report
    gaps = right.replace(
        {"/disputes/reconsideration/pending": None, "/disputes/reconsideration/total": 0}
    ).replace({"/disputes/reconsideration/upheld": 3})
    (found,) = deduce(gaps).contradictions
    assert [relation.id for relation in found.relations] == ["disputes.total.reconsideration"]
    assert "一式，空白处无论填多少都不相符" in found.explain("zh")
    assert "this cannot be correct" in found.explain("en")


def test_several_relations_of_a_contradiction_are_said_together() -> None:
    report = zeros(requests__received__natural_person=None, requests__received__total=5)
    (found,) = deduce(report).contradictions
    assert [relation.id for relation in found.relations] == [
        "requests.balance.natural_person",
        "requests.applicant_total.received",
    ]
    assert found.to_dict() == {
        "relations": ["requests.balance.natural_person", "requests.applicant_total.received"],
        "message": {language: found.explain(language) for language in ("zh", "en")},
    }
    assert "各式，空白处无论填多少都不能同时相符" in found.explain("zh")
    assert "these cannot all be correct" in found.explain("en")


def test_an_equation_that_cannot_hold_by_itself_is_named_without_what_is_tied_to_it() -> None:
    tied = zeros(
        requests__outcomes__granted__natural_person=None,
        requests__outcomes__granted__commercial_enterprise=5,  # more than their total, which is 0
        requests__outcomes__total__natural_person=3,
    )
    (found,) = deduce(tied).contradictions
    assert [one.id for one in found.relations] == ["requests.applicant_total.outcomes.granted"]


def test_a_contradiction_in_one_table_leaves_the_others_to_be_deduced() -> None:
    report = zeros(
        requests__received__natural_person=None,
        requests__received__total=5,
        disputes__reconsideration__upheld=None,
        disputes__reconsideration__total=5,
        disputes__direct_litigation__upheld=None,
        disputes__direct_litigation__other=None,
        disputes__direct_litigation__total=2,
    )
    found = deduce(report)
    assert len(found.contradictions) == 1
    assert [(one.cell, one.value) for one in found.forced] == [
        ("/disputes/reconsideration/upheld", 5)
    ]
    assert [one.to_dict() for one in found.open] == [
        {"cell": f"/disputes/direct_litigation/{part}", "least": 0, "greatest": 2}
        for part in ("upheld", "other")
    ]


def test_of_two_reasons_the_one_with_fewer_relations_is_named_in_words() -> None:
    row = "/requests/carried_in"
    report = zeros().replace(
        dict.fromkeys(
            [
                f"{row}/commercial_enterprise",
                f"{row}/legal_service_organization",
                f"{row}/total",  # its row needs the balances of two other columns
                "/requests/outcomes/total/total",  # its own column needs that of one other cell
            ]
        )
    )
    found = {one.cell: one for one in deduce(report).forced}
    total = found[f"{row}/total"]
    assert [relation.id for relation in total.relations] == [
        "requests.balance.total",
        "requests.outcome_total.total",
    ]
    assert total.explain("zh") == (
        "表三“二、上年结转政府信息公开申请数量”行“总计”列空着，只能是 0（由表三“总计”列“一、本年新收政府"
        "信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量”、表三“总计”列“（七）总计”合起来推出）"
    )
    assert total.explain("en").endswith('Table 3, column "Total", "(7) Total" together)')
    single = found["/requests/outcomes/total/total"]
    assert single.explain("zh") == (
        "表三“（七）总计”行“总计”列空着，只能是 0（由表三“总计”列“（七）总计”推出）"
    )
    assert single.explain("en") == (
        'table 3, row "(7) Total", column "Total" is blank and can only be 0 '
        '(from Table 3, column "Total", "(7) Total")'
    )


def test_what_last_year_carried_over_fills_a_blank() -> None:
    right = read(examples.path("yindu-2019")).report
    row = [a for a in right.form.index if a.startswith("/requests/carried_in/")]
    received = [a for a in right.form.index if a.startswith("/requests/received/")]
    gaps = right.replace(dict.fromkeys([*row, *received]))
    assert not {one.cell for one in deduce(gaps).forced} & {row[0], received[0]}
    last_year = attrs.evolve(right, year=2018)
    assert {one.cell for one in deduce(gaps, last_year=last_year).forced} == {*row, *received}


@given(report=st.one_of(arbitrary_reports("any"), reports_with_blanks("any")))
def test_any_report_is_deduced_from_in_words_and_as_json(report: Report) -> None:
    import json

    found = deduce(report)
    json.dumps(found.to_dict(), ensure_ascii=False)
    for one in (*found.forced, *found.contradictions):
        for language in ("zh", "en"):
            assert one.explain(language)
            assert "{" not in one.explain(language)
