"""Pictures of reports, with matplotlib: results by year, the flow of requests, what fails where.

Every function takes reports, draws on the ``axes`` that it is given or on a new figure, and
returns a :class:`Picture`. Labels are the form's own, in Chinese or English. Blanks and sums that
do not come out are drawn and named: no picture shows a blank as 0.

Neither matplotlib's settings nor the figures of ``pyplot`` are touched. Fonts are named text by
text, after a look whether they have the characters (:mod:`gxstats.plot.fonts`).

It needs the extra ``plot``; matplotlib is imported when the first picture is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily
from .problems import MissingFont, NothingToDraw, NotWritten, UnusableFont, require_matplotlib

if TYPE_CHECKING:
    from .by_year import outcomes_by_year
    from .heat_map import relation_heat_map
    from .picture import Picture
    from .residuals import residual_distribution
    from .sankey import flow

__all__ = [
    "MissingFont",
    "NotWritten",
    "NothingToDraw",
    "Picture",
    "UnusableFont",
    "flow",
    "outcomes_by_year",
    "relation_heat_map",
    "residual_distribution",
]

_LAZY = {
    "Picture": ".picture",
    "flow": ".sankey",
    "outcomes_by_year": ".by_year",
    "relation_heat_map": ".heat_map",
    "residual_distribution": ".residuals",
}

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(__name__, _LAZY, before=require_matplotlib)
