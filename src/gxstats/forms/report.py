"""A report, and the form that it is printed on: how both are built, looked up and changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import EllipsisType
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, Self

import attrs

from ..arguments import refuse_argument, unknown_name
from ..cells import (
    CELL,
    COUNT_MAXIMUM,
    PART,
    CellValue,
    FormObject,
    FormPart,
    Kind,
    PartField,
    blank_cells,
    exact,
    part_classes,
    shown,
    with_suggestions,
)
from ..errors import InvalidValue, Problem, UnknownAddress, suggest
from ..text import Bilingual
from .building import part_builder
from .catalogue import Cell, Table, cells_of, tables_of
from .narrative import Narrative, Remark, remark_problem
from .organ import Organ
from .registry import Registry
from .rules import Rule
from .topics import Topic

__all__ = [
    "FORMS",
    "Example",
    "Form",
    "Report",
    "each_report",
    "form",
    "form_of",
    "newest_first",
    "require_report",
    "require_several",
]

YEARS: Final = (2008, 2100)
"""Fiscal years for which a report can exist: the Regulations took effect in 2008."""

EXPECTED_YEAR: Final = Bilingual(
    f"{YEARS[0]} 到 {YEARS[1]} 的年份，或空（null）",
    f"a year from {YEARS[0]} to {YEARS[1]}, or null",
)


def year_problem(value: object, address: str) -> Problem | None:
    """What is wrong with a fiscal year that may be None, or None."""
    if value is None:
        return None
    code = None
    if isinstance(value, bool):
        code = "value.boolean"
    elif isinstance(value, str):
        code = "value.text"
    elif type(value) is not int:
        code = "value.type"
    elif not YEARS[0] <= value <= YEARS[1]:
        code = "value.range"
    return Problem(code, address, shown(value), EXPECTED_YEAR) if code else None


def _validate_year(_: object, __: attrs.Attribute[int | None], value: object) -> None:
    problem = year_problem(value, "/year")
    if problem is not None:
        raise InvalidValue(problem)


def _organ_of(value: Organ | str) -> Organ:
    return Organ(name=value) if isinstance(value, str) else value


def _tuple_of(values: Iterable[Remark]) -> tuple[Remark, ...]:
    return tuple(values)


_KINDS: Final[Mapping[str, tuple[type, str]]] = {
    "organ": (Organ, "Organ(name=…)"),
    "narrative": (Narrative, "Narrative(overview=…)"),
    "remarks": (Remark, "Remark(cell=…, printed=…)"),
}
"""What the fields of a report hold, with an example."""


def _validate_kind(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    kind, example = _KINDS[attribute.name]
    if not isinstance(value, kind):
        refuse_argument(attribute.name, value, Bilingual(example, example))


class _Memo:
    """Room for what is derived from a report once; it takes no part in its identity."""

    __slots__ = ("_document", "_form", "_values")

    if TYPE_CHECKING:
        _form: Form
        _values: tuple[CellValue, ...]
        _document: bytes


set_form: Final = _Memo.__dict__["_form"].__set__
set_values: Final = _Memo.__dict__["_values"].__set__
set_document: Final = _Memo.__dict__["_document"].__set__
"""Keeps the document a report was read from, where it is the very one that would be written."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Report(FormObject, _Memo):
    """One report in one edition of the form: immutable, compared by value, hashable.

    The base of :class:`~gxstats.Report2019` and :class:`~gxstats.Report2021`; it has no tables
    of its own and is not built directly. A report may hold numbers that do not add up, as
    published ones do: :func:`gxstats.check` judges it.
    """

    edition: ClassVar[str]
    """The edition of the form: the year of the notice that fixed it."""

    year: int | None = attrs.field(validator=_validate_year)
    """Fiscal year; ``None`` where the source does not print it (it is never guessed)."""
    organ: Organ = attrs.field(converter=_organ_of, validator=_validate_kind)
    """Whose report this is; a text is taken for the organ's name."""
    narrative: Narrative = attrs.field(default=Narrative(), validator=_validate_kind)
    """The sections of text."""
    remarks: tuple[Remark, ...] = attrs.field(
        default=(),
        converter=_tuple_of,
        validator=attrs.validators.deep_iterable(_validate_kind),
    )
    """What was printed where a cell is not a plain number."""

    def __attrs_post_init__(self) -> None:
        if type(self) is Report:
            raise TypeError("build a Report2019 or a Report2021: Report has no tables of its own")

    @classmethod
    @with_suggestions
    def blank(
        cls,
        *,
        year: int | None,
        organ: Organ | str,
        narrative: Narrative | None = None,
        remarks: Iterable[Remark] = (),
        **tables: FormPart,
    ) -> Self:
        """A report with every cell blank, but for the tables given by name.

        >>> from gxstats import DisputeResults, Disputes, Report2021
        >>> results = DisputeResults(upheld=1, corrected=0, other=0, pending=0, total=1)
        >>> disputes = Disputes.blank(reconsideration=results)
        >>> Report2021.blank(year=2023, organ="某局", disputes=disputes)
        <Report2021 某局 2023: 200 cells, 195 blank>
        """
        return cls(
            year=year,
            organ=organ,
            narrative=Narrative() if narrative is None else narrative,
            remarks=remarks,
            **blank_cells(cls, tables),
        )

    def _require_whole(self) -> None:
        seen: set[str] = set()
        for place, remark in enumerate(self.remarks):
            where = f"/remarks/{place}/cell"
            problem = remark_problem(remark.cell, where, self.form.index, seen)
            if problem is not None:
                raise InvalidValue(problem)

    if not TYPE_CHECKING:  # a checker would take every attribute for one that exists

        def __iter__(self) -> NoReturn:
            # Refused, instead of asking for the address 0.
            expected = "cells(), values()"
            refuse_argument("list(report)", self, Bilingual(expected, expected))

        def __getattr__(self, name: str) -> Any:
            # A table of a report that was made of values, built when it is first looked at.
            form = None if name.startswith("_") else _form_if_known(self)
            if form is None or name not in form.parts:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            table = form.builders[name](self._values)
            getattr(type(self), name).__set__(self, table)
            return table

    @property
    def form(self) -> Form:
        """The form that this report is printed on, with the catalogue of its cells.

        A 2021 report whose （六）其他处理 is one undivided row is on the form
        ``"2021-undivided"``.
        """
        return form_of(self)

    def __getitem__(self, address: str) -> Any:
        """The value of a cell, or a part of the form, by its address (a JSON Pointer).

        Raises :class:`~gxstats.UnknownAddress` when the form has no such address.

        >>> from gxstats import Organ, Report2021
        >>> report = Report2021.blank(year=2023, organ=Organ(name="某局"))
        >>> report["/requests/received/total"] is None
        True
        """
        part: Any = self
        for step in self._steps(address):
            part = getattr(part, step)
        return part

    def _steps(self, address: object) -> list[str]:
        steps = address.split("/") if isinstance(address, str) else []
        form = self.form
        if len(steps) < 2 or steps[0] or address not in form.addresses:
            raise unknown_address(form, address)
        return steps[1:]

    def __contains__(self, address: object) -> bool:
        """Whether the form has this address: of a cell, or of a part.

        >>> from gxstats import Report2021
        >>> "/requests/received/total" in Report2021.blank(year=2023, organ="某局")
        True
        """
        return address in self.form.addresses

    def values(self) -> tuple[CellValue, ...]:
        """The value of every cell, in the order of the form."""
        try:
            known: tuple[CellValue, ...] = self._values
        except AttributeError:
            known = self.form.values(self)
            set_values(self, known)
        return known

    def cells(self) -> Iterator[tuple[Cell, CellValue]]:
        """Every cell of the form with its value, in the order of the form."""
        return zip(self.form.cells, self.values(), strict=True)

    def replace(
        self,
        cells: Mapping[str, CellValue | FormPart] | None = None,
        /,
        *,
        year: int | EllipsisType | None = ...,
        organ: Organ | str | EllipsisType = ...,
        narrative: Narrative | EllipsisType = ...,
        remarks: Iterable[Remark] | EllipsisType = ...,
        **tables: FormPart,
    ) -> Self:
        """The report with some cells changed by address, and fields by name.

        An address may also name a part (``"/requests/received"``), with a new part as value.
        Only the parts on the way to a changed cell are built anew. A field that is not given
        stays as it is.

        >>> from gxstats import Organ, Report2021
        >>> report = Report2021.blank(year=2023, organ=Organ(name="某局"))
        >>> report.replace({"/requests/received/total": 5}).requests.received.total
        5

        Raises :class:`~gxstats.UnknownAddress` for an address that the form does not have, and
        :class:`~gxstats.CellTypeError` or :class:`~gxstats.CellValueError` naming the address.
        """
        tree: dict[str, Any] = {}
        form = self.form
        for address, value in (cells or {}).items():
            steps = self._steps(address)
            branch = tree
            for step in steps[:-1]:
                branch = branch.setdefault(step, {})
                if type(branch) is not dict:  # a part given whole, further up
                    raise _overlap(address)
            if steps[-1] in branch:
                raise _overlap(address)
            if address in form.index:
                form[address].require(value)
            branch[steps[-1]] = value
        for name in tables:
            if name in tree:
                raise ValueError(f"{name} is given both by address and by name")
        facts = {"year": year, "organ": organ, "narrative": narrative, "remarks": remarks}
        given = {name: fact for name, fact in facts.items() if fact is not ...}
        changes: dict[str, Any] = _grafted(self, tree) | given | tables
        return attrs.evolve(self, **changes)

    def _repr_html_(self) -> str:
        """The report drawn, for a notebook: in Chinese in a Chinese locale, else in English."""
        from ..text import language_of_locale
        from ..writing import Marks, report_fragment

        return report_fragment(Marks.diagnosed(self), language_of_locale(os.environ))

    def __repr__(self) -> str:
        values = self.values()
        blank = values.count(None)
        name = f" {self.organ.name}" if self.organ.name else ""
        year = "year unknown" if self.year is None else self.year
        count = len(self.remarks)
        remarks = f", {count} remark{'s' if count > 1 else ''}" if count else ""
        return f"<{type(self).__name__}{name} {year}: {len(values)} cells, {blank} blank{remarks}>"


