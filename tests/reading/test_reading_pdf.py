"""PDFs with a text layer: whatever way a report is set, it is read back, or a doubt says where not."""

from __future__ import annotations

import io
import json
import random
import re
import shutil
import subprocess
import sys
import zlib
from functools import cache
from pathlib import Path

import attrs
import pytest
from expectations import SHARED, Expected
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from measure import measure

from gxstats import Report, Unreadable, read, to_json
from gxstats.reading import Limits, Reading
from gxstats.reading.pdf.document import read_pdf
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra read)")
pytest.importorskip("reportlab", reason="reportlab is not installed (extra test)")

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from setting import Setting
from setting_pdf import NAMED, RULED, PdfSetting, Style

quiet = settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a drawn layout has no simpler one
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
seeds = st.integers(0, 2**32)
anything = st.one_of(reports_with_blanks("any"), arbitrary_reports("any"))


def set_pdf(report: Report, seed: int, lines: str, **changes: object) -> tuple[bytes, PdfSetting]:
    rng = random.Random(seed)
    style = attrs.evolve(
        Style.drawn(rng, rng.choice(RULED) if lines == "ruled" else lines), **changes
    )
    setting = PdfSetting(report, rng)
    return setting.pdf(style), setting


def wrong_cells(report: Report, reading: Reading) -> list[str]:
    """Cells with another value and no doubt, and no notice that they are not printed."""
    if reading.form is not report.form and not no_row_tells_the_shape(report, reading):
        return [] if any(d.code == "form.edition" for d in reading.doubts) else ["form"]
    doubted = {doubt.cell for doubt in reading.doubts}
    return [
        cell.address
        for cell, value in report.cells()
        if cell.address in reading.form
        and cell.address not in doubted
        and reading.report[cell.address] != value
        and reading.cells[cell.address].certainty.value != "absent"
    ]


def no_row_tells_the_shape(report: Report, reading: Reading) -> bool:
    """Whether （六）其他处理, which alone tells two forms of one edition apart, was not found."""
    return reading.form.edition == report.form.edition and all(
        source.certainty.value == "absent"
        for address, source in reading.cells.items()
        if address.startswith("/requests/outcomes/other/")
    )


# --- ruled tables -----------------------------------------------------------------------------


@quiet
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


@quiet
@given(report=anything, seed=seeds)
def test_blanks_and_slips_in_ruled_tables_are_read_back(report: Report, seed: int) -> None:
    data, _ = set_pdf(report, seed, "ruled", cut_rows=False)
    reading = read(data)
    assert wrong_cells(report, reading) == []
    assert reading.doubts == ()


@quiet
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


@quiet
@given(report=reports("any") | anything, seed=seeds, share=st.floats(0.01, 0.2))
def test_borders_that_are_missing_make_doubts_never_wrong_cells(
    report: Report, seed: int, share: float
) -> None:
    """Rows that a page break cuts and heads that are printed again among them."""
    data, _ = set_pdf(report, seed, "ruled", dropped=share)
    assert wrong_cells(report, read(data)) == []


@pytest.mark.parametrize("share", [0.0, 0.05, 0.1])
def test_few_borders_that_are_missing_cost_few_cells(share: float) -> None:
    report = _plain_report()
    exact = cells = 0
    for seed in range(12):
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
        printed = [cell.text for grid in read_pdf(data, Limits()).grids for cell in grid]
        assert not [text for text in printed if text == "某某市某某局政府信息公开年报"]
        outside = [
            cell.text
            for grid in read_pdf(data, Limits()).grids
            if grid.shape.value == "lines"
            for cell in grid
        ]
        assert not [text for text in outside if re.fullmatch(r"[-\d /第页共 ]+", text)]


def _plain_report() -> Report:
    path = Path(__file__).parents[1] / "fixtures" / "yindu-qu-2019"
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
@quiet
@given(report=reports("any"), seed=seeds)
def test_columns_without_lines_are_never_misread(lines: str, report: Report, seed: int) -> None:
    data, _ = set_pdf(report, seed, lines)
    assert wrong_cells(report, read(data)) == []


@pytest.mark.parametrize("lines", ["level", "none"])
def test_most_cells_of_columns_without_lines_are_exact(lines: str) -> None:
    report = _plain_report()
    exact = cells = 0
    for seed in range(30):
        data, _ = set_pdf(report, seed, lines)
        exact += _exact_cells(report, read(data))
        cells += len(list(report.cells()))
    assert exact >= 0.995 * cells


