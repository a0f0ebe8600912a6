"""PDFs by hand, object by object, without a table of where they are."""

from __future__ import annotations

__all__ = ["FLATE", "FONT", "entry", "one_page", "stream", "whole"]


def entry(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


def stream(number: int, raw: bytes, entries: bytes = b"", length: int | None = None) -> bytes:
    size = len(raw) if length is None else length
    return entry(number, b"<</Length %d%s>>\nstream\n%s\nendstream" % (size, entries, raw))


def whole(objects: list[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    return b"%PDF-1.7\n" + b"".join(objects) + b"trailer\n<<" + trailer + b">>\n%%EOF\n"


FLATE = b"/Filter/FlateDecode"
FONT = b"/Type/Font/Subtype/Type1/BaseFont/Helvetica"


def one_page(
    content: bytes = b"",
    entries: bytes = b"",
    *,
    font: bytes = FONT,
    more: list[bytes] | None = None,
    resources: bytes = b"",
    box: bytes = b"0 0 595 842",
    length: int | None = None,
) -> bytes:
    return whole(
        [
            entry(1, b"<</Type/Catalog/Pages 2 0 R>>"),
            entry(2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            entry(
                3,
                b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<"
                b"/Font<</F1 5 0 R>>%s>>>>" % (box, resources),
            ),
            stream(4, content, entries, length),
            entry(5, b"<<" + font + b">>"),
            *(more or []),
        ]
    )
