"""Whether the tests that cover a mutant see it."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

import hypothesis
import pytest

from .mutators import Mutant
from .running import STARTING, Job, Tree, limit_time, run_pytest

__all__ = ["judged"]

OUTCOMES: Final = {0: "survived", 5: "survived", -signal.SIGPROF: "timeout", -signal.SIGALRM: "timeout"}  # fmt: skip
"""By what a child ends with; otherwise the mutant is killed."""


def judged(mutant: Mutant, batches: Iterable[dict[str, float]], tree: Tree) -> Job:
    """The mutant and its outcome: killed, timeout, survived, or uncovered if no test runs it."""
    start, outcome = time.perf_counter(), "uncovered"
    with tree.mutated(mutant):
        for batch in filter(None, batches):
            files = dict.fromkeys(test.partition("::")[0] for test in batch)
            task = partial(run_pytest, ["-x", *files], ChosenTests(batch))
            code = yield task
            if code == -signal.SIGALRM:  # perhaps the machine was stopped
                code = yield task
            outcome = OUTCOMES.get(code, "killed")
            if outcome != "survived":
                break
    seconds = round(time.perf_counter() - start, 1)
    by = tree.failed() if outcome == "killed" else None
    return mutant, {"outcome": outcome, "by": by, "seconds": seconds}


class ChosenTests:
    """A plugin: only chosen tests, in their order, each for 10 s and five times as long as usual."""

    def __init__(self, seconds: Mapping[str, float]) -> None:
        self.seconds = seconds
        self.places = {test: place for place, test in enumerate(seconds)}

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        """What fails is not made smaller."""
        phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
        hypothesis.settings.register_profile("mutation", hypothesis.settings(), phases=phases)
        hypothesis.settings.load_profile("mutation")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        kept = [item for item in items if item.nodeid in self.places]
        items[:] = sorted(kept, key=lambda item: self.places[item.nodeid])

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        limit_time(10 + 5 * self.seconds[item.nodeid])
        try:
            return (yield)
        finally:
            limit_time(STARTING)
