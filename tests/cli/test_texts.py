"""Every text of the command line exists in both languages."""

from __future__ import annotations

import string

from tests.support.chinese_text import is_chinese

from gxstats import Bilingual
from gxstats.cli import texts

TEXTS = {name: value for name, value in vars(texts).items() if isinstance(value, Bilingual)}
TEXTS |= {f"{name}[{place}]": text for name in ("EXIT", "READ_EXIT", "VALIDATE_EXIT") for place, (_, text) in enumerate(getattr(texts, name))}  # fmt: skip
WITHOUT_WORDS = {"SUMMARY_PART", "WITH_UNIT", "IN_BRACKETS"}


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_are_texts():
    assert len(TEXTS) > 60


def test_both_languages_say_something_with_the_same_values():
    for name, text in TEXTS.items():
        assert text.zh, name
        assert text.en, name
        assert fields(text.en) - {"binding"} == fields(text.zh), name
        assert not is_chinese(text.en), name
        if any(c.isalpha() for c in text.en) and name not in WITHOUT_WORDS:
            assert is_chinese(text.zh), name
