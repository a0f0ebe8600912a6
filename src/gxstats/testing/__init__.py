"""Hypothesis strategies for reports, and a helper for pytest.

Once gxstats and hypothesis are both installed, ``st.from_type(Report2021)`` works without
importing this module, and so does every other class of the model. The strategies below say
more precisely what is wanted::

    from hypothesis import given
    from gxstats import check
    from gxstats.testing import assert_consistent, reports

    @given(reports("2021"))
    def test_my_conversion_keeps_the_sums(report):
        assert_consistent(convert(report))

How a consistent report is made
    Nothing is filtered and no sum is repaired. A report is a tally: one request that was
    received from a natural person and granted adds one to six cells at once. The smallest such
    tallies, the *cases* of a form, are solved from its relations
    (:func:`gxstats.testing.cases.cases_of`): cells that a relation defines as a total follow
    from their parts, and what relations are left (the balance, the soft ones) pairs up the
    remaining cells so that no count can become negative. Every sum of cases is consistent,
    and every consistent report is a sum of cases.

How a report with slips in it is made
    :func:`corrupted_reports` makes slips that people make in a consistent report and keeps the
    truth beside: every kind of :class:`gxstats.diagnosis.Evidence`, by itself or several together.
    Here too nothing is filtered: each kind looks for the cells where it is possible, and where
    there are none, a case that makes it possible is added to the truth first.
    :func:`random_corruptions` makes the same without hypothesis, from a seed, and
    :func:`corrupt` makes slips in a report of one's own.

How it shrinks
    Toward the report of zeros: first every number that does not matter becomes 0, then the
    numbers that do become small, in the order of the form. A blank becomes a number if the
    blank does not matter, remarks and texts disappear, and the organ becomes a plain name.

How fast it is
    A report costs two draws whatever its form and its slips, one of bytes and one of a whole
    number, so that hypothesis' own work for an example is most of the time.
    ``benchmarks/testing_kit.py`` measures it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import MissingExtra
from ..lazy import lazily
from ..text import Bilingual


def register_strategies() -> None:
    """Register the strategies, so that ``st.from_type`` knows every class of the model.

    Hypothesis calls this when it is imported. A report is then consistent, consistent with
    blanks, or arbitrary. The strategies themselves are made when they are first asked for.

    >>> from hypothesis import given, strategies as st
    >>> from gxstats import Report2021
    >>> @given(st.from_type(Report2021))
    ... def test_the_edition_is_fixed(report):
    ...     assert report.edition == "2021"
    >>> test_the_edition_is_fixed()
    """
    from .registration import register

    register()


# Below, importing hypothesis may call the function above: it stands first for that reason.
try:
    import hypothesis as _hypothesis  # noqa: F401 - asked for first, to say what is missing
except ImportError as error:  # pragma: no cover - hypothesis is here when tests run
    raise MissingExtra(
        purpose=Bilingual("测试用的策略", "drawing reports for tests"),
        package="hypothesis",
        extra="testing",
    ) from error

from .assertions import assert_consistent  # noqa: E402 - see above
from .strategies import (  # noqa: E402 - see above
    arbitrary_reports,
    narratives,
    organs,
    parts,
    remarks,
    reports,
    reports_with_blanks,
)

if TYPE_CHECKING:
    from .corrupting import corrupt, random_corruptions
    from .corruption import Corruption
    from .corruption_strategies import corrupted_reports, corrupted_reports_with_blanks
    from .slips import Slip, WrongCell

__all__ = [
    "Corruption",
    "Slip",
    "WrongCell",
    "arbitrary_reports",
    "assert_consistent",
    "corrupt",
    "corrupted_reports",
    "corrupted_reports_with_blanks",
    "narratives",
    "organs",
    "parts",
    "random_corruptions",
    "register_strategies",
    "remarks",
    "reports",
    "reports_with_blanks",
]

_LAZY = {
    "Corruption": ".corruption",
    "Slip": ".slips",
    "WrongCell": ".slips",
    "corrupt": ".corrupting",
    "corrupted_reports": ".corruption_strategies",
    "corrupted_reports_with_blanks": ".corruption_strategies",
    "random_corruptions": ".corrupting",
}
"""Names that need the diagnosis: hypothesis imports this package wherever it is used, and most
tests corrupt nothing."""

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(__name__, _LAZY)
