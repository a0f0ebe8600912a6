"""The page put together: the form, the engine that checks it, and the code that ties the two."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, Final

from ..exports.engine_data import engine_data
from ..exports.javascript import as_json, engine
from ..forms.narrative import SECTION, TEXT_LENGTH, Narrative
from ..forms.organ import NAME_LENGTH
from ..forms.report import FORMS, Form
from ..notes import COLON, FACTS, REPORT_TITLE, SCOPE_NAMES
from ..reading.results import DOUBT_CODES
from ..text import LANGUAGES, Bilingual, Language
from ..wire.fields import fields_of
from ..writing import texts
from ..writing.layout import printed_tables
from .tables import LANGUAGE_TAGS, table_html, words_of
from .texts import TEXTS

__all__ = ["form_page"]

_PARTS: Final = (
    "words",
    "entries",
    "showing",
    "moving",
    "pasting",
    "files",
    "keeping",
    "starting",
)
"""The files of the page's own code, in the order in which what they define is needed."""
_ON_PAPER: Final = {
    "title": REPORT_TITLE,
    "titleOf": texts.TITLE_OF,
    "ofYear": texts.OF_YEAR,
    "ofOrgan": texts.OF_ORGAN,
    "colon": COLON,
}
"""What the head of a print is put together from, as that of a drawing."""
_BUTTONS: Final = ("open", "save", "totals", "undo", "print", "clear")
_POLICY: Final = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)


def form_page(form: Form, language: Language = "zh") -> str:
    """A form as one HTML document that needs nothing else: no server, no file, no network.

    It begins in ``language`` and can be switched to the other. The report documents that it saves
    are those of :func:`gxstats.to_json`, and its checks, sentences and explanations by one wrong
    cell are those of :func:`gxstats.check` and :func:`gxstats.diagnosis.diagnose`.
    """
    style = _source("page.css")
    script = _script(form, language)
    policy = _POLICY.format(script=_digest(script), style=_digest(style))
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{LANGUAGE_TAGS[language]}">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<link rel="icon" href="data:,">',
            f"<title>{escape(_title(form, language))}</title>",
            f"<style>{style}</style></head>",
            "<body>",
            *_body(form, language),
            f'<script type="module">{script}</script>',
            "</body>",
            "</html>\n",
        ]
    )


def _title(form: Form, language: Language) -> str:
    return f"{TEXTS['title'][language]} · {form.title[language]}"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _source(name: str) -> str:
    return (files("gxstats.page") / name).read_text(encoding="utf-8")


def _script(form: Form, language: Language) -> str:
    page = {
        "form": form.id,
        "language": language,
        "tags": LANGUAGE_TAGS,
        "texts": _both(TEXTS),
        "faults": _both(DOUBT_CODES),
        "words": words_of(form),
        "paper": _both(_ON_PAPER),
        "facts": _both(FACTS),
        "scopes": _both(SCOPE_NAMES),
        "titles": {one: _title(form, one) for one in LANGUAGES},
        "units": [{one: cell.unit[one] for one in LANGUAGES} for cell in form],
    }
    parts = [_source(f"{name}.js") for name in _PARTS]
    script = "\n".join(
        [
            engine(as_json(engine_data(tuple(FORMS.values())))),
            f"const PAGE = {as_json(page)};\n",
            *parts,
        ]
    )
    # The text of a script ends where it says so, whatever the script means by it.
    return script.replace("</", "<\\/").replace("<!--", "<\\!--")


def _both(texts: Mapping[str, Bilingual]) -> dict[str, dict[str, str]]:
    return {name: {one: text[one] for one in LANGUAGES} for name, text in texts.items()}


# --- the document ---------------------------------------------------------------------------------


