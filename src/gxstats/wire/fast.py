"""Through msgspec: from a document to the plain values of its members, and back to JSON.

The structures below have the keys of a form and no others. Their whole numbers have the bounds of
the form's cells; every other value is taken as it is, and judged by :mod:`gxstats.wire.compiled`
as with any other decoder.

Of two members with one key msgspec keeps the last, and nothing tells that there was another. A
document is therefore taken only if writing what was decoded gives the whole document again, byte for
byte, but for its white space. Any other spelling is left to Python's parser.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import zip_longest
from typing import Annotated, Any, Final, Union

import msgspec

from ..cells import BOUNDS, CELL, Kind
from ..forms.narrative import Narrative, Remark
from ..forms.organ import Organ
from ..forms.report import Form, Report, form_of, set_document
from .compiled import Doubt, report_of_parts
from .fields import fields_of, names_of, part_class, tables_of
from .strict import DOCUMENT_KEYS, forms_of, is_edition, own_editions

__all__ = ["json_of", "report_of"]


def report_of(data: bytes) -> Report | None:
    """The report in a document, or None: another decoder must then take it."""
    document = _decoded(data, own_editions()) or _decoded(data, _of_another_package(data))
    return None if document is None else _whole_report(document, data)


_FAILURES: Final = (msgspec.MsgspecError, ValueError, ArithmeticError, RecursionError)


def _decoded(data: bytes, editions: tuple[str, ...]) -> Any:
    """The document, if it is of one of these editions."""
    for decode in _decoders(editions):
        try:
            return decode(data)
        except _FAILURES:
            continue
    return None


def _of_another_package(data: bytes) -> tuple[str, ...]:
    """The edition that a document says it is of, if another package brings it."""
    try:
        edition = _edition(data).edition
    except _FAILURES:
        return ()
    return (edition,) if edition not in own_editions() and is_edition(edition) else ()


def _whole_report(document: Any, data: bytes) -> Report | None:
    """The report of a decoded document, if that is all there was in the data."""
    written = _encode(document)
    if written != data and written != msgspec.json.format(data, indent=-1):
        return None
    organ, narrative = document.organ, document.narrative
    form = _forms[type(document)]
    try:
        report = report_of_parts(
            form,
            document.year,
            (organ.name, organ.code, organ.division, organ.scope),
            form.values(document),
            (narrative.overview, narrative.problems, narrative.other),
            [(remark.cell, remark.printed) for remark in document.remarks],
        )
    except Doubt:
        return None
    set_document(report, written)
    return report


# --- structures -------------------------------------------------------------------------------


def _amount(text: str) -> Decimal:
    """A number that is no integer, exactly; refused where it would be written with an exponent."""
    value = Decimal(text)
    if "E" in str(value):
        raise ValueError(text)
    return value


@cache
def _decoders(editions: tuple[str, ...]) -> tuple[Callable[[bytes], Any], ...]:
    """The first takes one form of every edition, the next another one of those that have more."""
    rounds = zip_longest(*map(forms_of, editions))
    choices = [Union[tuple(_document(form) for form in forms if form)] for forms in rounds]  # noqa: UP007
    return tuple(msgspec.json.Decoder(choice, float_hook=_amount).decode for choice in choices)


_forms: Final[dict[type, Form]] = {}
"""The form of each structure."""


@cache
def _document(form: Form) -> type[msgspec.Struct]:
    types: dict[str, Any] = {
        "year": Any,
        "organ": _OrganFacts,
        **{name: _target(cls) for name, cls in tables_of(form).items()},
        "narrative": _Sections,
        "remarks": list[_Remark],  # type: ignore[valid-type]
    }
    tag, *keys = DOCUMENT_KEYS
    fields = [(key, types[key]) for key in keys]
    made = _struct("Document", fields, (tag, form.edition))
    _forms[made] = form
    return made


def _struct(
    name: str,
    fields: list[tuple[str, Any]],
    tag: tuple[str, str] | tuple[None, None] = (None, None),
) -> type[msgspec.Struct]:
    # No struct can be part of a cycle, so that the garbage collector need not look at them.
    return msgspec.defstruct(
        name, fields, forbid_unknown_fields=True, gc=False, tag_field=tag[0], tag=tag[1]
    )


def _facts(cls: type) -> type[msgspec.Struct]:
    return _struct(f"{cls.__name__}Facts", [(name, Any) for name in names_of(cls)])


_edition: Final[Callable[[bytes], Any]] = msgspec.json.Decoder(
    msgspec.defstruct("Edition", [(DOCUMENT_KEYS[0], str)])
).decode
_OrganFacts: Final = _facts(Organ)
_Sections: Final = _facts(Narrative)
_Remark: Final = _facts(Remark)


def _whole(least: int, largest: int) -> Any:
    bounded: Any = Annotated[int, msgspec.Meta(ge=least, le=largest)]
    return bounded | None


_TYPES: Final[dict[Kind, Any]] = {
    **{kind: _whole(*bounds) for kind, bounds in BOUNDS.items()},
    Kind.AMOUNT: Any,
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
    form = form_of(report)
    document, tables = _writer(form)
    organ, narrative = report.organ, report.narrative
    remarks = report.remarks
    return _encode(
        document(
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
