"""The mutators on small sources, samples, and the list of equivalent mutants."""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache

import pytest

from tests.support.effort import some

from .mutators import mutants_of
from .rooms import (
    EQUIVALENT,
    PACKAGE,
    ROOMS,
    equivalent_mutants,
    modules,
    possible_mutants,
    sample,
)

SMALL = '''\
"""Docstring 1."""
from typing import TYPE_CHECKING, TypeAlias

__all__ = ["f"][0:1]
Pair: TypeAlias = tuple[1, 2]
if TYPE_CHECKING:
    LIMIT = 3


@cache(maxsize=4)
def f(一: Literal[5], rows) -> Literal[6]:
    """Docstring 2."""
    if 一 < 7 and (  # not < here
        rows  # 中文
    ):
        一 = -一
    for row in rows:
        if row not in seen:
            continue
        self.total += row[1:]
        raise ValueError(f"{row + 1} " + "no")
    if len(rows) > 8:  # pragma: no cover
        return 9
    return [x for x in rows if x] or None
'''

EXPECTED = {
    "if 一 < 7 and ( # not < here": {
        "if 一 <= 7 and ( # not < here",
        "if 一 < 6 and ( # not < here",
        "if 一 < 8 and ( # not < here",
        "if 一 < 7 or ( # not < here",
    },
    "if 一 < 7 and ( # not < here rows # 中文 ):": {
        "if not (一 < 7 and ( # not < here rows # 中文 )):",
    },
    "一 = -一": {"一 = 一", "pass"},
    "if row not in seen:": {"if row in seen:"},
    "continue": {"break"},
    "self.total += row[1:]": {
        *("self.total -= row[1:]", "self.total += row[0:]", "self.total += row[2:]"),
        *("self.total += row[:]", "pass"),
    },
    'raise ValueError(f"{row + 1} " + "no")': {"pass"},
    "return [x for x in rows if x] or None": {
        *("return None", "return [x for x in rows if x] and None"),
        "return [x for x in rows if not (x)] or None",
    },
}


def test_these_are_the_mutants_of_a_small_source():
    found: dict[str, set[str]] = {}
    for mutant in mutants_of(SMALL.encode(), "small.py"):
        found.setdefault(mutant.old, set()).add(mutant.new)
    assert found == EXPECTED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a <= b", "a < b"),
        ("a >= b", "a > b"),
        ("a == b", "a != b"),
        ("a is not b", "a is b"),
        ("a is b", "a is not b"),
        ("a in b", "a not in b"),
        ("a - b", "a + b"),
        ("a // b", "a * b"),
        ("a | b", "a & b"),
        ("not a", " a"),
        ("a if b else c", "a if not (b) else c"),
        ("a[:b]", "a[:]"),
    ],
)
def test_an_expression_has_one_mutant(old, new):
    (mutant,) = mutants_of(f"x = {old}".encode(), "")
    assert mutant.applied(f"x = {old}".encode()) == f"x = {new}".encode()


def test_a_returned_truth_value_is_turned_round():
    (mutant,) = mutants_of(b"def f():\n    return True", "")
    assert (mutant.line, mutant.old, mutant.new) == (2, "return True", "return False")


def test_an_assignment_is_dropped_only_where_its_name_has_a_value():
    source = b"def f(a):\n    a = g()\n    b = g()\n    a, b = g()\n    a, c = g()\n"
    assert [mutant.line for mutant in mutants_of(source, "")] == [2, 4]


def test_the_lines_of_a_statement_are_those_that_run_before_what_is_within_it():
    mutants = mutants_of(SMALL.encode(), "")
    assert {mutant.statement for mutant in mutants if "一 < " in mutant.old} == {(13, 15)}


possible = cache(lambda name: possible_mutants(ROOMS[name]))


@pytest.mark.parametrize("room", some(ROOMS, 20))
def test_a_mutant_parses_differs_and_can_be_reverted(room):
    for mutant in sample(possible(room), 25, room):
        original = (PACKAGE / mutant.file).read_bytes()
        changed = mutant.applied(original)
        assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(original)), mutant
        start, end = mutant.replaced
        length = len(mutant.replacement)
        assert changed[:start] + original[start:end] + changed[start + length :] == original


def test_a_sample_depends_on_its_seed_and_gives_each_file_its_share():
    mutants = possible("relations")
    drawn = sample(mutants, 100, "1")
    assert drawn == sample(mutants, 100, "1") != sample(mutants, 100, "2")
    assert len(set(drawn)) == 100
    shares = Counter(mutant.file for mutant in drawn)
    for file, number in Counter(mutant.file for mutant in mutants).items():
        assert abs(shares[file] - 100 * number / len(mutants)) <= 1, file
    assert sample(mutants, len(mutants) + 1, "1") == sorted(mutants)


def test_every_equivalent_mutant_is_of_a_room_possible_and_has_a_reason():
    equivalent = equivalent_mutants(EQUIVALENT)
    files = {PACKAGE / file for file, _, _ in equivalent}
    assert files <= {path for room in ROOMS.values() for path in modules(room)}
    contents = {
        mutant.content
        for path in files
        for mutant in mutants_of(path.read_bytes(), path.relative_to(PACKAGE).as_posix())
    }
    assert set(equivalent) <= contents
    assert all(equivalent.values())
