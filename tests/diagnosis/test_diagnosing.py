"""A diagnosis gives all smallest sets of wrong cells, and only these."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oracle import equations, optima, slipped

from gxstats import FORMS, Organ, Outcome, Report, UnknownAddress, check, examples, form, read
from gxstats.diagnosis import Budget, Evidence, diagnose, repair
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks

quiet = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TABLE_THREE = {f: [c for c in form(f) if c.table.number == "三"] for f in FORMS}


@st.composite
def corrupted(draw: st.DrawFn, most: int, table: str = "三四") -> tuple[Report, Report]:
    """A consistent report, and the same with up to so many wrong cells."""
    right = draw(reports("any"))
    cells = [cell.address for cell in right.form if cell.table.number in table]
    chosen = draw(st.lists(st.sampled_from(cells), min_size=1, max_size=most, unique=True))
    values = {}
    for address in chosen:
        value = right[address]
        other = draw(
            st.one_of(
                st.integers(0, 60),
                st.sampled_from([0, value + 1, max(value - 1, 0), value * 10, value // 10]),
            )
        )
        values[address] = min(other, 999_999_999_999)
    return right, right.replace(values)


@quiet
@given(report=reports("any"))
def test_a_report_that_adds_up_needs_no_explanation(report: Report) -> None:
    diagnosis = diagnose(report)
    assert (diagnosis.size, diagnosis.count, diagnosis.failing) == (0, 1, 0)
    assert diagnosis.explanations[0].changes == ()
    bound = {a for r in check(report) if r.relation.strength.value != "soft" for a in r.cells}
    assert set(diagnosis.certain) == bound


@quiet
@given(pair=corrupted(1, "三"))
def test_one_wrong_cell_of_table_three_is_always_located_and_repaired(
    pair: tuple[Report, Report],
) -> None:
    right, wrong = pair
    diagnosis = diagnose(wrong)
    assert diagnosis.unique
    assert repair(wrong, diagnosis.explanations[0]).report == right
    if wrong != right:
        (change,) = diagnosis.explanations[0].changes
        assert change.old == wrong[change.cell]
        assert change.new == right[change.cell]
        assert change.cell not in diagnosis.certain


@quiet
@given(pair=corrupted(4))
def test_every_explanation_makes_every_relation_hold_with_no_more_cells_than_are_wrong(
    pair: tuple[Report, Report],
) -> None:
    right, wrong = pair
    diagnosis = diagnose(wrong)
    assert diagnosis.complete
    differing = [c.address for c, value in right.cells() if wrong[c.address] != value]
    assert diagnosis.size <= len(differing)
    assert 0 < len(diagnosis.explanations) <= diagnosis.count
    seen = set()
    for explanation in diagnosis.explanations:
        assert len(explanation.changes) == diagnosis.size
        repaired = repair(wrong, explanation)
        assert check(repaired.report).verdict is Outcome.HELD
        assert repaired.changes == explanation.changes
        assert repaired.original is wrong
        seen.add(tuple(change.cell for change in explanation.changes))
        assert not {change.cell for change in explanation.changes} & set(diagnosis.certain)
    assert len(seen) == len(diagnosis.explanations)


def same_as_the_integer_program(seed: int) -> None:
    rng = random.Random(seed)
    shown = form(rng.choice(list(FORMS)))
    values = slipped(shown, rng, 3)
    cells = [cell.index for cell in TABLE_THREE[shown.id]]
    known = [cell for cell in cells if values[cell] is not None]
    fixed = rng.sample(known, rng.choice([0, 0, 1, 5]))
    report = shown.report(
        {shown.cells[cell].address: values[cell] for cell in cells},
        year=None,
        organ=Organ(name=None),
    )
    rows = [row for row in equations(shown) if set(row) <= set(cells)]
    expected = optima(rows, values, fixed, most=30)
    found = diagnose(report, fixed=[shown.cells[cell].address for cell in fixed])
    if not found.complete:  # said to be beyond the budget, with what was proved until then
        assert found.explanations == ()
        assert expected is None or found.size <= expected[0]
        return
    sets = {frozenset(shown.index[c.cell] for c in e.changes) for e in found.explanations}
    if expected is None:
        assert found.count == 0
    else:
        size, optimal = expected
        assert found.size == size
        assert sets == optimal if len(optimal) < 30 else sets >= optimal


@pytest.mark.parametrize("seed", range(12))
def test_the_sets_are_those_of_an_integer_program(seed: int) -> None:
    same_as_the_integer_program(seed)


@quiet
@given(pair=corrupted(2, "三"))
def test_up_to_two_wrong_cells_of_table_three_are_never_beyond_the_budget(
    pair: tuple[Report, Report],
) -> None:
    assert diagnose(pair[1]).complete


@pytest.mark.long
def test_thousands_of_sets_are_those_of_an_integer_program() -> None:
    for seed in range(100, 2_100):
        same_as_the_integer_program(seed)


@quiet
@given(pair=corrupted(3))
def test_the_same_report_has_the_same_diagnosis(pair: tuple[Report, Report]) -> None:
    _, wrong = pair
    assert diagnose(wrong).to_dict() == diagnose(wrong.replace({})).to_dict()


@quiet
@given(report=st.one_of(arbitrary_reports("any"), reports_with_blanks("any")))
def test_any_report_is_diagnosed_or_said_to_be_beyond_the_budget(report: Report) -> None:
    diagnosis = diagnose(report, budget=Budget(steps=300, explanations=5))
    assert len(diagnosis.explanations) <= 5
    for language in ("zh", "en"):
        assert diagnosis.explain(language)
        assert "{" not in diagnosis.explain(language)
    if not diagnosis.complete:
        assert diagnosis.explanations == ()
        assert diagnosis.certain == ()


@quiet
@given(pair=corrupted(2, "三"), data=st.data())
def test_cells_that_are_known_to_be_right_stay(
    pair: tuple[Report, Report], data: st.DataObject
) -> None:
    right, wrong = pair
    same = [c.address for c, value in right.cells() if wrong[c.address] == value]
    fixed = data.draw(st.lists(st.sampled_from(same), max_size=10))
    diagnosis = diagnose(wrong, fixed=fixed)
    assert diagnosis.count > 0
    assert not diagnosis.suspects & set(fixed)


def test_where_all_cells_of_a_sum_are_right_there_is_no_explanation() -> None:
    report = example().replace({"/disputes/reconsideration/total": 0})
    group = [a for a in report.form.index if a.startswith("/disputes/reconsideration/")]
    diagnosis = diagnose(report, fixed=group)
    assert diagnosis.complete
    assert diagnosis.count == 0
    assert "认定无误" in diagnosis.reason.zh


def test_a_weight_moves_the_blame() -> None:
    report = example().replace({"/disputes/reconsideration/total": 0})
    assert diagnose(report).count == 2
    light = diagnose(report, weights={"/disputes/reconsideration/total": 3})
    assert [c.cell for c in light.explanations[0].changes] == ["/disputes/reconsideration/pending"]
    assert light.unique
    with pytest.raises(ValueError, match="weight"):
        diagnose(report, weights={"/disputes/reconsideration/total": 0})


def test_an_unknown_address_is_named() -> None:
    with pytest.raises(UnknownAddress, match="reconsideration"):
        diagnose(example(), fixed=["/disputes/reconsideration/totl"])


def test_a_total_left_at_zero_is_the_likelier_of_two() -> None:
    report = example().replace({"/disputes/reconsideration/total": 0})
    first = diagnose(report).explanations[0]
    assert first.changes[0].evidence == (Evidence.TOTAL_ZERO,)
    assert first.explain("zh") == "表四“行政复议：总计”应为 2（现为 0，总计仍为 0，未汇总）"


def example() -> Report:
    return read(examples.path("yindu-2019")).report
