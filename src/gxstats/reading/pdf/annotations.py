"""What annotations show on a PDF page: the values of form fields, notes, stamps, strikes.

What is seen becomes part of the page, as PDFium flattens it. Of the rest only the places remain.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import attrs

from ..limits import Limits
from ..pages.page import Box

__all__ = ["Annotations", "Field", "annotations_of", "form_of"]

_WEIGHT: Final = 8
"""Nodes that an annotation counts for."""
_HIDDEN, _PRINTED, _NOT_ON_SCREEN = 2, 4, 32
"""Flags of an annotation."""
_PASSWORD: Final = 1 << 13
"""Flag of a field."""
_TEXT_FIELD, _COMBO_BOX = 6, 4
_NO_FIELD: Final = (-1, 0)
_FREE_TEXT, _LINE, _SQUARE, _CIRCLE, _POLYGON, _POLYLINE = 3, 4, 5, 6, 7, 8
_STRIKE_OUT, _STAMP, _INK, _WIDGET = 12, 13, 15, 20
_MARKINGS: Final = frozenset({1, 9, 16})
"""Notes, highlights and windows of notes: they hide nothing and show no text on the page."""
_MARGINAL: Final = frozenset({2, 10, 11, 14, 17, 18, 19, 21, 22, 23, 25, 26, 27})
"""Links, lines below text and others that show nothing unless the file says what they look like."""
_STROKES: Final = frozenset({_LINE, _POLYLINE, _INK})
_OUTLINES: Final = frozenset({_SQUARE, _CIRCLE, _POLYGON})
_FLATTENED: Final = 1
_LONGEST: Final = 4_000
"""Bytes of a value."""


@attrs.frozen
class Field:
    """A form field that shows text."""

    box: Box
    """In the file's coordinates: left, bottom, right, top."""
    value: str
    is_drawn: bool = False
    """The file says what the field looks like."""
    is_unsure: bool = False
    """It shows on the screen alone, or in print alone."""


@attrs.frozen
class Annotations:
    """What annotations show on one page."""

    fields: tuple[Field, ...] = ()
    hidden: tuple[Field, ...] = ()
    """Texts that nobody sees."""
    objects: tuple[Box, ...] = ()
    """Where something stands that is no text: a check box, a signature, a stamp."""
    strikes: tuple[Box, ...] = ()
    """Lines that strike out text, from one point to another."""
    is_flat: bool = False
    """The page now draws what they look like, after everything else."""

    def field_at(self, place: tuple[float, float]) -> int | None:
        """The number of the field around a place."""
        x, y = place
        for number, field in enumerate(self.fields):
            left, bottom, right, top = field.box
            if left <= x <= right and bottom <= y <= top:
                return number
        return None


