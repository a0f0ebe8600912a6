"""The strategies for reports with slips in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from hypothesis import strategies as st

from ..diagnosis import Evidence
from .corrupting import Corruptor, corruptors
from .corruption import Corruption, Draft
from .numbers import BYTES

__all__ = ["corrupted_reports", "corrupted_reports_with_blanks"]


def corrupted_reports(
    form_id: str = "any",
    *,
    kinds: Evidence | Iterable[Evidence] | None = None,
    slips: int | tuple[int, int] = 1,
    within: str = "",
) -> st.SearchStrategy[Corruption]:
    """Consistent reports in which slips were made that people make, each with the truth.

    ``kinds`` are the kinds of slip that may occur: one, several, or every kind there is.
    ``slips`` is their number, or the least and the most. No two slips touch one cell; there are
    fewer where the form has no room for so many (it has one amount of money). ``within`` is the
    address of the part of the form in which slips are made.

    >>> from hypothesis import given
    >>> from gxstats import check
    >>> from gxstats.diagnosis import Evidence
    >>> from gxstats.testing import corrupted_reports
    >>> @given(corrupted_reports("2021", kinds=Evidence.TRANSPOSED, within="/requests"))
    ... def test_transposed_digits_never_go_unnoticed(corruption):
    ...     assert check(corruption.corrupted).violated
    >>> test_transposed_digits_never_go_unnoticed()

    Raises :class:`~gxstats.UnknownName` for a form that does not exist, :class:`~gxstats.UnknownAddress` for
    a part that no form has, and :class:`ValueError` for a kind of slip that cannot occur there.
    """
    return st.one_of(
        [_drawn(corruptor) for corruptor in corruptors(form_id, kinds, slips, within)]
    )


def corrupted_reports_with_blanks(
    form_id: str = "any",
    *,
    kinds: Evidence | Iterable[Evidence] | None = None,
    slips: int | tuple[int, int] = 1,
    within: str = "",
) -> st.SearchStrategy[Corruption]:
    """The same, with some cells, any cells or none, left blank in the truth already.

    Those cells are not blank that a slip left wrong, or that show what it was.

    >>> from hypothesis import given
    >>> from gxstats.testing import corrupted_reports_with_blanks
    >>> @given(corrupted_reports_with_blanks())
    ... def test_what_is_blank_in_the_truth_is_no_slip(corruption):
    ...     assert all(cell.right is not None for cell in corruption.cells)
    >>> test_what_is_blank_in_the_truth_is_no_slip()
    """
    return st.one_of(
        [_drawn(corruptor) for corruptor in corruptors(form_id, kinds, slips, within, BYTES)]
    )


_CHOICES: Final = 96
"""Bytes for the choices; once they are used up, the first of the options is taken."""


class _Choices:
    """Drawn bytes as choices: smaller bytes are earlier options."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.used = 0

    def __call__(self, options: int) -> int:
        length = ((options - 1).bit_length() + 7) // 8
        chosen = int.from_bytes(self.data[self.used : self.used + length])
        self.used += length
        return chosen % options


def _drawn(corruptor: Corruptor) -> st.SearchStrategy[Corruption]:
    size = corruptor.size + _CHOICES

    def draft(draw: tuple[bytes, int]) -> Draft:
        data, drawn = draw
        return corruptor.draft(data[_CHOICES:], drawn, _Choices(data[:_CHOICES]))

    return (
        st.tuples(st.binary(min_size=size, max_size=size), st.integers(0, corruptor.largest))
        .map(draft)
        .map(Draft.corruption)
    )


st.register_type_strategy(Corruption, lambda _: corrupted_reports())
