"""Roll-ups over columns are those of reports."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from random import Random

import attrs
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.column_engines import (
    ENGINES,
    eager_engines,
    lazy_engine,
    lazy_engines,
    rows,
)
from tests.support.effort import tries_as_drawn
from tests.support.random_reports import many

from gxstats import FORMS, Kind, Organ, form
from gxstats.across import CellRollUp, convert, roll_up
from gxstats.across.converting import counterparts
from gxstats.columnar import InvalidColumns, amount_roll_ups, roll_ups, to_arrow
from gxstats.columnar import regions as columnar_regions

BY = ["city", "year"]
ROWS = ("not_supplemented", "fee_unpaid", "miscellaneous")
amount_engines = pytest.mark.parametrize(
    "engine",
    [
        pytest.param(name, marks=pytest.mark.engines) if name == "DuckDB" else name
        for name in ENGINES
    ],
)
"""Of the few amounts, pandas and Arrow are told quickly too."""
AMOUNTS = sorted(
    {cell.address for form in FORMS.values() for cell in form if cell.kind is Kind.AMOUNT}
)


def random_amount(random):
    return Decimal(random.randrange(10**14)).scaleb(-8)


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


def expected(placed, *, amounts):
    found = {}
    for city, year in {(city, report.year) for city, report in placed}:
        group = [report for other, report in placed if (other, report.year) == (city, year)]
        region = [report for report in group if report.organ.scope == "region"]
        organs = [report for report in group if report.organ.scope != "region"]
        if None in (city, year) or len(region) != 1 or not organs:
            continue
        for one in roll_up(region[0], organs).cells:
            if (region[0].form[one.cell].kind is Kind.AMOUNT) is amounts:
                found[city, year, one.cell] = (
                    one.region, one.known, len(one.blank), len(organs), one.ties,
                )  # fmt: skip
    return found


JUDGES = {False: roll_ups, True: amount_roll_ups}


def require_agreement(engine, placed, *, amounts=False):
    told = rows(JUDGES[amounts](ENGINES[engine](table_of(placed)), by=BY))
    found = {
        (row["city"], row["year"], row["cell"]): (
            row["region"], row["known"], row["blank"], row["organs"], row["ties"],
        )
        for row in told
    }  # fmt: skip
    assert found == expected(placed, amounts=amounts)
    assert len(found) == len(told)


@pytest.mark.filterwarnings("ignore:DataFrame is highly fragmented")  # by narwhals, in pandas
@eager_engines
def test_every_engine_agrees_with_the_object_path(engine):
    placed = regions(many(60, seed=41), Random(3))
    told = expected(placed, amounts=False)
    assert len({(city, year) for city, year, _ in told}) > 1
    assert {ties for *_, ties in told.values()} == {True, False, None}
    require_agreement(engine, placed)


@amount_engines
def test_amounts_are_added_up_exactly_in_every_engine(engine):
    placed = [
        (
            city,
            report.replace(
                {cell: random_amount(random) for cell in AMOUNTS if cell in report.form}
            ),
        )
        for random in [Random(5)]
        for city, report in regions(many(60, seed=43), Random(4))
    ]
    for city, more in (
        ("甲市", "0"),
        ("乙市", "0.00000001"),
    ):  # ties, and does not in the last digit
        organs = [attrs.evolve(one, year=2021) for _, one in placed if one.form.id == "2021"][:8]
        cells = [cell for cell in AMOUNTS if cell in organs[0].form]
        tie = {cell: sum(one[cell] for one in organs) + Decimal(more) for cell in cells}
        region = attrs.evolve(organs[0], organ=Organ(name=city, scope="region")).replace(tie)
        own = Organ(name="某局", scope="organ")
        placed += [(city, region), *((city, attrs.evolve(one, organ=own)) for one in organs)]
    told = expected(placed, amounts=True)
    assert {ties for *_, ties in told.values()} >= {True, False}
    require_agreement(engine, placed, amounts=True)


@lazy_engines
def test_blank_amounts_leave_it_open_in_every_engine(engine):
    placed = regions(many(40, seed=44), Random(6), cities=2)
    assert None in {ties for *_, ties in expected(placed, amounts=True).values()}
    require_agreement(engine, placed, amounts=True)


@amount_engines
def test_of_a_group_with_a_name_and_one_report_of_the_region_both_sides_are_told(engine):
    cell = "/requests/received/total"
    placed = regions(many(60, seed=41), Random(3))
    compared = columnar_regions._compared(
        nw.from_native(ENGINES[engine](table_of(placed))), BY, [cell]
    )
    told = {
        (row["city"], row["year"]): (
            row[columnar_regions._REGION + cell],
            row[cell],
            row[columnar_regions._BLANKS + cell],
            row["organs"],
        )
        for row in rows(compared.to_native())
    }
    assert told == {
        (city, year): found[:-1]
        for (city, year, address), found in expected(placed, amounts=False).items()
        if address == cell
    }


def test_amounts_as_floats_are_refused():
    table = to_arrow(many(2, seed=1))
    place = table.schema.get_field_index(AMOUNTS[0])
    floats = table.set_column(place, AMOUNTS[0], pa.array([1.5, 2.5]))
    for frame in (floats, floats.to_pandas().astype({AMOUNTS[0]: object})):
        with pytest.raises(InvalidColumns, match=AMOUNTS[0]):
            amount_roll_ups(frame, by=["year"])


@lazy_engine
@given(st.integers(0, 10_000))
@tries_as_drawn(4)
def test_every_engine_agrees_with_the_object_path_on_any_region(engine, seed):
    require_agreement(engine, regions(many(24, seed=seed), Random(seed), cities=2))


def test_no_corpus_has_no_roll_ups():
    nothing = pl.from_arrow(to_arrow([]))
    assert roll_ups(nothing, by=["year"]).height == 0
    assert amount_roll_ups(nothing, by=["year"]).height == 0


def test_reports_that_nothing_puts_together_are_refused():
    with pytest.raises(ValueError, match="which reports belong together"):
        roll_ups(to_arrow(many(2, seed=1)), by=[])


@pytest.mark.parametrize("judge", JUDGES.values())
def test_an_unknown_column_is_refused(judge):
    with pytest.raises(InvalidColumns, match="province"):
        judge(to_arrow([]), by=["province"])


def test_a_column_that_is_none_of_a_corpus_may_hold_anything():
    frame = table_of(regions(many(6, seed=1), Random(1))).to_pandas(types_mapper=pd.ArrowDtype)
    odd = frame.assign(notes=[object() for _ in range(6)])
    assert amount_roll_ups(odd, by=BY).equals(amount_roll_ups(frame, by=BY))


@pytest.mark.parametrize("engine", ["pandas, on Arrow", "pandas, nullable"])
def test_the_amounts_of_a_frame_of_pandas_are_one_with_its_own_types_for_the_groups(engine):
    frame = ENGINES[engine](table_of(regions(many(6, seed=1), Random(1))))
    found = amount_roll_ups(frame, by=BY)
    assert isinstance(found, pd.DataFrame)
    assert found[BY].dtypes.equals(frame[BY].dtypes)
    assert {str(found[side].dtype) for side in ("region", "known")} == {
        "decimal128(38, 8)[pyarrow]"
    }


MOST = 999_999_999_999


@pytest.mark.parametrize(
    ("kind", "region", "known", "blank", "ties"),
    [
        *(
            (kind, *case)
            for kind in Kind
            for case in (
                (5, 5, 0, True),
                (5, 4, 0, False),
                (4, 5, 0, False),
                (5, 5, 1, None),
                (6, 5, 1, None),
                (0, 0, 1, None),
                (None, 5, 0, None),
                (None, 5, 1, None),
            )
        ),
        (Kind.COUNT, 4, 5, 1, False),  # what is blank only adds
        (Kind.AMOUNT, 0, 1, 1, False),
        (Kind.CHANGE, 4, 5, 1, None),  # of changes it may be below zero
        (Kind.CHANGE, 0, 1, 1, None),
        (Kind.CHANGE, -1, 5, 1, None),
        (Kind.CHANGE, 0, MOST, 1, None),
        (Kind.CHANGE, 0, -MOST, 1, None),
        (Kind.CHANGE, -1, MOST, 1, False),  # but no cell holds so much
        (Kind.CHANGE, 1, -MOST, 1, False),
        (Kind.CHANGE, -1, MOST, 2, None),
    ],
)
def test_a_blank_leaves_open_what_it_could_mend(kind, region, known, blank, ties):
    one = {"region": [region], "known": [known], "blank": [blank]}
    frame = nw.from_native(pl.DataFrame(one, dict.fromkeys(one, pl.Int64)))
    assert frame.select(ties=columnar_regions._ties(kind))["ties"].to_list() == [ties]
    blanks = tuple(f"第{number}机关" for number in range(blank))
    same = CellRollUp(cell="/x", region=region, known=known, blank=blanks, kind=kind)
    assert same.ties is ties


@eager_engines
def test_a_sum_that_no_cell_can_hold_and_a_blank_change_are_told_alike(engine):
    change = "/disclosure/administrative_penalty/change"
    rows_of_other = [f"/requests/outcomes/other/{row}/natural_person" for row in ROWS]
    newer = form("2021").report(dict.fromkeys(rows_of_other, MOST), year=2019, organ="甲局")
    changed = form("2019").report({change: -5}, year=2019, organ="乙局")
    single = "/requests/outcomes/other/natural_person"
    for form_id, own in (("2021-undivided", {}), ("2019", {change: -9})):
        organ = Organ(name="某市", scope="region")
        region = form(form_id).report({single: 5, **own}, year=2019, organ=organ)
        require_agreement(engine, [("某市", one) for one in (region, newer, changed)])
        told = {one.cell: one for one in roll_up(region, [newer, changed]).cells}
        assert told[single].known == 3 * MOST
        assert told[single].ties is False
        assert all(told[cell].ties is None and told[cell].blank for cell in own)


@cache
def some_reports():
    return many(40, seed=42)


@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("target", FORMS.values(), ids=FORMS)
def test_counterparts_say_what_a_conversion_does(source, target):
    known = counterparts(source, target)
    for report in [one for one in some_reports() if one.form is source][:5]:
        converted = convert(report, target).report
        for cell in target:
            numbers = [report[address] for address in known.get(cell.address, ())]
            blank = not numbers or None in numbers
            assert converted[cell.address] == (None if blank else sum(numbers))
