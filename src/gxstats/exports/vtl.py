"""The relations of a form as a hierarchical ruleset of VTL 2.0 (Validation and Transformation Language).

Its code items are the addresses of the cells, as the column ``address`` of the tidy layout holds them. A
rule has one item on its left: what else stands there goes to the right, with the other sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ..forms.report import Form
from ..forms.rules import Strength
from ..relations import Comparison, Relation, Term, rulebook
from .columns import Forms

__all__ = ["ruleset", "ruleset_name"]

_HINT, _ERROR = 1, 2
_TURNED: Final = {"=": "=", "<=": ">="}
_SIGNS: Final = {Comparison.EQUAL: "=", Comparison.AT_MOST: "<="}


def ruleset_name(form: Form) -> str:
    """The name of the ruleset of a form.

    >>> from gxstats import form
    >>> ruleset_name(form("2021-undivided"))
    'gxstats_2021_undivided'
    """
    return f"gxstats_{form.id.replace('-', '_')}"


def ruleset(forms: Forms) -> str:
    """The ruleset of one form; a hint has the error level 1, any other relation 2.

    >>> from gxstats import form
    >>> ruleset((form("2019"),)).splitlines()[1]
    'define hierarchical ruleset gxstats_2019 (variable rule address) is'
    """
    [form] = forms
    return (
        f"/* {form.title.zh} · {form.title.en} ({form.notice}) */\n"
        f"define hierarchical ruleset {ruleset_name(form)} (variable rule address) is\n"
        + ";\n".join(_rule(relation, form) for relation in rulebook(form))
        + "\nend hierarchical ruleset;\n"
    )


def _rule(relation: Relation, form: Form) -> str:
    level = _HINT if relation.strength is Strength.SOFT else _ERROR
    return (
        f"  /* {relation.text(form).zh} */\n"
        f'  {relation.id} : {" ".join(_sum(relation))} errorcode "{relation.id}" errorlevel {level}'
    )


def _sum(relation: Relation) -> Iterator[str]:
    """The words of a rule: its item, the sign, and the items on the right with theirs."""
    sign = _SIGNS[relation.comparison]
    if relation.left:
        (item, *moved), others = relation.left, relation.right
    else:
        (item, *moved), others, sign = relation.right, (), _TURNED[sign]
    if item.coefficient != 1:  # pragma: no cover - no relation is so
        raise ValueError(f"{relation.id}: {item.coefficient} times an item, which VTL cannot say")
    yield _code(item)
    yield sign
    right = [*others, *(attrs.evolve(term, coefficient=-term.coefficient) for term in moved)]
    yield from _items(right, relation)


def _items(terms: Sequence[Term], relation: Relation) -> Iterator[str]:
    for place, term in enumerate(terms):
        if abs(term.coefficient) != 1:  # pragma: no cover - no relation is so
            raise ValueError(f"{relation.id}: {term.coefficient} times an item")
        if term.coefficient < 0:
            yield "-"
        elif place:
            yield "+"
        yield _code(term)


def _code(term: Term) -> str:
    return f"'{term.address}'"
