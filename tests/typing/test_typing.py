"""A user's code is typed: mypy and pyright see the types, and refuse the mistakes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
USER_CODE = Path(__file__).with_name("user_code.py")


def mistakes():
    """The lines that must be refused."""
    lines = USER_CODE.read_text("utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if "# error:" in line}


def run(*command):
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is not installed")
def test_mypy_refuses_the_mistakes_and_nothing_else():
    done = run("mypy", "--strict", "--no-error-summary", str(USER_CODE))
    found = re.findall(r"user_code\.py:(\d+): error: (.*)", done.stdout)
    assert {int(line) for line, _ in found} == mistakes(), done.stdout + done.stderr


@pytest.mark.skipif(find_spec("pyright") is None, reason="pyright is not installed")
def test_pyright_refuses_the_mistakes_and_nothing_else():
    done = run("pyright", "--outputjson", str(USER_CODE))
    if not done.stdout.startswith("{"):
        pytest.skip(f"pyright cannot run here: {done.stderr.strip()[-200:]}")
    found = json.loads(done.stdout)["generalDiagnostics"]
    errors = [one for one in found if one["severity"] == "error"]
    lines = {one["range"]["start"]["line"] + 1 for one in errors}
    assert lines == mistakes(), [one["message"] for one in errors]


def test_the_package_says_that_it_is_typed():
    import gxstats

    assert Path(gxstats.__file__).with_name("py.typed").exists()
