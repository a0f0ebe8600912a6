"""A diagnosis gives all smallest sets of wrong cells, and only these."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from functools import cache

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import some, tries
from tests.support.integer_program import Oracle, Unsettled, equations, slipped, tied_to_last_year
from tests.support.simple_reports import zeros

from gxstats import (
    FORMS,
    CellValueError,
    Form,
    Organ,
    Outcome,
    Report,
    UnknownAddress,
    check,
    examples,
    form,
    read,
)
from gxstats.diagnosis import Budget, Evidence, diagnose, repair
from gxstats.diagnosis.evidence import Observed, evidence_of, weigh
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks

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


@given(report=reports("any"))
def test_a_report_that_adds_up_needs_no_explanation(report: Report) -> None:
    diagnosis = diagnose(report)
    assert (diagnosis.size, diagnosis.count, diagnosis.failing) == (0, 1, 0)
    assert diagnosis.explanations[0].changes == ()
    bound = {a for r in check(report) if r.relation.strength.value != "soft" for a in r.cells}
    assert set(diagnosis.certain) == bound


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
    """Small counts, zeros, blanks, up to five wrong cells, cycles, known cells, last year."""
    rng = random.Random(seed)
    shown = form(rng.choice(list(FORMS)))
    values = slipped(shown, rng, rng.choice([1, 1, 2, 2, 2, 3, 3, 4, 5]))
    cells = [cell.index for cell in TABLE_THREE[shown.id]]
    rows = [row for row in equations(shown) if set(row) <= set(cells)]
    names = list(shown.index)
    last_year = None
    if rng.random() < 0.25:
        before, ties = tied_to_last_year(shown, values, rng)
        other = form(rng.choice(list(FORMS)))
        carried = [a for a in other.index if a.startswith("/requests/carried_out/")]
        last_year = report_with(other, dict(zip(carried, before, strict=True)))
        rows, values = [*rows, *ties], [*values, *before]
        names += [f"previous:{address}" for address in carried]
        cells += range(len(shown), len(names))
    known = [cell for cell in cells if values[cell] is not None]
    fixed = rng.sample(known, rng.choice([0, 0, 1, 5]))
    report = report_with(
        shown, {a: values[i] for i, a in enumerate(shown.index) if a.startswith("/requests/")}
    )
    program = Oracle(rows, values, fixed)
    expected = program.smallest()
    found = diagnose(report, fixed=[names[cell] for cell in fixed], last_year=last_year)
    if not found.complete:  # said to be beyond the budget, with what was proved until then
        assert found.explanations == ()
        assert expected is None or found.size <= expected
        return
    assert found.count == len(found.explanations) or found.count > Budget().explanations
    if expected is None:
        assert found.count == 0
        return
    if found.size < expected:  # is it the solver that is wrong? a set that will do refutes it
        expected = program.smallest_once_more()
    assert found.size == expected
    sets = {frozenset(names.index(c.cell) for c in e.changes) for e in found.explanations}
    assert len(sets) == len(found.explanations) > 0
    for explanation in found.explanations:
        changed = {names.index(change.cell): change.new for change in explanation.changes}
        assert len(changed) == expected
        assert not changed.keys() & set(fixed)
        assert solvable(rows, {**dict(enumerate(values)), **changed})
    if found.count == len(sets):
        assert program.another(expected, sets) is None


def report_with(shown: Form, values: Mapping[str, int | None]) -> Report:
    return shown.report(values, year=None, organ=Organ(name=None))


def solvable(rows: list[dict[int, int]], values: dict[int, int | None]) -> bool:
    """Whether the rows hold, those with blanks left out; blanks are the integer program's."""
    return all(
        sum(factor * values[cell] for cell, factor in row.items()) == 0
        for row in rows
        if all(values[cell] is not None for cell in row)
    )


def compared(seeds: Iterable[int]) -> int:
    """How many were compared: the others took the solver too long."""
    settled = 0
    for seed in seeds:
        try:
            same_as_the_integer_program(seed)
        except Unsettled:
            continue
        settled += 1
    return settled


@pytest.mark.parametrize("start", some(range(17, 37, 5), 50))
def test_the_sets_are_those_of_an_integer_program(start: int) -> None:
    assert compared(range(start, start + 5)) > 0


@given(pair=corrupted(2, "三"))
def test_up_to_two_wrong_cells_of_table_three_are_never_beyond_the_budget(
    pair: tuple[Report, Report],
) -> None:
    assert diagnose(pair[1]).complete


