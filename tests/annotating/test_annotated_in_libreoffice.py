"""Annotated files are opened by LibreOffice and written anew: comments and values survive."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("docx", reason="reads Word files")
pytest.importorskip("openpyxl", reason="reads Excel files")

import docx
import openpyxl
from tests.support.annotatable_files import (
    RECONSIDERATION,
    Made,
    sheets_by_library,
    slip,
    word_by_library,
)
from tests.support.engines import libreoffice

from gxstats import read
from gxstats.annotating import annotate, unannotated

FILTERS = {"docx": "MS Word 2007 XML", "xlsx": "Calc MS Excel 2007 XML"}

pytestmark = pytest.mark.engines


def round_trip(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Each file as LibreOffice writes it after it has opened it; one start for each kind."""
    made = folder / "made"
    for name, data in files.items():
        (folder / name).write_bytes(data)
    for kind in {name.rpartition(".")[2] for name in files}:
        subprocess.run(
            [
                libreoffice(),
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                f"{kind}:{FILTERS[kind]}",
                "--outdir",
                str(made),
                *(str(folder / name) for name in files if name.endswith(kind)),
            ],
            check=True,
            capture_output=True,
            timeout=240,
        )
    return {name: (made / name).read_bytes() for name in files}


def with_a_note_of_another() -> Made:
    """A workbook in which the very cell has a note already."""
    made = sheets_by_library(slip(), 4)
    sheet, cell = made.setting.laid[RECONSIDERATION]
    book = openpyxl.load_workbook(io.BytesIO(made.data))
    book[sheet][cell].comment = openpyxl.comments.Comment("请核对 total", "处长")
    stream = io.BytesIO()
    book.save(stream)
    return Made(stream.getvalue(), made.setting)


SOURCES: dict[str, Made] = {
    "a.docx": word_by_library(slip(), 2),
    "a.xlsx": sheets_by_library(slip(), 4),
    "b.xlsx": with_a_note_of_another(),
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = {name: annotate(made.data).data for name, made in SOURCES.items()}
    return round_trip(files, tmp_path_factory.mktemp("soffice"))


@pytest.mark.parametrize("name", SOURCES)
def test_the_values_are_unchanged(written, name: str) -> None:
    assert read(written[name]).report.values() == read(SOURCES[name].data).report.values()


def test_the_comments_of_a_word_file_survive(written) -> None:
    annotated = annotate(SOURCES["a.docx"].data)
    comments = list(docx.Document(io.BytesIO(written["a.docx"])).comments)
    assert [comment.author for comment in comments] == ["gxstats", "gxstats"]
    assert comments[0].text == annotated.head
    assert "应为 11（现为 0" in comments[1].text


def test_the_notes_of_a_workbook_survive_on_their_cells(written) -> None:
    sheet, cell = SOURCES["a.xlsx"].setting.laid[RECONSIDERATION]
    book = openpyxl.load_workbook(io.BytesIO(written["a.xlsx"]))
    assert "应为 11（现为 0" in book[sheet][cell].comment.text


@pytest.mark.parametrize("name", SOURCES)
def test_our_comments_are_known_again(written, name: str) -> None:
    again = annotate(written[name])
    assert again.comments == 1
    bare = unannotated(written[name])
    assert "应为 11" not in str(unannotated(again.data))
    if name.endswith("docx"):
        assert not list(docx.Document(io.BytesIO(bare)).comments)
    else:
        book = openpyxl.load_workbook(io.BytesIO(bare))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        left = [cell.comment.text.strip() for cell in cells if cell.comment]
        assert left == {"a.xlsx": [], "b.xlsx": ["请核对 total"]}[name]
