"""LibreOffice, which computes every formula of a workbook anew, and what it finds."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import openpyxl

from gxstats.writing.workbook import texts
from gxstats.writing.workbook.findings_sheet import OUTCOME, SENTENCE, START
from tests.support.engines import libreoffice
from tests.support.yardstick import PATIENCE

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>"""
"""Everything is computed when a file is opened, whatever values it holds."""


def recalculated(books: list[bytes], folder: Path) -> list[bytes]:
    """The workbooks as LibreOffice saves them after it has computed every formula."""
    office = libreoffice()
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
    made = folder / "made"
    names = [folder / f"book{number}.xlsx" for number in range(len(books))]
    for name, data in zip(names, books, strict=True):
        name.write_bytes(data)
    done = subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(made),
            *map(str, names),
        ],
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [(made / name.name).read_bytes() for name in names]


@lru_cache(12)
def opened(book: bytes, *, values: bool = False) -> openpyxl.Workbook:
    """A workbook to look at, with its formulas or with their values."""
    return openpyxl.load_workbook(io.BytesIO(book), data_only=values)


def typed(book: bytes, values: Mapping[str, object]) -> bytes:
    """A workbook with values typed into its cells, and no value of any formula."""
    loaded = openpyxl.load_workbook(io.BytesIO(book))
    for address, value in values.items():
        name = address.removeprefix("/").replace("/", ".")
        sheet, place = loaded.defined_names[name].attr_text.rsplit("!", 1)
        loaded[sheet.strip("'")][place.replace("$", "")].value = value
    made = io.BytesIO()
    loaded.save(made)
    return made.getvalue()


def findings(book: bytes, language: str, count: int) -> list[tuple[str, str]]:
    """The outcome and the sentence of each relation, as the sheet of findings has them."""
    sheet = opened(book, values=True)[texts.FINDINGS_SHEET[language]]
    rows = range(START + 1, START + 1 + count)
    return [(sheet.cell(r, OUTCOME + 1).value, sheet.cell(r, SENTENCE + 1).value) for r in rows]


def every_value(book: bytes) -> dict[tuple[str, str], object]:
    """What every cell of every sheet holds; an empty text is nothing."""
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in opened(book, values=True)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }
