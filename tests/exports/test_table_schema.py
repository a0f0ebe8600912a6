"""The Table Schemas: frictionless finds the CSV files valid, and refuses what no report may hold."""

from __future__ import annotations

import csv
import importlib.util
import json
import subprocess
import sys

import polars as pl
import pytest
from tests.support.random_reports import many
from tests.support.yardstick import PATIENCE

from gxstats import FORMS, Kind
from gxstats.cells import COUNT_MAXIMUM
from gxstats.columnar import to_arrow, to_arrow_long
from gxstats.exports import EXPORTS

LAYOUTS = {
    "table-schema": lambda reports: pl.DataFrame(to_arrow(reports)).drop("remarks"),
    "table-schema-long": lambda reports: pl.DataFrame(to_arrow_long(reports)),
}
WRONG = [
    ("/requests/received/total", "-1", "constraint-error"),
    ("/requests/carried_in/total", str(COUNT_MAXIMUM + 1), "constraint-error"),
    ("/requests/carried_out/total", "1.5", "type-error"),
    ("/disclosure/administrative_fees/amount", "-0.1", "constraint-error"),
    ("/disclosure/centralized_procurement/amount", "some", "type-error"),
    ("form", "2020", "constraint-error"),
    ("edition", "", "constraint-error"),
    ("year", "last", "type-error"),
    ("organ_scope", "province", "constraint-error"),
]
VALIDATE = """\
import json, sys
from frictionless import Resource, Schema
def problems(schema, rows):
    found = Resource(rows, schema=Schema.from_descriptor(schema)).validate()
    return [(e.type, getattr(e, "field_name", None)) for t in found.tasks for e in t.errors] + [
        (e.type, None) for e in found.errors
    ]
print(json.dumps([problems(*pair.split()) for pair in sys.argv[1:]]))
"""


@pytest.fixture(scope="module")
def problems(tmp_path_factory):
    """What frictionless says of CSV files, by type of error and field: one start for all."""
    if importlib.util.find_spec("frictionless") is None:
        pytest.skip("frictionless is not installed")
    folder = tmp_path_factory.mktemp("csv")
    rows = LAYOUTS["table-schema"](many(2, seed=4)).cast(pl.String)
    files = {
        **{name: (name, layout(many(12, seed=3))) for name, layout in LAYOUTS.items()},
        "wrong": (
            "table-schema",
            rows.with_columns(pl.lit(value or None).alias(name) for name, value, _ in WRONG),
        ),
    }
    for file, (schema, frame) in files.items():
        (folder / f"{file}.json").write_text(EXPORTS[schema].text(), encoding="utf-8")
        frame.write_csv(folder / f"{file}.csv")
    done = subprocess.run(
        [sys.executable, "-c", VALIDATE, *(f"{file}.json {file}.csv" for file in files)],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    return {file: set(map(tuple, said)) for file, said in zip(files, found, strict=True)}


@pytest.mark.parametrize("name", LAYOUTS)
def test_reports_written_as_csv_are_valid(name, problems):
    assert problems[name] == set()


def test_what_no_report_may_hold_is_refused(problems):
    assert problems["wrong"] == {(type, name) for name, _, type in WRONG}


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_fields_are_the_columns_of_the_file_in_order(name, tmp_path):
    LAYOUTS[name](many(1, seed=1)).write_csv(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    fields = json.loads(EXPORTS[name].text())["fields"]
    assert [field["name"] for field in fields] == head
    for field in fields:
        assert field["title"]
        assert field["description"]


def test_a_cell_has_the_type_of_its_kind_and_the_forms_that_have_it():
    fields = {f["name"]: f for f in json.loads(EXPORTS["table-schema"].text())["fields"]}
    for form in FORMS.values():
        for cell in form:
            field = fields[cell.address]
            assert field["type"] == ("number" if cell.kind is Kind.AMOUNT else "integer")
            assert form.id in field["x-gxstats"]["forms"]
