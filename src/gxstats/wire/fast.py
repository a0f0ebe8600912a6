"""The fast path, through msgspec.

msgspec keeps the last of two members with one key, which is ruled out by counting colons, and
knows no bounds of a cell. Whatever is doubtful goes to the strict path, so that this module
never gives a reason: it accepts or it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal

import msgspec

from ..cells import (
    CELL,
    COUNT_MAXIMUM,
    Kind,
    cell_problem,
    trusted_constructor,
)
from ..forms.catalogue import Form
from ..organ import Organ
from ..report import (
    PRINTED_LENGTH,
    TEXT_LENGTH,
    Narrative,
    Remark,
    Report,
    text_problem,
    year_problem,
)
from .compiled import COLON_ESCAPE, Doubt, assembler, no_member_twice, remarks_of
from .fields import fields_of, names_of, part_class, tables_of
from .strict import DOCUMENT_KEYS, SCHEMA_KEY, editions, forms_of, where_forms_differ

__all__ = ["json_of", "report_of"]

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
        organ=Organ(name=organ.name, code=organ.code, division=organ.division, scope=organ.scope),
        narrative=_narrative(narrative),
        remarks=remarks_of([(remark.cell, remark.printed) for remark in document.remarks], form),
        **{name: _finisher(cls)(getattr(document, name)) for name, cls in tables_of(form).items()},
    )
    _require_bounds(form, report)
    return report


_make_narrative: Final = trusted_constructor(Narrative)


def _narrative(sections: Any) -> Narrative:
    """The sections of text; the decoder takes no unpaired surrogates."""
    texts: tuple[str | None, ...] = (sections.overview, sections.problems, sections.other)
    for text in texts:
        if text is not None and len(text) > TEXT_LENGTH:
            raise Doubt
    made: Narrative = _make_narrative(*texts)
    return made


# --- bounds: the decoder has seen to the types ------------------------------------------------


def _require_bounds(form: Form, report: Report) -> None:
    values = form.values(report)
    numbers: list[Any] = list(filter(None, values))  # most cells hold 0
    if numbers and not (min(numbers) >= 0 and max(numbers) <= COUNT_MAXIMUM):
        for cell, value in zip(form, values, strict=True):
            if cell_problem(cell.kind, "", value) is not None:
                raise Doubt


# --- decoding ---------------------------------------------------------------------------------


@cache
def _decoder(form: Form) -> Callable[[bytes], Any]:
    return msgspec.json.Decoder(_document(form)).decode


@cache
def _document(form: Form) -> type[msgspec.Struct]:
    types: dict[str, Any] = {
        "edition": Literal[form.edition],
        "year": int | None,
        "organ": _OrganFacts,
        **{name: _target(cls) for name, cls in tables_of(form).items()},
        "narrative": _Sections,
        "remarks": list[_Remark],  # type: ignore[valid-type]
    }
    fields: list[Any] = [(key, types[key]) for key in DOCUMENT_KEYS]
    fields.append(
        ("schema", str | msgspec.UnsetType, msgspec.field(name=SCHEMA_KEY, default=msgspec.UNSET))
    )
    return _struct("Document", fields)


def _struct(name: str, fields: list[Any]) -> type[msgspec.Struct]:
    # No struct can be part of a cycle, so that the garbage collector need not look at them.
    return msgspec.defstruct(name, fields, forbid_unknown_fields=True, gc=False)


def _facts(cls: type, kind: Any) -> type[msgspec.Struct]:
    return _struct(cls.__name__, [(name, kind) for name in names_of(cls)])


_OrganFacts: Final = _facts(Organ, str | None)
_Sections: Final = _facts(Narrative, str | None)
_Remark: Final = _facts(Remark, str)


@cache
def _target(cls: type) -> type[msgspec.Struct]:
    """What a part is decoded into: not its own class, whose checks would run cell by cell."""
    fields: list[tuple[str, Any]] = []
    for field in fields_of(cls):
        if CELL not in field.metadata:
            fields.append((field.name, _target(part_class(cls, field.name))))
        else:  # as a Decimal, msgspec would also take an amount from a string
            is_amount = field.metadata[CELL].kind is Kind.AMOUNT
            fields.append((field.name, msgspec.Raw if is_amount else int | None))
    return _struct(cls.__name__, fields)


@cache
def _finisher(cls: type) -> Callable[[Any], Any]:
    """From what a part is decoded into, to the part."""
    namespace: dict[str, Any] = {"make": trusted_constructor(cls), "amount": _amount}
    arguments = []
    for field in fields_of(cls):
        argument = f"part.{field.name}"
        if CELL not in field.metadata:
            namespace[f"finish_{field.name}"] = _finisher(part_class(cls, field.name))
            argument = f"finish_{field.name}({argument})"
        elif field.metadata[CELL].kind is Kind.AMOUNT:
            argument = f"amount({argument})"
        arguments.append(argument)
    source = f"def finish(part):\n    return make({', '.join(arguments)})"
    exec(source, namespace)  # noqa: S102 - generated from attribute names alone
    finish: Callable[[Any], Any] = namespace["finish"]
    return finish


def _amount(raw: msgspec.Raw) -> Decimal | None:
    text = bytes(raw)
    if _AMOUNT.fullmatch(text):
        return Decimal(text.decode())
    if text == b"null":
        return None
    raise Doubt


# --- encoding ---------------------------------------------------------------------------------

_encode: Final = msgspec.json.Encoder().encode


def json_of(report: Report) -> bytes:
    """The report as compact JSON."""
    form = report.form
    organ, narrative = report.organ, report.narrative
    return _encode(
        _document(form)(
            form.edition,
            report.year,
            _OrganFacts(organ.name, organ.code, organ.division, organ.scope),
            *_tables(form)(form.values(report)),
            _Sections(narrative.overview, narrative.problems, narrative.other),
            [_Remark(one.cell, one.printed) for one in report.remarks],
        )
    )


@cache
def _tables(form: Form) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Generated: the values of all cells to the tables, as structs."""
    namespace: dict[str, Any] = {"raw": _raw}
    cells = iter(form)

    def made(cls: type) -> str:
        namespace[cls.__name__] = _target(cls)
        arguments = []
        for field in fields_of(cls):
            if CELL in field.metadata:
                cell = next(cells)
                value = f"c{cell.index}"
                arguments.append(f"raw({value})" if cell.kind is Kind.AMOUNT else value)
            else:
                arguments.append(made(part_class(cls, field.name)))
        return f"{cls.__name__}({', '.join(arguments)})"

    tables = ", ".join(made(cls) for cls in tables_of(form).values())
    names = ", ".join(f"c{cell.index}" for cell in form)
    source = f"def tables(values):\n    {names} = values\n    return ({tables})"
    exec(source, namespace)  # noqa: S102 - generated from attribute names alone
    compiled: Callable[[tuple[Any, ...]], tuple[Any, ...]] = namespace["tables"]
    return compiled


def _raw(value: Decimal | None) -> msgspec.Raw:
    return msgspec.Raw(b"null" if value is None else format(value, "f").encode())
