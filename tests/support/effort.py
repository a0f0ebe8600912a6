"""How many examples a law is tried with: one profile of hypothesis for each tier of tests.

A law says what share of its tier's examples it wants, never a number of its own: what costs more
asks for less, and ``--thorough`` multiplies all of them alike.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from hypothesis import HealthCheck, Phase, settings

__all__ = ["EXAMPLES", "fresh_seeds", "load_profile", "often", "some", "tries", "tries_as_drawn"]

_Item = TypeVar("_Item")

EXAMPLES: Final[Mapping[str, int]] = {"default": 15, "engines": 15, "thorough": 2_000}
"""The examples of a law, by the tier."""


def load_profile(tier: str) -> None:
    """Make a tier's number of examples the one that every law takes its share of.

    Continuous integration tries the same examples every time, so that a change is judged by what
    it changes. No example has a deadline: a shared machine may be slow at any moment, and how
    fast we are is measured in ``benchmarks/``.
    """
    settings.register_profile(
        tier,
        max_examples=EXAMPLES[tier],
        deadline=None,
        derandomize="CI" in os.environ,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    settings.load_profile(tier)


def tries(percent: int = 100) -> settings:
    """So many hundredths of the examples of the tier, and at least one."""
    return settings(max_examples=max(1, settings().max_examples * min(percent, 100) // 100))


def tries_as_drawn(percent: int = 100) -> settings:
    """The same for what is not worth shrinking: a drawn layout has no simpler one."""
    return settings(tries(percent), phases=[Phase.explicit, Phase.reuse, Phase.generate])


def some(items: Iterable[_Item], percent: int) -> list[_Item]:
    """So many hundredths of the items, evenly spread and at least one where there is one;
    ``--thorough`` takes all."""
    listed = list(items)
    if settings().max_examples == EXAMPLES["thorough"]:
        return listed
    wanted = max(min(1, len(listed)), len(listed) * percent // 100)
    return [listed[place * len(listed) // wanted] for place in range(wanted)]


def often(full: int) -> int:
    """How often to try what is drawn without hypothesis: so often with ``--thorough``, by default
    a fifth of it."""
    return len(some(range(full), 20))


def fresh_seeds(full: int) -> list[int]:
    """So many seeds as :func:`often` says, the same each time; others where that is asked for.

    What is held against the pixels of another program now and then meets a trace that neither of
    them meant, such as a point too thin to be drawn: with ``GXSTATS_FRESH_SEEDS`` a person looks at it.
    """
    count = often(full)
    if "GXSTATS_FRESH_SEEDS" in os.environ:
        return random.SystemRandom().sample(range(10**6), count)
    return list(range(count))
