"""Which font a text is drawn in: one that has all of its characters.

matplotlib draws an empty box for a character that its font has not, and warns at most. Here
every text is looked over first. A font is named by its file, so that neither matplotlib's
settings nor its list of fonts, which may be older than what is installed, have a say.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
from matplotlib import font_manager, get_data_path
from matplotlib.font_manager import FontProperties

from ..text import Language
from .problems import MissingFont, NotWritten, UnusableFont

__all__ = ["FAMILIES", "Face", "Lettering", "chinese_faces"]

FAMILIES: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "Hiragino Sans GB",
    "HarmonyOS Sans SC",
    "MiSans",
    "Heiti SC",
    "STHeiti",
    "DengXian",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Songti SC",
    "STSong",
    "SimSun",
    "NSimSun",
    "FangSong",
    "KaiTi",
    "STKaiti",
    "LXGW WenKai",
    "AR PL UMing CN",
    "AR PL SungtiL GB",
    "AR PL UKai CN",
    "AR PL KaitiM GB",
    # where a collection is known by its first face only, these are the same files
    "Noto Sans CJK JP",
    "Noto Serif CJK JP",
    "Heiti TC",
    "Source Han Sans",
    "Source Han Serif",
    "Droid Sans Fallback",
    "Arial Unicode MS",
    "Unifont",
    # for what the others have not
    "SimSun-ExtB",
    "BabelStone Han",
    "HanaMinA",
    "HanaMinB",
)
"""Families of fonts with Chinese, those that read best first."""

_FIRST_CHINESE: Final = 0x2E80
"""The first code point of the blocks of Chinese characters and signs."""
_PROBE: Final = "中"


@attrs.frozen
class Face:
    """One font: a file, or one of the fonts in a file that collects several."""

    path: str
    """A path as matplotlib takes it, which may say which font of the file is meant."""

    def has(self, character: str) -> bool:
        """Whether the font has a character; no, if its file is not there any more or is broken."""
        font = _opened(self.path)
        return font is not None and font.get_char_index(ord(character)) != 0

    def missing(self, text: str) -> str:
        """The characters of a text that the font has not."""
        return "".join(one for one in text if one != "\n" and not self.has(one))

    def properties(self, size: float) -> FontProperties:
        """The font as matplotlib wants to be told of it."""
        made = FontProperties(size=size)
        made.set_file(self.path)
        return made


@cache
def _opened(path: str) -> Any:
    try:
        return font_manager.get_font(path)
    except (OSError, RuntimeError):  # listed, but not there, or not a font
        return None


_BUNDLED: Final = Face(str(Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")))
"""The font that comes with matplotlib: no Chinese."""


def chinese_faces() -> Iterator[Face]:
    """The fonts with Chinese on this machine, those that read best first.

    First those on matplotlib's list. The list is made once and kept in a file, so that a font
    that was installed later is not on it: what the system has beside is looked through last.
    """
    known = [
        (FAMILIES.index(entry.name), _heaviness(entry), entry.fname, getattr(entry, "index", 0))
        for entry in font_manager.fontManager.ttflist
        if entry.name in FAMILIES and entry.style == "normal"
    ]
    for _, _, path, index in sorted(known):
        yield Face(_path(path, index))
    yield from _unlisted()


def _unlisted() -> Iterator[Face]:
    listed = {entry.fname for entry in font_manager.fontManager.ttflist}
    found = []
    for path in font_manager.findSystemFonts():
        font = None if path in listed else _opened(path)
        if font is not None and font.family_name in FAMILIES:
            found.append(
                (FAMILIES.index(font.family_name), "bold" in font.style_name.lower(), path)
            )
    for _, _, path in sorted(found):
        yield Face(path)


def _heaviness(entry: Any) -> int:
    weight = entry.weight
    return abs((weight if isinstance(weight, int) else _weight(weight)) - _weight("normal"))


def _weight(name: str) -> int:
    return font_manager.weight_dict.get(name, 400)


def _path(path: str, index: int) -> str:
    """The path of a face; matplotlib tells the faces of one file apart since 3.11."""
    if not index:
        return path
    made: str = font_manager.FontPath(path, index)  # type: ignore[attr-defined,unused-ignore]
    return made


class Lettering:
    """Chooses the font for each text of one picture.

    A Chinese picture is written in one Chinese font, numbers included. An English one is written
    in the font that comes with matplotlib; only what has Chinese in it, the name of an organ, is
    written in a Chinese font.
    """

    def __init__(self, language: Language, font: str | os.PathLike[str] | None) -> None:
        self._given = [] if font is None else [_named(font)]
        self._language: Language = language
        self._chinese = chinese_faces()
        self._found: list[Face] = []
        self._unwritten: dict[str, None] = {}

    def written(self, text: str, size: float) -> tuple[str, FontProperties]:
        """A text as it can be drawn, and the font for it.

        Raises :class:`MissingFont` if it has Chinese and there is no font for that. A character
        that no font has is written as its code point, and :meth:`warn` tells of it.
        """
        best: tuple[str, Face] | None = None
        for face in self._faces():
            missing = face.missing(text)
            if not missing:
                return text, face.properties(size)
            if best is None or len(missing) < len(best[0]):
                best = missing, face
        missing, face = (text, _BUNDLED) if best is None else best
        if any(ord(one) >= _FIRST_CHINESE for one in missing) and not face.has(_PROBE):
            raise MissingFont(text)
        self._unwritten.update(dict.fromkeys(missing))
        spelt = "".join(f"[U+{ord(one):04X}]" if one in missing else one for one in text)
        return spelt, face.properties(size)

    def _faces(self) -> Iterator[Face]:
        yield from self._given
        if self._language == "en":
            yield _BUNDLED
        yield from self._found
        for face in self._chinese:  # goes on where the last text stopped
            if _opened(face.path) is not None:
                self._found.append(face)
                yield face
        if self._language == "zh":
            yield _BUNDLED

    def warn(self) -> None:
        """Warn of the characters that were written as their code points, if there are any."""
        if self._unwritten:
            warnings.warn(NotWritten("".join(self._unwritten)), stacklevel=4)


def _named(font: str | os.PathLike[str]) -> Face:
    path = os.fspath(font)
    if not Path(path).exists():
        raise FileNotFoundError(2, os.strerror(2), path)
    try:
        font_manager.get_font(path)
    except (OSError, RuntimeError) as error:
        raise UnusableFont(path, str(error).strip().splitlines()[0]) from error
    return Face(path)
