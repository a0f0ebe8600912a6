"""Files packed into one: letters, saved pages and archives, their headers, parts and members."""

from __future__ import annotations

import base64

from tests.support.hostile import BOUNDED, READ, READING, hostile
from tests.support.hostile.packages import STORED, archive, word, word_table
from tests.support.hostile.pages import TABLE
from tests.support.hostile.pdfs import pages, pdf, squeezed
from tests.support.hostile.texts import TEXT

FROM = "From: a@example.gov.cn\nMIME-Version: 1.0\n"
MIXED = FROM + 'Content-Type: multipart/mixed; boundary="b"\n'
PAGE = "Content-Type: text/html; charset=utf-8\n"
SAVED = (
    "From: <Saved by Blink>\nSubject: a\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\n'
)
REFUSED = ("read.damaged", "read.no_table", "read.container", "read.empty")


def letter(*parts: str, head: str = MIXED) -> str:
    return head + "\n" + "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"


def part(content: str, head: str = PAGE) -> str:
    return f"{head}\n{content}"


def attached(data: bytes, name: str) -> str:
    head = (
        f'Content-Type: application/octet-stream; name="{name}"\n'
        f'Content-Disposition: attachment; filename="{name}"\nContent-Transfer-Encoding: base64\n'
    )
    return part(base64.encodebytes(data).decode(), head)


for _ending, _head in (("eml", MIXED), ("mht", SAVED)):

    @hostile(f"sound.{_ending}", READ)
    def _(head: str = _head) -> str:
        return letter(part(TABLE), head=head)

    @hostile(f"parts-nested-1000.{_ending}", "read.limit.depth")
    def _(head: str = _head) -> str:
        inner = part(TABLE)
        for level in range(1_000):
            kind = f'Content-Type: multipart/mixed; boundary="b{level}"\n'
            inner = f"{kind}\n--b{level}\n{inner}\n--b{level}--\n"
        return letter(inner, head=head)

    @hostile(f"messages-nested-1000.{_ending}", *REFUSED, "read.limit.depth", READING)
    def _(head: str = _head) -> str:
        return letter("Content-Type: message/rfc822\n\n" * 1_000 + PAGE + "\n" + TABLE, head=head)

    @hostile(f"headers-300000.{_ending}", "read.limit.characters")
    def _(head: str = _head) -> str:
        return letter(part(TABLE), head="X-A: 1\n" * 300_000 + head)

    @hostile(f"header-of-megabytes.{_ending}", *REFUSED, READING)
    def _(head: str = _head) -> str:
        return letter(part(TABLE), head=head + "X-A: " + "=?utf-8?b?5LiA?= " * 100_000 + "\n")

    @hostile(f"header-in-many-lines.{_ending}", *REFUSED, READING)
    def _(head: str = _head) -> str:
        return letter(
            part(TABLE), head=head + "Subject: a" + "\n =?gbk?q?=D2=BB?=" * 100_000 + "\n"
        )

    @hostile(f"parameters-in-pieces.{_ending}", *REFUSED, READING)
    def _(head: str = _head) -> str:
        pieces = "".join(f"; name*{n}*=%E4" for n in range(300))
        return letter(part(TABLE, f"Content-Type: text/html{pieces}\n"), part(TABLE), head=head)

    @hostile(f"parts-3000.{_ending}", *BOUNDED, READING, "read.limit.members")
    def _(head: str = _head) -> str:
        return letter(*[part("x")] * 3_000, head=head)

    @hostile(f"empty-parts-100000.{_ending}", *BOUNDED, READING, "read.limit.members", *REFUSED)
    def _(head: str = _head) -> str:
        return head + "\n" + "--b\n\n" * 100_000 + "--b--\n"

    @hostile(f"base64-of-nothing.{_ending}", *REFUSED, READING, "read.limit.text")
    def _(head: str = _head) -> str:
        return letter(
            part("=" * 5_000_000, PAGE + "Content-Transfer-Encoding: base64\n"),
            part("\n" * 300_000, PAGE + "Content-Transfer-Encoding: base64\n"),
            part("=3D" * 1_000_000, PAGE + "Content-Transfer-Encoding: quoted-printable\n"),
            part("M" * 1_000_000, PAGE + "Content-Transfer-Encoding: x-uuencode\n"),
            head=head,
        )

    @hostile(f"encodings-of-no-text.{_ending}", *REFUSED, READING, "read.several")
    def _(head: str = _head) -> str:
        kinds = (
            "base64",
            "rot13",
            "zlib",
            "bz2",
            "idna",
            "punycode",
            "unicode_escape",
            "undefined",
        )
        parts = [part(TABLE, PAGE.replace("utf-8", kind)) for kind in kinds]
        return letter(*parts, head=head)

    @hostile(f"boundary-of-dashes.{_ending}", *REFUSED, READING, "read.limit.members")
    def _(head: str = _head) -> str:
        boundary = "-" * 3_000
        head = head.replace('boundary="b"', f'boundary="{boundary}"')
        return head + "\n" + ("-" * 3_001 + "\n") * 1_000 + f"--{boundary}\n{part(TABLE)}"


