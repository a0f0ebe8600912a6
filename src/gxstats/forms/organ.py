"""The organ that publishes a report, and the two codes by which organs are known."""

from __future__ import annotations

import re
from typing import Any, Final, Literal, TypeAlias

import attrs

from ..cells import shown
from ..errors import InvalidValue, Problem
from ..text import Bilingual

__all__ = [
    "EXPECTED_CODE",
    "EXPECTED_DIVISION",
    "Organ",
    "Scope",
    "credit_code_check_character",
    "organ_problems",
]

Scope: TypeAlias = Literal["organ", "region"]
"""Whether a report covers one organ or a whole region; nothing in the tables says which."""

SCOPES: Final = ("organ", "region")
NAME_LENGTH: Final = 200
ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE: Final = re.compile(f"[{ALPHABET}]{{18}}")
DIVISION: Final = re.compile("[1-9][0-9]{5}")

_EXPECTED_NAME: Final = Bilingual(
    f"至多 {NAME_LENGTH} 个字的名称，或空（null）",
    f"a name of at most {NAME_LENGTH} characters, or null",
)
EXPECTED_CODE: Final = Bilingual(
    "GB 32100 规定的 18 位代码（末位为校验码），或空（null）",
    "18 characters by GB 32100, the last a check character, or null",
)
EXPECTED_DIVISION: Final = Bilingual(
    "GB/T 2260 规定的六位数字，或空（null）", "six digits by GB/T 2260, or null"
)
_EXPECTED_SCOPE: Final = Bilingual(
    "organ（本机关）、region（本地区）或空（null）", '"organ", "region" or null'
)


def credit_code_check_character(first_seventeen: str) -> str:
    """The 18th character of a 统一社会信用代码, by GB 32100-2015.

    >>> credit_code_check_character("91440300192203821")
    '6'

    Raises :class:`ValueError` if the text is not seventeen characters of the code's alphabet.
    """
    if len(first_seventeen) != 17 or not set(first_seventeen) <= set(ALPHABET):
        raise ValueError(f"not seventeen characters of {ALPHABET}: {first_seventeen!r}")
    weighted = sum(
        ALPHABET.index(character) * pow(3, place, 31)
        for place, character in enumerate(first_seventeen)
    )
    return ALPHABET[-weighted % 31]


def organ_problems(values: dict[str, Any], address: str) -> list[Problem]:
    """What is wrong with the four facts about an organ, each with its address."""
    problems: list[Problem] = []

    def add(code: str, key: str, expected: Bilingual) -> None:
        problems.append(Problem(code, f"{address}/{key}", shown(values[key]), expected))

    def is_text(key: str, expected: Bilingual) -> bool:
        value = values.get(key)
        if value is None:
            return False
        if not isinstance(value, str):
            add("value.type", key, expected)
            return False
        return True

    if is_text("name", _EXPECTED_NAME):
        if not values["name"].strip():
            add("text.empty", "name", _EXPECTED_NAME)
        elif len(values["name"]) > NAME_LENGTH:
            add("text.length", "name", _EXPECTED_NAME)
        elif has_surrogate(values["name"]):
            add("text.surrogate", "name", _EXPECTED_NAME)
    if is_text("code", EXPECTED_CODE) and not _is_credit_code(values["code"]):
        add("organ.code", "code", EXPECTED_CODE)
    if is_text("division", EXPECTED_DIVISION) and not DIVISION.fullmatch(values["division"]):
        add("organ.division", "division", EXPECTED_DIVISION)
    if is_text("scope", _EXPECTED_SCOPE) and values["scope"] not in SCOPES:
        add("value.choice", "scope", _EXPECTED_SCOPE)
    return problems


def has_surrogate(text: str) -> bool:
    """Whether a text holds a surrogate, which no UTF-8 file can hold."""
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _is_credit_code(code: str) -> bool:
    return bool(CODE.fullmatch(code)) and credit_code_check_character(code[:17]) == code[17]


def _is_plain(name: object, scope: object) -> bool:
    """Whether name and scope are clearly right: then they are not looked at any closer."""
    return (
        type(name) is str
        and len(name) <= NAME_LENGTH
        and name.isalnum()
        and (scope is None or (type(scope) is str and scope in SCOPES))
    )


@attrs.frozen(kw_only=True)
class Organ:
    """The organ (机关) or region whose report this is.

    Raises :class:`~gxstats.InvalidValue`, naming the field, when a code is not valid.

    >>> Organ(name="殷都区人民政府", division="410505").scope is None
    True
    """

    name: str | None = None
    """The organ's name as it signs the report; ``None`` where the source does not print it."""
    code: str | None = None
    """统一社会信用代码: eighteen characters by GB 32100, the last one a check character."""
    division: str | None = None
    """Six-digit administrative division code by GB/T 2260."""
    scope: Scope | None = None
    """``"organ"``: the organ's own figures; ``"region"``: a whole region's; ``None``: not known."""

    def __attrs_post_init__(self) -> None:
        if self.code is self.division is None and _is_plain(self.name, self.scope):
            return  # nearly all of them
        problems = organ_problems(
            {"name": self.name, "code": self.code, "division": self.division, "scope": self.scope},
            "/organ",
        )
        if problems:
            raise InvalidValue(problems[0])
