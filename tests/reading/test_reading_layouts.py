"""Whatever way a report is set, it is read back exactly; where a layout loses something, in doubt."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries_as_drawn
from tests.support.reading_accuracy import wrong_cells
from tests.support.typeset_report import Typesetter, seeds

from gxstats import Report, read
from gxstats.reading import Certainty, Reading
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks


def read_back(report: Report, seed: int, layout: str, encoding: str = "utf-8") -> Reading:
    return read(Typesetter(report, random.Random(seed)).layouts()[layout]().encode(encoding))


@pytest.mark.parametrize("layout", ["page", "pasted", "spaced", "stream", "ruled"])
@tries_as_drawn(20)
@given(report=reports("any"), seed=seeds)
def test_a_full_report_is_read_back_exactly(layout: str, report: Report, seed: int) -> None:
    reading = read_back(report, seed, layout)
    assert wrong_cells(report, reading) == []
    assert reading.doubts == ()
    assert reading.report.remarks == ()


@pytest.mark.parametrize("layout", ["page", "pasted", "ruled"])
@tries_as_drawn(20)
@given(report=st.one_of(reports_with_blanks("any"), arbitrary_reports("any")), seed=seeds)
def test_blanks_and_slips_are_read_back_where_the_layout_keeps_them(
    layout: str, report: Report, seed: int
) -> None:
    reading = read_back(report, seed, layout)
    assert wrong_cells(report, reading) == []
    if layout != "ruled" or has_a_full_row(report):
        assert reading.doubts == ()


def has_a_full_row(report: Report) -> bool:
    """Whether some row of table three is full: it shows where the columns begin."""
    rows: dict[str, list[object]] = {}
    for cell, value in report.cells():
        if cell.table.number == "三":
            rows.setdefault(cell.address.rpartition("/")[0], []).append(value)
    return any(None not in row for row in rows.values())


@tries_as_drawn(20)
@given(report=reports_with_blanks("any"), seed=seeds)
def test_blank_lines_that_may_be_cells_are_never_misread(report: Report, seed: int) -> None:
    reading = read_back(report, seed, "spaced")
    assert wrong_cells(report, reading) == []


@tries_as_drawn(20)
@given(report=reports_with_blanks("any"), seed=seeds)
def test_blanks_that_a_layout_drops_are_doubts(report: Report, seed: int) -> None:
    text = Typesetter(report, random.Random(seed)).stream()
    dense = "\n".join(line for line in text.split("\n") if line.strip())
    reading = read(dense.encode())
    # a row without any number says nothing of its blanks; all others are right or doubted
    assert wrong_cells(report, reading) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@tries_as_drawn(5)
@given(report=reports("any"), seed=seeds)
def test_the_encoding_makes_no_difference(encoding: str, report: Report, seed: int) -> None:
    for layout in ("page", "pasted"):
        reading = read_back(report, seed, layout, encoding)
        assert reading.doubts == ()
        assert wrong_cells(report, reading) == []


@tries_as_drawn(20)
@given(report=reports("any"), seed=seeds, data=st.data())
def test_a_truncated_document_gives_what_is_there(
    report: Report, seed: int, data: st.DataObject
) -> None:
    layout = data.draw(st.sampled_from(["page", "pasted", "stream", "ruled"]))
    text = Typesetter(report, random.Random(seed)).layouts()[layout]()
    lines = text.split("\n")
    end = data.draw(st.integers(len(lines) // 3, len(lines)))
    try:
        reading = read("\n".join(lines[:end]).encode())
    except ValueError as error:
        assert "read." in str(error)  # noqa: PT017 - either outcome is right
        return
    doubted = {doubt.cell for doubt in reading.doubts}
    for address, source in reading.cells.items():
        if source.certainty.value == "certain" and address in report.form:
            value = report[address]
            assert reading.report[address] in {value, None} or address in doubted


@tries_as_drawn(20)
@given(report=reports("any"), seed=seeds)
def test_every_number_says_where_it_stood(report: Report, seed: int) -> None:
    text = Typesetter(report, random.Random(seed)).stream()
    lines = text.split("\n")
    reading = read(text.encode())
    for address, source in reading.cells.items():
        assert source.place is not None, address
        assert lines[source.place.line - 1].strip() == source.printed


def corrupted(lines: list[str], rng: random.Random, fault: str) -> list[str]:
    """The lines with one fault, as pages and converters make them."""
    numbers = [i for i, line in enumerate(lines) if re.fullmatch(r"\s*-?\d[\d.]*\s*", line)]
    texts = [i for i, line in enumerate(lines) if line.strip() and i not in set(numbers)]
    number, text = rng.choice(numbers[:-1]), rng.choice(texts)
    match fault:
        case "unreadable cell":
            lines[number] = rng.choice(["待统计", "约3", "见附件", "1 2", "03", "1.2.3", "十二"])
        case "stray number":
            lines.insert(number, str(rng.choice([0, 1, 3, 12])))
        case "label lost":
            del lines[text]
        case "label cut":
            lines[text] = lines[text][: max(1, len(lines[text]) // 2)]
        case "wrong character":
            place = rng.randrange(len(lines[text]))
            lines[text] = lines[text][:place] + "某" + lines[text][place + 1 :]
        case "two cells in a line":
            lines[number : number + 2] = [f"{lines[number]} {lines[number + 1].strip()}"]
        case "two cells glued":
            lines[number : number + 2] = [lines[number].rstrip() + lines[number + 1].strip()]
    return lines


FAULTS = (
    "unreadable cell",
    "stray number",
    "label lost",
    "label cut",
    "wrong character",
    "two cells in a line",
    "two cells glued",
)


@pytest.mark.parametrize("fault", FAULTS)
@tries_as_drawn(20)
@given(report=reports("any"), seed=seeds)
def test_a_fault_of_the_source_is_a_doubt_never_a_wrong_cell(
    fault: str, report: Report, seed: int
) -> None:
    rng = random.Random(seed)
    text = Typesetter(report, rng).layouts()[rng.choice(["stream", "pasted", "spaced"])]()
    lines = corrupted(text.split("\n"), rng, fault)
    reading = read("\n".join(lines).encode())
    if reading.form is not report.form:  # the label that tells the forms apart was hit
        gone = {line.strip() for line in text.split("\n")} - {line.strip() for line in lines}
        assert any(re.search("[\u4e00-\u9fff]", line) for line in gone)
        return
    doubted = {doubt.cell for doubt in reading.doubts}
    for cell, value in report.cells():
        read_as = reading.report[cell.address]
        absent = reading.cells[cell.address].certainty is Certainty.ABSENT
        assert read_as == value or cell.address in doubted or (absent and read_as is None)