@given(corrupted(1, "三"), st.randoms(use_true_random=False), st.integers(0, 120))
def test_one_wrong_cell_of_table_three_is_found_beside_any_blanks_in_few_steps(
    pair: tuple[Report, Report], chance: random.Random, count: int
) -> None:
    right, wrong = pair
    cells = [cell.address for cell in TABLE_THREE[wrong.form.id]]
    blank = chance.sample(cells, count)
    report = wrong.replace(dict.fromkeys(blank))
    found = diagnose(report, budget=Budget(steps=3_000))
    assert found.complete
    changed = {address for address in cells if report[address] not in {right[address], None}}
    assert found.size <= len(changed)
    if found.size:
        assert changed <= found.suspects


@pytest.mark.thorough
def test_thousands_of_sets_are_those_of_an_integer_program() -> None:
    assert compared(range(100, 12_600)) >= 10_000


@given(pair=corrupted(3))
def test_the_same_report_has_the_same_diagnosis(pair: tuple[Report, Report]) -> None:
    _, wrong = pair
    assert diagnose(wrong).to_dict() == diagnose(wrong.replace({})).to_dict()


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


def test_a_budget_and_a_weight_are_whole_numbers_from_1_up() -> None:
    assert Budget() == Budget(steps=50_000, explanations=1_000)
    wrong = zeros(disputes__reconsideration__upheld=10)
    total = "/disputes/reconsideration/total"
    assert diagnose(wrong, budget=Budget(steps=1, explanations=1), weights={total: 1})
    for refused in ({"steps": 0}, {"explanations": 0}):
        with pytest.raises(ValueError, match=next(iter(refused))):
            Budget(**refused)
    with pytest.raises(ValueError, match="weight"):
        diagnose(wrong, weights={total: 0})


def test_a_change_as_json_has_its_cell_both_numbers_and_words() -> None:
    document = diagnose(zeros(disputes__reconsideration__upheld=10)).to_dict()
    changes = [one["changes"] for one in document["explanations"]]
    total = next(c for c in (one[0] for one in changes) if c["cell"].endswith("/total"))
    assert (total["from"], total["to"]) == (0, 10)
    assert "room" not in total
    assert "total_zero" in total["evidence"]
    assert total["message"]["zh"]
    assert total["message"]["en"]


def test_an_unknown_address_is_named() -> None:
    with pytest.raises(UnknownAddress, match="reconsideration"):
        diagnose(example(), fixed=["/disputes/reconsideration/totl"])


def test_a_total_left_at_zero_is_the_likelier_of_two() -> None:
    report = example().replace({"/disputes/reconsideration/total": 0})
    first = diagnose(report).explanations[0]
    assert first.changes[0].evidence == (Evidence.TOTAL_ZERO,)
    assert first.explain("zh") == "表四“行政复议：总计”应为 2（现为 0，总计仍为 0，未汇总）"


# --- what is known beside the report --------------------------------------------------------------
@given(pair=corrupted(2, "三"), data=st.data())
def test_a_number_known_from_elsewhere_is_what_the_cell_must_hold(
    pair: tuple[Report, Report], data: st.DataObject
) -> None:
    right, wrong = pair
    cells = [c.address for c in right.form if c.table.number in "三四"]
    known = {a: right[a] for a in data.draw(st.lists(st.sampled_from(cells), max_size=6))}
    diagnosis = diagnose(wrong, known=known)
    contradicted = {a for a, value in known.items() if wrong[a] != value}
    assert diagnosis.count > 0
    for explanation in diagnosis.explanations:
        changed = {change.cell: change.new for change in explanation.changes}
        assert {a: changed.get(a) for a in contradicted} == {a: known[a] for a in contradicted}
        assert not changed.keys() & (known.keys() - contradicted)
        assert check(repair(wrong, explanation).report).verdict is Outcome.HELD
    assert diagnosis.size <= sum(wrong[a] != value for a, value in values_of(right).items())


def values_of(report: Report) -> dict[str, int]:
    return {cell.address: value for cell, value in report.cells()}


def test_a_total_that_is_printed_twice_tells_which_of_two_is_wrong() -> None:
    cell = "/disputes/reconsideration/total"
    report = example().replace({cell: 0})
    assert diagnose(report).count == 2
    twice = diagnose(report, known={cell: 2})
    assert twice.unique
    assert [(c.cell, c.new) for c in twice.explanations[0].changes] == [(cell, 2)]
    sound = diagnose(example(), known={"/disclosure/rules/made": 5})  # no sum has this cell
    assert [(c.cell, c.old, c.new) for c in sound.explanations[0].changes] == [
        ("/disclosure/rules/made", 0, 5)
    ]