def _form_if_known(report: Report) -> Form | None:
    try:
        return report._form  # noqa: SLF001 - its memo is kept in this module
    except AttributeError:
        return None


def report_of_values(
    form: Form,
    values: tuple[CellValue, ...],
    year: int | None,
    organ: Organ,
    narrative: Narrative,
    remarks: tuple[Remark, ...],
) -> Report:
    """A report from the values of its form's cells, in order; all of them have been checked.

    Its tables are built when they are first looked at: many reports are read, checked and
    written without that.
    """
    report: Report = object.__new__(form.report_class)
    set_form(report, form)
    set_values(report, values)
    _set_year(report, year)
    _set_organ(report, organ)
    _set_narrative(report, narrative)
    _set_remarks(report, remarks)
    return report


def _overlap(address: str) -> ValueError:
    return ValueError(f"{address} overlaps with another address that is replaced")


def _grafted(part: Any, tree: dict[str, Any]) -> dict[str, Any]:
    return {
        name: attrs.evolve(getattr(part, name), **_grafted(getattr(part, name), value))
        if isinstance(value, dict)
        else value
        for name, value in tree.items()
    }


def unknown_address(form: Form, address: object) -> UnknownAddress:
    """The error for an address that the form does not have, with the likely intention."""
    near = suggest(address, form.addresses) if isinstance(address, str) else None
    return UnknownAddress(
        Problem(
            "address.unknown",
            address if isinstance(address, str) else "",
            shown(address),
            Bilingual(
                f"{form.id} 表中的地址{f'，例如 {near}' if near else ''}",
                f"an address of the {form.id} form{f', such as {near}' if near else ''}",
            ),
        )
    )


