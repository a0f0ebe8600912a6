"""What can be wrong with an input, said once for every edge.

A :class:`Problem` is data: a stable code, the address, what was found and what was expected.
Its sentence is computed from these, in Chinese or English. Exceptions carry problems; two
exceptions with the same problems are equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs

from .text import Bilingual, Language

__all__ = [
    "ARGUMENT_CODES",
    "CODES",
    "CellTypeError",
    "CellValueError",
    "GxstatsError",
    "InvalidDocument",
    "InvalidValue",
    "MissingExtra",
    "Problem",
    "UnknownAddress",
    "UnknownName",
    "WrongArgument",
    "suggest",
]

CODES: Final[dict[str, Bilingual]] = {
    # the document as a whole
    "document.size": Bilingual("文件过大", "the document is too large"),
    "document.encoding": Bilingual("文件不是 UTF-8 编码", "the document is not UTF-8"),
    "document.syntax": Bilingual("不是合法的 JSON", "this is not JSON"),
    "document.depth": Bilingual("嵌套过深", "the document is nested too deeply"),
    "document.problems": Bilingual(
        "差错过多，其余未再检查", "there are too many problems, and the rest was not looked for"
    ),
    "document.schema": Bilingual(
        "与公布的 JSON Schema 不符", "it does not match the published schema"
    ),
    # keys
    "key.unknown": Bilingual("表中没有这一项", "the form has no such key"),
    "key.missing": Bilingual("缺少这一项", "this key is missing"),
    "key.duplicate": Bilingual("同一项出现了两次", "this key occurs twice"),
    # values
    "value.type": Bilingual("类型不对", "the value has the wrong type"),
    "value.boolean": Bilingual("真假值不是数", "a boolean is not a number"),
    "value.text": Bilingual("数不能写成文字", "a number must not be written as a string"),
    "value.fraction": Bilingual(
        "件数须写成整数（不带小数点和指数）",
        "a count is written as an integer, without decimal point or exponent",
    ),
    "value.float": Bilingual(
        "金额不能用浮点数，浮点数不精确", "an amount must not be a float, which is not exact"
    ),
    "value.not_finite": Bilingual("不是有限的数", "the value is not a finite number"),
    "value.negative": Bilingual("不能是负数", "the value must not be negative"),
    "value.digits": Bilingual("位数过多", "the number has too many digits"),
    "value.choice": Bilingual("不是可选的值", "the value is not one of the choices"),
    "value.range": Bilingual("超出范围", "the value is out of range"),
    "text.surrogate": Bilingual(
        "文字含有不成对的代理码位", "the text holds an unpaired surrogate"
    ),
    "text.length": Bilingual("文字过长", "the text is too long"),
    "text.empty": Bilingual("文字不能为空", "the text must not be empty"),
    # the organ
    "organ.code": Bilingual(
        "不是合法的统一社会信用代码", "this is not a valid unified social credit code"
    ),
    "organ.division": Bilingual(
        "不是六位行政区划代码", "this is not a six-digit administrative division code"
    ),
    # the columns of a corpus
    "column.missing": Bilingual("缺少这一列", "this column is missing"),
    "column.unknown": Bilingual("已知的表样都没有这一列", "no known form has this column"),
    "column.type": Bilingual("列的类型不对", "the column has the wrong type"),
    "column.key": Bilingual("这一列不能用来标识报告", "this column cannot be a key"),
    "column.version": Bilingual(
        "不是 gxstats 所写的列式文件，或版本不同",
        "this is not a file of columns as gxstats writes it, or one of another version",
    ),
    # addresses
    "address.unknown": Bilingual("表中没有这个地址", "the form has no such address"),
    "remark.duplicate": Bilingual("同一单元格有两条备注", "two remarks name the same cell"),
}
"""Every code of what can be wrong with a document, with its meaning. Codes are part of the public
contract."""

ARGUMENT_CODES: Final[dict[str, Bilingual]] = {
    "argument.type": Bilingual("参数不对", "this argument is not what is taken here"),
    "argument.unknown": Bilingual("没有这个参数", "there is no such argument"),
    "name.unknown": Bilingual("没有这个名称", "there is no such name"),
    "form.package": Bilingual(
        "所装程序包带来的表样不能使用", "an installed package brings forms that cannot be used"
    ),
    "truth.undefined": Bilingual("核对结果不能直接当作真假", "a check is neither true nor false"),
}
"""Every code of what can be wrong with the call of a function, with its meaning."""

_MEANINGS: Final = CODES | ARGUMENT_CODES


@attrs.frozen
class Problem:
    """One thing that is wrong with an input, and where.

    ``address`` is a JSON Pointer (the empty string is the whole document), or the name of the
    argument of a function; ``found`` is what
    stood there, as text, and empty if nothing did; ``expected`` is what should stand there.
    """

    code: str = attrs.field(validator=attrs.validators.in_(_MEANINGS))
    address: str
    found: str
    expected: Bilingual

    def message(self, language: Language = "zh") -> str:
        """The problem as one sentence."""
        where = self.address or {"zh": "（整个文件）", "en": "(the whole document)"}[language]
        meaning = _MEANINGS[self.code][language]
        if language == "zh":
            found = f"现为 {self.found}，" if self.found else ""
            return f"{where}：{meaning}；{found}应为 {self.expected.zh}"
        found = f"found {self.found}, " if self.found else ""
        return f"{where}: {meaning}; {found}expected {self.expected.en}"


class GxstatsError(Exception):
    """The base of every error that gxstats raises on purpose."""

    def explain(self, language: Language = "zh") -> str:
        """What went wrong, in the language asked for."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.explain("en")

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        # Errors cross the borders of processes with all that they carry.
        cls: Any = type(self)
        return cls, tuple(getattr(self, name) for name in attrs.fields_dict(cls))


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class _OneProblem(GxstatsError):
    problem: Problem

    def __attrs_post_init__(self) -> None:
        super().__init__(self.problem)

    def explain(self, language: Language = "zh") -> str:
        """The problem as one sentence."""
        return self.problem.message(language)


