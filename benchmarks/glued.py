"""Pages kept as one line of text without anything between cells: what is read, doubted and wrong.

    python -m benchmarks.glued [REPORTS]

40 consistent reports of each size, or as many as are asked for, from a village that received no
request to a province with hundreds of thousands; shares of the cells of each table. Wrong is what
must not be.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterable

from tests.support.published_numbers import drawn
from tests.support.typeset_report import Typesetter

from gxstats import FORMS, Report, read
from gxstats.reading import Limits

LIMITS = Limits(seconds=600)
"""The bound of time is off: it counts what other processes take as well."""
SIZES = range(7)
"""Digits of the number of requests; with 0, there was none."""


def tally(report: Report) -> Counter[tuple[str, str]]:
    """How many cells of each table are exact, doubted, absent and wrong."""
    reading = read(Typesetter(report, random.Random(1)).one_line("").encode(), limits=LIMITS)
    doubted = {doubt.cell for doubt in reading.doubts}
    found: Counter[tuple[str, str]] = Counter()
    for cell, value in report.cells():
        if cell.address not in reading.form or cell.address in doubted:
            kind = "doubted"
        elif reading.cells[cell.address].certainty.value == "absent":
            kind = "absent"
        else:
            kind = "exact" if reading.report[cell.address] == value else "wrong"
        found[cell.table.name, kind] += 1
    return found


def main(count: int, sizes: Iterable[int] = SIZES) -> None:
    """Print the table."""
    for digits in sizes:
        rng = random.Random(digits)
        found: Counter[tuple[str, str]] = Counter()
        longest = 0.0
        for number in range(count):
            form = list(FORMS.values())[number % len(FORMS)]
            report = drawn(form, digits, rng)
            began = time.process_time()
            found += tally(report)
            longest = max(longest, time.process_time() - began)
        for table in sorted({table for table, _ in found}):
            kinds = {kind: n for (name, kind), n in sorted(found.items()) if name == table}
            shares = ", ".join(
                f"{kind} {n / sum(kinds.values()):.1%}" for kind, n in kinds.items()
            )
            print(f"{digits} digits, {table:12} {shares}")
        print(f"{digits} digits, at most {longest:.2f} s a page", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
