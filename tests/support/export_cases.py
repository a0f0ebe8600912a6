"""What the tests of exports share: the conformance cases, and reports as rows."""

from __future__ import annotations

import csv
import io
import tempfile
from functools import cache
from pathlib import Path

import attrs

from gxstats import Organ, check, from_json
from gxstats.exports import EXPORTS
from gxstats.exports import text_of as export_of
from gxstats.exports.committed import engines, generated
from tests.support.conformance import PAIRS
from tests.support.conformance import VALID as CASES

ADDRESSES = {
    row["column"]: row["address"] for row in csv.DictReader(io.StringIO(EXPORTS["columns"].text()))
}
"""The cell of each column, of every form that is known."""

once = cache(generated)
"""Every file is generated once for all tests: the dialects of SQL take seconds."""


def text_of(name):
    """The text of an export that there is one of for all forms."""
    return once()[EXPORTS[name].path(None)].decode()


@cache
def file_of(name, id=None):
    """A file with an export about the forms that are known: the committed one, if that is."""
    export = EXPORTS[name]
    committed, text = engines() / export.path(id), export_of(export, id)
    if committed.is_file() and committed.read_text(encoding="utf-8") == text:
        return committed
    suffix = ".mjs" if committed.suffix == ".js" else committed.suffix  # without its package
    path = Path(_made.name) / f"{committed.stem}{suffix}"
    path.write_text(text, encoding="utf-8")
    return path


_made = tempfile.TemporaryDirectory(prefix="gxstats-exports-")


def of_cases():
    """The reports of the conformance cases, by the id of the case."""
    return {case["id"]: from_json(case["text"].encode()) for case in CASES}


def said_by_cases():
    """What the conformance cases say comes of every relation: rows, by report and relation."""
    return {
        (case["id"], id): (found["outcome"], found["left"], found["right"], found["residual"])
        for case in CASES
        for id, found in case["relations"].items()
    }


def of_pairs():
    """The reports of the pairs of years, by id: each pair is of an organ of its own."""
    found = {}
    for pair in PAIRS:
        for key, id in (("previous", f"{pair['id']} before"), ("text", pair["id"])):
            report = from_json(pair[key].encode())
            found[id] = attrs.evolve(report, organ=Organ(name=pair["id"]))
    return found


def said_by_pairs():
    """What the pairs say comes of every relation to the year before: rows, by report and relation."""
    return {
        (pair["id"], id): (found["outcome"], found["left"], found["right"], found["residual"])
        for pair in PAIRS
        for id, found in pair["relations"].items()
    }


def said_by_check(by_id):
    """The same of other reports, as the object path finds it."""
    return rows({id: check(report) for id, report in by_id.items()})


def rows(results):
    """Results by the id of a report: rows, by report and relation."""
    return {
        (id, one.relation.id): (one.outcome.value, one.left, one.right, one.residual)
        for id, found in results.items()
        for one in found
    }


def row(id, report):
    """A report as the values of the columns that the table of reports has, in order."""
    organ = report.organ
    return [
        id,
        report.form.id,
        report.edition,
        report.year,
        organ.name,
        organ.code,
        organ.division,
        organ.scope,
        *(report[a] if a in report.form else None for a in ADDRESSES.values()),
    ]
