"""The relations (勾稽关系) of the form, as data; checking a report against them."""

from __future__ import annotations

from .checking import Check, InconsistentReport, Outcome, Result, check
from .linear import Comparison, Relation, Term
from .rulebooks import Rulebook, relation, rulebook

__all__ = [
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
]