_set_year: Final = Report.__dict__["year"].__set__
_set_organ: Final = Report.__dict__["organ"].__set__
_set_narrative: Final = Report.__dict__["narrative"].__set__
_set_remarks: Final = Report.__dict__["remarks"].__set__


# --- forms --------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Example:
    """A report in figures, on a form that has a row or a cell for each of them."""

    year: int
    organ: Organ
    figures: Mapping[str, CellValue]
    """The cells that are not 0."""
    remarks: tuple[Remark, ...] = ()


@attrs.frozen(eq=False, slots=False, repr=False)
class Form:
    """One form: an edition of the national form, in one of the shapes in which it is printed.

    A mapping-like catalogue: ``form["/requests/received/total"]`` is a :class:`Cell`, and
    iteration gives the cells in the order of the form.
    """

    id: str
    """``"2019"``, ``"2021"``, or ``"2021-undivided"``."""
    edition: str
    """The edition: ``"2019"`` or ``"2021"``."""
    title: Bilingual
    notice: str
    """The notice that fixed the form, such as 国办公开办函〔2021〕30号."""
    first_year: int
    """The first fiscal year for which the notice asks for this form."""
    report_class: type[Report]
    parts: Mapping[str, type[FormPart]]
    """The class of each table, by the name of its field."""
    rules: tuple[Rule, ...]
    """How its relations are declared; the relations are in :mod:`gxstats.relations`."""
    year_rules: tuple[Rule, ...]
    """How its relations to the report of the year before are declared."""

    example: Example
    """A report on it, for schemas and documents."""
    predecessor: Form | None = None
    """The form that it is most like, of the edition before it or of its own: the next step of a
    conversion. The order of all editions follows from it."""
    replaces: bool = True
    """Whether it takes the place of the edition before it: a new national form does, the form of
    a province stands beside it."""
    encouraged_years: frozenset[int] = frozenset()
    """Fiscal years in which its notice only encouraged it."""
    divided: tuple[str, ...] = ()
    """Rows of its predecessor that it divides into a block of rows, at the same address."""
    moved: Mapping[str, str] = attrs.field(factory=dict)
    """Parts of its predecessor that it has at another address, by their address there."""
    changed: tuple[str, ...] = ()
    """Parts at an address of its predecessor's that mean something else."""

    def reshaped(
        self,
        *,
        id: str,
        title: Bilingual,
        parts: Mapping[str, type[FormPart]],
        divided: tuple[str, ...],
    ) -> Form:
        """The same edition in another shape, in which some rows are divided into several."""
        return attrs.evolve(
            self, id=id, title=title, parts=parts, divided=divided, predecessor=self
        )

    @property
    def package(self) -> str:
        """The package that brings it."""
        return self.report_class.__module__.partition(".")[0]

    @property
    def is_main(self) -> bool:
        """Whether it is its edition in the shape that the notice prints."""
        return self.id == self.edition

    @property
    def order(self) -> tuple[int, str, bool, str]:
        """What all forms are sorted by: how many editions came before it, then its edition."""
        depth = len({form.edition for form in self.lineage}) - 1
        return depth, self.edition, not self.is_main, self.id

    @property
    def lineage(self) -> tuple[Form, ...]:
        """The form and all that it follows, the latest first."""
        before = self.predecessor
        return (self, *(before.lineage if before is not None else ()))

    @property
    def edition_before(self) -> str | None:
        """The edition that its own follows, if it follows one."""
        return next((one.edition for one in self.lineage if one.edition != self.edition), None)

    @property
    def fiscal_years(self) -> tuple[int, int | None]:
        """First and last fiscal year for which the notices ask for this form.

        The last is ``None`` where no form is known that takes its place.
        """
        return self.years_among(FORMS.values())

    def years_among(self, forms: Iterable[Form]) -> tuple[int, int | None]:
        """The same, if no other forms than these are known."""
        ends = [form.first_year - 1 for form in forms if form.takes_place_of(self)]
        return self.first_year, min(ends, default=None)

    def takes_place_of(self, other: Form) -> bool:
        """Whether it is of the edition that replaces the other's."""
        return self.replaces and self.edition_before == other.edition

    def is_asked_for(self, year: int) -> bool:
        """Whether the notices ask for this form in this fiscal year."""
        first, last = self.fiscal_years
        return first <= year and (last is None or year <= last)

    def is_of_another_year(self, year: int) -> bool:
        """Whether the notices ask for another form in this fiscal year.

        None is asked for in a year for which a notice only encouraged one: it let an organ in
        difficulties merely refer to it.
        """
        if self.is_asked_for(year):
            return False
        return all(year not in form.encouraged_years for form in FORMS.values())

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in the order of the form."""
        return tuple(tables_of(self.report_class, self.parts))

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, in the order of the form."""
        return tuple(cells_of(self.tables, self.parts, self.notice))

    @cached_property
    def _about(self) -> dict[frozenset[str], tuple[str, ...]]:
        return {}

    def about(self, *topics: Topic) -> tuple[str, ...]:
        """The addresses of the cells that are about all of these, in the order of the form.

        >>> form("2021").about(Topic.RECEIVED, Topic.TOTAL)
        ('/requests/received/total',)
        >>> len(form("2021").about(Topic.REFUSED, Topic.TOTAL))
        8
        """
        wanted = frozenset[str](topics)
        known = self._about.get(wanted)
        if known is None:
            known = tuple(cell.address for cell in self.cells if wanted <= cell.topics)
            self._about[wanted] = known
        return known

    def part_about(self, topic: Topic) -> str | None:
        """The address of the row, block or group that is about this, if the form has one.

        >>> form("2021").part_about(Topic.REFUSED)
        '/requests/outcomes/refused'
        """
        found = self._part_about(topic)
        return None if found is None else found[0]

    def label_of(self, topic: Topic) -> Bilingual | None:
        """The label of the row, block or group that is about this, if the form has one.

        >>> form("2021").label_of(Topic.REFUSED).zh
        '（三）不予公开'
        """
        found = self._part_about(topic)
        return None if found is None else found[1].label

    def _part_about(self, topic: Topic) -> tuple[str, PartField] | None:
        for name, cls in self.parts.items():
            found = _part_about(cls, topic, f"/{name}")
            if found is not None:
                return found
        return None

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The place of each cell in the order of the form, by address."""
        return {cell.address: cell.index for cell in self.cells}

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all cells and of all parts that hold them."""
        found: set[str] = set()
        for address in self.index:
            steps = address.split("/")
            found.update("/".join(steps[:end]) for end in range(2, len(steps) + 1))
        return frozenset(found)

    @cached_property
    def values(self) -> Callable[[Report], tuple[CellValue, ...]]:
        """A compiled function: a report on this form to the values of its cells, in order."""
        lines = ["def values(report):"]
        leaves: list[str] = []

        def walk(cls: type, variable: str) -> None:
            for field in attrs.fields(cls):
                if CELL in field.metadata:
                    leaves.append(f"{variable}.{field.name}")
                elif PART in field.metadata:
                    inner = f"p{len(lines)}"
                    lines.append(f"    {inner} = {variable}.{field.name}")
                    walk(part_classes(cls, field.name)[0], inner)

        for name, cls in self.parts.items():
            variable = f"p{len(lines)}"
            lines.append(f"    {variable} = report.{name}")
            walk(cls, variable)
        lines.append(f"    return ({', '.join(leaves)},)")
        namespace: dict[str, Any] = {}
        exec("\n".join(lines), namespace)  # noqa: S102 - generated from attribute names alone
        compiled: Callable[[Report], tuple[CellValue, ...]] = namespace["values"]
        return compiled

    @cached_property
    def builders(self) -> Mapping[str, Callable[[tuple[CellValue, ...]], FormPart]]:
        """For each table, a compiled function from the values of all cells to the table."""
        builders = {}
        start = 0
        parts: Mapping[str, type] = self.parts
        for name, part in parts.items():
            builders[name] = part_builder(part, start)
            start += sum(cell.table.name == name for cell in self.cells)
        return builders

    @cached_property
    def blank_tables(self) -> Mapping[str, FormPart]:
        """Each table with every cell blank, by the name of its field."""
        return {name: cls.blank() for name, cls in self.parts.items()}

    def __getitem__(self, address: str) -> Cell:
        """The cell at an address; :class:`~gxstats.UnknownAddress` if the form has none."""
        place = self.index.get(address)
        if place is None:
            raise unknown_address(self, address)
        return self.cells[place]

    def __contains__(self, address: object) -> bool:
        return address in self.index

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def __repr__(self) -> str:
        return f"<Form {self.id}: {len(self.cells)} cells>"

    def __reduce__(self) -> tuple[Callable[[str], Form], tuple[str]]:
        return form, (self.id,)  # there is one of each form, in every process

    def example_report(self) -> Report:
        """The example: a report on this form, with all cells filled in."""
        figures: dict[str, CellValue] = dict.fromkeys(self.index, 0)
        return self.report(
            figures | dict(self.example.figures),
            year=self.example.year,
            organ=self.example.organ,
            remarks=self.example.remarks,
        )

    def blank(self, *, year: int | None, organ: Organ | str) -> Report:
        """A report on this form with every cell blank."""
        return self.report({}, year=year, organ=organ)

    def report(
        self,
        cells: Mapping[str, CellValue | FormPart],
        *,
        year: int | None,
        organ: Organ | str,
        narrative: Narrative | None = None,
        remarks: Iterable[Remark] = (),
    ) -> Report:
        """A report on this form from cell values by address; cells not named are blank.

        >>> made = form("2019").report(
        ...     {"/requests/received/total": 50}, year=2019, organ=Organ(name="殷都区人民政府")
        ... )
        >>> made.requests.received.total
        50
        """
        made = self.report_class.blank(
            year=year,
            organ=organ,
            narrative=narrative,
            remarks=remarks,
            **self.blank_tables,
        )
        if not cells.keys() <= self.index.keys():  # whole parts, or an address that it lacks
            return made.replace(cells)
        values: list[CellValue] = [None] * len(self.cells)
        value: Any
        for address, value in cells.items():
            cell = self.cells[self.index[address]]
            if type(value) is not int or not 0 <= value <= COUNT_MAXIMUM:  # which any cell holds
                cell.require(value)
            values[cell.index] = exact(value) if cell.kind is Kind.AMOUNT else value
        return report_of_values(
            self, tuple(values), made.year, made.organ, made.narrative, made.remarks
        )


