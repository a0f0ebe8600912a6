"""Computed pieces of hand-written pages: ``{{ name argument … }}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from gxstats import FORMS, Bilingual, Strength, form, rulebook
from gxstats.cells import AMOUNT_DECIMALS, COUNT_MAXIMUM
from gxstats.errors import CODES
from gxstats.text import Language

from .command_pages import commands
from .form_pages import editions
from .glossary_pages import labels_table, outcomes_table, strengths_table
from .markup import code, in_text, table
from .relation_pages import relation_index, variants

__all__ = ["FRAGMENTS", "ROOT", "filled"]

ROOT: Final = Path(__file__).parents[2]
"""The folder of the project."""

_FRAGMENT: Final = re.compile(r"\{\{ (?P<name>\w+)(?P<arguments>(?: [^\s{}]+)*) \}\}")


def filled(markdown: str, language: Language) -> str:
    """The page with every piece computed.

    Raises :class:`KeyError` for a piece that nothing computes, so that a misspelt name stops the
    build instead of standing on the page.
    """
    return _FRAGMENT.sub(
        lambda match: FRAGMENTS[match["name"]](language, *match["arguments"].split()), markdown
    )


def _cells(language: Language, form_id: str) -> str:
    return str(len(form(form_id)))


def _relations(language: Language, form_id: str, *strengths: str) -> str:
    wanted = {Strength(name) for name in strengths} or set(Strength)
    return str(sum(relation.strength in wanted for relation in rulebook(form_id)))


def _forms(language: Language) -> str:
    return str(len(FORMS))


def _relation_ids(language: Language) -> str:
    return str(len(variants()))


def _count_maximum(language: Language) -> str:
    return f"{COUNT_MAXIMUM:,}"


def _amount_decimals(language: Language) -> str:
    return str(AMOUNT_DECIMALS)


_CODES_HEAD = Bilingual("代码|中文|英文", "Code|Chinese|English")


def _codes(language: Language) -> str:
    return table(
        _CODES_HEAD[language].split("|"),
        (
            [f'<a id="{id}"></a>{code(id)}', in_text(meaning.zh), in_text(meaning.en)]
            for id, meaning in CODES.items()
        ),
    )


def _file(language: Language, path: str) -> str:
    """A file of the project, without its title; the page has one in its own language."""
    title, _, rest = (ROOT / path).read_text(encoding="utf-8").partition("\n")
    if not title.startswith("# "):
        raise ValueError(f"{path} does not begin with a title")
    return rest


FRAGMENTS: Final[Mapping[str, Callable[..., str]]] = {
    "amount_decimals": _amount_decimals,
    "cells": _cells,
    "codes": _codes,
    "commands": commands,
    "count_maximum": _count_maximum,
    "editions": editions,
    "file": _file,
    "forms": _forms,
    "labels": labels_table,
    "outcomes": outcomes_table,
    "relation_ids": _relation_ids,
    "relation_index": relation_index,
    "relations": _relations,
    "strengths": strengths_table,
}
"""Every piece by its name: a function of the page's language and of the arguments."""
