"""The rules for R's validate: what R itself answers to them is what ``check`` answers.

The package is not among Debian's: its rules file is read with R's own YAML, and the rules are evaluated by R.
"""

from __future__ import annotations

import csv
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from tests.support.engines import engine_absent, program_of
from tests.support.export_cases import (
    ADDRESSES,
    file_of,
    of_cases,
    said_by_cases,
    said_by_check,
)
from tests.support.random_reports import many
from tests.support.yardstick import PATIENCE

from gxstats import FORMS, Strength, rulebook
from gxstats.exports import EXPORTS

EXPORT = EXPORTS["validate"]
SCRIPT = Path(__file__).with_name("validate_cases.R")
ANSWERS = {"TRUE": "held", "FALSE": "violated", "NA": "undecided"}


def rules(form):
    return yaml.safe_load(EXPORT.text(form))["rules"]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_relation_is_a_rule_with_all_that_validate_shows(form):
    found = rules(form)
    book = rulebook(form)
    assert [rule["name"] for rule in found] == [relation.id for relation in book]
    for rule, relation in zip(found, book, strict=True):
        assert set(rule) == {"expr", "name", "label", "description", "origin", "meta"}
        soft = relation.strength is Strength.SOFT
        assert rule["meta"]["severity"] == ("warning" if soft else "error")
        assert rule["meta"]["form"] == form.id
        text = relation.text(form)
        assert rule["description"] == f"{text.zh} · {text.en}"


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_expression_names_the_cells_of_its_relation_and_no_others(form):
    for rule, relation in zip(rules(form), rulebook(form), strict=True):
        named = {ADDRESSES[name] for name in re.findall(r"\bt\d_\w+", rule["expr"])}
        assert named == set(relation.addresses)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_nothing_in_the_file_parts_it_for_validate(form):
    """validate cuts a file wherever three hyphens stand."""
    assert "---" not in EXPORT.text(form)


def answered(form, by_id, tmp_path):
    """What R says of each rule, by report and rule."""
    given, told = tmp_path / "given.csv", tmp_path / "told.csv"
    with given.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        names = [name for name, address in ADDRESSES.items() if address in form]
        writer.writerow(["id", *names])
        for id, report in by_id.items():
            writer.writerow([id, *(report[ADDRESSES[name]] for name in names)])
    rules_file = file_of("validate", form.id)
    done = subprocess.run(
        ["Rscript", "--vanilla", str(SCRIPT), str(rules_file), str(given), str(told)],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    with told.open(encoding="utf-8", newline="") as file:
        return {(row["id"], row["rule"]): ANSWERS[row["said"]] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def rscript():
    program_of("R", "Rscript")
    asked = subprocess.run(
        ["Rscript", "--vanilla", "-e", "library(yaml)"], capture_output=True, check=False
    )
    if asked.returncode:
        engine_absent("R", "it has no package yaml")


@pytest.mark.usefixtures("rscript")
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_r_answers_the_conformance_cases_and_slips_and_blanks_as_check_does(form, tmp_path):
    cases = {id: report for id, report in of_cases().items() if report.form is form}
    slips = {f"slip {n}": report for n, report in enumerate(many(120, 9)) if report.form is form}
    said = said_by_cases() | said_by_check(slips)
    expected = {
        (id, relation): outcome
        for (id, relation), (outcome, *_) in said.items()
        if id in cases or id in slips
    }
    assert answered(form, cases | slips, tmp_path) == expected
