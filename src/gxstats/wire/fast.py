"""The fast path, through msgspec.

msgspec keeps the last of two members with one key, which is ruled out by counting colons, and takes
an amount from a string, which is ruled out by looking at it. Whatever is doubtful goes to the strict path, so that this module
never gives a reason: it accepts or it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Final, Literal, TypeAlias

import msgspec

from ..cells import (
    BOUNDS,
    CELL,
    Kind,
    trusted_constructor,
)
from ..forms.catalogue import FORMS, Form, form_of
from ..organ import Organ
from ..report import (
    PRINTED_LENGTH,
    TEXT_LENGTH,
    Narrative,
    Remark,
    Report,
    report_of_values,
    set_decoded,
    text_problem,
    year_problem,
)
from .compiled import Doubt, no_member_twice, remarks_of
from .fields import fields_of, names_of, part_class, tables_of
from .strict import DOCUMENT_KEYS, SCHEMA_KEY, forms_of, where_forms_differ

__all__ = ["json_of", "report_of"]

_HEAD: Final = 256
"""Bytes within which the edition is looked for; elsewhere it costs the strict path's time."""
_COMPACT_HEAD: Final = len('{"edition":"2019"')
_AMOUNT: Final = re.compile(rb" ?(?:[0-9]{1,12}(?:\.[0-9]{1,6}([0-9]{1,2})?)?[,}\s]|null)").match
"""Amounts as they are nearly always written; any other is left to the strict path. Its group is
there where Python might write the number with an exponent."""


def report_of(data: bytes) -> Report | None:
    """The report in a document, or None: the strict path then judges."""
    form = _guess(data)
    if form is None:
        return None
    try:
        document = _decoder(form)(data)
        report = _report(document, form)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError, Doubt):
        return None
    spelling = _spelling(data, form)
    schema = None if document.schema is msgspec.UNSET else document.schema
    if spelling is None or not no_member_twice(data, report, schema):
        return None
    if spelling and schema is None:
        set_decoded(report, document)
    return report


def _spelling(data: bytes, form: Form) -> bool | None:
    """Whether all amounts will be written as they are spelt, without an exponent.

    None if one is out of bounds, or a string, which msgspec takes for a number too. A key with
    its quotes and its colon can stand in no string.
    """
    kept = True
    for key, length in _amount_keys(form):
        found = _AMOUNT(data, data.find(key) + length)
        if found is None:
            return None
        if found.lastindex:
            kept = False
    return kept


@cache
def _amount_keys(form: Form) -> tuple[tuple[bytes, int], ...]:
    """The keys of amounts as they stand in a document, with their lengths."""
    names = [cell.address.rpartition("/")[2] for cell in form if cell.kind is Kind.AMOUNT]
    if len(set(names)) != len(names):  # pragma: no cover - a form that does not exist yet
        raise NotImplementedError("two amounts with one key: look at every one of them")
    return tuple((f'"{name}":'.encode(), len(name) + 3) for name in names)


def _guess(data: bytes) -> Form | None:
    """The form that a document seems to be on; decoding proves it."""
    forms = _by_head().get(data[:_COMPACT_HEAD])
    if forms is None:
        head = data[:_HEAD]
        forms = next((f for e, f in _by_edition() if e in head), ())
    for mark, form in forms:
        if mark in data:
            return form
    return None


_Marked: TypeAlias = tuple[tuple[bytes, Form], ...]
"""The forms of an edition, each with a key that the last of them does not have."""


@cache
def _by_edition() -> tuple[tuple[bytes, _Marked], ...]:
    found = []
    for edition in dict.fromkeys(form.edition for form in FORMS.values()):
        *others, last = forms_of(edition)
        marked = [
            (f'"{min(keys[form.id] - keys[last.id])}"'.encode(), form)
            for form in others
            for _, keys in [where_forms_differ(edition)]
        ]
        found.append((f'"{edition}"'.encode(), (*marked, (b"", last))))
    return tuple(found)


@cache
def _by_head() -> dict[bytes, _Marked]:
    return {b'{"edition":' + edition: forms for edition, forms in _by_edition()}


def _report(document: Any, form: Form) -> Report:
    schema = document.schema
    if schema is not msgspec.UNSET and text_problem(schema, "", PRINTED_LENGTH):
        raise Doubt
    year = document.year
    if year is not None and year_problem(year, "") is not None:
        raise Doubt
    organ = document.organ
    remarks = document.remarks
    return report_of_values(
        form,
        form.values(document),
        year,
        Organ(name=organ.name, code=organ.code, division=organ.division, scope=organ.scope),
        _narrative(document.narrative),
        remarks_of([(one.cell, one.printed) for one in remarks], form) if remarks else (),
    )


_make_narrative: Final = trusted_constructor(Narrative)


def _narrative(sections: Any) -> Narrative:
    """The sections of text; the decoder takes no unpaired surrogates."""
    texts: tuple[str | None, ...] = (sections.overview, sections.problems, sections.other)
    for text in texts:
        if text is not None and len(text) > TEXT_LENGTH:
            raise Doubt
    made: Narrative = _make_narrative(*texts)
    return made


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


def _whole(least: int, largest: int) -> Any:
    bounded: Any = Annotated[int, msgspec.Meta(ge=least, le=largest)]
    return bounded | None


_TYPES: Final[dict[Kind, Any]] = {
    **{kind: _whole(*bounds) for kind, bounds in BOUNDS.items()},
    Kind.AMOUNT: Decimal | None,
}


@cache
def _target(cls: type) -> type[msgspec.Struct]:
    """What a part is decoded into: it has the attributes of the part, and no other keys."""
    fields: list[tuple[str, Any]] = []
    for field in fields_of(cls):
        if CELL in field.metadata:
            fields.append((field.name, _TYPES[field.metadata[CELL].kind]))
        else:
            fields.append((field.name, _target(part_class(cls, field.name))))
    return _struct(cls.__name__, fields)


# --- encoding ---------------------------------------------------------------------------------

_encode: Final = msgspec.json.Encoder(decimal_format="number").encode


def json_of(report: Report) -> bytes:
    """The report as compact JSON."""
    decoded = getattr(report, "_decoded", None)
    if decoded is not None:  # as it was read
        return _encode(decoded)
    form = form_of(report)
    document, tables = _writer(form)
    organ, narrative = report.organ, report.narrative
    remarks = report.remarks
    return _encode(
        document(
            form.edition,
            report.year,
            _OrganFacts(organ.name, organ.code, organ.division, organ.scope),
            *tables(report.values()),
            _Sections(narrative.overview, narrative.problems, narrative.other),
            [_Remark(one.cell, one.printed) for one in remarks] if remarks else [],
        )
    )


@cache
def _writer(form: Form) -> tuple[Any, Callable[[tuple[Any, ...]], tuple[Any, ...]]]:
    return _document(form), _tables(form)


@cache
def _tables(form: Form) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Generated: the values of all cells to the tables, as structs."""
    namespace: dict[str, Any] = {"raw": _raw}
    cells = iter(form)

    def made(cls: type) -> str:
        # attrs classes would be written in the alphabetical order of their slots
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
