"""What a number in the narrative counts, and the number as stated."""

from __future__ import annotations

import enum

import attrs

from .finding import Passage

__all__ = ["Statement", "Subject"]


class Subject(enum.Enum):
    """What a number in the narrative counts."""

    RULES_ISSUED = "rules_issued"
    RULES_REPEALED = "rules_repealed"
    RULES_IN_FORCE = "rules_in_force"
    DOCUMENTS_ISSUED = "documents_issued"
    """行政规范性文件, as table two calls them."""
    DOCUMENTS_REPEALED = "documents_repealed"
    DOCUMENTS_IN_FORCE = "documents_in_force"
    RECEIVED = "received"
    HANDLED = "handled"
    """办理: said of requests that came in as well as of those that were answered."""
    ON_REQUEST = "on_request"
    """依申请公开 without a verb: said of requests as well as of what was given upon them."""
    ANSWERED = "answered"
    CARRIED_IN = "carried_in"
    CARRIED_OUT = "carried_out"
    GRANTED = "granted"
    PARTIALLY_GRANTED = "partially_granted"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    NOT_PROCESSED = "not_processed"
    OTHER_HANDLING = "other"
    RECONSIDERATION = "reconsideration"
    LITIGATION = "litigation"


@attrs.frozen(kw_only=True)
class Statement:
    """One number that the narrative states of this year."""

    subject: Subject
    value: int
    passage: Passage
    office: str | None = None
    """The office that the sentence names as the one that acted: not always the whole organ."""
