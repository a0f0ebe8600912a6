"""The hook stops a commit for what is wrong in a report, and for nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.command_line import run
from tests.support.paths import ROOT
from tests.support.simple_reports import zeros_document

from gxstats import examples
from gxstats.batch.failures import _REPORTS as ENDINGS
from gxstats.cli.hook import FAIL_ON
from gxstats.text import LANGUAGES

click_testing = pytest.importorskip("click.testing")
pytest.importorskip("rich")
pre_commit = pytest.importorskip("pre_commit", reason="pre-commit is not installed")

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
}
FIXTURES = sorted((ROOT / "tests" / "fixtures").glob("*/raw.*"))


HELD = zeros_document()
VIOLATED = zeros_document(disputes__reconsideration__upheld=3)
OPEN = zeros_document(disputes__reconsideration__upheld=None)
INVALID = re.sub(rb'"total": ?0', b'"total":"0"', HELD, count=1)
CUT = HELD[: len(HELD) // 2]
PDF_LOCKED = (
    b"%PDF-1.7\ntrailer<</Encrypt 3 0 R/Root 1 0 R>>"  # cannot be opened: it may hold a report
)

REPORTS = {
    "held.json": (HELD, 0),
    "open.json": (OPEN, 3),
    "violated.json": (VIOLATED, 1),
    "invalid.json": (INVALID, 2),
    "cut.json": (CUT, 2),
    "utf16.json": (HELD.decode().encode("utf-16"), 2),
    "年报.txt": (examples.path("yindu-2019").read_bytes(), 0),
    "locked.pdf": (PDF_LOCKED, 2),
    "damaged.docx": (b"PK\x03\x04" + b"\x00" * 40, 2),
}
OTHERS = {
    "package.json": b'{"name": "x", "version": "1.0.0"}',
    "list.json": b"[1, 2]",
    "edition.json": b'{"edition": "2021", "cells": 3}',
    "tsconfig.json": b'{\n  // a comment\n  "strict": true,\n}',
    "deep.json": b"[" * 50 + b"]" * 50,
    "huge.json": b'"' + b"x" * 5_000_000 + b'"',
    "empty.json": b"",
    "latin.json": b'{"name": "\xe9"}',
    "README.md": "# 年报\n\n本目录存放年度报告。\n".encode(),
    "index.html": "<html><body><p>首页</p></body></html>".encode(),
    "logo.pdf": b"\x89PNG\r\n\x1a\n",
    "numbers.xls": b"a;b\n1;2\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in {name: data for name, (data, _) in REPORTS.items()}.items():
        (tmp_path / name).write_bytes(data)
    for name, data in OTHERS.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


# --- what stops a commit ---------------------------------------------------------------------


@pytest.mark.parametrize("fail_on", FAIL_ON)
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_stops_the_commit_from_the_least_on_that_is_named(folder, name, fail_on):
    code = REPORTS[name][1]
    stops = {"undecided": {1, 2, 3}, "violated": {1, 2}, "unreadable": {2}}[fail_on]
    result = run("hook", "--fail-on", fail_on, folder / name)
    assert result.exit_code == (code if code in stops else 0)
    assert (name in result.stdout) == (code in stops)
    assert result.stdout.splitlines()[-1].startswith("Reports checked: 1; ")


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_that_is_no_report_never_stops_a_commit(folder, name):
    result = run("hook", "--fail-on", "undecided", folder / name)
    assert (result.exit_code, result.stdout) == (
        0,
        "Reports checked: 0; other files passed over: 1.\n",
    )


def test_violations_alone_stop_a_commit_unless_told_otherwise(folder):
    assert run("hook", folder / "open.json").exit_code == 0
    assert run("hook", folder / "violated.json").exit_code == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_all_files_the_worst_counts_and_only_what_stops_is_told(folder, language):
    names = [*REPORTS, *OTHERS]
    result = run("hook", *(folder / name for name in names), language=language)
    assert result.exit_code == 2
    told = {name for name in names if f"/{name}" in result.stdout}
    assert told == {name for name, (_, code) in REPORTS.items() if code in {1, 2}}
    counts = {
        "zh": "校验报告 {} 份，略过其他文件 {} 个。",
        "en": "Reports checked: {}; other files passed over: {}.",
    }
    expected = counts[language].format(len(REPORTS), len(OTHERS))
    assert result.stdout.splitlines()[-1] == expected


def test_a_file_that_cannot_be_opened_stops_the_commit(tmp_path):
    result = run("hook", tmp_path / "missing.json")
    assert result.exit_code == 2
    assert "no such file" in result.stdout


def test_broken_json_from_standard_input_is_not_passed_over():
    from gxstats.cli.application import application

    runner = click_testing.CliRunner()
    assert runner.invoke(application("en"), ["hook", "-"], input=b'{"requests": ').exit_code == 2


def test_real_reports_with_blanks_can_be_committed():
    result = run("hook", *FIXTURES)
    assert result.exit_code == 0
    assert f"Reports checked: {len(FIXTURES)};" in result.stdout


def test_more_problems_than_are_shown_are_shown_when_asked_for(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(re.sub(rb'"total": ?0', b'"total":"0"', HELD))
    some, everything = run("hook", path).stdout, run("hook", "--all", path).stdout
    assert some.count("value.text") == 8
    assert everything.count("value.text") == len(re.findall(rb'"total": ?0', HELD)) > 8


# --- the manifest ----------------------------------------------------------------------------


def test_the_manifest_is_one_for_pre_commit():
    from pre_commit.commands.validate_manifest import validate_manifest

    assert validate_manifest([str(MANIFEST)]) == 0


def test_every_hook_runs_the_command_with_extras_that_exist():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for hook in HOOKS.values():
        program, command = hook["entry"].split()
        assert program in project["scripts"]
        assert run("hook", "--help").exit_code == 0
        assert command == "hook"
        [extras] = [
            re.fullmatch(r"\.\[([\w,]+)\]", one) for one in hook["additional_dependencies"]
        ]
        assert extras
        assert set(extras[1].split(",")) <= set(project["optional-dependencies"])
        assert "cli" in extras[1].split(",")


def test_what_is_described_is_described_in_both_languages():
    for hook in HOOKS.values():
        for text in (hook["name"], hook["description"]):
            chinese, english = text.split(" / ")
            assert re.search(r"[一-鿿]", chinese)
            assert not re.search(r"[一-鿿]", english)


def chosen(hook: dict[str, Any], names: list[str]) -> set[str]:
    """The files that pre-commit gives to a hook, as it chooses them itself."""
    from pre_commit.clientlib import load_manifest
    from pre_commit.commands.run import Classifier
    from pre_commit.hook import Hook

    [whole] = [one for one in load_manifest(str(MANIFEST)) if one["id"] == hook["id"]]
    given = {name: whole[name] for name in Hook._fields if name in whole}
    made = Hook(src="", prefix=None, **given)
    return set(Classifier(names).filenames_for_hook(made))


def test_each_hook_is_given_its_kind_of_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ["a.json", "a.JSON", "b.html", "年报/c.docx", "d.XLSX", "e.pdf", "f.xls", "g.htm"]
    names += ["README.md", "h.txt", "i.py", "j.png", "k.doc", "docx", "l.docx.txt"]
    for name in names:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(b"x")
    documents = chosen(HOOKS["gxstats-check"], names)
    published = chosen(HOOKS["gxstats-check-reports"], names)
    assert documents == {"a.json", "a.JSON"}
    assert published == {"b.html", "年报/c.docx", "d.XLSX", "e.pdf", "f.xls", "g.htm"}


def test_the_endings_of_published_reports_are_those_that_are_read_without_a_converter():
    """What any repository has is left out: text, data, archives; so is what needs LibreOffice."""
    pattern = HOOKS["gxstats-check-reports"]["files"]
    taken = {ending for ending in ENDINGS if re.search(pattern, f"a{ending}")}
    common = {".txt", ".md", ".markdown", ".json", ".csv", ".xml", ".zip", ".eml"}
    converted = {".doc", ".wps", ".rtf", ".odt", ".ofd", ".et", ".ods"}
    assert taken == ENDINGS - common - converted
    assert len(taken) == pattern.count("|") + 1


# --- with pre-commit itself ------------------------------------------------------------------


@pytest.fixture
def clerks(tmp_path: Path) -> Path:
    """A repository as a clerk has it."""
    repository = tmp_path / "clerk"
    repository.mkdir()
    for name in ("held.json", "open.json"):
        (repository / name).write_bytes(REPORTS[name][0])
    for name, data in OTHERS.items():
        (repository / name).write_bytes(data)
    git("init", "-q", at=repository)
    git("add", "-A", at=repository)
    return repository


def git(*arguments: str, at: Path) -> None:
    named = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *named, *arguments], cwd=at, check=True, capture_output=True)


@pytest.mark.thorough
def test_pre_commit_installs_the_hooks_and_they_stop_what_is_wrong(clerks, tmp_path):
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")

    def tried() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "--all-files", "-v"]
        environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "LANG": "C.UTF-8"}
        return subprocess.run(
            command, cwd=clerks, env=environment, capture_output=True, text=True, check=False
        )

    done = tried()
    if re.search(r"No matching distribution|ConnectionError|Temporary failure", done.stdout):
        pytest.skip("the package index is not to be had")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == len(HOOKS)
    (clerks / "wrong.json").write_bytes(VIOLATED)
    shutil.copy(FIXTURES[0], clerks / f"published{FIXTURES[0].suffix}")
    git("add", "-A", at=clerks)
    done = tried()
    assert done.returncode == 1
    assert "wrong.json" in done.stdout
    assert "held.json" not in done.stdout
