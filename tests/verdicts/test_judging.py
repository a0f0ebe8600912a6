"""Judging a file: whatever it is there is a verdict, and everything that there is to say of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.judged_sources import (
    CONTENTS,
    EXAMPLE,
    GRANTED,
    NAMES,
    corpus,
    doubtful,
    expected,
    slip,
)

import gxstats
from gxstats import FORMS, MissingExtra, Organ, Strength, check, from_json, rulebook, to_json
from gxstats.testing import corrupted_reports, corrupted_reports_with_blanks
from gxstats.verdicts import (
    Failure,
    Judged,
    Level,
    PointKind,
    Skipped,
    judge,
    judge_bytes,
    worst,
)
from gxstats.verdicts.contents import report_in
from gxstats.verdicts.failures import FileFailure
from gxstats.verdicts.rules import rule_of


def counted(verdict):
    return Counter(point.kind.value for point in verdict.points)


@pytest.mark.parametrize("data", CONTENTS, ids=range(len(CONTENTS)))
def test_a_file_has_as_many_points_as_there_are_things_to_say(data):
    assert counted(judge_bytes(data, "a.json" if data[:1] == b"{" else "a")) == expected(data)


@given(corrupted_reports() | corrupted_reports_with_blanks())
def test_a_report_has_as_many_points_as_its_check_finds(case):
    data = to_json(case.corrupted)
    verdict = judge_bytes(data, "a.json")
    assert counted(verdict) == expected(data)
    assert (
        verdict.exit_code
        == {"held": 0, "violated": 1, "undecided": 3}[check(case.corrupted).verdict.value]
    )


@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_bytes_under_any_name_have_a_verdict(data, name):
    verdict = judge_bytes(data, name)
    assert isinstance(verdict, Failure)
    assert verdict.exit_code == 2
    assert verdict.points
    for language in ("zh", "en"):
        assert verdict.sentence(language)
        json.dumps(verdict.to_dict(language), ensure_ascii=False).encode()


@given(st.data())
def test_what_a_report_document_says_wrong_is_found_where_it_stands(data):
    """Cut anywhere, or with any member spoilt, a document is a failure with a place in it."""
    text = slip().decode()
    end = data.draw(st.integers(2, len(text) - 2))
    verdict = judge_bytes(text[:end].encode(), "a.json")
    [point] = verdict.points
    spot = verdict.where(point)
    lines = text[:end].split("\n")
    assert 1 <= spot.line <= len(lines)
    assert 1 <= spot.column <= len(lines[spot.line - 1]) + 1


def test_every_point_has_a_rule_with_texts_in_both_languages_and_a_sentence():
    seen = set()
    for verdict in corpus():
        for point in verdict.points:
            seen.add(point.kind)
            rule = rule_of(point)
            assert rule.id == point.rule
            for text in (rule.summary, rule.help, point.message, point.kind.label):
                assert text.zh.strip()
                assert text.en.strip()
            assert point.to_dict()["level"] == point.level.value
    assert seen >= {
        PointKind.VIOLATED, PointKind.UNDECIDED, PointKind.DIAGNOSIS, PointKind.DOUBT,
        PointKind.PROBLEM, PointKind.UNREADABLE,
    }  # fmt: skip


def test_a_slip_is_an_error_and_stands_on_the_line_of_its_cell():
    data = slip()
    verdict = judge_bytes(data, "a.json")
    point = next(point for point in verdict.points if GRANTED in point.cells)
    assert (point.level, point.kind) == (Level.ERROR, PointKind.VIOLATED)
    spot = verdict.spot(GRANTED)
    line = data.decode().split("\n")[spot.line - 1]
    assert line[spot.column - 1 :].startswith('"natural_person": 34')


def test_a_doubt_of_a_text_stands_on_the_line_that_raises_it():
    data = doubtful()
    verdict = judge_bytes(data, "a.txt")
    point = next(point for point in verdict.points if point.kind is PointKind.DOUBT)
    assert "1.5" in data.decode().splitlines()[verdict.where(point).line - 1]


def test_a_file_that_is_not_there_and_a_folder_are_failures(tmp_path):
    assert judge(tmp_path / "none").code == "file.missing"
    assert judge("a\0b").code == "file.missing"
    assert judge(tmp_path).code in {"file.folder", "file.permission"}
    assert isinstance(judge(tmp_path), Failure)


def test_judging_a_path_is_judging_its_bytes(tmp_path):
    path = tmp_path / "a.txt"
    for data in (EXAMPLE, b""):
        path.write_bytes(data)
        assert judge(path) == judge_bytes(data, str(path))


def test_a_skipped_file_is_nothing_wrong():
    skipped = Skipped("a.png", FileFailure("file.missing"))
    assert (skipped.exit_code, skipped.outcome) == (0, "skipped")
    assert set(skipped.to_dict()) == {"file", "skipped"}
    assert [point.level for point in skipped.points] == [Level.NONE]


def test_a_missing_extra_has_a_rule():
    error = MissingExtra(gxstats.Bilingual("读取", "Reading"), "read", "lxml")
    failure = Failure("a.html", error)
    assert failure.code == "extra.missing"
    assert rule_of(failure.points[0]).summary.en


def test_the_gravest_file_decides_the_exit_code():
    codes = [verdict.exit_code for verdict in corpus()]
    assert worst(codes) == 2
    assert worst([code for code in codes if code != 2]) == 1


def test_judged_values_are_equal_and_do_not_change():
    one, other = judge_bytes(EXAMPLE, "a"), judge_bytes(EXAMPLE, "a")
    assert one == other
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.name = "b"


def test_the_document_of_a_judged_report_is_what_was_read():
    verdict = judge_bytes(slip(), "a.json")
    assert isinstance(verdict, Judged)
    assert verdict.report == from_json(slip())
    assert verdict.to_dict()["verdict"] == "violated"


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_name_is_no_obstacle(name):
    for data in (EXAMPLE, b""):
        text = json.dumps(judge_bytes(data, name).to_dict("en"), ensure_ascii=False)
        assert text.encode()


def test_the_room_loads_nothing_before_it_is_asked():
    code = (
        "import sys, gxstats.verdicts\n"
        "assert not {'gxstats.reading', 'gxstats.writing', 'xlsxwriter'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_the_sentence_counts_every_binding_relation():
    zeros = {cell.address: 0 for cell in FORMS["2021"]}
    zeros["/disputes/reconsideration/upheld"] = 10  # the total of the table's row is 0
    zeros["/requests/received/total"] = None
    report = FORMS["2021"].report(zeros, year=2023, organ=Organ())
    verdict = judge_bytes(to_json(report), "a.json")
    binding = [one for one in rulebook("2021") if one.strength is not Strength.SOFT]
    left_open = [one.id for one in binding if "/requests/received/total" in one.addresses]
    assert len(left_open) == 2
    held = len(binding) - 1 - len(left_open)
    assert verdict.sentence("zh") == f"1 条勾稽关系不符，{held} 条相符，2 条因空白无法判断。"
    assert verdict.sentence("en") == (
        f"1 of {len(binding)} cross-checks violated, {held} held, 2 left open by blanks."
    )


def test_json_of_another_tool_is_called_that_and_not_an_incomplete_report():
    with pytest.raises(gxstats.Unreadable, match=r"read\.json") as caught:
        report_in(b'{"documents": [{"edition": "2021"}]}', "a.json")
    assert caught.value.found == "documents"
    for mistaken in (b'{"edition": "2021"}', b'{"edition": ', b"[]", b"\xff"):
        with pytest.raises(gxstats.InvalidDocument):
            report_in(mistaken, "a.json")
