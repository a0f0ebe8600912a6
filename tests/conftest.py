"""What all tests share: the option for long ones, and how hard hypothesis tries."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from browser import _chromium, browser

__all__ = ["_chromium", "browser"]  # fixtures, for every test

# A shared machine may be slow at any moment; how fast we are is measured in benchmarks/.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", PATIENT)
settings.register_profile("thorough", PATIENT, max_examples=2_000)
# The same examples every time, so that a change is judged by what it changes.
settings.register_profile("ci", PATIENT, derandomize=True)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "default")
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--run-long", action="store_true", help="also run the tests marked long")
    parser.addoption("--write-pictures", action="store_true", help="make the docs' pictures anew")


@pytest.hookimpl(optionalhook=True)  # of pytest-xdist
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """No workers for what is within one file: they would take longer to start than it does."""
    named = {argument.partition("::")[0] for argument in config.args}
    return 0 if len(named) == 1 and Path(named.pop()).is_file() else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--run-long"):
        return
    skipped = pytest.mark.skip(reason="takes minutes: --run-long")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(skipped)
