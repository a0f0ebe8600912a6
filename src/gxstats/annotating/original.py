"""What every kind of file that can be annotated offers: whether a place is in it, and the writing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final, Protocol

import attrs

from ..reading import Place
from ..text import Language
from ..writing.marks import MarkKind

__all__ = ["AUTHOR", "LOCALES", "Comment", "Original", "colour_of"]

AUTHOR: Final = "gxstats"
"""Who signs the comments. By it they are known again, and are replaced when a file that has some
is annotated anew."""
LOCALES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en"}

_COLOURS: Final = {
    MarkKind.WRONG: (255, 199, 199),
    MarkKind.SUSPECT: (255, 222, 173),
    MarkKind.VIOLATED: (255, 236, 179),
    MarkKind.DOUBTFUL: (222, 210, 245),
    MarkKind.DEDUCED: (200, 225, 250),
    MarkKind.BLANK: (225, 225, 225),
}


def colour_of(kind: MarkKind) -> tuple[int, int, int]:
    """Red, green and blue behind a cell that is marked; black is legible on all of them."""
    return _COLOURS[kind]


@attrs.frozen
class Comment:
    """What is written at one place."""

    anchor: Hashable
    """What :meth:`Original.anchor` gave for the place."""
    kind: MarkKind
    """Of several marks at one place, the gravest."""
    name: str
    """The cell, as a clerk would point at it; of several the first."""
    text: str


class Original(Protocol):
    """A file that can be annotated, without comments of ours."""

    def anchor(self, place: Place) -> Hashable | None:
        """What of the file a comment on a place would hang on; ``None`` where that is nothing.

        Places with the same anchor share one comment.
        """
        ...

    def annotated(self, comments: Sequence[Comment], head: str, language: Language) -> bytes:
        """The file with comments, each at its anchor, and one at its head."""
        ...
