"""A page kept as one line of text: its cells parted by spaces, or by nothing."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import some, tries
from tests.support.published_numbers import drawn
from tests.support.typeset_report import Typesetter
from tests.support.yardstick import Work

from gxstats import FORMS, Organ, Reading, Report, Unreadable, read
from gxstats.reading import Certainty, Limits
from gxstats.testing import random_corruptions
from gxstats.testing.cases import cases_of

HEADS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
TABLE_THREE = "三、收到和处理政府信息公开申请情况"
NEW, BEFORE = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"


def wrong(reading: Reading, report: Report) -> list[str]:
    """The cells that are read as something else than is printed, with no doubt about them."""
    doubted = {doubt.cell for doubt in reading.doubts}
    return [
        cell.address
        for cell, value in report.cells()
        if cell.address in reading.form
        and cell.address not in doubted
        and reading.cells[cell.address].certainty.value != "absent"
        and reading.report[cell.address] != value
    ]


def shares(form_id: str, count: int) -> list[tuple[Report, Report]]:
    made = islice(random_corruptions(random.Random(7), form_id, slips=(1, 2)), count)
    return [(corruption.truth, corruption.corrupted) for corruption in made]


@pytest.mark.parametrize("form_id", FORMS)
def test_a_line_parted_by_spaces_is_read_whole(form_id: str) -> None:
    for report, slip in shares(form_id, 2):
        for printed in (report, slip):
            reading = read(Typesetter(printed, random.Random(1)).one_line(" ").encode())
            assert reading.form.id == form_id
            whole = all(value is not None for _, value in printed.cells())
            assert not (whole and reading.doubts)
            assert not wrong(reading, printed)
            assert reading.report.year == 2023


@pytest.mark.parametrize("form_id", FORMS)
def test_glued_digits_are_read_as_printed_or_doubted(form_id: str) -> None:
    exact = 0
    for report, slip in shares(form_id, 2):
        for printed in (report, slip):
            reading = read(Typesetter(printed, random.Random(1)).one_line("").encode())
            assert not wrong(reading, printed)
            if printed is report:
                exact += sum(
                    reading.report[cell.address] == value and cell.table.name == "requests"
                    for cell, value in report.cells()
                )
    assert exact > 2 * 100


def test_blanks_hidden_in_glued_digits_make_doubts() -> None:
    rng = random.Random(3)
    for report, _ in shares("2021", 4):
        blank = {
            c.address: None for c, value in report.cells() if value == 0 and rng.random() < 0.3
        }
        printed = report.replace(blank)
        reading = read(Typesetter(printed, random.Random(1)).one_line("").encode())
        assert not wrong(reading, printed)


def test_a_number_of_the_next_label_is_no_digit_of_the_row() -> None:
    text = TABLE_THREE + "".join(HEADS) + "（三）不予公开1.属于国家秘密1000001"
    text += "2.其他法律行政法规禁止公开0000000（七）总计1000001"
    reading = read(text.encode())
    row = "/requests/outcomes/refused/state_secret"
    assert reading.report[f"{row}/natural_person"] == 1
    assert reading.report[f"{row}/total"] == 1
    assert reading.report["/requests/outcomes/refused/prohibited_by_law/total"] == 0


def test_prose_with_numbers_is_not_cut() -> None:
    text = "本年新收政府信息公开申请5件，上年结转0件，予以公开3件、部分公开2件，不予公开1件。"
    page = f"一、总体情况\n{text}\n{TABLE_THREE}\n{NEW} 3 0 0 0 0 0 3"
    assert read(page.encode()).report.narrative.overview == text


def test_digits_that_no_way_of_cutting_satisfies_are_doubts() -> None:
    page = "\n".join([TABLE_THREE, *HEADS, f"{NEW}1000001", f"{BEFORE}2000003"])
    reading = read(page.encode())
    doubted = {doubt.cell for doubt in reading.doubts}
    assert "/requests/carried_in/total" in doubted
    assert reading.report["/requests/received/total"] == 1


def test_a_page_of_six_digits_is_parted_by_its_relations() -> None:
    for form in some(FORMS.values(), 34):
        report = drawn(form, 6, random.Random(form.id))
        reading = read(Typesetter(report, random.Random(1)).one_line("").encode())
        assert not wrong(reading, report)
        doubted = {doubt.cell for doubt in reading.doubts}
        assert not [cell for cell in doubted if cell and cell.startswith("/requests")]


def ways_to_cut(digits: str, size: int) -> Iterator[tuple[str, ...]]:
    """Every way to cut digits into numbers and blanks."""
    if size == 1:
        if digits == "0" or not digits.startswith("0"):
            yield (digits,)
        return
    for end in range(len(digits) + 1):
        for (number,) in ways_to_cut(digits[:end], 1):
            for others in ways_to_cut(digits[end:], size - 1):
                yield (number, *others)


@tries(14)
@given(numbers=st.lists(st.sampled_from([0, 0, 1, 2, 5, 10, 11, 99, 101]), min_size=6, max_size=6))
def test_what_a_glued_cell_may_be_is_every_way_that_makes_the_sum_hold(numbers: list[int]) -> None:
    digits = "".join(map(str, [*numbers, sum(numbers)]))
    ways = [
        way
        for way in ways_to_cut(digits, 7)
        if sum(int(number or 0) for number in way[:6]) == int(way[6] or 0)
    ]
    reading = read("\n".join([TABLE_THREE, *HEADS, f"{NEW}{digits}"]).encode())
    cells = [cell.address for cell in reading.form if "/requests/received/" in cell.address]
    doubts = {doubt.cell: set(doubt.alternatives) for doubt in reading.doubts}
    for place, cell in enumerate(cells):
        possible = {int(way[place]) if way[place] else None for way in ways}
        if cell in doubts:
            assert doubts[cell] == possible
        else:
            assert {reading.report[cell]} == possible


def test_rows_with_signs_are_doubted_never_said_to_be_absent() -> None:
    page = "二、主动公开政府信息情况上一年项目数量本年增/减处理决定数量行政许可13-130行政处罚-5/2行政强制70—502"
    reading = read((page + f"{TABLE_THREE}{''.join(HEADS)}{NEW}1000001").encode())
    for row in ("administrative_licensing", "administrative_penalty", "administrative_compulsion"):
        for cell in reading.form:
            if cell.address.startswith(f"/disclosure/{row}/"):
                assert reading.cells[cell.address].certainty is Certainty.DOUBTFUL, cell.address


def test_a_notice_says_what_parted_the_digits() -> None:
    rows = "".join(f"{label}{digits}" for label, digits in (("规章", "000"), (NEW, "1100002")))
    page = f"二、主动公开政府信息情况制发件数废止件数现行有效件数{rows}"
    page = page.replace(NEW, f"{TABLE_THREE}{''.join(HEADS)}{NEW}")
    reading = read(page.encode())
    assert not [doubt for doubt in reading.doubts if doubt.cell]
    told = {notice.code: notice.printed.zh for notice in reading.notices}
    assert told["row.sole"] == "规章"
    assert told["row.inferred"] == "本年新收政府信息公开申请数量"


# --- what makes the search long ----------------------------------------------------------------

LABELS = list(
    dict.fromkeys(cell.row.zh for cell in FORMS["2021"] if cell.table.name == "requests")
)
RANDOM = random.Random(5)
MANY = Limits().text - 3_000
ROWS: dict[str, Callable[[int], str]] = {
    "ones": lambda _: "1" * 13,
    "many ones": lambda _: "1" * 60,
    "ones and twos": lambda _: "12" * 20,
    "ones and zeros": lambda _: "10" * 30,
    "random ones and zeros": lambda _: "".join(RANDOM.choices("01", k=30)),
    "random digits": lambda _: "".join(RANDOM.choices("0123456789", k=40)),
    "nines": lambda _: "9" * 84,
    "zeros": lambda _: "0" * 84,
    "twos that make the sums hold": lambda row: "2" * (6 + row) + str(2 * (6 + row)),
    "no digits": lambda _: "",
    "a row of thousands": lambda row: "7" * 5_000 if row == 3 else "0000000",
    "rows of thousands": lambda _: "10" * 2_500,
    "a row as long as a text may be": lambda row: "1" * MANY if row == 3 else "0000000",
    "rows as long as a text may be": lambda _: "1" * (MANY // len(LABELS)),
    "signs": lambda _: "-1" * (MANY // 2 // len(LABELS)),
    "points": lambda _: "1.1" * (MANY // 3 // len(LABELS)),
    "spaces": lambda _: " 1" * (MANY // 10 // len(LABELS)),
}


@pytest.mark.parametrize(("between", "name"), some(product([" ", "", "\n"], ROWS), 12))
def test_glued_digits_end_soon_whatever_they_are(between: str, name: str) -> None:
    digits = ROWS[name]
    parts = [TABLE_THREE, *HEADS, *(f"{label}{digits(i)}" for i, label in enumerate(LABELS))]
    page = between.join(parts).encode()
    with Work() as work, suppress(Unreadable):
        read(page)
    assert work.units < 200  # two seconds of a slow machine


@pytest.mark.parametrize(
    ("numbers", "seed"),
    some(product([(1, 11, 111), (2, 22), (0, 0, 1111)], range(20)), 4),
    ids=str,
)
def test_many_ways_that_hold_together_end_soon(numbers: tuple[int, ...], seed: int) -> None:
    rng, form = random.Random(seed), FORMS["2021"]
    cells: Counter[str] = Counter(dict.fromkeys(form.index, 0))
    cases = [case for case in cases_of(form) if any("/requests/" in cell for cell in case)]
    for case in rng.sample(cases, rng.choice([20, 60, len(cases)])):
        times = rng.choice(numbers)
        cells.update({cell: times * number for cell, number in case.items()})
    report = form.report(cells, year=2023, organ=Organ(name="某局"))
    page = Typesetter(report, rng).one_line("").encode()
    with Work() as work:
        reading = read(page)
    assert not wrong(reading, report)
    assert work.units < 200
