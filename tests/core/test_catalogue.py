"""The catalogue of texts: every text that is written anywhere in the package is in both languages."""

from __future__ import annotations

import ast
import re
import string
from functools import cache
from pathlib import Path

from tests.support.chinese_text import HAN

import gxstats

PACKAGE = Path(gxstats.__file__).parent
CHINESE_SIGNS = re.compile(r"[\u3000-\u303f\uff00-\uffef]")
WORD = re.compile(r"[a-z]{2}")
FIELD = re.compile(r"\{[^{}]*\}")

THE_OTHER_LANGUAGE = {("English", "中文")}
"""What a button that changes the language says: the name of the other one, in that one."""
SAID_IN_ENGLISH_ONLY = {("", "both"), ("", "all"), ("", ", ")}
"""Chinese has one word for both, and sets no comma between names in quotation marks."""
COUNTED_DIFFERENTLY = {"binding", "count", "every", "more"}
"""Numbers and words that only one of the languages needs."""


def texts():
    """Every pair of literal texts, with where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if "Bilingual(" in source else ():
            if not isinstance(node, ast.Call) or len(node.args) != 2:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            values = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            if name == "Bilingual" and len(values) == 2:
                place = f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"
                yield place, tuple(values)


catalogue = cache(lambda: list(texts()))


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_catalogue_is_read():
    assert len(catalogue()) > 700
    rooms = {place.partition("/")[0] for place, _ in catalogue()}
    assert {"cli", "forms", "relations", "diagnosis", "findings", "writing", "page"} <= rooms


def test_no_text_lacks_its_other_language():
    lacking = []
    for place, (zh, en) in catalogue():
        if (zh, en) in THE_OTHER_LANGUAGE | SAID_IN_ENGLISH_ONLY:
            continue
        words = FIELD.sub("", en)
        if (
            bool(zh) != bool(en)
            or HAN.search(words)
            or CHINESE_SIGNS.search(words)
            or (WORD.search(words) and not HAN.search(zh))
        ):
            lacking.append((place, zh, en))
    assert not lacking


def test_both_languages_are_filled_with_the_same_values():
    different = [
        (place, zh, en)
        for place, (zh, en) in catalogue()
        if "{" in zh + en and (fields(zh) ^ fields(en)) - COUNTED_DIFFERENTLY
    ]
    assert not different
