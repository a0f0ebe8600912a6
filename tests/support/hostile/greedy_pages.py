"""PDF files whose fonts, patterns, layers, fields and streams take more than they seem to."""

from __future__ import annotations

import zlib

from tests.support.hostile.greedy import drawn, greedy
from tests.support.hostile.pdfs import OBJECTS, pages, pdf, squeezed, stream, table_content

SOUND = stream(table_content().encode())


def with_objects(more: OBJECTS, page: str = "", catalogue: str = "", resources: str = "") -> bytes:
    """The little table, in a document with more objects and entries."""
    made = pages(SOUND, page=resources) | more
    made[1] = f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode()
    made[100] = made[100][:-2] + f"{page} >>".encode()
    return pdf(made)


# --- fonts ---------------------------------------------------------------------------------------


def with_font(more: OBJECTS, text: str) -> bytes:
    """The little table, and a text in a font that is object 10."""
    made = pages(squeezed((table_content() + text).encode())) | more
    made[100] = made[100].replace(b"/F 3 0 R", b"/F 3 0 R /G 10 0 R")
    return pdf(made)


def type_3(procedure: str, entries: str = "") -> OBJECTS:
    return {
        10: b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0] "
        b"/CharProcs << /a 11 0 R >> /Encoding << /Differences [0 /a] >> /FirstChar 0 /LastChar 0 "
        b"/Widths [9] /Resources << /Font << /G 10 0 R >> >> " + f"{entries} >>".encode(),
        11: squeezed(procedure.encode()),
    }


@greedy("letters-of-themselves.pdf")
def _():
    return with_font(type_3("9 0 d0 BT /G 1 Tf <00000000> Tj ET"), "BT /G 9 Tf <0000> Tj ET")


@greedy("letters-of-rectangles.pdf")
def _():
    return with_font(
        type_3("9 0 d0 " + "0 0 1 1 re f " * 20_000), f"BT /G 9 Tf <{'00' * 20_000}> Tj ET"
    )


def unicode_map(inner: str) -> bytes:
    return with_font(
        {
            10: b"<< /Type /Font /Subtype /Type0 /BaseFont /S /Encoding /Identity-H "
            b"/DescendantFonts [4 0 R] /ToUnicode 11 0 R >>",
            11: squeezed(f"begincmap {inner} endcmap".encode()),
        },
        f"BT /G 9 Tf <{'0041' * 2_000}> Tj ET",
    )


@greedy("one-code-of-many-characters.pdf")
def _():
    return unicode_map(f"1 beginbfchar <0041> <{'4E00' * 250_000}> endbfchar")


@greedy("codes-of-many-characters.pdf")
def _():
    ranges = f"<0000> <FFFF> <{'4E00' * 250}> " * 1_000
    return unicode_map(f"100 beginbfrange {ranges} endbfrange")


@greedy("ranges-of-codes.pdf")
def _():
    return unicode_map("100 beginbfrange " + "<0000> <FFFF> <4E00> " * 200_000 + "endbfrange")


@greedy("maps-that-use-themselves.pdf")
def _():
    return with_font(
        {
            10: b"<< /Type /Font /Subtype /Type0 /BaseFont /S /Encoding 11 0 R "
            b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            11: stream(b"/A usecmap", "/Type /CMap /CMapName /A /UseCMap 11 0 R"),
        },
        "BT /G 9 Tf <0041> Tj ET",
    )


@greedy("fonts-5000.pdf")
def _():
    names = " ".join(f"/H{n} 3 0 R" for n in range(5_000))
    text = "".join(f"BT /H{n} 9 Tf <0031> Tj ET " for n in range(5_000))
    made = pages(squeezed((table_content() + text).encode()))
    made[100] = made[100].replace(b"/F 3 0 R", f"/F 3 0 R {names}".encode())
    return pdf(made)


@greedy("fonts-of-their-own-5000.pdf")
def _():
    made = pages(SOUND)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    made |= {1_000 + n: font for n in range(5_000)}
    names = " ".join(f"/H{n} {1_000 + n} 0 R" for n in range(5_000))
    text = "".join(f"BT /H{n} 9 Tf (1) Tj ET " for n in range(5_000))
    made[6] = squeezed((table_content() + text).encode())
    made[100] = made[100].replace(b"/F 3 0 R", f"/F 3 0 R {names}".encode())
    return pdf(made)


# --- patterns, shades and pictures --------------------------------------------------------------


@greedy("pattern-of-itself.pdf")
def _():
    pattern = stream(
        b"/Pattern cs /P scn 0 0 99 99 re f " * 100,
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 1 "
        "/YStep 1 /Resources << /Pattern << /P 9 0 R >> >>",
    )
    return drawn(
        "/Pattern cs /P scn 0 0 595 842 re f ", {9: pattern}, page="/Pattern << /P 9 0 R >>"
    )


@greedy("pattern-of-tiny-steps.pdf")
def _():
    pattern = stream(
        b"0 0 9 9 re f " * 1_000,
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 1e-9 "
        "/YStep 1e-9 /Resources << >>",
    )
    return drawn(
        "/Pattern cs /P scn 0 0 1e9 1e9 re f " * 900, {9: pattern}, page="/Pattern << /P 9 0 R >>"
    )


