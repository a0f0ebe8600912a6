"""What a page shows happens with the extras that it names, and nothing more; and happens again."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from tests.support.absent_packages import closure, environment_with
from tests.support.command_line import EXAMPLE
from tests.support.paths import ROOT
from tests.support.yardstick import PATIENCE

pytest.importorskip("packaging")
pytest.importorskip("pyarrow")
pytest.importorskip("polars")

NAMED = re.compile(r"(?m)^(?:.*bin/)?pip install (?:-q )?\"(?:gxstats|\.)\[([\w,]+)\]\"")
OF_WORK = {"test", "docs"}
"""Extras for work on gxstats itself."""
TEXTS = {
    path: path.read_text(encoding="utf-8")
    for path in [ROOT / "README.md", *sorted((ROOT / "docs/en").glob("*.md"))]
}
PAGES = {
    path: ",".join(found)
    for path, text in TEXTS.items()
    if (found := [extras for extras in NAMED.findall(text) if extras not in OF_WORK])
    and re.search(r"(?m)^```(console|pycon|python)", text)
}
SHOWING = """
import sys
sys.path.insert(0, {docs!r})
from pathlib import Path
from _generate.shown import refreshed
sys.stdout.reconfigure(encoding="utf-8")
sys.stdout.write(refreshed(Path({page!r}).read_text(encoding="utf-8"), "en"))
"""
LACKING = re.compile(r"itself failed|No module named|MissingExtra|pip install")


def test_what_an_extra_installs_is_known():
    assert closure(()) >= {"gxstats", "attrs", "cattrs", "jsonschema"}
    assert "pandas" not in closure(("cli", "read", "columnar"))
    assert {"pyarrow", "lxml", "rich"} <= closure(("cli", "read", "columnar"))


@pytest.mark.engines
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_shows_happens_with_the_extras_that_it_names(page, tmp_path):
    environment = environment_with(PAGES[page].split(","), tmp_path)
    folder = tmp_path / "here"
    folder.mkdir()
    code = SHOWING.format(docs=str(ROOT / "docs"), page=str(page))
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=folder,
            env=environment,
            capture_output=True,
            timeout=10 * PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        before = set(TEXTS[page].splitlines())
        new = [line for line in done.stdout.decode().splitlines() if line not in before]
        assert not [line for line in new if LACKING.search(line)]


@pytest.mark.engines
def test_a_page_that_names_too_few_extras_is_found_out(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```console\n$ gxstats example\n```\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SHOWING.format(docs=str(ROOT / "docs"), page=str(page))],
        env=environment_with(["read"], tmp_path),
        capture_output=True,
        timeout=10 * PATIENCE,
        check=False,
    )
    assert LACKING.search(done.stdout.decode())


COMMANDS = {
    "cli": ["example", "check EXAMPLE", "read EXAMPLE -o r.json", "validate r.json", "show r.json"],
    "cli,read": ["check page.html --format html -o v.html", "show page.html", "hook page.html"],
    "cli,read,columnar": ["batch EXAMPLE page.html -o out", "batch out/reports/part-00001.parquet -o checked"],
    "cli,workbook": ["workbook 2021 -o form.xlsx", "check EXAMPLE --format xlsx -o v.xlsx"],
    "cli,annotate": ["annotate page.html -o marked.html"],
}  # fmt: skip
"""Commands by the extras that they need."""


@pytest.mark.parametrize(
    "extras",
    [
        pytest.param(one, marks=() if "columnar" in one else pytest.mark.engines)
        for one in COMMANDS
    ],
)
def test_every_command_runs_twice_with_its_extras_and_nothing_more(extras, tmp_path):
    from gxstats import read
    from gxstats.writing import Marks, report_page

    page = report_page(Marks.of(read(EXAMPLE).report))
    (tmp_path / "page.html").write_bytes(page.encode())
    environment = environment_with(extras.split(","), tmp_path)
    for _ in range(2):
        for command in COMMANDS[extras]:
            words = [str(EXAMPLE) if word == "EXAMPLE" else word for word in command.split()]
            done = subprocess.run(
                [sys.executable, "-m", "gxstats", *words],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
            assert done.returncode in {0, 3}, (command, done.stderr.decode())
