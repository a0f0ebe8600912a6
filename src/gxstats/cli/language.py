"""Which language the person at the terminal reads."""

from __future__ import annotations

import locale
from collections.abc import Mapping, Sequence

from ..text import LANGUAGES, Language

__all__ = ["language_asked_for", "language_of_locale"]

OPTION = "--lang"


def language_asked_for(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language that ``--lang`` names, wherever it stands; else that of the locale.

    It is looked for before the arguments are parsed, because the help and the complaints of the
    parser are in that language too. A language that does not exist is left to the parser to
    complain of.

    >>> language_asked_for(["check", "--lang=zh", "a.html"], {"LANG": "en_US.UTF-8"})
    'zh'
    """
    found: Language = language_of_locale(environment)
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name != OPTION:
            continue
        if not equals:
            value = arguments[place + 1] if place + 1 < len(arguments) else ""
        for language in LANGUAGES:
            if language == value:
                found = language
    return found


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """Chinese in a Chinese locale, English in every other.

    >>> language_of_locale({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"})
    'en'
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    # Windows sets none of them; there the names are such as "Chinese (Simplified)_China".
    named = locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"
