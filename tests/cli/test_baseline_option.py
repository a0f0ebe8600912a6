"""``--baseline`` of ``check`` and ``hook``: known violations pass, new ones fail, gone ones are told."""

from __future__ import annotations

import json

import pytest
from tests.support.command_line import run
from tests.support.simple_reports import zeros

from gxstats import Organ, to_json
from gxstats.text import LANGUAGES

RIGHT = zeros("2021", "某局")
WRONG = RIGHT.replace({"/requests/received/natural_person": 1})
WORSE = WRONG.replace({"/disputes/reconsideration/total": 2})


@pytest.fixture
def folder(tmp_path):
    def made(**reports):
        for name, report in reports.items():
            (tmp_path / f"{name}.json").write_bytes(to_json(report))
        return tmp_path

    return made


def checked(folder, *options, command="check"):
    files = sorted(folder.glob("report*.json"))
    return run(command, *files, "--baseline", folder / "known.json", *options)


@pytest.mark.parametrize("command", ["check", "hook"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_known_violations_pass_new_ones_fail_and_gone_ones_are_told(folder, command, language):
    place = folder(report=WRONG)
    said = {"zh": "已消除", "en": "gone"}[language]

    def again(*options):
        return checked(place, "--lang", language, *options, command=command)

    assert again().exit_code == 2  # there is none yet
    assert "known.json" in again().stderr
    assert again("--update-baseline").exit_code == 0
    assert again().exit_code == 0
    assert said not in again().stderr
    folder(report=WORSE)
    worse = again()
    assert worse.exit_code == 1
    assert "disputes" not in worse.stderr
    folder(report=RIGHT)
    assert again().exit_code == 0
    assert again().stderr.count("requests.") == 2
    assert said in again().stderr
    again("--update-baseline")
    assert said not in again().stderr


@pytest.mark.parametrize(
    ("language", "accepted", "violated"),
    [("zh", "已接受", "不符"), ("en", "accepted", "violated")],
)
def test_a_report_is_headed_as_accepted_only_if_all_of_its_violations_are(
    folder, language, accepted, violated
):
    place = folder(report=WRONG)
    checked(place, "--update-baseline")

    def heading():
        return checked(place, "--lang", language).stdout.splitlines()[1].split()[0]

    assert heading() == accepted
    folder(report=WORSE)
    assert heading() == violated


@pytest.mark.parametrize("format_", ["json", "sarif", "junit", "github", "csv", "html"])
def test_in_every_format_known_violations_pass(folder, format_):
    place = folder(report=WRONG)
    checked(place, "--update-baseline")
    assert checked(place, "--format", format_).exit_code == 0
    folder(report=WORSE)
    assert checked(place, "--format", format_).exit_code == 1


def test_in_a_folder_the_baseline_is_no_report_and_known_violations_pass(folder):
    place = folder(report=WRONG, report2=RIGHT.replace(organ="别局"))
    known = place / "known.json"
    made = run("check", place, "--baseline", known, "--update-baseline")
    assert (made.exit_code, "known.json" in made.stdout) == (0, False)
    told = run("check", place, "--baseline", known, "--format", "json")
    assert told.exit_code == 0
    assert len(json.loads(told.stdout)) == 2


def test_reasons_are_kept_and_shown(folder):
    place = folder(report=WRONG)
    checked(place, "--update-baseline")
    known = place / "known.json"
    known.write_text(
        known.read_text("utf-8").replace('"reason": ""', '"reason": "已公告更正"'), "utf-8"
    )
    checked(place, "--update-baseline")
    assert known.read_text("utf-8").count("已公告更正") == 2
    assert checked(place).stdout.count("已公告更正") == 2


def test_a_report_of_nobody_is_never_accepted(folder):
    place = folder(report=WRONG.replace(organ=Organ()))
    made = checked(place, "--update-baseline")
    assert made.exit_code == 1
    assert "cannot be entered: 1" in made.stderr
    assert json.loads((place / "known.json").read_bytes())["accepted"] == []


def test_what_is_no_baseline_is_refused_and_stays(folder):
    place = folder(report=WRONG)
    known = place / "known.json"
    for data in (b"", b"{}", to_json(RIGHT), b"\0" * 100):
        known.write_bytes(data)
        for options in ((), ("--update-baseline",)):
            assert checked(place, *options).exit_code == 2
            assert known.read_bytes() == data


def test_the_baseline_is_no_source_and_no_other_output(folder):
    place = folder(report=WRONG)
    report = place / "report.json"
    before = report.read_bytes()
    same = run("check", report, "--baseline", report, "--update-baseline")
    two = checked(place, "--update-baseline", "-o", place / "known.json")
    alone = run("check", report, "--update-baseline")
    assert [one.exit_code for one in (same, two, alone)] == [2, 2, 2]
    assert report.read_bytes() == before
