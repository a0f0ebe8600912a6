"""A corpus of synthetic reports: every relation on all of them, against reading and adding up.

The yardstick is what polars itself needs to read the columns of the relations and add each up
(and DuckDB for DuckDB). All jobs take turns, each in its own process, so that a busy machine
slows all alike and the peak of memory is the job's own; a ratio is the median of the ratios
within a round. The corpus is made here, from a seed: most organs received no request, and most
cells hold 0; one report in fifty has a total left at 0, and one in a hundred some blanks.

Polars is told to read one row group ahead, in every job: by itself it reads many, which makes no
job quicker and takes up to three times the memory.

    python benchmarks/corpus.py [REPORTS]        a million where nothing is said
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
from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import narwhals as nw
import numpy as np
import polars as pl
import pyarrow as pa

from gxstats import FORMS, Form, Kind, check, rulebook
from gxstats.columnar import (
    arrow_schema,
    findings,
    from_arrow,
    outcomes,
    scan_parquet,
    slips,
    with_findings,
    write_parquet,
    year_findings,
)
from gxstats.columnar.expressions import RelationExpressions, flags
from gxstats.columnar.relations import column_relations
from gxstats.relations import Comparison

SEED = 20_240_401
CHUNK = 50_000
ROUNDS = 3
MOST_IN_MEMORY = 2_000_000
"""Reports that are also judged in memory; more of them are read from the file only."""
SHARES = (("2021", 0.72), ("2019", 0.25), ("2021-undivided", 0.03))
APPLICANTS = {"natural_person": 0.9, "commercial_enterprise": 0.07}
OTHERS = 0.03 / 4
USED = sorted({column for relation in column_relations() for column in relation.columns})


# --- the corpus -------------------------------------------------------------------------------


def corpus(count: int) -> pa.RecordBatchReader:
    random = np.random.default_rng(SEED)

    def batches() -> Iterator[pa.RecordBatch]:
        made = 0
        while made < count:
            size = min(CHUNK, count - made)
            cuts = np.cumsum([round(share * size) for _, share in SHARES[:-1]])
            sizes = np.diff([0, *cuts, size])
            parts = [
                chunk(FORMS[id], int(size), random)
                for (id, _), size in zip(SHARES, sizes, strict=True)
            ]
            table = pa.concat_tables([part for part in parts if part.num_rows])
            shuffled = table.take(pa.array(random.permutation(table.num_rows)))
            yield from shuffled.combine_chunks().to_batches()
            made += size

    return pa.RecordBatchReader.from_batches(arrow_schema(), batches())


def chunk(form: Form, size: int, random: np.random.Generator) -> pa.Table:
    """Reports on one form, consistent but for the slips."""
    cells = {
        cell.address: np.zeros(size, np.int64) for cell in form if cell.kind is not Kind.AMOUNT
    }
    # requests that an organ decides on in a year: none for most, thousands for a few
    busy = np.where(random.random(size) < 0.6, 0, random.lognormal(1.5, 1.6, size))
    rows = [term.address.rpartition("/")[0] for term in of(form, "outcome_total.total").right]
    columns = [
        term.address.rpartition("/")[2] for term in of(form, "applicant_total.received").right
    ]
    weights = 1 / np.arange(1, len(rows) + 1) ** 1.5
    weights /= weights.sum()
    for column in columns:
        share = APPLICANTS.get(column, OTHERS)
        for row, weight in zip(rows, weights, strict=True):
            cells[f"{row}/{column}"] = random.poisson(busy * (share * weight))
        decided = cells[f"/requests/outcomes/total/{column}"] = np.sum(
            [cells[f"{row}/{column}"] for row in rows], axis=0
        )
        waiting = cells[f"/requests/carried_out/{column}"] = random.poisson(busy * share * 0.05)
        carried = random.poisson(busy * share * 0.05)
        carried = cells[f"/requests/carried_in/{column}"] = np.minimum(carried, decided + waiting)
        cells[f"/requests/received/{column}"] = decided + waiting - carried
    for remedy in ("reconsideration", "direct_litigation", "litigation_after_reconsideration"):
        for result in ("upheld", "corrected", "other", "pending"):
            cells[f"/disputes/{remedy}/{result}"] = random.poisson(busy * 0.01)
    for cell in form:
        if cell.table.name == "disclosure" and cell.kind is Kind.COUNT:
            active = random.random(size) < 0.3
            cells[cell.address] = np.where(active, random.poisson(30, size), 0)
    totals = [r for r in rulebook(form) if "_total." in r.id or ".total." in r.id]
    for relation in totals:
        if not relation.id.startswith("requests.outcome_total"):
            [total] = relation.left
            cells[total.address] = np.sum([cells[term.address] for term in relation.right], axis=0)
    for relation in rulebook(form):
        if relation.comparison is Comparison.AT_MOST:  # hints: nothing is surprising but slips
            left, right = (
                sum(term.coefficient * cells[term.address] for term in side)
                for side in (relation.left, relation.right)
            )
            cells[relation.right[0].address] += np.maximum(left - right, 0)
    forgotten = random.random(size) < 0.02
    for place in np.flatnonzero(forgotten):
        [total] = totals[random.integers(len(totals))].left
        cells[total.address][place] = 0
    blanks = random.random(size) < 0.01
    return table_of(form, size, cells, blanks, random)


def of(form: Form, name: str):
    return rulebook(form)[f"requests.{name}"]


def table_of(form: Form, size: int, cells, blanks, random: np.random.Generator) -> pa.Table:
    first, last = form.fiscal_years
    years = random.integers(first, (last or 2024) + 1, size)
    fields = {
        "form": np.full(size, form.id),
        "edition": np.full(size, form.edition),
        "year": years.astype(np.int32),
        "organ_name": [f"某县第{number}机关" for number in random.integers(0, 40_000, size)],
        "remarks": [[]] * size,
    }
    columns = []
    for field in arrow_schema():
        if field.name in cells:
            empty = blanks & (random.random(size) < 0.1)
            columns.append(pa.array(cells[field.name], field.type, mask=empty))
        elif field.name in fields:
            columns.append(pa.array(fields[field.name], field.type))
        else:
            columns.append(pa.nulls(size, field.type))
    return pa.Table.from_arrays(columns, schema=arrow_schema())


# --- the jobs ---------------------------------------------------------------------------------


def tallied(frame):
    """How often each relation is anything but held."""
    relations = column_relations()
    made = nw.from_native(frame).with_columns(flags(relations))
    found = {one.id: RelationExpressions(one).found for one in relations}
    return made.select(one.sum().alias(id) for id, one in found.items()).to_native()


def diagnosed(frame: pl.LazyFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Everything that is found, and the single cells that explain it."""
    few = streamed(with_findings(frame))
    return streamed(findings(few.lazy())), streamed(slips(few.lazy()))


