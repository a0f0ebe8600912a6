"""Every page that is computed as a whole."""

from __future__ import annotations

from gxstats import FORMS
from gxstats.text import Language

from .api_pages import API, api_page, api_path
from .certificate_pages import certificate_page
from .form_pages import form_page, form_path
from .notebook_pages import NOTEBOOKS, notebook_page
from .relation_pages import relation_page, variants

__all__ = ["generated_pages"]


def generated_pages(language: Language) -> dict[str, str]:
    """The Markdown of each page, by its path within the language's folder."""
    pages = {form_path(form): form_page(form, language) for form in FORMS.own.values()}
    pages |= {f"relations/{id}.md": relation_page(id, language) for id in variants()}
    pages["certificate.md"] = certificate_page(language)
    pages |= {page: notebook_page(name, language) for name, page in NOTEBOOKS.items()}
    pages |= {api_path(name): api_page(name, language) for name in API}
    return pages
