"""Folders of reports to test with, and what stands in a folder that was written."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pyarrow.parquet as pq

from gxstats import Organ, Report, to_json
from gxstats.batch.workers import Done
from gxstats.writing import form_html
from tests.support.random_reports import many

ORGANS = ("甲县水利局", "乙县公安局", "丙市财政局", "丁区教育局")


def reports(count: int, seed: int = 1) -> list[Report]:
    """Reports as organs publish them: most of what is printed is right, and little is blank."""
    random = Random(seed)
    return [
        report.replace(
            year=report.form.fiscal_years[0] + 1,
            organ=Organ(name=random.choice(ORGANS)),
            remarks=(),
        )
        for report in many(count, seed, slips=(1, 2), blanks=(0, 0, 0, 0.05))
    ]


def page(report: Report) -> bytes:
    """A web page that publishes a report."""
    title = f"{report.organ.name}{report.year}年政府信息公开工作年度报告"
    table = form_html(report.form, report, "zh")
    return f"<html><body><h1>{title}</h1>{table}</body></html>".encode()


def fill(folder: Path, count: int, seed: int = 1) -> Path:
    """A folder with reports, some in folders of their own, most as pages, some as documents."""
    for number, report in enumerate(reports(count, seed)):
        inside = folder / ("." if number % 3 else f"第{number}号")
        inside.mkdir(parents=True, exist_ok=True)
        if number % 5 == 4:
            (inside / f"r{number:03}.json").write_bytes(to_json(report))
        else:
            (inside / f"r{number:03}.html").write_bytes(page(report))
    return folder


def rows(out: Path, table: str) -> list[dict]:
    """All rows of a table, by file and then in their order, without the part that they are in."""
    found = []
    for path in sorted((out / table).glob("*.parquet")):
        found += pq.read_table(path).to_pylist()
    for row in found:
        row.pop("part", None)
    return sorted(found, key=lambda row: row["file"])


def everything(out: Path) -> dict[str, list[dict]]:
    """All rows of all tables."""
    assert not list(out.glob("*/*.made"))
    return {table: rows(out, table) for table in ("reports", "findings", "files")}


class InThisProcess:
    """Stands in for the workers where it does not matter that they are processes."""

    def __init__(self, count, work, seconds):
        self.work = work

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def results(self, chunks, stopped):
        for chunk in chunks:
            if stopped():
                return
            yield Done(chunk, self.work(iter(chunk.sources)))
