"""A page kept as one line of text: its cells parted by spaces, or by nothing."""

from __future__ import annotations

import random
import time
from itertools import islice

import pytest
from tests.support.typeset_report import Typesetter

from gxstats import FORMS, Reading, Report, read
from gxstats.testing import random_corruptions

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


@pytest.mark.parametrize("digits", ["1" * 13, "1" * 60, "12" * 20, "10" * 30, "9" * 84, "0" * 84])
def test_glued_digits_end_soon_whatever_they_are(digits: str) -> None:
    labels = dict.fromkeys(cell.row.zh for cell in FORMS["2021"] if cell.table.name == "requests")
    page = "\n".join([TABLE_THREE, *HEADS, *(f"{label}{digits}" for label in labels)])
    begun = time.process_time()
    read(page.encode())
    assert time.process_time() - begun < 4
