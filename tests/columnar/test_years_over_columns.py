"""Year links over columns tell what check_years tells of each pair of reports."""

from __future__ import annotations

from random import Random

import attrs
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.column_engines import ENGINES, PLACE, every_engine, finding_row, numbered, rows
from tests.support.effort import tries
from tests.support.random_reports import corpora, many

from gxstats import FORMS, Organ
from gxstats.across import series_of
from gxstats.columnar import InvalidColumns, to_arrow, year_findings, year_outcomes
from gxstats.columnar.relations import column_year_links
from gxstats.relations import Outcome, check_years, year_links
from gxstats.testing.facts import credit_code

IDS = {
    relation.id
    for form in FORMS.values()
    for previous in FORMS.values()
    for relation in year_links(form, previous)
}
CODES = [credit_code(7), credit_code(8)]
ORGANS = [
    Organ(name="甲局", code=CODES[0]),
    Organ(name="甲局（更名后）", code=CODES[0]),  # renamed: the code tells
    Organ(name="甲局"),  # goes by the code that this name has
    Organ(name="乙局", code=CODES[1], division="110101"),
    Organ(name="乙局", division="110102"),  # another one of that name
    Organ(name="丙局"),
    Organ(name="丙局", division="110101"),
    Organ(code=CODES[1]),
    Organ(),  # says nothing
]
OF_ORGAN = [0, 0, 0, 1, 2, 3, 4, 1, None]
"""Which of the above are one organ, worked out by hand."""


def placed(reports, random):
    """The reports with years and organs at random, and which organ each is of."""
    made, organs = [], []
    for report in reports:
        one = random.randrange(len(ORGANS))
        year = random.choice([None, *range(2013, 2050)])
        made.append(attrs.evolve(report, organ=ORGANS[one], year=year))
        organs.append(OF_ORGAN[one])
    # of 甲局 and its code there is always a report: else its name alone would be another organ's
    for report, one in zip(many(2, seed=9), (0, 3), strict=True):
        made.append(attrs.evolve(report, organ=ORGANS[one], year=2009))
        organs.append(OF_ORGAN[one])
    return made, organs


def before(place, reports, organs):
    year = reports[place].year
    if year is None or organs[place] is None:
        return None
    return [
        other
        for other, organ in zip(reports, organs, strict=True)
        if organ == organs[place] and other.year == year - 1
    ]


def expected(reports, organs):
    outcomes, findings = [], []
    for place, report in enumerate(reports):
        row = {PLACE: place, "verdict": None} | dict.fromkeys(IDS)
        others = before(place, reports, organs)
        if others is not None and len(others) != 1:
            row["verdict"] = "several" if others else "missing"
        elif others:
            checked = check_years(others[0], report)
            row["verdict"] = checked.verdict.value
            for result in checked:
                row[result.relation.id] = result.outcome.value
                if result.outcome is not Outcome.HELD:
                    findings.append(finding_row(place, result))
        outcomes.append(row)
    return outcomes, findings


def by_place(found):
    return sorted(found, key=lambda row: (row[PLACE], row.get("relation")))


def require_agreement(engine, reports, organs):
    outcomes, findings = expected(reports, organs)
    corpus = ENGINES[engine](numbered(reports))
    assert by_place(rows(year_outcomes(corpus, keys=[PLACE]))) == outcomes
    assert by_place(rows(year_findings(corpus, keys=[PLACE]))) == by_place(findings)


@every_engine
def test_every_engine_agrees_with_the_object_path(engine):
    reports, organs = placed(many(150, seed=21), Random(5))
    seen = {row["verdict"] for row in expected(reports, organs)[0]}
    assert seen >= {"violated", "undecided", "missing", "several", None}
    require_agreement(engine, reports, organs)


@pytest.mark.parametrize("engine", ["polars", "polars, lazy", "pyarrow"])
@given(corpora(), st.randoms(use_true_random=False))
@tries(10)
def test_every_engine_agrees_with_the_object_path_on_any_reports(engine, reports, random):
    require_agreement(engine, *placed(reports, random))


@every_engine
def test_reports_that_follow_each_other_are_held(engine):
    [report] = [one for one in many(40, seed=3) if one.form.id == "2021"][:1]
    calm = report.replace({cell.address: 0 for cell in report.form if cell.kind.value == "count"})
    first = attrs.evolve(calm, year=2021, organ=Organ(name="某局"))
    second = attrs.evolve(calm, year=2022, organ=Organ(name="某局"))
    found = rows(year_outcomes(ENGINES[engine](to_arrow([second, first])), keys=["year"]))
    verdicts = {row["year"]: row["verdict"] for row in found}
    assert verdicts == {2022: "held", 2021: "missing"}


def test_organs_are_those_of_series_of():
    reports, organs = placed(many(60, seed=22), Random(6))
    known = [(report, organ) for report, organ in zip(reports, organs, strict=True) if report.year]
    of_series = {
        id(report): place
        for place, series in enumerate(series_of(report for report, _ in known))
        for year in series.years
        for report in series.duplicates.get(year, (series.by_year[year],))
    }
    named = [(organ, of_series[id(report)]) for report, organ in known if organ is not None]
    assert len(set(named)) == len({organ for organ, _ in named}) == len({one for _, one in named})


def test_no_corpus_has_no_ties():
    assert year_outcomes(to_arrow([])).num_rows == year_findings(to_arrow([])).num_rows == 0


def test_every_link_between_any_two_forms_is_there():
    ids = [relation.id for relation in column_year_links()]
    assert set(ids) == IDS
    own = [relation.id for relation in year_links(FORMS["2021"], FORMS["2021"])]
    assert ids[: len(own)] == own, "those of the newest form come first"


def test_a_corpus_without_years_is_refused():
    table = to_arrow(many(1, seed=2))
    with pytest.raises(InvalidColumns) as refused:
        year_outcomes(table.drop_columns(["year", "organ_code"]))
    assert {one.address for one in refused.value.problems} == {"year", "organ_code"}
    place = table.column_names.index("year")
    floats = table.set_column(place, "year", pa.array([2021.0]))
    with pytest.raises(InvalidColumns) as refused:
        year_findings(floats)
    assert [(one.code, one.address) for one in refused.value.problems] == [("column.type", "year")]
