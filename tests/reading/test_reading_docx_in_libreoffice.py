"""What is read of a Word file for certain is what LibreOffice prints of it."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("pypdfium2", reason="reads what LibreOffice prints")

import pypdfium2
from tests.support.engines import libreoffice
from tests.support.typeset_docx import TRANSITIONAL, package
from tests.support.word_markup import field, paragraph, run, table, tc

from gxstats.reading import Limits
from gxstats.reading.word.docx import read_docx

pytestmark = pytest.mark.engines

ROWS = 400
SYMBOLS = {0xF000 + code: code for code in range(0x30, 0x3A)}
LABEL = re.compile(r"k(\d+)x")
STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{more}<w:rPr>{properties}</w:rPr></w:style>'
    for kind, name, more, properties in (
        ("character", "CV", "", "<w:vanish/>"),
        ("character", "CB", '<w:basedOn w:val="CV"/>', "<w:b/>"),
        ("character", "CN", '<w:basedOn w:val="CV"/>', '<w:vanish w:val="0"/>'),
        ("character", "CS", "", "<w:strike/>"),
        ("character", "CR", "", '<w:vertAlign w:val="superscript"/>'),
        ("paragraph", "PV", "", "<w:vanish/>"),
        ("paragraph", "PB", '<w:basedOn w:val="PV"/>', ""),
        ("paragraph", "PN", '<w:basedOn w:val="PV"/>', '<w:vanish w:val="0"/>'),
        ("paragraph", "PP", "", "<w:b/>"),
    )
)
LOOKS = [
    *[""] * 6,
    "<w:vanish/>",
    '<w:vanish w:val="0"/>',
    *(f'<w:rStyle w:val="{name}"/>' for name in ("CV", "CB", "CN", "CS", "CR")),
    '<w:rStyle w:val="CV"/><w:vanish w:val="0"/>',
    '<w:strike w:val="0"/><w:rStyle w:val="CS"/>',
    '<w:vertAlign w:val="subscript"/>',
    '<w:position w:val="8"/>',
    '<w:sz w:val="10"/>',
    '<w:color w:val="FF0000"/><w:highlight w:val="yellow"/>',
    "<w:webHidden/>",
]
PARAGRAPHS = [
    *[""] * 6,
    *(f'<w:pStyle w:val="{name}"/>' for name in ("PV", "PB", "PN", "PP")),
    "<w:rPr><w:vanish/></w:rPr>",
    '<w:jc w:val="right"/>',
]


def piece(rng: random.Random) -> str:
    """Something that may stand in a paragraph."""
    digits = str(rng.randint(1, 99))
    plain = run(digits, rng.choice(LOOKS))
    made = [
        *[plain] * 8,
        field("REF a", plain),
        field("XE a", None),
        f'<w:fldSimple w:instr="REF b">{plain}</w:fldSimple>',
        control("<w:text/>", plain),
        control("<w:showingPlcHdr/>", plain),
        field("MERGEFIELD a", plain),
        f'<w:ins w:id="1" w:author="a">{plain}</w:ins>',
        f'<w:hyperlink w:anchor="a">{run(digits)}</w:hyperlink>',
        f'<w:smartTag w:element="a">{plain}</w:smartTag>',
        f'<x:y xmlns:x="urn:x">{plain}</x:y>',
        '<w:r><w:sym w:font="Symbol" w:char="F034"/></w:r>',
        f'<w:bdo w:val="rtl">{plain}</w:bdo>',
        "<w:r><w:pict/></w:r>",
    ]
    return rng.choice(made)


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(rng: random.Random) -> str:
    """The paragraphs of a cell."""
    made = ""
    for _ in range(rng.choice([1, 1, 1, 2])):
        pieces = "".join(piece(rng) for _ in range(rng.choice([0, 1, 1, 2, 3])))
        made += paragraph(pieces, rng.choice(PARAGRAPHS))
    return made


def document(rng: random.Random) -> bytes:
    """A table of labels, each with a cell beside it that holds anything."""
    rows = []
    for number in range(ROWS):
        hidden = rng.choice(["<w:hidden/>", *[""] * 15])
        properties = f"<w:trPr>{hidden}</w:trPr>" if hidden else ""
        rows.append(properties + tc(paragraph(run(f"k{number}x"))) + tc(cell(rng)))
    styles = f'<w:styles xmlns:w="{TRANSITIONAL}">{STYLES}</w:styles>'
    return package(
        table(*rows) + paragraph(run("k9999x")),
        related=[("rId1", "styles", "styles.xml")],
        parts=[("word/styles.xml", styles)],
    )


def printed(data: bytes, folder: Path) -> dict[str, str]:
    """The digits that LibreOffice prints after each label."""
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [libreoffice(), profile, "--headless", "--norestore", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(folder / "a.docx")],
        check=True,
        capture_output=True,
        timeout=240,
    )
    with pypdfium2.PdfDocument(folder / "a.pdf") as pages:
        text = "".join(page.get_textpage().get_text_range() for page in pages)
    parts = LABEL.split(text.translate(SYMBOLS))
    return dict(zip(parts[1::2], ("".join(one.split()) for one in parts[2::2]), strict=True))


@pytest.mark.parametrize("seed", range(3))
def test_what_is_certain_in_a_cell_is_what_libreoffice_prints_there(
    seed: int, tmp_path: Path
) -> None:
    data = document(random.Random(seed))
    shown = printed(data, tmp_path)
    grids = read_docx(data, Limits().begun()).grids
    rows = [row for grid in grids for row in grid.rows if len(row) == 2]
    certain = {
        label.text[1:-1]: value.text
        for label, value in rows
        if re.fullmatch("[0-9]*", value.text) and LABEL.fullmatch(label.text)
    }
    assert len(certain) > ROWS // 4
    assert {number: shown.get(number) for number in certain} == certain
