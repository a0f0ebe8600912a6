"""The catalogue of a form: every cell with its address, labels, unit, kind and place.

Nothing here states a fact about the form; everything is read off the classes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import attrs

from ..cells import (
    CELL,
    PART,
    CellField,
    CellValue,
    FormPart,
    Kind,
    PartField,
    Role,
    exact,
    part_classes,
    require_cell,
)
from ..text import Bilingual, Language
from .building import part_builder
from .rules import Rule

if TYPE_CHECKING:
    from ..organ import Organ
    from ..report import Narrative, Remark, Report

__all__ = ["FORMS", "Cell", "Form", "Position", "Table", "form", "form_of"]

UNLABELLED_ROW: Final = Bilingual("（无行标题）", "Cases (the template has no row label)")
"""Table four has one row, and prints no label before it."""

_ENCOURAGED: Final = 2019
"""The fiscal year in which the first form was encouraged only (国办公开办函〔2019〕60号, item two)."""
TABLE_NUMBERS: Final = {"二": 2, "三": 3, "四": 4}


@attrs.frozen
class Position:
    """Where a cell stands in print.

    Its table's number, and its row and column among the rows and columns of that table that
    hold values, counted from 1.
    """

    table: int
    row: int
    column: int


@attrs.frozen
class Table:
    """One of the numbered tables of a form."""

    name: str
    """The first step of its cells' addresses."""
    number: str
    """二, 三 or 四, as printed."""
    title: Bilingual

    def short(self, language: Language) -> str:
        """How one refers to the table: 表三, table 3."""
        return f"表{self.number}" if language == "zh" else f"table {TABLE_NUMBERS[self.number]}"


