"""Real figures with real oddities are read alike from every kind of file."""

from __future__ import annotations

import pytest
from refigured import FOLDERS, Fixture, set_anew

from gxstats import read


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(n, marks=pytest.mark.long) for n in range(1, 5))]
)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_fixture_set_anew_is_read_exactly_from_every_kind_of_file(folder, seed) -> None:
    fixture = Fixture.of(folder)
    for name, data in set_anew(fixture, seed):
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
        signed = {c.address: str(v) for c, v in fixture.report.cells() if v is not None and v < 0}
        assert remarks == {**signed, **fixture.printed}, name
        if fixture.name == "wuhan-hbj-2020":
            assert any(notice.code == "row.extra" for notice in reading.notices)
