"""Fuzzes one target until its time is over: ``python -m tests.fuzz.child TARGET FINDS FLAG...``."""

from __future__ import annotations

import importlib.util
import random
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import atheris

_ROOMS = tuple(f"gxstats.{name}" for name in ("annotating", "columnar", "reading", "wire"))
"""What takes bytes from outside: there alone is it noted where an input leads."""
_SOURCE = Path(importlib.util.find_spec("gxstats").origin).parent
_MODULES = [
    ".".join(path.relative_to(_SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(_SOURCE.rglob("*.py"))
]
_OTHERS = [name for name in _MODULES if not name.startswith(_ROOMS)]

with atheris.instrument_imports(include=["gxstats"], exclude=_OTHERS):
    for _name in set(_MODULES).difference(_OTHERS):
        with suppress(ImportError):  # what an engine that is absent needs
            importlib.import_module(_name)
    from tests.fuzz.failures import key_of
    from tests.fuzz.targets import TARGETS, Target


def main(name: str, finds: Path, seeds: Path, flags: list[str]) -> None:
    """Fuzz; each kind of error is noted in a folder of finds, with the first input that has it."""
    target = TARGETS[name]
    seen: set[str] = set()

    def run(data: bytes) -> None:
        try:
            target.holds(data)
        except Exception as error:  # noqa: BLE001 - every other one breaks the law
            key = key_of(error)
            if key not in seen:
                seen.add(key)
                (finds / f"error-{len(seen)}").write_bytes(data)

    mutator = _mutator(target, [path.read_bytes() for path in sorted(seeds.iterdir())])
    atheris.Setup([sys.argv[0], *flags], run, custom_mutator=mutator)
    # LibreOffice takes seconds, and the likely intention behind a wrong name most of the time
    with (
        patch("gxstats.reading.conversion.converter", return_value=None),
        patch("difflib.get_close_matches", return_value=[]),
    ):
        atheris.Fuzz()


def _mutator(target: Target, seeds: list[bytes]) -> Callable[[bytes, int, int], bytes]:
    """Exchanges, drops or repeats pieces of an input, or does what libFuzzer does.

    Now and then it begins with a seed again, as most of what libFuzzer keeps is refused early.
    """
    patterns = [re.compile(pattern, re.DOTALL) for pattern in target.pieces]
    words = [
        sorted({found[0] for seed in seeds for found in pattern.finditer(seed)})
        for pattern in patterns
    ]

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        rng = random.Random(seed)
        data = rng.choice([data, data, data, rng.choice(seeds)])
        kind = rng.randrange(len(patterns) + 1)
        spans = [m.span() for m in patterns[kind].finditer(data)] if kind < len(patterns) else ()
        if not spans:
            return atheris.Mutate(data, most)
        (start, end), (other, other_end) = rng.choice(spans), rng.choice(spans)
        piece, copy = data[start:end], data[other:other_end]
        new = rng.choice([b"", copy, piece + copy, rng.choice(words[kind] or [b""])])
        return (data[:start] + new + data[end:])[:most]

    return mutated


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