@attrs.frozen
class Cell:
    """One cell of a form."""

    address: str
    """JSON Pointer within a report document; with dots for slashes, the attribute path."""
    index: int
    """Its place in the order of the form, from 0."""
    table: Table
    headings: tuple[Bilingual, ...]
    """Headings above its row, outermost first."""
    row: Bilingual
    """Label of its row."""
    columns: tuple[Bilingual, ...]
    """Headings above its column label, outermost first."""
    column: Bilingual
    """Label of its column."""
    kind: Kind
    unit: Bilingual
    position: Position
    notice: str
    """The notice that fixed the form."""

    def row_name(self, language: Language) -> str:
        """The row's label as one would say it.

        An item of a list within a list is named with the heading it stands under.
        """
        if len(self.headings) > 1:
            separator = " " if language == "zh" else ": "
            return f"{self.headings[-1][language]}{separator}{self.row[language]}"
        return self.row[language]

    def column_name(self, language: Language) -> str:
        """The column's label as one would say it: in table four, with the remedy."""
        if self.row == UNLABELLED_ROW:
            return (
                f"{self.columns[-1][language]}{'：' if language == 'zh' else ': '}"
                + (self.column[language])
            )
        return self.column[language]

    def name(self, language: Language) -> str:
        """The cell as a clerk would point at it.

        >>> form("2021")["/requests/outcomes/refused/state_secret/total"].name("zh")
        '表三“（三）不予公开 1.属于国家秘密”行“总计”列'
        """
        table = self.table.short(language)
        column = self.column_name(language)
        if self.row == UNLABELLED_ROW:
            return f"{table}“{column}”" if language == "zh" else f'{table}, column "{column}"'
        row = self.row_name(language)
        if language == "zh":
            return f"{table}“{row}”行“{column}”列"
        return f'{table}, row "{row}", column "{column}"'

    def require(self, value: object) -> None:
        """Raise the error that names this cell, if it cannot hold the value."""
        require_cell(self.kind, self.address, value)


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
    fiscal_years: tuple[int, int | None]
    """First and last fiscal year for which the notice asks for this form."""
    report_class: type[Report]
    parts: Mapping[str, type[FormPart]]
    """The class of each table, by the name of its field."""
    rules: tuple[Rule, ...]
    """How its relations are declared; the relations are in :mod:`gxstats.relations`."""
    year_rules: tuple[Rule, ...]
    """How its relations to the report of the year before are declared."""

    def is_of_another_year(self, year: int) -> bool:
        """Whether the notices ask for another form in this fiscal year.

        None is asked for in the first year: its notice encouraged the form, and let an organ in
        difficulties merely refer to it.
        """
        first, last = self.fiscal_years
        in_these = first <= year and (last is None or year <= last)
        return not in_these and year != _ENCOURAGED

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in the order of the form."""
        made = []
        for name in self.parts:
            field = _part_field(self.report_class, name)
            made.append(Table(name, field.number, field.label))
        return tuple(made)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, in the order of the form."""
        return tuple(_cells(self))

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
            from ..report import unknown_address

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

        >>> from gxstats import Organ, form
        >>> made = form("2019").report(
        ...     {"/requests/received/total": 50}, year=2019, organ=Organ(name="殷都区人民政府")
        ... )
        >>> made.requests.received.total
        50
        """
        from ..report import report_of_values

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
            cell.require(value)
            values[cell.index] = exact(value) if cell.kind is Kind.AMOUNT else value
        return report_of_values(
            self, tuple(values), made.year, made.organ, made.narrative, made.remarks
        )


def _part_field(cls: type, name: str) -> PartField:
    field: PartField = getattr(attrs.fields(cls), name).metadata[PART]
    return field


def _cells(form: Form) -> Iterator[Cell]:
    index = 0
    for table in form.tables:
        rows: dict[str, int] = {}
        columns: dict[str, int] = {}
        for path, parts, leaf in _leaves(form.parts[table.name], (table.name,), ()):
            last = parts[-1]
            if last.role is Role.COLUMN_GROUP:
                headings: tuple[Bilingual, ...] = ()
                row = UNLABELLED_ROW
                above = (*last.under, last.label, *leaf.under)
                row_key, column_key = "", "/".join(path)
            else:
                headings = (*(part.label for part in parts[:-1]), *last.under)
                row = last.label
                above = leaf.under
                row_key, column_key = "/".join(path[:-1]), path[-1]
            row_number = rows.setdefault(row_key, len(rows) + 1)
            if last.role is Role.COLUMN_GROUP or table.number == "三":
                column_number = columns.setdefault(column_key, len(columns) + 1)
            else:  # the columns of table two change from block to block
                column_number = 1 + sum(key.startswith(row_key + "/") for key in columns)
                columns[f"{row_key}/{column_key}"] = column_number
            yield Cell(
                address="/" + "/".join(path),
                index=index,
                table=table,
                headings=headings,
                row=row,
                columns=above,
                column=leaf.label,
                kind=leaf.kind,
                unit=leaf.unit,
                position=Position(TABLE_NUMBERS[table.number], row_number, column_number),
                notice=form.notice,
            )
            index += 1


def _leaves(
    cls: type, path: tuple[str, ...], parts: tuple[PartField, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[PartField, ...], CellField]]:
    for field in attrs.fields(cls):
        if CELL in field.metadata:
            yield (*path, field.name), parts, field.metadata[CELL]
        elif PART in field.metadata:
            inner = part_classes(cls, field.name)[0]
            yield from _leaves(inner, (*path, field.name), (*parts, field.metadata[PART]))


# --- all forms ------------------------------------------------------------------------------

FORMS: dict[str, Form] = {}
"""Every form by its id, in order of edition."""

_BY_SHAPE: dict[tuple[type, type], Form] = {}
"""Only table three differs in shape within an edition."""


def register(form: Form) -> Form:
    """Enter a form in the catalogue; done once, by the module that writes it down."""
    FORMS[form.id] = form
    _BY_SHAPE[form.report_class, form.parts["requests"]] = form
    return form


def form_of(report: Report) -> Form:
    """The form that a report is printed on."""
    known: object = getattr(report, "_form", None)  # what a report knows already
    if type(known) is Form:
        return known
    from ..arguments import require_report

    require_report(report)
    form = _BY_SHAPE[type(report), type(report.requests)]  # type: ignore[attr-defined]
    object.__setattr__(report, "_form", form)
    return form


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
        from ..arguments import unknown_name

        raise unknown_name("form", id, FORMS, Bilingual("表样的编号", "the id of a form"))
    return found
