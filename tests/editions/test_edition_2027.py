"""A new edition is one folder, in another package, with no other line anywhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.editions import PACKAGE, environment_with_2027

ROOT = PACKAGE.parent.parent


def pytest_with_it(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=ROOT,
        env=environment_with_2027(folder),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_everything_knows_the_edition_of_a_package_that_is_installed(tmp_path: Path) -> None:
    run = pytest_with_it(tmp_path, "-n0", "tests/editions/proof_of_2027.py")
    assert run.returncode == 0, run.stdout[-4000:]


@pytest.mark.thorough
def test_with_it_installed_every_other_test_passes(tmp_path: Path) -> None:
    run = pytest_with_it(tmp_path, "tests", f"--ignore={PACKAGE.relative_to(ROOT)}")
    assert run.returncode == 0, run.stdout[-4000:]
