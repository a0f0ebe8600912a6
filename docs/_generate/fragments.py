"""Computed pieces of hand-written pages: ``{{ name argument … }}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from gxstats import FORMS, Bilingual, Strength, form, rulebook
from gxstats.annotating.failures import ANNOTATE_CODES
from gxstats.batch.failures import FILE_CODES, REFUSALS
from gxstats.cells import AMOUNT_DECIMALS, COUNT_MAXIMUM
from gxstats.diagnosis import Budget
from gxstats.errors import ARGUMENT_CODES, CODES
from gxstats.reading.results import DOUBT_CODES, NOTICE_CODES
from gxstats.reading.unreadable import READ_CODES
from gxstats.text import Language
from gxstats.wire.released import edition_document, files
from gxstats.wire.schema import published
from gxstats.wire.strict import own_editions

from .action_tables import action_inputs
from .api_pages import API
from .command_pages import commands, exit_codes
from .comparable_table import comparable_table
from .drawn_report import drawn_report
from .finding_pages import finding_kinds, finding_strengths
from .form_pages import editions
from .glossary_pages import evidence_table, labels_table, outcomes_table, strengths_table
from .hosted_forms import hosted_list
from .markup import code, in_text, table
from .relation_pages import relation_index, variants

__all__ = ["CODE_LISTS", "FRAGMENTS", "ROOT", "filled"]

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


def _cells(_: Language, form_id: str) -> str:
    return str(len(form(form_id)))


def _relations(_: Language, form_id: str, *strengths: str) -> str:
    wanted = {Strength(name) for name in strengths} or set(Strength)
    return str(sum(relation.strength in wanted for relation in rulebook(form_id)))


def _forms(_: Language) -> str:
    return str(len(FORMS.own))


def _relation_ids(_: Language) -> str:
    return str(len(variants()))


def _count_maximum(_: Language) -> str:
    return f"{COUNT_MAXIMUM:,}"


def _amount_decimals(_: Language) -> str:
    return str(AMOUNT_DECIMALS)


def _most_explanations(_: Language) -> str:
    return f"{Budget().explanations:,}"


_CODES_HEAD = Bilingual("代码|中文|英文", "Code|Chinese|English")


CODE_LISTS: Final[Mapping[str, Mapping[str, Bilingual]]] = {
    "document": CODES,
    "arguments": ARGUMENT_CODES,
    "unreadable": READ_CODES,
    "annotating": ANNOTATE_CODES,
    "doubts": DOUBT_CODES,
    "notices": NOTICE_CODES,
    "files": FILE_CODES,
    "batch": REFUSALS,
}
"""The lists of codes that are part of the public contract."""


def _codes(language: Language, which: str) -> str:
    return table(
        _CODES_HEAD[language].split("|"),
        (
            [f'<span id="{id}">{code(id)}</span>', _template(meaning.zh), _template(meaning.en)]
            for id, meaning in CODE_LISTS[which].items()
        ),
    )


def _template(text: str) -> str:
    """A text with places to fill in, which are shown as an ellipsis."""
    return in_text(re.sub(r"\{\w+\}", "…", text))


def _file(_: Language, path: str) -> str:
    """A file of the project, without its title; the page has one in its own language."""
    title, rest = (ROOT / path).read_text(encoding="utf-8").split("\n", 1)
    if not title.startswith("# "):
        raise ValueError(f"{path} does not begin with a title")
    return rest


def _source(_: Language, path: str) -> str:
    """A file, as the tests run it."""
    language = "python" if path.endswith(".py") else path.rpartition(".")[2]
    return f"```{language}\n{(ROOT / path).read_text(encoding='utf-8')}```"


_SCHEMA_HEAD = Bilingual("文件|`$id`|内容", "File|`$id`|Describes")


def _schema_files(language: Language) -> str:
    rows = []
    for name, path in files().items():
        schema = published(name)
        label = schema["x-label"][language]
        rows.append([code(f"schema/{path}"), code(schema["$id"]), in_text(label)])
    return table(_SCHEMA_HEAD[language].split("|"), rows)


def _conformance_cases(_: Language) -> str:
    return str(sum(len(edition_document("conformance", one)["cases"]) for one in own_editions()))


_API_HEAD = Bilingual("页|模块", "Page|Modules")


def _api_index(language: Language) -> str:
    return table(
        _API_HEAD[language].split("|"),
        (
            [f"[{title[language]}]({name}.md)", ", ".join(map(code, modules))]
            for name, (title, modules) in API.items()
        ),
    )


FRAGMENTS: Final[Mapping[str, Callable[..., str]]] = {
    "action_inputs": action_inputs,
    "amount_decimals": _amount_decimals,
    "api_index": _api_index,
    "cells": _cells,
    "codes": _codes,
    "commands": commands,
    "comparable": comparable_table,
    "conformance_cases": _conformance_cases,
    "count_maximum": _count_maximum,
    "drawn": drawn_report,
    "editions": editions,
    "evidence": evidence_table,
    "exit_codes": exit_codes,
    "file": _file,
    "finding_kinds": finding_kinds,
    "finding_strengths": finding_strengths,
    "forms": _forms,
    "hosted_forms": hosted_list,
    "labels": labels_table,
    "most_explanations": _most_explanations,
    "outcomes": outcomes_table,
    "relation_ids": _relation_ids,
    "relation_index": relation_index,
    "relations": _relations,
    "schema_files": _schema_files,
    "source": _source,
    "strengths": strengths_table,
}
"""Every piece by its name: a function of the page's language and of the arguments."""
