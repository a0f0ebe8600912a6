"""The relations (勾稽关系) of the form, as data; checking a report against them."""

from __future__ import annotations

from .checking import Check, InconsistentReport, Outcome, Result, check
from .linear import Comparison, Relation, Term
from .rulebooks import Rulebook, relation, rulebook
from .years import PREVIOUS, year_links

__all__ = [
    "PREVIOUS",
    "Check",
    "Comparison",
    "InconsistentReport",
    "Outcome",
    "Relation",
    "Result",
    "Rulebook",
    "Term",
    "check",
    "relation",
    "rulebook",
    "year_links",
]
