"""What all tests share: the option for long ones, and how hard hypothesis tries."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from browser import browser

__all__ = ["browser"]  # the fixture, for every test

# A shared machine may be slow at any moment; how fast we are is measured in benchmarks/.
settings.register_profile("default", deadline=None)
settings.register_profile(
    "thorough",
    deadline=None,
    max_examples=2_000,
    suppress_health_check=[HealthCheck.too_slow],
)
# The same examples every time, so that a change is judged by what it changes.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "default")
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--run-long", action="store_true", help="also run the tests marked long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--run-long"):
        return
    skipped = pytest.mark.skip(reason="takes minutes: --run-long")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(skipped)
