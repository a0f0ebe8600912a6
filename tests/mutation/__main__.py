"""The command: ``python -m tests.mutation relations wire --sample 100 --seed 1``."""

# ruff: noqa: T201 - a command prints its results

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Container, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from .mutators import Mutant
from .rooms import EQUIVALENT, ROOMS, equivalent_mutants, possible_mutants, sample

ENVIRONMENT: Final = {
    "CI": "1",  # hypothesis tries the same examples each time
    "COVERAGE_CORE": "ctrace",  # the one that tells tests apart
    "HYPOTHESIS_NO_PLUGINS": "1",  # which would import gxstats
    "OPENBLAS_NUM_THREADS": "1",
    "POLARS_MAX_THREADS": "1",
    "PYTHONHASHSEED": "0",
}


def main() -> int:
    options = _options()
    _restart_with_environment(options.cache)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))  # children are ended as well
    possible = {name: possible_mutants(room) for name, room in ROOMS.items()}
    equivalent = equivalent_mutants(EQUIVALENT)
    known = {mutant.content for mutants in possible.values() for mutant in mutants}
    if stale := set(equivalent) - known:
        print(*(f"{EQUIVALENT.name}: no such mutant: {one}" for one in sorted(stale)), sep="\n")
        return 2
    chosen = {room: _chosen(options, room, possible[room]) for room in options.rooms or ROOMS}
    return int(_lowest_score(_results(options, chosen, equivalent)) < options.least)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    add = parser.add_argument
    add("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}; all unless given")
    add("--sample", type=int, metavar="N", help="so many mutants a room; all unless given")
    add("--seed", default="1", help="of the sample (1)")
    add("--only", action="append", metavar="FILE:LINE", help="all mutants of a line")
    add("--mutants", type=Path, metavar="FILE", help="those in a file that --write has made")
    add("--write", type=Path, metavar="FILE", help="results; those that it has are not repeated")
    add(
        "--tests",
        action="append",
        metavar="START",
        help="of their paths, such as tests/core; all unless given",
    )
    add("--least", type=float, default=95, help="percentage of a room that must be killed (95)")
    add("--jobs", type=int, default=os.cpu_count(), help="mutants at once")
    add("--cache", type=Path, default=Path(tempfile.gettempdir(), "gxstats-mutation"),
        help="what tests cover, bytecode and copies of the project: for one run at a time")  # fmt: skip
    options = parser.parse_args()
    if unknown := set(options.rooms) - set(ROOMS):
        parser.error(f"no such room: {', '.join(unknown)}")
    options.cache = options.cache.resolve()
    return options


def _restart_with_environment(folder: Path) -> None:
    """Start anew unless the environment, which an interpreter reads at its start, is right."""
    wanted = {**os.environ, **ENVIRONMENT, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    wanted.pop("PYTHONDONTWRITEBYTECODE", None)
    if wanted != dict(os.environ):
        os.execve(sys.executable, [sys.executable, "-m", "tests.mutation", *sys.argv[1:]], wanted)


def _chosen(options: argparse.Namespace, name: str, possible: list[Mutant]) -> list[Mutant]:
    if options.only:
        places = {place.removeprefix("src/gxstats/") for place in options.only}
        return [mutant for mutant in possible if f"{mutant.file}:{mutant.line}" in places]
    if options.mutants:
        listed = {(one["file"], one["old"], one["new"]) for one in _read(options.mutants)}
        return [mutant for mutant in possible if mutant.content in listed]
    number = len(possible) if options.sample is None else options.sample
    return sample(possible, number, f"{options.seed}/{name}")


# --- running ------------------------------------------------------------------------------------


def _results(
    options: argparse.Namespace,
    chosen: dict[str, list[Mutant]],
    equivalent: Container[tuple[str, str, str]],
) -> list[dict[str, Any]]:
    """Every chosen mutant with its outcome."""
    from .covering import batches, measured, states
    from .judging import judged
    from .running import Tree, preload, run_jobs

    written = options.write
    known = {_key(one): one for one in _read(written)} if written and written.exists() else {}
    results, todo = [], {}
    for room, mutants in chosen.items():
        for mutant in mutants:
            one = {"room": room, **mutant.shown()}
            if mutant.content in equivalent:
                results.append({**one, "outcome": "equivalent"})
            elif _key(one) in known:
                results.append(known[_key(one)])
            else:
                todo[mutant] = one
    if not todo:
        return results
    preload()
    trees = [Tree(options.cache / f"tree{number}") for number in range(options.jobs)]
    kept, covering = options.cache / "covering", {}
    kept.mkdir(exist_ok=True)
    wanted = tuple(options.tests or [""])
    jobs = [
        partial(measured, file, state, kept)
        for file, state in states().items()
        if file.startswith(wanted)
    ]
    for file, tests in _progress("test files", len(jobs), run_jobs(jobs, trees)):
        covering[file] = tests
        for test in tests.failing:
            print(f"  left out, fails without a mutant: {test}", file=sys.stderr)
    jobs = (
        partial(judged, mutant, batches(mutant, covering, ROOMS[one["room"]].tests))
        for mutant, one in todo.items()
    )
    for mutant, judgement in _progress("mutants", len(todo), run_jobs(jobs, trees)):
        results.append(todo[mutant] | judgement)
        if written:
            with written.open("a", encoding="utf-8") as stream:
                print(json.dumps(results[-1], ensure_ascii=False), file=stream)
    return results


def _progress(what: str, number: int, results: Iterator[Any]) -> Iterator[Any]:
    for done, result in enumerate(results, 1):
        print(f"\r{what}: {done}/{number}", end="", file=sys.stderr)
        yield result
    print(file=sys.stderr)


# --- results ------------------------------------------------------------------------------------


def _key(one: dict[str, Any]) -> tuple[Any, ...]:
    return one["file"], one["line"], one["old"], one["new"]


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _lowest_score(results: list[dict[str, Any]]) -> float:
    """Print the survivors, and a table of the rooms."""
    for one in sorted(results, key=_key):
        if one["outcome"] in {"survived", "uncovered"}:
            print(f"{one['file']}:{one['line']}  {one['outcome']}  {one['old']}  →  {one['new']}")
    print("room         mutants  killed  equivalent  survived   score")
    scores = [100.0]
    for room in ROOMS:
        outcomes = Counter(one["outcome"] for one in results if one["room"] == room)
        mutants, equivalent = outcomes.total(), outcomes["equivalent"]
        killed = sum(outcomes[outcome] for outcome in ("killed", "timeout"))
        if mutants > equivalent:
            scores.append(100 * killed / (mutants - equivalent))
            survived = mutants - equivalent - killed
            counts = f"{mutants:>8} {killed:>7} {equivalent:>11} {survived:>9}"
            print(f"{room:<11} {counts} {scores[-1]:>6.1f}%")
    return min(scores)


if __name__ == "__main__":
    sys.exit(main())