@given(pair=corrupted(2, "三"), before=reports("any"))
def test_last_years_report_only_sharpens(pair: tuple[Report, Report], before: Report) -> None:
    """Where it carried over what was taken over, the truth stays possible, with fewer others."""
    right, wrong = pair
    columns = [a for a in right.form.index if a.startswith("/requests/carried_in/")]
    carried = {a.replace("carried_in", "carried_out"): right[a] for a in columns}
    last_year = attrs.evolve(before.replace(carried), year=None)
    alone, together = diagnose(wrong), diagnose(wrong, last_year=last_year)
    differing = {a for a, value in values_of(right).items() if wrong[a] != value}
    assert alone.size <= together.size <= len(differing)
    for explanation in together.explanations:
        assert check(repair(wrong, explanation).report).verdict is Outcome.HELD
    if together.size == len(differing):
        assert differing in [{c.cell for c in e.changes} for e in together.explanations]


def test_last_years_report_locates_what_one_report_cannot() -> None:
    right = example()
    wrong = right.replace(
        {  # taken over, wrongly, and added up so: nothing shows which row is wrong
            "/requests/carried_in/natural_person": 3,
            "/requests/carried_in/total": 3,
        }
    )
    last_year = attrs.evolve(right, year=2018)
    assert not diagnose(wrong).unique
    sharper = diagnose(wrong, last_year=last_year)
    assert sharper.unique
    assert repair(wrong, sharper.explanations[0]).report == right


def test_a_slip_of_last_year_is_called_so() -> None:
    right = example()
    before = attrs.evolve(right, year=2018).replace({"/requests/carried_out/natural_person": 4})
    diagnosis = diagnose(right, last_year=before)
    (explanation,) = diagnosis.explanations
    assert [c.cell for c in explanation.changes] == [
        "previous:/requests/carried_out/natural_person"
    ]
    assert explanation.explain("zh").startswith("上年报告表三")
    assert "last year's report" in explanation.explain("en")
    repaired = repair(right, explanation)
    assert repaired.report == right
    assert repaired.changes == ()


def test_a_cell_is_named_by_the_form_that_it_is_on() -> None:
    unpaid = "/requests/outcomes/other/fee_unpaid/natural_person"  # of no other form
    carried = "/requests/carried_out/natural_person"
    wrong = zeros().replace({unpaid: 5})
    before = zeros("2019", year=2022).replace({carried: 4})
    (found,) = diagnose(wrong, last_year=before).explanations
    assert [(change.cell, change.form.id) for change in found.changes] == [
        (unpaid, "2021"),
        (f"previous:{carried}", "2019"),
    ]
    known = diagnose(zeros(), last_year=before, known={unpaid: 5, f"previous:{carried}": 0})
    assert known.given == 2


def test_blanks_that_may_be_0_take_no_step() -> None:
    gaps = zeros().replace(dict.fromkeys(list(zeros().form.index)[20:60]))
    assert (diagnose(gaps).steps, diagnose(gaps).count) == (0, 1)


@pytest.mark.parametrize("before", ["2019", "2021"])
def test_a_number_that_last_years_report_has_in_the_same_cell_is_called_so(before: str) -> None:
    wrong = zeros(requests__outcomes__granted__natural_person=7)
    for number, expected in ((7, (Evidence.LAST_YEAR,)), (8, ())):
        last_year = zeros(before, year=2022, requests__outcomes__granted__natural_person=number)
        (change,) = diagnose(wrong, last_year=last_year).explanations[0].changes
        assert change.evidence == expected
    elsewhere = zeros(before, year=2022, requests__outcomes__granted__total=7)
    (change,) = diagnose(wrong, last_year=elsewhere).explanations[0].changes
    assert change.evidence == ()


def test_reports_whose_years_do_not_follow_are_refused() -> None:
    with pytest.raises(ValueError, match="2019 is not that of the year before 2019"):
        diagnose(example(), last_year=example())


def test_a_known_number_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(CellValueError, match="/requests/received/total"):
        diagnose(example(), known={"/requests/received/total": -1})


def test_an_explanation_repairs_no_other_report() -> None:
    wrong = example().replace({"/disputes/reconsideration/total": 0})
    explanation = diagnose(wrong).explanations[0]
    with pytest.raises(ValueError, match="another report"):
        repair(example(), explanation)


