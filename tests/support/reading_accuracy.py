"""How many cells are exact, doubted and wrong, folder by folder: ``python -m tests.support.reading_accuracy``.

Wrong means false certainty: another value than expected, and no doubt about the cell.
"""
# ruff: noqa: T201 - a script that prints

from __future__ import annotations

import attrs

from gxstats import Report
from gxstats.reading import Reading, read
from tests.support.expected_readings import Expected, folders, sources
from tests.support.paths import FIXTURES


@attrs.frozen
class Measure:
    exact: int
    doubted: int
    wrong: tuple[str, ...]
    invented: tuple[str, ...]


def measure(reading: Reading, expected: Expected) -> Measure:
    doubted = {doubt.cell for doubt in reading.doubts}
    index = reading.form.index
    values = dict(zip(index, reading.report.values(), strict=True))
    missing = object()
    wrong = tuple(
        f"{address}: {values.get(address, missing)!r} for {value!r}"
        for address, value in expected.cells.items()
        if address not in doubted and values.get(address, missing) != value
    )
    exact = sum(
        address not in doubted and values.get(address, missing) == value
        for address, value in expected.cells.items()
    )
    invented = tuple(
        address
        for address, value in values.items()
        if value is not None and address not in expected.cells
    )
    return Measure(exact, len(expected.cells) - exact - len(wrong), wrong, invented)


def wrong_cells(report: Report, reading: Reading) -> list[str]:
    """Cells with another value than was typeset, and no doubt: what must never be."""
    if reading.form is not report.form:
        return [] if any(d.code == "form.edition" for d in reading.doubts) else ["form"]
    doubted = {doubt.cell for doubt in reading.doubts}
    return [
        cell.address
        for cell, value in report.cells()
        if cell.address not in doubted and reading.report[cell.address] != value
    ]


def main() -> None:
    places = [*folders(), *sorted(p.parent for p in FIXTURES.glob("*/expected.json"))]
    total = [0, 0, 0]
    for folder in places:
        if not (folder / "expected.json").exists() or folder.parent == FIXTURES:
            continue
        expected = Expected(folder)
        for source in sources(folder):
            found = measure(read(source), expected)
            parts = [found.exact, found.doubted, len(found.wrong) + len(found.invented)]
            total = [a + b for a, b in zip(total, parts, strict=True)]
            print(
                f"{folder.name:28}{source.name:12}{parts[0]:5} exact{parts[1]:5} doubted{parts[2]:4} wrong"
            )
            for line in (*found.wrong, *found.invented):
                print("    ", line)
    print(f"{'all':40}{total[0]:5} exact{total[1]:5} doubted{total[2]:4} wrong")


if __name__ == "__main__":
    main()
