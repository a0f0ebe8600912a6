"""The same form in other libraries, generated from gxstats' catalogue so that none is favoured.

Every contestant reads the same bytes into typed, immutable objects, refuses unknown keys and
numbers that are no counts, checks every relation, and writes the document again. Where a
library cannot give a guarantee, its entry says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter, mul
from typing import Annotated, Any, Literal

import attrs
import cattrs
import msgspec
import pydantic

from gxstats import ApplicantCounts, DisputeResults, Kind, Report2019, Strength, form, rulebook
from gxstats.cells import CELL, COUNT_MAXIMUM, PART, part_classes
from gxstats.forms.narrative import TEXT_LENGTH
from gxstats.forms.organ import credit_code_check_character
from gxstats.forms.report import YEARS

FORM = form("2019")
RULEBOOK = rulebook(FORM)
SECTIONS = ("overview", "problems", "other")

Path = Callable[[bytes], bytes]
"""Bytes, to a typed report, to the outcome of every relation, to bytes."""


def relations(report: Any) -> Any:
    """Every relation of the form, by gxstats' own compiled code, for all but the idiomatic."""
    return RULEBOOK.evaluate(FORM.values(report))


def shapes(visit: Callable[[str, dict[str, Any]], Any], cell: Callable[[Kind], Any]) -> Any:
    """Rebuild the report class in another library, from the innermost parts outwards."""

    def made(cls: type) -> Any:
        if cls not in known:
            fields = {}
            for field in attrs.fields(cls):
                if CELL in field.metadata:
                    fields[field.name] = cell(field.metadata[CELL].kind)
                elif PART in field.metadata:
                    fields[field.name] = made(part_classes(cls, field.name)[0])
            known[cls] = visit(cls.__name__, fields)
        return known[cls]

    known: dict[type, Any] = {}
    return {field.name: made(part_classes(Report2019, field.name)[0]) for field in tables()}


def tables() -> list[Any]:
    return [field for field in attrs.fields(Report2019) if PART in field.metadata]


SCOPE = Literal["organ", "region"] | None


def credit_code(value: str | None) -> str | None:
    if value is not None and credit_code_check_character(value[:17]) != value[17:]:
        raise ValueError("not a credit code")
    return value


def remark_cell(value: str) -> str:
    if value not in FORM.index:
        raise ValueError("not a cell of the form")
    return value


# --- msgspec --------------------------------------------------------------------------------


def msgspec_structs() -> Path:
    """Keeps the last of two equal keys; takes "12.5" for an amount."""
    count = Annotated[int, msgspec.Meta(ge=0, le=COUNT_MAXIMUM)] | None
    change = Annotated[int, msgspec.Meta(ge=-COUNT_MAXIMUM, le=COUNT_MAXIMUM)] | None
    types = {Kind.COUNT: count, Kind.CHANGE: change, Kind.AMOUNT: Decimal | None}
    text = Annotated[str, msgspec.Meta(max_length=TEXT_LENGTH)] | None

    def struct(name: str, fields: dict[str, Any]) -> Any:
        return msgspec.defstruct(
            name, list(fields.items()), frozen=True, kw_only=True, forbid_unknown_fields=True
        )

    document = struct(
        "Document",
        {
            "edition": str,
            "year": Annotated[int, msgspec.Meta(ge=YEARS[0], le=YEARS[1])] | None,
            "organ": struct(
                "Organ",
                {
                    "name": Annotated[str, msgspec.Meta(min_length=1, max_length=200)] | None,
                    "code": str | None,
                    "division": Annotated[str, msgspec.Meta(pattern="^[1-9][0-9]{5}$")] | None,
                    "scope": SCOPE,
                },
            ),
            **shapes(struct, types.__getitem__),
            "narrative": struct("Narrative", dict.fromkeys(SECTIONS, text)),
            "remarks": list[struct("Remark", {"cell": str, "printed": str})],
        },
    )
    decode = msgspec.json.Decoder(document).decode
    encode = msgspec.json.Encoder(decimal_format="number").encode

    def path(data: bytes) -> bytes:
        report = decode(data)
        credit_code(report.organ.code)
        for remark in report.remarks:
            remark_cell(remark.cell)
        relations(report)
        return encode(report)

    return path


# --- pydantic -------------------------------------------------------------------------------

STRICT = pydantic.ConfigDict(extra="forbid", frozen=True, strict=True)