def test_a_change_has_its_range_where_a_blank_leaves_it_open_and_none_where_it_is_forced() -> None:
    parts = {"disputes__reconsideration__upheld": 10, "disputes__reconsideration__corrected": 1}
    cell = "/disputes/reconsideration/total"
    blank = {"disputes__reconsideration__other": None}
    for more, new, room in ((blank, None, (11, None)), ({}, 11, None)):
        (explanation,) = diagnose(zeros(**parts, **more)).explanations
        (change,) = explanation.changes
        assert (change.cell, change.new, change.room) == (cell, new, room)
        assert change.to_dict()["to"] == new


def test_a_repair_never_chooses_among_numbers() -> None:
    wrong = zeros(
        disputes__reconsideration__upheld=10,
        disputes__reconsideration__corrected=1,
        disputes__reconsideration__other=None,
        disputes__direct_litigation__upheld=3,
        disputes__direct_litigation__corrected=1,
    )
    (explanation,) = diagnose(wrong).explanations
    repaired = repair(wrong, explanation)
    open_, told = "/disputes/reconsideration/total", "/disputes/direct_litigation/total"
    assert [change.cell for change in repaired.left] == [open_]
    assert [change.cell for change in repaired.changes] == [told]
    assert repaired.report == wrong.replace({told: 4})
    assert "should be 11 or more" in repaired.explain("en")
    assert "不小于 11" in repaired.explain("zh")
    assert "0 → 4" in repaired.explain("en").splitlines()[0]


def test_explanations_of_several_parts_are_listed_by_all_that_speaks_for_them() -> None:
    report = zeros(
        disputes__reconsideration__upheld=12,
        disputes__reconsideration__corrected=12,
        disputes__reconsideration__total=21,
        disputes__direct_litigation__upheld=16,
        disputes__direct_litigation__pending=30,
        disputes__direct_litigation__total=31,
        requests__outcomes__granted__natural_person=5,
    )
    diagnosis = diagnose(report)
    observed = Observed(report.form, report.values())
    weights, chosen = [], []
    for explanation in diagnosis.explanations:
        parts: dict[str, dict[int, int]] = {}
        for change in explanation.changes:
            part = parts.setdefault(change.cell.split("/")[2], {})
            part[report.form.index[change.cell]] = change.new
        weights.append(sum(weigh(part, evidence_of(part, observed)) for part in parts.values()))
        chosen.append(frozenset(change.cell for change in explanation.changes))
    assert len(set(chosen)) == len(chosen) == diagnosis.count == 3 * 3
    assert weights == sorted(weights)
    assert len(set(weights)) > 3
    for most in (1, 4, 9):
        listed = diagnose(report, budget=Budget(explanations=most))
        assert listed.explanations == diagnosis.explanations[:most]
        assert (listed.count, listed.unique) == (9, False)


def test_explanations_for_which_as_much_speaks_are_listed_in_the_order_of_their_cells() -> None:
    rows = [f"outcomes/{row}" for row in ("granted", "partially_granted", "not_processed/repeat")]
    columns = ["natural_person", "commercial_enterprise", "research_institution"]
    numbers = iter((21111, 31222, 41333, 51444, 61555, 71666, 81777, 91888, 10999))
    cells = {f"/requests/{row}/{column}": next(numbers) for row in rows for column in columns}
    report = zeros().replace(cells)
    sums = {
        f"/requests/{row}/total": sum(report[f"/requests/{row}/{c}"] for c in columns)
        for row in rows
    }
    for row in ("received", "outcomes/total"):
        for c in columns:
            sums[f"/requests/{row}/{c}"] = sum(report[f"/requests/{r}/{c}"] for r in rows)
        sums[f"/requests/{row}/total"] = sum(cells.values())
    right = report.replace(sums)
    assert check(right).verdict is Outcome.HELD
    slipped = [f"/requests/{row}/{columns[i]}" for i, row in enumerate(rows)]
    wrong = right.replace({cell: right[cell] + 1000 for cell in slipped})
    diagnosis = diagnose(wrong)
    observed, order = Observed(wrong.form, wrong.values()), []
    for explanation in diagnosis.explanations:
        new = {wrong.form.index[change.cell]: change.new for change in explanation.changes}
        order.append((weigh(new, evidence_of(new, observed)), list(new)))
    assert len(order) == diagnosis.count == 6
    assert len({weight for weight, _ in order}) == 1
    assert order == sorted(order)


