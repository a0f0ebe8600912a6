"""Where the members of a JSON document stand in its text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxstats.wire.locating import end_of_json, positions
from gxstats.wire.pointer import member

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
STYLES = st.sampled_from([{}, {"indent": 1}, {"indent": "\t"}, {"separators": (" ,\n", "\r\n: ")}])


def at(text, place):
    line, column = place
    return text.split("\n")[line - 1][column - 1 :] + "\n"


def addresses(value, address=""):
    """Every address of a value, with what is to stand there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield member(address, key), key
            yield from addresses(inner, member(address, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield member(address, place), inner
            yield from addresses(inner, member(address, place))


@given(VALUES, STYLES, st.booleans())
def test_every_address_has_its_place_and_what_stands_there_is_it(value, style, plain):
    text = json.dumps(value, ensure_ascii=plain, **style)
    found = positions(text)
    wanted = dict(addresses(value))
    assert found.keys() == {"", *wanted}
    read = json.JSONDecoder().raw_decode
    lines = text.split("\n")
    for address, thing in wanted.items():
        line, column = found[address]
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert read(rest)[0] == thing


@given(VALUES, st.data())
def test_of_a_text_that_is_cut_the_places_before_the_cut_stand(value, data):
    text = json.dumps(value, indent=1)
    cut = text[: data.draw(st.integers(0, len(text)))]
    whole, found = positions(text), positions(cut)
    assert all(whole.get(address) == place for address, place in found.items() if address in whole)


@given(st.text(max_size=60) | st.text('{}[]",:\\ \n1tru', max_size=60))
def test_any_text_has_places_or_none(text):
    lines = text.split("\n")
    for line, column in positions(text).values():
        assert lines[line - 1][column - 1 : column] not in {"", " ", "\t"}
    end = end_of_json(text)
    if end is None:
        json.loads(text)
    else:
        with pytest.raises(json.JSONDecodeError, match=rf"line {end[0]} column {end[1]} "):
            json.loads(text)


def test_of_a_key_that_occurs_twice_the_last_place_stands():
    assert positions('{"a": 1,\n "a": 2}')["/a"] == (2, 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[1 2, 3]", ["", "/0"]),
        ('{"a": 1: 2, "b": 3}', ["", "/a"]),
        ('{"a", "b": 1}', ["", "/a"]),
        ('{"a": 1} , {"b": 1}', ["", "/a"]),
    ],
)
def test_where_a_text_ceases_to_be_json_nothing_more_is_found(text, found):
    assert list(positions(text)) == found


def test_a_document_nested_deeper_than_anything_is_no_trouble():
    deep = "[" * 100_000
    assert len(positions(deep[:2_000])) == 2_000
    assert end_of_json(deep) is None
