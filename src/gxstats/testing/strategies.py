"""The strategies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, overload

from hypothesis import strategies as st

from ..cells import FormPart
from ..forms.building import part_builder
from ..forms.narrative import Narrative, Remark
from ..forms.organ import ALPHABET, SCOPES, Organ
from ..forms.report import FORMS, Form, Report, report_of_values
from ..forms.report import form as form_by_id
from .building import kinds_of
from .facts import HEADER, NAMES, PRINTED, TEXTS, credit_code, facts_of, shown
from .recipes import Anything, Blanking, Recipe, Tally

__all__ = [
    "arbitrary_reports",
    "narratives",
    "organs",
    "parts",
    "remarks",
    "reports",
    "reports_with_blanks",
]

_Part = TypeVar("_Part", bound=FormPart)
_Report = TypeVar("_Report", bound=Report)

# --- reports --------------------------------------------------------------------------------


@overload
def reports(form: type[_Report]) -> st.SearchStrategy[_Report]: ...
@overload
def reports(form: Form | str = ...) -> st.SearchStrategy[Report]: ...
def reports(form: type[Report] | Form | str = "any") -> st.SearchStrategy[Any]:
    """Consistent reports without blanks: every relation holds, the soft ones too.

    They are on a form given by itself or by its id, on any form of a class of reports, or, with
    ``"any"``, on any form.

    >>> from hypothesis import given
    >>> from gxstats import Outcome, check
    >>> from gxstats.testing import reports
    >>> @given(reports("2021"))
    ... def test_consistent_reports_pass(report):
    ...     assert check(report).verdict is Outcome.HELD
    >>> test_consistent_reports_pass()

    Raises :class:`~gxstats.UnknownName` for a form that does not exist.
    """
    return _on(form, _consistent)


@overload
def reports_with_blanks(form: type[_Report]) -> st.SearchStrategy[_Report]: ...
@overload
def reports_with_blanks(form: Form | str = ...) -> st.SearchStrategy[Report]: ...
def reports_with_blanks(form: type[Report] | Form | str = "any") -> st.SearchStrategy[Any]:
    """Consistent reports of which some cells, any cells or none, were then left blank.

    No relation is violated; those with a blank cell are undecided.

    >>> from hypothesis import given
    >>> from gxstats import check
    >>> from gxstats.testing import reports_with_blanks
    >>> @given(reports_with_blanks())
    ... def test_a_blank_is_no_error(report):
    ...     assert check(report).require() is report
    >>> test_a_blank_is_no_error()
    """
    return _on(form, _with_blanks)


@overload
def arbitrary_reports(form: type[_Report]) -> st.SearchStrategy[_Report]: ...
@overload
def arbitrary_reports(form: Form | str = ...) -> st.SearchStrategy[Report]: ...
def arbitrary_reports(form: type[Report] | Form | str = "any") -> st.SearchStrategy[Any]:
    """Any reports at all: every cell holds any value that it may hold, or is blank.

    Few of them add up. For what must work on every report, however wrong: reading and writing
    it, checking it, showing it.

    >>> from hypothesis import given
    >>> from gxstats.testing import arbitrary_reports
    >>> @given(arbitrary_reports("2019"))
    ... def test_replacing_nothing_changes_nothing(report):
    ...     assert report.replace({}) == report
    >>> test_replacing_nothing_changes_nothing()
    """
    return _on(form, _arbitrary)


def _on(
    form: type[Report] | Form | str, strategy: Callable[[Form], st.SearchStrategy[Any]]
) -> st.SearchStrategy[Any]:
    if form == "any":
        return st.one_of([strategy(one) for one in FORMS.values()])
    if isinstance(form, type):
        shapes = [one for one in FORMS.values() if one.report_class is form]
        return st.one_of([strategy(one) for one in shapes])
    return strategy(form_by_id(form))


@cache
def _consistent(form: Form) -> st.SearchStrategy[Any]:
    return _cooked(form, Tally(form))


@cache
def _with_blanks(form: Form) -> st.SearchStrategy[Any]:
    return _cooked(form, Blanking(Tally(form), len(form)))


@cache
def _arbitrary(form: Form) -> st.SearchStrategy[Any]:
    return _cooked(form, Anything([cell.kind for cell in form]))


def _cooked(form: Form, recipe: Recipe) -> st.SearchStrategy[Any]:
    size = recipe.size + HEADER

    def ingredients(draw: tuple[bytes, int]) -> _Ingredients:
        data, drawn = draw
        values = recipe.values(data, drawn)
        facts = facts_of(form, values, data[recipe.size :])
        return _Ingredients(form, values, facts)

    def report(given: _Ingredients) -> Any:
        return report_of_values(form, tuple(given.values), **given.facts)

    return _drawn(size, recipe.largest).map(ingredients).map(report)


class _Ingredients:
    """What a report is made of."""

    def __init__(self, form: Form, values: list[Any], facts: dict[str, Any]) -> None:
        self.form = form
        self.values = values
        self.facts = facts

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001 - IPython's
        printer.text(shown(self.form, self.values, self.facts))


def _drawn(size: int, largest: int) -> st.SearchStrategy[tuple[bytes, int]]:
    return st.tuples(st.binary(min_size=size, max_size=size), st.integers(0, largest))


def parts(cls: type[_Part]) -> st.SearchStrategy[_Part]:
    """Any values of a part of the form: a table, a block of rows, a row.

    ``st.from_type`` gives the same.

    >>> from hypothesis import given
    >>> from gxstats import DisputeResults
    >>> from gxstats.testing import parts
    >>> @given(parts(DisputeResults))
    ... def test_equal_parts_have_one_hash(results):
    ...     assert len({results, eval(repr(results))}) == 1
    >>> test_equal_parts_have_one_hash()
    """
    part: type = cls
    recipe = Anything(kinds_of(part))
    build = part_builder(part)
    return _drawn(recipe.size, recipe.largest).map(lambda draw: build(recipe.values(*draw)))


# --- what a report has beside its tables ----------------------------------------------------


def organs() -> st.SearchStrategy[Organ]:
    """Organs, with valid codes: 统一社会信用代码 with its check character, and six digits.

    >>> from hypothesis import given
    >>> from gxstats.testing import organs
    >>> @given(organs())
    ... def test_codes_have_eighteen_characters(organ):
    ...     assert organ.code is None or len(organ.code) == 18
    >>> test_codes_have_eighteen_characters()
    """
    return st.builds(
        Organ,
        name=st.sampled_from(NAMES) | _texts(1, 40).filter(str.strip),
        code=st.none() | st.integers(0, len(ALPHABET) ** 17 - 1).map(credit_code),
        division=st.none() | st.integers(100_000, 999_999).map(str),
        scope=st.sampled_from((None, *SCOPES)),
    )


def narratives() -> st.SearchStrategy[Narrative]:
    """The three sections of text, each of which may be missing.

    >>> from hypothesis import given
    >>> from gxstats.testing import narratives
    >>> @given(narratives())
    ... def test_narratives_have_three_sections(narrative):
    ...     assert all(text is None or isinstance(text, str)
    ...                for text in (narrative.overview, narrative.problems, narrative.other))
    >>> test_narratives_have_three_sections()
    """
    section = st.sampled_from(TEXTS) | _texts(0, 200)
    return st.builds(Narrative, overview=section, problems=section, other=section)


def remarks(form: type[Report] | Form | str = "any") -> st.SearchStrategy[Remark]:
    """Remarks on a cell of the form.

    >>> from hypothesis import given
    >>> from gxstats import form
    >>> from gxstats.testing import remarks
    >>> @given(remarks("2021"))
    ... def test_remarks_name_a_cell(remark):
    ...     assert remark.cell in form("2021")
    >>> test_remarks_name_a_cell()
    """
    return _on(
        form,
        lambda one: st.builds(
            Remark,
            cell=st.sampled_from(tuple(one.index)),
            printed=st.sampled_from(PRINTED) | _texts(0, 40),
        ),
    )


def _texts(shortest: int, longest: int) -> st.SearchStrategy[str]:
    """Any text that UTF-8 can hold."""
    return st.text(st.characters(codec="utf-8"), min_size=shortest, max_size=longest)
