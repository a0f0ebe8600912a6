"""Which language the person at the terminal reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..text import LANGUAGES, Language, language_of_locale

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
