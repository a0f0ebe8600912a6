"""What can keep a picture from being drawn, or from being drawn as it should be."""

from __future__ import annotations

from typing import Any, Final

import attrs

from ..errors import GxstatsError
from ..lazy import needed
from ..text import Bilingual, Language

__all__ = [
    "MissingFont",
    "NotWritten",
    "NothingToDraw",
    "UnusableFont",
    "require_matplotlib",
    "require_pyarrow",
]

_DRAWING: Final = Bilingual("画图", "Drawing pictures")
_FRAMES: Final = Bilingual("用按列的结果画图", "Drawing columns of results")
_SHOWN: Final = 40
"""Characters of a text that an error quotes."""


def require_matplotlib() -> None:
    """Raise :class:`~gxstats.MissingExtra` if matplotlib is not installed."""
    needed("matplotlib", _DRAWING, "plot")


def require_pyarrow() -> Any:
    """Pyarrow, which takes frames of any library."""
    return needed("pyarrow", _FRAMES, "columnar")


class _InBothLanguages(GxstatsError):
    """An error of whose reader nobody knows which language he reads."""

    def __str__(self) -> str:
        return f"{self.explain('zh')}\n{self.explain('en')}"


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class MissingFont(_InBothLanguages, LookupError):
    """A Chinese text is to be drawn, and there is no font on this machine that has Chinese."""

    text: str
    """The text that cannot be written."""

    def __attrs_post_init__(self) -> None:
        super().__init__(self.text)

    def explain(self, language: Language = "zh") -> str:
        """What cannot be written, what to install, and how to do without."""
        quoted = self.text if len(self.text) <= _SHOWN else f"{self.text[: _SHOWN - 1]}…"
        if language == "zh":
            return (
                f"没有找到能写“{quoted}”的中文字体。请安装一种（Debian、Ubuntu：apt install "
                "fonts-noto-cjk；macOS 和 Windows 自带），装好即可，不必清缓存；或用 font= 指定"
                '字体文件。language="en" 的图除机关名称外不写中文，机关名称可用 names= 换成别的写法。'
            )
        return (
            f"no font on this machine can write “{quoted}”. Install a Chinese one (Debian, "
            "Ubuntu: apt install fonts-noto-cjk; macOS and Windows have one), no cache need be "
            'cleared; or name a font file with font=. With language="en" the names of organs are '
            "the only Chinese, and names= gives others for them."
        )


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class UnusableFont(_InBothLanguages, ValueError):
    """What was given as ``font`` is not a file that matplotlib can take a font from."""

    path: str
    reason: str

    def __attrs_post_init__(self) -> None:
        super().__init__(self.path, self.reason)

    def explain(self, language: Language = "zh") -> str:
        """Which file, and what is wrong with it."""
        return {
            "zh": f"font= 指定的文件不能用作字体：{self.path}（{self.reason}）；"
            "应为 ttf、otf 或 ttc 文件",
            "en": f"the file given as font= is no font: {self.path} ({self.reason}); "
            "expected a ttf, otf or ttc file",
        }[language]


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class NothingToDraw(_InBothLanguages, ValueError):
    """No report was given."""

    def explain(self, language: Language = "zh") -> str:
        """That there is no report."""
        return {
            "zh": "没有报告，无图可画",
            "en": "there is no report, and so nothing to draw",
        }[language]


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class NotWritten(UserWarning):
    """Characters that no font at hand has: the picture shows their code points instead."""

    characters: str

    def __attrs_post_init__(self) -> None:
        super().__init__(self.characters)

    def explain(self, language: Language = "zh") -> str:
        """Which characters."""
        codes = ", ".join(f"U+{ord(one):04X}" for one in self.characters)
        return {
            "zh": f"现有字体没有这些字，图上写的是编码：{codes}",
            "en": f"no font at hand has these characters, the picture shows their codes: {codes}",
        }[language]

    def __str__(self) -> str:
        return f"{self.explain('zh')}\n{self.explain('en')}"
