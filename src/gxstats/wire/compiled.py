"""Compiled loaders: from plain dictionaries straight to the values of the form's cells.

For every table one function is generated, with the checks of all its cells inline: nothing is
called for a single cell. A loader accepts or raises :class:`Doubt`; it never explains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import Any, Final

from ..cells import (
    BOUNDS,
    CELL,
    Kind,
    cell_problem,
)
from ..forms.building import part_builder
from ..forms.catalogue import Form, form_of
from ..organ import Organ
from ..report import (
    PRINTED_LENGTH,
    Narrative,
    Remark,
    Report,
    remark_problem,
    report_of_values,
    text_problem,
    year_problem,
)
from .fields import fields_of, names_of, part_class, tables_of
from .strict import DOCUMENT_KEYS, SCHEMA_KEY, editions, form_of_document

__all__ = [
    "Doubt",
    "loader",
    "members_of",
    "no_member_twice",
    "remarks_of",
    "report_of",
]


class Doubt(Exception):
    """Something that the strict path must judge."""


_INTEGER: Final = "(type({0}) is int and {1} <= {0} <= {2} or {0} is None)"


def amount(value: Any) -> Decimal | None:
    """The value of an amount cell: an integer is exact as it stands."""
    if cell_problem(Kind.AMOUNT, "", value) is not None:
        raise Doubt
    return Decimal(value) if type(value) is int else value


@cache
def loader(cls: type) -> Callable[[Any], Any]:
    """The compiled loader of a part: a plain dictionary to the part, or :class:`Doubt`."""
    values_of, build = flattener(cls), part_builder(cls)

    def load(value: Any) -> Any:
        return build(values_of(value))

    return load


@cache
def flattener(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """Generated: a plain dictionary to the values of a part's cells, or :class:`Doubt`.

    All parts within it are looked through in the same function, and every cell is checked there.
    """
    namespace: dict[str, Any] = {"Doubt": Doubt, "amount": amount}
    body: list[str] = []
    values = _flattening(cls, "value", body, namespace)
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


def _flattening(cls: type, value: str, body: list[str], namespace: dict[str, Any]) -> list[str]:
    """Add the lines that look through the part in a variable; what its cells' values are."""
    names = names_of(cls)
    here = f"{value}_"
    namespace[f"get_{cls.__name__}"] = itemgetter(*names)
    body.append(f"if type({value}) is not dict or len({value}) != {len(names)}: raise Doubt")
    variables = ", ".join(here + name for name in names)
    body.append(f"{variables} = get_{cls.__name__}({value})")  # of one key no tuple, but its value
    checks: list[str] = []
    values: list[str] = []
    for field in fields_of(cls):
        variable = here + field.name
        if CELL not in field.metadata:
            values += _flattening(part_class(cls, field.name), variable, body, namespace)
        elif field.metadata[CELL].kind is Kind.AMOUNT:
            values.append(f"amount({variable})")
        else:
            checks.append(_INTEGER.format(variable, *BOUNDS[field.metadata[CELL].kind]))
            values.append(variable)
    if checks:
        body.append(f"if not ({' and '.join(checks)}): raise Doubt")
    return values


def remarks_of(pairs: Iterable[tuple[Any, Any]], form: Form) -> tuple[Remark, ...]:
    """Remarks from the cell and the text of each."""
    made: list[Remark] = []
    seen: set[str] = set()
    for cell, printed in pairs:
        if remark_problem(cell, "", form.index, seen) is not None or printed is None:
            raise Doubt
        made.append(Remark(cell=cell, printed=printed))
    return tuple(made)


def report_of(tree: Any) -> Report:
    """The report of a parsed document of plain values.

    Raises :class:`Doubt`, or whatever error came up: the strict path then judges.
    """
    if type(tree) is not dict or len(tree) - (SCHEMA_KEY in tree) != len(DOCUMENT_KEYS):
        raise Doubt
    schema, edition = tree.get(SCHEMA_KEY, ""), tree["edition"]
    year = tree["year"]
    if text_problem(schema, "", PRINTED_LENGTH) is not None or schema is None:
        raise Doubt
    if type(edition) is not str or edition not in editions() or year_problem(year, ""):
        raise Doubt
    form = form_of_document(edition, tree)
    organ, narrative, remarks = tree["organ"], tree["narrative"], tree["remarks"]
    if type(remarks) is not list or not (
        _has_keys(organ, _FACTS) and _has_keys(narrative, _SECTIONS)
    ):
        raise Doubt
    if not all(_has_keys(remark, _REMARK) for remark in remarks):
        raise Doubt
    values: tuple[Any, ...] = ()
    for name, cls in tables_of(form).items():
        values += flattener(cls)(tree[name])
    return report_of_values(
        form,
        values,
        year,
        Organ(**organ),
        Narrative(**narrative),
        remarks_of(((remark["cell"], remark["printed"]) for remark in remarks), form),
    )


def _has_keys(value: Any, keys: frozenset[str]) -> bool:
    return type(value) is dict and value.keys() == keys


_FACTS: Final = frozenset(names_of(Organ))
_SECTIONS: Final = frozenset(names_of(Narrative))
_REMARK: Final = frozenset(names_of(Remark))


# --- members ----------------------------------------------------------------------------------


@cache
def members_of(form: Form) -> int:
    """How many members the objects of a document on this form have, remarks left out."""
    inner = sum(_members(cls) for cls in tables_of(form).values())
    return len(DOCUMENT_KEYS) + len(_FACTS) + len(_SECTIONS) + inner


@cache
def _members(cls: type) -> int:
    fields = fields_of(cls)
    inner = (part_class(cls, field.name) for field in fields if CELL not in field.metadata)
    return len(fields) + sum(_members(one) for one in inner)


def no_member_twice(document: str | bytes, report: Report, schema: str | None) -> bool:
    """Whether a document has no members beside those of the report that was read from it.

    Every member has a colon, and all other colons stand in strings: if there are as many as the
    members and the strings of the report have, there is no other member, repeated or unknown.
    Only the escape of a colon, in a string of the report, could make up for one too many.
    """
    members = members_of(form_of(report))
    if report.remarks or schema is not None:
        members += len(_REMARK) * len(report.remarks) + (schema is not None)
    colons = document.count(":") if isinstance(document, str) else document.count(b":")
    if colons == members:  # no string has one
        return True
    organ, narrative = report.organ, report.narrative
    texts = [schema, organ.name, narrative.overview, narrative.problems, narrative.other]
    for remark in report.remarks:
        texts += remark.cell, remark.printed
    inside = sum(text.count(":") for text in texts if text)
    escaped = _ESCAPE in document if isinstance(document, str) else _ESCAPE.encode() in document
    return colons == members + inside and not escaped


_ESCAPE: Final = "\\u003"
"""What the escapes of a colon begin with (``\\u003a``, ``\\u003A``)."""
