"""Types that other programs make of the schemas: they compile, and are named as in Python."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from decimal import Decimal

import pytest
from tests.support.engines import engine_absent, program_of
from tests.support.yardstick import PATIENCE

from gxstats import FORMS, to_json
from gxstats.wire.released import UNION, directory, files
from gxstats.wire.schema import published
from gxstats.wire.strict import own_editions

pytestmark = pytest.mark.engines

INSTALL = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"]
GENERATORS = ["quicktype", "json-schema-to-typescript", "typescript@5"]
by_edition = pytest.mark.parametrize("edition", own_editions())


def run(command, folder):
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"[:2_000]


def path_of(name):
    return directory() / files()[name]


def types_of(name):
    """The types that a schema names: its own, and the objects in it."""
    schema = published(name)
    parts = schema["$defs"].values()
    return {schema["title"]} | {part["title"] for part in parts if "properties" in part}


@pytest.fixture(scope="module")
def programs(tmp_path_factory):
    """The folder of the programs that npm has."""
    program_of("Node", "node")
    program_of("Node", "npm")
    folder = tmp_path_factory.mktemp("generators")
    (folder / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
    done = subprocess.run(
        [*INSTALL, *GENERATORS], cwd=folder, capture_output=True, check=False, timeout=PATIENCE
    )
    if done.returncode:
        engine_absent("quicktype", "the registry is not to be had")
    return folder / "node_modules" / ".bin"


@pytest.fixture
def quicktype(programs, tmp_path):
    """A function from a language and an edition to the text that quicktype makes."""

    def make(language, edition, name, *options):
        command = [programs / "quicktype", "--src-lang", "schema", "--lang", language]
        command += ["--top-level", f"Report{edition}", "--out", name, *options]
        run([*command, path_of(edition)], tmp_path)
        return (tmp_path / name).read_text("utf-8")

    return make


@by_edition
def test_java_has_a_class_for_each_type(quicktype, tmp_path, edition):
    javac = program_of("Java", "javac")
    quicktype("java", edition, f"Report{edition}.java", "--just-types", "--package", "report")
    sources = [path.name for path in tmp_path.glob("*.java")]
    assert {f"{name}.java" for name in types_of(edition)} <= {*sources}
    run([javac, "-encoding", "UTF-8", "-d", "classes", *sources], tmp_path)


@by_edition
def test_go_has_a_struct_for_each_type(quicktype, tmp_path, edition):
    go = program_of("Go", "go")
    text = quicktype("go", edition, "report.go", "--package", "report")
    named = {*re.findall(r"^type (\w+) struct", text, re.MULTILINE)}
    # quicktype keeps the name Organ for the value "organ" of the scope
    assert types_of(edition) - {"Organ"} | {"OrganClass"} <= named
    run([go, "vet", "report.go"], tmp_path)


@by_edition
def test_c_sharp_has_a_class_for_each_type(quicktype, tmp_path, edition):
    compiler = program_of("C#", "mcs", "csc")
    text = quicktype("csharp", edition, "Report.cs", "--just-types", "--csharp-version", "6")
    assert types_of(edition) <= {*re.findall(r"\bclass (\w+)", text)}
    run([compiler, "-target:library", "Report.cs"], tmp_path)


def test_typescript_has_an_interface_for_each_type(programs, tmp_path):
    names = [*own_editions(), UNION]
    for name in names:
        run([programs / "json2ts", path_of(name), f"{name}.d.ts"], tmp_path)
        text = (tmp_path / f"{name}.d.ts").read_text("utf-8")
        named = re.findall(r"^export (?:interface|type) (\w+)", text, re.MULTILINE)
        assert {*named} == types_of(name)
        assert len(named) == len({*named})
    run([programs / "tsc", "--strict", "--noEmit", *(f"{name}.d.ts" for name in names)], tmp_path)


@by_edition
def test_python_has_a_class_for_each_type_and_exact_amounts(tmp_path, monkeypatch, edition):
    pytest.importorskip("datamodel_code_generator")
    module = f"report_of_{edition}"
    command = [sys.executable, "-m", "datamodel_code_generator", "--input", path_of(edition)]
    command += ["--input-file-type", "jsonschema", "--collapse-root-models"]
    command += ["--output-model-type", "pydantic_v2.BaseModel", "--output", f"{module}.py"]
    run(command, tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    made = importlib.import_module(module)
    assert types_of(edition) <= vars(made).keys()
    form = FORMS[edition]
    [address] = [cell.address for cell in form if cell.kind.value == "amount"]
    amount = Decimal("123456789012.12345678")
    report = form.example_report().replace({address: amount})
    document = json.loads(
        to_json(report), parse_float=Decimal
    )  # pydantic's own parser is not exact
    model = getattr(made, f"Report{edition}")
    read = model.model_validate(document)
    assert read.requests.received.total == report.requests.received.total
    for step in address.split("/")[1:]:
        read = getattr(read, step)
    assert read == amount
    with pytest.raises(ValueError, match="note"):
        model.model_validate(document | {"note": 1})
