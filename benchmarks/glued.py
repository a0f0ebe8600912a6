"""Pages kept as one line of text without anything between cells: what is read, doubted and wrong.

    python -m benchmarks.glued [REPORTS]

200 reports, or as many as are asked for, from tiny to large; shares of the cells of each table, by
the digits of the total of table three. Wrong is what must not be.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from itertools import islice

from tests.support.typeset_report import Typesetter

from gxstats import FORMS, Report, read
from gxstats.reading import Limits
from gxstats.testing import random_corruptions

LIMITS = Limits(seconds=600)
"""The bound of time is off: it counts what other processes take as well."""


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


def main(count: int) -> None:
    """Print the table."""
    totals: dict[tuple[str, int], Counter[str]] = {}
    for form in FORMS:
        for corruption in islice(random_corruptions(random.Random(11), form), count // 3 + 1):
            report = corruption.truth
            digits = len(str(report["/requests/outcomes/total/total"]))
            for (table, kind), cells in tally(report).items():
                totals.setdefault((table, min(digits, 5)), Counter())[kind] += cells
    for (table, digits), found in sorted(totals.items()):
        shares = ", ".join(f"{kind} {n / found.total():.1%}" for kind, n in sorted(found.items()))
        print(f"{table:12} {digits}{'+' if digits == 5 else ' '} digits: {shares}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
