"""Organs: the two codes by which they are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxstats import InvalidValue, Organ
from gxstats.forms.organ import credit_code_check_character
from gxstats.testing import organs

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: no I, O, S, V, Z

PUBLISHED = [
    "914403001922038216",  # 招商银行
    "9144030071526726XG",  # 比亚迪 among published registrations
    "91110000802100433B",  # 百度
]


@pytest.mark.parametrize("code", PUBLISHED)
def test_published_codes_are_accepted(code):
    assert Organ(code=code).code == code


@given(organs(), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_every_change_of_one_character_is_refused(organ, place, character):
    for code in (organ.code or PUBLISHED[0], *PUBLISHED):
        changed = code[:place] + character + code[place + 1 :]
        if changed != code:
            with pytest.raises(InvalidValue) as caught:
                Organ(code=changed)
            assert caught.value.problem.code == "organ.code"
            assert caught.value.problem.address == "/organ/code"


@pytest.mark.parametrize("code", PUBLISHED)
def test_every_exchange_of_two_neighbours_is_refused(code):
    for place in range(17):
        one, other = code[place : place + 2]
        if one != other:
            with pytest.raises(InvalidValue):
                Organ(code=code[:place] + other + one + code[place + 2 :])


@pytest.mark.parametrize(
    "code",
    [
        "",
        "91440300192203821",
        "9144030019220382160",
        "914403001922038216\n",
        "９１４４０３００１９２２０３８２１６",
        914403001922038216,
    ],
)
def test_what_does_not_look_like_a_code_is_refused(code):
    with pytest.raises(InvalidValue):
        Organ(code=code)


@given(st.text(ALPHABET, min_size=17, max_size=17))
def test_the_check_character_makes_the_weighted_sum_a_multiple_of_31(first):
    code = first + credit_code_check_character(first)
    weights = [3**place % 31 for place in range(17)] + [1]
    total = sum(ALPHABET.index(c) * w for c, w in zip(code, weights, strict=True))
    assert total % 31 == 0


@pytest.mark.parametrize(
    "division", ["41050", "4105050", "010505", "４１０５０５", "41050a", 410505]
)
def test_a_division_is_six_digits(division):
    assert Organ(division="410505").division == "410505"
    with pytest.raises(InvalidValue) as caught:
        Organ(division=division)
    assert caught.value.problem.address == "/organ/division"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"name": " "}, "text.empty"),
        ({"name": "某" * 201}, "text.length"),
        ({"name": "\udc80"}, "text.surrogate"),
        ({"name": 5}, "value.type"),
        ({"scope": "city"}, "value.choice"),
    ],
)
def test_a_name_is_a_short_text_and_a_scope_one_of_two(facts, code):
    with pytest.raises(InvalidValue) as caught:
        Organ(**facts)
    assert caught.value.problem.code == code
