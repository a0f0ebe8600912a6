"""``gxstats workbook``: the file it writes, and what it says where it cannot."""

from __future__ import annotations

import attrs
import pytest

pytest.importorskip("click")
pytest.importorskip("rich")
pytest.importorskip("xlsxwriter", reason="writes the workbooks")
pytest.importorskip("lxml", reason="reads the workbooks back")


from tests.support.command_line import run
from tests.support.effort import some

from gxstats import examples, form, read, to_json
from gxstats.writing.workbook import Totals, form_workbook

EXAMPLE = examples.path("yindu-2019")
REPORT = read(EXAMPLE).report


@pytest.mark.parametrize("language", some(["zh", "en"], 50))
def test_the_empty_form_is_written(tmp_path, language):
    out = tmp_path / "form.xlsx"
    done = run("workbook", "2021", "-o", out, language=language)
    assert (done.exit_code, done.stdout) == (0, "")
    assert str(out) in done.stderr.replace("\n", "")
    assert out.read_bytes() == form_workbook(form("2021"), language=language)


def test_totals_may_be_inputs_and_the_file_standard_output():
    done = run("workbook", "2019", "--totals", "inputs", "-o", "-")
    assert done.stdout_bytes == form_workbook(form("2019"), language="en", totals=Totals.INPUTS)


def test_a_report_is_filled_in_with_last_years_beside(tmp_path):
    out, before = tmp_path / "report.xlsx", tmp_path / "before.json"
    before.write_bytes(to_json(attrs.evolve(REPORT, year=2018)))
    done = run("workbook", "2019", "--report", EXAMPLE, "--last-year", before, "-o", out)
    assert done.exit_code == 0, done.stderr
    assert read(out).report.values() == REPORT.values()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("1999", "-o", "x.xlsx"), "no form 1999"),
        (("2021",), "-o"),
        (("2021", "-o", "x.xlsx", "--totals", "sums"), "formulas, inputs"),
        (("2021", "-o", "x.xlsx", "--report", EXAMPLE), "--report is on form 2019, not on 2021"),
        (("2019", "-o", "x.xlsx", "--report", EXAMPLE, "--last-year", EXAMPLE), "2018"),
        (("2021", "-o", "x.xlsx", "--report", "-", "--last-year", "-"), "standard input"),
        (("2021", "-o", "x.xlsx", "--report", "missing.json"), "no such file"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("workbook", *arguments)
    assert done.exit_code == 2
    assert said.lower() in done.stderr.lower()
    assert not list(tmp_path.iterdir())


def test_a_report_read_with_doubts_is_told(tmp_path):
    page = tmp_path / "page.txt"
    text = EXAMPLE.read_text("utf-8")
    page.write_text(text.replace("4,875.699", "约 4875"), "utf-8")
    done = run("workbook", "2019", "--report", page, "-o", tmp_path / "report.xlsx")
    assert done.exit_code == 3
    assert "/disclosure/centralized_procurement/amount" in done.stderr.replace("\n", "")
    assert (tmp_path / "report.xlsx").exists()
