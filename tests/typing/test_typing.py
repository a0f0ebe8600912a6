"""A user's code is typed: mypy and pyright see the types, and refuse the mistakes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.support.engines import engine_absent

import gxstats

HERE = Path(__file__).parent
USER_CODE = HERE / "user_code.py"


@pytest.fixture
def mistakes(tmp_path: Path) -> Path:
    """The mistakes as a module: it is kept as text, for the project itself to check clean."""
    path = tmp_path / "mistakes.py"
    path.write_bytes((HERE / "mistakes.txt").read_bytes())
    return path


def wrong_lines(path: Path) -> set[int]:
    lines = path.read_text("utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if "# error:" in line}


def refused_by_mypy(path: Path) -> set[int]:
    if find_spec("mypy") is None:
        engine_absent("mypy", "not installed")
    done = _run("mypy", "--strict", "--no-error-summary", str(path))
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return {int(line) for line in re.findall(r"\.py:(\d+): error: ", done.stdout)}


def refused_by_pyright(path: Path) -> set[int]:
    if find_spec("pyright") is None:
        engine_absent("pyright", "not installed")
    done = _run("pyright", "--outputjson", str(path))
    if not done.stdout.lstrip().startswith("{"):  # it fetches its engine when first run
        engine_absent("pyright", done.stderr.strip()[-200:])
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] == 1
    return {
        found["range"]["start"]["line"] + 1
        for found in report["generalDiagnostics"]
        if found["severity"] == "error"
    }


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.engines
def test_mypy_sees_the_types_of_a_users_code() -> None:
    assert refused_by_mypy(USER_CODE) == set()


@pytest.mark.engines
def test_pyright_sees_the_types_of_a_users_code() -> None:
    assert refused_by_pyright(USER_CODE) == set()


@pytest.mark.engines
def test_mypy_refuses_the_mistakes_and_nothing_else(mistakes: Path) -> None:
    assert refused_by_mypy(mistakes) == wrong_lines(mistakes)


@pytest.mark.engines
def test_pyright_refuses_the_mistakes_and_nothing_else(mistakes: Path) -> None:
    assert refused_by_pyright(mistakes) == wrong_lines(mistakes)


def test_the_package_says_that_it_is_typed() -> None:
    assert Path(gxstats.__file__).with_name("py.typed").exists()
