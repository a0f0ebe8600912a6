"""R takes a corpus as it is, through the Arrow it shares with Python, and hands it back."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.support.engines import engine_absent, program_of
from tests.support.random_reports import many

from gxstats import FORMS, Kind, check
from gxstats.columnar import to_arrow, write_parquet

SCRIPT = Path(__file__).with_name("corpus.R")


@pytest.fixture(scope="module")
def rscript():
    """What R is run with."""
    program_of("R", "Rscript")
    environment = {**os.environ, "RETICULATE_PYTHON": sys.executable}
    asked = subprocess.run(
        ["Rscript", "--vanilla", "-e", "library(reticulate); library(arrow); import('gxstats')"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode:
        engine_absent("R arrow", asked.stderr.strip()[-200:])
    return environment


def test_r_holds_every_number_of_a_corpus_and_hands_back_what_check_says(rscript, tmp_path):
    reports = many(60, 11)
    given, told, back = (tmp_path / name for name in ("given.parquet", "told.csv", "back.parquet"))
    write_parquet(to_arrow(reports), given)
    done = subprocess.run(
        ["Rscript", "--vanilla", str(SCRIPT), str(given), str(told), str(back)],
        env=rscript,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr

    with told.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["form"] for row in rows] == [report.form.id for report in reports]
    addresses = {cell.address: cell.kind for form in FORMS.values() for cell in form}
    assert addresses.keys() <= rows[0].keys()
    for row, report in zip(rows, reports, strict=True):
        for address, kind in addresses.items():
            expected = report[address] if address in report.form else None
            if expected is None:
                assert row[address] in {"", "NA"}
            elif kind is Kind.COUNT:
                assert int(row[address]) == expected
            else:
                assert Decimal(row[address]) == expected

    outcomes = pq.read_table(back).to_pylist()
    for row, report in zip(outcomes, reports, strict=True):
        for result in check(report).results:
            assert row[result.relation.id] == result.outcome.value
    assert pa.types.is_string(pq.read_schema(back).field(0).type)