class InvalidValue(_OneProblem, ValueError):
    """A value that no report may hold, with the problem as data."""


class CellValueError(InvalidValue):
    """A number that the cell cannot hold: negative, or with too many digits."""


class CellTypeError(InvalidValue, TypeError):
    """Something that is not the number the cell holds: a bool, a float, a string."""


class UnknownAddress(_OneProblem, KeyError):
    """An address that the form does not have."""


class UnknownName(_OneProblem, KeyError):
    """A name that nothing has: no form, relation, table, schema or example."""


class WrongArgument(_OneProblem, TypeError):
    """An argument that a function does not take; the sentence says what it takes instead."""


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problems)


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class InvalidDocument(GxstatsError, ValueError):
    """A document that is not a report document; carries every problem found in it."""

    problems: tuple[Problem, ...] = attrs.field(converter=_in_order)

    def __attrs_post_init__(self) -> None:
        super().__init__(*self.problems)

    def explain(self, language: Language = "zh") -> str:
        """Every problem, a line each."""
        return "\n".join(problem.message(language) for problem in self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        head = "1 problem" if count == 1 else f"{count} problems"
        return f"{head}\n{self.explain('en')}"


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class MissingExtra(GxstatsError, ImportError):
    """Something that needs an optional dependency that is not installed."""

    purpose: Bilingual
    package: str
    extra: str
    """Empty for a package that no extra brings, as it is installed by itself."""

    def __attrs_post_init__(self) -> None:
        super().__init__(self.explain("en"))

    def explain(self, language: Language = "zh") -> str:
        """What to install, and why."""
        wanted = f'"gxstats[{self.extra}]"' if self.extra else self.package
        command = f"pip install {wanted}"
        if language == "zh":
            return f"{self.purpose.zh}需要 {self.package}，请先安装：{command}"
        return f"{self.purpose.en} needs {self.package}: {command}"


def suggest(wrong: str, right: Iterable[str]) -> str | None:
    """The likely intention behind a misspelt name, or None."""
    if len(wrong) > 200:  # no misspelling, and slow to compare
        return None
    from difflib import get_close_matches

    matches = get_close_matches(wrong, list(right), n=1, cutoff=0.75)
    return matches[0] if matches else None
