"""One set of equations serves all forms, or there is none."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from gxstats.columnar import equations
from gxstats.diagnosis.equations import Equations, equations_of
from gxstats.forms.report import FORMS, Form


def test_the_equations_of_all_forms_are_alike() -> None:
    found = equations.column_equations()
    assert {form for cell in found.cells for form in cell.forms} == set(FORMS)


def negated(one: Equations) -> Equations:
    return attrs.evolve(one, rows=tuple({cell: -n for cell, n in row.items()} for row in one.rows))


def doubled(one: Equations) -> Equations:
    return attrs.evolve(
        one, rows=tuple({cell: 2 * n for cell, n in row.items()} for row in one.rows)
    )


@pytest.mark.parametrize(
    ("changed", "forms"),
    [(negated, list(FORMS)[:1]), (doubled, list(FORMS)), (doubled, list(FORMS)[1:])],
)
def test_equations_that_would_not_do_for_all_forms_are_refused(
    monkeypatch: pytest.MonkeyPatch, changed: Callable[[Equations], Equations], forms: list[str]
) -> None:
    def other(form: Form) -> Equations:
        return changed(equations_of(form)) if form.id in forms else equations_of(form)

    monkeypatch.setattr(equations, "equations_of", other)
    with pytest.raises(ValueError, match="stands in other equations"):
        equations.column_equations.__wrapped__()
