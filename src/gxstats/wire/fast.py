"""The fast path, through msgspec.

msgspec keeps the last of two members with one key, which is ruled out by counting colons, and
knows no bounds of a cell. Whatever is doubtful goes to the strict path, so that this module
never gives a reason: it accepts or it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal

import attrs
import msgspec

from ..cells import (
    CELL,
    COUNT_MAXIMUM,
    FormPart,
    Kind,
    cell_problem,
    part_classes,
    trusted_constructor,
)
from ..forms.catalogue import Form
from ..organ import Organ
from ..report import PRINTED_LENGTH, Narrative, Remark, Report, text_problem, year_problem
from .compiled import COLON_ESCAPE, Doubt, assembler, no_member_twice, remarks_of
from .strict import DOCUMENT_KEYS, SCHEMA_KEY, editions, forms_of, where_forms_differ

__all__ = ["report_of"]

_ESCAPE: Final = COLON_ESCAPE.encode()
_HEAD: Final = 256
"""Bytes within which the edition is looked for; elsewhere it costs the strict path's time."""
_AMOUNT: Final = re.compile(rb"[0-9]{1,12}(?:\.[0-9]{1,8})?")
"""Amounts as they are nearly always written; any other is left to the strict path."""


def report_of(data: bytes) -> Report | None:
    """The report in a document, or None: the strict path then judges."""
    form = _guess(data)
    if form is None or _ESCAPE in data:
        return None
    try:
        document = _decoder(form)(data)
        report = _report(document, form)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError, Doubt):
        return None
    schema = None if document.schema is msgspec.UNSET else document.schema
    return report if no_member_twice(data.count(b":"), report, schema) else None


def _guess(data: bytes) -> Form | None:
    """The form that a document seems to be on; decoding proves it."""
    head = data[:_HEAD]
    for edition in editions():
        if f'"{edition}"'.encode() in head:
            return next(form for form in forms_of(edition) if _mark(form) in data)
    return None


@cache
def _mark(form: Form) -> bytes:
    """A key that only this form of its edition has; nothing for one that has none of its own."""
    forms = forms_of(form.edition)
    if form is forms[-1]:
        return b""
    _, keys = where_forms_differ(form.edition)
    return f'"{min(keys[form.id] - keys[forms[-1].id])}"'.encode()


def _report(document: Any, form: Form) -> Report:
    organ, narrative = document.organ, document.narrative
    schema = document.schema
    if schema is not msgspec.UNSET and text_problem(schema, "", PRINTED_LENGTH):
        raise Doubt
    if year_problem(document.year, ""):
        raise Doubt
    report = assembler(form)(
        year=document.year,
        organ=Organ(
            name=organ.name, code=organ.code, division=organ.division, scope=organ.scope
        ),
        narrative=Narrative(
            overview=narrative.overview, problems=narrative.problems, other=narrative.other
        ),
        remarks=remarks_of([(remark.cell, remark.printed) for remark in document.remarks], form),
        **{name: _finisher(cls)(getattr(document, name)) for name, cls in form.parts.items()},
    )
    _require_bounds(form, report)
    return report


# --- bounds: the decoder has seen to the types ------------------------------------------------


def _require_bounds(form: Form, report: Report) -> None:
    values = form.values(report)
    numbers = list(filter(None, values))  # most cells hold 0
    if numbers and not (min(numbers) >= 0 and max(numbers) <= COUNT_MAXIMUM):
        for cell, value in zip(form, values, strict=True):
            if cell_problem(cell.kind, "", value) is not None:
                raise Doubt


# --- decoding ---------------------------------------------------------------------------------


@cache
def _decoder(form: Form) -> Callable[[bytes], Any]:
    types: dict[str, Any] = {
        "edition": Literal[form.edition],
        "year": int | None,
        "organ": _struct("Organ", dict.fromkeys(_names(Organ), str | None)),
        **{name: _target(cls) for name, cls in form.parts.items()},
        "narrative": _struct("Narrative", dict.fromkeys(_names(Narrative), str | None)),
        "remarks": list[_struct("Remark", dict.fromkeys(_names(Remark), str))],  # type: ignore[misc]
    }
    fields: list[Any] = [(key, types[key]) for key in DOCUMENT_KEYS]
    fields.append(
        ("schema", str | msgspec.UnsetType, msgspec.field(name=SCHEMA_KEY, default=msgspec.UNSET))
    )
    document = msgspec.defstruct("Document", fields, forbid_unknown_fields=True)
    return msgspec.json.Decoder(document).decode


def _names(cls: type) -> Iterator[str]:
    return (field.name for field in attrs.fields(cls))


def _struct(name: str, types: dict[str, Any]) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        name, list(types.items()), forbid_unknown_fields=True, gc=False
    )


@cache
def _target(cls: type[FormPart]) -> type[msgspec.Struct]:
    """What a part is decoded into: not its own class, whose checks would run cell by cell."""
    types: dict[str, Any] = {}
    for field in attrs.fields(cls):
        if CELL not in field.metadata:
            types[field.name] = _target(part_classes(cls, field.name)[0])
        else:  # as a Decimal, msgspec would also take an amount from a string
            is_amount = field.metadata[CELL].kind is Kind.AMOUNT
            types[field.name] = msgspec.Raw if is_amount else int | None
    return _struct(cls.__name__, types)


@cache
def _finisher(cls: type[FormPart]) -> Callable[[Any], Any]:
    """From what a part is decoded into, to the part."""
    namespace: dict[str, Any] = {"make": trusted_constructor(cls), "amount": _amount}
    arguments = []
    for field in attrs.fields(cls):
        argument = f"part.{field.name}"
        if CELL not in field.metadata:
            namespace[f"finish_{field.name}"] = _finisher(part_classes(cls, field.name)[0])
            argument = f"finish_{field.name}({argument})"
        elif field.metadata[CELL].kind is Kind.AMOUNT:
            argument = f"amount({argument})"
        arguments.append(argument)
    exec(f"def finish(part):\n    return make({', '.join(arguments)})", namespace)
    finish: Callable[[Any], Any] = namespace["finish"]
    return finish


def _amount(raw: msgspec.Raw) -> Decimal | None:
    text = bytes(raw)
    if _AMOUNT.fullmatch(text):
        return Decimal(text.decode())
    if text == b"null":
        return None
    raise Doubt
