"""What holds of the project as a whole."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import gxstats
from tests.support.paths import ROOT
from tests.support.project_files import project_files

PACKAGE = Path(gxstats.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages([str(PACKAGE)], "gxstats.")
    if not module.name.endswith("__main__")
)
HEAVY = {
    "bs4", "click", "duckdb", "hypothesis", "jsonschema", "lxml", "matplotlib", "msgspec",
    "narwhals", "numpy", "openpyxl", "orjson", "pandas", "polars", "py4j", "pyarrow", "pydantic",
    "pypdf", "pyspark", "pytest", "referencing", "rich", "sqlglot", "xlsxwriter",
}  # fmt: skip


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def imported_by(code: str) -> set[str]:
    done = run(f"import sys\n{code}\nprint(*sys.modules)")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_importing_the_package_imports_nothing_heavy():
    found = imported_by("import gxstats")
    outside = {name.partition(".")[0] for name in found - imported_by("")}
    assert outside - sys.stdlib_module_names == {"attr", "attrs", "gxstats"}
    for room in (
        "wire",
        "reading",
        "writing",
        "columnar",
        "plot",
        "testing",
        "verdicts",
        "batch",
        "cli",
    ):
        assert f"gxstats.{room}" not in found


def test_checking_a_report_imports_nothing_heavy():
    found = imported_by(
        "import gxstats\n"
        "report = gxstats.form('2021').blank(year=2023, organ=gxstats.Organ())\n"
        "gxstats.check(report).explain('zh')"
    )
    assert not found & HEAVY


def test_importing_the_package_opens_no_schema_file():
    done = run(
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0]))"
        " if event == 'open' else None)\n"
        "import gxstats\n"
        "print(*(name for name in opened if name.endswith('.json')))"
    )
    assert (done.returncode, done.stdout) == (0, "\n"), done.stderr


def test_public_names_exist_and_are_documented():
    assert len(set(gxstats.__all__)) == len(gxstats.__all__)
    for name in gxstats.__all__:
        public = getattr(gxstats, name)
        assert name in dir(gxstats)
        if isinstance(public, type) or callable(public):
            assert public.__doc__, name


def test_an_unknown_public_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = gxstats.chekc


def test_every_module_lists_its_names_and_has_them():
    for name in MODULES:
        module = importlib.import_module(name)
        assert module.__doc__, name
        for public in module.__all__:
            assert hasattr(module, public), f"{name}.{public}"


ABOVE = {
    ("forms/report.py", "writing"): "a notebook asks the report itself for its drawing",
    ("writing/source.py", "reading"): "what is drawn as it was printed must be read as it was",
}
"""The only imports that go up, each within the function that needs it."""


def test_rooms_import_downwards_only():
    """cells <- forms <- relations <- diagnosis; the other rooms; verdicts; annotating, batch; cli."""
    for path in SOURCES:
        require_downward_imports(path)


RELATIVE_IMPORT = re.compile(r"^( *)from (\.+)(\w+)[\w.]* import ", re.MULTILINE)


def require_downward_imports(path):
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    core = {"text", "errors", "lazy", "cells", "forms", "relations"}
    sides = {"wire", "reading", "writing", "columnar", "plot", "testing"}
    above = {"verdicts", "annotating", "batch", "cli"}
    forbidden = {
        **dict.fromkeys(core, sides | above | {"diagnosis"}),
        "diagnosis": sides | above,
        "findings": sides | above | {"diagnosis"},
        **{side: (sides - {side}) | above for side in sides},
        "verdicts": {"plot", "testing", "columnar", "annotating", "batch", "cli"},
        "annotating": {"plot", "testing", "columnar", "batch", "cli"},
        "batch": {"plot", "testing", "writing", "annotating", "cli"},
    }.get(room, set())
    depth = len(path.relative_to(PACKAGE).parts)
    for indent, dots, other in RELATIVE_IMPORT.findall(path.read_text("utf-8")):
        allowed = (str(path.relative_to(PACKAGE)), other) in ABOVE and indent
        assert allowed or len(dots) != depth or other not in forbidden, path


def test_imports_within_the_package_are_relative():
    for path in SOURCES:
        text = path.read_text("utf-8")
        if re.search(r"^ *from gxstats\.", text, re.MULTILINE):  # maybe in an example
            for node in ast.walk(ast.parse(text)):
                module = node.module if isinstance(node, ast.ImportFrom) else None
                assert not (module or "").startswith("gxstats."), f"{path}:{node.lineno}"


def test_no_file_names_the_machine_that_made_it():
    machine = re.compile(rb"(?<![\w.])/(?:work|tmp|root|home)/(?!\.\.)[\w.]+")
    named = {
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in project_files()
        if path != Path(__file__)
        for match in machine.finditer(path.read_bytes())
    }
    assert not named


def test_hypothesis_is_told_of_the_testing_kit():
    [point] = [point for point in entry_points(group="hypothesis") if point.name == "gxstats"]
    assert point.value == "gxstats.testing:register_strategies"


def test_the_version_is_a_version():
    assert re.fullmatch(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?(?:\.dev\d+)?", gxstats.__version__)


def test_what_the_action_installs_is_what_the_extras_need():
    """By versions that satisfy ``pyproject.toml``, each with a hash."""
    from packaging.requirements import Requirement

    pinned = {}
    text = (ROOT / "action-requirements.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        requirement, *hashes = line.split(" --hash=")
        assert hashes, line
        one = Requirement(requirement)
        [version] = one.specifier
        assert version.operator == "=="
        pinned[one.name] = version.version
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    for needed in (
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *extras["cli"],
        *extras["read"],
    ):
        one = Requirement(needed)
        assert one.specifier.contains(pinned[one.name]), needed
