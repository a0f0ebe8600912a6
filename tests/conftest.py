"""The tiers of the tests, and the fixtures that all share.

``pytest`` runs the default tier: every law, on its own machine-independent examples. ``--engines``
adds what starts another program (a browser, LibreOffice, a database, R, Java, Node);
``--thorough`` adds the full sets and tries each law with 2,000 examples.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest

pytest.register_assert_rewrite("tests.support")

from tests.support.chromium import _chromium, browser  # noqa: E402 - rewritten before imported
from tests.support.effort import EXAMPLES, load_profile  # noqa: E402 - as above
from tests.support.engines import ABSENT, ENGINES  # noqa: E402 - as above
from tests.support.sql_servers import mariadb, postgresql  # noqa: E402 - as above

__all__ = ["_chromium", "browser", "mariadb", "postgresql"]  # fixtures, for every test

ENGINE_FIXTURES: Final = frozenset(
    {
        *("browser", "libreoffice_to_convert", "mariadb", "postgresql"),
        *("parse_vtl", "rscript", "typescript"),
    }
)
"""A test that asks for one of these is of the engines' tier without being marked."""
PROGRAMS: Final = frozenset(
    os.path.realpath(found)
    for name in (
        *("chromium", "chromedriver", "soffice", "libreoffice", "Rscript", "java", "node", "npm"),
        *("go", "javac", "mcs"),
        *("initdb", "pg_ctl", "psql", "mariadbd", "mariadb", "mariadb-install-db", "pyright"),
    )
    if (found := shutil.which(name))
)
"""Programs that the default tier does not start; whoever starts one is marked ``engines``."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("tiers")
    group.addoption("--engines", action="store_true", help="also tests that start other programs")
    group.addoption("--thorough", action="store_true", help="also the full sets, 2,000 examples")
    group.addoption(
        "--require-engines",
        default="",
        help="names of engines, parted by commas, whose absence is a failure; or all",
    )
    parser.addoption("--write-pictures", action="store_true", help="make the docs' pictures anew")


def pytest_configure(config: pytest.Config) -> None:
    chosen = [tier for tier in ("thorough", "engines") if config.getoption(tier)]
    load_profile(chosen[0] if chosen else "default")


@pytest.hookimpl(optionalhook=True)  # of pytest-xdist
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """No workers for what is within one file: they would take longer to start than it does."""
    named = {argument.partition("::")[0] for argument in config.args}
    return 0 if len(named) == 1 and Path(named.pop()).is_file() else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    most = EXAMPLES["thorough" if config.getoption("thorough") else "default"]
    kept, left_out = [], []
    for item in items:
        if not ENGINE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker("engines")
        law = getattr(getattr(item, "obj", None), "_hypothesis_internal_use_settings", None)
        if law is not None and law.max_examples > most:
            raise pytest.UsageError(f"{item.nodeid}: more examples than its tier has")
        wanted = all(config.getoption(tier) for tier in tiers_of(item))
        (kept if wanted else left_out).append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=left_out)


def tiers_of(item: pytest.Item) -> list[str]:
    """The tiers beyond the default that a test is marked with."""
    return [tier for tier in ("engines", "thorough") if item.get_closest_marker(tier)]


@pytest.fixture
def workers_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch judges every file in this process: for tests to which processes do not matter."""
    from gxstats.batch import running
    from tests.support.batch_folders import InThisProcess

    monkeypatch.setattr(running, "Workers", InThisProcess)


# --- no engine is started that is not marked ----------------------------------------------------

_running: list[pytest.Item] = []


def _started(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "subprocess.Popen" and _running:
        program = os.path.realpath(shutil.which(os.fsdecode(arguments[0])) or "")
        if program in PROGRAMS and not _running[-1].get_closest_marker("engines"):
            raise AssertionError(f"{program} is started by a test that is not marked engines")


sys.addaudithook(_started)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Any:
    _running.append(item)
    try:
        return (yield)
    finally:
        _running.pop()


# --- what was run ---------------------------------------------------------------------------


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    report = yield
    report.user_properties.append(("tiers", tiers_of(item)))
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """How many tests of each tier ran, and which engines were absent."""
    ran: Counter[str] = Counter()
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, ()):
            if report.when == "call":
                ran.update(dict(report.user_properties).get("tiers") or ["default"])
    counts = ", ".join(f"{tier} {ran[tier]}" for tier in EXAMPLES)
    terminalreporter.write_line(f"tests run by tier: {counts}")
    absent = _absent_engines(terminalreporter)
    terminalreporter.write_line(f"engines absent: {', '.join(sorted(absent)) or 'none'}")


def _absent_engines(terminalreporter: Any) -> set[str]:
    reasons = (
        report.longrepr[2]
        for report in terminalreporter.stats.get("skipped", ())
        if isinstance(report.longrepr, tuple)
    )
    return {
        reason.partition(ABSENT)[2].partition(" (")[0] for reason in reasons if ABSENT in reason
    }


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """The absence of an engine that is required is a failure."""
    required = session.config.getoption("require_engines")
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if not required or terminal is None:
        return
    wanted = set(ENGINES) if required == "all" else set(required.split(","))
    if unknown := wanted - set(ENGINES):
        raise pytest.UsageError(f"no such engines: {', '.join(sorted(unknown))}")
    if missing := wanted & _absent_engines(terminal):
        terminal.write_line(f"\nrequired engines are absent: {', '.join(sorted(missing))}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
