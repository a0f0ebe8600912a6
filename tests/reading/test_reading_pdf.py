"""PDFs with a text layer: whatever way a report is set, it is read back, or a doubt says where not."""

from __future__ import annotations

import io
import random
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import fresh_seeds, some, tries_as_drawn
from tests.support.engines import program_of
from tests.support.expected_readings import REPORTS, Expected
from tests.support.paths import FIXTURES
from tests.support.printed_pages import printed_by_browser, styled_page
from tests.support.reading_accuracy import measure
from tests.support.typeset_report import seeds
from tests.support.yardstick import PATIENCE

from gxstats import FORMS, Organ, Report, Unreadable, read, to_json
from gxstats.reading import Limits, Reading
from gxstats.reading.pdf.document import read_pdf
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra read)")
pytest.importorskip("reportlab", reason="reportlab is not installed (extra test)")

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.support.handwritten_pdf import one_page
from tests.support.typeset_pdf import NAMED, RULED, PdfTypesetter, Style
from tests.support.typeset_report import Typesetter

anything = st.one_of(reports_with_blanks("any"), arbitrary_reports("any"))


def set_pdf(
    report: Report, seed: int, lines: str, **changes: object
) -> tuple[bytes, PdfTypesetter]:
    rng = random.Random(seed)
    style = attrs.evolve(
        Style.drawn(rng, rng.choice(RULED) if lines == "ruled" else lines), **changes
    )
    setting = PdfTypesetter(report, rng)
    return setting.pdf(style), setting


def wrong_cells(report: Report, reading: Reading) -> list[str]:
    """Cells with another value and no doubt, or said not to be printed."""
    if reading.form is not report.form and not no_row_tells_the_shape(report, reading):
        return [] if any(d.code == "form.edition" for d in reading.doubts) else ["form"]
    doubted = {doubt.cell for doubt in reading.doubts}
    return [
        cell.address
        for cell, value in report.cells()
        if cell.address in reading.form
        and cell.address not in doubted
        and (
            reading.report[cell.address] != value
            or reading.cells[cell.address].certainty.value == "absent"
        )
    ]


def no_row_tells_the_shape(report: Report, reading: Reading) -> bool:
    """Whether （六）其他处理, which alone tells two forms of one edition apart, was not found."""
    return reading.form.edition == report.form.edition and all(
        source.certainty.value == "absent"
        for address, source in reading.cells.items()
        if address.startswith("/requests/outcomes/other/")
    )


# --- ruled tables -----------------------------------------------------------------------------


@tries_as_drawn(8)
@given(report=reports("any"), seed=seeds)
def test_a_full_report_in_ruled_tables_is_read_back_exactly(report: Report, seed: int) -> None:
    data, _ = set_pdf(report, seed, "ruled")
    reading = read(data)
    assert reading.container == "pdf"
    assert reading.form is report.form
    assert reading.doubts == ()
    assert list(reading.report.values()) == list(report.values())
    assert reading.report.year == 2023
    assert reading.report.organ.name == "某某市某某局"


@tries_as_drawn(8)
@given(report=anything, seed=seeds)
def test_blanks_and_slips_in_ruled_tables_are_read_back(report: Report, seed: int) -> None:
    data, _ = set_pdf(report, seed, "ruled", cut_rows=False)
    reading = read(data)
    assert wrong_cells(report, reading) == []
    assert reading.doubts == ()


@tries_as_drawn(8)
@given(report=reports("any"), seed=seeds)
def test_every_number_says_where_it_is_printed(report: Report, seed: int) -> None:
    data, setting = set_pdf(report, seed, "ruled")
    reading = read(data)
    assert setting.printed
    for address, printed in setting.printed.items():
        place = reading.cells[address].place
        assert place is not None
        assert place.page == printed.page
        left, top, right, bottom = place.box
        assert left <= printed.x <= right, address
        assert top <= printed.y <= bottom, address
        assert reading.cells[address].printed == printed.text