def _part_about(cls: type, topic: Topic, address: str) -> tuple[str, PartField] | None:
    for field in attrs.fields(cls):
        if PART not in field.metadata:
            continue
        here = f"{address}/{field.name}"
        part: PartField = field.metadata[PART]
        if topic in part.topics:
            return here, part
        found = _part_about(part_classes(cls, field.name)[0], topic, here)
        if found is not None:
            return found
    return None


FORMS: Final = Registry[Form]()
"""Every form by its id, each edition after the one that it follows; those that other packages bring
by an entry point ``gxstats.forms`` included."""


def newest_first(forms: Iterable[Form] | None = None) -> list[Form]:
    """These forms or all, those of the newest edition first; of an edition, the form of the notice."""
    known = FORMS.values() if forms is None else forms
    return sorted(known, key=lambda form: (-form.order[0], *form.order[1:]))


_BY_SHAPE: Final[dict[tuple[type, ...], Form]] = {}
"""By the class of a report and of its tables."""


def form_of(report: Report) -> Form:
    """The form that a report is printed on."""
    known: object = getattr(report, "_form", None)  # what a report knows already
    if type(known) is Form:
        return known
    require_report(report)
    names = [one.name for one in attrs.fields(type(report)) if PART in one.metadata]
    shape = (type(report), *(type(getattr(report, name)) for name in names))
    for known_forms in (FORMS.own, FORMS):  # other packages are looked at only for one of theirs
        if shape not in _BY_SHAPE:
            for form in known_forms.values():
                _BY_SHAPE[(form.report_class, *form.parts.values())] = form
    found = _BY_SHAPE[shape]
    object.__setattr__(report, "_form", found)
    return found


