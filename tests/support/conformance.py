"""The published conformance cases of every edition."""

from __future__ import annotations

from gxstats.wire.released import edition_document
from gxstats.wire.strict import own_editions

__all__ = ["CASES", "DOCUMENTS", "PAIRS", "VALID"]

DOCUMENTS = [edition_document("conformance", edition) for edition in own_editions()]
CASES = [case for document in DOCUMENTS for case in document["cases"]]
VALID = [case for case in CASES if case["valid"]]
PAIRS = [pair for document in DOCUMENTS for pair in document["pairs"]]
"""Two reports of following years, and the outcomes of what ties them."""
