"""Reports drawn as HTML, with what was found in them: as a page of its own, or as a part of one."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import count

from ..notes import NOTES
from ..text import Language
from . import texts
from .colours import style_of_colours
from .drawing import Drawing
from .html import LANGUAGE_TAGS
from .marks import Marks
from .markup import attributes, element, in_attribute, in_text

__all__ = ["report_fragment", "report_page"]


def report_page(marks: Marks | Iterable[Marks], language: Language = "zh") -> str:
    """Reports as one HTML document that needs nothing else: no script, no file, no network.

    Each is drawn as the printed form. A marked cell shows its sign and, where it is known, what
    it should hold; it is a link to its reasons in the list below, and shows them when it is
    pointed at or reached by keyboard. The page is light or dark as the reader's system is, and
    made to be printed. :func:`gxstats.read` reads the report back, and :func:`gxstats.read_all`
    each of several.

    >>> from gxstats import examples, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> page = report_page(Marks.diagnosed(report), "en")
    >>> page.startswith("<!doctype html>"), page.count("<table")
    (True, 3)
    """
    given = (marks,) if isinstance(marks, Marks) else tuple(marks)
    drawings = [Drawing(one, f"r{place}", language) for place, one in enumerate(given, 1)]
    several = texts.REPORTS[language].format(count=len(drawings))
    title = drawings[0].title if len(drawings) == 1 else several
    lines = [
        "<!doctype html>",
        f'<html lang="{LANGUAGE_TAGS[language]}">',
        '<head><meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        f'<meta http-equiv="Content-Security-Policy"{attributes(content=_policy())}/>',
        # No element can keep a name from turning what is beside it here.
        f"<title>{in_attribute(title)}</title>",
        f"<style>{_page_style()}</style></head>",
        '<body class="gxstats">',
        element("a", texts.SKIP_TO_TABLES[language], class_="skip", href="#main"),
    ]
    if len(drawings) != 1:
        lines += [element("h1", in_text(title)), *_overview(drawings, language)]
    lines.append('<main id="main">')
    level = 1 if len(drawings) == 1 else 2
    for drawing in drawings:
        lines += drawing.lines(level)
    return "\n".join([*lines, "</main>", "</body>", "</html>"]) + "\n"


_numbers = count(1)


def report_fragment(marks: Marks, language: Language = "zh") -> str:
    """A report as a part of a page, with its style: what a notebook shows.

    Ids are not used twice within a process, so that a page can hold many. It is light or dark as
    the notebook is, where that says so (JupyterLab, VS Code), and else as the system is.
    """
    drawing = Drawing(marks, f"gxstats-{next(_numbers)}", language)
    opening = attributes(class_="gxstats", lang=LANGUAGE_TAGS[language])
    return "\n".join([f"<div{opening}><style>{_style()}</style>", *drawing.lines(2), "</div>"])


@cache
def _style() -> str:
    return style_of_colours() + _resource("report.css")


@cache
def _page_style() -> str:
    """The style of a report, and what only a page of its own may ask for."""
    return _style() + _resource("report_page.css")


def _resource(name: str) -> str:
    return (resources.files("gxstats.writing") / name).read_text("utf-8")


@cache
def _policy() -> str:
    """Nothing may be fetched or run, and no style but the page's own."""
    digest = base64.b64encode(hashlib.sha256(_page_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _overview(drawings: Iterable[Drawing], language: Language) -> Iterator[str]:
    drawings = list(drawings)
    if not drawings:
        yield element("p", texts.NO_REPORTS[language])
        return
    yield f'<aside class="{NOTES}" role="none">'
    yield f"<nav{attributes(aria_label=texts.CONTENTS[language])}><ol>"
    for one in drawings:
        link = element("a", f"<bdi>{in_text(one.title)}</bdi>", href=f"#{one.prefix}")
        said = element("span", f"{one.verdict_sign} {in_text(one.verdict)}", class_=one.outcome)
        yield element("li", f"{link} {said}")
    yield "</ol></nav></aside>"
