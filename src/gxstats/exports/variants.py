"""The relations of all forms, each with the forms on which it adds up the same cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import attrs

from ..forms.report import FORMS, Form, newest_first
from ..relations import Relation, Term, rulebook

__all__ = ["Variant", "variants"]


@attrs.frozen
class Variant:
    """A relation, with the ids of the forms that have it with these very cells."""

    relation: Relation
    forms: tuple[str, ...]


@cache
def variants() -> tuple[Variant, ...]:
    """Every relation of any form, in the order of the newest form and then of the older ones.

    >>> len(variants()), len({variant.relation.id for variant in variants()})
    (59, 52)
    """
    found: dict[str, dict[tuple[Term, ...], list[tuple[Form, Relation]]]] = {}
    for form in newest_first():
        for relation in rulebook(form):
            alike = found.setdefault(relation.id, {}).setdefault(relation.terms, [])
            alike.append((form, relation))
    return tuple(_made(found))


def _made(
    found: dict[str, dict[tuple[Term, ...], list[tuple[Form, Relation]]]],
) -> Iterator[Variant]:
    for by_terms in found.values():
        for same in by_terms.values():
            having = {form.id for form, _ in same}
            yield Variant(same[0][1], tuple(id for id in FORMS if id in having))
