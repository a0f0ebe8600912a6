"""Spark finds what the object path finds; it runs here on one machine, where there is Java."""

from __future__ import annotations

import re

import attrs
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from tests.columnar.test_relations_over_columns import require_agreement
from tests.support import spark_session as spark
from tests.support.column_engines import ENGINES, rows
from tests.support.effort import tries_as_drawn
from tests.support.engines import engine_absent
from tests.support.paths import ROOT
from tests.support.random_reports import corpora, many

from gxstats import FORMS, Kind, Organ, check
from gxstats.cells import COUNT_MAXIMUM
from gxstats.columnar import (
    InvalidColumns,
    amount_roll_ups,
    findings,
    outcomes,
    roll_ups,
    slips,
    to_arrow,
    with_findings,
    write_parquet,
    year_findings,
    year_outcomes,
)
from gxstats.relations import Outcome

pytestmark = pytest.mark.engines

DOCS = ROOT / "docs"
SHOWN = re.compile(r"^``` \{ \.pycon \}$(.*?)^```$", re.MULTILINE | re.DOTALL)
"""Blocks of the guide that run only where Spark does, so that tests/docs must not run them."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("spark")


@pytest.fixture(scope="module", autouse=True)
def session(folder):
    if reason := spark.why_not():
        engine_absent("Spark", reason)
    with spark.running(folder) as session, pytest.MonkeyPatch.context() as patched:
        patched.setitem(ENGINES, "PySpark", spark.reader(session, folder))
        yield session


def extremes():
    """The largest numbers that the cells can hold, and none at all, on every form."""
    for form in FORMS.values():
        largest = {c.address: COUNT_MAXIMUM for c in form.cells if c.kind is not Kind.AMOUNT}
        report = form.blank(year=2023, organ=Organ(name="某局"))
        filled = report.replace(largest)
        negative = {c.address: -COUNT_MAXIMUM for c in form.cells if c.kind is Kind.CHANGE}
        yield from (report, filled, filled.replace(negative))


@pytest.fixture(scope="module")
def reports():
    """Reports of every kind, each of an organ of its own, to know them by."""
    made = [*many(150, seed=11), *extremes()]
    return [attrs.evolve(one, organ=Organ(name=f"{i}")) for i, one in enumerate(made)]


@pytest.fixture(scope="module")
def corpus(session, reports, folder):
    """The file that ``write_parquet`` writes, with its text, its remarks and its blanks."""
    path = folder / "written.parquet"
    write_parquet(to_arrow(reports), path)
    return session.read.parquet(str(path))


def require_plain(frame):
    """A report is judged where it lies: nothing is sent to Python, nor to another machine."""
    frame.sparkSession.conf.set("spark.sql.debug.maxToStringFields", "100000")
    executed = frame._jdf.queryExecution().executedPlan().toString()
    operators = set(re.findall(r"^[ :+*-]*(?:\(\d+\) )?([A-Z]\w+)", executed, re.MULTILINE))
    assert "Project" in operators
    assert operators <= {"ColumnarToRow", "Expand", "FileScan", "Filter", "Project"}


def test_outcomes_of_a_corpus_in_a_file_are_those_of_the_object_path(corpus, reports):
    judged = outcomes(corpus, keys=["organ_name", "form"])
    assert type(judged) is type(corpus)
    found = {row["organ_name"]: row for row in rows(judged)}
    assert len(found) == len(reports)
    for report in reports:
        row = found[report.organ.name]
        checked = check(report)
        expected = {one.relation.id: one.outcome.value for one in checked}
        assert (row["form"], row["verdict"]) == (report.form.id, checked.verdict.value)
        ids = row.keys() - {"organ_name", "form", "verdict"}
        assert {id: row[id] for id in ids if row[id] is not None} == expected
    require_plain(judged)


def test_findings_of_a_corpus_in_a_file_are_those_of_the_object_path(corpus, reports):
    judged = findings(corpus, keys=["organ_name"])
    assert type(judged) is type(corpus)
    expected = {
        (report.organ.name, one.relation.id): (
            one.relation.strength.value,
            one.outcome.value,
            one.left,
            one.right,
            one.residual,
        )
        for report in reports
        for one in check(report)
        if one.outcome is not Outcome.HELD
    }
    found = [
        (
            (row["organ_name"], row["relation"]),
            tuple(row[name] for name in ("strength", "outcome", "left", "right", "residual")),
        )
        for row in rows(judged)
    ]
    assert dict(found) == expected
    assert len(found) == len(expected)
    require_plain(judged)


@pytest.mark.thorough
@given(corpora(least=1))
@tries_as_drawn(2)
def test_spark_agrees_with_the_object_path_on_any_reports(reports):
    require_agreement("PySpark", reports)


@pytest.mark.thorough
def test_a_corpus_without_reports_has_no_findings():
    require_agreement("PySpark", [])


def test_ties_to_the_year_before_are_those_that_polars_finds(reports):
    series = [
        attrs.evolve(one, organ=Organ(name=f"{i % 40}"), year=2020 + i // 40)
        for i, one in enumerate(reports)
    ]
    table = to_arrow(series)
    for ties in (year_outcomes, year_findings):
        expected = rows(ties(pl.from_arrow(table)))
        found = rows(ties(ENGINES["PySpark"](table)))
        assert expected
        assert sorted(found, key=repr) == sorted(expected, key=repr)


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")  # not used
def test_slips_are_those_that_polars_finds(corpus, reports):
    few = with_findings(corpus)
    assert few.columns == corpus.columns
    keys = ["organ_name", "year"]
    expected = rows(slips(pl.from_arrow(to_arrow(reports)), keys=keys))
    assert expected
    found = slips(corpus, keys=keys)
    assert type(found) is type(corpus)
    assert sorted(rows(found), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize(
    "judge", [pytest.param(roll_ups, marks=pytest.mark.thorough), amount_roll_ups]
)
def test_roll_ups_are_those_that_polars_finds(reports, judge):
    groups = [
        attrs.evolve(
            one, organ=Organ(scope="organ" if place % 8 else "region"), year=2019 + place // 8
        )
        for place, one in enumerate(reports[:24])
    ]
    table = to_arrow(groups)
    expected = rows(judge(pl.from_arrow(table), by=["year"]))
    assert expected
    assert sorted(rows(judge(ENGINES["PySpark"](table), by=["year"])), key=repr) == sorted(
        expected, key=repr
    )


def test_floats_and_missing_columns_are_refused():
    table = to_arrow(many(2, seed=6))
    address = "/requests/received/total"
    place = table.column_names.index(address)
    floats = table.set_column(place, address, pa.array([1.0, 2.0]))
    for judge in (outcomes, findings):
        for wrong, code in (
            (floats, "column.type"),
            (table.drop_columns([address]), "column.missing"),
        ):
            with pytest.raises(InvalidColumns) as refused:
                judge(ENGINES["PySpark"](wrong))
            [problem] = refused.value.problems
            assert (problem.code, problem.address) == (code, address)


def test_what_the_guide_shows_is_what_happens(folder, monkeypatch):
    monkeypatch.syspath_prepend(DOCS)
    from _generate.shown import refreshed

    monkeypatch.chdir(folder)
    english, chinese = (
        "".join(f"```pycon{block}```\n" for block in SHOWN.findall(page.read_text("utf-8")))
        for page in (DOCS / "en" / "spark.md", DOCS / "zh" / "spark.md")
    )
    assert english
    assert english == chinese
    assert refreshed(english, "en") == english