@hostile("frames-of-tables.mht", *BOUNDED, READING, "read.limit.area", "read.limit.labels")
def _():
    frames = part("<frameset></frameset>" + TABLE)
    table = "<table>" + "<tr><td rowspan=99 colspan=999>1" + "<tr>" * 98 + "</table>"
    return letter(frames, *[part(table)] * 1_500, head=SAVED)


@hostile("frames-1900.mht", *BOUNDED, READING, READ)
def _():
    return letter(part("<frameset></frameset>" + TABLE), *[part("<p>x")] * 1_900, head=SAVED)


# --- many reports, or none ---------------------------------------------------------------------


@hostile("reports-of-one-organ-1900.zip", "read.several", READING, *BOUNDED)
def _():
    return archive({f"{n}.txt": TEXT.replace("\n1\n", f"\n{n}\n") for n in range(1_900)}, STORED)


@hostile("reports-of-one-name-1900.zip", "read.several", READING, *BOUNDED)
def _():
    title = "某某市教育局2023年政府信息公开工作年度报告\n"
    texts = {f"{n}.txt": title + TEXT.replace("\n1\n", f"\n{n}\n") for n in range(1_900)}
    return archive(texts, STORED)


@hostile("copies-of-one-report-1900.zip", READ, "read.several", *BOUNDED)
def _():
    title = "某某市教育局2023年政府信息公开工作年度报告\n"
    return archive({f"{n}.txt": title + TEXT for n in range(1_900)}, STORED)


@hostile("bombs-beside-a-report.zip", READ, "read.limit.inflated", "read.limit.ratio")
def _():
    bomb = word(word_table() + "<w:p/>" * 100_000)
    return archive({"a.txt": TEXT, **{f"{n}.docx": bomb for n in range(200)}}, STORED)


@hostile("names-of-kilobytes.zip", READ, READING, "read.damaged")
def _():
    return archive({"a.txt": TEXT, **{f"{n}" + "../\x1b[2J" * 7_000: b"" for n in range(100)}})


@hostile("folders-1900.zip", READ)
def _():
    return archive({"a.txt": TEXT, **{"a/" * n: b"" for n in range(1, 1_900)}})


@hostile("letters-in-letters.eml", *REFUSED, READ, "read.packed")
def _():
    inner = letter(part(TABLE)).encode()
    for _ in range(12):
        inner = letter(attached(inner, "a.eml")).encode()
    return inner


@hostile("archives-attached.eml", *REFUSED, READ, "read.packed")
def _():
    inner = archive({f"{n}.bin": b"\0" * 900_000 for n in range(40)})
    return letter(part(TABLE), *[attached(inner, f"{n}.zip") for n in range(40)])


def slow_page() -> bytes:
    """A PDF that takes longer to draw than anybody waits."""
    return pdf(pages(squeezed(b"0 0 1 1 re f " * 1_500_000)))


@hostile("slow-pages-100.zip", "read.limit.inflated")
def _():
    return archive({"a.txt": TEXT, **{f"{n}.pdf": slow_page() for n in range(100)}}, STORED)


@hostile("slow-pages-attached.eml", READ, *BOUNDED)
def _():
    data = slow_page()
    return letter(part(TABLE), *[attached(data, f"{n}.pdf") for n in range(60)])
