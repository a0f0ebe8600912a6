"""What a cell of the form is, and the helpers with which the forms are written down.

A cell holds a *count* (a whole number, not negative), a *change* (a whole number with a sign)
or an *amount* (an exact decimal, in 万元, 10,000 yuan). A blank cell is ``None``; blank is not
zero. Labels, units and kinds stand once, beside the field, in its metadata; everything else
is derived from there.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import wraps
from math import isfinite
from operator import attrgetter
from typing import Any, Final, ParamSpec, Self, TypeAlias, TypeVar, dataclass_transform

import attrs

from .errors import CellTypeError, CellValueError, Problem, WrongArgument, suggest
from .text import Bilingual

__all__ = [
    "AMOUNT_DECIMALS",
    "BOUNDS",
    "COUNT_MAXIMUM",
    "Amount",
    "CellField",
    "CellValue",
    "Change",
    "Count",
    "FormObject",
    "FormPart",
    "Kind",
    "PartField",
    "amount",
    "block",
    "cell_problem",
    "change",
    "column_group",
    "count",
    "exact",
    "form_part",
    "row",
    "table",
    "trusted_constructor",
]

Count: TypeAlias = int | None
"""A whole number, not negative; ``None`` is a blank cell."""
Change: TypeAlias = int | None
"""A whole number with a sign (本年增/减); ``None`` is a blank cell."""
Amount: TypeAlias = Decimal | None
"""An exact decimal in 万元 (10,000 yuan), not negative; ``None`` is a blank cell."""
CellValue: TypeAlias = int | Decimal | None
"""What any cell holds."""

COUNT_MAXIMUM: Final = 999_999_999_999
"""Twelve digits: far above any real figure, and every sum on the form stays exact even where
a tool in another language has only IEEE doubles or 64-bit integers."""
AMOUNT_DECIMALS: Final = 8
"""Decimal places of an amount. One fen is 0.000001 万元, so eight never cut a real figure."""


class Kind(enum.Enum):
    """The kind of number in a cell."""

    COUNT = "count"
    CHANGE = "change"
    AMOUNT = "amount"

    __hash__ = object.__hash__  # there is one of each: an enum hashes its name, in Python


EXPECTED: Final[dict[Kind, Bilingual]] = {
    Kind.COUNT: Bilingual(
        f"0 到 {COUNT_MAXIMUM} 的整数，或空白",
        f"a whole number from 0 to {COUNT_MAXIMUM}, or blank",
    ),
    Kind.CHANGE: Bilingual(
        f"-{COUNT_MAXIMUM} 到 {COUNT_MAXIMUM} 的整数，或空白",
        f"a whole number from -{COUNT_MAXIMUM} to {COUNT_MAXIMUM}, or blank",
    ),
    Kind.AMOUNT: Bilingual(
        f"非负的十进制数（整数部分至多 12 位，小数至多 {AMOUNT_DECIMALS} 位），或空白",
        f"a decimal number, not negative, with at most 12 digits before the point "
        f"and {AMOUNT_DECIMALS} after it, or blank",
    ),
}

_FOUND_LENGTH: Final = 60


def shown(value: object) -> str:
    """The value as a problem shows it: short, whatever it is."""
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 200:
        return f"{'-' if value < 0 else ''}a number of more than {_FOUND_LENGTH} digits"
    text = str(value) if isinstance(value, Decimal) else repr(value)
    return text if len(text) <= _FOUND_LENGTH else text[: _FOUND_LENGTH - 1] + "…"


def cell_problem(kind: Kind, address: str, value: object) -> Problem | None:
    """What is wrong with a value for a cell of this kind, or None.

    The one definition of what a cell may hold; every edge that takes numbers asks here.
    """
    code: str | None = None
    if value is None:
        return None
    if type(value) is int:
        code = _integer_code(value, Kind.COUNT if kind is Kind.AMOUNT else kind)
    elif isinstance(value, bool):
        code = "value.boolean"
    elif isinstance(value, str):
        code = "value.text"
    elif isinstance(value, (float, Decimal)) and not _is_finite(value):
        code = "value.not_finite"
    elif kind is Kind.AMOUNT:
        if isinstance(value, float):
            code = "value.float"
        elif type(value) is Decimal:
            code = _decimal_code(value)
        else:
            code = "value.type"
    elif isinstance(value, (float, Decimal)):
        code = "value.fraction"
    else:
        code = "value.type"
    if code is None:
        return None
    return Problem(code, address, shown(value), EXPECTED[kind])


def _is_finite(value: float | Decimal) -> bool:
    return value.is_finite() if isinstance(value, Decimal) else isfinite(value)


BOUNDS: Final[dict[Kind, tuple[int, int]]] = {
    Kind.COUNT: (0, COUNT_MAXIMUM),
    Kind.CHANGE: (-COUNT_MAXIMUM, COUNT_MAXIMUM),
}
"""The least and the largest whole number that a cell of a kind holds."""


def _integer_code(value: int, kind: Kind) -> str | None:
    least, largest = BOUNDS[kind]
    if value < least == 0:
        return "value.negative"
    if not least <= value <= largest:
        return "value.digits"
    return None


def _decimal_code(value: Decimal) -> str | None:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise TypeError("a number that is not finite is refused before")  # pragma: no cover
    if value < 0:
        return "value.negative"
    if exponent < -AMOUNT_DECIMALS or (value and value.adjusted() > 11) or exponent > 11:
        return "value.digits"
    return None


_TYPE_CODES: Final = frozenset(
    {"value.boolean", "value.text", "value.type", "value.float", "value.fraction"}
)


def require_cell(kind: Kind, address: str, value: object) -> None:
    """Raise the error that names the cell, if the value is not one the cell may hold."""
    problem = cell_problem(kind, address, value)
    if problem is not None:
        raise (CellTypeError if problem.code in _TYPE_CODES else CellValueError)(problem)


# --- fields ---------------------------------------------------------------------------------

CELL: Final = "gxstats.cell"
PART: Final = "gxstats.part"


@attrs.frozen
class CellField:
    """What stands beside a cell field: its column label, unit and kind."""

    label: Bilingual
    unit: Bilingual
    kind: Kind
    under: tuple[Bilingual, ...]
    """Headings printed above the column label, outermost first."""
    topics: tuple[str, ...] = ()
    """What the column is about, for who looks for a meaning; see :class:`~gxstats.Topic`."""


class Role(enum.Enum):
    """What a part of the form is in print."""

    TABLE = "table"
    BLOCK = "block"
    ROW = "row"
    COLUMN_GROUP = "column_group"


@attrs.frozen
class PartField:
    """What stands beside a field that holds a part: a table, a block, a row, a column group."""

    label: Bilingual
    role: Role
    under: tuple[Bilingual, ...]
    """Headings printed above (or before) the part, outermost first."""
    number: str
    """The number of a table as the form prints it (二, 三, 四); empty for other parts."""
    topics: tuple[str, ...] = ()
    """What the part is about, for who looks for a meaning; see :class:`~gxstats.Topic`."""
    corner: Bilingual | None = None
    """What is printed above the row labels of a table."""


def _cell(
    label: Bilingual,
    unit: Bilingual,
    kind: Kind,
    under: tuple[Bilingual, ...],
    topics: tuple[str, ...],
) -> Any:
    return attrs.field(
        converter=exact if kind is Kind.AMOUNT else None,
        metadata={CELL: CellField(label, unit, kind, under, topics)},
    )


def exact(value: int | Decimal | None) -> Any:
    """An amount as it is kept: an integer is exact as it stands, all else is judged elsewhere."""
    return Decimal(value) if type(value) is int else value


def count(
    label: Bilingual,
    *,
    unit: Bilingual,
    under: tuple[Bilingual, ...] = (),
    topics: tuple[str, ...] = (),
) -> Any:
    """A cell with a whole number that is not negative."""
    return _cell(label, unit, Kind.COUNT, under, topics)


def change(
    label: Bilingual,
    *,
    unit: Bilingual,
    under: tuple[Bilingual, ...] = (),
    topics: tuple[str, ...] = (),
) -> Any:
    """A cell with a whole number that may be negative (本年增/减)."""
    return _cell(label, unit, Kind.CHANGE, under, topics)


def amount(
    label: Bilingual,
    *,
    unit: Bilingual,
    under: tuple[Bilingual, ...] = (),
    topics: tuple[str, ...] = (),
) -> Any:
    """A cell with an exact decimal amount of money."""
    return _cell(label, unit, Kind.AMOUNT, under, topics)


def table(
    number: str, label: Bilingual, *, corner: Bilingual | None = None
) -> Mapping[str, PartField]:
    """The metadata of a field of a report that holds one of the form's numbered tables.

    ``corner`` is printed above its row labels.
    """
    return {PART: PartField(label, Role.TABLE, (), number, corner=corner)}


def block(label: Bilingual, *, topics: tuple[str, ...] = ()) -> Any:
    """Rows that stand together under one heading."""
    return attrs.field(metadata={PART: PartField(label, Role.BLOCK, (), "", topics)})


def row(
    label: Bilingual, *, under: tuple[Bilingual, ...] = (), topics: tuple[str, ...] = ()
) -> Any:
    """One printed row."""
    return attrs.field(metadata={PART: PartField(label, Role.ROW, under, "", topics)})


def column_group(
    label: Bilingual, *, under: tuple[Bilingual, ...] = (), topics: tuple[str, ...] = ()
) -> Any:
    """Columns that stand together under one heading."""
    return attrs.field(metadata={PART: PartField(label, Role.COLUMN_GROUP, under, "", topics)})


# --- classes --------------------------------------------------------------------------------


@attrs.frozen(eq=False, repr=False)
class FormObject:
    """The base of reports and their parts.

    They are immutable, compare by value, are built from keyword arguments, and cannot be
    subclassed: the form is fixed by a notice, and a subclass would be another form.
    """

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        fields = _fields(cls)
        _KEYS[cls] = attrgetter(*(field.name for field in fields))
        if any(CELL in field.metadata or PART in field.metadata for field in fields):
            _refuse_subclasses(cls)
        _check_when_built(cls)

    # Written once: generating them for every part would take a fifth of the time of the import.

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        key = _KEYS[type(self)]
        return bool(key(self) == key(other))

    def _require_whole(self) -> None:
        """Refuse what is wrong between fields, each of which is right by itself."""

    def __hash__(self) -> int:
        return hash((type(self), _KEYS[type(self)](self)))

    def __replace__(self, /, **changes: Any) -> Self:
        """What ``copy.replace`` calls: the object with other values, checked like a new one."""
        return attrs.evolve(self, **changes)

    def __repr__(self) -> str:
        cells = ", ".join(
            f"{field.name}={getattr(self, field.name)!r}" for field in _fields(type(self))
        )
        return f"{type(self).__name__}({cells})"


class FormPart(FormObject):
    """The base of every part of the form: a table, a block of rows, a row."""

    __slots__ = ()

    @classmethod
    def blank(cls, **given: CellValue | FormPart) -> Self:
        """The part with every cell blank, but for those given by name.

        >>> from gxstats import ApplicantCounts
        >>> ApplicantCounts.blank(natural_person=3, total=3).commercial_enterprise is None
        True
        """
        return cls(**blank_cells(cls, given))


_KEYS: Final[dict[type, Callable[[Any], Any]]] = {}
"""By class: what two parts are compared by."""

_Part = TypeVar("_Part", bound=type)
_P = ParamSpec("_P")
_R = TypeVar("_R")


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(count, change, amount, block, row, column_group),
)
def form_part(cls: _Part) -> _Part:
    """Make a part of the form: an immutable, keyword-only class with slots."""
    return attrs.frozen(kw_only=True, repr=False, eq=False)(cls)


def _refuse_subclasses(cls: Any) -> None:
    def refuse(subclass: type) -> None:
        raise TypeError(
            f"{subclass.__name__} cannot extend {cls.__name__}: the form is fixed by its notice"
        )

    cls.__init_subclass__ = classmethod(refuse)


def _check_when_built(cls: Any) -> None:
    """Let the class refuse wrong values when it is built by name.

    Not through the validators of attrs: decoders run those too, one by one, on values that they
    have checked already.
    """
    build = with_suggestions(cls.__init__)

    @wraps(build)
    def __init__(self: Any, **fields: Any) -> None:  # noqa: N807 - it takes its place
        build(self, **fields)
        _require_fields(self)
        self._require_whole()

    cls.__init__ = __init__


def with_suggestions(call: Callable[_P, _R]) -> Callable[_P, _R]:
    """The method of a form's class, refusing an argument that no field has by its name."""

    @wraps(call)
    def suggesting(*args: _P.args, **fields: _P.kwargs) -> _R:
        try:
            return call(*args, **fields)
        except TypeError:
            owner = args[0]
            _require_known(owner if isinstance(owner, type) else type(owner), fields)
            raise

    return suggesting


