"""The laws that are fuzzed hold for every input that once broke one."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("lxml", reason="reads and annotates files")
pytest.importorskip("msgspec", reason="the fast path")
pytest.importorskip("pyarrow", reason="columns")
pytest.importorskip("pypdf", reason="annotates files")
pytest.importorskip("pypdfium2", reason="reads files")

from tests.fuzz.targets import REGRESSIONS, TARGETS


@pytest.fixture(autouse=True)
def _without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gxstats.reading.conversion.converter", lambda: None)


@pytest.mark.parametrize("name", TARGETS)
def test_the_simplest_input_of_a_target_is_accepted(name: str) -> None:
    assert TARGETS[name].holds(TARGETS[name].simplest())


@pytest.mark.parametrize(
    "path",
    sorted(REGRESSIONS.glob("*/*.bin")),
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_an_input_that_broke_a_law_breaks_it_no_more(path: Path) -> None:
    TARGETS[path.parent.name].holds(path.read_bytes())
