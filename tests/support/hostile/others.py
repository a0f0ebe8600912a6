"""Files of other kinds, files under a wrong name, and files of two kinds at once."""

from __future__ import annotations

import gzip
import random
import zlib

from tests.support.hostile import READ, READING, hostile
from tests.support.hostile.archives import sound
from tests.support.hostile.packages import archive, excel, sheet_rows, word, word_table
from tests.support.hostile.pages import TABLE
from tests.support.hostile.pdfs import pdf_of_the_table
from tests.support.hostile.texts import TEXT

KINDS = ("read.container", "read.encoding", "read.damaged", "read.no_table")
CONVERTED = ("read.converter", "read.conversion")


@hostile("noise.bin", "read.container", "read.encoding")
def _():
    return random.Random(7).randbytes(100_000)


@hostile("noise-without-zeros.txt", "read.container", "read.encoding")
def _():
    return bytes(byte or 1 for byte in random.Random(8).randbytes(200_000))


@hostile("picture.html", "read.container")
def _():
    return b"\x89PNG\r\n\x1a\n" + b"\0" * 100


@hostile("squeezed.html.gz", "read.packed")
def _():
    return gzip.compress(b"<p>" * 5_000_000, mtime=0)


@hostile("word-as-page.html", READ)
def _():
    return word(word_table())


@hostile("workbook-as-word.docx", READ)
def _():
    return excel(sheet_rows())


@hostile("page-as-workbook.xls", READ)
def _():
    return "<html><body>" + TABLE


@hostile("pdf-as-word.docx", READ)
def _():
    return pdf_of_the_table()


@hostile("pdf-then-archive.pdf", READ, READING, *KINDS)
def _():
    return pdf_of_the_table() + sound()


@hostile("archive-with-pdf-mark.docx", READ, *KINDS)
def _():
    return archive({"%PDF-1.7": b"%PDF-1.7\n"}) + sound()


@hostile("page-then-archive.html", READ, READING, *KINDS)
def _():
    return f"<p>x</p>{TABLE}".encode() + sound()


@hostile("pdf-mark-in-a-text.txt", READ, *KINDS)
def _():
    return "%PDF-1.7\n" + TEXT


@hostile("picture-mark-in-a-text.txt", READ, *KINDS)
def _():
    return "BM\n" + TEXT


@hostile("json.txt", "read.document")
def _():
    return '{"edition": ' + "[" * 500_000


@hostile("drawing.svg", "read.no_table", "read.container")
def _():
    return '<svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>'


@hostile("flat-office.xml", "read.container")
def _():
    return '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>'


@hostile("rich-text.rtf", *CONVERTED, "read.no_table")
def _():
    return "{\\rtf1" + "{" * 100_000 + "}" * 10


@hostile("web-archive.mht", *KINDS, READING)
def _():
    body = zlib.compress(TABLE.encode())
    return (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: "
        b"text/html\nContent-Transfer-Encoding: base64\n\n" + body.hex().encode() + b"\n--b--\n"
    )
