"""What rows and columns are about, whatever an edition calls them and wherever it puts them."""

from __future__ import annotations

import enum

__all__ = ["Topic"]


class Topic(enum.StrEnum):
    """What a part or a column of the form is about.

    An edition declares it beside the field, once; who needs a meaning asks the form for it
    (:meth:`~gxstats.Form.about`), and never writes an address. An edition that has no such row
    declares none.
    """

    TOTAL = "total"
    """What adds up the other columns of its row, or of its group."""
    STOCK = "stock"
    """What is there at a point in time, and not what was done in the year."""

    # table two
    RULES = "rules"
    NORMATIVE_DOCUMENTS = "normative documents"
    LICENSING = "administrative licensing"
    PENALTY = "administrative penalties"
    COMPULSION = "administrative compulsion"
    FEES = "fees"
    ISSUED = "issued"
    """Made or issued in the year."""
    PUBLISHED = "published"
    """Made public in the year."""
    REPEALED = "repealed"
    IN_FORCE = "in force"
    DECISIONS = "decisions"
    CHARGED = "charged"
    """Money taken in the year."""

    # table three
    RECEIVED = "received"
    CARRIED_IN = "carried in"
    OUTCOMES = "outcomes"
    GRANTED = "granted"
    PARTIALLY_GRANTED = "partially granted"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    NOT_PROCESSED = "not processed"
    OTHER_HANDLING = "other handling"
    ALL_OUTCOMES = "all outcomes"
    """The row that adds up the outcomes."""
    CARRIED_OUT = "carried out"

    # table four
    RECONSIDERATION = "reconsideration"
    DIRECT_LITIGATION = "litigation without reconsideration"
    LITIGATION_AFTER_RECONSIDERATION = "litigation after reconsideration"
    PENDING = "pending"
