"""The relations of a form as a rules file of R's package validate.

A rule answers as :func:`gxstats.check` does: TRUE is held, FALSE violated, and NA undecided. A
comparison with a blank in it is NA by itself; that no number in the blank would do is said beside it,
and what is FALSE makes the whole FALSE.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from ..forms.report import Form
from ..forms.rules import Strength
from ..relations import Blank, Comparison, Relation, Term, rulebook
from ..relations.linear import lowering, raising
from ..relations.wording import relation_name
from .columns import Forms, column_name

__all__ = ["expression", "rules_file"]

_SIGNS: Final = {Comparison.EQUAL: "==", Comparison.AT_MOST: "<="}


def rules_file(forms: Forms) -> str:
    """The rules of one form, in YAML; hints are warnings, all others errors.

    >>> from gxstats import form
    >>> rules_file((form("2021"),)).splitlines()[4]
    '  name: "requests.balance.natural_person"'
    """
    [form] = forms
    lines = [f"# {form.title.zh}（{form.notice}）", f"# {form.title.en}", "rules:"]
    for relation in rulebook(form):
        lines += _rule(relation, form)
    return "\n".join(lines) + "\n"


def _rule(relation: Relation, form: Form) -> Iterator[str]:
    text = relation.text(form)
    name = relation_name(relation, form)
    soft = relation.strength is Strength.SOFT
    yield f"- expr: {_quoted(expression(relation))}"
    yield f"  name: {_quoted(relation.id)}"
    yield f"  label: {_quoted(name.zh)}"
    yield f"  description: {_quoted(f'{text.zh} · {text.en}')}"
    yield f"  origin: {_quoted(f'{relation.source.zh} · {relation.source.en}')}"
    yield "  meta:"
    yield f"    severity: {'warning' if soft else 'error'}"
    yield f"    strength: {relation.strength.value}"
    yield f"    form: {_quoted(form.id)}"


def _quoted(text: str) -> str:
    """A text as YAML: what JSON quotes, YAML reads."""
    return json.dumps(text, ensure_ascii=False)


def expression(relation: Relation) -> str:
    """A relation as an expression of R over the columns of the exports.

    >>> from gxstats import relation
    >>> print(expression(relation("disclosure.published_within_total.rules")))
    (t2_rules_published <= t2_rules_published_total) & \
(pmax(t2_rules_published, 0, na.rm = TRUE) - pmax(t2_rules_published_total, 0, na.rm = TRUE) <= 0 | \
is.na(t2_rules_published_total))
    """
    sign = _SIGNS[relation.comparison]
    known = _sum(relation.terms, _filled)
    parts = [
        f"({_sum(relation.left, _plain)} {sign} {_sum(relation.right, _plain)})",
        f"({known} <= 0 | {_blank(lowering(relation.terms))})",
    ]
    if relation.comparison is Comparison.EQUAL:
        parts.append(f"({known} >= 0 | {_blank(raising(relation.terms))})")
    return " & ".join(parts)


def _sum(terms: Sequence[Term], value: Callable[[Term], str]) -> str:
    written = "" if terms and terms[0].coefficient > 0 else "0"
    for term in terms:
        size = abs(term.coefficient)
        factor = f"{size} * " if size != 1 else ""
        sign = " - " if term.coefficient < 0 else " + " if written else ""
        written += f"{sign}{factor}{value(term)}"
    return written


def _plain(term: Term) -> str:
    return column_name(term.address)


def _filled(term: Term) -> str:
    """A cell with 0 in place of a blank; a change, which may be negative, as it is.

    A blank change leaves everything open, so that NA beside it does not matter.
    """
    name = _plain(term)
    return name if term.blank is Blank.EITHER else f"pmax({name}, 0, na.rm = TRUE)"


def _blank(terms: Sequence[Term]) -> str:
    return " | ".join(f"is.na({_plain(term)})" for term in terms)
