"""Single wrong cells over columns are those that diagnose finds."""

from __future__ import annotations

from itertools import islice
from random import Random

import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from tests.support.column_engines import (
    ENGINES,
    PLACE,
    eager_engines,
    finding_row,
    lazy_engines,
    numbered,
    rows,
)
from tests.support.effort import often, tries_as_drawn
from tests.support.random_reports import corpora, many
from tests.support.simple_reports import zeros

from gxstats import FORMS, Outcome, Strength, check, rulebook
from gxstats.columnar import InvalidColumns, findings, slips, to_arrow, with_findings
from gxstats.columnar.equations import column_equations
from gxstats.columnar.slips import _searched_like
from gxstats.diagnosis import diagnose
from gxstats.testing import random_corruptions


def with_slips(count, seed):
    """Complete reports, most of them with one cell or two wrong."""
    random = Random(seed)
    streams = [random_corruptions(random, id, slips=(1, 2)) for id in FORMS]
    made = []
    while len(made) < count:
        report = next(random.choice(streams)).corrupted
        made.append(
            report.replace(
                {cell.address: 0 for cell in report.form if report[cell.address] is None}
            )
        )
    return made


def expected(reports):
    found = {}
    for place, report in enumerate(reports):
        diagnosis = diagnose(report)
        if diagnosis.size != 1 or not check(report).violated:
            continue
        for explanation in diagnosis.explanations:
            [change] = explanation.changes
            new = change.new if change.room is None else None
            found[place, change.cell] = (change.old, new, diagnosis.count)
    return found


def require_agreement(corpus, wanted):
    told = rows(slips(corpus, keys=[PLACE]))
    found = {(row[PLACE], row["cell"]): (row["old"], row["new"], row["count"]) for row in told}
    assert found == wanted
    assert len(found) == len(told)


@pytest.fixture(scope="module")
def searched():
    """Reports, and what the search finds: once for all engines."""
    reports = with_slips(often(125), seed=31) + many(often(125), seed=34)
    upheld, total = (f"/disputes/reconsideration/{one}" for one in ("upheld", "total"))
    reports += [zeros().replace({upheld: 2, total: one}) for one in (1, 3)]  # by one, both ways
    other = "/disputes/direct_litigation/total"
    reports.append(zeros().replace({total: 2, other: 3}))  # two sums that share no cell
    return reports, expected(reports)


@eager_engines
def test_every_engine_agrees_with_the_search(engine, searched):
    reports, found = searched
    counts = {count for _, _, count in found.values()}
    assert 1 in counts
    assert max(counts) > 1
    assert any(None in reports[place].values() for place, _ in found)
    assert None in {new for _, new, _ in found.values()}
    require_agreement(ENGINES[engine](numbered(reports)), found)


# A query takes a second to build, however few the reports: so few corpora, and full ones.
@lazy_engines
@given(corpora(least=6))
@tries_as_drawn(4)
def test_every_engine_agrees_with_the_search_on_any_reports(engine, reports):
    require_agreement(ENGINES[engine](numbered(reports)), expected(reports))


# One query of DuckDB in the default tier, for the steps that it alone takes.
def test_duckdb_finds_the_slips_of_a_few_reports():
    total = "/disputes/reconsideration/total"
    reports = [zeros(), zeros().replace({total: 2}), zeros().replace({total: None})]
    few = zeros().replace({"/disputes/reconsideration/upheld": 1})
    require_agreement(ENGINES["DuckDB"](numbered([*reports, few])), expected([*reports, few]))


