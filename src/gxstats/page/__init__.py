"""The page that is the form: one HTML file to fill it in, check it, and save it as a report document.

>>> from gxstats import form
>>> page = form_page(form("2021"), "en")
>>> page.startswith("<!doctype html>"), page.count("<table"), "http:" in page
(True, 3, False)
"""

from __future__ import annotations

from .building import form_page

__all__ = ["form_page"]
