"""Real figures with real oddities are read alike from every kind of file."""

from __future__ import annotations

import pytest
from tests.support.retypeset_fixtures import FOLDERS, KINDS, Fixture, retypeset

from gxstats import read

EVERY = [(seed, folder, kind) for seed in range(5) for folder in FOLDERS for kind in KINDS]
QUICK = [(number % 5, folder, KINDS[number % len(KINDS)]) for number, folder in enumerate(FOLDERS)]
"""Every fixture, and every kind of file."""


@pytest.mark.parametrize(
    ("seed", "folder", "kind"),
    [
        *QUICK,
        *(pytest.param(*case, marks=pytest.mark.thorough) for case in EVERY if case not in QUICK),
    ],
    ids=str,
)
def test_a_fixture_typeset_anew_is_read_exactly_from_every_kind_of_file(
    seed, folder, kind
) -> None:
    fixture = Fixture.of(folder)
    for name, data in retypeset(fixture, seed, [kind]):
        reading = read(data)
        doubted = {doubt.cell for doubt in reading.doubts}
        assert reading.form is fixture.report.form, name
        wrong = {
            cell.address: (value, reading.report[cell.address])
            for cell, value in fixture.report.cells()
            if reading.report[cell.address] != value
        }
        assert not wrong, name
        assert not {c for c in doubted if c}, name
        remarks = {r.cell: r.printed for r in reading.report.remarks}
        assert remarks == fixture.printed, name
        if fixture.name == "wuhan-hbj-2020":
            assert any(notice.code == "row.extra" for notice in reading.notices)
