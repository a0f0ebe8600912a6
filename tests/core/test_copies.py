"""What a worker needs can be sent to it: every public value pickles, copies and deep-copies."""

from __future__ import annotations

import copy
import enum
import importlib
import inspect
import pickle
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from random import Random
from typing import Any

import attrs
from tests.support.simple_reports import zeros

import gxstats
from gxstats import FORMS, Bilingual, Problem, check, examples, read
from gxstats.across import Series, aggregate, comparable_cells, compared, convert, roll_up
from gxstats.batch import Interrupted
from gxstats.diagnosis import Budget, certificate, deduce, diagnose
from gxstats.exports import EXPORTS
from gxstats.findings import findings, statements
from gxstats.reading import Limits
from gxstats.relations import check_linked, check_years
from gxstats.testing import random_corruptions
from gxstats.verdicts import judge
from gxstats.wire import JSONLimits
from gxstats.writing import Marks, TerminalForm, printed_tables

TOTAL = "/requests/received/total"
NO_VALUES = {
    "ArrowStream": "a protocol",
    "FormObject": "the base of reports and parts",
    "FormPart": "the base of the parts",
    "GxstatsError": "the base of the errors",
    "Report": "the base of the reports",
    "Picture": "a figure of matplotlib",
    "WholeFile": "a file that is being written",
}
"""Public classes that are no values, each with what it is."""


def public_classes() -> Iterator[type]:
    """The classes among the public names of the package and of the packages and modules in it."""
    inside = (f"gxstats.{one.name}" for one in pkgutil.iter_modules(gxstats.__path__))
    seen: set[type] = set()
    for name in ("gxstats", *(one for one in inside if not one.startswith("gxstats._"))):
        module = importlib.import_module(name)
        for public in getattr(module, "__all__", ()):
            value = getattr(module, public)
            if inspect.isclass(value) and value not in seen and value.__name__ not in NO_VALUES:
                seen.add(value)
                yield value


def roots() -> Iterator[Any]:
    """Values of every kind, most of which hold others."""
    path = examples.path("yindu-2019")
    report = read(path).report
    newer = zeros("2021", year=2020)
    wrong = report.replace({TOTAL: 60})
    gap = report.replace({"/requests/outcomes/total/natural_person": None, TOTAL: None})
    yield from (read(path), judge(path), judge(path.with_name("there is no such file")))
    yield from (check(wrong), check_years(report, newer), check_linked(report, newer))
    yield from (diagnose(wrong), diagnose(gap), diagnose(newer, last_year=wrong), deduce(gap))
    yield from (deduce(newer, last_year=gap), Budget(), JSONLimits(), Limits())
    yield from (Series.of([report, wrong, newer]), roll_up(wrong, [report, gap]))
    yield aggregate([report, gap], form="2019", organ="某市", year=2019)
    yield from (convert(newer, "2019"), comparable_cells(), compared(report))
    yield from (findings(report), statements(report.narrative, "某局", 2019))
    for form in FORMS.values():
        yield from (form, gxstats.rulebook(form), printed_tables(form), zeros(form.id))
    yield certificate("2019")
    yield from (Marks.diagnosed(wrong), TerminalForm(report.form, wrong))
    yield from (next(random_corruptions(Random(1))), EXPORTS)


def within(value: Any, seen: dict[int, Any]) -> None:
    """Note a value and all that it holds; what is derived from it once is derived."""
    if id(value) in seen or isinstance(value, (str, int, bytes, type(None))):
        return
    seen[id(value)] = value
    if isinstance(value, Mapping):
        for pair in value.items():
            within(pair, seen)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for item in value:
            within(item, seen)
    elif attrs.has(type(value)):
        for name, member in inspect.getmembers(type(value)):
            if not name.startswith("_") and not callable(member):
                within(getattr(value, name), seen)


@cache
def values() -> Mapping[type, list[Any]]:
    """Values by their class, some of each."""
    seen: dict[int, Any] = {}
    for root in roots():
        within(root, seen)
    found: dict[type, list[Any]] = {}
    for value in seen.values():
        found.setdefault(type(value), []).append(value)
    return found


def anyhow(cls: type) -> Any:
    """A value of a class with something in each of its fields, of the choices where there are any."""
    if cls is Interrupted:
        return Interrupted(3)
    given: dict[str, Any] = {}
    for field in attrs.fields(cls):
        choices = getattr(field.validator, "options", ())
        given[field.alias] = next(iter(choices), SOMETHING.get(field.name, f"第 {field.name} 项"))
    return cls(**given)


SOMETHING: Mapping[str, Any] = {
    "problem": Problem("value.type", "/x", "1", Bilingual("文字", "a text")),
    "purpose": Bilingual("作图", "drawing"),
    "check": check(zeros()),
}
"""What some fields of errors hold, whose sentences are made of it."""


SOME = 10
"""Values of one class that are tried."""
COPIES: dict[str, Callable[[Any], Any]] = {
    "pickled": lambda value: pickle.loads(pickle.dumps(value)),
    "copied": copy.copy,
    "copied in depth": copy.deepcopy,
}


def same(one: Any, other: Any) -> bool:
    """Whether two are equal, or, where only the same is equal, hold equal values."""
    if type(one) is not type(other):
        return False
    if one == other:
        return True
    if isinstance(one, Interrupted):
        return one.summary == other.summary
    return type(one).__eq__ is object.__eq__ and all(
        same(getattr(one, field.name), getattr(other, field.name))
        for field in attrs.fields(type(one))
    )


def test_every_public_value_can_be_sent_and_copied() -> None:
    failed = {}
    for cls in public_classes():
        if issubclass(cls, enum.Enum):
            found: list[Any] = list(cls)
        else:
            found = values().get(cls, [])[:SOME] or [anyhow(cls)]
        for value in found:
            for how, made in COPIES.items():
                try:
                    alike = same(made(value), value)
                except (TypeError, AttributeError, pickle.PicklingError) as error:
                    failed[cls.__name__, how] = repr(error)
                else:
                    if not alike:
                        failed[cls.__name__, how] = "differs"
    assert failed == {}
