"""How many reports a second the strategies draw, inside a real test and with nothing left out.

python benchmarks/testing_kit.py
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from itertools import islice
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from gxstats import FORMS, Report2021
from gxstats.testing import (
    arbitrary_reports,
    corrupted_reports,
    corrupted_reports_with_blanks,
    random_corruptions,
    reports,
    reports_with_blanks,
)

EXAMPLES = 4_000
RUNS = 5


def per_second(strategy: st.SearchStrategy) -> float:
    drawn = 0

    @settings(max_examples=EXAMPLES, database=None, deadline=None)
    @given(strategy)
    def collect(_: object) -> None:
        nonlocal drawn
        drawn += 1

    rates = []
    for _ in range(RUNS):
        drawn = 0
        start = time.perf_counter()
        collect()
        rates.append(drawn / (time.perf_counter() - start))
    return statistics.median(rates)


def per_second_from_a_seed(slips: int) -> float:
    rates = []
    for seed in range(RUNS):
        start = time.perf_counter()
        for _ in islice(random_corruptions(Random(seed), slips=slips), EXAMPLES):
            pass
        rates.append(EXAMPLES / (time.perf_counter() - start))
    return statistics.median(rates)


def importing(plugins: str) -> float:
    """``import hypothesis`` in ms, with or without what other packages register."""
    environment = {**os.environ, **({"HYPOTHESIS_NO_PLUGINS": "1"} if not plugins else {})}
    times = []
    for _ in range(11):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import hypothesis"], env=environment, check=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> None:
    print(f"{'reports a second, ' + str(EXAMPLES) + ' examples':42}{'median of ' + str(RUNS):>14}")
    for form_id in (*FORMS, "any"):
        for strategy in (reports, reports_with_blanks, arbitrary_reports):
            name = f"{strategy.__name__}({form_id!r})"
            print(f"{name:42}{per_second(strategy(form_id)):14.0f}")
    print(f"{'from_type(Report2021)':42}{per_second(st.from_type(Report2021)):14.0f}")
    print(f"{'from_type, for integers alone':42}{per_second(st.from_type(int)):14.0f}")
    for slips in (1, 5):
        for strategy in (corrupted_reports, corrupted_reports_with_blanks):
            name = f"{strategy.__name__}(slips={slips})"
            print(f"{name:42}{per_second(strategy(slips=slips)):14.0f}")
        name = f"random_corruptions(slips={slips})"
        print(f"{name:42}{per_second_from_a_seed(slips):14.0f}")
    print(f"\n{'import hypothesis, with gxstats':42}{importing('all'):11.0f} ms")
    print(f"{'import hypothesis, without plugins':42}{importing(''):11.0f} ms")


if __name__ == "__main__":
    main()
