"""The relations of several forms, each with the forms on which it adds up the same cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

import attrs

from ..forms.report import Form, newest_first
from ..relations import Relation, Term, rulebook, year_links
from .columns import Forms

__all__ = ["Variant", "variants", "year_variants"]


@attrs.frozen
class Variant:
    """A relation, with the ids of the forms that have it with these very cells."""

    relation: Relation
    forms: tuple[str, ...]


@cache
def variants(forms: Forms) -> tuple[Variant, ...]:
    """Every relation of any of these forms, in the order of the newest form and then of the older.

    >>> from gxstats import FORMS
    >>> found = variants(tuple(FORMS.own.values()))
    >>> len(found), len({variant.relation.id for variant in found})
    (59, 52)
    """
    return tuple(_made(forms, rulebook))


@cache
def year_variants(forms: Forms) -> tuple[Variant, ...]:
    """Every relation of any of these forms to the report of the year before."""
    return tuple(_made(forms, lambda form: year_links(form, form)))


def _made(forms: Forms, relations: Callable[[Form], Iterable[Relation]]) -> Iterator[Variant]:
    found: dict[str, dict[tuple[Term, ...], list[tuple[Form, Relation]]]] = {}
    for form in newest_first(forms):
        for relation in relations(form):
            alike = found.setdefault(relation.id, {}).setdefault(relation.terms, [])
            alike.append((form, relation))
    for by_terms in found.values():
        for same in by_terms.values():
            having = {form.id for form, _ in same}
            yield Variant(same[0][1], tuple(form.id for form in forms if form.id in having))
