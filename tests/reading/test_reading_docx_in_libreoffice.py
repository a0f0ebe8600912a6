"""What is read of a Word file for certain is what LibreOffice prints of it."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("pypdfium2", reason="reads what LibreOffice prints")

import pypdfium2
from tests.support.effort import fresh_seeds
from tests.support.engines import libreoffice
from tests.support.seen_in_pdf import seen_glyphs
from tests.support.typeset_docx import TRANSITIONAL, package
from tests.support.word_markup import field, paragraph, run, table, tc

from gxstats.reading import Limits
from gxstats.reading.word.docx import read_docx

pytestmark = pytest.mark.engines

ROWS = 400
FINAL = f'<w:settings xmlns:w="{TRANSITIONAL}"><w:revisionView w:markup="0" w:insDel="0"/></w:settings>'
"""Deletions are left out, not struck."""
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
GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="4F81BD"/>'
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
    *(f'<w:color w:val="{color}"/>' for color in ("FFFFFF", "FEFEFE", "000000", "auto", "808080")),
    *(f'<w:color w:val="{color}"/>{GROUND}' for color in ("FFFFFF", "4F81BD", "auto")),
    '<w:color w:val="FF0000" w:themeColor="background1"/>',
    '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
    '<w:shd w:val="solid" w:color="000000" w:fill="auto"/>',
    '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
    '<w:highlight w:val="black"/>',
    '<w:color w:val="FFFFFF"/><w:shadow/>',
    '<w:color w:val="FFFFFF"/><w:outline/>',
    '<w:color w:val="4F81BD"/><w:shd w:val="clear" w:color="auto" w:fill="808080"/>',
    *(
        "<w:dstrike/>",
        "<w:caps/>",
        "<w:smallCaps/>",
        '<w:spacing w:val="-40"/>',
        '<w:w w:val="1"/>',
    ),
    *("<w:emboss/>", "<w:imprint/>", "<w:specVanish/>", '<w:sz w:val="2"/>', "<w:rtl/>"),
    '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
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
        f'<w:del w:id="2" w:author="a">{deleted(digits)}</w:del>',
        f'<w:ins w:id="3" w:author="a"><w:del w:id="4" w:author="a">{deleted(digits)}</w:del></w:ins>',
        f'<w:moveTo w:id="5" w:author="a">{plain}</w:moveTo>',
        f'<w:moveFrom w:id="6" w:author="a">{plain}</w:moveFrom>',
        run(digits, '<w:del w:id="7" w:author="a"/>'),
        run(digits, '<w:ins w:id="8" w:author="a"/>'),
        field(f"= {digits}", plain),
        field(f"= {digits} + 1", None),
        field("DOCPROPERTY a", plain),
        field('QUOTE "7"', plain),
        field("PAGE", plain),
        field("SEQ a", plain),
        field("FORMTEXT", plain),
        f'<w:fldSimple w:instr="DATE">{plain}</w:fldSimple>',
        f"<w:r><w:noBreakHyphen/><w:t>{digits}</w:t></w:r>",
        f"<w:r><w:t>{digits}</w:t><w:tab/><w:t>{digits}</w:t></w:r>",
        f"<w:r><w:t>{digits}</w:t><w:softHyphen/><w:t>{digits}</w:t></w:r>",
        f"<w:r><w:t>{digits}</w:t><w:br/></w:r>",
        f'<w:hyperlink w:anchor="a">{run(digits)}</w:hyperlink>',
        f'<w:smartTag w:element="a">{plain}</w:smartTag>',
        f'<x:y xmlns:x="urn:x">{plain}</x:y>',
        '<w:r><w:sym w:font="Symbol" w:char="F034"/></w:r>',
        f'<w:bdo w:val="rtl">{plain}</w:bdo>',
        "<w:r><w:pict/></w:r>",
    ]
    return rng.choice(made)


def deleted(text: str) -> str:
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


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
        fill = rng.choice([*[""] * 8, "FFFFFF", "000000", "4F81BD", "D9D9D9"])
        ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        rows.append(properties + tc(paragraph(run(f"k{number}x"))) + tc(cell(rng), ground))
    styles = f'<w:styles xmlns:w="{TRANSITIONAL}">{STYLES}</w:styles>'
    return package(
        table(*rows) + paragraph(run("k9999x")),
        related=[("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml")],
        parts=[("word/styles.xml", styles), ("word/settings.xml", FINAL)],
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
        text = "".join(glyph.text for page in pages for glyph in seen_glyphs(page))
    parts = LABEL.split(text.translate(SYMBOLS))
    return dict(zip(parts[1::2], ("".join(one.split()) for one in parts[2::2]), strict=True))


def test_what_is_certain_in_a_cell_is_what_libreoffice_prints_there(tmp_path: Path) -> None:
    for seed in fresh_seeds(15):
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
        assert {number: shown.get(number) for number in certain} == certain, seed