@tries_as_drawn(8)
@given(report=reports("any") | anything, seed=seeds, share=st.floats(0.01, 0.2))
def test_borders_that_are_missing_make_doubts_never_wrong_cells(
    report: Report, seed: int, share: float
) -> None:
    """Rows that a page break cuts and heads that are printed again among them."""
    data, _ = set_pdf(report, seed, "ruled", dropped=share)
    assert wrong_cells(report, read(data)) == []


@pytest.mark.parametrize("share", some([0.0, 0.05, 0.1], 67))
def test_few_borders_that_are_missing_cost_few_cells(share: float) -> None:
    report = _plain_report()
    exact = cells = 0
    for seed in some(range(12), 25):
        data, _ = set_pdf(report, seed, "ruled", dropped=share)
        exact += _exact_cells(report, read(data))
        cells += len(list(report.cells()))
    assert exact >= {0.0: 1.0, 0.05: 0.9, 0.1: 0.8}[share] * cells


def _exact_cells(report: Report, reading: Reading) -> int:
    doubted = {doubt.cell for doubt in reading.doubts}
    return sum(
        reading.form is report.form
        and reading.report[cell.address] == value
        and cell.address not in doubted
        for cell, value in report.cells()
    )


def test_page_numbers_and_running_heads_are_no_text() -> None:
    report = _plain_report()
    for number in ("- {} -", "第 {} 页 共 9 页", "{}", "{} / 9"):
        data, setting = set_pdf(
            report, 5, "ruled", page_number=number, running_head=True, height=500.0
        )
        assert len(setting.sheets) > 2
        grids = read_pdf(data, Limits()).grids
        printed = [cell.text for grid in grids for cell in grid]
        assert not [text for text in printed if text == "某某市某某局政府信息公开年报"]
        outside = [cell.text for grid in grids if grid.shape.value == "lines" for cell in grid]
        assert not [text for text in outside if re.fullmatch(r"[-\d /第页共 ]+", text)]


@cache
def _plain_report() -> Report:
    path = FIXTURES / "yindu-qu-2019"
    return read(next(path.glob("raw.*"))).report


def test_the_sections_are_read_as_paragraphs() -> None:
    data, _ = set_pdf(_plain_report(), 3, "ruled")
    narrative = read(data).report.narrative
    for section in (narrative.overview, narrative.problems, narrative.other):
        assert section
        for paragraph in section.split("\n"):
            assert paragraph.endswith(("。", "》")) or len(paragraph) > 10


# --- tables without lines ---------------------------------------------------------------------


@pytest.mark.parametrize("lines", ["level", "none"])
@tries_as_drawn(8)
@given(report=reports("any"), seed=seeds)
def test_columns_without_lines_are_never_misread(lines: str, report: Report, seed: int) -> None:
    data, _ = set_pdf(report, seed, lines)
    assert wrong_cells(report, read(data)) == []


@pytest.mark.parametrize("lines", ["level", "none"])
def test_most_cells_of_columns_without_lines_are_exact(lines: str) -> None:
    report = _plain_report()
    exact = cells = 0
    for seed in some(range(60), 4):
        data, _ = set_pdf(report, seed, lines)
        exact += _exact_cells(report, read(data))
        cells += len(list(report.cells()))
    assert exact >= 0.995 * cells


@pytest.mark.parametrize("lines", ["level", "none"])
@tries_as_drawn(8)
@given(report=anything, seed=seeds)
def test_blanks_in_columns_without_lines_are_never_misread(
    lines: str, report: Report, seed: int
) -> None:
    data, _ = set_pdf(report, seed, lines)
    assert wrong_cells(report, read(data)) == []


# --- fonts that a file names and does not carry -----------------------------------------------

