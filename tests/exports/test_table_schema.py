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
VALIDATE = """\
import json, sys
from frictionless import Resource, Schema
found = Resource(sys.argv[2], schema=Schema.from_descriptor(sys.argv[1])).validate()
print(json.dumps([(e.type, getattr(e, "field_name", None)) for t in found.tasks for e in t.errors]
    + [(e.type, None) for e in found.errors]))
"""


@pytest.fixture
def problems(tmp_path):
    """A function: what frictionless says of a CSV file, by type of error and field."""
    if importlib.util.find_spec("frictionless") is None:
        pytest.skip("frictionless is not installed")

    def found(name, frame):
        (tmp_path / "schema.json").write_text(EXPORTS[name].text(), encoding="utf-8")
        frame.write_csv(tmp_path / "rows.csv")
        done = subprocess.run(
            [sys.executable, "-c", VALIDATE, "schema.json", "rows.csv"],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, done.stderr.decode()
        return {tuple(problem) for problem in json.loads(done.stdout)}

    return found


@pytest.mark.parametrize("name", LAYOUTS)
def test_reports_written_as_csv_are_valid(name, problems):
    assert problems(name, LAYOUTS[name](many(12, seed=3))) == set()


def test_what_no_report_may_hold_is_refused(problems):
    wrong = [
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
    rows = LAYOUTS["table-schema"](many(2, seed=4)).cast(pl.String)
    changed = rows.with_columns(pl.lit(value or None).alias(name) for name, value, _ in wrong)
    found = problems("table-schema", changed)
    assert found == {(type, name) for name, _, type in wrong}


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