def test_a_search_takes_no_more_steps_than_it_is_allowed() -> None:
    pairs = zeros(
        requests__outcomes__granted__natural_person=5,
        requests__outcomes__partially_granted__commercial_enterprise=5,
    )
    needed = diagnose(pairs).steps
    assert needed == 3  # of the cells that join two equations: two that do, one that does not
    for steps in range(1, needed):
        stopped = diagnose(pairs, budget=Budget(steps=steps))
        assert (stopped.complete, stopped.explanations, stopped.size) == (False, (), 2)
        assert stopped.steps == steps + 1
    assert diagnose(pairs, budget=Budget(steps=needed)).complete
    assert diagnose(zeros(disputes__reconsideration__upheld=5)).steps == 5  # all of its equation


def test_a_linear_program_counts_for_a_hundred_steps() -> None:
    shifted = zeros(
        requests__outcomes__granted__natural_person=5, requests__outcomes__granted__total=5
    )
    assert diagnose(shifted).steps > 2_000
    stopped = diagnose(shifted, budget=Budget(steps=150))
    assert (stopped.complete, stopped.explanations, stopped.size) == (False, (), 2)
    assert 150 < stopped.steps <= 250
    assert diagnose(shifted, budget=Budget(steps=50)).steps == 148  # at the first of them


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("right", [0, 999_999_999_999])
def test_a_number_that_is_forced_takes_no_linear_program(right: int, weighted: bool) -> None:
    """Which counts for a hundred steps; the numbers are the least and the greatest there are."""
    rows = ("received", "outcomes/granted", "outcomes/total")
    cells = [f"/requests/{row}/{column}" for row in rows for column in ("natural_person", "total")]
    report = zeros().replace(dict.fromkeys(cells, right))
    weights = {cells[2]: 1} if weighted else {}
    diagnosis = diagnose(report.replace({cells[2]: 5}), weights=weights)
    assert repair(report.replace({cells[2]: 5}), diagnosis.explanations[0]).report == report
    assert diagnosis.unique
    assert diagnosis.steps < 100


# --- the proof ------------------------------------------------------------------------------------


def test_the_proof_says_why_no_single_cell_will_do() -> None:
    right = example()
    wrong = right.replace(
        {
            "/requests/outcomes/granted/natural_person": 34,
            "/requests/outcomes/refused/prohibited_by_law/commercial_enterprise": 2,
        }
    )
    assert diagnose(wrong).size == 2
    assert "4 条等式不成立" in diagnose(wrong).reason.zh
    cancelling = right.replace(
        {
            "/requests/outcomes/granted/natural_person": 42,
            "/requests/outcomes/granted/commercial_enterprise": 1,
        }
    )
    diagnosis = diagnose(cancelling)
    assert diagnosis.size == 2
    for language, words in (("zh", "只改一格不够"), ("en", "No single cell will do")):
        assert words in diagnosis.reason[language]
        assert words not in diagnose(wrong).reason[language]
        assert "_" not in diagnosis.reason[language]  # labels of the form, no names of ours


@pytest.mark.parametrize("count", [999_999_999_999, 10**9])
def test_numbers_that_no_cell_can_hold_are_not_proposed(count: int) -> None:
    report = example().form.blank(year=2019, organ=Organ(name=None))
    parts = ("upheld", "corrected", "other", "pending")
    report = report.replace({f"/disputes/reconsideration/{part}": count for part in parts})
    report = report.replace({"/disputes/reconsideration/total": 1})
    diagnosis = diagnose(report)
    new = [c.new for e in diagnosis.explanations for c in e.changes]
    assert all(0 <= value <= 999_999_999_999 for value in new)
    assert diagnosis.complete or diagnosis.explanations == ()


def require_bounded_work(report: Report) -> None:
    diagnosis = diagnose(report)
    assert diagnosis.steps <= 4 * (Budget().steps + 1)
    assert diagnosis.complete or diagnosis.count == 0


@tries(25)  # where everything is wrong, each takes all of the budget
@given(report=arbitrary_reports("any"))
def test_whatever_is_wrong_the_answer_takes_bounded_work(report: Report) -> None:
    require_bounded_work(report)


@pytest.mark.thorough
@tries()
@given(report=arbitrary_reports("any"))
def test_whatever_is_wrong_in_hundreds_of_reports_takes_bounded_work(report: Report) -> None:
    require_bounded_work(report)


@cache
def example() -> Report:
    return read(examples.path("yindu-2019")).report
