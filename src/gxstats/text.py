"""Texts in the two languages of the project.

Every text that a person sees exists in Chinese and English; keeping both in one value
makes a missing translation impossible rather than merely wrong.
"""

from __future__ import annotations

import locale
from collections.abc import Mapping
from typing import Literal, TypeAlias

import attrs

__all__ = ["LANGUAGES", "Bilingual", "Language", "language_of_locale"]

Language: TypeAlias = Literal["zh", "en"]
"""The languages of the project: ``"zh"`` (Chinese, as printed) and ``"en"`` (English)."""

LANGUAGES: tuple[Language, ...] = ("zh", "en")


@attrs.frozen
class Bilingual:
    """One text in Chinese and English.

    >>> total = Bilingual("总计", "Total")
    >>> total["zh"], total["en"]
    ('总计', 'Total')
    """

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        if language == "zh":
            return self.zh
        if language == "en":
            return self.en
        from .arguments import unknown_name

        raise unknown_name("language", language, LANGUAGES, Bilingual("语言", "a language"))

    def format(self, **values: object) -> Bilingual:
        """Both texts with ``{names}`` filled in; a bilingual value is filled in by language."""
        return Bilingual(
            *(
                self[language].format(
                    **{
                        name: value[language] if isinstance(value, Bilingual) else value
                        for name, value in values.items()
                    }
                )
                for language in LANGUAGES
            )
        )


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
