"""A share of the cases, as every tier takes it."""

from __future__ import annotations

import pytest

from tests.support.effort import often, some, tries


@pytest.mark.parametrize("percent", [0, 1, 40, 99, 100])
def test_a_share_is_of_the_items_and_has_one_where_there_is_one(percent: int) -> None:
    assert some([], percent) == []
    for number in range(1, 12):
        shared = some(range(number), percent)
        assert shared
        assert shared == sorted(set(shared))
        assert set(shared) <= set(range(number))
    assert some("abc", 100) == ["a", "b", "c"]


def test_every_law_is_tried_once_at_least() -> None:
    assert tries(0).max_examples == often(1) == 1
    assert tries(500).max_examples == tries().max_examples
