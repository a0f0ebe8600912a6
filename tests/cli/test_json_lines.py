"""JSON Lines: a document a line, in and out; none of them is kept."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from tests.support.command_line import run
from tests.support.simple_reports import zeros

from gxstats import to_json

RIGHT = to_json(zeros("2021", "某局"))
WRONG = to_json(zeros("2021", "某局", requests__received__total=3))
BAD = RIGHT.replace(b'"total":0', b'"total":"0"', 1)
LINES = [RIGHT, b"", WRONG, b"  ", BAD, b"nonsense", RIGHT]


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"\n".join(LINES) + b"\n")
    return path


def objects(result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_line_is_judged_by_its_number(lines):
    result = run("check", lines, "--format", "jsonl")
    assert result.exit_code == 2
    told = objects(result)
    assert [one["file"].rpartition("#")[2] for one in told] == ["1", "3", "5", "6", "7"]
    assert [one.get("verdict", "error") for one in told] == [
        "held", "violated", "error", "error", "held",
    ]  # fmt: skip
    [problem] = told[2]["problems"]
    assert problem["code"] == "value.text"
    assert objects(run("check", lines, "--format", "jsonl")) == json.loads(
        run("check", lines, "--format", "json").stdout
    )


@pytest.mark.parametrize("format_", ["text", "sarif", "junit", "github", "csv", "html"])
def test_every_format_tells_each_line(lines, format_):
    result = run("check", lines, "--format", format_)
    assert result.exit_code == 2
    for number in (3, 5, 6):
        assert (
            f"reports.jsonl#{number}" in result.stdout
            or f"reports.jsonl%23{number}" in result.stdout
        )


def test_lines_come_from_standard_input_and_by_another_name(lines, tmp_path):
    other = tmp_path / "reports.txt"
    other.write_bytes(RIGHT + b"\n" + RIGHT)
    assert run("check", other, "--lines").exit_code == 0
    assert len(objects(run("check", other, "--lines", "--format", "jsonl"))) == 2
    piped = run("check", "-", "--lines", "--format", "jsonl", stdin=lines.read_bytes())
    assert [one["file"] for one in objects(piped)] == ["-#1", "-#3", "-#5", "-#6", "-#7"]


def test_other_files_are_told_in_lines_too(tmp_path):
    for name, data in (("a.json", RIGHT), ("b.json", WRONG)):
        (tmp_path / name).write_bytes(data)
    for given in ([tmp_path], [tmp_path / "a.json", tmp_path / "b.json"]):
        told = objects(run("check", *given, "--format", "jsonl"))
        assert [one["verdict"] for one in told] == ["held", "violated"]


def test_a_baseline_and_years_hold_for_lines(tmp_path):
    lines = tmp_path / "reports.jsonl"
    before = zeros("2021", "某局", 2022, requests__received__total=3, requests__carried_out__total=3,
                   requests__received__natural_person=3, requests__carried_out__natural_person=3)  # fmt: skip
    lines.write_bytes(to_json(before) + b"\n" + RIGHT + b"\n")
    assert run("check", lines).exit_code == 0
    assert run("check", lines, "--years").exit_code == 1
    known = tmp_path / "known.json"
    assert run("check", lines, "--years", "--baseline", known, "--update-baseline").exit_code == 0
    assert run("check", lines, "--years", "--baseline", known).exit_code == 0


def test_validate_takes_and_gives_lines(lines):
    result = run("validate", lines, "--format", "jsonl")
    assert result.exit_code == 2
    told = objects(result)
    assert [one["valid"] for one in told] == [True, True, False, False, True]
    assert told[2]["problems"][0]["address"].endswith("/total")
    assert run("validate", lines).stdout.count("reports.jsonl#") == 5
    lines.write_bytes(RIGHT)
    assert run("validate", lines, "--format", "jsonl").exit_code == 0


@pytest.mark.parametrize("command", ["check", "validate"])
def test_a_line_without_end_is_refused_and_the_next_ones_are_read(tmp_path, command):
    lines = tmp_path / "reports.jsonl"
    lines.write_bytes(b'{"' + b"x" * 9_000_000 + b'"}\n' + RIGHT + b"\n" + b"y" * 9_000_000)
    told = objects(run(command, lines, "--format", "jsonl"))
    assert [one["file"].rpartition("#")[2] for one in told] == ["1", "2", "3"]
    assert [one["problems"][0]["code"] if "error" in one else "" for one in told] == [
        "document.size", "", "document.size",
    ]  # fmt: skip


def test_what_cannot_be_opened_is_told_in_a_line(tmp_path):
    for command in ("check", "validate"):
        told = objects(run(command, tmp_path / "missing.jsonl", "--format", "jsonl"))
        assert len(told) == 1
        assert "error" in told[0]


MEASURED = """
import resource, sys
from gxstats.cli import main
try:
    main()
except SystemExit:
    pass
sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
"""


@pytest.mark.parametrize("command", ["check", "validate"])
def test_memory_does_not_grow_with_the_number_of_lines(tmp_path, command):
    lines = tmp_path / "reports.jsonl"

    def most(count: int) -> int:
        lines.write_bytes((RIGHT + b"\n") * count)
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, command, str(lines), "--format", "jsonl"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        return int(done.stderr)

    few, many = most(20), most(400)
    # each document has some 6 kB, and each verdict some 20 kB as text
    assert many - few < 4_000
