"""PDFs that want to do harm are refused, or read in the time and memory that are allowed."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator
from functools import cache, partial

import pytest

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra read)")
pytest.importorskip("reportlab", reason="reportlab is not installed (extra test)")

from tests.support.bounded_reading import Worker, require_lawful, worker
from tests.support.effort import some
from tests.support.handwritten_pdf import FLATE, FONT, entry, one_page, stream, whole
from tests.support.hostile import BOUNDED
from tests.support.typeset_pdf import RULED, PdfTypesetter, Style

from gxstats import examples, read
from gxstats.reading import Limits
from gxstats.reading.pdf.streams import disarmed

INFLATED = "read.limit.inflated"


@cache
def _report() -> bytes:
    rng = random.Random(11)
    style = Style.drawn(rng, rng.choice(RULED))
    return PdfTypesetter(read(examples.path("yindu-2019")).report, rng).pdf(style)


def _part(share: float) -> bytes:
    return _report()[: int(len(_report()) * share)]


def _lines() -> bytes:
    return b"".join(b"%d 0 m %d 800 l S 0 %d m 500 %d l S " % (i, i, i, i) for i in range(1, 700))


@cache
def _bomb() -> bytes:
    """What inflates to 60 million bytes."""
    machine = zlib.compressobj(9)
    block = b" " * 1_000_000
    return b"".join(machine.compress(block) for _ in range(60)) + machine.flush()


def _laughs(levels: int, times: int) -> bytes:
    forms = []
    for level in range(levels):
        number = 10 + level
        body = b"/F%d Do " % (level + 1) * times if level + 1 < levels else b"0 0 9 9 re f "
        names = b"/Resources<</XObject<</F%d %d 0 R>>>>" % (level + 1, number + 1)
        forms.append(stream(number, body, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + names))
    return one_page(b"/F0 Do", more=forms, resources=b"/XObject<</F0 10 0 R>>")


def _pages(tree: list[bytes]) -> bytes:
    return whole([entry(1, b"<</Type/Catalog/Pages 2 0 R>>"), *tree])


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


_EIGHTS = b"BT /F1 4 Tf 9 690 Td " + b"(%s) Tj 0 -3 Td " % (b"8" * 200) * 90 + b"ET "
"""18,000 characters, close together."""


def _covers() -> bytes:
    return _EIGHTS + b"9 300 500 300 re f " * 9_000


def _clipped() -> bytes:
    clips = b"0 0 m 9 400 l 500 400 l 500 0 l h W n " * 1_000
    return b"q " + clips + _EIGHTS + b"Q"


def _polygon() -> bytes:
    points = b"".join(b"%d %d l " % (i % 500, i % 700) for i in range(20_000))
    return _EIGHTS + b"0 0 m " + points + b"f "


def _strikes() -> bytes:
    lines = b"".join(b"9 %d.%d m 500 %d.%d l S " % (403, i % 9, 403, i % 7) for i in range(9_000))
    return _EIGHTS + lines


def _slants() -> bytes:
    return _EIGHTS + b"9 390 m 150 420 l S " * 9_000


def _pictures() -> bytes:
    return (
        _EIGHTS
        + _lines()
        + b"q 250 0 0 390 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q " * 9_000
    )


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing after the head": (lambda: b"%PDF-1.7\n", "read.damaged"),
    "noise": (lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(200_000), "read.damaged"),
    "flate bomb": (lambda: one_page(_bomb(), FLATE), INFLATED),
    "flate bomb, length lies short": (lambda: one_page(_bomb(), FLATE, length=10), INFLATED),
    "flate bomb, length lies long": (lambda: one_page(_bomb(), FLATE, length=10**9), INFLATED),
    "flate within flate": (
        lambda: one_page(zlib.compress(_bomb()), b"/Filter[/FlateDecode/FlateDecode]"),
        "",
    ),
    "flate within hex": (
        lambda: one_page(_bomb().hex().encode() + b">", b"/Filter[/ASCIIHexDecode/FlateDecode]"),
        "",
    ),
    "flate under a disguised name": (
        lambda: one_page(_bomb(), b"/Filter/#46lateDecode"),
        INFLATED,
    ),
    "flate named elsewhere": (
        lambda: one_page(_bomb(), b"/Filter 9 0 R", more=[entry(9, b"/FlateDecode")]),
        INFLATED,
    ),
    "flate named nowhere": (
        lambda: one_page(zlib.compress(b""), b"/Filter 9 0 R"),
        "",
    ),
    "flate hidden by endstream": (lambda: one_page(b"endstream " + _bomb(), FLATE), ""),
    "lzw bomb": (lambda: one_page(_lzw_bomb(200_000), b"/Filter/LZWDecode"), ""),
    "run length bomb": (
        lambda: one_page(b"\x81 " * 900_000, b"/Filter/RunLengthDecode"),
        "",
    ),
    "base 85 bomb": (
        lambda: one_page(b"z" * 10_500_000 + b"~>", b"/Filter/ASCII85Decode"),
        "",
    ),
    "a bomb in a font": (
        lambda: one_page(
            b"BT /F1 9 Tf (a) Tj ET",
            font=FONT + b"/ToUnicode 8 0 R",
            more=[stream(8, _bomb(), FLATE)],
        ),
        INFLATED,
    ),
    "a bomb among objects": (
        lambda: one_page(b"", more=[stream(8, _bomb(), FLATE + b"/Type/ObjStm/N 9/First 9")]),
        INFLATED,
    ),
    "a bomb in an inline picture": (
        lambda: one_page(b"BI /W 9 /H 9 /BPC 8 /CS /G /F /Fl ID " + _bomb() + b" EI"),
        "",
    ),
    "a bomb that calls itself a picture": (
        lambda: one_page(_bomb(), FLATE + b"/Subtype/Image/Type/XObject"),
        "read.scanned",
    ),
    "a tree of pages that bites its tail": (
        lambda: _pages([entry(2, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>")]),
        "read.damaged",
    ),
    "pages that are their own parents": (
        lambda: _pages(
            [
                entry(2, b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>"),
                entry(3, b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"),
            ]
        ),
        "read.damaged",
    ),
    "a count that lies": (
        lambda: _pages([entry(2, b"<</Type/Pages/Kids[]/Count 2000000000>>")]),
        "",
    ),
    "400 pages": (
        lambda: _pages(
            [
                entry(2, b"<</Type/Pages/Kids[" + b"3 0 R " * 400 + b"]/Count 400>>"),
                entry(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
            ]
        ),
        "read.limit.pages",
    ),
    "a form that draws itself": (
        lambda: _laughs(1, 0).replace(b"0 0 9 9 re f", b"/F0 Do /F1 Do"),
        "",
    ),
    "forms that draw forms": (lambda: _laughs(9, 10), ""),
    "40 forms deep": (lambda: _laughs(60, 2), ""),
    "a million rectangles": (
        lambda: one_page(zlib.compress(b"0 0 1 1 re f " * 1_000_000), FLATE),
        "",
    ),
    "a million points": (
        lambda: one_page(zlib.compress(b"0 0 m " + b"9 9 l " * 3_500_000 + b"S"), FLATE),
        "",
    ),
    "700 by 700 lines": (lambda: one_page(_lines() + b"BT /F1 9 Tf 9 9 Td (1) Tj ET"), ""),
    "characters": (
        lambda: one_page(
            zlib.compress(b"BT /F1 1 Tf " + b"0 .1 Td (aaaaaaaaaa) Tj " * 250_000 + b"ET"),
            FLATE,
        ),
        "",
    ),
    "numbers all over the page": (
        lambda: one_page(
            b"BT /F1 1 Tf "
            + b"".join(
                b"1 0 0 1 %d %.2f Tm (7) Tj " % (i * 37 % 590, i * 0.01) for i in range(20_000)
            )
            + b"ET"
        ),
        "",
    ),
    "a deep array": (
        lambda: one_page(more=[entry(9, b"[" * 500_000 + b"]" * 500_000)]),
        "",
    ),
    "a deep dictionary": (lambda: one_page(more=[entry(9, b"<</A" * 200_000)]), ""),
    "states that are never restored": (
        lambda: one_page(zlib.compress(b"q " * 2_000_000), FLATE),
        "",
    ),
    "a page without end": (lambda: one_page(b"BT ET", box=b"0 0 1e30 1e30"), ""),
    "a page inside out": (lambda: one_page(b"BT ET", box=b"595 842 0 -99999999999"), ""),
    "numbers that are none": (lambda: one_page(b"nan inf 1e999 -1e999 re f 9 9 re f"), ""),
    "a table of objects that loops": (
        (
            lambda: (
                b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9/Root 1 0 R>>\n"
                b"startxref\n9\n%%EOF"
            )
        ),
        "read.damaged",
    ),
    "a title of a million letters": (
        lambda: whole([entry(1, b"<</Type/Catalog/T(" + b"a" * 1_000_000 + b")>>")]),
        "",
    ),
    "shapes over text": (lambda: one_page(_covers()), ""),
    "a thousand clips around text": (lambda: one_page(_clipped()), ""),
    "a shape of many corners over text": (lambda: one_page(_polygon()), ""),
    "text struck out over and over": (lambda: one_page(_strikes()), ""),
    "text struck out aslant, over and over": (lambda: one_page(_slants()), ""),
    "pictures over many cells": (lambda: one_page(_pictures()), ""),
    **{f"cut at {part:.0%}": (partial(_part, part), "") for part in (0.1, 0.5, 0.9, 0.99)},
}
"""Files by what they do, with the reason for which each is refused ('' if it may be read)."""


@pytest.fixture(scope="module")
def measuring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    with worker(tmp_path_factory, {"sound": _report()}) as running:
        yield running


@pytest.mark.parametrize("name", some(HOSTILE, 12))
def test_hostile_pdfs_are_refused_or_read_in_the_time_and_memory_that_are_allowed(
    name: str, measuring: Worker
) -> None:
    make, wanted = HOSTILE[name]
    found = measuring.measured("file", make(), "read")
    require_lawful(found)
    code = found["outcome"]
    if code not in BOUNDED:
        assert code == wanted if wanted else (code == "reading" or code.startswith("read."))


@pytest.mark.parametrize("line", [b"\n", b"\r", b"\r\n"], ids=["lf", "cr", "crlf"])
@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"stream\nq Q\nendstream ",
        b"endstream endobj ",
        b"(endstream stream)\n",
    ],
    ids=["nothing", "a stream", "an end", "a string"],
)
def test_a_picture_is_blotted_out_whatever_its_line_begins_with(
    before: bytes, line: bytes
) -> None:
    data = before + b"9 0 obj<</Subtype/Image>>stream" + line + b"PICTURE\nendstream endobj"
    plain = disarmed(data, Limits()).data
    assert len(plain) == len(data)
    assert b"PICTURE" not in plain