WITHOUT_FONTS = """
import sys
import pypdfium2, pypdfium2.raw as pdfium
from gxstats.reading.pdf import document, substitute

class Bare:  # PDFium on a machine without any font
    def __getattr__(self, name):
        return getattr(pdfium, name)
    def FPDF_GetDefaultSystemFontInfo(self):
        fonts = pdfium.FPDF_GetDefaultSystemFontInfo()
        types = dict(pdfium.FPDF_SYSFONTINFO._fields_)
        self.kept = {n: types[n](lambda *_: 0) for n in ("EnumFonts", "MapFont", "GetFont")}
        for name, function in self.kept.items():
            setattr(fonts.contents, name, function)
        return fonts

bare = Bare()
if sys.argv[1] == "with":
    substitute.provide_fonts(bare)
else:
    own = bare.FPDF_GetDefaultSystemFontInfo()
    pdfium.FPDF_SetSystemFontInfo(own)
document.provide_fonts = lambda _: None
from gxstats import read
from gxstats.reading import Limits
from gxstats.wire import to_json
for path in sys.argv[2:]:
    reading = read(path, limits=Limits(isolated=False))
    print(len(reading.doubts), to_json(reading.report).decode())
"""


def _read_without_fonts(how: str, *paths: Path) -> list[str]:
    command = [sys.executable, "-c", WITHOUT_FONTS, how, *paths]
    ran = subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)
    return ran.stdout.decode().splitlines()


def test_a_reading_does_not_depend_on_the_fonts_of_the_machine(tmp_path: Path) -> None:
    paths, expected = [], []
    for seed in some(range(3), 34):
        data, _ = set_pdf(_plain_report(), seed, "ruled", font=NAMED)
        paths.append(tmp_path / f"{seed}.pdf")
        paths[-1].write_bytes(data)
        reading = read(data)
        expected.append(f"{len(reading.doubts)} {to_json(reading.report).decode()}")
        assert list(reading.report.values()) == list(_plain_report().values())
    assert _read_without_fonts("with", *paths) == expected
    # what the font of bars is for: without it, PDFium says nothing of most labels
    assert _read_without_fonts("without", paths[-1]) != expected[-1:]


# --- other producers --------------------------------------------------------------------------


def _page(report: Report, seed: int) -> str:
    style = (
        "<style>td,th{border:1px solid #333;font-size:11px}table{border-collapse:collapse}</style>"
    )
    return Typesetter(report, random.Random(seed)).page().replace("</head>", style + "</head>")