@greedy("functions-of-functions.pdf")
def _():
    made: OBJECTS = {
        1_000 + n: (
            f"<< /FunctionType 3 /Domain [0 1] /Functions [{1_001 + n} 0 R {1_001 + n} 0 R] "
            "/Bounds [.5] /Encode [0 1 0 1] >>"
        ).encode()
        for n in range(40)
    }
    made[1_040] = b"<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0] /C1 [1] >>"
    made[9] = (
        b"<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 842] /Function 1000 0 R >>"
    )
    return drawn("/S sh " * 100, made, page="/Shading << /S 9 0 R >>")


@greedy("color-spaces-of-themselves.pdf")
def _():
    space = b"[/Separation /A 9 0 R << /FunctionType 2 /Domain [0 1] /N 1 >>]"
    return drawn(
        "/C cs 1 scn 0 0 9 9 re f " * 1_000, {9: space}, page="/ColorSpace << /C 9 0 R >>"
    )


@greedy("pictures-inline-of-gigapixels.pdf")
def _():
    return drawn("BI /W 99999 /H 99999 /BPC 8 /CS /RGB /F /Fl ID \x78\x9c EI " * 100)


@greedy("masks-of-masks.pdf")
def _():
    made: OBJECTS = {
        1_000 + n: squeezed(
            b"\0" * 1_000_000,
            "/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /BitsPerComponent 8 "
            f"/ColorSpace /DeviceGray /SMask {1_000 + (n + 1) % 30} 0 R",
        )
        for n in range(30)
    }
    return drawn("/I Do " * 2_000, made, page="/XObject << /I 1000 0 R >>")


@greedy("states-of-soft-masks.pdf")
def _():
    form = stream(
        b"/S gs 0 0 9 9 re f ",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency >> "
        "/Resources << /ExtGState << /S 8 0 R >> >>",
    )
    state = b"<< /SMask << /S /Luminosity /G 9 0 R >> >>"
    return drawn(
        "/S gs 0 0 9 9 re f " * 50_000, {8: state, 9: form}, page="/ExtGState << /S 8 0 R >>"
    )


for _name, _filter in (
    ("lzw", "/LZWDecode"),
    ("hexadecimal", "/ASCIIHexDecode"),
    ("base-85", "/ASCII85Decode"),
    ("jbig", "/JBIG2Decode"),
    ("jpeg", "/DCTDecode"),
    ("jpeg-2000", "/JPXDecode"),
    ("fax", "/CCITTFaxDecode"),
):

    @greedy(f"picture-in-{_name}.pdf")
    def _(filter_name: str = _filter) -> bytes:
        picture = stream(
            b"z" * 3_000_000,
            "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 "
            f"/ColorSpace /DeviceRGB /Filter {filter_name} /DecodeParms << /Columns 60000 /Rows "
            "60000 /K -1 >>",
        )
        return drawn("q 595 0 0 842 0 0 cm /I Do Q ", {9: picture}, page="/XObject << /I 9 0 R >>")


@greedy("lengths-in-base-85.pdf")
def _():
    made = pages(SOUND)
    made[6] = stream(b"z" * 9_000_000, "/Filter /ASCII85Decode")
    return pdf(made)


@greedy("predicted-lengths.pdf")
def _():
    data = zlib.compress(b"\0" * 30_000_000, 9)
    made = pages(SOUND)
    made[6] = stream(data, "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 1 >>")
    return pdf(made)


# --- layers, fields, marks and structure ---------------------------------------------------------


@greedy("layers-of-layers.pdf")
def _():
    made: OBJECTS = {
        1_000 + n: (
            "<< /Type /OCMD /VE [/And [/Or " + f"{1_001 + n} 0 R {1_001 + n} 0 R ] ] >>"
        ).encode()
        for n in range(60)
    }
    made[1_060] = b"<< /Type /OCG /Name (a) >>"
    catalogue = "/OCProperties << /OCGs [1060 0 R] /D << /OFF [1060 0 R] >> >>"
    made[6] = squeezed((table_content() + "/OC /A BDC 0 0 9 9 re f EMC " * 20_000).encode())
    return with_objects(made, catalogue=catalogue, resources="/Properties << /A 1000 0 R >>")


@greedy("layers-100000.pdf")
def _():
    groups = "8 0 R " * 100_000
    catalogue = f"/OCProperties << /OCGs [{groups}] /D << /ON [{groups}] /OFF [{groups}] >> >>"
    return with_objects({8: b"<< /Type /OCG /Name (a) >>"}, catalogue=catalogue)


@greedy("marks-without-end.pdf")
def _():
    return drawn("/Span << /ActualText (1) >> BDC " * 400_000)


@greedy("marks-within-marks.pdf")
def _():
    return drawn("/P BMC " * 100_000 + "BT /F 9 Tf <0031> Tj ET " * 20_000)


