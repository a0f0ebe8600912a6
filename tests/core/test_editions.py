"""An edition is one folder: no other room names one, or an address of one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import attrs
import pytest

import gxstats
from gxstats import FORMS, InvalidValue, UnknownName, form
from gxstats.forms.registry import Registry
from gxstats.forms.report import Form, newest_first
from gxstats.forms.topics import Topic

PACKAGE = Path(gxstats.__file__).parent
OTHER_ROOMS = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] not in {"forms", "__init__.py"}
]
SCRIPTS = [path for path in sorted(PACKAGE.rglob("*.js")) if "schema" not in path.parts]
ADDRESSES = {address for used in FORMS.own.values() for address in used.addresses}
TABLES = {table.name for used in FORMS.own.values() for table in used.tables}
EDITIONS = {*FORMS.own, *(used.edition for used in FORMS.own.values())}
ADDRESS = re.compile(rf"(?:^|[/\s:])(?:{'|'.join(sorted(TABLES))})/")
MAY_NAME = re.compile(
    "|".join(["edition", *sorted(EDITIONS), *(f"{one}/" for one in sorted(TABLES))])
)
"""Without this, a module cannot name one: most need not be parsed."""
CLASS_OF_AN_EDITION = re.compile(r"(?:FORM_|[A-Z][a-z]+)(?:2019|2021)\w*")


def named(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The editions and addresses that a module names, docstrings left out."""
    said = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said:
            text = node.value
            if text.startswith("gxstats "):  # a command, as help shows it
                continue
            if text in EDITIONS | ADDRESSES or ADDRESS.search(text):
                yield node.lineno, text
        elif isinstance(node, ast.ImportFrom) and "edition" in (node.module or ""):
            yield node.lineno, node.module or ""
        elif isinstance(node, ast.Name) and CLASS_OF_AN_EDITION.fullmatch(node.id):
            yield node.lineno, node.id


def test_no_other_room_names_an_edition_or_an_address_of_one() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {text}"
        for path in OTHER_ROOMS
        if MAY_NAME.search(source := path.read_text("utf-8"))
        for line, text in named(ast.parse(source))
    ]
    assert not found


def test_no_script_names_an_address_of_an_edition() -> None:
    said = re.compile(rf"[\"'`]/(?:{'|'.join(sorted(TABLES))})/")
    assert [path.name for path in SCRIPTS if said.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "line",
    [
        'A = "/requests/received/total"',
        'A = f"/requests/outcomes/{one}/total"',
        'A = form("2021")',
        "from ..forms.edition2021 import FORM_2021",
        "A = Report2019",
    ],
)
def test_the_law_sees_what_it_forbids(line: str) -> None:
    assert MAY_NAME.search(line)
    assert list(named(ast.parse(line)))


def test_the_law_passes_over_words_and_docstrings() -> None:
    text = (
        'def one():\n    """As ``/requests/received/total`` of 2021."""\n    return "requests"\n'
    )
    assert not list(named(ast.parse(text)))


def imported(path: Path) -> set[Path]:
    """The files of the room that a file of it imports, wherever in it and for whatever."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            here = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            names = [here.with_suffix(".py"), here / "__init__.py"]
            found |= {name for name in names if name.is_file() and ROOM in name.parents}
    return found


ROOM = PACKAGE / "forms"


def test_no_two_files_of_the_room_import_each_other_by_any_way() -> None:
    before = {path: imported(path) for path in ROOM.rglob("*.py")}
    assert sum(map(len, before.values())) > len(before)
    assert list(TopologicalSorter(before).static_order())  # raises CycleError


# --- the order of editions ------------------------------------------------------------------------


def test_each_form_comes_after_the_edition_that_it_follows() -> None:
    order = list(FORMS.values())
    for used in order:
        before = used.predecessor
        if before is not None and before.edition != used.edition:
            assert order.index(before) < order.index(used)
            assert not used.replaces or before.fiscal_years[1] == used.first_year - 1
    assert sorted(newest_first(), key=order.index) == order
    depths = [used.order[0] for used in newest_first()]
    assert all(one >= next_ for one, next_ in pairwise(depths))


def test_of_an_edition_the_form_that_its_notice_prints_comes_first() -> None:
    for edition in {used.edition for used in FORMS.values()}:
        of_it = [used for used in FORMS.values() if used.edition == edition]
        assert [used.is_main for used in of_it] == [True, *[False] * (len(of_it) - 1)]


def test_a_form_that_stands_beside_the_national_one_ends_nothing() -> None:
    national = form("2021")
    later = {
        "id": "other",
        "edition": "other",
        "predecessor": national,
        "first_year": national.first_year + 2,
    }
    beside = attrs.evolve(national, **later, replaces=False)
    assert not beside.takes_place_of(national)
    assert attrs.evolve(national, **later).takes_place_of(national)
    assert not attrs.evolve(national, **later).takes_place_of(form("2019"))
    assert beside.order > national.order


# --- topics ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("used", FORMS.values(), ids=FORMS)
def test_what_is_about_a_topic_is_what_stands_below_the_part_that_declares_it(used: Form) -> None:
    for topic in Topic:
        part = used.part_about(topic)
        if part is None:
            assert used.label_of(topic) is None
            continue
        assert set(used.about(topic)) == {
            address for address in used.index if address.startswith(f"{part}/")
        }
        cells = [used[address] for address in used.about(topic)]
        label = used.label_of(topic)
        assert all(label in (cell.row, *cell.headings, *cell.columns) for cell in cells)


@pytest.mark.parametrize("used", FORMS.values(), ids=FORMS)
def test_a_column_of_totals_is_what_relations_add_up(used: Form) -> None:
    for address in used.about(Topic.TOTAL):
        assert address.rpartition("/")[2] == "total"
        assert used[address].column.zh == "总计"


def test_topics_together_narrow_each_other() -> None:
    used = form("2021")
    assert used.about(Topic.RECEIVED, Topic.TOTAL) == ("/requests/received/total",)
    assert used.about(Topic.RECEIVED, Topic.REFUSED) == ()


# --- the registry ---------------------------------------------------------------------------------


def test_two_forms_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    other = attrs.evolve(form("2021"))

    class Entry:
        value = "somewhere:FORMS"

        def load(self) -> tuple[Form, ...]:
            return (other,)

    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [Entry()])
    registry = Registry[Form]()
    assert registry["2021"] is form("2021")
    with pytest.raises(ValueError, match="somewhere:FORMS brings a form 2021"):
        list(registry)


def test_a_package_whose_forms_cannot_be_imported_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Entry:
        value = "nowhere:FORMS"

        def load(self) -> tuple[Form, ...]:
            raise ModuleNotFoundError("No module named 'nowhere'")

    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [Entry()])
    with pytest.raises(InvalidValue, match="No module named 'nowhere'") as refused:
        list(Registry[Form]())
    problem = refused.value.problem
    assert (problem.code, problem.address) == ("form.package", "nowhere:FORMS")
    assert "卸载" in problem.message("zh")


def test_a_form_that_nobody_brings_is_unknown() -> None:
    with pytest.raises(UnknownName, match="2031"):
        form("2031")
