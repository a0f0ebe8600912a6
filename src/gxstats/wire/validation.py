"""Everything that is wrong with a document: the strict rules and the published schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ..cells import shown
from ..errors import InvalidDocument, Problem
from ..text import Bilingual
from .decoding import from_json
from .document import JSONLimits, Source, text_of
from .pointer import member
from .released import UNION
from .schema import published
from .strict import is_edition

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

__all__ = ["schema_problems", "validate"]


def validate(source: Source, *, limits: JSONLimits | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong with a document; nothing if it is a report document.

    First what :func:`gxstats.from_json` refuses, in the order of the form; then what the
    published schema refuses and the strict rules do not: there should be no such thing, and if
    there is, this says so rather than hiding it.

    >>> [problem.code for problem in validate(b"[]")]
    ['value.type']
    """
    limits = limits or JSONLimits()
    try:
        from_json(source, limits=limits)
    except InvalidDocument as error:
        problems = error.problems
    else:
        problems = ()
    if any(problem.code.startswith("document.") for problem in problems):
        return problems
    tree = json.loads(text_of(source, limits), parse_int=_integer)
    said = [problem.address for problem in problems]
    return problems + tuple(
        problem for problem in schema_problems(tree) if not _is_said(problem.address, said)
    )


def schema_problems(tree: Any, schema: str | None = None) -> Iterator[Problem]:
    """What a published schema finds wrong with a parsed document; that of reports unless named."""
    if schema is None:
        edition = tree.get("edition") if isinstance(tree, Mapping) else None
        schema = edition if isinstance(edition, str) and is_edition(edition) else UNION
    for error in _validator(schema).iter_errors(tree):
        address = ""
        for step in error.absolute_path:
            address = member(address, step)
        rule = f"{error.validator}: {shown(error.validator_value)}"
        yield Problem(
            "document.schema",
            address,
            shown(error.instance),
            Bilingual(f"符合 JSON Schema 的 {rule}", f"what the JSON Schema says, {rule}"),
        )


@cache
def _validator(name: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # heavy, and needed only here

    return Draft202012Validator(published(name))


def _integer(text: str) -> int | float:
    return int(text) if len(text) < 64 else float(text)


def _is_said(address: str, said: list[str]) -> bool:
    """Whether a problem has been noted there, within it, or in what it stands in."""
    return any(
        address == other or address.startswith(f"{other}/") or other.startswith(f"{address}/")
        for other in said
    )
