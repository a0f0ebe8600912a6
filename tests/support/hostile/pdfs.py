"""PDF files: trees in a circle, bombs, recursion, broken tables of places."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping

from tests.support.hostile import HEADERS, READ, READING, ROW, hostile

OBJECTS = dict[int, bytes]
BROKEN = ("read.damaged", "read.no_table", "read.blank", "read.scanned")


def stream(data: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def squeezed(data: bytes, entries: str = "") -> bytes:
    return stream(zlib.compress(data, 1), f"/Filter /FlateDecode {entries}")


def pdf(objects: Mapping[int, bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF of these objects, with a sound table of places."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += f"trailer\n<< /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def pages(
    content: bytes, *, font: OBJECTS | None = None, page: str = "", count: int = 1
) -> OBJECTS:
    """The objects of a document whose pages all have one content."""
    kids = " ".join(f"{100 + i} 0 R" for i in range(count))
    made = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry "
        b"(Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 7 0 R >>",
        5: to_unicode(),
        6: content,
        7: b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] "
        b"/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
        **(font or {}),
    }
    leaf = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R "
        f"/Resources << /Font << /F 3 0 R >> {page} >> >>"
    )
    return made | {100 + i: leaf.encode() for i in range(count)}


def to_unicode() -> bytes:
    """Each code is the character itself."""
    rows = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in (0, *range(0x4E, 0xA0))]
    ranges = f"{len(rows)} beginbfrange {' '.join(rows)} endbfrange"
    return stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2"
        b" def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        + ranges.encode()
        + b" endcmap end end"
    )


def shown(x: float, y: float, text: str, size: int = 10) -> str:
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"


def table_content() -> str:
    """The little table with its rules."""
    columns, rows = (40, 140, 250, 360, 470), (780, 760, 740)
    rules = [f"40 {y} m 470 {y} l S\n" for y in rows] + [
        f"{x} 780 m {x} 740 l S\n" for x in columns
    ]
    texts = [
        shown(columns[i] + 4, y, text)
        for row, y in ((HEADERS, 765), (ROW, 745))
        for i, text in enumerate(row)
    ]
    return "".join(rules + texts)


def pdf_of_the_table(extra: str = "", **settings: object) -> bytes:
    content = stream((table_content() + extra).encode())
    return pdf(pages(content, **settings))  # type: ignore[arg-type]


@hostile("sound.pdf", READ)
def _():
    return pdf_of_the_table()


@hostile("pages-in-a-circle.pdf", *BROKEN, READ)
def _():
    objects = pages(stream(table_content().encode()))
    objects[2] = b"<< /Type /Pages /Kids [2 0 R 1 0 R 100 0 R] /Count 3 /Parent 2 0 R >>"
    return pdf(objects)


@hostile("pages-in-a-chain.pdf", *BROKEN, READ)
def _():
    objects = pages(stream(table_content().encode()))
    for number in range(1_000, 61_000):
        objects[number] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1)
    objects[61_000] = objects[100]
    objects[2] = b"<< /Type /Pages /Kids [1000 0 R] /Count 1 >>"
    return pdf(objects)


@hostile("pages-shared-2-to-the-30.pdf", *BROKEN, READ, "read.limit.pages")
def _():
    objects = pages(stream(table_content().encode()))
    for level in range(30):
        kids = f"{1_000 + level + 1} 0 R"
        objects[1_000 + level] = (
            f"<< /Type /Pages /Kids [{kids} {kids}] /Count {2 ** (30 - level)} >>".encode()
        )
    objects[1_030] = objects[100]
    objects[2] = b"<< /Type /Pages /Kids [1000 0 R] /Count 1073741824 >>"
    return pdf(objects)


@hostile("page-count-lies.pdf", *BROKEN, READ, "read.limit.pages")
def _():
    objects = pages(stream(table_content().encode()))
    objects[2] = b"<< /Type /Pages /Kids [100 0 R] /Count 2147483647 >>"
    return pdf(objects)


@hostile("pages-5000.pdf", "read.limit.pages")
def _():
    return pdf(pages(stream(table_content().encode()), count=5_000))


@hostile("labels-beside-numbers.pdf", READING, "read.limit.area", "read.limit.comparisons")
def _():
    content = "".join(
        shown(50, 800 - i, "其他", 1)
        + (shown(300, 800 - i, "1", 1) + shown(320, 800 - i, "2", 1) if i % 2 else "")
        for i in range(700)
    )
    return pdf(pages(squeezed(content.encode()), count=20))


@hostile(
    "pages-250-full.pdf",
    READING,
    "read.limit.glyphs",
    "read.limit.area",
    "read.limit.labels",
    "read.limit.seconds",
    "read.limit.nodes",
    "read.limit.characters",
    "read.limit.text",
    "read.limit.pages",
)
def _():
    content = table_content() + "".join(
        shown(40 + 60 * (i % 8), 720 - 8 * (i // 8), "其他处理", 8) for i in range(700)
    )
    return pdf(pages(squeezed(content.encode()), count=250))


@hostile("places-in-a-circle.pdf", *BROKEN, READ)
def _():
    whole = pdf_of_the_table()
    start = whole.rindex(b"xref\n0 1")
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d /XRefStm %d" % (start, start))


@hostile("places-lie.pdf", *BROKEN, READ)
def _():
    whole = pdf_of_the_table()
    start = whole.rindex(b"startxref")
    return whole[:start] + b"startxref\n99999999999\n%%EOF\n"


@hostile("places-all-wrong.pdf", *BROKEN, READ)
def _():
    whole = pdf_of_the_table()
    start = whole.index(b"xref\n0 1")
    return whole[:start] + whole[start:].replace(b"00000 n", b"00001 n").replace(
        b"\n00000", b"\n00009"
    )


@hostile("places-1000000.pdf", *BROKEN, READ, "read.limit.bytes")
def _():
    whole = pdf_of_the_table()
    start = whole.index(b"xref\n0 1")
    entries = b"5000 500000\n" + b"0000000009 00000 n \n" * 500_000
    place = whole.index(b"trailer")
    del start
    return whole[:place] + entries + whole[place:]


@hostile("objects-1000000.pdf", *BROKEN, READ, "read.limit.bytes", "read.limit.nodes")
def _():
    whole = pdf_of_the_table()
    many = b"".join(b"%d 0 obj 0 endobj\n" % i for i in range(1_000, 800_000))
    place = whole.index(b"xref\n0 1")
    return whole[:place] + many + b"startxref\n0\n%%EOF"


@hostile("objects-squeezed.pdf", READ)
def _():
    objects = pages(stream(table_content().encode()))
    count = 500_000
    places = b" ".join(b"%d %d" % (1_000 + i, 2 * i) for i in range(count)) + b" "
    objects[8] = squeezed(places + b"0 " * count, f"/Type /ObjStm /N {count} /First {len(places)}")
    return pdf(objects)


@hostile("object-streams-in-a-circle.pdf", *BROKEN, READ)
def _():
    objects = pages(stream(table_content().encode()))
    objects[8] = squeezed(b"9 0 << >>", "/Type /ObjStm /N 1 /First 4 /Extends 8 0 R")
    objects[6] = b"6 0 R"
    return pdf(objects)


@hostile("length-of-itself.pdf", *BROKEN, READ)
def _():
    objects = pages(stream(table_content().encode()))
    plain = table_content().encode()
    objects[6] = b"<< /Length 6 0 R >>\nstream\n" + plain + b"\nendstream"
    return pdf(objects)


@hostile("flate-bomb.pdf", *BROKEN, READ, "read.limit.inflated", "read.limit.ratio")
def _():
    return pdf(pages(squeezed(b" " * 200_000_000)))


@hostile("flate-bomb-twice.pdf", *BROKEN, READ, "read.limit.inflated", "read.limit.ratio")
def _():
    once = zlib.compress(b" " * 200_000_000, 1)
    twice = stream(zlib.compress(once, 9), "/Filter [/FlateDecode /FlateDecode]")
    return pdf(pages(twice))


@hostile("flate-bomb-in-the-font.pdf", *BROKEN, READING, "read.limit.inflated", "read.limit.ratio")
def _():
    content = stream(table_content().encode())
    return pdf(pages(content, font={5: squeezed(b" " * 100_000_000)}))


@hostile("flate-bombs-50.pdf", *BROKEN, READ, "read.limit.inflated", "read.limit.ratio")
def _():
    objects = pages(stream(table_content().encode()), count=1)
    objects[200] = squeezed(b" " * 9_000_000)
    contents = " ".join(["6 0 R", *["200 0 R"] * 50])
    objects[100] = objects[100].replace(b"/Contents 6 0 R", f"/Contents [{contents}]".encode())
    return pdf(objects)


@hostile("run-length-bomb.pdf", *BROKEN, READ, "read.limit.inflated", "read.limit.ratio")
def _():
    runs = zlib.compress(b"\x81 " * 2_000_000, 9)
    return pdf(pages(stream(runs, "/Filter [/FlateDecode /RunLengthDecode]")))


@hostile("filters-1000.pdf", *BROKEN, READ)
def _():
    names = "/ASCIIHexDecode " * 1_000
    return pdf(pages(stream(table_content().encode().hex().encode(), f"/Filter [{names}]")))


@hostile("predictor-of-gigabytes.pdf", *BROKEN, READ, "read.limit.inflated")
def _():
    parameters = "/DecodeParms << /Predictor 15 /Colors 2147483647 /Columns 2147483647 /BitsPerComponent 16 >>"
    return pdf(pages(squeezed(table_content().encode(), parameters)))


@hostile("picture-of-gigapixels.pdf", *BROKEN, READ, "read.limit.inflated")
def _():
    objects = pages(
        stream((table_content() + "q 595 0 0 842 0 0 cm /I Do Q\n").encode()),
        page="/XObject << /I 9 0 R >>",
    )
    objects[9] = squeezed(
        b"\0" * 1_000_000,
        "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 "
        "/ColorSpace /DeviceRGB",
    )
    return pdf(objects)


@hostile("form-of-itself.pdf", *BROKEN, READ, "read.limit.depth", "read.limit.nodes")
def _():
    objects = pages(stream((table_content() + "/X Do\n").encode()), page="/XObject << /X 9 0 R >>")
    objects[9] = stream(
        b"/X Do /X Do\n",
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 9 0 R >> >>",
    )
    return pdf(objects)


@hostile(
    "forms-2-to-the-30.pdf",
    *BROKEN,
    READ,
    "read.limit.depth",
    "read.limit.nodes",
    "read.limit.seconds",
    "read.limit.area",
)
def _():
    objects = pages(
        stream((table_content() + "/X Do\n").encode()), page="/XObject << /X 1000 0 R >>"
    )
    for level in range(30):
        objects[1_000 + level] = stream(
            b"/X Do /X Do\n",
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X "
            f"{1_001 + level} 0 R >> >>",
        )
    objects[1_030] = stream(
        shown(50, 50, "其他").encode(),
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>",
    )
    return pdf(objects)


@hostile("arrays-nested.pdf", *BROKEN, READ, "read.limit.depth")
def _():
    objects = pages(stream(table_content().encode()))
    objects[1] = (
        b"<< /Type /Catalog /Pages 2 0 R /Names " + b"[" * 500_000 + b"]" * 500_000 + b" >>"
    )
    return pdf(objects)


@hostile("dictionaries-nested-in-the-page.pdf", *BROKEN, READ, "read.limit.depth")
def _():
    return pdf_of_the_table(page="/Properties " + "<< /A " * 100_000 + "0" + " >>" * 100_000)


@hostile("operands-nested.pdf", *BROKEN, READ, "read.limit.depth")
def _():
    return pdf_of_the_table("[" * 300_000 + " TJ\n" + "q " * 300_000)


def rules(count: int) -> str:
    return "".join(f"{i % 595} {i % 842} m {(i * 7) % 595} {i % 842} l S\n" for i in range(count))


REFUSED_PAGE = (
    "read.limit.nodes",
    "read.limit.area",
    "read.limit.seconds",
    "read.limit.inflated",
    "read.limit.ratio",
    "read.limit.characters",
    "read.no_table",
)


@hostile("lines-1000000.pdf", READING, *REFUSED_PAGE)
def _():
    return pdf(pages(squeezed((table_content() + rules(1_000_000)).encode())))


@hostile("lines-20000.pdf", READING, *REFUSED_PAGE)
def _():
    return pdf(pages(squeezed((table_content() + rules(20_000)).encode())))


@hostile("grid-of-rules.pdf", READING, *REFUSED_PAGE)
def _():
    made = "".join(
        f"0 {i / 4} m 595 {i / 4} l S\n{i / 6} 0 m {i / 6} 842 l S\n" for i in range(3_300)
    )
    return pdf(pages(squeezed((table_content() + made).encode())))


@hostile("rectangles-100000.pdf", READING, *REFUSED_PAGE)
def _():
    made = "".join(f"{i % 590} {i * 7 % 840} 3 3 re f\n" for i in range(100_000))
    return pdf(pages(squeezed((table_content() + made).encode())))


@hostile("curves-of-one-path.pdf", READ, READING, *REFUSED_PAGE)
def _():
    made = "0 0 m " + "1 1 2 2 3 3 c " * 300_000 + "S\n"
    return pdf(pages(squeezed((table_content() + made).encode())))


@hostile("characters-1000000.pdf", READING, *REFUSED_PAGE)
def _():
    made = "".join(shown(40, 700 - i % 600, "其他处理数量" * 20, 2) for i in range(8_000))
    return pdf(pages(squeezed((table_content() + made).encode())))


@hostile("characters-far-away.pdf", READ, READING, *REFUSED_PAGE)
def _():
    made = "".join(shown(10.0**i, -(10.0**i), "其他", 10**i) for i in range(9))
    return pdf(
        pages(
            stream((table_content() + made + "1e38 0 0 1e38 0 0 cm\n" + shown(1, 1, "1")).encode())
        )
    )


@hostile("page-of-no-size.pdf", *BROKEN, READ, READING)
def _():
    objects = pages(stream(table_content().encode()))
    objects[100] = objects[100].replace(b"[0 0 595 842]", b"[0 0 0 0] /UserUnit 1e30 /Rotate 37")
    return pdf(objects)


@hostile("page-of-kilometres.pdf", *BROKEN, READ, READING, "read.limit.area")
def _():
    objects = pages(stream(table_content().encode()))
    objects[100] = objects[100].replace(b"595 842", b"2147483647 2147483647")
    return pdf(objects)


@hostile("character-map-of-gigabytes.pdf", *BROKEN, READ, READING, "read.limit.inflated")
def _():
    ranges = b"100 beginbfrange " + b"<00000000> <FFFFFFFF> <0000> " * 100 + b"endbfrange "
    font = {5: squeezed(b"begincmap " + ranges * 300 + b"endcmap")}
    return pdf(pages(stream(table_content().encode()), font=font))


@hostile("characters-of-other-meaning.pdf", *BROKEN, READING)
def _():
    return pdf(pages(stream(table_content().encode()), font={5: stream(b"begincmap endcmap")}))


@hostile("widths-1000000.pdf", *BROKEN, READ, READING)
def _():
    objects = pages(stream(table_content().encode()))
    objects[4] = objects[4].replace(
        b"/DW 1000", b"/DW 1000 /W [0 2147483647 500 " + b"1 [1] " * 400_000 + b"]"
    )
    return pdf(objects)


def truncated(name: str, share: float) -> None:
    @hostile(name, *BROKEN, READ, READING)
    def _():
        whole = pdf_of_the_table()
        return whole[: int(len(whole) * share)]


for _share in (1, 20, 60, 95):
    truncated(f"truncated-{_share}.pdf", _share / 100)


@hostile("encrypted.pdf", "read.encrypted")
def _():
    # Neither password is empty: what is stored for the user's is no hash of the empty one.
    noise = hashlib.sha256(b"gxstats").hexdigest()
    entries = (
        f"/Root 1 0 R /ID [<{noise[:32]}> <{noise[:32]}>] /Encrypt << /Filter /Standard /V 2 /R 3 "
        f"/Length 128 /P -3904 /O <{noise}> /U <{noise[::-1]}> >>"
    )
    return pdf(pages(stream(table_content().encode())), entries)


@hostile("encrypted-unknown.pdf", "read.encrypted", "read.damaged")
def _():
    return pdf(
        pages(stream(table_content().encode())), "/Root 1 0 R /Encrypt << /Filter /Harm /V 99 >>"
    )


@hostile("scripts-and-actions.pdf", READ)
def _():
    objects = pages(stream(table_content().encode()))
    objects[1] = (
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(1\\){}) >> "
        b"/AA << /WC << /S /Launch /F (/bin/sh) >> >> /AcroForm << /XFA (harm) >> >>"
    )
    return pdf(objects)


@hostile("streams-of-files.pdf", *BROKEN, READ)
def _():
    objects = pages(stream(table_content().encode()))
    objects[8] = b"<< /Length 0 /F (/etc/passwd) /FFilter /FlateDecode >>\nstream\n\nendstream"
    objects[100] = objects[100].replace(b"/Contents 6 0 R", b"/Contents [6 0 R 8 0 R]")
    return pdf(objects)


@hostile("scanned.pdf", "read.scanned")
def _():
    objects = pages(stream(b"q 595 0 0 842 0 0 cm /I Do Q\n"), page="/XObject << /I 9 0 R >>")
    objects[9] = squeezed(
        b"\0" * 10_000,
        "/Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace "
        "/DeviceGray",
    )
    return pdf(objects)


@hostile("nothing-but-a-mark.pdf", *BROKEN)
def _():
    return b"%PDF-1.7\n"


@hostile("noise.pdf", *BROKEN)
def _():
    state = hashlib.sha256(b"noise")
    return b"%PDF-1.7\n" + b"".join(
        hashlib.sha256(state.digest() + b"%d" % i).digest() for i in range(3_000)
    )
