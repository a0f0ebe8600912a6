"""A user's code is typed: mypy, pyright and ty see the same types, and refuse the same mistakes.

Each program in ``programs/`` is what a user writes for one room. A line that a checker must refuse
ends with ``# E:`` and the kind of mistake; no other line may be refused.
"""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name
from types import ModuleType
from typing import Any, TypeAlias

import pytest
from _generate.api_pages import API
from tests.support.engines import engine_absent

import gxstats

PROGRAMS = Path(__file__).with_name("programs")
PYTHON = "3.13"
"""What the programs are checked for: ``copy.replace`` came with it."""

Line: TypeAlias = tuple[str, int]

KINDS: Mapping[str, frozenset[str]] = {
    kind: frozenset(codes.split())
    for kind, codes in {
        "argument": "arg-type index reportArgumentType",
        "attribute": "attr-defined reportAttributeAccessIssue",
        "attribute of one": "union-attr reportAttributeAccessIssue",
        "bound": "type-var reportArgumentType",
        "call": "call-arg reportCallIssue",
        "element": "list-item reportArgumentType",
        "entry": "dict-item reportArgumentType",
        "frozen": "misc reportAttributeAccessIssue",
        "name": "attr-defined reportAttributeAccessIssue",
        "optional": "operator reportOptionalOperand",
        "overload": "call-overload reportCallIssue reportArgumentType",
    }.items()
}
"""The kinds of mistakes, with the codes by which mypy and pyright call them."""


def mistakes() -> dict[Line, str]:
    """The lines that must be refused, each with the kind of its mistake."""
    found = {}
    for program in PROGRAMS.glob("*.py"):
        for number, line in enumerate(program.read_text("utf-8").splitlines(), 1):
            if "  # E: " in line:
                found[program.name, number] = line.partition("  # E: ")[2]
    return found


def assert_refused(found: list[tuple[str, int, str]]) -> None:
    """That the lines that a checker refused, each with a code, are the mistakes."""
    codes: dict[Line, set[str]] = {}
    for path, line, code in found:
        codes.setdefault((Path(path).name, line), set()).add(code)
    kinds = mistakes()
    assert sorted(codes) == sorted(kinds)
    assert not {line: codes[line] for line, kind in kinds.items() if not codes[line] & KINDS[kind]}


def _run(*command: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=PROGRAMS.parents[2],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done.stdout


@pytest.mark.engines
def test_mypy_sees_the_types_of_the_programs_and_refuses_the_mistakes(tmp_path: Path) -> None:
    if find_spec("mypy") is None:
        engine_absent("mypy", "not installed")
    own = tmp_path / "mypy.ini"
    own.write_text(f"[mypy]\nstrict = true\npython_version = {PYTHON}\n", "utf-8")
    untyped = "--disable-error-code=import-untyped"  # pandas and pyarrow bring no types
    printed = _run("mypy", "--config-file", own, untyped, "--no-error-summary", PROGRAMS)
    errors = re.findall(r"(?m)^(.+?):(\d+): error: .*\[([\w-]+)\]$", printed)
    assert len(errors) == printed.count(": error: ")
    assert_refused([(path, int(line), code) for path, line, code in errors])


@pytest.mark.engines
def test_pyright_sees_the_types_of_the_programs_and_refuses_the_mistakes() -> None:
    if find_spec("pyright") is None:
        engine_absent("pyright", "not installed")
    printed = _run("pyright", "--outputjson", "--pythonpath", sys.executable, "-p", PROGRAMS)
    if not printed.lstrip().startswith("{"):  # it fetches its engine when first run
        engine_absent("pyright", printed.strip()[-200:])
    report: dict[str, Any] = json.loads(printed)
    assert report["summary"]["filesAnalyzed"] == len(list(PROGRAMS.glob("*.py")))
    assert_refused(
        [
            (found["file"], found["range"]["start"]["line"] + 1, found["rule"])
            for found in report["generalDiagnostics"]
            if found["severity"] == "error"
        ]
    )


@pytest.mark.engines
def test_ty_sees_the_types_of_the_programs_and_refuses_the_mistakes() -> None:
    if find_spec("ty") is None:
        engine_absent("ty", "not installed")
    printed = _run(
        *("ty", "check", "--python", sys.executable, "--python-version", PYTHON),
        *("--output-format", "gitlab", PROGRAMS),
    )
    places = [found["location"] for found in json.loads(printed)]
    # Its codes still change from release to release.
    assert {
        (Path(place["path"]).name, place["positions"]["begin"]["line"]) for place in places
    } == set(mistakes())


# --- nothing public is left out ---------------------------------------------------------------


def public_callables() -> dict[str, object]:
    """The classes and functions that the API pages document, each by one of its full names."""
    documented = (resolve_name(name) for _, inside in API.values() for name in inside)
    modules = [gxstats, *(one for one in documented if isinstance(one, ModuleType))]
    named: dict[int, tuple[str, object]] = {}
    for module in modules:
        for name in module.__all__:
            found = getattr(module, name)
            if callable(found) and not getattr(found, "__origin__", None):
                named.setdefault(id(found), (f"{module.__name__}.{name}", found))
    return dict(named.values())


def _used(tree: ast.AST, lines: set[int]) -> Iterator[tuple[object, bool, bool]]:
    """The names of gxstats in a program: what each is, if it is called, and if by mistake."""
    imported = {
        alias.asname or alias.name: getattr(importlib.import_module(node.module), alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("gxstats")
        for alias in node.names
        if hasattr(importlib.import_module(node.module), alias.name)
    }
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    called |= {
        id(decorator)
        for node in ast.walk(tree)
        if isinstance(node, (ast.ClassDef, ast.FunctionDef))
        for decorator in node.decorator_list
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in imported:
            yield imported[node.id], id(node) in called, node.lineno in lines


def test_every_public_callable_is_called_rightly_and_wrongly_in_the_programs() -> None:
    rightly: set[int] = set()
    wrongly: set[int] = set()
    for program in PROGRAMS.glob("*.py"):
        lines = {line for name, line in mistakes() if name == program.name}
        for found, called, mistaken in _used(ast.parse(program.read_text("utf-8")), lines):
            if mistaken:
                wrongly.add(id(found))
            elif called:
                rightly.add(id(found))
    public = {name: found for name, found in public_callables().items() if not _is_protocol(found)}
    assert len(public) > 200
    assert not [name for name, found in public.items() if id(found) not in rightly]
    assert not [name for name, found in public.items() if id(found) not in wrongly]


def _is_protocol(found: object) -> bool:
    return getattr(found, "_is_protocol", False)


def test_the_package_says_that_it_is_typed() -> None:
    assert Path(gxstats.__file__).with_name("py.typed").exists()
