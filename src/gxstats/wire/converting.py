"""The cattrs converter: for those who keep a report, or a part of one, in classes of their own.

The hooks judge exactly as :func:`gxstats.from_json` does. Within a larger structure cattrs groups
the errors of all members; :func:`problems_of` brings ours out of the group again, with their
addresses within the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

import attrs
from cattrs import AttributeValidationNote, Converter, IterableValidationNote

from ..cells import FormPart
from ..errors import InvalidDocument, InvalidValue, Problem
from ..forms.narrative import Narrative, Remark
from ..forms.organ import Organ
from ..forms.report import Report, require_report
from ..text import Bilingual
from . import compiled
from .decoding import from_dict
from .fields import fields_of
from .pointer import member
from .strict import DOCUMENT_KEYS, Judge, judged

__all__ = ["converter", "problems_of", "register_hooks", "to_dict"]


def to_dict(report: Report) -> dict[str, Any]:
    """The report as plain values, in the order of the form; amounts are ``Decimal``.

    >>> from gxstats import Organ, Report2021
    >>> to_dict(Report2021.blank(year=2023, organ=Organ(name="某局")))["organ"]["name"]
    '某局'
    """
    require_report(report)
    return {key: _plain(getattr(report, key)) for key in DOCUMENT_KEYS}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if attrs.has(type(value)):
        fields = fields_of(type(value))
        return {field.name: _plain(getattr(value, field.name)) for field in fields}
    return value


# --- hooks ----------------------------------------------------------------------------------


def register_hooks(converter: Converter) -> None:
    """Teach a converter of your own the report and all its parts."""
    converter.register_structure_hook_func(_is_report, _structure_report)
    converter.register_structure_hook_factory(_is_part, _part_hook)
    converter.register_structure_hook_func(_is_choice_of_parts, _structure_choice)
    converter.register_structure_hook(Organ, _hook(Judge.organ))
    converter.register_structure_hook(Narrative, _hook(Judge.narrative))
    converter.register_structure_hook(Remark, _hook(Judge.remark))
    converter.register_unstructure_hook_func(_is_report, to_dict)


def _classes(cls: Any) -> tuple[Any, ...]:
    return get_args(cls) if get_origin(cls) in (Union, UnionType) else (cls,)


def _is_report(cls: Any) -> bool:
    return all(isinstance(one, type) and issubclass(one, Report) for one in _classes(cls))


def _is_part(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, FormPart)


def _is_choice_of_parts(cls: Any) -> bool:
    classes = _classes(cls)
    return len(classes) > 1 and all(map(_is_part, classes))


def _hook(judge: Callable[[Judge, object, str], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, _: judged(judge, value)


def _part_hook(cls: type) -> Callable[[Any, Any], Any]:
    load = compiled.loader(cls)
    judge = _hook(lambda notes, value, address: notes.part(cls, value, address))

    def structure(value: Any, _: Any) -> Any:
        try:
            return load(value)
        except compiled.Doubt:
            return judge(value, cls)

    return structure


def _structure_choice(value: Any, cls: Any) -> Any:
    """A part that is printed in several shapes: the one that fits, or else comes nearest."""
    nearest: InvalidDocument | None = None
    for one in _classes(cls):
        try:
            return _part_hook(one)(value, one)
        except InvalidDocument as error:
            if nearest is None or len(error.problems) < len(nearest.problems):
                nearest = error
    assert nearest is not None
    raise nearest


def _structure_report(value: Any, cls: Any) -> Any:
    report = from_dict(value)
    classes = _classes(cls)
    if not isinstance(report, classes):
        names = [f'"{one.edition}"' for one in classes]
        expected = Bilingual(" 或 ".join(names), " or ".join(names))
        problem = Problem("value.choice", "/edition", f"'{report.edition}'", expected)
        raise InvalidDocument([problem])
    return report


converter: Final = Converter()
"""Structures and unstructures reports and all parts of the form, and classes that hold them.

>>> from gxstats import DisputeResults
>>> converter.structure(
...     {"upheld": 1, "corrected": 0, "other": 0, "pending": 0, "total": 1}, DisputeResults
... ).total
1
"""
register_hooks(converter)


# --- errors ---------------------------------------------------------------------------------


def problems_of(error: BaseException) -> tuple[Problem, ...]:
    """The problems that an error of cattrs carries, each with its address within the whole.

    An error that is no group, ours or not, is looked at alike; errors that carry no problem,
    such as those of your own classes, have none.
    """
    return tuple(_problems(error, ""))


def _problems(error: BaseException, address: str) -> Iterator[Problem]:
    if isinstance(error, InvalidDocument):
        for problem in error.problems:
            yield attrs.evolve(problem, address=address + problem.address)
    elif isinstance(error, InvalidValue):
        yield attrs.evolve(error.problem, address=address + error.problem.address)
    elif isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            where = address
            for note in getattr(inner, "__notes__", ()):
                if isinstance(note, AttributeValidationNote):
                    where = member(address, note.name)
                elif isinstance(note, IterableValidationNote):
                    where = member(address, note.index)
            yield from _problems(inner, where)
