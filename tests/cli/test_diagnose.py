"""``gxstats diagnose``: which cell is wrong, said to people and to programs."""

from __future__ import annotations

import json

import attrs
import pytest

pytest.importorskip("click")
pytest.importorskip("rich")

from tests.support.command_line import EXAMPLE, run
from tests.support.simple_reports import zeros

from gxstats import Narrative, examples, form, from_json, read, to_json
from gxstats.diagnosis import diagnose
from gxstats.writing import TerminalForm

GRANTED = "/requests/outcomes/granted/natural_person"
TOTAL = "/disputes/reconsideration/total"
PENDING = "/disputes/reconsideration/pending"


def right():
    return read(EXAMPLE).report


@pytest.fixture
def written(tmp_path):
    """Writes a report document and gives its path."""

    def write(report, name="report.json"):
        path = tmp_path / name
        path.write_bytes(to_json(report))
        return path

    return write


@pytest.fixture
def transposed(written):
    return written(right().replace({GRANTED: 34}), "transposed.json")


@pytest.fixture
def total_at_zero(written):
    return written(right().replace({TOTAL: 0}), "total.json")


def test_the_wrong_cell_is_named_with_its_number_and_how_it_came_about(transposed):
    result = run("diagnose", transposed, language="zh")
    assert result.exit_code == 1
    assert "表三“（一）予以公开”行“自然人”列应为 43（现为 34，疑似两位数字颠倒）" in result.stdout
    assert "34→43" in result.stdout  # in the table
    assert "仅此一格" in result.stdout  # the proof
    english = run("diagnose", transposed).stdout
    assert "should be 43 (now 34; two digits look transposed)" in english


def test_of_several_explanations_all_are_given_the_likelier_first(total_at_zero):
    result = run("diagnose", total_at_zero)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    first, second = (next(line for line in lines if f"{i}. table 4" in line) for i in (1, 2))
    assert "Total" in first
    assert "the total was left at 0" in first
    assert "Pending" in second
    assert "?0" in result.stdout
    assert "?2" in result.stdout
    assert "→" not in result.stdout


def test_the_json_has_every_explanation_with_its_changes(transposed, total_at_zero):
    result = run("diagnose", transposed, total_at_zero, "--format", "json")
    assert result.exit_code == 1
    one, two = json.loads(result.stdout)
    assert (one["file"], one["edition"], one["verdict"]) == (str(transposed), "2019", "violated")
    assert one["unique"] is True
    (explanation,) = one["explanations"]
    (change,) = explanation["changes"]
    assert (change["cell"], change["from"], change["to"]) == (GRANTED, 34, 43)
    assert "digits_transposed" in change["evidence"]
    assert {"kind": "digits_transposed", "cells": [GRANTED]} in explanation["evidence"]
    assert GRANTED not in one["certain"]
    assert len(one["certain"]) == 175
    assert two["unique"] is False
    assert two["count"] == len(two["explanations"]) == 2
    assert [e["changes"][0]["cell"] for e in two["explanations"]] == [TOTAL, PENDING]
    assert not {TOTAL, PENDING} & set(two["certain"])


def test_where_all_sums_hold_nothing_is_wrong(written):
    result = run("diagnose", written(right()))
    assert result.exit_code == 0
    assert "diagnosis" not in result.stdout
    (document,) = json.loads(run("diagnose", written(right()), "--format", "json").stdout)
    assert (document["size"], document["unique"]) == (0, True)
    assert document["explanations"] == [{"changes": [], "evidence": []}]


def test_a_published_page_is_diagnosed_as_it_is_read():
    result = run("diagnose", "-", stdin=EXAMPLE.read_bytes())
    assert result.exit_code == 0
    assert "殷都区人民政府" in result.stdout


def test_what_is_known_decides(total_at_zero):
    for option, cell in (("--fixed", PENDING), ("--known", f"{TOTAL}=2")):
        (found,) = json.loads(
            run("diagnose", total_at_zero, option, cell, "--format", "json").stdout
        )
        (explanation,) = found["explanations"]
        assert [c["cell"] for c in explanation["changes"]] == [TOTAL]


def test_a_known_amount_is_exact_in_json_and_in_the_repaired_report(written, tmp_path):
    cell, out = "/disclosure/centralized_procurement/amount", tmp_path / "repaired.json"
    result = run(
        "diagnose", written(right()), "--known", f"{cell}=25", "--repair", out, "--format", "json"
    )
    (document,) = json.loads(result.stdout)
    (change,) = document["explanations"][0]["changes"]
    assert (change["from"], change["to"]) == ("4875.699", 25)
    assert from_json(out.read_bytes())[cell] == 25