def blank_cells(cls: type, given: Mapping[str, object]) -> dict[str, Any]:
    """The cells and parts of a class by name: those given, and all others blank."""
    _require_known(cls, given)
    values: dict[str, Any] = {}
    for field in _fields(cls):
        if field.name in given:
            values[field.name] = given[field.name]
        elif PART in field.metadata:
            values[field.name] = part_classes(cls, field.name)[0].blank()
        elif CELL in field.metadata:
            values[field.name] = None
    return values


def _require_known(cls: type, given: Iterable[str]) -> None:
    """Refuse a name that no field of the class has, with the likely intention."""
    names = [field.name for field in _fields(cls)]
    for name in given:
        if name not in names:
            near = suggest(name, names)
            zh, en = (f"：是不是 {near}？", f"; did you mean {near}?") if near else ("", "")
            expected = Bilingual(f"{cls.__name__} 的字段{zh}", f"a field of {cls.__name__}{en}")
            raise WrongArgument(Problem("argument.unknown", name, "", expected))


def _require_fields(part: Any) -> None:
    cls = type(part)
    for field in _fields(cls):
        value = getattr(part, field.name)
        if CELL in field.metadata:
            if value is not None:
                kind = field.metadata[CELL].kind
                require_cell(kind, f"{cls.__name__}.{field.name}", value)
        elif PART in field.metadata:
            allowed = part_classes(cls, field.name)
            if type(value) not in allowed:
                names = " or ".join(one.__name__ for one in allowed)
                expected = Bilingual(names, names)
                where = f"{cls.__name__}.{field.name}"
                raise CellTypeError(Problem("value.type", where, shown(value), expected))


