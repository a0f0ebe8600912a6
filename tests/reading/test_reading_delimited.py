"""A sheet saved as CSV is read back exactly; no other text is ever taken for one."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries_as_drawn
from tests.support.paths import FIXTURES, ROOT
from tests.support.reading_accuracy import wrong_cells
from tests.support.typeset_report import Typesetter, seeds

from gxstats import Report, Unreadable, examples, read
from gxstats.reading import Limits
from gxstats.reading.delimited import delimiter_of
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks

REPORT = read(examples.path("yindu-2019")).report
PROSE = "全年受理申请 5 件,予以公开 3 件,不予公开 2 件;其他,0,0 件.\n"


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@tries_as_drawn(5)
@given(
    report=st.one_of(reports("any"), reports_with_blanks("any"), arbitrary_reports("any")),
    seed=seeds,
)
def test_a_sheet_saved_as_csv_is_read_back_exactly(
    encoding: str, delimiter: str, report: Report, seed: int
) -> None:
    text = Typesetter(report, random.Random(seed)).delimited(delimiter)
    reading = read(text.encode(encoding))
    assert reading.container == "csv"
    assert wrong_cells(report, reading) == []
    if all(value is not None for _, value in report.cells()):
        assert reading.doubts == ()


@tries_as_drawn(20)
@given(report=reports("any"), seed=seeds)
def test_every_number_says_its_line_and_cell(report: Report, seed: int) -> None:
    text = Typesetter(report, random.Random(seed)).delimited(",")
    lines = io.StringIO(text, newline="").readlines()
    for address, source in read(text.encode()).cells.items():
        assert source.place is not None, address
        rest = csv.reader(lines[source.place.line - 1 :])
        assert next(rest)[source.place.column - 1].strip() == source.printed


def unquoted(number: int) -> list[str]:
    """Ways in which a number is written so that a spreadsheet takes it for a text."""
    return [f'="{number}"', f"{number}\t", f"\t{number}", f'"{number} "']


@pytest.mark.parametrize("way", range(4))
def test_numbers_kept_as_text_are_numbers(way: int) -> None:
    rows = [
        ["一、本年新收政府信息公开申请数量", *(unquoted(n)[way] for n in (3, 1, 0, 0, 0, 0, 4))]
    ]
    reading = read("\n".join(map(",".join, rows)).encode())
    assert reading.report["/requests/received/total"] == 4
    assert not any(doubt.cell for doubt in reading.doubts)


def test_a_first_line_may_tell_the_delimiter() -> None:
    text = Typesetter(REPORT, random.Random(1)).delimited(";")
    reading = read(b"sep=;\r\n" + text.encode())
    assert wrong_cells(REPORT, reading) == []
    assert reading.doubts == ()


@pytest.mark.parametrize("layout", ["page", "pasted", "spaced", "stream", "ruled"])
@tries_as_drawn(10)
@given(report=reports("any"), seed=seeds)
def test_another_layout_is_never_taken_for_csv(layout: str, report: Report, seed: int) -> None:
    text = Typesetter(report, random.Random(seed)).layouts()[layout]()
    assert delimiter_of(text, Limits()) is None
    grouped = text.replace("0\t0", "1,000\t1,234,567").replace("| 0 |", "| 1,000 |")
    assert delimiter_of(f"{PROSE}{grouped}\n{PROSE}", Limits()) is None


def test_no_document_or_published_text_is_taken_for_csv() -> None:
    texts = [*ROOT.glob("docs/*/*.md"), *ROOT.glob("*.md"), *FIXTURES.rglob("*.txt")]
    taken = [path for path in texts if delimiter_of(read_text(path), Limits())]
    assert texts
    assert taken == []


def read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


@pytest.mark.parametrize(
    "text",
    [
        PROSE * 50,
        "收入 1,234,567 元\n支出 1,234,567 元\n结余 1,000,000 元\n",
        "一、本年新收 1,234 0 0 0 0 0 1,234\n" * 5,
        '"他说,\n5,6,7\n",他又说"\n' * 3,
        '规章,0,0,0\n"没有结束,0,0\n规章,0,0,0\n规章,0,0,0\n',
        "|规章|0,0|1,2|3,4|\n" * 5,
        ",".join("甲乙丙丁戊己庚辛") * 9,
    ],
)  # fmt: skip
def test_prose_is_not_csv(text: str) -> None:
    assert delimiter_of(text, Limits()) is None


def test_a_file_of_nothing_but_delimiters_is_bounded() -> None:
    for text in ("," * 200_000, ",\n" * 90_000, '"",' * 120_000, "0," * 120_000):
        with pytest.raises(Unreadable):
            read(text.encode())
