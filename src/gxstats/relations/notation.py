"""From a rule, one line beside the form, to the relations that it declares.

See :mod:`gxstats.forms.rules` for the notation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ..cells import Kind
from ..forms.rules import Rule
from .linear import Comparison, Relation, Term

__all__ = ["NotationError", "relations_of"]

_SIDES: Final = re.compile(r"\s(=|<=)\s")
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<sign>[+-])|(?P<sum>sum of)\s+(?P<all>/\S+)"
    r"|(?P<cell>(?:previous:)?/\S+)|(?P<zero>0))\s*"
)


class NotationError(ValueError):
    """A rule that cannot be read, or that names no cell of the form."""


def relations_of(rule: Rule, cells: Mapping[str, Kind]) -> Iterator[Relation]:
    """The relations that a rule declares on a form with these cells, by address, in the form's order.

    Raises :class:`NotationError` when the rule fits nowhere: a sum that checks nothing is a
    mistake in the declaration.
    """
    parts = _SIDES.split(rule.sum)
    if len(parts) != 3:
        raise NotationError(f"{rule.id}: one = or <= is needed in {rule.sum!r}")
    left, sign, right = parts
    found = False
    for places in _places(f"{left} {right}", cells):
        found = True
        left_terms = _terms(left, places, cells, ())
        right_terms = _terms(right, places, cells, [t.address for t in left_terms])
        yield Relation(
            id=rule.id.format(**{name: step.replace("/", ".") for name, step in places.items()}),
            strength=rule.strength,
            comparison=Comparison.EQUAL if sign == "=" else Comparison.AT_MOST,
            left=tuple(left_terms),
            right=tuple(right_terms),
            source=rule.source,
            note=rule.note,
        )
    if not found:
        raise NotationError(f"{rule.id}: the form has no place for {rule.sum!r}")


def _places(text: str, cells: Mapping[str, Kind]) -> Iterator[dict[str, str]]:
    """Every way to fill in the placeholders so that all plain cells of the sum exist."""
    patterns = [
        match["cell"]
        for match in _TOKEN.finditer(text)
        if match["cell"] and "*" not in match["cell"]
    ]
    first = patterns[0]
    expression = re.compile(
        _PLACEHOLDER.sub(r"(?P<\1>.+)", re.escape(first).replace(r"\{", "{").replace(r"\}", "}"))
    )
    for address in cells:
        match = expression.fullmatch(address)
        if match is None:
            continue
        places = match.groupdict()
        if all(pattern.format(**places) in cells for pattern in patterns):
            yield places


def _terms(
    side: str, places: Mapping[str, str], cells: Mapping[str, Kind], other: object
) -> list[Term]:
    terms: list[Term] = []
    coefficient = 1
    position = 0
    while position < len(side):
        token = _TOKEN.match(side, position)
        if token is None:
            raise NotationError(f"cannot read {side[position:]!r} in {side!r}")
        position = token.end()
        if token["sign"]:
            coefficient = -1 if token["sign"] == "-" else 1
        elif token["cell"]:
            address = token["cell"].format(**places)
            terms.append(Term(coefficient, address, cells[address]))
        elif token["all"]:
            expression = re.compile(
                re.escape(token["all"].format(**places))
                .replace(r"\*\*", ".+")
                .replace(r"\*", "[^/]+")
            )
            terms += [
                Term(coefficient, address, kind)
                for address, kind in cells.items()
                if expression.fullmatch(address) and address not in other  # type: ignore[operator]
            ]
    return terms