@pytest.mark.parametrize("lines", ["level", "none"])
@quiet
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
if sys.argv[2] == "with":
    substitute.provide_fonts(bare)
else:
    own = bare.FPDF_GetDefaultSystemFontInfo()
    pdfium.FPDF_SetSystemFontInfo(own)
document.provide_fonts = lambda _: None
from gxstats import read
from gxstats.wire import to_json
reading = read(sys.argv[1])
print(len(reading.doubts), to_json(reading.report).decode())
"""


def _read_without_fonts(path: Path, how: str) -> str:
    command = [sys.executable, "-c", WITHOUT_FONTS, path, how]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


def test_a_reading_does_not_depend_on_the_fonts_of_the_machine(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    for seed in range(3):
        data, _ = set_pdf(_plain_report(), seed, "ruled", font=NAMED)
        path.write_bytes(data)
        reading = read(data)
        expected = f"{len(reading.doubts)} {to_json(reading.report).decode()}"
        assert _read_without_fonts(path, "with").strip() == expected
        assert list(reading.report.values()) == list(_plain_report().values())
    # what the font of bars is for: without it, PDFium says nothing of most labels
    assert _read_without_fonts(path, "without").strip() != expected


# --- other producers --------------------------------------------------------------------------


def _page(report: Report, seed: int) -> str:
    style = (
        "<style>td,th{border:1px solid #333;font-size:11px}table{border-collapse:collapse}</style>"
    )
    return Setting(report, random.Random(seed)).page().replace("</head>", style + "</head>")


@pytest.mark.parametrize("program", ["chromium", "soffice"])
def test_what_other_programs_print_is_read_exactly(program: str, tmp_path: Path) -> None:
    command = shutil.which(program)
    if command is None:
        pytest.skip(f"{program} is not installed")
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
    subprocess.run([command, *arguments], capture_output=True, timeout=120, check=False)
    if not target.exists():
        pytest.skip(f"{program} does not print here")
    reading = read(target.read_bytes())
    assert reading.doubts == ()
    assert wrong_cells(report, reading) == []
    assert list(reading.report.values()) == list(report.values())


REAL = [SHARED / "a03-hongze-qu-2023-pdf", SHARED / "a04-hongze-qu-2024-pdf"]


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
        _file(
            content,
            font=b"/Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H"
            b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo"
            b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]",
        ),
        Limits(),
    )
    text = "".join(cell.text for grid in document.grids for cell in grid)
    assert document.replaced == text.count("\ufffd") == 4


# --- hostile files ----------------------------------------------------------------------------


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


def _stream(number: int, raw: bytes, entries: bytes = b"", length: int | None = None) -> bytes:
    size = len(raw) if length is None else length
    return _object(number, b"<</Length %d%s>>\nstream\n%s\nendstream" % (size, entries, raw))


def _whole(objects: list[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    return b"%PDF-1.7\n" + b"".join(objects) + b"trailer\n<<" + trailer + b">>\n%%EOF\n"


FLATE = b"/Filter/FlateDecode"
FONT = b"/Type/Font/Subtype/Type1/BaseFont/Helvetica"


def _file(
    content: bytes = b"",
    entries: bytes = b"",
    *,
    font: bytes = FONT,
    more: list[bytes] | None = None,
    resources: bytes = b"",
    box: bytes = b"0 0 595 842",
    length: int | None = None,
) -> bytes:
    return _whole(
        [
            _object(1, b"<</Type/Catalog/Pages 2 0 R>>"),
            _object(2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            _object(
                3,
                b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<"
                b"/Font<</F1 5 0 R>>%s>>>>" % (box, resources),
            ),
            _stream(4, content, entries, length),
            _object(5, b"<<" + font + b">>"),
            *(more or []),
        ]
    )


def _bomb(size: int) -> bytes:
    machine = zlib.compressobj(9)
    block = b" " * 1_000_000
    return b"".join(machine.compress(block) for _ in range(size // len(block))) + machine.flush()


def _laughs(levels: int, times: int) -> bytes:
    forms = []
    for level in range(levels):
        number = 10 + level
        body = b"/F%d Do " % (level + 1) * times if level + 1 < levels else b"0 0 9 9 re f "
        names = b"/Resources<</XObject<</F%d %d 0 R>>>>" % (level + 1, number + 1)
        forms.append(_stream(number, body, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + names))
    return _file(b"/F0 Do", more=forms, resources=b"/XObject<</F0 10 0 R>>")


def _pages(tree: list[bytes]) -> bytes:
    return _whole([_object(1, b"<</Type/Catalog/Pages 2 0 R>>"), *tree])


def _lzw_bomb(codes: int) -> bytes:
    """LZW whose every code is the newest entry, one byte longer than the last."""
    bits, size, table, width = "", 0, 258, 9
    sequence = [(256, 9), (65, 9)]
    while size < codes:
        if table >= 4095:
            sequence.append((256, 12))
            sequence.append((65, 9))
            table = 258
        width = max(9, (table + 1).bit_length())
        sequence.append((table, min(width, 12)))
        table += 1
        size += 1
    bits = "".join(format(code, f"0{width}b") for code, width in sequence)
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


@cache
def hostile() -> dict[str, tuple[bytes, str]]:
    """Files by what they do, with the reason for which each is refused ('' if it may be read)."""
    bomb = _bomb(60_000_000)
    report, _ = set_pdf(_plain_report(), 11, "ruled")
    lines = b"".join(b"%d 0 m %d 800 l S 0 %d m 500 %d l S " % (i, i, i, i) for i in range(1, 700))
    inflated = "read.limit.inflated"
    files = {
        "nothing after the head": (b"%PDF-1.7\n", "read.damaged"),
        "noise": (b"%PDF-1.7\n" + random.Random(1).randbytes(200_000), "read.damaged"),
        "flate bomb": (_file(bomb, FLATE), inflated),
        "flate bomb, length lies short": (_file(bomb, FLATE, length=10), inflated),
        "flate bomb, length lies long": (_file(bomb, FLATE, length=10**9), inflated),
        "flate within flate": (
            _file(zlib.compress(bomb), b"/Filter[/FlateDecode/FlateDecode]"),
            inflated,
        ),
        "flate within hex": (
            _file(bomb.hex().encode() + b">", b"/Filter[/ASCIIHexDecode/FlateDecode]"),
            inflated,
        ),
        "flate under a disguised name": (_file(bomb, b"/Filter/#46lateDecode"), inflated),
        "flate named elsewhere": (
            _file(bomb, b"/Filter 9 0 R", more=[_object(9, b"/FlateDecode")]),
            inflated,
        ),
        "flate named nowhere": (_file(zlib.compress(b""), b"/Filter 9 0 R"), "read.damaged"),
        "flate hidden by endstream": (_file(b"endstream " + bomb, FLATE), ""),
        "lzw bomb": (_file(_lzw_bomb(200_000), b"/Filter/LZWDecode"), inflated),
        "run length bomb": (_file(b"\x81 " * 900_000, b"/Filter/RunLengthDecode"), inflated),
        "base 85 bomb": (_file(b"z" * 10_500_000 + b"~>", b"/Filter/ASCII85Decode"), inflated),
        "a bomb in a font": (
            _file(
                b"BT /F1 9 Tf (a) Tj ET",
                font=FONT + b"/ToUnicode 8 0 R",
                more=[_stream(8, bomb, FLATE)],
            ),
            inflated,
        ),
        "a bomb among objects": (
            _file(b"", more=[_stream(8, bomb, FLATE + b"/Type/ObjStm/N 9/First 9")]),
            inflated,
        ),
        "a bomb in an inline picture": (
            _file(b"BI /W 9 /H 9 /BPC 8 /CS /G /F /Fl ID " + bomb + b" EI"),
            inflated,
        ),
        "a bomb that calls itself a picture": (
            _file(bomb, FLATE + b"/Subtype/Image/Type/XObject"),
            "read.scanned",
        ),
        "a tree of pages that bites its tail": (
            _pages([_object(2, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>")]),
            "read.damaged",
        ),
        "pages that are their own parents": (
            _pages(
                [
                    _object(2, b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>"),
                    _object(3, b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"),
                ]
            ),
            "read.damaged",
        ),
        "a count that lies": (
            _pages([_object(2, b"<</Type/Pages/Kids[]/Count 2000000000>>")]),
            "",
        ),
        "400 pages": (
            _pages(
                [
                    _object(2, b"<</Type/Pages/Kids[" + b"3 0 R " * 400 + b"]/Count 400>>"),
                    _object(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
                ]
            ),
            "read.limit.pages",
        ),
        "a form that draws itself": (_laughs(1, 0).replace(b"0 0 9 9 re f", b"/F0 Do /F1 Do"), ""),
        "forms that draw forms": (_laughs(9, 10), "read.limit.nodes"),
        "40 forms deep": (_laughs(60, 2), "read.limit.nodes"),
        "a million rectangles": (
            _file(zlib.compress(b"0 0 1 1 re f " * 1_000_000), FLATE),
            "read.limit.nodes",
        ),
        "a million points": (
            _file(zlib.compress(b"0 0 m " + b"9 9 l " * 3_500_000 + b"S"), FLATE),
            "read.limit.nodes",
        ),
        "700 by 700 lines": (_file(lines + b"BT /F1 9 Tf 9 9 Td (1) Tj ET"), ""),
        "characters": (
            _file(
                zlib.compress(b"BT /F1 1 Tf " + b"0 .1 Td (aaaaaaaaaa) Tj " * 250_000 + b"ET"),
                FLATE,
            ),
            "",
        ),
        "numbers all over the page": (
            _file(
                b"BT /F1 1 Tf "
                + b"".join(
                    b"1 0 0 1 %d %.2f Tm (7) Tj " % (i * 37 % 590, i * 0.01) for i in range(20_000)
                )
                + b"ET"
            ),
            "",
        ),
        "a deep array": (
            _file(more=[_object(9, b"[" * 500_000 + b"]" * 500_000)]),
            "",
        ),
        "a deep dictionary": (_file(more=[_object(9, b"<</A" * 200_000)]), ""),
        "states that are never restored": (
            _file(zlib.compress(b"q " * 2_000_000), FLATE),
            "read.limit.nodes",
        ),
        "a page without end": (_file(b"BT ET", box=b"0 0 1e30 1e30"), ""),
        "a page inside out": (_file(b"BT ET", box=b"595 842 0 -99999999999"), ""),
        "numbers that are none": (_file(b"nan inf 1e999 -1e999 re f 9 9 re f"), ""),
        "a table of objects that loops": (
            (
                b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9/Root 1 0 R>>\n"
                b"startxref\n9\n%%EOF"
            ),
            "read.damaged",
        ),
        "a title of a million letters": (
            _whole([_object(1, b"<</Type/Catalog/T(" + b"a" * 1_000_000 + b")>>")]),
            "",
        ),
    }
    for part in (0.1, 0.5, 0.9, 0.99):
        files[f"cut at {part:.0%}"] = (report[: int(len(report) * part)], "")
    return files


MEASURED = """
import json, sys, time
from pathlib import Path
from gxstats.reading.limits import Limits
from gxstats.reading.pdf.document import read_pdf
from gxstats.reading.containers import document_of
from gxstats import Unreadable
from gxstats.reading.recognizer import recognized
for path in sys.argv[1:]:
    data = Path(path).read_bytes()
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted anew
    started = time.process_time()
    try:
        limits = Limits().begun()
        recognized(read_pdf(data, limits), limits)
        code = "read"
    except Unreadable as error:
        code = error.code
    seconds = time.process_time() - started
    status = Path("/proc/self/status").read_text()
    peak = int(status.split("VmHWM:")[1].split()[0])
    print(json.dumps([path, code, seconds, peak]), flush=True)
