"""``gxstats check --years``: the reports of an organ are held against each other."""

from __future__ import annotations

import json

import pytest
from tests.support.command_line import run
from tests.verdicts.test_linking import AFTER, BEFORE, CARRIED

from gxstats import to_json
from gxstats.text import LANGUAGES

SAID = {"zh": "上年报告结转下年度继续办理填 3", "en": "last year's report, Requests carried over"}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "2022.json").write_bytes(to_json(BEFORE))
    (tmp_path / "2023.json").write_bytes(to_json(AFTER))
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_it_each_is_for_itself_and_with_it_they_are_linked(folder, language):
    files = [folder / "2023.json", folder / "2022.json"]
    alone = run("check", *files, "--lang", language)
    assert (alone.exit_code, SAID[language] in alone.stdout) == (0, False)
    together = run("check", *files, "--years", "--lang", language)
    assert (together.exit_code, SAID[language] in together.stdout) == (1, True)
    # the order is that in which they were named
    assert together.stdout.index("2023.json") < together.stdout.index("2022.json")
    one = run("check", files[0], "--years", "--lang", language)
    assert one.exit_code == 0


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "junit", "github", "csv", "html"])
def test_folders_are_linked_in_every_format(folder, format_):
    told = run("check", folder, "--years", "--all", "--format", format_)
    assert told.exit_code == 1
    assert SAID["en"] in told.stdout or CARRIED in told.stdout
    assert run("check", folder, "--format", format_).exit_code == 0


def test_the_json_names_the_year_and_every_tie(folder):
    told = json.loads(run("check", folder / "2022.json", folder / "2023.json", "--years",
                          "--format", "json").stdout)  # fmt: skip
    before, after = told
    assert (before["last_year"], after["last_year"]) == (None, 2022)
    ties = {one["id"]: one for one in after["relations"] if "carried_over" in one["id"]}
    assert ties[CARRIED]["residual"] == -3
    assert len(ties) == 7


def test_a_bad_file_among_them_is_told_and_the_rest_is_linked(folder):
    (folder / "bad.json").write_bytes(b'{"edition": "2021"}')
    told = run("check", folder, "--years", "--format", "json")
    assert told.exit_code == 2
    documents = json.loads(told.stdout)
    assert sum("error" in one for one in documents) == 1
    assert [one["last_year"] for one in documents if one.get("verdict")] == [None, 2022]
