"""LibreOffice computes every formula of a workbook anew, and finds what check finds."""

from __future__ import annotations

import random

import attrs
import pytest
from hypothesis import strategies as st

pytest.importorskip("xlsxwriter", reason="writes the workbooks")
pytest.importorskip("lxml", reason="reads the workbooks back")
pytest.importorskip("openpyxl", reason="opens the workbooks")

from tests.support.conformance import VALID
from tests.support.libreoffice_recalculation import (
    every_value,
    findings,
    recalculated,
    typed,
)
from tests.support.searching import examples_of

from gxstats import Bilingual, Outcome, Strength, check, form, from_json, read, rulebook
from gxstats.relations.year_checking import YearCheck
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks
from gxstats.writing.workbook import Totals, form_workbook, texts

pytestmark = pytest.mark.engines


def slipped(report, rng):
    """The report with a few cells blank or off by one."""
    changes = {}
    for cell, value in rng.sample(list(report.cells()), 6):
        changes[cell.address] = None if rng.random() < 0.5 or value is None else abs(value) + 1
    return report.replace(changes)


def conformance_reports():
    return [from_json(case["text"].encode()) for case in VALID]


def label(result):
    """A soft relation that does not hold is a hint."""
    soft = result.relation.strength is Strength.SOFT
    hint = Bilingual("提示", "hint")
    return hint if soft and result.outcome is Outcome.VIOLATED else result.outcome.label


def assert_recalculated(made, folder):
    """Every workbook says after recalculation what it said before, and what check says."""
    books = [
        form_workbook(report.form, report, language, totals=totals, last_year=before)
        for report, language, totals, before in made
    ]
    again = recalculated(books, folder)
    for (report, language, _, before), book, new in zip(made, books, again, strict=True):
        results = list(check(report))
        results += [] if before is None else list(YearCheck(before, report))
        said = [(label(one)[language], one.explain(language)) for one in results]
        assert findings(new, language, len(said)) == said
        values = every_value(new)
        assert values == every_value(book)
        assert not [value for value in values.values() if str(value).startswith("#")]
        assert read(new).report.values() == report.values()


def setting(found, rng):
    """Each report in a language, with one way of totals, some with last year's beside."""
    return [
        (
            report,
            rng.choice(("zh", "en")),
            rng.choice(tuple(Totals)),
            attrs.evolve(rng.choice(found), year=None) if rng.random() < 0.4 else None,
        )
        for report in found
    ]


def test_libreoffice_finds_what_check_finds(tmp_path):
    rng = random.Random(7)
    strategy = st.one_of(reports(), reports_with_blanks(), arbitrary_reports())
    found = examples_of(strategy, 3)
    assert_recalculated(setting([*found, slipped(found[0], rng)], rng), tmp_path)


@pytest.mark.thorough
def test_libreoffice_finds_what_check_finds_of_many(tmp_path):
    rng = random.Random(11)
    found = [
        *examples_of(reports(), 20),
        *examples_of(reports_with_blanks(), 20),
        *examples_of(arbitrary_reports(), 20),
        *conformance_reports(),
    ]
    found += [slipped(report, rng) for report in found[:20]]
    made = setting(found, rng)
    for start in range(0, len(made), 40):
        assert_recalculated(made[start : start + 40], tmp_path / str(start))


def test_what_is_typed_is_checked_while_one_types(tmp_path):
    """A form that was empty when it was made, filled in by hand, and computed by LibreOffice."""
    rng = random.Random(3)
    [report] = examples_of(reports("2021"), 1)
    wrong = slipped(report, rng)
    books, expected = [], []
    for filled, language in ((report, "zh"), (wrong, "zh"), (wrong, "en")):
        empty = form_workbook(filled.form, language=language, totals=Totals.INPUTS)
        values = {cell.address: value for cell, value in filled.cells()}
        books.append(typed(empty, values))
        expected.append((filled, language))
    for (filled, language), book in zip(expected, recalculated(books, tmp_path), strict=True):
        found = check(filled)
        said = [(label(one)[language], one.explain(language)) for one in found]
        assert findings(book, language, len(said)) == said
        assert read(book).report.values() == filled.values()


def test_totals_add_up_while_one_types(tmp_path):
    used = form("2021")
    parts = {a: 1 for a in used.index if a.startswith("/disputes/") and not a.endswith("/total")}
    missing = "/disputes/direct_litigation/other"
    del parts[missing]
    [book] = recalculated([typed(form_workbook(used), parts)], tmp_path)
    found = read(book).report
    assert found["/disputes/reconsideration/total"] == 4
    assert found["/disputes/direct_litigation/total"] is None
    assert found["/requests/received/total"] is None


def test_what_was_pasted_past_the_validation_is_counted_and_no_number_is_made_of_it(
    tmp_path,
):
    language = "zh"
    used = form("2021")
    values = dict.fromkeys(used.index, 0) | {
        "/disclosure/rules/issued": -1,
        "/disputes/reconsideration/upheld": "约 3",
        "/requests/received/natural_person": 1.5,
    }
    empty = form_workbook(used, language=language, totals=Totals.INPUTS)
    [book] = recalculated([typed(empty, values)], tmp_path)
    blanks = texts.STATE.format(cells=len(used), blank=0, invalid=3)[language]
    assert blanks in every_value(book).values()
    outcomes = dict(
        zip(
            (relation.id for relation in rulebook(used)),
            (outcome for outcome, _ in findings(book, language, len(rulebook(used)))),
            strict=True,
        )
    )
    undecided = outcomes["disputes.total.reconsideration"]
    assert undecided == Outcome.UNDECIDED.label[language]
