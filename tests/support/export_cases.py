"""What the tests of exports share: the conformance cases, and reports as rows."""

from __future__ import annotations

import csv
from functools import cache

from gxstats import check, from_json
from gxstats.exports import EXPORTS
from gxstats.exports.committed import engines, generated
from tests.support.conformance import VALID as CASES

with (engines() / EXPORTS["columns"].path(None)).open(encoding="utf-8", newline="") as listing:
    ADDRESSES = {row["column"]: row["address"] for row in csv.DictReader(listing)}

once = cache(generated)
"""Every file is generated once for all tests: the dialects of SQL take seconds."""


def text_of(name):
    """The text of an export that there is one of for all forms."""
    return once()[EXPORTS[name].path(None)].decode()


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


def said_by_check(by_id):
    """The same of other reports, as the object path finds it."""
    return {
        (id, result.relation.id): (
            result.outcome.value,
            result.left,
            result.right,
            result.residual,
        )
        for id, report in by_id.items()
        for result in check(report)
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