def test_last_years_report_is_taken_into_account(written):
    slip = {"/requests/carried_in/natural_person": 3, "/requests/carried_in/total": 3}
    wrong = written(right().replace(slip), "2019.json")
    before = written(attrs.evolve(right(), year=2018), "2018.json")
    alone = json.loads(run("diagnose", wrong, "--format", "json").stdout)[0]
    together = json.loads(
        run("diagnose", wrong, "--last-year", before, "--format", "json").stdout
    )[0]
    assert not alone["unique"]
    assert together["unique"]
    assert {c["cell"] for c in together["explanations"][0]["changes"]} == set(slip)


def test_the_repaired_report_is_written_if_there_is_one_explanation(
    transposed, total_at_zero, tmp_path
):
    out = tmp_path / "repaired.json"
    result = run("diagnose", transposed, "--repair", out)
    assert result.exit_code == 1
    assert "written to" in result.stderr
    assert from_json(out.read_bytes()) == right()
    out.unlink()
    result = run("diagnose", total_at_zero, "--repair", out)
    assert "not one explanation only" in result.stderr
    assert not out.exists()


def test_a_number_that_the_sums_leave_open_is_told_and_not_written(written, tmp_path):
    out = tmp_path / "repaired.json"
    rows = {"upheld": 10, "corrected": 1, "other": None, "pending": 0, "total": 0}
    wrong = right().replace({f"/disputes/reconsideration/{row}": n for row, n in rows.items()})
    result = run("diagnose", written(wrong), "--repair", out)
    assert "or more" in result.stderr
    assert "was not written" in result.stderr
    assert not out.exists()


def test_a_blank_that_the_sums_force_is_told(written):
    report = right().replace({TOTAL: None})
    result = run("diagnose", written(report))
    assert result.exit_code == 3
    assert "is blank and can only be 2" in result.stdout
    (document,) = json.loads(run("diagnose", written(report), "--format", "json").stdout)
    assert [(d["cell"], d["value"]) for d in document["deduction"]["forced"]] == [(TOTAL, 2)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--fixed", "/disputes/reconsideration/totl"), f"did you mean {TOTAL}?"),
        (("--known", "/disputes/reconsideration/total"), "ADDRESS=NUMBER"),
        (("--known", f"{TOTAL}=2.5"), "ADDRESS=NUMBER"),
        (("--known", f"{TOTAL}=-1"), "ADDRESS=NUMBER"),
        (("--last-year", str(EXAMPLE)), "the report of 2019, not of 2018"),
        (("--format", "xml"), "text, json"),
    ],
)
def test_a_wrong_option_is_refused_with_what_is_right(total_at_zero, arguments, said):
    result = run("diagnose", total_at_zero, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_what_belongs_to_one_report_is_refused_for_several(total_at_zero, transposed):
    for option in (("--last-year", EXAMPLE), ("--repair", "out.json")):
        result = run("diagnose", total_at_zero, transposed, *option)
        assert result.exit_code == 2
        assert "belongs to one report" in result.stderr


def test_a_file_that_cannot_be_read_stops_no_other(transposed, tmp_path):
    result = run("diagnose", tmp_path / "none.html", transposed)
    assert result.exit_code == 2
    assert "no such file" in result.stdout
    assert "34→43" in result.stdout
    result = run("diagnose", tmp_path / "none.html", transposed, "--format", "json")
    bad, good = json.loads(result.stdout)
    assert bad["error"]
    assert good["unique"]


def test_check_says_the_diagnosis_in_one_line(transposed, total_at_zero, written):
    assert "\n  diagnosis  table 3, row" in run("check", transposed).stdout
    several = run("check", total_at_zero, language="zh").stdout
    assert "有 2 种同样小的解释，首先看：表四“行政复议：总计”应为 2" in several
    assert "\n  diagnosis" not in run("check", written(zeros())).stdout
    one, held = json.loads(
        run("check", transposed, written(zeros(), "zeros.json"), "--format", "json").stdout
    )
    assert one["diagnosis"]["unique"] is True
    assert "43" in one["diagnosis"]["message"]["en"]
    assert held["diagnosis"] is None


def test_a_drawing_takes_the_diagnosis_of_its_own_report_only():
    wrong = right().replace({GRANTED: 34})
    with pytest.raises(ValueError, match="another report"):
        TerminalForm(form("2019"), right(), diagnosis=diagnose(wrong))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_bundled_reports_are_diagnosed_in_both_languages(language):
    for name in examples.names():
        assert run("diagnose", examples.path(name), language=language).exit_code == 0


def test_check_tells_beside_the_sums_where_the_text_and_the_table_differ(written):
    said = Narrative(overview="全年收到政府信息公开申请14件。")
    path = written(right().replace(narrative=said))
    result = run("check", path, language="zh")
    assert result.exit_code == 0  # a finding decides nothing
    assert "另见  文字与表格不一致" in result.stdout
    assert "14 件" in result.stdout
    (document,) = json.loads(run("check", path, "--format", "json").stdout)
    (finding,) = document["findings"]
    assert finding["kind"] == "text_against_table"
    assert "/requests/received/total" in finding["cells"]
    assert document["verdict"] == "held"
