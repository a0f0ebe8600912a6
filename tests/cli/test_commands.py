"""The command line from within the process: what is said, and the exit code."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from tests.support.command_line import EXAMPLE, run
from tests.support.simple_reports import zeros

from gxstats import FORMS, DisputeResults, Organ, form, from_json, rulebook, to_json


@pytest.fixture
def consistent(tmp_path):
    path = tmp_path / "consistent.json"
    path.write_bytes(to_json(zeros()))
    return path


@pytest.fixture
def violated(tmp_path):
    row = DisputeResults(upheld=10, corrected=1, other=0, pending=0, total=0)
    path = tmp_path / "violated.json"
    path.write_bytes(to_json(zeros().replace({"/disputes/reconsideration": row})))
    return path


@pytest.fixture
def open_(tmp_path):
    path = tmp_path / "open.json"
    path.write_bytes(to_json(zeros().replace({"/disputes/reconsideration/upheld": None})))
    return path


@pytest.fixture
def doubtful(tmp_path):
    """A page that prints half a request."""
    text = EXAMPLE.read_text(encoding="utf-8")
    before, label, after = text.partition("四、结转下年度继续办理")
    assert label
    path = tmp_path / "doubtful.txt"
    path.write_text(before + label + after.replace("0", "1.5", 1), encoding="utf-8")
    return path


# --- check ----------------------------------------------------------------------------------


def test_a_published_report_that_holds():
    result = run("check", EXAMPLE, language="zh")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "相符  40 条勾稽关系全部相符。"
    assert "殷都区人民政府 · 2019 年度" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("language", "sentence"), [("zh", "比各项之和少 11"), ("en", "11 less than the parts")]
)
def test_a_violation_is_told_in_the_form_s_terms(violated, language, sentence):
    result = run("check", violated, "--lang", language)
    assert result.exit_code == 1
    assert sentence in result.stdout
    assert "/disputes" not in result.stdout


def test_blanks_leave_a_report_open(open_):
    result = run("check", open_)
    assert result.exit_code == 3
    assert "left open by blanks" in result.stdout


def test_many_open_sums_are_counted_and_a_few_blanks_named(tmp_path):
    path = tmp_path / "blank.json"
    path.write_bytes(to_json(FORMS["2019"].blank(year=2019, organ=Organ())))
    result = run("check", path, language="zh")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 3
    assert "表三“一、本年新收政府信息公开申请数量”行“自然人”列" in result.stdout
    assert "……" not in result.stdout
    everything = run("check", path, "--all", language="zh")
    assert everything.stdout.count("无法判断。") == 41  # 40 binding sums and the verdict


def test_a_doubtful_cell_is_named_and_makes_the_exit_code_3(doubtful):
    result = run("check", doubtful, language="zh")
    assert result.exit_code == 3
    assert "存疑  表三“四、结转下年度继续办理”" in result.stdout


def test_the_json_holds_every_relation(violated):
    result = run("check", violated, "--format", "json")
    assert result.exit_code == 1
    (document,) = json.loads(result.stdout)
    assert list(document) == [
        *("file", "edition", "form", "verdict", "last_year", "relations"),
        *("accepted", "doubts", "slips", "diagnosis", "findings"),
    ]
    assert document["file"] == str(violated)
    assert (document["edition"], document["verdict"]) == ("2021", "violated")
    assert document["doubts"] == []
    relations = {relation["id"]: relation for relation in document["relations"]}
    assert list(relations) == [relation.id for relation in rulebook("2021")]
    assert relations["disputes.total.reconsideration"] == {
        "id": "disputes.total.reconsideration",
        "strength": "implied",
        "outcome": "violated",
        "left": 0,
        "right": 11,
        "residual": -11,
        "cells": {
            "/disputes/reconsideration/total": 0,
            "/disputes/reconsideration/upheld": 10,
            "/disputes/reconsideration/corrected": 1,
            "/disputes/reconsideration/other": 0,
            "/disputes/reconsideration/pending": 0,
        },
    }


def test_json_gives_a_blank_as_null(open_):
    (document,) = json.loads(run("check", open_, "--format", "json").stdout)
    assert document["verdict"] == "undecided"
    relations = {relation["id"]: relation for relation in document["relations"]}
    one = relations["disputes.total.reconsideration"]
    assert (one["outcome"], one["left"], one["right"], one["residual"]) == (
        "undecided",
        0,
        None,
        None,
    )
    assert one["cells"]["/disputes/reconsideration/upheld"] is None


def test_json_lists_doubts(doubtful):
    (document,) = json.loads(run("check", doubtful, "--format", "json").stdout)
    assert document["doubts"]
    for doubt in document["doubts"]:
        assert doubt["cell"] is None or doubt["cell"] in form("2019")
        assert set(doubt["message"]) == {"zh", "en"}


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_bad_file_is_reported_and_the_rest_goes_on(consistent, violated, tmp_path, format_):
    bad = tmp_path / "bad.json"
    bad.write_text('{"edition": "2021"')
    result = run("check", consistent, bad, violated, "--format", format_)
    assert result.exit_code == 2
    if format_ == "json":
        first, second, third = json.loads(result.stdout)
        assert list(second) == ["file", "error", "problems"]
        assert [p["code"] for p in second["problems"]] == ["document.syntax"]
        assert (first["verdict"], third["verdict"]) == ("held", "violated")
    else:
        assert "All 42 cross-checks hold." in result.stdout
        assert "document.syntax" in result.stdout
        assert result.stdout.splitlines()[-1] == (
            "3 files: 1 with violations, 1 unreadable, 1 consistent."
        )


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["consistent", "consistent"], 0),
        (["open_", "consistent"], 3),
        (["consistent", "open_", "violated"], 1),
        (["violated", "missing", "open_"], 2),
        (["missing", "open_"], 2),
    ],
)
def test_of_several_files_the_worst_counts(request, names, code):
    files = [
        "no-such-file" if name == "missing" else request.getfixturevalue(name) for name in names
    ]
    assert run("check", *files).exit_code == code


@pytest.mark.parametrize("language", ["zh", "en"])
def test_files_that_cannot_be_read_are_told_apart(tmp_path, language):
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "binary.pdf").write_bytes(b"%PDF-1.7\x00\xff\xfe")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "broken.json").write_bytes(b"[1, 2")
    (tmp_path / "other.txt").write_text("白日依山尽", encoding="utf-8")
    said = set()
    for name in ("", "empty.html", "binary.pdf", "noise.bin", "broken.json", "other.txt", "no"):
        result = run("check", tmp_path / name, language=language)
        assert result.exit_code == 2, name
        said.add(result.stdout.partition("\n")[2])
    assert len(said) == 7


@pytest.mark.parametrize(("language", "said"), [("zh", "（原文如此）"), ("en", "(published so)")])
def test_a_violation_of_a_page_is_said_to_be_the_publisher_s(tmp_path, language, said):
    page = tmp_path / "page.txt"
    text = EXAMPLE.read_text(encoding="utf-8")
    before, label, after = text.partition("一、本年新收政府信息公开申请数量")
    page.write_text(before + label + after.replace("48", "47", 1), encoding="utf-8")
    result = run("check", page, language=language)
    assert result.exit_code == 1
    violations = [
        line for line in result.stdout.splitlines() if line.startswith(("  不符", "  violated"))
    ]
    assert violations
    assert all(line.endswith(said) for line in violations)
    (document,) = json.loads(run("check", page, "--format", "json").stdout)
    violated = [one["id"] for one in document["relations"] if one["outcome"] == "violated"]
    assert [slip["relation"] for slip in document["slips"]] == violated
    assert {slip["whose"] for slip in document["slips"]} == {"publisher"}


def test_standard_input_is_read_for_a_dash(violated):
    result = run("check", "-", stdin=violated.read_bytes())
    assert result.exit_code == 1
    assert result.stdout.startswith("(standard input)")
    result = run("check", "-", stdin=EXAMPLE.read_bytes())
    assert result.exit_code == 0


def test_standard_input_can_be_named_once():
    assert run("check", "-", "-", stdin=b"").exit_code == 2


def test_a_report_document_is_known_by_its_content(consistent, tmp_path):
    renamed = tmp_path / "report.txt"
    renamed.write_bytes(b"\xef\xbb\xbf" + consistent.read_bytes())
    assert run("check", renamed).exit_code in {0, 2}  # a BOM is for from_json to judge
    renamed.write_bytes(b"\n  " + consistent.read_bytes())
    assert run("check", renamed).exit_code == 0


def test_the_tables_in_question_are_drawn_on_request(violated):
    drawn = run("check", violated, "--form", language="zh").stdout
    assert "!10" in drawn
    assert "四、政府信息公开行政复议" in drawn
    assert "二、主动公开政府信息情况" not in drawn


def test_a_file_name_is_not_taken_for_markup(tmp_path):
    path = tmp_path / "[bold]年报[bold].json"
    path.write_bytes(to_json(zeros()))
    assert "[bold]年报[bold].json" in run("check", path).stdout


# --- read -----------------------------------------------------------------------------------


def test_read_writes_the_report_document():
    result = run("read", EXAMPLE)
    assert result.exit_code == 0
    report = from_json(result.stdout_bytes)
    assert report.requests.received.total == 50
    assert report.disclosure.centralized_procurement.amount == Decimal("4875.699")
    assert result.stdout.endswith("}\n")


def test_read_writes_files_and_says_so_on_standard_error(tmp_path):
    out, provenance = tmp_path / "报告.json", tmp_path / "reading.json"
    result = run("read", EXAMPLE, "-o", out, "--reading", provenance, language="zh")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert f"已写入 {out}" in result.stderr
    assert from_json(out.read_bytes()).year == 2019
    document = json.loads(provenance.read_bytes())
    assert document["doubts"] == []
    assert set(document["cells"]) == set(form("2019").index)


def test_doubts_go_to_standard_error(doubtful, tmp_path):
    provenance = tmp_path / "reading.json"
    result = run("read", doubtful, "--reading", provenance)
    assert result.exit_code == 3
    assert "doubt  /requests/carried_out/" in result.stderr
    assert from_json(result.stdout_bytes).requests.carried_out.natural_person is None
    for doubt in json.loads(provenance.read_bytes())["doubts"]:
        assert doubt["cell"] in form("2019")
        assert isinstance(doubt["alternatives"], list)


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "缺表  没有找到四、"), ("en", "missing  not found: ")]
)
def test_read_of_a_report_without_a_table_ends_with_3_and_says_so(tmp_path, language, said):
    text = EXAMPLE.read_text(encoding="utf-8")
    path = tmp_path / "in" / "short.txt"
    path.parent.mkdir()
    path.write_text(text.partition("四、政府信息公开行政复议")[0], encoding="utf-8")
    result = run("read", path, language=language)
    assert result.exit_code == run("check", path).exit_code == 3
    assert said in result.stderr
    assert from_json(result.stdout_bytes).disputes.reconsideration.total is None
    (tmp_path / "in" / "whole.txt").write_text(text, encoding="utf-8")
    result = run("read", tmp_path / "in", "-o", tmp_path / "out", language=language)
    assert result.exit_code == 3
    assert {"zh": "缺 1 张统计表", "en": "tables missing: 1"}[language] in result.stdout


def page_without_year_and_organ():
    text = EXAMPLE.read_text(encoding="utf-8")
    return text[text.index("二、主动公开") :].encode()


def test_options_supply_what_the_page_does_not_print():
    supplied = [
        "--year",
        "2020",
        "--organ-name",
        "某局",
        "--division",
        "410505",
        "--scope",
        "organ",
    ]
    supplied += ["--organ-code", "914403001922038216"]
    result = run("read", "-", *supplied, stdin=page_without_year_and_organ())
    assert result.exit_code == 0
    report = from_json(result.stdout_bytes)
    assert report.year == 2020
    assert report.organ == Organ(
        name="某局", division="410505", scope="organ", code="914403001922038216"
    )


def test_a_contradiction_is_named_and_the_page_stands():
    result = run("read", EXAMPLE, "--year", "2020", language="zh")
    assert result.exit_code == 3
    assert from_json(result.stdout_bytes).year == 2019
    assert "页面印的是 2019，与 --year 2020 不一致" in result.stderr


@pytest.mark.parametrize(
    "option", [["--year", "1800"], ["--division", "12"], ["--organ-code", "x"]]
)
def test_supplied_values_are_judged_as_strictly_as_any(option):
    result = run("read", "-", *option, stdin=page_without_year_and_organ())
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("gxstats: /")


def test_reading_a_report_document_gives_it_back(consistent):
    result = run("read", consistent)
    assert result.exit_code == 0
    assert from_json(result.stdout_bytes) == zeros()
    assert run("read", consistent, "--reading", "x").exit_code == 2


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    result = run("read", EXAMPLE, "-o", tmp_path / "no" / "such.json")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


# --- validate -------------------------------------------------------------------------------


def test_validate_accepts_a_report_document(consistent, open_):
    result = run("validate", consistent, open_)
    assert result.exit_code == 0
    assert result.stdout.count("valid  ") == 2


def test_validate_lists_every_problem_with_its_address(consistent, tmp_path):
    document = json.loads(consistent.read_bytes())
    document["requests"]["received"]["total"] = -1
    document["disputes"]["direct_litigation"]["upheld"] = True
    document["extra"] = 1
    path = tmp_path / "invalid.json"
    path.write_text(json.dumps(document))
    result = run("validate", path, "no-such-file", consistent)
    assert result.exit_code == 2
    assert "3 problems" in result.stdout
    for address in ("/requests/received/total", "/disputes/direct_litigation/upheld", "/extra"):
        assert address in result.stdout
    assert "no such file" in result.stdout


def test_validate_of_a_published_page_points_to_read():
    result = run("validate", EXAMPLE, language="zh")
    assert result.exit_code == 2
    assert "gxstats read" in result.stdout


# --- explain, schema, form, example ---------------------------------------------------------


def test_explain_tells_the_sum_its_source_and_its_cells():
    result = run("explain", "requests.balance.total", language="zh")
    assert result.exit_code == 0
    assert "表内明示" in result.stdout
    assert "“第三项”取其（七）总计一行" in result.stdout
    for address in ("received", "carried_in", "outcomes/total", "carried_out"):
        assert f"/requests/{address}/total" in result.stdout


def test_explain_shows_both_where_the_editions_differ():
    result = run("explain", "requests.outcome_total.natural_person")
    shown = {rulebook(one)["requests.outcome_total.natural_person"] for one in FORMS.values()}
    assert result.stdout.count("requests.outcome_total.natural_person\n") == len(shown)
    assert "/requests/outcomes/other/natural_person" in result.stdout
    assert "/requests/outcomes/other/fee_unpaid/natural_person" in result.stdout


def test_explain_knows_every_relation_of_every_form():
    listed = run("explain").stdout.split()
    for used in FORMS.values():
        for relation in rulebook(used):
            assert relation.id in listed
    assert len([word for word in listed if word == "requests.balance.total"]) == 1


def test_explain_suggests_what_may_be_meant():
    result = run("explain", "requests.balance.totl", language="zh")
    assert result.exit_code == 2
    assert "是不是 requests.balance.total？" in result.stderr


@pytest.mark.parametrize("name", ["2019", "2021", "report", "relations", "conformance", "index"])
def test_schema_prints_the_published_file(name):
    from gxstats.wire.schema import published

    result = run("schema", name)
    assert result.exit_code == 0
    assert json.loads(result.stdout_bytes) == published(name)


def test_schema_without_a_name_is_that_of_any_report():
    assert run("schema").stdout_bytes == run("schema", "report").stdout_bytes
    assert run("schema", "2020").exit_code == 2


@pytest.mark.parametrize("id", FORMS)
def test_form_lists_every_address(id):
    result = run("form", id, "--addresses")
    lines = [line for line in result.stdout.splitlines() if line.startswith("/")]
    assert [line.split()[0] for line in lines] == list(form(id).index)


def test_form_draws_the_empty_form():
    result = run("form", "2019", language="zh")
    assert result.exit_code == 0
    assert "国办公开办函〔2019〕60号" in result.stdout
    assert "第二十条第（九）项" in result.stdout
    assert "┌" in result.stdout
    assert run("form", "2020").exit_code == 2


def test_example_prints_the_page_as_published():
    assert run("example").stdout_bytes == EXAMPLE.read_bytes()


# --- usage ----------------------------------------------------------------------------------

WRONG = [
    ["chekc"],
    ["check"],
    ["check", "--no-such-option", "x"],
    ["check", "--format", "xml", "x"],
    ["check", "--format"],
    ["check", "--lang", "fr", "x"],
    ["read", "a", "b"],
    ["read", "a", "--year", "MMXX"],
    ["read", "a", "--scope", "world"],
    ["explain", "--all"],
    ["form"],
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_2_and_is_said_in_the_language_of_the_user(arguments, language):
    result = run(*arguments, language=language)
    assert result.exit_code == 2
    assert result.stdout == ""
    complaint = result.stderr.splitlines()[0]
    assert any("\u4e00" <= c <= "\u9fff" for c in complaint) == (language == "zh")
    assert "Traceback" not in result.stderr


def test_without_arguments_the_help_is_shown():
    result = run(language="zh")
    assert result.exit_code == 2
    assert "用法：gxstats" in result.stderr


@pytest.mark.parametrize(
    "command", ["", "check", "read", "validate", "explain", "schema", "form", "example"]
)
def test_help_is_in_both_languages_and_fits_the_terminal(command):
    from rich.cells import cell_len

    arguments = [command] if command else []
    chinese = run("--lang", "zh", *arguments, "--help")
    english = run(*arguments, "--help", "--lang", "en", language="zh")
    assert chinese.exit_code == english.exit_code == 0
    assert chinese.stdout.startswith(f"用法：gxstats {command}".rstrip())
    assert english.stdout.startswith(f"Usage: gxstats {command}".rstrip())
    assert not any("\u4e00" <= c <= "\u9fff" for c in english.stdout.replace("某局", ""))
    for line in (chinese.stdout + english.stdout).splitlines():
        assert cell_len(line) <= 90


def test_the_version_is_that_of_the_package():
    import gxstats

    assert run("--version").stdout == f"gxstats {gxstats.__version__}\n"