def test_one_wrong_cell_of_table_three_is_found():
    cell = "/requests/outcomes/granted/natural_person"
    truths = [
        truth.replace({cell.address: 0 for cell in truth.form if truth[cell.address] is None})
        for form in FORMS
        for truth in (one.truth for one in islice(random_corruptions(Random(33), form), 12))
    ]
    off = [(truth, by) for by in (9, 1, -1) for truth in truths if truth[cell] + by >= 0]
    wrong = [truth.replace({cell: truth[cell] + by}) for truth, by in off]
    told = slips(pl.from_arrow(numbered([*truths, *wrong])), keys=[PLACE]).to_dicts()
    assert sorted(
        (row[PLACE], row["cell"], row["old"], row["new"], row["count"]) for row in told
    ) == [
        (len(truths) + place, cell, truth[cell] + by, truth[cell], 1)
        for place, (truth, by) in enumerate(off)
    ]
    assert sum(by == -1 for _, by in off) > 5


@pytest.mark.parametrize(
    "engine", ["polars, lazy", pytest.param("pandas, on Arrow", marks=pytest.mark.engines)]
)
def test_reports_with_findings_have_all_findings_and_all_slips(engine, searched):
    reports, of_search = searched
    few = with_findings(ENGINES[engine](numbered(reports)))
    all_findings = [
        finding_row(place, result)
        for place, report in enumerate(reports)
        for result in check(report)
        if result.outcome is not Outcome.HELD
    ]
    told = rows(findings(few, keys=[PLACE]))
    assert sorted(told, key=repr) == sorted(all_findings, key=repr)
    require_agreement(few, of_search)
    kept = {row[PLACE] for row in rows(nw.from_native(few).select(PLACE).to_native())}
    assert kept == {row[PLACE] for row in all_findings}
    assert 0 < len(kept) < len(reports)


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "DuckDB"])
def test_what_takes_a_search_is_told_in_the_types_of_the_rest(engine, searched):
    reports, found = searched
    with_blanks = [
        reports[place]
        for place in {place for place, _ in found}
        if None in reports[place].values()
    ]
    number = pa.int64()
    types = {PLACE: number, "cell": pa.string(), "old": number, "new": number, "count": number}
    rest = nw.from_native(ENGINES[engine](pa.schema(types.items()).empty_table()))
    left = nw.from_native(ENGINES[engine](numbered(with_blanks)))
    made = _searched_like(rest, left, [PLACE])
    assert made.collect_schema() == rest.collect_schema()
    if made.implementation.is_pandas():
        assert made.to_native().dtypes.equals(rest.to_native().dtypes)
    told = {
        (row[PLACE], row["cell"]): (row["old"], row["new"], row["count"])
        for row in rows(made.to_native())
    }
    assert told == expected(with_blanks)
    assert len(told) > 2


def test_what_has_findings_keeps_all_columns():
    table = numbered(many(20, seed=36))
    few = with_findings(table)
    assert few.schema == table.schema
    places = few.column(PLACE).to_pylist()
    assert few.to_pylist() == [table.to_pylist()[place] for place in places]


def test_no_corpus_has_no_slips():
    nothing = pl.from_arrow(to_arrow([]))
    assert slips(nothing).height == with_findings(nothing).height == 0


def test_missing_columns_are_refused():
    table = to_arrow(many(1, seed=37)).drop_columns(["/requests/received/total"])
    for judge in (slips, with_findings):
        with pytest.raises(InvalidColumns, match="/requests/received/total"):
            judge(table)


def test_the_equations_are_those_of_every_form():
    equations = column_equations()
    for form in FORMS.values():
        binding = {
            relation.id: {term.address: term.coefficient for term in relation.terms}
            for relation in rulebook(form)
            if relation.strength is not Strength.SOFT
        }
        for cell in equations.cells:
            if form.id not in cell.forms:
                assert cell.column not in form
                continue
            for id, coefficient in cell.rows:
                assert binding[id][cell.column] == coefficient
    connected = [{relation.id} for relation in equations.relations]
    for cell in equations.cells:
        of_cell = {id for id, _ in cell.rows}
        apart = [ids for ids in connected if not ids & of_cell]
        connected = [*apart, set().union(*(ids for ids in connected if ids & of_cell))]
    assert sorted(map(sorted, equations.components)) == sorted(map(sorted, connected))
    ids = [id for component in equations.components for id in component]
    assert sorted(ids) == sorted(relation.id for relation in equations.relations)
