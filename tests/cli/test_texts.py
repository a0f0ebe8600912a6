"""Every text of the command line exists in both languages."""

from __future__ import annotations

import string

import pytest

from gxstats import Bilingual
from gxstats.cli import texts

TEXTS = {name: value for name, value in vars(texts).items() if isinstance(value, Bilingual)}
TEXTS |= {f"{name}[{place}]": text for name in ("EXIT", "READ_EXIT", "VALIDATE_EXIT") for place, (_, text) in enumerate(getattr(texts, name))}  # fmt: skip


def is_chinese(text):
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_are_texts():
    assert len(TEXTS) > 60


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_say_something_with_the_same_values(name):
    text = TEXTS[name]
    assert text.zh
    assert text.en
    assert fields(text.en) - {"binding"} == fields(text.zh)
    assert not is_chinese(text.en)
    if any(c.isalpha() for c in text.en) and name not in {
        "SUMMARY_PART",
        "WITH_UNIT",
        "IN_BRACKETS",
    }:
        assert is_chinese(text.zh)
