"""PDFs: highlights with notes, written after the end of the file, which stays as it is."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

from ..lazy import needed
from ..reading import Limits, Place
from ..reading.pdf.document import frames_of
from ..reading.pdf.page import Frame
from ..reading.pdf.streams import disarmed, is_encrypted
from ..text import Bilingual, Language
from .failures import Unannotatable
from .original import AUTHOR, LOCALES, Comment, colour_of
from .pdf_update import PdfUpdate, original_of, told_as_damage

__all__ = ["PdfOriginal", "without_annotations"]

_PURPOSE: Final = Bilingual("给 PDF 加批注", "Annotating PDF")
_HEAD_SIZE: Final = 20.0
_HEAD_INSET: Final = 12.0
_LEAST: Final = 3.0
"""Points of a side of a highlight: a smaller one would not be seen."""
_POPUP: Final = (240.0, 120.0)
_PRINTED: Final = 4
"""A flag: the annotation is also printed."""
_KEY: Final = "gxstats-"
"""How the names of our annotations begin."""
_Corners = tuple[tuple[float, float], ...]


class PdfOriginal:
    """A PDF without annotations of ours."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        needed("pypdf", _PURPOSE, "read")
        if is_encrypted(data):
            raise Unannotatable("annotate.encrypted", found="PDF")
        self._frames = frames_of(data, limits)
        with told_as_damage():
            self._update = PdfUpdate(data)
        if len(self._update.pages) != len(self._frames):
            found = f"PDF: {len(self._update.pages)} / {len(self._frames)}"
            raise Unannotatable("annotate.damaged", found=found)

    def anchor(self, place: Place) -> Hashable | None:
        """The page and the box."""
        if place.page is None or place.box is None or place.page > len(self._frames):
            return None
        return place.page, place.box

    def annotated(self, comments: Sequence[Comment], head: str, language: Language) -> bytes:
        """The file, and after it the annotations."""
        with told_as_damage():
            return self._annotated(comments, head, language)

    def _annotated(self, comments: Sequence[Comment], head: str, language: Language) -> bytes:
        by_page: dict[int, list[str]] = {0: self._head(head, language)}
        for number, comment in enumerate(comments, 1):
            if not isinstance(comment.anchor, tuple):
                raise TypeError(f"no anchor of a PDF: {comment.anchor!r}")
            page, box = comment.anchor
            made = self._highlight(number, page - 1, box, comment, language)
            by_page.setdefault(page - 1, []).extend(made)
        for page, references in by_page.items():
            self._update.annotate(page, references)
        return self._update.annotated()

    def _highlight(
        self,
        number: int,
        page: int,
        box: tuple[float, float, float, float],
        comment: Comment,
        language: Language,
    ) -> list[str]:
        """A highlight over a box, and the window that opens on it."""
        corners = _corners(self._frames[page], box)
        rectangle = _rectangle(corners)
        quads = " ".join(f"{x:.2f} {y:.2f}" for x, y in corners)
        colour = _colour(comment)
        drawn = self._update.add_stream(
            _form(rectangle, "/Resources <</ExtGState <</M <</BM /Multiply>>>>>>"),
            f"/M gs {colour} rg {_area(rectangle)} re f 0.7 0 0 RG 0.8 w {_area(rectangle)} re S",
        )
        reference, popup = self._update.reserve(), self._update.reserve()
        self._update.add(
            reference,
            f"/Type /Annot /Subtype /Highlight /Rect [{_numbers(rectangle)}] "
            f"/QuadPoints [{quads}] /C [{colour}] /Popup {popup} /AP <</N {drawn}>> "
            + self._said(f"{number}", page, comment.text, language),
        )
        self._add_popup(popup, reference, page, rectangle)
        return [reference, popup]

    def _head(self, head: str, language: Language) -> list[str]:
        """A note at the top left corner of the first page."""
        side = _HEAD_INSET + _HEAD_SIZE
        corners = _corners(self._frames[0], (_HEAD_INSET, _HEAD_INSET, side, side))
        rectangle = _rectangle(corners)
        left, bottom, right, top = rectangle
        x, y, third = left + 4, bottom + 4, (top - bottom - 8) / 2
        lines = " ".join(
            f"{x:.2f} {y + n * third:.2f} m {right - 4:.2f} {y + n * third:.2f} l"
            for n in range(3)
        )
        drawn = self._update.add_stream(
            _form(rectangle, "/Resources <<>>"),
            f"1 1 0.6 rg 0.7 0 0 RG 1 w {left + 1:.2f} {bottom + 1:.2f} "
            f"{right - left - 2:.2f} {top - bottom - 2:.2f} re B {lines} S",
        )
        reference, popup = self._update.reserve(), self._update.reserve()
        self._update.add(
            reference,
            f"/Type /Annot /Subtype /Text /Name /Note /Rect [{_numbers(rectangle)}] "
            f"/C [1 1 0.6] /Popup {popup} /AP <</N {drawn}>> "
            + self._said("head", 0, head, language),
        )
        self._add_popup(popup, reference, 0, rectangle)
        return [reference, popup]

    def _said(self, key: str, page: int, text: str, language: Language) -> str:
        return (
            f"/F {_PRINTED} /P {self._update.pages[page].reference} /T {_string(AUTHOR)} "
            f"/NM {_string(_KEY + key)} /Contents {_string(text.replace(chr(10), chr(13)))} "
            f"/Lang {_string(LOCALES[language])}"
        )

    def _add_popup(
        self, popup: str, parent: str, page: int, rectangle: tuple[float, float, float, float]
    ) -> None:
        left, top = rectangle[2], rectangle[3]
        width, height = _POPUP
        own = left, top - height, left + width, top
        self._update.add(
            popup,
            f"/Type /Annot /Subtype /Popup /Rect [{_numbers(own)}] /Parent {parent} "
            f"/P {self._update.pages[page].reference} /NM {_string(_KEY + 'popup')} /Open false",
        )