def streamed(frame: pl.LazyFrame) -> pl.DataFrame:
    return frame.collect(engine="streaming")


def duck(path: Path):
    import duckdb

    connection = duckdb.connect()
    return connection, connection.read_parquet(str(path))


def duck_sum(path: Path) -> None:
    _, corpus = duck(path)
    corpus.aggregate(", ".join(f'sum("{name}")' for name in USED)).fetchall()


def duck_with(job: Callable) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        _connection, corpus = duck(path)
        out = path.with_name("out.parquet")
        job(corpus).write_parquet(str(out))

    return run


def written(frame: pl.LazyFrame, path: Path) -> None:
    frame.sink_parquet(path.with_name("out.parquet"))


FILE_JOBS: dict[str, Callable[[Path], object]] = {
    "polars: read and add up": lambda path: streamed(
        pl.scan_parquet(path).select(pl.col(USED).sum())
    ),
    "polars: all relations": lambda path: streamed(tallied(scan_parquet(path))),
    "polars: outcomes, to Parquet": lambda path: written(outcomes(scan_parquet(path)), path),
    "polars: findings, to Parquet": lambda path: written(findings(scan_parquet(path)), path),
    "polars: findings and slips": lambda path: diagnosed(scan_parquet(path)),
    "polars: year links": lambda path: streamed(year_findings(scan_parquet(path))),
    "DuckDB: read and add up": duck_sum,
    "DuckDB: all relations": duck_with(tallied),
    "DuckDB: findings, to Parquet": duck_with(findings),
}
MEMORY_JOBS: dict[str, Callable[[pl.DataFrame], object]] = {
    "polars: add up": lambda frame: frame.select(pl.col(USED).sum()),
    "polars: all relations": lambda frame: streamed(tallied(frame.lazy())),
    "polars: outcomes": lambda frame: streamed(outcomes(frame.lazy(), keys=[])),
    "polars: reports with findings": lambda frame: streamed(with_findings(frame.lazy())),
    "polars: findings": lambda frame: streamed(findings(frame.lazy())),
    "polars: findings and slips": lambda frame: diagnosed(frame.lazy()),
}


