"""From a folder of real reports: what was read off by hand, as addresses of our own.

The files name cells by the Chinese labels of rows and columns. The labels are looked up in the
catalogue of the form, word for word but for numbers and notes: nothing of the reader is used.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

from gxstats import form
from tests.support.paths import SHARED

REPORTS = SHARED / "reports"


def plain(label: str) -> str:
    label = re.sub(r"（(?![一二三四五六七八九十]+）)[^（）]*）", "", label)
    return re.sub(r"^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)", "", label)


class Expected:
    """The hand-made reading of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = json.loads((folder / "expected.json").read_text("utf-8"), parse_float=Decimal)
        rows = self.data["tables"]["section3"].get("rows", {})
        undivided = self.data["template"] == "2021" and "（六）其他处理" in rows
        self.form = form("2021-undivided" if undivided else self.data["template"])
        self.cells: dict[str, object] = {}
        self.texts: dict[str, str] = {}
        self._disclosure()
        self._requests()
        self._disputes()

    def _find(self, table: str, row: str, column: str) -> str | None:
        heading, _, label = row.rpartition("/")
        found = [
            cell.address
            for cell in self.form
            if cell.table.number == table
            and plain(cell.row.zh).split("、")[0] == plain(label).split("、")[0]
            and plain(cell.column.zh) == plain(column)
            and (not heading or plain(cell.headings[-1].zh) == plain(heading))
        ]
        if heading == "" and len(found) > 1:
            found = [a for a in found if plain(self.form[a].row.zh) == plain(label)]
        assert len(found) <= 1, (table, row, column, found)
        return found[0] if found else None

    def _disclosure(self) -> None:
        known = {plain(cell.row.zh) for cell in self.form if cell.table.number == "二"}
        for row, columns in self.data["tables"].get("section2", {}).items():
            for column, value in columns.items():
                # 规范性文件 in the 2021 form is listed as an oddity of the folder
                label = row if row in known else f"行政{row}"
                address = self._find("二", label, column)
                text = self.data["cells_as_text"].get(f"二/{row}/{column}")
                if address is None:
                    assert row == "其他主动公开文件", row  # a row that the form lacks
                    continue
                amount = self.form[address].kind.value == "amount"
                exact = Decimal(value) if amount and value is not None else value
                if text and text.endswith("元") and not text.endswith("万元"):
                    exact = exact / 10_000  # the figure is given in the unit printed
                self.cells[address] = exact
                if text and not re.fullmatch(r"-[1-9]\d*", text):  # a plain number too
                    self.texts[address] = text

    def _requests(self) -> None:
        table = self.data["tables"].get("section3", {})
        for row, values in table.get("rows", {}).items():
            for column, value in zip(table["columns"], values, strict=True):
                address = self._find("三", row, column)
                assert address is not None, (row, column)
                self.cells[address] = value

    def _disputes(self) -> None:
        for group, values in self.data["tables"].get("section4", {}).items():
            cells = [c for c in self.form if c.table.number == "四" and c.columns[-1].zh == group]
            for cell, value in zip(cells, values, strict=True):
                self.cells[cell.address] = value


def folders() -> list[Path]:
    """The folders of real reports that hold a text or a page."""
    return sorted(
        {p.parent for p in REPORTS.glob("*/raw.*") if p.suffix in {".txt", ".md", ".html"}}
    )


def sources(folder: Path) -> list[Path]:
    """The files of a folder that are read: the tables, and the whole report where it is there."""
    return sorted(
        p
        for p in folder.iterdir()
        if p.name in {"raw.txt", "raw.md", "raw.html", "raw_layout.txt", "report.txt"}
    )


def printed_whole(folder: Path) -> bool:
    """Whether every cell of the form is in the source."""
    return bool(json.loads((folder / "expected.json").read_text("utf-8"))["complete"])
