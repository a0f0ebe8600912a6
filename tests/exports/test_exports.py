"""The registry, the committed files and the command."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from gxstats_2027 import FORM_2027
from tests.support.command_line import run
from tests.support.export_cases import once

from gxstats import FORMS, MissingExtra, lazy
from gxstats.exports import EXPORTS, NoSuchText, published, text_of
from gxstats.exports.columns import names_of_columns
from gxstats.exports.committed import differing, engines, main

HEAVY = {"click", "duckdb", "narwhals", "polars", "pyarrow", "sqlglot", "yaml"}


@pytest.fixture
def generated_once(monkeypatch):
    monkeypatch.setattr("gxstats.exports.committed.generated", once)


@pytest.mark.usefixtures("generated_once")
def test_the_committed_files_are_what_is_generated():
    assert list(differing(engines())) == []


@pytest.fixture
def copied(tmp_path):
    shutil.copytree(engines(), tmp_path / "engines")
    return tmp_path / "engines"


@pytest.mark.usefixtures("generated_once")
def test_a_file_that_differs_is_missing_or_is_left_over_is_found(copied):
    (copied / "mysql" / "gxstats.sql").unlink()
    (copied / "vtl" / "gxstats-2019.vtl").write_text("", encoding="utf-8")
    (copied / "vtl" / "gxstats-2018.vtl").write_text("", encoding="utf-8")
    found = {"mysql/gxstats.sql", "vtl/gxstats-2019.vtl", "vtl/gxstats-2018.vtl"}
    assert set(differing(copied)) == found


def test_check_fails_where_a_file_differs_and_writing_mends_it(copied, monkeypatch, capsys):
    for name in EXPORTS.keys() - {"duckdb"}:
        shutil.rmtree(copied / name)
    monkeypatch.setattr("gxstats.exports.committed.EXPORTS", {"duckdb": EXPORTS["duckdb"]})
    monkeypatch.setattr("gxstats.exports.committed.engines", lambda: copied)
    assert main(["--check"]) == 0
    (copied / "duckdb" / "gxstats.sql").write_text("", encoding="utf-8")
    assert main(["--check"]) == 1
    assert "duckdb/gxstats.sql differs" in capsys.readouterr().err
    assert main([]) == 0
    assert "duckdb/gxstats.sql written" in capsys.readouterr().out
    assert main(["--check"]) == 0
    assert main(["--chekc"]) == 2


def test_every_file_ends_in_one_line_and_is_what_git_keeps():
    for path, content in once().items():
        assert content.endswith(b"\n"), path
        assert b"\r" not in content, path
        assert path.split("/")[0] in EXPORTS


@pytest.mark.parametrize("export", EXPORTS.values(), ids=lambda export: export.name)
def test_an_export_has_a_text_for_each_form_or_one_for_all(export):
    ids = tuple(FORMS.own) if export.of_each_form else (None,)
    paths = {id: export.path(id) for id in ids}
    assert len(set(paths.values())) == len(ids)
    assert {*paths.values()} <= {*once()}
    # only the paths are compared: pytest would look for minutes for what differs in the texts
    differ = [path for id, path in paths.items() if published(export, id).encode() != once()[path]]
    assert differ == []
    wrong = [None, "2020"] if export.forms else ["2021"]
    for id in wrong:
        with pytest.raises(NoSuchText) as raised:
            published(export, id)
        assert raised.value == NoSuchText(export.name, id, export.forms)
        assert export.name in raised.value.explain("zh")
        assert export.name in raised.value.explain("en")


def test_the_registry_imports_no_library():
    code = "import gxstats.exports, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & HEAVY


def test_another_dialect_without_sqlglot_says_what_to_install(monkeypatch):
    def gone(package):
        raise ModuleNotFoundError(name=package)

    monkeypatch.setattr(lazy, "import_module", gone)
    with pytest.raises(MissingExtra, match=r"gxstats\[sql\]"):
        EXPORTS["postgresql"].text()
    assert EXPORTS["duckdb"].text().startswith("-- gxstats")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_command_lists_every_export(language):
    done = run("export", language=language)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == [*EXPORTS]
    for line, export in zip(lines, EXPORTS.values(), strict=True):
        assert export.title[language] in line
        assert all(id in line for id in export.forms)


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_the_command_prints_the_text_and_nothing_else(export):
    for id in export.forms or (None,):
        done = run("export", export.name, *filter(None, [id]))
        assert done.exit_code == 0
        assert done.stdout == text_of(export, id)


def test_a_text_on_request_is_the_published_one_where_that_is_about_the_forms_that_are_known():
    for export in EXPORTS.values():
        for id in FORMS.own if export.of_each_form else [None] * (len(FORMS) == len(FORMS.own)):
            assert text_of(export, id) == published(export, id)


def test_an_edition_of_another_package_changes_nothing_that_is_published(monkeypatch):
    """And is in the texts on request."""
    monkeypatch.setattr(FORMS, "_all", {**FORMS.own, "2027": FORM_2027})
    for export in EXPORTS.values():
        if not export.name.endswith(
            "sql"
        ):  # those take seconds; DuckDB's is written by the same code
            files = export.files()
            assert {path: once()[path].decode() for path in files} == files
        if export.of_each_form:
            assert "withdrawn" in text_of(export, "2027")
            with pytest.raises(NoSuchText):
                published(export, "2027")
    for name in ("duckdb", "columns", "javascript", "typescript", "table-schema-long"):
        assert "outcomes_other_withdrawn_total" in text_of(EXPORTS[name]).replace("/", "_")


def test_a_new_edition_adds_columns_and_renames_none():
    """Whatever its cells are called, and by whatever package it comes."""
    before = names_of_columns(FORMS.own.values())
    after = names_of_columns((*FORMS.own.values(), FORM_2027))
    assert after.items() >= before.items()
    assert len(set(after.values())) == len(after) == len(before) + 7
    only = names_of_columns([FORMS["2019"]])
    assert only.items() <= before.items()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dukdb"], ("没有 dukdb；有 duckdb", "no export dukdb; there are duckdb")),
        (["vtl"], ("须指明 2019", "say which of 2019")),
        (["vtl", "2020"], ("没有 2020；有 2019", "has no 2020; there are 2019")),
        (["duckdb", "2021"], ("不分 2021", "none for 2021")),
        (["duckdb", "2021", "x"], ("x", "x")),
    ],
)
def test_what_there_is_not_is_wrong_usage(arguments, said):
    for language, words in zip(("zh", "en"), said, strict=True):
        done = run("export", *arguments, language=language)
        assert done.exit_code == 2
        assert words in done.stderr
        assert done.stdout == ""


def test_there_is_an_export_for_every_form_that_there_is():
    assert {id for export in EXPORTS.values() for id in export.forms} == set(FORMS)
