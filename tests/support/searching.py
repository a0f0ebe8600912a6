"""Examples of a strategy, and the simplest one that is wanted: from a seed, the same every time."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeVar

from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.strategies import SearchStrategy

__all__ = ["examples_of", "first_found", "simplest"]

_Example = TypeVar("_Example")


def examples_of(strategy: SearchStrategy[_Example], count: int) -> list[_Example]:
    """So many examples of a strategy, to look at all of them together."""
    drawn: list[_Example] = []

    @settings(
        max_examples=count,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(strategy)
    def draw(example: _Example) -> None:
        drawn.append(example)

    draw()
    return drawn[:count]


def first_found(
    strategy: SearchStrategy[_Example], wanted: Callable[[_Example], bool]
) -> _Example:
    """An example that is wanted, as it was drawn.

    Raises ``hypothesis.errors.NoSuchExample`` if there is none among thousands.
    """
    search = settings(max_examples=5_000, database=None, phases=[Phase.generate])
    return find(strategy, wanted, settings=search, random=Random(0))


def simplest(
    strategy: SearchStrategy[_Example],
    wanted: Callable[[_Example], object] = lambda _: True,
) -> _Example:
    """What shrinking makes of an example that is wanted."""
    search = settings(max_examples=5_000, database=None, phases=[Phase.generate, Phase.shrink])
    return find(strategy, lambda one: bool(wanted(one)), settings=search, random=Random(0))
