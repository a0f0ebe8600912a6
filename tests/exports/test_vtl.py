"""The hierarchical rulesets: the grammar of VTL 2.0 reads them, and they say what the relations say.

No engine is run: those that there are have licences that the project does not take, or are not to be had
here. The parser is another's, made with ANTLR from the grammar that SDMX publishes.
"""

from __future__ import annotations

import json
import operator
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.support.engines import engine_absent, program_of
from tests.support.export_cases import of_cases, said_by_cases
from tests.support.paths import ROOT
from tests.support.yardstick import PATIENCE

from gxstats import FORMS, Strength, rulebook
from gxstats.exports import EXPORTS
from gxstats.exports.vtl import ruleset_name
from gxstats.text import LANGUAGES

EXPORT = EXPORTS["vtl"]
PARSER = Path(__file__).with_name("vtl_parser")
SIGNS = {"=": operator.eq, "<=": operator.le, ">=": operator.ge}


@pytest.fixture(scope="module")
def parse_vtl(tmp_path_factory):
    """A function that parses texts with the grammar of VTL 2.0."""
    program_of("Node", "node")
    program_of("Node", "npm")
    folder = tmp_path_factory.mktemp("vtl")
    for name in ("package.json", "parse.mjs"):
        shutil.copy(PARSER / name, folder)
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"]
    done = subprocess.run(install, cwd=folder, capture_output=True, check=False, timeout=PATIENCE)
    if done.returncode:
        engine_absent("VTL parser", "the registry is not to be had")

    def parsed(*texts):
        paths = []
        for place, text in enumerate(texts):
            paths.append(folder / f"{place}.vtl")
            paths[-1].write_text(text, encoding="utf-8")
        told = subprocess.run(
            ["node", "parse.mjs", *map(str, paths)],
            cwd=folder,
            capture_output=True,
            check=True,
            timeout=PATIENCE,
        )
        return json.loads(told.stdout)

    return parsed


@pytest.fixture(scope="module")
def rulesets(parse_vtl):
    return dict(
        zip(FORMS, parse_vtl(*(EXPORT.text(form) for form in FORMS.values())), strict=True)
    )


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_grammar_of_vtl_reads_every_ruleset(form, rulesets):
    ruleset = rulesets[form.id]
    assert ruleset["errors"] == []
    assert ruleset["name"] == ruleset_name(form)
    assert [rule["name"] for rule in ruleset["rules"]] == [one.id for one in rulebook(form)]
    for rule, relation in zip(ruleset["rules"], rulebook(form), strict=True):
        assert rule["code"] == f'"{relation.id}"'
        assert rule["level"] == ("1" if relation.strength is Strength.SOFT else "2")


def test_the_parser_refuses_what_is_no_vtl(parse_vtl):
    text = EXPORT.text(FORMS["2021"])
    wrong = [
        text.replace("errorcode", "errorkode", 1),
        text.replace("define hierarchical", "define hierarchic"),
        text.replace(" = ", " = = ", 1),
        text.replace("end hierarchical ruleset", ""),
    ]
    assert all(ruleset["errors"] for ruleset in parse_vtl(*wrong))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_ruleset_can_be_asked_as_the_page_says(form, parse_vtl):
    asked = f"found := check_hierarchy(reports, {ruleset_name(form)} rule address non_null);\n"
    [ruleset] = parse_vtl(EXPORT.text(form) + asked)
    assert ruleset["errors"] == []
    pages = ROOT / "docs"
    shown = "check_hierarchy(reports, gxstats_2021 rule address non_null)"
    assert all(
        shown in (pages / language / "engines.md").read_text(encoding="utf-8")
        for language in LANGUAGES
    )


def sides(rule, report):
    """Both sides of a rule; None where a cell is blank, by which VTL does not judge it."""
    left = report[rule["left"].strip("'")]
    right = 0
    for sign, item in rule["right"]:
        value = report[item.strip("'")]
        if left is None or value is None:
            return None
        right += -value if sign == "-" else value
    return left, right


def test_a_rule_is_true_where_its_relation_holds_and_false_where_it_is_violated(rulesets):
    """On the conformance cases, computed here from what the parser read."""
    said = said_by_cases()
    judged = 0
    for id, report in of_cases().items():
        for rule in rulesets[report.form.id]["rules"]:
            outcome = said[id, rule["name"]][0]
            both = sides(rule, report)
            if both is None:
                assert outcome != "held"
            else:
                judged += 1
                true = SIGNS[rule["sign"]](*both)
                assert outcome == ("held" if true else "violated"), (id, rule["name"])
    assert judged > 8000
