"""What every report has beside its tables, and how a report is read and changed by address."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from types import EllipsisType
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, Self

import attrs

from .arguments import refuse_argument
from .cells import CellValue, FormObject, FormPart, blank_cells, shown, with_suggestions
from .errors import InvalidValue, Problem, UnknownAddress, suggest
from .organ import Organ, has_surrogate
from .text import Bilingual

if TYPE_CHECKING:
    from .forms.catalogue import Cell, Form

__all__ = ["SECTION", "Narrative", "Remark", "Report"]

SECTION: Final = "gxstats.section"
"""Metadata key of a narrative field: its heading as printed."""

TEXT_LENGTH: Final = 200_000
"""Characters of one narrative section; the longest seen has about ten thousand."""
PRINTED_LENGTH: Final = 1_000
"""Characters of what was printed in one cell."""
_SUGGESTIONS: Final = 64
"""Remarks for whose cell a likely intention is looked up: it is slow."""
YEARS: Final = (2008, 2100)
"""Fiscal years for which a report can exist: the Regulations took effect in 2008."""

EXPECTED_YEAR: Final = Bilingual(
    f"{YEARS[0]} 到 {YEARS[1]} 的年份，或空（null）",
    f"a year from {YEARS[0]} to {YEARS[1]}, or null",
)


def _section(label: Bilingual) -> Any:
    return attrs.field(default=None, validator=_validate_section, metadata={SECTION: label})


def _validate_section(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    problem = text_problem(value, f"/narrative/{attribute.name}", TEXT_LENGTH)
    if problem is not None:
        raise InvalidValue(problem)


def text_problem(value: object, address: str, length: int) -> Problem | None:
    """What is wrong with a text that may be None, or None."""
    if value is None:
        return None
    if not isinstance(value, str):
        code = "value.type"
    elif len(value) > length:
        code = "text.length"
    elif has_surrogate(value):
        code = "text.surrogate"
    else:
        return None
    expected = Bilingual(
        f"至多 {length} 个字的文字，或空（null）",
        f"a text of at most {length} characters, or null",
    )
    return Problem(code, address, shown(value), expected)


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


@attrs.frozen(kw_only=True)
class Narrative:
    """The three sections of text (一、五、六); ``None`` where a section was not found."""

    overview: str | None = _section(Bilingual("一、总体情况", "1. Overview"))
    problems: str | None = _section(
        Bilingual("五、存在的主要问题及改进情况", "5. Main problems and improvements")
    )
    other: str | None = _section(
        Bilingual("六、其他需要报告的事项", "6. Other matters to be reported")
    )
    """The information-processing fee (信息处理费) is reported here, in yuan."""


@attrs.frozen(kw_only=True)
class Remark:
    """What was printed in a cell, where that is not a plain number.

    >>> Remark(cell="/disclosure/rules/issued", printed="22（其中修订 16 件）").printed
    '22（其中修订 16 件）'
    """

    cell: str
    """The cell's address."""
    printed: str
    """The text as printed."""

    def __attrs_post_init__(self) -> None:
        for name in ("cell", "printed"):
            value = getattr(self, name)
            expected = Bilingual("文字", "a text")
            if not isinstance(value, str):
                raise InvalidValue(
                    Problem("value.type", f"/remarks/{name}", shown(value), expected)
                )
        problem = text_problem(self.printed, f"/remarks{self.cell}", PRINTED_LENGTH)
        if problem is not None:
            raise InvalidValue(problem)


def remark_problem(
    cell: str, address: str, cells: Mapping[str, int], seen: set[str]
) -> Problem | None:
    """What is wrong with the cell that a remark names, or None; ``seen`` are those before it."""
    repeated = cell in seen
    seen.add(cell)
    if cell not in cells:
        near = None if repeated or len(seen) > _SUGGESTIONS else suggest(cell, cells)
        return Problem(
            "address.unknown",
            address,
            shown(cell),
            Bilingual(
                f"表中单元格的地址{f'（如 {near}）' if near else ''}",
                f"the address of a cell of the form{f' (such as {near})' if near else ''}",
            ),
        )
    if repeated:
        return Problem(
            "remark.duplicate",
            address,
            shown(cell),
            Bilingual("每个单元格至多一条备注", "at most one remark for a cell"),
        )
    return None


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
            """Refused, instead of asking for the address 0."""
            expected = "cells(), values()"
            refuse_argument("list(report)", self, Bilingual(expected, expected))

        def __getattr__(self, name: str) -> Any:
            """A table of a report that was made of values, built when it is first looked at."""
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
        from .forms.catalogue import form_of

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
        from .text import language_of_locale
        from .writing import Marks, report_fragment

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