"""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, float, int]]:
    """What becomes of each hostile file: its code, seconds, and the memory at its peak."""
    if not Path("/proc/self/clear_refs").exists():
        pytest.skip("memory is measured where the system tells it")
    folder = tmp_path_factory.mktemp("hostile")
    names = {}
    for number, (name, (data, _)) in enumerate(hostile().items()):
        path = folder / f"{number}.pdf"
        path.write_bytes(data)
        names[str(path)] = name
    found: dict[str, tuple[str, float, int]] = {}
    left = list(names)
    while left:  # a process that dies tells by its silence which file it was
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *left], capture_output=True, timeout=300, check=False
        )
        for line in done.stdout.decode().splitlines():
            path, code, seconds, peak = json.loads(line)
            found[names[path]] = code, seconds, peak
            left.remove(path)
        if done.returncode:
            found[names[left.pop(0)]] = "crash: " + done.stderr.decode()[-500:], 0.0, 0
    return found


@pytest.mark.parametrize("name", hostile())
def test_hostile_pdfs_are_refused_or_read_fast_in_little_memory(
    name: str, measured: dict[str, tuple[str, float, int]]
) -> None:
    code, seconds, peak = measured[name]
    assert not code.startswith("crash"), code
    wanted = hostile()[name][1]
    assert code == wanted if wanted else (code == "read" or code.startswith("read."))
    assert seconds < 3  # of this process alone: the machine may be busy
    assert peak < 200_000  # kilobytes, Python and the library themselves included
