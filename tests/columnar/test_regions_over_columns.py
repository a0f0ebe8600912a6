"""Roll-ups over columns are those of reports."""

from __future__ import annotations

from random import Random

import attrs
import pyarrow as pa
import pytest
from corpora import many
from engines import ENGINES, rows
from hypothesis import given, settings
from hypothesis import strategies as st

from gxstats import FORMS, Kind, Organ
from gxstats.across import convert, roll_up
from gxstats.across.converting import counterparts
from gxstats.columnar import InvalidColumns, roll_ups, to_arrow

BY = ["city", "year"]


def regions(reports, random, cities=4):
    """The reports in some cities and years; some of these have a report of the region."""
    made = []
    for report in reports:
        scope = random.choice(["organ", None, None, "region"])
        year = random.choice([2019, 2020, None])
        city = random.choice([None, *(f"某市{one}" for one in range(cities))])
        organ = Organ(name=f"第{len(made)}机关", scope=scope)
        made.append((city, attrs.evolve(report, organ=organ, year=year)))
    return made


def table_of(placed):
    cities = pa.array([city for city, _ in placed], pa.string())
    return to_arrow([report for _, report in placed]).append_column("city", cities)


def expected(placed):
    found = {}
    for city, year in {(city, report.year) for city, report in placed}:
        group = [report for other, report in placed if (other, report.year) == (city, year)]
        region = [report for report in group if report.organ.scope == "region"]
        organs = [report for report in group if report.organ.scope != "region"]
        if None in (city, year) or len(region) != 1 or not organs:
            continue
        for one in roll_up(region[0], organs).cells:
            if region[0].form[one.cell].kind is not Kind.AMOUNT:
                found[city, year, one.cell] = (
                    one.region, one.known, len(one.blank), len(organs), one.ties,
                )  # fmt: skip
    return found


def require_agreement(engine, placed):
    told = rows(roll_ups(ENGINES[engine](table_of(placed)), by=BY))
    found = {
        (row["city"], row["year"], row["cell"]): (
            row["region"], row["known"], row["blank"], row["organs"], row["ties"],
        )
        for row in told
    }  # fmt: skip
    assert found == expected(placed)
    assert len(found) == len(told)


@pytest.mark.filterwarnings("ignore:DataFrame is highly fragmented")  # by narwhals, in pandas
@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_agrees_with_the_object_path(engine):
    placed = regions(many(60, seed=41), Random(3))
    assert len({(city, year) for city, year, _ in expected(placed)}) > 1
    assert {ties for *_, ties in expected(placed).values()} == {True, False, None}
    require_agreement(engine, placed)


@pytest.mark.parametrize("engine", ["polars", "polars, lazy"])
@given(st.integers(0, 10_000))
@settings(max_examples=10)
def test_every_engine_agrees_with_the_object_path_on_any_region(engine, seed):
    require_agreement(engine, regions(many(12, seed=seed), Random(seed), cities=1))


def test_no_corpus_has_no_roll_ups():
    assert roll_ups(to_arrow([]), by=["year"]).num_rows == 0


def test_reports_that_nothing_puts_together_are_refused():
    with pytest.raises(ValueError, match="which reports belong together"):
        roll_ups(to_arrow(many(2, seed=1)), by=[])


def test_an_unknown_column_is_refused():
    with pytest.raises(InvalidColumns, match="province"):
        roll_ups(to_arrow([]), by=["province"])


@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("target", FORMS.values(), ids=FORMS)
def test_counterparts_say_what_a_conversion_does(source, target):
    known = counterparts(source, target)
    for report in [one for one in many(40, seed=42) if one.form is source][:5]:
        converted = convert(report, target).report
        for cell in target:
            numbers = [report[address] for address in known.get(cell.address, ())]
            blank = not numbers or None in numbers
            assert converted[cell.address] == (None if blank else sum(numbers))