def form(id: Form | str | int) -> Form:
    """The form with this id: ``"2019"``, ``"2021"`` or ``"2021-undivided"``.

    A form is given back as it is. Raises :class:`~gxstats.UnknownName` naming the ids there are.

    >>> len(form("2019")), len(form("2021")), len(form("2021-undivided"))
    (198, 200, 186)
    """
    if isinstance(id, Form):
        return id
    found = FORMS.get(str(id))
    if found is None:
        raise unknown_name("form", id, FORMS, Bilingual("表样的编号", "the id of a form"))
    return found


# --- arguments ----------------------------------------------------------------------------------


def require_report(value: object, name: str = "report") -> None:
    """Refuse what is not a report, with the call that gives one."""
    if isinstance(value, Report):
        return
    zh, en = "一份报告（Report）", "a Report"
    if isinstance(value, type) and issubclass(value, Report):
        zh, en = f"{zh}，不是它的类", f"{en}, not its class"
    elif isinstance(getattr(value, "report", None), Report):
        zh, en = f"{zh}：请用它的 .report", f"{en}: use its .report"
    elif isinstance(value, (str, bytes, os.PathLike)):
        zh = f"{zh}：已发布的报告用 read(…).report 读取，JSON 用 from_json(…)"
        en = f"{en}: read(…).report reads a published one, from_json(…) JSON"
    elif isinstance(value, Mapping):
        zh, en = f"{zh}：请用 from_dict(…)", f"{en}: use from_dict(…)"
    elif isinstance(value, Iterable):
        zh, en = f"{zh}：多份报告请逐份处理", f"{en}: take several one by one"
    refuse_argument(name, value, Bilingual(zh, en))


def require_several(values: object, name: str = "reports") -> None:
    """Refuse what is not several reports, with the call that is meant."""
    zh, en = "多份报告（Report）", "several Reports"
    if isinstance(values, Report):
        refuse_argument(name, values, Bilingual(f"{zh}：一份也要写成 [{name}]", f"{en}: [{name}]"))
    if isinstance(values, (str, bytes, os.PathLike, Mapping)) or not isinstance(values, Iterable):
        refuse_argument(name, values, Bilingual(zh, en))


def each_report(values: Iterable[Any], name: str = "reports") -> Iterator[Report]:
    """The reports, one by one; what is none is refused by its place, counted from 0."""
    require_several(values, name)
    return _each(values, name)


def _each(values: Iterable[Any], name: str) -> Iterator[Report]:
    for place, report in enumerate(values):
        require_report(report, f"{name}[{place}]")
        yield report
