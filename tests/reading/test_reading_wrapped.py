"""What a page breaks over lines for want of room: numbers in narrow cells, and titles."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.support.effort import tries
from tests.support.simple_reports import zeros

from gxstats import Organ, read
from gxstats.reading import Certainty
from gxstats.reading.circumstances import circumstances
from gxstats.reading.grid import Document, Grid, GridCell, Place, Shape
from gxstats.reading.rows import Rows
from gxstats.testing import reports
from gxstats.writing import form_html

RECEIVED = "/requests/received"
FIGURES = {
    f"{RECEIVED}/natural_person": 9377,
    f"{RECEIVED}/commercial_enterprise": 33377,
    f"{RECEIVED}/total": 42754,
}
ROW = zeros().replace(FIGURES)


def page(report, printed):
    """A page with other prints in some of its cells, by address."""
    text = form_html(report.form, report)
    for address, print_ in printed.items():
        text = re.sub(
            rf'(<td[^>]* data-address="{re.escape(address)}"[^>]*>)(?:<mark[^>]*>)?\d*(?:</mark>)?',
            rf"\g<1>{print_}",
            text,
        )
    return text.encode()


def broken(number, places):
    digits = str(number)
    cuts = sorted({place % (len(digits) - 1) + 1 for place in places})
    return "<br>".join(
        digits[start:end] for start, end in zip([0, *cuts], [*cuts, len(digits)], strict=True)
    )


@given(reports(), st.data())
@tries(40)
def test_a_broken_number_is_joined_where_the_sums_force_it_and_else_doubted(report, data):
    report = report.replace(remarks=())
    long = [
        cell.address
        for cell, value in report.cells()
        if len(str(value or 0)) > 1 and str(value).isdecimal()
    ]
    assume(long)
    chosen = data.draw(st.lists(st.sampled_from(long), min_size=1, max_size=3, unique=True))
    places = st.lists(st.integers(0, 20), min_size=1, max_size=2)
    prints = {one: broken(report[one], data.draw(places)) for one in chosen}
    reading = read(page(report, prints))
    doubted = {doubt.cell or "" for doubt in reading.doubts}
    assert doubted <= set(chosen)
    for address in report.form.index:
        if address in doubted:
            assert reading.report[address] is None
        else:
            assert reading.report[address] == report[address]
    for address in chosen:
        if address.startswith("/disclosure"):  # no sum of the year is there to tell
            assert address in doubted
        elif address not in doubted:
            assert reading.cells[address].certainty is Certainty.INFERRED
    assert reading.report.remarks == ()


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ({f"{RECEIVED}/total": "4275<br>4"}, {f"{RECEIVED}/total": 42754}),
        ({f"{RECEIVED}/total": "42<br>75<br>4"}, {f"{RECEIVED}/total": 42754}),
        (
            {f"{RECEIVED}/total": "4275<br>4", f"{RECEIVED}/natural_person": "93<br>77"},
            {f"{RECEIVED}/total": 42754, f"{RECEIVED}/natural_person": 9377},
        ),
        # the sum holds with one of the numbers, or with none
        ({f"{RECEIVED}/total": "42754<br>1"}, {f"{RECEIVED}/total": None}),
        ({f"{RECEIVED}/total": "1<br>42754"}, {f"{RECEIVED}/total": None}),
        ({f"{RECEIVED}/total": "4275<br>5"}, {f"{RECEIVED}/total": None}),
        # a blank may stand for what the number lacks
        (
            {f"{RECEIVED}/total": "4275<br>4", f"{RECEIVED}/other_organization": ""},
            {f"{RECEIVED}/total": None},
        ),
    ],
    ids=str,
)
def test_digits_on_one_another_are_one_number_only_if_no_other_way_is_left(printed, read_as):
    reading = read(page(ROW, printed))
    for address, value in read_as.items():
        assert reading.report[address] == value
        assert (address in {doubt.cell for doubt in reading.doubts}) == (value is None)
    joined = [value for value in read_as.values() if value]
    assert sum(notice.code == "cell.joined" for notice in reading.notices) == len(joined)
    assert not any(notice.code == "column.extra" for notice in reading.notices)


def test_a_broken_number_of_a_table_without_sums_is_a_doubt():
    address = "/disclosure/administrative_licensing/decisions"
    (doubt,) = read(page(zeros().replace({address: 1234}), {address: "12<br>34"})).doubts
    assert doubt.cell == address


# --- titles -----------------------------------------------------------------------------------

TITLE = "{organ}{year}年政府信息公开工作年度报告"
NAMES = ["某局", "某某市人民政府", "某某省某某自治州某某县卫生健康委员会"]


def around(*lines):
    cells = tuple(
        (GridCell(text, row, 0, 1, 1, Place(line=row + 1, page=1, box=box)),)
        for row, (text, box) in enumerate(lines)
    )
    rows = Rows(table_lines={(1, 0)})
    return circumstances(
        Document("pdf", "", (Grid(Shape.LINES, cells, 0), Grid(Shape.LINES, (), 0))), rows
    )


def set_lines(text, fit, *, size=16.0, top=50.0):
    """A text as lines of at most ``fit`` characters, centred on a page as wide."""
    pieces = [text[start : start + fit] for start in range(0, len(text), fit)]
    for number, piece in enumerate(pieces):
        left = 50 + (fit - len(piece)) * size / 2
        place = top + 1.5 * size * number
        yield piece, (left, place, left + len(piece) * size, place + size)


@given(st.sampled_from(NAMES), st.integers(2019, 2030), st.integers(9, 40))
def test_a_title_that_is_broken_for_want_of_room_is_read(name, year, fit):
    found = around(*set_lines(TITLE.format(organ=name, year=year), fit))
    assert (found.year, found.organ, found.doubts) == (year, Organ(name=name), ())


@given(st.sampled_from(NAMES), st.integers(2019, 2030), st.data())
def test_a_title_that_is_broken_after_its_year_is_read_wherever_that_is(name, year, data):
    title = TITLE.format(organ=name, year=year)
    place = data.draw(st.integers(len(name) + 1, len(title) - 1))
    found = around((title[:place], None), (title[place:], None))
    assert (found.year, found.organ, found.doubts) == (year, Organ(name=name), ())


@pytest.mark.parametrize(
    "above", ["首页", "政府信息公开", "某某市人民政府门户网站", "某某市人民政府"]
)
@pytest.mark.parametrize("box", [None, (50.0, 50.0, 110.0, 66.0)], ids=["text", "page"])
def test_what_stands_above_a_whole_title_is_none_of_its_organ(above, box):
    title = TITLE.format(organ="某某市教育局", year=2023)
    below = None if box is None else (50.0, 74.0, 450.0, 90.0)
    assert around((above, box), (title, below)).organ == Organ(name="某某市教育局")
