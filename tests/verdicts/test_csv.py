"""CSV, as the csv module and as a spreadsheet open it."""

from __future__ import annotations

import csv
import io
import subprocess
from collections import Counter

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.engines import libreoffice
from tests.support.judged_sources import (
    BASE,
    CONTENTS,
    GRANTED,
    NAMES,
    corpus,
    expected,
    slip,
    verdict_on,
)

from gxstats import check, from_json, to_json
from gxstats.testing import corrupted_reports
from gxstats.verdicts import COLUMNS, PointKind, as_csv, judge_bytes
from gxstats.verdicts.rows import safe

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(verdicts, language="zh"):
    text = "".join(as_csv(verdicts, language, base=BASE))
    assert text.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(text[1:], newline=""), strict=True)
    assert head == [title[language] for title in COLUMNS.values()]
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("data", CONTENTS, ids=range(len(CONTENTS)))
def test_a_row_for_the_verdict_and_one_for_each_thing_to_say(data, language):
    verdict = verdict_on(data)
    first, *rows = table([verdict], language)
    assert first["sentence"] == verdict.sentence(language)
    assert first["level"] == first["rule"] == ""
    kinds = {kind.label[language]: set() for kind in PointKind}
    for kind in PointKind:
        kinds[kind.label[language]].add(kind.value)
    wanted = Counter()
    for kind, count in expected(data).items():
        wanted[PointKind(kind).label[language]] += count
    assert Counter(row["kind"] for row in rows) == wanted


@given(corrupted_reports())
def test_the_rows_of_violations_are_the_violated_relations_with_their_sides(case):
    data = to_json(case.corrupted)
    _, *rows = table([judge_bytes(data, "a.json")])
    label = PointKind.VIOLATED.label["zh"]
    found = {
        row["rule"]: (int(row["left"]), int(row["right"]), int(row["residual"]))
        for row in rows
        if row["kind"] == label
    }
    assert found == {
        result.relation.id: (result.left, result.right, result.residual)
        for result in check(case.corrupted).violated
    }


def test_no_cell_begins_as_a_formula_does():
    for row in table(corpus()):
        for column, value in row.items():
            if value.lstrip("-").isdigit() and column in {"left", "right", "residual", "year"}:
                continue
            assert not value.startswith(FORMULAS), (column, value)


@given(st.text(max_size=20))
def test_a_text_that_is_made_safe_loses_nothing_but_what_cannot_be_shown(text):
    made = safe(text)
    assert not made.startswith(FORMULAS)
    assert made.removeprefix("'") == text or not text.isprintable() or text.startswith("'")


def test_a_file_has_its_rows_under_its_name():
    files = {row["file"] for row in table(corpus())}
    for name in ("年报/某局 2023.html", "quo\"te's <b>&amp;.html", "a\nb.html"):
        assert name in files
    assert "'=cmd()|' /C calc'!A0.json" in files
    assert len(files) == len(corpus())


def test_a_violation_names_cells_and_place():
    rows = table([judge_bytes(slip(), "a.json")], "en")
    row = next(row for row in rows if GRANTED in row["cells"].split())
    assert row["where"].startswith("line ")
    assert row["verdict"] == "with violations"
    assert row["level"] == "error"
    [found] = [one for one in check(from_json(slip())).violated if one.relation.id == row["rule"]]
    assert row["strength"] == found.relation.strength.label["en"]


@pytest.mark.engines
@pytest.mark.parametrize("language", ["zh", "en"])
def test_libreoffice_opens_it_as_it_is_meant(tmp_path, language):
    office = libreoffice()
    path = tmp_path / "verdicts.csv"
    verdicts = [judge_bytes(slip(), name) for name in NAMES]
    path.write_bytes("".join(as_csv(verdicts, language, base=BASE)).encode())
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            # comma, quotes, UTF-8, from the first line
            "--infilter=CSV:44,34,76,1",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(tmp_path),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    sheet = openpyxl.load_workbook(tmp_path / "verdicts.xlsx").active
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == [title[language] for title in COLUMNS.values()]
    given_ = table(verdicts, language)
    assert len(rows) == 1 + len(given_)
    assert all(cell.data_type != "f" for row in rows for cell in row)
    residual = list(COLUMNS).index("residual")
    for row, wanted in zip(rows[1:], given_, strict=True):
        if wanted["residual"]:
            assert row[residual].value == int(wanted["residual"])
        sentence = row[list(COLUMNS).index("sentence")].value
        assert sentence == wanted["sentence"]