@greedy("fields-in-a-circle.pdf")
def _():
    field = b"<< /FT /Tx /T (a) /V (1) /Kids [8 0 R 8 0 R] /Parent 8 0 R >>"
    return with_objects({8: field}, catalogue="/AcroForm << /Fields [8 0 R 8 0 R] >>")


@greedy("fields-of-fields.pdf")
def _():
    made: OBJECTS = {
        1_000 + n: f"<< /FT /Tx /T (a) /Kids [{1_001 + n} 0 R {1_001 + n} 0 R] >>".encode()
        for n in range(40)
    }
    made[1_040] = b"<< /FT /Tx /T (b) /V (1) /Subtype /Widget /Rect [50 50 90 90] >>"
    return with_objects(made, "/Annots [1040 0 R]", "/AcroForm << /Fields [1000 0 R] >>")


@greedy("annotations-200000.pdf")
def _():
    note = b"<< /Type /Annot /Subtype /FreeText /Rect [50 50 90 90] /Contents (1) /DA (/F 9 Tf) >>"
    return with_objects({8: note}, f"/Annots [{'8 0 R ' * 200_000}]")


@greedy("annotations-that-draw-forms.pdf")
def _():
    made: OBJECTS = {
        1_000 + n: stream(
            b"/X Do " * 10,
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X "
            f"{1_000 + n + 1} 0 R >> >>",
        )
        for n in range(12)
    }
    made[1_012] = stream(b"0 0 9 9 re f ", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    made[8] = b"<< /Type /Annot /Subtype /Stamp /Rect [50 50 90 90] /AP << /N 1000 0 R >> >>"
    return with_objects(made, "/Annots [8 0 R]")


@greedy("appearances-of-themselves.pdf")
def _():
    note = b"<< /Type /Annot /Subtype /Stamp /Rect [50 50 90 90] /AP << /N << /On 8 0 R >> >> /AS /On >>"
    return with_objects({8: note}, "/Annots [8 0 R 8 0 R]")


@greedy("pages-100000.pdf")
def _():
    made = pages(SOUND)
    made[2] = f"<< /Type /Pages /Kids [{'100 0 R ' * 100_000}] /Count 100000 >>".encode()
    return pdf(made)


@greedy("boxes-of-a-billion.pdf")
def _():
    boxes = "/CropBox [-1e9 -1e9 1e9 1e9] /TrimBox [0 0 1e38 1e38] /UserUnit 1e9 /Rotate 90"
    return with_objects({}, boxes)


@greedy("boxes-that-are-none.pdf")
def _():
    return with_objects({}, "/CropBox [nan inf (a) [] null] /Rotate 1e38")


@greedy("table-of-places-as-a-stream.pdf")
def _():
    made = pages(SOUND)
    whole = pdf(made)
    start = whole.index(b"xref\n0 1")
    entries = "/Type /XRef /Size 2000000000 /W [1 8 8] /Index [0 2000000000] /Root 1 0 R"
    table = squeezed(b"\1" + b"\0" * 40_000_000, entries)
    return whole[:start] + b"9 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF" % start


@greedy("tables-of-places-50000.pdf")
def _():
    whole = pdf(pages(SOUND))
    start = whole.rindex(b"xref\n0 1")
    for _ in range(50_000):
        place = len(whole)
        whole += b"xref\n0 0\ntrailer\n<< /Size 200 /Root 1 0 R /Prev %d >>\n" % start
        start = place
        if len(whole) > 3_000_000:
            break
    return whole + b"startxref\n%d\n%%%%EOF" % start


@greedy("names-of-megabytes.pdf")
def _():
    return with_objects({8: b"/" + b"#41" * 1_000_000}, page="/A 8 0 R")


@greedy("strings-of-megabytes.pdf")
def _():
    return with_objects({8: b"(" * 3_000_000})


@greedy("comments-of-megabytes.pdf")
def _():
    return with_objects({8: b"%\n" * 3_000_000 + b"null"})


@greedy("lines-of-dashes.pdf")
def _():
    return drawn("[1e-9] 0 d 0 0 m 1e9 1e9 l S " * 50_000)


@greedy("numbers-of-megabytes.pdf")
def _():
    return drawn("1" * 3_000_000 + " 0 0 1 0 0 cm " + "-" * 3_000_000 + ".5 w ")


@greedy("arrays-of-shown-text.pdf")
def _():
    return drawn("BT /F 9 Tf [" + "<0031> -1 " * 700_000 + "] TJ ET ")


@greedy("text-of-one-place.pdf")
def _():
    return drawn("BT /F 9 Tf 50 50 Td " + "<0031> Tj 0 0 Td " * 90_000 + "ET ")


@greedy("encryption-of-many-rounds.pdf")
def _():
    made = pages(SOUND)
    made[8] = (
        b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O <" + b"00" * 48 + b"> /U <"
        + b"00" * 48 + b"> /OE <" + b"00" * 32 + b"> /UE <" + b"00" * 32 + b"> /Perms <" + b"00" * 16
        + b"> /CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /StrF /StdCF >>"
    )  # fmt: skip
    return pdf(made, "/Root 1 0 R /Encrypt 8 0 R /ID [<00> <00>]")
