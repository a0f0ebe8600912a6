"""A folder of generated web pages, read by one process and by two.

The aim is that two processes do 90 % of two processors' work: the wall time of ``gxstats.batch.run``
with two workers, times two, times 0.9, is at most the processor time of the same run done in one
process, without workers. Rounds take turns, each run in a process of its own; the ratio is the
median of the ratios within a round. Where a machine has other work to do, the ratio falls by
nobody's fault: on Linux what others took meanwhile is printed, and the ratio to what was left.

    python benchmarks/batch.py [FILES]        2,000 where nothing is said
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from gxstats.batch import run, running
from gxstats.batch.workers import Done

SEED = 20_241_101
ROUNDS = 3
PROSE = "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，依法做好政府信息公开工作。"


def fill(folder: Path, count: int) -> None:
    """Pages with reports on all forms, one in ten with a slip, beside some prose."""
    # here, as every worker imports the script that was started: what it imports, they wait for
    from gxstats import FORMS, Organ
    from gxstats.testing import random_corruptions
    from gxstats.writing import form_html

    random = Random(SEED)
    streams = [random_corruptions(random, id) for id in FORMS]
    for number in range(count):
        corruption = next(random.choice(streams))
        report = corruption.corrupted if random.random() < 0.1 else corruption.truth
        year = report.form.fiscal_years[0]
        organ = Organ(name="某某县水利局")
        table = form_html(report.form, report.replace(year=year, organ=organ), "zh")
        title = f"某某县水利局{year}年政府信息公开工作年度报告"
        prose = "".join(f"<p>{PROSE * 4}</p>" for _ in range(8))
        inside = folder / f"{number % 20:02}"
        inside.mkdir(parents=True, exist_ok=True)
        text = f"<html><body><h1>{title}</h1><p>一、总体情况</p>{prose}{table}</body></html>"
        (inside / f"{number:06}.html").write_text(text, encoding="utf-8")


class InThisProcess:
    """Stands in for the workers: the same work, without any other process."""

    def __init__(self, _, work, __):
        self.work = work

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def results(self, chunks, _):
        for chunk in chunks:
            yield Done(chunk, self.work(iter(chunk.sources)))


def one_run(source: str, out: str, workers: int) -> dict[str, float]:
    if not workers:
        running.Workers = InThisProcess
    wall, processor, busy = time.perf_counter(), time.process_time(), busy_seconds()
    run([source], out, workers=workers or 1)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    busy = busy_seconds() - busy
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    ours = processor + children.ru_utime + children.ru_stime
    return {
        "wall": wall,
        "processor": ours,
        "others": max(busy - ours, 0.0),
        "parent": processor,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "worker_megabytes": children.ru_maxrss / 1024,
    }


def busy_seconds() -> float:
    """Processor time that anybody has used on this machine; 0 where that is not told."""
    try:
        text = Path("/proc/stat").read_text(encoding="ascii")
    except OSError:
        return 0.0
    user, nice, system, _, _, *rest = map(int, text.split("\n", 1)[0].split()[1:])
    return (user + nice + system + sum(rest[:2])) / os.sysconf("SC_CLK_TCK")


def measured(source: Path, workers: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, __file__, "--run", str(source), f"{out}/out", str(workers)]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def main(count: int) -> None:
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    )
    with tempfile.TemporaryDirectory() as name:
        few, many, most = Path(name) / "few", Path(name) / "many", Path(name) / "most"
        for folder, files in ((few, count // 4), (many, count), (most, 3 * count)):
            fill(folder, files)
        ratios, left, costs = [], [], []
        for _ in range(ROUNDS):
            alone, two = measured(many, 0), measured(many, 2)
            ratios.append(alone["processor"] / (2 * two["wall"]))
            left.append(alone["processor"] / (2 * two["wall"] - two["others"]))
            costs.append(two["processor"] / alone["processor"])
            print(
                f"one process {alone['processor']:.1f} s of processor ({alone['wall']:.1f} s); "
                f"two workers {two['wall']:.1f} s ({two['processor']:.1f} s of processor, "
                f"{two['parent']:.2f} of it the parent's; others {two['others']:.1f} s): "
                f"{ratios[-1]:.1%} of two processors, {left[-1]:.1%} of what others left"
            )
        print(f"median {statistics.median(ratios):.1%} of two processors (aim: 90 %), ", end="")
        print(f"{statistics.median(left):.1%} of what others left; ", end="")
        print(f"processor time x {statistics.median(costs):.3f}")
        for source, files in ((few, count // 4), (many, count), (most, 3 * count)):
            one = measured(source, 2)
            print(
                f"{files} files: the parent takes {one['megabytes']:.0f} MB, "
                f"the larger worker {one['worker_megabytes']:.0f} MB at most"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        print(json.dumps(one_run(sys.argv[2], sys.argv[3], int(sys.argv[4]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