@contextmanager
def form_of(pdfium: Any, document: Any) -> Iterator[Any]:
    """The form of a document, or None."""
    if not pdfium.FPDF_GetFormType(document):
        yield None
        return
    config = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, config)
    try:
        yield form or None
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def annotations_of(pdfium: Any, form: Any, page: Any, limits: Limits) -> Annotations:
    """What annotations show on a page. Where it is flattened, the page is to be opened anew."""
    count = pdfium.FPDFPage_GetAnnotCount(page)
    if count < 1:
        return Annotations()
    limits.require("nodes", count * _WEIGHT)
    found = _Found(pdfium, form)
    for index in reversed(range(count)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            is_kept = found.take(annotation)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
        if not is_kept:
            pdfium.FPDFPage_RemoveAnnot(page, index)
    flat = found.kept and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == _FLATTENED
    return Annotations(
        tuple(found.fields),
        tuple(found.hidden),
        tuple(found.objects),
        tuple(found.strikes),
        bool(flat),
    )


class _Found:
    """Sorts annotations by what they show."""

    def __init__(self, pdfium: Any, form: Any) -> None:
        self.pdfium = pdfium
        self.form = form
        self.fields: list[Field] = []
        self.hidden: list[Field] = []
        self.objects: list[Box] = []
        self.strikes: list[Box] = []
        self.kept = 0

    def take(self, annotation: Any) -> bool:
        """Take in an annotation; whether the page is to draw it."""
        pdfium = self.pdfium
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind in _MARKINGS:
            return False
        flags = pdfium.FPDFAnnot_GetFlags(annotation)
        printed, on_screen = bool(flags & _PRINTED), not flags & _NOT_ON_SCREEN
        box = self._box(annotation)
        if flags & _HIDDEN or not (printed or on_screen):
            text = (
                self._value(annotation) if kind == _WIDGET else self._entry(annotation, "Contents")
            )
            if text.strip():
                self.hidden.append(Field(box, text))
            return False
        if kind == _STRIKE_OUT:
            self.strikes += self._struck(annotation)
            return False
        drawn = pdfium.FPDFAnnot_GetAP(annotation, 0, None, 0) > 2
        if kind == _WIDGET:
            return self._widget(annotation, box, drawn=drawn, unsure=printed != on_screen)
        is_outline = kind in _OUTLINES and not pdfium.FPDFAnnot_HasKey(annotation, b"IC")
        if not is_outline and kind not in _MARGINAL:
            if kind in _OUTLINES or kind in _STROKES or kind == _STAMP or not drawn:
                self.objects.append(box)
            if kind in _OUTLINES or kind in _STROKES:
                return False
        if not drawn:
            return False
        self.kept += 1
        return True

    def _widget(self, annotation: Any, box: Box, *, drawn: bool, unsure: bool) -> bool:
        pdfium = self.pdfium
        kind = pdfium.FPDFAnnot_GetFormFieldType(self.form, annotation) if self.form else -1
        if kind in _NO_FIELD:  # whatever it is, it is seen if the file says what it looks like
            self.kept += drawn
            return drawn
        value = self._value(annotation)
        if kind not in {_TEXT_FIELD, _COMBO_BOX}:
            self.objects.append(box)
            return False
        secret = kind == _TEXT_FIELD and (
            pdfium.FPDFAnnot_GetFormFieldFlags(self.form, annotation) & _PASSWORD
        )
        if secret:
            if value:
                self.objects.append(box)
            return False
        self.fields.append(Field(box, value, drawn, unsure))
        self.kept += drawn
        return drawn

    def _value(self, annotation: Any) -> str:
        """The value of a field, as it is shown."""
        pdfium, form = self.pdfium, self.form
        if not form:
            return self._entry(annotation, "V")
        for index in range(max(pdfium.FPDFAnnot_GetOptionCount(form, annotation), 0)):
            if pdfium.FPDFAnnot_IsOptionSelected(form, annotation, index):
                return _text(
                    lambda at, size, index=index: pdfium.FPDFAnnot_GetOptionLabel(
                        form, annotation, index, at, size
                    )
                )
        return _text(
            lambda at, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, at, size)
        )

    def _entry(self, annotation: Any, key: str) -> str:
        pdfium = self.pdfium
        return _text(
            lambda at, size: pdfium.FPDFAnnot_GetStringValue(annotation, key.encode(), at, size)
        )

    def _box(self, annotation: Any) -> Box:
        found = self.pdfium.FS_RECTF()
        self.pdfium.FPDFAnnot_GetRect(annotation, found)
        low, high = sorted((found.bottom, found.top))
        left, right = sorted((found.left, found.right))
        return left, low, right, high

    def _struck(self, annotation: Any) -> Iterator[Box]:
        """The lines through the middle of what is struck out."""
        points = self.pdfium.FS_QUADPOINTSF()
        count = self.pdfium.FPDFAnnot_CountAttachmentPoints(annotation)
        for index in range(count):
            if self.pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, points):
                yield (
                    (points.x1 + points.x3) / 2,
                    (points.y1 + points.y3) / 2,
                    (points.x2 + points.x4) / 2,
                    (points.y2 + points.y4) / 2,
                )
        if count < 1:
            left, low, right, high = self._box(annotation)
            yield left, (low + high) / 2, right, (low + high) / 2


def _text(take: Any) -> str:
    """A text that PDFium writes into a buffer, in UTF-16."""
    size = min(take(None, 0), _LONGEST)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (_LONGEST // 2))()
    take(buffer, _LONGEST)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").partition("\x00")[0]