def _pydantic_document(
    bases: dict[str, type[pydantic.BaseModel]], document_base: type[pydantic.BaseModel]
) -> type[pydantic.BaseModel]:
    count = Annotated[int, pydantic.Field(ge=0, le=COUNT_MAXIMUM)] | None
    change = Annotated[int, pydantic.Field(ge=-COUNT_MAXIMUM, le=COUNT_MAXIMUM)] | None
    amount = (
        Annotated[
            Decimal,
            pydantic.Field(ge=0, max_digits=20, decimal_places=8, strict=False),
            pydantic.PlainSerializer(float, return_type=float, when_used="json"),
        ]
        | None
    )
    types = {Kind.COUNT: count, Kind.CHANGE: change, Kind.AMOUNT: amount}

    text = Annotated[str, pydantic.Field(max_length=TEXT_LENGTH)] | None
    organ = {
        "name": Annotated[str, pydantic.Field(min_length=1, max_length=200)] | None,
        "code": Annotated[str | None, pydantic.AfterValidator(credit_code)],
        "division": Annotated[str, pydantic.Field(pattern="^[1-9][0-9]{5}$")] | None,
        "scope": SCOPE,
    }
    remark = {"cell": Annotated[str, pydantic.AfterValidator(remark_cell)], "printed": str}

    def model(name: str, fields: dict[str, Any]) -> Any:
        base = bases.get(name, _Strict)
        return pydantic.create_model(
            name, __base__=base, **{field: (type_, ...) for field, type_ in fields.items()}
        )

    return pydantic.create_model(
        "Document",
        __base__=document_base,
        edition=(str, ...),
        year=(Annotated[int, pydantic.Field(ge=YEARS[0], le=YEARS[1])] | None, ...),
        organ=(model("Organ", organ), ...),
        **{name: (type_, ...) for name, type_ in shapes(model, types.__getitem__).items()},
        narrative=(
            model("Narrative", dict.fromkeys(SECTIONS, text)),
            ...,
        ),
        remarks=(list[model("Remark", remark)], ...),
    )


class _Strict(pydantic.BaseModel):
    model_config = STRICT


def pydantic_one_validator() -> Path:
    """Amounts pass through a float when written; keeps the last of two equal keys."""

    class Checked(_Strict):
        @pydantic.model_validator(mode="after")
        def check(self) -> Any:
            relations(self)
            return self

    document = _pydantic_document({}, Checked)
    return lambda data: document.model_validate_json(data).model_dump_json().encode()


def pydantic_idiomatic() -> Path:
    """A validator for each row and for the columns; a finding is noted, not raised."""
    columns = tuple(field.name for field in attrs.fields(ApplicantCounts))
    results = tuple(field.name for field in attrs.fields(DisputeResults))

    def adds_up(part: Any, names: tuple[str, ...], info: Any) -> Any:
        values = [getattr(part, name) for name in names]
        if None not in values and sum(values[:-1]) != values[-1]:
            info.context.append(part)
        return part

    class Row(_Strict):
        @pydantic.model_validator(mode="after")
        def check_row(self, info: pydantic.ValidationInfo) -> Any:
            return adds_up(self, columns, info)

    class Results(_Strict):
        @pydantic.model_validator(mode="after")
        def check_results(self, info: pydantic.ValidationInfo) -> Any:
            return adds_up(self, results, info)

    def compiled(relations: list[Any]) -> list[tuple[Any, Any, list[int]]]:
        """Each relation with a getter for its cells, from the table downwards, and its signs."""
        return [
            (
                relation,
                attrgetter(*(".".join(t.address.split("/")[2:]) for t in relation.terms)),
                [term.coefficient for term in relation.terms],
            )
            for relation in relations
        ]

    of_columns = compiled(
        [r for r in RULEBOOK if r.id.startswith(("requests.balance", "requests.outcome"))]
    )
    soft = compiled([r for r in RULEBOOK if r.id.startswith("disclosure.")])

    def check_all(part: Any, checked: list[Any], info: Any) -> Any:
        for relation, cells, signs in checked:
            values = cells(part)
            if None not in values:
                residual = sum(map(mul, signs, values))
                if residual > 0 or (residual and relation.strength is not Strength.SOFT):
                    info.context.append(relation.id)
        return part

    class Requests(_Strict):
        @pydantic.model_validator(mode="after")
        def check_columns(self, info: pydantic.ValidationInfo) -> Any:
            return check_all(self, of_columns, info)

    class Disclosure(_Strict):
        @pydantic.model_validator(mode="after")
        def check_hints(self, info: pydantic.ValidationInfo) -> Any:
            return check_all(self, soft, info)

    document = _pydantic_document(
        {
            "ApplicantCounts": Row,
            "DisputeResults": Results,
            "Requests2019": Requests,
            "Disclosure2019": Disclosure,
        },
        _Strict,
    )

    def path(data: bytes) -> bytes:
        found: list[Any] = []
        return document.model_validate_json(data, context=found).model_dump_json().encode()

    return path


# --- cattrs ---------------------------------------------------------------------------------


def plain_cattrs() -> Path:
    """gxstats' own classes with cattrs and json as they come; keeps the last of equal keys."""
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)

    def exactly(type_: type) -> Callable[[Any, Any], Any]:
        def hook(value: Any, _: Any) -> Any:
            if type(value) is not type_:
                raise TypeError(f"{value!r} is not {type_.__name__}")
            return value

        return hook

    for type_ in (int, str):
        converter.register_structure_hook(type_, exactly(type_))
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))

    def path(data: bytes) -> bytes:
        tree = json.loads(data, parse_float=Decimal)
        edition = tree.pop("edition")
        report = converter.structure(tree, Report2019)
        relations(report)
        written = {"edition": edition, **converter.unstructure(report)}
        return json.dumps(written, ensure_ascii=False, default=float).encode()

    return path


# --- all ------------------------------------------------------------------------------------


def rivals() -> dict[str, Path]:
    return {
        "msgspec Structs": msgspec_structs(),
        "pydantic, one model validator": pydantic_one_validator(),
        "pydantic, row and column validators": pydantic_idiomatic(),
        "cattrs and json, plain": plain_cattrs(),
    }
