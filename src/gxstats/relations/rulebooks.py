"""All relations of a form, by id and in order, ready to be evaluated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import groupby

import attrs

from ..arguments import unknown_name
from ..cells import CellValue
from ..errors import UnknownName
from ..forms.report import Form, newest_first
from ..forms.report import form as form_by_id
from ..forms.rules import Strength
from ..text import Bilingual
from .linear import Relation
from .notation import relations_of
from .systems import Bits, System

__all__ = ["Rulebook", "relation", "rulebook", "unknown_relation"]


@attrs.frozen(eq=False, slots=False, repr=False)
class Rulebook:
    """The relations of one form, with the code that evaluates them."""

    form: Form

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations, in the order in which the form declares them."""
        kinds = {cell.address: cell.kind for cell in self.form}
        found = [relation for rule in self.form.rules for relation in relations_of(rule, kinds)]
        ids = [relation.id for relation in found]
        if len(set(ids)) != len(ids):  # pragma: no cover - a mistake in the declaration
            raise ValueError(f"two relations of {self.form.id} have one id")
        return tuple(found)

    @cached_property
    def by_id(self) -> Mapping[str, int]:
        """The place of each relation, by id."""
        return {relation.id: place for place, relation in enumerate(self.relations)}

    def __getitem__(self, id: str) -> Relation:
        return self.relations[self.place(id)]

    def place(self, id: str) -> int:
        """The place of a relation; raises :class:`~gxstats.UnknownName` for an unknown id."""
        place = self.by_id.get(id)
        if place is None:
            raise unknown_relation(id, self.by_id)
        return place

    def __iter__(self) -> Iterator[Relation]:
        return iter(self.relations)

    def __len__(self) -> int:
        return len(self.relations)

    def __repr__(self) -> str:
        return f"<Rulebook {self.form.id}: {len(self)} relations>"

    def __reduce__(self) -> tuple[Callable[[str], Rulebook], tuple[str]]:
        return rulebook, (self.form.id,)  # compiled anew, or already there

    @cached_property
    def binding(self) -> Bits:
        """The relations that a report must satisfy: stated and implied ones."""
        binding = [relation.strength is not Strength.SOFT for relation in self.relations]
        return sum(1 << place for place, flag in enumerate(binding) if flag)

    @cached_property
    def _systems(self) -> tuple[tuple[int, System], ...]:
        """The relations by how they compare, each system with the place of its first relation."""
        systems = []
        start = 0
        for comparison, group in groupby(self.relations, lambda relation: relation.comparison):
            system = System(self.form, comparison, tuple(group))
            systems.append((start, system))
            start += len(system.relations)
        return tuple(systems)

    def evaluate(self, values: tuple[CellValue, ...]) -> tuple[Bits, Bits]:
        """The violated and the undecided relations, from the values of all cells in order."""
        violated = undecided = 0
        for start, system in self._systems:
            false, unknown = system.evaluate(values)
            violated |= false << start
            undecided |= unknown << start
        return violated, undecided


@cache
def _rulebook(form: Form) -> Rulebook:
    return Rulebook(form)


def rulebook(form: Form | str) -> Rulebook:
    """The compiled relations of a form, given by itself or by its id.

    >>> len(rulebook("2019")), len(rulebook("2021"))
    (47, 44)
    """
    return _rulebook(form_by_id(form))


def relation(id: str, form_id: str | None = None) -> Relation:
    """The relation with this id, on the form named or on the newest form that has it.

    >>> relation("requests.balance.total").strength.value
    'stated'

    Raises :class:`~gxstats.UnknownName` with the likely intention.
    """
    forms = [form_by_id(form_id)] if form_id else newest_first()
    for form in forms:
        book = rulebook(form)
        if id in book.by_id:
            return book[id]
    known = dict.fromkeys(name for form in forms for name in rulebook(form).by_id)
    raise unknown_relation(id, known)


def unknown_relation(id: object, known: Iterable[str]) -> UnknownName:
    """The error for an id that no relation has, with the likely intention."""
    return unknown_name("id", id, known, Bilingual("勾稽关系的编号", "the id of a relation"))
