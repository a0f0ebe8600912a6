"""The forms to fill in, as the site hosts them: the pages that ``gxstats page`` makes."""

from __future__ import annotations

from gxstats import FORMS
from gxstats.page import form_page
from gxstats.text import Language

from .markup import in_text

__all__ = ["HOSTED", "hosted_forms", "hosted_list"]

HOSTED = "fill-in"
"""The folder of the site that holds them."""


def hosted_forms(language: Language) -> dict[str, str]:
    """The content of each page, by its path within the language's folder."""
    return {f"{HOSTED}/{id}.html": form_page(form, language) for id, form in FORMS.own.items()}


def hosted_list(language: Language) -> str:
    """A list of links to them."""
    links = (
        f"- [{in_text(form.title[language])}]({HOSTED}/{id}.html) ({in_text(form.notice)})"
        for id, form in FORMS.own.items()
    )
    return "\n".join(links)
