"""A page for every relation, and the index of them by family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import attrs

from gxstats import FORMS, Bilingual, Form, Relation, rulebook
from gxstats.forms.rules import Rule
from gxstats.relations import Term
from gxstats.text import Language

from .form_pages import cell_link, form_path
from .markup import WITHOUT_CONTENTS, code, in_text, table

__all__ = ["Variant", "families", "relation_index", "relation_page", "variants"]


@attrs.frozen
class Variant:
    """A relation as some forms have it: with these cells, in these words."""

    relation: Relation
    text: Bilingual
    forms: tuple[Form, ...]


@cache
def variants() -> Mapping[str, tuple[Variant, ...]]:
    """Every relation id, with the forms that agree on it side by side; newest form first."""
    found: dict[str, dict[tuple[Relation, Bilingual], list[Form]]] = {}
    for form in FORMS.own.values():
        for relation in rulebook(form):
            key = relation, relation.text(form)
            found.setdefault(relation.id, {}).setdefault(key, []).append(form)
    return {
        id: tuple(Variant(*key, tuple(forms)) for key, forms in agreeing.items())
        for id, agreeing in found.items()
    }


@cache
def families() -> Mapping[str, tuple[Rule, tuple[str, ...]]]:
    """Every family: what its ids share, with the line that declares it and the ids in it."""
    rules = {rule.id: rule for form in FORMS.own.values() for rule in form.rules}
    return {
        prefix: (rule, tuple(id for id in variants() if id.startswith(f"{prefix}.")))
        for prefix, rule in ((rule.family, rule) for rule in rules.values())
    }


_OTHER_LANGUAGE: dict[Language, Language] = {"zh": "en", "en": "zh"}

_BACK = Bilingual("← 全部勾稽关系", "← All relations")
_FACTS = Bilingual("要点", "Facts")
_STRENGTH = Bilingual("效力", "Strength")
_SOURCE = Bilingual("依据", "Source")
_NOTE = Bilingual("说明", "Note")
_FORMS = Bilingual("适用表样", "Forms that have it")
_DECLARED = Bilingual("一行声明", "Declared by the line")
_CELLS_HEAD = Bilingual("边|单元格|地址", "Side|Cell|Address")
_LEFT = Bilingual("左", "left")
_RIGHT = Bilingual("右", "right")
_NEIGHBOURS = Bilingual("共用单元格的勾稽关系", "Relations that share a cell")
_NEIGHBOURS_HEAD = Bilingual("勾稽关系|共用的单元格", "Relation|Shared cells")
_NO_NEIGHBOURS = Bilingual(
    "没有。这些单元格不在别的勾稽关系里，所以单凭表内的数不能判断是哪一格错。",
    "None. Its cells are in no other relation, so the numbers of the form alone "
    "cannot tell which of them is wrong.",
)
_LOOK_UP = Bilingual("查询", "Look it up")
_INDEX_HEAD = Bilingual("编号与内容|表样", "Id and sum|Forms")


def relation_page(id: str, language: Language) -> str:
    """The page of one relation."""
    found = variants()[id]
    first = found[0].relation
    family = _family(id)
    parts = [
        WITHOUT_CONTENTS,
        f"# {code(id)}",
        f"[{_BACK[language]}](index.md#{family})",
    ]
    for variant in found:
        if len(found) > 1:
            parts.append(f"## {_form_links(variant.forms, language)}")
        other = _OTHER_LANGUAGE[language]
        parts += [
            f"{in_text(variant.text[language])}\n{{ .sum }}",
            f"{in_text(variant.text[other])}\n{{ .sum-again lang={other} }}",
            table(
                _CELLS_HEAD[language].split("|"),
                _cell_rows(variant.relation, variant.forms[-1], language),
            ),
        ]
    facts = [
        [_STRENGTH[language], in_text(first.strength.label[language])],
        [_SOURCE[language], in_text(first.source[language])],
    ]
    if first.note is not None:
        facts.append([_NOTE[language], in_text(first.note[language])])
    facts += [
        [_FORMS[language], _form_links([f for v in found for f in v.forms], language)],
        [_DECLARED[language], code(families()[family][0].sum)],
    ]
    parts += [
        f"## {_FACTS[language]}",
        "\n".join(f"- **{name}** {said}" for name, said in facts),
        f"## {_NEIGHBOURS[language]}",
        _neighbours(found[-1], language),
        f"## {_LOOK_UP[language]}",
        f"```sh\ngxstats explain {id}\n```",
        f'```python\ngxstats.relation("{id}")\ngxstats.check(report)["{id}"].explain("{language}")\n```',
    ]
    return "\n\n".join(parts) + "\n"


def relation_index(language: Language) -> str:
    """All relations, family by family."""
    parts: list[str] = []
    for prefix, (rule, ids) in families().items():
        parts += [
            f"## {code(prefix)} {{ #{prefix} }}",
            f"{in_text(rule.strength.label[language])} · {in_text(rule.source[language])}",
            f"```text\n{rule.sum}\n```",
            table(
                _INDEX_HEAD[language].split("|"),
                (
                    [
                        f"[{code(id)}]({id}.md)<br>{in_text(variants()[id][-1].text[language])}",
                        "<br>".join(form.id for v in variants()[id] for form in v.forms),
                    ]
                    for id in ids
                ),
            ),
        ]
    return "\n\n".join(parts)


def _family(id: str) -> str:
    return next(prefix for prefix in families() if id.startswith(f"{prefix}."))


def _form_links(forms: Iterable[Form], language: Language) -> str:
    return " · ".join(f"[{in_text(form.title[language])}](../{form_path(form)})" for form in forms)


def _cell_rows(relation: Relation, form: Form, language: Language) -> Iterator[list[str]]:
    sides: tuple[tuple[Bilingual, tuple[Term, ...]], ...] = (
        (_LEFT, relation.left),
        (_RIGHT, relation.right),
    )
    for side, terms in sides:
        for term in terms:
            times = "" if term.coefficient == 1 else f" × {term.coefficient}".replace("-", "−")
            yield [
                f"{side[language]}{times}",
                in_text(form[term.address].name(language)),
                cell_link(term.address, form),
            ]


def _neighbours(variant: Variant, language: Language) -> str:
    form = variant.forms[-1]
    own = set(variant.relation.addresses)
    rows = [
        [
            f"[{code(other.id)}]({other.id}.md)",
            "<br>".join(cell_link(a, form) for a in other.addresses if a in own),
        ]
        for other in rulebook(form)
        if other.id != variant.relation.id and own.intersection(other.addresses)
    ]
    return table(_NEIGHBOURS_HEAD[language].split("|"), rows) if rows else _NO_NEIGHBOURS[language]
