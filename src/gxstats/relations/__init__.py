"""The relations (勾稽关系) of the form, as data; checking a report against them."""

from __future__ import annotations

from .checking import Check, InconsistentReport, Outcome, Result, check
from .linear import Blank, Comparison, Relation, Term
from .rulebooks import Rulebook, relation, rulebook
from .year_checking import LinkedCheck, YearCheck, check_linked, check_years
from .years import PREVIOUS, year_links

__all__ = [
    "PREVIOUS",
    "Blank",
    "Check",
    "Comparison",
    "InconsistentReport",
    "LinkedCheck",
    "Outcome",
    "Relation",
    "Result",
    "Rulebook",
    "Term",
    "YearCheck",
    "check",
    "check_linked",
    "check_years",
    "relation",
    "rulebook",
    "year_links",
]