def _body(form: Form, language: Language) -> Iterator[str]:
    yield f'<a class="skip" href="#cell-0"{_said("skip", language)}</a>'
    yield '<header class="tools">'
    yield f'<div role="toolbar" aria-label="{TEXTS["tools"][language]}" data-label="tools">'
    yield from (_button(name, language) for name in _BUTTONS)
    other: Language = "en" if language == "zh" else "zh"
    yield (
        f'<button type="button" id="do-language" lang="{LANGUAGE_TAGS[other]}"'
        f"{_said('language', language)}</button></div>"
    )
    yield '<input type="file" id="file" accept=".json,application/json" hidden>'
    yield f'<p class="quiet"{_said("local", language)}</p>'
    yield '<div id="notice" role="status"></div></header>'
    yield f'<noscript><p class="notice"{_said("noscript", language)}</p></noscript>'
    yield "<main>"
    yield f'<h1 id="on-screen"{_said("title", language)}</h1>'
    yield '<div id="on-paper" aria-hidden="true"><h1></h1><p></p></div>'
    yield f'<p class="quiet" id="form-name">{escape(form.title[language])} · {escape(form.notice)}</p>'
    yield from _facts(language)
    sections = {field.name: field.metadata[SECTION] for field in fields_of(Narrative)}
    first, *others = sections
    yield _section(first, sections[first], language)
    yield from (table_html(form, table, language) for table in printed_tables(form))
    yield from (_section(name, sections[name], language) for name in others)
    yield f'<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title"{_said("findings", language)}</h2>'
    yield '<div id="found"></div></section>'
    yield "</main>"
    yield f'<footer id="bar" aria-label="{TEXTS["bar"][language]}" data-label="bar">'
    yield '<p id="here"></p><p id="state" role="status"></p><p id="slip"></p></footer>'
    yield '<div id="notes" hidden></div>'


def _said(name: str, language: Language) -> str:
    """The end of a start tag and the text of the element, which follows the page's language."""
    return f' data-text="{name}">{escape(TEXTS[name][language])}'


def _button(name: str, language: Language) -> str:
    help = f"{name}Help"
    title = ""
    if help in TEXTS:
        title = f' title="{escape(TEXTS[help][language])}" data-title="{help}"'
    return f'<button type="button" id="do-{name}"{title}{_said(name, language)}</button>'


def _facts(language: Language) -> Iterator[str]:
    fields: dict[str, dict[str, Any]] = {
        "name": {"maxlength": NAME_LENGTH},
        "year": {"inputmode": "numeric", "maxlength": 4},
        "code": {"maxlength": 18, "autocapitalize": "characters"},
        "division": {"inputmode": "numeric", "maxlength": 6},
    }
    yield f'<fieldset class="facts"><legend{_said("facts", language)}</legend>'
    for name, given in fields.items():
        attributes = "".join(f' {key}="{value}"' for key, value in given.items())
        yield (
            f'<p class="fact {name}"><label for="fact-{name}"{_said(name, language)}</label>'
            f'<input id="fact-{name}" type="text" placeholder=" " autocomplete="off" spellcheck="false"{attributes}'
            f' aria-describedby="wrong-{name}"><span class="problem" id="wrong-{name}"></span></p>'
        )
    yield f'<p class="fact scope"><label for="fact-scope"{_said("scope", language)}</label><select id="fact-scope">'
    for value, name in (("", "scopeUnknown"), ("organ", "scopeOrgan"), ("region", "scopeRegion")):
        yield f'<option value="{value}"{_said(name, language)}</option>'
    yield "</select></p></fieldset>"


def _section(name: str, label: Bilingual, language: Language) -> str:
    both = "".join(f' data-{one}="{escape(label[one])}"' for one in LANGUAGES)
    return (
        f'<section class="narrative"><h2><label for="text-{name}"{both}>{escape(label[language])}</label></h2>'
        f'<textarea id="text-{name}" data-section="{name}" rows="3" maxlength="{TEXT_LENGTH}"></textarea>'
        '<div class="printed" aria-hidden="true"></div></section>'
    )
