"""All relations of a form, compiled.

The residuals of a report are computed by generated code, in one pass over the values of its
cells; the outcome of every relation then falls out of a few operations on whole numbers used
as sets of bits, blanks included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, TypeAlias

import attrs

from ..cells import CellValue, Kind
from ..errors import suggest
from ..forms.catalogue import FORMS, Form
from ..forms.catalogue import form as form_by_id
from ..forms.rules import Strength
from .linear import Comparison, Relation
from .notation import relations_of

__all__ = ["Rulebook", "relation", "rulebook"]

Bits: TypeAlias = int
"""A set of relations: bit ``i`` stands for the rulebook's relation ``i``."""


@attrs.frozen(eq=False, slots=False, repr=False)
class Rulebook:
    """The relations of one form, with the code that evaluates them."""

    form: Form

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations, in the order in which the form declares them."""
        found = [
            relation
            for rule in self.form.rules
            for relation in relations_of(rule, self.form.index)
        ]
        ids = [relation.id for relation in found]
        if len(set(ids)) != len(ids):  # pragma: no cover - a mistake in the declaration
            raise ValueError(f"two relations of {self.form.id} have one id")
        return tuple(found)

    @cached_property
    def by_id(self) -> Mapping[str, int]:
        """The place of each relation, by id."""
        return {relation.id: place for place, relation in enumerate(self.relations)}

    def __getitem__(self, id: str) -> Relation:
        return self.relations[self.by_id[id]]

    def __iter__(self) -> Iterator[Relation]:
        return iter(self.relations)

    def __len__(self) -> int:
        return len(self.relations)

    def __repr__(self) -> str:
        return f"<Rulebook {self.form.id}: {len(self)} relations>"

    def __reduce__(self) -> tuple[Callable[[str], Rulebook], tuple[str]]:
        return rulebook, (self.form.id,)  # compiled anew, or already there

    @cached_property
    def residuals(self) -> Callable[[tuple[Any, ...]], tuple[int, ...]]:
        """The residual (left minus right) of every relation, from the values of all cells.

        Generated code; no value may be blank.
        """
        used = {
            self.form.index[address]
            for relation in self.relations
            for address in relation.addresses
        }
        names = [f"c{i}" if i in used else "_" for i in range(len(self.form))]
        sums = []
        for relation in self.relations:
            signed = [
                ("-" if term.coefficient < 0 else "+")
                + (f"{abs(term.coefficient)}*" if abs(term.coefficient) != 1 else "")
                + f"c{self.form.index[term.address]}"
                for term in relation.terms
            ]
            sums.append("".join(signed).removeprefix("+"))
        unpacked, returned = ", ".join(names), ", ".join(sums)
        source = f"def residuals(values):\n    {unpacked} = values\n    return ({returned},)"
        namespace: dict[str, Any] = {}
        exec(source, namespace)  # noqa: S102 - generated from places in the catalogue alone
        compiled: Callable[[tuple[Any, ...]], tuple[int, ...]] = namespace["residuals"]
        return compiled

    @cached_property
    def _equations(self) -> Bits:
        return self._bits(r.comparison is Comparison.EQUAL for r in self.relations)

    @cached_property
    def binding(self) -> Bits:
        """The relations that a report must satisfy: stated and implied ones."""
        return self._bits(r.strength is not Strength.SOFT for r in self.relations)

    @staticmethod
    def _bits(flags: Iterator[bool]) -> Bits:
        return sum(1 << place for place, flag in enumerate(flags) if flag)

    @cached_property
    def _reach(self) -> tuple[Bits, ...]:
        """For every blank cell, the relations whose residual moves once it holds something.

        Those whose residual grows; and, ``len(self)`` bits above them, those whose it shrinks.
        """
        reach = [0] * len(self.form)
        for place, relation in enumerate(self.relations):
            for term in relation.terms:
                cell = self.form[term.address]
                signed = cell.kind is Kind.CHANGE  # such a cell can do both
                if signed or term.coefficient > 0:
                    reach[cell.index] |= 1 << place
                if signed or term.coefficient < 0:
                    reach[cell.index] |= 1 << place + len(self)
        return tuple(reach)

    def evaluate(self, values: tuple[CellValue, ...]) -> tuple[tuple[int, ...], Bits, Bits]:
        """Residuals with blanks taken as 0, and the sets of violated and undecided relations.

        A relation with a blank is undecided, unless no value that the blank could hold would
        make it true: then it is violated.
        """
        raised = lowered = 0
        try:
            residuals = self.residuals(values)
        except TypeError:  # a blank; asking 200 cells beforehand takes as long as the sums
            known: list[Any] = list(values)
            reach = 0
            for place in [place for place, value in enumerate(values) if value is None]:
                known[place] = 0
                reach |= self._reach[place]
            lowered, raised = divmod(reach, 1 << len(self))
            residuals = self.residuals(tuple(known))
        above = below = 0
        if any(residuals):
            for place, residual in enumerate(residuals):
                if residual:
                    if residual > 0:
                        above |= 1 << place
                    else:
                        below |= 1 << place
        violated = (above & ~lowered) | (below & ~raised & self._equations)
        return residuals, violated, (raised | lowered) & ~violated


@cache
def _rulebook(form: Form) -> Rulebook:
    return Rulebook(form)


def rulebook(form: Form | str) -> Rulebook:
    """The compiled relations of a form, given by itself or by its id.

    >>> len(rulebook("2019")), len(rulebook("2021"))
    (47, 44)
    """
    return _rulebook(form_by_id(form) if isinstance(form, str) else form)


def relation(id: str, form_id: str | None = None) -> Relation:
    """The relation with this id, on the form named or on the newest form that has it.

    >>> relation("requests.balance.total").strength.value
    'stated'

    Raises :class:`KeyError` with the likely intention.
    """
    forms = [form_by_id(form_id)] if form_id else sorted(FORMS.values(), key=_newest_first)
    for form in forms:
        book = rulebook(form)
        if id in book.by_id:
            return book[id]
    near = suggest(id, {name for form in forms for name in rulebook(form).by_id})
    raise KeyError(f"no relation {id!r}" + (f"; did you mean {near!r}?" if near else ""))


def _newest_first(form: Form) -> tuple[int, str]:
    return -int(form.edition), form.id
