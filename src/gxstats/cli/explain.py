"""``gxstats explain``: what a relation says, and where the form says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..errors import suggest
from ..forms import FORMS, Form
from ..relations import Relation, rulebook
from ..text import Bilingual, Language
from . import texts
from .framework import Command, Help, Usage, argument, common_options

if TYPE_CHECKING:
    from .printing import Printer

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "explain",
        language,
        Help(texts.EXPLAIN, examples=texts.EXPLAIN_EXAMPLES),
        params=[argument("relation", required=False), *common_options(language)],
        callback=lambda **given: _explain(language, **given),
    )


def _explain(language: Language, *, relation: str | None) -> int:
    from .printing import Printer

    if relation is None:
        _list_all(language)
        return 0
    found = {
        form: rulebook(form)[relation]
        for form in FORMS.values()
        if relation in rulebook(form).by_id
    }
    if not found:
        ids = {other.id for form in FORMS.values() for other in rulebook(form)}
        raise Usage(_unknown(relation, suggest(relation, ids)), click.get_current_context())
    # Forms on which the relation is the same are told of together.
    printer = Printer()
    alike: dict[Relation, list[Form]] = {}
    for form, one in found.items():
        alike.setdefault(one, []).append(form)
    for place, (one, forms) in enumerate(alike.items()):
        if place:
            printer.line()
        _tell(one, forms, printer, language)
    return 0


def _unknown(relation: str, near: str | None) -> Bilingual:
    hint = texts.DID_YOU_MEAN.format(near=near) if near else Bilingual("", "")
    return texts.NO_RELATION.format(found=relation, near=hint)


def _tell(relation: Relation, forms: list[Form], printer: Printer, language: Language) -> None:
    printer.line(relation.id, style="bold")
    printer.line(relation.text(forms[0])[language])
    titles = texts.AND[language].join(form.title[language] for form in forms)
    facts = [
        (texts.FORM_HEAD, titles),
        (texts.STRENGTH_HEAD, relation.strength.label[language]),
        (texts.SOURCE_HEAD, relation.source[language]),
    ]
    if relation.note is not None:
        facts.append((texts.NOTE_HEAD, relation.note[language]))
    for head, text in facts:
        printer.finding(head[language], text, "dim")
    printer.finding(texts.CELLS_HEAD[language], "", "dim")
    width = max(map(len, relation.addresses))
    for address in relation.addresses:
        printer.line(f"    {address:<{width}}  {forms[0][address].name(language)}")


def _list_all(language: Language) -> None:
    """Every id under the line that declares its family, with the forms that have it."""
    from .printing import Printer

    printer = Printer()
    families: dict[str, tuple[Bilingual, dict[str, list[str]]]] = {}
    for form in FORMS.values():
        for rule in form.rules:
            family, members = families.setdefault(rule.id, (rule.strength.label, {}))
            stem = rule.id.partition("{")[0]
            for relation in rulebook(form):
                if relation.id.startswith(stem):
                    members.setdefault(relation.id, []).append(form.id)
            families[rule.id] = family, members
    for place, (id, (strength, members)) in enumerate(families.items()):
        if place:
            printer.line()
        printer.line(f"{id}  {strength[language]}", style="bold")
        width = max(map(len, members))
        for member, forms in members.items():
            everywhere = len(forms) == len(FORMS)
            printer.line(f"  {member:<{width}}  {'' if everywhere else ' '.join(forms)}".rstrip())
