"""The one place that takes a report from plain values: it accepts them, or it does not.

Whatever decoded a document, its values come here and are judged alike. What is not accepted
raises :class:`Doubt`; :mod:`gxstats.wire.strict` then gives the reasons. A generated function
takes the values of a table from its dictionaries and checks the whole numbers among them, so
that nothing is called for a single cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import Any, Final

from ..cells import BOUNDS, CELL, CellValue, Kind, cell_problem, trusted_constructor
from ..errors import InvalidValue
from ..forms.building import part_builder
from ..forms.narrative import (
    PRINTED_LENGTH,
    TEXT_LENGTH,
    Narrative,
    Remark,
    remark_problem,
    text_problem,
)
from ..forms.organ import Organ
from ..forms.report import Form, Report, report_of_values, year_problem
from .fields import fields_of, names_of, part_class, tables_of
from .strict import DOCUMENT_KEYS, SCHEMA_KEY, form_of_document, is_edition

__all__ = ["Doubt", "loader", "report_of", "report_of_parts"]


class Doubt(Exception):
    """Something that the strict path must judge."""


# --- cells --------------------------------------------------------------------------------------

_INTEGER: Final = "(type({0}) is int and {1} <= {0} <= {2} or {0} is None)"


@cache
def amounts_judge(kinds: tuple[Kind, ...]) -> Callable[[tuple[Any, ...]], tuple[CellValue, ...]]:
    """A function that judges the amounts among the values of cells, and makes them decimals."""
    amounts = tuple(place for place, kind in enumerate(kinds) if kind is Kind.AMOUNT)

    def judge(values: tuple[Any, ...]) -> tuple[CellValue, ...]:
        for place in amounts:
            value = values[place]
            if cell_problem(Kind.AMOUNT, "", value) is not None:
                raise Doubt
            if type(value) is int:  # an integer is exact as it stands
                values = (*values[:place], Decimal(value), *values[place + 1 :])
        return values

    return judge


@cache
def _judge_of(form: Form) -> Callable[[tuple[Any, ...]], tuple[CellValue, ...]]:
    return amounts_judge(tuple(cell.kind for cell in form))


@cache
def loader(cls: type) -> Callable[[Any], Any]:
    """The compiled loader of a part: a plain dictionary to the part, or :class:`Doubt`."""
    flatten, build = flattener(cls), part_builder(cls)
    judge = amounts_judge(tuple(_kinds(cls)))

    def load(value: Any) -> Any:
        return build(judge(flatten(value)))

    return load


def _kinds(cls: type) -> Iterable[Kind]:
    for field in fields_of(cls):
        if CELL in field.metadata:
            yield field.metadata[CELL].kind
        else:
            yield from _kinds(part_class(cls, field.name))


# --- from dictionaries --------------------------------------------------------------------------


@cache
def flattener(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """Generated: a plain dictionary to the values of a part's cells, or :class:`Doubt`.

    It and the dictionaries within it have exactly the keys of the part, and the whole numbers are
    within their bounds. Amounts are left to :func:`amounts_judge`.
    """
    namespace: dict[str, Any] = {"Doubt": Doubt}
    body: list[str] = []
    values = _flattening(cls, "value", body)
    source = "\n    ".join(
        [
            "def flatten(value):",
            "try:",
            *(f"    {line}" for line in body),
            f"    return ({', '.join(values)},)",
            "except KeyError:",
            "    raise Doubt from None",
        ]
    )
    exec(source, namespace)  # noqa: S102 - generated from attribute names alone
    flatten: Callable[[Any], tuple[Any, ...]] = namespace["flatten"]
    return flatten


def _flattening(cls: type, value: str, body: list[str]) -> list[str]:
    """Add the lines that look through the part in a variable; the variables of its cells."""
    fields = fields_of(cls)
    # where a key is repeated, the parser gives a Members, which is not a plain dict
    body.append(f"if type({value}) is not dict or len({value}) != {len(fields)}: raise Doubt")
    body += [f"{value}_{field.name} = {value}[{field.name!r}]" for field in fields]
    checks: list[str] = []
    values: list[str] = []
    for field in fields:
        variable = f"{value}_{field.name}"
        if CELL not in field.metadata:
            values += _flattening(part_class(cls, field.name), variable, body)
            continue
        values.append(variable)
        kind = field.metadata[CELL].kind
        if kind in BOUNDS:
            checks.append(_INTEGER.format(variable, *BOUNDS[kind]))
    if checks:
        body.append(f"if not ({' and '.join(checks)}): raise Doubt")
    return values


def report_of(tree: Any) -> Report:
    """The report of a parsed document of plain values; raises :class:`Doubt`."""
    if type(tree) is not dict or len(tree) - (SCHEMA_KEY in tree) != len(DOCUMENT_KEYS):
        raise Doubt
    schema = tree.get(SCHEMA_KEY, "")
    if schema is None or text_problem(schema, "", PRINTED_LENGTH) is not None:
        raise Doubt
    edition, remarks = tree.get("edition"), tree.get("remarks")
    if type(edition) is not str or not is_edition(edition) or type(remarks) is not list:
        raise Doubt
    if not tree.keys() >= _KEYS:
        raise Doubt
    form = form_of_document(edition, tree)
    values: tuple[Any, ...] = ()
    for name, cls in tables_of(form).items():
        values += flattener(cls)(tree[name])
    return report_of_parts(
        form,
        tree["year"],
        _organ_of(tree["organ"]),
        values,
        _narrative_of(tree["narrative"]),
        [_remark_of(remark) for remark in remarks],
    )


def _members_of(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """A function to the members of an object that has exactly the keys of a class."""
    names = names_of(cls)
    members: Callable[[Any], tuple[Any, ...]] = itemgetter(*names)
    count = len(names)

    def get(value: Any) -> tuple[Any, ...]:
        if type(value) is not dict or len(value) != count:
            raise Doubt
        try:
            return members(value)
        except KeyError:
            raise Doubt from None

    return get


_organ_of: Final = _members_of(Organ)
_narrative_of: Final = _members_of(Narrative)
_remark_of: Final = _members_of(Remark)
_KEYS: Final = frozenset(DOCUMENT_KEYS)


# --- reports ------------------------------------------------------------------------------------


def report_of_parts(
    form: Form,
    year: Any,
    organ: Sequence[Any],
    values: tuple[Any, ...],
    narrative: Sequence[Any],
    remarks: Sequence[Sequence[Any]],
) -> Report:
    """The report of the plain values of all its fields; raises :class:`Doubt`.

    An organ, a narrative and a remark are the values of their fields, in order. The whole numbers
    of the cells are within their bounds; everything else is judged here.
    """
    if year_problem(year, "") is not None:
        raise Doubt
    judged = _judge_of(form)(values)
    for text in narrative:
        if text_problem(text, "", TEXT_LENGTH) is not None:
            raise Doubt
    name, code, division, scope = organ
    try:
        made = Organ(name=name, code=code, division=division, scope=scope)
        noted = tuple(_remarks(remarks, form)) if remarks else ()
    except InvalidValue:
        raise Doubt from None
    return report_of_values(form, judged, year, made, _make_narrative(*narrative), noted)


_make_narrative: Final = trusted_constructor(Narrative)


def _remarks(remarks: Sequence[Sequence[Any]], form: Form) -> Iterable[Remark]:
    seen: set[str] = set()
    for cell, printed in remarks:
        remark = Remark(cell=cell, printed=printed)
        if remark_problem(cell, "", form.index, seen) is not None:
            raise Doubt
        yield remark