@pytest.mark.engines
@pytest.mark.parametrize("program", ["chromium", "soffice"])
def test_what_other_programs_print_is_read_exactly(program: str, tmp_path: Path) -> None:
    command = program_of({"chromium": "Chromium", "soffice": "LibreOffice"}[program], program)
    report = _plain_report()
    source, target = tmp_path / "page.html", tmp_path / "page.pdf"
    page = re.sub(r"<div class=nav>.*?</ul></div>", "", _page(report, 4))
    source.write_text(page.replace("border:1px}", "border:1px solid}"), "utf-8")
    if program == "chromium":
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        arguments = [*options, f"--print-to-pdf={target}", source.as_uri()]
    else:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        kind = "pdf:writer_web_pdf_Export"
        arguments = [profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
        arguments.append(str(source))
    subprocess.run([command, *arguments], capture_output=True, timeout=PATIENCE, check=False)
    if not target.exists():
        pytest.skip(f"{program} does not print here")
    reading = read(target.read_bytes())
    assert reading.doubts == ()
    assert wrong_cells(report, reading) == []
    assert list(reading.report.values()) == list(report.values())


@pytest.mark.engines
@pytest.mark.parametrize("rules", ["all", "rows", "none", "uneven"])
def test_what_a_browser_prints_on_several_pages_is_read_or_doubted(
    rules: str,
    browser: Any,
) -> None:
    """Papers, margins, sizes and rows at page breaks, with rules and without."""
    read_whole = 0
    seeds = fresh_seeds(60)
    for seed in seeds:
        rng = random.Random(seed)
        form = FORMS[rng.choice(tuple(FORMS))]
        counts = {cell.address: rng.choice((0, 0, 0, 1, 2, 3, 17, 120)) for cell in form}
        if rules == "uneven":
            counts.update(dict.fromkeys(rng.sample(list(counts), rng.choice([0, 10, 60]))))
        report = form.report(counts, year=2023, organ=Organ(name="某局"))
        reading = read(printed_by_browser(browser, styled_page(report, rng, rules), rng))
        assert wrong_cells(report, reading) == [], seed
        read_whole += list(reading.report.values()) == list(report.values())
    assert read_whole >= len(seeds) // 2 or rules == "uneven"  # which can only be doubted


REAL = [REPORTS / "a03-hongze-qu-2023-pdf", REPORTS / "a04-hongze-qu-2024-pdf"]


@pytest.mark.parametrize("folder", REAL, ids=lambda folder: folder.name)
def test_published_pdfs_are_read_whole(folder: Path) -> None:
    if not (folder / "report.pdf").exists():
        pytest.skip("the third-party reports are not here")
    expected = Expected(folder)
    reading = read(folder / "report.pdf")
    found = measure(reading, expected)
    assert not found.wrong
    assert not found.invented
    assert found.exact == len(expected.cells)
    assert reading.doubts == ()
    report = reading.report
    assert report.year == expected.data["fiscal_year"]
    assert report.organ.name in expected.data["organ"]
    for section in (report.narrative.overview, report.narrative.problems, report.narrative.other):
        assert section
        assert section.endswith("。")
        assert not re.search(r"^\s*-?\s*\d+\s*-?\s*$", section, re.MULTILINE)


# --- pictures, passwords ----------------------------------------------------------------------


def _picture() -> ImageReader:
    width, height = 60, 80
    pixels = random.Random(3).randbytes(width * height * 3)
    from PIL import Image

    return ImageReader(Image.frombytes("RGB", (width, height), pixels))


def test_scanned_pages_are_refused_as_such() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for number in range(3):
        canvas.drawImage(_picture(), 0, 0, 595, 842)
        canvas.drawString(290, 20, str(number + 1))
        text = canvas.beginText(50, 700)
        text.setTextRenderMode(3)  # recognized text, laid invisibly under the picture
        text.textLine("1 2 3 " * 20)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    with pytest.raises(Unreadable) as caught:
        read(buffer.getvalue())
    assert caught.value.code == "read.scanned"
    assert caught.value.found == "3 / 3"


@pytest.mark.parametrize("drawn", [None, "line", "hidden"])
def test_only_pages_without_anything_on_them_are_blank(drawn: str | None) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.showPage()
    if drawn == "line":
        canvas.line(50, 700, 300, 700)
    elif drawn == "hidden":
        canvas.drawString(50, 700, "1 2 3", mode=3)
    canvas.showPage()
    canvas.save()
    with pytest.raises(Unreadable) as caught:
        read(buffer.getvalue())
    assert caught.value.code == ("read.scanned" if drawn else "read.blank")
    assert caught.value.found == "2 / 2"


@pytest.mark.parametrize("strength", [40, 128])
def test_only_a_password_to_open_keeps_a_file_shut(strength: int) -> None:
    for user, readable in (("", True), ("secret", False)):
        buffer = io.BytesIO()
        locked = StandardEncryption(user, ownerPassword="owner", strength=strength)
        canvas = Canvas(buffer, encrypt=locked)
        canvas.drawString(100, 700, "Hello 123")
        canvas.save()
        if readable:
            grids = read_pdf(buffer.getvalue(), Limits()).grids
            assert [cell.text for grid in grids for cell in grid] == ["Hello 123"]
        else:
            with pytest.raises(Unreadable, match=r"read\.encrypted"):
                read_pdf(buffer.getvalue(), Limits())


def test_a_glyph_without_meaning_is_counted() -> None:
    data, _ = set_pdf(_plain_report(), 8, "ruled")
    assert read_pdf(data, Limits()).replaced == 0
    content = b"BT /F1 12 Tf 50 700 Td <00410003> Tj 0 -30 Td <00200002> Tj ET"
    document = read_pdf(
        one_page(
            content,
            font=b"/Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H"
            b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo"
            b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]",
        ),
        Limits(),
    )
    text = "".join(cell.text for grid in document.grids for cell in grid)
    assert document.replaced == text.count("\ufffd") == 4