def _fields(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    found: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return found


_PART_CLASSES: dict[type, dict[str, tuple[type[FormPart], ...]]] = {}


def part_classes(cls: type, name: str) -> tuple[type[FormPart], ...]:
    """The classes that a part field may hold: the form's own first."""
    known = _PART_CLASSES.get(cls)
    if known is None:
        import typing

        hints = typing.get_type_hints(cls)
        known = {}
        for field in attrs.fields(cls):
            if PART in field.metadata:
                hint = hints[field.name]
                known[field.name] = typing.get_args(hint) or (hint,)
        _PART_CLASSES[cls] = known
    return known[name]


def trusted_constructor(cls: type) -> Callable[..., Any]:
    """A constructor that takes the fields by position and checks nothing.

    For values that have been checked already, at an edge. A frozen class pays for every field
    it sets through its own ``__init__``; this sets the slots directly.
    """
    names = [field.name for field in _fields(cls)]
    lines = [f"def make({', '.join(names)}):", "    part = new(cls)"]
    lines += [f"    set_{name}(part, {name})" for name in names]
    lines.append("    return part")
    namespace: dict[str, Any] = {"cls": cls, "new": object.__new__}
    namespace.update({f"set_{name}": getattr(cls, name).__set__ for name in names})
    exec("\n".join(lines), namespace)  # noqa: S102 - generated from attribute names alone
    make: Callable[..., Any] = namespace["make"]
    return make