def _corners(frame: Frame, box: tuple[float, float, float, float]) -> _Corners:
    """The corners of a box in the file's coordinates, as its text is read: above, then below."""
    left, top, right, bottom = box
    right, bottom = max(right, left + _LEAST), max(bottom, top + _LEAST)
    return tuple(
        frame.point(x, y) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))
    )


def _rectangle(corners: _Corners) -> tuple[float, float, float, float]:
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _numbers(numbers: Sequence[float]) -> str:
    return " ".join(f"{number:.2f}" for number in numbers)


def _area(rectangle: tuple[float, float, float, float]) -> str:
    left, bottom, right, top = rectangle
    return _numbers((left, bottom, right - left, top - bottom))


def _form(rectangle: tuple[float, float, float, float], resources: str) -> str:
    return f"/Type /XObject /Subtype /Form /BBox [{_numbers(rectangle)}] {resources}"


def _colour(comment: Comment) -> str:
    return " ".join(f"{part / 255:.3f}" for part in colour_of(comment.kind))


def _string(text: str) -> str:
    """A text as PDF writes it: plain where it can be, else as UTF-16."""
    if text.isascii() and text.replace("-", "").isalnum():
        return f"({text})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def without_annotations(data: bytes, limits: Limits) -> bytes:
    """The file without annotations of ours; the file itself where it has none.

    Where others have written after ours, they are not cut off but no longer shown.
    """
    original = original_of(data)
    if AUTHOR.encode("ascii") not in original and b"/ObjStm" not in original:
        return original
    disarmed(original, limits)
    if is_encrypted(original):
        return original
    needed("pypdf", _PURPOSE, "read")
    with told_as_damage():
        update = PdfUpdate(original)
        pages = [number for number in range(len(update.pages)) if update.has_own(number)]
        for page in pages:
            update.annotate(page, ())
        return update.changed() if pages else original
