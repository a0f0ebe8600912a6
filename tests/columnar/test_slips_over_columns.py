"""Single wrong cells over columns are those that diagnose finds."""

from __future__ import annotations

from itertools import islice
from random import Random

import narwhals as nw
import pytest
from corpora import corpora, many
from engines import ENGINES, PLACE, numbered, rows
from hypothesis import Phase, given, settings

from gxstats import FORMS, Strength, check, rulebook
from gxstats.columnar import InvalidColumns, findings, slips, to_arrow, with_findings
from gxstats.columnar.equations import column_equations
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


def require_agreement(engine, reports, wanted=None):
    told = rows(slips(ENGINES[engine](numbered(reports)), keys=[PLACE]))
    found = {(row[PLACE], row["cell"]): (row["old"], row["new"], row["count"]) for row in told}
    assert found == (expected(reports) if wanted is None else wanted)
    assert len(found) == len(told)


@pytest.fixture(scope="module")
def searched():
    """Reports, and what the search finds: once for all engines."""
    reports = with_slips(150, seed=31) + many(60, seed=32)
    return reports, expected(reports)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_agrees_with_the_search(engine, searched):
    reports, found = searched
    counts = {count for _, _, count in found.values()}
    assert 1 in counts
    assert max(counts) > 1
    assert any(None in reports[place].values() for place, _ in found)
    assert None in {new for _, new, _ in found.values()}
    require_agreement(engine, reports, found)


# A query takes a second to build, however few the reports: so few corpora, and full ones.
@pytest.mark.parametrize("engine", ["polars", "polars, lazy", "pyarrow"])
@given(corpora(least=6))
@settings(max_examples=4, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_every_engine_agrees_with_the_search_on_any_reports(engine, reports):
    require_agreement(engine, reports)


@pytest.mark.long
@pytest.mark.parametrize("engine", ENGINES)
@given(corpora())
@settings(max_examples=20)
def test_every_engine_agrees_with_the_search_on_many_corpora(engine, reports):
    require_agreement(engine, reports)


def test_one_wrong_cell_of_table_three_is_found():
    cell = "/requests/outcomes/granted/natural_person"
    truths = [
        truth.replace({cell.address: 0 for cell in truth.form if truth[cell.address] is None})
        for form in FORMS
        for truth in (one.truth for one in islice(random_corruptions(Random(33), form), 30))
    ]
    wrong = [truth.replace({cell: truth[cell] + 9}) for truth in truths]
    told = slips(numbered([*truths, *wrong]), keys=[PLACE]).to_pylist()
    assert sorted((row[PLACE], row["cell"], row["new"], row["count"]) for row in told) == [
        (len(truths) + place, cell, truth[cell], 1) for place, truth in enumerate(truths)
    ]


@pytest.mark.parametrize("engine", ["polars, lazy", "pandas, on Arrow", "pyarrow"])
def test_reports_with_findings_have_all_findings_and_all_slips(engine):
    reports = with_slips(40, seed=34) + many(40, seed=35)
    corpus = ENGINES[engine](numbered(reports))
    few = with_findings(corpus)

    def ordered(frame):
        return sorted(rows(frame), key=repr)

    all_findings = ordered(findings(corpus, keys=[PLACE]))
    assert ordered(findings(few, keys=[PLACE])) == all_findings
    assert ordered(slips(few, keys=[PLACE])) == ordered(slips(corpus, keys=[PLACE]))
    kept = {row[PLACE] for row in rows(nw.from_native(few).select(PLACE).to_native())}
    assert kept == {row[PLACE] for row in all_findings}
    assert 0 < len(kept) < len(reports)


def test_what_has_findings_keeps_all_columns():
    table = numbered(many(20, seed=36))
    few = with_findings(table)
    assert few.schema == table.schema
    places = few.column(PLACE).to_pylist()
    assert few.to_pylist() == [table.to_pylist()[place] for place in places]


def test_no_corpus_has_no_slips():
    assert slips(to_arrow([])).num_rows == with_findings(to_arrow([])).num_rows == 0


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
    ids = [id for component in equations.components for id in component]
    assert sorted(ids) == sorted(relation.id for relation in equations.relations)
