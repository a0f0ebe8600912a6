"""The units in which the forms count."""

from __future__ import annotations

from ..text import Bilingual

__all__ = [
    "CASES",
    "DECISIONS",
    "DOCUMENTS",
    "ITEMS",
    "PROJECTS",
    "REQUESTS",
    "TEN_THOUSAND_YUAN",
]

DOCUMENTS = Bilingual("件", "documents")
DECISIONS = Bilingual("件", "decisions")
REQUESTS = Bilingual("件", "requests")
CASES = Bilingual("件", "cases")
ITEMS = Bilingual("项", "items")
PROJECTS = Bilingual("个", "projects")
TEN_THOUSAND_YUAN = Bilingual("万元", "10,000 yuan")
