"""One report: bytes, to a typed report, to the outcome of every relation, to bytes.

    python benchmarks/single.py

All contestants take turns in one process, round after round; a figure is the median of the
rounds, and a ratio the median of the ratios within a round, so that a busy machine slows all
alike. gxstats without msgspec runs in a process of its own, with the floor beside it.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from timeit import Timer

import orjson

from gxstats import check, form, from_json, to_json
from gxstats.forms.narrative import Narrative

ROUNDS = 41
IMPORTS = 21
SENTENCE = "本年度按照统一要求做好政府信息公开各项工作，及时更新栏目内容，规范办理依申请公开事项。"


def document() -> bytes:
    """The report of 殷都区 for 2019 as a document, its figures as published; the text is filler."""
    narrative = Narrative(
        overview=SENTENCE * 15, problems=SENTENCE * 10, other="本年度未收取信息处理费。"
    )
    return to_json(form("2019").example_report().replace(narrative=narrative))


def measured(paths: dict, data: bytes) -> dict[str, tuple[float, float]]:
    """For each path its median time in µs, and its median ratio to the first one."""
    timers = {name: Timer(lambda path=path: path(data)) for name, path in paths.items()}
    loops = {name: max(1, timer.autorange()[0] // 20) for name, timer in timers.items()}
    times: dict[str, list[float]] = {name: [] for name in paths}
    for _ in range(ROUNDS):
        for name, timer in timers.items():
            times[name].append(timer.timeit(loops[name]) / loops[name] * 1e6)
    first = next(iter(times.values()))
    return {
        name: (
            statistics.median(taken),
            statistics.median(t / f for t, f in zip(taken, first, strict=True)),
        )
        for name, taken in times.items()
    }


def without_msgspec() -> tuple[float, float]:
    code = (
        "import sys; sys.modules['msgspec'] = None\n"
        "import json, single\n"
        "data = single.document()\n"
        "found = single.measured({'floor': single.floor, 'gxstats': single.own}, data)\n"
        "print(json.dumps(found['gxstats']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=True,
    )
    time, ratio = json.loads(done.stdout)
    return time, ratio


def floor(data: bytes) -> bytes:
    return orjson.dumps(orjson.loads(data))


def own(data: bytes) -> bytes:
    report = from_json(data)
    check(report)
    return to_json(report)


def relations() -> dict[str, float]:
    """Median time of a check in µs: as read, built anew each time, and with every cell blank."""
    shown = form("2019")
    report = from_json(document())
    full = report.replace({"/disclosure/administrative_fees/change": 0})
    blank = report.replace({"/requests/received/total": None})
    empty = shown.blank(year=2019, organ=report.organ)
    found = {}
    for name, tried in (
        ("complete", full),
        ("one blank total", blank),
        ("all blank", empty),
    ):
        loops = 2_000
        taken = Timer(lambda tried=tried: check(tried)).repeat(ROUNDS, loops)
        found[name] = statistics.median(taken) / loops * 1e6
    return found


def imports() -> tuple[float, float, float]:
    """Median time of ``import cattrs`` and ``import gxstats`` in ms, and their ratio."""
    with tempfile.TemporaryDirectory() as cache:
        # compiled once, as an installed package is
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def taken(module: str) -> float:
            done = subprocess.run(
                [sys.executable, "-X", "importtime", "-c", f"import {module}"],
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
            return int(done.stderr.splitlines()[-1].split("|")[1]) / 1000

        taken("cattrs"), taken("gxstats")
        pairs = [(taken("cattrs"), taken("gxstats")) for _ in range(IMPORTS)]
    cattrs, gxstats = (statistics.median(times) for times in zip(*pairs, strict=True))
    return cattrs, gxstats, statistics.median(g / c for c, g in pairs)


def main() -> None:
    from models import rivals

    data = document()
    paths = {"floor: orjson.loads, orjson.dumps": floor, "gxstats, with msgspec": own, **rivals()}
    for name, path in paths.items():
        if orjson.loads(path(data)) != orjson.loads(data):
            raise SystemExit(f"{name} does not give the document back")
    versions = ", ".join(
        f"{name} {version(name)}"
        for name in ("gxstats", "attrs", "cattrs", "msgspec", "orjson", "pydantic")
    )
    print(f"Python {platform.python_version()}, {versions}")
    print(f"{os.cpu_count()} cores; document of {len(data)} bytes; {ROUNDS} rounds\n")
    found = measured(paths, data)
    found["gxstats, without msgspec"] = without_msgspec()
    print(f"{'bytes -> report -> relations -> bytes':42}{'µs':>8}{'x floor':>9}")
    for name, (time, ratio) in sorted(found.items(), key=lambda item: item[1][1]):
        print(f"{name:42}{time:8.1f}{ratio:9.2f}")
    checks = relations()
    print(f"\n{'relations of one report':42}{'µs':>8}")
    for name, time in checks.items():
        print(f"{name:42}{time:8.1f}")
    cattrs, gxstats, ratio = imports()
    print(f"\n{'import':42}{'ms':>8}{'x cattrs':>9}")
    print(f"{'cattrs':42}{cattrs:8.1f}{1:9.2f}\n{'gxstats':42}{gxstats:8.1f}{ratio:9.2f}")
    best = min(r for name, (_, r) in found.items() if name.startswith("pydantic"))
    fast, pure = (found[f"gxstats, {how} msgspec"][1] for how in ("with", "without"))
    print("\naims")
    for aim, value, met in (
        ("with msgspec at most 2.0 x the floor", fast, fast <= 2.0),
        ("at least 2.5 x faster than pydantic", best / fast, best / fast >= 2.5),
        ("without msgspec at most 6 x the floor", pure, pure <= 6),
        ("relations at most 10 µs", checks["complete"], checks["complete"] <= 10),
        ("import at most 1.3 x that of cattrs", ratio, ratio <= 1.3),
    ):
        print(f"{aim:42}{value:8.2f}  {'met' if met else 'MISSED'}")


if __name__ == "__main__":
    main()