def run_file_job(name: str, path: Path) -> None:
    started = time.perf_counter()
    FILE_JOBS[name](path)
    report(time.perf_counter() - started)


def run_memory_jobs(path: Path) -> None:
    frame = pl.read_parquet(path, columns=["form", "edition", "year", *USED]).with_columns(
        organ_name=pl.lit("某局"), organ_code=pl.lit(""), organ_division=pl.lit(""),
        organ_scope=pl.lit(""),
    )  # fmt: skip
    for job in MEMORY_JOBS.values():
        job(frame.head(1_000))
    rounds = []
    for _ in range(ROUNDS):
        seconds = {}
        for name, job in MEMORY_JOBS.items():
            started = time.perf_counter()
            job(frame)
            seconds[name] = time.perf_counter() - started
        rounds.append(seconds)
    sample = list(islice(from_arrow(pl.read_parquet(path, n_rows=20_000)), 20_000))
    started = time.perf_counter()
    for one in sample:
        check(one)
    each = (time.perf_counter() - started) / len(sample)
    print(json.dumps({"rounds": rounds, "object": each}))


def report(seconds: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak}))


def in_a_process(*arguments: str) -> dict:
    done = subprocess.run(
        [sys.executable, __file__, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"POLARS_ROW_GROUP_PREFETCH_SIZE": "1"},
    )
    return json.loads(done.stdout.splitlines()[-1])


# --- the run ----------------------------------------------------------------------------------


def yardstick(name: str, jobs: dict) -> str:
    engine = name.split(":", maxsplit=1)[0]
    return next(job for job in jobs if job.startswith(engine))


def lines(rounds: list[dict[str, float]], jobs: dict, count: int, peaks: dict | None) -> None:
    for name in jobs:
        seconds = statistics.median(one[name] for one in rounds)
        ratio = statistics.median(one[name] / one[yardstick(name, jobs)] for one in rounds)
        peak = f"{peaks[name]:9.0f}" if peaks else ""
        print(f"{name:40}{seconds:9.3f}{ratio:9.2f}{count / seconds / 1e6:9.2f}{peak}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    versions = ", ".join(
        f"{name} {version(name)}"
        for name in ("gxstats", "narwhals", "polars", "duckdb", "pyarrow")
    )
    print(f"Python {platform.python_version()}, {versions}; {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.parquet"
        started = time.perf_counter()
        in_a_process("--make", str(count), str(path))  # or its memory would count as the jobs'
        print(
            f"{count:,} reports, {path.stat().st_size / 1e6:.0f} MB of Parquet, "
            f"made in {time.perf_counter() - started:.0f} s\n"
        )
        rounds, peaks = [], dict.fromkeys(FILE_JOBS, 0.0)
        for _ in range(ROUNDS):
            results = {name: in_a_process("--job", name, str(path)) for name in FILE_JOBS}
            rounds.append({name: result["seconds"] for name, result in results.items()})
            peaks = {name: max(peaks[name], results[name]["peak"]) for name in FILE_JOBS}
        print(f"{'from Parquet':40}{'s':>9}{'ratio':>9}{'M/s':>9}{'peak MB':>9}")
        lines(rounds, FILE_JOBS, count, peaks)
        if count > MOST_IN_MEMORY:
            return
        memory = in_a_process("--memory", str(path))
        print(f"\n{'in memory':40}{'s':>9}{'ratio':>9}{'M/s':>9}")
        lines(memory["rounds"], MEMORY_JOBS, count, None)
        print(f"{'gxstats.check, one object at a time':40}{memory['object'] * count:9.1f}")


if __name__ == "__main__":
    if "--job" in sys.argv:
        run_file_job(sys.argv[2], Path(sys.argv[3]))
    elif "--make" in sys.argv:
        write_parquet(corpus(int(sys.argv[2])), sys.argv[3])
        report(0.0)
    elif "--memory" in sys.argv:
        run_memory_jobs(Path(sys.argv[2]))
    else:
        main()
