"""The types for TypeScript: the compiler takes every report document, and refuses what is none."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest
from tests.support.conformance import VALID as CASES
from tests.support.engines import engine_absent, program_of
from tests.support.yardstick import PATIENCE

from gxstats import FORMS
from gxstats.exports.committed import engines
from gxstats.exports.typescript import declarations, type_name

PACKAGE = engines() / "javascript"
COMPILE = [
    "--strict",
    "--noEmit",
    "--target",
    "es2022",
    "--module",
    "nodenext",
    "--skipLibCheck",
    "false",
]

USES = """\
import { check, checkYears, diagnose, fillTotals, read, validate, write, type Report } from "./gxstats/index.js";
const { document, problems } = read("{}");
if (document === null) {
  const code: string = problems[0].code;
} else {
  const report: Report = document;
  if (report.edition === "2019") report.requests.outcomes.other.total satisfies number | null;
  for (const one of check(report).violated) one.explain("zh").trim();
  for (const one of checkYears(report, report).hints) one.cells[0]?.address.startsWith("previous:");
  for (const part of diagnose(report).parts) part.explanations[0]?.to?.toFixed();
  write(fillTotals(report).document);
}
validate(42);
"""
MISUSES = {
    "outcome": 'import { check, type Report } from "./gxstats/index.js";\n'
    'export const bad = (report: Report) => check(report).verdict === "wrong";\n',
    "null": 'import { read } from "./gxstats/index.js";\nread("{}").document.edition;\n',
    "language": 'import { check, type Report } from "./gxstats/index.js";\n'
    'export const bad = (report: Report) => check(report).headline("fr");\n',
}


@pytest.fixture(scope="module")
def typescript(tmp_path_factory):
    """A function from modules, by name, to the names of those that the compiler refuses."""
    program_of("Node", "node")
    program_of("Node", "npm")
    folder = tmp_path_factory.mktemp("typescript")
    shutil.copytree(PACKAGE, folder / "gxstats")
    (folder / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"]
    done = subprocess.run(
        [*install, "typescript@5"], cwd=folder, capture_output=True, check=False, timeout=PATIENCE
    )
    if done.returncode:
        engine_absent("TypeScript", "the registry is not to be had")

    def run(modules):
        for name, text in modules.items():
            (folder / f"{name}.ts").write_text(text, encoding="utf-8")
        names = [f"{name}.ts" for name in modules]
        told = subprocess.run(
            ["node", "node_modules/typescript/bin/tsc", *COMPILE, *names],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        refused = set(re.findall(r"^(\S+)\.ts\(", told.stdout, re.MULTILINE))
        assert refused or told.returncode == 0, told.stdout + told.stderr
        return refused

    return run


def module(form_id, literal):
    name = type_name(FORMS[form_id])
    head = f'import type {{ {name} }} from "./gxstats/index.js";\n'
    return f"{head}export const report: {name} = {literal};\n"


def test_every_valid_document_and_every_right_use_compiles(typescript):
    modules = {}
    for place, case in enumerate(CASES):
        document = json.loads(case["text"])
        document.pop("$schema", None)
        modules[f"valid{place}"] = module(case["form"], json.dumps(document))
    exact = zeros("2019")
    exact["disclosure"]["centralized_procurement"]["amount"] = "4875.699"
    modules |= {"exact": module("2019", json.dumps(exact)), "uses": USES}
    assert typescript(modules) == set()


def zeros(form_id):
    return json.loads(next(case["text"] for case in CASES if case["id"] == f"zeros.{form_id}"))


@pytest.fixture(scope="module")
def wrong():
    """Modules that must not compile, by name."""
    made = {}
    for form_id in FORMS.own:
        other = next(one for one in FORMS.own if one != form_id)
        made[f"form{len(made)}"] = module(form_id, json.dumps(zeros(other)))
        for change in (
            lambda one: one.pop("disputes"),
            lambda one: one["requests"]["received"].pop("total"),
            lambda one: one["requests"]["received"].update(totals=1),
            lambda one: one["requests"]["received"].update(total="1"),
            lambda one: one.update(year="2021"),
            lambda one: one["organ"].update(scope="city"),
            lambda one: one["remarks"].append({"cell": "/x"}),
        ):
            document = zeros(form_id)
            change(document)
            made[f"change{len(made)}"] = module(form_id, json.dumps(document))
    amount = zeros("2019")
    amount["disclosure"]["centralized_procurement"]["amount"] = "4,875"
    made["amount"] = module("2019", json.dumps(amount))
    return made


def test_what_is_no_such_document_and_wrong_uses_are_refused(typescript, wrong):
    assert typescript(wrong | MISUSES) == {*wrong, *MISUSES}


def test_every_address_and_every_relation_has_its_literal():
    text = declarations(tuple(FORMS.values()))
    for form in FORMS.values():
        assert f"export interface {type_name(form)} extends Facts" in text
        assert all(f'"{address}"' in text for address in form.index)


def test_the_types_export_what_the_module_exports():
    exported = re.search(
        r"export \{\n(.*?)\};", (PACKAGE / "index.js").read_text("utf-8"), re.DOTALL
    )
    assert exported is not None
    names = set(re.findall(r"\w+", exported[1]))
    typed = set(
        re.findall(
            r"^export (?:function|const|class) (\w+)",
            declarations(tuple(FORMS.own.values())),
            re.MULTILINE,
        )
    )
    assert typed == names


@pytest.mark.engines
def test_the_package_is_one_that_npm_packs(tmp_path):
    program_of("Node", "npm")
    copied = shutil.copytree(PACKAGE, tmp_path / "package")
    done = subprocess.run(
        ["npm", "pack", "--dry-run", "--json", "--offline"],
        cwd=copied,
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    [packed] = json.loads(done.stdout)
    assert {one["path"] for one in packed["files"]} == {
        "README.md",
        "index.d.ts",
        "index.js",
        "package.json",
    }
